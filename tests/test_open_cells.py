"""What is typed into a cell of a table is not lost, whatever happens while the cell is still being edited."""

from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from windows import composed, window_on

from copu_desk.gui.main_window import ACTIONS, AGENDA, ATTENDEES
from copu_desk.library import Library
from copu_desk.model import Action, AgendaItem, Attendee, Decision, Meeting, Membership, Person, Series, Votes

DAY = date(2025, 9, 2)
SERIES = Series(name="远帆例会")
MEETING = Meeting(
    held_on=DAY,
    series=SERIES.id,
    attendees=(Attendee(name="韩知远"),),
    agenda=(AgendaItem(title="年度计划", decisions=(Decision(text="同意"),), id="i1"),),
    actions=(Action(what="起草", item="i1"),),
)
OTHER = Meeting(held_on=date(2025, 9, 9), series=SERIES.id, title="另一次")
PEOPLE = (Person(name="韩知远", memberships=(Membership(series=SERIES.id),)),)


def _tab(number):
    return lambda window: window.tabs.setCurrentIndex(number)


def _action(name):
    return lambda library: getattr(library.load(MEETING.id).actions[0], name)


def _person(name):
    return lambda library: getattr(library.people()[0], name)


# What is opened, the table, the column, what is typed, what of the library then is which value.
CELLS = {
    "name": (_tab(ATTENDEES), "attendees.table", 0, "贺兰", lambda lib: lib.load(MEETING.id).attendees[0].name, "贺兰"),
    "arrived": (
        _tab(ATTENDEES), "attendees.table", 5, "930",
        lambda lib: lib.load(MEETING.id).attendees[0].arrived, time(9, 30),
    ),
    "decision": (
        _tab(AGENDA), "agenda.decisions", 0, "不同意",
        lambda lib: lib.load(MEETING.id).agenda[0].decisions[0].text, "不同意",
    ),
    "votes": (
        _tab(AGENDA), "agenda.decisions", 1, "12",
        lambda lib: lib.load(MEETING.id).agenda[0].decisions[0].votes, Votes(ayes=12),
    ),
    "item due": (_tab(AGENDA), "agenda.actions_table", 2, "开春以后", _action("due_words"), "开春以后"),
    "what": (_tab(ACTIONS), "actions_page.mine", 0, "修改细则", _action("what"), "修改细则"),
    "owner": (_tab(ACTIONS), "actions_page.mine", 1, "苏棠", _action("owner"), "苏棠"),
    "due": (_tab(ACTIONS), "actions_page.mine", 2, "开春以后", _action("due_words"), "开春以后"),
    "given what": (
        lambda window: window.go_all_actions.trigger(), "all_actions.table", 0, "修改细则", _action("what"), "修改细则",
    ),
    "given due": (
        lambda window: window.go_all_actions.trigger(), "all_actions.table", 2, "12-31", _action("due"),
        date(2025, 12, 31),
    ),
    "person": (lambda window: window.go_roster.trigger(), "roster.people", 0, "贺兰", _person("name"), "贺兰"),
    "aliases": (lambda window: window.go_roster.trigger(), "roster.people", 4, "阿韩、小韩", _person("aliases"),
        ("阿韩", "小韩")),
    "since": (
        lambda window: window.go_roster.trigger(), "roster.memberships", 1, "2025-01-01",
        lambda lib: lib.people()[0].memberships[0].since, date(2025, 1, 1),
    ),
}  # fmt: skip


@pytest.fixture
def window(qtbot, tmp_path):
    library = Library(tmp_path / "library.copu")
    library.save_series((SERIES,))
    library.save_people(PEOPLE)
    library.save(OTHER)
    library.save(MEETING)
    made = window_on(qtbot, library, tmp_path)
    made.go_to(MEETING.id)
    return made


def typed(window, cell, instead=""):
    """Type into a cell, which then is still being edited; return its editor, how to read it and what it shall be."""
    go, table, column, words, read, value = CELLS[cell]
    go(window)
    of, name = table.split(".")
    table = getattr(getattr(window, of), name)
    table.setCurrentIndex(table.model().index(0, column))
    table.edit(table.currentIndex())
    editors = [one for one in table.viewport().findChildren(QWidget) if isinstance(one, QLineEdit | QPlainTextEdit)]
    editor = next(one for one in reversed(editors) if one.isVisible())
    editor.selectAll()
    composed(editor, committed=instead or words)
    return editor, read, value


def ended(qtbot, editor, key):
    """End the editing of a cell: Qt closes its editor a moment after the key."""
    qtbot.keyClick(editor, key)
    QApplication.processEvents()


def test_each_is_on_disk_without_leaving_the_cell(window, qtbot):
    for cell in CELLS:
        editor, read, value = typed(window, cell)
        qtbot.waitUntil(lambda read=read, value=value: read(window.library) == value)
        assert editor.isVisible()
        ended(qtbot, editor, Qt.Key.Key_Return)
        assert read(window.library) == value


@pytest.mark.parametrize("cell", ["votes", "due", "since"])
def test_closing_the_window_at_once_keeps_it(window, tmp_path, cell):
    _editor, read, value = typed(window, cell)
    window.close()
    with Library(tmp_path / "library.copu") as library:
        assert read(library) == value


def test_a_date_that_is_none_leaves_what_was_there_however_it_began(window, qtbot):
    editor, _read, value = typed(window, "since")
    ended(qtbot, editor, Qt.Key.Key_Return)
    editor, *_ = typed(window, "since", "2025-01-3")
    assert window.roster.records.rows[0].memberships[0].since == date(2025, 1, 3)
    qtbot.keyClicks(editor, "9")  # the 39th
    ended(qtbot, editor, Qt.Key.Key_Return)
    assert window.roster.records.rows[0].memberships[0].since == value


def test_escape_gives_back_what_was_there_and_typing_is_one_step_to_undo(window, qtbot):
    editor, *_ = typed(window, "due", "12-3")
    qtbot.keyClicks(editor, "1")
    assert window.editor.meeting.actions[0].due == date(2025, 12, 31)
    ended(qtbot, editor, Qt.Key.Key_Return)
    window.editor.history.undo()
    assert window.editor.meeting == MEETING
    editor, *_ = typed(window, "due", "12-31")
    ended(qtbot, editor, Qt.Key.Key_Escape)
    assert window.editor.meeting == MEETING


def test_an_action_stays_in_the_filtered_list_while_it_is_typed_into(window, qtbot):
    window.go_all_actions.trigger()
    window.all_actions.words.setText("起草")
    editor, *_ = typed(window, "given what", "修")
    qtbot.keyClicks(editor, "abc")
    ended(qtbot, editor, Qt.Key.Key_Return)
    assert [action.what for action in window.all_actions.records.rows] == ["修abc"]
    window.all_actions.words.setText("起草细则")
    assert window.all_actions.records.rows == ()


def test_a_line_longer_than_qt_takes_by_itself_keeps_its_end(window, qtbot):
    long = "字" * 40_000
    window.editor.change(replace(MEETING, venue=long, actions=(replace(MEETING.actions[0], owner=long),)), "导入")
    window.overview.venue.setFocus()
    composed(window.overview.venue, committed="新")
    assert sorted(window.editor.meeting.venue) == sorted(long + "新")
    editor, *_ = typed(window, "owner", long + "新")
    assert window.editor.meeting.actions[0].owner == long + "新"
    ended(qtbot, editor, Qt.Key.Key_Escape)
    assert window.editor.meeting.actions[0].owner == long
