"""Open a library file safely, and say in Chinese what went wrong with it."""

import os
import sqlite3
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlite_utils import Database

from copu_desk.errors import DamagedError, LibraryError, ReadOnlyError
from copu_desk.library import backups
from copu_desk.library.lock import WAIT, Turn
from copu_desk.library.place import Place, place_of
from copu_desk.library.schema import APPLICATION_ID, NEWEST, migrations
from copu_desk.library.shape import is_ours
from copu_desk.sentences import Sentence

_MAGIC = b"SQLite format 3\0"

_BUSY = Sentence("正被另一个程序使用，刚才的改动还没有写进去。请关闭另一个窗口，会自动再试。")
_CLOSED = Sentence("打不开，没有权限。请检查文件和文件夹的权限。")
_TOLD: dict[int, tuple[type[LibraryError], Sentence]] = {
    sqlite3.SQLITE_BUSY: (LibraryError, _BUSY),
    sqlite3.SQLITE_LOCKED: (LibraryError, _BUSY),
    sqlite3.SQLITE_FULL: (
        LibraryError,
        Sentence("所在的磁盘满了，刚才的改动还没有写进去。请腾出空间，会自动再试；也可以另存到别处。"),
    ),
    sqlite3.SQLITE_READONLY: (
        ReadOnlyError,
        Sentence("是只读的，刚才的改动没有写进去。请检查文件和文件夹的权限，或另存到别处。"),
    ),
    sqlite3.SQLITE_IOERR: (
        LibraryError,
        Sentence("所在的磁盘读写出错，刚才的改动没有写进去。请检查磁盘或网络连接，或另存到别处。"),
    ),
    sqlite3.SQLITE_CORRUPT: (DamagedError, Sentence("损坏了。请不要再改动它，从备份恢复。")),
    sqlite3.SQLITE_NOTADB: (DamagedError, Sentence("不是 COPU Desk 的资料库，没有改动它。请换一个文件。")),
    sqlite3.SQLITE_CANTOPEN: (LibraryError, Sentence("打不开。请检查文件夹是否存在、是否有权限。")),
    sqlite3.SQLITE_PERM: (LibraryError, _CLOSED),
    sqlite3.SQLITE_AUTH: (LibraryError, _CLOSED),
}


def fault(path: Path, code: int) -> LibraryError:
    """Return the error that says what SQLite's result code means for a library."""
    kind, words = _TOLD[code]
    return kind(Sentence("资料库“{library}”{words}", library=path, words=words))


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite reports of a file into a LibraryError for the secretary; faults of the program pass."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if "decode" in str(error):  # a text that is none: only Python's own module says so, without a code
            code = sqlite3.SQLITE_CORRUPT
        if code not in _TOLD:
            raise
        raise fault(path, code) from error


class File(Database):
    """The connection of a library: each transaction waits for its turn, so that there is one writer at any moment.

    After a fault of the disk the next transaction begins with a new connection, since the old one may hold a file that
    nobody finds again. `renewals` counts that: what others believe to be in the file may not be there then.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: Path, *, read_only: bool = False, why: str = "", wait: float = WAIT
    ) -> None:
        super().__init__(connection)
        self.path, self.read_only, self._why, self._wait = path, read_only, why, wait
        self.turn = Turn(path, wait)
        self.renewals, self._broken = 0, False
        self._identity = _identity(path)

    @contextmanager
    def atomic(self) -> Generator["Database", None, None]:
        """Write all or nothing; ReadOnlyError if the library is open only to be read, LibraryError if it vanished."""
        if self.conn.in_transaction:
            with super().atomic() as same:
                yield same
            return
        if self.read_only:
            raise ReadOnlyError(self._why or Sentence("资料库“{library}”是只读打开的，不能修改。", library=self.path))
        if self._broken or _identity(self.path) != self._identity:
            self._renew()
        try:
            with self.turn, super().atomic() as same:
                yield same
        except sqlite3.Error as error:
            self._broken = getattr(error, "sqlite_errorcode", 0) & 0xFF in _FAULTS_OF_DISKS
            raise

    def _renew(self) -> None:
        """Connect to the file anew; LibraryError if it is not there or not whole."""
        if (there := _identity(self.path)) is None or not self.path.stat().st_size:
            raise LibraryError(
                "资料库“{library}”不见了（可能移动了文件，或拔掉了磁盘）。请把它放回原处或接回磁盘，或另存到别处。",
                library=self.path,
            )
        fresh = open_file(self.path, wait=self._wait)
        with suppress(sqlite3.Error):
            self.conn.close()
        self.conn, self._identity, self._broken = fresh.conn, there, False
        self.renewals += 1


_FAULTS_OF_DISKS = {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CORRUPT}


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from another one of the same name, or None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def open_file(path: Path, *, read_only: bool = False, why: str = "", wait: float = WAIT) -> File:
    """Open a library file, made if there is none, and bring it up to date; LibraryError if that cannot be.

    `why` is what is said when somebody wishes to change what is open only to be read; `wait` is for how many seconds
    other programs are waited for before it is said that they have it.
    """
    if path.is_dir():
        raise LibraryError("“{path}”是文件夹，不是资料库。请指定一个文件。", path=path)
    new = _is_new(path, read_only=read_only)
    with told(path):
        connection = connect_to_read(path) if read_only else sqlite3.connect(path, timeout=wait)
        try:
            file = File(connection, path, read_only=read_only, why=why, wait=wait)
            if read_only:
                _check(file)
            else:
                with file.turn:
                    _prepare(file, new=new)
        except BaseException:
            connection.close()
            raise
    return file


def _is_new(path: Path, *, read_only: bool) -> bool:
    try:
        if not read_only:
            path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.stat().st_size == 0:
            if read_only:
                raise fault(path, sqlite3.SQLITE_CANTOPEN)
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))  # for the user alone from the first moment
            return True
        with path.open("rb") as file:
            if file.read(len(_MAGIC)) != _MAGIC:
                raise fault(path, sqlite3.SQLITE_NOTADB)
    except OSError as error:
        raise fault(path, sqlite3.SQLITE_CANTOPEN) from error
    return False


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Return a connection that never writes, also to a file whose folder allows no writing."""
    name = f"{path.resolve().as_uri()}?mode=ro"
    connection = sqlite3.connect(name, uri=True, timeout=WAIT)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        if path.with_name(path.name + "-wal").exists():  # newer text stands there, which must not be passed over
            raise
        return sqlite3.connect(name + "&immutable=1", uri=True)
    return connection


def _check(db: File) -> None:
    """Refuse what is no library, one that is newer than this program, and one that is damaged."""
    if _pragma(db, "application_id") != APPLICATION_ID:
        raise fault(db.path, sqlite3.SQLITE_NOTADB)
    if _pragma(db, "user_version") > NEWEST:
        raise LibraryError("资料库“{library}”来自更新版本的 COPU Desk，没有改动它。请先升级程序。", library=db.path)
    if _pragma(db, "user_version") and not is_ours(db):
        raise DamagedError(
            "资料库“{library}”的结构被别的程序改过，没有打开它。请从备份恢复，或换一个文件。", library=db.path
        )
    if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise fault(db.path, sqlite3.SQLITE_CORRUPT)
    if db.read_only and migrations.pending(db):
        raise LibraryError("资料库“{library}”是旧版本的，要先在窗口里打开升级一次，才能只读打开。", library=db.path)


def _prepare(db: File, *, new: bool) -> None:
    if new:
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    _check(db)
    # The log (WAL) needs memory shared by all who read, and a copy of the file without it lacks the newest text: so
    # on the network and where files are synchronised there is none, and each change goes to the file itself.
    journal = "wal" if place_of(db.path) is Place.LOCAL else "truncate"
    db.execute(f"PRAGMA journal_mode = {journal}").fetchall()
    db.execute("PRAGMA synchronous = full")  # NORMAL loses acknowledged commits when the power goes
    db.execute("PRAGMA foreign_keys = on")
    if migrations.pending(db):
        if not new:
            backups.make(db.conn, db.path, why=backups.UPGRADE)
        upgrade(db)


def upgrade(db: File) -> None:
    """Bring the tables up to date, all the steps or none; LibraryError if one fails: then the file is as it was."""
    try:
        with db.atomic():
            migrations.apply(db)
            db.execute(f"PRAGMA user_version = {NEWEST}")
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _TOLD:
            raise
        raise LibraryError(
            "资料库“{library}”没能升级到这个版本（{why}），没有改动它。请用原来的版本打开，并把这句话告诉维护者。",
            library=db.path,
            why=error,
        ) from error


def _pragma(db: Database, name: str) -> int:
    return int(db.execute(f"PRAGMA {name}").fetchone()[0])
