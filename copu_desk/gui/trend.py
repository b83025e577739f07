"""The chart above the heat map: how the rate and the part online went from meeting to meeting."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from copu_desk.attendance import Period
from copu_desk.gui import theme
from copu_desk.gui.heat_paint import percent

_LEFT, _TOP, _RIGHT, _BOTTOM = 44, 24, 16, 22
_MOST_DOTS = 80  # with more meetings the line says enough


class Trend(QWidget):
    """Two lines, told apart by their shape too; a click opens the meeting it points at."""

    meeting_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._period = Period((), (), ())
        self._counts: list[tuple[float | None, float | None]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return the size that suits a chart of one year."""
        return QSize(600, 132)

    def show_period(self, period: Period) -> None:
        """Show another period."""
        self._period = period
        counts = [period.meeting_counts(column) for column in range(len(period.meetings))]
        self._counts = [(one.rate, one.online_share) for one in counts]
        rates = [rate for rate, _ in self._counts if rate is not None]
        words = self.tr("每次会议的出席率：最低 {}，最高 {}，最近一次 {}")
        self.setAccessibleDescription(
            words.format(percent(min(rates)), percent(max(rates)), percent(rates[-1])) if rates else ""
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chart."""
        painter, colours = QPainter(self), theme.colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(11)
        painter.setFont(font)
        area = self._area()
        for share in (0.0, 0.5, 1.0):
            at = area.bottom() - share * area.height()
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(QPointF(area.left(), at), QPointF(area.right(), at))
            painter.setPen(QColor(colours.muted))
            where = QRectF(0, at - 8, _LEFT - 8, 16)
            painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{share:.0%}")
        self._days(painter, area, colours)
        for part, colour in ((1, colours.muted), (0, colours.accent)):
            self._line(painter, part, QColor(colour))
        self._legend(painter, colours)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Tell of the meeting under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._counts:
            at = self._nearest(event.pos().x())
            rate, online = self._counts[at]
            words = self.tr("{} {}\n出席率 {}，线上占比 {}").format(
                self._period.meetings[at].held_on, self._period.titles[at], percent(rate), percent(online)
            )
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the meeting under the mouse."""
        if event.button() == Qt.MouseButton.LeftButton and self._counts:
            self.meeting_chosen.emit(self._period.meetings[self._nearest(event.position().toPoint().x())].id)

    def _area(self) -> QRectF:
        return QRectF(_LEFT, _TOP, max(self.width() - _LEFT - _RIGHT, 1), max(self.height() - _TOP - _BOTTOM, 1))

    def _x(self, at: int) -> float:
        area, steps = self._area(), max(len(self._counts) - 1, 1)
        return area.left() + area.width() * at / steps if len(self._counts) > 1 else area.center().x()

    def _nearest(self, x: int) -> int:
        return min(range(len(self._counts)), key=lambda at: abs(self._x(at) - x))

    def _line(self, painter: QPainter, part: int, colour: QColor) -> None:
        area = self._area()
        run: list[QPointF] = []
        style = Qt.PenStyle.DashLine if part else Qt.PenStyle.SolidLine
        for at, values in enumerate([*self._counts, (None, None)]):
            value = values[part]
            if value is not None:
                run.append(QPointF(self._x(at), area.bottom() - value * area.height()))
                continue
            painter.setPen(QPen(colour, 2, style))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(run)
            if len(self._counts) <= _MOST_DOTS:
                painter.setPen(QPen(colour, 1.5))
                for point in run:
                    _dot(painter, point, part, colour)
            run = []  # a meeting without a rate leaves a gap

    def _days(self, painter: QPainter, area: QRectF, colours: theme.Colours) -> None:
        painter.setPen(QColor(colours.muted))
        taken, wide = float(self.width()), 74
        for at, meeting in reversed(list(enumerate(self._period.meetings))):  # the latest day is always told
            left = min(max(self._x(at) - wide / 2, 0), self.width() - wide)
            if left + wide <= taken:
                where = QRectF(left, area.bottom() + 4, wide, 16)
                painter.drawText(where, Qt.AlignmentFlag.AlignCenter, f"{meeting.held_on:%Y-%m-%d}")
                taken = left

    def _legend(self, painter: QPainter, colours: theme.Colours) -> None:
        left = float(_LEFT)
        for part, words, colour in ((0, self.tr("出席率"), colours.accent), (1, self.tr("线上占比"), colours.muted)):
            painter.setPen(QPen(QColor(colour), 2, Qt.PenStyle.DashLine if part else Qt.PenStyle.SolidLine))
            painter.drawLine(QPointF(left, 10), QPointF(left + 24, 10))
            painter.setPen(QPen(QColor(colour), 1.5))
            _dot(painter, QPointF(left + 12, 10), part, QColor(colour))
            painter.setPen(QColor(colours.text))
            width = painter.fontMetrics().horizontalAdvance(words)
            painter.drawText(QRectF(left + 30, 2, width + 4, 16), Qt.AlignmentFlag.AlignVCenter, words)
            left += width + 56


def _dot(painter: QPainter, at: QPointF, part: int, colour: QColor) -> None:
    painter.setBrush(QColor(theme.colours().base) if part else colour)
    if part:
        painter.drawRect(QRectF(at.x() - 2.5, at.y() - 2.5, 5, 5))
    else:
        painter.drawEllipse(at, 3, 3)
