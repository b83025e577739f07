"""Meetings in the tables: saving what differs between two values, loading, listing, the trash."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time
from itertools import starmap
from typing import Any

from sqlite_utils import Database

from copu_desk.errors import RequestError
from copu_desk.library import edits, merging, rows, trash
from copu_desk.library.trash import TrashKind
from copu_desk.model import Action, AgendaItem, Attendee, Connection, Decision, Essay, Meeting, Original, Status
from copu_desk.sentences import Sentence

PARTS: dict[str, type] = {
    "attendees": Attendee,
    "agenda": AgendaItem,
    "actions": Action,
    "essays": Essay,
    "connections": Connection,
    "originals": Original,
}
_KEY = ("meeting", "id")
_DELETED_INTO_TRASH = {"essays": TrashKind.ESSAY, "originals": TrashKind.ORIGINAL}


@dataclass(frozen=True, slots=True)
class Entry:
    """A meeting as a line of a list: enough to name it without loading it."""

    id: str
    held_on: date
    start: time | None
    series: str
    series_name: str
    number: int
    title: str
    status: Status


@dataclass(frozen=True, slots=True)
class _Line:
    """A record with its place in a tuple (and the item it belongs to): what one row holds."""

    position: int
    record: Any
    more: tuple[tuple[str, str], ...] = ()

    def row(self, meeting: str) -> dict[str, Any]:
        return {**rows.row(self.record), **dict(self.more), "meeting": meeting, "position": self.position}


def save(db: Database, now: Meeting, before: Meeting | None) -> None:
    """Write what differs between two states of a meeting; without a state before, all that is there is replaced."""
    own = rows.row(now)
    if before is None or own != rows.row(before):
        rows.put(db, "meetings", [own], ("id",))
    for name in PARTS:
        then = getattr(before, name) if before else None
        if getattr(now, name) is not then:
            _save_part(db, name, now.id, _lines(getattr(now, name)), _lines(then) if then is not None else None)
            if name == "agenda":
                was = _decisions(then) if then is not None else None
                _save_part(db, "decisions", now.id, _decisions(now.agenda), was)


def _lines(records: Iterable[Any]) -> Iterator[_Line]:
    return starmap(_Line, enumerate(records))


def _decisions(agenda: Iterable[AgendaItem]) -> Iterator[_Line]:
    for item in agenda:
        for position, decision in enumerate(item.decisions):
            yield _Line(position, decision, (("item", item.id),))


def _save_part(db: Database, name: str, meeting: str, now: Iterable[_Line], before: Iterable[_Line] | None) -> None:
    new = {line.record.id: line for line in now}
    old = {line.record.id: line for line in before or ()}
    if before is None:
        there = db.execute(f"SELECT id FROM {name} WHERE meeting = ?", [meeting])  # noqa: S608 - our own names
        gone = [identity for (identity,) in there if identity not in new]
    else:
        gone = [identity for identity in old if identity not in new]
    into_trash = _DELETED_INTO_TRASH.get(name)
    if into_trash:
        trash.put(db, into_trash, meeting, gone, datetime.now(UTC))
    rows.remove(db, name, [(meeting, identity) for identity in gone], _KEY)
    changed = []
    for identity, line in new.items():
        then = old.get(identity)
        if line != then:  # records may differ in what has a table of its own
            row = line.row(meeting)
            if then is None or row != then.row(meeting):
                changed.append(row)
    if changed:
        rows.put(db, name, changed, _KEY)
    if into_trash:  # last: what an original is a link to goes with the last that holds it
        trash.forget(db, into_trash, meeting, new.keys() - old.keys())


def close_ranks(db: Database, meeting: str) -> None:
    """Give each record of a meeting a place of its own: two programs, or pages, that added one gave it the same."""
    for name in PARTS:
        rows.close_ranks(db, name, {"meeting": meeting})
    for (item,) in db.execute("SELECT DISTINCT item FROM decisions WHERE meeting = ?", [meeting]).fetchall():
        rows.close_ranks(db, "decisions", {"meeting": meeting, "item": item})


def load(db: Database, meeting_id: str) -> Meeting:
    """Return a meeting, also one in the trash; RequestError if there is none of that id."""
    found = list(db.query("SELECT * FROM meetings WHERE id = ?", [meeting_id]))
    if not found:
        raise RequestError("这次会议已经不在资料库里了。")
    decisions: dict[str, list[Decision]] = {}
    for values in _rows_of(db, "decisions", meeting_id):
        decisions.setdefault(values["item"], []).append(rows.record(Decision, values))
    parts: dict[str, Any] = {
        name: tuple(rows.record(kind, values) for values in _rows_of(db, name, meeting_id))
        for name, kind in PARTS.items()
        if kind is not AgendaItem
    }
    parts["attendees"] = tuple(map(merging.tie(db), parts["attendees"]))
    parts["agenda"] = tuple(
        rows.record(AgendaItem, values, decisions=tuple(decisions.get(values["id"], ())))
        for values in _rows_of(db, "agenda", meeting_id)
    )
    own = {name: found[0][name] for name in (member.name for member in fields(Meeting)) if name in found[0]}
    return edits.applied(rows.record(Meeting, own, **parts), edits.pending(db, meeting_id))


def _rows_of(db: Database, name: str, meeting: str) -> Iterator[dict[str, Any]]:
    return db.query(f"SELECT * FROM {name} WHERE meeting = ? ORDER BY position", [meeting])  # noqa: S608


def delete(db: Database, meeting_id: str, moment: datetime) -> None:
    """Put a meeting into the trash."""
    db.execute("UPDATE meetings SET deleted = ? WHERE id = ?", [moment.isoformat(timespec="seconds"), meeting_id])


def restore(db: Database, meeting_id: str) -> None:
    """Take a meeting out of the trash, with its series if that is gone."""
    db.execute("UPDATE meetings SET deleted = '' WHERE id = ?", [meeting_id])
    trash.bring_series(db, meeting_id)


_ENTRY = """
SELECT m.id, m.held_on, m.start, m.series, coalesce(s.name, '') AS series_name, m.number, m.title, m.status
FROM meetings m LEFT JOIN series s ON s.id = m.series
"""
NEWEST_FIRST = "ORDER BY m.held_on DESC, coalesce(m.start, '') DESC, m.rowid DESC"
_LIST = f"""{_ENTRY}
WHERE (m.deleted != '') = :deleted AND m.held_on BETWEEN :since AND :until AND (:series = '' OR m.series = :series)
{NEWEST_FIRST}
"""


def entries(
    db: Database, since: date | None, until: date | None, series: str = "", *, deleted: bool = False
) -> list[Entry]:
    """Return the meetings of a period (both days included) and a series (its id, empty for all), newest first."""
    found = db.query(
        _LIST,
        {
            "since": (since or date.min).isoformat(),
            "until": (until or date.max).isoformat(),
            "series": series,
            "deleted": deleted,
        },
    )
    return [_entry(values) for values in found]


def entries_of(db: Database, ids: Sequence[str]) -> list[Entry]:
    """Return some meetings by their ids (at most 900), newest first."""
    marks = ", ".join(["?"] * len(ids))
    return [_entry(values) for values in db.query(f"{_ENTRY} WHERE m.id IN ({marks}) {NEWEST_FIRST}", list(ids))]


def _entry(values: dict[str, Any]) -> Entry:
    try:
        typed = {
            "held_on": date.fromisoformat(values["held_on"]),
            "start": time.fromisoformat(values["start"]) if values["start"] else None,
            "status": Status(values["status"]),
        }
    except rows.WRONG as error:
        raise rows.unreadable() from error
    if not all(isinstance(values[name], str) for name in ("id", "series", "series_name", "title")):
        raise rows.unreadable()
    return Entry(**{**values, **typed})


_DAYS = ("%Y-%m-%d", "%Y.%m.%d", "%Y%m%d", "%Y/%m/%d", "%Y年%m月%d日")
_SHORTEST_ID = 4
_NAMED = 5  # so many candidates are named when a reference is not unique


def find(db: Database, ref: str) -> Entry:
    """Return the one meeting that is meant by a day, an id or its beginning, or a part of its title or series.

    RequestError if there is none, or if there are several: then it names them.
    """
    ref, everything = ref.strip(), entries(db, None, None)
    for meant in (_day_meant(ref), _id_meant(ref), _title_meant(ref)):
        found = [entry for entry in everything if meant(entry)]
        if len(found) == 1:
            return found[0]
        if found:
            names = "；".join(
                f"{entry.held_on} {entry.title or entry.series_name}（{entry.id[:8]}）" for entry in found[:_NAMED]
            )
            more = Sentence(" 等") if len(found) > _NAMED else ""
            raise RequestError(
                "“{ref}”指的会议不止一次：{names}{more}。请用括号里的编号指明是哪一次。",
                ref=ref,
                names=names,
                more=more,
            )
    raise RequestError("没有找到“{ref}”。请写会议的日期（2024-12-24）、编号，或标题中独有的几个字。", ref=ref)


def _day_meant(ref: str) -> Any:
    days = set()
    for form in _DAYS:
        try:
            days.add(datetime.strptime(ref, form).date())
        except ValueError:
            continue
    return lambda entry: entry.held_on in days


def _id_meant(ref: str) -> Any:
    return lambda entry: len(ref) >= _SHORTEST_ID and entry.id.startswith(ref.lower())


def _title_meant(ref: str) -> Any:
    return lambda entry: bool(ref) and (ref in entry.title or (not entry.title and ref in entry.series_name))
