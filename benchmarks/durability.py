"""Kill a window that is being edited, again and again, and look whether anything is missing that it said was saved.

    python benchmarks/durability.py [--kills 2000] [--jobs 2] [--seed 1] [--early] [--json]

Each round a child process shows the real main window (offscreen) on the same library and edits it at random in every
kind of field (driver.py). It tells through a pipe each state of the meeting and of the roster (E), and each time the
window says 已保存 (S). After a random while it is killed with SIGKILL; the parent opens the library as the next start
would, looks through it (integrity, our own rules, index), and finds which state is kept: it must be the one said to be
saved last, or a later one. `--early` is the mutant that the harness must catch: the window says 已保存 before it saves.

The children are forked from one process that shows the window already, because a start costs more than a round: a
child opens the library in it as after restoring a backup. Every FRESH-th child makes a window of its own.
"""

import argparse
import json
import os
import pickle
import signal
import sys
import tempfile
import time
import traceback
from collections import defaultdict
from dataclasses import dataclass, field, fields
from hashlib import sha256
from pathlib import Path
from random import Random

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from driver import Driver, first_day
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from copu_desk import records
from copu_desk.gui.app import make_application
from copu_desk.gui.editor import Editor
from copu_desk.gui.main_window import MainWindow
from copu_desk.library import Library, verify
from copu_desk.model import Action, AgendaItem, Attendee, Essay, Meeting, Person, Series

PARTS = {"": Meeting, "attendees": Attendee, "agenda": AgendaItem, "actions": Action, "essays": Essay}
FIRST_MS, LAST_MS = 20, 700  # when a window is killed, after it is there
WARMING = 60  # edits
MOST_AT_ONCE = 6  # edits before the window is painted again
FRESH = 10
EARLY_MS = 60  # how long the mutant waits with the saving that it has already told of


@dataclass
class Told:
    """What one window told: of each thing its states in order, and the number of the last one said to be saved."""

    states: dict[str, list[tuple[str, float]]] = field(default_factory=lambda: defaultdict(list))
    saved: dict[str, int] = field(default_factory=lambda: defaultdict(int))


@dataclass
class Result:
    """What all rounds came to."""

    kills: int = 0
    edits: int = 0
    saves: int = 0
    lost_saved: int = 0  # things of which a state said to be saved was not there
    strange: int = 0  # things in a state that no window told of
    problems: list[str] = field(default_factory=list)
    most_edits_lost: int = 0
    longest_lost_ms: float = 0.0
    open_ms: list[float] = field(default_factory=list)
    fields: set[str] = field(default_factory=set)

    def with_more(self, other: "Result") -> "Result":
        """Return what this and another result come to together."""
        return Result(
            self.kills + other.kills,
            self.edits + other.edits,
            self.saves + other.saves,
            self.lost_saved + other.lost_saved,
            self.strange + other.strange,
            self.problems + other.problems,
            max(self.most_edits_lost, other.most_edits_lost),
            max(self.longest_lost_ms, other.longest_lost_ms),
            self.open_ms + other.open_ms,
            self.fields | other.fields,
        )


def digest(value: object) -> str:
    people = getattr(value, "people", None)
    plain = [records.dump(person) for person in people] if people is not None else records.dump(value)
    return sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()[:16]


def make(path: Path) -> None:
    """Make a library with some meetings and people."""
    with Library(path) as library:
        series = Series(name="远帆例会")
        library.save_series((series,))
        library.save_people((Person(name="韩知远"), Person(name="苏棠"), Person(name="张伟"), Person(name="张伟")))
        for number in range(3):
            library.save(
                Meeting(
                    held_on=first_day(number),
                    series=series.id,
                    attendees=(Attendee(name="韩知远"),),
                    agenda=(AgendaItem(title="一"),),
                    essays=(Essay(title="附文"),),
                    actions=(Action(what="起草"),),
                )
            )


def edit_until_killed(window: MainWindow, path: Path, seed: int, pipe: int, *, early: bool, fresh: bool) -> None:
    """Show a library in the window (a fresh one, or the parent's) and edit it for ever, telling what happens."""
    if early:
        _say_saved_early()
    if fresh:
        window.library.__init__(path.with_name("other.copu"))  # the parent's window goes on, with nobody's library
        settings = QSettings(str(path.with_suffix(".ini")), QSettings.Format.IniFormat)
        window = MainWindow(Library(path, hold=True), settings)
    else:
        window.library.__init__(path, hold=True)  # what the window and its pages hold becomes another library

    def tell(*words: object) -> None:
        os.write(pipe, (" ".join(map(str, words)) + "\n").encode())

    def watch(name: str, editor: Editor) -> None:
        def changed(before: object, after: object) -> None:
            if editor.active:
                tell("E", name or editor.meeting.id, digest(after), time.monotonic(), *_differing(before, after))

        editor.changed.connect(changed)
        editor.opened.connect(lambda after: tell("E", name or after.id, digest(after), time.monotonic()))
        editor.saved.connect(lambda: tell("S", name or editor.meeting.id))

    watch("", window.editor)
    watch("roster", window.roster.editor)
    window.setUpdatesEnabled(True)
    window.show()
    if fresh:
        tell("E", window.editor.meeting.id, digest(window.editor.meeting), time.monotonic())
    else:
        window.show_anew()
    QApplication.processEvents()
    tell("READY")
    driver = Driver(window, Random(seed))

    def some() -> None:
        for _ in range(driver.chance.randint(1, MOST_AT_ONCE)):
            driver.step()

    clock = QTimer(interval=1)
    clock.timeout.connect(some)
    clock.start()
    QApplication.exec()


def _differing(before: object, after: object) -> list[str]:
    """Return the names of the fields that an edit changed, such as venue or essays.title."""
    if not isinstance(before, Meeting) or not isinstance(after, Meeting) or before.id != after.id:
        return []
    found = []
    for one in fields(Meeting):
        old, new = getattr(before, one.name), getattr(after, one.name)
        if old is new:
            continue
        if one.name not in PARTS:
            found.append(one.name)
            continue
        known = {record.id: record for record in old}
        for record in new:
            then = known.get(record.id)
            if then is not None and then is not record:
                found += [
                    f"{one.name}.{part.name}"
                    for part in fields(type(record))
                    if getattr(record, part.name) != getattr(then, part.name)
                ]
        if {record.id for record in new} != set(known) or [*known] != [record.id for record in new]:
            found.append(f"{one.name}.id")  # added, removed or moved
    return found


def _say_saved_early() -> None:
    """Make the mutant: what says 已保存 comes before the saving."""
    save = Editor.save

    def early(editor: Editor) -> bool:
        if editor.active and editor.meeting is not editor._saved:
            editor.saved.emit()
            QTimer.singleShot(EARLY_MS, lambda: save(editor))
        return True

    Editor.save = early


def warm(folder: Path) -> MainWindow:
    """Return a window on a library of its own that was edited for a while: what is loaded at first use is loaded."""
    make_application([])
    make(folder / "warm.copu")
    window = MainWindow(Library(folder / "warm.copu"), QSettings(str(folder / "warm.ini"), QSettings.Format.IniFormat))
    window.setUpdatesEnabled(False)  # painting would start threads, which no child has
    window.show()
    driver = Driver(window, Random(0))
    for _ in range(WARMING):
        driver.step()
        QApplication.processEvents()
    window.save_all()
    threads = Path("/proc/self/task")
    if threads.exists() and len(list(threads.iterdir())) > 1:
        raise SystemExit("the window has threads: its children would wait for them")
    return window


def round_of(
    window: MainWindow, path: Path, seed: int, chance: Random, *, early: bool, fresh: bool
) -> tuple[Told, float]:
    """Let one window edit until it is killed; return what it told and when it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            edit_until_killed(window, path, seed, writing, early=early, fresh=fresh)
        finally:
            os._exit(3)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        data = b""
        while not data.endswith(b"READY\n") and (line := pipe.readline()):
            data += line
        time.sleep(chance.uniform(FIRST_MS, LAST_MS) / 1000)
        os.kill(child, signal.SIGKILL)
        killed = time.monotonic()
        data += pipe.read()
    _, status = os.waitpid(child, 0)
    if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
        raise SystemExit(f"the window ended by itself: {os.waitstatus_to_exitcode(status)}")
    told = Told()
    for line in data.decode().splitlines(keepends=True):
        words = line.split()
        if not line.endswith("\n") or not words:
            continue  # torn by the kill
        if words[0] == "E":
            told.states[words[1]].append((words[2], float(words[3])))
            told.states["fields"] += [(name, 0.0) for name in words[4:]]
        elif words[0] == "S":
            told.saved[words[1]] = len(told.states[words[1]])
    return told, killed


def examine(path: Path, told: Told, killed: float, result: Result) -> None:
    """Open the library as the next start does, and compare what is kept with what was told."""
    names = told.states.pop("fields", [])
    result.fields |= {name for name, _ in names}
    began = time.perf_counter()
    with Library(path, hold=True) as library:
        result.open_ms.append((time.perf_counter() - began) * 1000)
        for thing, states in told.states.items():
            kept = digest(_People(library.people()) if thing == "roster" else library.load(thing))
            known = [state for state, _ in states]
            if kept not in known:
                result.strange += 1
                continue
            at = len(known) - 1 - known[::-1].index(kept)
            if at + 1 < told.saved[thing]:
                result.lost_saved += 1
            result.edits += len(states)
            lost = states[at + 1 :]
            result.most_edits_lost = max(result.most_edits_lost, len(lost))
            if lost:
                result.longest_lost_ms = max(result.longest_lost_ms, (killed - lost[0][1]) * 1000)
    result.saves += sum(1 for count in told.saved.values() if count)
    result.problems += verify(path)
    result.kills += 1


@dataclass(frozen=True)
class _People:
    people: tuple[Person, ...]


def run(path: Path, kills: int, seed: int, *, early: bool = False) -> Result:
    """Kill so many windows on a library, and return what came of it."""
    window = warm(path.parent)
    make(path)
    chance, result = Random(seed), Result()
    for number in range(kills):
        fresh = number % FRESH == FRESH - 1
        told, killed = round_of(window, path, seed * 1_000_000 + number, chance, early=early, fresh=fresh)
        examine(path, told, killed, result)
        if early and result.lost_saved:
            break  # caught
    return result


def table(result: Result, seed: int, seconds: float) -> dict[str, object]:
    """Return what is printed of a result, by its words."""
    all_fields = {
        f"{part}.{one.name}".strip(".") for part, kind in PARTS.items() for one in fields(kind) if one.name not in PARTS
    } - {"id"}
    return {
        "seed": seed,
        "kills": result.kills,
        "edits": result.edits,
        "states said to be saved": result.saves,
        "lost although said to be saved": result.lost_saved,
        "states nobody told of": result.strange,
        "problems found": len(result.problems),
        "most edits lost": result.most_edits_lost,
        "longest time lost, ms": round(result.longest_lost_ms),
        "slowest opening after a kill, ms": round(max(result.open_ms)),
        "fields edited": len(result.fields & all_fields),
        "fields never edited": sorted(all_fields - result.fields),
        "seconds": round(seconds, 1),
    }


def work(kills: int, seed: int, pipe: int, *, early: bool) -> None:
    """Kill windows on a library of this process's own, and write the result to a pipe."""
    with tempfile.TemporaryDirectory(prefix="copu-durability-") as folder:
        result = run(Path(folder) / "library.copu", kills, seed, early=early)
    with os.fdopen(pipe, "wb") as out:
        pickle.dump(result, out)


def in_parallel(kills: int, seed: int, jobs: int, *, early: bool) -> Result:
    """Let some processes do their part of the kills each, and return what came of all."""
    pipes = []
    for job in range(jobs):
        reading, writing = os.pipe()
        if os.fork() == 0:
            os.close(reading)
            try:
                work(kills // jobs + (job < kills % jobs), seed * 100 + job, writing, early=early)
            except BaseException:
                traceback.print_exc()
                os._exit(1)
            os._exit(0)
        os.close(writing)
        pipes.append(reading)
    total = Result()
    for reading in pipes:
        with os.fdopen(reading, "rb") as pipe:
            total = total.with_more(pickle.load(pipe))  # noqa: S301 - of our own process
    return total


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--kills", type=int, default=2000)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--early", action="store_true", help="the mutant that says 已保存 before it saves")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    began = time.perf_counter()
    result = in_parallel(options.kills, options.seed, options.jobs, early=options.early)
    values = table(result, options.seed, time.perf_counter() - began)
    if options.json:
        print(json.dumps(values | {"problems": result.problems[:5]}, ensure_ascii=False))
    else:
        for name, value in values.items():
            print(f"{name:36} {value}")
        print(*result.problems[:5], sep="\n", end="")
    return 1 if result.lost_saved or result.strange or result.problems else 0


if __name__ == "__main__":
    sys.exit(main())
