"""The command `originals`: the files that a meeting was imported from."""

import argparse
from typing import Any

from copu_desk.cli.shared import (
    command,
    may_overwrite,
    of_meeting,
    open_library,
    place,
    print_json,
    print_rows,
    with_json,
)


def add(commands: Any) -> None:
    """Add the commands."""
    originals = command(commands, "originals", _originals, "列出导入一次会议时留存的原件，或原样取出来")
    of_meeting(originals)
    originals.add_argument("-o", "--output", type=place, metavar="DIR", help="取出来放在哪个文件夹")
    may_overwrite(originals)
    with_json(originals)


def _originals(options: argparse.Namespace) -> None:
    from copu_desk import dates
    from copu_desk.desk import originals
    from copu_desk.summary import ORIGINAL_WORDS, original_values

    with open_library(options) as library:
        meeting = library.load(library.find(options.ref).id)
        made = originals.save(library, meeting, options.output, overwrite=options.overwrite) if options.output else []
    if options.json:
        print_json([original_values(one) for one in meeting.originals])
    elif options.output:
        print("\n".join(map(str, made)) or "这次会议没有留存原件。")
    else:
        print_rows(
            (
                ORIGINAL_WORDS[one.kind],
                one.name,
                str(one.size),
                dates.to_the_minute(one.moment) if one.moment else "",
                one.digest[:8],
            )
            for one in meeting.originals
        )
