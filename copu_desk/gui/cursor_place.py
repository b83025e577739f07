"""Knows which place of the meeting the secretary is at: that of the field or the row that has the focus."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from copu_desk.gui.fields import Field
from copu_desk.gui.records import Records
from copu_desk.gui.rich_edit import RichEdit
from copu_desk.model import Place


class CursorPlace(QObject):
    """Tells when the cursor goes to another place, of the meeting that one window shows."""

    moved = Signal(object, int)  # the place, and the row of the body there (-1 where there is none)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._last: tuple[Place, int] = ((), -1)
        self._heard: QObject | None = None
        QApplication.instance().focusChanged.connect(self._turned)  # type: ignore[union-attr]

    def _turned(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or now.window() is not self._window:
            return
        if self._heard is not None:
            self._heard.disconnect(self)
            self._heard = None
        view = next((one for one in _upwards(now) if isinstance(one, QAbstractItemView)), None)
        if isinstance(now, RichEdit):
            now.cursorPositionChanged.connect(self._look)
            self._heard = now
        elif view is not None and view.selectionModel() is not None:
            view.selectionModel().currentChanged.connect(self._look)
            self._heard = view.selectionModel()
        self._look()

    def _look(self) -> None:
        widget = QApplication.focusWidget()
        if widget is None or widget.window() is not self._window:
            return
        found = place_of(widget)
        if found[0] and found != self._last:
            self._last = found
            self.moved.emit(*found)


def place_of(widget: QWidget) -> tuple[Place, int]:
    """Return the place of the meeting that a widget edits, and the row of the body there; () for other widgets."""
    for one in _upwards(widget):
        field = next((child for child in one.children() if isinstance(child, Field)), None)
        if field is not None and field.place:
            return field.place, one.textCursor().blockNumber() if isinstance(one, RichEdit) else -1
        if isinstance(one, QAbstractItemView) and isinstance(records := one.model(), Records):
            index = one.currentIndex()
            if records.place and index.isValid() and index.row() < len(records.rows):
                return (*records.place, records.rows[index.row()].id, records.columns[index.column()].field), -1
    return (), -1


def _upwards(widget: QWidget) -> list[QWidget]:
    found: list[QWidget] = []
    one: QWidget | None = widget
    while one is not None and not one.isWindow():
        found.append(one)
        one = one.parentWidget()
    return found
