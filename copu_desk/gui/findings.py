"""The dock 检查: what is missing or odd in the minutes; a click jumps there."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDockWidget, QListWidget, QListWidgetItem, QMainWindow, QWidget
from shiboken6 import isValid

from copu_desk.check import Finding
from copu_desk.gui.sentences import said

_PLACE = Qt.ItemDataRole.UserRole
_FEWEST, _MOST, _UNDER = 2, 6, 4  # rows in sight at first, and pixels below them


class Findings(QObject):
    """Shows findings in a dock."""

    chosen = Signal(tuple)  # the place of a finding

    def __init__(self, dock: QDockWidget, view: QListWidget) -> None:
        super().__init__(dock)
        self._dock, self._view = dock, view
        view.itemActivated.connect(self._choose)
        view.itemClicked.connect(self._choose)
        self._came_from: QWidget | None = None
        self._sized = False
        leave = QShortcut(QKeySequence("Esc"), view, context=Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self._leave)
        dock.hide()

    def show(self, found: Iterable[Finding]) -> None:
        """Show findings, or that there are none."""
        self._view.clear()
        for finding in found:
            item = QListWidgetItem(said(finding.words))
            item.setData(_PLACE, finding.place)
            self._view.addItem(item)
        count = self._view.count()
        if not count:
            self._view.addItem(self.tr("没有发现问题。"))
        self._dock.setWindowTitle(self.tr("检查：{} 处", "", count).format(count) if count else self.tr("检查"))
        widget = QApplication.focusWidget()
        if widget is not None and widget is not self._view and widget.window() is self._dock.window():
            self._came_from = widget
        self._dock.show()
        if not self._sized:
            self._sized = True
            self._fit()
        self._view.setFocus()

    def _fit(self) -> None:
        """Take no more height than the findings need: the page they lead to is above them. One may drag it later."""
        row = max(1, self._view.sizeHintForRow(0))
        spare = self._dock.height() - self._view.viewport().height()
        window = self._dock.window()
        if isinstance(window, QMainWindow):
            height = spare + row * min(max(self._view.count(), _FEWEST), _MOST) + _UNDER
            window.resizeDocks([self._dock], [height], Qt.Orientation.Vertical)

    def _leave(self) -> None:
        """Fold the list away, and give the keys back to where they were."""
        self._dock.hide()
        if self._came_from is not None and isValid(self._came_from):
            self._came_from.setFocus()

    def _choose(self, item: QListWidgetItem) -> None:
        if place := item.data(_PLACE):
            self.chosen.emit(tuple(place))
