"""Show a tuple of records of the meeting as a table that can be edited."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from copu_desk.document import clean
from copu_desk.gui.editor import Editor
from copu_desk.model import Meeting, Place, get, put

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
DataRole = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Column:
    """One field of the records: what it is called, and how its values are shown and typed.

    With `choices` (value -> word) a cell takes one of those values, given as the value or its word. `show` and `parse`
    turn other values into text and back; `parse` raises ValueError for text that it does not understand, and the cell
    keeps what it had.
    """

    field: str
    label: str
    choices: Mapping[Any, str] | None = None
    show: Callable[[Any], str] = str
    parse: Callable[[str], Any] = clean
    editable: bool = True


class Records(QAbstractTableModel):
    """One part of the meeting: a row for each record, a column for each field."""

    def __init__(self, editor: Editor, place: Place, columns: tuple[Column, ...]) -> None:
        """Show the records at a place, such as ("attendees",) or ("agenda", id, "decisions"); () shows nothing."""
        super().__init__(editor)
        self._editor, self._place, self.columns = editor, place, columns
        self.rows: tuple[Any, ...] = self._current(editor.meeting)
        editor.changed.connect(self._changed)

    @property
    def place(self) -> Place:
        """The place of the records that are shown."""
        return self._place

    def show(self, place: Place) -> None:
        """Show the records at another place."""
        if place != self._place:
            self.beginResetModel()
            self._place = place
            self.rows = self._current(self._editor.meeting)
            self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of records."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of fields."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every cell of an editable column be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        editable = self.columns[index.column()].editable
        return super().flags(index) | (Qt.ItemFlag.ItemIsEditable if editable else Qt.ItemFlag.NoItemFlags)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DataRole.DisplayRole) -> Any:
        """Return the label of a column."""
        if orientation is Qt.Orientation.Horizontal and role == DataRole.DisplayRole:
            return self.columns[section].label
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = DataRole.DisplayRole) -> Any:
        """Return the words of a cell; for editing, the value itself where it is one of several choices."""
        if not index.isValid() or role not in (DataRole.DisplayRole, DataRole.EditRole):
            return None
        column = self.columns[index.column()]
        value = getattr(self.rows[index.row()], column.field)
        if column.choices is None:
            return column.show(value)
        return column.choices.get(value, "") if role == DataRole.DisplayRole else value

    def setData(self, index: Index, value: Any, role: int = DataRole.EditRole) -> bool:
        """Change one field of one record."""
        if not index.isValid() or role != DataRole.EditRole:
            return False
        column = self.columns[index.column()]
        try:
            new = self._chosen(column, value) if column.choices is not None else column.parse(str(value))
        except ValueError:
            return False
        self.change(index.row(), column.field, new, column.label, typed=column.choices is None)
        return True

    def change(self, row: int, field: str, value: Any, what: str, *, typed: bool = False) -> None:
        """Change one field of the record in a row, whether or not it has a column; typing is undone as one."""
        place = (*self._place, self.rows[row].id, field)
        self._editor.change(cast(Meeting, put(self._editor.meeting, place, value)), what, place if typed else ())

    def add(self, record: Any, what: str, row: int | None = None) -> None:
        """Add a record before a row, or at the end."""
        row = len(self.rows) if row is None else row
        self.replace((*self.rows[:row], record, *self.rows[row:]), what)

    def remove(self, rows: set[int], what: str) -> None:
        """Remove the records in some rows."""
        self.replace(tuple(record for row, record in enumerate(self.rows) if row not in rows), what)

    def move(self, row: int, to: int, what: str) -> None:
        """Move the record in a row so that it stands in another row; out of range does nothing."""
        if 0 <= row < len(self.rows) and 0 <= to < len(self.rows) and row != to:
            rest = [*self.rows[:row], *self.rows[row + 1 :]]
            self.replace((*rest[:to], self.rows[row], *rest[to:]), what)

    def replace(self, rows: tuple[Any, ...], what: str) -> None:
        """Put other records in the place of all, as one change."""
        if self._place:
            self._editor.change(cast(Meeting, put(self._editor.meeting, self._place, rows)), what)

    def _chosen(self, column: Column, value: Any) -> Any:
        choices = cast(Mapping[Any, str], column.choices)
        for choice, word in choices.items():
            if value in (choice, word):
                return choice
        raise ValueError(value)

    def _current(self, meeting: Meeting) -> tuple[Any, ...]:
        found = get(meeting, self._place) if self._place else None
        return found if isinstance(found, tuple) else ()

    def _changed(self, _before: Meeting, after: Meeting) -> None:
        old, new = self.rows, self._current(after)
        if new is old:
            return
        was, now = [record.id for record in old], [record.id for record in new]
        if was != now and sorted(was) == sorted(now):
            self._reorder(new, {identity: row for row, identity in enumerate(now)})
            return
        first = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
        rest = min(len(old), len(new)) - first
        same = next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)
        self._exchange(new, first, len(old) - first - same, len(new) - first - same)

    def _reorder(self, new: tuple[Any, ...], row_of: Mapping[str, int]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        after = [self.index(row_of[self.rows[index.row()].id], index.column()) for index in before]
        self.rows = new
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _exchange(self, new: tuple[Any, ...], first: int, gone: int, come: int) -> None:
        """Tell Qt that from row `first` on, `gone` rows went and `come` rows came."""
        old = self.rows
        if gone == come:
            self.rows = new
            if come:
                self.dataChanged.emit(self.index(first, 0), self.index(first + come - 1, len(self.columns) - 1))
            return
        if gone:
            self.beginRemoveRows(NOWHERE, first, first + gone - 1)
            self.rows = (*old[:first], *old[first + gone :])
            self.endRemoveRows()
        if come:
            self.beginInsertRows(NOWHERE, first, first + come - 1)
            self.rows = new
            self.endInsertRows()
