"""The originals in the window: seen, opened as a copy, saved elsewhere, removed and brought back, by keys as well."""

import os
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from windows import answer, window_on
from word_xml import paragraph, word

from copu_desk import desk
from copu_desk.desk import originals, publishing
from copu_desk.gui.copies import Copies
from copu_desk.gui.export_dialog import ExportDialog
from copu_desk.gui.main_window import OVERVIEW
from copu_desk.gui.past_import import PastImport
from copu_desk.gui.trash_dialog import TrashDialog
from copu_desk.library import Library, TrashKind
from copu_desk.model import Meeting, Original, OriginalKind, Status

MINUTES = word(*map(paragraph, ("远帆例会纪要 2025.9.2", "参会人员：韩知远", "一切正常。")))
FILES = {"名单.csv": b"a,b", "网页.html": b"<script>alert(1)</script>", "../../恶意.exe": b"MZ", "文章.md": b"# a"}
CONTROL = Qt.KeyboardModifier.ControlModifier


def original(library, name, data):
    moment = datetime(2025, 9, 2, 4, tzinfo=UTC)
    return Original(name, OriginalKind.ESSAY, library.hold_original(data), len(data), moment)


@pytest.fixture
def open_window(qtbot, tmp_path):
    def open_it(**more):
        library = Library(tmp_path / "library.copu", **more)
        return window_on(qtbot, library, tmp_path)

    return open_it


@pytest.fixture
def window(open_window, tmp_path):
    """A window on a meeting that came from FILES."""
    with Library(tmp_path / "library.copu") as library:
        library.save_series((desk.series_named(library, "远帆例会"),))
        made = tuple(original(library, name, data) for name, data in FILES.items())
        library.save(Meeting(date(2025, 9, 2), title="九月例会", originals=made, id="m1"))
    made = open_window()
    made.tabs.setCurrentIndex(OVERVIEW)
    return made


@pytest.fixture
def opened(monkeypatch):
    """Whatever would be handed to a program."""
    found = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: found.append(Path(url.toLocalFile())) or True)
    return found


def press(qtbot, widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(widget, key, modifier)
    QApplication.processEvents()


def names(window):
    rows = window.overview.originals.records
    return [rows.index(row, 0).data() for row in range(rows.rowCount())]


def test_an_imported_file_is_listed_opened_and_there_after_the_next_start(open_window, qtbot, opened, tmp_path):
    window = open_window()
    path = tmp_path / "九月.docx"
    path.write_bytes(MINUTES)
    answer(PastImport, lambda dialog: dialog.accept())
    window.past.bring([path])
    qtbot.waitUntil(lambda: window.editor.active)
    listed = window.overview.originals
    cells = [listed.records.index(0, column).data() for column in range(4)]
    assert cells[:3] == ["九月.docx", "纪要", f"{len(MINUTES) / 1000:.1f} kB"]
    assert cells[3].startswith(f"{date.today():%Y-%m}")
    path.unlink()
    window.close()
    again = open_window()
    again.tabs.setCurrentIndex(OVERVIEW)
    listed = again.overview.originals
    assert listed.nothing.isHidden()
    listed.table.setFocus()
    press(qtbot, listed.table, Qt.Key.Key_Return)
    (copy,) = opened
    assert (copy.name, copy.read_bytes()) == ("九月.docx", MINUTES)
    if os.name != "nt":
        assert copy.stat().st_mode & 0o777 == 0o400
        assert copy.parent.parent.stat().st_mode & 0o077 == 0
    press(qtbot, listed.table, Qt.Key.Key_Return)
    assert opened == [copy, copy]
    assert again.library.original(listed.chosen()[0].digest) == MINUTES


def test_what_could_run_is_not_handed_to_any_program(window, opened):
    listed, said = window.overview.originals, []
    for row in range(len(FILES)):
        listed.table.selectRow(row)
        if row in (1, 2):
            answer(QMessageBox, lambda box: (said.append(box.text()), box.accept()))
        listed.open_chosen()
    assert [copy.name for copy in opened] == ["名单.csv", "文章.md"]
    assert [words.split("”")[0] for words in said] == ["“网页.html", "“../../恶意.exe"]


def test_originals_are_saved_byte_for_byte_under_names_that_do_no_harm(window, monkeypatch, tmp_path):
    listed, asked = window.overview.originals, []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *args: (asked.append(args[2]), (str(tmp_path / "出.md"), ""))[1]
    )
    listed.table.selectRow(3)
    listed.save_chosen()
    assert (tmp_path / "出.md").read_bytes() == FILES["文章.md"]
    assert Path(asked[0]).name == "文章.md"
    folder = tmp_path / "都在这里"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(folder))
    listed.table.selectAll()
    listed.save_chosen()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        "名单.csv": FILES["名单.csv"],
        "网页.html": FILES["网页.html"],
        ".._.._恶意.exe.bin".lstrip("."): FILES["../../恶意.exe"],
        "文章.md": FILES["文章.md"],
    }


def test_what_is_removed_comes_back_by_undoing_or_out_of_the_trash(window, qtbot):
    listed, before = window.overview.originals, window.editor.meeting
    listed.table.setFocus()
    listed.table.selectRow(1)
    press(qtbot, listed.table, Qt.Key.Key_Delete)
    assert names(window) == ["名单.csv", "../../恶意.exe", "文章.md"]
    assert window.turning.undo.text() == "撤销 移除原件"
    window.editor.save()
    assert [one.kind for one in window.library.trash()] == [TrashKind.ORIGINAL]
    window.turning.undo.trigger()
    assert window.editor.meeting == before
    window.editor.save()
    assert window.library.trash() == []
    window.turning.redo.trigger()

    def back(dialog):
        assert dialog.table.item(0, 0).text() == "原件"
        assert dialog.preview.toPlainText().startswith("网页.html\n附文")
        dialog.put_back.click()
        dialog.close()

    answer(TrashDialog, back)
    window.trash.trigger()
    assert names(window) == list(FILES)
    assert window.library.load("m1") == before
    assert window.focusWidget() is listed.table
    assert [one.name for one in listed.chosen()] == ["网页.html"]
    assert window.library.original(before.originals[1].digest) == FILES["网页.html"]


def test_a_file_that_is_searched_for_is_shown_in_the_list(window):
    (hit,) = window.library.search("文章.md")
    window.go_attendees.trigger()
    window.go_to("m1", hit.place)
    assert window.tabs.currentIndex() == OVERVIEW
    assert [one.name for one in window.overview.originals.chosen()] == ["文章.md"]
    assert window.focusWidget() is window.overview.originals.table


def test_all_gone_there_is_a_word_in_the_place_of_the_table(window):
    listed = window.overview.originals
    listed.table.selectAll()
    listed.remove.click()
    assert names(window) == []
    assert listed.table.isHidden()
    assert not listed.nothing.isHidden()
    assert listed.open_original.isHidden()
    window.turning.undo.trigger()
    assert not listed.table.isHidden()


def test_originals_of_final_minutes_and_of_a_window_that_only_looks_are_read_but_not_removed(
    window, open_window, qtbot, opened
):
    answer(QMessageBox, lambda box: next(b for b in box.buttons() if b.text() == "定稿").click())
    window.finals.make_final()
    assert window.editor.meeting.status is Status.FINAL
    for one in (window, open_window(read_only=True, why="另一个窗口在用")):
        listed = one.overview.originals
        listed.table.selectRow(0)
        assert (listed.open_original.isEnabled(), listed.save_original.isEnabled()) == (True, True)
        assert not listed.remove.isEnabled()
        press(qtbot, listed.table, Qt.Key.Key_Delete)
        listed.open_original.click()
        assert names(one) == list(FILES)
    assert len(opened) == 2
    assert not one.keep_originals.isEnabled()


def test_bytes_that_are_gone_for_good_are_told_of(window, monkeypatch):
    listed, said = window.overview.originals, []
    listed.table.selectRow(0)
    listed.remove_chosen()
    window.editor.save()
    window.library.purge(window.library.trash()[0])
    window.turning.undo.trigger()
    window.editor.save()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: pytest.fail("nothing can be saved"))
    for do in (listed.open_chosen, listed.save_chosen):
        listed.table.selectRow(0)
        answer(QMessageBox, lambda box: (said.append(box.text()), box.accept()))
        do()
    assert len(said) == 2
    assert all("彻底删除" in words for words in said)


def test_whether_files_are_kept_is_chosen_in_the_menu(window, open_window):
    assert window.keep_originals.isChecked()
    window.keep_originals.trigger()
    assert not originals.keeps(window.library)
    assert "不留原件" in window.status_bar.currentMessage()
    window.close()
    again = open_window()
    assert not again.keep_originals.isChecked()
    originals.choose_keeping(again.library, keep=True)  # by another program
    again.menu_file.aboutToShow.emit()
    assert again.keep_originals.isChecked()


def test_internal_data_goes_into_a_folder_when_that_is_ticked_and_that_is_remembered(window, tmp_path, qtbot):
    meeting = window.editor.meeting
    report = replace(meeting.originals[0], kind=OriginalKind.REPORT)
    window.editor.change(replace(meeting, originals=(report, *meeting.originals[1:])), "")

    def choose(*, tick):
        def act(dialog):
            dialog.kind_boxes["docx"].setChecked(False)
            dialog.kind_boxes["folder"].setChecked(False)
            assert not dialog.internal.isEnabled()
            dialog.kind_boxes["folder"].setChecked(True)
            assert dialog.internal.isEnabled()
            dialog.internal.setChecked(tick)
            dialog.folder.setText(str(tmp_path / str(tick)))
            dialog.accept()

        return act

    for tick in (False, True):
        answer(ExportDialog, choose(tick=tick))
        told = []
        window.export_minutes.trigger()
        answer(QMessageBox, lambda box, told=told: (told.append(box.text()), box.reject()))
        qtbot.waitUntil(lambda told=told: bool(told), timeout=20_000)
        (folder,) = (tmp_path / str(tick)).iterdir()
        assert (folder / "原件" / "名单.csv").exists() is tick
        assert (folder / "原件" / "文章.md").read_bytes() == FILES["文章.md"]
    assert publishing.choices(window.library, meeting.series).internal


def test_the_copies_go_with_the_window():
    copies = Copies()
    made = copies.of(Original("a.txt", digest="d"), b"a")
    assert made.read_bytes() == b"a"
    folder = made.parent.parent
    del copies
    assert not folder.exists()
