"""Pictures, text boxes, charts and diagrams of a Word file: what they hold, and notes of what they lose."""

from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256

from copu_desk.document import Picture, clean
from copu_desk.errors import ReadError
from copu_desk.images import is_sound
from copu_desk.limits import LARGEST_PICTURE, check_xml
from copu_desk.readers.docx.package import Element, Part, R, Relation, W, parse
from copu_desk.reading import Losses
from copu_desk.sentences import Sentence

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
V = "{urn:schemas-microsoft-com:vml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_EMU_PER_MM = 36_000
_WIDEST = 1000  # mm

Found = Picture | str | Element  # the content of a text box


class Drawings:
    """Finds what the drawings of one part hold; the pictures' bytes are gathered by name."""

    def __init__(self, part: Part, losses: Losses, images: dict[str, bytes]) -> None:
        self._part, self._losses, self._images = part, losses, images

    def found(self, node: Element, place: Sentence | str) -> Iterator[Found]:
        """Yield the pictures, the contents of text boxes, and words in the place of anything else, in their order."""
        known = False
        about = _About(node)
        for one in self._inside(node, place, about):
            known = True
            yield one
        if not known and node.tag != W + "pict" and _shows_something(node):
            yield self._lost(Sentence("图形没有带进来"), "〔图形〕", place)

    def _inside(self, node: Element, place: Sentence | str, about: "_About") -> Iterator[Found]:
        """Yield what stands in an element; what stands in a text box is whoever reads that one's to look at."""
        for child in node:
            tag = child.tag
            if tag == W + "txbxContent":
                yield child
                continue
            if tag == MC + "Fallback" and node.find(MC + "Choice") is not None:
                continue
            if tag == A + "blip":
                yield self._picture(child, place, about.width, about.words)
            elif tag == V + "imagedata":
                yield self._old_picture(child, place)
            elif tag.endswith("}chart") and child.get(R + "id"):
                yield self._lost(Sentence("图表没有带进来"), "〔图表〕", place)
            elif tag == _DIAGRAM + "relIds":
                yield from self._diagram(child, place)
            yield from self._inside(child, place, about)

    def _picture(self, blip: Element, place: Sentence | str, width: float, words: str) -> Found:
        relation = self._part.relation(blip.get(R + "embed") or blip.get(R + "link"))
        return self._kept(relation, place, width, words)

    def _old_picture(self, node: Element, place: Sentence | str) -> Found:
        relation = self._part.relation(node.get(R + "id") or node.get(R + "pict"))
        return self._kept(relation, place, 0, node.get("{urn:schemas-microsoft-com:office:office}title") or "")

    def _kept(self, relation: Relation | None, place: Sentence | str, width: float, words: str) -> Found:
        if relation is None:
            return self._lost(Sentence("图片缺失，没有带进来"), "〔图片〕", place)
        if relation.external:
            return self._lost(Sentence("图片只是一个链接，没有下载"), "〔图片〕", place, relation.target)
        try:
            name, data = self._part.made_of(relation, _named)
        except ReadError:
            return self._lost(Sentence("图片损坏，没有带进来"), "〔图片〕", place)
        if not name:
            kind = relation.target.rpartition(".")[2].upper()[:4]
            return self._lost(Sentence("{kind} 图片不能显示，没有带进来", kind=kind), "〔图片〕", place)
        self._images[name] = data
        return Picture(name, alt=clean(words), width=width)

    def _diagram(self, node: Element, place: Sentence | str) -> Iterator[Found]:
        relation = self._part.relation(node.get(R + "dm"))
        said = ""
        if relation and not relation.external:
            try:
                points = self._part.made_of(relation, _points)
                said = "；".join(points)
                points.clear()  # whoever refers to it again and again makes no more of it
            except ReadError:
                said = ""
        self._losses.add(Sentence("图示（SmartArt）只留下了文字"), place)
        yield f"〔图示：{clean(said)}〕" if said else "〔图示〕"

    def _lost(self, kind: Sentence, instead: str, place: Sentence | str, words: str = "") -> str:
        self._losses.add(kind, place, words)
        return instead


def _named(data: bytes) -> tuple[str, bytes]:
    """Return a picture with its name; neither, if it is none that can be shown, or too large."""
    return (sha256(data).hexdigest(), data) if is_sound(data) and len(data) <= LARGEST_PICTURE else ("", b"")


def _points(data: bytes) -> list[str]:
    """Return what the points of a diagram say."""
    check_xml(data)
    root = parse(data)
    points = ("".join(one.text or "" for one in point.iter(A + "t")) for point in root.iter(_DIAGRAM + "pt"))
    return [point for point in points if point.strip()]


def chosen(node: Element) -> Element | None:
    """Return the one of several forms of the same thing that is read: the newest, else the one for old programs."""
    choice = node.find(MC + "Choice")
    return choice if choice is not None else node.find(MC + "Fallback")


class _About:
    """What a drawing says of its pictures, looked for when there is one."""

    def __init__(self, node: Element) -> None:
        self._node = node

    @cached_property
    def width(self) -> float:
        """The width in mm, 0 if it is not said."""
        return _width(self._node)

    @cached_property
    def words(self) -> str:
        """What is said to who does not see the picture."""
        return _words(self._node)


def _width(node: Element) -> float:
    extent = next(node.iter(_WP + "extent"), None)
    size = (extent.get("cx") or "") if extent is not None else ""
    return round(min(int(size) / _EMU_PER_MM, _WIDEST), 1) if size.isdecimal() and len(size) < 12 else 0  # noqa: PLR2004


def _words(node: Element) -> str:
    about = next(node.iter(_WP + "docPr"), None)
    return (about.get("descr") or "") if about is not None else ""


def _text(node: Element) -> str:
    return "".join(one.text or "" for one in node.iter(A + "t"))


def _shows_something(node: Element) -> bool:
    return any(str(child.tag).endswith(("}wsp", "}wgp", "}wpc", "}graphicData")) for child in node.iter())
