"""A window that may only look: a band says why, and nothing in it can be edited."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from copu_desk.gui.locking import Lock

if TYPE_CHECKING:
    from copu_desk.gui.main_window import MainWindow

# The actions that change the library; a window that may only look has none of them.
_EDITING = (
    "new_meeting", "import_minutes", "import_folder", "import_report", "import_ledger", "delete_meeting", "trash",
    "edit_series", "backup", "keep_originals",
)  # fmt: skip


class ReadOnly(QObject):
    """Makes one window read-only, with all that comes into its pages later."""

    def __init__(self, window: "MainWindow", why: str) -> None:
        super().__init__(window)
        pages = (
            window.overview, window.attendees, window.agenda, window.essays, window.actions_page, window.roster,
            window.all_actions, window.scratch_dock,
        )  # fmt: skip
        for editor in window.editors:
            editor.read_only = True
        window.meeting_title.setReadOnly(True)
        window.status.setEnabled(False)
        editing = [getattr(window, name) for name in _EDITING]
        for action in (window.turning.undo, window.turning.redo, *editing):
            action.setVisible(False)
            action.setEnabled(False)
        for button in (window.sidebar.new_meeting, window.empty_new, window.empty_import):
            button.hide()
        Lock(pages, self).turn(on=True)
        window.bands.show("read_only", self.tr("只读：{}").format(why), closable=False)
