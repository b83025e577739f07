"""The small parts of the window: bodies edited as text, times, forms held to their word, and a machine without Qt."""

import subprocess
import sys
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from values import BODY, TEXT

from copu_desk.document import Heading, Picture, Span, Table, Turn, spans, text, words_of
from copu_desk.gui import forms, missing
from copu_desk.gui.body_edit import BodyEdit, retyped, shown
from copu_desk.gui.editor import Editor
from copu_desk.gui.essays_page import word_count
from copu_desk.gui.fields import Field
from copu_desk.gui.time_edit import TimeEdit, parse
from copu_desk.model import Essay, Meeting


@given(body=BODY)
def test_a_body_nobody_edited_stays_the_same(body):
    assert retyped(body, shown(body)) == body


@given(body=BODY, line=TEXT.map(lambda words: words.replace("\n", " ")), data=st.data())
def test_editing_one_line_leaves_every_other_block_alone(body, line, data):
    if body:
        row = data.draw(st.integers(0, len(body) - 1))
        lines = shown(body)
        edited = retyped(body, [*lines[:row], line, *lines[row + 1 :]])
        assert edited[:row] == body[:row]
        assert edited[row + 1 :] == body[row + 1 :]


@given(body=BODY, lines=st.lists(TEXT.map(lambda words: words.replace("\n", " ")), max_size=6))
def test_whatever_is_typed_is_in_the_body(body, lines):
    edited = retyped(body, lines)
    assert len(edited) == len(lines)
    assert shown(edited) == [line.replace("\n", "\u2028") for line in lines]


def test_typing_inside_a_bold_word_is_bold_and_a_turn_stays_a_turn():
    body = (
        Heading((Span("一、"), Span("背景", bold=True)), 2),
        Turn("甲", spans("你好"), " : "),
        Table(((spans("a"),),)),
    )
    lines = shown(body)
    edited = retyped(body, ["一、背景说明", "甲 : 您好", lines[2]])
    assert edited[0] == Heading((Span("一、"), Span("背景说明", bold=True)), 2)
    assert edited[1] == Turn("甲", spans("您好"), " : ")
    assert edited[2] is body[2]
    assert words_of(retyped(body, ["一、背景", "甲您好", lines[2]])[1].spans) == "甲您好"


def test_a_picture_keeps_its_place_and_gets_the_caption_that_is_typed():
    body = (text("见图"), Picture("00", caption="图 1", width=80))
    assert retyped(body, ["见图", "〔图片〕图 1 会场"]) == (body[0], Picture("00", caption="图 1 会场", width=80))


class Keeper:
    def save(self, now, _before=None):
        self.kept = now


@settings(max_examples=30, deadline=None)
@given(body=BODY)
def test_the_editor_shows_any_body_without_changing_it(body):
    QApplication.instance() or QApplication([])
    edit = BodyEdit()
    edit.set_body(body)
    assert edit.body() == body
    edit.insertPlainText("")
    assert edit.body() == body


def test_undo_puts_the_body_back_and_leaves_the_cursor_near(qtbot):
    meeting = Meeting(held_on=date(2025, 1, 1), essays=(Essay(body=(text("甲"), text("乙𠮷丙"), text("丁")), id="e"),))
    editor, edit = Editor(Keeper(), meeting), BodyEdit()
    qtbot.addWidget(edit)
    editor.open(meeting)
    Field(editor, edit, ("essays", "e", "body"))
    cursor = edit.textCursor()
    cursor.setPosition(len("甲\n乙") + 2)
    edit.setTextCursor(cursor)
    edit.insertPlainText("新")
    assert editor.meeting.essays[0].body[1] == text("乙𠮷新丙")
    editor.history.undo()
    assert editor.meeting == meeting
    assert edit.textCursor().position() == len("甲\n乙") + 2


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
