"""The main window: the sidebar, the pages of the current meeting, the menus and the status bar."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction, QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDockWidget,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QMenu,
    QMessageBox,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QStatusBar,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from copu_desk import desk
from copu_desk.errors import CopuError, LibraryError
from copu_desk.gui import arrangement, forms, found_words, jobs
from copu_desk.gui.actions_page import ActionsPage
from copu_desk.gui.agenda_page import AgendaPage
from copu_desk.gui.all_actions_page import AllActionsPage
from copu_desk.gui.attendance_tasks import AttendanceTasks
from copu_desk.gui.attendees_page import AttendeesPage
from copu_desk.gui.bands import Bands
from copu_desk.gui.editor import Editor
from copu_desk.gui.essays_page import EssaysPage
from copu_desk.gui.exporting import Exporting
from copu_desk.gui.fields import Field
from copu_desk.gui.finals import Finals
from copu_desk.gui.findings import Findings
from copu_desk.gui.go_to import offers
from copu_desk.gui.indexing import Indexing
from copu_desk.gui.keeping import Keeping
from copu_desk.gui.language import Languages
from copu_desk.gui.ledger_tasks import LedgerTasks
from copu_desk.gui.looks import Looks
from copu_desk.gui.opening import open_for_window
from copu_desk.gui.overview_page import OverviewPage
from copu_desk.gui.past_tasks import PastTasks
from copu_desk.gui.preview import Preview
from copu_desk.gui.report_import import ReportImport
from copu_desk.gui.roster_page import RosterPage
from copu_desk.gui.scratch_pad import ScratchPad
from copu_desk.gui.sections import Sections
from copu_desk.gui.sentences import said
from copu_desk.gui.series_dialog import SeriesDialog
from copu_desk.gui.sidebar import Sidebar
from copu_desk.gui.status_line import StatusLine
from copu_desk.gui.tasks import Tasks
from copu_desk.gui.turning import Turning
from copu_desk.gui.words import tab_words
from copu_desk.library import Library
from copu_desk.model import Meeting, Place

OVERVIEW, ATTENDEES, AGENDA, ESSAYS, ACTIONS = range(5)
_TAB_OF = {"attendees": ATTENDEES, "connections": ATTENDEES, "agenda": AGENDA, "essays": ESSAYS, "actions": ACTIONS}
_LISTED_BY = ("held_on", "series", "title", "number", "start")  # what the sidebar says of it
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
    bands_layout: QVBoxLayout
    banner: QFrame
    banner_words: QLabel
    save_elsewhere: QPushButton
    tabs: QTabWidget
    scratch_dock: QDockWidget
    findings_dock: QDockWidget
    preview_dock: QDockWidget
    preview_button: QToolButton
    findings: QListWidget
    status_bar: QStatusBar
    menu_file: QMenu
    menu_edit: QMenu
    menu_view: QMenu
    new_meeting: QAction
    import_minutes: QAction
    import_report: QAction
    import_folder: QAction
    keep_originals: QAction
    export_minutes: QAction
    print_minutes: QAction
    export_attendance: QAction
    backup: QAction
    verify_library: QAction
    quit: QAction
    check: QAction
    delete_meeting: QAction
    trash: QAction
    go_overview: QAction
    go_attendees: QAction
    go_agenda: QAction
    go_essays: QAction
    go_actions: QAction
    edit_series: QAction
    edit_styles: QAction
    go_roster: QAction
    go_attendance: QAction
    sign_in: QAction
    import_ledger: QAction
    add_to_ledger: QAction
    go_all_actions: QAction
    toggle_scratch: QAction
    toggle_sidebar: QAction
    copy_paper: QAction
    toggle_preview: QAction
    show_fonts: QAction
    search: QAction
    keys: QAction
    about: QAction

    shown: ClassVar[set["MainWindow"]] = set()  # the windows that are open: nothing else holds them

    def __init__(self, library: Library, settings: QSettings, editor: Editor | None = None) -> None:
        """Show a library; `editor` is that of a window which this one takes over from."""
        super().__init__()
        forms.load(self, "main_window")
        self.library, self._settings = library, settings
        self._handed_over = self._sidebar_stale = False
        self.editor = editor or Editor(library, Meeting(held_on=date.today()))
        self.editor.setParent(self)
        self.tasks, self.exporting = Tasks(self), Exporting(self)
        self._make_pages()
        self.status_line = StatusLine(self.status_bar, self.editor)
        self.turning = Turning(self.editor.history, self.menu_edit)
        self.indexing = Indexing(library, self)
        self.findings_list = Findings(self.findings_dock, self.findings)
        self.findings_list.chosen.connect(self.show_place)
        self.preview = Preview(self, settings)
        self.bands = Bands(self.bands_layout)
        self.keeping = Keeping(self)
        self.tasks.begin()
        self.editor.opened.connect(self._opened)
        self.editor.changed.connect(self._changed)
        for one in self.editors:
            one.saved.connect(self._saved)
            one.failed.connect(self._failed)
        self.looks = Looks(self, settings)
        self.languages = Languages(self, settings)
        self.banner.hide()
        self.stack.currentChanged.connect(lambda _place: self._turned())
        self.open_last()
        arrangement.restore(self, settings)
        self.keeping.begin()

    def _make_pages(self) -> None:
        self.sidebar = Sidebar(self.library)
        self.splitter.replaceWidget(0, self.sidebar)
        self.sidebar_place.deleteLater()
        self.splitter.setStretchFactor(1, 1)
        self.overview = OverviewPage(self.editor, self.library)
        self.attendees = AttendeesPage(self.editor, self.library)
        self.agenda = AgendaPage(self.editor, self.library)
        self.essays = EssaysPage(self.editor, self.library)
        self.actions_page = ActionsPage(self.editor, self.library)
        self.scratch = ScratchPad(self.editor, self.library, self.agenda.current_item)
        self.scratch.filed.connect(lambda words: self.status_bar.showMessage(words, 4000))
        self.scratch_dock.setWidget(self.scratch)
        self.scratch_dock.hide()
        self._pages = (self.overview, self.attendees, self.agenda, self.essays, self.actions_page)
        for page in self._pages:
            self.tabs.addTab(page, "")
        self.roster = RosterPage(self.library, self.editor.history)
        self.all_actions = AllActionsPage(self.library, self.editor.history, self.editor.save)
        self.all_actions.chosen.connect(self.go_to)
        self._of_sections = (self.roster.editor, self.all_actions.editor)
        self.sections = Sections(self.stack, self.sidebar, self._leave, self.attempt)
        self.sections.add(self.go_roster, self.roster)
        self.attendance, self.ledgers = AttendanceTasks(self), LedgerTasks(self)
        self.past, self.report_import = PastTasks(self), ReportImport(self)
        self.sections.add(self.go_all_actions, self.all_actions)
        self._title, self.finals = Field(self.editor, self.meeting_title, ("title",)), Finals(self)
        self.sidebar.chosen.connect(self.go_to)
        self.sidebar.searching.connect(self.save_all)
        self.sidebar.offers = partial(offers, self)
        self.agenda.essay_chosen.connect(lambda essay: self.show_place(("essays", essay)))
        self.sidebar.new_meeting.clicked.connect(self.new_meeting.trigger)

    def go_to(self, meeting_id: str, place: Place = (), words: str = "") -> None:
        """Open a meeting (if it is not open already) and show a place in it, with words that were found there."""
        self._leave()
        if meeting_id != self.editor.meeting.id or not self.editor.active or not self.meeting_page.isVisible():
            try:
                self.editor.open(self.library.load(meeting_id))
            except CopuError as error:
                self.tell(said(error))
                return
        self.show_place(place, words)

    def save_all(self) -> bool:
        """Save everything; return whether all of it is on disk."""
        return min([editor.save() for editor in self.editors])

    @property
    def editors(self) -> tuple[Editor, ...]:
        """Whatever is edited in this window: the meeting, each section, and series that could not be saved yet."""
        series = (dialog.editor for dialog in self.findChildren(SeriesDialog))
        return (self.editor, *self._of_sections, *series)

    def follow(self) -> None:
        """Show in the sections, and in the series if they are being edited, what was written past them."""
        self.roster.follow()
        if self.stack.currentWidget() is self.all_actions:
            self.all_actions.open()
        for dialog in self.findChildren(SeriesDialog):
            dialog.follow()

    @property
    def _all_saved(self) -> bool:
        return all(one.all_saved for one in self.editors)

    def _leave(self) -> None:
        """Save everything, before another section or meeting is shown."""
        self.editor.save()
        for editor in self._of_sections:
            editor.leave()

    def show_place(self, place: Place, words: str = "") -> None:
        """Show a place of the current meeting: its tab, its record, and the cursor in its field, on words in it."""
        if not place:
            return
        if place[0] == "scratch":
            self.scratch_dock.show()
            found_words.show(self.scratch.pad, words)
            return
        page = self._pages[_TAB_OF.get(place[0], OVERVIEW)]
        self.show_tab(page)
        self._show_record(place)
        field = place[0] if place[0] == "originals" else place[-1]
        widget = self.meeting_title if place == ("title",) else getattr(page, field, None)
        if isinstance(widget, QWidget):
            found_words.show(widget, words)

    def _show_record(self, place: Place) -> None:
        """Choose the record that a place lies in, where records are listed."""
        match place:
            case ("agenda", item, "decisions", decision, *_):
                self.agenda.show_decision(item, decision)
            case ("agenda", item, *_):
                self.agenda.show_item(item)
            case ("actions", action, *_):
                self.actions_page.show_action(action)
            case ("essays", essay, *_):
                self.essays.show_essay(essay, place[-1])
            case ("attendees", *_):
                self.attendees.show_attendee(place[1] if len(place) > 1 else "")
            case ("connections", connection, *_):
                self.attendees.show_connection(connection)
            case ("originals", original, *_):
                self.overview.originals.show_original(original)

    def show_tab(self, page: QWidget) -> None:
        """Show a page of the open meeting, also where a section stands in its place."""
        if self.editor.active and self.stack.currentWidget() is not self.meeting_page:
            self.go_to(self.editor.meeting.id)
        self.tabs.setCurrentWidget(page)

    def _turned(self) -> None:
        """Say nothing of the meeting, and delete none, while a section stands in its place."""
        in_sight = self.stack.currentWidget() is self.meeting_page
        self.status_line.turn(to_meeting=in_sight)
        self.delete_meeting.setEnabled(in_sight)

    def show_person(self, identity: str) -> None:
        """Show the roster, and a person of it."""
        self.go_roster.trigger()
        self.roster.show_person(identity)

    def tell(self, words: str) -> None:
        """Say something that the secretary has to know."""
        QMessageBox.warning(self, self.tr("COPU Desk"), words)

    def attempt(self, task: Callable[[], object]) -> None:
        """Do what somebody asked for; what keeps it from being done is said, each time that it is asked for."""
        try:
            task()
        except CopuError as error:
            self.tell(said(error))

    def refresh(self, open_id: str = "") -> None:
        """Show the library as it is now; open a meeting of it, else stay where one is open.

        There is always one to write in, if there is any: words typed where none is open would be kept nowhere.
        """
        if open_id:
            self.editor.save()  # first: what is loaded may be the same meeting
            self.editor.open(self.library.load(open_id))
        elif not self.editor.active:
            self.open_last()
        elif not self.library.entries():
            self.editor.leave()
            self._show_empty()
        self.sidebar.refresh(self.editor.meeting.id if self.editor.active else "")

    def show_library(self, path: Path) -> None:
        """Show another library in a window of its own."""
        if there := next((one for one in MainWindow.shown if one.library.path == path), None):
            there.raise_()
            there.activateWindow()
        elif library := open_for_window(path, self):
            MainWindow(library, self._settings).show()

    def hand_over(self) -> "MainWindow":
        """Return a window made anew that goes on with the meeting and its history; this one is closed afterwards."""
        self._leave()
        self._stop()
        self._handed_over = True
        self.editor.hand_over(self)
        return MainWindow(self.library, self._settings, self.editor)

    def show_anew(self) -> None:
        """Show the library from the beginning: it has become another one."""
        for editor in self.editors:
            editor.forget()
        self.open_last()

    def open_last(self) -> None:
        """Open the meeting that was open last, where the user was in it."""
        known = [entry.id for entry in self.library.entries()]
        last, _place = self.keeping.whereabouts.last()
        if meeting := self._first_sound([last, *known] if last in known else known):
            self.editor.open(meeting)
            self.tabs.tabBar().setFocus()  # else the first key would go into the title
            self.keeping.whereabouts.go()
        else:
            self._show_empty()
        self.sidebar.refresh(self.editor.meeting.id)

    def _first_sound(self, ids: list[str]) -> Meeting | None:
        """Return the first of some meetings that is not damaged."""
        for one in ids:
            with suppress(CopuError):  # told when somebody opens it, and by 检查资料库
                return self.library.load(one)
        return None

    def _show_empty(self) -> None:
        self.stack.setCurrentWidget(self.empty_page)
        self.findings_dock.hide()
        self.setWindowTitle(self.tr("COPU Desk"))
        self.status_line.clear()
        self.tasks.let_work(on_meeting=False)

    def _opened(self, meeting: Meeting) -> None:
        self.stack.setCurrentWidget(self.meeting_page)
        self.tasks.let_work(on_meeting=True)
        self.findings_dock.hide()
        self.banner.hide()
        self.status_line.opened(all_saved=self._all_saved)
        self.sidebar.select(meeting.id)

    def _changed(self, before: Meeting, after: Meeting) -> None:
        edited = self.editor.active and before.id == after.id
        if edited:
            if any(getattr(before, name) != getattr(after, name) for name in _LISTED_BY):
                self._sidebar_stale = True
            if self.turning.now:
                self._show_change(before, after)
        if not self.editor.active or any(getattr(before, name) is not getattr(after, name) for name in _NAMED_BY):
            self.name(after)
        for tab, words in enumerate(tab_words(after)):
            if self.tabs.tabText(tab) != words:  # setting it lays the tabs out anew
                self.tabs.setTabText(tab, words)
        self.status_line.changed(after, edited=edited)

    def name(self, meeting: Meeting) -> None:
        """Show what the meeting is called."""
        built = self.meeting_title.placeholderText()
        with suppress(LibraryError):  # saving tells of it
            built = desk.title(self.library, Meeting(meeting.held_on, meeting.series, meeting.number))
        self.meeting_title.setPlaceholderText(built)
        self.setWindowTitle(f"{meeting.title or built} — COPU Desk")

    def _show_change(self, before: Meeting, after: Meeting) -> None:
        for part, tab in _TAB_OF.items():
            if getattr(before, part) is not getattr(after, part):
                self.tabs.setCurrentIndex(tab)
                return
        if replace(before, title=after.title, status=after.status) != after:  # those two are in sight on every tab
            self.tabs.setCurrentIndex(OVERVIEW)

    def _saved(self) -> None:
        self.indexing.put_off()
        if self._all_saved:  # what another one could not save is still to be told of
            self.banner.hide()
            self.status_line.saved()
        if self._sidebar_stale:
            self._sidebar_stale = False
            self.sidebar.refresh_soon(self.editor.meeting.id)

    def _failed(self, words: str) -> None:
        self.status_line.failed()
        self.banner_words.setText(self.tr("没有保存：{} 文字都还在窗口里。").format(words))
        self.banner.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save everything first; if that fails, ask before anything is lost."""
        if not self._handed_over:
            if not self.save_all() and not self.tasks.may_lose():
                event.ignore()
                return
            self._stop()
            for editor in self.editors:
                editor.leave()
                editor.forget()  # what the user would rather lose is not tried again when the library is closed
            self.keeping.end()
        MainWindow.shown.discard(self)
        event.accept()

    def _stop(self) -> None:
        """Do nothing any more by itself, and remember how the window looked."""
        arrangement.keep(self, self._settings)
        jobs.finish_all(self)
        for busy in (self.indexing, self.preview, self.keeping, self.sidebar):
            busy.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the window while it is open."""
        super().showEvent(event)
        MainWindow.shown.add(self)
