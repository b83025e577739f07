"""The attendees as the rows of a table: marks and colours for presence, times with the item under discussion."""

from dataclasses import replace
from datetime import time
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from copu_desk.gui.editor import Editor
from copu_desk.gui.movable import MovableRecords
from copu_desk.gui.records import Column, Index
from copu_desk.gui.sentences import said
from copu_desk.gui.time_edit import parse
from copu_desk.gui.words import choices
from copu_desk.model import Attendee, Capacity, Presence, item_label

MARKS = {
    Presence.UNMARKED: "○",
    Presence.ONSITE: "●",
    Presence.ONLINE: "◆",
    Presence.EXCUSED: "△",
    Presence.ABSENT: "×",
}
# On light and on dark ground.
_COLOURS = {
    Presence.ONSITE: (QColor(27, 110, 50), QColor(120, 205, 140)),
    Presence.ONLINE: (QColor(20, 90, 180), QColor(125, 180, 250)),
    Presence.EXCUSED: (QColor(150, 85, 0), QColor(240, 185, 90)),
    Presence.ABSENT: (QColor(185, 35, 30), QColor(245, 135, 125)),
}
_ITEM_OF = {"arrived": "arrived_item", "left": "left_item"}
_HALF = 128


def marked(presence: Presence) -> str:
    """Return a presence as it reads without colour: its mark and its word."""
    return f"{MARKS[presence]} {choices(Presence)[presence]}"


def _shown(value: time | None) -> str:
    return value.strftime("%H:%M") if value else ""


class AttendeeRecords(MovableRecords):
    """The attendees as rows that can be moved."""

    def __init__(self, editor: Editor) -> None:
        columns = (
            Column("name", self.tr("姓名")),
            Column("organization", self.tr("单位")),
            Column("title", self.tr("职务")),
            Column("capacity", self.tr("身份"), choices(Capacity)),
            Column("presence", self.tr("到会"), choices(Presence)),
            Column("arrived", self.tr("到会时间"), show=_shown, parse=parse),
            Column("left", self.tr("离会时间"), show=_shown, parse=parse),
            Column("note", self.tr("备注")),
        )
        self.moving = self.tr("移动参会人")
        super().__init__(editor, ("attendees",), columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell; of presence its colour too, of times the item that was under discussion."""
        if not index.isValid():
            return None
        attendee, field = self.rows[index.row()], self.columns[index.column()].field
        if field == "presence" and role == Qt.ItemDataRole.DisplayRole:
            return marked(attendee.presence)
        if field == "presence" and role == Qt.ItemDataRole.ForegroundRole:
            return _colour(attendee.presence)
        if field in _ITEM_OF and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._when(attendee, field, with_title=role == Qt.ItemDataRole.ToolTipRole)
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Change a cell; a time that goes takes the item with it."""
        field = self.columns[index.column()].field if index.isValid() else ""
        if field not in _ITEM_OF or role != Qt.ItemDataRole.EditRole or str(value).strip():
            return super().setData(index, value, role)
        attendee = replace(self.rows[index.row()], **{field: None, _ITEM_OF[field]: ""})
        self.put({attendee.id: attendee}, self.columns[index.column()].label)
        return True

    def put(self, changed: dict[str, Attendee], what: str) -> None:
        """Put attendees in the place of those with the same ids, as one change."""
        self.replace(tuple(changed.get(one.id, one) for one in self.rows), what)

    def _when(self, attendee: Attendee, field: str, *, with_title: bool) -> str:
        words = _shown(getattr(attendee, field))
        agenda = self._editor.meeting.agenda
        item = getattr(attendee, _ITEM_OF[field])
        number = next((at for at, one in enumerate(agenda, 1) if one.id == item), 0) if words and item else 0
        if not number:
            return words
        number_words = self.tr("{} 第{}项").format(words, number)
        return f"{number_words} {said(item_label(agenda[number - 1]))}" if with_title else number_words


def _colour(presence: Presence) -> QColor:
    palette = QGuiApplication.palette()
    if presence is Presence.UNMARKED:
        return palette.color(QPalette.ColorRole.PlaceholderText)
    return _COLOURS[presence][palette.color(QPalette.ColorRole.Base).lightness() < _HALF]
