"""Slips of the hand and odd moments: what is turned, clicked twice or typed in passing changes nothing unseen."""

from dataclasses import replace
from datetime import date, time

import pytest
from kept_window import HELD, library_in, showing
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QMessageBox
from windows import answer, keys

from copu_desk.document import text
from copu_desk.errors import LibraryError
from copu_desk.gui.export_dialog import ExportDialog
from copu_desk.gui.main_window import ACTIONS, AGENDA, ATTENDEES, ESSAYS, OVERVIEW
from copu_desk.gui.offer import offer
from copu_desk.gui.series_dialog import SeriesDialog
from copu_desk.gui.styles_dialog import StylesDialog
from copu_desk.gui.trash_dialog import TrashDialog
from copu_desk.library import Library
from copu_desk.model import Action, AgendaItem, Essay, Meeting, Membership, Person, Series, Status

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def show(qtbot, tmp_path):
    return showing(qtbot, tmp_path)


@pytest.fixture
def window(show, tmp_path):
    return show(Library(library_in(tmp_path)))


def turn_wheel(box):
    place = QPointF(box.rect().center())
    wheel = QWheelEvent(
        place, box.mapToGlobal(place), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, wheel)


def gone(*_args, **_more):
    raise LibraryError("资料库所在的磁盘读写出错。")


def told_by(window, monkeypatch):
    """Return what the window says from now on."""
    told = []
    monkeypatch.setattr(window, "tell", told.append)
    return told


def damage(library, meeting):
    library._db.execute("UPDATE essays SET body = '[{' WHERE meeting = ?", [meeting.id])
    library._db.conn.commit()


def test_scrolling_with_the_mouse_over_the_boxes_of_a_page_changes_no_word_of_the_meeting(show, tmp_path):
    path = library_in(tmp_path)
    with Library(path) as library:
        library.save_series((Series(name="远帆例会"), Series(name="董事会")))
        library.save(replace(HELD, number=3, agenda=(AgendaItem("一", discussion=(text("计划可行。"),)),)), HELD)
    window = show(Library(path))
    before = window.editor.meeting
    window.tabs.setCurrentIndex(OVERVIEW)
    window.overview.venue.setFocus()
    for box in (window.overview.series, window.overview.number, window.overview.held_on):
        turn_wheel(box)
        assert not box.hasFocus()
    window.tabs.setCurrentIndex(AGENDA)
    window.agenda.title.setFocus()
    turn_wheel(window.agenda.discussion_bar.kind)
    assert window.editor.meeting == before


def test_scrolling_through_the_export_dialog_changes_no_choice(window):
    dialog = ExportDialog(window.library, window.editor.meeting, None, window)
    before = dialog.chosen()
    for box in (dialog.paper, dialog.house_style):
        turn_wheel(box)
    assert dialog.chosen() == before


def test_what_a_filter_hides_is_neither_deleted_nor_chosen(qtbot, show, tmp_path):
    path = library_in(tmp_path)
    people = (Person(name="韩知远"), Person(name="苏棠"), Person(name="欧阳明月"), Person(name="苏木"))
    with Library(path) as library:
        library.save_people(people)
    window = show(Library(path))
    window.go_roster.trigger()
    page = window.roster
    assert page.people.currentIndex().row() == 0
    keys(page.search, "苏")
    assert page.membership_records.place[1] == people[1].id  # not that of somebody out of sight
    page.people.setFocus()
    qtbot.keyClick(page.people, Qt.Key.Key_A, CONTROL)
    assert page.add_membership.text().startswith("给 2 人")
    page.remove.click()
    assert [one.name for one in page.records.rows] == ["韩知远", "欧阳明月"]
    page.search.setText("没有这个人")
    page.remove.click()
    assert len(page.records.rows) == 2
    assert not page.add_membership.isEnabled()


def test_notes_are_not_taken_where_there_is_no_meeting_to_keep_them(qtbot, show, tmp_path):
    window = show(Library(tmp_path / "empty.copu"))
    window.toggle_scratch.trigger()
    qtbot.keyClicks(window.scratch.pad, "words")
    assert not window.scratch.pad.toPlainText()
    window.library.save(HELD)
    window.refresh(HELD.id)
    window.scratch.pad.setFocus()
    qtbot.keyClicks(window.scratch.pad, "words")
    assert window.editor.meeting.scratch == "words"


def test_final_minutes_never_say_that_something_was_filed_or_added(qtbot, show, tmp_path):
    path = library_in(tmp_path)
    with Library(path) as library:
        library.save(replace(HELD, status=Status.FINAL, scratch="请秘书处起草"), HELD)
    window = show(Library(path))
    before = window.editor.meeting
    window.toggle_scratch.trigger()
    qtbot.keyClick(window.scratch.pad, Qt.Key.Key_T, CONTROL)
    assert "归为" not in window.status_bar.currentMessage()
    window.tabs.setCurrentIndex(ATTENDEES)
    QGuiApplication.clipboard().setText("韩知远、欧阳明月")
    page = window.attendees
    for place in (page.call, page.table):
        place.setFocus()
        qtbot.keyClick(place, Qt.Key.Key_V, CONTROL)
        assert not page.said.text()
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.table.findChild(QLineEdit) is None  # no cell to type into, whose words would be refused
    assert [one.text() for one in page.table.actions() if one.isEnabled() and one.text()] == ["连接记录"]
    assert window.editor.meeting == before


def test_an_empty_page_of_final_minutes_does_not_say_how_to_add(show, tmp_path):
    path = tmp_path / "library.copu"
    with Library(path) as library:
        library.save(Meeting(date(2025, 9, 2), title="没有内容", id="m1"))
        library.save(Meeting(date(2025, 9, 9), status=Status.FINAL, title="定稿", id="m2"))
    window = show(Library(path))
    for meeting, how in (("m2", False), ("m1", True)):
        window.go_to(meeting)
        for tab in (ATTENDEES, AGENDA, ESSAYS, ACTIONS):
            window.tabs.setCurrentIndex(tab)
            words = window.actions_page.said if tab == ACTIONS else window._pages[tab].empty_words
            assert (words.isVisible() and "按" in words.text()) is how, (meeting, tab)


def test_a_time_that_is_none_leaves_the_one_that_was_there(qtbot, window):
    window.tabs.setCurrentIndex(OVERVIEW)
    start = window.overview.start
    start.setFocus()
    qtbot.keyClicks(start, "14:30")
    window.overview.venue.setFocus()
    for typed in ("2400", "9:75", "9点半"):
        start.setFocus()
        start.selectAll()
        keys(start, typed[:1])
        for sign in typed[1:]:
            keys(start, sign)
        window.overview.venue.setFocus()
        assert (start.text(), window.editor.meeting.start) == ("14:30", time(14, 30)), typed


def test_deleting_a_meeting_beside_a_damaged_one_leaves_one_to_write_in(window):
    later = Meeting(date(2025, 9, 9), essays=(Essay(body=(text("正文"),)),))
    other = Meeting(date(2025, 8, 9), title="前一次")
    for one in (later, other):
        window.library.save(one)
    damage(window.library, later)
    window.refresh(HELD.id)
    window.delete_meeting.trigger()
    assert window.editor.active
    assert window.editor.meeting.id == other.id
    keys(window.overview.venue, "三楼")
    assert window.editor.save()
    assert window.library.load(other.id).venue == "三楼"


def test_a_meeting_that_cannot_be_deleted_stays_open(window, monkeypatch):
    told = told_by(window, monkeypatch)
    monkeypatch.setattr(window.library, "delete", gone)
    monkeypatch.setattr(window.library, "load", gone)
    window.delete_meeting.trigger()
    assert told == ["资料库所在的磁盘读写出错。"]
    keys(window.overview.venue, "三楼")
    assert window.editor.meeting.venue == "三楼"


def test_a_damaged_meeting_does_not_lock_the_trash_nor_the_styles(qtbot, window):
    bad = Meeting(date(2025, 9, 9), title="坏的", essays=(Essay(body=(text("正文"),)),))
    window.library.save(bad)
    damage(window.library, bad)
    styles = StylesDialog(window.library, None, window)
    assert styles._meeting.id == HELD.id
    styles.close()
    styles.done(0)
    window.library.delete(bad.id)
    dialog = TrashDialog(window.library, lambda _one: None, window)
    qtbot.addWidget(dialog)
    assert dialog.table.item(0, 1).text() == "坏的"
    assert "损坏" in dialog.preview.toPlainText()


@pytest.mark.parametrize("typed", ["~谁也不是/纪要", "很长" * 200])
def test_an_odd_folder_is_typed_without_harm(window, typed):
    dialog = ExportDialog(window.library, window.editor.meeting, None, window)
    for end in range(1, len(typed) + 1, 7):
        dialog.folder.setText(typed[:end])
    dialog.folder.setText(typed)
    assert dialog.found.text().endswith(".docx")


def test_a_folder_typed_by_its_name_alone_lies_among_the_documents(window, tmp_path, monkeypatch):
    monkeypatch.setattr("copu_desk.gui.export_dialog.documents_folder", lambda: tmp_path / "文稿")
    dialog = ExportDialog(window.library, window.editor.meeting, None, window)
    dialog.folder.setText("九月")
    assert dialog.chosen().folder == str(tmp_path / "文稿" / "九月")
    dialog.folder.setText(str(tmp_path / "别处"))
    assert dialog.chosen().folder == str(tmp_path / "别处")


def test_a_style_that_cannot_be_used_is_said_in_the_dialog_until_another_is_chosen(show, tmp_path):
    path = library_in(tmp_path)
    with Library(path) as library:
        series = Series(name="远帆例会", style="没有这个版式")
        library.save_series((series,))
        library.save(replace(HELD, series=series.id), HELD)
    window = show(Library(path))
    dialog = ExportDialog(window.library, window.editor.meeting, None, window)
    save = dialog.buttons.button(dialog.buttons.StandardButton.Save)
    assert "没有这个版式" in dialog.found.text()
    assert not save.isEnabled()
    dialog.house_style.setCurrentIndex(1)
    assert dialog.found.text().endswith(".docx")
    assert save.isEnabled()


READING = (
    ("people", "check"), ("people", "make_final"), ("setting", "export_minutes"), ("setting", "print_minutes"),
    ("versions", "show_versions"), ("trash", "trash"), ("series", "edit_series"), ("series", "new_meeting"),
    ("people", "go_roster"), ("series", "go_attendance"), ("given_actions", "go_all_actions"), ("series", "sign_in"),
    ("entries", "export_attendance"),
)  # fmt: skip
"""What is asked of the library at each entry of the menus."""


def test_a_library_that_cannot_be_read_is_told_of_each_time_and_one_stays_where_one_is(window, monkeypatch):
    told = told_by(window, monkeypatch)
    monkeypatch.setattr(QInputDialog, "getInt", lambda *_: (6, True))
    for call, entry in READING:
        told.clear()
        with monkeypatch.context() as patch:
            patch.setattr(window.library, call, gone)
            for _ in range(2):
                window.findChild(QAction, entry).trigger()
        assert (told, entry) == (["资料库所在的磁盘读写出错。"] * 2, entry)
        assert window.stack.currentWidget() is window.meeting_page
    keys(window.overview.venue, "三楼")
    assert window.editor.save()


def test_a_meeting_is_typed_on_while_the_library_cannot_be_read(window, monkeypatch):
    for call in ("people", "series", "open_actions", "entries", "setting", "versions"):
        monkeypatch.setattr(window.library, call, gone)
    keys(window.meeting_title, "题")
    keys(window.overview.chair, "苏棠")
    for tab in (ATTENDEES, AGENDA, ESSAYS, ACTIONS, OVERVIEW):
        window.tabs.setCurrentIndex(tab)  # an error in a slot would fail this test
    assert window.actions_page.said.text() == "资料库所在的磁盘读写出错。"
    assert ("题" in window.editor.meeting.title, window.editor.meeting.chair) == (True, "苏棠")


def test_the_sidebar_comes_back_also_when_the_pages_are_closed_with_their_own_button(window):
    window.resize(1280, 800)
    window.toggle_preview.trigger()
    assert window.sidebar.isHidden()
    window.preview_dock.close()
    assert not window.sidebar.isHidden()
    assert not window.toggle_preview.isChecked()


def test_what_was_said_of_a_series_goes_when_another_is_chosen(qtbot, window):
    used, free = Series(name="用着的"), Series(name="没用的")
    window.library.save_series((used, free))
    window.library.save(Meeting(date(2025, 9, 30), used.id))
    dialog = SeriesDialog(window.library, window)
    qtbot.addWidget(dialog)
    usual = dialog.hint.text()
    dialog.remove.click()
    assert "不能删除" in dialog.hint.text()
    dialog.list.setCurrentIndex(dialog.records.index(1, 0))
    assert dialog.hint.text() == usual


def test_the_list_follows_the_number_that_tells_two_meetings_of_a_day_apart(qtbot, window):
    series = Series(name="远帆例会")
    window.library.save_series((series,))
    twins = [Meeting(date(2025, 9, 30), series.id, number) for number in (1, 2)]
    for one in twins:
        window.library.save(one)
    window.refresh(twins[0].id)
    window.overview.number.setValue(7)
    qtbot.waitUntil(lambda: dict(window.sidebar.listed())[twins[0].id].endswith("第7次"))


def test_a_file_that_no_program_opens_is_told_of(window, tmp_path, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    told = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, words: told.append(words))
    answer(QMessageBox, lambda box: next(one for one in box.buttons() if one.text() == "打开").click())
    offer(window, (tmp_path / "纪要.docx",))
    assert told == [f"这台电脑上没有能打开它的程序：{tmp_path / '纪要.docx'}"]


def test_two_quick_clicks_on_a_command_that_was_found_do_it_once(qtbot, window):
    done = []
    window.toggle_scratch.triggered.disconnect()
    window.toggle_scratch.triggered.connect(lambda: done.append(1))
    keys(window.sidebar.search, "速记")
    hits = window.sidebar.hits
    place = hits.visualItemRect(hits.item(0)).center()
    qtbot.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseRelease(hits.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert done == [1]


def test_the_check_takes_no_more_height_than_its_words_and_a_long_action_is_read_whole(qtbot, window):
    window.resize(1280, 800)
    window.check.trigger()
    qtbot.waitUntil(lambda: 0 < window.findings_dock.height() < 200)
    window.findings_dock.hide()
    window.editor.change(replace(HELD, actions=(Action(what="请秘书处会同各成员单位修改教材" * 8),)), "待办")
    window.tabs.setCurrentIndex(ACTIONS)
    table = window.actions_page.mine
    line = table.fontMetrics().lineSpacing()
    wide = table.fontMetrics().horizontalAdvance("请秘书处会同各成员单位修改教材" * 8)
    lines = -(-wide // table.columnWidth(0))
    qtbot.waitUntil(lambda: lines * line <= table.rowHeight(0) <= (lines + 2) * line + 14)


def test_enter_edits_the_cell_of_the_cursor_in_every_table_as_the_list_of_keys_says(qtbot, show, tmp_path):
    path = library_in(tmp_path)
    person = Person(name="苏棠", memberships=(Membership("s1"),))
    with Library(path) as library:
        library.save_series((Series(name="远帆例会", id="s1"),))
        library.save_people((person,))
        library.save(replace(HELD, actions=(Action(what="起草"),)), HELD)
    window = show(Library(path))
    window.tabs.setCurrentIndex(ACTIONS)
    tables = [(lambda: window.tabs.setCurrentIndex(ACTIONS), window.actions_page.mine, 1)]
    tables += [(window.go_all_actions.trigger, window.all_actions.table, 1)]
    tables += [(window.go_roster.trigger, window.roster.people, 2), (lambda: None, window.roster.memberships, 1)]
    for go, table, column in tables:
        go()
        table.setFocus()
        table.setCurrentIndex(table.model().index(0, column))
        qtbot.keyClick(table, Qt.Key.Key_Return)
        editor = QApplication.focusWidget()
        assert editor is not table, table.objectName()
        keys(editor, "2025-09-01")
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda table=table: table.hasFocus())
        assert "2025-09-01" in table.model().index(0, column).data(), table.objectName()
    window.roster.memberships.selectRow(0)
    qtbot.keyClick(window.roster.memberships, Qt.Key.Key_Delete)
    assert window.roster.records.rows[0].memberships == ()
    assert window.save_all()


class Greedy(QLineEdit):
    """Claims every key before the window, as a line does with Ctrl+E on Linux, where it goes to the end of the line."""

    def event(self, event):
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


def test_a_line_with_the_cursor_leaves_ctrl_e_to_the_export(window, qtbot):
    line = Greedy(window.meeting_page)
    line.show()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    taken = {}
    for key in (Qt.Key.Key_E, Qt.Key.Key_B):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, CONTROL)
        event.ignore()
        QApplication.sendEvent(line, event)
        taken[key] = event.isAccepted()
    assert taken == {Qt.Key.Key_E: False, Qt.Key.Key_B: True}
