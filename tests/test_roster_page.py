"""The roster: who is who, in which order, and a member of what from when to when."""

from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QMessageBox
from windows import answer, window_on

from copu_desk import desk, exchange
from copu_desk.errors import LibraryError
from copu_desk.gui.merge_dialog import MergeDialog
from copu_desk.gui.past_import import PastImport
from copu_desk.gui.people_import import PeopleImport
from copu_desk.library import Library
from copu_desk.model import Attendee, Capacity, Meeting, Membership, Person, Series
from copu_desk.roster import understood

SERIES = Series(name="远帆例会")
PEOPLE = (Person(name="韩知远"), Person(name="苏棠", aliases=("棠",)), Person(name="欧阳明月"))


@pytest.fixture
def window(qtbot, tmp_path):
    library = Library(tmp_path / "a.copu")
    library.save_series((SERIES,))
    library.save_people(PEOPLE)
    library.save(Meeting(held_on=date(2025, 9, 2), attendees=(Attendee(name="苏棠", person=PEOPLE[1].id),)))
    window = window_on(qtbot, library, tmp_path)
    qtbot.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    return window


def undo(qtbot, window):
    window.activateWindow()  # without a window manager nobody else does after a dialog
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def choose(page, row):
    page.people.selectionModel().setCurrentIndex(
        page.records.index(row, 0),
        QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
    )


def test_that_there_is_no_series_to_belong_to_is_said(window, qtbot):
    page = window.roster
    window.library.save_series((), window.library.series())
    for _ in range(2):  # for one person, then for all
        qtbot.mouseClick(page.add_membership, Qt.MouseButton.LeftButton)
        assert "例会系列" in page.said.text()
        assert all(one.memberships == () for one in page.records.rows)
        page.people.selectAll()


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
    undo(qtbot, window)
    page.editor.save()
    assert window.library.people() == PEOPLE


def test_several_people_are_dragged_to_their_rank_in_one_step(window, qtbot):
    page = window.roster
    ids = page.records.mimeData([page.records.index(row, 0) for row in (1, 2)])
    assert page.people.dragEnabled()
    page.records.dropMimeData(ids, Qt.DropAction.MoveAction, 0, 0, page.people.rootIndex())
    page.editor.save()
    assert [one.name for one in window.library.people()] == ["苏棠", "欧阳明月", "韩知远"]
    undo(qtbot, window)
    page.editor.save()
    assert window.library.people() == PEOPLE


def test_two_entries_of_one_person_are_merged_after_a_look_and_can_be_undone(window, qtbot):
    page = window.roster
    choose(page, 1)
    page.people.selectionModel().select(
        page.records.index(2, 0), QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    )

    def look(dialog):
        assert [dialog.kept.itemText(row) for row in range(dialog.kept.count())] == ["苏棠", "欧阳明月"]
        dialog.kept.setCurrentIndex(1)
        rows = range(dialog.table.rowCount())
        shown = {
            dialog.table.verticalHeaderItem(row).text(): dialog.table.item(row, dialog.table.columnCount() - 1).text()
            for row in rows
        }
        assert (shown["姓名"], shown["别名"]) == ("欧阳明月", "苏棠、棠")
        dialog.accept()

    answer(MergeDialog, look)
    qtbot.mouseClick(page.merge, Qt.MouseButton.LeftButton)
    page.editor.save()
    assert [(one.name, one.aliases) for one in window.library.people()] == [
        ("韩知远", ()), ("欧阳明月", ("苏棠", "棠")),
    ]  # fmt: skip
    meeting = window.library.load(window.library.entries()[0].id)
    assert [(one.name, one.person) for one in meeting.attendees] == [("苏棠", PEOPLE[2].id)]
    undo(qtbot, window)
    page.editor.save()
    assert window.library.people() == PEOPLE


def test_one_entry_alone_is_not_merged(window, qtbot, monkeypatch):
    said = []
    monkeypatch.setattr(QMessageBox, "information", lambda *words: said.append(words[2]))
    choose(window.roster, 1)
    qtbot.mouseClick(window.roster.merge, Qt.MouseButton.LeftButton)
    assert "两条" in said[0]


def test_a_list_is_looked_at_ticked_off_taken_and_undone(window, qtbot, tmp_path, monkeypatch):
    page, path = window.roster, tmp_path / "list.csv"
    path.write_text("姓名,单位,系列\n苏棠,远帆协会,\n贺兰,北辰大学,读书会\n石勇,,\n", encoding="gb18030")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(path), ""))

    def look(dialog):
        assert dialog.summary.text() == "新增 2 位，改动 1 位，0 位没有变化。新的系列：读书会。"
        assert dialog.table.item(0, 4).text() == "单位：（空） → 远帆协会"
        dialog.table.item(2, 0).setCheckState(Qt.CheckState.Unchecked)
        button = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
        assert button.text() == "导入 2 位"
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    answer(PeopleImport, look)
    qtbot.mouseClick(page.bring, Qt.MouseButton.LeftButton)
    page.editor.save()
    people = window.library.people()
    assert [(one.name, one.organization) for one in people] == [
        ("韩知远", ""), ("苏棠", "远帆协会"), ("欧阳明月", ""), ("贺兰", "北辰大学"),
    ]  # fmt: skip
    names = {one.id: one.name for one in window.library.series()}
    assert [names[one.series] for one in people[3].memberships] == ["读书会"]
    undo(qtbot, window)
    page.editor.save()
    assert window.library.people() == PEOPLE


def test_the_roster_goes_out_as_a_workbook_or_text(window, qtbot, tmp_path, monkeypatch):
    said = []
    monkeypatch.setattr(QMessageBox, "information", lambda *words: said.append(words[2]))
    for kind, filtered in ((".xlsx", "Excel 工作簿 (*.xlsx)"), (".csv", "逗号分隔的文本 (*.csv)")):
        chosen = (str(tmp_path / "名册"), filtered)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words, chosen=chosen: chosen)
        qtbot.mouseClick(window.roster.send, Qt.MouseButton.LeftButton)
        found, _notes = understood(grid.rows for grid in exchange.read_grids(tmp_path / f"名册{kind}"))
        assert [one.name for one in found] == [one.name for one in PEOPLE]
    assert len(said) == 2


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


def test_a_list_whose_series_cannot_be_kept_is_not_taken_and_that_is_said(window, tmp_path, monkeypatch):
    path = tmp_path / "list.csv"
    path.write_text("姓名,所属系列\n贺兰,读书会\n", encoding="utf-8")
    told = []

    def full(*_):
        raise LibraryError("磁盘满了。")

    monkeypatch.setattr(window.library, "save_series", full)
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, words: told.append(words))
    answer(PeopleImport, lambda dialog: dialog.accept())
    window.roster.tasks.bring_in(path)
    assert told == ["磁盘满了。"]
    assert [one.name for one in window.roster.records.rows] == [one.name for one in PEOPLE]


def test_people_that_a_data_file_brings_are_shown_in_the_roster_that_is_in_sight(window, qtbot, tmp_path):
    guest = Person(name="贺兰")
    with Library(tmp_path / "other.copu") as other:
        other.save_people((guest,))
        met = Meeting(held_on=date(2025, 8, 1), attendees=(Attendee(name="贺兰", person=guest.id),))
        other.save(met)
        data = exchange.export(desk.material(other, met), "json")
    file = tmp_path / "a.json"
    file.write_bytes(data)
    answer(PastImport, lambda dialog: dialog.accept())
    window.past.bring([file])
    qtbot.waitUntil(lambda: any(entry.id == met.id for entry in window.library.entries()), timeout=5000)
    page = window.roster
    assert window.stack.currentWidget() is page
    assert [one.name for one in page.records.rows] == [*(one.name for one in PEOPLE), "贺兰"]
    assert page.records.setData(page.records.index(0, 0), "韩知行")
    assert page.editor.save()
    assert [one.name for one in window.library.people()] == ["韩知行", "苏棠", "欧阳明月", "贺兰"]
