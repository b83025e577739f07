"""The roll-call box: what is typed is heard at once, and those who may be meant are offered below it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QLineEdit, QTableWidget, QTableWidgetItem, QWidget

from copu_desk.matching import Call
from copu_desk.model import Attendee, Presence

MOST_OFFERED = 8
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Offers(QTableWidget):
    """The people who may be meant, a row each: name, organisation and title, how they stand now.

    It lies over the page of which the line is a child, and is no window of its own: the keys stay with the line.
    """

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(0, 3, parent)
        self.setObjectName("offers")
        self.setAccessibleName(self.tr("可能的人"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFrameShape(QFrame.Shape.Box)
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(30)
        self.horizontalHeader().setMinimumSectionSize(96)
        for column, mode in enumerate(
            (
                QHeaderView.ResizeMode.ResizeToContents,
                QHeaderView.ResizeMode.Stretch,
                QHeaderView.ResizeMode.ResizeToContents,
            )
        ):
            self.horizontalHeader().setSectionResizeMode(column, mode)
        self.hide()

    def offer(self, rows: Sequence[tuple[str, str, str]], chosen: int, below: QWidget) -> None:
        """Show rows below a widget of the same page, as wide as it, with one chosen (-1: none)."""
        self.setRowCount(len(rows))
        for row, words in enumerate(rows):
            for column, word in enumerate(words):
                self.setItem(row, column, QTableWidgetItem(word))
        self.choose(chosen)
        height = self.verticalHeader().length() + 2 * self.frameWidth()
        corner = below.geometry().bottomLeft()
        self.setGeometry(corner.x(), corner.y() + 2, below.width(), height)
        self.show()
        self.raise_()

    def chosen(self) -> int:
        """Return the chosen row, -1 for none."""
        return self.currentRow() if self.selectedItems() else -1

    def choose(self, row: int) -> None:
        """Choose a row; beyond either end the choice goes round, -1 chooses none."""
        self.clearSelection()
        self.setCurrentCell(-1, -1)
        if row >= 0 and self.rowCount():
            self.setCurrentCell(row % self.rowCount(), 0)


class RollCall(QLineEdit):
    """A line in which the roll is called by name or pinyin; Enter takes who is meant, or who was chosen of several."""

    meant = Signal(object)  # the Call, `meant` being who was called
    unsure = Signal(object)  # the Call, several being as likely
    unknown = Signal(object, bool)  # the Call, nobody being found; whether Ctrl was held
    entered = Signal()  # the box has the keys now
    typed = Signal()
    list_pasted = Signal(str)
    left_down = Signal()  # Down where there is nothing to choose from

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hear: Callable[[str], Call] = Call
        self.describe: Callable[[Attendee], tuple[str, str, str]] = lambda one: (one.name, one.organization, "")
        self._call = Call()
        self._composing = False
        self._offers: Offers | None = None
        self.textEdited.connect(self._listen)

    @property
    def offers(self) -> Offers:
        """The list below the box, over the rest of the page."""
        if self._offers is None:
            self._offers = Offers(self.parentWidget())
            self._offers.cellClicked.connect(lambda row, _column: self._take(row))
        return self._offers

    def start_again(self) -> None:
        """Empty the box for the next name."""
        self.clear()
        self.offers.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the arrows, take with Enter, leave with Escape; everything else is typing."""
        if self.isReadOnly():
            super().keyPressEvent(event)
            return
        key = Qt.Key(event.key())
        open_, plain = (
            self.offers.isVisible(),
            event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier),
        )
        if key in ENTER:
            if not self._composing:
                self._enter(with_control=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and open_ and plain:
            step = 1 if key == Qt.Key.Key_Down else -1
            now = self.offers.chosen()
            self.offers.choose(
                (now + step) % self.offers.rowCount() if now >= 0 else (0 if step > 0 else self.offers.rowCount() - 1)
            )
        elif key == Qt.Key.Key_Down and plain:
            self.left_down.emit()
        elif key == Qt.Key.Key_Escape and (open_ or self.text()):
            self.offers.hide() if open_ else self.clear()
            self.typed.emit()
        elif event.matches(QKeySequence.StandardKey.Paste) and is_list(QGuiApplication.clipboard().text()):
            self.list_pasted.emit(QGuiApplication.clipboard().text())
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether an input method is composing: its Enter is not ours."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that names may come."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Offer nobody while the keys go elsewhere."""
        super().focusOutEvent(event)
        self.offers.hide()

    def _listen(self, words: str) -> None:
        self._call = self.hear(words)
        found = self._call.found[:MOST_OFFERED]
        if found:
            self.offers.offer([self.describe(one) for one in found], 0 if self._call.meant else -1, self)
        else:
            self.offers.hide()
        self.typed.emit()

    def _enter(self, *, with_control: bool) -> None:
        self._call = self.hear(self.text())
        chosen = self.offers.chosen() if self.offers.isVisible() else -1
        if 0 <= chosen < len(self._call.found):
            self._take(chosen)
        elif self._call.meant:
            self.meant.emit(self._call)
        elif self._call.found:
            self._listen(self.text())
            self.offers.choose(self._likeliest())  # so that a second Enter takes it
            self.unsure.emit(self._call)
        elif self._call.name:
            self.unknown.emit(self._call, with_control)

    def _likeliest(self) -> int:
        """Return the row of the first who was not called yet, else the first."""
        offered = self._call.found[:MOST_OFFERED]
        return next((row for row, one in enumerate(offered) if one.presence is Presence.UNMARKED), 0)

    def _take(self, row: int) -> None:
        self.meant.emit(Call(self._call.name, self._call.presence, self._call.found, self._call.found[row]))


def is_list(words: str) -> bool:
    """Whether pasted words are a list of names and not one name."""
    return any(sign in words.strip() for sign in "、，,；;\n\t")
