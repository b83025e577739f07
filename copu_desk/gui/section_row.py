"""The buttons of the window's sections in a row; where it is too narrow for their icons, their words alone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

_WHOLE, _WORDS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonTextOnly


class SectionRow(QWidget):
    """A button for each action that is added, each with its words in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._buttons: list[QToolButton] = []

    def add(self, action: QAction) -> None:
        """Add a button with an action's icon and its short words."""
        button = QToolButton()
        button.setDefaultAction(action)
        button.setAccessibleName(action.iconText())
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._row.addWidget(button)
        self._buttons.append(button)
        button.ensurePolished()
        button.setToolButtonStyle(_WORDS)
        button.setMinimumWidth(button.sizeHint().width())
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the icons, or do without them."""
        super().resizeEvent(event)
        self._dress()

    def _dress(self) -> None:
        for button in self._buttons:
            button.setToolButtonStyle(_WHOLE)
        needed = max((button.sizeHint().width() for button in self._buttons), default=0) * len(self._buttons)
        if needed + self._row.spacing() * (len(self._buttons) - 1) > self.width():
            for button in self._buttons:
                button.setToolButtonStyle(_WORDS)
