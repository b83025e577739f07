"""The actions of an agenda item: dates as they are said, owners, late ones, those of other items."""

from datetime import date

import pytest
from agenda_pages import DOWN, RETURN, TUESDAY, meeting_of, press, showing, undo
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from copu_desk.gui import actions, theme
from copu_desk.gui.actions import due_shown
from copu_desk.library import Library
from copu_desk.model import Action, ActionStatus, AgendaItem


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library.copu") as library:
        yield library


@pytest.fixture
def show(qtbot, library):
    yield from showing(qtbot, library)


def on(day):
    """Return the type `date` as it is on a day."""

    class Day(date):
        @classmethod
        def today(cls):
            return day

    return Day


@pytest.fixture
def _on_tuesday(monkeypatch):
    monkeypatch.setattr(actions, "date", on(TUESDAY))


def test_a_late_action_is_marked_at_its_item_as_on_the_pages_of_actions(show, monkeypatch):
    monkeypatch.setattr(actions, "date", on(date(2025, 9, 13)))
    due = date(2025, 9, 12)
    page = show(
        AgendaItem(id="a"),
        actions=(
            Action(what="写", item="a", due=due),
            Action(what="寄", item="a", due=due, status=ActionStatus.DONE),
            Action(what="读", item="a", due=date(2025, 9, 13)),
        ),
    )
    cells = [page.action_records.index(row, 2) for row in range(3)]
    assert [cell.data() for cell in cells] == ["已过期 2025-09-12 周五", "2025-09-12 周五", "2025-09-13 周六"]
    inks = [cell.data(Qt.ItemDataRole.ForegroundRole) for cell in cells]
    assert inks[0].name() == theme.colours().danger
    assert inks[1:] == [None, None]


@pytest.mark.parametrize(
    ("typed", "day", "words", "shown"),
    [
        ("下周五", date(2025, 9, 12), "下周五", "2025-09-12 周五（下周五）"),
        ("月底", date(2025, 9, 30), "月底", "2025-09-30 周二（月底）"),
        ("12-31", date(2025, 12, 31), "12-31", "2025-12-31 周三（12-31）"),
        ("2025-12-31", date(2025, 12, 31), "", "2025-12-31 周三"),
        ("尽快", None, "尽快", "尽快"),
        (" ", None, "", ""),
    ],
)
@pytest.mark.usefixtures("_on_tuesday")
def test_a_due_date_is_typed_as_it_is_said(show, typed, day, words, shown):
    page = show(AgendaItem(id="a"), actions=(Action(what="写", item="a", due_words="以前"),))
    cell = page.action_records.index(0, 2)
    assert page.action_records.setData(cell, typed)
    action = meeting_of(page).actions[0]
    assert (action.due, action.due_words) == (day, words)
    assert cell.data() == due_shown(action) == shown
    assert (cell.data(Qt.ItemDataRole.ToolTipRole) != shown) is (typed == "尽快")
    undo(page)
    assert meeting_of(page).actions[0].due_words == "以前"


def test_an_action_s_owner_is_completed_and_its_status_chosen(qtbot, show):
    page = show(AgendaItem(id="a"), actions=(Action(what="写", item="a"),))
    page.actions_table.setCurrentIndex(page.action_records.index(0, 1))
    page.actions_table.setFocus()
    press(qtbot, RETURN)
    cell = page.actions_table.findChild(QLineEdit)
    qtbot.keyClicks(cell, "hzy")
    qtbot.waitUntil(cell.completer().popup().isVisible)
    qtbot.keyClick(cell.completer().popup(), DOWN)
    qtbot.keyClick(cell.completer().popup(), RETURN)
    qtbot.waitUntil(lambda: meeting_of(page).actions[0].owner == "韩知远")
    page.actions_table.setCurrentIndex(page.action_records.index(0, 3))
    page.actions_table.setFocus()
    press(qtbot, RETURN)
    box = page.actions_table.findChild(QComboBox)
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert meeting_of(page).actions[0].status is ActionStatus.DONE


def test_actions_of_other_items_stay_where_they_are(show):
    page = show(
        AgendaItem(id="a"),
        AgendaItem(id="b"),
        actions=(
            Action(what="甲", item="b"),
            Action(what="乙", item="a"),
            Action(what="丙"),
            Action(what="丁", item="a"),
        ),
    )
    assert [one.what for one in page.action_records.rows] == ["乙", "丁"]
    page.action_records.move(1, 0, "移动")
    assert [one.what for one in meeting_of(page).actions] == ["甲", "丁", "乙", "丙"]
    page.action_records.remove({0, 1}, "删除")
    assert [one.what for one in meeting_of(page).actions] == ["甲", "丙"]
