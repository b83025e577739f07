"""The dialog 导入会议平台名单 as a secretary uses it: keys decide, one step takes all back, much is remembered."""

from dataclasses import replace
from datetime import date, time

import pytest
import report_files as files
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QMessageBox
from windows import answer, window_on

from copu_desk.gui.columns_dialog import ColumnsDialog
from copu_desk.gui.connection_list import ConnectionList
from copu_desk.gui.main_window import ATTENDEES
from copu_desk.gui.movable import choose_row
from copu_desk.gui.report_dialog import ReportDialog
from copu_desk.library import Library
from copu_desk.model import Attendee, Capacity, Meeting, Membership, OriginalKind, Person, Presence, Series, Status

DAY = date(2024, 12, 24)
SERIES = Series(name="远帆例会", id="s1")
MEMBER = (Membership(SERIES.id),)
SU = Person(name="苏棠", organization="远帆协会", memberships=MEMBER)
LUO = Person(name="罗思琪", organization="星河软件", memberships=MEMBER)
LUO_TOO = Person(name="罗思琪", organization="北辰大学")
HAN = Person(name="韩知远", organization="远帆协会", memberships=MEMBER)
LIN = Person(name="林未", organization="北辰大学", memberships=MEMBER)
PEOPLE = (HAN, SU, LUO, LUO_TOO, LIN)
MEETING = Meeting(
    DAY,
    SERIES.id,
    start=time(9),
    end=time(11),
    attendees=tuple(
        Attendee(name=one.name, organization=one.organization, person=one.id) for one in (HAN, SU, LUO, LIN)
    ),
)


@pytest.fixture
def library(tmp_path):
    path = tmp_path / "library.copu"
    with Library(path) as made:
        made.save_people(PEOPLE)
        made.save_series((SERIES,))
        made.save(MEETING)
    return path


@pytest.fixture
def window(qtbot, library, tmp_path):
    made = window_on(qtbot, Library(library), tmp_path)
    made.tabs.setCurrentIndex(ATTENDEES)
    yield made
    made.close()
    made.library.close()


@pytest.fixture
def tencent(tmp_path):
    path = tmp_path / "腾讯会议.xlsx"
    path.write_bytes(files.TENCENT)
    return path


@pytest.fixture
def bring(qtbot, window, monkeypatch):
    """Choose a file with the button of the page, and act on the dialog that comes."""

    def bring_it(path, do, kind=ReportDialog):
        shown = []

        def act(dialog):
            shown.append(dialog)
            dialog.activateWindow()
            qtbot.waitUntil(dialog.isActiveWindow)
            if isinstance(dialog, ReportDialog):
                dialog.lines.setFocus()
            do(dialog)

        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
        answer(kind, act)
        qtbot.mouseClick(window.attendees.from_platform, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: bool(shown) and not shown[-1].isVisible())

    return bring_it


def presence(window):
    return {(one.name, one.organization): one.presence for one in window.editor.meeting.attendees}


def texts(tree):
    """Return the lists by their headings: the rows of each as words."""
    found = {}
    for place in range(tree.topLevelItemCount()):
        group = tree.topLevelItem(place)
        if not group.isHidden():
            rows = [group.child(row) for row in range(group.childCount())]
            found[group.text(0)] = [[row.text(column) for column in range(5)] for row in rows]
    return found


def test_a_report_is_decided_with_keys_and_taken_back_in_one_step(qtbot, window, tencent, bring):
    def decide(dialog):
        shown = texts(dialog.lines)
        assert list(shown) == ["待定 1，还有 1 个没有决定", "新名字 2，还有 2 个没有决定", "应到而未到 2", "对上 2"]
        assert shown["对上 2"][0] == ["苏棠(苏棠)", "✓ 苏棠（远帆协会）", "写法不同", "2 小时 0 分", "未到 → 线上"]
        assert "小罗(罗思琪)" in dialog.asked.text()
        assert [dialog.candidates.item(row).text() for row in range(2)] == [
            "1  罗思琪（星河软件）",
            "2  罗思琪（北辰大学）",
        ]
        assert dialog.connections.topLevelItemCount() == 2
        qtbot.keyClick(dialog.lines, Qt.Key.Key_1)  # 罗思琪
        assert "贺兰" in dialog.asked.text()
        qtbot.keyClick(dialog.lines, Qt.Key.Key_R)  # 贺兰 joins the roster
        assert "iPad" in dialog.asked.text()
        qtbot.keyClick(dialog.lines, Qt.Key.Key_X)  # nobody
        assert "林未" in dialog.asked.text()
        qtbot.keyClick(dialog.lines, Qt.Key.Key_3)  # 请假
        assert texts(dialog.lines)["应到而未到 1"] == [["林未", "北辰大学", "", "", "△ 请假"]]
        assert dialog.summary.text() == "导入后：现场 0，线上 4，应到而未到 1。"
        qtbot.mouseClick(dialog.buttons.button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton)

    bring(tencent, decide)
    assert presence(window) == {
        ("韩知远", "远帆协会"): Presence.ONLINE,
        ("苏棠", "远帆协会"): Presence.ONLINE,
        ("罗思琪", "星河软件"): Presence.ONLINE,
        ("林未", "北辰大学"): Presence.EXCUSED,
        ("贺兰", ""): Presence.ONLINE,
    }
    guest = window.editor.meeting.attendees[-1]
    assert guest.capacity is Capacity.OBSERVER
    assert window.library.people()[-1].id == guest.person
    window.editor.save()
    assert window.library.load(MEETING.id) == window.editor.meeting
    assert [one.name for one in window.library.nicknames()] == ["(韩知远&贺兰)", "iPad(iPad)", "小罗(罗思琪)"]

    (file,) = window.editor.meeting.originals
    assert (file.name, file.kind, window.library.original(file.digest)) == (
        tencent.name,
        OriginalKind.REPORT,
        tencent.read_bytes(),
    )
    before = window.library.version(window.library.versions(MEETING.id)[-1].id)
    assert before == replace(MEETING, originals=(file,))  # the state before

    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.editor.meeting == MEETING


def test_what_was_decided_is_remembered_and_the_same_file_changes_nothing(qtbot, window, tencent, bring):
    def first(dialog):
        for key in (Qt.Key.Key_2, Qt.Key.Key_N, Qt.Key.Key_X):
            qtbot.keyClick(dialog.lines, key)
        dialog.accept()

    def again(dialog):
        assert list(texts(dialog.lines)) == ["应到而未到 2", "对上 5"]
        assert {row[2] for row in texts(dialog.lines)["对上 5"][1:]} == {"记得"}
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    bring(tencent, first)
    after = window.editor.meeting
    assert presence(window)["罗思琪", "北辰大学"] is Presence.ONLINE
    bring(tencent, again)
    assert window.editor.meeting == after


def test_decisions_are_undone_and_opened_again(qtbot, window, tencent, bring):
    def decide(dialog):
        qtbot.keyClick(dialog.lines, Qt.Key.Key_1)
        qtbot.keyClick(dialog.lines, Qt.Key.Key_N)
        assert list(texts(dialog.lines))[:2] == ["待定 1", "新名字 2，还有 1 个没有决定"]
        qtbot.keyClick(dialog.lines, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        qtbot.mouseClick(dialog.undo, Qt.MouseButton.LeftButton)
        assert not dialog.undo.isEnabled()
        assert list(texts(dialog.lines))[:2] == ["待定 1，还有 1 个没有决定", "新名字 2，还有 2 个没有决定"]
        dialog.lines.setCurrentItem(dialog.lines.topLevelItem(3).child(0))
        qtbot.keyClick(dialog.lines, Qt.Key.Key_Delete)  # 苏棠 is not so certain after all
        assert dialog.lines.topLevelItem(3).child(0).text(4) == "待定，只留存连接"
        assert ["苏棠", "远帆协会", "", "", "未到（不变）"] in texts(dialog.lines)["应到而未到 3"]
        qtbot.mouseClick(dialog.all_guests, Qt.MouseButton.LeftButton)
        assert not dialog.all_guests.isEnabled()
        dialog.reject()

    bring(tencent, decide)
    assert window.editor.meeting == MEETING
    assert window.library.nicknames() == ()


def test_somebody_else_is_typed(qtbot, window, tencent, bring):
    def decide(dialog):
        dialog.lines.setCurrentItem(dialog.lines.topLevelItem(1).child(1))  # iPad
        dialog.other.setFocus()
        qtbot.keyClicks(dialog.other, "luosiqi")
        qtbot.keyClick(dialog.other, Qt.Key.Key_Return)
        assert dialog.isVisible()
        assert "请写全姓名" in dialog.asked.text()
        dialog.other.setText("林未")
        qtbot.keyClick(dialog.other, Qt.Key.Key_Return)
        assert dialog.lines.topLevelItem(1).child(1).text(1) == "✓ 林未（北辰大学）"
        assert dialog.lines.topLevelItem(1).child(1).text(3) == "不明"
        dialog.lines.setCurrentItem(dialog.lines.topLevelItem(1).child(0))
        dialog.other.setText("方舟")
        qtbot.mouseClick(dialog.as_guest, Qt.MouseButton.LeftButton)
        dialog.accept()

    bring(tencent, decide)
    assert presence(window)["林未", "北辰大学"] is Presence.ONLINE
    assert presence(window)["方舟", ""] is Presence.ONLINE


def test_the_minimum_of_minutes_is_seen_at_once(window, tencent, bring):
    def decide(dialog):
        dialog.minimum.setValue(115)
        assert texts(dialog.lines)["对上 2"][1][4] == "不足 115 分，不计"
        assert ["韩知远", "远帆协会", "", "", "未到（不变）"] in texts(dialog.lines)["应到而未到 3"]
        dialog.accept()

    bring(tencent, decide)
    assert presence(window)["韩知远", "远帆协会"] is Presence.UNMARKED


def test_a_report_of_another_day_is_told_so(window, tencent, bring):
    window.editor.change(replace(MEETING, held_on=date(2025, 1, 7)), "日期")
    said = []
    bring(tencent, lambda dialog: (said.append(dialog.source.text()), dialog.reject()))
    window.editor.history.undo()
    bring(tencent, lambda dialog: (said.append(dialog.source.text()), dialog.reject()))
    assert "请核对：这份名单是 2024-12-24 的，与会议不是同一天。" in said[0]
    assert "请核对" not in said[1]


def test_sessions_and_orders_of_days_are_chosen(window, tmp_path, bring):
    path = tmp_path / "两场.csv"
    rows = [["姓名", "入会时间", "退会时间"]]
    rows += [["苏棠", "7/8/2024 09:00", "7/8/2024 10:00"], ["林未", "7/8/2024 14:00", "7/8/2024 15:00"]]
    path.write_text(files.lines(rows), encoding="utf-8")

    def decide(dialog):
        assert [dialog.order.itemText(row) for row in range(2)] == ["月/日/年", "日/月/年"]
        assert dialog.session.itemText(0) == "2024-07-08 09:00–10:00，1 人"
        dialog.order.setCurrentIndex(1)
        assert dialog.session.itemText(0) == "2024-08-07 09:00–10:00，1 人"
        dialog.session.setCurrentIndex(1)
        assert texts(dialog.lines)["对上 1"][0][0] == "林未"
        dialog.accept()

    bring(path, decide)
    assert [one.name for one in window.editor.meeting.connections] == ["林未"]


def test_columns_are_told_once(qtbot, window, tmp_path, bring):
    path = tmp_path / "某平台.csv"
    path.write_bytes(files.UNKNOWN)

    def tell(dialog):
        assert dialog.head.value() == 2
        assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
        boxes = [dialog.cells.cellWidget(0, column) for column in range(4)]
        for column, field in ((0, "name"), (1, "joined"), (2, "joined")):
            boxes[column].setCurrentIndex(boxes[column].findData(field))
        assert "选了两列" in dialog.complaint.text()
        boxes[2].setCurrentIndex(boxes[2].findData("left"))
        assert dialog.complaint.text() == ""
        answer(ReportDialog, take)
        dialog.accept()

    taken = []

    def take(dialog):
        taken.append(texts(dialog.lines)["对上 1"][0][:2])
        dialog.accept()

    bring(path, tell, ColumnsDialog)
    qtbot.waitUntil(lambda: len(taken) == 1)
    qtbot.waitUntil(lambda: len(window.editor.meeting.connections) == 2)
    bring(path, take)
    assert taken == [["苏棠", "✓ 苏棠（远帆协会）"]] * 2


def test_connections_are_shown_beside_each_attendee(qtbot, window, tencent, bring):
    assert window.attendees.connected.isHidden()
    bring(tencent, lambda dialog: dialog.accept())
    choose_row(window.attendees.table, 0)
    assert window.attendees.connected.text().startswith("韩知远：在线 1 小时 50 分（09:10–11:00），见 腾讯会议.xlsx")
    choose_row(window.attendees.table, 3)
    assert window.attendees.connected.text() == "林未：没有连接记录。"
    choose_row(window.attendees.table, 1)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.attendees.table.setFocus()
    rows = []

    def look(dialog):
        (listed,) = dialog.findChildren(ConnectionList)
        shown = [column for column in range(listed.columnCount()) if not listed.isColumnHidden(column)]
        rows.append([listed.topLevelItem(0).text(column) for column in shown])
        dialog.reject()

    answer(QDialog, look)
    qtbot.keyClick(window.attendees.table, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert rows == [["08:55", "11:00", "2 小时 5 分", "苏棠(苏棠)", "主持人", "腾讯会议.xlsx“成员参会明细”第 10 行"]]


def test_bad_files_and_final_minutes_are_told(qtbot, window, tmp_path, monkeypatch):
    said = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *words: said.append(words[-1]))
    path = tmp_path / "坏.xlsx"
    path.write_bytes(b"PK\x03\x04junk")
    window.report_import.bring_in(path)
    qtbot.waitUntil(lambda: len(said) == 1)
    assert "坏.xlsx" in said[0]
    window.editor.change(replace(MEETING, status=Status.FINAL), "定稿")
    window.report_import.bring_in(path)
    assert "定稿" in said[1]
    assert window.editor.meeting.connections == ()


def test_what_is_typed_while_a_report_is_read_stays(qtbot, window, tencent):
    shown = []
    answer(ReportDialog, lambda dialog: (shown.append(dialog), dialog.accept()))
    window.report_import.bring_in(tencent)
    window.overview.venue.setFocus()
    qtbot.keyClicks(window.overview.venue, "301")
    qtbot.waitUntil(lambda: bool(window.editor.meeting.connections))
    assert shown
    assert window.editor.meeting.venue == "301"
    assert window.save_all()
    assert window.library.load(MEETING.id).venue == "301"


def test_a_report_is_not_brought_into_another_meeting_that_was_opened_while_it_was_read(qtbot, window, tencent):
    other = replace(MEETING, held_on=date(2025, 1, 7), id="another", attendees=())
    window.library.save(other)
    window.report_import.bring_in(tencent)
    window.go_to(other.id)
    qtbot.waitUntil(lambda: "没有导入" in window.status_bar.currentMessage())
    assert window.save_all()
    assert window.library.load(other.id) == other
    assert not window.library.load(MEETING.id).connections


def test_two_quick_clicks_on_a_candidate_decide_one_line(qtbot, tencent, bring):
    def decide(dialog):
        missing = dialog.lines._missing
        assert missing.childCount() > 1
        dialog.lines.setCurrentItem(missing.child(0))
        place = dialog.candidates.visualItemRect(dialog.candidates.item(2)).center()
        view = dialog.candidates.viewport()
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=place)
        assert list(dialog._choices.marks.values()) == [Presence.EXCUSED]
        dialog.reject()

    bring(tencent, decide)
