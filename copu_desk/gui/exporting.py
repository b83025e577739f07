"""What the window does with papers that go out: the dialog, an export in a job, printing."""

from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QMenu, QMessageBox

from copu_desk import desk
from copu_desk.desk import publishing
from copu_desk.desk.publishing import Choices
from copu_desk.desk.reasons import ON_PAPER
from copu_desk.errors import CopuError, LibraryError
from copu_desk.gui import forms, jobs, left_out, printing
from copu_desk.gui.documents import documents_folder
from copu_desk.gui.export_dialog import PRINTED, ExportDialog
from copu_desk.gui.offer import offer
from copu_desk.gui.sentences import said

if TYPE_CHECKING:
    from copu_desk.gui.main_window import MainWindow


class Exporting(QObject):
    """The exports of one window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.menu = QMenu(self.tr("导出为(&X)"), window)
        for kind, label in desk.KINDS.items():
            self.menu.addAction(self.tr("导出 {}").format(said(label))).triggered.connect(partial(self.export_as, kind))
        window.menu_file.insertMenu(window.export_attendance, self.menu)
        window.export_button.setMenu(self.menu)
        window.export_button.clicked.connect(window.export_minutes.trigger)

    def ask(self) -> None:
        """Ask how the current meeting's papers go out, and write them or print them."""
        window = self._window
        window.save_all()
        dialog = ExportDialog(window.library, window.editor.meeting, window.agenda.current_item(), window)
        answer, chosen, item = forms.ask(dialog), dialog.chosen(), dialog.chosen_item()
        if answer == PRINTED:
            self._print(chosen, item)
        elif answer == QDialog.DialogCode.Accepted:
            self._export(chosen, item, keep=True)

    def export_as(self, kind: str, _checked: bool = False) -> None:
        """Export the current meeting's minutes in one format, all else as chosen last time."""
        window = self._window
        window.save_all()
        last = publishing.choices(window.library, window.editor.meeting.series)
        chosen = replace(last, paper="minutes", kinds=(kind,), folder=last.folder or str(documents_folder()))
        self._export(chosen, note=self._left_out(chosen))

    def print(self) -> None:
        """Ask for a printer, and print the current meeting's minutes in the style chosen last time."""
        window = self._window
        window.save_all()
        chosen = replace(publishing.choices(window.library, window.editor.meeting.series), paper="minutes")
        if note := self._left_out(replace(chosen, kinds=("pdf",))):
            box = QMessageBox(QMessageBox.Icon.Question, self.tr("打印"), self.tr("照这样打印吗？"), parent=window)
            box.setInformativeText(note)
            box.addButton(self.tr("继续打印"), QMessageBox.ButtonRole.AcceptRole)
            box.addButton(self.tr("取消"), QMessageBox.ButtonRole.RejectRole)
            box.exec()
            if box.buttonRole(box.clickedButton()) != QMessageBox.ButtonRole.AcceptRole:
                return
        self._print(chosen)

    def _left_out(self, chosen: Choices) -> str:
        """Return what the minutes do not show, for those who did not see it in the dialog."""
        window = self._window
        try:
            return left_out.sentence(publishing.left_out(window.library, window.editor.meeting, chosen))
        except CopuError:
            return ""  # said by what comes next

    def _export(self, chosen: Choices, item: str = "", *, keep: bool = False, note: str = "") -> None:
        window = self._window
        meeting = window.editor.meeting
        try:
            publication = publishing.prepare(window.library, meeting, chosen, item)
        except CopuError as error:
            window.tell(said(error))
            return
        if keep:
            with suppress(LibraryError):  # minutes go out of a library that may only be read, too
                publishing.remember(window.library, meeting.series, chosen)
        jobs.run(
            window,
            self.tr("导出"),
            lambda progress: publishing.publish(publication, progress),
            partial(self._made, note=note),
        )

    def _made(self, paths: tuple[Path, ...], note: str = "") -> None:
        if any(path.suffix == ".pdf" for path in paths):
            self._window.preview.mention_fonts()
        offer(self._window, paths, note)

    def _print(self, chosen: Choices, item: str = "") -> None:
        window = self._window
        meeting = window.editor.meeting
        try:
            made = publishing.chosen_material(window.library, meeting, chosen, ON_PAPER, item)
        except CopuError as error:
            window.tell(said(error))
            return
        printing.ask_and_print(window, desk.title(window.library, meeting), made)
