"""What the commands share: their options, the library, and how they print."""

import argparse
import errno
import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from copu_desk.library import Library

DONE, AT_FAULT, INTERRUPTED = 0, 2, 130
_SHOWN = 40  # characters of a name that is too long


def command(commands: Any, name: str, run: Any, words: str) -> argparse.ArgumentParser:
    """Add a command, what it runs and what it is for, and return its parser."""
    made: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)
    made.set_defaults(run=run)
    return made


def period(command: argparse.ArgumentParser) -> None:
    """Let a command name a period and a series."""
    command.add_argument("--from", dest="since", type=day, metavar="D", help="从哪一天起，如 2024-07-01")
    command.add_argument("--to", dest="until", type=day, metavar="D", help="到哪一天止")
    command.add_argument("--series", default="", metavar="NAME", help="只看哪个例会系列")


def of_meeting(command: argparse.ArgumentParser, nargs: str | None = None) -> None:
    """Let a command name a meeting (`ref`), or with `nargs` several (`refs`)."""
    words = "日期（2024-12-24）、list 列出的编号，或标题中独有的几个字"
    command.add_argument("refs" if nargs else "ref", nargs=nargs, metavar="REF", help=f"哪次会议：{words}")


def with_json(command: argparse.ArgumentParser) -> None:
    """Let a command print for scripts."""
    command.add_argument("--json", action="store_true", help="结果写成 JSON，给脚本用")


def may_overwrite(command: argparse.ArgumentParser) -> None:
    """Let a command replace what is there."""
    command.add_argument("--overwrite", action="store_true", help="替换已有的文件（不写就另取一个名字）")


def day(words: str) -> date:
    """Return the day that words name (2024-12-24); argparse.ArgumentTypeError for any others."""
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{words}”不是日期，应写成 2024-12-24") from error


def place(words: str) -> Path:
    """Return the path of a file or folder, there or not; argparse.ArgumentTypeError for what can be none.

    Whatever asks later whether it is there need not reckon with more than yes and no.
    """
    path = Path(words)
    try:
        path.stat()
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{words}”不能作文件名") from error
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise argparse.ArgumentTypeError(f"“{words[:_SHOWN]}…”太长，系统不能用它作文件名") from error
        if isinstance(error, PermissionError):
            raise argparse.ArgumentTypeError(f"没有权限打开“{words}”所在的文件夹") from error
    return path


def library_file(words: str) -> Path:
    """Return the path of a library, there or not; argparse.ArgumentTypeError for what can be none."""
    path = place(words)
    if not path.name:
        raise argparse.ArgumentTypeError(f"“{words}”不是文件")
    return path


def library_path(options: argparse.Namespace) -> Path:
    """Return the library the options name, else the user's own."""
    from copu_desk.paths import default_library

    named: Path | None = options.library
    return named or default_library()


def open_library(options: argparse.Namespace, *, may_make: bool = False) -> "Library":
    """Open the library the options name, else the user's own; to be read only if it cannot be written now.

    RequestError if the options name one that is not there, unless the command `may_make` a new one.
    """
    from copu_desk.errors import HeldError, ReadOnlyError, RequestError
    from copu_desk.library import Library

    path = library_path(options)
    if options.library and not may_make and not path.exists():
        raise RequestError("没有找到资料库“{library}”。请检查文件名。", library=path)
    try:
        return Library(path)
    except (HeldError, ReadOnlyError) as error:
        return Library(path, read_only=True, why=error.sentence)


def print_json(value: Any) -> None:
    """Print a value as JSON."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def print_rows(rows: Iterable[tuple[str, ...]]) -> None:
    """Print one record a line, its fields parted by tabs."""
    for row in rows:
        print("\t".join(" ".join(words.split()) for words in row))
