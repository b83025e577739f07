"""Notice when another program (a command) wrote to the library, and show what it wrote."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from copu_desk.errors import CopuError, LibraryError
from copu_desk.model import Meeting

if TYPE_CHECKING:
    from copu_desk.gui.main_window import MainWindow

LOOK_EVERY_MS = 1000  # one question to the file's header, some microseconds


class Elsewhere(QObject):
    """Looks every second whether the library was written by somebody else; what is shown then follows it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._unseen = False  # that somebody wrote, while what is typed here could not be saved
        self._clock = QTimer(self, interval=LOOK_EVERY_MS)
        self._clock.timeout.connect(self.look)
        self._clock.start()
        window.all_actions.editor.saved.connect(self._follow)

    def stop(self) -> None:
        """Look no more: the library is about to be closed."""
        self._clock.stop()

    def look(self) -> None:
        """Show what another program wrote, if it did; what is typed here is saved first, and stays."""
        window = self._window
        try:
            self._unseen = window.library.changed_elsewhere() or self._unseen
            if self._unseen and window.save_all():
                self._unseen = False
                self._show()
        except LibraryError:
            return  # saving tells of it

    def _follow(self) -> None:
        """Let the open meeting have what the section 待办 wrote into it."""
        editor = self._window.editor
        if editor.active and editor.save() and (now := self._stored(editor.meeting)):
            editor.adopt(now, self.tr("别处的改动"))

    def _show(self) -> None:
        window = self._window
        before = self._seen()
        window.follow()
        if window.editor.active:
            now = self._stored(window.editor.meeting)
            if now is None:
                window.editor.leave()
                window.open_last()
                window.tell(self.tr("正在编辑的会议被另一个程序移到了回收站，可从“会议”菜单恢复。"))
                return
            window.editor.adopt(now, self.tr("别处的改动"))
        elif window.stack.currentWidget() is window.empty_page:
            window.open_last()
        window.sidebar.refresh(window.editor.meeting.id if window.editor.active else "")
        if self._seen() != before:  # else it was a backup, or nothing that is in sight
            window.status_bar.showMessage(self.tr("另一个程序改动了资料库，已经显示最新的内容。"), 8000)

    def _seen(self) -> tuple[object, ...]:
        window = self._window
        return (window.editor.meeting, window.roster.editor.meeting, window.sidebar.listed())

    def _stored(self, meeting: Meeting) -> Meeting | None:
        """Return the meeting as it is in the library, or None if it is not there any more."""
        library = self._window.library
        if meeting.id not in {entry.id for entry in library.entries()}:
            return None
        try:
            return library.load(meeting.id)
        except CopuError:
            return None
