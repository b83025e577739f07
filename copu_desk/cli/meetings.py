"""The commands that look at meetings: list, show, search, check."""

import argparse
from typing import Any

from copu_desk.cli.shared import command, of_meeting, open_library, period, print_json, print_rows, with_json


def add(commands: Any) -> None:
    """Add the commands."""
    listing = command(commands, "list", _list, "列出会议，新的在前")
    period(listing)
    with_json(listing)

    show = command(commands, "show", _show, "显示一次会议的纪要")
    of_meeting(show)
    with_json(show)

    search = command(commands, "search", _search, "在所有会议里查找（多个词用空格隔开，要都出现）")
    search.add_argument("words", nargs="+", metavar="WORDS", help="要找的词")
    with_json(search)

    check = command(commands, "check", _check, "检查一次会议的纪要还缺什么、哪里可疑")
    of_meeting(check)
    with_json(check)


def _list(options: argparse.Namespace) -> None:
    from copu_desk import desk
    from copu_desk.summary import entry_values

    with open_library(options) as library:
        series = desk.series_id(library, options.series)
        values = [
            entry_values(entry, desk.title_of(library, entry))
            for entry in library.entries(options.since, options.until, series)
        ]
    if options.json:
        print_json(values)
    else:
        print_rows(
            (one["date"], one["series"], f"第{one['number']}次" if one["number"] else "", one["title"], one["id"][:8])
            for one in values
        )


def _show(options: argparse.Namespace) -> None:
    from copu_desk import desk
    from copu_desk.summary import meeting_values

    with open_library(options) as library:
        meeting = library.load(library.find(options.ref).id)
        if options.json:
            series = desk.series_of(library, meeting)
            print_json(meeting_values(meeting, series, desk.title(library, meeting), desk.opening(library, meeting)))
        else:
            print(desk.text(library, meeting), end="")


def _search(options: argparse.Namespace) -> None:
    from copu_desk import desk
    from copu_desk.summary import entry_values

    with open_library(options) as library:
        hits = [(hit, desk.title_of(library, hit.meeting)) for hit in library.search(" ".join(options.words))]
    if options.json:
        print_json(
            [
                entry_values(hit.meeting, title)
                | {"place": list(hit.place), "before": hit.before, "match": hit.match, "after": hit.after}
                for hit, title in hits
            ]
        )
    else:
        print_rows(
            (hit.meeting.held_on.isoformat(), title, f"…{hit.before}【{hit.match}】{hit.after}…") for hit, title in hits
        )


def _check(options: argparse.Namespace) -> None:
    from copu_desk.check import check

    with open_library(options) as library:
        findings = check(library.load(library.find(options.ref).id), library.people())
    if options.json:
        print_json([{"place": list(one.place), "words": one.words} for one in findings])
    else:
        for one in findings:
            print(one.words)
        if not findings:
            print("没有发现问题。")
