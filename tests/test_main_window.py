"""The window as a secretary uses it: type, close without saving, reopen, export, read back."""

from datetime import date, time

from docx import Document as Word
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QMenuBar,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTabBar,
    QWidget,
)
from windows import answer, call, keys, new_meeting

from copu_desk import desk
from copu_desk.document import Heading, Turn, spans, text
from copu_desk.gui.attendance_dialog import AttendanceDialog
from copu_desk.gui.export_dialog import ExportDialog
from copu_desk.gui.main_window import ATTENDEES, ESSAYS, OVERVIEW
from copu_desk.gui.new_meeting import NewMeeting
from copu_desk.library import Library
from copu_desk.model import AgendaItem, Attendee, Capacity, Essay, Meeting, Person, Presence, Votes

PEOPLE = (
    Person(name="韩知远", organization="远帆协会", title="理事长"),
    Person(name="苏棠", organization="远帆协会"),
    Person(name="张伟", organization="星河软件"),
    Person(name="张伟", organization="北辰大学"),
    Person(name="欧阳明月", aliases=("Luna",)),
)


def test_a_meeting_typed_from_nothing_is_there_after_closing_without_any_save(  # noqa: PLR0915 - one whole story
    open_window, qtbot, tmp_path, monkeypatch
):
    window = open_window()
    window.library.save_people(PEOPLE)
    assert window.stack.currentWidget() is window.empty_page
    new_meeting(qtbot, window)
    assert window.tabs.currentIndex() == ATTENDEES
    assert window.attendees.call.hasFocus()

    call(qtbot, window, "韩知远")
    call(qtbot, window, "st", "+")
    call(qtbot, window, "Luna", "/")
    call(qtbot, window, "张伟 北辰", "-")
    call(qtbot, window, "贺兰")
    qtbot.keyClick(window.attendees.call, Qt.Key.Key_Return)

    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    keys(window.overview.chair, "韩知远")
    keys(window.overview.venue, "三楼会议室")
    keys(window.overview.start, "930")
    keys(window.overview.closing, "会议要求，各部门抓紧落实。")

    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    page = window.agenda
    qtbot.mouseClick(page.add_item, Qt.MouseButton.LeftButton)
    keys(page.title, "年度计划")
    keys(page.lead, "会议讨论了年度计划:")
    keys(page.discussion, "计划可行。")
    qtbot.mouseClick(page.add_decision, Qt.MouseButton.LeftButton)
    keys(page.decisions.findChild(QPlainTextEdit), "同意计划")
    qtbot.keyClick(page.decisions.findChild(QPlainTextEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.decision_records.rows[0].text == "同意计划")
    page.decision_records.setData(page.decision_records.index(0, 1), "5")
    qtbot.mouseClick(page.add_action, Qt.MouseButton.LeftButton)
    keys(page.actions_table.findChild(QPlainTextEdit), "起草细则")
    qtbot.keyClick(page.actions_table.findChild(QPlainTextEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.action_records.rows[0].what == "起草细则")
    page.action_records.setData(page.action_records.index(0, 1), "苏棠")
    page.action_records.setData(page.action_records.index(0, 2), "月底")

    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    essays = window.essays
    qtbot.mouseClick(essays.add_essay, Qt.MouseButton.LeftButton)
    keys(essays.title, "为什么要写好变更说明")
    keys(essays.author, "苏棠")
    essays.body.setFocus()
    keys(essays.body, "第一段。")
    qtbot.keyClick(essays.body, Qt.Key.Key_Return)
    keys(essays.body, "第二段𠮷。")
    typed = window.editor.meeting
    window.close()

    window = open_window()
    assert window.editor.meeting == typed
    meeting = window.editor.meeting
    assert [(one.name, one.presence, one.organization) for one in meeting.attendees] == [
        ("韩知远", Presence.ONSITE, "远帆协会"),
        ("苏棠", Presence.ONLINE, "远帆协会"),
        ("张伟", Presence.ABSENT, "北辰大学"),
        ("欧阳明月", Presence.EXCUSED, ""),
        ("贺兰", Presence.ONSITE, ""),
    ]
    assert meeting.attendees[4].capacity is Capacity.OBSERVER
    assert (meeting.chair, meeting.venue, meeting.start) == ("韩知远", "三楼会议室", time(9, 30))
    (item,) = meeting.agenda
    assert (item.title, item.lead, item.discussion) == ("年度计划", "会议讨论了年度计划:", (text("计划可行。"),))
    assert [(one.text, one.votes) for one in item.decisions] == [("同意计划", Votes(5))]
    (action,) = meeting.actions
    assert (action.what, action.owner, action.due, action.item) == ("起草细则", "苏棠", date(2025, 9, 30), item.id)
    assert meeting.essays[0].body == (text("第一段。"), text("第二段𠮷。"))

    target = tmp_path / "纪要.docx"

    def export(dialog):
        dialog.folder.setText(str(tmp_path))
        dialog.pattern.setText("纪要")
        answer(QMessageBox, lambda box: box.reject())
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    answer(ExportDialog, export)
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(target.exists)
    lines = [one.text for one in Word(str(target)).paragraphs]
    assert lines == [
        "远帆会议纪要丨2025.09.02",
        "时间:09:30\u3000地点:三楼会议室",
        "9月2日韩知远主持召开远帆例会。会议讨论了年度计划:",
        "计划可行。",
        "决议:同意计划(同意5票,反对0票,弃权0票)",
        "待办:起草细则(责任人:苏棠,9月30日前)",
        "为什么要写好变更说明",
        "苏棠",
        "第一段。",
        "第二段𠮷。",
        "会议要求，各部门抓紧落实。",
        "参会人员:韩知远、苏棠(线上)。",
        "列席人员:贺兰。",
        "请假人员:欧阳明月。",
    ]

    table = tmp_path / "考勤.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(table), ""))
    told = []
    answer(
        AttendanceDialog,
        lambda dialog: (answer(QMessageBox, lambda box: (told.append(box), box.reject())), dialog.accept()),
    )
    window.export_attendance.trigger()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert "苏棠" in {cell.value for cell in load_workbook(table)["考勤表"]["B"]}


def test_one_history_goes_back_over_every_page_and_shows_where(open_window, qtbot):
    window = open_window()
    new_meeting(qtbot, window)
    before = window.editor.meeting
    call(qtbot, window, "贺兰")
    qtbot.keyClick(window.attendees.call, Qt.Key.Key_Return)
    window.tabs.setCurrentIndex(OVERVIEW)
    keys(window.overview.venue, "三楼")
    window.tabs.setCurrentIndex(ESSAYS)
    qtbot.mouseClick(window.essays.add_essay, Qt.MouseButton.LeftButton)
    keys(window.essays.body, "正文")
    after = window.editor.meeting

    shown = []
    while window.editor.history.canUndo() and len(shown) < 9:
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        shown.append(window.tabs.currentIndex())
    assert window.editor.meeting == before
    assert shown == [ESSAYS, ESSAYS, OVERVIEW, ATTENDEES]
    assert window.overview.venue.text() == ""
    for _ in shown:
        qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert window.editor.meeting == after
    assert window.overview.venue.text() == "三楼"
    assert window.essays.body.toPlainText() == "正文"


def test_typing_on_in_one_field_is_one_step(open_window, qtbot):
    window = open_window()
    new_meeting(qtbot, window)
    window.tabs.setCurrentIndex(OVERVIEW)
    for words in ("三", "楼", "会议室"):
        keys(window.overview.venue, words)
    window.editor.history.undo()
    assert window.editor.meeting.venue == ""
    assert not window.editor.history.canUndo()


def test_what_is_said_to_be_saved_is_on_disk(open_window, qtbot, tmp_path):
    window = open_window()
    new_meeting(qtbot, window)
    window.tabs.setCurrentIndex(OVERVIEW)
    with qtbot.waitSignal(window.editor.saved, timeout=2000):
        keys(window.overview.venue, "三楼")
    assert window.status_line.saved_label.text().startswith("已保存 ")
    with Library(tmp_path / "library.copu") as other:
        assert other.load(window.editor.meeting.id).venue == "三楼"


def test_a_library_that_cannot_be_written_keeps_the_text_says_so_and_recovers(
    open_window, qtbot, tmp_path, monkeypatch
):
    window = open_window()
    new_meeting(qtbot, window)
    window.tabs.setCurrentIndex(OVERVIEW)
    limit = window.library._db.execute("PRAGMA page_count").fetchone()[0]
    window.library._db.execute(f"PRAGMA max_page_count = {limit}")
    keys(window.overview.remarks, "很长的备注" * 20_000)
    assert not window.editor.save()
    assert window.banner.isVisible()
    assert "满了" in window.banner_words.text()
    assert window.status_line.saved_label.text() == "没有保存！"
    assert window.editor.meeting.remarks.startswith("很长的备注")

    rescued = tmp_path / "rescued.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(rescued), ""))
    qtbot.mouseClick(window.save_elsewhere, Qt.MouseButton.LeftButton)
    with Library(tmp_path / "other.copu") as other:
        desk.import_minutes(other, rescued)
        assert other.load(window.editor.meeting.id).remarks == window.editor.meeting.remarks

    asked = []
    monkeypatch.setattr(
        QMessageBox, "warning", lambda *words: asked.append(words[2]) or QMessageBox.StandardButton.Cancel
    )
    window.close()
    assert window.isVisible()
    assert "还没有保存" in asked[0]

    window.library._db.execute("PRAGMA max_page_count = 1000000")
    assert window.editor.save()
    assert not window.banner.isVisible()
    assert window.library.load(window.editor.meeting.id) == window.editor.meeting


def test_composing_pinyin_neither_loses_nor_doubles_text(open_window, qtbot):
    window = open_window()
    new_meeting(qtbot, window)
    window.tabs.setCurrentIndex(OVERVIEW)
    for widget, value in (
        (window.overview.venue, lambda: window.editor.meeting.venue),
        (window.overview.remarks, lambda: window.editor.meeting.remarks),
        (window.overview.closing, lambda: "\n".join(block.spans[0].text for block in window.editor.meeting.closing)),
    ):
        widget.setFocus()
        for preedit in ("h", "hui", "hui'yi"):
            QApplication.sendEvent(widget, QInputMethodEvent(preedit, []))
            assert value() == ""
        keys(widget, "会议")
        QApplication.sendEvent(widget, QInputMethodEvent("shi", []))
        assert value() == "会议"
        keys(widget, "室")
        assert value() == "会议室"


def test_editing_an_essay_as_text_keeps_its_structure(open_window):
    window = open_window()
    body = (Heading(spans("一、背景"), 2), text("原文。"), Turn("甲", spans("你好"), " : "))
    window.library.save(Meeting(held_on=date(2025, 9, 2), essays=(Essay(title="附文", body=body),)))
    window.refresh(window.library.entries()[0].id)
    window.tabs.setCurrentIndex(ESSAYS)
    editor = window.essays.body
    first = window.editor.meeting.essays[0].body[0]
    assert window.editor.meeting.essays[0].body == body
    cursor = editor.textCursor()
    cursor.setPosition(len("一、背景\n原文"))
    editor.setTextCursor(cursor)
    keys(editor, "改过")
    now = window.editor.meeting.essays[0].body
    assert now == (body[0], text("原文改过。"), body[2])
    assert now[0] is first
    assert editor.textCursor().position() == len("一、背景\n原文改过")


def test_every_widget_that_takes_the_focus_has_a_name(open_window, qtbot):
    window = open_window()
    new_meeting(qtbot, window)
    meeting = window.editor.meeting
    dialogs = [
        NewMeeting(window.library),
        AttendanceDialog(window.library, ""),
        ExportDialog(window.library, meeting),
    ]
    for one in dialogs:
        qtbot.addWidget(one)
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for top in (window, *dialogs)
        for widget in top.findChildren(QWidget)
        if widget.window() is top  # not the lists that drop down
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not widget.objectName().startswith(("qt_", "_q_", "spinBox"))
        and not isinstance(widget, QTabBar | QScrollArea | QMenuBar)
        and not (isinstance(widget, QPushButton) and widget.text())
    ]
    assert nameless == []


def test_records_models_keep_to_qts_rules(open_window, qtmodeltester):
    window = open_window()
    window.library.save(
        Meeting(
            held_on=date(2025, 9, 2),
            attendees=(Attendee(name="韩知远"), Attendee(name="苏棠")),
            agenda=(AgendaItem(title="一"), AgendaItem(title="二")),
            essays=(Essay(title="附文"),),
        )
    )
    window.refresh(window.library.entries()[0].id)
    for model in (window.attendees.records, window.agenda.records, window.essays.records):
        qtmodeltester.check(model)
        model.move(0, len(model.rows) - 1, "移动")
        model.remove({0}, "删除")
        qtmodeltester.check(model)
    qtmodeltester.check(window.agenda.decision_records)
    qtmodeltester.check(window.agenda.action_records)
