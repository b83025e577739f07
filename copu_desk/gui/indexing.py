"""Bring the index of the search up to date, a little at a time while nobody types."""

from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

from copu_desk.errors import LibraryError
from copu_desk.library import Library

_AFTER_MS, _NEXT_MS, _AT_ONCE = 2000, 40, 4


class Indexing(QObject):
    """Indexes the meetings of a library that changed, whenever nothing was saved for a while."""

    def __init__(self, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._index)
        self.put_off()

    def put_off(self) -> None:
        """Begin (again) to wait: somebody is typing."""
        self._later.start(_AFTER_MS)

    def stop(self) -> None:
        """Index nothing any more: the library is about to be closed."""
        self._later.stop()

    def _index(self) -> None:
        with suppress(LibraryError):  # the search looks through what the index does not know
            if self._library.index(_AT_ONCE):
                self._later.start(_NEXT_MS)
