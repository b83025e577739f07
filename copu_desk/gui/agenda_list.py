"""The agenda as a list: section headings, numbers, titles, and in small print what has come of each item."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from copu_desk import clock
from copu_desk.gui.editor import Editor
from copu_desk.gui.movable import MovableRecords
from copu_desk.gui.records import Column, Index
from copu_desk.gui.sentences import said
from copu_desk.gui.words import choices
from copu_desk.model import AgendaItem, ItemKind, Meeting, item_label

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_EDGE = 8  # pixels around the words of a row
_GAP = 2
_TALLEST = 10_000


class ItemRecords(MovableRecords):
    """The agenda's items as rows that can be moved; an item without a title is called by its lead."""

    def __init__(self, editor: Editor) -> None:
        self.moving = self.tr("移动议程")
        super().__init__(editor, ("agenda",), (Column("title", self.tr("议程")),))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what an item is called; the title alone for editing."""
        if index.isValid() and role == Qt.ItemDataRole.DisplayRole:
            return said(item_label(self.rows[index.row()]))
        return super().data(index, role)


def outcome(item: AgendaItem, meeting: Meeting) -> str:
    """Return in a few words what an item is and what has come of it: `▶ 进行中 · 审议 · 决议 2 · 待办 1`."""
    translate = QCoreApplication.translate
    decisions = sum(bool(decision.text.strip()) for decision in item.decisions)
    actions = sum(action.item == item.id and bool(action.what.strip()) for action in meeting.actions)
    essays = sum(essay.item == item.id for essay in meeting.essays)
    state = ""
    if item.started:
        taken = clock.spoken(clock.elapsed(item, datetime.now().time()) or datetime.min - datetime.min)
        state = (
            translate("agenda_list", "用时 {}").format(taken) if item.ended else translate("agenda_list", "▶ 进行中")
        )
    words = (
        state,
        choices(ItemKind)[item.kind],
        item.presenter,
        translate("agenda_list", "决议 {}").format(decisions) if decisions else "",
        translate("agenda_list", "待办 {}").format(actions) if actions else "",
        translate("agenda_list", "附文 {}").format(essays) if essays else "",
    )
    mark = "✓ " if decisions or actions else ""
    return mark + " · ".join(word for word in words if word)


class ItemDelegate(QStyledItemDelegate):
    """Paints an item as its section (if it begins one), its number and title, and its outcome in small print."""

    def __init__(self, view: QListView, editor: Editor) -> None:
        super().__init__(view)
        self._view, self._editor = view, editor

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size that the words of a row need in the width of the list."""
        width = max(80, self._view.viewport().width())
        lines = self._lines(option, index)
        height = sum(self._height(font, words, width) + _GAP for font, words, _ in lines)
        return QSize(width, height + 2 * _EDGE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row: selection and focus as the style does, the words on it."""
        self.initStyleOption(option, index)
        option.text = ""
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._view)
        painter.save()
        area = option.rect.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        for font, words, role in self._lines(option, index):
            painter.setFont(font)
            text_role = QPalette.ColorRole.HighlightedText if chosen else role
            painter.setPen(option.palette.color(text_role))
            height = self._height(font, words, option.rect.width())
            painter.drawText(QRect(area.left(), area.top(), area.width(), height), _WRAP, words)
            area.setTop(area.top() + height + _GAP)
        painter.restore()

    def _lines(self, option: QStyleOptionViewItem, index: Index) -> list[tuple[QFont, str, QPalette.ColorRole]]:
        model = index.model()
        item = model.rows[index.row()] if isinstance(model, ItemRecords) else AgendaItem()
        plain, small, heading = QFont(option.font), QFont(option.font), QFont(option.font)
        small.setPointSizeF(plain.pointSizeF() * 0.9)
        heading.setBold(True)
        lines = [
            (plain, f"{index.row() + 1}. {said(item_label(item))}", QPalette.ColorRole.Text),
            (small, outcome(item, self._editor.meeting), QPalette.ColorRole.PlaceholderText),
        ]
        return [*([(heading, item.section, QPalette.ColorRole.Text)] if item.section else []), *lines]

    def _height(self, font: QFont, words: str, width: int) -> int:
        box = QRect(0, 0, width - 2 * _EDGE, _TALLEST)
        return QFontMetrics(font).boundingRect(box, int(_WRAP), words).height()
