"""The bar that finds and replaces words in a text editor."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from copu_desk.document import clean
from copu_desk.editing import found, replaced
from copu_desk.gui import forms
from copu_desk.gui.flow import let_wrap
from copu_desk.gui.rich_edit import RichEdit


class FindBar(QWidget):
    """Hidden until asked for; Enter goes on, Shift+Enter back, Escape closes it."""

    wanted: QLineEdit
    instead: QLineEdit
    previous: QToolButton
    next: QToolButton
    one: QPushButton
    all: QPushButton
    said: QLabel
    done: QToolButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "find_bar")
        let_wrap(self)
        self._edit: RichEdit | None = None
        self.wanted.returnPressed.connect(lambda: self._go(1))
        self.instead.returnPressed.connect(self._replace_one)
        self.next.clicked.connect(lambda: self._go(1))
        self.previous.clicked.connect(lambda: self._go(-1))
        self.one.clicked.connect(self._replace_one)
        self.all.clicked.connect(self._replace_all)
        self.done.clicked.connect(self._close)
        self.wanted.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go back with Shift+Enter."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if back and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go(-1)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def open(self, edit: RichEdit) -> None:
        """Find in an editor, beginning with what is selected there."""
        self._edit = edit
        words = edit.textCursor().selectedText()
        if words and "\u2029" not in words:
            self.wanted.setText(words)
        self._say("")
        self.show()
        self.wanted.setFocus()
        self.wanted.selectAll()

    def _go(self, step: int) -> None:
        if self._edit is None or not self.wanted.text():
            return
        start, end = self._edit.selected()
        place = found(self._edit.body(), clean(self.wanted.text()), end if step > 0 else start, step)
        if place:
            self._edit.put_cursor(*place)
            self._say("")
        else:
            self._say(self.tr("没有找到。"))

    def _replace_one(self) -> None:
        """Replace what is selected, if that is what is sought, and go on to the next."""
        if self._edit is None:
            return
        chosen = self._edit.textCursor().selectedText()
        if chosen and chosen.lower() == self.wanted.text().lower():
            self._edit.textCursor().insertText(clean(self.instead.text()))
        self._go(1)

    def _replace_all(self) -> None:
        if self._edit is None:
            return
        body, count = replaced(self._edit.body(), clean(self.wanted.text()), clean(self.instead.text()))
        if count:
            self._edit.apply(body, self._edit.selected()[0])
        self._say(self.tr("替换了 {} 处。", "", count).format(count) if count else self.tr("没有找到。"))

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))  # an empty label would take room of the row

    def _close(self) -> None:
        self.hide()
        if self._edit:
            self._edit.setFocus()
