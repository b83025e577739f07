"""Find the line that shows a place of the meeting, and the place that a point in a line shows."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copu_desk.compose.lines import Line, Piece
from copu_desk.document import Table
from copu_desk.model import Place

Cell = tuple[int, int]  # row and column of a table


class Found(NamedTuple):
    """A line by its number, and the cell of a table in it."""

    block: int
    cell: Cell | None = None


def shown_at(lines: Sequence[Line], place: Place, row: int = -1) -> Found | None:
    """Return which line shows a place (and a row of the body there), else one that shows what is nearest to it.

    Nearest is what shares the longest way from the meeting: for a field that is not printed, another one of its record.
    None if nothing of the record is printed.
    """
    best, found = 1 if len(place) > 1 else 0, None
    for number, line in enumerate(lines):
        for cell, piece in _pieces(line):
            shared = _shared(piece.place, place)
            exact = shared == len(place) == len(piece.place)
            if exact and (row < 0 or line.row == row):
                return Found(number, cell)
            if shared > best:
                best, found = shared, Found(number, cell)
    return found


def place_at(line: Line, cell: Cell | None = None, share: float = 0) -> Place:
    """Return the place that a line shows at a share (0 to 1) of its words, or of those of a cell of its table.

    Words of the house style have none: there it is the place of the nearest words that have one.
    """
    pieces = [piece for at, piece in _pieces(line) if cell is None or at == cell] or [
        piece for _, piece in _pieces(line)
    ]
    wanted, at = share * sum(len(piece.words) for piece in pieces), 0
    best: tuple[float, Place] = (float("inf"), ())
    for piece in pieces:
        away = 0 if at <= wanted < at + len(piece.words) else min(abs(wanted - at), abs(wanted - at - len(piece.words)))
        at += len(piece.words)
        if piece.place and away < best[0]:
            best = (away, piece.place)
    return best[1]


def _shared(one: Place, other: Place) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _pieces(line: Line) -> Iterator[tuple[Cell | None, Piece]]:
    """Return the pieces of a line, those of a composed table with the cell that they stand in."""
    if not isinstance(line.block, Table) or line.row >= 0:
        yield from ((None, piece) for piece in line.pieces)
        return
    row = column = 0
    for piece in line.pieces:
        if piece == Piece("\n"):
            row, column = row + 1, 0
        elif piece == Piece("\t"):
            column += 1
        else:
            yield (row, column), piece
