"""Edit cells of text so that each keystroke is in the meeting at once, not only when the cell is left."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QStyleOptionViewItem,
    QWidget,
)

from copu_desk.gui.delegates import ChoiceDelegate
from copu_desk.gui.fields import LONGEST_LINE, fill_text, typed_text
from copu_desk.gui.name_completer import NameCompleter
from copu_desk.gui.records import Index, Records
from copu_desk.model import Attendee

_HOW = QAbstractItemDelegate.EndEditHint
_ENDS = {
    Qt.Key.Key_Return: _HOW.NoHint,
    Qt.Key.Key_Enter: _HOW.NoHint,
    Qt.Key.Key_Tab: _HOW.EditNextItem,
    Qt.Key.Key_Backtab: _HOW.EditPreviousItem,
}
_ROOM = 10  # pixels more than its words need, so that the height of a cell does for its editor
_PADDING = 3  # pixels beside the words of a cell, as in app.qss


class LongText(QPlainTextEdit):
    """A cell's editor for text of several lines; Enter ends it, Shift+Enter begins a new line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.setUndoRedoEnabled(False)

    def composing(self) -> bool:
        """Whether an input method is composing."""
        return bool(self.textCursor().block().layout().preeditAreaText())


class CellDelegate(ChoiceDelegate):
    """Edits choices in a box, names with completion, long text in several lines; Escape gives back what was there."""

    def __init__(
        self,
        view: QAbstractItemView,
        attendees: Callable[[], Sequence[Attendee]] = tuple,
        names: Collection[str] = (),
        long: Collection[str] = (),
    ) -> None:
        """Edit the cells of a view of Records: the fields `names` complete attendees, those in `long` wrap."""
        super().__init__(view)
        self._attendees, self._names, self._long = attendees, names, long
        self._giving = False

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return an editor for a cell; each change of its text is given to the model at once."""
        model = index.model()
        column = model.columns[index.column()] if isinstance(model, Records) else None
        if column is None or column.choices is not None:
            return super().createEditor(parent, option, index)
        editor: QLineEdit | LongText
        if column.field in self._long:
            editor = LongText(parent)
        else:
            editor = QLineEdit(parent, maxLength=LONGEST_LINE)
            if column.field in self._names:
                NameCompleter(editor, self._attendees)
        editor.setAccessibleName(column.label)
        editor.setProperty("before", index.data(Qt.ItemDataRole.EditRole))
        changed = editor.textChanged if isinstance(editor, LongText) else editor.textEdited
        changed.connect(lambda *_words: self._give(editor))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the cell's value, unless it is just the one that the editor gave."""
        if self._giving:
            return
        if isinstance(editor, LongText):
            blocked = editor.blockSignals(True)
            fill_text(editor, str(index.data(Qt.ItemDataRole.EditRole)))
            editor.blockSignals(blocked)
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Give the editor's value to the model; where that does not understand it, what was there before."""
        if isinstance(editor, QLineEdit | LongText):
            words = typed_text(editor) if isinstance(editor, LongText) else editor.text()
            if not model.setData(index, words):
                model.setData(index, editor.property("before"))
        else:
            super().setModelData(editor, model, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a cell's words; long text needs some room more while it is edited."""
        narrower = QStyleOptionViewItem(option)
        narrower.rect.setWidth(max(0, option.rect.width() - 2 * _PADDING))  # which Qt forgets when it wraps the words
        model, size = index.model(), super().sizeHint(narrower, index)
        long = isinstance(model, Records) and model.columns[index.column()].field in self._long
        return QSize(size.width(), size.height() + _ROOM) if long else size

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Let Escape give back what was there before, and Enter and Tab end long text."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key == Qt.Key.Key_Escape and isinstance(editor, QLineEdit | LongText):
                self._give_back(editor)
            elif key in _ENDS and isinstance(editor, LongText):
                return self._end(editor, event)
        return super().eventFilter(editor, event)

    def _end(self, editor: LongText, event: QKeyEvent) -> bool:
        if editor.composing():
            return True  # that key is the input method's
        how = _ENDS[Qt.Key(event.key())]
        if how is _HOW.NoHint and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return False  # a new line
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, how)
        return True

    def _give(self, editor: QWidget) -> None:
        self._giving = True
        self.commitData.emit(editor)
        self._giving = False

    def _give_back(self, editor: QLineEdit | LongText) -> None:
        before = str(editor.property("before"))
        if isinstance(editor, LongText):
            fill_text(editor, before)
        elif editor.text() != before:
            editor.setText(before)
        self._give(editor)


def edit(view: QAbstractItemView, index: QModelIndex) -> None:
    """Put the cursor into a cell."""
    view.setCurrentIndex(index)
    view.setFocus()
    view.edit(index)


def edit_at_enter(view: QAbstractItemView, add: Callable[[], object]) -> None:
    """Let Enter edit the cell that the cursor is in; where there is none, let it add a row."""

    def enter() -> None:
        index = view.currentIndex()
        if not index.isValid():
            add()
        elif index.flags() & Qt.ItemFlag.ItemIsEditable:
            view.edit(index)

    for key in ("Return", "Enter"):
        QShortcut(QKeySequence(key), view, context=Qt.ShortcutContext.WidgetShortcut).activated.connect(enter)
