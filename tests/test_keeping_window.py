"""The window keeps what is in it: backups, restoring, other programs and windows, read-only, where the user was."""

import json
import shutil
import sqlite3
from dataclasses import replace
from datetime import date

import pytest
from kept_window import HELD, library_in, press, showing
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMessageBox
from windows import answer, keys, new_meeting

from copu_desk import desk
from copu_desk.errors import HeldError, LibraryError
from copu_desk.gui import kept_versions
from copu_desk.gui.app import make_application
from copu_desk.gui.backups_dialog import BackupsDialog
from copu_desk.gui.main_window import AGENDA, ESSAYS, OVERVIEW
from copu_desk.gui.opening import open_for_window
from copu_desk.library import Library, TrashKind, VersionKind, backups, verify
from copu_desk.model import Attendee, Meeting, Person


@pytest.fixture
def path(tmp_path):
    return library_in(tmp_path)


@pytest.fixture
def show(qtbot, tmp_path):
    return showing(qtbot, tmp_path)


def test_each_day_of_use_and_each_exit_leaves_a_checked_backup(path, show, qtbot):
    window = show(Library(path, hold=True))
    window.keeping.backups.daily()
    qtbot.waitUntil(lambda: len(window.library.backups()) == 1)
    window.keeping.backups.daily()  # there is one of today
    window.overview.venue.setFocus()
    keys(window.overview.venue, "三楼")
    window.close()
    found = backups.listed(backups.folder_of(path), path.stem)
    assert 1 <= len(found) <= 2  # two within one second have one name
    assert verify(found[0].path) == []
    with Library(found[0].path, read_only=True) as copy:
        assert copy.load(HELD.id).venue == "三楼"


def test_the_second_folder_is_used_and_its_failing_is_told_of(path, show, qtbot, tmp_path):
    second = tmp_path / "U盘"
    window = show(Library(path, hold=True))
    window.library.set_setting(desk.SECOND_FOLDER, str(second))
    window.keeping.backups.daily()
    qtbot.waitUntil(lambda: len(window.library.backups(second)) == 1)
    shutil.rmtree(second)
    second.touch()  # the stick is gone, something else is there
    window.library.set_setting("anything", "new")
    window.close()
    window = show(Library(path, hold=True))
    window.keeping.backups._look_first()
    qtbot.waitUntil(lambda: window.keeping.backups._job is None)
    assert "自动备份没有成功" in window.bands.words()[0]


def test_restoring_from_the_dialog_shows_what_differs_and_goes_back(path, show, qtbot):
    window = show(Library(path, hold=True))
    window.library.back_up()
    window.tabs.setCurrentIndex(OVERVIEW)
    keys(window.overview.venue, "三楼")
    new_meeting(qtbot, window)
    made = window.editor.meeting
    said = []
    answer(BackupsDialog, lambda dialog: dialog.restore.click())
    window.backup.trigger()

    def confirm(box):
        said.append(box.informativeText())
        press("恢复")(box)

    answer(QMessageBox, confirm)
    qtbot.waitUntil(lambda: window.editor.meeting.id == HELD.id, timeout=5000)
    assert "会回到备份时样子的会议（1）：2025-09-02 九月例会" in said[0]
    assert "恢复后就没有的会议（1）" in said[0]
    assert window.editor.meeting == HELD
    assert window.overview.venue.text() == ""
    assert not window.editor.history.canUndo()
    keys(window.overview.venue, "四楼")
    assert window.editor.save()
    before = next(one for one in window.library.backups() if one.why == backups.RESTORE)
    with Library(before.path, read_only=True) as kept:
        assert {entry.id for entry in kept.entries()} == {HELD.id, made.id}


def test_what_is_typed_while_the_library_is_backed_up_for_a_restore_is_in_the_backup(path, show, qtbot):
    window = show(Library(path, hold=True))
    made = window.library.back_up()
    window.editor._rest_ms = 60_000  # as on a slow disk: what is typed is not saved yet
    window.keeping.backups._restore(made)
    keys(window.overview.venue, "三楼")  # before the job is done
    qtbot.waitUntil(lambda: window.status_bar.currentMessage().startswith("恢复好了"), timeout=5000)
    assert window.editor.meeting == HELD
    venues = set()
    for one in window.library.backups():
        if one.why == backups.RESTORE:
            with Library(one.path, read_only=True) as kept:
                venues.add(kept.load(HELD.id).venue)
    assert venues == {"", "三楼"}


def test_a_backup_is_made_once_however_often_it_is_asked_for_meanwhile(path, show, qtbot):
    window = show(Library(path, hold=True))
    counts = []

    def twice(dialog):
        dialog.back_up_now.click()
        assert not dialog.back_up_now.isEnabled()
        dialog.back_up_now.click()
        qtbot.waitUntil(dialog.back_up_now.isEnabled, timeout=5000)
        counts.append(dialog.found.rowCount())
        dialog.leave.click()

    answer(BackupsDialog, twice)
    window.backup.trigger()
    assert counts == [1]
    assert [one.why for one in window.library.backups()] == [backups.BY_HAND]


def test_a_damaged_library_is_restored_before_the_window_opens(path):
    make_application([])
    with Library(path) as library:
        library.back_up()
    path.write_bytes(path.read_bytes()[:20_000])
    answer(QMessageBox, press("从备份恢复"))
    answer(BackupsDialog, lambda dialog: dialog.restore.click())
    opened = open_for_window(path)
    assert opened.load(HELD.id) == HELD
    opened.close()
    assert list(path.parent.glob("library-damaged-*.copu"))


def test_looking_through_finds_a_stale_index_and_makes_it_anew(path, show, qtbot):
    window = show(Library(path, hold=True))
    window.library.index(10)
    with window.library._db.atomic():
        window.library._db.execute("INSERT INTO grams (grams) VALUES ('delete-all')")
    answer(QMessageBox, press("重建索引"))
    window.verify_library.trigger()
    qtbot.waitUntil(lambda: window.status_bar.currentMessage() == "索引重建好了。", timeout=5000)
    assert verify(path) == []


def test_what_a_command_writes_is_shown_and_can_be_undone(path, show, qtbot):
    window = show(Library(path, hold=True))
    assert window.editor.meeting == HELD
    changed = replace(HELD, venue="五楼")
    with Library(path) as command:
        command.save(changed, HELD)
        command.save(Meeting(held_on=date(2025, 10, 1), title="命令行的会"))
    qtbot.waitUntil(lambda: window.overview.venue.text() == "五楼", timeout=5000)
    assert window.editor.meeting == changed
    assert window.sidebar.meetings.model().rowCount() > 0
    assert "命令行的会" in {entry.title for entry in window.library.entries()}
    window.editor.history.undo()
    assert window.overview.venue.text() == ""
    assert window.editor.save()
    with Library(path) as other:
        assert other.load(HELD.id) == HELD


def test_typing_while_a_command_writes_loses_neither(path, show):
    window = show(Library(path, hold=True))
    window.keeping.elsewhere.stop()
    window.editor._rest_ms = 60_000  # as on a slow disk: what is typed is not saved yet
    keys(window.overview.venue, "窗口")
    keys(window.overview.remarks, "备注")
    with Library(path) as command:
        theirs = replace(HELD, venue="命令", attendees=(*HELD.attendees, Attendee(name="贺兰")))
        command.save(theirs, HELD)
    window.keeping.elsewhere.look()
    meeting = window.editor.meeting
    assert (meeting.venue, meeting.remarks) == ("窗口", "备注")
    assert [one.name for one in meeting.attendees] == ["苏棠", "贺兰"]
    assert theirs in [window.library.version(one.id) for one in window.library.versions(HELD.id)]
    assert window.library.load(HELD.id) == meeting
    assert verify(path) == []


def test_a_meeting_deleted_by_a_command_is_left(path, show, monkeypatch):
    window = show(Library(path, hold=True))
    window.keeping.elsewhere.stop()
    told = []
    monkeypatch.setattr(window, "tell", told.append)
    with Library(path) as command:
        command.save(Meeting(held_on=date(2024, 1, 1)))
        command.delete(HELD.id)
    window.keeping.elsewhere.look()
    assert "回收站" in told[0]
    assert window.editor.meeting.held_on == date(2024, 1, 1)


def test_a_second_window_is_told_who_has_it_and_may_read(path, show, qtbot, monkeypatch):
    first = show(Library(path, hold=True))
    with pytest.raises(HeldError, match="正由这台电脑上的另一个窗口"):
        Library(path, hold=True)
    answer(QMessageBox, press("只读打开"))
    second = show(open_for_window(path))
    assert second.library.read_only
    assert "正由这台电脑上的另一个窗口" in second.bands.words()[0]
    assert second.editor.meeting == HELD
    keys(first.overview.venue, "三楼")
    assert first.editor.save()
    qtbot.waitUntil(lambda: second.overview.venue.text() == "三楼", timeout=5000)
    first.close()
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: pytest.fail("nobody holds it now: no question"))
    third = open_for_window(path)
    assert third
    assert not third.read_only
    third.close()


def test_nothing_can_be_edited_in_a_window_that_may_only_look(path, show, qtbot):
    with Library(path) as library:
        library.save_people((Person(name="韩知远"),))
    before = path.read_bytes()
    window = show(Library(path, read_only=True, why="正由别的窗口使用。"))
    assert window.bands.words() == ["只读：正由别的窗口使用。"]
    for index in range(window.tabs.count()):
        window.tabs.setCurrentIndex(index)
        for view in window.tabs.currentWidget().findChildren(QAbstractItemView):
            assert view.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers
        for widget in window.tabs.currentWidget().findChildren(type(window.overview.venue)):
            keys(widget, "改")
    qtbot.keyClick(window.attendees.table, Qt.Key.Key_Space)
    qtbot.keyClick(window.attendees.table, Qt.Key.Key_Delete)
    keys(window.essays.body, "改")
    window.editor.change(replace(HELD, venue="绕过去"), "改")
    window.go_roster.trigger()
    qtbot.keyClick(window.roster.people, Qt.Key.Key_Delete)
    assert window.editor.meeting == HELD
    assert window.roster.editor.meeting.people[0].name == "韩知远"
    assert not window.new_meeting.isEnabled()
    assert not window.delete_meeting.isEnabled()
    with pytest.raises(LibraryError, match="正由别的窗口使用"):
        window.library.save(replace(HELD, venue="绕过去"), HELD)
    window.close()
    assert path.read_bytes() == before


def test_the_next_start_opens_the_meeting_the_tab_and_the_record(path, show, tmp_path):
    with Library(path) as library:
        library.save(Meeting(held_on=date(2026, 1, 1)))
    window = show(Library(path))
    window.go_to(HELD.id, ("essays", HELD.essays[1].id))
    window.keeping.whereabouts.note()  # as its clock does every two seconds
    left = tmp_path / "left"
    left.mkdir()
    for one in path.parent.glob("library.copu*"):
        shutil.copy(one, left)  # what is on the disk when the process is gone without an exit
    window = show(Library(left / path.name))
    assert window.editor.meeting.id == HELD.id
    assert window.tabs.currentIndex() == ESSAYS
    assert window.essays.current_essay() == HELD.essays[1].id
    window.go_to(HELD.id, ("agenda", HELD.agenda[1].id))
    window.close()
    window = show(Library(left / path.name))
    assert window.tabs.currentIndex() == AGENDA
    assert window.agenda.current_item() == HELD.agenda[1]


def test_versions_are_kept_while_editing_at_most_every_five_minutes(path, show, monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(kept_versions, "monotonic", lambda: now[0])
    window = show(Library(path))
    for minute in range(13):
        now[0] = 1000.0 + minute * 60
        keys(window.overview.remarks, f"{minute} ")
        assert window.editor.save()
    found = [window.library.version(one.id).remarks for one in window.library.versions(HELD.id)]
    assert [len(words.split()) for words in found] == [11, 6, 0]  # the state before, then after 5 and 10 minutes
    assert {one.kind for one in window.library.versions(HELD.id)} == {VersionKind.EDIT}


def test_a_deleted_essay_can_be_undone_and_is_in_the_trash_after_the_next_start(path, show):
    window = show(Library(path))
    window.tabs.setCurrentIndex(ESSAYS)
    window.essays.show_essay(HELD.essays[0].id)
    window.essays.remove_essay.click()
    assert window.editor.save()
    assert [one.name for one in window.library.trash()] == ["甲"]
    window.editor.history.undo()
    assert window.editor.save()
    assert window.library.trash() == []
    window.editor.history.redo()
    window.close()
    window = show(Library(path))
    (one,) = window.library.trash()
    assert one.kind is TrashKind.ESSAY
    window.library.put_back(one)
    assert window.library.load(HELD.id) == HELD


def test_settings_that_make_no_sense_do_not_keep_the_window_from_opening(path, show):
    with Library(path) as library:
        library.set_setting("last_meeting", "gone")
        library.set_setting("last_place", json.dumps({"no": "place"}))
    window = show(Library(path))
    assert window.editor.meeting.id == HELD.id
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT count(*) FROM meetings").fetchone() == (1,)
    db.close()
    assert isinstance(QApplication.instance(), QApplication)


def test_what_was_typed_a_moment_ago_is_found(path, show):
    window = show(Library(path))
    keys(window.overview.venue, "三楼会议室")
    window.sidebar.search.setText("三楼会议室")
    assert window.sidebar.hits.count() == 1


def test_a_window_that_may_only_look_offers_nothing_that_changes_the_library(path, show, qtbot):
    with Library(path) as library:
        library.index(10)
        library._db.execute("INSERT INTO grams (grams) VALUES ('delete-all')")
        library._db.conn.commit()
    window = show(Library(path, read_only=True, why="只是看看。"))
    offered = []

    def look(box):
        offered.extend(button.text() for button in box.buttons())
        box.close()

    answer(QMessageBox, look)
    window.verify_library.trigger()
    qtbot.waitUntil(lambda: bool(offered), timeout=5000)
    assert not [words for words in offered if "重建" in words]
    assert not window.import_folder.isVisible()
    assert not window.import_minutes.isVisible()
    window.sidebar.search.setText("删除")  # Ctrl+K offers commands, too
    assert [row.text() for row in map(window.sidebar.hits.item, range(window.sidebar.hits.count()))] == []
