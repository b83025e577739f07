"""Open a library file safely, and say in Chinese what went wrong with it."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlite_utils import Database

from copu_desk.errors import LibraryError
from copu_desk.library.schema import APPLICATION_ID, NEWEST, migrations

WAIT = 5.0  # seconds for another program to finish its writing
_MAGIC = b"SQLite format 3\0"

_TOLD = {
    sqlite3.SQLITE_BUSY: "正被另一个程序使用，刚才的改动还没有写进去。请关闭另一个窗口，会自动再试。",
    sqlite3.SQLITE_LOCKED: "正被另一个程序使用，刚才的改动还没有写进去。请关闭另一个窗口，会自动再试。",
    sqlite3.SQLITE_FULL: "所在的磁盘满了，刚才的改动还没有写进去。请腾出空间，会自动再试；也可以另存到别处。",
    sqlite3.SQLITE_READONLY: "是只读的，刚才的改动没有写进去。请检查文件和文件夹的权限，或另存到别处。",
    sqlite3.SQLITE_IOERR: "所在的磁盘读写出错，刚才的改动没有写进去。请检查磁盘或网络连接，或另存到别处。",
    sqlite3.SQLITE_CORRUPT: "损坏了。请不要再改动它，从备份恢复。",
    sqlite3.SQLITE_NOTADB: "不是 COPU Desk 的资料库，没有改动它。请换一个文件。",
    sqlite3.SQLITE_CANTOPEN: "打不开。请检查文件夹是否存在、是否有权限。",
    sqlite3.SQLITE_PERM: "打不开，没有权限。请检查文件和文件夹的权限。",
    sqlite3.SQLITE_AUTH: "打不开，没有权限。请检查文件和文件夹的权限。",
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite reports of a file into a LibraryError for the secretary; faults of the program pass."""
    try:
        yield
    except sqlite3.Error as error:
        words = _TOLD.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if words is None:
            raise
        raise LibraryError(f"资料库“{path}”{words}") from error


def open_file(path: Path) -> Database:
    """Open a library file, made if there is none, and bring it up to date; LibraryError if that cannot be."""
    if path.is_dir():
        raise LibraryError(f"“{path}”是文件夹，不是资料库。请指定一个文件。")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new = not path.exists() or path.stat().st_size == 0
        if not new:
            with path.open("rb") as file:
                if file.read(len(_MAGIC)) != _MAGIC:
                    raise LibraryError(f"资料库“{path}”{_TOLD[sqlite3.SQLITE_NOTADB]}")
    except OSError as error:
        raise LibraryError(f"资料库“{path}”{_TOLD[sqlite3.SQLITE_CANTOPEN]}") from error
    with told(path):
        connection = sqlite3.connect(path, timeout=WAIT)
        try:
            return _prepared(Database(connection), path, new=new)
        except BaseException:
            connection.close()
            raise


def _prepared(db: Database, path: Path, *, new: bool) -> Database:
    if new:
        with suppress(OSError):  # some systems keep no such permissions
            os.chmod(path, 0o600)  # noqa: PTH101 - what is meant is the file just made
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    elif _pragma(db, "application_id") != APPLICATION_ID:
        raise LibraryError(f"资料库“{path}”{_TOLD[sqlite3.SQLITE_NOTADB]}")
    if _pragma(db, "user_version") > NEWEST:
        raise LibraryError(f"资料库“{path}”来自更新版本的 COPU Desk，没有改动它。请先升级程序。")
    if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise LibraryError(f"资料库“{path}”{_TOLD[sqlite3.SQLITE_CORRUPT]}")
    db.execute("PRAGMA journal_mode = wal").fetchall()
    db.execute("PRAGMA synchronous = full")  # NORMAL loses acknowledged commits when the power goes
    db.execute("PRAGMA foreign_keys = on")
    if migrations.pending(db):
        with db.atomic():  # all the steps or none
            migrations.apply(db)
            db.execute(f"PRAGMA user_version = {NEWEST}")
    return db


def _pragma(db: Database, name: str) -> int:
    return int(db.execute(f"PRAGMA {name}").fetchone()[0])
