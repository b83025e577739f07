"""Put the cursor into a field, on the words that a search found there, and let them be in sight."""

from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from copu_desk.editing import first_found
from copu_desk.gui.fields import units
from copu_desk.gui.rich_edit import RichEdit


def show(field: QWidget, words: str = "") -> None:
    """Give a field the focus, with the first of some words selected that stand in it."""
    field.setFocus()
    if words:
        _select(field, words)
    inside = field.parentWidget()
    while inside is not None:
        if isinstance(inside, QScrollArea):
            inside.ensureWidgetVisible(field)
        inside = inside.parentWidget()


def _select(field: QWidget, words: str) -> None:
    match field:
        case RichEdit():
            if place := first_found(field.body(), words):
                field.put_cursor(*place)
        case QPlainTextEdit():
            field.moveCursor(QTextCursor.MoveOperation.Start)
            field.find(words, QTextDocument.FindFlag.FindCaseSensitively)
        case QLineEdit():
            before, found, _after = field.text().partition(words)
            if found:
                field.setSelection(units(before), units(words))
