"""A field for a time of day that may be empty: 9:30, 9：30, 930 and 0930 are all understood."""

import re
from contextlib import suppress
from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from copu_desk.gui.fields import KINDS, Kind

_FORMS = re.compile(r"(\d{1,2})(?:[:：点时.](\d{0,2})分?)?|(\d{1,2})(\d{2})")
_FULL = str.maketrans("０１２３４５６７８９", "0123456789")


def parse(words: str) -> time | None:
    """Return the time that was typed; None for an empty text; ValueError for one that is no time of day."""
    plain = words.strip().translate(_FULL)
    if not plain:
        return None
    found = _FORMS.fullmatch(plain)
    if not found:
        raise ValueError(words)
    return time(int(found[1] or found[3]), int(found[2] or found[4] or 0))


class TimeEdit(QLineEdit):
    """A line that holds a time or nothing; what is no time is put back when the field is left."""

    timed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: time | None = None
        self._before: time | None = None  # what stood here before one typed
        self.textEdited.connect(self._typed)

    def value(self) -> time | None:
        """Return the time last understood."""
        return self._value

    def set_value(self, value: time | None) -> None:
        """Show a time, or nothing."""
        self._value = self._before = value
        self.setText(value.strftime("%H:%M") if value else "")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write the time in full when the field is left; for what is no time, the one that was there before.

        What was understood on the way is not meant: 24:00 begins with 2:40, and 9:75 with 9:07.
        """
        super().focusOutEvent(event)
        try:
            parse(self.text())
        except ValueError:
            self._take(self._before)
        self.set_value(self._value)

    def _typed(self, words: str) -> None:
        with suppress(ValueError):
            self._take(parse(words))

    def _take(self, value: time | None) -> None:
        if value != self._value:
            self._value = value
            self.timed.emit()


KINDS[TimeEdit] = Kind("timed", TimeEdit.value, TimeEdit.set_value, optional=True)
