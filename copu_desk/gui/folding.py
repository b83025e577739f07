"""A part of a page that folds into one line: as the user chose, and until then in a window too low for all of it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

OPEN, FOLDED = "open", "folded"


class Folding(QObject):
    """Ties a part of a page to the button that folds and unfolds it, and that says in a line what the part holds."""

    def __init__(self, button: QPushButton, part: QWidget, page: QWidget, low: int) -> None:
        """Until the user chooses, the part is folded where the page is lower than `low` pixels."""
        super().__init__(page)
        self._button, self._part, self._page, self._low = button, part, page, low
        self.choice = ""
        self._looked_into = False  # open only while the keys are in it
        self.first: QWidget = part  # what takes the keys when the user unfolds the part
        self.words: Callable[[bool], str] = lambda _open: ""
        button.clicked.connect(self._turn)
        page.installEventFilter(self)
        button.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._moved)  # type: ignore[union-attr]
        self.show()

    @property
    def is_open(self) -> bool:
        """Whether the part is in sight."""
        return self._looked_into or (self.choice == OPEN if self.choice else self._page.height() >= self._low)

    def choose(self, choice: str) -> None:
        """Fold (FOLDED) or unfold (OPEN) the part from now on; empty leaves it to the height of the page."""
        self.choice = choice if choice in (OPEN, FOLDED) else ""
        self._looked_into = False
        self.show()

    def look_into(self) -> None:
        """Unfold the part for as long as the keys are in it."""
        self._looked_into = not self.is_open
        self.show()

    def show(self) -> None:
        """Fold or unfold the part, and say on the button what it holds."""
        opened = self.is_open
        self._part.setVisible(opened)
        words = ("▾ " if opened else "▸ ") + self.words(opened)
        room = self._button.width() - 2 * self._button.fontMetrics().averageCharWidth()
        mode = Qt.TextElideMode.ElideRight
        flag = Qt.TextFlag.TextShowMnemonic.value
        self._button.setText(self._button.fontMetrics().elidedText(words, mode, room, flag))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the height of the page, and the width of the button, whenever they change."""
        if event.type() == QEvent.Type.Resize:
            self.show()
        return super().eventFilter(watched, event)

    def _turn(self) -> None:
        self.choose(FOLDED if self.is_open else OPEN)
        if self.is_open:
            self.first.setFocus()

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Fold again what was only looked into, once the keys have gone elsewhere on the page."""
        if not self._looked_into or now is None or not self._page.isAncestorOf(now):
            return
        if now is not self._button and not self._part.isAncestorOf(now):
            self._looked_into = False
            self.show()
