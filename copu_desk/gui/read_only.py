"""A window that may only look: a band says why, and nothing in it can be edited."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QShortcut
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

if TYPE_CHECKING:
    from copu_desk.gui.main_window import MainWindow

# What a window that may only look can still do; every other action is for editing.
_ALLOWED = {
    "export_minutes", "print_minutes", "export_attendance", "quit", "check", "go_overview",
    "go_attendees", "go_agenda", "go_essays", "go_actions", "go_roster", "go_all_actions", "go_attendance",
    "toggle_scratch", "toggle_sidebar", "search", "keys", "about", "verify_library", "sign_in",
    "add_to_ledger",
}  # fmt: skip


class ReadOnly(QObject):
    """Makes one window read-only, with all that comes into its pages later."""

    def __init__(self, window: "MainWindow", why: str) -> None:
        super().__init__(window)
        self._pages: tuple[QWidget, ...] = (
            window.overview, window.attendees, window.agenda, window.essays, window.actions_page, window.roster,
            window.all_actions, window.scratch_dock,
        )  # fmt: skip
        for editor in window.editors:
            editor.read_only = True
        window.meeting_title.setReadOnly(True)
        window.status.setEnabled(False)
        for action in (window.turning.undo, window.turning.redo):
            action.setVisible(False)
        for name in vars(window):
            thing = getattr(window, name)
            if isinstance(thing, type(window.quit)) and name not in _ALLOWED:
                thing.setVisible(False)
                thing.setEnabled(False)
        for button in (window.sidebar.new_meeting, window.empty_new, window.empty_import):
            button.hide()
        for page in self._pages:
            self._lock(page)
            page.installEventFilter(self)
        window.bands.show("read_only", self.tr("只读：{}").format(why), closable=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lock what a page was given since it was looked at last, before it is seen."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show) and isinstance(watched, QWidget):
            self._lock(watched)
        return False

    def _lock(self, page: QWidget) -> None:
        for view in page.findChildren(QAbstractItemView):
            view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
            view.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        for widget in page.findChildren(QWidget):
            if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
                if widget.objectName() not in ("search", "wanted"):  # looking is allowed
                    widget.setReadOnly(True)
            elif isinstance(widget, QComboBox | QAbstractSpinBox | QAbstractButton) and widget.isEnabled():
                widget.setEnabled(False)
        for shortcut in page.findChildren(QShortcut):
            shortcut.setEnabled(False)
