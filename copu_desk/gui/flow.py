"""A row of widgets that goes on in a second line where the window is too narrow for one."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QSpacerItem, QWidget


class FlowLayout(QLayout):
    """Lays widgets out in lines, a label never apart from what it names; a spacer takes what a single line has left."""

    def __init__(self, parent: QWidget, spacing: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._known: dict[int, list[list[QLayoutItem]]] = {}  # the lines in each width that was asked for
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item in after the others (Qt calls this)."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, None beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item away, None beyond the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than the lines need."""
        return Qt.Orientation(0)

    def invalidate(self) -> None:
        """Forget the lines: a widget came, went or needs other room (Qt calls this)."""
        self._known.clear()
        super().invalidate()

    def hasHeightForWidth(self) -> bool:
        """Say that fewer pixels in width take more in height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines in a width."""
        lines = self._lines(width)
        return sum(map(_height, lines)) + self.spacing() * max(0, len(lines) - 1)

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        shown = self._shown()
        widths = [item.sizeHint().width() for item in shown]
        return QSize(sum(widths) + self.spacing() * max(0, len(widths) - 1), _height(shown))

    def minimumSize(self) -> QSize:
        """Return the width of the widest widget with its label, and the height of one line."""
        widest = max((self._width(unit) for unit in self._units()), default=0)
        return QSize(widest, _height(self._shown()))

    def setGeometry(self, rect: QRect) -> None:
        """Put the widgets into their places."""
        super().setGeometry(rect)
        top = rect.top()
        lines = self._lines(rect.width())
        for line in lines:
            height, left = _height(line), rect.left()
            spare = rect.width() - self._width(line) if len(lines) == 1 else 0
            for item in line:
                if isinstance(item, QSpacerItem):
                    left += max(0, spare)
                    spare = 0
                    continue
                size = item.sizeHint()
                item.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), size))
                left += size.width() + self.spacing()
            top += height + self.spacing()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if isinstance(item, QSpacerItem) or not item.isEmpty()]

    def _units(self) -> list[list[QLayoutItem]]:
        """Return what stays together: a label and what follows it."""
        units: list[list[QLayoutItem]] = []
        glued = False
        for item in self._shown():
            if glued:
                units[-1].append(item)
            else:
                units.append([item])
            glued = isinstance(item.widget(), QLabel)
        return units

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        if width not in self._known:
            self._known[width] = self._broken(width)
        return self._known[width]

    def _broken(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        for unit in self._units():
            if lines and self._width([*lines[-1], *unit]) <= width:
                lines[-1] += unit
            else:
                lines.append(list(unit))
        return lines

    def _width(self, items: list[QLayoutItem]) -> int:
        widths = [item.sizeHint().width() for item in items if not isinstance(item, QSpacerItem)]
        return sum(widths) + self.spacing() * max(0, len(widths) - 1)


def let_wrap(row: QWidget) -> None:
    """Give a widget, whose form has it as one row, a row that goes on in a second line."""
    old = row.layout()
    assert old is not None  # noqa: S101 - the form has it
    spacing, items = old.spacing(), []
    while (item := old.takeAt(0)) is not None:
        items.append(item)
    QWidget().setLayout(old)  # a widget gives its layout up to another one only
    flow = FlowLayout(row, spacing)
    for item in items:
        if widget := item.widget():
            flow.addWidget(widget)
        else:
            flow.addItem(item)


def _height(items: list[QLayoutItem]) -> int:
    return max((item.sizeHint().height() for item in items if not isinstance(item, QSpacerItem)), default=0)
