"""What the menus do that is no one feature's: begin a meeting, check it, go about, open the dialogs."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMessageBox

from copu_desk import __version__, desk
from copu_desk.check import check
from copu_desk.errors import CopuError
from copu_desk.gui import forms
from copu_desk.gui.deletion import delete_meeting
from copu_desk.gui.documents import documents_folder
from copu_desk.gui.keys import KeyLegend
from copu_desk.gui.new_meeting import NewMeeting
from copu_desk.gui.sentences import said
from copu_desk.gui.series_dialog import SeriesDialog
from copu_desk.gui.styles_dialog import StylesDialog
from copu_desk.gui.trash_dialog import show_trash
from copu_desk.paths import data_folder

if TYPE_CHECKING:
    from copu_desk.gui.main_window import MainWindow


class Tasks(QObject):
    """The tasks of one window, each tied to its entry of the menus."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._folder = documents_folder()

    def begin(self) -> None:
        """Tie each entry of the menus, and the buttons of an empty library, to its task; the window is whole by now."""
        window = self._window
        tasks: dict[QAction, Callable[[], object]] = {
            window.new_meeting: self.begin_meeting,
            window.export_minutes: window.exporting.ask,
            window.print_minutes: window.exporting.print,
            window.copy_paper: window.preview.copy,
            window.quit: window.close,
            window.check: self.check,
            window.delete_meeting: lambda: delete_meeting(window),
            window.trash: lambda: show_trash(window),
            window.go_overview: lambda: window.show_tab(window.overview),
            window.go_attendees: lambda: window.show_tab(window.attendees),
            window.go_agenda: lambda: window.show_tab(window.agenda),
            window.go_essays: lambda: window.show_tab(window.essays),
            window.go_actions: lambda: window.show_tab(window.actions_page),
            window.edit_series: self.edit_series,
            window.edit_styles: self.edit_styles,
            window.toggle_scratch: self.toggle_scratch,
            window.toggle_sidebar: lambda: window.sidebar.setVisible(window.sidebar.isHidden()),
            window.search: self.search,
            window.keys: lambda: forms.ask(KeyLegend(window)),
            window.about: self.show_about,
        }
        for action, task in tasks.items():
            action.triggered.connect(lambda _checked=False, task=task: window.attempt(task))
            window.addAction(action)
        window.addActions([window.toggle_preview, window.show_fonts])
        window.menu_edit.addSeparator()
        window.menu_edit.addAction(window.copy_paper)
        window.preview_button.setDefaultAction(window.toggle_preview)
        window.empty_new.clicked.connect(window.new_meeting.trigger)
        window.empty_import.clicked.connect(window.import_minutes.trigger)
        window.empty_sample.clicked.connect(self.open_sample)
        window.save_elsewhere.clicked.connect(self.save_elsewhere)

    def let_work(self, *, on_meeting: bool) -> None:
        """Enable what is done with the current meeting, or disable it while there is none."""
        window = self._window
        for action in (
            window.export_minutes, window.print_minutes, window.check, window.delete_meeting, window.sign_in,
            window.add_to_ledger, window.copy_paper, window.import_report,
            *window.exporting.menu.actions(), *window.finals.actions,
        ):  # fmt: skip
            action.setEnabled(on_meeting)
        window.scratch.setEnabled(on_meeting)  # what is noted belongs to a meeting

    def begin_meeting(self) -> None:
        """Ask for a new meeting and show it where people are called."""
        window = self._window
        window.editor.save()
        dialog = NewMeeting(window.library, window)
        if forms.ask(dialog):
            try:
                window.refresh(dialog.make().id)
            except CopuError as error:
                window.tell(said(error))
                return
            window.tabs.setCurrentWidget(window.attendees)
            window.attendees.call.setFocus()

    def check(self) -> None:
        """Show what is missing or odd in the current meeting."""
        self._window.findings_list.show(check(self._window.editor.meeting, self._window.library.people()))

    def edit_series(self) -> None:
        """Let the series be edited; the current meeting may be called otherwise afterwards."""
        window = self._window
        window.editor.save()
        dialog = SeriesDialog(window.library, window)
        dialog.exec()
        if not dialog.editor.held:  # else it stays with the window, and what could not be saved is tried again
            dialog.deleteLater()
        if window.editor.active:
            window.overview.fill_series()
            window.name(window.editor.meeting)
        window.sidebar.refresh(window.editor.meeting.id)

    def edit_styles(self) -> None:
        """Let the house styles be looked at and edited, with the current meeting as the example."""
        window = self._window
        window.editor.save()
        forms.ask(StylesDialog(window.library, window.editor.meeting if window.editor.active else None, window))

    def toggle_scratch(self) -> None:
        """Show the scratch pad, ready to be written on, or hide it."""
        window = self._window
        window.scratch_dock.setVisible(window.scratch_dock.isHidden())
        if not window.scratch_dock.isHidden():
            window.scratch.pad.setFocus()

    def search(self) -> None:
        """Go to the search box, with what is in it selected."""
        box = self._window.sidebar.search
        self._window.sidebar.show()
        box.setFocus()
        box.selectAll()

    def open_sample(self) -> None:
        """Make the sample organisation's library in a folder of its own and show it."""
        try:
            made = desk.demo(data_folder() / "sample")
        except CopuError as error:
            self._window.tell(said(error))
            return
        self._window.show_library(made.library)

    def save_elsewhere(self) -> None:
        """Write what the window holds to a data file, when the library cannot be written."""
        window = self._window
        start = self._folder / self.tr("{} 纪要.json").format(window.editor.meeting.held_on)
        path = self._ask_to_save(self.tr("另存到别处"), start, self.tr("数据文件 (*.json)"))
        if path:
            try:
                people = next((cast(Any, held).people for held in window.roster.editor.held), ())
                desk.rescue(window.library, window.editor.held, people, path)
            except CopuError as error:
                window.tell(said(error))
            else:
                window.status_bar.showMessage(self.tr("已另存：{}").format(path), 8000)

    def may_lose(self) -> bool:
        """Ask whether to close although something is not saved."""
        answer = QMessageBox.warning(
            self._window,
            self.tr("还没有保存"),
            self.tr("最后的改动还没有保存，现在关闭就会丢失。请先“另存到别处”。"),
            QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Cancel,
        )
        return answer == QMessageBox.StandardButton.Discard

    def show_about(self) -> None:
        """Say which program and version this is, and where the library lies."""
        words = self.tr("COPU Desk {}\n会议纪要编辑器\n\n资料库：{}\nPython {}").format(
            __version__, self._window.library.path, sys.version.split()[0]
        )
        QMessageBox.about(self._window, self.tr("关于 COPU Desk"), words)

    def _ask_to_save(self, title: str, start: Path, kind: str) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(start), kind)
        if not name:
            return None
        suffix = start.suffix
        path = Path(name) if name.lower().endswith(suffix) else Path(name + suffix)
        self._folder = path.parent
        return path
