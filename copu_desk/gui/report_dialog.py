"""The dialog 导入会议平台名单: whom a report means, who is new, who is missing; one key decides a line."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSpinBox,
    QWidget,
)

from copu_desk import matching
from copu_desk.connections import Session
from copu_desk.gui import forms
from copu_desk.gui.attendee_records import marked
from copu_desk.gui.connection_list import ConnectionList
from copu_desk.gui.mouse import take_once
from copu_desk.gui.name_completer import NameCompleter
from copu_desk.gui.report_lines import ReportLines, Standing, named
from copu_desk.gui.sentences import listed, said
from copu_desk.model import Attendee, Nickname, Presence
from copu_desk.reckoning import Decision, Decisions, Kind, Line, Reckoned, Reckoner, decision_of, in_words
from copu_desk.recognize.moments import Order
from copu_desk.recognize.reports import Report

_MARKS = (Presence.ONSITE, Presence.ONLINE, Presence.EXCUSED, Presence.ABSENT)
_MENTIONED = 5
_DIGITS = range(1, 10)


@dataclass(frozen=True, slots=True)
class _Choices:
    """What was decided so far: about lines, and about the missing by their ids."""

    decisions: Decisions
    marks: Mapping[str, Presence]


class ReportDialog(QDialog):
    """Shows what a report means for a meeting; nothing is changed until whoever opened it takes the result."""

    source: QLabel
    session_label: QLabel
    session: QComboBox
    order_label: QLabel
    order: QComboBox
    minimum: QSpinBox
    lines: ReportLines
    asked: QLabel
    candidates: QListWidget
    other: QLineEdit
    as_guest: QPushButton
    as_entry: QPushButton
    nobody: QPushButton
    open_again: QPushButton
    connections: ConnectionList
    summary: QLabel
    all_guests: QPushButton
    undo: QPushButton
    buttons: QDialogButtonBox

    def __init__(
        self, reckoner: Reckoner, reports: Mapping[Order, Report], file: str, parent: QWidget | None = None
    ) -> None:
        """Show a report as it reads in each possible order of its days; the first is the likeliest."""
        super().__init__(parent)
        forms.load(self, "report_dialog", ReportLines, ConnectionList)
        self._reckoner, self._reports, self._file = reckoner, reports, file
        self._sessions: tuple[Session, ...] = ()
        self._of_session: tuple[Line, ...] = ()
        self._choices = _Choices({}, {})
        self._history: list[_Choices] = []
        self._result: Reckoned | None = None
        self._set_up_keys()
        self._set_up_answers()
        self._set_up_reading()
        self._read_order()
        self.lines.setFocus()

    def reckoned(self) -> Reckoned:
        """Return the meeting as the decisions make it."""
        if self._result is None:
            self._result = self._reckoner.reckon(
                self._of_session, self._chosen(), self._choices.decisions, self._choices.marks, self.minimum.value()
            )
        return self._result

    def nicknames(self) -> tuple[tuple[Nickname, ...], tuple[Nickname, ...]]:
        """Return what to remember of the decisions, and what to forget."""
        return self._reckoner.nicknames(self._of_session, self._choices.decisions, self.reckoned().joining)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter answer the question that is asked; Ctrl+Enter imports."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.accept()
            event.accept()
            return
        super().keyPressEvent(event)

    def _set_up_keys(self) -> None:
        for number in _DIGITS:
            for key in (str(number), f"Num+{number}"):
                self._key(key, partial(self._take, number - 1))
        for key in ("Return", "Enter"):
            self._key(key, partial(self._take, 0))
        for key, button, task in (
            ("N", self.as_guest, partial(self._join, Kind.GUEST)),
            ("R", self.as_entry, partial(self._join, Kind.ROSTER)),
            ("X", self.nobody, partial(self._decide, Decision(Kind.NOBODY))),
            ("Delete", self.open_again, self._open_again),
        ):
            self._key(key, task)
            button.clicked.connect(lambda _checked=False, task=task: self._then_back(task))
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self.lines)
        undo.setContext(Qt.ShortcutContext.WidgetShortcut)
        undo.activated.connect(self._undo)

    def _key(self, key: str, task: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self.lines)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(task)

    def _set_up_answers(self) -> None:
        self.lines.currentItemChanged.connect(lambda _now, _before: self._ask())
        for signal in (self.candidates.itemClicked, self.candidates.itemActivated):
            signal.connect(lambda item: self._then_back(partial(self._take, self.candidates.row(item))))
        take_once(self.candidates)  # the second click would decide the line that comes next
        everybody = [self._reckoner.pool.attendee(entry) for entry in self._reckoner.pool.entries]
        NameCompleter(self.other, lambda: everybody, enter=False)
        self.other.returnPressed.connect(self._take_other)
        self.all_guests.clicked.connect(lambda: self._then_back(self._all_guests))
        self.undo.clicked.connect(lambda: self._then_back(self._undo))
        take = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        take.setText(self.tr("导入(&I)"))
        take.setToolTip(self.tr("Ctrl+回车"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("取消"))
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter answers the question that is asked
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    # What is read

    def _set_up_reading(self) -> None:
        words = {Order.MONTH_FIRST: self.tr("月/日/年"), Order.DAY_FIRST: self.tr("日/月/年")}
        for order in self._reports:
            self.order.addItem(words[order], order)
        for widget in (self.order, self.order_label):
            widget.setVisible(len(self._reports) > 1)
        self.order.currentIndexChanged.connect(lambda _row: self._read_order())
        self.session.currentIndexChanged.connect(lambda _row: self._read_session())
        self.minimum.valueChanged.connect(lambda _minutes: self._show())

    def _read_order(self) -> None:
        """Read the report in the chosen order of days, and offer its sessions: those of the meeting first."""
        report = self._reports[Order(self.order.currentData())]
        self._sessions, mine = self._reckoner.choices(report.connections)
        self.session.blockSignals(True)
        self.session.clear()
        if len(mine) > 1:
            self.session.addItem(self.tr("当天全部 {} 场").format(len(mine)), mine)
        for one in self._sessions:
            self.session.addItem(said(in_words(one)), (one,))
        certain = len(mine) > 1 and self._reckoner.meeting.start is not None
        first = self._sessions.index(mine[0]) if mine else 0
        self.session.setCurrentIndex(0 if certain else first + (len(mine) > 1))
        self.session.blockSignals(False)
        for widget in (self.session, self.session_label):
            widget.setVisible(len(self._sessions) > 1 or not mine)
        self._read_session()

    def _chosen(self) -> Sequence[Session]:
        chosen: Sequence[Session] = self.session.currentData()
        return chosen

    def _read_session(self) -> None:
        """List the people of the chosen session; what was decided about them before holds on."""
        self._say_which()
        self._of_session = self._reckoner.lines(self._chosen())
        self.lines.put(self._of_session)
        self._show()
        self.lines.go_on(self._standing().waits, from_top=True)

    def _say_which(self) -> None:
        """Say which file goes into which meeting, and if it seems to be of another day."""
        held_on = self._reckoner.meeting.held_on
        words = self.tr("{}　→　{} 的会议").format(self._file, held_on)
        days = sorted({moment.date() for one in self._chosen() for moment in (one.since, one.until) if moment})
        if days and held_on not in days:
            words += "\n" + self.tr("请核对：这份名单是 {} 的，与会议不是同一天。").format(days[0])
        self.source.setText(words)

    # What is shown

    def _standing(self) -> Standing:
        done = self.reckoned()
        return Standing(
            {one.id: one for one in self._reckoner.meeting.attendees},
            {one.id: one for one in done.meeting.attendees},
            done,
            self._choices.decisions,
            self._choices.marks,
            self._reckoner.within(self._chosen()),
            self.minimum.value(),
        )

    def _show(self) -> None:
        self._result = None
        standing = self._standing()
        self.lines.show_standing(standing)
        done = standing.reckoned
        marks = [one.presence for one in done.meeting.attendees]
        words = self.tr("导入后：现场 {}，线上 {}，应到而未到 {}。").format(
            marks.count(Presence.ONSITE), marks.count(Presence.ONLINE), len(done.missing)
        )
        if undecided := sum(map(standing.waits, self._of_session)):
            words += self.tr("还有 {} 个名字待定：可以先导入，以后再导入这个文件来处理。", "", undecided).format(
                undecided
            )
        self.summary.setText(words)
        self.undo.setEnabled(bool(self._history))
        self.all_guests.setEnabled(any(map(standing.waits, self.lines.new_lines())))
        self._ask()

    def _ask(self) -> None:
        """Ask about the current line, and list its connections."""
        value = self.lines.current()
        self.candidates.clear()
        for widget in (self.other, self.as_guest, self.as_entry, self.nobody):
            widget.setEnabled(isinstance(value, Line))
        self.connections.put(value.connections if isinstance(value, Line) else ())
        self.open_again.setEnabled(value is not None and not self._standing().waits(value))
        if isinstance(value, Line):
            self.asked.setText(self.tr("“{}”是：").format(value.name))
            self.candidates.addItems([f"{number}  {named(one)}" for number, one in enumerate(self._offered(value), 1)])
        elif value is not None:
            self.asked.setText(self.tr("“{}”没有连接记录，标为：").format(value.name))
            self.candidates.addItems([f"{number}  {marked(mark)}" for number, mark in enumerate(_MARKS, 1)])
        else:
            self.asked.setText(self.tr("用 ↑ ↓ 选一行。"))

    def _offered(self, line: Line) -> tuple[Attendee, ...]:
        decided = decision_of(line, self._choices.decisions) or line.settled
        own = (decided.attendee,) if decided and decided.attendee else ()
        return (*own, *(one for one in line.found.candidates if one not in own))

    # What is decided

    def _take(self, place: int) -> None:
        """Take what is offered at a place (from 0), and go on to what waits."""
        value = self.lines.current()
        if isinstance(value, Line):
            offered = self._offered(value)
            if 0 <= place < len(offered):
                self._decide(self._reckoner.decision(offered[place]))
        elif value is not None and 0 <= place < len(_MARKS):
            self._change(_Choices(self._choices.decisions, {**self._choices.marks, value.id: _MARKS[place]}))
            self._go_on()

    def _take_other(self) -> None:
        """Take whoever was typed: the one person who may be meant, else a guest of that name."""
        typed = self.other.text().strip()
        if not typed or not isinstance(self.lines.current(), Line):
            return
        call = matching.hear(typed, self._reckoner.meeting.attendees, self._reckoner.people)
        if call.meant is None and call.found:
            words = listed(map(named, call.found[:_MENTIONED]))
            self.asked.setText(self.tr("可能是{}。请写全姓名；同名的加空格和单位。").format(words))
            return
        pool = self._reckoner.pool
        known = call.meant and (pool.of_list.get(call.meant.id) or pool.of_roster(call.meant.person))
        self.other.clear()
        self._decide(self._reckoner.decision(known) if known else Decision(Kind.GUEST, self._reckoner.guest(typed)))
        self.lines.setFocus()

    def _join(self, kind: Kind) -> None:
        """Let a new name join, under the name that was typed if there is one."""
        value = self.lines.current()
        if isinstance(value, Line):
            typed = self.other.text().strip()
            self.other.clear()
            self._decide(Decision(kind, self._reckoner.guest(typed) if typed else value.newcomer))

    def _all_guests(self) -> None:
        """Let all new names that are not decided yet join as guests, in one step."""
        standing = self._standing()
        new = {line.key: Decision(Kind.GUEST, line.newcomer) for line in self.lines.new_lines() if standing.waits(line)}
        self._change(_Choices({**self._choices.decisions, **new}, self._choices.marks))

    def _open_again(self) -> None:
        """Take back what was decided, or what seemed beyond doubt, about the current line."""
        value = self.lines.current()
        if isinstance(value, Line):
            self._change(_Choices({**self._choices.decisions, value.key: None}, self._choices.marks))
        elif value is not None:
            marks = {identity: mark for identity, mark in self._choices.marks.items() if identity != value.id}
            self._change(_Choices(self._choices.decisions, marks))

    def _decide(self, decision: Decision) -> None:
        value = self.lines.current()
        if isinstance(value, Line):
            self._change(_Choices({**self._choices.decisions, value.key: decision}, self._choices.marks))
            self._go_on()

    def _go_on(self) -> None:
        self.lines.go_on(self._standing().waits)

    def _change(self, choices: _Choices) -> None:
        if choices != self._choices:
            self._history.append(self._choices)
            self._choices = choices
            self._show()

    def _undo(self) -> None:
        if self._history:
            self._choices = self._history.pop()
            self._show()

    def _then_back(self, task: Callable[[], None]) -> None:
        """Do what a button says, and give the keys back to the lines."""
        task()
        self.lines.setFocus()
