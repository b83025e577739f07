"""The dialog 导入以往纪要: what was found in the files, beside its source, corrected before it is taken."""

from dataclasses import replace
from html import escape

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QTextBrowser,
    QWidget,
)

from copu_desk.desk.past import Past, known_days
from copu_desk.gui import forms, movable
from copu_desk.gui.past_page import told
from copu_desk.gui.past_rows import DAY, FILE, ITEMS, NOTES, PEOPLE, SERIES, TAKE, TITLE, PastRows
from copu_desk.gui.sorting import Sorting
from copu_desk.library import Library

_WIDTHS = {TAKE: 84, DAY: 100, SERIES: 130, TITLE: 210, PEOPLE: 74, ITEMS: 46, FILE: 150}
_LONGEST_SOURCE = 200_000  # characters that are shown; all of them are taken


class PastImport(QDialog):
    """A table of the meetings that were found, and the chosen one beside its source."""

    summary: QLabel
    only_odd: QCheckBox
    series: QComboBox
    put_series: QPushButton
    take_chosen: QPushButton
    leave_chosen: QPushButton
    table: QTableView
    split: QSplitter
    source: QPlainTextEdit
    understood: QTextBrowser
    buttons: QDialogButtonBox

    def __init__(self, found: list[Past], library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "past_import")
        self.model = PastRows(found, known_days(library))
        self._take = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("取消"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._fill_table()
        self.series.addItems([one.name for one in library.series()])
        self.series.setCurrentText("")
        self.put_series.clicked.connect(self._put_series)
        self.take_chosen.clicked.connect(lambda: self.model.put(self.chosen_rows(), take=True))
        self.leave_chosen.clicked.connect(lambda: self.model.put(self.chosen_rows(), take=False))
        self.only_odd.toggled.connect(self._filter)
        self.model.counted.connect(self._count)
        self._count()
        self.table.setFocus()  # the rows come first, though Tab reaches their filter before them

    def taken(self) -> list[Past]:
        """Return what is to be taken, as corrected."""
        return [
            replace(
                row.past, meeting=replace(row.past.meeting, held_on=row.held_on, title=row.title), series=row.series
            )
            for row in self.model.found
            if row.take and row.held_on is not None and self.model.can_take(row)
        ]

    def chosen_rows(self) -> list[int]:
        """Return the rows that are selected and in sight."""
        return movable.chosen_rows(self.table)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the space bar tick all selected rows, wherever the cursor is in them."""
        space = (
            isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space
        )
        if watched is self.table and space and (rows := self.chosen_rows()):
            self.model.put(rows, take=not all(self.model.rows[row].take for row in rows))
            return True
        return super().eventFilter(watched, event)

    def _fill_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.installEventFilter(self)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
        table.horizontalHeader().setSectionResizeMode(NOTES, QHeaderView.ResizeMode.Stretch)
        table.selectionModel().currentRowChanged.connect(lambda index, _before: self._show(index.row()))
        self.sorting = Sorting(table)
        self.sorting.changed.connect(self._sort)
        self.split.setSizes([500, 500])
        if self.model.rows:
            first = self.model.index(0, DAY)
            table.selectionModel().setCurrentIndex(
                first, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            )

    def _put_series(self) -> None:
        name = " ".join(self.series.currentText().split())
        if name:
            self.model.put(self.chosen_rows(), series=name)

    def _sort(self) -> None:
        self.model.put_in_order(self.sorting.column, descending=self.sorting.descending)
        self._filter(self.only_odd.isChecked())
        self.table.scrollTo(self.table.currentIndex())

    def _filter(self, only: bool) -> None:
        for place, row in enumerate(self.model.rows):
            self.table.setRowHidden(place, only and not self.model.notes(row) and row.take)

    def _count(self) -> None:
        rows = self.model.rows
        count = len(self.taken())
        odd = sum(bool(self.model.notes(row)) for row in rows)
        files = len({row.past.path for row in rows})
        words = self.tr("{} 个文件里找到 {} 次会议，将导入 {} 次。").format(
            files, sum(not row.past.fault for row in rows), count
        )
        if missing := sum(row.held_on is None and not row.past.fault for row in rows):
            words += self.tr("{} 次缺日期，补上才能导入。").format(missing)
        if faults := sum(bool(row.past.fault) for row in rows):
            words += self.tr("{} 个文件读不了。", "", faults).format(faults)
        self.summary.setText(words)
        self.only_odd.setText(self.tr("只看要留意的（{}）").format(odd))
        self._take.setText(self.tr("导入 {} 次会议", "", count).format(count))
        self._take.setEnabled(count > 0)
        self._show(self.table.currentIndex().row())

    def _show(self, place: int) -> None:
        if not 0 <= place < len(self.model.rows):
            return
        row = self.model.rows[place]
        self.source.setPlainText(row.past.source[:_LONGEST_SOURCE])
        meeting = replace(row.past.meeting, title=row.title)
        notes = self.model.notes(row)
        self.understood.setHtml(f"<p>{escape(notes)}</p>" if row.past.fault else told(meeting, row.series, notes))
