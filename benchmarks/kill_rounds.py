"""Rounds of killing a window that is edited, and looking for what it had said was saved: for benchmarks/durability.py.

There are two ways to start the windows of a batch. Where a process can be forked safely (Linux), each is a fork of one
that shows a window already, because a start costs more than a round; every FRESH-th makes a window of its own. Else,
or if it is asked for, each is a process of its own (kill_window.py), started one round ahead.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import traceback
from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random
from threading import Event, Thread
from typing import Any, BinaryIO, Protocol

import driven_library
from kill_window import Order, edit_until_killed, quiet
from states import COMMANDS, WHOLE, Ties, digest, every_field, kept

from copu_desk.library import Library, verify
from copu_desk.model import Status

FIRST_MS, LAST_MS = 20, 700  # when a window is killed, after it is there
LATER_MS = {"commands": 1500, "files": 1500}  # a command has to start, and be noticed; a file is looked through first
READY_WITHIN_S = 60
THREADS_END_WITHIN_S = 30
WARMING = 60  # edits
FRESH = 10
COMMAND_WITHIN_S = 60
BOUND_MS = 500  # what may be missing: the text of the last half second


# What a window tells


@dataclass
class State:
    """A state of a thing that was told of: by an edit (with its moment) or because it was about to be written."""

    digest: str
    moment: float | None = None
    waited: float = 0.0
    step: str = ""


@dataclass
class Told:
    """What one window told: of each thing its states in order, and how many of them are said to be saved."""

    states: dict[str, list[State]] = field(default_factory=lambda: defaultdict(list))
    saved: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    fields: set[str] = field(default_factory=set)
    with_commands: set[str] = field(default_factory=set)
    ties: Ties = field(default_factory=Ties)
    problems: list[str] = field(default_factory=list)
    restores: int = 0
    brought_back: int = 0
    refused: int = 0
    alive: float = 0.0
    waited: float = 0.0

    def hear(self, line: str) -> None:
        """Take in one line."""
        kind, *words = line.split()
        HEARD[kind](self, *words)

    def edit(self, thing: str, digest: str, moment: str, waited: str, *step: str) -> None:
        """Hear that a thing became another."""
        self.states[thing].append(State(digest, float(moment), float(waited), *step))
        self.brought_back += step == ("CorrectionsDialog",)

    def write(self, thing: str, digest: str) -> None:
        """Hear that a state is about to be written."""
        self.states[thing].append(State(digest))

    def written(self, thing: str) -> None:
        """Hear that it is."""
        self.saved[thing] = len(self.states[thing])
        self.restores += thing == WHOLE

    def all_saved(self) -> None:
        """Hear that the window says 已保存."""
        for thing, states in self.states.items():
            if thing != "series":  # its dialog saves when it is closed, and says nothing before
                self.saved[thing] = len(states)

    def unsaved(self) -> None:
        """Hear that the window says 没有保存: another program has the library, say."""
        self.refused += 1

    def forget(self, beginning: str) -> None:
        """Expect nothing any more of the things whose names begin so."""
        for thing in [one for one in self.states if one.startswith(beginning)]:
            del self.states[thing]
            self.saved.pop(thing, None)

    def live(self, moment: str, waited: str) -> None:
        """Hear that the event loop runs."""
        self.alive, self.waited = float(moment), float(waited)


HEARD: dict[str, Callable[..., None]] = {
    "E": Told.edit, "W": Told.write, "D": Told.written, "S": Told.all_saved, "U": Told.unsaved, "F": Told.forget,
    "T": Told.live,
    "N": lambda told, *names: told.fields.update(names), "A": lambda told, thing: told.with_commands.add(thing),
    "M": lambda told, *two: told.ties.join(*two), "P": lambda told, *words: told.problems.append(" ".join(words)),
}  # fmt: skip


class Listener:
    """Hears on a thread of its own what a window tells, so that the pipe never fills."""

    def __init__(self, pipe: BinaryIO) -> None:
        self.ready, self.lines = Event(), []
        self._pipe = pipe
        self._thread = Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        for line in self._pipe:
            self.lines.append(line)
            if line == b"READY\n":
                self.ready.set()
        self.ready.set()

    def told(self) -> Told:
        """Return what was told until the pipe was closed; a line torn by the kill is left out."""
        self._thread.join()
        told = Told()
        for line in self.lines:
            if line.endswith(b"\n") and line != b"READY\n":
                told.hear(line.decode())
        return told


# The two ways


class Running(Protocol):
    """A window that is edited in a process of its own."""

    pid: int
    listener: Listener

    def kill(self) -> str:
        """End it at once, without its doing anything more; return what is wrong if it had ended by itself."""


@dataclass
class Forked:
    """A fork of this process."""

    pid: int
    listener: Listener

    def kill(self) -> str:
        """See Running."""
        os.kill(self.pid, signal.SIGKILL)
        status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return "" if status == -signal.SIGKILL else f"the window ended by itself: {status}"


class Forks:
    """Windows that are forks of one that was edited for a while: what is loaded at first use is loaded."""

    def __init__(self, folder: Path) -> None:
        from driver import Driver
        from PySide6.QtCore import QSettings, qInstallMessageHandler
        from PySide6.QtWidgets import QApplication

        from copu_desk.gui.app import make_application
        from copu_desk.gui.main_window import MainWindow

        qInstallMessageHandler(quiet)
        make_application([])
        driven_library.make(folder / "warm.copu")
        settings = QSettings(str(folder / "warm.ini"), QSettings.Format.IniFormat)
        self._window, self._number = MainWindow(Library(folder / "warm.copu"), settings), 0
        self._window.setUpdatesEnabled(False)  # painting would start threads, which no child has
        self._window.show()
        driver = Driver(self._window, Random(0), folder / "files", lambda _dialog: None)
        for _ in range(WARMING):
            driver.step("edit")
            QApplication.processEvents()
        self._window.save_all()
        until = time.monotonic() + THREADS_END_WITHIN_S
        while _threads() > 1:  # the window makes the first backup of a day, for example
            QApplication.processEvents()
            time.sleep(0.01)
            if time.monotonic() > until:
                raise SystemExit("the window has threads: its children would wait for them")

    def start(self, order: Order) -> Running:
        """Fork a window."""
        self._number += 1
        fresh = self._number % FRESH == 0
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            try:
                if fresh:
                    self._window.library.__init__(Path(order.library).with_name("other.copu"))  # the old one goes on
                edit_until_killed(order, writing, None if fresh else self._window)
            except BaseException:  # nobody above tells of it: what is above belongs to the parent
                traceback.print_exc()
            finally:
                sys.stderr.flush()
                os._exit(3)
        os.close(writing)
        return Forked(child, Listener(os.fdopen(reading, "rb")))

    def close(self) -> None:
        """Nothing is left to be ended."""


class Started:
    """A process of its own."""

    def __init__(self) -> None:
        script = Path(__file__).with_name("kill_window.py")
        self._process = subprocess.Popen([sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self.pid, self._orders = self._process.pid, self._process.stdin
        self.listener = Listener(self._process.stdout)  # type: ignore[arg-type]

    def order(self, order: Order) -> None:
        """Tell it what to do."""
        self._orders.write((order.to_json() + "\n").encode())
        self._orders.flush()

    def kill(self) -> str:
        """See Running."""
        ended = self._process.poll()
        if ended is not None:
            return f"the window ended by itself: {ended}"
        self._process.kill()  # TerminateProcess on Windows
        self._process.wait()
        return ""

    def close(self) -> None:
        """End it before it had anything to do."""
        self._process.kill()
        self._process.wait()


class Starts:
    """Windows that are processes of their own, each started one round ahead."""

    def __init__(self, _folder: Path) -> None:
        self._next = Started()

    def start(self, order: Order) -> Running:
        """Let the waiting process show a window, and start the one after it."""
        now, self._next = self._next, Started()
        now.order(order)
        return now

    def close(self) -> None:
        """End the process that waits."""
        self._next.close()


WAYS: dict[str, Callable[[Path], Any]] = {"fork": Forks, "start": Starts}
USUAL_WAY = "fork" if sys.platform == "linux" else "start"


def _threads() -> int:
    tasks = Path("/proc/self/task")
    return len(list(tasks.iterdir())) if tasks.exists() else 1


# Commands beside the window


class Commands:
    """A command that writes into the library while a window is open on it."""

    def __init__(self, library: Path, files: Path, number: int) -> None:
        """Start it; which one is up to the number."""
        self.number, self.thing = number, "roster" if number % 2 else ""
        people, report = driven_library.make_commands_files(files, number)
        self._report = report.name
        with Library(library) as reading:
            meeting = next(one for one in reading.entries() if one.status is Status.DRAFT)
        words = ["people", "import", str(people)]
        if not number % 2:
            self.thing = f"meeting:{meeting.id}"
            words = ["report", meeting.id, str(report), "--apply", "--session", "1"]
        command = [sys.executable, "-m", "copu_desk", "--library", str(library), *words]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def done(self) -> bool:
        """Wait until it has ended; return whether it says that it did what it should."""
        self._process.communicate(timeout=COMMAND_WITHIN_S)
        return self._process.returncode == 0

    def is_there(self, library: Library) -> bool:
        """Return whether what it wrote is in the library."""
        if self.thing == "roster":
            return any(f"{COMMANDS}{self.number}" in (one.name, *one.aliases) for one in library.people())
        return any(one.file == self._report for one in kept(library, self.thing).connections)


# Rounds


@dataclass
class Kill:
    """What one kill came to; times in ms, `load` is the load average of the last minute (-1 where there is none)."""

    number: int
    edits: int = 0
    lost_edits: int = 0
    lost_ms: float = 0.0  # from when the first of them was made to the kill
    waited_ms: float = 0.0  # of these, for how long the process got no processor
    step: str = ""  # in which the first of them was made
    blocked_ms: float = 0.0  # since its event loop ran last
    load: float = -1.0
    open_ms: float = 0.0
    saves: int = 0
    lost_saved: int = 0  # things of which a state said to be saved was not there
    restores: int = 0  # of a backup
    brought_back: int = 0  # corrected files, into the meeting
    refused: int = 0  # times that the window said 没有保存
    strange: int = 0  # things in a state that no window told of
    commands_done: int = 0
    commands_lost: int = 0
    problems: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)  # the things of which something was lost, or that were strange

    @property
    def caught(self) -> bool:
        """Whether something was wrong."""
        return bool(self.lost_saved or self.strange or self.commands_lost or self.problems)


@dataclass(frozen=True, slots=True)
class Batch:
    """Rounds on one library.

    Kinds: plain, long (an essay of 100,000 characters), files (backups, corrected files), commands (beside the window).
    What was told and written is kept in a folder (`keep`) of those kills after which something was wrong.
    """

    number: int
    kind: str
    kills: int
    seed: int
    way: str = USUAL_WAY
    mutant: str = ""
    keep: Path | None = None

    def run(self, folder: Path) -> tuple[list[Kill], set[str]]:
        """Kill so many windows, and return what came of it, and the fields that were edited."""
        path, files = folder / "library.copu", folder / "files"
        driven_library.make_files(files)
        driven_library.make(path, long=self.kind == "long")
        with Library(path) as library:
            library.back_up()
        windows = WAYS[self.way](folder)
        chance, found, edited = Random(f"{self.seed}/{self.number}"), [], set()
        beside = self.kind == "commands"
        for number in range(self.kills):
            states = self.keep / f"{self.seed}-{self.number}-{number}" if self.keep else None
            if states:
                states.mkdir(parents=True)
            order = Order(str(path), str(files), chance.randrange(2**32), self.mutant, self.kind, str(states or ""))
            command = Commands(path, files, number) if beside else None
            window = windows.start(order)
            if not window.listener.ready.wait(READY_WITHIN_S):
                raise SystemExit("the window does not come")
            time.sleep(chance.uniform(FIRST_MS, LATER_MS.get(self.kind, LAST_MS)) / 1000)
            waited, killed = _waited(window.pid), time.monotonic()
            ended = window.kill()
            told = window.listener.told()
            kill = Kill(number, blocked_ms=max(0.0, killed - told.alive) * 1000, load=_load())
            done = command is not None and command.done()
            examine(path, told, killed, max(waited, told.waited), kill, beside=beside)
            kill.problems += [ended] if ended else []
            if done and command:
                check_command(path, command, told, kill)
            if states:
                _keep(states, kill, window.listener, path)
            found.append(kill)
            edited |= told.fields
            if self.mutant and kill.caught:
                break
        windows.close()
        return found, edited & every_field()


def _keep(folder: Path, kill: Kill, listener: Listener, library: Path) -> None:
    """Add to the states that were told of how they were told of and what the library is; if all was right, drop all."""
    if not kill.caught:
        shutil.rmtree(folder)
        return
    (folder / "told").write_bytes(b"".join(listener.lines))
    (folder / "kill.json").write_text(json.dumps(asdict(kill), ensure_ascii=False, indent=1), encoding="utf-8")
    shutil.copy(library, folder)


def _waited(pid: int) -> float:
    """Return for how many seconds a process has had no processor although it could have used one, 0 if unknown."""
    try:
        return int(Path(f"/proc/{pid}/schedstat").read_text(encoding="ascii").split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return 0.0


def _load() -> float:
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else -1.0


def examine(path: Path, told: Told, killed: float, waited: float, kill: Kill, *, beside: bool) -> None:
    """Open the library as the next start does, and compare what is kept with what was told."""
    began = time.perf_counter()
    with Library(path, hold=True) as library:
        kill.open_ms = (time.perf_counter() - began) * 1000
        for thing, states in told.states.items():
            value = kept(library, thing)
            now, known = digest(value, told.ties, beside_commands=beside), [state.digest for state in states]
            edits = [state for state in states if state.moment is not None]
            kill.edits += len(edits)
            kill.saves += bool(told.saved[thing])
            if now not in known:
                # Else it is as it was before the first writing, of which nobody told.
                if edits or told.saved[thing] or thing == WHOLE:
                    kill.strange += 1
                    kill.wrong.append(thing)
                continue
            at = len(known) - 1 - known[::-1].index(now)
            if at + 1 < told.saved[thing]:
                kill.lost_saved += 1
                kill.wrong.append(thing)
            lost = [state for state in states[at + 1 :] if state.moment is not None]
            if lost:
                kill.lost_edits += len(lost)
                if (ms := (killed - (lost[0].moment or killed)) * 1000) > kill.lost_ms:
                    kill.lost_ms, kill.waited_ms = ms, max(0.0, waited - lost[0].waited) * 1000
                    kill.step = lost[0].step
    kill.restores, kill.brought_back, kill.refused = told.restores, told.brought_back, told.refused
    kill.problems += [*told.problems, *verify(path)]


def check_command(path: Path, command: Commands, told: Told, kill: Kill) -> None:
    """Look whether what a command wrote is there; once the window showed it, it is the window's to keep."""
    kill.commands_done += 1
    if command.thing not in told.with_commands:
        with Library(path, hold=True) as library:
            kill.commands_lost += not command.is_there(library)
