"""The small parts of the window: times, forms held to their word, and a machine without Qt."""

import subprocess
import sys
from datetime import time

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QWidget
from windows import answer

from copu_desk.gui import forms, missing
from copu_desk.gui.essays_page import word_count
from copu_desk.gui.time_edit import TimeEdit, parse


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("9:30", time(9, 30)), ("9：30", time(9, 30)), ("930", time(9, 30)), ("0930", time(9, 30)), ("14", time(14)),
        ("9点半", None), ("９：０５", time(9, 5)), ("9点05分", time(9, 5)), ("", None), ("25:00", None), ("x", None),
    ],
)  # fmt: skip
def test_times_are_understood_as_people_type_them(words, value):
    if value is None and words:
        with pytest.raises(ValueError, match=r".*"):
            parse(words)
    else:
        assert parse(words) == value


def test_a_time_that_is_none_is_put_back_when_the_field_is_left(qtbot):
    edit = TimeEdit()
    qtbot.addWidget(edit)
    edit.set_value(time(9, 30))
    edit.selectAll()
    for sign in "9:75":
        qtbot.keyClick(edit, sign)
    QApplication.sendEvent(edit, QFocusEvent(QEvent.Type.FocusOut))
    assert edit.text() == edit.value().strftime("%H:%M")
    edit.selectAll()
    with qtbot.waitSignal(edit.timed):
        qtbot.keyClick(edit, Qt.Key.Key_Delete)
    assert edit.value() is None


def test_a_form_that_lacks_a_widget_of_its_page_is_told_of(qtbot):
    class Page(QWidget):
        venue: QLineEdit
        nowhere: QPushButton

    page = Page()
    qtbot.addWidget(page)
    with pytest.raises(TypeError, match=r"sidebar\.ui has no QLineEdit named venue"):
        forms.load(page, "sidebar")


def test_words_are_counted_as_word_does():
    assert word_count("会议纪要 2025 年 AI Desk") == 8
    assert word_count("“引号”") == 4
    assert word_count("") == 0


def test_each_missing_library_is_named_with_its_package(monkeypatch):
    monkeypatch.setattr(missing, "_loads", lambda name: name != "libxcb-cursor.so.0")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(missing.sys, "platform", "linux")
    assert missing.why_no_window() == (
        "系统缺少窗口要用的库 libxcb-cursor.so.0。请运行：sudo apt install libxcb-cursor0，然后再打开 COPU Desk。"
    )
    monkeypatch.delenv("DISPLAY")
    assert "没有图形界面" in missing.why_no_window()


def test_a_qt_that_cannot_be_loaded_gives_one_sentence_and_no_traceback(tmp_path):
    """PySide6 is put out of the way by a package that fails as the real one does where a library is missing."""
    fake = tmp_path / "PySide6"
    fake.mkdir()
    (fake / "__init__.py").write_text("")
    (fake / "QtWidgets.py").write_text(
        "raise ImportError('libEGL.so.1: cannot open shared object file: No such file or directory')"
    )
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); sys.argv = ['copu-desk']; "
    code += "from copu_desk.__main__ import main; sys.exit(main())"
    environment = {"QT_QPA_PLATFORM": "offscreen", "PATH": "", "HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 2
    assert done.stderr.strip().endswith("sudo apt install libegl1，然后再打开 COPU Desk。")
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_dialog_that_was_asked_goes_once_its_answer_was_read(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = QDialog(window)
    answer(QDialog, lambda shown: shown.done(7))
    assert forms.ask(dialog) == 7
    assert window.findChildren(QDialog) == [dialog]
    qtbot.waitUntil(lambda: not window.findChildren(QDialog))
