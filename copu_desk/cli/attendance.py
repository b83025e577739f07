"""The command `attendance`."""

import argparse
from pathlib import Path
from typing import Any

from copu_desk.cli.shared import command, open_library, period, print_json


def add(commands: Any) -> None:
    """Add the commands."""
    attendance = command(commands, "attendance", _attendance, "导出考勤表（.xlsx）")
    period(attendance)
    attendance.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.xlsx")
    attendance.add_argument("--overwrite", action="store_true", help="替换已有的文件")
    attendance.add_argument("--json", action="store_true")


def _attendance(options: argparse.Namespace) -> None:
    from copu_desk import desk
    from copu_desk.summary import attendance_values

    with open_library(options) as library:
        path, counted = desk.export_attendance(
            library, options.output, options.since, options.until, options.series, overwrite=options.overwrite
        )
    if options.json:
        print_json({"file": str(path), **attendance_values(counted)})
    else:
        print(path)
