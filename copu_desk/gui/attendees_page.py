"""The page 参会: the roll-call box over the table of those called."""

from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, time
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTableView,
    QWidget,
)

from copu_desk import clock, matching, presence
from copu_desk.errors import LibraryError
from copu_desk.gui import forms
from copu_desk.gui.attendee_records import AttendeeRecords, marked
from copu_desk.gui.cells import CellDelegate, edit
from copu_desk.gui.connected import Connected
from copu_desk.gui.editor import Editor
from copu_desk.gui.flow import let_wrap
from copu_desk.gui.locking import is_locked
from copu_desk.gui.movable import choose_row, chosen_rows, let_drag
from copu_desk.gui.roll_call import RollCall
from copu_desk.gui.sentences import labelled, listed, said
from copu_desk.gui.widths import heading
from copu_desk.gui.words import choices
from copu_desk.library import Library
from copu_desk.matching import Call
from copu_desk.model import Attendee, Capacity, Meeting, Person, Presence
from copu_desk.recognize import names

_BESIDE_WORDS = 14  # pixels of a cell
_WIDTHS = (92, 150, 110, 60, 76, 104, 104, 90)
_DIRECT = {Presence.ONSITE: "1", Presence.ONLINE: "2", Presence.EXCUSED: "3", Presence.ABSENT: "4"}


class AttendeesPage(QWidget):
    """Who was called, who came, and how."""

    below: QWidget
    call: RollCall
    said: QLabel
    to_roster: QCheckBox
    counts: QLabel
    stack: QStackedWidget
    list_page: QWidget
    table: QTableView
    all_onsite: QPushButton
    invert: QPushButton
    clear_marks: QPushButton
    add: QPushButton
    remove: QPushButton
    empty_page: QWidget
    empty_words: QLabel
    add_roster: QPushButton
    paste_list: QPushButton
    connected: QLabel
    from_platform: QPushButton
    from_platform_at_first: QPushButton

    def __init__(self, editor: Editor, library: Library) -> None:
        super().__init__()
        forms.load(self, "attendees_page", RollCall)
        let_wrap(self.below)
        self._editor, self._library = editor, library
        self._people = library.people()  # read again whenever the box is entered: not with each key
        self._guest = ""  # the unknown name that one more Enter takes in as a guest
        self.now: Callable[[], time] = lambda: datetime.now().time()
        self.records = AttendeeRecords(editor)
        self._set_up_table()
        self._set_up_keys()
        self._set_up_call()
        self._set_up_buttons()
        self._connected = Connected(editor, self.table, self.connected)
        editor.changed.connect(self._edited)
        editor.opened.connect(self._opened)
        self._say("")
        self._changed(editor.meeting)

    def show_attendee(self, identity: str) -> None:
        """Choose the attendee with an id, or put the cursor into the roll-call box."""
        row = self._row_of(identity)
        if row < 0:
            self.call.setFocus()
        else:
            choose_row(self.table, row)
            self.table.setFocus()

    def show_connection(self, identity: str) -> None:
        """Choose the attendee whom a line of a platform's report means; if it means nobody, show the line itself."""
        meant = next((one.attendees for one in self._editor.meeting.connections if one.id == identity), ())
        self.show_attendee(next(iter(meant), ""))
        if not meant:
            self._connected.show_line(identity)

    def _set_up_table(self) -> None:
        self.table.setModel(self.records)
        self.table.setItemDelegate(CellDelegate(self.table))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        let_drag(self.table)
        marks = max(self.table.fontMetrics().horizontalAdvance(marked(one)) for one in Presence) + _BESIDE_WORDS
        for column, width in enumerate(_WIDTHS):
            needed = marks if self.records.columns[column].field == "presence" else heading(self.table, column)
            self.table.setColumnWidth(column, max(width, needed))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(len(_WIDTHS) - 1, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.verticalHeader().setDefaultSectionSize(30)

    def _set_up_keys(self) -> None:
        """Give the table its keys, each also in the menu of the right mouse button."""
        for mark, key in _DIRECT.items():
            self._action(marked(mark), [key, f"Num+{key}"], partial(self._mark_chosen, mark))
        self._action(self.tr("下一种标记"), ["Space"], self._cycle)
        self._separator()
        self._action(self.tr("现在到会／离会"), ["F2"], lambda: self._stamp(presence.stamped))
        self._action(self.tr("补记现在到会"), ["Shift+F2"], lambda: self._stamp(presence.arrival_stamped))
        self._separator()
        self._action(self.tr("编辑"), ["Return", "Enter"], lambda: self.table.edit(self.table.currentIndex()))
        self._action(self.tr("上移"), ["Alt+Up"], lambda: self.records.shift(chosen_rows(self.table), -1))
        self._action(self.tr("下移"), ["Alt+Down"], lambda: self.records.shift(chosen_rows(self.table), 1))
        self._action(self.tr("粘贴名单"), ["Ctrl+V"], self._paste)
        self._action(self.tr("删除"), ["Delete"], self._remove)
        back = QShortcut(QKeySequence("Escape"), self.table, context=Qt.ShortcutContext.WidgetShortcut)
        back.activated.connect(self.call.setFocus)

    def _action(self, words: str, keys: list[str], task: Callable[[], None]) -> None:
        action = QAction(words, self.table)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: task())
        self.table.addAction(action)

    def _separator(self) -> None:
        line = QAction(self.table)
        line.setSeparator(True)
        self.table.addAction(line)

    def _set_up_call(self) -> None:
        self.call.hear = lambda words: matching.hear(words, self._editor.meeting.attendees, self._people)
        self.call.entered.connect(self._read_people)
        self.call.describe = self._describe
        self.call.meant.connect(self._take)
        self.call.unsure.connect(self._ask_who)
        self.call.unknown.connect(self._unknown)
        self.call.typed.connect(lambda: self._say(""))
        self.call.list_pasted.connect(self._take_list)
        self.call.left_down.connect(self._into_table)

    def _set_up_buttons(self) -> None:
        for button, task in (
            (self.add, self._add),
            (self.remove, self._remove),
            (self.all_onsite, self._all_onsite),
            (self.invert, lambda: self._change_all(presence.inverted, self.tr("反选"))),
            (self.clear_marks, lambda: self._change_all(presence.cleared, self.tr("清除标记"))),
            (self.add_roster, self._add_roster),
            (self.paste_list, self._paste),
        ):
            button.clicked.connect(lambda _checked=False, task=task: task())
        self.to_roster.clicked.connect(lambda _checked: self.call.setFocus())

    # The roll call

    def _describe(self, attendee: Attendee) -> tuple[str, str, str]:
        """Return what is offered of somebody who may be meant: name, organisation and title, how they stand."""
        listed = self._row_of(attendee.id) >= 0
        who = " ".join(words for words in (attendee.organization, attendee.title) if words)
        return attendee.name, who, marked(attendee.presence) if listed else self.tr("人员名册")

    def _take(self, call: Call) -> None:
        if call.meant is not None:
            self._put(replace(call.meant, presence=call.presence))

    def _put(self, attendee: Attendee) -> None:
        """Mark somebody of the list, or take somebody in at their rank, and be ready for the next name."""
        meeting = self._editor.meeting
        if self._row_of(attendee.id) >= 0:
            self.records.put({attendee.id: attendee}, self.tr("点名 {}").format(attendee.name))
        else:
            after = presence.joined(meeting.attendees, attendee, self._people)
            self.records.replace(after, self.tr("点名 {}").format(attendee.name))
        choose_row(self.table, self._row_of(attendee.id))
        self.call.start_again()
        self._say(labelled(attendee.name, choices(Presence)[attendee.presence]))

    def _ask_who(self, call: Call) -> None:
        self._say(
            self.tr("有 {} 位可能是“{}”。用 ↑↓ 选一位再按回车，或在姓名后加空格和单位。", "", len(call.found)).format(
                len(call.found), call.name
            )
        )

    def _unknown(self, call: Call, into_roster: bool) -> None:
        if self._guest != self.call.text() and not into_roster:
            self._say(self.tr("名单和人员名册里都没有“{}”。再按一次回车，作为列席人员加入。").format(call.name))
            self._guest = self.call.text()
            self.to_roster.setChecked(False)
            self.to_roster.show()
            return
        guest, complaint = matching.guest(call.name, call.presence), ""
        if into_roster or self.to_roster.isChecked():
            guest, complaint = self._in_roster(guest)
        self._put(guest)
        if complaint:
            self._say(complaint)

    def _in_roster(self, guest: Attendee) -> tuple[Attendee, str]:
        """Return a guest tied to a new entry of the roster; where that cannot be saved, as they were, and why."""
        person = Person(name=guest.name, organization=guest.organization, capacity=guest.capacity)
        try:
            people = self._library.people()
            self._library.save_people((*people, person), people)
            self._read_people()
        except LibraryError as error:
            return guest, said(error)
        return replace(guest, person=person.id), ""

    def _read_people(self) -> None:
        with suppress(LibraryError):  # the roster as it was read last will do; the window tells of the disk
            self._people = self._library.people()

    def _into_table(self) -> None:
        if self.records.rows:
            choose_row(self.table, max(0, self.table.currentIndex().row()))
            self.table.setFocus()

    # Lists of names

    def _paste(self) -> None:
        self._take_list(QGuiApplication.clipboard().text())

    def _take_list(self, words: str) -> None:
        """Take in a list of names in any notation, as one change."""
        self._read_people()
        meeting, people = self._editor.meeting, self._people
        told = matching.told(names.attendees("、".join(words.split("\n"))), meeting.attendees, people)
        marked_now = {one.id: one for one in told.marked}
        after = tuple(marked_now.get(one.id, one) for one in meeting.attendees)
        for newcomer in told.new:
            after = presence.joined(after, newcomer, people)
        self.records.replace(after, self.tr("粘贴名单"))
        self.call.start_again()
        self._say(_told_words(told) if told.marked or told.new or told.unsure else self.tr("剪贴板里没有名单。"))

    def _add_roster(self) -> None:
        try:
            people = self._library.people()
        except LibraryError as error:
            self._say(said(error))
            return
        there = {one.person for one in self._editor.meeting.attendees}
        new = (matching.called(person) for person in people if person.id not in there)
        self.records.replace((*self._editor.meeting.attendees, *new), self.tr("加入人员名册"))
        self.call.setFocus()

    # The table

    def _row_of(self, identity: str) -> int:
        return next((row for row, one in enumerate(self.records.rows) if one.id == identity), -1)

    def _change_chosen(self, change: Callable[[Attendee], Attendee], what: str) -> None:
        self._change_rows((self.records.rows[row] for row in chosen_rows(self.table)), change, what)

    def _change_all(self, change: Callable[[Attendee], Attendee], what: str) -> None:
        self._change_rows(self.records.rows, change, what)

    def _change_rows(self, rows: Iterable[Attendee], change: Callable[[Attendee], Attendee], what: str) -> None:
        self.records.put({one.id: change(one) for one in rows}, what)

    def _mark_chosen(self, mark: Presence) -> None:
        self._change_chosen(lambda one: replace(one, presence=mark), self.tr("标为{}").format(choices(Presence)[mark]))

    def _cycle(self) -> None:
        if rows := chosen_rows(self.table):
            self._mark_chosen(presence.following(self.records.rows[rows[0]].presence))

    def _stamp(self, stamp: Callable[[Attendee, time, str], Attendee]) -> None:
        item = clock.under_discussion(self._editor.meeting.agenda)
        self._change_chosen(lambda one: stamp(one, self.now(), item), self.tr("到离会时间"))

    def _all_onsite(self) -> None:
        waiting = [one for one in self.records.rows if one.presence is Presence.UNMARKED]
        self._change_rows(waiting, lambda one: replace(one, presence=Presence.ONSITE), self.tr("全部到场"))

    def _add(self) -> None:
        row = self.table.currentIndex().row() + 1 or len(self.records.rows)
        self.records.add(Attendee(presence=Presence.ONSITE), self.tr("添加参会人"), row)
        edit(self.table, self.records.index(row, 0))

    def _remove(self) -> None:
        if rows := chosen_rows(self.table):
            self.records.remove(set(rows), self.tr("删除参会人"))
            choose_row(self.table, rows[0])

    # What is said

    def _say(self, words: str) -> None:
        self._guest = ""
        self.said.setText(words)
        self.to_roster.hide()

    def _opened(self, meeting: Meeting) -> None:
        self.call.start_again()
        self._say("")
        self._changed(meeting)

    def _edited(self, before: Meeting, after: Meeting) -> None:
        if before.attendees is not after.attendees:
            self._changed(after)

    def _changed(self, meeting: Meeting) -> None:
        self.counts.setText(count_words(meeting))
        self.counts.setVisible(bool(meeting.attendees))
        self.stack.setCurrentWidget(self.list_page if meeting.attendees else self.empty_page)
        if not meeting.attendees:
            self.empty_words.setHidden(is_locked(meeting, self._library))
            self._read_people()
            people = len(self._people)
            self.add_roster.setVisible(people > 0)
            self.add_roster.setText(self.tr("加入人员名册全部 {} 人(&B)", "", people).format(people))


def _told_words(told: matching.Told) -> str:
    translate = QCoreApplication.translate
    words = [
        *([translate("attendees_page", "标记 {} 人").format(len(told.marked))] if told.marked else []),
        *([translate("attendees_page", "新增 {} 人").format(len(told.new))] if told.new else []),
        *([translate("attendees_page", "重名请自行标记：{}").format(listed(told.unsure))] if told.unsure else []),
    ]
    return translate("attendees_page", "{}。").format(translate("attendees_page", "，").join(words))


def count_words(meeting: Meeting) -> str:
    """Return how many came in which way, and how many were called: 现场 12 · 线上 7 · 请假 0 · 未到 3 / 应到 22."""
    members = [one.presence for one in meeting.attendees if one.capacity is Capacity.MEMBER]
    count = Counter(one.presence for one in meeting.attendees)
    away = sum(mark in (Presence.ABSENT, Presence.UNMARKED) for mark in members)
    words = QCoreApplication.translate("attendees_page", "现场 {} · 线上 {} · 请假 {} · 未到 {} / 应到 {}")
    here, online, excused = (count[one] for one in (Presence.ONSITE, Presence.ONLINE, Presence.EXCUSED))
    return words.format(here, online, excused, away, len(members))
