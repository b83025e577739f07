"""The page 考勤: who came to which meeting of a period, with rates for each person and meeting."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QImage, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from copu_desk import desk
from copu_desk.attendance import Mark, Period, counts
from copu_desk.compose.attendance import title
from copu_desk.errors import CopuError, RequestError
from copu_desk.gui import forms, heat_paint, jobs, theme
from copu_desk.gui.fields import day_in, fill_day
from copu_desk.gui.flow import let_wrap
from copu_desk.gui.heat_map import HeatMap
from copu_desk.gui.legend import Legend
from copu_desk.gui.sentences import labelled, said
from copu_desk.gui.trend import Trend
from copu_desk.library import Library
from copu_desk.progress import Cancelled, Progress

ALL, THIS_YEAR, LAST_YEAR, TWELVE_MONTHS, THREE_MONTHS, OWN = range(6)
_EVERYBODY = "*"
_TREND_FROM = 480  # pixels in height from which the page has room for the trend


class AttendancePage(QWidget):
    """A heat map under a trend, for a series, a period and an organization."""

    filters: QWidget
    series: QComboBox
    period: QComboBox
    since: QDateEdit
    until: QDateEdit
    organization: QComboBox
    export: QPushButton
    picture: QToolButton
    said: QLabel
    stack: QStackedWidget
    shown: QWidget
    nothing: QLabel
    trend: Trend
    map: HeatMap
    legend: Legend

    meeting_chosen = Signal(str, tuple)  # a meeting's id, and a place in it
    person_chosen = Signal(str)
    export_wanted = Signal()
    copy_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, library: Library) -> None:
        super().__init__()
        forms.load(self, "attendance_page", HeatMap, Trend, Legend)
        let_wrap(self.filters)
        self._library = library
        self.counted = Period((), (), ())
        self._is_left, self._why = False, ""  # whether another section is shown; why nothing could be counted
        for words in (
            self.tr("全部日期"),
            self.tr("今年"),
            self.tr("去年"),
            self.tr("近十二个月"),
            self.tr("近三个月"),
            self.tr("自定日期"),
        ):
            self.period.addItem(words)
        self._make_menu()
        self.series.currentIndexChanged.connect(self._count)
        self.organization.currentIndexChanged.connect(self._show)
        self.period.currentIndexChanged.connect(self._period_chosen)
        for edit in (self.since, self.until):
            edit.dateChanged.connect(self._day_chosen)
        self.export.clicked.connect(self.export_wanted)
        self.map.meeting_chosen.connect(self._meeting_chosen)
        self.map.person_chosen.connect(self.person_chosen)
        self.trend.meeting_chosen.connect(lambda meeting: self._meeting_chosen(meeting, ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the map where the window is low."""
        super().resizeEvent(event)
        self.trend.setVisible(self.height() >= _TREND_FROM)

    def open(self) -> None:
        """Show the library as it is now, and take the focus."""
        self._fill_series()
        self._period_chosen()
        self.map.setFocus()

    def days(self) -> tuple[date | None, date | None]:
        """Return the first and the last day chosen; None where all days are meant."""
        if self.period.currentIndex() == ALL:
            return None, None
        return day_in(self.since), day_in(self.until)

    def shown_period(self) -> Period:
        """Return what is shown: the period counted, of everybody or of one organization."""
        chosen = self.organization.currentData()
        return self.counted if chosen in (None, _EVERYBODY) else self.counted.only(chosen)

    def title(self) -> str:
        """Return what the picture is called."""
        chosen = self.organization.currentData()
        name = said(title(self.counted))
        return name if chosen in (None, _EVERYBODY) else labelled(name, self.organization.currentText())

    def _make_menu(self) -> None:
        menu = QMenu(self)
        self.copy_picture = QAction(self.tr("复制图片(&C)"), self)
        self.copy_picture.setShortcut(QKeySequence.StandardKey.Copy)
        self.copy_picture.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.copy_picture.triggered.connect(self.copy_wanted)
        self.save_picture = QAction(self.tr("存为图片(&S)…"), self)
        self.save_picture.triggered.connect(self.save_wanted)
        menu.addActions([self.copy_picture, self.save_picture])
        self.addAction(self.copy_picture)
        self.picture.setMenu(menu)
        self.picture.clicked.connect(self.copy_picture.trigger)

    def _fill_series(self) -> None:
        chosen = self.series.currentData() or ""
        with QSignalBlocker(self.series):
            self.series.clear()
            self.series.addItem(self.tr("全部系列"), "")
            for one in self._library.series():
                self.series.addItem(one.name, one.name)
            self.series.setCurrentIndex(max(self.series.findData(chosen), 0))

    def _period_chosen(self) -> None:
        today = date.today()
        meant = {
            THIS_YEAR: (date(today.year, 1, 1), date(today.year, 12, 31)),
            LAST_YEAR: (date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
            TWELVE_MONTHS: (_earlier(today, 12), today),
            THREE_MONTHS: (_earlier(today, 3), today),
        }
        chosen = self.period.currentIndex()
        if chosen == ALL:
            held = [entry.held_on for entry in self._library.entries()] or [today]
            meant[ALL] = (min(held), max(held))
        if chosen in meant:
            for edit, day in zip((self.since, self.until), meant[chosen], strict=True):
                with QSignalBlocker(edit):
                    fill_day(edit, day)
        self._count()

    def _day_chosen(self) -> None:
        with QSignalBlocker(self.period):
            self.period.setCurrentIndex(OWN)
        self._count()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop counting: another section or a meeting is shown."""
        super().hideEvent(event)
        self._is_left = not event.spontaneous()  # else the window was minimized

    def _counted(self) -> Period:
        """Count, with the progress in sight where it takes long; what keeps it from being counted is said instead."""
        self._is_left, self._why = False, ""
        try:
            with jobs.shown(self.window(), self.tr("考勤"), self.tr("正在统计考勤")) as progress:

                def told(done: int, total: int, words: str = "") -> None:
                    progress(done, total, words)
                    if self._is_left:
                        raise Cancelled

                return desk.count_attendance(self._library, *self.days(), self.series.currentData() or "", told)
        except Cancelled:
            self._why = self.tr("统计停下了，没有统计完。换一个系列或时间，会重新统计。")
        except RequestError:
            pass  # no meetings: `_show` says so
        except CopuError as error:
            self._why = said(error)
        return Period((), (), ())

    def _count(self) -> None:
        self.counted = self._counted()
        chosen = self.organization.currentData()
        with QSignalBlocker(self.organization):
            self.organization.clear()
            self.organization.addItem(self.tr("全部单位"), _EVERYBODY)
            for name in sorted(self.counted.organizations):
                self.organization.addItem(name or self.tr("（未填单位）"), name)
            self.organization.setCurrentIndex(max(self.organization.findData(chosen), 0))
        self._show()

    def _show(self) -> None:
        period = self.shown_period()
        there = bool(period.meetings and period.rows)
        self.stack.setCurrentWidget(self.shown if there else self.nothing)
        for widget in (self.export, self.picture, self.copy_picture, self.save_picture):
            widget.setEnabled(there)
        if self._why:
            self.nothing.setText(self._why)
        elif not self._library.entries():
            self.nothing.setText(self.tr("还没有会议。记下几次会议的到会情况，这里就会画出每个人、每次会议的出席。"))
        else:
            self.nothing.setText(self.tr("这段时间里没有会议，或者没有登记到会情况。换一个系列、时间或单位试试。"))
        self.map.show_period(period)
        self.trend.show_period(period)
        self.said.setText(self._words(period) if there else "")

    def _words(self, period: Period) -> str:
        marks = [mark for row in period.rows for mark in row.marks]
        whole, unmarked = counts(marks), marks.count(Mark.UNMARKED)
        words = self.tr("{} 次会议，{} 人；应到 {} 人次，出席 {}，请假 {}，缺席 {}；出席率 {}，线上占比 {}").format(
            len(period.meetings),
            len(period.rows),
            whole.expected,
            whole.came,
            whole.excused,
            whole.absent,
            heat_paint.percent(whole.rate),
            heat_paint.percent(whole.online_share),
        )
        return words + (self.tr("；另有 {} 人次没有登记，不计在内").format(unmarked) if unmarked else "")

    def _meeting_chosen(self, meeting: str, attendee: str) -> None:
        self.meeting_chosen.emit(meeting, ("attendees", attendee) if attendee else ("attendees",))

    def drawing(self) -> Callable[[Progress], QImage]:
        """Return how what is shown becomes a picture (off the GUI thread too), in light colours, for papers."""
        period, title, font = self.shown_period(), self.title(), self.font()
        return lambda progress: heat_paint.picture(period, title, theme.ON_LIGHT, font, progress=progress)


def _earlier(day: date, months: int) -> date:
    at = day.year * 12 + day.month - 1 - months
    return date(at // 12, at % 12 + 1, min(day.day, 28))
