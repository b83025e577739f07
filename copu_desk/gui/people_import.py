"""The dialog 导入人员: what a list would bring to the roster, before any of it is taken."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from copu_desk import roster
from copu_desk.gui import forms
from copu_desk.gui.sentences import labelled, listed, said
from copu_desk.gui.words import person_fields, person_words
from copu_desk.roster import Arrival, Arriving

_WIDTHS = (104, 100, 170, 130)
_COLUMNS = ("name", "organization", "title")


class PeopleImport(QDialog):
    """Shows who is new and what would change, each with a tick; `chosen` are those still ticked."""

    summary: QLabel
    table: QTableWidget
    notes_label: QLabel
    notes: QPlainTextEdit
    buttons: QDialogButtonBox

    def __init__(self, found: Arriving, series: Mapping[str, str], parent: QWidget | None = None) -> None:
        """Show what a list would bring; `series` are the names of the series by their ids."""
        super().__init__(parent)
        forms.load(self, "people_import")
        self._found, self._series = found, {**series, **{one.id: one.name for one in found.series}}
        self._take = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("取消"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._fill()
        self.table.itemChanged.connect(lambda _item: self._count())
        self._count()

    def chosen(self) -> list[Arrival]:
        """Return who is to be taken."""
        ticked = (self.table.item(row, 0) for row in range(self.table.rowCount()))
        return [
            arrival
            for arrival, item in zip(self._found.arrivals, ticked, strict=True)
            if item and item.checkState() is Qt.CheckState.Checked
        ]

    def _fill(self) -> None:
        heads = [self.tr("取"), self.tr("姓名"), self.tr("单位"), self.tr("职务"), self.tr("内容")]
        self.table.setColumnCount(len(heads))
        self.table.setHorizontalHeaderLabels(heads)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.setRowCount(len(self._found.arrivals))
        for row, arrival in enumerate(self._found.arrivals):
            tick = QTableWidgetItem(self.tr("改动") if arrival.before else self.tr("新增"))
            tick.setFlags(tick.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            tick.setCheckState(Qt.CheckState.Checked)
            self.table.setItem(row, 0, tick)
            person = arrival.after
            for column, words in enumerate((person.name, person.organization, person.title, self._what(arrival)), 1):
                cell = QTableWidgetItem(words)
                cell.setToolTip(words)
                self.table.setItem(row, column, cell)
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, width)
        self.table.horizontalHeader().setSectionResizeMode(len(heads) - 1, QHeaderView.ResizeMode.Stretch)
        self.notes.setPlainText("\n".join(map(said, self._found.notes)))
        for widget in (self.notes, self.notes_label):
            widget.setVisible(bool(self._found.notes))
        if self._found.arrivals:
            self.table.setCurrentCell(0, 0)

    def _what(self, arrival: Arrival) -> str:
        words = person_fields()
        told = roster.changes(arrival, self._series, person_words)
        empty = self.tr("（空）")
        if arrival.before:
            facts = [(field, f"{old or empty} → {new}") for field, old, new in told]
        else:
            facts = [(field, new) for field, _old, new in told if field not in _COLUMNS]
        return self.tr("；").join(labelled(words[field], fact) for field, fact in facts)

    def _count(self) -> None:
        new = sum(one.before is None for one in self._found.arrivals)
        changed = len(self._found.arrivals) - new
        words = self.tr("新增 {} 位，改动 {} 位，{} 位没有变化。").format(new, changed, self._found.same)
        if self._found.series:
            words += self.tr("新的系列：{}。").format(listed(one.name for one in self._found.series))
        self.summary.setText(words)
        count = len(self.chosen())
        self._take.setText(self.tr("导入 {} 位").format(count))
        self._take.setEnabled(count > 0)
