"""The command `report`."""

import argparse
import sys
from typing import Any

from copu_desk.cli.shared import command, of_meeting, open_library, place, print_json, print_rows, with_json


def add(commands: Any) -> None:
    """Add the commands."""
    report = command(commands, "report", _report, "读会议平台导出的参会名单，与名单和人员名册对照")
    of_meeting(report)
    report.add_argument(
        "file", type=place, metavar="FILE", help="腾讯会议、飞书、Teams、Zoom、Meet 等导出的 .xlsx 或 .csv"
    )
    report.add_argument("--apply", action="store_true", help="把没有疑问的人标为线上，连接记录都留存")
    report.add_argument("--minimum", type=_count, default=0, metavar="N", help="至少在线几分钟才算到会（默认 0）")
    report.add_argument("--session", type=_count, default=0, metavar="N", help="文件里有几场会议时，指明第几场")
    report.add_argument("--dates", choices=("mdy", "dmy"), help="7/8/2026 这样的日期，先写月（mdy）还是先写日（dmy）")
    with_json(report)


def _count(words: str) -> int:
    if not words.isdecimal():
        raise argparse.ArgumentTypeError(f"“{words}”不是数，应写成 0、1、2……")
    return int(words)


def _report(options: argparse.Namespace) -> None:
    from copu_desk import desk
    from copu_desk.recognize.moments import Order
    from copu_desk.summary import report_rows, report_values

    with open_library(options) as library:
        result = desk.import_report(
            library,
            library.find(options.ref).id,
            options.file,
            minimum=options.minimum,
            session=options.session,
            order=Order(options.dates) if options.dates else None,
            apply=options.apply,
        )
    if options.json:
        print_json(report_values(result))
    else:
        print_rows(report_rows(result))
        if result.note:
            print(f"请留意：{result.note}", file=sys.stderr)
