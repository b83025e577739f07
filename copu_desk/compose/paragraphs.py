"""The paragraphs that a document's lines become in a Word file, each with the places its words come from."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copu_desk.compose.lines import Line, Piece
from copu_desk.document import Picture, Table, plain, words_of


class Printed(NamedTuple):
    """A paragraph of a Word file: its words, the line it belongs to, the cell of a table (row, column), its pieces.

    The caption of a picture has the cell (0, 0).
    """

    words: str
    line: Line
    cell: tuple[int, int] | None
    pieces: tuple[Piece, ...]


def printed(lines: Sequence[Line]) -> Iterator[Printed]:
    """Return the paragraphs that say something."""
    for line in lines:
        block = line.block
        if isinstance(block, Table):
            left = [*line.pieces]
            for row, cells in enumerate(block.rows):
                for column, cell in enumerate(cells):
                    said = words_of(cell)
                    pieces = (Piece(said, line.place),) if line.row >= 0 else tuple(_taken(left, len(said)))
                    if line.row < 0 and left and left[0].words in ("\t", "\n"):
                        left.pop(0)  # what parts the cells
                    if said.strip():
                        yield Printed(said, line, (row, column), pieces)
        elif isinstance(block, Picture):
            if block.caption.strip():
                yield Printed(block.caption, line, (0, 0), (Piece(block.caption, line.place),))
        elif plain(block).strip():
            yield Printed(plain(block), line, None, line.pieces)


def _taken(pieces: list[Piece], length: int) -> Iterator[Piece]:
    """Take so many characters off the pieces."""
    while length > 0 and pieces:
        piece = pieces.pop(0)
        yield piece
        length -= len(piece.words)
