"""The text editor, as a secretary uses it."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMessageBox
from values import BODY

from copu_desk import desk
from copu_desk.document import (
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Picture,
    Span,
    Table,
    Turn,
    clean,
    spans,
    text,
    words_of,
)
from copu_desk.editing import joined, shown
from copu_desk.gui import rich_text
from copu_desk.gui.editor import Editor
from copu_desk.gui.fields import Field
from copu_desk.gui.find_bar import FindBar
from copu_desk.gui.main_window import ESSAYS, MainWindow
from copu_desk.gui.picture_dialog import PictureDialog
from copu_desk.gui.rich_bar import RichBar
from copu_desk.gui.rich_edit import RichEdit
from copu_desk.gui.table_dialog import TableDialog
from copu_desk.library import Library
from copu_desk.model import Essay, Meeting

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def edit(qtbot):
    edit = RichEdit()
    edit.resize(600, 400)
    qtbot.addWidget(edit)
    edit.show()
    return edit


def in_document(edit):
    """Read the whole document again, with nothing remembered."""
    return [rich_text.read(edit.document().findBlockByNumber(row)) for row in range(edit.document().blockCount())]


def same(one, other):
    return [(type(block), joined(shown(block))) for block in one] == [
        (type(block), joined(shown(block))) for block in other
    ]


@settings(max_examples=60, deadline=None)
@given(bodies=st.lists(BODY, min_size=1, max_size=4))
def test_any_body_is_shown_and_read_back_after_any_other(bodies):
    QApplication.instance() or QApplication([])
    edit = RichEdit()
    for body in (*bodies, *reversed(bodies)):
        edit.set_body(body)
        assert edit.body() == body
        assert same(in_document(edit), body or (Paragraph(()),))


MOVES = st.lists(
    st.tuples(
        st.sampled_from(["type", "enter", "back", "delete", "select", "kind", "paste", "look"]),
        st.integers(0, 200),
        st.sampled_from(["甲", "b：", "𠮷", "\u2028", "1. "]),
    ),
    max_size=12,
)


@settings(max_examples=80, deadline=None)
@given(body=BODY, moves=MOVES)
def test_what_is_remembered_is_what_stands_in_the_document_whatever_is_done(body, moves):
    QApplication.instance() or QApplication([])
    edit = RichEdit()
    edit.set_body(body)
    for move, place, words in moves:
        cursor = edit.textCursor()
        cursor.setPosition(place % edit.document().characterCount())
        if move == "select":
            cursor.movePosition(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor, 3)
        edit.setTextCursor(cursor)
        match move:
            case "type":
                edit.insertPlainText(words)
            case "enter":
                press(edit, Qt.Key.Key_Return)
            case "back":
                press(edit, Qt.Key.Key_Backspace)
            case "delete" | "select":
                press(edit, Qt.Key.Key_Delete)
            case "kind":
                edit.set_kind([Heading((), 2), ListItem(()), Turn("", ()), Paragraph(())][place % 4])
            case "paste":
                edit.insert((text(clean(words)), PageBreak(), Heading(spans("题"), 1))[: place % 4])
            case _:
                edit.indent(1) if place % 2 else edit.turn_face(bold=True)
        assert same(in_document(edit), edit.body() or (Paragraph(()),))


def press(widget, key, modifiers=Qt.KeyboardModifier.NoModifier):
    from PySide6.QtTest import QTest

    QTest.keyClick(widget, key, modifiers)


def test_typing_inside_a_bold_word_is_bold_and_a_turn_stays_a_turn(edit, qtbot):
    edit.set_body((Heading((Span("一、"), Span("背景", bold=True)), 2), Turn("甲", spans("你好"), " : ")))
    edit.put_cursor((0, 3))
    qtbot.keyClicks(edit, "x")
    edit.put_cursor((1, 5))
    qtbot.keyClicks(edit, "y")
    assert edit.body() == (Heading((Span("一、"), Span("背x景", bold=True)), 2), Turn("甲", spans("你y好"), " : "))


def test_faces_by_keys_go_before_the_keys_of_the_window(edit, qtbot):
    qtbot.keyClicks(edit, "ab")
    for key, done in (
        (Qt.Key.Key_B, Span("x", bold=True)),
        (Qt.Key.Key_I, Span("x", italic=True)),
        (Qt.Key.Key_U, Span("x", underline=True)),
        (Qt.Key.Key_Period, Span("x", script="super")),
        (Qt.Key.Key_Comma, Span("x", script="sub")),
    ):
        edit.set_body((text("axb"),))
        edit.put_cursor((0, 1), (0, 2))
        qtbot.keyClick(edit, key, CTRL)
        assert edit.body() == (Paragraph((Span("a"), done, Span("b"))),)
        qtbot.keyClick(edit, key, CTRL)
        assert edit.body() == (text("axb"),)


def test_kinds_by_keys_and_lists_that_end_and_go_deeper(edit, qtbot):
    qtbot.keyClick(edit, Qt.Key.Key_1, CTRL | ALT)
    qtbot.keyClicks(edit, "Title")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClicks(edit, "words")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    edit.set_kind(ListItem((), ordered=True))
    qtbot.keyClicks(edit, "one")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    qtbot.keyClicks(edit, "deep")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClick(edit, Qt.Key.Key_Backtab)
    qtbot.keyClick(edit, Qt.Key.Key_Return)  # an empty item ends the list
    qtbot.keyClicks(edit, "end")
    qtbot.keyClick(edit, Qt.Key.Key_Return, SHIFT)
    qtbot.keyClicks(edit, "line")
    assert edit.body() == (
        Heading(spans("Title"), 1),
        text("words"),
        ListItem(spans("one"), 0, ordered=True),
        ListItem(spans("deep"), 1, ordered=True),
        text("end\nline"),
    )
    edit.grab()  # numbers are drawn


def test_an_object_keeps_a_block_of_its_own(edit, qtbot):
    edit.set_body((text("甲"), PageBreak(), Heading(spans("题"), 2)))
    edit.put_cursor((1, 1))
    qtbot.keyClicks(edit, "ab")
    edit.put_cursor((1, 0))
    qtbot.keyClicks(edit, "xyz")
    assert edit.body() == (text("甲"), text("xyz"), PageBreak(), text("ab"), Heading(spans("题"), 2))
    edit.put_cursor((3, 0))
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.body() == (text("甲"), text("xyz"), text("ab"), Heading(spans("题"), 2))
    edit.set_body((text("甲"), PageBreak(), text("乙")))
    edit.put_cursor((0, 1))
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    assert edit.body() == (text("甲"), text("乙"))
    edit.set_body((PageBreak(),))
    edit.put_cursor((0, 1))
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClicks(edit, "z")
    assert edit.body() == (PageBreak(), text("z"))


def test_composing_pinyin_neither_loses_nor_doubles_text(edit):
    edit.set_body((text("会议"), PageBreak()))
    edit.put_cursor((0, 1))
    for preedit in ("k", "ka", "kai"):
        QApplication.sendEvent(edit, QInputMethodEvent(preedit, []))
        assert edit.body() == (text("会议"), PageBreak())
    event = QInputMethodEvent("", [])
    event.setCommitString("开")
    QApplication.sendEvent(edit, event)
    assert edit.body() == (text("会开议"), PageBreak())
    edit.put_cursor((1, 1))
    QApplication.sendEvent(edit, QInputMethodEvent("y", []))
    event = QInputMethodEvent("", [])
    event.setCommitString("元")
    QApplication.sendEvent(edit, event)
    assert edit.body() == (text("会开议"), PageBreak(), text("元"))


class Keeper:
    def save(self, now, _before=None):
        self.kept = now


def test_undo_puts_everything_back_and_leaves_the_cursor_near(edit, qtbot):
    start = (text("甲"), Paragraph((Span("乙𠮷丙"), Span("粗", bold=True))), Table(((spans("a"),),)), text("丁"))
    meeting = Meeting(held_on=date(2025, 1, 1), essays=(Essay(body=start, id="e"),))
    editor = Editor(Keeper(), meeting)
    editor.open(meeting)
    Field(editor, edit, ("essays", "e", "body"))
    edit.put_cursor((1, 2))
    qtbot.keyClicks(edit, "x")
    assert editor.meeting.essays[0].body[1] == Paragraph((Span("乙𠮷x丙"), Span("粗", bold=True)))
    states = [meeting, editor.meeting]
    for change in (
        lambda: edit.set_kind(Heading((), 1)),
        lambda: edit.turn_face(bold=True),
        lambda: qtbot.keyClicks(edit, "y"),
        lambda: edit.insert((PageBreak(), text("新"))),
        lambda: (edit.selectAll(), qtbot.keyClick(edit, Qt.Key.Key_Delete)),
    ):
        editor._pause.stop()
        change()
        if editor.meeting != states[-1]:
            states.append(editor.meeting)
    assert all(one != other for one, other in pairwise(states))
    for state in reversed(states[:-1]):
        editor.history.undo()
        assert editor.meeting == state
        assert edit.body() == state.essays[0].body
        assert same(in_document(edit), edit.body())
    assert edit.spot(edit.textCursor().position()) == (1, 2)


def test_find_and_replace(edit, qtbot):
    bar = FindBar()
    qtbot.addWidget(bar)
    edit.set_body((text("开源 Open 开源"), Heading(spans("开源"), 1)))
    edit.put_cursor((0, 0))
    bar.open(edit)
    qtbot.keyClicks(bar.wanted, "")
    bar.wanted.setText("开源")
    for place in (((0, 0), (0, 2)), ((0, 8), (0, 10)), ((1, 0), (1, 2)), ((0, 0), (0, 2))):
        qtbot.keyClick(bar.wanted, Qt.Key.Key_Return)
        assert edit.selected() == place
    qtbot.keyClick(bar.wanted, Qt.Key.Key_Return, SHIFT)
    assert edit.selected() == ((1, 0), (1, 2))
    bar.instead.setText("开放")
    bar.one.click()
    assert edit.body()[1] == Heading(spans("开放"), 1)
    bar.all.click()
    assert edit.body()[0] == text("开放 Open 开放")
    assert "2" in bar.said.text()
    bar.wanted.setText("没有的词")
    qtbot.keyClick(bar.wanted, Qt.Key.Key_Return)
    assert bar.said.text()
    qtbot.keyClick(bar.wanted, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_the_bar_shows_what_the_cursor_is_in_and_changes_it(edit, qtbot):
    bar, find = RichBar(), FindBar()
    for widget in (bar, find):
        qtbot.addWidget(widget)
    bar.attach(edit, find)
    edit.set_body((Heading((Span("大", bold=True),), 2), text("小"), Turn("甲", spans("好"))))
    edit.put_cursor((0, 1))
    assert bar.kind.currentText() == "标题 2"
    assert bar.bold.isChecked()
    edit.put_cursor((1, 0), (1, 1))
    assert bar.kind.currentText() == "正文"
    bar.superscript.click()
    bar.kind.setCurrentIndex(bar.kind.findText("引文"))
    bar.kind.activated.emit(bar.kind.currentIndex())
    assert edit.body()[1] == Paragraph((Span("小", script="super"),), "quote")
    bar.page_break.click()
    assert PageBreak() in edit.body()
    bar.look_for.click()
    assert not find.isHidden()


def test_a_link_is_set_and_taken_away(edit, qtbot, monkeypatch):
    bar, find = RichBar(), FindBar()
    for widget in (bar, find):
        qtbot.addWidget(widget)
    bar.attach(edit, find)
    edit.set_body((text("见官网"),))
    edit.put_cursor((0, 1), (0, 3))
    answers = iter([("https://example.org", True), ("", True)])
    monkeypatch.setattr("copu_desk.gui.rich_bar.QInputDialog.getText", lambda *_: next(answers))
    bar.link.click()
    assert edit.body() == (Paragraph((Span("见"), Span("官网", link="https://example.org"))),)
    edit.put_cursor((0, 2))
    bar.link.click()
    assert edit.body() == (text("见官网"),)


def test_cells_of_a_spreadsheet_are_pasted_and_the_table_grows(qtbot, monkeypatch):
    dialog = TableDialog(Table(((spans("项"), spans("数")), (spans("a"), spans("1"))), 1, (1.0, 2.0)))
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    dialog.cells.setCurrentCell(1, 0)
    dialog.cells.setFocus()
    QGuiApplication.clipboard().setText('操作系统\t46\n"数据\n库"\t33\n人工智能\t20\n')
    qtbot.keyClick(dialog.cells, Qt.Key.Key_V, CTRL)
    assert [[words_of(cell) for cell in row] for row in dialog.table().rows] == [
        ["项", "数"], ["操作系统", "46"], ["数据\n库", "33"], ["人工智能", "20"],
    ]  # fmt: skip
    assert dialog.table().widths == (1.0, 2.0)
    dialog.cells.setCurrentCell(3, 0)
    qtbot.keyClick(dialog.cells, Qt.Key.Key_Delete)
    assert words_of(dialog.table().rows[3][0]) == ""
    answers = iter([QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes])
    monkeypatch.setattr(QMessageBox, "question", lambda *_: next(answers))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()  # what was typed is not lost with one key
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_table_is_edited_cell_by_cell(qtbot):
    dialog = TableDialog(Table(((spans("项"), (Span("数", bold=True),)), (spans("a"), spans("1"))), 1))
    qtbot.addWidget(dialog)
    dialog.cells.item(1, 0).setText("b")
    dialog.cells.setCurrentCell(1, 0)
    dialog.add_row.click()
    dialog.add_column.click()
    dialog.headed.setChecked(False)
    assert dialog.table() == Table(
        ((spans("项"), (), (Span("数", bold=True),)), (spans("b"), (), spans("1")), ((), (), ())), 0
    )
    dialog.remove_row.click()
    dialog.remove_column.click()
    assert len(dialog.table().rows) == 2


def test_a_picture_is_captioned_and_sized(qtbot):
    dialog = PictureDialog(Picture("00", "旧", "", 80))
    qtbot.addWidget(dialog)
    dialog.caption.setText("图 1")
    dialog.alt.setText("会场")
    dialog.printed_width.setValue(120)
    assert dialog.picture() == Picture("00", "图 1", "会场", 120)


def test_an_essay_written_in_the_window_is_there_the_next_time(qtbot, tmp_path: Path):
    library = Library(tmp_path / "a.copu")
    meeting = desk.new_meeting(library, desk.series_named(library, "例会"), date(2025, 3, 4))
    library.save(meeting)
    window = MainWindow(library, QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    window.show()
    window.tabs.setCurrentIndex(ESSAYS)
    page = window.essays
    page.add_essay.click()
    body = page.body
    body.setFocus()
    qtbot.keyClick(body, Qt.Key.Key_1, CTRL | ALT)
    qtbot.keyClicks(body, "Heading")
    qtbot.keyClick(body, Qt.Key.Key_Return)
    qtbot.keyClick(body, Qt.Key.Key_B, CTRL)
    qtbot.keyClicks(body, "bold")
    qtbot.keyClick(body, Qt.Key.Key_B, CTRL)
    qtbot.keyClicks(body, " plain")
    qtbot.waitUntil(lambda: page.words.text().startswith("3 字"))
    window.close()
    again = Library(tmp_path / "a.copu")
    assert again.load(meeting.id).essays[0].body == (
        Heading(spans("Heading"), 1),
        Paragraph((Span("bold", bold=True), Span(" plain"))),
    )
    again.close()


def test_what_may_only_be_read_can_be_searched_and_not_be_changed(edit, qtbot):
    body = (text("正文"), PageBreak(), text("后文"))
    edit.set_body(body)
    edit.setReadOnly(True)
    changed, asked = [], []
    edit.textChanged.connect(lambda: changed.append(edit.body()))
    edit.find_asked.connect(lambda: asked.append(True))
    qtbot.keyClick(edit, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert asked == [True]
    edit.put_cursor((0, 2))
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return):
        for row in range(3):
            edit.put_cursor((row, 0))
            qtbot.keyClick(edit, key)
    qtbot.keyClick(edit, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(edit, Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert (edit.body(), changed, asked) == (body, [], [True])
