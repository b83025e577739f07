"""The command line: the desk without the window.

Output is plain text for people, one record a line, or JSON with --json. Exit status: 0 done, 2 the user's input or file
is at fault (one sentence on standard error, nothing changed), 1 a defect of the program.
"""

import argparse
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from copu_desk import __version__
from copu_desk.cli import attendance, demo, files, keeping, ledger, meetings, originals, people, reports, styles
from copu_desk.cli.shared import AT_FAULT, DONE, INTERRUPTED, library_file
from copu_desk.errors import CopuError

Window = Callable[[Path | None], int]
GROUPS = (demo, files, meetings, originals, attendance, reports, ledger, people, styles, keeping)
"""The modules of commands, in the order of the help."""


class _Help(argparse.HelpFormatter):
    """How the help begins, in Chinese."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Say how a command is written."""
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser that explains itself in Chinese, and says so what is wrong with a command."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**{**given, "add_help": False, "formatter_class": _Help})
        self._positionals.title, self._optionals.title = "要写的", "选项"
        self.add_argument("-h", "--help", action="help", help="显示这些说明")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and leave with status 2."""
        print(f"命令写得不对（{_in_chinese(message)}）。请用 {self.prog} --help 查看用法。", file=sys.stderr)
        sys.exit(AT_FAULT)


_FAULTS = (
    ("the following arguments are required: (.+)", "缺少 {}"),
    ("unrecognized arguments: (.+)", "不认识 {}"),
    (r"argument (.+?): invalid choice: (.+) \(choose from (.+)\)", "{} 没有 {} 这一种，可以写 {}"),
    ("argument (.+?): expected .+", "{} 后面还要写"),
    ("argument (.+?): not allowed with argument (.+)", "{} 不能和 {} 一起用"),
    ("argument (.+?): invalid int value: (.+)", "{} 要写一个数，而不是 {}"),
    ("argument (.+?): (.+)", "{}：{}"),
)
"""What argparse finds wrong with a command, as it says it and as we do."""


def _in_chinese(message: str) -> str:
    for pattern, words in _FAULTS:
        if found := re.fullmatch(pattern, message):
            return words.format(*found.groups())
    return message


def main(arguments: list[str], window: Window) -> int:
    """Run one command and return the exit status; `window` opens a library in the window (WindowError if it cannot)."""
    for stream in (sys.stdout, sys.stderr):
        if not stream.isatty() and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # scripts get the same bytes everywhere
    options = parser().parse_args(arguments)
    options.window = window
    try:
        status: int | None = options.run(options)
    except CopuError as error:
        print(error, file=sys.stderr)
        return AT_FAULT
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone; nothing is left to say
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    return DONE if status is None else status


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = _Parser(prog="copu-desk", description="会议纪要：不带命令时打开窗口。")
    top.add_argument("--version", action="version", version=f"copu-desk {__version__}", help="显示版本")
    top.add_argument(
        "--library", type=library_file, help="资料库文件（默认用 COPU_DESK_LIBRARY，或用户数据文件夹里的那个）"
    )
    top.set_defaults(run=lambda options: options.window(options.library))
    commands = top.add_subparsers(title="命令", metavar="命令")
    for group in GROUPS:
        group.add(commands)
    return top
