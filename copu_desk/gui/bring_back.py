"""Bring a corrected Word file back: read it in a job, ask about each correction, put those accepted in as one step."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox

from copu_desk import dates, desk, exchange
from copu_desk.corrections import Correction, accept
from copu_desk.desk import corrections
from copu_desk.desk.originals import with_original
from copu_desk.desk.stamping import MEETING_MARK
from copu_desk.errors import CopuError
from copu_desk.gui import forms, jobs
from copu_desk.gui.corrections_dialog import CorrectionsDialog
from copu_desk.gui.sentences import said
from copu_desk.model import OriginalKind, Status, put
from copu_desk.reading import File, Returned

if TYPE_CHECKING:
    from copu_desk.gui.main_window import MainWindow


class BringBack(QObject):
    """The corrections that come back to one window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def ask(self) -> None:
        """Ask for a file that came back."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("带回修改稿"), "", self.tr("Word 文档 (*.docx *.doc *.wps)")
        )
        if name:
            self.read(Path(name))

    def takes(self, paths: list[Path]) -> bool:
        """Tell whether files that came in are one that went out from here and is brought back, if the user says so."""
        window = self._window
        if len(paths) != 1 or paths[0].suffix.lower() != ".docx":
            return False
        meeting = exchange.marks_of(paths[0]).get(MEETING_MARK)
        entry = next((one for one in window.library.entries() if one.id == meeting), None)
        if entry is None:
            return False
        words = self.tr("“{}”是从这里导出的：{}。").format(paths[0].name, desk.title_of(window.library, entry))
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("带回修改稿"), words, parent=window)
        box.setInformativeText(self.tr("把其中的修改带回这次会议，还是当作另一次会议导入？"))
        back = box.addButton(self.tr("带回修改"), QMessageBox.ButtonRole.AcceptRole)
        another = box.addButton(self.tr("导入"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(self.tr("取消"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is back:
            self.read(paths[0])
        return box.clickedButton() is not another

    def read(self, path: Path) -> None:
        """Read a file that came back, and go on with what it says."""
        jobs.run(
            self._window,
            self.tr("带回修改稿"),
            lambda _progress: exchange.read_returned(path),
            self._compare,
        )

    def _compare(self, returned: Returned) -> None:
        window = self._window
        window.save_all()
        try:
            meeting = corrections.meeting_of(window.library, returned, window.editor.meeting)
            if meeting.id != window.editor.meeting.id:
                window.go_to(meeting.id)
            sent = corrections.exported(window.library, window.editor.meeting, returned)
        except CopuError as error:
            window.tell(said(error))
            return
        now = window.editor.meeting
        jobs.run(
            window,
            self.tr("带回修改稿"),
            lambda progress: corrections.compare(returned, sent, now, progress),
            lambda found: self._offer(returned.file, sent, found),
        )

    def _offer(self, file: File, sent: corrections.Exported, found: tuple[Correction, ...]) -> None:
        window = self._window
        if not self._is_open(sent):  # gone on to another meeting in the meantime
            if self._is_listed(sent):
                window.go_to(sent.material.meeting.id)
            if not self._is_open(sent):
                self._refuse(file)
                return
        about = self.tr("“{}”和 {} 导出的内容相比：").format(file.name, _moment(sent)) if sent.version else file.name
        about = f"{about}{said(sent.note)}"
        if not found:
            words = self.tr("没有要带回的修改：文件里的文字和纪要一样，或者已经放进去了。")
            QMessageBox.information(window, self.tr("带回修改稿"), f"{about}\n{words}")
            return
        dialog = CorrectionsDialog(window.editor.meeting, found, about, window)
        answer, chosen = forms.ask(dialog), dialog.accepted_ones()
        rest = dialog.rest if dialog.keep_rest.isChecked() else []
        if answer != QDialog.DialogCode.Accepted:
            return
        # While it was asked, another program may have deleted the meeting; the window then shows another one.
        if self._is_open(sent) and self._may_change():
            self._put_in(file, sent, chosen, rest)
        elif not self._is_open(sent):
            self._refuse(file)

    def _is_open(self, sent: corrections.Exported) -> bool:
        editor = self._window.editor
        return editor.active and editor.meeting.id == sent.material.meeting.id

    def _is_listed(self, sent: corrections.Exported) -> bool:
        """Tell whether the meeting is there, and not in the trash."""
        try:
            return any(entry.id == sent.material.meeting.id for entry in self._window.library.entries())
        except CopuError:
            return False

    def _refuse(self, file: File) -> None:
        words = self.tr("没有放回“{}”里的修改：它所属的会议已经不在窗口里，可能被另一个程序移到了回收站。")
        self._window.tell(words.format(file.name) + self.tr("请先打开或恢复那次会议，再带回一次。"))

    def _may_change(self) -> bool:
        """Reopen minutes that are final, if the user gives a reason."""
        window = self._window
        return window.editor.meeting.status is not Status.FINAL or window.finals.reopen(self.tr("领导修改"))

    def _put_in(self, file: File, sent: corrections.Exported, chosen: list[Correction], rest: list[Correction]) -> None:
        window = self._window
        now = window.editor.meeting
        made, left = accept(now, sent.material.meeting, chosen)
        in_part = [one for one in chosen if one.printed is not None]  # what they said stays, word for word
        rest = list(dict.fromkeys((*rest, *left, *in_part)))
        if rest:
            lines = [self.tr("“{}”里放不进去的修改：").format(file.name), *(one.after or one.before for one in rest)]
            made = put(made, ("scratch",), "\n".join(filter(None, (made.scratch, *lines))))
        made, note = with_original(window.library, made, file, OriginalKind.RETURNED)
        window.editor.change(made, self.tr("带回修改稿"))
        window.editor.save()
        window.show_place(next((one.place for one in chosen if one not in left), ()))
        count = len(chosen) - len(left)
        words = self.tr("放回了 {} 处修改。", "", count).format(count)
        if rest:
            words += self.tr("{} 处放不进去的记在速记里（F4）。", "", len(rest)).format(len(rest))
        window.status_bar.showMessage(words, 10_000)
        if note:
            window.tell(said(note))


def _moment(sent: corrections.Exported) -> str:
    return dates.to_the_minute(sent.version.moment) if sent.version else ""
