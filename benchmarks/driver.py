"""Edits a real window at random, through its own widgets, in every kind of field: for benchmarks/durability.py.

Each kind of step has a name and a weight (STEPS). What opens a dialog goes on in it at the next call of `step`
(answers.py); only the chooser of files, which is the system's, is answered without being shown.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

from answers import Answers, in_sight, to_front
from driven_library import make_returned
from hands import NO_MODIFIER, Hands
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from copu_desk.gui.main_window import MainWindow
from copu_desk.gui.movable import choose_row
from copu_desk.gui.records import NOWHERE
from copu_desk.gui.rich_bar import RichBar
from copu_desk.gui.rich_edit import RichEdit
from copu_desk.model import Status

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
BUTTONS = {
    "add", "remove", "add_item", "remove_item", "add_essay", "remove_essay", "add_decision", "remove_decision",
    "add_action", "remove_action", "move_up", "move_down", "all_onsite", "invert", "clear_marks", "turn",
    "add_membership", "remove_membership", "add_roster", "finish", "drop", "reopen",
}  # fmt: skip
UNUSED = ("", "search", "call", "wanted", "instead", "attached", "to_roster", "status", "offers", "earlier", "words",
          "owner", "series", "copy_from")  # fmt: skip
UNUSED_IN_MEETINGS = tuple(name for name in UNUSED if name not in ("owner", "series"))
FACES = ("bold", "italic", "underline", "superscript", "subscript")
NAMES = ("韩知远", "苏棠", "贺兰", "张伟", "hzy", "林")
SPOKEN = 5  # the row of 发言 among the kinds of a text
LONG_BLOCKS = 300
MOST = 12  # records of one kind: above, edits only take away
PAGE = (
    "<h1>决议</h1><p>前言，<b>要点</b>与<a href='https://example.org'>来源</a></p><ul><li>其一<ul><li>其二</li></ul>"
    "</li></ul><ol><li>甲</li></ol><table><tr><td>项目</td><td>金额</td></tr><tr><td>会场</td><td>300</td></tr></table>"
)
LINES = "（一）会场由苏棠落实。\n（二）名单由韩知远核对。\n苏棠：下周一前完成。"


class Driver:
    """One window and a source of chance; `step` makes one edit."""

    def __init__(
        self,
        window: MainWindow,
        chance: Random,
        files: Path,
        shown: Callable[[QDialog], None],
        often: Mapping[str, float] = {},
    ) -> None:
        """Edit a window, with some kinds of step so many times as often as else.

        `files` is a folder made by `driven_library`, `shown` hears of dialogs with an editor of their own.
        """
        self._weights = [weight * often.get(name, 1) for name, (weight, _step) in STEPS.items()]
        self.window, self.chance, self.files = window, chance, files
        self.hands = Hands(chance)
        self.answers = Answers(self.hands, shown)
        self.pages = [window.overview, window.attendees, window.agenda, window.essays, window.actions_page]
        self._busy, self.doing = False, ""
        self._asked_for = files / "picture.png"
        QFileDialog.getOpenFileNames = lambda *_asked, **_more: ([str(self._asked_for)], "")  # type: ignore[method-assign]
        QFileDialog.getOpenFileName = lambda *_asked, **_more: (str(self._asked_for), "")  # type: ignore[method-assign]

    @property
    def is_free(self) -> bool:
        """Whether no step is being made, not even one that waits for a dialog."""
        return not self._busy

    def step(self, name: str = "") -> None:
        """Go on in the dialog that is in sight; else make one edit, of a kind at random if none is named."""
        if dialog := in_sight():
            self.doing = type(dialog).__name__
            self.answers.answer(dialog)
        elif not self._busy:
            self._busy = True
            try:
                self.hands.now()
                to_front(self.window)
                name = name or self.chance.choices([*STEPS], self._weights)[0]
                if self.window.editor.read_only and name in OF_MEETINGS:
                    name = self.chance.choice(("status", "elsewhere", "versions"))  # final minutes are locked
                self.doing = name
                STEPS[name][1](self)
            finally:
                self._busy = False

    # Anywhere

    def edit(self) -> None:
        """Use some widget of some page."""
        page = self._page()
        unused = UNUSED if page is self.window.all_actions else UNUSED_IN_MEETINGS
        if widgets := self.hands.widgets(page, BUTTONS, unused):
            widget = self.chance.choice(widgets)
            if not (self._full() and widget.objectName().startswith("add")):
                self.hands.use(widget)

    def _full(self) -> bool:
        meeting, people = self.window.editor.meeting, self.window.roster.records.rows
        return max(map(len, (meeting.attendees, meeting.agenda, meeting.actions, meeting.essays, people))) > MOST

    def elsewhere(self) -> None:
        """Go to another meeting."""
        self.window.go_to(self.chance.choice(self.window.library.entries()).id)

    def section(self) -> None:
        """Go to the roster, or to the actions of all meetings."""
        (self.window.go_roster if self.chance.random() < 0.5 else self.window.go_all_actions).trigger()

    def turn(self) -> None:
        """Undo or do again."""
        history = self.window.editor.history
        (history.undo if self.chance.random() < 0.7 else history.redo)()

    def _page(self) -> QWidget:
        window = self.window
        now = window.stack.currentWidget()
        if now is not window.meeting_page:
            if self.chance.random() < 0.9:
                return now
            window.go_to(window.editor.meeting.id)
        if self.chance.random() < 0.05:
            return window.meeting_page
        page = self.chance.choice(self.pages)
        self._show(page)
        return page

    def _show(self, page: QWidget) -> None:
        self.window.show_tab(page)

    # Who is there

    def call(self) -> None:
        """Call somebody at the roll; a new name twice, or into the roster."""
        self._show(self.window.attendees)
        call = self.window.attendees.call
        if call.isEnabled() and call.isVisible() and not call.isReadOnly():
            new = self.chance.random() < 0.2 and not self._full()
            self.hands.type(call, "新人" + self.hands.words(2) if new else self.chance.choice(NAMES))
            if sign := self.chance.choice(["", "+", "/", "-"]):
                self.hands.key(call, sign)
            self.hands.key(call, Qt.Key.Key_Return, CONTROL if self.chance.random() < 0.3 else NO_MODIFIER)

    def paste_names(self) -> None:
        """Paste a list of names."""
        self._show(self.window.attendees)
        QGuiApplication.clipboard().setText("、".join((*self.chance.sample(NAMES, 3), "丁一（列席）")))
        self.hands.now()
        self.window.attendees.paste_list.click()

    def stamp(self) -> None:
        """Stamp when somebody came or went, while an item is being discussed."""
        window = self.window
        if not (window.editor.meeting.agenda and window.editor.meeting.attendees):
            return
        self._show(window.agenda)
        if self.chance.random() < 0.5:
            self.hands.press(window.agenda.turn)
        self._show(window.attendees)
        table = window.attendees.table
        choose_row(table, self.chance.randrange(len(window.editor.meeting.attendees)))
        table.setFocus()
        self.hands.key(table, Qt.Key.Key_F2)
        if self.chance.random() < 0.5:
            self.hands.key(table, Qt.Key.Key_F2, self.chance.choice((SHIFT, NO_MODIFIER)))

    def report(self) -> None:
        """Bring in the attendance report of a platform."""
        self._show(self.window.attendees)
        self.hands.now()
        self.window.report_import.bring_in(
            self.files / self.chance.choice(["report.xlsx", "feishu.xlsx", "report.csv"])
        )

    # Texts

    def write(self) -> None:
        """Type into a text, the longest one there is if there is a long one."""
        self.hands.write(self._text()[0])

    def format(self) -> None:
        """Give some words of a text another face, kind, link or level."""
        edit, bar = self._text()
        if bar is None or edit.isReadOnly():
            return
        if not edit.toPlainText():
            self.hands.type(edit, self.hands.words(12))
        self.hands.select_some(edit)
        match self.chance.randrange(5):
            case 0 | 4:
                self.hands.press(getattr(bar, self.chance.choice(FACES)))
            case 1:
                self.hands.choose(bar.kind)
            case 2:
                self.hands.press(bar.link)
            case _:
                self.hands.choose(bar.kind)
                self.hands.key(edit, self.chance.choice((Qt.Key.Key_Tab, Qt.Key.Key_Backtab)))

    def speak(self) -> None:
        """Write down what somebody says."""
        edit, bar = self._text()
        if bar is not None and not edit.isReadOnly():
            edit.moveCursor(edit.textCursor().MoveOperation.End)
            self.hands.key(edit, Qt.Key.Key_Return)
            self.hands.type(edit, self.chance.choice(("苏棠：", "韩知远:", "贺兰")) + self.hands.words(6))
            row = self.chance.randrange(bar.kind.count()) if self.chance.random() < 0.3 else SPOKEN
            bar.kind.setCurrentIndex(row)
            bar.kind.activated.emit(row)

    def insert(self) -> None:
        """Put a table, a picture, a page break or something from the clipboard into a text, or open what is there."""
        edit, bar = self._text()
        if bar is None or edit.isReadOnly():
            return
        self.hands.select_some(edit)
        things = [(row, one) for row, one in enumerate(edit.body()) if hasattr(one, "rows") or hasattr(one, "image")]
        if len(things) > MOST:
            self.hands.key(edit, Qt.Key.Key_Delete)
            return
        match self.chance.randrange(7):
            case 0:
                self.hands.press(bar.table)
            case 1:
                self._asked_for = self.files / "picture.png"
                self.hands.press(bar.picture)
            case 2:
                self.hands.press(bar.page_break)
            case 3 | 4 if things:
                edit.thing_chosen.emit(*self.chance.choice(things))  # what a double click does
            case _:
                self._paste(edit)

    def _paste(self, edit: RichEdit) -> None:
        data = QMimeData()
        match self.chance.randrange(4):
            case 0:
                data.setHtml(PAGE)
            case 1:
                data.setText(LINES)
            case 2:
                data.setImageData(QImage(str(self.files / "picture.png")))
            case _:
                self.hands.select_some(edit)
                edit.copy()
                data = None
        if data is not None:
            QGuiApplication.clipboard().setMimeData(data)
        self.hands.now()
        edit.paste()

    def rub_out(self) -> None:
        """Take something out of a text with a key, or run two blocks together."""
        edit, _bar = self._text()
        if not edit.isReadOnly():
            self.hands.select_some(edit)
            if self.chance.random() < 0.5:
                edit.moveCursor(edit.textCursor().MoveOperation.StartOfBlock)
            self.hands.key(edit, self.chance.choice((Qt.Key.Key_Backspace, Qt.Key.Key_Delete)))

    def replace(self) -> None:
        """Find and replace in a text, once or everywhere."""
        edit, bar = self._text()
        if bar is None or edit.isReadOnly():
            return
        edit.moveCursor(edit.textCursor().MoveOperation.Start)
        bar.look_for.click()
        find = self.window.agenda.discussion_find if bar is self.window.agenda.discussion_bar else None
        find = find or self.window.essays.body_find
        find.wanted.setText(self.chance.choice("会要求各落实"))
        find.instead.setText(self.hands.words(2))
        self.hands.press(find.next)
        self.hands.press(self.chance.choice((find.one, find.all)))
        self.hands.press(find.done)

    def _text(self) -> tuple[RichEdit, RichBar | None]:
        """Return a text in sight, and the bar over it."""
        window = self.window
        kind, meeting = self.chance.random(), window.editor.meeting
        if kind < 0.5 and meeting.essays:
            self._show(window.essays)
            longest = max(meeting.essays, key=lambda one: len(one.body))
            if len(longest.body) > 100 and window.essays.current_essay() != longest.id:
                window.essays.show_essay(longest.id)
            return window.essays.body, window.essays.body_bar
        if kind < 0.9 and meeting.agenda:
            self._show(window.agenda)
            return window.agenda.discussion, window.agenda.discussion_bar
        self._show(window.overview)
        return self.chance.choice((window.overview.preamble, window.overview.closing, window.overview.postscript)), None

    def scratch(self) -> None:
        """Write a note, and file it."""
        window = self.window
        if window.scratch_dock.isHidden():
            window.toggle_scratch.trigger()
        pad = window.scratch.pad
        if pad.isReadOnly():
            return
        pad.moveCursor(pad.textCursor().MoveOperation.End)
        note = self.chance.choice(("@苏棠 准备材料 月底", "同意方案。", "09:31 会场待定", self.hands.words(12)))
        self.hands.type(pad, note + "\n")
        if self.chance.random() < 0.7:
            keys = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_D, Qt.Key.Key_T, Qt.Key.Key_Semicolon)
            self.hands.key(pad, self.chance.choice(keys), CONTROL)

    # Rows in order

    def drag(self) -> None:
        """Move a row to another place, as the mouse does."""
        window = self.window
        models = (window.attendees.records, window.agenda.records, window.agenda.action_records)
        model = self.chance.choice(models)
        if len(model.rows) > 1:
            data = model.mimeData([model.index(self.chance.randrange(len(model.rows)), 0)])
            self.hands.now()
            model.dropMimeData(data, Qt.DropAction.MoveAction, self.chance.randrange(len(model.rows)), 0, NOWHERE)

    def cell(self) -> None:
        """Edit a cell of one of the tables of a meeting."""
        window = self.window
        page, table, add = self.chance.choice(
            (
                (window.agenda, window.agenda.decisions, window.agenda.add_decision),
                (window.agenda, window.agenda.actions_table, window.agenda.add_action),
                (window.attendees, window.attendees.table, window.attendees.add),
                (window.actions_page, window.actions_page.mine, window.actions_page.add),
            )
        )
        self._show(page)
        if not table.model().rowCount():
            self.hands.press(add)
        self.hands.edit_cell(table)

    # Meetings as a whole

    def new_meeting(self) -> None:
        """Begin another meeting, or put this one into the trash where there are many."""
        if len(self.window.library.entries()) > 5:
            self.delete()
        else:
            self.window.new_meeting.trigger()

    def delete(self) -> None:
        """Put the open meeting into the trash, unless there are few."""
        if len(self.window.library.entries()) > 3 and self.window.delete_meeting.isEnabled():
            self.window.delete_meeting.trigger()

    def trash(self) -> None:
        """Open the trash."""
        self.window.trash.trigger()

    def status(self) -> None:
        """Make the minutes final, or a draft again."""
        window = self.window
        if window.stack.currentWidget() is not window.meeting_page:
            window.go_to(window.editor.meeting.id)
        final = window.editor.meeting.status is Status.FINAL
        row = window.status.findData(Status.DRAFT if final else Status.FINAL)
        window.status.setCurrentIndex(row)
        window.status.activated.emit(row)

    def versions(self) -> None:
        """Go back to a version."""
        self.window.finals.show_versions()

    def carry(self) -> None:
        """Carry on what earlier meetings left open."""
        self._show(self.window.actions_page)
        if len(self.window.editor.meeting.actions) <= MOST:
            self.hands.press(self.window.actions_page.carry)

    def close_given(self) -> None:
        """Close an action in the list of all meetings: one of final minutes is closed in the newest draft."""
        page = self.window.all_actions
        if self.window.stack.currentWidget() is not page:
            self.window.go_all_actions.trigger()
        if not any(one.final and one.can_close for one in page.records.rows):
            page.status.setCurrentIndex(self.chance.randrange(page.status.count()))
        if rows := page.records.rows:
            final = [row for row, one in enumerate(rows) if one.final and one.can_close]
            choose_row(page.table, self.chance.choice(final or range(len(rows))))
            self.hands.press(
                self.chance.choice(
                    [one for one in (page.finish, page.drop, page.reopen) if one.isEnabled()] or [page.go]
                )
            )

    # People and series

    def people(self) -> None:
        """Edit the roster."""
        window = self.window
        if window.stack.currentWidget() is not window.roster:
            window.go_roster.trigger()
        memberships = window.roster.memberships
        if not memberships.model().rowCount():
            self.hands.press(window.roster.add_membership)
        self.hands.edit_cell(memberships)
        for _ in range(2):
            self.edit()

    def bring_people(self) -> None:
        """Bring a list of people into the roster."""
        self._roster()
        self.window.roster.tasks.bring_in(self.files / "people.csv")

    def merge(self) -> None:
        """Merge two entries of the roster."""
        self._roster()
        page = self.window.roster
        if len(page.records.rows) > 4:
            row = self.chance.randrange(len(page.records.rows) - 1)
            choose_row(page.people, row)
            flags = page.people.selectionModel().SelectionFlag
            page.people.selectionModel().select(page.records.index(row + 1, 0), flags.Select | flags.Rows)
            self.hands.press(page.merge)

    def _roster(self) -> None:
        if self.window.stack.currentWidget() is not self.window.roster:
            self.window.go_roster.trigger()

    def series(self) -> None:
        """Edit the series."""
        self.window.edit_series.trigger()

    # Files

    def bring_essay(self) -> None:
        """Bring an essay in from a file."""
        if len(self.window.editor.meeting.essays) <= MOST:
            self._show(self.window.essays)
            self.window.essays.files.bring([self.files / self.chance.choice(["essay.docx", "essay.md"])])

    def bring_meeting(self) -> None:
        """Bring in the minutes of a past meeting."""
        if len(self.window.library.entries()) <= 8:
            self.window.past.bring([self.files / "minutes.md"])

    def bring_back(self) -> None:
        """Bring the minutes back as somebody corrected them in Word."""
        meeting = self.window.editor.meeting
        if sum(len(one.body) for one in meeting.essays) > LONG_BLOCKS or not self.window.save_all():
            return  # it would take longer than the window lives
        self._asked_for = make_returned(self.window.library, meeting, self.files, self.chance)
        self.window.finals.actions[2].trigger()

    def backups(self) -> None:
        """Make a backup of the library, or go back to one."""
        self.window.backup.trigger()


STEPS: dict[str, tuple[float, Callable[[Driver], None]]] = {
    "close_given": (1.5, Driver.close_given),
    "carry": (1, Driver.carry),
    "edit": (50, Driver.edit),
    "write": (16, Driver.write),
    "format": (6, Driver.format),
    "insert": (5, Driver.insert),
    "speak": (2, Driver.speak),
    "rub_out": (3, Driver.rub_out),
    "replace": (2, Driver.replace),
    "scratch": (4, Driver.scratch),
    "turn": (5, Driver.turn),
    "call": (5, Driver.call),
    "paste_names": (1, Driver.paste_names),
    "stamp": (3, Driver.stamp),
    "report": (1, Driver.report),
    "drag": (2, Driver.drag),
    "cell": (8, Driver.cell),
    "elsewhere": (2, Driver.elsewhere),
    "section": (1, Driver.section),
    "people": (2, Driver.people),
    "bring_people": (0.4, Driver.bring_people),
    "merge": (0.6, Driver.merge),
    "series": (0.6, Driver.series),
    "new_meeting": (0.4, Driver.new_meeting),
    "delete": (0.4, Driver.delete),
    "trash": (0.8, Driver.trash),
    "status": (0.8, Driver.status),
    "versions": (0.4, Driver.versions),
    "bring_essay": (0.5, Driver.bring_essay),
    "bring_meeting": (0.4, Driver.bring_meeting),
    "bring_back": (0.5, Driver.bring_back),
    "backups": (0.5, Driver.backups),
}
OF_MEETINGS = {
    "edit", "write", "format", "insert", "speak", "rub_out", "replace", "scratch", "call", "paste_names", "stamp",
    "report", "drag", "cell", "carry", "bring_essay", "bring_back",
}  # fmt: skip
