"""The dialog in which the words of a house style are changed; what is wrong with them is said while one types."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QMessageBox, QPlainTextEdit, QWidget

from copu_desk import desk
from copu_desk.desk.styles import StyleState
from copu_desk.errors import CopuError, StyleError
from copu_desk.gui import forms
from copu_desk.gui.sentences import said
from copu_desk.gui.words import named
from copu_desk.style import parse


class WordsDialog(QDialog):
    """The words of one style as they stand in its file; they are only kept when they can be understood."""

    style_words: QPlainTextEdit
    style_fault: QLabel
    buttons: QDialogButtonBox

    def __init__(self, style: StyleState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "words_dialog")
        self._style = style
        self.setWindowTitle(self.tr("“{}”的文字和次序").format(named(style.label)))
        save, cancel = (
            self.buttons.button(one)
            for one in (QDialogButtonBox.StandardButton.Save, QDialogButtonBox.StandardButton.Cancel)
        )
        save.setText(self.tr("保存"))
        cancel.setText(self.tr("取消"))
        self._save = save
        self.style_words.setPlainText(desk.words_of(style.name))
        self.style_words.textChanged.connect(self._check)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._check()

    def accept(self) -> None:
        """Keep the words, unless that fails: then say why, and stay."""
        try:
            desk.save_words(self._style.name, self.style_words.toPlainText())
        except CopuError as error:
            QMessageBox.warning(self, self.windowTitle(), said(error))
            return
        super().accept()

    def reject(self) -> None:
        """Leave without keeping the words; ask before changes are lost."""
        if self.style_words.document().isModified() and not self._may_lose():
            return
        super().reject()

    def _may_lose(self) -> bool:
        answer = QMessageBox.question(self, self.windowTitle(), self.tr("改动还没有保存。不保存就关闭吗？"))
        return answer == QMessageBox.StandardButton.Yes

    def _check(self) -> None:
        try:
            parse(self.style_words.toPlainText(), self._style.words)
        except StyleError as error:
            self.style_fault.setText(said(error))
        else:
            self.style_fault.setText("")
        self._save.setEnabled(not self.style_fault.text())
