"""How long a key takes in an essay of 100,000 characters: until it is repainted, and until it is on the disk.

Run it with `python benchmarks/keystrokes.py`. A bare QTextEdit with the same text, and the same with one small row
written to a database, are typed into in turn with ours: the ratios say more than the milliseconds on a busy machine.
"""

import os
import sqlite3
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
Candidate = tuple[str, QTextEdit, Callable[[], object]]
SENTENCE = "开源供应链的治理需要每个成员单位共同参与，并且把结果公开出来供大家讨论。"


def body() -> Body:
    line = SENTENCE * 5
    words = "\n".join(f"{number} {line}" for number in range(CHARACTERS // len(line)))
    made = list(paragraphs(words))
    made[::20] = [Heading(spans("一、背景"), 1)] * len(made[::20])
    return tuple(made)


def timed(candidates: list[Candidate]) -> list[list[float]]:
    """Type into each candidate in turn, so that whatever else the machine does slows all of them alike."""
    taken: list[list[float]] = [[] for _ in candidates]
    for number in range(KEYS):
        for place, (_name, widget, after) in enumerate(candidates):
            QApplication.processEvents()
            start = perf_counter()
            QTest.keyClick(widget, "abcdefg "[number % 8])
            QApplication.processEvents()
            after()
            taken[place].append((perf_counter() - start) * 1000)
    return taken


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
        bare = QTextEdit()
        bare.resize(700, 500)
        bare.setPlainText("\n".join(SENTENCE * 5 for _ in range(CHARACTERS // 175)))
        bare.show()
        small = sqlite3.connect(Path(folder) / "b.sqlite", isolation_level=None)
        for statement in ("PRAGMA journal_mode = wal", "PRAGMA synchronous = full", "CREATE TABLE t (words TEXT)"):
            small.execute(statement)
        candidates: list[Candidate] = [
            ("bare QTextEdit: key to repainted", bare, lambda: None),
            ("bare QTextEdit and one small row on the disk", bare, lambda: small.execute("INSERT INTO t VALUES ('a')")),
            ("essay: key to repainted", edit, lambda: None),
            ("essay: key to repainted and on the disk", edit, window.editor.save),
        ]
        taken = timed(candidates)
        base = statistics.median(taken[0])
        for (name, _widget, _after), times in zip(candidates, taken, strict=True):
            median, last = statistics.median(times), statistics.quantiles(times, n=100)[98]
            print(f"{name}: median {median:.2f} ms ({median / base:.1f}x), 99th percentile {last:.2f} ms")
        small.close()
        bare.close()
        window.close()


if __name__ == "__main__":
    main()
