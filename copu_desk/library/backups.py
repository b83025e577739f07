"""Backups: whole, checked copies of a library, the nearer in time, the closer together.

They lie beside the library in `<its name>-backups`, and in a second folder if the user wishes. Each is one closed file
without a log, made by SQLite's backup from one moment's state, then checked: its integrity, and as many rows in each
table as were there at that moment. What somebody was just typing is written whole in the copy, so that making one needs
nothing of the library but to read it.
"""

import glob
import os
import re
import sqlite3
import tempfile
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from copu_desk.errors import DamagedError, LibraryError
from copu_desk.library import edits, thinning
from copu_desk.library.lock import WAIT
from copu_desk.library.schema import APPLICATION_ID, NEWEST
from copu_desk.library.shape import is_ours
from copu_desk.progress import NO_PROGRESS, Progress
from copu_desk.sentences import Sentence

DAILY, UPGRADE, RESTORE, BY_HAND = "", "before-upgrade", "before-restore", "by-hand"
KEPT = ((thinning.DAY, 7), (thinning.WEEK, 4), (thinning.MONTH, 12))
SPECIAL = 10  # so many of the last ones made before an upgrade, before restoring, and by hand
PAGES = 2_000  # copied between two words to whoever waits: 8 MB
_MOMENT = "%Y%m%d-%H%M%S"
_PART = ".part"  # what a copy ends in until it is whole
_LEFT_AFTER_S = 86_400.0  # when a part was surely left by a program that ended while it copied


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup as a line of a list: moment in local time; why is DAILY, UPGRADE, RESTORE or BY_HAND; size in bytes."""

    path: Path
    moment: datetime
    why: str
    size: int


def folder_of(library: Path) -> Path:
    """Return the folder of a library's backups."""
    return library.with_name(f"{library.stem}-backups")


def make(
    source: sqlite3.Connection,
    library: Path,
    folder: Path | None = None,
    *,
    why: str = DAILY,
    moment: datetime | None = None,
    progress: Progress = NO_PROGRESS,
) -> Path:
    """Make a backup in a folder (made if need be; by default the library's own), and return its file.

    LibraryError if it cannot be written or is not sound: then no backup was made and none was lost.
    """
    folder = folder or folder_of(library)
    moment = moment or datetime.now().astimezone()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        while not _claimed(path := folder / _name(library, moment, why)):
            moment += timedelta(seconds=1)  # no backup takes the place of another one
    except OSError as error:
        raise _not_written(folder, error) from error
    _write(source, _part(path), path, progress)
    return path


def _claimed(path: Path) -> bool:
    """Make the part of a backup that nobody has made nor is making, for the user alone; return whether that was so."""
    try:
        os.close(os.open(_part(path), os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return False
    if path.exists():
        _part(path).unlink()
        return False
    return True


def _part(path: Path) -> Path:
    return path.with_name(path.name + _PART)


def _name(library: Path, moment: datetime, why: str) -> str:
    return "-".join(filter(None, (library.stem, moment.strftime(_MOMENT), why))) + ".copu"


def copy(source: sqlite3.Connection, path: Path, progress: Progress = NO_PROGRESS) -> None:
    """Write a whole, checked copy of a library to a file, which is replaced only by a good copy.

    LibraryError if it cannot be written or is not sound; Cancelled as `progress` wishes. Either way nothing changed.
    """
    try:
        number, name = tempfile.mkstemp(_PART, path.name, path.parent)
        os.close(number)
    except OSError as error:
        raise _not_written(path, error) from error
    _write(source, Path(name), path, progress)


def _write(source: sqlite3.Connection, part: Path, path: Path, progress: Progress) -> None:
    """Fill an empty file, look whether it is sound, and let it become the copy."""
    try:
        _copy(source, part, progress)
        _to_disk(part)
        part.replace(path)
        _to_disk(path.parent)
    except (OSError, sqlite3.Error) as error:
        raise _not_written(path, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _copy(source: sqlite3.Connection, part: Path, progress: Progress) -> None:
    def step(_status: int, remaining: int, total: int) -> None:
        progress(total - remaining, total, Sentence("正在备份…"))

    own = not source.in_transaction
    if own:
        source.execute("BEGIN")  # one moment's state, for the copy and the counting alike
    try:
        counts = row_counts(source)
        with closing(sqlite3.connect(part)) as target:
            source.backup(target, pages=PAGES, progress=step)
            target.execute("PRAGMA journal_mode = delete").fetchall()
            progress(0, 0, Sentence("正在检查备份…"))
            whole = row_counts(target) == counts
            _fold(target)
            if target.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok" or not whole:
                raise LibraryError("备份“{path}”没有通过检查，没有保留它。请检查磁盘。", path=part.with_suffix(""))
    finally:
        if own:
            source.rollback()


def _fold(copy: sqlite3.Connection) -> None:
    """Write what was typed into the bodies of a copy, if it is of this version; an edit that does not fit stays."""
    if copy.execute("PRAGMA user_version").fetchone()[0] == NEWEST:
        db = Database(copy)
        with db.atomic():
            edits.fold(db)


def row_counts(db: sqlite3.Connection) -> dict[str, int]:
    """Return how many rows each table of a file has."""
    tables = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").fetchall()
    return {
        name: db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - names of our own tables
        for (name,) in sorted(tables)
        if name != "grams"  # the index's own tables are counted, it itself has no rows to count
    }


def listed(folder: Path, stem: str) -> list[Backup]:
    """Return the backups of a library (the name of its file without suffix) in a folder, newest first."""
    form = re.compile(re.escape(stem) + r"-(\d{8}-\d{6})(?:-(before-\w+|by-hand))?\.copu")
    found = []
    with suppress(OSError):
        for path in folder.iterdir():
            if match := form.fullmatch(path.name):
                with suppress(OSError, ValueError):
                    moment = datetime.strptime(match[1], _MOMENT).astimezone()
                    found.append(Backup(path, moment, match[2] or DAILY, path.stat().st_size))
    return sorted(found, key=lambda one: (one.moment, one.path.name), reverse=True)


def outgrown(found: list[Backup], now: datetime | None = None) -> list[Backup]:
    """Return which backups go: all but the newest of each of 7 days, 4 weeks and 12 months in which there are any.

    Of those made by hand, and of those made before an upgrade or before restoring, whose state is nowhere else, the
    newest of each kind stay too. Those of a time to come, made when the clock was wrong, push out none of today.
    """
    limit = (now or datetime.now().astimezone()) + timedelta(days=1)
    kept: list[Backup] = []
    for among in ([one for one in found if one.moment <= limit], [one for one in found if one.moment > limit]):
        kept += thinning.worth_keeping([one for one in among if one.why == DAILY], _moment, KEPT)
        for why in (UPGRADE, RESTORE, BY_HAND):
            kept += sorted((one for one in among if one.why == why), key=_moment)[-SPECIAL:]
    return [one for one in found if one not in kept]


def _moment(backup: Backup) -> datetime:
    return backup.moment


def thin(folder: Path, stem: str, *spare: Path) -> int:
    """Remove the backups not worth their room any more, but some to be spared, and return how many went.

    One that was just made is spared by whoever made it: where the clock was set back, it may look like the oldest.
    Parts of backups that were never finished go, too.
    """
    gone = 0
    for one in outgrown(listed(folder, stem)):
        with suppress(OSError):  # it goes next time
            if not any(one.path.samefile(path) for path in spare):
                one.path.unlink()
                gone += 1
    with suppress(OSError):
        for path in folder.glob(f"{glob.escape(stem)}-*.copu{_PART}"):
            if time.time() - path.stat().st_mtime > _LEFT_AFTER_S:
                path.unlink()
    return gone


def check(path: Path) -> None:
    """Look whether a backup is a sound library that this program can read; DamagedError or LibraryError if not."""
    try:
        if not path.is_file():
            raise LibraryError("没有找到备份“{path}”。请检查文件名。", path=path)
        # Without its folder: a backup on a read-only disk is fine, and reading leaves no files beside it.
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as db:
            if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise DamagedError("“{path}”不是 COPU Desk 的备份。请换一个文件。", path=path)
            version = db.execute("PRAGMA user_version").fetchone()[0]
            if version > NEWEST:
                raise LibraryError("备份“{path}”来自更新版本的 COPU Desk。请先升级程序，再恢复。", path=path)
            if version and not is_ours(Database(db)):
                raise DamagedError("备份“{path}”的结构被别的程序改过，没有用它。请换一个备份。", path=path)
            if db.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
                raise DamagedError("备份“{path}”损坏了，没有用它。请换一个备份。", path=path)
    except sqlite3.Error as error:
        raise DamagedError("“{path}”损坏了，或者不是 COPU Desk 的备份。请换一个文件。", path=path) from error


def of_file(
    library: Path,
    folder: Path | None = None,
    *,
    why: str = DAILY,
    spare: Path | None = None,
    progress: Progress = NO_PROGRESS,
) -> Path:
    """Make a backup of a library through a connection of its own, thin what is in the folder, and return its file.

    `why` is a word of the file's name; the folder is the usual one unless given; `spare` is a backup that stays even
    if it is not worth its room any more. LibraryError if there is no library or the backup cannot be made, DamagedError
    if the file is none of ours; the backups there stay.
    """
    if not library.is_file():
        raise LibraryError("没有找到资料库“{library}”。请检查文件名。", library=library)
    try:
        with closing(sqlite3.connect(f"{library.resolve().as_uri()}?mode=ro", uri=True, timeout=WAIT)) as source:
            if source.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise DamagedError("“{library}”不是 COPU Desk 的资料库，没有备份它。请换一个文件。", library=library)
            made = make(source, library, folder, why=why, progress=progress)
    except sqlite3.DatabaseError as error:
        raise LibraryError(
            "资料库“{library}”读不出来（{why}），没有备份它。请运行“检查资料库”。", library=library, why=error
        ) from error
    thin(made.parent, library.stem, made, *([spare] if spare else []))
    return made


def replace_damaged(library: Path, backup: Path) -> Path:
    """Put a checked backup in the place of a damaged library, and return where the damaged one lies now.

    LibraryError if it cannot be written there; it says where both files lie then.
    """
    with closing(sqlite3.connect(f"{backup.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as source:
        fresh = library.with_name(library.name + ".restored")
        copy(source, fresh)
    aside = put_aside(library)
    try:
        fresh.replace(library)
    except OSError as error:
        raise LibraryError(
            "备份写不到“{library}”（{why}）。损坏的资料库在“{aside}”，恢复出来的在“{fresh}”。",
            library=library,
            why=error,
            aside=aside,
            fresh=fresh,
        ) from error
    return aside


def put_aside(library: Path) -> Path:
    """Move a damaged library with its log out of the way, and return where it lies now; LibraryError if it cannot."""
    aside = library.with_name(f"{library.stem}-damaged-{datetime.now(UTC):%Y%m%d-%H%M%S}{library.suffix}")
    try:
        for suffix in ("-wal", "-shm", "-journal"):
            beside = library.with_name(library.name + suffix)
            if beside.exists():
                beside.replace(aside.with_name(aside.name + suffix))
        library.replace(aside)
    except OSError as error:
        raise LibraryError("损坏的资料库“{library}”移不开。请关闭使用它的程序，再试一次。", library=library) from error
    return aside


def _to_disk(path: Path) -> None:
    """Let what was written, or a name in a folder, reach the disk; OSError if it does not."""
    if path.is_dir():
        with suppress(OSError):  # Windows opens no folders
            _sync(path, os.O_RDONLY)
    else:
        _sync(path, os.O_RDWR)


def _sync(path: Path, how: int) -> None:
    descriptor = os.open(path, how)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _not_written(path: Path, error: Exception) -> LibraryError:
    if isinstance(error, LibraryError):
        return error
    return LibraryError("备份写不到“{path}”（{why}）。原有的备份都在；请检查文件夹和磁盘空间。", path=path, why=error)
