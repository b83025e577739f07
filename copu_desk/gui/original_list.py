"""The files that a meeting was imported from (原件): listed, opened as a copy, saved elsewhere, removed."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHeaderView,
    QLabel,
    QMessageBox,
    QPushButton,
    QTableView,
    QWidget,
)

from copu_desk import dates, disk
from copu_desk.desk import originals
from copu_desk.errors import CopuError
from copu_desk.gui import forms
from copu_desk.gui.copies import Copies
from copu_desk.gui.documents import documents_folder
from copu_desk.gui.editor import Editor
from copu_desk.gui.records import Column, Records
from copu_desk.gui.sentences import said
from copu_desk.gui.words import choices, size_words
from copu_desk.library import Library
from copu_desk.model import Meeting, Original, OriginalKind

_MOST_ROWS = 5  # in sight at once
_WIDTHS = (0, 110, 90, 140)
_NAME = 0


class OriginalList(QWidget):
    """The originals of the current meeting, or a word about what would be here."""

    table: QTableView
    open_original: QPushButton
    save_original: QPushButton
    remove: QPushButton
    nothing: QLabel

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "original_list")
        self._copies = Copies()
        self._folder = documents_folder()

    def serve(self, editor: Editor, library: Library) -> None:
        """Show the originals of an editor's meeting, whose bytes a library has."""
        self._editor, self._library = editor, library
        columns = (
            Column("name", self.tr("文件"), editable=False),
            Column("kind", self.tr("类别"), choices(OriginalKind), editable=False),
            Column("size", self.tr("大小"), show=size_words, editable=False),
            Column("moment", self.tr("导入时间"), show=_moment, editable=False),
        )
        self.records = Records(editor, ("originals",), columns)
        self.table.setModel(self.records)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, width)
        self.table.horizontalHeader().setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        self.setFocusProxy(self.table)
        self.table.activated.connect(lambda _index: self.open_chosen())
        self.table.selectionModel().selectionChanged.connect(lambda _now, _before: self._let_work())
        self.open_original.clicked.connect(self.open_chosen)
        self.save_original.clicked.connect(self.save_chosen)
        self.remove.clicked.connect(self.remove_chosen)
        QShortcut(QKeySequence("Delete"), self.table, context=Qt.ShortcutContext.WidgetShortcut).activated.connect(
            self.remove_chosen
        )
        editor.changed.connect(self._changed)
        self._show()

    def chosen(self) -> list[Original]:
        """Return the originals that are selected."""
        rows = {index.row() for index in self.table.selectionModel().selectedRows()}
        return [self.records.rows[row] for row in sorted(rows) if row < len(self.records.rows)]

    def show_original(self, identity: str) -> None:
        """Choose the original with an id, and let the keys go to the list."""
        self.table.selectRow(next((row for row, one in enumerate(self.records.rows) if one.id == identity), 0))
        self.table.setFocus()

    def open_chosen(self) -> None:
        """Let the programs of this computer show copies of the chosen originals."""
        for one in self.chosen():
            try:
                copy = self._copies.of(one, self._library.original(one.digest))
            except CopuError as error:
                self._tell(said(error))
                return
            if copy is None:
                self._tell(self.tr("“{}”不直接打开：打开它可能会运行里面的程序。请另存后自己决定。").format(one.name))
            elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
                self._tell(self.tr("这台电脑上没有能打开“{}”的程序。请另存后用别的程序打开。").format(one.name))

    def save_chosen(self) -> None:
        """Ask where, and write the chosen originals there byte for byte."""
        chosen = self.chosen()
        if not chosen:
            return
        try:
            files = originals.files_of(self._library, chosen)
            if not files:
                self._library.original(chosen[0].digest)  # which says why
            if len(files) == 1:
                self._save_one(*next(iter(files.items())))
            elif files:
                self._save_all(files)
        except CopuError as error:
            self._tell(said(error))

    def _save_one(self, name: str, data: bytes) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.tr("原件另存为"), str(self._folder / name))
        if path:
            self._folder = Path(path).parent
            disk.put_file(Path(path), data)

    def _save_all(self, files: dict[str, bytes]) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("原件存到哪个文件夹"), str(self._folder))
        if folder:
            self._folder = Path(folder)
            for name, data in files.items():
                disk.put(self._folder / name, data, overwrite=False)

    def remove_chosen(self) -> None:
        """Remove the chosen originals, in one step that can be undone."""
        gone = self.chosen()
        rows = {row for row, one in enumerate(self.records.rows) if one in gone}
        if rows:
            self.records.remove(rows, self.tr("移除原件"))

    def _changed(self, before: Meeting, after: Meeting) -> None:
        if before.originals is not after.originals or before.id != after.id or before.status is not after.status:
            self._show()

    def _show(self) -> None:
        count = len(self.records.rows)
        for widget in (self.table, self.open_original, self.save_original, self.remove):
            widget.setVisible(count > 0)
        self.nothing.setVisible(count == 0)
        rows = min(count, _MOST_ROWS) * self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(
            self.table.horizontalHeader().sizeHint().height() + rows + 2 * self.table.frameWidth()
        )
        if count and not self.chosen():
            self.table.selectRow(0)
        self._let_work()

    def _let_work(self) -> None:
        chosen = bool(self.chosen())
        self.open_original.setEnabled(chosen)
        self.save_original.setEnabled(chosen)
        self.remove.setEnabled(chosen and not self._editor.read_only)

    def _tell(self, words: str) -> None:
        QMessageBox.warning(self, self.tr("原件"), words)


def _moment(value: object) -> str:
    return dates.to_the_minute(value) if isinstance(value, datetime) else ""
