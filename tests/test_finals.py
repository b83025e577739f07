"""定稿, versions and corrections in the window: locked until there is a reason, compared, gone back to."""

from datetime import date

import pytest
from docx import Document as Word
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFileDialog, QInputDialog, QMessageBox, QWidget
from sent_minutes import edit, insert_after
from windows import answer, keys, window_on

from copu_desk.corrections import Correction
from copu_desk.desk import finality, publishing
from copu_desk.document import plain, text
from copu_desk.gui import marked
from copu_desk.gui.app import make_application
from copu_desk.gui.corrections_dialog import CorrectionsDialog
from copu_desk.gui.main_window import AGENDA, ATTENDEES, OVERVIEW
from copu_desk.gui.versions_dialog import VersionsDialog
from copu_desk.library import Library, VersionKind
from copu_desk.model import AgendaItem, Attendee, Decision, Meeting, OriginalKind, Presence, Series, Status

SERIES = Series(name="远帆例会", id="s1")
MEETING = Meeting(
    held_on=date(2025, 9, 2),
    series="s1",
    number=3,
    venue="三楼",
    chair="韩知远",
    attendees=(Attendee("韩知远", presence=Presence.ONSITE, id="p1"),),
    agenda=(
        AgendaItem("年度计划", discussion=(text("计划可行。"),), decisions=(Decision("同意。", id="d1"),), id="i1"),
    ),
    id="m1",
)


@pytest.fixture
def window(qtbot, tmp_path):
    library = Library(tmp_path / "library.copu")
    library.save_series((SERIES,))
    library.save(MEETING)
    library.save(Meeting(date(2025, 8, 19), "s1", 2, id="m0"))
    library.set_setting("last_meeting", "m1")
    return window_on(qtbot, library, tmp_path)


def press(words):
    """Press a button of the next message box."""
    answer(QMessageBox, lambda box: next(one for one in box.buttons() if one.text() == words).click())


def choose_status(window, status):
    window.status.setCurrentIndex(window.status.findData(status))
    window.status.activated.emit(window.status.currentIndex())


def make_final(window):
    press("定稿")
    choose_status(window, Status.FINAL)
    assert window.editor.meeting.status is Status.FINAL


def give_reason(monkeypatch, words, yes=True):
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_more: (words, yes))


def test_final_minutes_are_locked_everywhere_until_there_is_a_reason(window, qtbot, monkeypatch):
    keys(window.overview.venue, "五楼")
    make_final(window)
    final = window.editor.meeting
    assert window.bands.words()[0].startswith("已定稿：第 1 稿，")
    assert not window.editor.history.canUndo()
    window.tabs.setCurrentIndex(OVERVIEW)
    keys(window.overview.venue, "六楼")
    assert window.overview.venue.isReadOnly()
    assert not window.overview.series.isEnabled()
    window.tabs.setCurrentIndex(ATTENDEES)
    assert window.attendees.call.isReadOnly()
    assert window.attendees.table.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers
    window.attendees.records.change(0, "presence", Presence.EXCUSED, "请假")
    assert window.status_bar.currentMessage().startswith("已定稿，没有改动。")
    qtbot.keyClick(window.attendees.table, Qt.Key.Key_3)
    window.tabs.setCurrentIndex(AGENDA)
    keys(window.agenda.discussion, "加一句")
    qtbot.mouseClick(window.agenda.add_item, Qt.MouseButton.LeftButton)
    window.meeting_title.setFocus()
    qtbot.keyClicks(window.meeting_title, "x")
    assert window.editor.meeting == final
    assert window.library.load("m1") == final
    assert window.agenda.discussion.toPlainText() == "计划可行。"

    give_reason(monkeypatch, "", yes=False)
    choose_status(window, Status.DRAFT)
    assert window.editor.meeting == final
    assert window.status.currentData() == Status.FINAL
    give_reason(monkeypatch, " ")
    answer(QMessageBox, lambda box: (said.append(box.text()), box.reject()))
    said = []
    choose_status(window, Status.DRAFT)
    assert said == ["要修改定稿，请先写明原因。"]
    assert window.status.currentData() == Status.FINAL

    give_reason(monkeypatch, "领导改了措辞")
    window.finals.reopen()
    assert window.editor.meeting.status is Status.DRAFT
    assert window.bands.words() == []
    assert [(one.kind, one.reason) for one in window.library.versions("m1")][:2] == [
        (VersionKind.EDIT, "重新修改：领导改了措辞"),
        (VersionKind.FINAL, ""),
    ]
    assert window.overview.series.isEnabled()
    assert window.attendees.table.editTriggers() != QAbstractItemView.EditTrigger.NoEditTriggers
    window.tabs.setCurrentIndex(OVERVIEW)
    keys(window.overview.venue, "会议室")
    assert window.editor.meeting.venue.endswith("会议室")
    make_final(window)
    assert window.bands.words()[0].startswith("已定稿：第 2 稿，")


def test_another_meeting_is_open_while_one_is_final_and_the_lock_comes_back(window):
    make_final(window)
    window.go_to("m0")
    assert window.bands.words() == []
    keys(window.overview.venue, "线上")
    assert window.editor.meeting.venue == "线上"
    window.go_to("m1")
    assert window.overview.venue.isReadOnly()
    assert window.bands.words()
    assert window.status.currentData() == Status.FINAL
    band = window.bands._shown["final"]
    window.go_roster.trigger()
    assert band.isHidden()  # the roster is not locked
    window.go_to(window.editor.meeting.id)
    assert not window.bands._shown["final"].isHidden()


def test_what_the_check_finds_is_told_before(window):
    said = []

    def look(box):
        said.append(box.informativeText())
        next(one for one in box.buttons() if one.text() == "先检查").click()

    window.editor.change(Meeting(date(2025, 9, 2), "s1", 3, id="m1"), "清空")
    answer(QMessageBox, look)
    window.finals.actions[0].trigger()
    assert "检查发现" in said[0]
    assert window.findings_dock.isVisible()
    assert window.editor.meeting.status is Status.DRAFT


def test_versions_are_compared_side_by_side_and_gone_back_to(window):
    library = window.library
    library.keep_version(MEETING, VersionKind.EDIT, "第一稿")
    item = MEETING.agenda[0]
    later = Meeting(
        held_on=MEETING.held_on, series="s1", number=3, venue="三楼", chair="韩知远", attendees=MEETING.attendees,
        agenda=(AgendaItem(item.title, discussion=(text("计划基本可行。"), text("另加一段。")), id="i1"),), id="m1",
    )  # fmt: skip
    window.editor.change(later, "改")
    window.editor.save()
    seen = []

    def look(dialog):
        row = next(row for row in range(dialog.table.rowCount()) if dialog.table.item(row, 2).text() == "第一稿")
        dialog.table.setCurrentCell(row, 0)
        seen.append((dialog.said.text(), dialog.comparison.toPlainText(), dialog.comparison.toHtml()))
        dialog.only_changes.setChecked(False)
        seen.append(dialog.comparison.toPlainText())
        dialog.with_version.setCurrentIndex(dialog.with_version.findData(library.versions("m1")[-1].id))
        seen.append(dialog.said.text())
        press("恢复")
        dialog.restore.click()

    answer(VersionsDialog, look)
    window.finals.show_versions()
    said, shown, html = seen[0]
    assert said == "2 段不同。"
    assert "计划可行。" in shown
    assert "计划基本可行。" in shown
    assert "韩知远主持召开" not in shown
    assert "underline" in html
    assert "line-through" in html
    assert "韩知远主持召开" in seen[1]
    assert seen[2] == "两个版本印出来是一样的。"
    assert window.editor.meeting == MEETING
    assert library.load("m1") == MEETING
    kept = next(one for one in library.versions("m1") if one.kind is VersionKind.RESTORE)
    assert library.version(kept.id) == later
    window.editor.history.undo()
    assert window.editor.meeting == later


def test_a_version_of_final_minutes_comes_back_only_with_a_reason(window, monkeypatch):
    version = window.library.keep_version(MEETING, VersionKind.EDIT, "")
    make_final(window)
    give_reason(monkeypatch, "", yes=False)
    window.finals._restore(version)
    assert window.editor.meeting.status is Status.FINAL
    give_reason(monkeypatch, "退回")
    window.finals._restore(version)
    assert window.editor.meeting == MEETING


def test_differences_are_marked_for_the_eye():
    make_application([])
    assert marked.old_and_new("甲<乙", "甲<丙").count("<s ") == 1
    assert "&lt;" in marked.old_side("甲<乙", "甲<丙")
    assert "<u " not in marked.old_side("甲乙", "甲丙")
    assert "<s " not in marked.new_side("甲乙", "甲丙")


@pytest.fixture
def returned(window, tmp_path):
    """The exported minutes as leadership gave them back."""
    chosen = publishing.Choices(folder=str(tmp_path))
    (path,) = publishing.publish(publishing.prepare(window.library, window.editor.meeting, chosen))
    edit(path, "计划可行", "计划总体可行")
    edit(path, "同意。", "原则同意。")
    insert_after(path, "计划总体可行", "经费另议。")
    word = Word(str(path))
    word.sections[0].header.paragraphs[0].text = "送审稿"
    word.save(str(path))
    return path


def bring_back(window, qtbot, monkeypatch, path, act):
    """Choose a file that came back, act on the dialog, and wait until it is done."""
    seen = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))

    def acting(dialog):
        try:
            act(dialog)
        finally:
            dialog.close()  # or it would stay open for ever
            seen.append(True)

    answer(CorrectionsDialog, acting)
    window.finals.actions[2].trigger()
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)


def test_corrections_are_decided_with_the_keyboard_and_come_in_as_one_step(window, qtbot, monkeypatch, returned):
    shown = []

    def decide(dialog):
        table = dialog.table
        shown.extend(tuple(table.item(row, column).text() for column in range(3)) for row in range(table.rowCount()))
        qtbot.keyClick(table, Qt.Key.Key_Return)  # accept, and on to the next
        assert table.currentRow() == 1
        assert "line-through" not in dialog.detail.toHtml()
        qtbot.keyClick(table, Qt.Key.Key_A)
        qtbot.keyClick(table, Qt.Key.Key_R)
        assert [table.item(row, 0).text() for row in range(3)] == ["✓ 接受", "✓ 接受", "✗ 不接受"]
        assert "接受 2 处，不接受 1 处，待定 0 处" in dialog.said.text()
        dialog.accept()

    bring_back(window, qtbot, monkeypatch, returned, decide)
    assert [one[:2] for one in shown] == [
        ("待定", "议程“年度计划” › 讨论"),
        ("待定", "议程“年度计划” › 讨论"),
        ("待定", "议程“年度计划” › 决议"),
        ("放不进去", "（没有位置）"),
    ]
    assert shown[1][2] == "新增：经费另议。"
    meeting = window.editor.meeting
    assert [plain(block) for block in meeting.agenda[0].discussion] == ["计划总体可行。", "经费另议。"]
    assert meeting.agenda[0].decisions[0].text == "同意。"
    assert meeting.scratch.endswith("送审稿")
    (file,) = meeting.originals
    assert (file.kind, window.library.original(file.digest)) == (OriginalKind.RETURNED, returned.read_bytes())
    assert window.library.load("m1") == meeting
    assert window.tabs.currentIndex() == AGENDA
    window.editor.history.undo()
    assert window.editor.meeting == MEETING

    bring_back(window, qtbot, monkeypatch, returned, lambda dialog: (dialog.accept_all.click(), dialog.accept()))
    assert window.editor.meeting.agenda[0].decisions[0].text == "原则同意。"


def test_a_file_of_another_meeting_opens_that_one_and_cancelling_changes_nothing(window, qtbot, monkeypatch, returned):
    window.go_to("m0")
    bring_back(window, qtbot, monkeypatch, returned, lambda dialog: (dialog.accept_all.click(), dialog.reject()))
    assert window.editor.meeting == MEETING
    assert not window.editor.history.canUndo()


def test_a_file_that_is_imported_or_dropped_is_known_as_one_that_went_out(window, qtbot, returned, tmp_path):
    seen = []
    press("带回修改")
    answer(CorrectionsDialog, lambda dialog: (dialog.accept_all.click(), dialog.accept(), seen.append(True)))
    window.past.bring([returned])
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert plain(window.editor.meeting.agenda[0].discussion[0]) == "计划总体可行。"
    press("取消")
    window.past.bring([returned])
    assert not window.finals.bring_back.takes([returned, returned])
    other = tmp_path / "other.docx"
    Word().save(str(other))
    assert not window.finals.bring_back.takes([other])
    assert len(window.library.entries()) == 2


def test_corrections_of_final_minutes_ask_for_a_reason(window, qtbot, monkeypatch, returned):
    make_final(window)
    give_reason(monkeypatch, "领导修改")
    bring_back(window, qtbot, monkeypatch, returned, lambda dialog: (dialog.accept_all.click(), dialog.accept()))
    assert window.editor.meeting.status is Status.DRAFT
    assert plain(window.editor.meeting.agenda[0].discussion[0]) == "计划总体可行。"
    assert window.library.versions("m1")[0].reason == "重新修改：领导修改"


def test_corrections_of_a_meeting_that_is_deleted_elsewhere_go_into_no_other(window, qtbot, monkeypatch, returned):
    other, told = window.library.load("m0"), []
    monkeypatch.setattr(window, "tell", told.append)

    def delete_elsewhere(dialog):
        dialog.accept_all.click()
        with Library(window.library.path) as command:
            command.delete("m1")
        window.keeping.elsewhere.look()
        dialog.accept()

    bring_back(window, qtbot, monkeypatch, returned, delete_elsewhere)
    assert "被另一个程序移到了回收站" in told[0]
    assert "没有放回" in told[1]
    assert returned.name in told[1]
    assert (window.editor.meeting, window.library.load("m0")) == (other, other)
    assert window.library.load("m1") == MEETING


def test_corrections_of_a_meeting_that_is_deleted_while_they_are_compared_are_refused(
    window, qtbot, monkeypatch, returned
):
    told, offer = [], window.finals.bring_back._offer
    monkeypatch.setattr(window, "tell", told.append)

    def delete_first(*arguments):
        with Library(window.library.path) as command:
            command.delete("m1")
        window.keeping.elsewhere.look()
        offer(*arguments)

    monkeypatch.setattr(window.finals.bring_back, "_offer", delete_first)
    window.finals.bring_back.read(returned)
    qtbot.waitUntil(lambda: len(told) == 2, timeout=20_000)
    assert "没有放回" in told[1]
    assert window.editor.meeting.id == "m0"
    assert [entry.id for entry in window.library.entries(deleted=True)] == ["m1"]


def test_a_file_without_corrections_says_so(window, qtbot, tmp_path):
    chosen = publishing.Choices(folder=str(tmp_path))
    (path,) = publishing.publish(publishing.prepare(window.library, window.editor.meeting, chosen))
    said = []
    answer(QMessageBox, lambda box: (said.append(box.text()), box.accept()))
    window.finals.bring_back.read(path)
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert "没有要带回的修改" in said[0]


def test_a_file_that_is_no_word_file_is_told_in_words(window, qtbot, tmp_path):
    bad = tmp_path / "a.docx"
    bad.write_bytes(b"text")
    said = []
    answer(QMessageBox, lambda box: (said.append(box.text()), box.accept()))
    window.finals.bring_back.read(bad)
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert "a.docx" in said[0]


def test_comparing_two_states_shows_each_paragraph_once(window):
    rows = finality.compare(window.library, MEETING, MEETING)
    assert all(row.old == row.new for row in rows)
    assert any("计划可行" in row.old for row in rows)


def test_every_widget_of_the_dialogs_that_takes_the_focus_has_a_name(window, qtbot):
    correction = Correction("甲", "乙", (), ("venue",))
    dialogs = (VersionsDialog(window.library, MEETING), CorrectionsDialog(MEETING, [correction], ""))
    for dialog in dialogs:
        qtbot.addWidget(dialog)
    nameless = [
        widget.objectName()
        for dialog in dialogs
        for widget in dialog.findChildren(QWidget)
        if widget.window() is dialog
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not widget.objectName().startswith("qt_")
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert nameless == []
