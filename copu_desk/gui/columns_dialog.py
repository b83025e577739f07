"""The dialog 指明各列: what the columns of a table hold that no platform known here writes."""

from collections.abc import Mapping
from itertools import islice

from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from copu_desk.gui import forms
from copu_desk.recognize.columns import by_words, key
from copu_desk.sheet import Grid

_ABOVE = 2  # rows that stay in sight above the headings, in case these are there
_SHOWN = 30  # rows
_WIDEST = 40  # columns


class ColumnsDialog(QDialog):
    """Shows the beginning of a table and asks for the row of headings and what stands under each."""

    told: QLabel
    sheet_label: QLabel
    sheet: QComboBox
    head: QSpinBox
    cells: QTableWidget
    complaint: QLabel
    buttons: QDialogButtonBox

    def __init__(self, grids: tuple[Grid, ...], file: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "columns_dialog")
        self._grids = grids
        self._fields = {
            "": self.tr("（不用）"),
            "name": self.tr("姓名"),
            "joined": self.tr("入会时间"),
            "left": self.tr("离会时间"),
            "length": self.tr("时长"),
            "organization": self.tr("单位或部门"),
            "account": self.tr("邮箱或工号"),
            "role": self.tr("身份"),
        }
        self.told.setText(
            self.tr("没有认出“{}”的各列。请在第一行选出每列是什么，至少要有姓名；以后同样的表头就认得了。").format(file)
        )
        for number, grid in enumerate(grids, 1):
            self.sheet.addItem(grid.name or self.tr("第 {} 张").format(number))
        for widget in (self.sheet, self.sheet_label):
            widget.setVisible(len(grids) > 1)
        self.cells.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("继续"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("取消"))
        self.sheet.currentIndexChanged.connect(lambda _row: self._show_sheet())
        self.head.valueChanged.connect(lambda _row: self._guess())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._show_sheet()

    def headings(self) -> str:
        """Return what the row of headings is remembered by."""
        return key(self._grid.rows[self.head.value() - 1])

    def columns(self) -> Mapping[str, int]:
        """Return which column holds what."""
        found: dict[str, int] = {}
        for column, box in enumerate(self._boxes()):
            if box.currentData():
                found.setdefault(box.currentData(), column)
        return found

    @property
    def _grid(self) -> Grid:
        return self._grids[self.sheet.currentIndex()]

    def _show_sheet(self) -> None:
        """Show the first rows of a sheet, under a row of boxes."""
        rows = list(islice(self._grid.rows, _SHOWN))
        width = min(_WIDEST, max(map(len, rows)))
        self.cells.clear()
        self.cells.setRowCount(len(rows) + 1)
        self.cells.setColumnCount(width)
        self.cells.setVerticalHeaderLabels(["", *map(str, range(1, len(rows) + 1))])
        before: QWidget = self.cells  # boxes that are made later come after the buttons by themselves
        for column in range(width):
            box = QComboBox()
            box.setAccessibleName(self.tr("第 {} 列是什么").format(column + 1))
            for field, words in self._fields.items():
                box.addItem(words, field)
            box.currentIndexChanged.connect(lambda _row: self._complain())
            self.cells.setCellWidget(0, column, box)
            self.setTabOrder(before, box)
            before = box
            self.cells.setColumnWidth(column, 130)
        for at, row in enumerate(rows, 1):
            for column, words in enumerate(row[:width]):
                self.cells.setItem(at, column, QTableWidgetItem(words))
        self.head.blockSignals(True)
        self.head.setMaximum(len(rows))
        widest = max(range(len(rows)), key=lambda at: (sum(map(bool, rows[at])), -at))
        self.head.setValue(widest + 1)
        self.head.blockSignals(False)
        self._guess()

    def _guess(self) -> None:
        """Choose what the words of the headings tell."""
        known = by_words(self._grid.rows[self.head.value() - 1])
        for column, box in enumerate(self._boxes()):
            field = next((field for field, at in known.items() if at == column), "")
            box.setCurrentIndex(max(0, box.findData(field)))
        for row in range(1, self.cells.rowCount()):
            self.cells.setRowHidden(row, row < self.head.value() - _ABOVE)  # so that boxes and headings are in sight
        self.cells.setCurrentCell(self.head.value(), 0)
        self.cells.scrollToTop()
        self._complain()

    def _boxes(self) -> list[QComboBox]:
        found = (self.cells.cellWidget(0, column) for column in range(self.cells.columnCount()))
        return [box for box in found if isinstance(box, QComboBox)]

    def _complain(self) -> None:
        chosen = [box.currentData() for box in self._boxes() if box.currentData()]
        twice = next((field for field in chosen if chosen.count(field) > 1), "")
        words = ""
        if "name" not in chosen:
            words = self.tr("请指明哪一列是姓名。")
        elif twice:
            words = self.tr("“{}”选了两列，请只留一列。").format(self._fields[twice])
        self.complaint.setText(words)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not words)
