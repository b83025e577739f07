"""Lock pages against editing, visibly, and open them again: text can still be read, chosen and copied."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from copu_desk.library import Library
from copu_desk.model import Meeting, Status

_FOR_LOOKING = (
    "search",
    "wanted",
    "look_for",
    "previous",
    "next",
    "done",
    "open_original",
    "save_original",
    "fold",
)  # what one finds something with
_SPARED = "for_looking"


def for_looking(*things: QObject) -> None:
    """Leave widgets and keys of a page as they are while it is locked: one looks at something with them."""
    for thing in things:
        thing.setProperty(_SPARED, True)


def is_locked(meeting: Meeting, library: Library) -> bool:
    """Whether nothing of a meeting is edited here: its minutes are final, or the library is only looked at."""
    return meeting.status is Status.FINAL or library.read_only


def _is_for_looking(thing: QObject) -> bool:
    return thing.objectName() in _FOR_LOOKING or bool(thing.property(_SPARED))


class Lock(QObject):
    """Keeps some pages from being edited while it is on, also what comes into them meanwhile."""

    def __init__(self, pages: Sequence[QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._pages = tuple(pages)
        self._undo: dict[QObject, Callable[[], None]] = {}
        self.is_on = False
        for page in self._pages:
            page.installEventFilter(self)

    def turn(self, *, on: bool) -> None:
        """Lock the pages, or open them again as they were."""
        self.is_on = on
        if on:
            for page in self._pages:
                self._lock(page)
            return
        undo, self._undo = self._undo, {}
        for thing, again in undo.items():
            if isValid(thing):
                again()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lock what a page was given since it was looked at last, before it is seen."""
        kinds = (QEvent.Type.LayoutRequest, QEvent.Type.Show)
        if self.is_on and event.type() in kinds and isinstance(watched, QWidget):
            self._lock(watched)
        return False

    def _lock(self, page: QWidget) -> None:
        for view in page.findChildren(QAbstractItemView):
            self._undo.setdefault(view, partial(_open, view, view.editTriggers(), view.dragDropMode()))
            view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
            view.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
            for action in view.actions():
                self._disable(action)
        for widget in page.findChildren(QWidget):
            if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
                self._make_read_only(widget)
            elif isinstance(widget, QComboBox | QAbstractSpinBox | QAbstractButton):
                self._disable(widget)
        for shortcut in page.findChildren(QShortcut):
            self._disable(shortcut)

    def _make_read_only(self, widget: QLineEdit | QPlainTextEdit | QTextEdit) -> None:
        if not widget.isReadOnly() and not _is_for_looking(widget):
            self._undo[widget] = partial(widget.setReadOnly, False)
            widget.setReadOnly(True)

    def _disable(self, thing: QWidget | QShortcut | QAction) -> None:
        if not thing.isEnabled() or _is_for_looking(thing):
            return
        self._undo[thing] = partial(thing.setEnabled, True)
        thing.setEnabled(False)


def _open(
    view: QAbstractItemView, triggers: QAbstractItemView.EditTrigger, dragging: QAbstractItemView.DragDropMode
) -> None:
    view.setEditTriggers(triggers)
    view.setDragDropMode(dragging)
