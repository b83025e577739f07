"""Put the open meeting into the trash, as a step that 撤销 takes back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand, QUndoStack

from copu_desk import desk
from copu_desk.errors import CopuError
from copu_desk.gui.sentences import said

if TYPE_CHECKING:
    from copu_desk.gui.main_window import MainWindow


def delete_meeting(window: "MainWindow") -> None:
    """Put the open meeting of a window into the trash, show another, and say where it went.

    The step stands in the history of the meeting that is shown then; without one, in a history of its own.
    """
    meeting, library = window.editor.meeting, window.library
    title = desk.title(library, meeting)
    window.editor.leave()
    try:
        library.delete(meeting.id)
    except CopuError as error:
        window.tell(said(error))
        window.editor.open(meeting)
        return
    window.refresh()
    history = window.editor.history
    if not window.editor.active:
        history.setActiveStack(QUndoStack(history))
    history.activeStack().push(_Deletion(window, meeting.id))
    words = QCoreApplication.translate("deletion", "“{}”已移到回收站，按 Ctrl+Z 或从“会议”菜单的“回收站”恢复。")
    window.status_bar.showMessage(words.format(title), 8000)


class _Deletion(QUndoCommand):
    """A meeting that went into the trash; taken back, it is open again, with its own history."""

    def __init__(self, window: "MainWindow", meeting_id: str) -> None:
        super().__init__(QCoreApplication.translate("deletion", "删除会议"))
        self._window, self._id = window, meeting_id

    def redo(self) -> None:
        """Do nothing: it was deleted before the step was written down."""

    def undo(self) -> None:
        """Bring the meeting back, unless somebody did already, and open it."""
        self.setObsolete(True)  # the history of the meeting that comes back is another one
        try:
            self._window.library.restore(self._id)
            self._window.refresh(self._id)
            back = QCoreApplication.translate("deletion", "已从回收站恢复。")
            self._window.status_bar.showMessage(back, 8000)
        except CopuError as error:
            self._window.tell(said(error))
