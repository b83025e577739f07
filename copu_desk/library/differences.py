"""What differs between two library files: what restoring a backup would bring back, change and take away."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlite_utils import Database

from copu_desk.library.meetings import PARTS, load
from copu_desk.library.schema import NEWEST
from copu_desk.sentences import Sentence

_OWN = ("meetings", *PARTS, "decisions")


@dataclass(frozen=True, slots=True)
class Line:
    """A meeting or a person that differs: what it is called."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Differences:
    """What restoring a backup does: come back, are as they were then, are gone afterwards."""

    meetings_back: tuple[Line, ...] = ()
    meetings_changed: tuple[Line, ...] = ()
    meetings_gone: tuple[Line, ...] = ()
    people_back: tuple[Line, ...] = ()
    people_changed: tuple[Line, ...] = ()
    people_gone: tuple[Line, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether the backup holds the same."""
        return self == Differences()

    def lines(self, most: int = 8) -> list[Sentence]:
        """Return the differences in words, a line for each kind, with the names of the first few."""
        kinds = (
            (Sentence("会恢复的会议"), self.meetings_back),
            (Sentence("会回到备份时样子的会议"), self.meetings_changed),
            (Sentence("备份之后才有、恢复后就没有的会议"), self.meetings_gone),
            (Sentence("会恢复的人员"), self.people_back),
            (Sentence("会回到备份时样子的人员"), self.people_changed),
            (Sentence("备份之后才有、恢复后就没有的人员"), self.people_gone),
        )
        return [_line(what, found, most) for what, found in kinds if found] or [
            Sentence("备份里的会议和人员与现在一样。")
        ]


def _line(what: Sentence, found: tuple[Line, ...], most: int) -> Sentence:
    names, more = [line.words for line in found[:most]], "……" if len(found) > most else ""
    return Sentence("{what}（{number}）：{names}{more}", what=what, number=len(found), names=names, more=more)


def between(library: Path, backup: Path) -> Differences:
    """Return what restoring a backup, already checked, would do to a library; sqlite3.Error if one cannot be read."""
    with closing(sqlite3.connect(f"{library.resolve().as_uri()}?mode=ro", uri=True)) as db:
        db.execute("ATTACH ? AS other", [f"{backup.resolve().as_uri()}?mode=ro&immutable=1"])
        here, there = _meetings(db, "main"), _meetings(db, "other")
        unlike = {
            identity for table in _OWN for identity in _differing(db, table, "id" if table == "meetings" else "meeting")
        }
        both = here.keys() & there.keys()
        typed = _typed(db) & both
        changed = (unlike & both) - typed | _read_unlike(library, backup, typed)
        people_here, people_there = _people(db, "main"), _people(db, "other")
        people_changed = set(_differing(db, "people", "id")) & people_here.keys() & people_there.keys()
    return Differences(
        _lines(there, there.keys() - here.keys()),
        _lines(here, changed),
        _lines(here, here.keys() - there.keys()),
        _lines(people_there, people_there.keys() - people_here.keys()),
        _lines(people_here, people_changed),
        _lines(people_here, people_here.keys() - people_there.keys()),
    )


def _lines(named: dict[str, str], chosen: Iterable[str]) -> tuple[Line, ...]:
    return tuple(sorted((Line(one, named[one]) for one in chosen), key=lambda line: line.words, reverse=True))


def _meetings(db: sqlite3.Connection, schema: str) -> dict[str, str]:
    found = db.execute(
        "SELECT m.id, m.held_on, m.title, s.name"  # noqa: S608 - our own names
        f" FROM {schema}.meetings m LEFT JOIN {schema}.series s ON s.id = m.series WHERE m.deleted = ''"
    )
    return {
        identity: f"{date.fromisoformat(day)} {title or series or ''}".strip() for identity, day, title, series in found
    }


def _people(db: sqlite3.Connection, schema: str) -> dict[str, str]:
    found = db.execute(f"SELECT id, name FROM {schema}.people")  # noqa: S608 - our own names
    return {identity: name or Sentence("（无名）") for identity, name in found}


def _differing(db: sqlite3.Connection, table: str, owner: str) -> Iterable[str]:
    """Yield the owners of the rows of a table that are not the same in both files, by the columns that both have.

    A backup of an earlier schema may not have the table: it holds none of its rows.
    """
    both = [name for name in _columns(db, "main", table) if name in _columns(db, "other", table)]
    if not both:
        for one in ("main", "other"):
            if _columns(db, one, table):
                yield from (identity for (identity,) in db.execute(f"SELECT DISTINCT {owner} FROM {one}.{table}"))  # noqa: S608
        return
    key = [name for name in ("meeting", "id") if name in both]
    same = " AND ".join(f'a."{name}" = b."{name}"' for name in key)
    unlike = " OR ".join(['b."id" IS NULL', *(f'a."{name}" IS NOT b."{name}"' for name in both if name not in key)])
    for one, other in (("main", "other"), ("other", "main")):
        rows = f"{one}.{table} a LEFT JOIN {other}.{table} b ON {same}"
        for (identity,) in db.execute(f"SELECT DISTINCT a.{owner} FROM {rows} WHERE {unlike}"):  # noqa: S608
            yield identity


def _typed(db: sqlite3.Connection) -> set[str]:
    """Return the meetings of whose bodies a file holds edits: what their rows say is not all (library/edits.py)."""
    if any(db.execute(f"PRAGMA {one}.user_version").fetchone()[0] != NEWEST for one in ("main", "other")):
        return set()
    found = db.execute("SELECT meeting FROM main.edits UNION SELECT meeting FROM other.edits")
    return {identity for (identity,) in found}


def _read_unlike(library: Path, backup: Path, ids: Iterable[str]) -> set[str]:
    """Return which meetings of both files are not the same when they are read."""
    here, there = (f"{library.resolve().as_uri()}?mode=ro", f"{backup.resolve().as_uri()}?mode=ro&immutable=1")
    with closing(sqlite3.connect(here, uri=True)) as one, closing(sqlite3.connect(there, uri=True)) as other:
        return {identity for identity in ids if load(Database(one), identity) != load(Database(other), identity)}


def _columns(db: sqlite3.Connection, schema: str, table: str) -> list[str]:
    return [row[1] for row in db.execute(f"PRAGMA {schema}.table_info({table})")]
