"""What tests of the window share."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication


def answer(dialog_kind, do):
    """Act on the next modal dialog of a kind when it is shown; one that is not as expected is closed."""

    def act():
        shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, dialog_kind) and one.isVisible()]
        dialog = shown[0] if shown else None
        if dialog is None:
            QTimer.singleShot(20, act)
            return
        try:
            do(dialog)
        except BaseException:
            dialog.close()
            raise

    QTimer.singleShot(0, act)


def composed(widget, *spelled, committed=""):
    """Type into a widget as an input method does: the pinyin as it grows, then the words that are chosen."""
    widget.setFocus()
    for words in spelled:
        QApplication.sendEvent(widget, QInputMethodEvent(words, []))
    event = QInputMethodEvent()
    event.setCommitString(committed)
    QApplication.sendEvent(widget, event)
