"""The section 待办: the actions of all meetings, filtered, closed here, and from here to their meeting."""

from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QUndoGroup
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QTableView, QWidget

from copu_desk.errors import LibraryError
from copu_desk.gui import forms
from copu_desk.gui.actions import DueRecords, is_late
from copu_desk.gui.cells import CellDelegate, edit_at_enter
from copu_desk.gui.editor import Editor
from copu_desk.gui.flow import let_wrap
from copu_desk.gui.locking import for_looking
from copu_desk.gui.movable import choose_row, chosen_rows
from copu_desk.gui.records import Column, Index
from copu_desk.gui.sorting import Sorting, in_order
from copu_desk.gui.widths import Widths
from copu_desk.gui.words import choices
from copu_desk.library import GivenAction, Library
from copu_desk.model import ActionStatus, Meeting

LATE, ALL = "late", "all"
_WIDTHS = (0, 110, 200, 96, 190)
_ORDER = "all_actions_order"  # a setting of the library: the field, and "down" where the last come first
_BY: Mapping[str, Callable[[GivenAction], Any]] = {
    "what": lambda one: one.what,
    "owner": lambda one: one.owner,
    "due": lambda one: (one.due or date.max, one.due_words) if one.due or one.due_words else None,
    "status": lambda one: list(ActionStatus).index(one.status),
    "where": lambda one: one.held_on,
}
"""What the actions are sorted by at the heading of each field."""


@dataclass(frozen=True, slots=True)
class AllActions:
    """The actions of all meetings as one value, so that an editor can hold them as it holds a meeting."""

    actions: tuple[GivenAction, ...]
    id: str = "all actions"


class ActionsKeeper:
    """Keeps the actions in the meetings they belong to, for an editor.

    What is being written in the open meeting is saved before (`save_first`): it may be the same one.
    """

    def __init__(self, library: Library, save_first: Callable[[], object]) -> None:
        self._library, self._save_first = library, save_first

    def save(self, now: Meeting, before: Meeting | None = None) -> None:
        """Write what differs between two states of the actions."""
        old = cast(Any, before).actions if before else ()
        self._save_first()
        self._library.save_given_actions(cast(Any, now).actions, old)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which actions are shown: empty fields let all pass; status is an ActionStatus, LATE or ALL."""

    words: str = ""
    owner: str = ""
    series: str = ""
    status: str = ActionStatus.OPEN

    def passes(self, action: GivenAction) -> bool:
        """Whether an action is shown."""
        said = f"{action.what} {action.owner} {action.due_words} {action.where}".casefold()
        return (
            all(word in said for word in self.words.casefold().split())
            and self.owner in ("", action.owner)
            and self.series in ("", action.series)
            and (self.status == ALL or (is_late(action) if self.status == LATE else action.status == self.status))
        )


class GivenRecords(DueRecords):
    """The actions that pass a filter; of those of final minutes only the status is changed, in the next draft.

    One that is typed into stays where it is until the filter or the order is another, whatever its words come to: the
    cursor is in it.
    """

    def __init__(self, editor: Editor) -> None:
        self.filter, self._typed = Filter(), ""
        self._order, self._ranks = ("", False), dict[str, int]()
        columns = (
            Column("what", self.tr("待办")),
            Column("owner", self.tr("责任人")),
            Column("due", self.tr("期限"), parse=str),
            Column("status", self.tr("状态"), choices(ActionStatus)),
            Column("where", self.tr("会议"), editable=False),
        )
        super().__init__(editor, ("actions",), columns)

    def show_only(self, wanted: Filter) -> None:
        """Show the actions that pass another filter."""
        self.beginResetModel()
        self.filter, self._typed = wanted, ""
        self._rank()
        self.rows = self._current(self._editor.meeting)
        self.endResetModel()

    def put_in_order(self, field: str, *, descending: bool) -> None:
        """Show the actions in the order of a field; an empty one is the order of urgency, in which they are read."""
        self._order = (field, descending)
        self._rank()
        rows = self._current(self._editor.meeting)
        self._reorder(rows, {action.id: row for row, action in enumerate(rows)})

    def _rank(self) -> None:
        field, descending = self._order
        actions = super()._current(self._editor.meeting)
        ordered = in_order(actions, _BY[field], descending=descending) if field else []
        self._ranks = {action.id: rank for rank, action in enumerate(ordered)}

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let nothing of an action of final minutes be edited but its status."""
        flags = super().flags(index)
        action = self.rows[index.row()] if index.isValid() else None
        closes = action is not None and action.can_close and self.columns[index.column()].field == "status"
        locked = action is not None and action.final and not closes
        return flags & ~Qt.ItemFlag.ItemIsEditable if locked else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell; its tool tip is the whole action, or why it cannot be changed."""
        if index.isValid() and role == Qt.ItemDataRole.ToolTipRole:
            action = self.rows[index.row()]
            due = self.columns[index.column()].field == "due"
            return self._why(action) or (super().data(index, role) if due else action.what)
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Change a field that may be edited."""
        if not index.isValid() or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        self._typed = self.rows[index.row()].id if self.columns[index.column()].choices is None else ""
        return super().setData(index, value, role)

    def held_on(self, action: GivenAction) -> date:
        """Return the day of the action's own meeting."""
        return action.held_on

    def _why(self, action: GivenAction) -> str:
        """Return why not everything of an action can be changed."""
        if not action.final:
            return ""
        if action.draft:
            return self.tr("这次会议已经定稿。在这里办结，会记在同一系列最近一次还没有定稿的会议里。")
        return self.tr("这次会议已经定稿。新建这个系列的下一次会议以后，就可以在这里办结。")

    def _current(self, meeting: Meeting) -> tuple[Any, ...]:
        shown = [one for one in super()._current(meeting) if one.id == self._typed or self.filter.passes(one)]
        return tuple(sorted(shown, key=lambda one: self._ranks.get(one.id, 0)) if self._ranks else shown)


class AllActionsPage(QWidget):
    """A filter over a table of actions; each stays in its meeting."""

    words: QLineEdit
    owner: QComboBox
    series: QComboBox
    status: QComboBox
    table: QTableView
    below: QWidget
    finish: QPushButton
    drop: QPushButton
    reopen: QPushButton
    go: QPushButton
    said: QLabel

    chosen = Signal(str, tuple)  # a meeting's id, and the place of an action in it

    def __init__(self, library: Library, history: QUndoGroup, save_first: Callable[[], object] = lambda: None) -> None:
        """Show the actions of a library; `save_first` saves the meeting that is open beside."""
        super().__init__()
        forms.load(self, "all_actions_page")
        let_wrap(self.below)
        self._library = library
        self.editor = Editor(ActionsKeeper(library, save_first), cast(Meeting, AllActions(())), self, history)
        self.records = GivenRecords(self.editor)
        self._set_up_table()
        for value, word in (
            (ActionStatus.OPEN, self.tr("未完成")),
            (LATE, self.tr("已过期")),
            (ALL, self.tr("全部")),
            *[(value, word) for value, word in choices(ActionStatus).items() if value is not ActionStatus.OPEN],
        ):
            self.status.addItem(word, str(value))
        self.words.textChanged.connect(lambda _words: self._filter())
        for box in (self.owner, self.series, self.status):
            box.currentIndexChanged.connect(lambda _row: self._filter())
        for button, status, what in (
            (self.finish, ActionStatus.DONE, self.tr("办好待办")),
            (self.drop, ActionStatus.DROPPED, self.tr("不再办理")),
            (self.reopen, ActionStatus.OPEN, self.tr("重新打开待办")),
        ):
            button.clicked.connect(lambda _checked=False, status=status, what=what: self._close(status, what))
        self.go.clicked.connect(self._go)
        for key, task in (("Space", self._turn), ("Ctrl+Return", self._go)):
            shortcut = QShortcut(QKeySequence(key), self.table, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(task)
            if task == self._go:
                for_looking(shortcut)
        for_looking(self.words, self.owner, self.series, self.status, self.go)
        self.editor.changed.connect(lambda _before, _after: self._tell())

    def _set_up_table(self) -> None:
        self.table.setModel(self.records)
        self.table.setItemDelegate(CellDelegate(self.table))
        edit_at_enter(self.table, lambda: None)  # actions are added in their meetings
        self.table.verticalHeader().setDefaultSectionSize(28)
        Widths(self.table, _WIDTHS)
        self.sorting = Sorting(self.table)
        self.sorting.changed.connect(self._sort)
        field, _, down = self._library.setting(_ORDER).partition(" ")
        fields = [column.field for column in self.records.columns]
        if field in fields:
            self.sorting.sort(fields.index(field), descending=down == "down")
        self.table.selectionModel().selectionChanged.connect(lambda _now, _before: self._enable())
        self.records.modelReset.connect(self._enable)

    def open(self) -> None:
        """Show the actions as they are in the library now, the filter as it was."""
        self.editor.open(cast(Meeting, AllActions(self._library.given_actions())))
        actions = self._all()
        owners = Counter(action.owner for action in actions if action.owner)
        self._offer(self.owner, self.tr("所有人"), [(name, name) for name, _count in owners.most_common()])
        series = {action.series: action.series_name for action in actions if action.series}
        self._offer(self.series, self.tr("全部系列"), [(name, identity) for identity, name in series.items()])
        self._filter()
        if self.records.rows:
            choose_row(self.table, 0)
        (self.table if self.records.rows else self.words).setFocus()

    def _all(self) -> tuple[GivenAction, ...]:
        found: tuple[GivenAction, ...] = cast(Any, self.editor.meeting).actions
        return found

    def _offer(self, box: QComboBox, everything: str, values: list[tuple[str, str]]) -> None:
        chosen = box.currentData()
        blocked = box.blockSignals(True)
        box.clear()
        box.addItem(everything, "")
        for words, value in values:
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.blockSignals(blocked)

    def _filter(self) -> None:
        owner, series = self.owner.currentData() or "", self.series.currentData() or ""
        self.records.show_only(Filter(self.words.text(), owner, series, self.status.currentData()))
        self._tell()

    def _sort(self) -> None:
        column, descending = self.sorting.column, self.sorting.descending
        field = self.records.columns[column].field if column >= 0 else ""
        self.records.put_in_order(field, descending=descending)
        with suppress(LibraryError):  # the order is then forgotten at the next start
            self._library.set_setting(_ORDER, f"{field} {'down' if descending else ''}".strip())
        self.table.scrollTo(self.table.currentIndex())

    def _tell(self) -> None:
        rows = self.records.rows
        if not self._all():
            words = self.tr("还没有待办。会议里定下的待办都会列在这里。")
        elif not rows:
            words = self.tr("没有符合条件的待办。可以换一个条件。")
        else:
            words = self.tr("{} 项，其中 {} 项已过期", "", len(rows)).format(len(rows), sum(map(is_late, rows)))
        self.said.setText(words)

    def _picked(self) -> list[GivenAction]:
        return [self.records.rows[row] for row in chosen_rows(self.table)]

    def _enable(self) -> None:
        picked = self._picked()
        self.go.setEnabled(len(picked) == 1)
        free = {action.status for action in picked if action.can_close}
        for button, status in (
            (self.finish, ActionStatus.DONE), (self.drop, ActionStatus.DROPPED), (self.reopen, ActionStatus.OPEN),
        ):  # fmt: skip
            button.setEnabled(bool(free - {status}))

    def _close(self, status: ActionStatus, what: str) -> None:
        row = min(chosen_rows(self.table), default=0)
        self.records.put([replace(action, status=status) for action in self._picked() if action.can_close], what)
        if not chosen_rows(self.table):  # what was closed has left the list
            choose_row(self.table, row)
        self.table.setFocus()

    def _turn(self) -> None:
        """Close what is open, and the other way round."""
        picked = self._picked()
        if picked and picked[0].status is ActionStatus.OPEN:
            self._close(ActionStatus.DONE, self.tr("办好待办"))
        elif picked:
            self._close(ActionStatus.OPEN, self.tr("重新打开待办"))

    def _go(self) -> None:
        if len(picked := self._picked()) == 1:
            self.chosen.emit(picked[0].meeting, ("actions", picked[0].action))
