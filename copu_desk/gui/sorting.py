"""Sorting the rows of a table at its headings: Chinese by pinyin, what is empty last, stable; what is stored stays.

A click sorts by a column, another turns the order round, a third takes it back; Ctrl+Shift+S does so by keys.
"""

from collections.abc import Callable, Iterable
from functools import cmp_to_key
from typing import Any, TypeVar

from PySide6.QtCore import QCollator, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTableView

from copu_desk.gui.locking import for_looking

KEY = "Ctrl+Shift+S"
T = TypeVar("T")


def in_order(rows: Iterable[T], value: Callable[[T], Any], *, descending: bool = False) -> list[T]:
    """Return rows in the order of a value of each; rows whose value is None or "" come last in their own order."""
    rows = list(rows)
    compare = _collator().compare
    full = [row for row in rows if value(row) not in (None, "")]
    empty = [row for row in rows if value(row) in (None, "")]

    def key(row: T) -> Any:
        found = value(row)
        return cmp_to_key(compare)(found) if isinstance(found, str) else found

    return [*sorted(full, key=key, reverse=descending), *empty]


def _collator() -> QCollator:
    """Return the order of Chinese words by pinyin, and of numbers in words by their value."""
    collator = QCollator(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    collator.setNumericMode(True)
    return collator


class Sorting(QObject):
    """The order that the user asks for at the headings of a table."""

    changed = Signal()

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table, self._header = table, table.horizontalHeader()
        for signal in (self._header.sectionPressed, self._header.sectionEntered):
            signal.disconnect()  # else a click would select a whole column
        self._header.setSectionsClickable(True)
        self._header.setSortIndicatorClearable(True)
        self._header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._header.setSortIndicatorShown(True)
        self._header.sortIndicatorChanged.connect(lambda _column, _order: self.changed.emit())
        shortcut = QShortcut(QKeySequence(KEY), table, context=Qt.ShortcutContext.WidgetShortcut)
        for_looking(shortcut)
        shortcut.activated.connect(self._next)

    @property
    def column(self) -> int:
        """The column by which the rows are sorted, -1 for none."""
        return self._header.sortIndicatorSection()

    @property
    def descending(self) -> bool:
        """Whether the last come first."""
        return self._header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder

    def sort(self, column: int, *, descending: bool = False) -> None:
        """Sort by a column as if its heading were clicked; -1 takes the order back."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self._header.setSortIndicator(column, order)

    def _next(self) -> None:
        """Sort by the column of the cursor, then the other way round, then not at all."""
        column = self._table.currentIndex().column()
        if column != self.column:
            self.sort(column)
        elif not self.descending:
            self.sort(column, descending=True)
        else:
            self.sort(-1)
