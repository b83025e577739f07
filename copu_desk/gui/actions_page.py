"""The page 待办: all actions of the meeting, and those of earlier meetings that are still open."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, QTimer
from PySide6.QtGui import QColor, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from copu_desk.errors import LibraryError
from copu_desk.gui import forms, theme
from copu_desk.gui.actions import DueRecords, due_shown, due_told, is_late
from copu_desk.gui.cells import CellDelegate, edit_at_enter
from copu_desk.gui.delegates import WrappedDelegate
from copu_desk.gui.editor import Editor
from copu_desk.gui.locking import is_locked
from copu_desk.gui.records import Column
from copu_desk.gui.sentences import said
from copu_desk.gui.sorting import Sorting, in_order
from copu_desk.gui.widths import Widths
from copu_desk.gui.words import choices
from copu_desk.library import Library, OpenAction
from copu_desk.model import Action, ActionStatus, Meeting, item_label, new_id

_LABEL_LENGTH = 18
_BY: tuple[Callable[[OpenAction], Any], ...] = (
    lambda one: one.action.what,
    lambda one: one.action.owner,
    lambda one: (one.action.due or date.max, one.action.due_words) if due_shown(one.action) else None,
    lambda one: one.held_on,
)
"""What the actions of earlier meetings are sorted by at the heading of each column."""


class ActionsPage(QWidget):
    """What is to be done: decided today, or carried over."""

    mine: QTableView
    add: QPushButton
    remove: QPushButton
    earlier: QTableWidget
    carry: QPushButton
    said: QLabel

    def __init__(self, editor: Editor, library: Library) -> None:
        super().__init__()
        forms.load(self, "actions_page")
        self._editor, self._library = editor, library
        self._open: list[OpenAction] = []
        self.records = DueRecords(editor, ("actions",), self._columns(editor.meeting))
        self.mine.setModel(self.records)
        self.mine.setItemDelegate(CellDelegate(self.mine, long=("what",)))
        self._arrange(self.mine, (0, 100, 180, 90, 190))
        self.earlier.setHorizontalHeaderLabels([self.tr("待办"), self.tr("责任人"), self.tr("期限"), self.tr("会议")])
        self.earlier.setItemDelegate(WrappedDelegate(self.earlier))
        self.earlier.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._arrange(self.earlier, (0, 100, 180, 190))
        self.sorting = Sorting(self.earlier)
        self.sorting.changed.connect(self.refresh)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.carry.clicked.connect(self._carry)
        QShortcut(QKeySequence("Delete"), self.mine, context=Qt.ShortcutContext.WidgetShortcut).activated.connect(
            self._remove
        )
        edit_at_enter(self.mine, self._add)
        editor.changed.connect(self._changed)
        editor.opened.connect(lambda _meeting: self.refresh())
        self.refresh()

    def _columns(self, meeting: Meeting) -> tuple[Column, ...]:
        items: Mapping[Any, str] = {"": self.tr("（不属于任何议程）")} | {
            item.id: f"{number}. {said(item_label(item))[:_LABEL_LENGTH]}"
            for number, item in enumerate(meeting.agenda, 1)
        }
        return (
            Column("what", self.tr("待办")),
            Column("owner", self.tr("责任人")),
            Column("due", self.tr("期限"), parse=str),
            Column("status", self.tr("状态"), choices(ActionStatus)),
            Column("item", self.tr("议程"), items),
        )

    def _arrange(self, table: QTableView, widths: tuple[int, ...]) -> None:
        rows = table.verticalHeader()
        rows.setMinimumSectionSize(28)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)  # what is to be done is read whole
        Widths(table, widths)
        fit = QTimer(table, interval=0, singleShot=True)  # once all columns have their widths
        fit.timeout.connect(table.resizeRowsToContents)
        table.horizontalHeader().sectionResized.connect(lambda *_: fit.start())

    def show_action(self, identity: str) -> None:
        """Choose the action with an id."""
        row = next((row for row, one in enumerate(self.records.rows) if one.id == identity), 0)
        self.mine.selectRow(row)
        self.mine.setFocus()

    def refresh(self) -> None:
        """Look up what earlier meetings of the series left open and this one does not carry on."""
        meeting = self._editor.meeting
        carried = {one.origin for one in meeting.actions}
        active = self._editor.active
        try:
            found = self._library.open_actions(meeting.held_on, meeting.series, meeting.id) if active else []
        except LibraryError as error:  # what was found before stays in sight
            self.said.setText(said(error))
            return
        chosen = {self._open[index.row()].action.id for index in self.earlier.selectedIndexes()}
        self._open = [one for one in found if one.action.id not in carried]
        if self.sorting.column >= 0:
            self._open = in_order(self._open, _BY[self.sorting.column], descending=self.sorting.descending)
        self.earlier.setRowCount(len(self._open))
        for row, one in enumerate(self._open):
            where = f"{one.held_on} {one.series_name}"
            for column, words in enumerate((one.action.what, one.action.owner, due_told(one.action), where)):
                cell = QTableWidgetItem(words)
                cell.setToolTip(words)
                if is_late(one.action) and column == 2:  # noqa: PLR2004 - the column of the due date
                    cell.setForeground(QColor(theme.colours().danger))
                self.earlier.setItem(row, column, cell)
        self.earlier.clearSelection()
        for row, one in enumerate(self._open):
            if one.action.id in chosen:
                whole = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
                self.earlier.selectionModel().select(self.earlier.model().index(row, 0), whole)
        self.carry.setEnabled(bool(self._open))
        self._tell()

    def _tell(self) -> None:
        mine = self.tr("这次会议还没有待办。按“添加”写一项，也可以在议程里写。")
        if self.records.rows or is_locked(self._editor.meeting, self._library):
            mine = ""
        earlier = "" if self._open else self.tr("以前的会议没有留下没办完的待办。")
        self.said.setText(" ".join(filter(None, (mine, earlier))))

    def showEvent(self, event: Any) -> None:
        """Look again each time the page comes into sight."""
        super().showEvent(event)
        if event.type() == QEvent.Type.Show:
            self.refresh()

    def _changed(self, before: Meeting, after: Meeting) -> None:
        if before.agenda is not after.agenda:
            self.records.columns = self._columns(after)
            self.mine.viewport().update()
        if bool(before.actions) is not bool(after.actions):
            self._tell()
        if {one.origin for one in before.actions} != {one.origin for one in after.actions}:
            self.refresh()

    def _add(self) -> None:
        self.records.add(Action(), self.tr("添加待办"))
        index = self.records.index(len(self.records.rows) - 1, 0)
        self.mine.setCurrentIndex(index)
        self.mine.setFocus()
        self.mine.edit(index)

    def _remove(self) -> None:
        rows = {index.row() for index in self.mine.selectionModel().selectedIndexes()}
        if rows:
            self.records.remove(rows, self.tr("删除待办"))

    def _carry(self) -> None:
        """Carry the chosen actions (all, if none is chosen) on in this meeting, where they can be closed."""
        rows = {index.row() for index in self.earlier.selectedIndexes()} or set(range(len(self._open)))
        meeting = self._editor.meeting
        carried = tuple(
            replace(self._open[row].action, origin=self._open[row].action.id, item="", id=new_id())
            for row in sorted(rows)
        )
        self._editor.change(replace(meeting, actions=(*meeting.actions, *carried)), self.tr("转入待办"))
