"""How rows are edited, numbered and wrapped: a box for a cell of several values, a number before a row, its height."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from copu_desk.gui.records import Records

Index = QModelIndex | QPersistentModelIndex
_PADDING = 8  # left and right of the words of a row, in pixels


class ChoiceDelegate(QStyledItemDelegate):
    """Offers the choices of a column of Records; other cells are edited as text."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a box of choices for a column that has them."""
        model = index.model()
        choices = model.columns[index.column()].choices if isinstance(model, Records) else None
        if choices is None:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        box.setAccessibleName(model.columns[index.column()].label if isinstance(model, Records) else "")
        for value, word in choices.items():
            box.addItem(word, value)
        box.activated.connect(lambda _row: self._done(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the cell's value in the editor."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Give the chosen value to the model."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        else:
            super().setModelData(editor, model, index)

    def _done(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)


class NumberedDelegate(QStyledItemDelegate):
    """Puts its number before each row of a list; the model need not know where a record stands."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Put the number before the text that is drawn."""
        super().initStyleOption(option, index)
        option.text = f"{index.row() + 1}. {option.text}"


class WrappedDelegate(QStyledItemDelegate):
    """Makes the rows of a list high enough for their words, wrapped within the padding of `app.qss`."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return what a row needs: Qt forgets the padding when it wraps."""
        inside = QStyleOptionViewItem(option)
        inside.rect = option.rect.adjusted(0, 0, -_PADDING, 0)
        return super().sizeHint(inside, index)
