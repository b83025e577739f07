"""The dialog 导入考勤台账: the meetings that a ledger would bring, before any of them is taken."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from copu_desk import desk
from copu_desk.desk.ledger import LedgerFile
from copu_desk.gui import forms, plain_table
from copu_desk.gui.sentences import labelled, listed, said
from copu_desk.gui.words import choices
from copu_desk.ledger import Blank, usual_blank
from copu_desk.library import Library
from copu_desk.model import Presence, Series

_SHOWN = (Presence.ONSITE, Presence.ONLINE, Presence.EXCUSED, Presence.ABSENT, Presence.UNMARKED)
_WIDTHS = (84, 120, 62, 62, 62, 62, 62)


class LedgerImport(QDialog):
    """Asks for the series and what empty cells mean, and shows each day with its counts; `chosen` are those ticked."""

    where: QLabel
    series: QComboBox
    blank: QComboBox
    summary: QLabel
    table: QTableWidget
    notes_label: QLabel
    notes: QPlainTextEdit
    buttons: QDialogButtonBox

    def __init__(self, file: LedgerFile, library: Library, series: str, parent: QWidget | None = None) -> None:
        """Show what a file would bring into a series (its name)."""
        super().__init__(parent)
        forms.load(self, "ledger_import")
        self._file, self._library = file, library
        self._people, self._entries = library.people(), library.entries()
        self.found: list[desk.Imported] = []
        self._take = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("取消"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        people = len({(one.name, one.organization) for ledger in file.ledgers for one in ledger.people})
        sheets = listed(ledger.sheet for ledger in file.ledgers if ledger.sheet)
        words = self.tr("{}：{} 人", "", people).format(file.path.name, people)
        self.where.setText(words + (self.tr("（工作表：{}）").format(sheets) if sheets else ""))
        self.series.addItems([one.name for one in library.series()] or [desk.DEFAULT_SERIES])
        self.series.setCurrentText(series or self.series.itemText(0))
        self.blank.addItem(self.tr("缺席"), Blank.ABSENT)
        self.blank.addItem(self.tr("不在名单"), Blank.LEFT_OUT)
        self.blank.setCurrentIndex(self.blank.findData(usual_blank(file.ledgers[0])))
        self._prepare_table()
        self.series.currentTextChanged.connect(lambda _name: self._fill())
        self.blank.currentIndexChanged.connect(lambda _row: self._fill())
        self.table.itemChanged.connect(lambda _item: self._count())
        self._fill()

    def series_name(self) -> str:
        """Return the name of the series the meetings go into."""
        return self.series.currentText().strip() or desk.DEFAULT_SERIES

    def chosen(self) -> list[desk.Imported]:
        """Return the meetings to be taken."""
        ticked = (self.table.item(row, 0) for row in range(self.table.rowCount()))
        return [
            one
            for one, item in zip(self.found, ticked, strict=True)
            if item and item.checkState() is Qt.CheckState.Checked
        ]

    def _prepare_table(self) -> None:
        words = choices(Presence)
        heads = [self.tr("取"), self.tr("日期"), *(words[one] for one in _SHOWN), self.tr("资料库里")]
        plain_table.set_up(self.table, heads, _WIDTHS, len(heads) - 1)

    def _fill(self) -> None:
        name = self.series_name()
        series = next((one for one in self._library.series() if one.name == name), None) or Series(name=name)
        blank = Blank(self.blank.currentData())  # Qt keeps the word alone
        left = {one.meeting.held_on for one in self.found if one.duplicate is None} - {
            one.meeting.held_on for one in self.chosen()
        }  # what somebody unticked stays so, whatever the series is called
        self.found = desk.ledger_meetings(self._file, self._people, series, self._entries, blank)
        self.table.blockSignals(True)
        self.table.setRowCount(len(self.found))
        for row, one in enumerate(self.found):
            counted = Counter(attendee.presence for attendee in one.meeting.attendees)
            tick = QTableWidgetItem(self.tr("跳过") if one.duplicate else self.tr("新增"))
            unwanted = one.duplicate or one.meeting.held_on in left
            tick.setCheckState(Qt.CheckState.Unchecked if unwanted else Qt.CheckState.Checked)
            tick.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | (Qt.ItemFlag.NoItemFlags if one.duplicate else Qt.ItemFlag.ItemIsUserCheckable)
            )
            there = self.tr("已有这一天的会议，不改动它") if one.duplicate else ""
            cells = [one.meeting.held_on.isoformat(), *(str(counted[presence]) for presence in _SHOWN), there]
            self.table.setItem(row, 0, tick)
            for column, words in enumerate(cells, 1):
                cell = QTableWidgetItem(words)
                if 1 < column <= len(_SHOWN) + 1:
                    cell.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                self.table.setItem(row, column, cell)
        self.table.blockSignals(False)
        if self.found:
            self.table.setCurrentCell(0, 0)
        self._tell()
        self._count()

    def _tell(self) -> None:
        notes = [labelled(one.meeting.held_on, said(note)) for one in self.found for note in one.notes]
        unknown = {one.name: "" for found in self.found for one in found.meeting.attendees if not one.person}
        if unknown and self._people:
            notes.append(self.tr("名册里没有，或同名的不止一位，只记姓名：{}。").format(listed(unknown)))
        self.notes.setPlainText("\n".join(notes))
        for widget in (self.notes, self.notes_label):
            widget.setVisible(bool(notes))

    def _count(self) -> None:
        count, there = len(self.chosen()), sum(one.duplicate is not None for one in self.found)
        words = self.tr("台账里有 {} 次会议。", "", len(self.found)).format(len(self.found))
        if there:
            words += self.tr("其中 {} 次资料库里已经有了。", "", there).format(there)
        self.summary.setText(words)
        self._take.setText(self.tr("导入 {} 次会议", "", count).format(count))
        self._take.setEnabled(count > 0)
