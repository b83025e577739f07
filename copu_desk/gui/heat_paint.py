"""How attendance is drawn: a sign and a colour for each mark, names with rates, and the picture of a whole period.

Each mark has a shape of its own, so that it also reads without colour: ● 现场 ◇ 线上 △ 请假 × 缺席 ○ 未登记 (as on
the page 参会; the diamond is hollow, since small ones that are filled look like circles), and a character for those who
are not counted.
"""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QPolygonF

from copu_desk.attendance import Counts, Mark, Period, Row
from copu_desk.gui.theme import Colours
from copu_desk.gui.words import named
from copu_desk.progress import NO_PROGRESS, Progress

NAME_WIDTH, HEAD_HEIGHT = 216, 96
SMALLEST, LARGEST, HIGHEST, USUAL = 14, 52, 28, 28  # pixels of a cell
_RATE_WIDTH, _BAR_WIDTH, _BAR_HEIGHT = 46, 40, 18
_UPRIGHT_FROM = 40  # pixels; in narrower columns days are written from below
_MARGIN, _SHARP, _MOST_PIXELS = 24, 2, 40_000_000
_DARK_BELOW = 128


@dataclass(frozen=True, slots=True)
class MarkLook:
    """The ground and the sign of a mark."""

    ground: str
    sign: str


_ON_LIGHT = {
    Mark.ONSITE: MarkLook("#d5eedb", "#14592b"),
    Mark.ONLINE: MarkLook("#d3e4fa", "#11478f"),
    Mark.EXCUSED: MarkLook("#fff0c2", "#6b4d00"),
    Mark.ABSENT: MarkLook("#f6c1ba", "#861109"),
    Mark.UNMARKED: MarkLook("", "#606774"),
    Mark.OBSERVER: MarkLook("#e6e8ed", "#444a56"),
    Mark.GUEST: MarkLook("#e6e8ed", "#444a56"),
}
_ON_DARK = {
    Mark.ONSITE: MarkLook("#1f4a30", "#c2efd0"),
    Mark.ONLINE: MarkLook("#234878", "#cfe2fc"),
    Mark.EXCUSED: MarkLook("#584714", "#ffe6a0"),
    Mark.ABSENT: MarkLook("#79302a", "#ffdad5"),
    Mark.UNMARKED: MarkLook("", "#a6adb9"),
    Mark.OBSERVER: MarkLook("#3c414a", "#d3d7de"),
    Mark.GUEST: MarkLook("#3c414a", "#d3d7de"),
}
_LETTERS: dict[Mark, Any] = {
    Mark.OBSERVER: QT_TRANSLATE_NOOP("heat_paint", "列"),
    Mark.GUEST: QT_TRANSLATE_NOOP("heat_paint", "宾"),
}


def look(mark: Mark, colours: Colours) -> MarkLook:
    """Return how a mark looks on light or dark colours."""
    return (_ON_DARK if QColor(colours.base).lightness() < _DARK_BELOW else _ON_LIGHT)[mark]


def paint_mark(painter: QPainter, rect: QRect, mark: Mark | None, colours: Colours) -> None:
    """Draw a mark into its cell; nobody expected leaves the cell empty."""
    if mark is None:
        return
    wanted = look(mark, colours)
    if wanted.ground:
        painter.fillRect(rect.adjusted(0, 0, -1, -1), QColor(wanted.ground))
    paint_sign(painter, QRectF(rect.adjusted(0, 0, -1, -1)), mark, QColor(wanted.sign))


def paint_sign(painter: QPainter, rect: QRectF, mark: Mark, colour: QColor) -> None:
    """Draw the sign of a mark in the middle of a place."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle, size = rect.center(), min(rect.width(), rect.height())
    half = size * 0.22
    pen = QPen(colour, max(1.4, size * 0.075), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    if mark in _LETTERS:
        font = QFont(painter.font())
        font.setPixelSize(max(8, int(size * 0.5)))
        painter.setFont(font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, QCoreApplication.translate("heat_paint", _LETTERS[mark]))
    elif mark is Mark.ONSITE:
        painter.setBrush(colour)
        painter.drawEllipse(middle, half, half)
    elif mark is Mark.ONLINE:
        far = half * 1.3
        tips = (QPointF(0, -far), QPointF(far, 0), QPointF(0, far), QPointF(-far, 0))
        painter.drawPolygon(QPolygonF([middle + tip for tip in tips]))
    elif mark is Mark.EXCUSED:
        corners = ((0, -half * 1.1), (half * 1.1, half * 0.9), (-half * 1.1, half * 0.9))
        painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
    elif mark is Mark.ABSENT:
        painter.drawLine(middle + QPointF(-half, -half), middle + QPointF(half, half))
        painter.drawLine(middle + QPointF(-half, half), middle + QPointF(half, -half))
    else:
        painter.setPen(QPen(colour, max(1.0, size * 0.04)))
        painter.drawEllipse(middle, half * 0.75, half * 0.75)
    painter.restore()


def percent(rate: float | None) -> str:
    """Return a rate as words: 94%, or — where there is none; what is not whole is never shown as 100%."""
    if rate is None:
        return "—"
    return f"{rate:.0%}" if rate == 1 or rate < 0.995 else f"{int(rate * 1000) / 10}%"  # noqa: PLR2004


def paint_person(painter: QPainter, rect: QRect, row: Row, counts: Counts, colours: Colours) -> None:
    """Draw whose row this is: the name, the organization in small, the rate and a bar as long as it."""
    font = QFont(painter.font())
    font.setPixelSize(max(10, min(13, rect.height() - 4)))
    painter.setFont(font)
    words = rect.adjusted(8, 0, -_RATE_WIDTH - _BAR_WIDTH - 8, 0)
    painter.setPen(QColor(colours.text))
    metrics = painter.fontMetrics()
    name = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, name)
    taken = metrics.horizontalAdvance(name) + 8
    font.setPixelSize(max(9, font.pixelSize() - 2))
    painter.setFont(font)
    painter.setPen(QColor(colours.muted))
    rest = words.adjusted(taken, 0, 0, 0)
    if rest.width() > 2 * font.pixelSize():
        place = painter.fontMetrics().elidedText(row.organization, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, place)
    bar = QRect(rect.right() - _RATE_WIDTH - _BAR_WIDTH, rect.center().y() - 3, _BAR_WIDTH, 6)
    _bar(painter, bar, counts.rate, colours)
    painter.setPen(QColor(colours.text))
    painter.drawText(
        rect.adjusted(0, 0, -6, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, percent(counts.rate)
    )


def _bar(painter: QPainter, rect: QRect, rate: float | None, colours: Colours) -> None:
    if rate is None:
        return
    painter.fillRect(rect, QColor(colours.line))
    painter.fillRect(QRect(rect.left(), rect.top(), round(rect.width() * rate), rect.height()), QColor(colours.accent))


def paint_meeting(painter: QPainter, rect: QRect, words: tuple[str, str], counts: Counts, colours: Colours) -> None:
    """Draw which meeting's column this is: the year (or nothing) and the day, and a bar as high as the rate."""
    year, day = words
    font = QFont(painter.font())
    font.setPixelSize(max(9, min(12, rect.width() - 4)))
    painter.setFont(font)
    painter.setPen(QColor(colours.text))
    foot = rect.adjusted(3, rect.height() - _BAR_HEIGHT - 4, -4, -4)
    if rect.width() >= _UPRIGHT_FROM:
        top = rect.adjusted(0, 4, 0, -_BAR_HEIGHT - 24)
        painter.drawText(top, Qt.AlignmentFlag.AlignCenter, f"{year}\n{day}" if year else day)
        painter.setPen(QColor(colours.muted))
        where = rect.adjusted(0, rect.height() - _BAR_HEIGHT - 22, 0, -_BAR_HEIGHT - 5)
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, percent(counts.rate))
    else:
        painter.save()
        painter.translate(rect.left(), rect.bottom() - _BAR_HEIGHT - 6)
        painter.rotate(-90)
        line = f"{year}-{day}" if year else day
        along = QRect(0, 0, rect.height() - _BAR_HEIGHT - 8, rect.width())
        painter.drawText(along, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)
        painter.restore()
    if counts.rate is not None:
        painter.fillRect(foot, QColor(colours.line))
        high = round(foot.height() * counts.rate)
        painter.fillRect(QRect(foot.left(), foot.bottom() + 1 - high, foot.width(), high), QColor(colours.accent))


def days(period: Period) -> list[tuple[str, str]]:
    """Return how each meeting's day is written: the year where it begins, and month and day."""
    made, year = [], 0
    for meeting in period.meetings:
        made.append((str(meeting.held_on.year) if meeting.held_on.year != year else "", f"{meeting.held_on:%m-%d}"))
        year = meeting.held_on.year
    return made


def paint_legend(painter: QPainter, at: QPointF, colours: Colours) -> float:
    """Draw what the signs mean, in one line beginning at a point, and return how wide it is."""
    font = QFont(painter.font())
    font.setPixelSize(12)
    painter.setFont(font)
    left, side = at.x(), 18
    for mark in Mark:
        wanted = look(mark, colours)
        box = QRectF(left, at.y(), side, side)
        if wanted.ground:
            painter.fillRect(box, QColor(wanted.ground))
        paint_sign(painter, box, mark, QColor(wanted.sign))
        painter.setPen(QColor(colours.text))
        words = named(mark)
        width = painter.fontMetrics().horizontalAdvance(words)
        painter.drawText(QRectF(left + side + 4, at.y(), width + 4, side), Qt.AlignmentFlag.AlignVCenter, words)
        left += side + width + 18
    return left - at.x()


def picture(
    period: Period,
    title: str,
    colours: Colours,
    font: QFont,
    cell: int = USUAL,
    *,
    progress: Progress = NO_PROGRESS,
) -> QImage:
    """Return the whole period as a picture: title, names, days, marks and what they mean."""
    columns, lines = len(period.meetings), len(period.rows)
    width = max(2 * _MARGIN + NAME_WIDTH + columns * cell, 720)
    height = 2 * _MARGIN + 34 + HEAD_HEIGHT + lines * cell + 40
    sharp = _SHARP if width * height * _SHARP * _SHARP <= _MOST_PIXELS else 1
    image = QImage(width * sharp, height * sharp, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(sharp)
    image.fill(QColor(colours.base))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    large = QFont(font)
    large.setPixelSize(18)
    large.setBold(True)
    painter.setFont(large)
    painter.setPen(QColor(colours.text))
    painter.drawText(QRect(_MARGIN, _MARGIN, width - 2 * _MARGIN, 26), Qt.AlignmentFlag.AlignVCenter, title)
    top, left = _MARGIN + 34 + HEAD_HEIGHT, _MARGIN + NAME_WIDTH
    painter.setFont(font)
    for column, words in enumerate(days(period)):
        where = QRect(left + column * cell, top - HEAD_HEIGHT, cell, HEAD_HEIGHT)
        paint_meeting(painter, where, words, period.meeting_counts(column), colours)
    for line, row in enumerate(period.rows):
        progress(line, lines)
        paint_person(painter, QRect(_MARGIN, top + line * cell, NAME_WIDTH, cell), row, row.counts, colours)
        for column, mark in enumerate(row.marks):
            paint_mark(painter, QRect(left + column * cell, top + line * cell, cell, cell), mark, colours)
    painter.setPen(QColor(colours.line))
    for line in range(lines + 1):
        painter.drawLine(_MARGIN, top + line * cell - 1, left + columns * cell - 1, top + line * cell - 1)
    for column in range(columns + 1):
        painter.drawLine(left + column * cell - 1, top, left + column * cell - 1, top + lines * cell - 1)
    paint_legend(painter, QPointF(_MARGIN, top + lines * cell + 14), colours)
    painter.end()
    return image
