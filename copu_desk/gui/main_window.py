"""The main window: the sidebar, the pages of the current meeting, the menus and the status bar."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QDockWidget,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QMenu,
    QMessageBox,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QStatusBar,
    QTabWidget,
    QToolButton,
    QWidget,
)

from copu_desk import desk
from copu_desk.check import check
from copu_desk.document import plain_body
from copu_desk.errors import CopuError, LibraryError
from copu_desk.gui import forms
from copu_desk.gui.actions_page import ActionsPage
from copu_desk.gui.agenda_page import AgendaPage
from copu_desk.gui.attendees_page import AttendeesPage, count_words
from copu_desk.gui.editor import Editor
from copu_desk.gui.essays_page import EssaysPage, word_count
from copu_desk.gui.fields import Field
from copu_desk.gui.go_to import offers
from copu_desk.gui.looks import Looks
from copu_desk.gui.new_meeting import NewMeeting
from copu_desk.gui.overview_page import OverviewPage
from copu_desk.gui.roster_page import RosterPage
from copu_desk.gui.scratch_pad import ScratchPad
from copu_desk.gui.series_dialog import SeriesDialog
from copu_desk.gui.sidebar import ROLE, Sidebar
from copu_desk.gui.tasks import Tasks
from copu_desk.gui.words import choices
from copu_desk.library import Library
from copu_desk.model import ActionStatus, Meeting, Place, Status

OVERVIEW, ATTENDEES, AGENDA, ESSAYS, ACTIONS = range(5)
_TAB_OF = {"attendees": ATTENDEES, "agenda": AGENDA, "essays": ESSAYS, "actions": ACTIONS}
_COUNT_AFTER_MS = 500
_INDEX_AFTER_MS, _INDEX_NEXT_MS, _INDEXED_AT_ONCE = 2000, 40, 4
_NAMED_BY = ("id", "held_on", "series", "number", "title")  # what a meeting is called by


class MainWindow(QMainWindow):
    """One window on one library."""

    splitter: QSplitter
    sidebar_place: QWidget
    stack: QStackedWidget
    empty_page: QWidget
    empty_title: QLabel
    empty_new: QPushButton
    empty_import: QPushButton
    empty_sample: QPushButton
    meeting_page: QWidget
    meeting_title: QLineEdit
    status: QComboBox
    export_button: QToolButton
    banner: QFrame
    banner_words: QLabel
    save_elsewhere: QPushButton
    tabs: QTabWidget
    scratch_dock: QDockWidget
    findings_dock: QDockWidget
    findings: QListWidget
    status_bar: QStatusBar
    menu_edit: QMenu
    menu_view: QMenu
    new_meeting: QAction
    import_minutes: QAction
    export_docx: QAction
    export_pdf: QAction
    export_txt: QAction
    export_json: QAction
    export_attendance: QAction
    backup: QAction
    quit: QAction
    check: QAction
    delete_meeting: QAction
    restore_meeting: QAction
    go_overview: QAction
    go_attendees: QAction
    go_agenda: QAction
    go_essays: QAction
    go_actions: QAction
    edit_series: QAction
    go_roster: QAction
    toggle_scratch: QAction
    toggle_sidebar: QAction
    search: QAction
    keys: QAction
    about: QAction

    def __init__(self, library: Library, settings: QSettings) -> None:
        super().__init__()
        forms.load(self, "main_window")
        self.library, self._settings = library, settings
        self.editor = Editor(library, Meeting(held_on=date.today()), self)
        self._turning = self._sidebar_stale = False
        self._others: list[MainWindow] = []
        self.tasks = Tasks(self)
        self._make_pages()
        self._make_status()
        self._make_menus()
        self.editor.opened.connect(self._opened)
        self.editor.changed.connect(self._changed)
        for editor in (self.editor, self.roster.editor):
            editor.saved.connect(self._saved)
            editor.failed.connect(self._failed)
        self.looks = Looks(self, settings)
        self.banner.hide()
        self.findings_dock.hide()
        self._open_last()
        self._restore_looks()

    def _make_pages(self) -> None:
        self.sidebar = Sidebar(self.library)
        self.splitter.replaceWidget(0, self.sidebar)
        self.sidebar_place.deleteLater()
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([230, 1050])
        self.overview = OverviewPage(self.editor, self.library)
        self.attendees = AttendeesPage(self.editor, self.library)
        self.agenda = AgendaPage(self.editor, self.library)
        self.essays = EssaysPage(self.editor, self.library)
        self.actions_page = ActionsPage(self.editor, self.library)
        self.scratch = ScratchPad(self.editor, self.library, self.agenda.current_item)
        self.scratch.filed.connect(lambda words: self.status_bar.showMessage(words, 4000))
        self.scratch_dock.setWidget(self.scratch)
        self.scratch_dock.hide()
        for page in (self.overview, self.attendees, self.agenda, self.essays, self.actions_page):
            self.tabs.addTab(page, "")
        self.roster = RosterPage(self.library, self.editor.history)
        self.stack.addWidget(self.roster)
        self.sidebar.roster.clicked.connect(self.go_roster.trigger)
        for value, word in choices(Status).items():
            self.status.addItem(word, value)
        self._title = Field(self.editor, self.meeting_title, ("title",))
        self._status = Field(self.editor, self.status, ("status",))
        self.sidebar.chosen.connect(self.go_to)
        self.sidebar.offers = partial(offers, self)
        self.agenda.essay_chosen.connect(lambda essay: self.show_place(("essays", essay)))
        self.sidebar.new_meeting.clicked.connect(self.new_meeting.trigger)

    def _make_status(self) -> None:
        self.saved_label, self.people_label, self.words_label = QLabel(), QLabel(), QLabel()
        for label, name in (
            (self.saved_label, self.tr("保存状态")),
            (self.people_label, self.tr("到会人数")),
            (self.words_label, self.tr("字数")),
        ):
            label.setAccessibleName(name)
        self.saved_label.setObjectName("saved_label")
        self.status_bar.addWidget(self.saved_label)
        self.status_bar.addPermanentWidget(self.people_label)
        self.status_bar.addPermanentWidget(self.words_label)
        self._count_later = QTimer(self, interval=_COUNT_AFTER_MS, singleShot=True)
        self._count_later.timeout.connect(self._count)
        self._index_later = QTimer(self, interval=_INDEX_AFTER_MS, singleShot=True)
        self._index_later.timeout.connect(self._index)
        self._index_later.start()

    def _make_menus(self) -> None:
        self.undo, self.redo = undo, redo = QAction(self.tr("撤销"), self), QAction(self.tr("重做"), self)
        undo.setShortcuts(QKeySequence.StandardKey.Undo)
        usual = [one.toString() for one in QKeySequence.keyBindings(QKeySequence.StandardKey.Redo)]
        redo.setShortcuts([QKeySequence(one) for one in dict.fromkeys([*usual, "Ctrl+Y"])])
        history = self.editor.history
        for action, word, turn, can, says in (
            (undo, self.tr("撤销"), history.undo, history.canUndoChanged, history.undoTextChanged),
            (redo, self.tr("重做"), history.redo, history.canRedoChanged, history.redoTextChanged),
        ):
            action.setEnabled(False)
            action.triggered.connect(lambda _checked=False, turn=turn: self._turn(turn))
            can.connect(action.setEnabled)
            says.connect(lambda what, action=action, word=word: action.setText(f"{word} {what}".strip()))
        self.menu_edit.addActions([undo, redo])
        tasks: dict[QAction, Any] = {
            self.new_meeting: self._new_meeting,
            self.import_minutes: self.tasks.import_minutes,
            self.export_docx: lambda: self.tasks.export("docx"),
            self.export_pdf: lambda: self.tasks.export("pdf"),
            self.export_txt: lambda: self.tasks.export("txt"),
            self.export_json: lambda: self.tasks.export("json"),
            self.export_attendance: self.tasks.export_attendance,
            self.backup: self.tasks.backup,
            self.quit: self.close,
            self.check: self._check,
            self.delete_meeting: self._delete_meeting,
            self.restore_meeting: self.tasks.restore_meeting,
            self.go_overview: lambda: self.tabs.setCurrentIndex(OVERVIEW),
            self.go_attendees: lambda: self.tabs.setCurrentIndex(ATTENDEES),
            self.go_agenda: lambda: self.tabs.setCurrentIndex(AGENDA),
            self.go_essays: lambda: self.tabs.setCurrentIndex(ESSAYS),
            self.go_actions: lambda: self.tabs.setCurrentIndex(ACTIONS),
            self.edit_series: self._edit_series,
            self.go_roster: self._show_roster,
            self.toggle_scratch: self._toggle_scratch,
            self.toggle_sidebar: lambda: self.sidebar.setVisible(self.sidebar.isHidden()),
            self.search: self._search,
            self.keys: self.tasks.show_keys,
            self.about: self.tasks.show_about,
        }
        for action, task in tasks.items():
            action.triggered.connect(lambda _checked=False, task=task: task())
            self.addAction(action)
        menu = QMenu(self)
        menu.addActions([self.export_docx, self.export_pdf, self.export_txt, self.export_json])
        self.export_button.setMenu(menu)
        self.export_button.clicked.connect(self.export_docx.trigger)
        self.empty_new.clicked.connect(self.new_meeting.trigger)
        self.empty_import.clicked.connect(self.import_minutes.trigger)
        self.empty_sample.clicked.connect(self.tasks.open_sample)
        self.save_elsewhere.clicked.connect(self.tasks.save_elsewhere)
        self.findings.itemActivated.connect(self._jump_to_finding)
        self.findings.itemClicked.connect(self._jump_to_finding)
        self._of_meeting = (
            self.export_docx, self.export_pdf, self.export_txt, self.export_json, self.check, self.delete_meeting,
        )  # fmt: skip

    def go_to(self, meeting_id: str, place: Place = ()) -> None:
        """Open a meeting (if it is not open already) and show a place in it."""
        self.roster.editor.leave()
        if meeting_id != self.editor.meeting.id or not self.editor.active or not self.meeting_page.isVisible():
            try:
                self.editor.open(self.library.load(meeting_id))
            except CopuError as error:
                self.tell(str(error))
                return
        self.show_place(place)

    def show_place(self, place: Place) -> None:
        """Show a place of the current meeting: its tab, its record, and the cursor in its field."""
        if not place:
            return
        self.tabs.setCurrentIndex(_TAB_OF.get(place[0], OVERVIEW))
        page = self.tabs.currentWidget()
        field = place[-1]
        if place[0] == "agenda" and len(place) > 1:
            self.agenda.show_item(place[1])
        elif place[0] == "actions" and len(place) > 1:
            self.actions_page.show_action(place[1])
            return
        elif place[0] == "essays" and len(place) > 1:
            self.essays.show_essay(place[1])
        elif place[0] == "attendees":
            self.attendees.show_attendee(place[1] if len(place) > 1 else "")
            return
        field = "decisions" if "decisions" in place else field
        widget = self.meeting_title if place == ("title",) else getattr(page, field, None)
        if isinstance(widget, QWidget):
            widget.setFocus()

    def show_person(self, identity: str) -> None:
        """Show the roster, and a person of it."""
        self._show_roster()
        self.roster.show_person(identity)

    def tell(self, words: str) -> None:
        """Say something that the secretary has to know."""
        QMessageBox.warning(self, self.tr("COPU Desk"), words)

    def refresh(self, open_id: str = "") -> None:
        """Show the library as it is now; open a meeting of it, else stay."""
        if open_id:
            self.editor.open(self.library.load(open_id))
        elif not self.library.entries():
            self.editor.leave()
            self._show_empty()
        self.sidebar.refresh(self.editor.meeting.id if self.editor.active else "")

    def show_library(self, path: Path) -> None:
        """Show another library in a window of its own."""
        other = MainWindow(Library(path), self._settings)
        self._others.append(other)
        other.show()

    def _open_last(self) -> None:
        known = [entry.id for entry in self.library.entries()]
        last = self.library.setting("last_meeting")
        if known:
            self.editor.open(self.library.load(last if last in known else known[0]))
        else:
            self._show_empty()
        self.sidebar.refresh(self.editor.meeting.id)

    def _show_empty(self) -> None:
        self.stack.setCurrentWidget(self.empty_page)
        self.setWindowTitle(self.tr("COPU Desk"))
        for label in (self.people_label, self.words_label, self.saved_label):
            label.clear()
        for action in self._of_meeting:
            action.setEnabled(False)

    def _opened(self, meeting: Meeting) -> None:
        self.stack.setCurrentWidget(self.meeting_page)
        for action in self._of_meeting:
            action.setEnabled(True)
        self.library.set_setting("last_meeting", meeting.id)
        self.findings_dock.hide()
        self.banner.hide()
        self.saved_label.setText(self.tr("已保存"))
        self.sidebar.select(meeting.id)
        self._count()

    def _changed(self, before: Meeting, after: Meeting) -> None:
        if self.editor.active and before.id == after.id:
            self.saved_label.setText(self.tr("正在保存…"))
            if (before.held_on, before.series, before.title) != (after.held_on, after.series, after.title):
                self._sidebar_stale = True
            if self._turning:
                self._show_change(before, after)
        if not self.editor.active or any(getattr(before, name) is not getattr(after, name) for name in _NAMED_BY):
            self._name(after)
        for tab, words in enumerate(_tab_words(after)):
            if self.tabs.tabText(tab) != words:  # setting it lays the tabs out anew
                self.tabs.setTabText(tab, words)
        self.people_label.setText(count_words(after))
        self._count_later.start()

    def _name(self, meeting: Meeting) -> None:
        """Show what the meeting is called."""
        built = desk.title(self.library, Meeting(meeting.held_on, meeting.series, meeting.number))
        self.meeting_title.setPlaceholderText(built)
        self.setWindowTitle(f"{meeting.title or built} — COPU Desk")

    def _turn(self, turn: Callable[[], None]) -> None:
        """Undo or redo, and show where that changed something."""
        self._turning = True
        turn()
        self._turning = False

    def _show_change(self, before: Meeting, after: Meeting) -> None:
        for part, tab in _TAB_OF.items():
            if getattr(before, part) is not getattr(after, part):
                self.tabs.setCurrentIndex(tab)
                return
        if replace(before, title=after.title, status=after.status) != after:  # those two are in sight on every tab
            self.tabs.setCurrentIndex(OVERVIEW)

    def _saved(self) -> None:
        self.banner.hide()
        self._index_later.start(_INDEX_AFTER_MS)
        self._say_saved(self.tr("已保存 {}").format(datetime.now().strftime("%H:%M:%S")))
        if self._sidebar_stale:
            self._sidebar_stale = False
            self.sidebar.refresh(self.editor.meeting.id)

    def _say_saved(self, words: str, state: str = "") -> None:
        self.saved_label.setText(words)
        if self.saved_label.property("state") != state:
            self.saved_label.setProperty("state", state)
            self.saved_label.style().polish(self.saved_label)  # the style sheet asks for the state

    def _failed(self, words: str) -> None:
        self._say_saved(self.tr("没有保存！"), "failed")
        self.banner_words.setText(self.tr("没有保存：{} 文字都还在窗口里。").format(words))
        self.banner.show()

    def _count(self) -> None:
        meeting = self.editor.meeting
        texts = [meeting.opening, *(plain_body(body) for body in (meeting.preamble, meeting.closing))]
        texts += [words for item in meeting.agenda for words in (item.title, item.lead, plain_body(item.discussion))]
        texts += [decision.text for item in meeting.agenda for decision in item.decisions]
        texts += [essay.title + "\n" + plain_body(essay.body) for essay in meeting.essays]
        self.words_label.setText(self.tr("{:,} 字").format(sum(map(word_count, texts))))

    def _index(self) -> None:
        """Bring the index of the search up to date, a little at a time while nobody types."""
        with suppress(LibraryError):  # the search looks through what the index does not know
            if self.library.index(_INDEXED_AT_ONCE):
                self._index_later.start(_INDEX_NEXT_MS)

    def _new_meeting(self) -> None:
        self.editor.save()
        dialog = NewMeeting(self.library, self)
        if dialog.exec():
            try:
                self.refresh(dialog.make().id)
            except CopuError as error:
                self.tell(str(error))
                return
            self.tabs.setCurrentIndex(ATTENDEES)
            self.attendees.call.setFocus()

    def _delete_meeting(self) -> None:
        meeting = self.editor.meeting
        self.editor.leave()
        self.library.delete(meeting.id)
        known = self.library.entries()
        self.refresh(known[0].id if known else "")
        title = meeting.title or desk.title(self.library, meeting)
        self.status_bar.showMessage(self.tr("“{}”已移到回收站，可从“会议”菜单恢复。").format(title), 8000)

    def _edit_series(self) -> None:
        self.editor.save()
        SeriesDialog(self.library, self).exec()
        if self.editor.active:
            self.overview.fill_series()
            self._name(self.editor.meeting)
        self.sidebar.refresh(self.editor.meeting.id)

    def _show_roster(self) -> None:
        """Show the roster in the place of the meeting, which is saved before."""
        self.editor.save()
        self.stack.setCurrentWidget(self.roster)
        self.sidebar.select("")
        self.roster.open()
        self.setWindowTitle(self.tr("人员名册 — COPU Desk"))
        self.roster.people.setFocus()

    def _toggle_scratch(self) -> None:
        self.scratch_dock.setVisible(self.scratch_dock.isHidden())
        if not self.scratch_dock.isHidden():
            self.scratch.pad.setFocus()

    def _search(self) -> None:
        self.sidebar.show()
        self.sidebar.search.setFocus()
        self.sidebar.search.selectAll()

    def _check(self) -> None:
        self.findings.clear()
        found = check(self.editor.meeting, self.library.people())
        for finding in found:
            item = QListWidgetItem(finding.words)
            item.setData(ROLE, finding.place)
            self.findings.addItem(item)
        if not found:
            self.findings.addItem(self.tr("没有发现问题。"))
        self.findings_dock.setWindowTitle(self.tr("检查：{} 处").format(len(found)) if found else self.tr("检查"))
        self.findings_dock.show()
        self.findings.setFocus()

    def _jump_to_finding(self, item: QListWidgetItem) -> None:
        place = item.data(ROLE)
        if place:
            self.show_place(tuple(place))

    def _restore_looks(self) -> None:
        geometry, splitter = self._settings.value("geometry"), self._settings.value("splitter")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        else:
            self.resize(1280, 800)
        if isinstance(splitter, QByteArray):
            self.splitter.restoreState(splitter)
        self.sidebar.setVisible(self._settings.value("sidebar", "true") == "true")

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save everything first; if that fails, ask before anything is lost."""
        if not (self.editor.save() and self.roster.editor.save()) and not self.tasks.may_lose():
            event.ignore()
            return
        self._settings.setValue("geometry", self.saveGeometry())
        self._settings.setValue("splitter", self.splitter.saveState())
        self._settings.setValue("sidebar", "false" if self.sidebar.isHidden() else "true")
        self.editor.leave()
        self.roster.editor.leave()
        self._index_later.stop()
        self.library.close()
        event.accept()


def _tab_words(meeting: Meeting) -> tuple[str, ...]:
    """Return what the tabs are called: 参会 19, 议程 2."""
    counts = (
        ("概况", 0),
        ("参会", len(meeting.attendees)),
        ("议程", len(meeting.agenda)),
        ("附文", len(meeting.essays)),
        ("待办", sum(one.status is ActionStatus.OPEN for one in meeting.actions)),
    )
    return tuple(f"{word} {count}" if count else word for word, count in counts)
