"""The menu entries 撤销 and 重做, which say what they undo and show where that changed something."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence, QUndoGroup
from PySide6.QtWidgets import QMenu


class Turning(QObject):
    """Undo and redo of a window's one history; `now` is true while a change comes from them."""

    def __init__(self, history: QUndoGroup, menu: QMenu) -> None:
        super().__init__(menu)
        self.now = False
        self.undo, self.redo = undo, redo = QAction(self.tr("撤销"), self), QAction(self.tr("重做"), self)
        undo.setShortcuts(QKeySequence.StandardKey.Undo)
        usual = [one.toString() for one in QKeySequence.keyBindings(QKeySequence.StandardKey.Redo)]
        redo.setShortcuts([QKeySequence(one) for one in dict.fromkeys([*usual, "Ctrl+Y"])])
        for action, turn, can in (
            (undo, history.undo, history.canUndoChanged),
            (redo, history.redo, history.canRedoChanged),
        ):
            action.setEnabled(False)
            action.triggered.connect(lambda _checked=False, turn=turn: self._turn(turn))
            can.connect(action.setEnabled)
        history.undoTextChanged.connect(self._undoes)  # methods of this object, so that they are deaf when it is gone
        history.redoTextChanged.connect(self._redoes)
        menu.addActions([undo, redo])

    def _undoes(self, what: str) -> None:
        self.undo.setText(self.tr("撤销 {}").format(what).strip())

    def _redoes(self, what: str) -> None:
        self.redo.setText(self.tr("重做 {}").format(what).strip())

    def _turn(self, turn: Callable[[], None]) -> None:
        self.now = True
        turn()
        self.now = False
