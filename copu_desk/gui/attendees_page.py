"""The page 参会: the roll-call box over the table of those called."""

from collections import Counter
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QLineEdit, QPushButton, QTableView, QWidget

from copu_desk.gui import forms
from copu_desk.gui.delegates import ChoiceDelegate
from copu_desk.gui.editor import Editor
from copu_desk.gui.records import Column, Records
from copu_desk.gui.roll_call import Call, Heard, hear
from copu_desk.gui.time_edit import parse
from copu_desk.gui.words import choices
from copu_desk.library import Library
from copu_desk.model import Attendee, Capacity, Meeting, Presence, put

CYCLE = (Presence.ONSITE, Presence.ONLINE, Presence.EXCUSED, Presence.ABSENT, Presence.UNMARKED)
DIRECT = {Qt.Key.Key_1: CYCLE[0], Qt.Key.Key_2: CYCLE[1], Qt.Key.Key_3: CYCLE[2], Qt.Key.Key_4: CYCLE[3]}
_TINTS = {
    Presence.ONLINE: QColor(70, 130, 200, 45),
    Presence.EXCUSED: QColor(230, 180, 40, 55),
    Presence.ABSENT: QColor(210, 80, 60, 60),
}
_WIDTHS = (96, 150, 110, 64, 72, 76, 76, 120)


class AttendeeRecords(Records):
    """The attendees as rows; presence is coloured, and its word says it too."""

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell, or the tint of its row."""
        if role == Qt.ItemDataRole.BackgroundRole and index.isValid():
            return _TINTS.get(self.rows[index.row()].presence)
        if role == Qt.ItemDataRole.ForegroundRole and index.isValid():
            waiting = self.rows[index.row()].presence is Presence.UNMARKED
            faint = QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText)
            return faint if waiting and self.columns[index.column()].field == "presence" else None
        return super().data(index, role)


class AttendeesPage(QWidget):
    """Who was called, who came, and how."""

    call: QLineEdit
    said: QLabel
    table: QTableView
    add: QPushButton
    remove: QPushButton
    all_onsite: QPushButton
    clear_marks: QPushButton
    counts: QLabel

    def __init__(self, editor: Editor, library: Library) -> None:
        super().__init__()
        forms.load(self, "attendees_page")
        self._editor, self._library = editor, library
        self._guest = ""  # the unknown name that one more Enter takes in as a guest
        self.records = AttendeeRecords(editor, ("attendees",), self._columns())
        self._set_up_table()
        self.call.returnPressed.connect(self._called)
        self.call.textEdited.connect(lambda _words: self._say(""))
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.all_onsite.clicked.connect(self._all_onsite)
        self.clear_marks.clicked.connect(self._clear)
        editor.changed.connect(lambda _before, after: self._count(after))
        editor.opened.connect(lambda _meeting: self._say(""))
        self._count(editor.meeting)

    def show_attendee(self, identity: str) -> None:
        """Choose somebody of the list by id; without one, go to the roll-call box."""
        row = next((row for row, one in enumerate(self.records.rows) if one.id == identity), -1)
        if row < 0:
            self.call.setFocus()
            return
        self.table.selectRow(row)
        self.table.setFocus()

    def _columns(self) -> tuple[Column, ...]:
        clock: dict[str, Any] = {"show": lambda value: value.strftime("%H:%M") if value else "", "parse": parse}
        return (
            Column("name", self.tr("姓名")),
            Column("organization", self.tr("单位")),
            Column("title", self.tr("职务")),
            Column("capacity", self.tr("身份"), choices(Capacity)),
            Column("presence", self.tr("到会"), choices(Presence)),
            Column("arrived", self.tr("到会时间"), **clock),
            Column("left", self.tr("离会时间"), **clock),
            Column("note", self.tr("备注")),
        )

    def _set_up_table(self) -> None:
        self.table.setModel(self.records)
        self.table.setItemDelegate(ChoiceDelegate(self.table))
        self.table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, width)
        self.table.horizontalHeader().setSectionResizeMode(len(_WIDTHS) - 1, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setDefaultSectionSize(28)
        self.table.installEventFilter(self)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self.table, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda step=step: self._move(step))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Space go through the presences, 1 to 4 set one, Delete remove; what comes first ends the list."""
        if watched is self.table and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
                if key == Qt.Key.Key_Space:
                    return self._cycle()
                if key in DIRECT:
                    return self._mark(self._chosen(), DIRECT[key])
                if key == Qt.Key.Key_Delete:
                    return self._remove()
        return super().eventFilter(watched, event)

    def _chosen(self) -> list[int]:
        return sorted({index.row() for index in self.table.selectionModel().selectedIndexes()})

    def _cycle(self) -> bool:
        rows = self._chosen()
        if rows:
            now = self.records.rows[rows[0]].presence
            self._mark(rows, CYCLE[(CYCLE.index(now) + 1) % len(CYCLE)])
        return True

    def _mark(self, rows: list[int], presence: Presence) -> bool:
        meeting = self._editor.meeting
        for row in rows:
            meeting = put(meeting, ("attendees", self.records.rows[row].id, "presence"), presence)
        self._editor.change(meeting, self.tr("到会标记"))
        return True

    def _remove(self) -> bool:
        rows = self._chosen()
        if rows:
            self.records.remove(set(rows), self.tr("删除参会人"))
        return True

    def _add(self) -> None:
        self.records.add(Attendee(presence=Presence.ONSITE), self.tr("添加参会人"))
        index = self.records.index(len(self.records.rows) - 1, 0)
        self.table.setCurrentIndex(index)
        self.table.setFocus()
        self.table.edit(index)

    def _move(self, step: int) -> None:
        row = self.table.currentIndex().row()
        self.records.move(row, row + step, self.tr("移动参会人"))

    def _all_onsite(self) -> None:
        waiting = [row for row, one in enumerate(self.records.rows) if one.presence is Presence.UNMARKED]
        self._mark(waiting, Presence.ONSITE)

    def _clear(self) -> None:
        self._mark(list(range(len(self.records.rows))), Presence.UNMARKED)

    def _called(self) -> None:
        """Take what was typed into the roll-call box."""
        heard = hear(self.call.text(), self._editor.meeting.attendees, self._library.people())
        if isinstance(heard, Heard):
            self._take(heard)
        elif heard is Call.UNKNOWN and self._guest == self.call.text().strip():
            self._take(Heard.guest(self._guest))
        elif heard is Call.UNKNOWN:
            self._guest = self.call.text().strip()
            self._say(self.tr("名单里没有“{}”。再按一次回车，作为列席人员加入。").format(self._guest))
        elif heard is Call.SEVERAL:
            self._say(self.tr("符合“{}”的不止一人，请写全姓名，或用“姓名 单位”区分。").format(self.call.text().strip()))

    def _take(self, heard: Heard) -> None:
        meeting = self._editor.meeting
        if any(one.id == heard.attendee.id for one in meeting.attendees):
            after = put(meeting, ("attendees", heard.attendee.id, "presence"), heard.attendee.presence)
        else:
            after = put(meeting, ("attendees",), (*meeting.attendees, heard.attendee))
        self._editor.change(after, self.tr("点名"))
        row = next(row for row, one in enumerate(self.records.rows) if one.id == heard.attendee.id)
        self.table.selectRow(row)
        self.table.scrollTo(self.records.index(row, 0))
        word = choices(Presence)[heard.attendee.presence]
        self.call.clear()
        self._say(f"{heard.attendee.name}：{word}")

    def _say(self, words: str) -> None:
        if not words:
            self._guest = ""
        empty = not self._editor.meeting.attendees
        hint = self.tr("还没有人。在上面点名，或把名单粘贴进来（甲、乙、丙(线上)）。") if empty else ""
        self.said.setText(words or hint)
        self.said.setVisible(bool(self.said.text()))

    def _count(self, meeting: Meeting) -> None:
        if meeting.attendees and self.said.text().startswith(self.tr("还没有人")):
            self._say("")
        self.counts.setText(count_words(meeting))


def count_words(meeting: Meeting) -> str:
    """Return how many came in which way, and how many were called: 现场 12 · 线上 7 · 请假 0 · 未到 3 / 应到 22."""
    members = [one.presence for one in meeting.attendees if one.capacity is Capacity.MEMBER]
    count = Counter(one.presence for one in meeting.attendees)
    away = sum(presence in (Presence.ABSENT, Presence.UNMARKED) for presence in members)
    return (
        f"现场 {count[Presence.ONSITE]} · 线上 {count[Presence.ONLINE]} · 请假 {count[Presence.EXCUSED]} · "
        f"未到 {away} / 应到 {len(members)}"
    )
