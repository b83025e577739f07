"""A form that scrolls where the screen is too low for it, and is shown whole where it is not."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

LEAST = 160  # pixels of the form that stay in sight


class FormArea(QScrollArea):
    """A scroll area that asks for the room its form needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from field to field

    def sizeHint(self) -> QSize:
        """Return the size of the whole form."""
        return self._form().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the width of the form, with the bar that scrolls it, and a little of its height."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._form().minimumSizeHint().width() + bar, LEAST)

    def _form(self) -> QWidget:
        return self.widget() or self.viewport()
