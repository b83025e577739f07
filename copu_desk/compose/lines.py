"""Composed lines that know where in the meeting their words come from.

A click on the printed page, and a correction that comes back in a Word file, both find their field by this.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from copu_desk.document import Block, Body, Paragraph, Role, Span, Table, TableForm, plain, spans
from copu_desk.model import Place
from copu_desk.style import chosen, fill


class Piece(NamedTuple):
    """Words of a line and the place of the value they show; words of the house style have no place."""

    words: str
    place: Place = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A block of the document, and the pieces that in a row are its text.

    A block of a body (an essay's, a discussion) is one piece at the body's place, and `row` is its number in that body;
    for all others `row` is -1.
    """

    block: Block
    pieces: tuple[Piece, ...] = ()
    row: int = -1

    @property
    def place(self) -> Place:
        """The first place that the line shows, () if all its words are the house style's."""
        return next((piece.place for piece in self.pieces if piece.place), ())


def line(role: Role, *pieces: Piece, label: str | None = None) -> Line:
    """Return a paragraph of pieces, after a bold label if there is one."""
    said = spans("".join(piece.words for piece in pieces))
    if label is None:
        return Line(Paragraph(said, role), pieces)
    return Line(Paragraph((Span(label, bold=True), *said), role), (Piece(label), *pieces))


def table(
    rows: Sequence[Sequence[Iterable[Piece]]],
    header_rows: int = 1,
    form: TableForm = "",
    widths: tuple[float, ...] = (),
) -> Line:
    """Return a table of cells of pieces; tabs and line feeds part them, as in its plain text."""
    cells = [[tuple(cell) for cell in row] for row in rows]
    said = tuple(tuple(spans("".join(piece.words for piece in cell)) for cell in row) for row in cells)
    return Line(Table(said, header_rows, widths, form=form), tuple(joined("\n", (joined("\t", row) for row in cells))))


def body(blocks: Body, place: Place) -> Iterator[Line]:
    """Return a line for each block of a body that stands at a place."""
    for row, block in enumerate(blocks):
        yield Line(block, (Piece(plain(block), place),), row)


def filled(pattern: str, values: Mapping[str, Any], places: Mapping[str, Place]) -> Iterator[Piece]:
    """Return a pattern of the style filled in, as pieces; words filled in have the place of their name, if any."""
    pattern, names = chosen(pattern, values), "|".join(map(re.escape, places))
    for part in re.split(rf"(\{{(?:{names})\}})", pattern) if places else (pattern,):
        if words := fill(part, values):
            yield Piece(words, places.get(part.strip("{}"), ()) if part.startswith("{") else ())


def joined(separator: str, groups: Iterable[Iterable[Piece]]) -> Iterator[Piece]:
    """Return groups of pieces in a row, with a separator of the style between them."""
    for number, group in enumerate(groups):
        if number and separator:
            yield Piece(separator)
        yield from group


def would_run_together(before: str, after: str) -> bool:
    """Whether two words side by side need a space between them, as Latin ones do (Foundation Eric Yuan)."""
    return bool(before and after) and before[-1].isascii() and after[0].isascii()
