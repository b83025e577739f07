"""Records whose rows are put in order with the mouse or with keys."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QMimeData, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView, QTableView

from copu_desk.gui.records import NOWHERE, Index, Records

ROWS = "application/x-copu-desk-rows"


def moved(rows: Sequence[Any], chosen: Collection[int], to: int) -> tuple[Any, ...]:
    """Return rows with the chosen ones, in their order, before the row that was at `to` (the length: at the end)."""
    front = [row for place, row in enumerate(rows) if place < to and place not in chosen]
    back = [row for place, row in enumerate(rows) if place >= to and place not in chosen]
    return (*front, *(rows[place] for place in sorted(chosen)), *back)


class MovableRecords(Records):
    """Records that can be dragged to another row, each move being one change called `moving`."""

    moving = ""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be dragged, and dropped between others (never onto one)."""
        dropped_on = Qt.ItemFlag.NoItemFlags if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else dropped_on)

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved, not copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return the one kind of data that is taken: rows of this very table."""
        return [ROWS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return which rows are dragged, and from which table."""
        data = QMimeData()
        rows = sorted({index.row() for index in indexes})
        data.setData(ROWS, " ".join(map(str, (id(self), *rows))).encode())
        return data

    def canDropMimeData(self, data: QMimeData, *_where: object) -> bool:
        """Take rows of this table only."""
        return bool(self._dragged(data))

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index) -> bool:
        """Move the dragged rows; False all the same, or the view would remove the rows it believes copied."""
        to = row if row >= 0 else parent.row() if parent.isValid() else len(self.rows)
        self.move_to(self._dragged(data), to)
        return False

    def move_to(self, chosen: Collection[int], to: int) -> None:
        """Move some rows before the row that is at `to` now."""
        if chosen:
            self.replace(moved(self.rows, set(chosen), to), self.moving)

    def shift(self, chosen: Collection[int], step: int) -> None:
        """Move some rows together up (-1) or down (1); at the edge they stay."""
        if chosen and min(chosen) + step >= 0 and max(chosen) + step < len(self.rows):
            self.move_to(chosen, min(chosen) + step if step < 0 else max(chosen) + step + 1)

    def _dragged(self, data: QMimeData) -> list[int]:
        table, *rows = bytes(data.data(ROWS).data()).decode().split() or [""]
        return [int(row) for row in rows] if table == str(id(self)) else []


def let_drag(view: QAbstractItemView) -> None:
    """Let the rows of a view be dragged to another place in it."""
    view.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
    view.setDragDropOverwriteMode(False)
    view.setDefaultDropAction(Qt.DropAction.MoveAction)
    view.setDropIndicatorShown(True)


def chosen_rows(view: QAbstractItemView) -> list[int]:
    """Return the rows that are selected and in sight, in order: what a filter hides is not meant by Ctrl+A."""
    rows = sorted({index.row() for index in view.selectionModel().selectedIndexes()})
    return [row for row in rows if not view.isRowHidden(row)] if isinstance(view, QListView | QTableView) else rows


def choose_row(view: QAbstractItemView, row: int) -> None:
    """Make a row (the nearest there is) the current and only selected one."""
    model = view.model()
    index = model.index(max(0, min(row, model.rowCount(NOWHERE) - 1)), max(0, view.currentIndex().column()))
    rows = view.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows
    how = QItemSelectionModel.SelectionFlag.ClearAndSelect  # whatever keys are held: setCurrentIndex asks for them
    view.selectionModel().setCurrentIndex(index, how | QItemSelectionModel.SelectionFlag.Rows if rows else how)
    if index.isValid():
        view.scrollTo(index)
