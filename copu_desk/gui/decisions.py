"""The decisions of one agenda item as the rows of a table."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt

from copu_desk.gui.editor import Editor
from copu_desk.gui.movable import MovableRecords
from copu_desk.gui.records import Column, Index
from copu_desk.model import Votes

VOTES = ("ayes", "noes", "abstentions")
_MOST_DIGITS = 6


def count(words: str) -> int | None:
    """Return the number that was typed, None for nothing; ValueError for anything else."""
    plain = words.strip()
    if plain and not (plain.isdecimal() and len(plain) <= _MOST_DIGITS):
        raise ValueError(words)
    return int(plain) if plain else None


class DecisionRecords(MovableRecords):
    """Text and three columns of votes, all empty where nothing was counted."""

    def __init__(self, editor: Editor) -> None:
        self.moving = self.tr("移动决议")
        columns = (
            Column("text", self.tr("决议")),
            Column("ayes", self.tr("同意"), parse=count),
            Column("noes", self.tr("反对"), parse=count),
            Column("abstentions", self.tr("弃权"), parse=count),
        )
        super().__init__(editor, (), columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a decision, or a count of votes."""
        field = self.columns[index.column()].field if index.isValid() else ""
        if field not in VOTES:
            return super().data(index, role)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            votes = self.rows[index.row()].votes
            return "" if votes is None else str(getattr(votes, field))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Change the text, or one count: an empty count where the others are 0 means that nothing was counted."""
        column = self.columns[index.column()] if index.isValid() else self.columns[0]
        if column.field not in VOTES or role != Qt.ItemDataRole.EditRole:
            return super().setData(index, value, role)
        try:
            counted = column.parse(str(value))
        except ValueError:
            return False
        votes = replace(self.rows[index.row()].votes or Votes(), **{column.field: counted or 0})
        given = None if counted is None and votes == Votes() else votes
        self.change(index.row(), "votes", given, self.tr("表决"), typed=True)
        return True
