"""What the window does with attendance: the page 考勤, its workbook and picture, and the sign-in sheet."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QObject
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QInputDialog

from copu_desk import desk, disk
from copu_desk.desk.sign_in import MOST_BLANK_ROWS
from copu_desk.errors import CopuError
from copu_desk.file_names import safe_name
from copu_desk.gui import forms, jobs
from copu_desk.gui.attendance_dialog import AttendanceDialog
from copu_desk.gui.attendance_page import AttendancePage
from copu_desk.gui.documents import documents_folder
from copu_desk.gui.offer import offer
from copu_desk.gui.sentences import said
from copu_desk.progress import Cancelled

if TYPE_CHECKING:
    from copu_desk.gui.main_window import MainWindow

_SAID_MS = 6000
_BLANK_ROWS = 6


class AttendanceTasks(QObject):
    """The attendance tasks of one window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._folder = documents_folder()
        self.page = AttendancePage(window.library)
        window.sections.add(window.go_attendance, self.page)
        self.page.meeting_chosen.connect(window.go_to)
        self.page.person_chosen.connect(window.show_person)
        self.page.export_wanted.connect(lambda: window.attempt(self.export_shown))
        self.page.copy_wanted.connect(self.copy_picture)
        self.page.save_wanted.connect(self.save_picture)
        window.export_attendance.triggered.connect(lambda: window.attempt(self.export))
        window.sign_in.triggered.connect(lambda: window.attempt(self.sign_in))

    def export(self) -> None:
        """Ask for a period and a file, and export the attendance workbook."""
        window = self._window
        window.save_all()
        dialog = AttendanceDialog(window.library, window.editor.meeting.series, window)
        if forms.ask(dialog):
            self._export(*dialog.period())

    def export_shown(self) -> None:
        """Export the workbook of the series and the period that the page shows."""
        since, until = self.page.days()
        self._export(since, until, self.page.series.currentData() or "")

    def _export(self, since: date | None, until: date | None, series: str) -> None:
        window = self._window
        name = self.tr("{}考勤表").format(series or self.tr("会议"))
        if since and until:
            name = self.tr("{} {}至{}").format(name, since, until)
        start = self._folder / f"{safe_name(name)}.xlsx"
        path = self._ask(self.tr("导出考勤表"), start, self.tr("Excel 工作簿 (*.xlsx)"))
        if not path:
            return
        try:
            with jobs.shown(window, self.tr("导出考勤表"), self.tr("正在统计考勤")) as progress:
                period = desk.count_attendance(window.library, since, until, series, progress)
        except Cancelled:
            return
        except CopuError as error:
            window.tell(said(error))
            return
        jobs.run(
            window,
            self.tr("导出考勤表"),
            lambda progress: desk.write_attendance(period, path, overwrite=True, progress=progress),
            lambda made: offer(window, (made,)),
        )

    def sign_in(self) -> None:
        """Ask for blank rows and a file, and write the current meeting's sign-in sheet."""
        window = self._window
        window.save_all()
        meeting = window.editor.meeting
        rows, yes = QInputDialog.getInt(
            window, self.tr("签到表"), self.tr("给临时来宾留几行空白："), _BLANK_ROWS, 0, MOST_BLANK_ROWS
        )
        if not yes:
            return
        kinds = self.tr("Word 文档 (*.docx);;PDF (*.pdf)")
        name = self.tr("{}签到表").format(desk.file_name(window.library, meeting, desk.FOLDER))
        start = self._folder / f"{safe_name(name)}.docx"
        path = self._ask(self.tr("签到表"), start, kinds, (".docx", ".pdf"))
        if path:
            try:
                made = desk.export_sign_in(window.library, meeting.id, path, rows, overwrite=True)
            except CopuError as error:
                window.tell(said(error))
            else:
                offer(window, (made,))

    def copy_picture(self) -> None:
        """Put the picture of what the page shows on the clipboard."""
        self._draw(self.tr("复制图片"), self._copied)

    def _copied(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        self._window.status_bar.showMessage(self.tr("图片已复制，可以粘贴到 Word、WPS 或聊天窗口。"), _SAID_MS)

    def save_picture(self) -> None:
        """Ask for a file, and write the picture of what the page shows."""
        name = f"{safe_name(self.page.title())}.png"
        path = self._ask(self.tr("存为图片"), self._folder / name, self.tr("图片 (*.png)"))
        if path:
            self._draw(self.tr("存为图片"), lambda image: self._keep(image, path))

    def _keep(self, image: QImage, path: Path) -> None:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes, Qt takes text
        try:
            disk.put_file(path, bytes(buffer.data().data()))
        except CopuError as error:
            self._window.tell(said(error))
        else:
            offer(self._window, (path,))

    def _draw(self, title: str, done: Callable[[QImage], None]) -> None:
        jobs.run(self._window, title, self.page.drawing(), done)

    def _ask(self, title: str, start: Path, kinds: str, suffixes: tuple[str, ...] = ()) -> Path | None:
        """Ask for a file to write; without one of the suffixes the name gets that of the kind chosen."""
        name, kind = QFileDialog.getSaveFileName(self._window, title, str(disk.free_name(start)), kinds)
        if not name:
            return None
        path = Path(name)
        if path.suffix.lower() not in (suffixes or (start.suffix,)):
            path = Path(name + next((one for one in suffixes if f"*{one}" in kind), start.suffix))
        self._folder = path.parent
        return path
