"""What the window does with an office's own attendance ledger: bring it in, and write a meeting into a copy."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox

from copu_desk import desk, disk, exchange
from copu_desk.desk import ledger
from copu_desk.desk.ledger import LedgerFile
from copu_desk.errors import CopuError
from copu_desk.gui import forms, jobs
from copu_desk.gui.documents import documents_folder
from copu_desk.gui.ledger_import import LedgerImport
from copu_desk.gui.offer import offer
from copu_desk.gui.sentences import said
from copu_desk.progress import Cancelled
from copu_desk.reading import File
from copu_desk.recognize.ledger import YearMissingError

if TYPE_CHECKING:
    from copu_desk.gui.main_window import MainWindow

_FIRST_YEAR, _LAST_YEAR = 1990, 2099
_SHOWN_MS = 10_000


class LedgerTasks(QObject):
    """The ledger tasks of one window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._folder = documents_folder()
        window.import_ledger.triggered.connect(self.bring)
        window.add_to_ledger.triggered.connect(self.add)

    def bring(self) -> None:
        """Ask for a ledger, show what it would bring, and take what is left ticked."""
        kinds = " ".join(f"*.{kind}" for kind in exchange.TABLES)
        path = self._ask_for(self.tr("导入考勤台账"), self.tr("台账 ({})").format(kinds))
        if path:
            self._read(path, None)

    def _read(self, path: Path, year: int | None) -> None:
        jobs.run(
            self._window,
            self.tr("正在读考勤台账"),
            lambda _progress: desk.open_ledger(path, year),
            self._preview,
            lambda error: self._failed(path, error),
        )

    def _failed(self, path: Path, error: CopuError) -> None:
        if isinstance(error, YearMissingError) and (year := self._ask_for_year()):
            self._read(path, year)
        elif not isinstance(error, YearMissingError):
            self._window.tell(said(error))

    def _ask_for_year(self) -> int:
        words = self.tr("台账里的日期没有写年份。第一次会议是哪一年？")
        year, yes = QInputDialog.getInt(
            self._window, self.tr("导入考勤台账"), words, date.today().year, _FIRST_YEAR, _LAST_YEAR
        )
        return year if yes else 0

    def _preview(self, file: LedgerFile) -> None:
        window = self._window
        window.save_all()
        series = desk.series_of(window.library, window.editor.meeting).name if window.editor.active else ""
        dialog = LedgerImport(file, window.library, series, window)
        if forms.ask(dialog):
            self._keep(dialog.chosen(), dialog.series_name(), file.file)

    def _keep(self, found: list[desk.Imported], name: str, file: File) -> None:
        """Put the meetings into the library, as one step of the history; a cancelled import leaves none."""
        window = self._window
        try:
            with jobs.shown(window, self.tr("导入考勤台账"), self.tr("正在导入会议")) as progress:
                taken = ledger.take(window.library, found, name, file, progress)
        except Cancelled:
            window.status_bar.showMessage(self.tr("已取消，什么都没有导入。"), _SHOWN_MS)
        except CopuError as error:
            window.tell(said(error))
        else:
            window.past.took(taken)

    def add(self) -> None:
        """Ask for a ledger and for the copy's name, and write the current meeting into that copy."""
        window = self._window
        window.save_all()
        meeting = window.editor.meeting
        source = self._ask_for(self.tr("写进哪一份考勤台账"), self.tr("Excel 工作簿 (*.xlsx)"))
        if not source:
            return
        start = disk.free_name(source.with_name(self.tr("{}（加 {}）.xlsx").format(source.stem, meeting.held_on)))
        name, _ = QFileDialog.getSaveFileName(
            window, self.tr("新台账存到哪里（原来的不改动）"), str(start), self.tr("Excel 工作簿 (*.xlsx)")
        )
        if name:
            target = Path(name if name.lower().endswith(".xlsx") else f"{name}.xlsx")
            self._write(meeting.id, source, target, None)

    def _write(self, meeting: str, source: Path, target: Path, year: int | None) -> None:
        window = self._window
        try:
            written = desk.add_to_ledger(window.library, meeting, source, target, overwrite=True, year=year)
        except YearMissingError:
            if asked := self._ask_for_year():
                self._write(meeting, source, target, asked)
        except CopuError as error:
            window.tell(said(error))
        else:
            if written.notes:
                QMessageBox.information(window, self.tr("写入考勤台账"), "\n".join(map(said, written.notes)))
            offer(window, (written.path,))

    def _ask_for(self, title: str, kinds: str) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(self._folder), kinds)
        if not name:
            return None
        self._folder = Path(name).parent
        return Path(name)
