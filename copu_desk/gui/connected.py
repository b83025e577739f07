"""Beside each attendee: when a platform says they were connected, and every line of it on demand."""

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTableView, QVBoxLayout

from copu_desk.connections import clipping, sessions, span, stay, window
from copu_desk.gui import forms
from copu_desk.gui.connection_list import ConnectionList, length, source
from copu_desk.gui.editor import Editor
from copu_desk.gui.locking import for_looking
from copu_desk.gui.sentences import listed
from copu_desk.model import Attendee, Connection, Meeting

_MENTIONED = 3  # connections in the line
_SIZE = (760, 300)


class Connected(QObject):
    """Keeps a label true to the current row of the table of attendees, and adds the list to its menu."""

    def __init__(self, editor: Editor, table: QTableView, label: QLabel) -> None:
        super().__init__(label)
        self._editor, self._table, self._label = editor, table, label
        action = QAction(self.tr("连接记录"), table)
        action.setShortcut(QKeySequence("Ctrl+L"))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: self.show_list())
        for_looking(action)
        table.addAction(action)
        table.selectionModel().currentRowChanged.connect(lambda now, _before: self._show(now))
        editor.changed.connect(lambda _before, _after: self._show(table.currentIndex()))
        self._show(table.currentIndex())

    def show_list(self) -> None:
        """Show all connections of the current attendee."""
        attendee = self._current(self._table.currentIndex())
        if attendee is not None:
            theirs = _of(attendee, self._editor.meeting)
            self._list(self.tr("{} 的连接记录").format(attendee.name), self._words(attendee), theirs)

    def show_line(self, identity: str) -> None:
        """Show a connection that means nobody of the list, with the others of that name and account."""
        lines = self._editor.meeting.connections
        for line in (one for one in lines if one.id == identity):
            same = [one for one in lines if (one.name, one.account) == (line.name, line.account)]
            words = self.tr("名单上没有人对应这个名字。")
            self._list(self.tr("{} 的连接记录").format(line.name or line.account), words, same)

    def _list(self, title: str, words: str, lines: list[Connection]) -> None:
        dialog = QDialog(self._table)
        dialog.setWindowTitle(title)
        dialog.resize(*_SIZE)
        listed = ConnectionList()
        listed.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        listed.put(lines)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("关闭"))
        buttons.rejected.connect(dialog.reject)
        layout = QVBoxLayout(dialog)
        layout.addWidget(QLabel(words))
        layout.addWidget(listed)
        layout.addWidget(buttons)
        forms.ask(dialog)

    def _show(self, index: QModelIndex) -> None:
        meeting = self._editor.meeting
        attendee = self._current(index)
        self._label.setVisible(bool(meeting.connections))
        self._label.setText(self._words(attendee) if attendee and meeting.connections else "")
        self._label.setToolTip(self.tr("Ctrl+L 看每一段"))

    def _current(self, index: QModelIndex) -> Attendee | None:
        attendees = self._editor.meeting.attendees
        return attendees[index.row()] if 0 <= index.row() < len(attendees) else None

    def _words(self, attendee: Attendee) -> str:
        """Say when somebody was connected, and for how long within the meeting."""
        meeting = self._editor.meeting
        theirs = _of(attendee, meeting)
        if not theirs:
            return self.tr("{}：没有连接记录。").format(attendee.name)
        within = clipping(sessions(meeting.connections), window(meeting))
        known = sorted(ends for one in theirs if (ends := span(one)))
        spans = listed(f"{since:%H:%M}–{until:%H:%M}" for since, until in known[:_MENTIONED])
        if len(theirs) > min(len(known), _MENTIONED):
            spans = self.tr("{} 等 {} 段").format(spans, len(theirs)) if spans else self.tr("起止不明")
        return self.tr("{}：在线 {}（{}），见 {}。").format(
            attendee.name, length(stay(theirs, within)), spans, source(theirs[0])
        )


def _of(attendee: Attendee, meeting: Meeting) -> list[Connection]:
    return [one for one in meeting.connections if attendee.id in one.attendees]
