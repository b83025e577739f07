"""The dialog 合并人员: several entries of one person beside what becomes of them."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from copu_desk import roster
from copu_desk.gui import forms
from copu_desk.gui.sentences import aside
from copu_desk.gui.words import person_fields, person_words
from copu_desk.model import Person


class MergeDialog(QDialog):
    """Asks which entry is kept, and shows the one entry that will be left."""

    kept: QComboBox
    table: QTableWidget
    said: QLabel
    buttons: QDialogButtonBox

    def __init__(self, people: Sequence[Person], series: Mapping[str, str], parent: QWidget | None = None) -> None:
        """Show the entries of one person; `series` are the names of the series by their ids."""
        super().__init__(parent)
        forms.load(self, "merge_dialog")
        self._people, self._series = people, series
        for person in people:
            self.kept.addItem(f"{person.name}{aside(person.organization)}", person.id)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.kept.currentIndexChanged.connect(lambda _row: self._show())
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("合并"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("取消"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the rows as high as their words need, now that the columns are as wide as they will be."""
        super().showEvent(event)
        self.table.resizeRowsToContents()

    def chosen(self) -> str:
        """Return the id of the entry that is kept."""
        identity: str = self.kept.currentData()
        return identity

    def _show(self) -> None:
        (whole,) = roster.merged(self._people, self.chosen(), [person.id for person in self._people])
        columns = [*self._people, whole]
        self.table.setColumnCount(len(columns))
        self.table.setHorizontalHeaderLabels(
            [self.tr("第 {} 条").format(number) for number in range(1, len(columns))] + [self.tr("合并后")]
        )
        self.table.setRowCount(len(roster.FIELD_WORDS))
        self.table.setVerticalHeaderLabels([*person_fields().values()])
        for row, field in enumerate(roster.FIELD_WORDS):
            for column, person in enumerate(columns):
                cell = QTableWidgetItem(person_words(person, field, self._series))
                if person is whole:
                    font = cell.font()
                    font.setBold(True)
                    cell.setFont(font)
                self.table.setItem(row, column, cell)
