"""Keep versions of the meeting that is edited: what it was before, then at most one every five minutes."""

from contextlib import suppress
from time import monotonic

from PySide6.QtCore import QObject, QTimer

from copu_desk.errors import LibraryError
from copu_desk.gui.editor import Editor
from copu_desk.library import Library, VersionKind
from copu_desk.model import Meeting

EVERY = 300.0  # seconds of editing
_THIN_AFTER_MS = 5_000


class KeptVersions(QObject):
    """Keeps versions for an editor as it saves; old ones are thinned once, a while after the start."""

    def __init__(self, editor: Editor, library: Library) -> None:
        super().__init__(editor)
        self._editor, self._library = editor, library
        self._before: Meeting | None = None
        self._kept_at = -EVERY
        editor.opened.connect(self._opened)
        editor.saved.connect(self.keep)
        self._thin_later = QTimer(self, interval=_THIN_AFTER_MS, singleShot=True)
        self._thin_later.timeout.connect(self._thin)
        self._thin_later.start()

    def stop(self) -> None:
        """Do nothing any more: the library is about to be closed."""
        self._thin_later.stop()

    def keep(self) -> None:
        """Keep what the meeting was before it was edited; and what it is, if the last version is old enough."""
        with suppress(LibraryError):  # what is edited is saved; a version can wait
            if self._before is not None:
                self._library.keep_version(self._before, VersionKind.EDIT)
                self._before, self._kept_at = None, monotonic()
            elif monotonic() - self._kept_at >= EVERY and self._editor.active:
                self._library.keep_version(self._editor.meeting, VersionKind.EDIT)
                self._kept_at = monotonic()

    def _opened(self, meeting: Meeting) -> None:
        self._before = meeting

    def _thin(self) -> None:
        with suppress(LibraryError):
            self._library.thin_versions()
