"""Edits of long texts: what a key changed in a body, kept as a small row until the whole body is written again.

The row of an essay of 100,000 characters holds 600 KB; writing it for each key would take longer than all else that a
key does. So while typing goes on in one long body, each saving adds one row to `edits`: which blocks went and which
came. Loading puts the edits into the body; `fold` writes the body itself anew, which every other writing does first,
and the search and the index, too; a backup has it done in the copy. So the rest of the library never meets an edit that
it has to heed, but for those who only read while another program is typing: their search is behind by as much as is not
yet folded.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from itertools import takewhile
from typing import Any

from sqlite_utils import Database

from copu_desk.document import Body
from copu_desk.library import rows
from copu_desk.model import Meeting, get, put

FEWEST_BLOCKS = 32  # a shorter body is written whole: that costs about as much as an edit
MOST = 500  # edits until a body is written whole, so that loading it never takes long

BODIES = {
    "meetings": ("preamble", "closing", "postscript"),
    "agenda": ("discussion",),
    "essays": ("body",),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a body stands: a field of a row."""

    table: str
    meeting: str
    id: str
    field: str


@dataclass(frozen=True, slots=True)
class Typed:
    """That two states of a meeting differ in one body."""

    cell: Cell
    before: Body
    now: Body


@dataclass(frozen=True, slots=True)
class Edit:
    """That some blocks of a body gave way to others: at a place, of a body of so many blocks."""

    at: int
    gone: int
    length: int
    blocks: str  # as JSON

    def applied(self, body: Body) -> Body:
        """Return the body after the edit; ValueError if the edit is not one of this body."""
        if len(body) != self.length:
            raise ValueError(f"an edit of {self.length} blocks does not fit {len(body)}")
        return (*body[: self.at], *rows.body_of(self.blocks), *body[self.at + self.gone :])


def typed(now: Meeting, before: Meeting) -> Typed | None:
    """Return the one body in which two states of a meeting differ, None if they differ in more or in something else."""
    name = _only_difference(now, before)
    if name in BODIES["meetings"]:
        return Typed(Cell("meetings", now.id, now.id, name), getattr(before, name), getattr(now, name))
    if name not in BODIES or len(getattr(now, name)) != len(getattr(before, name)):
        return None
    changed = [pair for pair in zip(getattr(now, name), getattr(before, name), strict=True) if pair[0] is not pair[1]]
    if len(changed) != 1:
        return None
    record, old = changed[0]
    field = _only_difference(record, old)
    if field not in BODIES[name]:
        return None
    return Typed(Cell(name, now.id, record.id, field), getattr(old, field), getattr(record, field))


def _only_difference(now: Any, before: Any) -> str:
    """Return the one field that is not the same object in two records, empty if it is none or there are several."""
    changed = [one.name for one in fields(now) if getattr(now, one.name) is not getattr(before, one.name)]
    return changed[0] if len(changed) == 1 else ""


def between(before: Body, now: Body) -> Edit:
    """Return the edit that makes one body the other."""
    start = _same(before, now)
    end = _same(before[start:][::-1], now[start:][::-1])
    return Edit(start, len(before) - start - end, len(before), rows.stored_body(now[start : len(now) - end])[0])


def _same(one: Body, other: Body) -> int:
    """Return how many blocks at the beginning of two bodies are the same objects."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], zip(one, other, strict=False)))


def add(db: Database, what: Typed) -> None:
    """Keep what was typed as an edit of the body before, which must be what the library holds."""
    edit, cell = between(what.before, what.now), what.cell
    db.execute(
        'INSERT INTO edits (meeting, "table", id, field, at, gone, length, blocks) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        [cell.meeting, cell.table, cell.id, cell.field, edit.at, edit.gone, edit.length, edit.blocks],
    )


def pending(db: Database, meeting: str = "") -> dict[Cell, list[Edit]]:
    """Return the edits of one meeting or of all, in their order."""
    found: dict[Cell, list[Edit]] = {}
    for values in db.query("SELECT * FROM edits WHERE ? IN ('', meeting) ORDER BY number", [meeting]):
        cell = Cell(values["table"], values["meeting"], values["id"], values["field"])
        found.setdefault(cell, []).append(Edit(values["at"], values["gone"], values["length"], values["blocks"]))
    return found


def applied(meeting: Meeting, made: dict[Cell, list[Edit]]) -> Meeting:
    """Return a meeting with its edits in its bodies; ValueError if one does not fit."""
    for cell, some in made.items():
        place = (cell.field,) if cell.table == "meetings" else (cell.table, cell.id, cell.field)
        meeting = put(meeting, place, _all_applied(get(meeting, place), some))
    return meeting


def _all_applied(body: Body, some: Sequence[Edit]) -> Body:
    for edit in some:
        body = edit.applied(body)
    return body


def fold(db: Database) -> None:
    """Write each body that has edits whole.

    Edits that fit no body any more stay as they are: loading their meeting tells of them, and all others can be saved.
    """
    for cell, some in pending(db).items():
        row = "id = ? AND id = ?" if cell.table == "meetings" else "meeting = ? AND id = ?"
        found = db.execute(f"SELECT {cell.field} FROM {cell.table} WHERE {row}", [cell.meeting, cell.id]).fetchone()  # noqa: S608 - our own names
        try:
            words, plain = rows.stored_body(_all_applied(rows.body_of(found[0]), some))
        except (TypeError, ValueError, KeyError):
            continue
        db.execute(
            f"UPDATE {cell.table} SET {cell.field} = ?, {cell.field}{rows.PLAIN} = ? WHERE {row}",  # noqa: S608
            [words, plain, cell.meeting, cell.id],
        )
        db.execute(
            'DELETE FROM edits WHERE meeting = ? AND "table" = ? AND id = ? AND field = ?',
            [cell.meeting, cell.table, cell.id, cell.field],
        )


def any_pending(db: Database) -> bool:
    """Return whether there are edits."""
    return db.execute("SELECT 1 FROM edits LIMIT 1").fetchone() is not None
