"""The command `ledger`: an office's own attendance ledger comes in, or takes a meeting in."""

import argparse
from typing import Any

from copu_desk.cli.shared import command, may_overwrite, of_meeting, open_library, place, print_json, with_json

_FIRST_YEAR, _LAST_YEAR = 1990, 2099


def add(commands: Any) -> None:
    """Add the commands."""
    ledger = command(commands, "ledger", None, "单位自己的考勤台账：导入，或把一次会议写进它的副本")
    parts = ledger.add_subparsers(title="命令", metavar="命令", required=True)

    bring = command(parts, "import", _import, "把台账（人员 × 日期的表）里的每次会议导入资料库")
    bring.add_argument("file", type=place, metavar="FILE", help="台账：.xlsx、.csv 等表格文件")
    bring.add_argument("--series", default="", metavar="NAME", help="归入哪个例会系列（默认“例会”）")
    bring.add_argument("--year", type=_year, metavar="Y", help="台账里的日期没有写年份时，是哪一年")
    bring.add_argument(
        "--blank",
        choices=("absent", "none"),
        help="空格表示缺席（absent），还是不在名单（none）；默认看台账里有没有缺席的标记",
    )
    bring.add_argument("--dry-run", action="store_true", help="只看会导入什么，不改动资料库")
    with_json(bring)

    write = command(parts, "add", _add, "把一次会议写进台账的副本（.xlsx）：公式跟着走，其余不动")
    of_meeting(write)
    write.add_argument("file", type=place, metavar="FILE.xlsx", help="原来的台账")
    write.add_argument("-o", "--output", type=place, required=True, metavar="FILE.xlsx", help="新台账")
    write.add_argument("--year", type=_year, metavar="Y", help="台账里的日期没有写年份时，是哪一年")
    may_overwrite(write)


def _year(words: str) -> int:
    if not words.isdigit() or not _FIRST_YEAR <= int(words) <= _LAST_YEAR:
        raise argparse.ArgumentTypeError(f"“{words}”不是年份，应写成 2025")
    return int(words)


def _import(options: argparse.Namespace) -> None:
    from copu_desk import desk
    from copu_desk.ledger import Blank
    from copu_desk.summary import ledger_values

    blank = {"absent": Blank.ABSENT, "none": Blank.LEFT_OUT}.get(options.blank)
    with open_library(options, may_make=True) as library:
        found = desk.import_ledger(library, options.file, options.series, blank, options.year, dry_run=options.dry_run)
    values = [ledger_values(one) for one in found]
    if options.json:
        print_json(values)
        return
    for one in values:
        what = "已有，跳过" if one["skipped"] else "将导入" if options.dry_run else "已导入"
        counts = "\t".join(f"{word} {one[name]}" for name, word in _COUNTED)
        print(f"{what}\t{one['date']}\t{one['series']}\t{counts}")
        for note in one["notes"]:
            print(f"\t请留意：{note}")


_COUNTED = (("onsite", "现场"), ("online", "线上"), ("excused", "请假"), ("absent", "缺席"), ("unmarked", "未登记"))


def _add(options: argparse.Namespace) -> None:
    from copu_desk import desk

    with open_library(options) as library:
        written = desk.add_to_ledger(
            library,
            library.find(options.ref).id,
            options.file,
            options.output,
            overwrite=options.overwrite,
            year=options.year,
        )
    print(written.path)
    for note in written.notes:
        print(f"\t请留意：{note}")
