"""The dock 检查: what is missing or odd in the minutes; a click jumps there."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QListWidget, QListWidgetItem

from copu_desk.check import Finding
from copu_desk.gui.sentences import said

_PLACE = Qt.ItemDataRole.UserRole


class Findings(QObject):
    """Shows findings in a dock."""

    chosen = Signal(tuple)  # the place of a finding

    def __init__(self, dock: QDockWidget, view: QListWidget) -> None:
        super().__init__(dock)
        self._dock, self._view = dock, view
        view.itemActivated.connect(self._choose)
        view.itemClicked.connect(self._choose)
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
        self._dock.setWindowTitle(self.tr("检查：{} 处").format(count) if count else self.tr("检查"))
        self._dock.show()
        self._view.setFocus()

    def _choose(self, item: QListWidgetItem) -> None:
        if place := item.data(_PLACE):
            self.chosen.emit(tuple(place))
