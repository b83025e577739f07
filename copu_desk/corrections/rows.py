"""Corrections of whole rows of a table: which came, which went, and what that changes in the meeting."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from copu_desk import dates
from copu_desk.compose.paragraphs import Printed
from copu_desk.corrections import people
from copu_desk.corrections.edits import Add, Drop, Edit, InsertRow, Put, RemoveRow
from copu_desk.differences import pairs
from copu_desk.document import Table, words_of
from copu_desk.model import Action, Attendee, Capacity, Meeting, Presence, get
from copu_desk.reading import Said
from copu_desk.style import HouseStyle

BETWEEN = " | "  # what stands between the cells of a row where it is told


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table in a file: the numbers of its paragraphs, and what its cells say by their columns.

    `at` are the numbers of the table in the file, and of the row in it.
    """

    paragraphs: tuple[int, ...]
    cells: tuple[str, ...]
    at: tuple[int, int] = (0, 0)

    @property
    def words(self) -> str:
        """What the row says, as it is told."""
        return BETWEEN.join(self.cells)


@dataclass(frozen=True, slots=True)
class Came:
    """A row that is new, with the rows of the exported table before it, the nearest first."""

    row: Row
    before: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """The rows that went from the tables of an exported file, and those that came in the returned one.

    `stayed` are the exported ones by where they now stand.
    """

    gone: tuple[Row, ...] = ()
    came: tuple[Came, ...] = ()
    stayed: Mapping[tuple[int, int], Row] = field(default_factory=dict)


def changed(exported: Sequence[Said], returned: Sequence[Said]) -> Changed:
    """Return the rows that came and went in the tables that both files have, and those of tables that are gone."""
    old, new = _tables(exported), _tables(returned)
    gone: list[Row] = []
    came: list[Came] = []
    stayed: dict[tuple[int, int], Row] = {}
    paired = pairs(*(["\n".join(row.words for row in one) for one in tables] for tables in (old, new)))
    is_one_new = any(i is None for i, _ in paired)  # it may be what became of one that seems to be gone
    for i, j in paired:
        if i is not None and j is None and not is_one_new:
            gone += old[i]
        if i is None or j is None:
            continue  # a table that is new is told paragraph by paragraph
        met: list[Row] = []
        for before, after in pairs([row.words for row in old[i]], [row.words for row in new[j]]):
            if before is not None:
                met.insert(0, old[i][before])
                if after is None:
                    gone.append(old[i][before])
                else:
                    stayed[new[j][after].at] = old[i][before]
            elif after is not None:
                came.append(Came(new[j][after], tuple(met)))
    return Changed(tuple(gone), tuple(came), stayed)


def _tables(said: Sequence[Said]) -> list[list[Row]]:
    found: dict[int, dict[int, dict[int, list[int]]]] = {}
    for number, one in enumerate(said):
        if one.cell and one.where == "table":
            table, row, column = one.cell
            found.setdefault(table, {}).setdefault(row, {}).setdefault(column, []).append(number)
    return [
        [
            Row(
                tuple(number for numbers in cells.values() for number in numbers),
                tuple(
                    "\n".join(said[number].words.strip() for number in cells.get(column, ()))
                    for column in range(max(cells) + 1)
                ),
                (table, row),
            )
            for row, cells in rows.items()
        ]
        for table, rows in found.items()
    ]


Known = Mapping[int, Printed]
"""The printed line that each paragraph of the exported file shows, by its number."""


def removed(row: Row, known: Known, meeting: Meeting) -> tuple[Edit, ...]:
    """Return the edits that take a row out of a meeting's tables; none if it has no place there."""
    for printed in _printed(row, known):
        if printed.line.row >= 0 and printed.cell:
            return (RemoveRow(printed.line.place, printed.line.row, printed.cell[0]),)
        places = {piece.place[:2] for piece in printed.pieces if piece.place}
        if len(places) == 1:
            place = places.pop()
            if place[0] == "actions":
                return (Drop(place),)
            if place[0] == "attendees":
                presence = (*place, "presence")
                return (Put(presence, get(meeting, presence), Presence.UNMARKED, gently=True),)
    return ()


def added(came: Came, known: Known, meeting: Meeting, style: HouseStyle) -> tuple[Edit, ...]:
    """Return the edits that bring a new row into a meeting's tables; none if it has no place there."""
    near = [printed for row in came.before for printed in _printed(row, known)]
    if not near:
        return ()
    line, cells = near[0].line, came.row.cells
    if line.row >= 0 and near[0].cell:
        return (InsertRow(line.place, line.row, near[0].cell[0], cells),)
    if not isinstance(line.block, Table):
        return ()
    kinds = {piece.place[0] for piece in line.pieces if piece.place}
    heads = [words_of(cell) for cell in line.block.rows[0]] if line.block.header_rows else []
    if kinds == {"attendees"} and not heads:
        return people.added(f"{_without_count(cells[0])}：{BETWEEN.join(cells[1:])}", meeting, style.attendance)
    values = {head: words for head, words in zip(heads, cells, strict=False) if words}
    last = next((piece.place[1] for one in near for piece in one.pieces if piece.place), "")
    if kinds == {"attendees"}:
        return _attendee(values, last, meeting, style)
    if kinds == {"actions"}:
        return _action(values, last, meeting, style)
    return ()


def _printed(row: Row, known: Known) -> Iterator[Printed]:
    return (known[number] for number in row.paragraphs if number in known)


def _without_count(words: str) -> str:
    return words.partition("（")[0].partition("(")[0].strip()


def _attendee(values: Mapping[str, str], after: str, meeting: Meeting, style: HouseStyle) -> tuple[Edit, ...]:
    words, labels = style.columns, style.attendance
    name = values.get(words.name, "")
    if not name:
        return ()
    groups = {labels.members: Capacity.MEMBER, labels.observers: Capacity.OBSERVER, labels.guests: Capacity.GUEST}
    marks = {
        words.online: Presence.ONLINE,
        labels.excused: Presence.EXCUSED,
        labels.absent: Presence.ABSENT,
        labels.unmarked: Presence.UNMARKED,
    }
    presence = _meant(values.get(words.presence, ""), marks, Presence.ONSITE)
    known = [one for one in meeting.attendees if one.name == name]
    if len(known) == 1:
        return (Put(("attendees", known[0].id, "presence"), known[0].presence, presence),)
    made = Attendee(
        name,
        values.get(words.organization, ""),
        values.get(words.title, ""),
        _meant(values.get(words.group, ""), groups, Capacity.MEMBER),
        presence,
    )
    return (Add(("attendees",), after, made),)


def _meant(words: str, meanings: Mapping[str, Any], otherwise: Any) -> Any:
    plain = words.rstrip("：: ")
    return next((value for label, value in meanings.items() if plain and label.rstrip("：: ") == plain), otherwise)


def _action(values: Mapping[str, str], after: str, meeting: Meeting, style: HouseStyle) -> tuple[Edit, ...]:
    words = style.columns
    due_words = values.get(words.due, "")
    due = dates.meant(due_words.removesuffix("前"), meeting.held_on) if due_words else None
    made = Action(
        what=values.get(words.what, ""), owner=values.get(words.owner, ""), due=due, due_words="" if due else due_words
    )
    return (Add(("actions",), after, made),) if made.what or made.owner else ()
