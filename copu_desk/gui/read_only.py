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

# The actions that change the library; a window that may only look has none of them.
_EDITING = (
    "new_meeting", "import_minutes", "import_report", "import_ledger", "delete_meeting", "trash", "edit_series",
    "backup",
)  # fmt: skip


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
        editing = [getattr(window, name) for name in _EDITING]
        for action in (window.turning.undo, window.turning.redo, *editing):
            action.setVisible(False)
            action.setEnabled(False)
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
