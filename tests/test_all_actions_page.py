"""待办 over all meetings: filtered, closed in the meeting they belong to, and jumped to."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QUndoGroup
from PySide6.QtTest import QTest
from windows import window_on

from copu_desk.gui.all_actions_page import ALL, LATE, AllActionsPage
from copu_desk.gui.app import make_application
from copu_desk.gui.main_window import ACTIONS, MainWindow
from copu_desk.gui.movable import choose_row
from copu_desk.library import Library
from copu_desk.model import Action, ActionStatus, Meeting, Series, Status

SERIES, OTHER = Series(name="远帆例会"), Series(name="读书会")
TODAY = date.today()
LATE_ONE = Action(what="交细则", owner="苏棠", due=TODAY - timedelta(3))
SOON = Action(what="订会场", owner="贺兰", due=TODAY + timedelta(9), due_words="下周")
NEVER = Action(what="写总结", owner="苏棠")
DONE = Action(what="发通知", owner="苏棠", status=ActionStatus.DONE)
FIRST = Meeting(held_on=date(2025, 9, 2), series=SERIES.id, actions=(LATE_ONE, DONE, Action(what="转走的", id="gone")))
SECOND = Meeting(
    held_on=date(2025, 9, 9), series=SERIES.id, actions=(SOON, Action(what="转来的", owner="丁一", origin="gone"))
)
THIRD = Meeting(held_on=date(2025, 9, 4), series=OTHER.id, status=Status.FINAL, actions=(NEVER,))


@pytest.fixture
def window(qtbot, tmp_path):
    library = Library(tmp_path / "a.copu")
    library.save_series((SERIES, OTHER))
    for meeting in (FIRST, SECOND, THIRD):
        library.save(meeting)
    window = window_on(qtbot, library, tmp_path)
    control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_T, control_shift)
    return window


def whats(page):
    return [row.what for row in page.records.rows]


def choose(page, what):
    choose_row(page.table, whats(page).index(what))


def test_what_is_open_anywhere_stands_in_the_order_of_urgency(window):
    page = window.all_actions
    assert window.stack.currentWidget() is page
    assert page.table.hasFocus()
    assert whats(page) == ["交细则", "订会场", "写总结", "转来的"]  # what was carried on stands where it is now
    assert page.said.text() == "4 项，其中 1 项已过期"
    due = page.records.index(0, 2)
    assert due.data().startswith("已过期 ")
    assert due.data(Qt.ItemDataRole.ForegroundRole) is not None
    assert page.records.index(1, 4).data() == "2025-09-09 远帆例会"


def test_the_filter_is_of_owner_series_status_and_words(window):
    page = window.all_actions
    page.owner.setCurrentIndex(page.owner.findText("苏棠"))
    assert whats(page) == ["交细则", "写总结"]
    page.status.setCurrentIndex(page.status.findData(ALL))
    assert whats(page) == ["交细则", "发通知", "写总结"]
    page.series.setCurrentIndex(page.series.findText("读书会"))
    assert whats(page) == ["写总结"]
    page.owner.setCurrentIndex(0)
    page.series.setCurrentIndex(0)
    page.status.setCurrentIndex(page.status.findData(LATE))
    assert whats(page) == ["交细则"]
    page.words.setText("会场")
    assert whats(page) == []
    assert page.said.text() == "没有符合条件的待办。可以换一个条件。"


def order(page, column):
    """Click the heading of a column, and return what the rows are then."""
    header = page.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + 12, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    return whats(page)


def test_a_click_on_a_heading_sorts_what_is_seen_and_the_order_is_kept(window, qtbot):
    page = window.all_actions
    urgent = whats(page)
    choose(page, "写总结")
    assert order(page, 1) == ["转来的", "订会场", "交细则", "写总结"]  # 丁一 贺兰 苏棠 苏棠, by pinyin
    assert page.records.rows[page.table.currentIndex().row()].what == "写总结"
    assert [action.what for action in page._picked()] == ["写总结"]
    assert order(page, 1) == ["交细则", "写总结", "订会场", "转来的"]
    assert order(page, 1) == urgent
    assert order(page, 2) == ["交细则", "订会场", "写总结", "转来的"]  # those without a day last, also the other way
    assert order(page, 2) == ["订会场", "交细则", "写总结", "转来的"]
    page.owner.setCurrentIndex(page.owner.findText("苏棠"))
    page.owner.setCurrentIndex(0)
    assert whats(page) == ["订会场", "交细则", "写总结", "转来的"]
    page.editor.save()
    for meeting in (FIRST, SECOND, THIRD):
        assert window.library.load(meeting.id) == meeting
    again = AllActionsPage(window.library, QUndoGroup())
    qtbot.addWidget(again)
    again.open()
    assert whats(again) == ["订会场", "交细则", "写总结", "转来的"]
    again.editor.leave()


def test_the_rows_are_sorted_by_keys_and_stay_while_one_is_typed_into(window, qtbot):
    page = window.all_actions
    page.table.setCurrentIndex(page.records.index(0, 0))
    shift_s = (Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page.table, *shift_s)
    assert whats(page) == ["订会场", "交细则", "写总结", "转来的"]
    assert page.records.setData(page.records.index(0, 0), "最后一项")
    assert whats(page) == ["最后一项", "交细则", "写总结", "转来的"]
    qtbot.keyClick(page.table, *shift_s)
    assert whats(page) == ["最后一项", "转来的", "写总结", "交细则"]
    qtbot.keyClick(page.table, *shift_s)
    assert page.sorting.column == -1


def test_closing_changes_the_meeting_it_belongs_to_and_can_be_undone(window, qtbot):
    page = window.all_actions
    choose(page, "订会场")
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert whats(page) == ["交细则", "写总结", "转来的"]
    page.editor.save()
    done = replace(SECOND, actions=(replace(SOON, status=ActionStatus.DONE), SECOND.actions[1]))
    assert window.library.load(SECOND.id) == done
    assert window.library.load(FIRST.id) == FIRST
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    page.editor.save()
    assert window.library.load(SECOND.id) == SECOND
    assert "订会场" in whats(page)
    choose(page, "转来的")
    qtbot.mouseClick(page.drop, Qt.MouseButton.LeftButton)
    page.status.setCurrentIndex(page.status.findData(str(ActionStatus.DROPPED)))
    assert whats(page) == ["转来的"]
    choose(page, "转来的")
    assert not page.drop.isEnabled()
    qtbot.mouseClick(page.reopen, Qt.MouseButton.LeftButton)
    window.close()
    with Library(window.library.path) as library:
        assert library.load(SECOND.id) == SECOND


def test_cells_are_edited_where_they_are_and_final_minutes_stay_as_they_are(window):
    page = window.all_actions
    assert page.records.setData(page.records.index(0, 2), "12-31")
    assert page.records.setData(page.records.index(0, 1), "丁一")
    page.editor.save()
    changed = window.library.load(FIRST.id).actions[0]
    assert (changed.owner, changed.due, changed.due_words) == ("丁一", date(2025, 12, 31), "12-31")
    final = whats(page).index("写总结")
    assert not page.records.setData(page.records.index(final, 0), "改定稿")
    choose(page, "写总结")
    assert not page.finish.isEnabled()
    assert "新建这个系列的下一次会议" in page.records.index(final, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_an_action_of_final_minutes_is_closed_in_the_next_draft_and_opened_again(window, qtbot):
    page, library = window.all_actions, window.library
    draft = Meeting(held_on=date(2025, 9, 30), series=OTHER.id)
    library.save(draft)
    page.open()
    choose(page, "写总结")
    qtbot.mouseClick(page.finish, Qt.MouseButton.LeftButton)
    page.editor.save()
    assert library.load(THIRD.id) == THIRD
    (closed,) = library.load(draft.id).actions
    assert (closed.what, closed.owner, closed.status, closed.origin, closed.closed_in) == (
        "写总结", "苏棠", ActionStatus.DONE, NEVER.id, draft.id,
    )  # fmt: skip
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    page.editor.save()
    assert library.load(draft.id) == draft
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    window.go_to(draft.id)
    assert [one.status for one in window.editor.meeting.actions] == [ActionStatus.DONE]
    window.go_all_actions.trigger()
    page.status.setCurrentIndex(page.status.findData(ALL))
    assert page.records.index(whats(page).index("写总结"), 4).data() == "2025-09-30 读书会"


def test_from_an_action_to_its_meeting(window, qtbot):
    page = window.all_actions
    choose(page, "转来的")
    qtbot.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.stack.currentWidget() is window.meeting_page
    assert window.editor.meeting == SECOND
    assert window.tabs.currentIndex() == ACTIONS
    assert window.actions_page.mine.currentIndex().row() == 1


def test_the_open_meeting_shows_what_was_closed_elsewhere(window, qtbot):
    page = window.all_actions
    window.go_to(FIRST.id)
    window.go_all_actions.trigger()
    choose(page, "交细则")
    qtbot.mouseClick(page.finish, Qt.MouseButton.LeftButton)
    window.go_to(FIRST.id)
    assert window.editor.meeting.actions[0].status is ActionStatus.DONE
    window.editor.change(replace(window.editor.meeting, venue="三楼"), "地点")
    window.editor.save()
    assert window.library.load(FIRST.id).actions[0].status is ActionStatus.DONE


def test_a_library_without_actions_says_what_will_stand_here(qtbot, tmp_path):
    make_application([])
    window = MainWindow(Library(tmp_path / "b.copu"), QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    window.go_all_actions.trigger()
    assert window.all_actions.said.text() == "还没有待办。会议里定下的待办都会列在这里。"
    assert not window.all_actions.finish.isEnabled()


def test_the_model_keeps_to_qts_rules(window, qtmodeltester):
    qtmodeltester.check(window.all_actions.records)


def test_a_window_that_may_only_look_still_filters_and_goes_to_the_meeting(window, qtbot, tmp_path):
    path = window.library.path
    window.close()
    looking = MainWindow(
        Library(path, read_only=True, why="只是看看。"), QSettings(str(tmp_path / "t.ini"), QSettings.Format.IniFormat)
    )
    qtbot.addWidget(looking)
    with qtbot.waitActive(looking):
        looking.show()
        looking.activateWindow()
    looking.go_all_actions.trigger()
    page = looking.all_actions
    assert not page.words.isReadOnly()
    assert page.owner.isEnabled()
    page.words.setText("写总结")
    assert whats(page) == ["写总结"]
    choose(page, "写总结")
    assert not page.finish.isEnabled()
    qtbot.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert looking.editor.meeting.id == THIRD.id
    looking.close()
