"""The commands that bring meetings in and send them out: import, export."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copu_desk.cli.shared import command, day, may_overwrite, of_meeting, open_library, place, print_json, with_json
from copu_desk.errors import RequestError

if TYPE_CHECKING:
    from copu_desk.desk.publishing import Choices
    from copu_desk.library import Library
    from copu_desk.model import Meeting


def add(commands: Any) -> None:
    """Add the commands."""
    kinds = ".docx、.html、.md、.txt、本程序导出的 .json；.doc、.wps、.rtf 需要 LibreOffice"
    bring = command(commands, "import", _import, f"导入以往的纪要（{kinds}）")
    bring.add_argument("files", nargs="+", type=place, metavar="FILE|DIR", help="文件，或整个文件夹")
    bring.add_argument("--series", default="", metavar="NAME", help="归入哪个例会系列")
    bring.add_argument("--date", type=day, metavar="D", help="纪要里没有写日期时，会议是哪一天")
    bring.add_argument("--dry-run", action="store_true", help="只看会导入什么，不改动资料库")
    bring.add_argument("--again", action="store_true", help="同一天、同一系列的会议已经有了也再导入一份")
    with_json(bring)

    export = command(commands, "export", _export, "导出纪要、一项议程的摘录、会前的通知，或整个会议文件夹")
    of_meeting(export, "+")
    export.add_argument(
        "--format",
        default="",
        metavar="F",
        help="docx、pdf、html、md、txt、eml（邮件草稿）、json，或 folder（会议文件夹）；默认看文件名，否则 docx",
    )
    what = export.add_mutually_exclusive_group()
    what.add_argument(
        "--item", default="", metavar="ITEM", help="只要一项议程的纪要摘录：它的序号，或标题中独有的几个字"
    )
    what.add_argument("--notice", action="store_true", help="会前的会议通知，而不是纪要")
    export.add_argument("--style", default="", metavar="NAME", help="版式（默认用系列自己的）")
    export.add_argument(
        "--with",
        dest="added",
        action="append",
        default=[],
        metavar="PART",
        help="也印版式里平时不印的部分，如 缺席名单、未到名单；可以写几次",
    )
    export.add_argument(
        "--without", action="append", default=[], metavar="PART", help="不印版式里的某个部分，如 备注；可以写几次"
    )
    export.add_argument(
        "-o", "--output", type=place, default=Path(), metavar="FILE|DIR", help="文件或文件夹（默认当前文件夹）"
    )
    export.add_argument(
        "--internal",
        action="store_true",
        help="会议文件夹里也放内部资料：会议平台的账号，参会名单、考勤台账和含有别次会议的原件，名册里的备注",
    )
    may_overwrite(export)


def _import(options: argparse.Namespace) -> None:
    from copu_desk import desk, exchange
    from copu_desk.desk import past
    from copu_desk.summary import imported_values

    if options.date and len(options.files) > 1:
        raise RequestError("--date 一次只能用于一个文件，请分别导入。")
    files = past.files_of(options.files)
    if not files:
        raise RequestError(
            "这里没有能导入的文件。可以导入：" + "、".join(f".{kind}" for kind in exchange.IMPORTS) + "。"
        )
    read = [(path.name, exchange.read(path, options.date)) for path in files]  # all, before the first is taken
    with open_library(options, may_make=True) as library:
        found = desk.take_minutes(library, read, options.series, dry_run=options.dry_run, again=options.again)
    values = [imported_values(one, options.again) for one in found]
    if options.json:
        print_json(values)
        return
    for one in values:
        what = "已有，跳过" if one["skipped"] else "将导入" if options.dry_run else "已导入"
        print(f"{what}\t{one['date']}\t{one['series']}\t{one['title']}\t{one['attendees']} 人\t{one['items']} 项议程")
        if options.dry_run and one["attendees"]:
            print(f"\t名册里有其中 {one['matched']} 人：{'、'.join(one['names'])}")
        for note in one["notes"]:
            print(f"\t请留意：{note}")


def _export(options: argparse.Namespace) -> None:
    target: Path = options.output
    with open_library(options) as library:
        meetings = [library.find(ref).id for ref in options.refs]
        if len(meetings) > 1 and not target.is_dir():
            raise RequestError("导出几次会议时，-o 要是一个已有的文件夹，而不是“{target}”。", target=target)
        for meeting in map(library.load, meetings):
            chosen = _chosen(library, meeting, options)
            print(_exported(library, meeting, chosen, options))
            _tell_what_is_missing(library, meeting, chosen, options)


def _chosen(library: "Library", meeting: "Meeting", options: argparse.Namespace) -> "Choices":
    """Return what the options say of a meeting's export, as the dialog would."""
    from copu_desk import desk
    from copu_desk.desk.publishing import Choices

    style = options.style or desk.series_of(library, meeting).style
    return Choices(
        paper="excerpt" if options.item else "notice" if options.notice else "minutes",
        style=style,
        without=tuple(desk.part_named(style, one) for one in options.without),
        kinds=(options.format or options.output.suffix[1:].lower(),),
        added=tuple(desk.part_named(style, one) for one in options.added),
    )


def _exported(library: "Library", meeting: "Meeting", chosen: "Choices", options: argparse.Namespace) -> Path:
    """Export a meeting, and return where it is."""
    from copu_desk import desk
    from copu_desk.desk import publishing

    style = publishing.chosen_style(library, meeting, chosen)
    if options.internal:
        if options.format != desk.FOLDER or options.item or options.notice:
            raise RequestError("--internal 只用于会议文件夹（--format folder）。")
        return desk.export_whole(library, meeting.id, options.output, style, overwrite=options.overwrite, internal=True)
    return desk.export_minutes(
        library,
        meeting.id,
        options.output,
        style,
        kind=options.format,
        paper=chosen.paper,
        item=desk.item_named(meeting, options.item) if options.item else "",
        overwrite=options.overwrite,
    )


def _tell_what_is_missing(
    library: "Library", meeting: "Meeting", chosen: "Choices", options: argparse.Namespace
) -> None:
    """Say on standard error what is recorded and not in the files."""
    from copu_desk import desk
    from copu_desk.desk import publishing

    if left := publishing.left_out(library, meeting, chosen):
        told = "；".join(map(str, left))
        print(f"纪要里没有印：{told}。版式里平时不印的部分可以用 --with 加上。", file=sys.stderr)
    if chosen.kinds == (desk.FOLDER,) and not options.internal and desk.has_internal(meeting, library.people()):
        print(
            "会议文件夹里没有放会议平台的账号，参会名单、考勤台账和含有别次会议的原件，名册里的备注；"
            "要放进去，请加 --internal。",
            file=sys.stderr,
        )
