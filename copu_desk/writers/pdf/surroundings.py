"""What a Word template says besides its styles of text: headers and footers, tables, lists; lengths are in points."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as DocxParagraph

from copu_desk.writers.pdf.looks import Look, Looks, border, side, with_properties

_TWIP = 1 / 20
_LEVELS = 9
_STEP = 28.0  # where a list says nothing of its levels
PAGE, PAGES = "page", "pages"
_OF_SYMBOL_FONTS = re.compile("[\uf000-\uf0ff]")  # signs that only Symbol and Wingdings have
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_FIELDS = {"PAGE": PAGE, "NUMPAGES": PAGES}


@dataclass(frozen=True, slots=True)
class FootPiece:
    """Words of a line at an edge of the page, or with a field the number of the page or of all pages."""

    look: Look
    words: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Foot:
    """A line at the foot or the head of a page: how its paragraph looks, and its pieces."""

    look: Look
    pieces: tuple[FootPiece, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """How a table looks: borders (width, colour) by their places (insideH …), the space in its cells by side, shade."""

    borders: Mapping[str, tuple[float, str]] = field(default_factory=dict)
    margins: Mapping[str, float] = field(default_factory=dict)
    head_shade: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: where its text stands, how far its sign stands before that, and the sign (`%1.`, `•`).

    `form` is how its numbers are written (lowerLetter), as Word names it.
    """

    left: float
    hanging: float
    sign: str
    form: str = "decimal"


Lines = tuple[Foot, ...]


def feet(looks: Looks) -> dict[str, Lines | None]:
    """Return the feet of odd pages, and of even ones and of the first one (None where these have none of their own)."""
    return _of_pages(looks, "footer")


def heads(looks: Looks) -> dict[str, Lines | None]:
    """Return the heads of pages as `feet` does."""
    return _of_pages(looks, "header")


def _of_pages(looks: Looks, kind: str) -> dict[str, Lines | None]:
    section: Any = looks.word.sections[0]
    two_sided = looks.word.settings.odd_and_even_pages_header_footer
    first_differs = section.different_first_page_header_footer
    return {
        "odd": tuple(_lines(getattr(section, kind), looks)),
        "even": tuple(_lines(getattr(section, f"even_page_{kind}"), looks)) if two_sided else None,
        "first": tuple(_lines(getattr(section, f"first_page_{kind}"), looks)) if first_differs else None,
    }


def _lines(part: Any, looks: Looks) -> Iterator[Foot]:
    """Return the paragraphs that say something, also those within tables and content controls, but no text boxes."""
    if part.is_linked_to_previous:
        return
    for element in part._element.iter(qn("w:p")):  # noqa: SLF001 - python-docx has no other way to its elements
        if any(above.tag == qn("w:txbxContent") for above in element.iterancestors()):
            continue
        style = DocxParagraph(element, part).style
        look = looks.of(style.name if style is not None and style.name else "footer")
        properties = element.find(qn("w:pPr"))
        if properties is not None:
            look = with_properties(look, properties)
        if pieces := tuple(_pieces(element, look)):
            yield Foot(look, pieces)


def _pieces(element: Any, look: Look) -> list[FootPiece]:
    """Return the runs of a line; what Word last showed in the place of a field is left out."""
    made: list[FootPiece] = []
    inside_field = shown = False
    for run in element.iter(qn("w:r")):
        if any(above.tag == _FALLBACK for above in run.iterancestors()):
            continue  # the same text box once more
        properties = run.find(qn("w:rPr"))
        own = look if properties is None else with_properties(look, properties)
        for child in run:
            name = side(child)
            if name == "fldChar":
                kind = child.get(qn("w:fldCharType"))
                inside_field, shown = kind != "end", kind == "separate"
            elif name == "instrText":
                words = (child.text or "").split()
                made += [FootPiece(own, field=_FIELDS[words[0]])] if words and words[0] in _FIELDS else []
            elif name == "t" and not (inside_field and shown):
                made.append(FootPiece(own, child.text or ""))
    return made


def grid(looks: Looks, name: str) -> Grid:
    """Return how the tables of a table style look."""
    borders: dict[str, tuple[float, str]] = {}
    margins = {"left": 5.4, "right": 5.4, "top": 0.0, "bottom": 0.0}  # Word's own
    shade = ""
    for style in looks.chain(name):
        for edge in style.iterfind(f"{qn('w:tblPr')}/{qn('w:tblBorders')}/*"):
            found = border(edge)
            if found:
                borders[side(edge)] = (found[0], found[2])
            else:
                borders.pop(side(edge), None)
        for edge in style.iterfind(f"{qn('w:tblPr')}/{qn('w:tblCellMar')}/*"):
            margins[{"start": "left", "end": "right"}.get(side(edge), side(edge))] = float(edge.get(qn("w:w"))) * _TWIP
        for part in style.iterfind(qn("w:tblStylePr")):
            fill = part.find(f"{qn('w:tcPr')}/{qn('w:shd')}")
            if part.get(qn("w:type")) == "firstRow" and fill is not None:
                shade = fill.get(qn("w:fill"), "auto")
    return Grid(borders, margins, "" if shade == "auto" else shade)


def levels(looks: Looks, name: str) -> tuple[Level, ...]:
    """Return the levels of the list that a style belongs to, the highest first."""
    numbers = looks.word.part.numbering_part.element
    wanted = [one.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}") for one in looks.chain(name)]
    identity = next((one.get(qn("w:val")) for one in reversed(wanted) if one is not None), "")
    form = next(
        (one.find(qn("w:abstractNumId")).get(qn("w:val")) for one in numbers.findall(qn("w:num"))
         if one.get(qn("w:numId")) == identity),
        "",
    )  # fmt: skip
    made = [Level(_STEP * (level + 1), _STEP * 0.7, "") for level in range(_LEVELS)]
    for one in numbers.findall(qn("w:abstractNum")):
        if one.get(qn("w:abstractNumId")) != form:
            continue
        for level in one.findall(qn("w:lvl")):
            at, look = int(level.get(qn("w:ilvl"))), Look()
            if (properties := level.find(qn("w:pPr"))) is not None:
                look = with_properties(look, properties)
            words, form = level.find(qn("w:lvlText")), level.find(qn("w:numFmt"))
            sign = _OF_SYMBOL_FONTS.sub("•", words.get(qn("w:val"), "") if words is not None else "")
            made[at] = Level(look.left, -look.first, sign, form.get(qn("w:val"), "") if form is not None else "decimal")
    return tuple(made)
