"""What the signs of the heat map mean, in one line."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from copu_desk.attendance import Mark
from copu_desk.gui import theme
from copu_desk.gui.heat_paint import paint_legend
from copu_desk.gui.sentences import listed
from copu_desk.gui.words import named


class Legend(QWidget):
    """The signs and their words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(listed(map(named, Mark)))

    def sizeHint(self) -> QSize:
        """Return the size that the words take."""
        canvas = QPixmap(1, 1)  # must outlive the painter
        painter = QPainter(canvas)
        painter.setFont(self.font())
        width = paint_legend(painter, QPointF(), theme.colours())
        painter.end()
        return QSize(int(width), 22)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them."""
        painter = QPainter(self)
        paint_legend(painter, QPointF(0, 2), theme.colours())
        painter.end()
