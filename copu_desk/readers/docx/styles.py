"""What the styles of a Word file say: heading levels, quotations, captions, faces, and the numbering they carry."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from copu_desk.readers.docx.package import Element, W

_DEEPEST = 20  # styles based on each other
_FACED = frozenset(W + name for name in ("b", "i", "u", "vertAlign", "vanish", "rFonts", "strike", "dstrike"))
_SAID = {
    "b": "bold", "i": "italic", "u": "underline", "vanish": "hidden", "strike": "struck", "dstrike": "struck",
}  # fmt: skip
_HEADING = {f"heading {level}": level for level in range(1, 10)} | {f"标题 {level}": level for level in range(1, 10)}
_TITLES = frozenset(("title", "标题", "subtitle", "副标题"))
_QUOTES = frozenset(("quote", "intense quote", "block text", "引用", "明显引用"))
_CAPTIONS = frozenset(("caption", "题注"))
_OFF = frozenset(("0", "false", "off", "none"))
HIGHEST_OUTLINE = 8


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks, as far as it matters: what a style or a run says, None where it says nothing."""

    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    script: str | None = None
    hidden: bool | None = None
    font: str | None = None
    struck: bool | None = None

    def over(self, below: "Look") -> "Look":
        """Return this look where it says something, else what lies below."""
        if self == NO_LOOK:
            return below
        return Look(
            below.bold if self.bold is None else self.bold,
            below.italic if self.italic is None else self.italic,
            below.underline if self.underline is None else self.underline,
            below.script if self.script is None else self.script,
            below.hidden if self.hidden is None else self.hidden,
            below.font if self.font is None else self.font,
            below.struck if self.struck is None else self.struck,
        )


NO_LOOK = Look()


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it is based on: level 1 to 9 of a heading or 0, its numbering as (list, level)."""

    name: str = ""
    level: int = 0
    look: Look = NO_LOOK
    numbering: tuple[str, int] | None = None

    @property
    def is_quote(self) -> bool:
        """Whether paragraphs of the style are quotations."""
        return self.name in _QUOTES

    @property
    def is_caption(self) -> bool:
        """Whether paragraphs of the style are captions of pictures."""
        return self.name in _CAPTIONS


class Styles:
    """The styles of one file."""

    def __init__(self, root: Element | None) -> None:
        nodes = root.iter(W + "style") if root is not None else ()
        self._nodes = {node.get(W + "styleId") or "": node for node in nodes}
        self._known: dict[str, Style] = {}
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if root is not None else None
        self.default = Style(look=look(defaults))
        for identity, node in self._nodes.items():
            if node.get(W + "type") == "paragraph" and node.get(W + "default") in ("1", "true", "on"):
                self.default = self.style(identity)
                break

    def style(self, identity: str | None) -> Style:
        """Return a style by its identity, the default one if there is none."""
        if not identity or identity not in self._nodes:
            return self.default
        if identity not in self._known:
            made = Style(look=self.default.look if not self.default.name else NO_LOOK)
            for node in reversed(list(self._based(identity))):
                made = _style(node, made)
            self._known[identity] = made
        return self._known[identity]

    def _based(self, identity: str) -> Iterator[Element]:
        for _ in range(_DEEPEST):
            node = self._nodes.get(identity)
            if node is None:
                return
            yield node
            identity = value(node, "basedOn") or ""


def _style(node: Element, below: Style) -> Style:
    name = (value(node, "name") or "").strip().lower()
    made = replace(below, name=name, look=look(node.find(W + "rPr")).over(below.look))
    if name in _HEADING or name in _TITLES:
        made = replace(made, level=_HEADING.get(name, 1))
    properties = node.find(W + "pPr")
    if properties is None:
        return made
    outline = value(properties, "outlineLvl")
    if outline is not None and outline.isdecimal():
        made = replace(made, level=int(outline) + 1 if int(outline) <= HIGHEST_OUTLINE else 0)
    if (listed := numbering(properties)) is not None:
        was = below.numbering or ("0", 0)
        made = replace(made, numbering=(listed[0] or was[0], was[1] if listed[1] is None else listed[1]))
    return made


def numbering(properties: Element) -> tuple[str, int | None] | None:
    """Return the list (its identity, empty if it is not said) and level that paragraph properties name."""
    node = properties.find(W + "numPr")
    if node is None:
        return None
    level = value(node, "ilvl") or ""
    return value(node, "numId") or "", int(level) if level.isdecimal() and len(level) == 1 else None


def look(properties: Element | None) -> Look:
    """Return what run properties say."""
    if properties is None:
        return NO_LOOK
    said: dict[str, object] = {}
    for node in properties:
        if node.tag not in _FACED:
            continue
        tag, given = node.tag[len(W) :], node.get(W + "val")
        if tag == "rFonts":
            said["font"] = node.get(W + "eastAsia")
        elif tag == "vertAlign":
            said["script"] = {"superscript": "super", "subscript": "sub"}.get(given or "", "")
        else:
            name = _SAID[tag]
            said[name] = given not in _OFF or (name == "struck" and bool(said.get(name)))  # once or twice
    return Look(**said) if said else NO_LOOK  # type: ignore[arg-type]


def value(node: Element, name: str) -> str | None:
    """Return the value of a child element, or None if there is none."""
    child = node.find(W + name)
    return None if child is None else child.get(W + "val")
