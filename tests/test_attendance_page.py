"""The page 考勤 as a secretary uses it: look, filter, go to a meeting, and take the picture or the workbook along."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from docx import Document as Word
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox
from windows import answer, contrast

from copu_desk import desk
from copu_desk.attendance import Mark, Period
from copu_desk.errors import LibraryError
from copu_desk.gui import heat_paint, jobs, theme
from copu_desk.gui.attendance_page import ALL, LAST_YEAR, OWN, THIS_YEAR
from copu_desk.gui.main_window import ATTENDEES, MainWindow
from copu_desk.library import Library, meetings
from copu_desk.model import Attendee, Capacity, Meeting, Membership, Person, Presence, Series
from copu_desk.progress import Cancelled

HAN = Person(name="韩知远", organization="远帆协会", memberships=(Membership("s1"),), id="p1")
SU = Person(name="苏棠", organization="星河软件", memberships=(Membership("s1"),), id="p2")
MEETINGS = (
    Meeting(
        date(2024, 9, 2),
        "s1",
        title="去年的例会",
        id="m1",
        attendees=(Attendee("韩知远", person="p1", presence=Presence.ONSITE, id="a1"),),
    ),
    Meeting(
        date(2025, 9, 2),
        "s1",
        title="九月例会",
        id="m2",
        attendees=(
            Attendee("韩知远", person="p1", presence=Presence.EXCUSED, note="出差", id="a2"),
            Attendee("苏棠", person="p2", presence=Presence.ONLINE, id="a3"),
            Attendee("Mira", capacity=Capacity.GUEST, presence=Presence.ONSITE, id="a4"),
        ),
    ),
    Meeting(
        date(2025, 9, 9),
        "s2",
        title="专题会",
        id="m3",
        start=time(9),
        attendees=(Attendee("苏棠", person="p2", presence=Presence.ABSENT, id="a5"),),
    ),
)


@pytest.fixture
def empty(qtbot, tmp_path):
    window = MainWindow(
        Library(tmp_path / "library.copu"), QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    )
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


@pytest.fixture
def window(empty):
    empty.library.save_series((Series(name="远帆例会", id="s1"), Series(name="专题", id="s2")))
    empty.library.save_people((HAN, SU))
    for meeting in MEETINGS:
        empty.library.save(meeting)
    empty.refresh("m1")
    empty.go_attendance.trigger()
    return empty


def words(heat):
    rows, columns = range(heat.marks.rowCount()), range(heat.marks.columnCount())
    return [[heat.marks.index(row, column).data() for column in columns] for row in rows]


def click(qtbot, heat, row, column):
    qtbot.mouseClick(
        heat.viewport(), Qt.MouseButton.LeftButton, pos=heat.visualRect(heat.marks.index(row, column)).center()
    )


def test_whom_nobody_called_is_said_beside_the_rate(window):
    late = replace(
        MEETINGS[2], attendees=(*MEETINGS[2].attendees, Attendee("贺兰", id="a6"), Attendee("林未", id="a7"))
    )
    window.library.save(late, MEETINGS[2])
    assert "没有登记" not in window.attendance.page.said.text()
    window.go_roster.trigger()
    window.go_attendance.trigger()
    assert window.attendance.page.said.text().endswith("；另有 2 人次没有登记，不计在内")


def test_the_page_shows_each_persons_mark_at_each_meeting(window):
    page = window.attendance.page
    assert window.stack.currentWidget() is page
    assert window.windowTitle() == "考勤 — COPU Desk"
    assert words(page.map) == [["现场", "请假", ""], ["缺席", "线上", "缺席"], ["", "嘉宾", ""]]
    assert page.said.text().startswith("3 次会议，3 人；应到 5 人次，出席 2，请假 1，缺席 2；出席率 50%")
    cell = page.map.marks.index(0, 1)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole).startswith(
        "韩知远：请假（出差）\n2025-09-02 九月例会\n出席率 100%"
    )
    assert "出席率 33%" in page.map.marks.headerData(1, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
    assert page.trend.accessibleDescription() == "每次会议的出席率：最低 0%，最高 100%，最近一次 0%"


def test_a_click_opens_the_meeting_at_the_person_and_keys_do_too(window, qtbot):
    heat = window.attendance.page.map
    click(qtbot, heat, 1, 1)
    assert (window.editor.meeting.id, window.tabs.currentIndex()) == ("m2", ATTENDEES)
    assert window.attendees.table.currentIndex().row() == 1
    window.go_attendance.trigger()
    assert heat.hasFocus()
    assert heat.currentIndex().column() == 2  # the latest meeting
    qtbot.keyClick(heat, Qt.Key.Key_Down)
    qtbot.keyClick(heat, Qt.Key.Key_Return)
    assert window.editor.meeting.id == "m3"
    window.go_attendance.trigger()
    where = QPoint(heat.columnViewportPosition(0) + 5, 20)
    qtbot.mouseClick(heat.horizontalHeader().viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert window.editor.meeting.id == "m1"
    window.go_attendance.trigger()
    where = QPoint(20, heat.rowViewportPosition(1) + 5)
    qtbot.mouseClick(heat.verticalHeader().viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert window.stack.currentWidget() is window.roster
    assert window.roster.people.currentIndex().row() == 1


def test_the_trend_opens_the_meeting_it_points_at(window, qtbot):
    trend = window.attendance.page.trend
    qtbot.mouseClick(trend, Qt.MouseButton.LeftButton, pos=QPoint(trend.width() - 10, 60))
    assert window.editor.meeting.id == "m3"


def test_the_table_is_a_sound_model(window, qtmodeltester):
    qtmodeltester.check(window.attendance.page.map.marks, force_py=True)


def test_filters_by_series_period_and_organization(window):
    page = window.attendance.page
    page.series.setCurrentIndex(page.series.findData("专题"))
    assert words(page.map) == [["缺席"]]
    page.series.setCurrentIndex(0)
    page.organization.setCurrentIndex(page.organization.findData("星河软件"))
    assert words(page.map) == [["缺席", "线上", "缺席"]]
    assert "1 人；应到 3 人次，出席 1" in page.said.text()
    page.organization.setCurrentIndex(page.organization.findData("*"))
    page.since.setDate(page.since.date().addDays(1))
    assert page.period.currentIndex() == OWN
    assert page.map.marks.columnCount() == 2
    page.period.setCurrentIndex(ALL)
    assert page.map.marks.columnCount() == 3
    year = date.today().year
    for chosen, meant in ((THIS_YEAR, year), (LAST_YEAR, year - 1)):
        page.period.setCurrentIndex(chosen)
        assert page.days() == (date(meant, 1, 1), date(meant, 12, 31))


def test_what_was_just_marked_is_counted(window):
    window.go_to("m1")
    absent = (Attendee("韩知远", person="p1", presence=Presence.ABSENT, id="a1"),)
    window.editor.change(replace(window.editor.meeting, attendees=absent), "缺席")
    window.go_attendance.trigger()
    assert words(window.attendance.page.map)[0][0] == "缺席"


def test_without_meetings_the_page_says_what_to_do_and_offers_nothing(empty):
    empty.go_attendance.trigger()
    page = empty.attendance.page
    assert page.stack.currentWidget() is page.nothing
    assert "还没有会议" in page.nothing.text()
    assert not page.export.isEnabled()
    assert not page.copy_picture.isEnabled()


def test_a_period_without_meetings_says_so(window):
    page = window.attendance.page
    page.until.setDate(page.since.date().addDays(-10))
    assert page.stack.currentWidget() is page.nothing
    assert "换一个" in page.nothing.text()


def test_the_picture_holds_every_mark_and_goes_to_the_clipboard_and_into_a_file(window, qtbot, monkeypatch, tmp_path):
    page = window.attendance.page
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(page.map, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not QGuiApplication.clipboard().image().isNull(), timeout=20_000)
    copied = QGuiApplication.clipboard().image()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "考勤"), "图片 (*.png)"))
    told = []
    answer(QMessageBox, lambda box: (told.append(box.text()), box.reject()))
    page.save_picture.trigger()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    saved = QImage(str(tmp_path / "考勤.png"))
    assert saved.size() == copied.size()
    grounds = {
        QColor.fromRgb(saved.pixel(x, y)).name()
        for x in range(0, saved.width(), 3)
        for y in range(0, saved.height(), 3)
    }
    for mark in (Mark.ONSITE, Mark.ONLINE, Mark.EXCUSED, Mark.ABSENT, Mark.GUEST):
        assert heat_paint.look(mark, theme.ON_LIGHT).ground in grounds
    QGuiApplication.clipboard().clear()


def test_the_workbook_of_what_is_shown_is_exported(window, qtbot, monkeypatch, tmp_path):
    page, target = window.attendance.page, tmp_path / "考勤.xlsx"
    page.series.setCurrentIndex(page.series.findData("远帆例会"))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    told = []
    answer(QMessageBox, lambda box: (told.append(box.text()), box.reject()))
    page.export.click()
    qtbot.waitUntil(lambda: told == [str(target)], timeout=20_000)
    rows = [[cell.value for cell in row] for row in load_workbook(target)["考勤表"].iter_rows(min_row=4, max_row=6)]
    assert [row[1:5] for row in rows] == [
        ["韩知远", "远帆协会", "现场", "请假"],
        ["苏棠", "星河软件", "缺席", "线上"],
        ["Mira", None, None, "嘉宾"],
    ]


def test_a_sign_in_sheet_is_made_from_the_menu(window, monkeypatch, tmp_path):
    window.go_to("m2")
    monkeypatch.setattr(QInputDialog, "getInt", lambda *_: (2, True))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "签到表"), "PDF (*.pdf)"))
    answer(QMessageBox, lambda box: box.reject())
    window.sign_in.trigger()
    assert (tmp_path / "签到表.pdf").read_bytes().startswith(b"%PDF")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "签到表.docx"), ""))
    answer(QMessageBox, lambda box: box.reject())
    window.sign_in.trigger()
    here, online = Word(str(tmp_path / "签到表.docx")).tables
    assert [row.cells[1].text for row in here.rows] == ["姓名", "Mira", "", ""]
    assert online.rows[1].cells[1].text == "苏\u3000棠"


def test_cells_fit_the_window_and_can_be_made_larger(window, qtbot):
    heat = window.attendance.page.map
    fitted = heat.horizontalHeader().defaultSectionSize()
    assert fitted == heat_paint.LARGEST
    for _ in range(20):
        qtbot.keyClick(heat, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert heat.horizontalHeader().defaultSectionSize() == heat_paint.SMALLEST
    qtbot.keyClick(heat, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert heat.horizontalHeader().defaultSectionSize() > heat_paint.SMALLEST
    qtbot.keyClick(heat, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert heat.horizontalHeader().defaultSectionSize() == fitted
    heat.show_period(Period((), (), ()))  # nothing to fit is no fault


@pytest.mark.parametrize("colours", [theme.ON_LIGHT, theme.ON_DARK], ids=["light", "dark"])
def test_signs_stand_out_from_their_ground_and_from_each_other(colours):
    for mark in Mark:
        look = heat_paint.look(mark, colours)
        assert contrast(look.sign, look.ground or colours.base) >= 4.5, mark
    shapes = set()
    for mark in Mark:
        image = QImage(24, 24, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = heat_paint.QPainter(image)
        heat_paint.paint_sign(painter, image.rect().toRectF(), mark, QColor("black"))
        painter.end()
        shapes.add(bytes(image.constBits()))
    assert len(shapes) == len(Mark)


@pytest.mark.parametrize(
    ("rate", "shown"), [(None, "—"), (0.0, "0%"), (1.0, "100%"), (0.996, "99.6%"), (0.9999, "99.9%"), (0.944, "94%")]
)
def test_a_rate_is_100_percent_only_if_it_is(rate, shown):
    assert heat_paint.percent(rate) == shown


@pytest.fixture
def many(window):
    """A library with more meetings than are read at once."""
    library, day = window.library, date(2000, 1, 1)
    for number in range(1200):
        meetings.save(
            library._db, Meeting(day + timedelta(number), attendees=(Attendee("贺兰"),), id=f"n{number}"), None
        )
    library._db.conn.commit()
    return library


def test_counting_many_meetings_tells_how_far_it_is_and_counts_all_of_them(many):
    told = []
    period = desk.count_attendance(many, progress=lambda done, total, _words="": told.append((done, total)))
    assert len(period.meetings) == len(many.entries())
    assert period.meetings == desk.count_attendance(many).meetings
    assert told == sorted(told)
    assert {total for _, total in told} == {3 * len(period.meetings)}
    assert len([done for done, total in told if done < total / 3]) == 3  # not all attendees at once
    assert told[-1][0] < told[-1][1]
    (row,) = (row for row in period.rows if row.name == "贺兰" and not row.organization)
    assert len([mark for mark in row.marks if mark]) == 1200


def test_counting_stops_when_it_is_cancelled_or_the_section_is_left(window, many, monkeypatch):
    page, steps = window.attendance.page, []
    shown = jobs.shown

    def acting(act):
        @contextmanager
        def made(*arguments):
            with shown(*arguments) as progress:

                def told(*step):
                    steps.append(step)
                    act()
                    progress(*step)

                yield told

        return made

    def cancel():
        raise Cancelled

    for act in (cancel, lambda: window.go_to("m1")):
        steps.clear()
        with monkeypatch.context() as patch:
            patch.setattr(jobs, "shown", acting(act))
            window.go_attendance.trigger()
        assert len(steps) == 1
        assert page.stack.currentWidget() is page.nothing
        assert "没有统计完" in page.nothing.text()
        assert not page.export.isEnabled()
    assert window.editor.meeting.id == "m1"
    window.go_attendance.trigger()
    assert page.stack.currentWidget() is page.shown
    assert len(page.counted.meetings) == len(many.entries())


def test_a_disk_that_cannot_be_read_is_told_of_on_the_page(window, monkeypatch):
    def broken(*_):
        raise LibraryError("磁盘读写出错。")

    monkeypatch.setattr(window.library, "rolls", broken)
    window.go_attendance.trigger()
    assert window.attendance.page.nothing.text() == "磁盘读写出错。"
