"""The scratch pad: notes typed during the meeting, each filed with one key, none of them lost."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from values import TEXT

from copu_desk import filing
from copu_desk.document import text
from copu_desk.errors import LibraryError
from copu_desk.gui.editor import Editor
from copu_desk.gui.scratch_pad import ScratchPad
from copu_desk.library import Library
from copu_desk.model import AgendaItem, Attendee, Meeting, Person

ITEMS = (AgendaItem(title="年度计划", id="i1"), AgendaItem(title="预算", id="i2"))
MEETING = Meeting(
    held_on=date(2025, 9, 2), agenda=ITEMS, attendees=(Attendee(name="苏棠"),), scratch="第一条\n第二条\n"
)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def editor(tmp_path):
    library = Library(tmp_path / "a.copu")
    library.save(MEETING)
    library.save_people((Person(name="欧阳明月"),))
    editor = Editor(library, MEETING)
    editor.open(MEETING)
    editor.library = library
    yield editor
    editor.leave()
    library.close()


@pytest.fixture
def pad(editor, qtbot):
    page = ScratchPad(editor, editor.library, lambda: editor.meeting.agenda[1])
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.pad.setFocus()
    page.pad.moveCursor(page.pad.textCursor().MoveOperation.End)
    return page


def test_each_note_goes_where_its_key_says_and_one_undo_takes_it_back(editor, pad, qtbot):
    said = []
    pad.filed.connect(said.append)
    qtbot.keyClick(pad.pad, Qt.Key.Key_1, CONTROL)
    assert editor.meeting.agenda[0].discussion == (text("第二条"),)
    assert editor.meeting.scratch == "第一条\n"
    qtbot.keyClick(pad.pad, Qt.Key.Key_D, CONTROL)
    assert [one.text for one in editor.meeting.agenda[1].decisions] == ["第一条"]
    assert pad.pad.toPlainText() == ""
    assert said == ["归入讨论：年度计划", "归为决议：预算"]
    editor.history.undo()
    editor.history.undo()
    assert editor.meeting == MEETING
    assert pad.pad.toPlainText() == MEETING.scratch


def test_an_action_takes_its_owner_and_day_from_the_note(editor, pad, qtbot):
    QTest.keyClicks(pad.pad, "@")
    qtbot.keyClick(pad.pad, Qt.Key.Key_Escape)
    pad.pad.insertPlainText("苏棠 起草细则 月底")
    qtbot.keyClick(pad.pad, Qt.Key.Key_T, CONTROL)
    (action,) = editor.meeting.actions
    assert (action.what, action.owner, action.due, action.due_words, action.item) == (
        "起草细则", "苏棠", date(2025, 9, 30), "月底", "i2",
    )  # fmt: skip


def test_a_name_is_completed_after_the_at_sign(pad, qtbot):
    QTest.keyClicks(pad.pad, "@")
    pad.pad.insertPlainText("明月")
    assert pad._completer.popup().isVisible()
    qtbot.keyClick(pad.pad, Qt.Key.Key_Return)
    assert pad.pad.toPlainText().endswith("@欧阳明月 ")


def test_the_time_is_stamped(pad, qtbot):
    qtbot.keyClick(pad.pad, Qt.Key.Key_Semicolon, CONTROL)
    assert pad.pad.toPlainText().split("\n")[-1][2] == ":"


def test_where_nothing_can_be_filed_nothing_changes(editor, pad, qtbot):
    said = []
    pad.filed.connect(said.append)
    qtbot.keyClick(pad.pad, Qt.Key.Key_9, CONTROL)
    assert said == ["没有第 9 项议程。"]
    assert editor.meeting == MEETING


@given(pad=TEXT, position=st.integers(0, 40))
def test_taking_a_note_out_loses_nothing(pad, position):
    note, rest, at = filing.take_out(pad, position)
    assert sorted("".join((note + rest).split())) == sorted("".join(pad.split()))
    assert not note or rest[:at].endswith("\n") or at == 0  # the next note begins a line


@given(note=TEXT)
def test_filing_keeps_every_sign_but_the_marks(note):
    item = ITEMS[0]
    meeting = filing.discuss(MEETING, item, note)
    kept = "".join(span.text for span in meeting.agenda[0].discussion[0].spans)
    assert kept.replace("@", "") == note.replace("@", "")
    action = filing.act(MEETING, None, note).actions[0]
    assert sorted((action.what + action.owner + action.due_words).replace("、", "")) or not note.strip()


def test_the_sign_in_an_address_is_no_mention():
    note = "把表发到 su_tang@yuanfan.org，抄送 @贺兰 月底"
    said = filing.discuss(MEETING, ITEMS[0], note).agenda[0].discussion[-1].spans
    assert said[0].text == "把表发到 su_tang@yuanfan.org，抄送 贺兰 月底"
    (*_, action) = filing.act(MEETING, None, note).actions
    assert (action.what, action.owner, action.due_words) == ("把表发到 su_tang@yuanfan.org，抄送", "贺兰", "月底")


def test_a_decision_goes_without_its_time_stamp():
    assert filing.decide(MEETING, ITEMS[0], "14:05 同意@苏棠的方案").agenda[0].decisions[0].text == "同意苏棠的方案"


def test_what_is_typed_after_filing_is_a_note_of_its_own(editor, pad, qtbot):
    pad.pad.setPlainText("先放一放的一条\n这就归入讨论")
    pad.pad.moveCursor(pad.pad.textCursor().MoveOperation.End)
    qtbot.keyClick(pad.pad, Qt.Key.Key_1, CONTROL)
    QTest.keyClicks(pad.pad, "new")
    assert editor.meeting.scratch == "先放一放的一条\nnew"
    qtbot.keyClick(pad.pad, Qt.Key.Key_D, CONTROL)
    assert [one.text for one in editor.meeting.agenda[1].decisions] == ["new"]


@pytest.mark.parametrize(("typed", "name"), [("st", "苏棠"), ("oymy", "欧阳明月"), ("ouyang", "欧阳明月")])
def test_a_person_is_completed_by_pinyin(editor, pad, qtbot, typed, name):
    QTest.keyClicks(pad.pad, "@" + typed)
    assert pad._popup.isVisible()
    qtbot.keyClick(pad.pad, Qt.Key.Key_Return)
    assert editor.meeting.scratch == MEETING.scratch + f"@{name} "


def test_a_mention_while_the_disk_fails_stays_and_offers_whom_the_meeting_knows(editor, pad, qtbot, monkeypatch):
    def broken():
        raise LibraryError("磁盘读写出错。")

    monkeypatch.setattr(editor.library, "people", broken)
    QTest.keyClicks(pad.pad, "@")
    assert pad.pad.toPlainText() == MEETING.scratch + "@"
    assert pad._names.stringList() == ["苏棠"]
    qtbot.keyClick(pad.pad, Qt.Key.Key_Return)
    assert editor.meeting.scratch == MEETING.scratch + "@苏棠 "
