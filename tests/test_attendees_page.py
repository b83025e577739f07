"""The list on the page 参会 as a secretary works in it: marks, places, times, remarks, with keys and the mouse."""

from datetime import time

import pytest
from attendee_pages import (
    ABSENT,
    EXCUSED,
    ONLINE,
    ONSITE,
    PEOPLE,
    UNMARKED,
    editor_of,
    roster_in,
    showing,
    stands,
    undo,
)  # fmt: skip
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QInputMethodEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLineEdit
from windows import say

from copu_desk.errors import LibraryError
from copu_desk.model import AgendaItem, Attendee, Capacity


@pytest.fixture
def library(tmp_path):
    with roster_in(tmp_path) as library:
        yield library


@pytest.fixture
def show(qtbot, library):
    yield from showing(qtbot, library)


@pytest.fixture
def three(show):
    page = show(Attendee(name="甲", id="a"), Attendee(name="乙", id="b"), Attendee(name="丙", id="c"))
    page.show_attendee("a")
    return page


def end(qtbot, cell):
    """End editing a cell with Enter."""
    qtbot.keyClick(cell, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_marks_are_set_with_digits_and_go_round_with_space(qtbot, three):
    table = three.table
    for key, presence in (("1", ONSITE), ("2", ONLINE), ("3", EXCUSED), ("4", ABSENT)):
        qtbot.keyClick(table, key)
        assert stands(three)[0] == ("甲", presence)
    seen = []
    for _ in range(5):
        qtbot.keyClick(table, Qt.Key.Key_Space)
        seen.append(stands(three)[0][1])
    assert seen == [UNMARKED, ONSITE, ONLINE, EXCUSED, ABSENT]
    undo(three)
    assert stands(three)[0] == ("甲", EXCUSED), "each press is a step of its own"
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_2, Qt.KeyboardModifier.KeypadModifier)
    assert [presence for _, presence in stands(three)] == [ONLINE] * 3
    undo(three)
    assert [presence for _, presence in stands(three)] == [EXCUSED, UNMARKED, UNMARKED]


def test_rows_are_moved_with_keys_and_stay_chosen(qtbot, three):
    table = three.table
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [name for name, _ in stands(three)] == ["乙", "甲", "丙"]
    assert table.currentIndex().row() == 1
    assert {index.row() for index in table.selectedIndexes()} == {1}
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [name for name, _ in stands(three)] == ["乙", "丙", "甲"]
    qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [name for name, _ in stands(three)] == ["乙", "甲", "丙"]
    for _ in range(3):
        undo(three)
    assert [name for name, _ in stands(three)] == ["甲", "乙", "丙"]
    assert table.currentIndex().row() == 0


def test_a_row_is_dragged_to_another_place(three):
    records, table = three.records, three.table
    data = records.mimeData([records.index(0, column) for column in range(2)])
    bottom = table.visualRect(records.index(2, 0)).bottomLeft() + QPoint(5, -1)
    drop = QDropEvent(
        QPointF(bottom), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    assert records.canDropMimeData(data, Qt.DropAction.MoveAction, 2, 0, records.index(-1, -1))
    table.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)  # or the drag would have to begin here
    table.dropEvent(drop)
    assert [name for name, _ in stands(three)] == ["乙", "丙", "甲"]
    undo(three)
    assert [name for name, _ in stands(three)] == ["甲", "乙", "丙"]
    assert not records.canDropMimeData(QMimeData(), Qt.DropAction.MoveAction, 0, 0, records.index(-1, -1))


def test_somebody_removed_comes_back(qtbot, three):
    three.show_attendee("b")
    qtbot.keyClick(three.table, Qt.Key.Key_Delete)
    assert [name for name, _ in stands(three)] == ["甲", "丙"]
    assert three.table.currentIndex().row() == 1
    assert "删除" in editor_of(three).history.undoText()
    undo(three)
    assert [name for name, _ in stands(three)] == ["甲", "乙", "丙"]
    three.table.selectAll()
    qtbot.mouseClick(three.remove, Qt.MouseButton.LeftButton)
    assert stands(three) == []
    assert three.stack.currentWidget() is three.empty_page


def test_the_bulk_buttons_leave_other_marks_alone(qtbot, show):
    page = show(
        Attendee(name="甲", presence=EXCUSED),
        Attendee(name="乙", presence=ONLINE, arrived=time(9, 0)),
        Attendee(name="丙"),
    )
    qtbot.mouseClick(page.all_onsite, Qt.MouseButton.LeftButton)
    assert [mark for _, mark in stands(page)] == [EXCUSED, ONLINE, ONSITE]
    qtbot.mouseClick(page.invert, Qt.MouseButton.LeftButton)
    assert [mark for _, mark in stands(page)] == [EXCUSED, ONLINE, UNMARKED]
    qtbot.mouseClick(page.clear_marks, Qt.MouseButton.LeftButton)
    assert [mark for _, mark in stands(page)] == [UNMARKED] * 3
    assert editor_of(page).meeting.attendees[1].arrived is None
    for expected in ([EXCUSED, ONLINE, UNMARKED], [EXCUSED, ONLINE, ONSITE], [EXCUSED, ONLINE, UNMARKED]):
        undo(page)
        assert [mark for _, mark in stands(page)] == expected
    assert editor_of(page).meeting.attendees[1].arrived == time(9, 0)


def test_coming_late_and_leaving_early_is_stamped_with_the_item_under_discussion(qtbot, show):
    item = AgendaItem(title="年度计划", started=time(9, 0))
    page = show(Attendee(name="甲", id="a"), agenda=(AgendaItem(), item))
    page.show_attendee("a")
    page.now = lambda: time(9, 20, 40)
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    one = editor_of(page).meeting.attendees[0]
    assert (one.presence, one.arrived, one.arrived_item) == (ONSITE, time(9, 20), item.id)
    arrived = page.records.index(0, 5)
    assert arrived.data() == "09:20 第2项"
    assert arrived.data(Qt.ItemDataRole.EditRole) == "09:20"
    assert "年度计划" in arrived.data(Qt.ItemDataRole.ToolTipRole)
    page.now = lambda: time(10, 5)
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    assert (editor_of(page).meeting.attendees[0].left, page.records.index(0, 6).data()) == (time(10, 5), "10:05 第2项")
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    assert editor_of(page).meeting.attendees[0].left is None
    qtbot.keyClick(page.table, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    assert editor_of(page).meeting.attendees[0].arrived is None
    undo(page)
    assert editor_of(page).meeting.attendees[0].arrived == time(9, 20)
    page.records.setData(arrived, "")
    assert editor_of(page).meeting.attendees[0].arrived_item == ""
    assert not page.records.setData(arrived, "25:99")


def test_the_empty_page_says_what_to_do_and_takes_in_the_roster(qtbot, show):
    page = show()
    assert page.stack.currentWidget() is page.empty_page
    assert "5" in page.add_roster.text()
    qtbot.mouseClick(page.add_roster, Qt.MouseButton.LeftButton)
    assert stands(page) == [(person.name, UNMARKED) for person in PEOPLE]
    assert page.stack.currentWidget() is page.list_page
    assert page.call.hasFocus()


def test_a_cell_s_words_are_kept_with_each_key_and_escape_gives_them_back(qtbot, three, library):
    qtbot.mouseClick(three.add, Qt.MouseButton.LeftButton)
    cell = three.table.findChild(QLineEdit)
    say(cell, "丁")
    assert stands(three)[1] == ("丁", ONSITE)
    say(cell, "一")
    end(qtbot, cell)
    assert stands(three)[1] == ("丁一", ONSITE)
    undo(three)
    assert stands(three)[1] == ("", ONSITE), "the typing is one step"
    editor_of(three).history.redo()
    index = three.records.index(1, 7)
    three.table.setCurrentIndex(index)
    three.table.setFocus()
    qtbot.keyClick(three.table, Qt.Key.Key_Return)
    cell = [line for line in three.table.findChildren(QLineEdit) if line.isVisible()][-1]
    say(cell, "代")
    editor_of(three).save()
    assert library.load(editor_of(three).meeting.id).attendees[1].note == "代"
    qtbot.keyClick(cell, Qt.Key.Key_Escape)
    assert editor_of(three).meeting.attendees[1].note == ""


def test_composing_in_a_cell_neither_loses_nor_doubles(qtbot, three):
    index = three.records.index(0, 7)
    three.table.setCurrentIndex(index)
    qtbot.keyClick(three.table, Qt.Key.Key_Return)
    cell = three.table.findChild(QLineEdit)
    QApplication.sendEvent(cell, QInputMethodEvent("dai", []))
    assert editor_of(three).meeting.attendees[0].note == ""
    say(cell, "代")
    QApplication.sendEvent(cell, QInputMethodEvent("hu", []))
    say(cell, "胡")
    assert editor_of(three).meeting.attendees[0].note == "代胡"
    assert cell.text() == "代胡"


def test_a_choice_is_made_in_a_box_and_a_time_typed_as_it_is_said(qtbot, three):
    three.table.setCurrentIndex(three.records.index(0, 3))
    qtbot.keyClick(three.table, Qt.Key.Key_Return)
    box = three.table.findChild(QComboBox)
    assert [box.itemText(row) for row in range(box.count())] == ["出席", "列席", "嘉宾"]
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert editor_of(three).meeting.attendees[0].capacity is Capacity.GUEST
    three.table.setCurrentIndex(three.records.index(0, 5))
    qtbot.keyClick(three.table, Qt.Key.Key_Return)
    cell = [line for line in three.table.findChildren(QLineEdit) if line.isVisible()][-1]
    qtbot.keyClicks(cell, "93")
    assert editor_of(three).meeting.attendees[0].arrived is None, "half a time is not a time"
    qtbot.keyClicks(cell, "0")
    end(qtbot, cell)
    assert editor_of(three).meeting.attendees[0].arrived == time(9, 30)


def test_the_keys_lead_from_the_box_into_the_table_and_back(qtbot, three):
    three.call.setFocus()
    qtbot.keyClick(three.call, Qt.Key.Key_Down)
    assert three.table.hasFocus()
    qtbot.keyClick(three.table, Qt.Key.Key_Escape)
    assert three.call.hasFocus()


def test_presence_reads_without_colour(three):
    cells = [three.records.index(row, 4) for row in range(3)]
    for cell, presence in zip(cells, (ONSITE, EXCUSED, UNMARKED), strict=True):
        three.records.setData(cell, presence)
    words = [cell.data() for cell in cells]
    assert words == ["● 现场", "△ 请假", "○ 未到"]
    assert len({cell.data(Qt.ItemDataRole.ForegroundRole).name() for cell in cells}) == 3


def test_every_widget_has_a_name_and_the_models_hold(qtmodeltester, three):
    for widget in (three.call, three.table, three.to_roster, three.counts, three.said, three.call.offers):
        assert widget.accessibleName()
    qtmodeltester.check(three.records)


def test_a_meeting_without_attendees_is_shown_while_the_disk_fails(show, library, monkeypatch):
    page = show(Attendee(name="苏棠"))

    def broken():
        raise LibraryError("磁盘读写出错。")

    with monkeypatch.context() as patch:
        patch.setattr(library, "people", broken)
        page.table.selectAll()
        page.remove.click()
        assert page.stack.currentWidget() is page.empty_page
        assert "5 人" in page.add_roster.text()  # as it was read last
        page.add_roster.click()
        assert (page.said.text(), stands(page)) == ("磁盘读写出错。", [])
    page.add_roster.click()
    assert len(stands(page)) == len(PEOPLE)
