"""Read a Word file that comes back from those who corrected it: its paragraphs as they now read, and who said what.

Revisions that were tracked are taken as accepted: what was inserted is read, what was deleted is not. Of the looks only
that is read which a text of the user's may have itself: which style it is in, and what is bold, italic or underlined;
and what is struck out, for that is how some delete.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from copu_desk.document import clean
from copu_desk.errors import ReadError
from copu_desk.limits import TOO_LARGE, Archive
from copu_desk.readers.docx.numbering import Numbering
from copu_desk.readers.docx.package import Element, Part, W, main_part
from copu_desk.readers.docx.styles import numbering
from copu_desk.reading import Face, FaceKind, Returned, Said, Where

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_INSIDE = {
    W + name
    for name in ("sdt", "sdtContent", "customXml", "smartTag", "hyperlink", "dir", "bdo", "rubyBase")
}  # fmt: skip
_COME, _GONE = {W + "ins", W + "moveTo"}, {W + "del", W + "moveFrom"}
_COUNTED = ("PAGE", "NUMPAGES", "SECTIONPAGES")  # fields whose result no one writes
_SIGNS = {W + "tab": "\t", W + "cr": "\n", W + "noBreakHyphen": "\u2011", W + "softHyphen": "", W + "ptab": "\t"}
_FACES: dict[FaceKind, tuple[str, ...]] = {
    "bold": (W + "b",),
    "italic": (W + "i",),
    "underline": (W + "u",),
    "strike": (W + "strike", W + "dstrike"),
}
_OWN_LISTS = ("list number", "list bullet")  # styles whose numbers are no text of the user's
_PROPERTIES = "docProps/custom.xml"
MOST_PARAGRAPHS = 60_000  # that say something


def read(data: bytes) -> Returned:
    """Return what a returned Word file says; ReadError if it is none, damaged, encrypted or too large."""
    main = main_part(data)
    numbers = main.part("numbering")
    counter = Numbering(None if numbers is None else numbers.root)
    reader = _Reader(_comments(main), _notes(main), _styles(main), counter)
    reader.loose_marks = main.loose_marks
    try:
        reader.blocks(main.root.find(W + "body"), "text")
        for kind in ("header", "footer"):
            for part in main.parts(kind):
                reader.loose_marks = part.loose_marks
                reader.blocks(part.root, "margin")
    except RecursionError as error:
        raise ReadError("它的结构套得太深，打不开。请用 Word 或 WPS 打开后另存一份，再带回。") from error
    return Returned(tuple(reader.made), _marks(main.archive))


def marks(data: bytes) -> dict[str, str]:
    """Return the marks that a Word file bears (its custom properties); ReadError if it is none."""
    return _marks(Archive(data))


def _comments(main: Part) -> dict[str, str]:
    part = main.part("comments")
    found = {}
    for one in part.root.iter(W + "comment") if part is not None else ():
        lines = ("".join(words.text or "" for words in line.iter(W + "t")) for line in one.iter(W + "p"))
        author = clean(one.get(W + "author") or "").strip()
        found[one.get(W + "id") or ""] = f"{author}：{clean(chr(10).join(lines)).strip()}".lstrip("：")
    return found


def _styles(main: Part) -> dict[str, str]:
    """Return the names of the styles by their ids, which programs make up anew."""
    part = main.part("styles")
    found = {}
    for one in part.root.iter(W + "style") if part is not None else ():
        if (name := one.find(W + "name")) is not None:
            found[one.get(W + "styleId") or ""] = (name.get(W + "val") or "").lower()
    return found


def _notes(main: Part) -> dict[tuple[str, str], Element]:
    return {
        (name, element.get(W + "id")): element
        for name in ("footnote", "endnote")
        if (part := main.part(name + "s")) is not None
        for element in part.root.iter(W + name)
    }


def _marks(archive: Archive) -> dict[str, str]:
    """Return the custom properties of the file; none where they cannot be read."""
    try:
        root = Part(archive, _PROPERTIES).root if _PROPERTIES in archive else ()
    except ReadError:
        return {}
    return {one.get("name") or "": "".join(one.itertext()) for one in root}


@dataclass
class _Paragraph:
    """The paragraph that is being read."""

    words: list[str] = field(default_factory=list)
    faces: list[Face] = field(default_factory=list)
    length: int = 0  # of the words so far
    style: str = ""
    number: str = ""
    authors: dict[str, None] = field(default_factory=dict)
    comments: dict[str, None] = field(default_factory=dict)
    after: list[tuple[Element, Where]] = field(default_factory=list)  # text boxes and notes that hang on it


class _Reader:
    """Walks a part and gathers its paragraphs."""

    def __init__(
        self,
        comments: dict[str, str],
        notes: dict[tuple[str, str], Element],
        styles: dict[str, str],
        numbering: Numbering,
    ) -> None:
        self.made: list[Said] = []
        self.loose_marks: frozenset[Element] = frozenset()  # of the part that is read
        self._comments, self._notes, self._styles, self._numbering = comments, notes, styles, numbering
        self._tables = 0  # how many have begun
        self._cell: tuple[int, int, int] | None = None
        self._open = _Paragraph()
        self._fields: list[list[str]] = []  # for each field that is open: its instruction, then whether its result runs

    def blocks(self, node: Element, where: Where) -> None:
        """Read what stands in a body, a cell, a text box, a header."""
        for child in node:
            tag = child.tag
            if tag == W + "p":
                self._paragraph(child, where)
            elif tag == W + "tbl":
                if not all(map(_is_deleted, child.iter(W + "tr"))):
                    self._end(where)  # Word joins no paragraph to a table
                self._table(child, "table" if where == "text" else where)
            elif tag in _INSIDE or tag in _COME:
                self.blocks(child, where)
            elif tag == _MC + "AlternateContent":
                self.blocks(_chosen(child), where)
        self._end(where)  # a mark that was deleted at the end joins nothing

    def _table(self, node: Element, where: Where) -> None:
        outer = self._cell
        self._tables += 1
        number = self._tables
        for row, line in enumerate(self._inside(node, "tr")):
            for column, cell in enumerate(self._inside(line, "tc")):
                self._cell = outer or (number, row, column)  # a table in a cell is a part of that cell
                self.blocks(cell, where)
        self._cell = outer

    def _inside(self, node: Element, name: str) -> Iterator[Element]:
        """Return the rows of a table, the cells of a row: those that were not deleted."""
        for child in node:
            if child.tag == W + name:
                if name != "tr" or not _is_deleted(child):
                    yield child
                    continue
                for one in child.iter(W + "commentReference"):
                    self._comment(one)  # goes with what comes next
            elif child.tag in _INSIDE or child.tag in _COME:
                yield from self._inside(child, name)

    def _paragraph(self, node: Element, where: Where) -> None:
        mark, style = node.find(f"{W}pPr/{W}rPr"), node.find(f"{W}pPr/{W}pStyle")
        if style is not None:
            self._open.style = self._styles.get(style.get(W + "val") or "", "")
        number = self._number(node)
        if not self._open.length:  # else it goes on with the one before
            self._open.number = number
        self._inline(node)
        revised = None if mark is None else next((one for one in mark if one.tag in _COME | _GONE), None)
        if revised is not None:
            self._by(revised)
        if revised is None or revised.tag not in _GONE:  # else the next paragraph goes on with this one
            self._end(where)

    def _number(self, node: Element) -> str:
        """Return the number that a program gave a paragraph by itself, but for the points of our own lists."""
        properties = node.find(W + "pPr")
        listed = None if properties is None else numbering(properties)
        if listed is None or listed[0] in ("", "0") or self._open.style in _OWN_LISTS:
            return ""
        if not any(one.text for one in node.iter(W + "t")) and properties.find(f"{W}rPr/{W}del") is not None:
            return ""  # it is gone with all its words
        marked = self._numbering.next(listed[0], listed[1] or 0)
        return marked[0] if marked else ""

    def _end(self, where: Where) -> None:
        done, self._open = self._open, _Paragraph()
        words = clean("".join(done.words))
        if words.strip() or done.comments:
            said = Said(words, where, tuple(done.authors), tuple(done.comments), number=done.number)
            if where in ("text", "table"):
                said = replace(said, faces=tuple(_joined(done.faces)), style=done.style, cell=self._cell)
            self.made.append(said)
            if len(self.made) > MOST_PARAGRAPHS:
                raise ReadError(TOO_LARGE)
        for inner, kind in done.after:
            self.blocks(inner, kind)

    def _by(self, revision: Element) -> None:
        if author := clean(revision.get(W + "author") or "").strip():
            self._open.authors[author] = None

    def _inline(self, node: Element) -> None:
        for child in node:
            tag = child.tag
            if tag == W + "r":
                self._run(child)
            elif tag == W + "fldSimple":
                self._fields.append([child.get(W + "instr") or "", "runs"])
                self._inline(child)
                self._fields.pop()
            elif tag in _COME or tag in _INSIDE:
                if tag in _COME:
                    self._by(child)
                self._inline(child)
            elif tag in _GONE:
                self._by(child)
                for one in child.iter(W + "commentReference"):
                    self._comment(one)
            elif tag == _MC + "AlternateContent":
                self._inline(_chosen(child))
            elif tag.startswith(_M):
                self._say("".join(one.text or "" for one in child.iter(_M + "t")))

    def _run(self, run: Element) -> None:
        start = self._open.length
        self._signs(run)
        end = self._open.length
        if start < end:
            self._open.faces += [Face(kind, start, end) for kind, tags in _FACES.items() if _is_on(run, tags)]

    def _signs(self, run: Element) -> None:
        for child in run:
            tag = child.tag
            if tag == W + "t":
                self._say(child.text or "")
            elif tag in _SIGNS:
                self._say(_SIGNS[tag])
            elif tag in self._KINDS:
                self._KINDS[tag](self, child)
            else:  # drawings and what stands in for them
                self._drawing(child)

    def _break(self, node: Element) -> None:
        self._say("" if node.get(W + "type") in ("page", "column") else "\n")

    def _symbol(self, node: Element) -> None:
        self._say(_sign(node.get(W + "char") or ""))

    def _note(self, node: Element) -> None:
        key = (node.tag.removeprefix(W).removesuffix("Reference"), node.get(W + "id"))
        if key in self._notes:
            self._open.after.append((self._notes[key], "note"))

    def _ruby(self, node: Element) -> None:
        for base in node.findall(W + "rubyBase"):
            self._inline(base)

    def _drawing(self, node: Element) -> None:
        node = _chosen(node) if node.tag == _MC + "AlternateContent" else node
        for child in node:
            if child.tag == W + "txbxContent":
                self._open.after.append((child, "box"))
            else:
                self._drawing(child)

    def _field(self, node: Element) -> None:
        if node.tag == W + "instrText":
            if self._fields:
                self._fields[-1][0] += node.text or ""
            return
        kind = node.get(W + "fldCharType")
        if node in self.loose_marks:
            return
        if kind == "begin":
            self._fields.append(["", ""])
        elif kind == "separate" and self._fields:
            self._fields[-1][1] = "runs"
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _say(self, words: str) -> None:
        if not any(runs and (code.split() or [""])[0].upper() in _COUNTED for code, runs in self._fields):
            self._open.words.append(words)
            self._open.length += len(words)

    def _comment(self, node: Element) -> None:
        if words := self._comments.get(node.get(W + "id") or ""):
            self._open.comments[words] = None

    _KINDS: ClassVar[dict[str, Callable[[Any, Element], None]]] = {
        W + "br": _break,
        W + "sym": _symbol,
        W + "fldChar": _field,
        W + "instrText": _field,
        W + "commentReference": _comment,
        W + "footnoteReference": _note,
        W + "endnoteReference": _note,
        W + "ruby": _ruby,
    }


def _is_deleted(row: Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None


def _is_on(run: Element, tags: tuple[str, ...]) -> bool:
    found = (run.find(f"{W}rPr/{tag}") for tag in tags)
    return any(one is not None and one.get(W + "val", "1") not in ("0", "false", "none", "off") for one in found)


def _joined(faces: list[Face]) -> Iterator[Face]:
    """Return faces with those that follow each other made one, whatever runs Word made of them."""
    for kind in _FACES:
        last: Face | None = None
        for one in (face for face in faces if face.kind == kind):
            if last and one.start == last.end:
                last = last._replace(end=one.end)
            else:
                if last:
                    yield last
                last = one
        if last:
            yield last


def _chosen(node: Element) -> Element:
    """Return the one of several renderings that is read."""
    choice = node.find(_MC + "Choice")
    fallback = node.find(_MC + "Fallback")
    return choice if choice is not None else fallback if fallback is not None else ()


def _sign(code: str) -> str:
    """Return the character of a symbol; one that only its own font has becomes a box."""
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return sign if sign.isprintable() else "□"
