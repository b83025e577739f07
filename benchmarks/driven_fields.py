"""Which fields of the model are edited by the steps of driver.py: python benchmarks/driven_fields.py [ROUNDS] [SEED].

A window is driven with each kind of step in turn, until every field was edited or the rounds are over (one round is
each kind of step EACH times). Prints the steps with how often they were made and how long they took, and the fields
that no step edited; exit status 1 if there are any.
"""

import os
import sys
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import driven_library
from answers import in_sight
from driver import STEPS, Driver
from kill_window import quiet
from PySide6.QtCore import QSettings, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from states import edited, every_field

from copu_desk.gui.app import make_application
from copu_desk.gui.main_window import MainWindow
from copu_desk.library import Library

EACH = 2
OFTEN = {
    "edit": 40,
    "cell": 10,
    "people": 6,
    "format": 6,
    "insert": 6,
    "call": 3,
    "close_given": 4,
    "stamp": 4,
    "series": 2,
}


class Fields:
    """The fields that were edited so far."""

    def __init__(self) -> None:
        self.left = every_field()

    def watch(self, editor: Any) -> None:
        """See what becomes of what an editor holds."""

        def changed(before: Any, after: Any) -> None:
            if editor.active and before.id == after.id:
                self.left -= set(edited(before, after))

        editor.changed.connect(changed)

    def watch_door(self) -> None:
        """See what is saved past the editors: names that are remembered, and actions closed in other meetings."""
        remember, save = Library.remember_nicknames, Library.save

        def told(library: Library, decided: Any, forgotten: Any = ()) -> None:
            for one in decided:
                self.left -= set(edited(None, one))
            remember(library, decided, forgotten)

        def saved(library: Library, now: Any, before: Any = None) -> None:
            if before is not None:
                self.left -= set(edited(before, now))
            save(library, now, before)

        Library.remember_nicknames, Library.save = told, saved  # type: ignore[method-assign]


def drive(folder: Path, rounds: int, seed: int) -> tuple[Fields, Counter[str], Counter[str]]:
    """Drive a window; return which fields are left, how often each step was made, and how many seconds it took."""
    qInstallMessageHandler(quiet)
    make_application([])
    driven_library.make(folder / "library.copu")
    driven_library.make_files(folder / "files")
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow(Library(folder / "library.copu", hold=True), settings)
    window.show()
    fields, made, seconds = Fields(), Counter[str](), Counter[str]()
    driver = Driver(window, Random(seed), folder / "files", lambda dialog: fields.watch(dialog.editor))
    for editor in window.editors:
        fields.watch(editor)
    fields.watch_door()
    waiting = [name for _ in range(rounds) for name in STEPS for _ in range(EACH * OFTEN.get(name, 1))]
    waiting.reverse()

    def tick() -> None:
        if in_sight():
            QTimer.singleShot(1, tick)
            driver.step()
        elif waiting and fields.left:
            QTimer.singleShot(1, tick)  # before the step: it may show a dialog, which is answered while it lasts
            if driver.is_free:
                name, began = waiting.pop(), perf_counter()
                driver.step(name)
                window.save_all()  # some fields are seen only when they are saved
                made[name] += 1
                seconds[name] += perf_counter() - began
        else:
            QApplication.quit()

    sys.excepthook = lambda *error: (sys.__excepthook__(*error), os._exit(4))  # type: ignore[assignment]
    tick()
    QApplication.exec()
    sys.excepthook = sys.__excepthook__
    window.close()
    return fields, made, seconds


def main() -> int:
    """Drive a window, and tell what it came to."""
    rounds, seed = (int(word) for word in (*sys.argv[1:], *("40", "1")[len(sys.argv) - 1 :]))
    with TemporaryDirectory(prefix="copu-driven-", ignore_cleanup_errors=True) as folder:
        fields, made, seconds = drive(Path(folder), rounds, seed)
    for name, count in made.items():
        print(f"{name:14} {count:5} times  {seconds[name] / count * 1000:7.1f} ms each")
    print("never edited:", *sorted(fields.left))
    return 1 if fields.left else 0


if __name__ == "__main__":
    sys.exit(main())
