"""Cells of tables that were empty and were filled in: who is to do it, by when, a figure that was missing."""

from collections.abc import Mapping

from copu_desk.corrections.edits import Edit, Respell
from copu_desk.corrections.placing import valued
from copu_desk.corrections.rows import Changed, Known
from copu_desk.document import Table, words_of
from copu_desk.model import Meeting
from copu_desk.reading import Said
from copu_desk.style import HouseStyle


def are_apart(exported: Said, returned: Said, rows: Changed) -> bool:
    """Tell whether two paragraphs stand in different cells of a table that both files have: then they are two."""
    if returned.cell is None or exported.cell is None:
        return False
    row = rows.stayed.get(returned.cell[:2])
    return row is not None and (*row.at, returned.cell[2]) != exported.cell


def filled(said: Said, rows: Changed, known: Known, meeting: Meeting, style: HouseStyle) -> tuple[Edit, ...]:
    """Return the edits that fill in a cell as a new paragraph does; none if it was not empty, or has no place."""
    row = rows.stayed.get(said.cell[:2]) if said.cell else None
    if row is None or said.cell is None or any(row.cells[said.cell[2] : said.cell[2] + 1]):
        return ()
    column, words = said.cell[2], said.words.strip()
    printed = [known[number] for number in row.paragraphs if number in known]
    first = next(iter(printed), None)
    if first is None or first.cell is None or not isinstance(block := first.line.block, Table):
        return ()
    if first.line.row >= 0:
        return (Respell(first.line.place, first.line.row, words, (first.cell[0], column)),)
    head = words_of(block.rows[0][column]) if block.header_rows and column < len(block.rows[0]) else ""
    places = (piece.place for one in printed for piece in one.pieces)
    record = next((place[:2] for place in places if place[:1] in (("actions",), ("attendees",))), ())
    name = _fields(style).get((record[:1], head))
    edit = valued((*record, name), ("",), (words,), meeting) if name else None
    return (edit,) if edit else ()


def _fields(style: HouseStyle) -> Mapping[tuple[tuple[str, ...], str], str]:
    """Return the fields of records that may be empty, by what the heads of their columns are called."""
    words = style.columns
    return {
        (("actions",), words.what): "what",
        (("actions",), words.owner): "owner",
        (("actions",), words.due): "due",
        (("attendees",), words.organization): "organization",
        (("attendees",), words.title): "title",
    }
