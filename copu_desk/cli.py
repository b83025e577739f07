"""The command line: the desk without the window.

Output is plain text for people, one record a line, or JSON with --json. Exit status: 0 done, 2 the user's input or file
is at fault (one sentence on standard error, nothing changed), 1 a defect of the program.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from copu_desk import __version__
from copu_desk.errors import CopuError, RequestError, WindowError

if TYPE_CHECKING:
    from copu_desk.library import Library

Window = Callable[[Path | None], int]
DONE, AT_FAULT, INTERRUPTED = 0, 2, 130


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

    demo = _command(commands, "demo", _demo, "建一个示例资料库，并导出它的纪要和考勤表")
    demo.add_argument("folder", nargs="?", type=Path, default=Path("copu-desk-demo"), metavar="DIR")
    demo.add_argument("--no-window", action="store_true", help="只写文件，不打开窗口")

    bring = _command(commands, "import", _import, "导入以往的纪要（.txt，或本程序导出的 .json）")
    bring.add_argument("files", nargs="+", type=Path, metavar="FILE")
    bring.add_argument("--series", default="", metavar="NAME", help="归入哪个例会系列")
    bring.add_argument("--date", type=_day, metavar="D", help="纪要里没有写日期时，会议是哪一天")
    bring.add_argument("--dry-run", action="store_true", help="只看会导入什么，不改动资料库")
    bring.add_argument("--again", action="store_true", help="同一天、同一系列的会议已经有了也再导入一份")
    bring.add_argument("--json", action="store_true")

    listing = _command(commands, "list", _list, "列出会议，新的在前")
    _period(listing)
    listing.add_argument("--json", action="store_true")

    show = _command(commands, "show", _show, "显示一次会议（日期、编号或标题中独有的几个字）")
    show.add_argument("ref", metavar="REF")
    show.add_argument("--json", action="store_true")

    export = _command(commands, "export", _export, "导出纪要")
    export.add_argument("refs", nargs="+", metavar="REF")
    export.add_argument("--format", default="", metavar="F", help="docx、pdf、txt 或 json（默认看文件名，否则 docx）")
    export.add_argument("--style", default="", metavar="NAME", help="版式（默认用系列自己的）")
    export.add_argument("-o", "--output", type=Path, default=Path(), metavar="FILE|DIR", help="文件或文件夹")
    export.add_argument("--overwrite", action="store_true", help="替换已有的文件")

    attendance = _command(commands, "attendance", _attendance, "导出考勤表（.xlsx）")
    _period(attendance)
    attendance.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.xlsx")
    attendance.add_argument("--overwrite", action="store_true", help="替换已有的文件")
    attendance.add_argument("--json", action="store_true")

    search = _command(commands, "search", _search, "在所有会议里查找（多个词用空格隔开，要都出现）")
    search.add_argument("words", nargs="+", metavar="WORDS")
    search.add_argument("--json", action="store_true")

    check = _command(commands, "check", _check, "检查一次会议的纪要还缺什么、哪里可疑")
    check.add_argument("ref", metavar="REF")
    check.add_argument("--json", action="store_true")
    return top


def _command(commands: Any, name: str, run: Any, words: str) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)
    made.set_defaults(run=run)
    return made


def _period(command: argparse.ArgumentParser) -> None:
    command.add_argument("--from", dest="since", type=_day, metavar="D", help="从哪一天起，如 2024-07-01")
    command.add_argument("--to", dest="until", type=_day, metavar="D", help="到哪一天止")
    command.add_argument("--series", default="", metavar="NAME", help="只看哪个例会系列")


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{words}”不是日期，应写成 2024-12-24") from error


def _library(options: argparse.Namespace) -> "Library":
    from copu_desk.library import Library
    from copu_desk.paths import default_library

    return Library(options.library or default_library())


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))


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


def _import(options: argparse.Namespace) -> None:
    from copu_desk import desk, exchange
    from copu_desk.summary import imported_values

    if options.date and len(options.files) > 1:
        raise RequestError("--date 一次只能用于一个文件，请分别导入。")
    for path in options.files:
        exchange.read(path, options.date)  # all files are understood before the first is taken
    with _library(options) as library:
        found = [
            one
            for path in options.files
            for one in desk.import_minutes(
                library, path, options.series, options.date, dry_run=options.dry_run, again=options.again
            )
        ]
    values = [imported_values(one, options.again) for one in found]
    if options.json:
        _print_json(values)
        return
    for one in values:
        what = "已有，跳过" if one["skipped"] else "将导入" if options.dry_run else "已导入"
        print(f"{what}\t{one['date']}\t{one['series']}\t{one['title']}\t{one['attendees']} 人\t{one['items']} 项议程")
        for note in one["notes"]:
            print(f"\t请留意：{note}")


def _list(options: argparse.Namespace) -> None:
    from copu_desk import desk
    from copu_desk.summary import entry_values

    with _library(options) as library:
        series = desk.series_id(library, options.series)
        values = [
            entry_values(entry, desk.title_of(library, entry))
            for entry in library.entries(options.since, options.until, series)
        ]
    if options.json:
        _print_json(values)
    else:
        _print_rows(
            (one["date"], one["series"], f"第{one['number']}次" if one["number"] else "", one["title"], one["id"][:8])
            for one in values
        )


def _show(options: argparse.Namespace) -> None:
    from copu_desk import desk
    from copu_desk.summary import meeting_values

    with _library(options) as library:
        meeting = library.load(library.find(options.ref).id)
        if options.json:
            series = desk.series_of(library, meeting)
            _print_json(meeting_values(meeting, series, desk.title(library, meeting), desk.opening(library, meeting)))
        else:
            print(desk.text(library, meeting), end="")


def _export(options: argparse.Namespace) -> None:
    from copu_desk import desk

    target: Path = options.output
    with _library(options) as library:
        meetings = [library.find(ref).id for ref in options.refs]
        if len(meetings) > 1 and not target.is_dir():
            raise RequestError(f"导出几次会议时，-o 要是一个已有的文件夹，而不是“{target}”。")
        for meeting in meetings:
            print(
                desk.export_minutes(
                    library, meeting, target, options.style, kind=options.format, overwrite=options.overwrite
                )
            )


def _attendance(options: argparse.Namespace) -> None:
    from copu_desk import desk
    from copu_desk.summary import attendance_values

    with _library(options) as library:
        path, counted = desk.export_attendance(
            library, options.output, options.since, options.until, options.series, overwrite=options.overwrite
        )
    if options.json:
        _print_json({"file": str(path), **attendance_values(counted)})
    else:
        print(path)


def _search(options: argparse.Namespace) -> None:
    from copu_desk import desk
    from copu_desk.summary import entry_values

    with _library(options) as library:
        hits = [(hit, desk.title_of(library, hit.meeting)) for hit in library.search(" ".join(options.words))]
    if options.json:
        _print_json(
            [
                entry_values(hit.meeting, title)
                | {"place": list(hit.place), "before": hit.before, "match": hit.match, "after": hit.after}
                for hit, title in hits
            ]
        )
    else:
        _print_rows(
            (hit.meeting.held_on.isoformat(), title, f"…{hit.before}【{hit.match}】{hit.after}…") for hit, title in hits
        )


def _check(options: argparse.Namespace) -> None:
    from copu_desk.check import check

    with _library(options) as library:
        findings = check(library.load(library.find(options.ref).id), library.people())
    if options.json:
        _print_json([{"place": list(one.place), "words": one.words} for one in findings])
    else:
        for one in findings:
            print(one.words)
        if not findings:
            print("没有发现问题。")


def _print_rows(rows: Iterable[tuple[str, ...]]) -> None:
    for row in rows:
        print("\t".join(" ".join(words.split()) for words in row))
