"""The roster: who is who, in which order, and a member of what from when to when."""

from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, QSettings, Qt

from copu_desk.gui.app import make_application
from copu_desk.gui.main_window import MainWindow
from copu_desk.library import Library
from copu_desk.model import Attendee, Capacity, Meeting, Membership, Person, Series

SERIES = Series(name="远帆例会")
PEOPLE = (Person(name="韩知远"), Person(name="苏棠", aliases=("棠",)), Person(name="欧阳明月"))


@pytest.fixture
def window(qtbot, tmp_path):
    make_application([])
    library = Library(tmp_path / "a.copu")
    library.save_series((SERIES,))
    library.save_people(PEOPLE)
    library.save(Meeting(held_on=date(2025, 9, 2), attendees=(Attendee(name="苏棠", person=PEOPLE[1].id),)))
    window = MainWindow(library, QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    return window


def choose(page, row):
    page.people.selectionModel().setCurrentIndex(
        page.records.index(row, 0),
        QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
    )


def test_a_person_is_entered_ranked_and_made_a_member(window, qtbot, tmp_path):
    page = window.roster
    assert window.stack.currentWidget() is page
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    for column, words in enumerate(("贺兰", "北辰大学", "教授", "嘉宾", "小贺，阿兰", "he lan", "周二不在")):
        assert page.records.setData(page.records.index(3, column), words)
    choose(page, 3)
    qtbot.mouseClick(page.add_membership, Qt.MouseButton.LeftButton)
    assert page.membership_records.setData(page.membership_records.index(0, 1), "2025-09-01")
    assert not page.membership_records.setData(page.membership_records.index(0, 2), "不是日期")
    page.people.setFocus()
    qtbot.keyClick(page.people, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    window.close()
    with Library(tmp_path / "a.copu") as library:
        people = library.people()
    assert [one.name for one in people] == ["韩知远", "苏棠", "贺兰", "欧阳明月"]
    made = people[2]
    assert (made.organization, made.title, made.capacity, made.aliases, made.pinyin, made.note) == (
        "北辰大学", "教授", Capacity.GUEST, ("小贺", "阿兰"), "he lan", "周二不在",
    )  # fmt: skip
    assert [(one.series, one.since, one.until) for one in made.memberships] == [(SERIES.id, date(2025, 9, 1), None)]


def test_deleting_a_person_alters_no_past_meeting_and_can_be_undone(window, qtbot):
    page, before = window.roster, window.library.load(window.library.entries()[0].id)
    choose(page, 1)
    qtbot.keyClick(page.people, Qt.Key.Key_Delete)
    page.editor.save()
    assert [one.name for one in window.library.people()] == ["韩知远", "欧阳明月"]
    assert window.library.load(before.id) == before
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    page.editor.save()
    assert window.library.people() == PEOPLE


def test_several_people_are_dragged_to_their_rank_in_one_step(window, qtbot):
    page = window.roster
    ids = page.records.mimeData([page.records.index(row, 0) for row in (1, 2)])
    assert page.people.dragEnabled()
    page.records.dropMimeData(ids, Qt.DropAction.MoveAction, 0, 0, page.people.rootIndex())
    page.editor.save()
    assert [one.name for one in window.library.people()] == ["苏棠", "欧阳明月", "韩知远"]
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    page.editor.save()
    assert window.library.people() == PEOPLE


def test_somebody_is_found_by_pinyin_and_the_meeting_comes_back(window):
    page = window.roster
    page.search.setText("oymy")
    assert [page.people.isRowHidden(row) for row in range(3)] == [True, True, False]
    page.search.clear()
    assert not any(page.people.isRowHidden(row) for row in range(3))
    window.go_to(window.library.entries()[0].id)
    assert window.stack.currentWidget() is window.meeting_page
    assert not window.editor.history.canUndo()


def test_the_models_keep_to_qts_rules(window, qtmodeltester):
    qtmodeltester.check(window.roster.records)
    window.roster.records.change(0, "memberships", (Membership(SERIES.id),), "所属系列")
    choose(window.roster, 0)
    qtmodeltester.check(window.roster.membership_records)
