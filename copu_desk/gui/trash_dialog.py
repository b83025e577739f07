"""The dialog 回收站: what was deleted, what it looks like, back again or gone for good."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from copu_desk import dates, desk
from copu_desk.document import plain_body
from copu_desk.errors import CopuError, LibraryError
from copu_desk.gui import forms, plain_table
from copu_desk.gui.movable import choose_row, chosen_rows
from copu_desk.gui.sentences import labelled, said
from copu_desk.gui.sorting import Sorting, in_order
from copu_desk.gui.words import choices, person_fields, person_words, size_words
from copu_desk.library import Library, Trashed, TrashKind
from copu_desk.library.trash import with_part
from copu_desk.model import UNTITLED, Essay, Original, OriginalKind, Person

if TYPE_CHECKING:
    from copu_desk.gui.main_window import MainWindow

_WIDTHS = (64, 0, 150)


class TrashDialog(QDialog):
    """A list of what was deleted beside a look at it; `put_back_one` says how one thing comes back."""

    search: QLineEdit
    kind: QComboBox
    table: QTableWidget
    preview: QPlainTextEdit
    put_back: QPushButton
    purge: QPushButton
    empty: QPushButton
    said: QLabel
    leave: QPushButton

    def __init__(
        self, library: Library, put_back_one: Callable[[Trashed], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        forms.load(self, "trash_dialog")
        self._library, self._put_back_one = library, put_back_one
        self._all: list[Trashed] = []
        self._shown: list[Trashed] = []
        self._names: dict[Trashed, str] = {}
        self._words = {
            TrashKind.MEETING: self.tr("会议"),
            TrashKind.ESSAY: self.tr("附文"),
            TrashKind.ORIGINAL: self.tr("原件"),
            TrashKind.PERSON: self.tr("人员"),
        }
        self.kind.addItem(self.tr("全部"), None)
        for kind, word in self._words.items():
            self.kind.addItem(word, kind)
        heads = [self.tr("类别"), self.tr("名称"), self.tr("删除时间")]
        plain_table.set_up(self.table, heads, _WIDTHS, 1)
        self.sorting = Sorting(self.table)
        self.sorting.changed.connect(self._show)
        self.table.itemSelectionChanged.connect(self._look)
        self.table.itemDoubleClicked.connect(lambda _item: self._back())
        self.search.textChanged.connect(lambda _words: self._show())
        self.kind.currentIndexChanged.connect(lambda _row: self._show())
        self.put_back.clicked.connect(self._back)
        self.purge.clicked.connect(self._purge)
        self.empty.clicked.connect(self._empty)
        self.leave.clicked.connect(self.close)
        QShortcut(QKeySequence("Delete"), self.table, context=Qt.ShortcutContext.WidgetShortcut).activated.connect(
            self._purge
        )
        self._read()
        (self.table if self._all else self.leave).setFocus()

    def _read(self) -> None:
        """Show the trash as it is now."""
        self._all = self._library.trash()
        self._names = {one: self._named(one) for one in self._all}
        self.empty.setEnabled(bool(self._all))
        self._show()

    def _show(self) -> None:
        picked = self._picked()[:1]
        wanted, words = self.kind.currentData(), self.search.text().casefold().split()
        self._shown = [
            one
            for one in self._all
            if wanted in (None, one.kind) and all(word in self._name(one).casefold() for word in words)
        ]
        if self.sorting.column >= 0:
            values = (lambda one: self._words[one.kind], self._name, lambda one: one.moment)
            self._shown = in_order(self._shown, values[self.sorting.column], descending=self.sorting.descending)
        row = self.table.currentRow()
        self.table.setRowCount(len(self._shown))
        for at, one in enumerate(self._shown):
            cells = (self._words[one.kind], self._name(one), dates.to_the_minute(one.moment))
            for column, text in enumerate(cells):
                cell = QTableWidgetItem(text)
                cell.setToolTip(text)
                self.table.setItem(at, column, cell)
        if self._shown:
            choose_row(self.table, self._shown.index(picked[0]) if picked and picked[0] in self._shown else max(0, row))
        if not self._all:
            self.said.setText(self.tr("回收站是空的。"))
        elif not self._shown:
            self.said.setText(self.tr("没有找到。换个词试试。"))
        else:
            self.said.setText(self.tr("{} 件", "", len(self._shown)).format(len(self._shown)))
        self._look()

    def _name(self, one: Trashed) -> str:
        return self._names[one]

    def _named(self, one: Trashed) -> str:
        """Return what something deleted is called; a damaged meeting by what its title was, if it had one."""
        if one.kind is TrashKind.MEETING:
            with suppress(LibraryError):  # said where it is looked at
                return desk.title(self._library, self._library.load(one.id))
        return said(UNTITLED) if one.name == UNTITLED else one.name or self.tr("（没有名称）")

    def _picked(self) -> list[Trashed]:
        return [self._shown[row] for row in chosen_rows(self.table) if row < len(self._shown)]

    def _look(self) -> None:
        picked = self._picked()
        self.put_back.setEnabled(bool(picked))
        self.purge.setEnabled(bool(picked))
        try:
            self.preview.setPlainText(self._looks(picked[0]) if len(picked) == 1 else "")
        except CopuError as error:
            self.preview.setPlainText(said(error))

    def _looks(self, one: Trashed) -> str:
        """Return what something deleted says."""
        if one.kind is TrashKind.MEETING:
            return desk.text(self._library, self._library.load(one.id))
        record = self._library.trashed(one)
        if isinstance(record, Person):
            series = {series.id: series.name for series in self._library.series()}
            fields = ((word, person_words(record, field, series)) for field, word in person_fields().items())
            return "\n".join(labelled(word, fact) for word, fact in fields if fact)
        if isinstance(record, Original):
            return f"{record.name}\n{choices(OriginalKind)[record.kind]}　{size_words(record.size)}"
        return "\n".join(filter(None, (record.title, record.author, record.date, plain_body(record.body))))

    def _back(self) -> None:
        for one in self._picked():
            try:
                self._put_back_one(one)
            except CopuError as error:
                QMessageBox.warning(self, self.tr("回收站"), said(error))
                break
        self._read()

    def _purge(self) -> None:
        picked = self._picked()
        words = self.tr("彻底删除“{}”？").format(self._name(picked[0])) if len(picked) == 1 else ""
        if picked and self._sure(words or self.tr("彻底删除所选的 {} 件？", "", len(picked)).format(len(picked))):
            self._gone(picked)

    def _empty(self) -> None:
        if self._sure(self.tr("彻底删除回收站里的全部 {} 件？", "", len(self._all)).format(len(self._all))):
            self._gone(self._all)

    def _gone(self, unwanted: list[Trashed]) -> None:
        try:
            for one in sorted(unwanted, key=lambda one: one.kind is TrashKind.MEETING):  # its parts before a meeting
                self._library.purge(one)
        except CopuError as error:
            QMessageBox.warning(self, self.tr("回收站"), said(error))
        self._read()

    def _sure(self, words: str) -> bool:
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("回收站"), words, parent=self)
        box.setInformativeText(self.tr("这一步不能撤销。"))
        gone = box.addButton(self.tr("彻底删除"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("取消"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.exec()
        return box.clickedButton() is gone


def show_trash(window: "MainWindow") -> None:
    """Show the trash over a window, and then what came back; all but meetings come back as changes to be undone."""
    back: list[Trashed] = []

    def put_back(one: Trashed) -> None:
        _put_back(window, one)
        back.append(one)

    window.save_all()
    forms.ask(TrashDialog(window.library, put_back, window))
    if not back:
        return
    last = back[-1]
    if last.kind is TrashKind.PERSON:
        window.show_person(last.id)
        return
    if last.meeting != window.editor.meeting.id:
        window.editor.leave()
    places = {TrashKind.ESSAY: ("essays", last.id), TrashKind.ORIGINAL: ("originals", last.id)}
    window.go_to(last.meeting, places.get(last.kind, ()))
    window.refresh()


def _put_back(window: "MainWindow", one: Trashed) -> None:
    record = window.library.trashed(one) if one.kind is not TrashKind.MEETING else None
    editor = window.editor
    if isinstance(record, Essay | Original) and editor.active and one.meeting == editor.meeting.id:
        essay = QCoreApplication.translate("trash_dialog", "恢复附文")
        original = QCoreApplication.translate("trash_dialog", "恢复原件")
        back = with_part(editor.meeting, record, one.position)
        editor.change(back, essay if isinstance(record, Essay) else original)
        editor.save()
    elif isinstance(record, Person):
        window.roster.bring_back(record, one.position)
    else:
        window.library.put_back(one)
