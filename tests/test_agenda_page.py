"""The page 议程 as a secretary uses it: items, clock, decisions with votes, actions with dates as they are said."""

from datetime import date, time

import pytest
from agenda_pages import ALT, CLOCK, DOWN, RETURN, TAB, meeting_of, press, showing, undo
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from windows import say

from copu_desk.document import Heading, Paragraph, Span, spans, text
from copu_desk.gui.agenda_list import outcome
from copu_desk.library import Library
from copu_desk.model import Action, AgendaItem, Decision, Essay, ItemKind, Votes


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library.copu") as library:
        yield library


@pytest.fixture
def show(qtbot, library):
    yield from showing(qtbot, library)


def test_enter_takes_the_presenter_who_is_meant_beyond_doubt(qtbot, show):
    page = show(AgendaItem(title="一"))
    page.presenter.setFocus()
    popup = page.completer.popup()
    qtbot.keyClicks(page.presenter, "st")
    qtbot.waitUntil(popup.isVisible)
    QApplication.sendEvent(page.presenter, QInputMethodEvent("s", []))
    qtbot.keyClick(popup, RETURN)
    assert meeting_of(page).agenda[0].presenter == "st", "the input method's Enter"
    QApplication.sendEvent(page.presenter, QInputMethodEvent("", []))
    page.presenter.clear()
    qtbot.keyClicks(page.presenter, "st")
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, RETURN)
    assert meeting_of(page).agenda[0].presenter == "苏棠"
    assert not popup.isVisible()
    undo(page)
    assert meeting_of(page).agenda[0].presenter == ""


def test_enter_guesses_no_presenter_of_several_as_likely(qtbot, show):
    page = show(AgendaItem(title="一"))
    page.presenter.setFocus()
    popup = page.completer.popup()
    qtbot.keyClicks(page.presenter, "h")  # 韩知远 or 贺兰
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, RETURN)
    assert meeting_of(page).agenda[0].presenter == "h"


def test_an_agenda_is_written_by_keys_alone(qtbot, show, library):  # noqa: PLR0915 - one whole story
    page = show()
    assert page.right.currentWidget() is page.empty_page
    press(qtbot, RETURN)
    assert page.title.hasFocus()
    say(page.title, "年度计划")
    press(qtbot, RETURN)
    assert page.items.hasFocus()
    press(qtbot, RETURN)
    say(page.title, "预算")
    press(qtbot, TAB)
    assert page.presenter.hasFocus()
    qtbot.keyClicks(page.presenter, "st")
    qtbot.waitUntil(page.completer.popup().isVisible)
    qtbot.keyClick(page.completer.popup(), DOWN)
    qtbot.keyClick(page.completer.popup(), RETURN)
    assert meeting_of(page).agenda[1].presenter == "苏棠"
    page.activateWindow()  # without a window manager nobody else does after a popup
    qtbot.waitUntil(page.isActiveWindow)
    press(qtbot, TAB)
    qtbot.keyClick(page.kind, DOWN)
    page.planned_minutes.setFocus()
    page.planned_minutes.selectAll()
    qtbot.keyClicks(page.planned_minutes, "15")
    say(page.section, "二、审议事项")
    say(page.lead, "会议审议了预算:")
    say(page.discussion, "预算可行。")
    page.decisions.setFocus()
    press(qtbot, RETURN)
    say(QApplication.focusWidget(), "同意预算")
    press(qtbot, TAB)
    qtbot.keyClicks(QApplication.focusWidget(), "17")
    press(qtbot, TAB)
    press(qtbot, TAB)
    qtbot.keyClicks(QApplication.focusWidget(), "2")
    press(qtbot, RETURN)
    page.actions_table.setFocus()
    press(qtbot, RETURN)
    say(QApplication.focusWidget(), "下达预算")
    press(qtbot, TAB)
    say(QApplication.focusWidget(), "韩知远")
    press(qtbot, TAB)
    say(QApplication.focusWidget(), "下周五")
    press(qtbot, RETURN)
    page._editor.save()
    kept = library.load(meeting_of(page).id)
    assert [item.title for item in kept.agenda] == ["年度计划", "预算"]
    item = kept.agenda[1]
    assert (item.kind, item.planned_minutes, item.section) == (ItemKind.REVIEW, 15, "二、审议事项")
    assert (item.lead, item.discussion) == ("会议审议了预算:", (text("预算可行。"),))
    assert [(one.text, one.votes) for one in item.decisions] == [("同意预算", Votes(17, 0, 2))]
    action = kept.actions[0]
    assert (action.what, action.owner, action.due, action.due_words, action.item) == (
        "下达预算", "韩知远", date(2025, 9, 12), "下周五", item.id,
    )  # fmt: skip


@pytest.fixture
def three(show):
    return show(AgendaItem(title="一", id="a"), AgendaItem(title="二", id="b"), AgendaItem(title="三", id="c"))


def titles(page):
    return [item.title for item in meeting_of(page).agenda]


def test_enter_adds_at_the_end_and_elsewhere_goes_to_the_title(qtbot, three):
    press(qtbot, RETURN)
    assert three.title.hasFocus()
    assert len(titles(three)) == 3
    three.show_item("c")
    three.items.setFocus()
    press(qtbot, RETURN)
    assert titles(three) == ["一", "二", "三", ""]
    assert three.title.text() == ""
    undo(three)
    assert titles(three) == ["一", "二", "三"]
    assert three.title.text() == "三"


def test_items_are_moved_with_keys_and_buttons_and_stay_chosen(qtbot, three):
    press(qtbot, DOWN, ALT)
    assert titles(three) == ["二", "一", "三"]
    assert three.current_item().id == "a"
    assert three.title.text() == "一"
    qtbot.mouseClick(three.move_down, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(three.move_down, Qt.MouseButton.LeftButton)
    assert titles(three) == ["二", "三", "一"]
    qtbot.mouseClick(three.move_up, Qt.MouseButton.LeftButton)
    assert titles(three) == ["二", "一", "三"]
    for _ in range(3):
        undo(three)
    assert titles(three) == ["一", "二", "三"]
    assert three.current_item().id == "a"


def test_an_item_is_dropped_elsewhere(three):
    records = three.records
    data = records.mimeData([records.index(2, 0)])
    assert not records.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, records.index(-1, -1))
    assert titles(three) == ["三", "一", "二"]
    assert three.current_item().id == "a"
    undo(three)
    assert titles(three) == ["一", "二", "三"]


def test_removing_an_item_loses_neither_actions_nor_essays_and_is_one_step(qtbot, show):
    page = show(
        AgendaItem(title="一", id="a"),
        AgendaItem(title="二", id="b"),
        actions=(Action(what="写", item="a"), Action(what="读", item="b")),
        essays=(Essay(title="文", item="a"),),
    )
    before = meeting_of(page)
    press(qtbot, Qt.Key.Key_Delete)
    after = meeting_of(page)
    assert titles(page) == ["二"]
    assert [(one.what, one.item) for one in after.actions] == [("写", ""), ("读", "b")]
    assert [(one.title, one.item) for one in after.essays] == [("文", "")]
    assert page.title.text() == "二"
    assert [one.what for one in page.action_records.rows] == ["读"]
    undo(page)
    assert meeting_of(page) == before
    press(qtbot, Qt.Key.Key_Delete)
    page.items.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    press(qtbot, Qt.Key.Key_Delete)
    assert titles(page) == []
    assert page.right.currentWidget() is page.empty_page
    assert len(meeting_of(page).actions) == 2


def test_the_clock_runs_against_the_plan_and_one_stops_the_other(qtbot, show):
    page = show(AgendaItem(title="一", id="a", planned_minutes=15), AgendaItem(title="二", id="b"))
    page.clock.now = lambda: time(9, 0, 5)
    assert (page.turn.text(), page.taken.text()) == ("开始计时", "")
    press(qtbot, CLOCK)
    assert meeting_of(page).agenda[0].started == time(9, 0, 5)
    assert (page.turn.text(), page.started.text()) == ("停止", "09:00")
    calm = page.taken.palette().windowText().color()
    page.clock.now = lambda: time(9, 10, 5)
    page.clock.show()
    assert page.taken.text() == "用时 10:00 / 15 分钟"
    page.clock.now = lambda: time(9, 17, 10)
    page.clock.show()
    assert page.taken.text() == "用时 17:05，超时 2:05"
    assert page.taken.palette().windowText().color() != calm
    page.show_item("b")
    assert page.taken.palette().windowText().color() == calm
    qtbot.mouseClick(page.turn, Qt.MouseButton.LeftButton)
    assert [(one.started, one.ended) for one in meeting_of(page).agenda] == [
        (time(9, 0, 5), time(9, 17, 10)),
        (time(9, 17, 10), None),
    ]
    press(qtbot, CLOCK)
    assert meeting_of(page).agenda[1].ended == time(9, 17, 10)
    assert page.turn.text() == "继续"
    undo(page)
    undo(page)
    assert [(one.started, one.ended) for one in meeting_of(page).agenda] == [(time(9, 0, 5), None), (None, None)]


def test_the_running_clock_ticks(qtbot, show):
    page = show(AgendaItem(started=time(9, 0)))
    seen = iter([time(9, 0, 7)])
    page.clock.now = lambda: next(seen, time(9, 0, 8))
    qtbot.waitUntil(lambda: page.taken.text() == "用时 0:08", timeout=5000)


def test_votes_are_counted_or_empty(show):
    page = show(AgendaItem(title="一", decisions=(Decision(text="同意"),)))
    records = page.decision_records
    cells = [records.index(0, column) for column in (1, 2, 3)]
    assert [cell.data() for cell in cells] == ["", "", ""]
    assert records.setData(cells[0], "１7")
    assert [cell.data() for cell in cells] == ["17", "0", "0"]
    assert meeting_of(page).agenda[0].decisions[0].votes == Votes(17, 0, 0)
    for nonsense in ("许多", "-1", "1234567", "²"):
        assert not records.setData(cells[1], nonsense)
    assert records.setData(cells[0], "")
    assert meeting_of(page).agenda[0].decisions[0].votes is None
    undo(page)
    undo(page)
    assert meeting_of(page).agenda[0].decisions[0].votes is None


def test_a_long_decision_is_kept_with_each_key_and_wraps(qtbot, show, library):
    page = show(AgendaItem(title="一", decisions=(Decision(text="甲"), Decision(text="乙"))))
    page.decisions.setCurrentIndex(page.decision_records.index(0, 0))
    page.decisions.setFocus()
    low = page.decisions.sizeHint().height()
    press(qtbot, RETURN)
    cell = page.decisions.findChild(QPlainTextEdit)
    QApplication.sendEvent(cell, QInputMethodEvent("tongyi", []))
    qtbot.keyClick(cell, RETURN)
    assert cell.isVisible(), "the input method's Enter"
    say(cell, "，同意由秘书处每季度末组织一次评审" * 8)
    page._editor.save()
    assert (
        library.load(meeting_of(page).id)
        .agenda[0]
        .decisions[0]
        .text.endswith("甲" + "，同意由秘书处每季度末组织一次评审" * 8)
    )
    press(qtbot, RETURN)
    assert page.decisions.sizeHint().height() > low + 30
    undo(page)
    assert [one.text for one in meeting_of(page).agenda[0].decisions] == ["甲", "乙"]
    press(qtbot, DOWN, ALT)
    assert [one.text for one in meeting_of(page).agenda[0].decisions] == ["乙", "甲"]
    press(qtbot, Qt.Key.Key_Delete)
    assert [one.text for one in meeting_of(page).agenda[0].decisions] == ["乙"]
    undo(page)
    undo(page)
    assert [one.text for one in meeting_of(page).agenda[0].decisions] == ["甲", "乙"]


def test_escape_gives_back_what_stood_there(qtbot, show):
    page = show(AgendaItem(title="一", decisions=(Decision(text="甲"),)))
    page.decisions.setCurrentIndex(page.decision_records.index(0, 0))
    page.decisions.setFocus()
    press(qtbot, RETURN)
    cell = page.decisions.findChild(QPlainTextEdit)
    say(cell, "乙")
    press(qtbot, Qt.Key.Key_Escape)
    assert meeting_of(page).agenda[0].decisions[0].text == "甲"


@pytest.mark.parametrize("which", ["decision", "action"])
def test_a_row_into_which_nothing_was_written_goes_again(qtbot, show, which):
    page = show(AgendaItem(title="一"))
    qtbot.mouseClick(page.add_decision if which == "decision" else page.add_action, Qt.MouseButton.LeftButton)
    table = page.decisions if which == "decision" else page.actions_table
    assert table.model().rowCount() == 1
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: table.model().rowCount() == 0)


def test_the_essays_of_an_item_are_listed_and_lead_to_their_page(qtbot, show):
    essay = Essay(title="变更说明", item="a")
    page = show(AgendaItem(id="a"), AgendaItem(id="b"), essays=(essay, Essay(title="别的", item="b")))
    assert [page.attached.item(row).text() for row in range(page.attached.count())] == ["变更说明"]
    with qtbot.waitSignal(page.essay_chosen) as told:
        page.attached.itemActivated.emit(page.attached.item(0))
    assert told.args == [essay.id]
    page.show_item("b")
    assert page.attached.item(0).text() == "别的"


def test_the_list_tells_sections_and_what_has_come_of_each_item(show):
    item = AgendaItem(
        title="预算",
        section="二、审议事项",
        id="a",
        kind=ItemKind.REVIEW,
        presenter="苏棠",
        started=time(9, 0),
        ended=time(9, 17),
        decisions=(Decision(text="同意"),),
    )
    running = AgendaItem(started=time(9, 17))
    page = show(
        item, running, AgendaItem(title="三"), actions=(Action(what="办", item="a"),), essays=(Essay(item="a"),)
    )
    meeting = meeting_of(page)
    assert outcome(item, meeting) == "✓ 用时 17:00 · 审议 · 苏棠 · 决议 1 · 待办 1 · 附文 1"
    assert outcome(running, meeting).startswith("▶ 进行中")
    heights = [page.items.visualRect(page.records.index(row, 0)).height() for row in range(3)]
    assert heights[0] > heights[1] == heights[2], "the first one has its section above it"


def test_the_plain_discussion_keeps_what_cannot_be_typed(show):
    body = (Heading(spans("背景"), 2), text(""), text("第一段"))
    page = show(AgendaItem(id="a", discussion=(*body, Paragraph((Span("粗", bold=True),)))))
    rest = meeting_of(page).agenda[0].discussion[1:]
    cursor = page.discussion.textCursor()
    cursor.movePosition(cursor.MoveOperation.Start)
    page.discussion.setTextCursor(cursor)
    say(page.discussion, "会议")
    after = meeting_of(page).agenda[0].discussion
    assert after[0] == Heading(spans("会议背景"), 2)
    assert after[1:] == rest
    assert rest[-1].spans[0].bold
    undo(page)
    assert meeting_of(page).agenda[0].discussion[0] == body[0]


def test_the_wheel_over_a_box_without_the_cursor_changes_nothing(show):
    page = show(AgendaItem(id="a", planned_minutes=10))
    page.title.setFocus()
    for box in (page.kind, page.planned_minutes):
        place = QPointF(box.rect().center())
        wheel = QWheelEvent(
            place, box.mapToGlobal(place), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(box, wheel)
    item = meeting_of(page).agenda[0]
    assert (item.kind, item.planned_minutes) == (ItemKind.DISCUSSION, 10)


def test_every_widget_has_a_name_and_the_models_hold(qtmodeltester, three):
    three.decision_records.add(Decision(text="同意"), "")
    three.action_records.add(Action(what="写", item="a"), "")
    for name in three.__annotations__:
        widget = getattr(three, name)
        if hasattr(widget, "focusPolicy") and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and name != "form":
            assert widget.accessibleName(), name
    for model in (three.records, three.decision_records, three.action_records):
        qtmodeltester.check(model)
