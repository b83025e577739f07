"""What a person's hands do to widgets, at random: type, choose, press, edit a cell (for driver.py)."""

import time
from random import Random

from PySide6.QtCore import QDate, QEvent, Qt, QTime
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDoubleSpinBox,
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
from shiboken6 import isValid

from copu_desk.gui.time_edit import TimeEdit

SIGNS = "：:会议要求各部门抓紧落实年度计划𠮷、，。 abc 0123456789\u3000“”《》"
TIMES, DAYS, COUNTS = ("09:30", "10:05", "1430"), ("2025-01-08", "2026-03-01", "2024-12-31"), ("5", "12", "0")
VALUES = {  # what is typed into a cell that takes not any words
    "arrived": TIMES, "left": TIMES, "since": DAYS, "until": DAYS, "due": (*DAYS, "月底"), "ayes": COUNTS,
    "noes": COUNTS, "abstentions": COUNTS, "aliases": ("贺兰、老贺", "小苏"), "owner": ("苏棠", "韩知远"),
}  # fmt: skip
KINDS = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit, QCheckBox, QAbstractItemView,
         QPushButton, QToolButton)  # fmt: skip
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
LONG = 5000  # characters, from which on a text is not typed over
_OWN_LINES = (QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit)  # what has a line of its own inside


class Hands:
    """Inputs by a source of chance; `moment` is when the newest one was made (time.monotonic)."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.moment = time.monotonic()

    def now(self) -> None:
        """Note that an input is made now."""
        self.moment = time.monotonic()

    def widgets(self, page: QWidget, buttons: set[str], unused: tuple[str, ...]) -> list[QWidget]:
        """Return what can be edited on a page, and the buttons of these names."""

        def is_meant(widget: QWidget) -> bool:
            name = widget.objectName()
            if isinstance(widget, QPushButton | QToolButton):
                return name in buttons
            if isinstance(widget, QHeaderView) or isinstance(widget.parent(), _OWN_LINES):
                return False
            return name not in unused and not isinstance(widget.parent(), QToolButton)

        return [
            one
            for one in page.findChildren(QWidget)
            if isinstance(one, KINDS) and one.isVisibleTo(page) and one.isEnabled() and is_meant(one)
        ]

    def use(self, widget: QWidget) -> None:
        """Change what a widget holds, or press it."""
        match widget:
            case QAbstractButton():
                self.press(widget)
            case QAbstractItemView():
                self.edit_cell(widget)
            case QTextEdit() | QPlainTextEdit():
                self.write(widget)
            case TimeEdit():
                widget.selectAll()
                self.type(widget, self.chance.choice(TIMES))
            case QLineEdit():
                if not widget.isReadOnly():
                    if len(widget.text()) > 40:
                        widget.selectAll()
                    self.type(widget, self.words(6))
            case _:
                self.choose(widget)

    def press(self, button: QAbstractButton) -> None:
        """Press a button, if it can be."""
        if button.isEnabled():
            self.now()
            button.click()

    def choose(self, widget: QWidget) -> None:
        """Choose a value in a box."""
        self.now()
        match widget:
            case QComboBox():
                if widget.count():
                    row = self.chance.randrange(widget.count())
                    widget.setCurrentIndex(row)
                    widget.activated.emit(row)
            case QSpinBox() | QDoubleSpinBox():
                widget.setValue(self.chance.randint(0, 60))
            case QDateEdit():
                widget.setDate(QDate.fromJulianDay(2460000 + self.chance.randrange(900)))
            case QTimeEdit():
                widget.setTime(QTime(self.chance.randrange(24), self.chance.randrange(60)))

    def edit_cell(self, view: QAbstractItemView) -> None:
        """Go to a cell, and press a key on its row or change it in the cell's own editor."""
        model = view.model()
        if model is None or not model.rowCount() or not model.columnCount():
            return
        index = model.index(self.chance.randrange(model.rowCount()), self.chance.randrange(model.columnCount()))
        view.setCurrentIndex(index)
        if self.chance.random() < 0.25:
            self.key(view, self.chance.choice([*" 123", Qt.Key.Key_F2, Qt.Key.Key_F2]))
            return
        if not model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return
        if view.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers:
            return
        self.now()
        view.edit(index)
        editor = view.indexWidget(index)
        if isinstance(editor, QComboBox):
            self.choose(editor)
        elif isinstance(editor, QLineEdit | QPlainTextEdit):
            editor.selectAll()
            columns = getattr(model, "columns", None)
            self.type(
                editor,
                self.chance.choice(VALUES.get(columns[index.column()].field if columns else "", [self.words(5)])),
            )
            if isValid(editor) and view.indexWidget(index) is editor:
                self.key(editor, Qt.Key.Key_Return)
                QApplication.sendPostedEvents(None, QEvent.Type.MetaCall)  # the cell closes before anything else comes

    def write(self, field: QTextEdit | QPlainTextEdit) -> None:
        """Type somewhere into a text, over a part of it where it is not a long one."""
        if field.isReadOnly():
            return
        length = field.document().characterCount() - 1
        start = self.chance.randint(0, length)
        if LONG > length > 200 or self.chance.random() < 0.2:
            reach = length if length < LONG else 20
            self.select(field, start, min(length, start + self.chance.randint(-min(reach, start), reach)))
        else:
            self.select(field, start, start)
        if self.chance.random() < 0.15:
            self.key(field, Qt.Key.Key_Return)
        self.type(field, self.words(12))

    def select(self, field: QTextEdit | QPlainTextEdit, start: int, end: int) -> None:
        """Select a part of a text, or put the cursor there."""
        cursor = field.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        field.setTextCursor(cursor)

    def select_some(self, field: QTextEdit) -> None:
        """Select some signs somewhere in a text."""
        length = field.document().characterCount() - 1
        start = self.chance.randint(0, length)
        self.select(field, start, min(length, start + self.chance.randint(1, 30)))

    def key(self, widget: QWidget, key: Qt.Key | str, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """Press a key."""
        self.now()
        QTest.keyClick(widget, key, modifier)

    def type(self, widget: QWidget, words: str) -> None:
        """Type as an input method does, which commits several characters at once, or key by key."""
        widget.setFocus()
        if self.chance.random() < 0.3:
            for sign in "".join(sign for sign in words if sign.isascii() and sign.isprintable()) or "a":
                self.key(widget, sign)
        else:
            event = QInputMethodEvent()
            event.setCommitString(words)
            self.now()
            QApplication.sendEvent(widget, event)

    def words(self, most: int) -> str:
        """Return some signs."""
        return "".join(self.chance.choices(SIGNS, k=self.chance.randint(1, most)))
