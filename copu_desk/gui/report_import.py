"""Bring a platform's attendance report into the current meeting: ask for the file, understand it, show it, take it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from copu_desk import desk, exchange
from copu_desk.desk.originals import with_original
from copu_desk.errors import CopuError, UnknownColumnsError
from copu_desk.gui import forms, jobs
from copu_desk.gui.columns_dialog import ColumnsDialog
from copu_desk.gui.report_dialog import ReportDialog
from copu_desk.gui.sentences import said
from copu_desk.model import Meeting, OriginalKind
from copu_desk.progress import Progress
from copu_desk.reading import File
from copu_desk.reckoning import Reckoner
from copu_desk.recognize.columns import Columns
from copu_desk.recognize.moments import Order
from copu_desk.recognize.reports import Report

if TYPE_CHECKING:
    from copu_desk.gui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class _Understood:
    """A file, what it says in each possible order of days (nothing if its columns have to be told), and of whom."""

    source: desk.Source
    reports: Mapping[Order, Report]
    reckoner: Reckoner


class ReportImport(QObject):
    """The task of one window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation))
        page = window.attendees
        for signal in (window.import_report.triggered, page.from_platform.clicked, page.from_platform_at_first.clicked):
            signal.connect(self.ask)

    def ask(self) -> None:
        """Ask for a file, and bring it in."""
        kinds = " ".join(f"*.{kind}" for kind in (*exchange.TABLES, "xls"))
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("导入会议平台名单"), str(self._folder), self.tr("参会名单 ({})").format(kinds)
        )
        if name:
            self.bring_in(Path(name))

    def bring_in(self, path: Path) -> None:
        """Understand a file, off the GUI thread, and show what it means."""
        self._folder = path.parent
        self._window.save_all()
        self._read(path.name, lambda: desk.open_report(path))

    def _read(self, name: str, source: Callable[[], desk.Source]) -> None:
        """Understand a file for the meeting as it is now."""
        window = self._window
        try:
            desk.check_draft(window.editor.meeting)
            known = window.library.report_columns()
            reckoner = Reckoner(window.editor.meeting, window.library.people(), window.library.nicknames())
        except CopuError as error:
            window.tell(said(error))
            return

        def work(progress: Progress) -> _Understood:
            progress(0, 0, self.tr("正在读“{}”…").format(name))
            return _understand(source(), known, reckoner, progress)

        jobs.run(window, self.tr("导入会议平台名单"), work, self._understood)

    def _understood(self, found: _Understood) -> None:
        """Go on with what was read for the meeting; if it was edited meanwhile, read again; if another, say so."""
        now, read = self._window.editor, found.reckoner.meeting
        if not now.active or now.meeting.id != read.id:
            words = self.tr("没有导入“{}”：已经转到另一次会议。").format(found.source.name)
            self._window.status_bar.showMessage(words, 8000)
        elif now.meeting is not read:
            self._read(found.source.name, lambda: found.source)
        elif found.reports:
            self._show(found)
        else:
            self._ask_columns(found)

    def _ask_columns(self, found: _Understood) -> None:
        """Ask what the columns hold, remember it, and read the file so."""
        dialog = ColumnsDialog(found.source.grids, found.source.name, self._window)
        yes, headings, columns = forms.ask(dialog), dialog.headings(), dialog.columns()
        if not yes:
            return
        try:
            self._window.library.remember_columns(headings, columns)
        except CopuError as error:
            self._window.tell(said(error))
            return
        self._read(found.source.name, lambda: found.source)

    def _show(self, found: _Understood) -> None:
        """Show what a report means, and take it as one change of the meeting."""
        dialog = ReportDialog(found.reckoner, found.reports, found.source.name, self._window)
        try:
            if dialog.exec():
                self._take(dialog, found.reckoner.meeting, found.source.file)
        except CopuError as error:
            self._window.tell(said(error))
        finally:
            dialog.deleteLater()

    def _take(self, dialog: ReportDialog, before: Meeting, file: File) -> None:
        """Keep what was decided, then change the meeting: if the first fails, nothing is changed."""
        window, done = self._window, dialog.reckoned()
        if window.editor.meeting is not before:
            window.tell(self.tr("没有导入：会议刚刚被另一个程序改动了。请再导入一次。"))
            return
        window.save_all()  # what was typed in the roster meanwhile, before others come into it
        desk.keep_report(window.library, window.editor.meeting, done, *dialog.nicknames())
        window.follow()
        after, note = with_original(window.library, done.meeting, file, OriginalKind.REPORT)
        window.editor.change(after, self.tr("导入会议平台名单"))
        window.status_bar.showMessage(self.tr("已导入“{}”。Ctrl+Z 可以整个撤销。").format(file.name), 8000)
        if note:
            window.tell(said(note))


def _understand(
    source: desk.Source, known: Mapping[str, Columns], reckoner: Reckoner, progress: Progress
) -> _Understood:
    """Read a file in each possible order of its days, the likeliest first, and match its names."""
    progress(0, 0, QCoreApplication.translate("report_import", "正在辨认“{}”…").format(source.name))
    day = reckoner.meeting.held_on
    try:
        likeliest = desk.read_report(source, day, known)
    except UnknownColumnsError:
        return _Understood(source, {}, reckoner)
    reports = {likeliest.order: likeliest}
    if likeliest.doubtful:
        reports |= {order: desk.read_report(source, day, known, order) for order in Order if order not in reports}
    reckoner.lines(reckoner.choices(likeliest.connections)[0])  # what is matched here is known when it is shown
    return _Understood(source, reports, reckoner)
