"""Actions: given in one meeting, carried to the next, closed there, late ones in sight."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from windows import window_on

from copu_desk.gui.main_window import ACTIONS
from copu_desk.library import Library
from copu_desk.model import Action, ActionStatus, AgendaItem, Meeting, Series

SERIES = Series(name="远帆例会")
OLD = Meeting(
    held_on=date(2025, 8, 19),
    series=SERIES.id,
    actions=(
        Action(what="起草细则", owner="苏棠", due=date(2025, 8, 31)),
        Action(what="订会场", status=ActionStatus.DONE),
        Action(what="修订章程", due_words="年底前"),
    ),
)
NOW = Meeting(held_on=date(2025, 9, 2), series=SERIES.id, agenda=(AgendaItem(title="年度计划", id="i1"),))


@pytest.fixture
def window(qtbot, tmp_path):
    library = Library(tmp_path / "a.copu")
    library.save_series((SERIES,))
    for meeting in (OLD, NOW, Meeting(held_on=date(2025, 8, 1), actions=(Action(what="别的系列的"),))):
        library.save(meeting)
    window = window_on(qtbot, library, tmp_path)
    window.go_to(NOW.id)
    qtbot.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    return window


def earlier(page):
    return [page.earlier.item(row, 0).text() for row in range(page.earlier.rowCount())]


def test_a_page_without_actions_says_what_to_do(window):
    page = window.actions_page
    assert "按“添加”" in page.said.text()
    page.add.click()
    assert page.said.text() == ""
    page.remove.click()
    assert "按“添加”" in page.said.text()


def test_the_earlier_ones_are_sorted_and_the_chosen_one_stays_chosen(window, qtbot):
    page = window.actions_page
    page.earlier.selectRow(0)
    page.sorting.sort(0, descending=True)
    assert earlier(page) == ["修订章程", "起草细则"]
    assert [index.row() for index in page.earlier.selectionModel().selectedRows()] == [1]
    qtbot.mouseClick(page.carry, Qt.MouseButton.LeftButton)
    assert [one.what for one in window.editor.meeting.actions] == ["起草细则"]
    page.sorting.sort(-1)
    assert earlier(page) == ["修订章程"]


def test_what_is_open_is_carried_on_and_closed_in_the_next_meeting(window, qtbot):
    page = window.actions_page
    assert window.tabs.currentIndex() == ACTIONS
    assert earlier(page) == ["起草细则", "修订章程"]
    assert page.earlier.item(0, 2).text().startswith("已过期 ")
    page.earlier.selectRow(0)
    qtbot.mouseClick(page.carry, Qt.MouseButton.LeftButton)
    (carried,) = window.editor.meeting.actions
    assert (carried.what, carried.owner, carried.origin) == ("起草细则", "苏棠", OLD.actions[0].id)
    assert earlier(page) == ["修订章程"]
    assert page.records.setData(page.records.index(0, 3), "已完成")
    assert page.records.setData(page.records.index(0, 4), "1. 年度计划")
    window.editor.save()
    assert window.library.load(OLD.id) == OLD
    assert [one.action.what for one in window.library.open_actions(date(2026, 1, 1), SERIES.id)] == ["修订章程"]
    assert window.editor.meeting.actions[0].item == "i1"
    for _ in range(3):
        window.editor.history.undo()
    assert window.editor.meeting == NOW
    assert earlier(page) == ["起草细则", "修订章程"]


def test_an_action_is_typed_with_a_day_in_words(window, qtbot):
    page = window.actions_page
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    for column, words in enumerate(("报送材料", "贺兰", "下周五")):
        assert page.records.setData(page.records.index(0, column), words)
    (action,) = window.editor.meeting.actions
    assert (action.what, action.owner, action.due, action.due_words) == (
        "报送材料",
        "贺兰",
        date(2025, 9, 12),
        "下周五",
    )
    assert window.tabs.tabText(ACTIONS) == "待办 1"
    page.mine.selectRow(0)
    page.mine.setFocus()
    qtbot.keyClick(page.mine, Qt.Key.Key_Delete)
    assert window.editor.meeting.actions == ()


def test_what_the_trash_holds_is_not_open(window):
    window.library.delete(OLD.id)
    window.actions_page.refresh()
    assert earlier(window.actions_page) == []
    assert "没有留下" in window.actions_page.said.text()


def test_the_model_keeps_to_qts_rules(window, qtmodeltester):
    window.actions_page.records.add(Action(what="一"), "添加")
    qtmodeltester.check(window.actions_page.records)
