"""The table of past minutes that were found in files: each row can be corrected, and taken or left."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from copu_desk import dates
from copu_desk.desk.past import Past
from copu_desk.document import clean
from copu_desk.gui.sentences import aside, said
from copu_desk.gui.sorting import in_order

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
TAKE, DAY, SERIES, TITLE, PEOPLE, ITEMS, FILE, NOTES = range(8)
EDITABLE = (DAY, SERIES, TITLE)
_Role = Qt.ItemDataRole


@dataclass(slots=True)
class Row:
    """One row: what was found, and what the secretary made of it."""

    past: Past
    held_on: date | None
    series: str
    title: str
    take: bool = True


class PastRows(QAbstractTableModel):
    """The rows; a row without a day, or whose file could not be read, cannot be taken."""

    counted = Signal()  # how many are to be taken may have changed

    def __init__(self, found: list[Past], known: frozenset[tuple[date, str]]) -> None:
        super().__init__()
        self._known = known
        self.rows = [Row(one, one.held_on, one.series, one.meeting.title) for one in found]
        self.found = tuple(self.rows)  # in the order in which they were found
        self._twins = self._counted()
        seen: set[tuple[date | None, str]] = set()
        for row in self.rows:
            row.take = self.can_take(row) and not self.is_known(row) and (row.held_on, row.series) not in seen
            seen.add((row.held_on, row.series))
        self._heads = [
            self.tr("取"), self.tr("日期"), self.tr("系列"), self.tr("标题"), self.tr("人员"), self.tr("议程"),
            self.tr("文件"), self.tr("请留意"),
        ]  # fmt: skip

    def can_take(self, row: Row) -> bool:
        """Tell whether a row may be taken."""
        return row.held_on is not None and not row.past.fault

    def is_known(self, row: Row) -> bool:
        """Tell whether the library has a meeting of that day and series."""
        return row.held_on is not None and (row.held_on, row.series) in self._known

    def state(self, row: Row) -> str:
        """Say in a word how a row stands."""
        if row.past.fault:
            return self.tr("读不了")
        if row.held_on is None:
            return self.tr("缺日期")
        if self.is_known(row):
            return self.tr("已有")
        if self._twins[row.held_on, row.series] > 1:
            return self.tr("重复")
        return self.tr("新")

    def notes(self, row: Row) -> str:
        """Return what is to be looked at."""
        told = {self.tr("已有"): self.tr("资料库里已有这一天、这个系列的会议。")}
        told[self.tr("重复")] = self.tr("这次导入里还有同一天、同一系列的会议。")
        if row.past.fault:
            return said(row.past.fault)
        first = told.get(self.state(row), "")
        return " ".join(filter(None, (first, *map(said, row.past.notes))))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        """Return the label of a column."""
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return self._heads[section]
        return super().headerData(section, orientation, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be ticked, and what was found be corrected."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        row, flags = self.rows[index.row()], Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == TAKE and self.can_take(row):
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        if index.column() in EDITABLE and not row.past.fault:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return the words, tick or face of a cell."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == _Role.CheckStateRole and column == TAKE and self.can_take(row):
            return Qt.CheckState.Checked if row.take else Qt.CheckState.Unchecked
        if role in (_Role.DisplayRole, _Role.EditRole):
            return self._words(row, column)
        if role == _Role.ToolTipRole and column in (TITLE, FILE, NOTES):
            return str(row.past.path) if column == FILE else self._words(row, column)
        if role == _Role.FontRole and column == TAKE and self.state(row) != self.tr("新"):
            face = QFont()
            face.setBold(True)
            return face
        return None

    def _words(self, row: Row, column: int) -> str:
        meeting = row.past.meeting
        matched = sum(bool(one.person) for one in meeting.attendees)
        words: dict[int, Callable[[], str]] = {
            TAKE: lambda: self.state(row),
            DAY: lambda: row.held_on.isoformat() if row.held_on else "",
            SERIES: lambda: row.series,
            TITLE: lambda: row.title,
            PEOPLE: lambda: f"{len(meeting.attendees)}{aside(str(matched))}" if meeting.attendees else "",
            ITEMS: lambda: str(len(meeting.agenda)) if meeting.agenda else "",
            FILE: lambda: row.past.path.name,
            NOTES: lambda: self.notes(row),
        }
        return words[column]()

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        """Tick a row, or correct its day, series or title; a day that is none is not taken."""
        if not index.isValid():
            return False
        row, column = self.rows[index.row()], index.column()
        if role == _Role.CheckStateRole and column == TAKE and self.can_take(row):
            row.take = Qt.CheckState(value) is Qt.CheckState.Checked
        elif role == _Role.EditRole and column == DAY:
            day = dates.meant(str(value), row.held_on or date.today()) if str(value).strip() else None
            if day is None or day == row.held_on:
                return False
            row.take = row.take or row.held_on is None
            row.held_on = day
        elif role == _Role.EditRole and column in (SERIES, TITLE):
            words = " ".join(clean(str(value)).split())
            if column == SERIES and words:
                row.series = words
            elif column == TITLE:
                row.title = words
        else:
            return False
        self._told()
        return True

    def put_in_order(self, column: int, *, descending: bool) -> None:
        """Show the rows in the order of a column; -1 is that in which they were found."""
        values: dict[int, Callable[[Row], Any]] = {
            DAY: lambda row: row.held_on,
            PEOPLE: lambda row: len(row.past.meeting.attendees),
            ITEMS: lambda row: len(row.past.meeting.agenda),
        }
        value = values.get(column, lambda row: self._words(row, column))
        rows = in_order(self.found, value, descending=descending) if column >= 0 else list(self.found)
        self.layoutAboutToBeChanged.emit()
        place = {id(row): at for at, row in enumerate(rows)}
        before = self.persistentIndexList()
        after = [self.index(place[id(self.rows[index.row()])], index.column()) for index in before]
        self.rows = rows
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def put(self, rows: list[int], *, series: str = "", take: bool | None = None) -> None:
        """Put rows into a series, or tick them or not."""
        for place in rows:
            row = self.rows[place]
            row.series = series or row.series
            if take is not None:
                row.take = take and self.can_take(row)
        self._told()

    def _counted(self) -> Counter[tuple[date | None, str]]:
        """Return how many rows have each day and series."""
        return Counter((row.held_on, row.series) for row in self.rows if not row.past.fault)

    def _told(self) -> None:
        """Show all rows anew: one may now be another's twin."""
        self._twins = self._counted()
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, NOTES))
        self.counted.emit()
