"""The looks of a Word template's styles as plain numbers, for a writer that is not Word; lengths are in points."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from copu_desk.errors import StyleError
from copu_desk.style import HouseStyle

_TWIP, _HALF, _EIGHTH, _EMU = 1 / 20, 1 / 2, 1 / 8, 1 / 12700  # points
_SOLID = 1.3  # the height of a line set solid, in sizes


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph or a run looks: faces for Chinese and for Latin text, size, spacing, indents, place in outline.

    `line` is the pitch of lines, or with `pitch_is_factor` a multiple of the size; outline -1 is none; `contextual`
    drops the space between neighbours of one style; `tracking` is added between signs, `parted` puts a little between
    Chinese and Latin; `hanging` lets a sign like 、 stand outside the type area at the end of a line; `widows` keeps a
    lone line of a paragraph from a page, `whole` all its lines on one; `corner` takes it out of the text, into the
    corner of the type area. Borders are (width, distance from the text, colour) by side; tabs are (kind, place);
    colours are six hexadecimal digits, empty for black or none.
    """

    han: str = ""
    latin: str = ""
    size: float = 10.5
    bold: bool = False
    italic: bool = False
    align: str = "both"
    first: float = 0
    left: float = 0
    before: float = 0
    after: float = 0
    line: float = 1
    pitch_is_factor: bool = True
    keep_next: bool = False
    outline: int = -1
    contextual: bool = False
    right: float = 0
    tracking: float = 0
    parted: bool = True
    hanging: bool = True
    underline: bool = False
    widows: bool = True
    whole: bool = False
    corner: bool = False
    borders: Mapping[str, tuple[float, float, str]] = field(default_factory=dict)
    shade: str = ""
    tabs: tuple[tuple[str, float], ...] = ()

    @property
    def pitch(self) -> float:
        """The height of a line."""
        return self.line * self.size * _SOLID if self.pitch_is_factor else self.line

    color: str = ""
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page's size and margins; foot and head are how far footer and header stand from the edges of the paper."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    foot: float
    head: float


class Looks:
    """The looks of one template by the names of its styles; StyleError if the template cannot be read."""

    def __init__(self, style: HouseStyle) -> None:
        try:
            word = docx.Document(str(style.template))
        except (PackageNotFoundError, BadZipFile, KeyError, ValueError, OSError) as error:
            raise StyleError(
                "版式“{style}”的 Word 模板打不开。请修好 {template}，或换用别的版式。",
                style=style.name,
                template=style.template.name,
            ) from error
        root: Any = word.styles.element
        self._by_id = {one.get(qn("w:styleId")): one for one in root.findall(qn("w:style"))}
        self._ids = {one.find(qn("w:name")).get(qn("w:val")).lower(): key for key, one in self._by_id.items()}
        defaults = root.find(qn("w:docDefaults"))
        self._base, self.word = Look(), word
        if defaults is not None:
            for part in defaults.iter(qn("w:rPr"), qn("w:pPr")):
                self._base = with_properties(self._base, part)
        section = word.sections[0]
        self.page = Page(
            *(
                round(float(length or 0) * _EMU, 2)
                for length in (
                    section.page_width, section.page_height, section.top_margin, section.right_margin,
                    section.bottom_margin, section.left_margin, section.footer_distance, section.header_distance,
                )
            )
        )  # fmt: skip

    def of(self, name: str, under: Look | None = None) -> Look:
        """Return the look of a style; a character style changes the look that it stands `under`."""
        look = under or self._base
        for style in self.chain(name):
            for part in style.findall(qn("w:pPr")) + style.findall(qn("w:rPr")):
                look = with_properties(look, part)
        return look

    def chain(self, name: str) -> list[Any]:
        """Return a style after those that it is based on, as elements of the template."""
        found, key = list[str](), self._ids.get(name.lower(), "")
        while key and key not in found and key in self._by_id:
            found.append(key)
            based = self._by_id[key].find(qn("w:basedOn"))
            key = "" if based is None else based.get(qn("w:val"))
        return [self._by_id[identity] for identity in reversed(found)]


def with_properties(look: Look, part: Any) -> Look:
    """Return a look with what the properties of a paragraph or a run change in it."""
    found: dict[str, Any] = {}
    for child in part:
        name = side(child)
        if name in _READERS:
            found |= _READERS[name](child)
    return replace(look, **found)


def _number(element: Any, name: str, unit: float) -> float | None:
    value = element.get(qn(f"w:{name}"))
    return None if value is None else float(value) * unit


def _given(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _on(element: Any) -> bool:
    return element.get(qn("w:val")) not in ("0", "false", "none")


def _spacing(element: Any) -> dict[str, Any]:
    """Return the space around a paragraph and of its lines, or (the same element of a run) between its signs."""
    if element.get(qn("w:val")) is not None:
        return {"tracking": _number(element, "val", _TWIP)}
    known = _given(before=_number(element, "before", _TWIP), after=_number(element, "after", _TWIP))
    if element.get(qn("w:line")) is not None:
        factor = element.get(qn("w:lineRule"), "auto") == "auto"
        known |= {"line": _number(element, "line", 1 / 240 if factor else _TWIP), "pitch_is_factor": factor}
    return known


def _indent(element: Any) -> dict[str, Any]:
    hanging = _number(element, "hanging", -_TWIP)
    first = hanging if hanging else _number(element, "firstLine", _TWIP)
    return _given(left=_number(element, "left", _TWIP), right=_number(element, "right", _TWIP), first=first)


def border(element: Any) -> tuple[float, float, str] | None:
    """Return the width of a border, its distance from the text, and its colour; None if nothing is drawn."""
    if element.get(qn("w:val")) in ("nil", "none", None):
        return None
    colour = element.get(qn("w:color"), "auto")
    width, space = _number(element, "sz", _EIGHTH) or 0.5, _number(element, "space", 1.0) or 0.0
    return width, space, "" if colour == "auto" else colour


def side(element: Any) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag.rpartition("}")[2])


def _fill(element: Any) -> str:
    fill = element.get(qn("w:fill"), "auto")
    return "" if fill == "auto" else str(fill)


_READERS = {
    "rFonts": lambda one: _given(han=one.get(qn("w:eastAsia")), latin=one.get(qn("w:ascii"))),
    "sz": lambda one: {"size": _number(one, "val", _HALF)},
    "b": lambda one: {"bold": _on(one)},
    "i": lambda one: {"italic": _on(one)},
    "color": lambda one: {"color": "" if one.get(qn("w:val")) == "auto" else one.get(qn("w:val"))},
    "pageBreakBefore": lambda one: {"new_page": _on(one)},
    "jc": lambda one: {"align": one.get(qn("w:val"))},
    "contextualSpacing": lambda one: {"contextual": _on(one)},
    "keepNext": lambda one: {"keep_next": _on(one)},
    "outlineLvl": lambda one: {"outline": int(one.get(qn("w:val")))},
    "autoSpaceDE": lambda one: {"parted": _on(one)},
    "overflowPunct": lambda one: {"hanging": _on(one)},
    "widowControl": lambda one: {"widows": _on(one)},
    "keepLines": lambda one: {"whole": _on(one)},
    "framePr": lambda _one: {"corner": True},
    "u": lambda one: {"underline": _on(one)},
    "shd": lambda one: {"shade": _fill(one)},
    "pBdr": lambda one: {"borders": {side(edge): found for edge in one if (found := border(edge))}},
    "tabs": lambda one: {"tabs": tuple((tab.get(qn("w:val")), float(tab.get(qn("w:pos"))) * _TWIP) for tab in one)},
    "spacing": _spacing,
    "ind": _indent,
}
