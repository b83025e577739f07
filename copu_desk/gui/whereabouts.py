"""Remember where the user is (meeting, tab, record), so that the next start opens there, also after a crash."""

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from copu_desk.errors import LibraryError
from copu_desk.model import Place, get

if TYPE_CHECKING:
    from copu_desk.gui.main_window import MainWindow

MEETING, PLACE = "last_meeting", "last_place"  # settings of the library
_LOOK_EVERY_MS = 2_000


class Whereabouts(QObject):
    """Notes every two seconds where the user is, if that changed."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._noted: tuple[str, Place] = ("", ())
        self._clock = QTimer(self, interval=_LOOK_EVERY_MS)
        self._clock.timeout.connect(self.note)
        self._clock.start()

    def stop(self) -> None:
        """Note where the user is, for the last time."""
        self._clock.stop()
        self.note()

    def last(self) -> tuple[str, Place]:
        """Return the id of the meeting and the place where the user was."""
        library = self._window.library
        with suppress(ValueError):
            place = json.loads(library.setting(PLACE) or "[]")
            if isinstance(place, list) and all(isinstance(step, str) for step in place):
                return library.setting(MEETING), tuple(place)
        return library.setting(MEETING), ()

    def now(self) -> Place:
        """Return the place of the current meeting that is in sight: a tab, and the record chosen in it."""
        window = self._window
        page = window.tabs.currentWidget()
        if page is window.agenda:
            return tuple(filter(None, ("agenda", getattr(window.agenda.current_item(), "id", ""))))
        if page is window.essays:
            return tuple(filter(None, ("essays", window.essays.current_essay())))
        return (
            ("attendees",) if page is window.attendees else ("actions",) if page is window.actions_page else ("venue",)
        )

    def note(self) -> None:
        """Keep where the user is, if it is somewhere else than before."""
        window = self._window
        if window.library.read_only or not window.editor.active:
            return
        here = (window.editor.meeting.id, self.now())
        if here != self._noted:
            with suppress(LibraryError):  # saving tells of it
                window.library.set_setting(MEETING, here[0])
                window.library.set_setting(PLACE, json.dumps(here[1]))
                self._noted = here

    def go(self) -> None:
        """Show the place where the user was, in the meeting that is open."""
        meeting, place = self.last()
        window = self._window
        if window.editor.active and window.editor.meeting.id == meeting:
            there = len(place) == 1 or get(window.editor.meeting, place[:2]) is not None
            window.show_place(place if there else place[:1])
