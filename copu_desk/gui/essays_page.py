"""The page 附文: the essays laid before the meeting, and the text of the chosen one."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from copu_desk.desk.essays import pasted
from copu_desk.document import Body, plain_body
from copu_desk.gui import forms
from copu_desk.gui.delegates import NumberedDelegate
from copu_desk.gui.editor import Editor
from copu_desk.gui.essay_files import EssayFiles
from copu_desk.gui.fields import Field
from copu_desk.gui.find_bar import FindBar
from copu_desk.gui.folding import Folding
from copu_desk.gui.locking import is_locked
from copu_desk.gui.records import Column, Records
from copu_desk.gui.rich_bar import RichBar
from copu_desk.gui.rich_edit import RichEdit
from copu_desk.gui.sentences import aside, said
from copu_desk.gui.words import choices
from copu_desk.library import Library
from copu_desk.model import Essay, EssayKind, Meeting, Original, essay_label, item_label

_COUNT_AFTER_MS = 300
_WHOLE = 3  # paragraphs at least that are a text with a title, not a passage of one
_LOW = 440  # pixels; a page so low has no room for the facts above the text
FIELDS = ("title", "kind", "author", "date", "source", "item", "body")


class EssayRecords(Records):
    """The essays as a list of labels."""

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the label and author of an essay."""
        if index.isValid() and role == Qt.ItemDataRole.DisplayRole:
            essay = self.rows[index.row()]
            return f"{said(essay_label(essay))}{aside(essay.author)}"
        return super().data(index, role)


class EssaysPage(QWidget):
    """A list of the essays beside the chosen one."""

    splitter: QSplitter
    essays: QListView
    add_essay: QPushButton
    import_essay: QPushButton
    remove_essay: QPushButton
    move_up: QToolButton
    move_down: QToolButton
    right: QStackedWidget
    empty_page: QWidget
    empty_words: QLabel
    detail: QWidget
    fold: QPushButton
    facts_part: QWidget
    title: QLineEdit
    kind: QComboBox
    author: QLineEdit
    date: QLineEdit
    source: QLineEdit
    item: QComboBox
    body_bar: RichBar
    body: RichEdit
    body_find: FindBar
    words: QLabel

    def __init__(self, editor: Editor, library: Library) -> None:
        super().__init__()
        forms.load(self, "essays_page", RichBar, FindBar, RichEdit)
        self._editor, self._library = editor, library
        self.splitter.setStretchFactor(1, 1)
        self.body.serve(library)
        self.body.taken = self._taken
        self.body_bar.attach(self.body, self.body_find)
        self._count_later = QTimer(self, interval=_COUNT_AFTER_MS, singleShot=True)
        self._count_later.timeout.connect(self._count)
        for value, word in choices(EssayKind).items():
            self.kind.addItem(word, value)
        self._fill_items(editor.meeting)
        self._fields = {name: Field(editor, getattr(self, name)) for name in FIELDS}
        self.folding = Folding(self.fold, self.facts_part, self, _LOW)
        self.folding.first, self.folding.words = self.title, self._facts
        self.records = EssayRecords(editor, ("essays",), (Column("title", self.tr("附文")),))
        self.essays.setModel(self.records)
        self.essays.setItemDelegate(NumberedDelegate(self.essays))
        self.essays.setWordWrap(True)
        self.essays.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.essays.selectionModel().currentChanged.connect(lambda index, _before: self._show(index.row()))
        self.add_essay.clicked.connect(self._add)
        self.remove_essay.clicked.connect(self._remove)
        self.move_up.clicked.connect(lambda: self._move(-1))
        self.move_down.clicked.connect(lambda: self._move(1))
        for key, task in (
            ("Alt+Up", lambda: self._move(-1)),
            ("Alt+Down", lambda: self._move(1)),
            ("Delete", self._remove),
            ("Return", self._enter),
            ("Enter", self._enter),
            ("Ctrl+V", self._paste),
        ):
            shortcut = QShortcut(QKeySequence(key), self.essays, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(task)
        self.files = EssayFiles(self, library)
        editor.opened.connect(self._opened)
        editor.changed.connect(self._changed)
        self._select(0)

    @property
    def meeting_id(self) -> str:
        """The id of the meeting that is shown, empty if there is none."""
        return self._editor.meeting.id if self._editor.active else ""

    @property
    def meeting(self) -> Meeting:
        """The meeting that is shown."""
        return self._editor.meeting

    def add_essays(self, essays: list[Essay], originals: tuple[Original, ...]) -> None:
        """Add essays below the chosen one in one step with the files they came from, and choose the first of them."""
        row = self.essays.currentIndex().row() + 1 or len(self.records.rows)
        rows = self.records.rows
        after = replace(self.meeting, essays=(*rows[:row], *essays, *rows[row:]), originals=originals)
        self._editor.change(after, self.tr("导入附文"))
        self._select(row)

    def current_essay(self) -> str:
        """Return the id of the chosen essay, empty if there is none."""
        row = self.essays.currentIndex().row()
        return str(self.records.rows[row].id) if 0 <= row < len(self.records.rows) else ""

    def show_essay(self, identity: str, field: str = "") -> None:
        """Choose the essay with an id, and let a field of it be in sight."""
        self._select(next((row for row, essay in enumerate(self.records.rows) if essay.id == identity), 0))
        if field in FIELDS and field != "body":
            self.folding.look_into()

    def _opened(self, meeting: Meeting) -> None:
        self._fill_items(meeting)
        self._select(0)

    def _fill_items(self, meeting: Meeting) -> None:
        chosen = self.item.currentData()
        with QSignalBlocker(self.item):
            self.item.clear()
            self.item.addItem(self.tr("（不属于任何议程）"), "")
            for number, item in enumerate(meeting.agenda, 1):
                self.item.addItem(f"{number}. {said(item_label(item))[:24]}", item.id)
            self.item.setCurrentIndex(max(0, self.item.findData(chosen)))

    def _select(self, row: int) -> None:
        self.essays.setCurrentIndex(self.records.index(row, 0))
        self._show(row)

    def _show(self, row: int) -> None:
        there = 0 <= row < len(self.records.rows)
        identity = self.records.rows[row].id if there else ""
        self.right.setCurrentWidget(self.detail if there else self.empty_page)
        self.empty_words.setHidden(is_locked(self._editor.meeting, self._library))
        self.detail.setEnabled(there)
        for name, field in self._fields.items():
            field.show(("essays", identity, name) if there else ())
        if not there:
            for line in (self.title, self.author, self.date, self.source):
                line.clear()
            with QSignalBlocker(self.body):
                self.body.set_body(())
        self.folding.show()
        self._count()

    def _facts(self, opened: bool) -> str:
        """Return what the line says over an essay whose facts are folded, or not."""
        row = self.essays.currentIndex().row()
        if opened or not 0 <= row < len(self.records.rows):
            return self.tr("标题、作者、出处")
        essay = self.records.rows[row]
        at = next((at for at, item in enumerate(self._editor.meeting.agenda, 1) if item.id == essay.item), 0)
        item = self.tr("议程 {}").format(at) if at else ""
        facts = (said(essay_label(essay)), essay.author, essay.date, essay.source, choices(EssayKind)[essay.kind], item)
        return self.tr("标题(&T)：{}").format(" · ".join(filter(None, facts)).replace("&", "&&"))

    def _changed(self, before: Meeting, after: Meeting) -> None:
        if [(item.id, item_label(item)) for item in before.agenda] != [(i.id, item_label(i)) for i in after.agenda]:
            self._fill_items(after)
            self._fields["item"].show(self._fields["item"].place)
        row = self.essays.currentIndex().row()
        shown = self._fields["title"].place
        row = row if 0 <= row < len(after.essays) else len(after.essays) - 1
        if (shown[1] if shown else "") != (after.essays[row].id if row >= 0 else ""):
            self._select(row)
        elif before.essays is not after.essays:
            self._count_later.start()
            if not self.folding.is_open:
                self.folding.show()

    def _count(self) -> None:
        row = self.essays.currentIndex().row()
        if 0 <= row < len(self.records.rows):
            body = self.records.rows[row].body
            self.words.setText(self.tr("{} 字 · {} 段").format(word_count(plain_body(body)), len(body)))
        else:
            self.words.clear()

    def _add(self) -> None:
        row = self.essays.currentIndex().row() + 1 or len(self.records.rows)
        self.records.add(Essay(), self.tr("添加附文"), row)
        self._select(row)
        self.folding.look_into()
        self.title.setFocus()

    def _enter(self) -> None:
        """Go on to the text of the chosen essay; where there is none, begin one."""
        if self.records.rows:
            self.body.setFocus()
        else:
            self._add()

    def _paste(self) -> None:
        """Make an essay of what is on the clipboard, below the chosen one."""
        if body := self.body.brought(QGuiApplication.clipboard().mimeData()):
            self.add_essays([pasted(body)], self.meeting.originals)

    def _taken(self, body: Body) -> bool:
        """Take a whole text pasted into an essay of which nothing is written yet, with its title, author and date."""
        row = self.essays.currentIndex().row()
        essay = self.records.rows[row] if 0 <= row < len(self.records.rows) else Essay(title="?")
        if replace(essay, item="", kind=EssayKind.ARTICLE) != Essay(id=essay.id) or len(body) < _WHOLE:
            return False
        found = pasted(body)
        if found.title:
            now = replace(found, id=essay.id, item=essay.item)
            self.records.replace((*self.records.rows[:row], now, *self.records.rows[row + 1 :]), self.tr("粘贴附文"))
            self.body.moveCursor(QTextCursor.MoveOperation.End)
        return bool(found.title)

    def _remove(self) -> None:
        row = self.essays.currentIndex().row()
        if 0 <= row < len(self.records.rows):
            self.records.remove({row}, self.tr("删除附文"))

    def _move(self, step: int) -> None:
        row = self.essays.currentIndex().row()
        self.records.move(row, row + step, self.tr("移动附文"))


FIRST_WIDE = 0x2E80  # from here on, characters are East Asian, each a word of its own


def word_count(words: str) -> int:
    """Return what Word counts as 字数: each East Asian character and each run of other letters and digits."""
    count, inside = 0, False
    for sign in words:
        wide = ord(sign) >= FIRST_WIDE or sign in "“”‘’—…·"
        letter = not wide and not sign.isspace()
        count += wide + (letter and not inside)
        inside = letter
    return count
