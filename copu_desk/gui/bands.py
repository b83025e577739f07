"""Bands over the whole window that say what the secretary should know, until they are closed or it is over."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout


class Band(QFrame):
    """One sentence, perhaps a button that does something about it, and a way to close it."""

    def __init__(self, words: str, deed: str = "", do: Callable[[], object] | None = None, *, closable: bool) -> None:
        super().__init__()
        self.setObjectName("band")
        self.words = QLabel(words, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.words.setAccessibleName(words)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 5, 8, 5)
        layout.addWidget(self.words, 1)
        if do:
            self.deed = QPushButton(deed)
            self.deed.clicked.connect(lambda _checked=False: do())
            layout.addWidget(self.deed)
        if closable:
            close = QToolButton()
            close.setText("✕")
            close.setAutoRaise(True)
            close.setAccessibleName(self.tr("关闭提示"))
            close.setToolTip(self.tr("关闭提示"))
            close.clicked.connect(self.deleteLater)
            layout.addWidget(close)


class Bands:
    """The bands of one window, each known by a key so that it is shown once."""

    def __init__(self, layout: QVBoxLayout) -> None:
        self._layout = layout
        self._shown: dict[str, Band] = {}

    def show(
        self, key: str, words: str, deed: str = "", do: Callable[[], object] | None = None, *, closable: bool = True
    ) -> Band:
        """Show a band, in the place of the one with that key."""
        self.hide(key)
        band = self._shown[key] = Band(words, deed, do, closable=closable)
        band.destroyed.connect(lambda: self._shown.pop(key, None) if self._shown.get(key) is band else None)
        self._layout.addWidget(band)
        return band

    def hide(self, key: str) -> None:
        """Take a band away, if it is there."""
        if band := self._shown.pop(key, None):
            band.hide()
            band.deleteLater()

    def put_away(self, key: str, *, away: bool) -> None:
        """Show no band for a while that is there, or show it again."""
        if band := self._shown.get(key):
            band.setHidden(away)

    def words(self) -> list[str]:
        """Return what the bands say."""
        return [band.words.text() for band in self._shown.values()]
