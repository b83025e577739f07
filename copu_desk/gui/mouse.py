"""What a mouse does beside what is meant: a wheel that turns over a box, two clicks where one was asked for."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QAbstractSpinBox, QComboBox, QWidget


class _Still(QObject):
    """Lets the wheel pass over boxes that do not have the keys."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand a turn of the wheel on to what scrolls."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


class _Once(QObject):
    """Drops the second of two quick clicks."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._second = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Drop a second click, both when the button goes down and when it comes up."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self._second = True
            return True
        if event.type() == QEvent.Type.MouseButtonRelease and self._second:
            self._second = False
            return True
        return False


def keep_still(*boxes: QComboBox | QAbstractSpinBox) -> None:
    """Keep the wheel, turned to scroll, from changing what stands in boxes that it passes over."""
    for box in boxes:
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # else the wheel gives them the keys first
        box.installEventFilter(_Still(box))


def take_once(view: QAbstractItemView) -> None:
    """Let two quick clicks on a row of a view, in which one click chooses, be taken for one."""
    view.viewport().installEventFilter(_Once(view))
