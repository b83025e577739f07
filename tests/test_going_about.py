"""Going about in the window: to other meetings, words, days, findings, sections, and back where the user was."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from windows import answer, keys, new_meeting

from copu_desk.document import text
from copu_desk.gui.main_window import AGENDA, ESSAYS, OVERVIEW
from copu_desk.gui.trash_dialog import TrashDialog
from copu_desk.model import Action, AgendaItem, Attendee, Essay, Meeting, Presence, Series


def test_the_next_meeting_goes_on_from_the_last(open_window, qtbot):
    window = open_window()
    series = Series(name="远帆例会")
    window.library.save_series((series,))
    window.library.save(
        Meeting(
            held_on=date(2025, 8, 19),
            series=series.id,
            number=4,
            chair="韩知远",
            attendees=(Attendee(name="韩知远", presence=Presence.ONSITE),),
            actions=(Action(what="起草细则", owner="苏棠"),),
        )
    )
    new_meeting(qtbot, window)
    meeting = window.editor.meeting
    assert (meeting.number, meeting.chair, meeting.attendees[0].presence) == (5, "韩知远", Presence.UNMARKED)
    assert meeting.actions[0].what == "起草细则"


def test_going_to_another_meeting_and_back_keeps_both_and_their_histories(open_window, qtbot):
    window = open_window()
    new_meeting(qtbot, window, day=date(2025, 9, 2))
    first = window.editor.meeting.id
    window.tabs.setCurrentIndex(OVERVIEW)
    keys(window.overview.venue, "三楼")
    new_meeting(qtbot, window, day=date(2025, 9, 16))
    assert window.editor.meeting.id != first
    assert not window.editor.history.canUndo()
    window.sidebar.meetings.setFocus()
    qtbot.keyClick(window.sidebar.meetings, Qt.Key.Key_Down)
    assert window.editor.meeting.id == first
    assert window.overview.venue.text() == "三楼"
    window.editor.history.undo()
    assert window.overview.venue.text() == ""


def test_a_word_is_found_and_jumped_to(open_window, qtbot):
    window = open_window()
    essay = Essay(title="变更说明", body=(text("写给后来维护代码的人看"),))
    window.library.save(Meeting(held_on=date(2024, 1, 2), essays=(Essay(title="另一篇"), essay)))
    window.library.save(Meeting(held_on=date(2025, 1, 2), title="新的"))
    window.refresh(window.library.entries()[0].id)
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    keys(window.sidebar.search, "维护")
    assert window.sidebar.hits.count() == 1
    assert "【维护】" in window.sidebar.hits.item(0).text()
    qtbot.keyClick(window.sidebar.search, Qt.Key.Key_Return)
    assert window.editor.meeting.held_on == date(2024, 1, 2)
    assert window.tabs.currentIndex() == ESSAYS
    assert window.essays.title.text() == "变更说明"
    assert window.essays.body.hasFocus()


def test_a_meeting_is_found_by_its_day(open_window, qtbot):
    window = open_window()
    for day in (date(2024, 1, 2), date(2025, 9, 2), date(2025, 9, 16)):
        window.library.save(Meeting(held_on=day))
    window.refresh(window.library.entries()[0].id)
    for words, days in (
        ("2025-09", ["2025-09-16", "2025-09-02"]),
        ("9月2日", ["2025-09-02"]),
        ("9.16", ["2025-09-16"]),
        ("2030", []),
    ):
        window.sidebar.search.setText(words)
        hits = [window.sidebar.hits.item(row).text()[:10] for row in range(window.sidebar.hits.count())]
        assert hits == days
    window.sidebar.search.setText("2024")
    qtbot.keyClick(window.sidebar.search, Qt.Key.Key_Return)
    assert window.editor.meeting.held_on == date(2024, 1, 2)


def test_the_check_lists_what_is_missing_and_jumps_there(open_window, qtbot):
    window = open_window()
    window.library.save(Meeting(held_on=date(2025, 9, 2), chair="韩知远", agenda=(AgendaItem(title="其他", id="i1"),)))
    window.refresh(window.library.entries()[0].id)
    qtbot.keyClick(window, Qt.Key.Key_F7)
    words = [window.findings.item(row).text() for row in range(window.findings.count())]
    assert "议程“其他”还没有任何结果。" in words
    window.findings.itemActivated.emit(window.findings.item(words.index("议程“其他”还没有任何结果。")))
    assert window.tabs.currentIndex() == AGENDA
    assert window.agenda.discussion.hasFocus()


def test_a_deleted_meeting_is_in_the_trash_and_comes_back(open_window, qtbot):
    window = open_window()
    new_meeting(qtbot, window)
    gone = window.editor.meeting
    window.delete_meeting.trigger()
    assert window.stack.currentWidget() is window.empty_page
    assert not window.export_minutes.isEnabled()
    answer(TrashDialog, lambda dialog: (dialog.put_back.click(), dialog.close()))
    window.trash.trigger()
    assert window.editor.meeting == gone
    assert window.stack.currentWidget() is window.meeting_page


@pytest.mark.parametrize("others", [0, 1])
def test_deleting_a_meeting_is_undone_with_its_own_history(open_window, qtbot, others):
    window = open_window()
    for day in range(others):
        window.library.save(Meeting(held_on=date(2025, 8, 1 + day), title="别的会议"))
    new_meeting(qtbot, window)
    window.tabs.setCurrentIndex(OVERVIEW)
    keys(window.overview.venue, "三楼")
    typed = window.editor.meeting
    window.delete_meeting.trigger()
    assert typed.id not in {entry.id for entry in window.library.entries()}
    assert window.turning.undo.text() == "撤销 删除会议"
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.editor.meeting == typed
    assert window.library.trash() == []
    assert not window.turning.redo.isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.editor.meeting.venue == ""


def test_where_the_user_was_comes_back(open_window, qtbot):
    window = open_window()
    new_meeting(qtbot, window, day=date(2025, 9, 2))
    first = window.editor.meeting.id
    new_meeting(qtbot, window, day=date(2025, 9, 16))
    window.go_to(first)
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert not window.sidebar.isVisible()
    window.close()
    window = open_window()
    assert window.editor.meeting.id == first
    assert not window.sidebar.isVisible()


def test_a_section_says_nothing_of_the_meeting_and_its_keys_lead_back(qtbot, open_window):
    window = open_window()
    new_meeting(qtbot, window)
    bar = window.status_line
    assert bar.saved_label.text()
    assert bar.people_label.isVisible()
    for action in (window.go_roster, window.go_attendance, window.go_all_actions):
        action.trigger()
        action.trigger()  # again: one stays
        sections = (window.go_roster, window.go_attendance, window.go_all_actions)
        assert [one for one in sections if one.isChecked()] == [action]
        assert not bar.saved_label.text()
        assert not bar.people_label.isVisible()
        assert not bar.words_label.isVisible()
        assert not window.delete_meeting.isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.stack.currentWidget() is window.meeting_page
    assert window.tabs.currentIndex() == AGENDA
    assert bar.saved_label.text()
    assert bar.people_label.isVisible()
    assert window.delete_meeting.isEnabled()
    assert not window.go_all_actions.isChecked()
    window.go_roster.trigger()
    window.show_place(("venue",))  # as a finding of the check does
    assert window.stack.currentWidget() is window.meeting_page
