"""The command `demo`."""

import argparse
from pathlib import Path
from typing import Any

from copu_desk.cli.shared import DONE, command, place
from copu_desk.errors import WindowError


def add(commands: Any) -> None:
    """Add the commands."""
    demo = command(commands, "demo", _demo, "建一个示例资料库，导出它的纪要和考勤表，再打开窗口")
    where = "放在哪个文件夹（默认 copu-desk-demo）"
    demo.add_argument("folder", nargs="?", type=place, default=Path("copu-desk-demo"), metavar="DIR", help=where)
    demo.add_argument("--no-window", action="store_true", help="只写文件，不打开窗口")


def _demo(options: argparse.Namespace) -> int:
    from copu_desk import desk

    made = desk.demo(options.folder)
    for path in (made.library, *made.files):
        print(path)
    if options.no_window:
        return DONE
    try:
        status: int = options.window(made.library)
    except WindowError as error:
        print(f"文件已经写好，没有打开窗口。{error}")
        return DONE
    return status
