"""The table people × meetings: names and days stay in sight, each cell shows a mark, and opens its meeting."""

from typing import Any, cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from copu_desk.attendance import Period
from copu_desk.gui import theme
from copu_desk.gui.heat_paint import (
    HEAD_HEIGHT,
    HIGHEST,
    LARGEST,
    NAME_WIDTH,
    SMALLEST,
    USUAL,
    days,
    paint_mark,
    paint_meeting,
    paint_person,
    percent,
)
from copu_desk.gui.sentences import aside, labelled
from copu_desk.gui.words import named

_STEP = 4
Index = QModelIndex | QPersistentModelIndex


class Marks(QAbstractTableModel):
    """The marks of a period, in words for who does not see them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.show(Period((), (), ()))

    def show(self, period: Period) -> None:
        """Show another period."""
        self.beginResetModel()
        self.period = period
        self.days = days(period)
        self.of_meetings = [period.meeting_counts(column) for column in range(len(period.meetings))]
        self.of_people = [row.counts for row in period.rows]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many people there are."""
        return 0 if parent.isValid() else len(self.period.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many meetings there are."""
        return 0 if parent.isValid() else len(self.period.meetings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the mark as a word, or who stood how at which meeting."""
        if not index.isValid():
            return None
        row = self.period.rows[index.row()]
        mark = row.marks[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return named(mark) if mark else ""
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            listed = row.listed[index.column()]
            note = aside(listed.note) if listed else ""
            what = self.headerData(index.column(), Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
            how = named(mark) if mark else self.tr("不计")
            return f"{labelled(row.name, how)}{note}\n{what}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return who or which meeting a row or column is, with the rate."""
        is_day, period = orientation == Qt.Orientation.Horizontal, self.period
        if section >= (len(period.meetings) if is_day else len(period.rows)):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{period.meetings[section].held_on:%m-%d}" if is_day else period.rows[section].name
        if role not in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        counts = (self.of_meetings if is_day else self.of_people)[section]
        who = (
            f"{period.meetings[section].held_on} {period.titles[section]}"
            if is_day
            else f"{period.rows[section].name} {period.rows[section].organization}".strip()
        )
        return self.tr("{}\n出席率 {}：应到 {}，出席 {}（线上 {}），请假 {}，缺席 {}").format(
            who, percent(counts.rate), counts.expected, counts.came, counts.online, counts.excused, counts.absent
        )


class _Cells(QStyledItemDelegate):
    """Draws a mark, and a frame around the current one."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        rect, colours = QRect(cast(Any, option).rect), theme.colours()
        period = cast(Marks, index.model()).period
        paint_mark(painter, rect, period.rows[index.row()].marks[index.column()], colours)
        if cast(Any, option).state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))


class _Head(QHeaderView):
    """The days above, or the people on the left, with their rates."""

    def __init__(self, orientation: Qt.Orientation, parent: QTableView) -> None:
        super().__init__(orientation, parent)
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(SMALLEST)
        self._is_day = orientation == Qt.Orientation.Horizontal
        if self._is_day:
            self.setFixedHeight(HEAD_HEIGHT)
        else:
            self.setFixedWidth(NAME_WIDTH)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one day, or one person."""
        colours = theme.colours()
        marks = cast(Marks, self.model())
        painter.save()
        painter.fillRect(rect, QColor(colours.window))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if self._is_day:
            paint_meeting(painter, rect, marks.days[section], marks.of_meetings[section], colours)
        else:
            paint_person(painter, rect, marks.period.rows[section], marks.of_people[section], colours)
        painter.restore()


class HeatMap(QTableView):
    """Arrows go from cell to cell; Enter or a click opens the meeting; Ctrl and plus, minus, 0 or the wheel zoom."""

    meeting_chosen = Signal(str, str)  # a meeting's id, and an attendee's in it or empty
    person_chosen = Signal(str)  # a person's id in the roster

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks = Marks(self)
        self._size, self._chosen_size = USUAL, 0
        self.setItemDelegate(_Cells(self))
        self.setHorizontalHeader(_Head(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(_Head(Qt.Orientation.Vertical, self))
        self.setModel(self.marks)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.clicked.connect(self._open)
        self.horizontalHeader().sectionClicked.connect(self._open_meeting)
        self.verticalHeader().sectionClicked.connect(self._open_person)
        self._resize_cells()

    def show_period(self, period: Period) -> None:
        """Show another period, its latest meeting in sight."""
        self.marks.show(period)
        self._resize_cells()
        if period.rows and period.meetings:
            self.setCurrentIndex(self.marks.index(0, len(period.meetings) - 1))
            self.scrollTo(self.currentIndex())

    def zoom(self, steps: int) -> None:
        """Make the cells larger or smaller; 0 steps fits them to the width again."""
        self._chosen_size = min(max(self._size + steps * _STEP, SMALLEST), LARGEST) if steps else 0
        self._resize_cells()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current cell's meeting, or zoom."""
        key, is_control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif is_control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1)
        elif is_control and key == Qt.Key.Key_Minus:
            self.zoom(-1)
        elif is_control and key == Qt.Key.Key_0:
            self.zoom(0)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom while Ctrl is held, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the cells to the width, unless the secretary has chosen a size."""
        super().resizeEvent(event)
        self._resize_cells()

    def _resize_cells(self) -> None:
        columns = max(self.marks.columnCount(), 1)
        room = self.width() - NAME_WIDTH - self.verticalScrollBar().sizeHint().width() - 2 * self.frameWidth()
        self._size = self._chosen_size or min(max(room // columns, SMALLEST), LARGEST)
        for head, size in ((self.horizontalHeader(), self._size), (self.verticalHeader(), min(self._size, HIGHEST))):
            if head.defaultSectionSize() != size:
                head.setDefaultSectionSize(size)

    def _open(self, index: QModelIndex) -> None:
        listed = self.marks.period.rows[index.row()].listed[index.column()]
        self._open_meeting(index.column(), listed.id if listed else "")

    def _open_meeting(self, column: int, attendee: str = "") -> None:
        self.meeting_chosen.emit(self.marks.period.meetings[column].id, attendee)

    def _open_person(self, row: int) -> None:
        if person := self.marks.period.rows[row].person:
            self.person_chosen.emit(person)
