"""The widths of a table's columns: in a narrow window the others make room for the one with the words.

No column is narrower than its heading.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHeaderView, QTableView

LEAST = 160  # pixels that the column of the words keeps
_NARROWEST = 0.6  # of its usual width a column keeps


def heading(table: QTableView, column: int) -> int:
    """Return the pixels that the heading of a column needs."""
    header = table.horizontalHeader()
    header.ensurePolished()
    return header.sectionSizeHint(column)


class Widths(QObject):
    """Keeps the columns of a table as wide as they are meant to be, or as there is room for."""

    def __init__(self, table: QTableView, widths: Sequence[int], words: int = 0) -> None:
        """Give the columns their widths in pixels; the one of the words takes the rest, whatever its width says."""
        super().__init__(table)
        self._table, self._widths, self._words, self._share = table, widths, words, 0.0
        table.horizontalHeader().setSectionResizeMode(words, QHeaderView.ResizeMode.Stretch)
        table.viewport().installEventFilter(self)
        self._divide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Divide the room anew when there is more or less of it."""
        if event.type() == QEvent.Type.Resize:
            self._divide()
        return super().eventFilter(watched, event)

    def _divide(self) -> None:
        others = [column for column in range(len(self._widths)) if column != self._words]
        room = self._table.viewport().width() - LEAST
        share = min(1.0, max(_NARROWEST, room / sum(self._widths[column] for column in others)))
        if share != self._share:  # else widths that the user chose stay
            self._share = share
            for column in others:
                width = int(self._widths[column] * share)
                self._table.setColumnWidth(column, max(width, heading(self._table, column)))
