"""The dialog in which a table of a text is edited."""

import csv
from contextlib import suppress
from dataclasses import replace
from io import StringIO

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QMessageBox,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from copu_desk.document import Spans, Table, clean, spans, words_of
from copu_desk.gui import forms


class TableDialog(QDialog):
    """Edits a table cell by cell; cells that were not touched keep their faces."""

    cells: QTableWidget
    add_row: QPushButton
    add_column: QPushButton
    remove_row: QPushButton
    remove_column: QPushButton
    headed: QCheckBox
    buttons: QDialogButtonBox

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "table_dialog")
        self._table = table
        self._old: dict[int, Spans] = {}  # by the identity of the cell: rows and columns move
        columns = max((len(row) for row in table.rows), default=1)
        self.cells.setRowCount(max(1, len(table.rows)))
        self.cells.setColumnCount(max(1, columns))
        for at, row in enumerate(table.rows):
            for column, cell in enumerate(row):
                item = QTableWidgetItem(words_of(cell))
                self._old[id(item)] = cell
                self.cells.setItem(at, column, item)
        self.headed.setChecked(table.header_rows > 0)
        self.cells.setCurrentCell(0, 0)
        self.cells.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.cells.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.add_row.clicked.connect(lambda: self.cells.insertRow(self.cells.currentRow() + 1))
        self.add_column.clicked.connect(lambda: self.cells.insertColumn(self.cells.currentColumn() + 1))
        self.remove_row.clicked.connect(self._remove_row)
        self.remove_column.clicked.connect(self._remove_column)
        for key, task in (("Ctrl+V", self._paste), ("Delete", self._clear)):
            shortcut = QShortcut(QKeySequence(key), self.cells, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(task)
        self._before = self.table()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def table(self) -> Table:
        """Return the table as edited."""
        rows = tuple(
            tuple(self._cell(row, column) for column in range(self.cells.columnCount()))
            for row in range(self.cells.rowCount())
        )
        headers = max(1, self._table.header_rows) if self.headed.isChecked() else 0
        same = len(rows[0]) == max(map(len, self._table.rows), default=0)
        return replace(self._table, rows=rows, header_rows=headers, widths=self._table.widths if same else ())

    def reject(self) -> None:
        """Leave the table as it was; ask before changes are lost."""
        if self.table() != self._before:
            words = self.tr("表格里的改动还没有放进正文。放弃这些改动吗？")
            if QMessageBox.question(self, self.windowTitle(), words) != QMessageBox.StandardButton.Yes:
                return
        super().reject()

    def _paste(self) -> None:
        """Put cells of a spreadsheet, or lines of text, in from the current cell on; the table grows as they need."""
        rows = cells_of(QGuiApplication.clipboard().text())
        top, left = max(0, self.cells.currentRow()), max(0, self.cells.currentColumn())
        self.cells.setRowCount(max(self.cells.rowCount(), top + len(rows)))
        self.cells.setColumnCount(max(self.cells.columnCount(), left + max(map(len, rows), default=0)))
        for row, line in enumerate(rows, top):
            for column, cell in enumerate(line, left):
                self._write(row, column, cell)

    def _clear(self) -> None:
        for index in self.cells.selectedIndexes():
            self._write(index.row(), index.column(), "")

    def _write(self, row: int, column: int, words: str) -> None:
        item = self.cells.item(row, column)
        if item is None:
            self.cells.setItem(row, column, QTableWidgetItem(words))
        else:
            item.setText(words)

    def _cell(self, row: int, column: int) -> Spans:
        item = self.cells.item(row, column)
        if item is None:
            return ()
        old = self._old.get(id(item), ())
        return old if words_of(old) == item.text() else spans(clean(item.text()))

    def _remove_row(self) -> None:
        if self.cells.rowCount() > 1:
            self.cells.removeRow(max(0, self.cells.currentRow()))

    def _remove_column(self) -> None:
        if self.cells.columnCount() > 1:
            self.cells.removeColumn(max(0, self.cells.currentColumn()))


def cells_of(words: str) -> list[list[str]]:
    """Return the cells that a spreadsheet put on the clipboard, row by row: tabs between them, quotes around breaks."""
    plain = words.rstrip("\r\n")
    if "\t" in plain:
        with suppress(csv.Error):  # a cell longer than any
            return list(csv.reader(StringIO(plain, newline=""), delimiter="\t"))
    return [line.split("\t") for line in plain.splitlines()]
