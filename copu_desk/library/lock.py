"""Who may write to a library: one window holds it, and each writing of any program waits for its turn.

Two locks of the operating system, beside the library, which end with the process whatever ends it:

* `<library>.turn` is held during each transaction and each folding of the log into the file. SQLite before 3.51.3 can
  damage a file when one connection commits at the moment another one folds the log in; with turns there is no such
  moment, so a command may write while a window is open.
* `<library>.lock` is held by a window for as long as it is open. `<library>.holder` says which: a lock that nobody
  holds on this computer is stale and is taken over; one noted by another computer may be held there where locks do not
  reach (a synchronised folder), so only the user may take it over.
"""

import json
import os
import socket
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from copu_desk.errors import HeldError, LibraryError, ReadOnlyError
from copu_desk.sentences import Sentence

WAIT = 5.0  # seconds for another program to finish its writing
WAIT_OF_WINDOW = 0.5  # a window that stands still would be taken for dead; it tries again by itself
_WAIT_FOR_HOLD = 0.3  # a command takes the lock for a moment, to look whether a window has it
_LONGEST_NOTE = 2_000  # bytes


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a library: the computer, the number of the process, since when."""

    host: str
    pid: int
    since: datetime

    @property
    def is_elsewhere(self) -> bool:
        """Whether that is another computer."""
        return self.host != socket.gethostname()

    @property
    def words(self) -> Sentence:
        """Return the holder as a part of a sentence."""
        since = self.since.astimezone()
        return Sentence(
            "{where}上的另一个窗口（{month}月{day}日 {since:%H:%M} 打开）",
            where=Sentence("电脑“{host}”", host=self.host) if self.is_elsewhere else Sentence("这台电脑"),
            month=since.month,
            day=since.day,
            since=since,
        )


class Turn:
    """The right to write now; within a turn it can be taken again."""

    def __init__(self, library: Path, wait: float = WAIT) -> None:
        """Wait at most so many seconds for others when it is taken."""
        self._library = library
        self._lock = FileLock(_beside(library, "turn"), timeout=wait, mode=0o600)

    def __enter__(self) -> Self:
        """Take the turn; LibraryError if others do not finish, ReadOnlyError if the folder allows no writing."""
        try:
            self._lock.acquire()
        except Timeout as error:
            raise LibraryError(
                "资料库“{library}”正被另一个程序使用，刚才的改动还没有写进去。请稍等，会自动再试。",
                library=self._library,
            ) from error
        except OSError as error:
            raise _no_writing(self._library, error) from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._lock.release()


class Hold:
    """A library held by this window."""

    def __init__(self, library: Path, *, take_over: bool = False) -> None:
        """Take hold of a library; HeldError if another window has it, ReadOnlyError if its folder allows no writing.

        With `take_over` also one that another computer noted as its own, since the user says that it is not open there.
        """
        self._note = _beside(library, "holder")
        self._lock = FileLock(_beside(library, "lock"), timeout=_WAIT_FOR_HOLD, mode=0o600)
        try:
            library.parent.mkdir(parents=True, exist_ok=True)
            self._lock.acquire()
        except Timeout as error:
            raise held(library, _noted(library)) from error
        except OSError as error:
            raise _no_writing(library, error) from error
        noted = _noted(library)
        if noted and noted.is_elsewhere and not take_over:
            self._lock.release()
            raise held(library, noted)
        note = {"host": socket.gethostname(), "pid": os.getpid(), "since": _now()}
        with suppress(OSError):  # it only helps to say who
            self._note.write_text(json.dumps(note), encoding="utf-8")
            self._note.chmod(0o600)

    def release(self) -> None:
        """Let others have the library."""
        with suppress(OSError):
            self._note.unlink(missing_ok=True)
        self._lock.release()


def holder(library: Path) -> Holder | None:
    """Return who holds a library now, or holds it as far as another computer noted."""
    if not _beside(library, "lock").exists():
        return None
    noted = _noted(library)
    lock = FileLock(_beside(library, "lock"), timeout=0, mode=0o600)
    try:
        with lock:
            return noted if noted and noted.is_elsewhere else None
    except Timeout:
        return noted or Holder(socket.gethostname(), 0, datetime.now(UTC))
    except OSError:
        return noted


def holder_left(library: Path) -> bool:
    """Return whether a window of this computer had the library and did not close it: it broke off."""
    noted = _noted(library)
    return noted is not None and not noted.is_elsewhere and holder(library) is None


def held(library: Path, by: Holder | None) -> HeldError:
    """Return the error that says who has a library."""
    who = by.words if by else Sentence("另一个窗口")
    return HeldError(
        "资料库“{library}”正由{who}使用。要修改，请先关闭那个窗口；现在可以打开来看，不能修改。",
        library=library,
        who=who,
    )


def _noted(library: Path) -> Holder | None:
    try:
        values = json.loads(_beside(library, "holder").read_bytes()[:_LONGEST_NOTE])
        return Holder(str(values["host"]), int(values["pid"]), datetime.fromisoformat(values["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _no_writing(library: Path, error: OSError) -> LibraryError:
    if library.is_dir() or not library.parent.is_dir():
        return LibraryError("资料库“{library}”打不开。请检查文件夹是否存在、是否有权限。", library=library)
    if isinstance(error, PermissionError):
        return ReadOnlyError(
            "资料库“{library}”所在的文件夹不能写入。请检查文件夹的权限和磁盘，或另存到别处。", library=library
        )
    return ReadOnlyError(
        "资料库“{library}”所在的磁盘不能写入（{why}）。请检查文件夹的权限和磁盘，或另存到别处。",
        library=library,
        why=error.strerror,
    )


def _beside(library: Path, what: str) -> Path:
    return library.with_name(f"{library.name}.{what}")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
