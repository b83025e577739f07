"""Edits a real window at random, through its own widgets, in every kind of field: for benchmarks/durability.py."""

from datetime import date
from random import Random

from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTextEdit,
    QTimeEdit,
    QToolButton,
    QWidget,
)

from copu_desk.gui.main_window import MainWindow

SIGNS = "会议要求各部门抓紧落实年度计划𠮷、，。 abc 0123456789\u3000“”《》"
BUTTONS = {
    "add", "remove", "add_item", "remove_item", "add_essay", "remove_essay", "add_decision", "remove_decision",
    "add_action", "remove_action", "move_up", "move_down", "all_onsite", "invert", "clear_marks", "turn",
    "add_membership", "remove_membership",
}  # fmt: skip
VALUES = ("月底", "2026-03-01", "5", "5/1/0", "09:30", "苏棠", "online", "guest", "现场", "列席", "done", "open")
UNUSED = ("", "search", "call", "wanted", "instead", "attached", "to_roster", "status")
KINDS = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit, QCheckBox, QAbstractItemView,
         QPushButton, QToolButton)  # fmt: skip
MOST = 12  # records of one kind: above, edits only take away


class Driver:
    """One window and a source of chance; `step` makes one edit."""

    def __init__(self, window: MainWindow, chance: Random) -> None:
        self.window, self.chance = window, chance
        self.pages = [window.overview, window.attendees, window.agenda, window.essays, window.actions_page]

    def step(self) -> None:
        """Make one edit somewhere: mostly in a field, sometimes in a table, a record as a whole, or the history."""
        kind = self.chance.random()
        if kind < 0.02:
            self._go_elsewhere()
        elif kind < 0.08:
            self._turn()
        elif kind < 0.14:
            self._call()
        else:
            self._edit(self._page())

    def _go_elsewhere(self) -> None:
        window = self.window
        if self.chance.random() < 0.3:
            window.go_roster.trigger()
        else:
            window.go_to(self.chance.choice(window.library.entries()).id)

    def _turn(self) -> None:
        history = self.window.editor.history
        (history.undo if self.chance.random() < 0.7 else history.redo)()

    def _call(self) -> None:
        """Call somebody at the roll."""
        self._show(self.window.attendees)
        call = self.window.attendees.call
        if call.isEnabled() and call.isVisible():
            self._type(call, self.chance.choice(["韩知远", "苏棠", "贺兰", "张", "新人" + self._words(2)]))
            QTest.keyClicks(call, self.chance.choice(["", "+", "/", "-"]))
            QTest.keyClick(call, Qt.Key.Key_Return)  # Return

    def _page(self) -> QWidget:
        window = self.window
        if window.stack.currentWidget() is window.roster:
            if self.chance.random() < 0.9:
                return window.roster
            window.go_to(window.editor.meeting.id)
        if self.chance.random() < 0.05:
            window.scratch_dock.show()
            return window.scratch
        if self.chance.random() < 0.05:
            return window.meeting_page
        page = self.chance.choice(self.pages)
        self._show(page)
        return page

    def _show(self, page: QWidget) -> None:
        if self.window.stack.currentWidget() is self.window.meeting_page:
            self.window.tabs.setCurrentWidget(page)

    def _edit(self, page: QWidget) -> None:
        widgets = [
            one
            for one in page.findChildren(QWidget)
            if isinstance(one, KINDS) and one.isVisibleTo(page) and one.isEnabled() and self._is_for_editing(one)
        ]
        if widgets:
            self._use(self.chance.choice(widgets))

    def _is_for_editing(self, widget: QWidget) -> bool:
        name = widget.objectName()
        if isinstance(widget, QPushButton | QToolButton):
            return name in BUTTONS
        if isinstance(widget, QHeaderView) or isinstance(widget.parent(), QComboBox | QSpinBox | QDateEdit | QTimeEdit):
            return False
        return name not in UNUSED and not isinstance(widget.parent(), QToolButton)

    def _use(self, widget: QWidget) -> None:
        match widget:
            case QPushButton() | QToolButton():
                self._press(widget)
            case QAbstractItemView():
                self._edit_cell(widget)
            case QTextEdit() | QPlainTextEdit():
                self._write(widget)
            case QLineEdit():
                if not widget.isReadOnly():
                    if len(widget.text()) > 40:
                        widget.selectAll()
                    self._type(widget, self._words(6))
            case _:
                self._choose(widget)

    def _choose(self, widget: QWidget) -> None:
        match widget:
            case QComboBox():
                if widget.count():
                    row = self.chance.randrange(widget.count())
                    widget.setCurrentIndex(row)
                    widget.activated.emit(row)
            case QSpinBox():
                widget.setValue(self.chance.randint(0, 60))
            case QDateEdit():
                widget.setDate(QDate.fromJulianDay(2460000 + self.chance.randrange(900)))
            case QTimeEdit():
                widget.setTime(QTime(self.chance.randrange(24), self.chance.randrange(60)))
            case QCheckBox():
                widget.click()

    def _press(self, button: QPushButton | QToolButton) -> None:
        meeting = self.window.editor.meeting
        full = max(map(len, (meeting.attendees, meeting.agenda, meeting.actions, meeting.essays))) > MOST
        if not (full and button.objectName().startswith("add")):
            button.click()

    def _edit_cell(self, view: QAbstractItemView) -> None:
        model = view.model()
        if model is None or not model.rowCount() or not model.columnCount():
            return
        index = model.index(self.chance.randrange(model.rowCount()), self.chance.randrange(model.columnCount()))
        view.setCurrentIndex(index)
        if self.chance.random() < 0.2:
            QTest.keyClick(view, self.chance.choice([*" 123", Qt.Key.Key_F2]))
        else:
            columns = getattr(model, "columns", None)
            choices = columns[index.column()].choices if columns else None
            value = self.chance.choice(list(choices)) if choices else self.chance.choice([*VALUES, self._words(5)])
            model.setData(index, value)

    def _write(self, field: QTextEdit | QPlainTextEdit) -> None:
        if field.isReadOnly():
            return
        cursor = field.textCursor()
        length = max(1, field.document().characterCount() - 1)
        cursor.setPosition(self.chance.randrange(length))
        if length > 200 or self.chance.random() < 0.2:
            cursor.setPosition(self.chance.randrange(length), QTextCursor.MoveMode.KeepAnchor)
        field.setTextCursor(cursor)
        if self.chance.random() < 0.15:
            QTest.keyClick(field, Qt.Key.Key_Return)  # Return: a new paragraph
        self._type(field, self._words(12))

    def _type(self, widget: QWidget, words: str) -> None:
        """Type as an input method does, which commits several characters at once, or key by key."""
        widget.setFocus()
        if self.chance.random() < 0.3:
            QTest.keyClicks(widget, "".join(sign for sign in words if sign.isascii()) or "a")
        else:
            event = QInputMethodEvent()
            event.setCommitString(words)
            QApplication.sendEvent(widget, event)

    def _words(self, most: int) -> str:
        return "".join(self.chance.choices(SIGNS, k=self.chance.randint(1, most)))


def first_day(number: int) -> date:
    """Return the day of the meeting of that number in a library made for driving."""
    return date(2025, 1, 7 + number)
