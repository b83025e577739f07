"""Versions of a meeting: its whole state at moments worth going back to, thinned as they grow old.

Pictures are not part of a version; they stay in the library under the name that the version's text gives them. Neither
are the files that were imported: whatever version is looked at, the meeting came from those that it has now.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Any

from sqlite_utils import Database

from copu_desk import bundle
from copu_desk.bundle import Bundle
from copu_desk.errors import LibraryError, ReadError, RequestError
from copu_desk.library import originals, rows, thinning
from copu_desk.model import Meeting

ALL_OF_THE_LAST = timedelta(days=2)  # so long every version is kept; then one a day, and after DAYS one a week
DAYS = 30


class VersionKind(StrEnum):
    """Why a version was kept: while editing, at an export, at 定稿, at an import, before going back to another."""

    EDIT = "edit"
    EXPORT = "export"
    FINAL = "final"
    IMPORT = "import"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Version:
    """A state of a meeting as a line of a list: moment in UTC; hash is the same for equal states."""

    id: int
    meeting: str
    moment: datetime
    kind: VersionKind
    reason: str
    hash: str


def keep(db: Database, meeting: Meeting, kind: VersionKind, reason: str, moment: datetime) -> Version | None:
    """Keep the state of a meeting, and return its version.

    While editing nothing is kept (None) when the newest version shows the same state.
    """
    data = bundle.write(Bundle((replace(meeting, originals=()),)))
    name = sha256(data).hexdigest()
    newest = next(iter(listed(db, meeting.id)), None)
    if kind is VersionKind.EDIT and newest and newest.hash == name:
        return None
    db.execute("INSERT OR IGNORE INTO snapshots VALUES (?, ?)", [name, zlib.compress(data)])
    made = db.execute(
        "INSERT INTO versions (meeting, moment, kind, reason, hash) VALUES (?, ?, ?, ?, ?)",
        [meeting.id, moment.astimezone(UTC).isoformat(timespec="seconds"), kind.value, reason, name],
    )
    return next(one for one in listed(db, meeting.id) if one.id == made.lastrowid)


def listed(db: Database, meeting: str) -> list[Version]:
    """Return the versions of a meeting, newest first."""
    found = db.query("SELECT * FROM versions WHERE meeting = ? ORDER BY id DESC", [meeting])
    return [_version(values) for values in found]


def load(db: Database, version: int) -> Meeting:
    """Return the meeting as it was; RequestError if the version is gone, LibraryError if it is damaged."""
    found = db.execute(
        "SELECT data, meeting FROM versions v JOIN snapshots s ON s.hash = v.hash WHERE v.id = ?", [version]
    ).fetchone()
    if not found:
        raise RequestError("这个版本已经不在资料库里了。")
    try:
        (meeting,) = bundle.read(zlib.decompress(found[0])).meetings
    except (zlib.error, ReadError, ValueError, TypeError) as error:
        raise LibraryError("这个版本损坏了，读不出来。请换一个版本，或从备份恢复。") from error
    return replace(meeting, originals=originals.of(db, found[1]))


def thin(db: Database, now: datetime) -> int:
    """Remove the versions not worth their room any more, and return how many went."""
    gone = []
    for (meeting,) in db.execute("SELECT DISTINCT meeting FROM versions").fetchall():
        gone += [version.id for version in outgrown(listed(db, meeting), now)]
    for identity in gone:
        db.execute("DELETE FROM versions WHERE id = ?", [identity])
    return len(gone)


def outgrown(versions: Sequence[Version], now: datetime) -> list[Version]:
    """Return which versions of one meeting go.

    What is kept: every 定稿 and each first version of a meeting for good; of the exports the newest of each day for
    good; of all others those of the last two days, the newest of each day for thirty days of use, then of each week.
    """
    exports = [one for one in versions if one.kind is VersionKind.EXPORT]
    kept = {one.id for one in versions if one.kind is VersionKind.FINAL or now - one.moment <= ALL_OF_THE_LAST}
    kept |= {one.id for one in thinning.newest_of_each(exports, _moment, thinning.DAY)}
    kept |= {one.id for one in thinning.worth_keeping(versions, _moment, ((thinning.DAY, DAYS), (thinning.WEEK, 0)))}
    kept |= {one.id for one in sorted(versions, key=lambda one: one.id)[:1]}
    return [one for one in versions if one.id not in kept]


def _moment(version: Version) -> datetime:
    return version.moment.astimezone()  # a day is that of the place where the minutes are written


def _version(values: dict[str, Any]) -> Version:
    try:
        typed = {"moment": datetime.fromisoformat(values["moment"]), "kind": VersionKind(values["kind"])}
    except rows.WRONG as error:
        raise rows.unreadable() from error
    return Version(**{**values, **typed})
