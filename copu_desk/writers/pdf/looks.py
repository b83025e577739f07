"""The looks of a Word template's styles as plain numbers, for a writer that is not Word; lengths are in points."""

from dataclasses import dataclass, replace
from typing import Any
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from copu_desk.errors import StyleError
from copu_desk.style import HouseStyle

_TWIP, _HALF, _EMU = 1 / 20, 1 / 2, 1 / 12700  # points


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph or a run looks: faces for Chinese and for Latin text, size, spacing, indents, place in outline.

    `line` is the pitch of lines, or with `pitch_is_factor` a multiple of the size; outline -1 is none; `contextual`
    drops the space between neighbours of one style; color is six hexadecimal digits, or empty for black.
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
    color: str = ""
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page's size and margins; foot is how far the page number stands above the paper's lower edge."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    foot: float


class Looks:
    """The looks of one template by the names of its styles; StyleError if the template cannot be read."""

    def __init__(self, style: HouseStyle) -> None:
        try:
            word = docx.Document(str(style.template))
        except (PackageNotFoundError, BadZipFile, KeyError, ValueError, OSError) as error:
            raise StyleError(
                f"版式“{style.name}”的 Word 模板打不开。请修好 {style.template.name}，或换用别的版式。"
            ) from error
        root: Any = word.styles.element
        self._by_id = {one.get(qn("w:styleId")): one for one in root.findall(qn("w:style"))}
        self._ids = {one.find(qn("w:name")).get(qn("w:val")).lower(): key for key, one in self._by_id.items()}
        defaults = root.find(qn("w:docDefaults"))
        self._base = Look()
        if defaults is not None:
            for part in defaults.iter(qn("w:rPr"), qn("w:pPr")):
                self._base = _with(self._base, part)
        section = word.sections[0]
        self.page = Page(
            *(
                round(float(length or 0) * _EMU, 2)
                for length in (
                    section.page_width, section.page_height, section.top_margin, section.right_margin,
                    section.bottom_margin, section.left_margin, section.footer_distance,
                )
            )
        )  # fmt: skip

    def of(self, name: str, under: Look | None = None) -> Look:
        """Return the look of a style; a character style changes the look that it stands `under`."""
        chain, key = [], self._ids.get(name.lower(), "")
        while key and key not in chain and key in self._by_id:
            chain.append(key)
            based = self._by_id[key].find(qn("w:basedOn"))
            key = "" if based is None else based.get(qn("w:val"))
        look = under or self._base
        for identity in reversed(chain):
            for part in self._by_id[identity].findall(qn("w:pPr")) + self._by_id[identity].findall(qn("w:rPr")):
                look = _with(look, part)
        return look


def _with(look: Look, part: Any) -> Look:
    """Return a look with what the properties of a paragraph or a run change in it."""
    found: dict[str, Any] = {}
    for child in part:
        name = child.tag.rpartition("}")[2]
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
    known = _given(before=_number(element, "before", _TWIP), after=_number(element, "after", _TWIP))
    if element.get(qn("w:line")) is not None:
        factor = element.get(qn("w:lineRule"), "auto") == "auto"
        known |= {"line": _number(element, "line", 1 / 240 if factor else _TWIP), "pitch_is_factor": factor}
    return known


def _indent(element: Any) -> dict[str, Any]:
    hanging = _number(element, "hanging", -_TWIP)
    first = hanging if hanging else _number(element, "firstLine", _TWIP)
    return _given(left=_number(element, "left", _TWIP), first=first)


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
    "spacing": _spacing,
    "ind": _indent,
}
