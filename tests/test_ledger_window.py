"""The office's ledger in the window: see what will come, take it, and write a meeting back into a copy."""

from datetime import date

import pytest
from office_ledger import DAYS, book, data
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox
from test_attendance_page import HAN, SU
from windows import answer, window_on

from copu_desk.errors import LibraryError
from copu_desk.gui.ledger_import import LedgerImport
from copu_desk.ledger import Blank
from copu_desk.library import Library
from copu_desk.model import Attendee, Meeting, Presence, Series
from copu_desk.progress import Cancelled


@pytest.fixture
def window(qtbot, tmp_path):
    library = Library(tmp_path / "library.copu")
    library.save_series((Series(name="远帆例会", id="s1"), Series(name="专题", id="s2")))
    library.save_people((HAN, SU))
    library.save(Meeting(DAYS[1], "s1", id="m1", attendees=(Attendee("韩知远", presence=Presence.EXCUSED),)))
    return window_on(qtbot, library, tmp_path)


def rows(dialog):
    columns = range(1, dialog.table.columnCount())
    return [[dialog.table.item(row, column).text() for column in columns] for row in range(dialog.table.rowCount())]


def bring(window, qtbot, monkeypatch, path, do):
    """Import a ledger from the menu, and return what the status bar says at the end."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    answer(LedgerImport, do)
    window.import_ledger.trigger()
    qtbot.waitUntil(lambda: "导入" in window.status_bar.currentMessage(), timeout=20_000)
    return window.status_bar.currentMessage()


def test_the_dialog_shows_what_will_come_and_only_what_is_ticked_comes(window, qtbot, monkeypatch, tmp_path):
    path = tmp_path / "台账.xlsx"
    path.write_bytes(data(book()))
    seen = []

    def look_and_take(dialog):
        seen.append(rows(dialog))
        seen.append((dialog.summary.text(), dialog.blank.currentData(), dialog.notes.toPlainText()))
        dialog.blank.setCurrentIndex(dialog.blank.findData(Blank.LEFT_OUT))
        seen.append(rows(dialog)[1])
        dialog.table.item(2, 0).setCheckState(Qt.CheckState.Unchecked)
        seen.append(dialog.buttons.buttons()[0].text() + dialog.buttons.buttons()[1].text())
        dialog.accept()

    said = bring(window, qtbot, monkeypatch, path, look_and_take)
    assert seen[0] == [
        ["2025-08-05", "3", "0", "0", "0", "0", ""],
        ["2025-08-19", "2", "0", "1", "1", "0", "已有这一天的会议，不改动它"],
        ["2025-09-02", "2", "1", "0", "0", "0", ""],
    ]
    assert seen[1][:2] == ("台账里有 3 次会议。其中 1 次资料库里已经有了。", Blank.ABSENT)
    assert "张伟" in seen[1][2]
    assert seen[2] == ["2025-08-19", "2", "0", "1", "0", "0", "已有这一天的会议，不改动它"]
    assert "导入 1 次会议" in seen[3]
    assert said == "导入了 1 次会议；撤销（Ctrl+Z）可以全部收回。"
    newest, first = window.library.entries()
    assert (newest.held_on, first.held_on) == (DAYS[1], DAYS[0])
    window.go_to(first.id)
    assert window.editor.meeting.held_on == DAYS[0]
    (file,) = window.editor.meeting.originals
    assert (file.name, window.library.original(file.digest)) == ("台账.xlsx", path.read_bytes())
    assert window.editor.meeting.series == "s1"
    assert window.editor.meeting.attendees[0].person == "p1"
    old = window.library.load("m1")
    assert old.attendees[0].presence is Presence.EXCUSED


def test_another_series_has_none_of_these_days_yet(window, qtbot, monkeypatch, tmp_path):
    path = tmp_path / "台账.xlsx"
    path.write_bytes(data(book()))

    def take_into_a_new_series(dialog):
        dialog.series.setCurrentText("新的系列")
        dialog.accept()

    assert bring(window, qtbot, monkeypatch, path, take_into_a_new_series).startswith("导入了 3 次会议")
    assert [one.name for one in window.library.series()] == ["远帆例会", "专题", "新的系列"]


def test_one_undo_takes_a_whole_ledger_back_and_redo_brings_it_again(window, qtbot, monkeypatch, tmp_path):
    path = tmp_path / "台账.xlsx"
    path.write_bytes(data(book()))
    before, series = window.library.load("m1"), window.library.series()

    def take_into_a_new_series(dialog):
        dialog.series.setCurrentText("新的系列")
        dialog.accept()

    bring(window, qtbot, monkeypatch, path, take_into_a_new_series)
    came = {entry.id for entry in window.library.entries()} - {"m1"}
    assert (len(came), window.editor.meeting.id) == (3, "m1")
    assert [window.library.versions(one)[0].reason for one in came] == ["台账.xlsx"] * 3
    window.editor.history.undo()
    assert [entry.id for entry in window.library.entries()] == ["m1"]
    assert {entry.id for entry in window.library.entries(deleted=True)} == came  # none is lost
    assert (window.library.load("m1"), window.library.series()) == (before, series)
    window.editor.history.redo()
    qtbot.waitUntil(lambda: "导入了 3 次会议" in window.status_bar.currentMessage())
    assert {entry.id for entry in window.library.entries()} == came | {"m1"}
    assert [one.name for one in window.library.series()][-1] == "新的系列"
    assert {entry.series_name for entry in window.library.entries()} == {"远帆例会", "新的系列"}


def test_a_ledger_whose_import_is_cancelled_or_fails_leaves_nothing(window, qtbot, monkeypatch, tmp_path):
    path = tmp_path / "台账.xlsx"
    path.write_bytes(data(book()))
    save, told = window.library.save, []

    def stop_at_the_second(meeting, *rest):
        if len(window.library.entries()) > 1:
            raise error
        save(meeting, *rest)

    def take_into_a_new_series(dialog):
        monkeypatch.setattr(window.library, "save", stop_at_the_second)
        dialog.series.setCurrentText("新的系列")
        dialog.accept()

    monkeypatch.setattr(window, "tell", told.append)
    error = Cancelled()
    assert bring(window, qtbot, monkeypatch, path, take_into_a_new_series) == "已取消，什么都没有导入。"
    assert ([entry.id for entry in window.library.entries()], len(window.library.series())) == (["m1"], 2)
    error = LibraryError("磁盘满了。")
    answer(LedgerImport, take_into_a_new_series)
    window.import_ledger.trigger()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told == ["磁盘满了。"]
    assert ([entry.id for entry in window.library.entries()], len(window.library.series())) == (["m1"], 2)


def test_a_year_that_nothing_tells_is_asked_for(window, qtbot, monkeypatch, tmp_path):
    path = tmp_path / "台账.xlsx"
    path.write_bytes(data(book(words=lambda day: f"{day.month}月{day.day}日")))
    monkeypatch.setattr(QInputDialog, "getInt", lambda *_: (2024, True))
    bring(window, qtbot, monkeypatch, path, lambda dialog: dialog.accept())
    assert min(entry.held_on for entry in window.library.entries()) == date(2024, 8, 5)


def test_a_file_that_is_no_ledger_changes_nothing_and_says_why(window, qtbot, monkeypatch, tmp_path):
    path = tmp_path / "别的.csv"
    path.write_text("品名,数量\n纸,3\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    told = []
    answer(QMessageBox, lambda box: (told.append(box.text()), box.accept()))
    window.import_ledger.trigger()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert "没有认出考勤台账" in told[0]
    assert len(window.library.entries()) == 1


def test_the_current_meeting_is_written_into_a_copy(window, monkeypatch, tmp_path):
    window.library.save(
        Meeting(
            date(2025, 9, 16),
            "s1",
            id="m2",
            attendees=(Attendee("韩知远", presence=Presence.ONLINE), Attendee("谁", presence=Presence.ONSITE)),
        )
    )
    window.refresh("m2")
    path, offered, told = tmp_path / "台账.xlsx", [], []
    path.write_bytes(data(book()))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(
        QFileDialog,
        "getSaveFileName",
        lambda *words: (offered.append(words[2]), (words[2].removesuffix(".xlsx"), ""))[1],
    )
    answer(
        QMessageBox,
        lambda box: (told.append(box.text()), answer(QMessageBox, lambda other: other.reject()), box.accept()),
    )
    window.add_to_ledger.trigger()
    assert offered == [str(tmp_path / "台账（加 2025-09-16）.xlsx")]
    assert "没有写进去：谁" in told[0]
    page = load_workbook(offered[0]).active
    assert [page.cell(row, 7).value for row in (4, 5)] == ["线上", None]
