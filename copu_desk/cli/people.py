"""The command people: the roster, listed, brought in and sent out."""

import argparse
from typing import Any

from copu_desk.cli.shared import command, may_overwrite, open_library, place, print_json, print_rows, with_json


def add(commands: Any) -> None:
    """Add the command."""
    people = command(commands, "people", None, "人员名册：列出、导入、导出")
    tasks = people.add_subparsers(title="做什么", metavar="做什么", required=True)

    listing = command(tasks, "list", _list, "按名次列出人员")
    listing.add_argument("--series", default="", metavar="NAME", help="只看今天属于哪个例会系列的人")
    with_json(listing)

    bring = command(tasks, "import", _import, "从 .xlsx 或 .csv 名单导入人员")
    bring.add_argument("file", type=place, metavar="FILE", help="第一行或前几行里有“姓名”这一列的 .xlsx 或 .csv")
    bring.add_argument("--dry-run", action="store_true", help="只看会带来什么，不改动名册")
    with_json(bring)

    send = command(tasks, "export", _export, "把人员名册导出为 .xlsx 或 .csv")
    send.add_argument("file", type=place, metavar="FILE", help="文件名以 .xlsx 或 .csv 结尾")
    may_overwrite(send)


def _list(options: argparse.Namespace) -> None:
    from datetime import date

    from copu_desk import desk
    from copu_desk.attendance import belongs
    from copu_desk.summary import person_values

    with open_library(options) as library:
        wanted = desk.series_id(library, options.series)
        names = {one.id: one.name for one in library.series()}
        people = [person for person in library.people() if not wanted or belongs(person, wanted, date.today())]
    values = [person_values(person, names) for person in people]
    if options.json:
        print_json(values)
    else:
        print_rows(
            (one["name"], one["organization"], one["title"], one["capacity_word"], "、".join(one["aliases"]))
            for one in values
        )


def _import(options: argparse.Namespace) -> None:
    from copu_desk import desk, roster
    from copu_desk.summary import arriving_values

    with open_library(options, may_make=True) as library:
        found = desk.import_people(library, options.file, dry_run=options.dry_run)
        names = {one.id: one.name for one in (*library.series(), *found.series)}
    if options.json:
        print_json(arriving_values(found, names))
        return
    for one in found.arrivals:
        told = [told for told in roster.changes(one, names) if told[0] != "name"]
        said = [
            f"{roster.FIELD_WORDS[field]}：" + (f"{old or '（空）'} → {new}" if one.before else new)
            for field, old, new in told
        ]
        print_rows([("改动" if one.before else "新增", one.after.name, *said)])
    print(f"{'会带来' if options.dry_run else '导入了'} {len(found.arrivals)} 位，{found.same} 位没有变化。")
    for note in found.notes:
        print(f"请留意：{note}")


def _export(options: argparse.Namespace) -> None:
    from copu_desk import desk

    with open_library(options) as library:
        print(desk.export_people(library, options.file, overwrite=options.overwrite))
