"""The page 议程: the items in order, and what was said, decided and is to be done on the chosen one."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from copu_desk.gui import forms, found_words
from copu_desk.gui.actions import ActionRecords
from copu_desk.gui.agenda_list import ItemDelegate, ItemRecords
from copu_desk.gui.cells import CellDelegate, edit, edit_at_enter
from copu_desk.gui.decisions import DecisionRecords
from copu_desk.gui.editor import Editor
from copu_desk.gui.fields import Field
from copu_desk.gui.find_bar import FindBar
from copu_desk.gui.growing_table import GrowingTable
from copu_desk.gui.item_clock import ItemClock
from copu_desk.gui.locking import is_locked
from copu_desk.gui.movable import MovableRecords, choose_row, chosen_rows, let_drag
from copu_desk.gui.name_completer import NameCompleter
from copu_desk.gui.rich_bar import RichBar
from copu_desk.gui.rich_edit import RichEdit
from copu_desk.gui.sentences import said
from copu_desk.gui.time_edit import TimeEdit
from copu_desk.gui.widths import Widths
from copu_desk.gui.words import choices
from copu_desk.library import Library
from copu_desk.model import Action, AgendaItem, Attendee, Decision, ItemKind, Meeting, essay_label
from copu_desk.recognize import planned

FIELDS = ("title", "section", "presenter", "kind", "planned_minutes", "started", "ended", "lead", "discussion")
ESSAY = Qt.ItemDataRole.UserRole
_GO_ON = QAbstractItemDelegate.EndEditHint


class AgendaPage(QWidget):
    """A list of the items beside a form of the chosen one."""

    items: QListView
    add_item: QPushButton
    remove_item: QPushButton
    move_up: QToolButton
    move_down: QToolButton
    splitter: QSplitter
    right: QStackedWidget
    form: QScrollArea
    empty_page: QWidget
    empty_words: QLabel
    detail: QWidget
    title: QLineEdit
    section: QLineEdit
    presenter: QLineEdit
    kind: QComboBox
    planned_minutes: QSpinBox
    started: TimeEdit
    ended: TimeEdit
    turn: QPushButton
    taken: QLabel
    lead: QPlainTextEdit
    discussion_bar: RichBar
    discussion: RichEdit
    discussion_find: FindBar
    decisions: GrowingTable
    add_decision: QPushButton
    remove_decision: QPushButton
    actions_table: GrowingTable
    add_action: QPushButton
    remove_action: QPushButton
    essays_part: QWidget
    attached: QListWidget

    essay_chosen = Signal(str)  # the id of an essay that is to be shown

    def __init__(self, editor: Editor, library: Library) -> None:
        super().__init__()
        forms.load(self, "agenda_page", TimeEdit, RichBar, FindBar, RichEdit, GrowingTable)
        self._editor, self._library = editor, library
        self.discussion.serve(library)
        self.discussion_bar.attach(self.discussion, self.discussion_find)
        for value, word in choices(ItemKind).items():
            self.kind.addItem(word, value)
        self._fields = {name: Field(editor, getattr(self, name)) for name in FIELDS}
        self.completer = NameCompleter(self.presenter, self._attendees)
        self.clock = ItemClock(editor, self.turn, self.taken, self.current_item)
        self._set_up_list()
        self._set_up_tables()
        self._set_up_keys()
        editor.opened.connect(lambda _meeting: self._select(0))
        editor.changed.connect(self._changed)
        self._select(0)
        self._changed(editor.meeting, editor.meeting)

    def current_item(self) -> AgendaItem | None:
        """Return the chosen item, the one being discussed."""
        row = self.items.currentIndex().row()
        return self.records.rows[row] if 0 <= row < len(self.records.rows) else None

    def show_item(self, identity: str) -> None:
        """Choose the item with an id."""
        row = next((row for row, item in enumerate(self.records.rows) if item.id == identity), 0)
        self._select(row)

    def show_decision(self, item: str, decision: str) -> None:
        """Choose the item with an id, and a decision of it (the first, if it has none of that id)."""
        self.show_item(item)
        decisions = self.decision_records.rows
        choose_row(self.decisions, next((row for row, one in enumerate(decisions) if one.id == decision), 0))
        found_words.show(self.decisions)

    # Setting up

    def _set_up_list(self) -> None:
        self.splitter.setStretchFactor(1, 1)
        self.records = ItemRecords(self._editor)
        self.items.setModel(self.records)
        self.items.setItemDelegate(ItemDelegate(self.items, self._editor))
        self.items.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.items.setResizeMode(QListView.ResizeMode.Adjust)
        self.items.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        let_drag(self.items)
        self.items.selectionModel().currentChanged.connect(lambda index, _before: self._show(index.row()))
        self.add_item.clicked.connect(lambda _checked=False: self._add_item())
        self.remove_item.clicked.connect(lambda _checked=False: self._remove_item())
        self.move_up.clicked.connect(lambda _checked=False: self._move(-1))
        self.move_down.clicked.connect(lambda _checked=False: self._move(1))
        self.attached.itemActivated.connect(self._open_essay)
        self.attached.itemClicked.connect(self._open_essay)

    def _set_up_tables(self) -> None:
        self.decision_records = DecisionRecords(self._editor)
        self.action_records = ActionRecords(self._editor)
        self._set_up_table(self.decisions, self.decision_records, (0, 48, 48, 48), self._add_decision)
        self._set_up_table(self.actions_table, self.action_records, (0, 76, 136, 76), self._add_action)
        for button, add in ((self.add_decision, self._add_decision), (self.add_action, self._add_action)):
            button.clicked.connect(lambda _checked=False, add=add: add())
        for button, table in ((self.remove_decision, self.decisions), (self.remove_action, self.actions_table)):
            button.clicked.connect(lambda _checked=False, table=table: self._remove(table))

    def _set_up_table(
        self,
        table: GrowingTable,
        model: MovableRecords,
        widths: tuple[int, ...],
        add: Callable[[], None],
    ) -> None:
        table.setModel(model)
        delegate = CellDelegate(table, self._attendees, names=("owner",), long=("text", "what"))
        table.setItemDelegate(delegate)
        delegate.closeEditor.connect(lambda _editor, how: self._left_cell(model, how))
        table.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        let_drag(table)
        Widths(table, widths)
        for keys, task in (
            ("Delete", lambda: self._remove(table)),
            ("Alt+Up", lambda: model.shift(chosen_rows(table), -1)),
            ("Alt+Down", lambda: model.shift(chosen_rows(table), 1)),
            ("Insert", add),
        ):
            _key(table, keys, task)
        edit_at_enter(table, add)

    def _set_up_keys(self) -> None:
        for keys, task in (
            ("Alt+Up", lambda: self._move(-1)),
            ("Alt+Down", lambda: self._move(1)),
            ("Delete", self._remove_item),
            ("Return", self._enter_list),
            ("Enter", self._enter_list),
            ("Ctrl+V", self._paste),
        ):
            _key(self.items, keys, task)
        turn = QShortcut(QKeySequence("F5"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        turn.activated.connect(self.clock.turn)
        self.title.returnPressed.connect(self.items.setFocus)

    def _attendees(self) -> tuple[Attendee, ...]:
        return self._editor.meeting.attendees

    # The list

    def _select(self, row: int) -> None:
        choose_row(self.items, row)
        self._show(self.items.currentIndex().row())

    def _show(self, row: int) -> None:
        """Show the item in a row (or none) in the form."""
        there = 0 <= row < len(self.records.rows)
        item = self.records.rows[row].id if there else ""
        self.right.setCurrentWidget(self.form if there else self.empty_page)
        self.empty_words.setHidden(is_locked(self._editor.meeting, self._library))
        self.detail.setEnabled(there)
        for name, field in self._fields.items():
            field.show(("agenda", item, name) if there else ())
        self.decision_records.show(("agenda", item, "decisions") if there else ())
        self.action_records.show_item(item)
        self._show_beside(self._editor.meeting)

    def _show_beside(self, meeting: Meeting) -> None:
        """Show what belongs to the chosen item from elsewhere in the meeting: its clock, its essays."""
        item = self.current_item()
        essays = [essay for essay in meeting.essays if item and essay.item == item.id]
        shown = [(essay.id, said(essay_label(essay))) for essay in essays]
        rows = [self.attached.item(row) for row in range(self.attached.count())]
        if [(row.data(ESSAY), row.text()) for row in rows] != shown:
            with QSignalBlocker(self.attached):
                self.attached.clear()
                for identity, words in shown:
                    row_item = QListWidgetItem(words, self.attached)
                    row_item.setData(ESSAY, identity)
            self.attached.setFixedHeight(self.attached.sizeHintForRow(0) * len(shown) + 2 * self.attached.frameWidth())
        self.essays_part.setVisible(bool(shown))
        self.clock.show()

    def _changed(self, before: Meeting, after: Meeting) -> None:
        row = self.items.currentIndex().row()
        shown = self._fields["title"].place
        now = after.agenda[row].id if 0 <= row < len(after.agenda) else ""
        if (shown[1] if shown else "") != now:
            self._select(row if now else len(after.agenda) - 1)
        elif (before.agenda, before.actions, before.essays) != (after.agenda, after.actions, after.essays):
            self._show_beside(after)
            self.items.viewport().update()

    def _enter_list(self) -> None:
        """Add an item at the end of the list; elsewhere go on to the title."""
        if self.items.currentIndex().row() >= len(self.records.rows) - 1:
            self._add_item()
        else:
            self.title.setFocus()

    def _add_item(self) -> None:
        row = self.items.currentIndex().row() + 1 or len(self.records.rows)
        self.records.add(AgendaItem(), self.tr("添加议程"), row)
        self._select(row)
        self.title.setFocus()

    def _paste(self) -> None:
        """Add the items of an agenda from a message or a notice, one a line, below the chosen one."""
        if new := planned.items(QGuiApplication.clipboard().text()):
            row = self.items.currentIndex().row() + 1 or len(self.records.rows)
            rows = self.records.rows
            self.records.replace((*rows[:row], *new, *rows[row:]), self.tr("粘贴议程"))
            self._select(row + len(new) - 1)

    def _remove_item(self) -> None:
        """Remove the chosen item; what hung on it stays in the meeting."""
        item = self.current_item()
        if item is None:
            return
        meeting = self._editor.meeting
        after = replace(
            meeting,
            agenda=tuple(one for one in meeting.agenda if one.id != item.id),
            actions=tuple(replace(one, item="") if one.item == item.id else one for one in meeting.actions),
            essays=tuple(replace(one, item="") if one.item == item.id else one for one in meeting.essays),
        )
        self._editor.change(after, self.tr("删除议程"))

    def _move(self, step: int) -> None:
        self.records.shift(chosen_rows(self.items), step)

    def _open_essay(self, row: QListWidgetItem) -> None:
        self.essay_chosen.emit(row.data(ESSAY))

    # The tables

    def _add_decision(self) -> None:
        self._add(self.decisions, self.decision_records, Decision(), self.tr("添加决议"))

    def _add_action(self) -> None:
        self._add(self.actions_table, self.action_records, Action(item=self.action_records.item), self.tr("添加待办"))

    def _add(self, table: GrowingTable, model: MovableRecords, record: Decision | Action, what: str) -> None:
        if self.current_item():
            model.add(record, what)
            edit(table, model.index(len(model.rows) - 1, 0))

    def _remove(self, table: GrowingTable) -> None:
        model = table.model()
        if isinstance(model, MovableRecords) and (rows := chosen_rows(table)):
            decisions = model is self.decision_records
            model.remove(set(rows), self.tr("删除决议") if decisions else self.tr("删除待办"))
            choose_row(table, rows[0])

    def _left_cell(self, model: MovableRecords, how: QAbstractItemDelegate.EndEditHint) -> None:
        """Take back rows into which nothing was written, unless the cursor only goes on to another cell."""
        rows = {row for row, record in enumerate(model.rows) if _is_blank(record)}
        if rows and how not in (_GO_ON.EditNextItem, _GO_ON.EditPreviousItem):
            model.remove(rows, self.tr("去掉空行"))


def _is_blank(record: Decision | Action) -> bool:
    if isinstance(record, Decision):
        return not record.text and record.votes is None
    return not (record.what or record.owner or record.due_words or record.due)


def _key(widget: QWidget, keys: str, task: Callable[[], None]) -> None:
    shortcut = QShortcut(QKeySequence(keys), widget, context=Qt.ShortcutContext.WidgetShortcut)
    shortcut.activated.connect(task)
