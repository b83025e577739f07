"""Back up the library on each day of use and at exit, and restore it; look through it when the user asks."""

from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog, QMessageBox

from copu_desk import desk
from copu_desk.errors import CopuError, LibraryError
from copu_desk.gui import forms, jobs
from copu_desk.gui.backups_dialog import BackupsDialog
from copu_desk.gui.sentences import said
from copu_desk.library import Differences, backups, verify
from copu_desk.library.verify import INDEX_STALE
from copu_desk.progress import Cancelled, Progress
from copu_desk.sentences import Sentence

if TYPE_CHECKING:
    from copu_desk.gui.main_window import MainWindow

_FIRST_LOOK_MS, _LOOK_EVERY_MS = 4_000, 3_600_000  # a window left open over midnight gets its backup, too
_FAILED = "backup_failed"  # the setting that says why the backup at the last exit was not made


class Backups(QObject):
    """The backups of one window's library."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._job: jobs.Job[list[Sentence]] | None = None
        self._written = window.library.total_changes
        self._clock = QTimer(self, interval=_LOOK_EVERY_MS)
        self._clock.timeout.connect(self.daily)
        self._first = QTimer(self, interval=_FIRST_LOOK_MS, singleShot=True)
        self._first.timeout.connect(self._look_first)
        if not window.library.read_only:
            self._clock.start()
            self._first.start()

    def _look_first(self) -> None:
        with suppress(LibraryError):  # saving tells of it
            if why := self._window.library.setting(_FAILED):
                self._complain(why)
        self.daily()

    def daily(self) -> None:
        """Make today's backups in the background, where there is none yet of today."""
        today = datetime.now().astimezone().date()
        with suppress(LibraryError):  # saving tells of it
            due = [
                folder
                for folder in self._folders()
                if not any(one.moment.date() == today for one in self._window.library.backups(folder))
            ]
            if due and self._job is None:
                self.make(due)

    def make(self, folders: list[Path]) -> None:
        """Make backups in some folders in the background, and say only if one failed."""
        library = self._window.library.path
        self._written = self._window.library.total_changes

        def work(progress: Progress) -> list[Sentence]:
            faults = []
            for folder in folders:
                try:
                    desk.back_up(library, folder, progress)
                except CopuError as error:
                    faults.append(error.sentence)
            return faults

        self._job = jobs.Job(work, self)
        self._job.ended.connect(self._made)
        self._job.start()

    def _made(self, outcome: object) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
        if isinstance(outcome, list):
            if outcome:
                self._complain(said(outcome[0]))
            else:
                self._window.bands.hide("backup")

    def _complain(self, why: str) -> None:
        words = self.tr("自动备份没有成功：{}").format(why)
        self._window.bands.show("backup", words, self.tr("备份与恢复…"), self.show)

    def stop(self) -> None:
        """Make none by itself any more."""
        self._clock.stop()
        self._first.stop()
        if self._job is not None:
            jobs.finish(self._job)
            self._job, self._written = None, -1

    def at_exit(self) -> None:
        """Make the last backups before the library is closed, if anything was written since the last ones."""
        library = self._window.library
        if library.read_only or library.total_changes == self._written:
            return
        why = ""
        with suppress(LibraryError):  # a library that cannot even be read is no reason to keep the window from closing
            for folder in self._folders():
                try:
                    library.back_up(folder)
                except CopuError as error:
                    why = why or said(error)
            if why != library.setting(_FAILED):
                library.set_setting(_FAILED, why)  # told at the next start

    def _folders(self) -> list[Path]:
        library = self._window.library
        second = library.setting(desk.SECOND_FOLDER)
        return [backups.folder_of(library.path), *([Path(second)] if second else [])]

    def show(self) -> None:
        """Show the dialog 备份与恢复."""
        window = self._window
        window.save_all()
        dialog = BackupsDialog(window.library.path, self._folders(), window)
        dialog.show_second(window.library.setting(desk.SECOND_FOLDER))

        def second_changed(folder: str) -> None:
            try:
                window.library.set_setting(desk.SECOND_FOLDER, folder)
                dialog.folders = self._folders()
            except CopuError as error:
                window.tell(said(error))
                dialog.show_second(window.library.setting(desk.SECOND_FOLDER))
            dialog.refresh()

        def now() -> None:
            path, folders = window.library.path, self._folders()

            def work(progress: Progress) -> None:
                for folder in folders:
                    desk.back_up(path, folder, progress, by_hand=True)

            dialog.back_up_now.setEnabled(False)
            jobs.run(window, self.tr("备份"), work, lambda _done: None).ended.connect(dialog.backed_up)

        dialog.second_changed = second_changed
        dialog.back_up_now.clicked.connect(now)
        dialog.save_copy.clicked.connect(lambda: self._save_copy(dialog))
        if forms.ask(dialog) and dialog.chosen:
            self.restore(dialog.chosen)

    def _save_copy(self, dialog: BackupsDialog) -> None:
        window = self._window
        start = Path.home() / self.tr("COPU Desk 备份 {}.copu").format(date.today())
        name, _ = QFileDialog.getSaveFileName(dialog, self.tr("另存一份备份"), str(start), self.tr("资料库 (*.copu)"))
        if not name:
            return
        try:
            window.library.backup(Path(name))
        except CopuError as error:
            window.tell(said(error))
        else:
            window.status_bar.showMessage(self.tr("备份好了：{}").format(name), 8000)

    def restore(self, backup: Path) -> None:
        """Show what restoring a backup would change, and do so if the user wishes."""
        window, library = self._window, self._window.library.path

        def confirm(differences: Differences) -> None:
            box = QMessageBox(
                QMessageBox.Icon.Question, self.tr("从备份恢复"), self.tr("恢复这个备份吗？"), parent=window
            )
            lines = [*map(said, differences.lines()), self.tr("现在的资料库会先备份一份，可以再恢复回来。")]
            box.setInformativeText("\n".join(lines))
            yes = box.addButton(self.tr("恢复(&R)"), QMessageBox.ButtonRole.AcceptRole)
            box.addButton(self.tr("取消"), QMessageBox.ButtonRole.RejectRole)
            box.exec()
            if box.clickedButton() is yes:
                self._restore(backup)

        title = self.tr("正在比较备份…")
        jobs.run(window, title, lambda _progress: desk.preview(library, backup), confirm)

    def _restore(self, backup: Path) -> None:
        window, library = self._window, self._window.library
        if not self._all_is_saved():
            return
        mark = library.mark

        def restore(before: Path) -> None:
            if not self._all_is_saved():  # what was typed while that was made
                return
            try:
                library.restore_backup(backup, before, mark)
            except CopuError as error:
                window.tell(said(error))
                return
            window.show_anew()
            window.status_bar.showMessage(self.tr("恢复好了。恢复之前的资料库也备份了一份。"), 8000)

        def keep(progress: Progress) -> Path:
            return desk.before_restoring(library.path, backup, progress)

        jobs.run(window, self.tr("正在备份现在的资料库…"), keep, restore)

    def _all_is_saved(self) -> bool:
        saved = self._window.save_all()
        if not saved:
            self._window.tell(self.tr("最后的改动还没有保存，现在不能恢复。请先解决上面提示的问题。"))
        return saved

    def look_through(self) -> None:
        """Look through the library, and say what was found; offer to make the index anew where that helps."""
        window, path = self._window, self._window.library.path
        window.save_all()
        jobs.run(window, self.tr("检查资料库"), lambda progress: verify(path, progress), self._tell_found)

    def _tell_found(self, found: list[Sentence]) -> None:
        window, title = self._window, self.tr("检查资料库")
        if not found:
            QMessageBox.information(window, title, self.tr("资料库完好：文件、内容和查找的索引都没有问题。"))
            return
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            title,
            self.tr("发现 {} 处问题。", "", len(found)).format(len(found)),
            parent=window,
        )
        box.setInformativeText("\n".join(map(said, found[:12])))
        rebuild = restore = None
        if INDEX_STALE in found and not window.library.read_only:
            rebuild = box.addButton(self.tr("重建索引(&I)"), QMessageBox.ButtonRole.ActionRole)
        if found != [INDEX_STALE]:
            restore = box.addButton(self.tr("备份与恢复(&R)…"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(self.tr("关闭"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if rebuild is not None and box.clickedButton() is rebuild:
            self._rebuild_index()
        elif restore is not None and box.clickedButton() is restore:
            self.show()

    def _rebuild_index(self) -> None:
        """Make the index anew; what a user who cancels leaves out comes in while nobody types."""
        window = self._window
        try:
            with jobs.shown(window, self.tr("检查资料库")) as progress:
                window.library.rebuild_index(progress)
        except Cancelled:
            window.indexing.put_off()
        except CopuError as error:
            window.tell(said(error))
        else:
            window.status_bar.showMessage(self.tr("索引重建好了。"), 8000)
