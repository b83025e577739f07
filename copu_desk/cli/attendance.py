"""The commands about attendance: `attendance` and `sign-in`."""

import argparse
from typing import Any

from copu_desk.cli.shared import command, may_overwrite, of_meeting, open_library, period, place, print_json, with_json
from copu_desk.errors import RequestError


def add(commands: Any) -> None:
    """Add the commands."""
    attendance = command(commands, "attendance", _attendance, "导出考勤表（.xlsx），或用 --json 列出统计结果")
    period(attendance)
    attendance.add_argument("-o", "--output", type=place, metavar="FILE.xlsx", help="只用 --json 时可以不写")
    may_overwrite(attendance)
    with_json(attendance)

    sign_in = command(commands, "sign-in", _sign_in, "做一次会议的签到表（.docx 或 .pdf）")
    of_meeting(sign_in)
    sign_in.add_argument("-o", "--output", type=place, required=True, metavar="FILE|DIR", help="文件或文件夹")
    sign_in.add_argument("--blank", type=int, default=6, metavar="N", help="给临时来宾留几行空白（默认 6，最多 200）")
    may_overwrite(sign_in)


def _attendance(options: argparse.Namespace) -> None:
    from copu_desk import desk
    from copu_desk.summary import attendance_values

    if not options.output and not options.json:
        raise RequestError("请用 -o 写明考勤表存到哪里，或用 --json 只列出统计结果。")
    when, values = (options.since, options.until, options.series), {}
    with open_library(options) as library:
        if options.output:
            path, counted = desk.export_attendance(library, options.output, *when, overwrite=options.overwrite)
            values["file"] = str(path)
        else:
            counted = desk.count_attendance(library, *when)
    if options.json:
        print_json(values | attendance_values(counted))
    else:
        print(values["file"])


def _sign_in(options: argparse.Namespace) -> None:
    from copu_desk import desk

    with open_library(options) as library:
        meeting = library.find(options.ref).id
        print(desk.export_sign_in(library, meeting, options.output, options.blank, overwrite=options.overwrite))
