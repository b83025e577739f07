"""The trash (回收站): deleted meetings, and essays, originals and people with what they belonged to.

A meeting in the trash is a row of its table with the moment in `deleted`. All others are put here by the saving
itself: whatever record disappears from a saved meeting or roster lies in the trash until it is there again. So what is
deleted in the window can be undone there, and is found here days later; undoing it takes it out of here. A series to
which meetings still belong (those in the trash, mostly) is kept here for them, unseen: it comes back with them.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeVar

from sqlite_utils import Database

from copu_desk import records
from copu_desk.errors import RequestError
from copu_desk.library import rows
from copu_desk.model import Essay, Meeting, Original, Person, Series, Status, essay_label
from copu_desk.sentences import Sentence

_Record = TypeVar("_Record", bound=Essay | Original | Person)


class TrashKind(StrEnum):
    """What was deleted."""

    MEETING = "meeting"
    ESSAY = "essay"
    ORIGINAL = "original"
    PERSON = "person"
    SERIES = "series"  # never listed: it goes and comes with its meetings


@dataclass(frozen=True, slots=True)
class Trashed:
    """Something deleted, as a line of a list.

    `meeting` is the id of the meeting an essay or original belonged to (of a meeting its own, of a person empty);
    `name` is a meeting's own title (empty if it is built), an essay's label, a file's or person's name; `position` is
    the place it had among its like, from 0.
    """

    kind: TrashKind
    meeting: str
    id: str
    moment: datetime
    name: str
    position: int = 0


_KINDS: dict[TrashKind, tuple[str, type, str]] = {
    TrashKind.ESSAY: ("essays", Essay, "SELECT * FROM essays WHERE meeting = ? AND id = ?"),
    TrashKind.ORIGINAL: ("originals", Original, "SELECT * FROM originals WHERE meeting = ? AND id = ?"),
    TrashKind.PERSON: ("people", Person, "SELECT * FROM people WHERE '' = ? AND id = ?"),
    TrashKind.SERIES: ("series", Series, "SELECT * FROM series WHERE '' = ? AND id = ?"),
}


def listed(db: Database) -> list[Trashed]:
    """Return all that was deleted, newest first; the meeting of an essay or original may be in the trash as well."""
    select = "SELECT kind, meeting, id, moment, position, name FROM trash WHERE kind != 'series'"
    found = [_trashed(values) for values in db.query(select)]
    found += [
        _trashed({**values, "kind": "meeting"})
        for values in db.query(
            "SELECT id AS meeting, id, deleted AS moment, 0 AS position, title AS name"
            " FROM meetings WHERE deleted != ''"
        )
    ]
    return sorted(found, key=lambda one: one.moment, reverse=True)


def put(db: Database, kind: TrashKind, meeting: str, ids: Iterable[str], moment: datetime) -> None:
    """Copy records that are about to be deleted into the trash: parts of a meeting, or people (meeting empty).

    Records that never held a word are no loss and are left out.
    """
    _table, of, select = _KINDS[kind]
    for identity in ids:
        for values in db.query(select, [meeting, identity]):
            record = rows.record(of, values)
            if record == of(id=record.id):
                continue
            name = essay_label(record) if isinstance(record, Essay) else record.name
            words = json.dumps(records.dump(record), ensure_ascii=False, separators=(",", ":"))
            db.execute(
                "INSERT OR REPLACE INTO trash VALUES (?, ?, ?, ?, ?, ?, ?)",
                [kind.value, meeting, identity, _words(moment), values["position"], name, words],
            )


def forget(db: Database, kind: TrashKind, meeting: str, ids: Iterable[str]) -> None:
    """Take records out of the trash: they are where they belong again, or nobody wants them."""
    db.conn.executemany(
        "DELETE FROM trash WHERE kind = ? AND meeting = ? AND id = ?",
        [[kind.value, meeting, identity] for identity in ids],
    )


def needed(db: Database, series: Iterable[str]) -> list[str]:
    """Return those of some series (their ids) to which meetings belong, also such in the trash."""
    belongs = "SELECT 1 FROM meetings WHERE series = ? LIMIT 1"
    return [identity for identity in series if db.execute(belongs, [identity]).fetchone()]


def bring_series(db: Database, meeting: str) -> None:
    """Let a meeting have its series again, if that lies here: itself, or one that is called the same now."""
    found = db.execute(
        "SELECT t.id, t.name, t.data FROM meetings m JOIN trash t ON t.kind = 'series' AND t.id = m.series"
        " WHERE m.id = ?",
        [meeting],
    ).fetchone()
    if not found:
        return
    identity, name, data = found
    if same := db.execute("SELECT id FROM series WHERE name = ?", [name]).fetchone():
        db.execute("UPDATE meetings SET series = ? WHERE id = ?", [same[0], meeting])
        return
    (last,) = db.execute("SELECT coalesce(max(position), -1) FROM series").fetchone()
    back = records.load(Series, json.loads(data))
    rows.put(db, "series", [rows.row(back, with_lists=True) | {"position": last + 1}], ("id",))
    forget(db, TrashKind.SERIES, "", [identity])


def record(db: Database, trashed: Trashed) -> Essay | Original | Person:
    """Return a deleted essay, original or person; RequestError if it is not in the trash any more."""
    found = db.execute(
        "SELECT data FROM trash WHERE kind = ? AND meeting = ? AND id = ?",
        [trashed.kind.value, trashed.meeting, trashed.id],
    ).fetchone()
    if not found:
        raise RequestError("“{name}”已经不在回收站里了。", name=trashed.name)
    loaded: Essay | Original | Person = records.load(_KINDS[trashed.kind][1], json.loads(found[0]))
    return loaded


def purge(db: Database, trashed: Trashed) -> None:
    """Delete something in the trash for good: a meeting with its versions and with what of it is in the trash.

    What it held is overwritten in the file, not only given free.
    """
    (usual,) = db.execute("PRAGMA secure_delete").fetchone()
    db.execute("PRAGMA secure_delete = on").fetchall()
    try:
        if trashed.kind is TrashKind.MEETING:
            db.execute("DELETE FROM meetings WHERE id = ? AND deleted != ''", [trashed.id])
            db.execute("DELETE FROM trash WHERE kind = 'series' AND id NOT IN (SELECT series FROM meetings)")
        else:
            forget(db, trashed.kind, trashed.meeting, [trashed.id])
    finally:
        db.execute(f"PRAGMA secure_delete = {('off', 'on', 'fast')[usual]}").fetchall()


def with_part(meeting: Meeting, part: Essay | Original, position: int) -> Meeting:
    """Return a meeting with an essay or original back at its place; an essay whose agenda item is gone has none.

    RequestError if the minutes are final: whoever changes those gives a reason first.
    """
    what = (
        Sentence("附文“{essay}”", essay=essay_label(part))
        if isinstance(part, Essay)
        else Sentence("原件“{file}”", file=part.name)
    )
    if meeting.status is Status.FINAL:
        raise RequestError(
            "{what}所属的会议（{day}）已经定稿，没有恢复它。请先打开那次会议，按“修改…”说明原因。",
            what=what,
            day=meeting.held_on,
        )
    if isinstance(part, Original):
        return replace(meeting, originals=_with(part, meeting.originals, position))
    there = any(item.id == part.item for item in meeting.agenda)
    return replace(meeting, essays=_with(part if there else replace(part, item=""), meeting.essays, position))


def with_person(people: tuple[Person, ...], person: Person, position: int) -> tuple[Person, ...]:
    """Return the roster with a person back at the rank that they had."""
    return _with(person, people, position)


def _with(back: _Record, among: tuple[_Record, ...], position: int) -> tuple[_Record, ...]:
    rest = tuple(one for one in among if one.id != back.id)
    return (*rest[:position], back, *rest[position:])


def _trashed(values: dict[str, Any]) -> Trashed:
    try:
        typed = {"kind": TrashKind(values["kind"]), "moment": datetime.fromisoformat(values["moment"])}
    except rows.WRONG as error:
        raise rows.unreadable() from error
    return Trashed(**{**values, **typed})


def _words(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
