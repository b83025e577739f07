"""The meeting that is being edited, its history and its saving.

Every change goes through `Editor.change`; that one door gives undo, redisplay and saving. A change is saved as soon as
it is shown; only where saving is slow (an old disk, a network) it waits for as long as ten savings take, at most
SLOWEST_MS, also while typing goes on. What cannot be saved stays in the window and is tried again.
"""

from time import perf_counter
from typing import Protocol

from PySide6.QtCore import QAbstractItemModel, QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoGroup, QUndoStack

from copu_desk.errors import LibraryError
from copu_desk.gui.sentences import said
from copu_desk.model import Meeting, Place

SLOWEST_MS = 300
RETRY_AFTER_MS = 3000  # at most; sooner where it shows sooner that saving fails, as when another program just writes
_REST = 10  # so many times as long as a saving took (with those who hear of it), nothing is saved after it
PAUSE_MS = 1000  # typing after a pause of this length is a new step to undo


class Keeper(Protocol):
    """What keeps a meeting: the library."""

    def save(self, now: Meeting, before: Meeting | None = None) -> None:
        """Save what differs between two states of a meeting; LibraryError if that fails."""


class Editor(QObject):
    """Holds the one current meeting; every change of it passes through `change`."""

    changed = Signal(object, object)  # before, after: also when another meeting became the current one
    opened = Signal(object)  # the meeting that is now the current one; `changed` was sent just before
    saved = Signal()  # everything shown is on disk
    refused = Signal()  # a change was wanted where none may be made
    failed = Signal(str)  # it is not, and why

    def __init__(
        self, keeper: Keeper, meeting: Meeting, parent: QObject | None = None, history: QUndoGroup | None = None
    ) -> None:
        """Start with a meeting that is shown but not kept until `open` is called (the window's empty state).

        Editors of one window share its history, in which each meeting has a stack of its own.
        """
        super().__init__(parent)
        self.meeting = meeting
        self.active = False
        self.read_only = False  # then no change is made, and what was typed gives way to what is
        self.history = history or QUndoGroup(self)
        self._keeper = keeper
        self._saved: Meeting | None = None
        self._waiting: dict[str, tuple[Meeting, Meeting | None]] = {}  # left unsaved: as it is, as it was saved last
        self._stacks: dict[str, tuple[QUndoStack, Meeting | None]] = {}
        self._clock = QTimer(self, singleShot=True)
        self._rest_ms = 0
        self._clock.timeout.connect(self.save)
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)

    def open(self, meeting: Meeting) -> None:
        """Make a meeting, as it is in the library, the current one; its history is the one it had when it was left.

        One that could not be saved when it was left is shown as it was left.
        """
        self.leave()
        meeting, saved = self._waiting.pop(meeting.id, (meeting, meeting))
        stack, left_at = self._stacks.get(meeting.id, (QUndoStack(self), None))
        if left_at != meeting:
            stack.clear()
        self._stacks[meeting.id] = (stack, meeting)
        self.history.addStack(stack)
        self.history.setActiveStack(stack)
        before, self.meeting, self._saved, self.active = self.meeting, meeting, saved, True
        self.changed.emit(before, meeting)
        self.opened.emit(meeting)

    def leave(self) -> None:
        """Save the current meeting and remember where its history stands; what cannot be saved is tried again."""
        if self.active:
            if not self.save() and self.meeting is not self._saved:
                self._waiting[self.meeting.id] = (self.meeting, self._saved)
            self._stacks[self.meeting.id] = (self._stacks[self.meeting.id][0], self.meeting)
            self.active = False

    def hand_over(self, parent: QObject) -> None:
        """Go on in another window, with the history and with nobody listening."""
        for signal in (self.changed, self.opened, self.saved, self.failed, self.refused):
            signal.disconnect()
        for model in self.findChildren(QAbstractItemModel):
            model.deleteLater()
        old, self.history = self.history, QUndoGroup(self)
        for turned in (old.canUndoChanged, old.canRedoChanged, old.undoTextChanged, old.redoTextChanged):
            turned.disconnect()
        for stack, _left_at in self._stacks.values():
            self.history.addStack(stack)
        old.deleteLater()
        self.setParent(parent)

    def change(self, after: Meeting, what: str, place: Place = ()) -> None:
        """Make a change that can be undone; typing at one place without a pause is undone as one."""
        if self.read_only:
            self.changed.emit(self.meeting, self.meeting)
            self.refused.emit()
        elif self.active and after is not self.meeting and after != self.meeting:
            self._stacks[self.meeting.id][0].push(Change(self, after, what, place))
            self._pause.start()

    def show(self, meeting: Meeting) -> None:
        """Make another state of the meeting the current one (only the history calls this)."""
        before, self.meeting = self.meeting, meeting
        late = self._clock.isActive() and not self._clock.remainingTime()  # the window is too busy to hear its clock
        if not self._clock.isActive():
            self._clock.start(self._rest_ms)
        self.changed.emit(before, meeting)
        if late:
            self.save()

    def save(self) -> bool:
        """Save what differs from the state saved last, also of what was left; return whether everything is on disk."""
        self._clock.stop()
        now = self.meeting
        if self.all_saved:
            return True
        start = perf_counter()
        try:
            if self.active and now is not self._saved:
                self._keeper.save(now, self._saved)
                self._saved = now
            for identity, (left, before) in list(self._waiting.items()):
                self._keeper.save(left, before)
                del self._waiting[identity]
        except LibraryError as error:
            took = round((perf_counter() - start) * 1000)
            self._clock.start(min(RETRY_AFTER_MS, max(SLOWEST_MS, took)))
            self.failed.emit(said(error))
            return False
        self.saved.emit()
        self._rest_ms = min(SLOWEST_MS, round((perf_counter() - start) * 1000 * _REST))
        return True

    @property
    def all_saved(self) -> bool:
        """Whether everything that is here is on disk."""
        return not self._waiting and not (self.active and self.meeting is not self._saved)

    @property
    def held(self) -> tuple[Meeting, ...]:
        """What is here and may not be on disk: the current meeting, and those left before they could be saved."""
        return (*((self.meeting,) if self.active else ()), *(left for left, _saved in self._waiting.values()))

    def adopt(self, now: Meeting, what: str) -> None:
        """Make the state that another program saved the current one, as a change that can be undone."""
        if self.active and now != self.meeting:
            self._saved = now  # before it is shown: a cell that is open may give its words then, which are to be saved
            self._stacks[self.meeting.id][0].push(Change(self, now, what, ()))
            if self.meeting is now:
                self._clock.stop()
                self.saved.emit()

    def forget(self) -> None:
        """Leave the current meeting as it is in the library, with all histories: the library has become another."""
        self._clock.stop()
        self.active, self._saved = False, None
        for stack, _left_at in self._stacks.values():
            stack.clear()
        self._stacks.clear()
        self._waiting.clear()

    def rest(self) -> None:
        """Let the next change be a step of its own."""
        self._pause.stop()

    @property
    def rested(self) -> bool:
        """Whether the last change is long enough ago that the next one is a step of its own."""
        return not self._pause.isActive()


class Change(QUndoCommand):
    """The step from one state of the meeting to the next."""

    def __init__(self, editor: Editor, after: Meeting, what: str, place: Place) -> None:
        super().__init__(what)
        self.editor, self.before, self.after, self.place = editor, editor.meeting, after, place
        self.fresh = editor.rested

    def redo(self) -> None:
        """Show the state after."""
        self.editor.show(self.after)

    def undo(self) -> None:
        """Show the state before; what is typed then is a step of its own, or there would be no way back to that."""
        self.editor.show(self.before)
        self.editor.rest()

    def id(self) -> int:
        """Let changes at places be merged."""
        return 1 if self.place else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take in the next change if it goes on typing at the same place."""
        if not isinstance(other, Change) or other.place != self.place or other.fresh:
            return False
        self.after = other.after
        return True
