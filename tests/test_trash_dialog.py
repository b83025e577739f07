"""回收站 in the window: what was deleted is looked at, comes back, or goes for good after a question."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from windows import answer, window_on

from copu_desk.document import text
from copu_desk.gui.main_window import ESSAYS
from copu_desk.gui.movable import choose_row
from copu_desk.gui.trash_dialog import TrashDialog
from copu_desk.library import Library
from copu_desk.model import Attendee, Essay, Meeting, Person, Presence, Series

SERIES = Series(name="远帆例会")
ESSAYS_OF = (Essay(title="变更说明", body=(text("写给后来的人。"),)), Essay(title="第二篇"))
PEOPLE = (Person(name="韩知远", title="理事长"), Person(name="苏棠"))
FIRST = Meeting(held_on=date(2025, 9, 2), series=SERIES.id, essays=ESSAYS_OF)
SECOND = Meeting(
    held_on=date(2025, 9, 9), series=SERIES.id, attendees=(Attendee(name="苏棠", presence=Presence.ONSITE),)
)


@pytest.fixture
def window(qtbot, tmp_path):
    library = Library(tmp_path / "a.copu")
    library.save_series((SERIES,))
    library.save_people(PEOPLE)
    library.save(FIRST)
    library.save(SECOND)
    window = window_on(qtbot, library, tmp_path)
    window.go_to(FIRST.id)
    return window


def delete_all(window):
    """Delete an essay, a person and a meeting, in this order."""
    window.essays.show_essay(ESSAYS_OF[0].id)
    window.tabs.setCurrentIndex(ESSAYS)
    window.essays.remove_essay.click()
    window.go_roster.trigger()
    window.roster.remove.click()
    window.go_to(SECOND.id)
    window.delete_meeting.trigger()


def choose(dialog, kind):
    dialog.kind.setCurrentIndex(dialog.kind.findText(kind))
    assert dialog.table.rowCount() == 1


def press(box, words):
    next(button for button in box.buttons() if button.text() == words).click()


def test_what_was_deleted_is_listed_with_a_look_at_it(window):
    delete_all(window)

    def look(dialog):
        assert [dialog.table.item(row, 0).text() for row in range(3)].count("附文") == 1
        choose(dialog, "附文")
        assert dialog.preview.toPlainText() == "变更说明\n写给后来的人。"
        choose(dialog, "人员")
        assert dialog.preview.toPlainText() == "姓名：韩知远\n职务：理事长\n身份：出席"
        choose(dialog, "会议")
        assert "参会人员:苏棠。" in dialog.preview.toPlainText()
        dialog.kind.setCurrentIndex(0)
        dialog.search.setText("变更")
        assert dialog.table.rowCount() == 1
        dialog.search.setText("没有的词")
        assert dialog.said.text() == "没有找到。换个词试试。"
        assert not dialog.put_back.isEnabled()
        dialog.close()

    answer(TrashDialog, look)
    window.trash.trigger()


def test_an_essay_of_the_open_meeting_comes_back_to_its_place_and_can_be_undone(window, qtbot):
    delete_all(window)
    window.go_to(FIRST.id)

    def back(dialog):
        choose(dialog, "附文")
        qtbot.mouseClick(dialog.put_back, Qt.MouseButton.LeftButton)
        assert dialog.table.rowCount() == 0
        dialog.close()

    answer(TrashDialog, back)
    window.trash.trigger()
    assert window.editor.meeting == FIRST
    assert window.library.load(FIRST.id) == FIRST
    assert window.tabs.currentIndex() == ESSAYS
    window.turning.undo.trigger()
    window.editor.save()
    assert window.library.load(FIRST.id).essays == ESSAYS_OF[1:]
    assert [one.name for one in window.library.trash() if one.kind == "essay"] == ["变更说明"]


def test_an_essay_of_another_meeting_a_person_and_a_meeting_come_back(window, qtbot):
    delete_all(window)
    window.library.save(third := Meeting(held_on=date(2025, 9, 16), series=SERIES.id))
    window.go_to(third.id)

    def back(dialog):
        for kind in ("附文", "人员", "会议"):
            choose(dialog, kind)
            qtbot.mouseClick(dialog.put_back, Qt.MouseButton.LeftButton)
        dialog.close()

    answer(TrashDialog, back)
    window.trash.trigger()
    assert window.library.load(FIRST.id) == FIRST
    assert window.library.people() == PEOPLE
    assert window.editor.meeting == SECOND
    assert window.stack.currentWidget() is window.meeting_page
    assert not window.library.trash()


def test_an_essay_whose_meeting_is_in_the_trash_waits_for_it(window, qtbot, monkeypatch):
    delete_all(window)
    window.go_to(FIRST.id)
    window.delete_meeting.trigger()
    said = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *words: said.append(words[2]))

    def back(dialog):
        choose(dialog, "附文")
        qtbot.mouseClick(dialog.put_back, Qt.MouseButton.LeftButton)
        dialog.close()

    answer(TrashDialog, back)
    window.trash.trigger()
    assert "先恢复那次会议" in said[0]


@pytest.mark.parametrize("sure", [True, False])
def test_the_trash_is_emptied_only_after_a_question(window, qtbot, sure):
    delete_all(window)

    def empty(dialog):
        answer(QMessageBox, lambda box: press(box, "彻底删除" if sure else "取消"))
        qtbot.mouseClick(dialog.empty, Qt.MouseButton.LeftButton)
        assert dialog.table.rowCount() == (0 if sure else 3)
        dialog.close()

    answer(TrashDialog, empty)
    window.trash.trigger()
    assert len(window.library.trash()) == (0 if sure else 3)


def test_one_thing_is_deleted_for_good_with_the_key(window, qtbot):
    delete_all(window)

    def purge(dialog):
        choose(dialog, "会议")
        answer(QMessageBox, lambda box: press(box, "彻底删除"))
        dialog.table.setFocus()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.table.hasFocus)
        qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
        dialog.close()

    answer(TrashDialog, purge)
    window.trash.trigger()
    assert sorted(one.kind for one in window.library.trash()) == ["essay", "person"]


def test_an_empty_trash_says_so(window):
    def look(dialog):
        assert dialog.said.text() == "回收站是空的。"
        assert not dialog.empty.isEnabled()
        dialog.close()

    answer(TrashDialog, look)
    window.trash.trigger()


def test_the_trash_is_sorted_at_its_headings_and_the_chosen_thing_stays_chosen(window, qtbot):
    delete_all(window)
    window.save_all()
    dialog = TrashDialog(window.library, print, window)
    qtbot.addWidget(dialog)

    def kinds():
        return [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]

    newest = kinds()
    choose_row(dialog.table, newest.index("人员"))
    dialog.sorting.sort(0)
    assert kinds() == ["附文", "会议", "人员"]  # fu hui ren
    assert dialog.table.currentRow() == 2
    assert "韩知远" in dialog.preview.toPlainText()
    dialog.sorting.sort(2)
    moments = [one.moment for one in dialog._shown]
    assert moments == sorted(moments)
    dialog.sorting.sort(-1)
    assert kinds() == newest
