"""What keeps one window's text safe, all in one place: backups, versions, other programs, where the user was."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from copu_desk.gui.backups import Backups
from copu_desk.gui.elsewhere import Elsewhere
from copu_desk.gui.kept_versions import KeptVersions
from copu_desk.gui.read_only import ReadOnly
from copu_desk.gui.sentences import said
from copu_desk.gui.whereabouts import Whereabouts

if TYPE_CHECKING:
    from copu_desk.gui.main_window import MainWindow


class Keeping(QObject):
    """Made before a window shows its first meeting, told when it did, and stopped before it goes."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.backups = Backups(window)
        self.versions = KeptVersions(window.editor, window.library)
        self.whereabouts = Whereabouts(window)
        self.elsewhere = Elsewhere(window)
        window.backup.triggered.connect(self.backups.show)
        window.verify_library.triggered.connect(self.backups.look_through)

    def begin(self) -> None:
        """Say what speaks against the library's place, and lock a window that may only look."""
        window = self._window
        if window.library.advice:
            window.bands.show("place", said(window.library.advice))
        if window.library.read_only:
            ReadOnly(window, said(window.library.why_read_only))

    def stop(self) -> None:
        """Watch no longer."""
        self.whereabouts.stop()
        self.elsewhere.stop()
        self.versions.stop()
        self.backups.stop()

    def end(self) -> None:
        """Make the last backup, and close the library."""
        self._window.hide()  # the backups may take a while
        self.backups.at_exit()
        self._window.library.close()
