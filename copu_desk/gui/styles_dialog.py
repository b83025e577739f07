"""The dialog 版式: the house styles there are, and what the secretary can do with them."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QInputDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QWidget,
)

from copu_desk import desk, exchange
from copu_desk.desk.styles import PUT_AWAY, StyleState
from copu_desk.errors import CopuError
from copu_desk.gui import forms
from copu_desk.gui.page_setting import PageSetting
from copu_desk.gui.page_view import WHOLE_PAGE, PageView
from copu_desk.gui.sentences import listed, said
from copu_desk.gui.words import named
from copu_desk.gui.words_dialog import WordsDialog
from copu_desk.library import Library
from copu_desk.model import Meeting
from copu_desk.style import own_folder


class StylesDialog(QDialog):
    """Lists the styles, and shows a meeting in the chosen one; a style of the user's own can be changed in Word.

    The list is read anew whenever the dialog gets the focus back: from Word, for example.
    """

    list: QListWidget
    pages: PageView
    about: QLabel
    style_fault: QLabel
    duplicate: QPushButton
    edit_template: QPushButton
    edit_words: QPushButton
    rename: QPushButton
    remove: QPushButton
    open_folder: QPushButton
    buttons: QDialogButtonBox

    def __init__(self, library: Library, meeting: Meeting | None = None, parent: QWidget | None = None) -> None:
        """Make the dialog; the meeting is the one to show, by default the last one in the library."""
        super().__init__(parent)
        forms.load(self, "styles_dialog", PageView)
        self._library = library
        self._meeting = meeting or _last(library)
        self._setting = PageSetting(self)
        self._setting.made.connect(self._made)
        self._asked = 0
        self.pages.set_zoom(WHOLE_PAGE)
        self._styles: tuple[StyleState, ...] = ()
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("关闭"))
        self.buttons.rejected.connect(self.close)
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self.duplicate.clicked.connect(self._duplicate)
        self.edit_template.clicked.connect(lambda: self._open(self._current.template))
        self.edit_words.clicked.connect(self._edit_words)
        self.rename.clicked.connect(self._rename)
        self.remove.clicked.connect(self._remove)
        self.open_folder.clicked.connect(lambda: self._open(self._current.words.parent))
        self.refresh()

    def refresh(self, name: str = "") -> None:
        """Read the styles anew; choose one by its name, else stay at the chosen one."""
        name = name or (self._current.name if self._styles else "")
        self._styles = desk.style_states()
        self.list.clear()
        for one in self._styles:
            words = named(one.label) if not one.fault else self.tr("{}（不能用）").format(named(one.label))
            item = QListWidgetItem(words)
            item.setToolTip(said(one.fault) or str(one.template))
            self.list.addItem(item)
        names = [one.name for one in self._styles]
        self.list.setCurrentRow(names.index(name) if name in names else 0)

    def done(self, result: int) -> None:
        """Stop setting pages when the dialog is closed in any way."""
        self._asked = -1
        self._setting.stop()
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        """Read the styles anew when the focus comes back."""
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.refresh()
        super().changeEvent(event)

    @property
    def _current(self) -> StyleState:
        return self._styles[max(self.list.currentRow(), 0)]

    def _show(self) -> None:
        if not 0 <= self.list.currentRow() < len(self._styles):
            return
        one = self._current
        users = desk.users_of(self._library, one.name)
        kind = self.tr("自己的版式，在 {}").format(one.words.parent) if one.is_own else self.tr("自带的版式")
        used = self.tr("用于：{}").format(listed(users)) if users else self.tr("还没有系列用它。")
        self.about.setText(f"{named(one.label)}\n{kind}\n{used}")
        self.style_fault.setText(said(one.fault))
        self.style_fault.setVisible(bool(one.fault))
        self.duplicate.setEnabled(not one.fault)
        self._set_pages(one)
        for button in (self.edit_template, self.edit_words, self.rename, self.remove):
            button.setEnabled(one.is_own)
            button.setToolTip("" if one.is_own else self.tr("自带的版式不能改。请先复制一个自己的。"))

    def _set_pages(self, one: StyleState) -> None:
        """Have the meeting set in a style; one that cannot be used shows nothing."""
        if one.fault or self._meeting is None:
            self._asked = -1
            self.pages.set_pages(None)
        else:
            self._asked = self._setting.ask(desk.material(self._library, self._meeting, one.name))

    def _made(self, number: int, result: exchange.Preview | CopuError) -> None:
        if number == self._asked:
            self.pages.set_pages(result.pages if isinstance(result, exchange.Preview) else None)

    def _duplicate(self) -> None:
        one = self._current
        label, yes = QInputDialog.getText(
            self, self.tr("复制版式"), self.tr("新版式的名称："), text=self.tr("{}（自己的）").format(named(one.label))
        )
        if yes:
            self._try(lambda: self.refresh(desk.duplicate_style(one.name, label)))

    def _rename(self) -> None:
        one = self._current
        label, yes = QInputDialog.getText(self, self.tr("版式改名"), self.tr("名称："), text=one.label)
        if yes:
            self._try(lambda: desk.rename_style(one.name, label))
            self.refresh()

    def _edit_words(self) -> None:
        self._try(lambda: forms.ask(WordsDialog(self._current, self)))
        self.refresh()

    def _remove(self) -> None:
        one = self._current
        asked = QMessageBox.question(
            self,
            self.tr("删除版式"),
            self.tr("删除版式“{}”？它的两个文件会移到文件夹“{}”里，需要时可以移回来。").format(
                one.label, own_folder() / PUT_AWAY
            ),
        )
        if asked == QMessageBox.StandardButton.Yes:
            self._try(lambda: desk.delete_style(self._library, one.name))
            self.refresh()

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            QMessageBox.warning(self, self.tr("打不开"), self.tr("这台机器上没有能打开它的程序：{}").format(path))

    def _try(self, task: Callable[[], object]) -> None:
        try:
            task()
        except CopuError as error:
            QMessageBox.warning(self, self.tr("版式"), said(error))


def _last(library: Library) -> Meeting | None:
    """Return the last meeting that can be shown, if there is one."""
    for entry in library.entries():
        with suppress(CopuError):  # a damaged one is told of when somebody opens it
            return library.load(entry.id)
    return None
