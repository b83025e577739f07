"""What the window does with past minutes: choose or drop files, look into them, take them, take them back."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QFileDialog

from copu_desk import exchange
from copu_desk.desk import originals, past, taking
from copu_desk.desk.past import Past
from copu_desk.desk.taking import Taken
from copu_desk.errors import CopuError
from copu_desk.gui import forms, jobs
from copu_desk.gui.documents import documents_folder
from copu_desk.gui.past_import import PastImport
from copu_desk.gui.sentences import listed, said
from copu_desk.progress import Cancelled

if TYPE_CHECKING:
    from copu_desk.gui.main_window import MainWindow

_SHOWN_MS = 10_000


class PastTasks(QObject):
    """The import of past minutes of one window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._folder = documents_folder()
        window.import_minutes.triggered.connect(self.ask_for_files)
        window.import_folder.triggered.connect(self.ask_for_folder)
        self._show_keeping()
        window.menu_file.aboutToShow.connect(self._show_keeping)
        window.keep_originals.triggered.connect(self._choose_keeping)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def ask_for_files(self) -> None:
        """Ask for files, and show what is in them."""
        kinds = " ".join(f"*.{kind}" for kind in exchange.IMPORTS)
        names, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("导入以往纪要"), str(self._folder), self.tr("纪要 ({})").format(kinds)
        )
        if names:
            self.bring([Path(name) for name in names])

    def ask_for_folder(self) -> None:
        """Ask for a folder, and show what is in its files and in the folders within it."""
        name = QFileDialog.getExistingDirectory(self._window, self.tr("导入整个文件夹"), str(self._folder))
        if name:
            self.bring([Path(name)])

    def _show_keeping(self) -> None:
        self._window.keep_originals.setChecked(originals.keeps(self._window.library))

    def _choose_keeping(self, keep: bool) -> None:
        """Have files kept from now on, or not; what is kept stays."""
        window = self._window
        try:
            originals.choose_keeping(window.library, keep=keep)
        except CopuError as error:
            window.keep_originals.setChecked(not keep)
            window.tell(said(error))
            return
        yes, no = self.tr("以后导入的文件，原件留在资料库里。"), self.tr("以后导入的文件不留原件；已有的还在。")
        window.status_bar.showMessage(yes if keep else no, _SHOWN_MS)

    def bring(self, paths: list[Path]) -> None:
        """Look into files and folders off the GUI thread, then show what was found."""
        window = self._window
        self._folder = paths[0] if paths[0].is_dir() else paths[0].parent
        window.save_all()
        if window.finals.bring_back.takes(paths):
            return
        try:
            people = window.library.people()
        except CopuError as error:
            window.tell(said(error))
            return
        jobs.run(
            window,
            self.tr("正在读以往纪要"),
            lambda progress: past.look_into(past.files_of(paths), people, progress),
            self._show,
        )

    def _show(self, found: list[Past]) -> None:
        window = self._window
        if not found:
            window.tell(
                self.tr("这里没有能导入的文件。可以导入：{}。").format(listed(f".{k}" for k in exchange.IMPORTS))
            )
            return
        dialog = PastImport(found, window.library, window)
        if forms.ask(dialog) and (chosen := dialog.taken()):
            self._take(chosen)

    def _take(self, chosen: list[Past]) -> None:
        """Put meetings into the library; what a cancelled import had put there is taken back."""
        window = self._window
        window.save_all()  # what was typed while the files were read
        try:
            with jobs.shown(window, self.tr("导入以往纪要"), self.tr("正在导入会议")) as progress:
                taken = past.take(window.library, chosen, progress)
        except Cancelled:
            window.status_bar.showMessage(self.tr("已取消，什么都没有导入。"), _SHOWN_MS)
        except CopuError as error:
            window.tell(said(error))
        else:
            self.took(taken)

    def took(self, taken: Taken) -> None:
        """Show the meetings that came; one step of the history takes all of them back."""
        self.show_taken(taken)
        words = self.tr("导入 {} 次会议", "", len(taken.meetings)).format(len(taken.meetings))
        stack = self._window.editor.history.activeStack()
        if stack:
            stack.push(Import(self._window, taken, words, stack))

    def show_taken(self, taken: Taken) -> None:
        """Show meetings that were just imported in the list, and the newest of them where none is open; say so."""
        window = self._window
        window.follow()
        if not window.editor.active:
            newest = max(window.library.entries(), key=lambda entry: (entry.id in taken.meetings, entry.held_on))
            window.refresh(newest.id)
            window.tabs.tabBar().setFocus()  # else the first key would go into the title
        else:
            window.refresh()
        window.status_bar.showMessage(
            self.tr("导入了 {} 次会议；撤销（Ctrl+Z）可以全部收回。", "", len(taken.meetings)).format(
                len(taken.meetings)
            ),
            _SHOWN_MS,
        )
        if taken.notes:
            window.tell("\n".join(map(said, taken.notes)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files that are dropped on the window."""
        if isinstance(event, QDropEvent) and (paths := dropped(event)):  # a drag's enter is an event of that kind too
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self.bring(paths)
            return True
        return super().eventFilter(watched, event)


def dropped(event: QDropEvent | QDragEnterEvent) -> list[Path]:
    """Return the files and folders of a drag that can be imported."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix[1:].lower() in exchange.IMPORTS or path.is_dir()]


class Import(QUndoCommand):
    """That meetings were imported: undone, they go to the trash; done again, they come back."""

    def __init__(self, window: "MainWindow", taken: Taken, words: str, parent: QUndoStack) -> None:
        super().__init__(words)
        self._window, self._taken, self._stack, self._fresh = window, taken, parent, True

    def redo(self) -> None:
        """Bring the meetings back (not the first time: they are there)."""
        if self._fresh:
            self._fresh = False
            return
        try:
            taking.take_again(self._window.library, self._taken)
        except CopuError as error:
            self._window.tell(said(error))
            return
        past_tasks, taken = self._window.past, self._taken
        # Later: opening a meeting may clear its history, which must not happen while a step of it is being done again.
        QTimer.singleShot(0, past_tasks, lambda: past_tasks.show_taken(taken))

    def undo(self) -> None:
        """Take the meetings back."""
        window = self._window
        window.editor.save()
        try:
            taking.take_back(window.library, self._taken)
        except CopuError as error:
            window.tell(said(error))
            return
        if window.editor.meeting.id in self._taken.meetings:
            window.editor.leave()
        window.refresh()
        window.status_bar.showMessage(QCoreApplication.translate("PastTasks", "已收回刚才的导入。"), _SHOWN_MS)
