"""The page 议程: the items in order, and what was said, decided and is to be done on the chosen one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHeaderView,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTableView,
    QToolButton,
    QWidget,
)

from copu_desk import dates
from copu_desk.gui import forms
from copu_desk.gui.body_edit import BodyEdit
from copu_desk.gui.delegates import ChoiceDelegate, NumberedDelegate
from copu_desk.gui.editor import Editor
from copu_desk.gui.fields import Field
from copu_desk.gui.records import Column, Records
from copu_desk.gui.time_edit import TimeEdit
from copu_desk.gui.words import choices
from copu_desk.library import Library
from copu_desk.model import Action, ActionStatus, AgendaItem, Decision, ItemKind, Meeting, Votes, item_label

FIELDS = ("title", "section", "presenter", "kind", "planned_minutes", "started", "ended", "lead", "discussion")


class ItemRecords(Records):
    """The agenda as a list of labels."""

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the label of an item; the title alone for editing."""
        if index.isValid() and role == Qt.ItemDataRole.DisplayRole:
            return item_label(self.rows[index.row()])
        return super().data(index, role)


class DecisionRecords(Records):
    """The decisions of one item; three columns of votes, all empty where nothing was counted."""

    VOTES = ("ayes", "noes", "abstentions")

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a decision, or a count of votes."""
        column = self.columns[index.column()].field if index.isValid() else ""
        if column in self.VOTES and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            votes = self.rows[index.row()].votes
            return "" if votes is None else str(getattr(votes, column))
        return super().data(index, role)

    def setData(
        self, index: QModelIndex | QPersistentModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Change the text, or one count: an empty count where the others are 0 means that nothing was counted."""
        column = self.columns[index.column()].field if index.isValid() else ""
        if column not in self.VOTES or role != Qt.ItemDataRole.EditRole:
            return super().setData(index, value, role)
        words = str(value).strip()
        if words and not words.isdecimal():
            return False
        votes = replace(self.rows[index.row()].votes or Votes(), **{column: int(words or 0)})
        self.change(index.row(), "votes", None if not words and votes == Votes() else votes, self.tr("表决"))
        return True


class ActionRecords(Records):
    """The actions of one item: a part of the meeting's."""

    def __init__(self, editor: Editor, columns: tuple[Column, ...]) -> None:
        self.item = ""
        super().__init__(editor, ("actions",), columns)

    def show_item(self, item: str) -> None:
        """Show the actions of another item (its id)."""
        self.beginResetModel()
        self.item = item
        self.rows = self._current(self._editor.meeting)
        self.endResetModel()

    def _current(self, meeting: Meeting) -> tuple[Any, ...]:
        return tuple(action for action in meeting.actions if self.item and action.item == self.item)

    def replace(self, rows: tuple[Any, ...], what: str) -> None:
        """Put other actions in the place of the item's, where the first of them stood."""
        meeting = self._editor.meeting
        mine = {action.id for action in self.rows}
        place = next((at for at, one in enumerate(meeting.actions) if one.id in mine), len(meeting.actions))
        others = [one for one in meeting.actions if one.id not in mine]
        first = sum(one.id not in mine for one in meeting.actions[:place])
        after = replace(meeting, actions=(*others[:first], *rows, *others[first:]))
        self._editor.change(after, what)

    def setData(
        self, index: QModelIndex | QPersistentModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Change a field; the words of a due date are kept beside the day that they mean."""
        if not index.isValid() or self.columns[index.column()].field != "due" or role != Qt.ItemDataRole.EditRole:
            return super().setData(index, value, role)
        words, action, meeting = str(value).strip(), self.rows[index.row()], self._editor.meeting
        day = dates.meant(words, meeting.held_on) if words else None
        changed = replace(action, due=day, due_words="" if day and words == day.isoformat() else words)
        actions = tuple(changed if one.id == action.id else one for one in meeting.actions)
        self._editor.change(replace(meeting, actions=actions), self.tr("期限"))
        return True

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell; of a due date the day, or the words where they mean no day."""
        if index.isValid() and self.columns[index.column()].field == "due":
            action = self.rows[index.row()]
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
                return due_words(action)
            if role == Qt.ItemDataRole.ToolTipRole:
                return action.due_words
        return super().data(index, role)


def due_words(action: Action) -> str:
    """Return when an action is due, as shown: the day, else the words that were typed."""
    due: date | None = action.due
    return due.isoformat() if due else action.due_words


class AgendaPage(QWidget):
    """A list of the items beside a form of the chosen one."""

    items: QListView
    add_item: QPushButton
    remove_item: QPushButton
    move_up: QToolButton
    move_down: QToolButton
    detail: QWidget
    title: QLineEdit
    section: QLineEdit
    presenter: QLineEdit
    kind: QComboBox
    planned_minutes: QSpinBox
    started: TimeEdit
    ended: TimeEdit
    lead: QPlainTextEdit
    discussion: BodyEdit
    decisions: QTableView
    add_decision: QPushButton
    remove_decision: QPushButton
    actions_table: QTableView
    add_action: QPushButton
    remove_action: QPushButton

    def __init__(self, editor: Editor, library: Library) -> None:
        super().__init__()
        forms.load(self, "agenda_page", TimeEdit, BodyEdit)
        self._editor, self._library = editor, library
        for value, word in choices(ItemKind).items():
            self.kind.addItem(word, value)
        self._fields = {name: Field(editor, getattr(self, name)) for name in FIELDS}
        self.records = ItemRecords(editor, ("agenda",), (Column("title", self.tr("议程")),))
        self.items.setModel(self.records)
        self.items.setItemDelegate(NumberedDelegate(self.items))
        self.items.setWordWrap(True)
        self.items.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.items.selectionModel().currentChanged.connect(lambda index, _before: self._show(index.row()))
        self._set_up_tables()
        self._set_up_buttons()
        self.presenter.setCompleter(QCompleter([], self.presenter))
        self.presenter.completer().activated.connect(
            lambda _words: self.presenter.textEdited.emit(self.presenter.text())
        )
        editor.opened.connect(lambda _meeting: self._select(0))
        editor.changed.connect(lambda _before, after: self._changed(after))
        self._select(0)

    def _set_up_tables(self) -> None:
        self.decision_records = DecisionRecords(
            self._editor,
            (),
            (
                Column("text", self.tr("决议")),
                Column("ayes", self.tr("同意")),
                Column("noes", self.tr("反对")),
                Column("abstentions", self.tr("弃权")),
            ),
        )
        self.action_records = ActionRecords(
            self._editor,
            (
                Column("what", self.tr("待办")),
                Column("owner", self.tr("责任人")),
                Column("due", self.tr("期限")),
                Column("status", self.tr("状态"), choices(ActionStatus)),
            ),
        )
        for table, model, widths in (
            (self.decisions, self.decision_records, (0, 52, 52, 52)),
            (self.actions_table, self.action_records, (0, 88, 96, 84)),
        ):
            table.setModel(model)
            table.setItemDelegate(ChoiceDelegate(table))
            table.verticalHeader().setDefaultSectionSize(28)
            table.verticalHeader().hide()
            for column, width in enumerate(widths):
                table.setColumnWidth(column, width)
            table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def _set_up_buttons(self) -> None:
        self.add_item.clicked.connect(self._add_item)
        self.remove_item.clicked.connect(self._remove_item)
        self.move_up.clicked.connect(lambda: self._move(-1))
        self.move_down.clicked.connect(lambda: self._move(1))
        self.add_decision.clicked.connect(
            lambda: self._add(self.decisions, self.decision_records, Decision(), self.tr("添加决议"))
        )
        self.add_action.clicked.connect(
            lambda: self._add(
                self.actions_table, self.action_records, Action(item=self.action_records.item), self.tr("添加待办")
            )
        )
        self.remove_decision.clicked.connect(
            lambda: self._remove(self.decisions, self.decision_records, self.tr("删除决议"))
        )
        self.remove_action.clicked.connect(
            lambda: self._remove(self.actions_table, self.action_records, self.tr("删除待办"))
        )
        keys: tuple[tuple[QWidget, str, Callable[[], None]], ...] = (
            (self.items, "Alt+Up", lambda: self._move(-1)),
            (self.items, "Alt+Down", lambda: self._move(1)),
            (self.items, "Delete", self._remove_item),
            (self.items, "Return", self._add_item),
            (self.decisions, "Delete", self.remove_decision.click),
            (self.actions_table, "Delete", self.remove_action.click),
        )
        for widget, key, task in keys:
            shortcut = QShortcut(QKeySequence(key), widget, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(task)

    def current_item(self) -> AgendaItem | None:
        """Return the chosen item, the one being discussed."""
        row = self.items.currentIndex().row()
        return self.records.rows[row] if 0 <= row < len(self.records.rows) else None

    def show_item(self, identity: str) -> None:
        """Choose the item with an id."""
        row = next((row for row, item in enumerate(self.records.rows) if item.id == identity), 0)
        self._select(row)

    def _select(self, row: int) -> None:
        self.items.setCurrentIndex(self.records.index(row, 0))
        self._show(row)

    def _show(self, row: int) -> None:
        there = 0 <= row < len(self.records.rows)
        item = self.records.rows[row].id if there else ""
        self.detail.setEnabled(there)
        for name, field in self._fields.items():
            field.show(("agenda", item, name) if there else ())
        if not there:
            for name in ("title", "section", "presenter", "lead", "discussion"):
                getattr(self, name).clear()
        self.decision_records.show(("agenda", item, "decisions") if there else ())
        self.action_records.show_item(item)

    def _changed(self, meeting: Meeting) -> None:
        row = self.items.currentIndex().row()
        shown = self._fields["title"].place
        row = row if 0 <= row < len(meeting.agenda) else len(meeting.agenda) - 1
        if (shown[1] if shown else "") != (meeting.agenda[row].id if row >= 0 else ""):
            self._select(row)
        names = [one.name for one in meeting.attendees if one.name]
        model: Any = self.presenter.completer().model()
        if model.stringList() != names:
            model.setStringList(names)

    def _add_item(self) -> None:
        row = self.items.currentIndex().row() + 1 or len(self.records.rows)
        self.records.add(AgendaItem(), self.tr("添加议程"), row)
        self._select(row)
        self.title.setFocus()

    def _remove_item(self) -> None:
        """Remove the chosen item; what hung on it stays in the meeting."""
        row = self.items.currentIndex().row()
        if not 0 <= row < len(self.records.rows):
            return
        meeting, item = self._editor.meeting, self.records.rows[row].id
        after = replace(
            meeting,
            agenda=(*meeting.agenda[:row], *meeting.agenda[row + 1 :]),
            actions=tuple(replace(one, item="") if one.item == item else one for one in meeting.actions),
            essays=tuple(replace(one, item="") if one.item == item else one for one in meeting.essays),
        )
        self._editor.change(after, self.tr("删除议程"))

    def _move(self, step: int) -> None:
        row = self.items.currentIndex().row()
        self.records.move(row, row + step, self.tr("移动议程"))

    def _add(self, table: QTableView, model: Records, record: Any, what: str) -> None:
        model.add(record, what)
        index = model.index(len(model.rows) - 1, 0)
        table.setCurrentIndex(index)
        table.setFocus()
        table.edit(index)

    def _remove(self, table: QTableView, model: Records, what: str) -> None:
        rows = {index.row() for index in table.selectionModel().selectedIndexes()}
        if rows:
            model.remove(rows, what)
