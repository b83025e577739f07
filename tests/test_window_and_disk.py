"""A disk that vanishes, fills up or fails under the window: what is typed stays in it, and goes out at last."""

import shutil
from dataclasses import replace
from datetime import date

import pytest
from kept_window import HELD, library_in, showing
from PySide6.QtWidgets import QFileDialog, QMessageBox
from windows import answer, keys

from copu_desk import bundle
from copu_desk.desk import publishing
from copu_desk.document import text
from copu_desk.errors import LibraryError, RequestError
from copu_desk.gui import editor
from copu_desk.gui.main_window import OVERVIEW
from copu_desk.gui.series_dialog import SeriesDialog
from copu_desk.library import Library, verify
from copu_desk.model import Action, Attendee, Essay, Meeting, Person


@pytest.fixture
def path(tmp_path):
    return library_in(tmp_path)


@pytest.fixture
def show(qtbot, tmp_path):
    return showing(qtbot, tmp_path)


def test_a_vanished_file_is_told_of_at_once_and_saving_goes_on_when_it_is_back(path, show, tmp_path):
    window = show(Library(path))
    away = tmp_path / "away"
    away.mkdir()
    for one in path.parent.glob("library.copu*"):
        one.rename(away / one.name)
    keys(window.overview.venue, "三楼会议室")
    assert not window.editor.save()
    assert window.banner.isVisible()
    assert "不见了" in window.banner_words.text()
    assert window.overview.venue.text() == "三楼会议室"
    for one in away.iterdir():
        one.rename(path.parent / one.name)
    assert window.editor.save()
    assert not window.banner.isVisible()
    window.close()
    with Library(path) as library:
        assert library.load(HELD.id).venue == "三楼会议室"
    assert verify(path) == []


def test_a_file_put_back_from_another_disk_gets_the_whole_meeting(path, show, tmp_path):
    older = tmp_path / "older.copu"
    with Library(path) as library:
        library.backup(older)
    window = show(Library(path))
    window.tabs.setCurrentIndex(OVERVIEW)
    keys(window.overview.remarks, "先写的")
    assert window.editor.save()
    for one in path.parent.glob("library.copu*"):
        one.unlink()
    keys(window.overview.venue, "三楼")
    assert not window.editor.save()
    shutil.copy(older, path)  # another file, without what was written first
    assert window.editor.save()
    window.close()
    with Library(path) as library:
        kept = library.load(HELD.id)
    assert (kept.remarks, kept.venue) == ("先写的", "三楼")


def test_saving_elsewhere_takes_everything_that_is_not_saved(path, show, tmp_path, monkeypatch):
    window = show(Library(path))
    picture = window.library.add_image(b"\x89PNG picture")
    keys(window.overview.venue, "三楼")
    window.editor.save()
    window.go_roster.trigger()
    window.roster.records.add(Person(name="欧阳明月"), "添加")
    window.library._db.execute("PRAGMA max_page_count = 1")
    target = tmp_path / "别处.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.tasks.save_elsewhere()
    rescued = bundle.read(target.read_bytes())
    assert [meeting.venue for meeting in rescued.meetings] == ["三楼"]
    assert [person.name for person in rescued.people] == ["欧阳明月"]
    assert picture not in rescued.images  # no meeting shows it
    window.library._db.execute("PRAGMA max_page_count = 100000")
    assert window.save_all()


def test_a_library_in_a_synchronised_folder_is_advised_against_and_safe(tmp_path, show):
    folder = tmp_path / "OneDrive - 远帆协会"
    window = show(Library(folder / "library.copu"))
    assert "同步" in window.bands.words()[0]
    assert window.library._db.execute("PRAGMA journal_mode").fetchone() == ("truncate",)
    window.library.save(HELD)
    shutil.copy(folder / "library.copu", tmp_path / "copied.copu")  # what the program that synchronises does
    with Library(tmp_path / "copied.copu") as copied:
        assert copied.load(HELD.id) == HELD


def test_a_meeting_and_a_section_left_while_the_disk_is_full_are_kept_shown_again_and_saved_at_last(
    path, show, monkeypatch, tmp_path
):
    other = Meeting(held_on=date(2025, 9, 9), title="另一次")
    window = show(Library(path))
    window.tasks.may_lose = lambda: True
    window.library.save(other)
    window.library._db.execute("PRAGMA max_page_count = 1")
    keys(window.overview.venue, "三楼会议室" * 2000)
    window.go_to(other.id)
    window.go_roster.trigger()
    window.roster.records.add(Person(name="欧阳明月" * 2000), "添加")
    window.go_to(other.id)
    assert not window.save_all()
    target = tmp_path / "别处.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.tasks.save_elsewhere()
    rescued = bundle.read(target.read_bytes())
    assert [meeting.venue for meeting in rescued.meetings] == ["", "三楼会议室" * 2000]
    assert [person.name for person in rescued.people] == ["欧阳明月" * 2000]
    monkeypatch.setattr(window.tasks, "may_lose", lambda: False)
    assert not window.close()

    window.go_to(HELD.id)
    assert window.overview.venue.text() == "三楼会议室" * 2000
    window.editor.history.undo()
    assert window.editor.meeting == HELD
    window.editor.history.redo()
    window.go_to(other.id)
    window.library._db.execute("PRAGMA max_page_count = 100000")
    assert window.save_all()
    assert window.library.load(HELD.id).venue == "三楼会议室" * 2000
    assert [person.name for person in window.library.people()] == ["欧阳明月" * 2000]


def test_what_is_changed_among_all_actions_goes_out_with_the_open_meeting_at_once(path, show, monkeypatch):
    window = show(Library(path))
    window.editor.change(replace(HELD, actions=(Action(what="起草细则"),)), "待办")
    window.go_all_actions.trigger()
    page = window.all_actions
    page.records.setData(page.records.index(0, 0), "修改细则")
    made = []
    monkeypatch.setattr(
        publishing, "prepare", lambda _library, meeting, *_: made.append(meeting) or _refuse("到此为止。")
    )
    monkeypatch.setattr(window, "tell", lambda _words: None)
    window.exporting.export_as("docx")
    assert [one.what for one in made[0].actions] == ["修改细则"]
    window.go_to(HELD.id)
    window.editor.history.undo()
    assert window.save_all()
    assert [one.what for one in window.library.load(HELD.id).actions] == ["起草细则"]


def test_what_is_noted_beside_all_actions_is_saved_before_an_action_of_the_same_meeting(path, show, monkeypatch):
    window, saved, save = show(Library(path)), [], Library.save
    window.editor.change(replace(HELD, actions=(Action(what="起草细则"),)), "待办")
    window.go_all_actions.trigger()
    window.editor._rest_ms = 60_000  # as on a slow disk: what is noted is not saved yet
    given = window.editor.meeting.actions
    window.editor.change(replace(window.editor.meeting, actions=(*given, Action(what="联系会场"))), "速记")
    monkeypatch.setattr(Library, "save", lambda library, *what: (saved.append(what[0].actions), save(library, *what)))
    page = window.all_actions
    page.records.setData(page.records.index(0, 0), "修改细则")
    assert page.editor.save()
    assert [[one.what for one in actions] for actions in saved] == [["起草细则", "联系会场"], ["修改细则", "联系会场"]]
    assert window.editor.meeting == window.library.load(HELD.id)
    assert window.editor.all_saved
    assert verify(path) == []


def _refuse(words):
    raise RequestError(words)


def test_what_a_command_writes_is_shown_also_if_saving_fails_just_then(path, show, monkeypatch):
    window = show(Library(path, hold=True))
    window.keeping.elsewhere.stop()
    window.editor._rest_ms = 60_000
    keys(window.overview.remarks, "备注")
    with Library(path) as command:
        command.save(replace(HELD, attendees=(Attendee(name="贺兰"),)), HELD)
    with monkeypatch.context() as patch:
        patch.setattr(window.library, "save", lambda *_: (_ for _ in ()).throw(LibraryError("磁盘满了。")))
        window.keeping.elsewhere.look()
        assert window.banner.isVisible()
    window.keeping.elsewhere.look()
    assert [one.name for one in window.editor.meeting.attendees] == ["贺兰"]
    assert window.editor.meeting.remarks == "备注"
    assert window.library.load(HELD.id) == window.editor.meeting


def test_a_window_whose_library_cannot_be_read_any_more_still_closes(path, show, monkeypatch):
    library = Library(path, hold=True)
    window = show(library)
    keys(window.overview.venue, "三楼")
    assert window.editor.save()

    def gone(*_):
        raise LibraryError("所在的磁盘读写出错。")

    monkeypatch.setattr(library, "setting", gone)
    monkeypatch.setattr(library, "set_setting", gone)
    window.keeping.backups._look_first()
    assert window.close()
    assert library.path.exists()
    with Library(path) as again:
        assert again.load(HELD.id).venue == "三楼"


def test_a_damaged_meeting_does_not_keep_the_window_from_opening(path, show, monkeypatch):
    later = Meeting(date(2025, 9, 9), essays=(Essay(body=(text("正文"),)),))
    with Library(path) as library:
        library.save(later)
        library._db.execute("UPDATE essays SET body = '[{' WHERE meeting = ?", [later.id])
        library._db.conn.commit()
    window = show(Library(path, hold=True))
    assert window.editor.meeting == HELD
    told = []
    monkeypatch.setattr(window, "tell", told.append)
    window.go_to(later.id)
    assert "损坏" in told[0]
    assert window.editor.meeting == HELD


def test_what_the_user_would_rather_lose_is_not_tried_again_after_the_window_is_gone(path, show, qtbot, monkeypatch):
    monkeypatch.setattr(editor, "RETRY_AFTER_MS", 20)
    window = show(Library(path, hold=True))
    monkeypatch.setattr(window.library, "save", lambda *_: (_ for _ in ()).throw(LibraryError("磁盘满了。")))
    keys(window.overview.remarks, "备注")
    monkeypatch.setattr(QMessageBox, "warning", lambda *_: QMessageBox.StandardButton.Discard)
    assert window.close()
    monkeypatch.undo()
    qtbot.wait(80)  # an error in a slot would fail this test
    assert not window.editor.held


def test_series_that_could_not_be_saved_when_their_dialog_closed_are_saved_with_the_window(path, show, monkeypatch):
    window = show(Library(path, hold=True))

    def rename(dialog):
        dialog.add.click()
        keys(dialog.name, "新名")
        dialog.close()

    with monkeypatch.context() as patch:
        patch.setattr(window.library, "save_series", lambda *_: (_ for _ in ()).throw(LibraryError("磁盘满了。")))
        answer(SeriesDialog, rename)
        window.edit_series.trigger()
        assert not window.save_all()
    assert window.library.series() == ()
    assert window.close()
    with Library(path) as again:
        assert ["新名" in one.name for one in again.series()] == [True]


def test_what_one_page_cannot_save_is_told_of_until_it_is_saved_though_another_page_saves(path, show, monkeypatch):
    window = show(Library(path))
    window.roster.open()
    roster, people = window.roster.editor, (Person(name="贺兰"),)
    with monkeypatch.context() as patch:
        patch.setattr(window.library, "save_people", lambda *_: (_ for _ in ()).throw(LibraryError("磁盘满了。")))
        roster.change(replace(roster.meeting, people=people), "人员")
        assert not roster.save()
        keys(window.overview.venue, "三楼会议室")
        assert window.editor.save()
        assert window.banner.isVisible()
        assert window.status_line.saved_label.text() == "没有保存！"
    assert roster.save()
    assert not window.banner.isVisible()
    assert window.library.people() == people


def test_opening_a_meeting_does_not_say_saved_while_another_page_is_not(path, show):
    with Library(path) as library:
        library.save_people((Person(name="韩知远"),))
    window = show(Library(path, hold=True))
    window.go_roster.trigger()
    roster = window.roster.editor
    roster._rest_ms = 60_000  # as on a slow disk
    roster.change(replace(roster.meeting, people=(Person(name="苏棠"),)), "姓名")
    window.status_line.failed()
    window.editor.open(window.library.load(HELD.id))
    assert window.status_line.saved_label.text() == "没有保存！"
    assert window.save_all()
    assert window.status_line.saved_label.text().startswith("已保存")
