"""The attendance workbook: our time and memory for people × meetings, against openpyxl for the same cells.

    python benchmarks/attendance.py

Each run is a process of its own: imports, counting the marks and composing are in ours, and only in ours.
"""

import json
import resource
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from time import perf_counter

from copu_desk.attendance import survey
from copu_desk.compose import attendance as composer
from copu_desk.model import Attendee, Capacity, Meeting, Membership, Person, Presence
from copu_desk.sheet import Cell, Formula, Workbook

SIZES = ((40, 50), (125, 500), (250, 500), (500, 500))
PRESENCES = [Presence.ONSITE] * 6 + [Presence.ONLINE] * 3 + [Presence.EXCUSED, Presence.ABSENT]


def workbook(people: int, meetings: int) -> Workbook:
    roster = tuple(
        Person(name=f"人员{at}", organization=f"单位{at % 37}", memberships=(Membership("s"),), id=f"p{at}")
        for at in range(people)
    )
    held = tuple(
        Meeting(
            date(2015, 1, 6) + timedelta(days=7 * at),
            "s",
            title=f"会议{at}",
            attendees=tuple(
                Attendee(
                    one.name,
                    one.organization,
                    presence=PRESENCES[(at * 7 + row * 3) % 11],
                    capacity=Capacity.MEMBER,
                    person=one.id,
                )
                for row, one in enumerate(roster)
            ),
        )
        for at in range(meetings)
    )
    return composer.compose(survey(held, roster, [one.title for one in held], "例会"), datetime.now(UTC))


def ours(book: Workbook) -> int:
    from copu_desk.writers import xlsx

    return len(xlsx.write(book))


def openpyxl(book: Workbook) -> int:
    """Write the same cells with openpyxl as a careful hand does: each style made once and shared."""
    from openpyxl import Workbook as Book
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    side = Side("thin", "A6A6A6")
    border, middle = Border(side, side, side, side), Alignment("center", "center")
    bold, plain = Font("微软雅黑", 10, bold=True), Font("微软雅黑", 10)
    fill = PatternFill("solid", "DDE6F0")
    formats = {"rate": "0.0%", "total_rate": "0.0%", "day": "yyyy-mm-dd", "day_head": "yyyy-mm-dd", "clock": "hh:mm"}
    made = Book()
    made.remove(made.active)
    for sheet in book.sheets:
        page = made.create_sheet(sheet.name)
        for at, row in enumerate(sheet.rows, 1):
            for column, cell in enumerate(row, 1):
                _put(page.cell(at, column), cell)
                one = page.cell(at, column)
                one.border, one.alignment = border, middle
                one.font = bold if "total" in cell.look or "head" in cell.look else plain
                if "head" in cell.look:
                    one.fill = fill
                if cell.look in formats:
                    one.number_format = formats[cell.look]
    buffer = BytesIO()
    made.save(buffer)
    return len(buffer.getvalue())


def _put(place: object, cell: Cell) -> None:
    value = cell.value
    place.value = value.text if isinstance(value, Formula) else value  # type: ignore[attr-defined]


def measure(way: str, people: int, meetings: int) -> dict[str, float]:
    """Measure one way in this process: seconds, the most megabytes held, and how many cells were written."""
    book = workbook(people, meetings)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = perf_counter()
    size = {"ours": ours, "openpyxl": openpyxl}[way](book)
    return {
        "seconds": perf_counter() - start,
        "more_mb": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024,
        "cells": sum(len(row) for sheet in book.sheets for row in sheet.rows),
        "size_mb": size / 1e6,
    }


def main() -> None:
    heads = ("people × meetings", "cells", "ours s", "openpyxl s", "ratio", "ours MB", "B a cell")
    print("{:>18} {:>10} {:>8} {:>11} {:>6} {:>8} {:>9}".format(*heads))
    for people, meetings in SIZES:
        one, other = (_run(way, people, meetings) for way in ("ours", "openpyxl"))
        ratio, each = one["seconds"] / other["seconds"], one["more_mb"] * 2**20 / one["cells"]
        print(
            f"{f'{people} × {meetings}':>18} {one['cells']:>10,.0f} {one['seconds']:>8.2f} {other['seconds']:>11.2f} "
            f"{ratio:>6.2f} {one['more_mb']:>8.0f} {each:>9.0f}"
        )


def _run(way: str, people: int, meetings: int) -> dict[str, float]:
    command = [sys.executable, __file__, way, str(people), str(meetings)]
    made: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return made


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(measure(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))))
    else:
        main()
