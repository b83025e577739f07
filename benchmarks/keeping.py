"""What it costs to keep a library safe: turns, versions, backups, looking through, restoring.

Run it with `python benchmarks/keeping.py [MEETINGS]`. Ratios are against saving without a turn, and against copying the
file and writing it through to the disk.
"""

import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

from copu_desk.document import paragraphs
from copu_desk.library import Library, VersionKind, verify
from copu_desk.model import AgendaItem, Attendee, Essay, Meeting

SENTENCE = "会议要求各成员单位认真落实年度计划，把结果公开出来供大家讨论。"


def meeting(number: int) -> Meeting:
    body = paragraphs("\n".join(f"{number}.{row} {SENTENCE * 3}" for row in range(30)))
    return Meeting(
        held_on=date(2000, 1, 4) + timedelta(days=number),
        attendees=tuple(Attendee(name=f"人{row}") for row in range(20)),
        agenda=tuple(AgendaItem(title=f"议程{row}", discussion=body[:3]) for row in range(3)),
        essays=(Essay(title="一", body=body), Essay(title="二", body=body)),
    )


def times(deed: Callable[[], object], rounds: int) -> float:
    """Return the median time of a deed in milliseconds."""
    taken = []
    for _ in range(rounds):
        began = perf_counter()
        deed()
        taken.append((perf_counter() - began) * 1000)
    return statistics.median(taken)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    with tempfile.TemporaryDirectory(prefix="copu-keeping-") as folder:
        path = Path(folder) / "library.copu"
        with Library(path) as library:
            with library._db.atomic():
                for number in range(count):
                    library.save(meeting(number))
            while library.index(200):
                pass
            one = library.load(library.entries()[0].id)
            state = [one]

            def save() -> None:
                after = replace(state[0], remarks=state[0].remarks[-200:] + "字")
                library.save(after, state[0])
                state[0] = after

            turn, taken = library._db.turn, {"without": [], "with": []}
            for number in range(1000):  # in turns, so that both have the same luck
                which = "without" if number % 2 else "with"
                library._db.turn = nullcontext() if number % 2 else turn
                taken[which].append(times(save, 1))
            library._db.turn = turn
            without, took = (statistics.median(taken[which]) for which in ("without", "with"))
            print(f"saving a key, without a turn          {without:9.2f} ms")
            print(f"saving a key                          {took:9.2f} ms  {took / without:6.2f}×")
            took = times(lambda: library.keep_version(state[0], VersionKind.EXPORT), 50)
            print(f"keeping a version of {len(SENTENCE) * 180:,} characters {took:8.2f} ms  {took / without:6.2f}×")
            library._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            size = path.stat().st_size / 1e6

            def copy() -> None:
                shutil.copy(path, Path(folder) / "plain.copy")
                descriptor = os.open(Path(folder) / "plain.copy", os.O_RDWR)
                os.fsync(descriptor)
                os.close(descriptor)

            plain = times(copy, 3)
            print(f"copying {size:,.0f} MB, to the disk          {plain:9.0f} ms")
            for words, deed in (
                ("a backup, checked", library.back_up),
                ("what differs from a backup", lambda: library.differences(library.backups()[0].path)),
                ("restoring a backup", lambda: library.restore_backup(library.backups()[0].path)),
                ("looking through everything", lambda: verify(path)),
            ):
                print(f"{words:37} {(took := times(deed, 1)):9.0f} ms  {took / plain:6.2f}×")
        print(f"opening, with the quick check         {times(lambda: Library(path).close(), 3):9.0f} ms")


if __name__ == "__main__":
    main()
