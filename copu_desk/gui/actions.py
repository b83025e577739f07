"""Actions as the rows of a table, above all those of one agenda item; the due date is typed as it is said."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar, cast

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor

from copu_desk import dates
from copu_desk.document import clean
from copu_desk.gui import theme
from copu_desk.gui.editor import Editor
from copu_desk.gui.movable import MovableRecords
from copu_desk.gui.records import Column, Index, Records
from copu_desk.gui.sentences import aside
from copu_desk.gui.words import choices, weekday
from copu_desk.library import GivenAction
from copu_desk.model import Action, ActionStatus, Meeting, Place

Due = TypeVar("Due", Action, GivenAction)


def due_shown(action: Action | GivenAction) -> str:
    """Return when an action is due: the day with its weekday and the words that were typed, or these alone."""
    if action.due is None:
        return action.due_words
    day = f"{action.due.isoformat()} {weekday(action.due)}"
    return f"{day}{aside(action.due_words)}"


def due_typed(action: Due, words: str, held_on: date) -> Due:
    """Return an action with a due date as typed: the day it means on the day of the meeting, and the words."""
    words = clean(words).strip()
    day = dates.meant(words, held_on) if words else None
    return replace(action, due=day, due_words="" if day and words == day.isoformat() else words)


def due_edited(action: Action | GivenAction) -> str:
    """Return a due date as it is edited: the words that were typed, else the day."""
    return action.due_words or (action.due.isoformat() if action.due else "")


def is_late(action: Action | GivenAction) -> bool:
    """Whether an open action was due before today."""
    return action.status is ActionStatus.OPEN and action.due is not None and action.due < date.today()


def due_told(action: Action | GivenAction) -> str:
    """Return when an action is due as a table tells it: first, where a narrow column shows it, that it is late."""
    late = QCoreApplication.translate("actions", "已过期 {}")
    return late.format(due_shown(action)) if is_late(action) else due_shown(action)


class DueRecords(Records):
    """Actions as rows: what is open and late is red and says so; a due date is edited as it was typed."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell; what is open and late is red and says so."""
        if not index.isValid() or self.columns[index.column()].field != "due":
            return super().data(index, role)
        action = self.rows[index.row()]
        if role == Qt.ItemDataRole.ForegroundRole and is_late(action):
            return QColor(theme.colours().danger)
        if role == Qt.ItemDataRole.DisplayRole:
            return due_told(action)
        if role == Qt.ItemDataRole.EditRole:
            return due_edited(action)
        if role == Qt.ItemDataRole.ToolTipRole:
            strange = self.tr("没有认出这是哪一天，按原话保留。可以写 12-31、下周五、月底。")
            return strange if action.due_words and not action.due else due_told(action)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Change a field; the words of a due date are kept beside the day that they mean."""
        if not index.isValid() or self.columns[index.column()].field != "due" or role != Qt.ItemDataRole.EditRole:
            return super().setData(index, value, role)
        action = self.rows[index.row()]
        self.put([due_typed(action, str(value), self.held_on(action))], self.tr("期限"), ("actions", action.id, "due"))
        return True

    def held_on(self, _action: Any) -> date:
        """Return the day of the meeting an action belongs to: what its due words are counted from."""
        return self._editor.meeting.held_on

    def put(self, changed: Iterable[Action | GivenAction], what: str, place: Place = ()) -> None:
        """Put other states of some actions in their places, as one change; place is where one is typed into."""
        new = {action.id: action for action in changed}
        whole = cast(Any, self._editor.meeting)
        after = replace(whole, actions=tuple(new.get(action.id, action) for action in whole.actions))
        self._editor.change(cast(Meeting, after), what, place)


class ActionRecords(DueRecords, MovableRecords):
    """The actions of one agenda item: a part of the meeting's; without an item nothing is shown."""

    def __init__(self, editor: Editor) -> None:
        self.item = ""
        self.moving = self.tr("移动待办")
        columns = (
            Column("what", self.tr("待办")),
            Column("owner", self.tr("责任人")),
            Column("due", self.tr("期限"), parse=str),
            Column("status", self.tr("状态"), choices(ActionStatus)),
        )
        super().__init__(editor, ("actions",), columns)

    def show_item(self, item: str) -> None:
        """Show the actions of another item (its id)."""
        self.beginResetModel()
        self.item = item
        self.rows = self._current(self._editor.meeting)
        self.endResetModel()

    def replace(self, rows: tuple[Any, ...], what: str) -> None:
        """Put other actions in the place of the item's, where the first of them stood."""
        meeting = self._editor.meeting
        mine = {action.id for action in self.rows}
        place = next((at for at, one in enumerate(meeting.actions) if one.id in mine), len(meeting.actions))
        others = [one for one in meeting.actions if one.id not in mine]
        first = sum(one.id not in mine for one in meeting.actions[:place])
        after = replace(meeting, actions=(*others[:first], *rows, *others[first:]))
        self._editor.change(after, what)

    def _current(self, meeting: Meeting) -> tuple[Any, ...]:
        return tuple(action for action in meeting.actions if self.item and action.item == self.item)
