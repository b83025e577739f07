"""The dialog 例会系列: how a series is called, numbered and set, and what a new meeting of it starts with."""

from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QWidget,
)

from copu_desk.errors import LibraryError
from copu_desk.gui import forms
from copu_desk.gui.editor import Editor
from copu_desk.gui.fields import Field
from copu_desk.gui.records import Column, Records
from copu_desk.gui.sentences import said
from copu_desk.gui.words import named
from copu_desk.library import Library
from copu_desk.model import Meeting, Series
from copu_desk.style import style_labels

FIELDS = (
    "name",
    "style",
    "title_pattern",
    "number_by_year",
    "venue",
    "platform",
    "link",
    "chair",
    "recorder",
    "copies",
)
WIDGETS = {"style": "house_style"}  # QWidget has a method style()


@dataclass(frozen=True, slots=True)
class AllSeries:
    """The series as one value, so that an editor can hold them as it holds a meeting."""

    series: tuple[Series, ...]
    id: str = "series"


class SeriesKeeper:
    """Keeps the series in the library for an editor."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def save(self, now: Meeting, before: Meeting | None = None) -> None:
        """Write what differs between two states of the series."""
        old = cast(Any, before).series if before else ()
        self._library.save_series(cast(Any, now).series, old)


class SeriesDialog(QDialog):
    """A list of the series beside the chosen one; changes are kept at once and can be undone."""

    list: QListView
    add: QPushButton
    remove: QPushButton
    detail: QWidget
    name: QLineEdit
    house_style: QComboBox
    title_pattern: QLineEdit
    number_by_year: QCheckBox
    venue: QLineEdit
    platform: QLineEdit
    link: QLineEdit
    chair: QLineEdit
    recorder: QLineEdit
    copies: QLineEdit
    hint: QLabel
    buttons: QDialogButtonBox

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "series_dialog")
        self._library = library
        for one, label in style_labels().items():
            self.house_style.addItem(named(label), one)
        self.editor = Editor(SeriesKeeper(library), cast(Meeting, AllSeries(())), self)
        self._fields = {name: Field(self.editor, getattr(self, WIDGETS.get(name, name))) for name in FIELDS}
        self.records = Records(self.editor, ("series",), (Column("name", self.tr("系列")),))
        self.list.setModel(self.records)
        self.list.selectionModel().currentChanged.connect(lambda index, _before: self._show(index.row()))
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        close = self.buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(self.tr("关闭"))
        close.setDefault(True)  # else Enter in a field adds a series
        self.buttons.rejected.connect(self.close)
        self._usual = self.hint.text()
        self.editor.failed.connect(self.hint.setText)
        self.editor.saved.connect(lambda: self.hint.setText(self._usual))
        for key, turn in ((QKeySequence.StandardKey.Undo, "undo"), (QKeySequence.StandardKey.Redo, "redo")):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(getattr(self.editor.history, turn))
        self.editor.open(cast(Meeting, AllSeries(library.series())))
        self.list.setCurrentIndex(self.records.index(0, 0))
        self._show(0)

    def follow(self) -> None:
        """Show what an import or another program did to the series, as a change that can be undone."""
        if self.editor.active:
            self.editor.adopt(cast(Meeting, AllSeries(self._library.series())), self.tr("别处的改动"))

    def done(self, result: int) -> None:
        """Save when the dialog is closed in any way."""
        self.editor.leave()
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        """Save when another window gets the focus."""
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.editor.save()
        super().changeEvent(event)

    def _show(self, row: int) -> None:
        there = 0 <= row < len(self.records.rows)
        if self.editor.all_saved:  # what was said of another series does not hold of this one
            self.hint.setText(self._usual)
        self.detail.setEnabled(there)
        for name, field in self._fields.items():
            field.show(("series", self.records.rows[row].id, name) if there else ())

    def _add(self) -> None:
        self.records.add(Series(name=self.tr("新系列")), self.tr("添加系列"))
        self.list.setCurrentIndex(self.records.index(len(self.records.rows) - 1, 0))
        self.name.setFocus()
        self.name.selectAll()

    def _remove(self) -> None:
        """Remove the chosen series, but none that meetings belong to."""
        row = self.list.currentIndex().row()
        if not 0 <= row < len(self.records.rows):
            return
        try:
            kept = self._why_kept(self.records.rows[row].id)
        except LibraryError as error:
            kept = said(error)
        if kept:
            self.hint.setText(kept)
            return
        self.records.remove({row}, self.tr("删除系列"))
        self._show(self.list.currentIndex().row())

    def _why_kept(self, series: str) -> str:
        """Return why a series (its id) cannot be removed; empty if it can."""
        if count := len(self._library.entries(series=series)):
            return self.tr("这个系列里有 {} 次会议，不能删除。", "", count).format(count)
        if count := len(self._library.entries(series=series, deleted=True)):
            return self.tr("回收站里还有这个系列的 {} 次会议，不能删除。", "", count).format(count)
        return ""
