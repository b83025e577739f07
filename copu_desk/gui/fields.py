"""Tie one value of the meeting to one widget of a form."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple, cast

from PySide6.QtCore import QDate, QObject, QSignalBlocker
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from copu_desk.document import clean
from copu_desk.gui.editor import Editor
from copu_desk.model import Meeting, Place, get, put

LONGEST_LINE = 2**31 - 1  # Qt's own 32,767 characters would cut off the rest of what is there, without a word


class Kind(NamedTuple):
    """How a kind of widget tells of an edit, is read and is filled."""

    edited: str
    read: Callable[[Any], Any]
    fill: Callable[[Any, Any], None]
    optional: bool = False  # whether no value (None) is a value too


def _fill_line(line: QLineEdit, value: str) -> None:
    cursor = line.cursorPosition()
    line.setText(value)
    line.setCursorPosition(min(cursor, len(value)))


def typed_text(widget: QPlainTextEdit) -> str:
    """Return the text as typed: unlike toPlainText, this keeps no-break spaces (and U+2028 for a break in a line)."""
    block, lines = widget.document().begin(), []
    while block.isValid():
        lines.append(block.text())
        block = block.next()
    return "\n".join(lines)


def fill_text(widget: QPlainTextEdit, value: str) -> None:
    """Replace only what differs, so that the cursor and the scroll bar stay where they are."""
    old, start, end = typed_text(widget), 0, 0
    shorter = min(len(old), len(value))
    while start < shorter and old[start] == value[start]:
        start += 1
    while end < shorter - start and old[-1 - end] == value[-1 - end]:
        end += 1
    cursor = QTextCursor(widget.document())
    cursor.setPosition(units(old[:start]))
    cursor.setPosition(units(old[: len(old) - end]), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(value[start : len(value) - end])


def units(words: str) -> int:
    """Return the length in UTF-16 units, which is how Qt counts."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


def day_in(widget: QDateEdit) -> date:
    """Return the day that a field holds."""
    day = widget.date()
    return date(day.year(), day.month(), day.day())


def fill_day(widget: QDateEdit, value: date) -> None:
    """Let a field hold a day."""
    widget.setDate(QDate(value.year, value.month, value.day))


def _fill_choice(widget: QComboBox, value: Any) -> None:
    widget.setCurrentIndex(widget.findData(value))


KINDS: dict[type[QWidget], Kind] = {
    QCheckBox: Kind("toggled", QCheckBox.isChecked, QCheckBox.setChecked),
    QComboBox: Kind("activated", QComboBox.currentData, _fill_choice),
    QDateEdit: Kind("dateChanged", day_in, fill_day),
    QLineEdit: Kind("textEdited", lambda widget: clean(widget.text()), _fill_line),
    QPlainTextEdit: Kind("textChanged", lambda widget: clean(typed_text(widget)), fill_text),
    QSpinBox: Kind("valueChanged", QSpinBox.value, QSpinBox.setValue),
}
"""One row a kind of widget; a module that brings a widget of its own adds its row here."""


class Field(QObject):
    """Keeps a widget and the value at a place the same; without a place it rests."""

    def __init__(self, editor: Editor, widget: QWidget, place: Place = ()) -> None:
        super().__init__(widget)
        self._editor, self._widget, self._place = editor, widget, place
        self._kind = next(KINDS[kind] for kind in type(widget).__mro__ if kind in KINDS)
        if isinstance(widget, QPlainTextEdit):
            widget.setUndoRedoEnabled(False)  # there is one history, the editor's
        if isinstance(widget, QLineEdit):
            widget.setMaxLength(LONGEST_LINE)
        self._changed(editor.meeting, editor.meeting)
        editor.changed.connect(self._changed)
        getattr(widget, self._kind.edited).connect(self._edited)

    def show(self, place: Place) -> None:
        """Show the value at another place."""
        self._place = place
        self._changed(self._editor.meeting, self._editor.meeting)

    @property
    def place(self) -> Place:
        """The place that is shown."""
        return self._place

    def _edited(self) -> None:
        if self._place:
            after = put(self._editor.meeting, self._place, self._kind.read(self._widget))
            self._editor.change(cast(Meeting, after), self._widget.accessibleName(), self._place)

    def _changed(self, before: Meeting, after: Meeting) -> None:
        value = get(after, self._place) if self._place else None
        if before is not after and before.id == after.id and value is get(before, self._place):
            return  # what is shown is what was edited elsewhere
        shown = bool(self._place) and (value is not None or self._kind.optional)
        if shown and value != self._kind.read(self._widget):
            with QSignalBlocker(self._widget):
                self._kind.fill(self._widget, value)
