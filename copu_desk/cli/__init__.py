"""The command line: the desk without the window.

Output is plain text for people, one record a line, or JSON with --json. Exit status: 0 done, 2 the user's input or file
is at fault (one sentence on standard error, nothing changed), 1 a defect of the program.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from copu_desk import __version__
from copu_desk.cli import attendance, demo, files, keeping, ledger, meetings, originals, people, reports, styles
from copu_desk.cli.shared import AT_FAULT, DONE, INTERRUPTED
from copu_desk.errors import CopuError

Window = Callable[[Path | None], int]
GROUPS = (demo, files, meetings, originals, attendance, reports, ledger, people, styles, keeping)
"""The modules of commands, in the order of the help."""


class _Parser(argparse.ArgumentParser):
    """A parser that says in Chinese what is wrong with a command."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and leave with status 2."""
        print(f"命令写得不对（{message}）。请用 {self.prog} --help 查看用法。", file=sys.stderr)
        sys.exit(AT_FAULT)


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
    top = _Parser(prog="copu-desk", description="会议纪要：不带命令时打开窗口。", add_help=True)
    top.add_argument("--version", action="version", version=f"copu-desk {__version__}")
    top.add_argument("--library", type=Path, help="资料库文件（默认用 COPU_DESK_LIBRARY，或用户数据文件夹里的那个）")
    top.set_defaults(run=lambda options: options.window(options.library))
    commands = top.add_subparsers(title="命令", metavar="命令")
    for group in GROUPS:
        group.add(commands)
    return top
