"""Qt's own dialogs, where the system has none, speak Chinese in a Chinese window."""

import importlib
import re
import sys
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel

from copu_desk.gui import language
from copu_desk.gui.app import make_application

ROOT = Path(__file__).parents[1]


@pytest.fixture
def chinese(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "resources" / "translations"))
    importlib.import_module("compile_translations").compile_all(ROOT)
    make_application([])
    language.put_on(language.ENGLISH)
    language.put_on(language.CHINESE)


def file_dialog():
    made = QFileDialog()
    made.setOption(QFileDialog.Option.DontUseNativeDialog)
    return made


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    "make",
    [
        file_dialog,
        pytest.param(
            lambda: QPrintDialog(QPrinter()),
            marks=pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the system's own dialog"),
        ),
    ],
)
def test_qts_own_dialogs_are_in_chinese(make, qtbot):
    dialog = make()
    qtbot.addWidget(dialog)
    shown = [one.text() for kind in (QLabel, QAbstractButton) for one in dialog.findChildren(kind)]
    assert any("\u4e00" <= sign <= "\u9fff" for words in shown for sign in words)
    assert [words for words in shown if re.search("[A-Za-z]{3}", words.replace("HTML", ""))] == []
