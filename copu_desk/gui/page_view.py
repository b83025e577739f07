"""Shows pages one below the other, as on paper; they are drawn when they come into sight, at the size they are seen."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from copu_desk.gui.theme import colours

if TYPE_CHECKING:
    from copu_desk.writers.pdf.press import Pages

PAGE_WIDTH, WHOLE_PAGE = -1.0, -2.0  # zooms that follow the size of the view; others are factors of 96 dots an inch
SMALLEST, LARGEST = 0.25, 4.0
_STEP = 1.15
_DOTS = 96 / 72  # pixels a point at 100 %
_GAP, _LINE = 14, 40
_BAR = 3  # pixels; the mark beside the text that the cursor is in
_KEPT = 8  # pages drawn and kept


@dataclass(frozen=True, slots=True)
class Mark:
    """What the cursor is in: from a height on one page to a height on the same or a later one, in points."""

    page: int
    top: float
    end_page: int
    bottom: float


class PageView(QAbstractScrollArea):
    """Pages to be looked at, zoomed and clicked."""

    page_changed = Signal(int)  # the page in sight, from 0
    zoomed = Signal(float)  # the zoom that was set by keys or the wheel
    clicked = Signal(int, float, float)  # page, and points from its left and top

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: Pages | None = None
        self._drawn: dict[int, tuple[bytes, QSize, QPixmap]] = {}
        self._zoom = PAGE_WIDTH
        self._mark: Mark | None = None
        self._seen = -1
        self._high = 0.0  # how high a page was when the scroll bars were set
        self._pressed = QPointF()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.verticalScrollBar().valueChanged.connect(self._moved)

    # What is shown

    def pages(self) -> "Pages | None":
        """Return the pages that are shown."""
        return self._pages

    def set_pages(self, pages: "Pages | None") -> None:
        """Show other pages, or none; the place that is in sight stays in sight."""
        self._pages, self._mark = pages, None
        if pages is None:
            self._drawn.clear()
        self._lay_out()
        self._moved()

    def set_mark(self, mark: Mark | None) -> None:
        """Mark where the cursor is."""
        if mark != self._mark:
            self._mark = mark
            self.viewport().update()

    def show_mark(self) -> None:
        """Bring the mark into sight, if it is not."""
        if self._mark is None:
            return
        top, bottom = self._down(self._mark.page, self._mark.top), self._down(self._mark.end_page, self._mark.bottom)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if bottom - bar.value() < _GAP * 2 or top - bar.value() > height - _GAP * 2:
            bar.setValue(round(top - height / 3))

    def page(self) -> int:
        """Return the page in sight, from 0: the one that the upper third of the view is on."""
        if self._pages is None:
            return 0
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        return max(0, min(len(self._pages.pictures) - 1, int((middle - _GAP / 2) / (self._height() + _GAP))))

    def show_page(self, page: int) -> None:
        """Show a page from its top."""
        self.verticalScrollBar().setValue(round(self._down(page, 0) - _GAP))

    # Zoom

    def zoom(self) -> float:
        """Return the zoom: PAGE_WIDTH, WHOLE_PAGE or a factor."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Show the pages as wide as the view, whole, or at a factor of their size on paper; what is in sight stays."""
        self._zoom = zoom if zoom < 0 else max(SMALLEST, min(LARGEST, zoom))
        self._lay_out()
        self._moved()

    def factor(self) -> float:
        """Return how large the pages are shown now, 1.0 being their size on paper."""
        if self._zoom > 0 or self._pages is None:
            return max(self._zoom, SMALLEST)
        room = self.viewport().size()
        wide = (room.width() - 2 * _GAP) / (self._pages.width * _DOTS)
        high = (room.height() - 2 * _GAP) / (self._pages.height * _DOTS)
        return max(SMALLEST / 2, wide if self._zoom == PAGE_WIDTH else min(wide, high))

    def _turn_zoom(self, step: float) -> None:
        self.set_zoom(self.factor() * step)
        self.zoomed.emit(self._zoom)

    # Where things are, in pixels

    def _height(self) -> float:
        return self._pages.height * _DOTS * self.factor() if self._pages else 0

    def _width(self) -> float:
        return self._pages.width * _DOTS * self.factor() if self._pages else 0

    def _down(self, page: int, points: float) -> float:
        return _GAP + page * (self._height() + _GAP) + points * _DOTS * self.factor()

    def _left(self) -> float:
        room = self.viewport().width()
        return max(_GAP, (room - self._width()) / 2) - self.horizontalScrollBar().value()

    def _place(self, page: int) -> QRectF:
        top = self._down(page, 0) - self.verticalScrollBar().value()
        return QRectF(self._left(), top, self._width(), self._height())

    def _lay_out(self) -> None:
        """Set the scroll bars after the pages; where these have another size now, the same of them stays in sight."""
        bar, room = self.verticalScrollBar(), self.viewport().size()
        height, was = self._height(), self._high
        passed = bar.value() / (was + _GAP) if was else 0.0
        count = len(self._pages.pictures) if self._pages else 0
        bar.setPageStep(room.height())
        bar.setSingleStep(_LINE)
        bar.setRange(0, max(0, round(_GAP + count * (height + _GAP)) - room.height()))
        if was and height and height != was:
            bar.setValue(round(passed * (height + _GAP)))
        self._high = height or was
        across = self.horizontalScrollBar()
        across.setPageStep(room.width())
        across.setRange(0, max(0, round(self._width() + 2 * _GAP) - room.width()))
        self.viewport().update()

    def _moved(self) -> None:
        self.viewport().update()
        if self._seen != self.page():
            self._seen = self.page()
            self.page_changed.emit(self._seen)

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in sight, and the mark of the cursor."""
        painter = QPainter(self.viewport())
        now = colours()
        painter.fillRect(event.rect(), QColor(now.line).darker(108))
        if self._pages is None:
            return
        for page in range(len(self._pages.pictures)):
            place = self._place(page)
            if place.bottom() >= event.rect().top() and place.top() <= event.rect().bottom():
                painter.fillRect(place.translated(0, 2).adjusted(-1, -1, 1, 1), QColor(0, 0, 0, 50))
                target = place.toRect()
                painter.drawPixmap(target, self._picture(page, target.size()))
        if self._mark is not None:
            self._draw_mark(painter, QColor(now.accent))

    def _draw_mark(self, painter: QPainter, colour: QColor) -> None:
        mark = self._mark
        if mark is None or self._pages is None:
            return
        for page in range(mark.page, min(mark.end_page, len(self._pages.pictures) - 1) + 1):
            place = self._place(page)
            scale = _DOTS * self.factor()
            top = mark.top if page == mark.page else self._pages.height * 0.1
            bottom = mark.bottom if page == mark.end_page else self._pages.height * 0.9
            painter.fillRect(QRectF(place.left() + 4, place.top() + top * scale, _BAR, (bottom - top) * scale), colour)

    def _picture(self, page: int, size: QSize) -> QPixmap:
        """Return a page as it is drawn on this screen; one that has not changed is not drawn again."""
        assert self._pages is not None  # noqa: S101 - only called while there are pages
        data, wanted = self._pages.pictures[page], size * self.devicePixelRatioF()
        kept = self._drawn.pop(page, None)
        if kept is None or kept[0] != data or kept[1] != wanted:
            made = QPixmap(wanted)
            made.fill(Qt.GlobalColor.white)
            painter = QPainter(made)
            QSvgRenderer(data).render(painter, QRectF(0, 0, wanted.width(), wanted.height()))
            painter.end()
            kept = (data, wanted, made)
        self._drawn[page] = kept  # the last one seen is the last one to go
        while len(self._drawn) > _KEPT:
            del self._drawn[next(iter(self._drawn))]
        return kept[2]

    # Keys and the mouse

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new size."""
        super().resizeEvent(event)
        self._lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl and the wheel."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turn_zoom(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with Ctrl and + - 0; Home and End go to the first and the last page."""
        bar = self.verticalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            keys = {Qt.Key.Key_Plus: _STEP, Qt.Key.Key_Equal: _STEP, Qt.Key.Key_Minus: 1 / _STEP}
            if event.key() == Qt.Key.Key_0:
                self.set_zoom(PAGE_WIDTH)
                self.zoomed.emit(PAGE_WIDTH)
            elif event.key() in keys:
                self._turn_zoom(keys[Qt.Key(event.key())])
            else:
                super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(bar.minimum() if event.key() == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the mouse went down."""
        self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell where on which page was clicked."""
        at = event.position()
        if event.button() == Qt.MouseButton.LeftButton and (at - self._pressed).manhattanLength() < _GAP:
            self.click(at)
        super().mouseReleaseEvent(event)

    def click(self, at: QPointF) -> None:
        """Tell where on which page a point of the view is; beside the pages is nowhere."""
        for page in range(len(self._pages.pictures) if self._pages else 0):
            place = self._place(page)
            if place.contains(at):
                scale = _DOTS * self.factor()
                self.clicked.emit(page, (at.x() - place.left()) / scale, (at.y() - place.top()) / scale)
                return

    def sizeHint(self) -> QSize:
        """Ask for room in which a page can be read."""
        return QSize(420, 600)
