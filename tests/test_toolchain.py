"""What the program relies on in the tools it stands on."""

import sqlite3
import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel


class Bell(QObject):
    rung = Signal()


def test_emitting_does_not_wear_out_true():
    """PySide6 6.12.0 on CPython 3.11 drops a reference to True at each emit until the process dies."""
    bell, before = Bell(), sys.getrefcount(True)
    for _ in range(100):
        bell.rung.emit()
    assert sys.getrefcount(True) > before - 50


def test_calling_qt_does_not_wear_out_none(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(200):
        label.setText("x")
    assert sys.getrefcount(None) > before - 100


def test_sqlite_can_do_what_the_library_asks():
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(body, prefix='1')")
    connection.execute("CREATE TABLE a (id PRIMARY KEY, b)")
    connection.execute("INSERT INTO a VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET b = 2")
    connection.close()
