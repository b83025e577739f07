"""Put files on the disk: whole or not at all, and never over another one unless that is wanted."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from shutil import rmtree

from copu_desk.errors import WriteError
from copu_desk.sentences import Sentence


def free_name(path: Path) -> Path:
    """Return the path itself, or with (2), (3) … before the suffix if there is a file of that name already."""
    candidate, number = path, 1
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{path.stem}({number}){path.suffix}")
    return candidate


def put_folder(path: Path, files: Mapping[str, bytes], *, overwrite: bool = False) -> Path:
    """Write files into a new folder and return it; a folder that is there already is kept and the new one gets (2).

    The folder appears with all its files or not at all. With `overwrite`, the files go into the folder that is there,
    each whole or not at all, and what else lies there stays. WriteError if that fails.
    """
    if overwrite and path.is_dir():
        for name, data in files.items():
            put_file(path / name, data)
        return path
    target = free_name(path)
    part = target.with_name(target.name + ".part")
    try:
        for name, data in files.items():
            put_file(part / name, data)
        part.replace(target)
    except (OSError, WriteError) as error:
        rmtree(part, ignore_errors=True)
        if isinstance(error, WriteError):
            raise
        raise WriteError(_why_not_written(target, error)) from error
    return target


def put(path: Path, data: bytes, *, overwrite: bool) -> Path:
    """Write a file and return it; one of that name stays and the new one gets (2), unless `overwrite`.

    WriteError if that fails; the file appears whole or not at all.
    """
    target = path if overwrite else free_name(path)
    put_file(target, data)
    return target


def put_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: beside, to the disk, then swapped in; WriteError if that fails."""
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            part.chmod(0o600)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise WriteError(_why_not_written(path, error)) from error


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
