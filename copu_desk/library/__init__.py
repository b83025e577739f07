"""The library: everything kept, in one SQLite file with one writing connection.

Each failure of the file is a LibraryError with a sentence for the secretary. What `save` wrote is on the disk when it
returns (WAL, synchronous=FULL).
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing, nullcontext, suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from copu_desk.errors import LibraryError, ReadOnlyError, RequestError
from copu_desk.library import actions, attendees, backups, differences, edits, grams, meetings, originals, reports, rows
from copu_desk.library import search as searching
from copu_desk.library import trash as bin_of
from copu_desk.library import versions as versioning
from copu_desk.library.actions import GivenAction, OpenAction
from copu_desk.library.backups import Backup
from copu_desk.library.differences import Differences
from copu_desk.library.file import open_file, told, upgrade
from copu_desk.library.lock import WAIT, WAIT_OF_WINDOW, Hold, held, holder, holder_left
from copu_desk.library.meetings import Entry
from copu_desk.library.place import ADVICE, place_of
from copu_desk.library.schema import migrations
from copu_desk.library.search import Hit
from copu_desk.library.trash import Trashed, TrashKind
from copu_desk.library.verify import verify
from copu_desk.library.versions import Version, VersionKind
from copu_desk.model import Attendee, Essay, Meeting, Nickname, Original, Person, Series
from copu_desk.progress import NO_PROGRESS, Progress
from copu_desk.sentences import Sentence

OF_ANOTHER_PROGRAM = Sentence("另一个程序的改动")  # why a version is kept of what another program wrote

__all__ = ["OF_ANOTHER_PROGRAM",
    "SQLITE_VERSION",
    "Backup", "Differences", "Entry", "GivenAction", "Hit", "Library", "OpenAction", "TrashKind", "Trashed",
    "Version", "VersionKind", "backups", "holder", "holder_left", "verify",
]  # fmt: skip
SQLITE_VERSION = sqlite3.sqlite_version
_INDEXED_AT_ONCE = 50
_LAST = 16  # so many of the meetings saved last are known again, to see whether somebody else saved one in between


class Library:
    """The meetings, people, series, pictures and settings of one file."""

    def __init__(
        self, path: Path, *, read_only: bool = False, why: str = "", hold: bool = False, take_over: bool = False
    ) -> None:
        """Open the file, made if there is none; LibraryError if it is not a library or cannot be opened.

        A window holds it: HeldError if another window does (`take_over` passes over one of another computer, which the
        user says is closed there). Commands do not hold it; they write between the changes of a window. With
        `read_only` it is there only to be read, and `why` is what is said when somebody wishes to change it.
        """
        self.path, self.read_only, self.why_read_only = path, read_only, why
        self._hold = Hold(path, take_over=take_over) if hold else None
        try:
            if not (hold or read_only) and (other := holder(path)) and other.is_elsewhere:
                raise held(path, other)
            self._db = open_file(path, read_only=read_only, why=why, wait=WAIT_OF_WINDOW if hold else WAIT)
        except BaseException:
            if self._hold:
                self._hold.release()
            raise
        self._seen = self._opened_after = self._data_version()
        self._saved_after: dict[str, int] = {}  # after which writing of others each meeting was saved here
        self._whole_after: dict[str, int] = {}  # after which renewal each meeting or table was saved whole
        self._typed: tuple[edits.Typed, int] | None = None  # what was typed last, after which writing of others
        self._shared: set[str] = set()  # meetings that another program changed, too
        self._last: tuple[Meeting, ...] = ()  # the meetings that were saved last, as they were saved
        self._restores = 0  # of backups: SQLite counts no changes then
        self._edits = 0  # how many edits were added since a body was written whole
        self._held_originals: dict[str, bytes] = {}

    def close(self) -> None:
        """Close the file."""
        self._fold()
        # SQLite folds the log into the file when the last connection closes: that is writing, too. Whoever still reads
        # is not waited for, since a window that is to save would wait as well: the log is folded when that one closes.
        with suppress(sqlite3.Error, LibraryError), nullcontext() if self.read_only else self._db.turn:
            if not self.read_only:
                self._db.execute("PRAGMA busy_timeout = 0").fetchall()
                self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            self._db.close()
        self._db.close()
        if self._hold:
            self._hold.release()

    @property
    def advice(self) -> str:
        """What speaks against the folder in which the library lies, empty if nothing does."""
        return ADVICE.get(place_of(self.path), "")

    @property
    def total_changes(self) -> int:
        """How many rows this connection has written."""
        return self._db.conn.total_changes

    @property
    def mark(self) -> tuple[int, ...]:
        """What is another one as soon as anybody wrote to the library, here or elsewhere: two of them are compared."""
        return self.total_changes, self._data_version(), self._restores

    def changed_elsewhere(self) -> bool:
        """Return whether another program wrote to the library since this was asked last."""
        with told(self.path):
            before, self._seen = self._seen, self._data_version()
        return before != self._seen

    def _keep_foreign(self, before: Meeting | None) -> None:
        """Keep what another program saved of a meeting since this one did, if it is not the state believed there."""
        if before is None or self._saved_after.get(before.id, self._opened_after) == self._data_version():
            return
        with suppress(RequestError):
            stored = meetings.load(self._db, before.id)
            if stored != before:
                self._shared.add(before.id)
                versioning.keep(self._db, stored, VersionKind.EDIT, OF_ANOTHER_PROGRAM, datetime.now(UTC))

    def _data_version(self) -> int:
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def save(self, now: Meeting, before: Meeting | None = None) -> None:
        """Write what differs from the state before, all or nothing; without one, what is there is replaced.

        If another program changed the meeting in between, its rows stay but for those that differ here, and what it
        saved is kept as a version.
        """
        typed = edits.typed(now, before) if before else None
        written: set[str] = set()
        with told(self.path), self._db.atomic():
            others = self._data_version()
            if goes_on := typed is not None and self._goes_on(typed):
                edits.add(self._db, typed)
            else:
                edits.fold(self._db)
                self._keep_foreign(before)
                meetings.save(self._db, now, before if self._is_sure(now.id) else None)
                if now.id in self._shared or (before and not any(before is one for one in self._last)):
                    meetings.close_ranks(self._db, now.id)
                written = originals.keep(self._db, now, self._held_originals)
        self._edits = self._edits + 1 if goes_on else 0
        self._saved_after[now.id], self._whole_after[now.id] = others, self._db.renewals
        self._typed = (typed, others) if typed else None
        self._last = (now, *(one for one in self._last if one.id != now.id))[:_LAST]
        for digest in written:
            del self._held_originals[digest]

    def _goes_on(self, typed: edits.Typed) -> bool:
        """Return whether something was typed into the long body that was saved last, and nobody wrote since."""
        if not self._typed or self._edits >= edits.MOST or len(typed.before) < edits.FEWEST_BLOCKS:
            return False
        last, version = self._typed
        same = last.cell == typed.cell and last.now is typed.before
        return same and self._is_sure(typed.cell.meeting) and version == self._data_version()

    def _is_sure(self, what: str) -> bool:
        """Return whether what is believed of a meeting or a table is there: the file may have become another one."""
        return self._whole_after.get(what, 0) == self._db.renewals

    def _fold(self) -> None:
        """Write what was typed into the bodies themselves, as far as the library can be written."""
        with suppress(sqlite3.Error, LibraryError):
            if not self.read_only and edits.any_pending(self._db):
                with self._db.atomic():
                    edits.fold(self._db)

    def load(self, meeting_id: str) -> Meeting:
        """Return a meeting; RequestError if there is none of that id, LibraryError if what is there is damaged."""
        try:
            with told(self.path):
                return meetings.load(self._db, meeting_id)
        except (TypeError, ValueError, KeyError) as error:
            raise LibraryError("这次会议的内容损坏了，读不出来。请从备份恢复。") from error

    def delete(self, meeting_id: str) -> None:
        """Put a meeting into the trash."""
        with told(self.path), self._db.atomic():
            meetings.delete(self._db, meeting_id, datetime.now(UTC))

    def restore(self, meeting_id: str) -> None:
        """Take a meeting out of the trash."""
        with told(self.path), self._db.atomic():
            meetings.restore(self._db, meeting_id)

    def trash(self) -> list[Trashed]:
        """Return the deleted meetings, essays and people, newest first."""
        with told(self.path):
            return bin_of.listed(self._db)

    def trashed(self, one: Trashed) -> Essay | Original | Person:
        """Return a deleted essay, original or person; RequestError if it is not in the trash any more.

        For a meeting that is open in the window: `Editor.change(with_part(meeting, part, one.position), …)` puts it
        back so that it can be undone, and saving takes it out of the trash.
        """
        with told(self.path):
            return bin_of.record(self._db, one)

    def put_back(self, one: Trashed) -> None:
        """Put something back where it belonged; RequestError if it is gone or its meeting is in the trash itself."""
        if one.kind is TrashKind.MEETING:
            self.restore(one.id)
            return
        back = self.trashed(one)
        if isinstance(back, Person):
            people = self.people()
            self.save_people(bin_of.with_person(people, back, one.position), people)
            return
        if any(entry.id == one.meeting for entry in self.entries(deleted=True)):
            raise RequestError("“{name}”所属的会议也在回收站里。请先恢复那次会议。", name=one.name)
        meeting = self.load(one.meeting)
        self.save(bin_of.with_part(meeting, back, one.position), meeting)

    def purge(self, one: Trashed) -> None:
        """Delete something in the trash for good, a meeting with its versions and what of it is in the trash."""
        with told(self.path), self._db.atomic():
            bin_of.purge(self._db, one)

    def keep_version(
        self, meeting: Meeting, kind: VersionKind, reason: str = "", moment: datetime | None = None
    ) -> Version | None:
        """Keep the state of a saved meeting; while editing None, if its newest version shows the same state."""
        with told(self.path), self._db.atomic():
            return versioning.keep(self._db, meeting, kind, reason, moment or datetime.now(UTC))

    def versions(self, meeting_id: str) -> list[Version]:
        """Return the versions of a meeting, newest first."""
        with told(self.path):
            return versioning.listed(self._db, meeting_id)

    def version(self, version_id: int) -> Meeting:
        """Return a meeting as it was in a version; RequestError if that is gone, LibraryError if it is damaged."""
        with told(self.path):
            return versioning.load(self._db, version_id)

    def thin_versions(self, now: datetime | None = None) -> int:
        """Remove the versions not worth their room any more (versions.outgrown), and return how many went."""
        with told(self.path), self._db.atomic():
            return versioning.thin(self._db, now or datetime.now(UTC))

    def entries(
        self, since: date | None = None, until: date | None = None, series: str = "", *, deleted: bool = False
    ) -> list[Entry]:
        """Return the meetings of a period (both days included) and a series (its id), newest first."""
        with told(self.path):
            return meetings.entries(self._db, since, until, series, deleted=deleted)

    def rolls(self, entries: Sequence[Entry]) -> dict[str, tuple[Attendee, ...]]:
        """Return the attendees of listed meetings by the meetings' ids."""
        with told(self.path):
            return attendees.rolls(self._db, entries)

    def find(self, ref: str) -> Entry:
        """Return the one meeting meant by a day, an id or its beginning, or a part of a title; else RequestError."""
        with told(self.path):
            return meetings.find(self._db, ref)

    def search(self, words: str, most: int = 0, *, private: bool = False) -> list[Hit]:
        """Return where the words stand, newest meeting first; with `most`, no more places than that.

        The scratch pads are looked through only with `private`.
        """
        with told(self.path):
            self._fold()
            return searching.search(self._db, words, most, private=private)

    def index(self, most: int) -> int:
        """Bring up to so many meetings up to date in the index of the search, and return how many are left."""
        with told(self.path), self._db.atomic():
            edits.fold(self._db)
            return searching.index(self._db, most)

    def open_actions(self, before: date, series: str = "", apart_from: str = "") -> list[OpenAction]:
        """Return the actions open in meetings before a day and not carried on (but by one), the most urgent first."""
        with told(self.path):
            return actions.open_actions(self._db, before, series, apart_from)

    def given_actions(self) -> tuple[GivenAction, ...]:
        """Return the actions of all meetings, the most urgent first; one carried on stands in the meeting it is in."""
        with told(self.path):
            return actions.given_actions(self._db)

    def save_given_actions(self, now: Iterable[GivenAction], before: Iterable[GivenAction]) -> None:
        """Write into the meetings they belong to what differs between two states of actions across meetings.

        An action of final minutes is closed in the newest draft of the series.
        """
        then = {one.id: one for one in before}
        for one in now:
            if one == then.get(one.id):
                continue
            meeting = self.load(one.meeting)
            if one.final:
                given = next(it for it in meeting.actions if it.id == one.action)
                draft = self.load(one.draft)
                self.save(actions.closed(draft, one, given), draft)
            else:
                changed = {name: getattr(one, name) for name in actions.EDITED}
                after = [replace(it, **changed) if it.id == one.action else it for it in meeting.actions]
                self.save(replace(meeting, actions=tuple(after)), meeting)

    def people(self) -> tuple[Person, ...]:
        """Return the roster in rank order."""
        people: tuple[Person, ...] = self._all("people", Person)
        return people

    def save_people(self, now: tuple[Person, ...], before: tuple[Person, ...] = ()) -> None:
        """Write what differs between two states of the roster; without one, the roster is replaced."""
        self._save_all("people", Person, now, before or self.people())

    def series(self) -> tuple[Series, ...]:
        """Return the series in their order."""
        series: tuple[Series, ...] = self._all("series", Series)
        return series

    def save_series(self, now: tuple[Series, ...], before: tuple[Series, ...] = ()) -> None:
        """Write what differs between two states of the series; without one, they are replaced."""
        self._save_all("series", Series, now, before or self.series())

    def nicknames(self) -> tuple[Nickname, ...]:
        """Return whom names on meeting platforms meant, as decided last."""
        with told(self.path):
            return reports.nicknames(self._db)

    def remember_nicknames(self, decided: Iterable[Nickname], forgotten: Iterable[Nickname] = ()) -> None:
        """Keep decisions about names on platforms, and drop others."""
        with told(self.path), self._db.atomic():
            reports.remember(self._db, decided, forgotten)

    def report_columns(self) -> dict[str, Mapping[str, int]]:
        """Return what the columns of attendance reports hold, by row of headings, as the secretary told."""
        with told(self.path):
            return reports.columns(self._db)

    def remember_columns(self, headings: str, columns: Mapping[str, int]) -> None:
        """Keep what the columns under a row of headings hold."""
        with told(self.path), self._db.atomic():
            reports.remember_columns(self._db, headings, columns)

    def add_image(self, data: bytes) -> str:
        """Keep a picture (once, however often it is added) and return its name, the SHA-256 of its bytes."""
        name = sha256(data).hexdigest()
        with told(self.path), self._db.atomic():
            self._db.execute("INSERT OR IGNORE INTO images VALUES (?, ?)", [name, data])
        return name

    def image(self, name: str) -> bytes:
        """Return the bytes of a picture; RequestError if it is not kept here."""
        with told(self.path):
            found = self._db.execute("SELECT data FROM images WHERE name = ?", [name]).fetchone()
        if not found:
            raise RequestError("有一张图片不在资料库里了，请重新插入。")
        return bytes(found[0])

    def hold_original(self, data: bytes) -> str:
        """Hold the bytes of a file until a meeting is saved that has it as an original, and return their SHA-256."""
        digest = sha256(data).hexdigest()
        self._held_originals[digest] = data
        return digest

    def original(self, digest: str) -> bytes:
        """Return the bytes of an original, as they were imported; RequestError if they are gone for good."""
        if digest in self._held_originals:
            return self._held_originals[digest]
        with told(self.path):
            return originals.data(self._db, digest)

    def has_original(self, digest: str) -> bool:
        """Tell whether the bytes of an original are here."""
        with told(self.path):
            return digest in self._held_originals or originals.has(self._db, digest)

    def setting(self, key: str, default: str = "") -> str:
        """Return a setting kept with this library."""
        with told(self.path):
            found = self._db.execute("SELECT value FROM settings WHERE key = ?", [key]).fetchone()
        return str(found[0]) if found else default

    def set_setting(self, key: str, value: str) -> None:
        """Keep a setting with this library."""
        with told(self.path), self._db.atomic():
            rows.put(self._db, "settings", [{"key": key, "value": value}], ("key",))

    def backup(self, path: Path) -> None:
        """Write a whole, checked copy of the library to a file (which is replaced only by a good copy).

        RequestError if that file is the library itself, LibraryError if it cannot be written.
        """
        if path.exists() and path.samefile(self.path):
            raise RequestError("“{path}”就是现在的资料库。请换一个文件名。", path=path)
        with told(self.path):
            backups.copy(self._db.conn, path)

    def back_up(self, folder: Path | None = None, moment: datetime | None = None) -> Path:
        """Make a dated backup in the library's own folder of backups or another one, thin what is there, return it."""
        with told(self.path):
            made = backups.make(self._db.conn, self.path, folder, moment=moment)
        backups.thin(made.parent, self.path.stem, made)
        return made

    def backups(self, folder: Path | None = None) -> list[Backup]:
        """Return the backups in the library's own folder of backups or another one, newest first."""
        return backups.listed(folder or backups.folder_of(self.path), self.path.stem)

    def differences(self, backup: Path) -> Differences:
        """Return what restoring a backup would change; LibraryError if the backup is not sound."""
        backups.check(backup)
        with told(backup):
            self._fold()
            return differences.between(self.path, backup)

    def restore_backup(self, backup: Path, before: Path | None = None, made_at: tuple[int, ...] | None = None) -> Path:
        """Make the library what it was in a backup, all or nothing, and return the backup of what it was before.

        That is made here unless `before` names one, made when the `mark` was `made_at`, and nobody wrote since.
        LibraryError if the backup is not sound or the library cannot be written; then nothing has changed.
        """
        backups.check(backup)
        if self.read_only:
            raise ReadOnlyError("资料库“{library}”是只读打开的，不能恢复。", library=self.path)
        with told(self.path), self._db.turn:
            if before is None or made_at != self.mark:
                before = backups.make(self._db.conn, self.path, why=backups.RESTORE)
            with closing(sqlite3.connect(f"{backup.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as source:
                source.backup(self._db.conn)  # one transaction: a fault in the middle leaves what was there
            self._restores += 1
            if migrations.pending(self._db):
                upgrade(self._db)
        self._typed = None
        return before

    def rebuild_index(self, progress: Progress = NO_PROGRESS) -> None:
        """Make the index of the search anew."""
        with told(self.path), self._db.atomic():
            grams.clear(self._db)
        total = len(self.entries()) + len(self.entries(deleted=True))
        while left := self.index(_INDEXED_AT_ONCE):
            progress(total - left, total, Sentence("正在重建索引…"))

    def _all(self, table: str, kind: type) -> Any:
        with told(self.path):
            return tuple(
                rows.record(kind, values)
                for values in self._db.query(f"SELECT * FROM {table} ORDER BY position")  # noqa: S608
            )

    def _save_all(self, table: str, kind: type, now: tuple[Any, ...], before: tuple[Any, ...]) -> None:
        with told(self.path), self._db.atomic():
            if not self._is_sure(table):
                before = self._all(table, kind)
            old = {record.id: (position, record) for position, record in enumerate(before)}
            changed = [
                rows.row(record, with_lists=True) | {"position": position}
                for position, record in enumerate(now)
                if old.get(record.id) != (position, record)
            ]
            gone, new = old.keys() - {record.id for record in now}, {record.id for record in now} - old.keys()
            if table == "series":
                bin_of.put(self._db, TrashKind.SERIES, "", bin_of.needed(self._db, gone), datetime.now(UTC))
                bin_of.forget(self._db, TrashKind.SERIES, "", new)
            if table == "people":
                merged = {identity for person in now for identity in person.merged}
                bin_of.put(self._db, TrashKind.PERSON, "", gone - merged, datetime.now(UTC))
                bin_of.forget(self._db, TrashKind.PERSON, "", new)
            rows.remove(self._db, table, [(identity,) for identity in gone], ("id",))
            rows.put(self._db, table, changed, ("id",))
            rows.close_ranks(self._db, table, {})
        self._whole_after[table] = self._db.renewals
