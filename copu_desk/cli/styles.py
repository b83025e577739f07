"""The command styles: house styles, listed and copied."""

import argparse
from typing import Any

from copu_desk.cli.shared import command, print_json, print_rows, with_json


def add(commands: Any) -> None:
    """Add the command."""
    styles = command(commands, "styles", None, "版式：列出，复制出一个自己的版式")
    tasks = styles.add_subparsers(title="做什么", metavar="做什么", required=True)

    listing = command(tasks, "list", _list, "列出版式、它们的 Word 模板，和不能用的原因")
    with_json(listing)

    copy = command(tasks, "copy", _copy, "复制一个版式，成为自己的，可以用 Word 修改")
    copy.add_argument("name", metavar="NAME", help="复制哪个版式")
    copy.add_argument("label", metavar="LABEL", help="新版式叫什么")


def _list(options: argparse.Namespace) -> None:
    from copu_desk import desk

    values = [
        {
            "name": one.name,
            "label": one.label,
            "own": one.is_own,
            "words": str(one.words),
            "template": str(one.template),
            "fault": one.fault,
        }
        for one in desk.style_states()
    ]
    if options.json:
        print_json(values)
    else:
        print_rows(
            (
                str(one["name"]),
                str(one["label"]),
                "自己的" if one["own"] else "自带",
                str(one["template"]),
                str(one["fault"]),
            )
            for one in values
        )


def _copy(options: argparse.Namespace) -> None:
    from copu_desk import desk
    from copu_desk.style import style_files

    name = desk.duplicate_style(options.name, options.label)
    print(f"{name}\t{style_files(name)[1]}")
