"""A window that is edited at random until its process is killed, telling all the while what happens.

    python benchmarks/kill_window.py     (benchmarks/kill_rounds.py starts it and writes an order to its input)

It tells on a pipe, a line each, words with spaces between:

    E thing digest moment waited step   a thing (a meeting, the roster …) became another in a step of the driver; the
                                   moment is when the key was pressed or the button clicked, before anything was done
    N field…                       fields that an edit changed
    W thing digest                 a state of a thing is about to be written
    D thing                        that was written, says the library
    S                              the window says 已保存
    U                              it says 没有保存
    F beginning                    nothing is to be expected any more of the things whose names begin so
    M person person                two entries of the roster became one
    P words                        a problem that the window itself found
    A thing                        the window shows what a command wrote to a thing beside it
    T moment waited                the event loop is alive
    READY                          the window is in sight

Moments are of time.monotonic, which is one clock for all processes of a computer; `waited` is for how many seconds the
process has had no processor although it could have used one (where the system does not tell that: has had none).
"""

import json
import os
import pickle
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from driver import Driver
from mutants import MUTANTS
from PySide6.QtCore import QMessageLogContext, QSettings, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from states import WHOLE, Ties, action_line, deleted, digest, edited, kept, nickname, shows_command, whole

from copu_desk.gui.app import make_application
from copu_desk.gui.editor import Editor
from copu_desk.gui.main_window import MainWindow
from copu_desk.gui.roster_page import Roster
from copu_desk.library import Library
from copu_desk.library.trash import TrashKind
from copu_desk.model import Meeting, Person

PAUSE_MS = 5  # between two steps, so that there is something to save them in
OFTEN = {  # how many times as often as else some kinds of step are made
    "files": {"backups": 20, "bring_back": 20},
    "commands": {"backups": 0},  # a backup does not hold what a command just wrote
}
FAILED = 4  # exit status after an exception that nobody caught


@dataclass(frozen=True, slots=True)
class Order:
    """What one window is to do in a round of a kind; `keep` is a folder in which each state is kept that is told of."""

    library: str
    files: str
    seed: int
    mutant: str = ""
    kind: str = "plain"
    keep: str = ""

    @property
    def beside_commands(self) -> bool:
        """Whether commands write into the same library."""
        return self.kind == "commands"

    def to_json(self) -> str:
        """Return it as a line."""
        return json.dumps(asdict(self))


def waited() -> float:
    """Return for how many seconds this process has had no processor although it could have used one."""
    try:
        with open("/proc/self/schedstat", "rb") as file:  # noqa: PTH123 - some microseconds matter here
            return int(file.read().split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return time.monotonic() - time.process_time()


class Teller:
    """Writes to the pipe what happens in a window and at the door of its library."""

    def __init__(self, pipe: int, order: Order) -> None:
        self._pipe, self._order = pipe, order
        self.moment: Callable[[], float] = time.monotonic  # of the newest input
        self.step: Callable[[], str] = lambda: "opening"  # what the window is doing
        self._told: set[str] = set()  # what an edit made another, or what is shown
        self._things: set[str] = set()  # these, and what was written otherwise
        self._ties = Ties()

    def tell(self, *words: object) -> None:
        """Write a line."""
        os.write(self._pipe, (" ".join(map(str, words)) + "\n").encode())

    def forget(self, beginning: str) -> None:
        """Expect nothing any more of the things whose names begin so."""
        for things in (self._told, self._things):
            things -= {thing for thing in things if thing.startswith(beginning)}
        self.tell("F", beginning)

    def written(self, thing: str, value: Any) -> None:
        """Tell that a state of a thing is about to be written."""
        self._things.add(thing)
        self.tell("W", thing, self.digest(value))

    def alive(self) -> None:
        """Tell that the event loop runs."""
        self.tell("T", time.monotonic(), waited())

    def state(self, thing: str, value: Any) -> None:
        """Tell that a thing became another by an edit, or is shown as it is."""
        self._told.add(thing)
        self._things.add(thing)
        self.tell("E", thing, self.digest(value), self.moment(), waited(), self.step())
        if self._order.beside_commands and shows_command(value):
            self.tell("A", thing)

    def digest(self, value: Any) -> str:
        """Return what equal values share."""
        made = digest(value, self._ties, beside_commands=self._order.beside_commands)
        if self._order.keep:
            (Path(self._order.keep) / made).write_bytes(pickle.dumps(value))
        return made

    @property
    def things(self) -> list[str]:
        """The things of which something is expected."""
        return sorted(self._things)

    def tie(self, people: tuple[Person, ...]) -> bool:
        """Tell which entries of a roster became one; return whether one did that was not known to have."""
        news = [(old, one.id) for one in people for old in one.merged if self._ties.join(old, one.id)]
        for old, new in news:
            self.tell("M", old, new)
        return bool(news)

    def read_label(self, label: Any) -> None:
        """Tell whenever the window says that everything is saved."""
        show = label.setText

        def said(words: str) -> None:
            show(words)
            if words.startswith("已保存"):
                self.tell("S")
            elif words.startswith("没有保存"):
                self.tell("U")

        label.setText = said  # the words themselves, not a signal of the program's

    # Editors

    def watch(self, window: MainWindow) -> None:
        """Tell what becomes of what a window edits, and when it says that it is saved."""
        self._watch(window.editor, lambda meeting: {f"meeting:{meeting.id}": meeting})
        self._watch(window.roster.editor, lambda roster: {"roster": roster.people})
        self._watch(window.all_actions.editor, _lines)
        window.stack.currentChanged.connect(lambda _place: self.forget("action:"))
        self.read_label(window.status_line.saved_label)

    def watch_dialog(self, dialog: Any) -> None:
        """Tell what becomes of the series, which a dialog edits."""
        self._watch(dialog.editor, lambda everything: {"series": everything.series})

    def _watch(self, editor: Editor, things: Callable[[Any], dict[str, Any]]) -> None:
        def changed(before: Any, after: Any) -> None:
            if not editor.active or before.id != after.id:
                return
            known = things(before)
            for thing, value in things(after).items():
                if known.get(thing) != value:
                    if thing in known and thing not in self._told:
                        self.written(thing, known[thing])
                    self.state(thing, value)
            self.tell("N", *sorted(set(edited(before, after))))
            self._forget(before, after)

        def opened(after: Any) -> None:
            for thing, value in things(after).items():
                self.state(thing, value)

        editor.changed.connect(changed)
        editor.opened.connect(opened)
        if editor.active:
            opened(editor.meeting)

    def _forget(self, before: Any, after: Any) -> None:
        """Expect nothing of what is read otherwise from now on: actions edited twice, people who became others."""
        if isinstance(after, Meeting) and before.actions is not after.actions:
            self.forget(f"action:{after.id}/")
        if isinstance(after, Roster) and self.tie(after.people):
            self.forget("meeting:")

    # The door of the library

    def stand_at(self, library: Library) -> None:
        """Tell what is about to be written to a library, and what it says is written."""
        for name, states in DOORS.items():
            self._watch_door(library, name, states)

    def told_of(self, thing: str) -> bool:
        """Return whether states of a thing were told of and not forgotten."""
        return thing in self._told

    def _watch_door(self, watched: Library, name: str, states: Callable[..., dict[str, Any]]) -> None:
        go_through = getattr(Library, name)

        def told(library: Library, *what: Any) -> Any:
            if library is watched and WHOLE in self._things:
                self.forget(WHOLE)  # it is told of only until the next writing
            things = states(self, library, *what) if library is watched else {}
            for thing, value in things.items():
                self.written(thing, value)
            done = go_through(library, *what)
            if not library._db.conn.in_transaction:
                for thing in things:
                    self.tell("D", thing)
            return done

        setattr(Library, name, told)


def _saved(teller: Teller, _library: Library, now: Any, before: Any = None) -> dict[str, Any]:
    thing = f"meeting:{now.id}"
    if before is not None and not teller.told_of(thing):  # not edited in its own editor
        teller.tell("N", *sorted(set(edited(before, now))))
    return {thing: now}


def _restored(_teller: Teller, library: Library, identity: str) -> dict[str, Any]:
    return {"deleted": tuple(sorted({*deleted(library)} - {identity}))}


def _purged(teller: Teller, library: Library, one: Any) -> dict[str, Any]:
    if one.kind is not TrashKind.MEETING:
        return {}
    teller.forget(f"meeting:{one.id}")
    return _restored(teller, library, one.id)


def _remembered(teller: Teller, _library: Library, decided: Any, forgotten: Any = ()) -> dict[str, Any]:
    for one in forgotten:
        teller.forget(nickname(one))
    teller.tell("N", *sorted({name for one in decided for name in edited(None, one)}))
    return {nickname(one): one for one in decided}


def _put_back(
    teller: Teller, library: Library, backup: Path, before: Path | None = None, made_at: Any = None
) -> dict[str, Any]:
    """Everything becomes what it was in a backup, or nothing does; what it was before lies in another backup."""
    teller.forget("action:")
    now = whole(library)
    if before is not None and made_at == library.mark:
        with Library(before, read_only=True) as kept_before:
            if teller.digest(whole(kept_before)) != teller.digest(now):
                teller.tell("P", "the backup made before restoring is not what the library was")
    teller.written(WHOLE, now)
    with Library(backup, read_only=True) as there:
        return {thing: kept(there, thing) for thing in teller.things}


DOORS: dict[str, Callable[..., dict[str, Any]]] = {  # the states that a call of the library is to write
    "save": _saved,
    "save_people": lambda _teller, _library, now, *_before: {"roster": now},
    "save_series": lambda _teller, _library, now, *_before: {"series": now},
    "delete": lambda _teller, library, identity: {"deleted": tuple(sorted({*deleted(library), identity}))},
    "restore": _restored,
    "purge": _purged,
    "set_setting": lambda _teller, _library, key, value: {f"setting:{key}": value},
    "remember_nicknames": _remembered,
    "restore_backup": _put_back,
}


def _lines(everything: Any) -> dict[str, Any]:
    """Return the actions of all meetings as things; those of final minutes are closed in another meeting."""
    return {f"action:{one.meeting}/{one.action}": action_line(one) for one in everything.actions if not one.final}


def edit_until_killed(order: Order, pipe: int, window: MainWindow | None = None) -> None:
    """Show a library in a window (a new one if none is given) and edit it for ever, telling what happens."""
    sys.excepthook = _fail
    path = Path(order.library)
    if order.mutant:
        MUTANTS[order.mutant]()
    teller = Teller(pipe, order)
    if window is None:
        settings = QSettings(str(path.with_suffix(".ini")), QSettings.Format.IniFormat)
        window = MainWindow(Library(path, hold=True), settings)
        _watch(teller, window)
        window.show()
    else:
        window.library.__init__(path, hold=True)  # type: ignore[misc]  # what the pages hold becomes another library
        for editor in window.editors:
            editor.forget()
        _watch(teller, window)
        window.setUpdatesEnabled(True)
        window.show()
        window.show_anew()
    QApplication.processEvents()
    driver = Driver(window, Random(order.seed), Path(order.files), teller.watch_dialog, OFTEN.get(order.kind, {}))
    teller.moment, teller.step = lambda: driver.hands.moment, lambda: driver.doing
    teller.tell("READY")

    def tick() -> None:
        teller.alive()
        QTimer.singleShot(PAUSE_MS, tick)  # not a clock, which stands still while a dialog is in sight
        driver.step()

    tick()
    QApplication.exec()


def _watch(teller: Teller, window: MainWindow) -> None:
    teller.tie(window.library.people())
    teller.stand_at(window.library)
    teller.watch(window)


def _fail(kind: type[BaseException], error: BaseException, at: Any) -> None:
    traceback.print_exception(kind, error, at)
    sys.stderr.flush()
    os._exit(FAILED)


def quiet(_kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
    """Print what Qt says, but not what the offscreen platform cannot do."""
    if not words.startswith("This plugin does not support"):
        print(words, file=sys.stderr)


def main() -> None:
    """Be ready, then do what is ordered."""
    qInstallMessageHandler(quiet)
    make_application([])
    if line := sys.stdin.readline():  # else whoever started this went
        edit_until_killed(Order(**json.loads(line)), sys.stdout.fileno())


if __name__ == "__main__":
    main()
