"""How long a key takes in an essay of 100,000 characters: until it is repainted, and until it is on the disk.

Run it with `python benchmarks/keystrokes.py`; a bare QTextEdit with the same text is measured in the same run.
"""

import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from copu_desk.document import Body, Heading, paragraphs, spans
from copu_desk.gui.app import make_application
from copu_desk.gui.main_window import ESSAYS, MainWindow
from copu_desk.library import Library
from copu_desk.model import Essay, Meeting

CHARACTERS, KEYS = 100_000, 300
SENTENCE = "开源供应链的治理需要每个成员单位共同参与，并且把结果公开出来供大家讨论。"


def body() -> Body:
    line = SENTENCE * 5
    words = "\n".join(f"{number} {line}" for number in range(CHARACTERS // len(line)))
    made = list(paragraphs(words))
    made[::20] = [Heading(spans("一、背景"), 1)] * len(made[::20])
    return tuple(made)


def timed(widget: QTextEdit, after: Callable[[], object]) -> list[float]:
    taken = []
    for number in range(KEYS):
        start = perf_counter()
        QTest.keyClick(widget, "abcdefg "[number % 8])
        QApplication.processEvents()
        after()
        taken.append((perf_counter() - start) * 1000)
    return taken


def say(name: str, taken: list[float]) -> None:
    centiles = statistics.quantiles(taken, n=100)
    print(f"{name}: median {statistics.median(taken):.2f} ms, 99th percentile {centiles[98]:.2f} ms")


def main() -> None:
    make_application(sys.argv)
    text = body()
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder) / "a.copu")
        meeting = Meeting(date(2025, 1, 1), essays=(Essay(title="长文", body=text),))
        library.save(meeting)
        window = MainWindow(library, QSettings(str(Path(folder) / "s.ini"), QSettings.Format.IniFormat))
        window.resize(1280, 800)
        window.show()
        window.tabs.setCurrentIndex(ESSAYS)
        edit = window.essays.body
        edit.setFocus()
        edit.put_cursor((len(text) // 2, 20))
        QApplication.processEvents()
        say("key to repainted", timed(edit, lambda: None))
        say("key to repainted and on the disk", timed(edit, window.editor.save))
        window.close()
    bare = QTextEdit()
    bare.resize(700, 500)
    bare.setPlainText("\n".join(SENTENCE * 5 for _ in range(CHARACTERS // 175)))
    bare.show()
    QApplication.processEvents()
    say("bare QTextEdit", timed(bare, lambda: None))


if __name__ == "__main__":
    main()
