"""The dialog in which a table of a text is edited."""

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
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
        self._headers = table.header_rows
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
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def table(self) -> Table:
        """Return the table as edited."""
        rows = tuple(
            tuple(self._cell(row, column) for column in range(self.cells.columnCount()))
            for row in range(self.cells.rowCount())
        )
        return Table(rows, max(1, self._headers) if self.headed.isChecked() else 0)

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
