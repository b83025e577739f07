"""Put files on the disk: whole or not at all, and never over another one unless that is wanted."""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp, mkstemp

from copu_desk.errors import WriteError
from copu_desk.sentences import Sentence

_PART = ".part"  # what a file ends in until it is whole
_SHOWN = 40  # characters of its name until then, of its own


def free_name(path: Path) -> Path:
    """Return the path itself, or with (2), (3) … before the suffix if there is a file of that name already."""
    candidate, number = path, 1
    while is_there(candidate):
        number += 1
        candidate = path.with_name(f"{path.stem}({number}){path.suffix}")
    return candidate


def put_folder(path: Path, files: Mapping[str, bytes], *, overwrite: bool = False) -> Path:
    """Write files into a new folder and return it; a folder that is there already is kept and the new one gets (2).

    The folder appears with all its files or not at all. With `overwrite`, the files go into the folder that is there,
    each whole or not at all, and what else lies there stays. WriteError if that fails.
    """
    if overwrite and _is_folder(path):
        for name, data in files.items():
            put_file(path / name, data)
        return path
    target, part = free_name(path), None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part = Path(mkdtemp(_PART, target.name[:_SHOWN], target.parent))
        for name, data in files.items():
            put_file(part / name, data)
        part.replace(target)
    except (OSError, WriteError) as error:
        if part:
            rmtree(part, ignore_errors=True)
        if isinstance(error, WriteError):
            raise
        raise WriteError(_why_not_written(target, error)) from error
    return target


def put(path: Path, data: bytes, *, overwrite: bool) -> Path:
    """Write a file and return it; one of that name stays and the new one gets (2), unless `overwrite`.

    WriteError if that fails; the file appears whole or not at all. Of two programs that write a file of one name at the
    same moment, each gets a name of its own.
    """
    while not overwrite:
        target = free_name(path)
        with suppress(FileExistsError):
            _put(target, data, _claim)
            return target
    put_file(path, data)
    return path


def put_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: beside, to the disk, then swapped in; WriteError if that fails."""
    _put(path, data, os.replace)


def _put(path: Path, data: bytes, take: Callable[[Path, Path], None]) -> None:
    part = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        number, name = mkstemp(_PART, path.name[:_SHOWN], path.parent)  # for the user alone, and no link of others
        part = Path(name)
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        take(part, path)
    except OSError as error:
        if take is _claim and isinstance(error, FileExistsError) and _is_folder(path.parent):
            raise
        raise WriteError(_why_not_written(path, error)) from error
    finally:
        if part:
            with suppress(OSError):
                part.unlink(missing_ok=True)


def _claim(part: Path, path: Path) -> None:
    """Give a file its name, unless that is taken by now (FileExistsError)."""
    try:
        path.hardlink_to(part)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # not every disk can
        part.replace(path)


def is_there(path: Path) -> bool:
    """Tell whether something is there; of what may not be looked at, writing tells what is the matter."""
    with suppress(OSError, ValueError):
        return path.is_symlink() or path.exists()
    return False


def _is_folder(path: Path) -> bool:
    with suppress(OSError):
        return path.is_dir()
    return False


def remove_file(path: Path) -> None:
    """Remove a file that may be missing; WriteError if that fails."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise WriteError("“{path}”删不掉：没有权限，或者它正在别的程序里打开着。请关闭它再试。", path=path) from error


def _why_not_written(path: Path, error: OSError) -> Sentence:
    if isinstance(error, PermissionError):
        return Sentence(
            "“{path}”写不进去：没有权限，或者它正在 Word、WPS 里打开着。请关闭它，或换一个文件夹。", path=path
        )
    if isinstance(error, IsADirectoryError | NotADirectoryError | FileExistsError):
        return Sentence("“{path}”不能作为文件名，因为那里已经有一个文件夹或文件。请换一个名字。", path=path)
    return Sentence(
        "“{path}”写不进去（{why}）。原有的文件没有改动；请检查磁盘空间，或换一个文件夹。",
        path=path,
        why=error.strerror or Sentence("磁盘出错"),
    )
