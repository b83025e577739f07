"""Essays from files: the button and the drop of the page 附文."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QMessageBox

from copu_desk.desk.essays import Arrived, read_essay
from copu_desk.desk.originals import with_original
from copu_desk.errors import CopuError
from copu_desk.gui import jobs
from copu_desk.gui.documents import documents_folder
from copu_desk.gui.sentences import labelled, said
from copu_desk.incoming import KINDS
from copu_desk.library import Library
from copu_desk.model import OriginalKind
from copu_desk.progress import Progress
from copu_desk.sentences import Sentence

if TYPE_CHECKING:
    from copu_desk.gui.essays_page import EssaysPage

Came = tuple[list[tuple[Path, Arrived]], list[Sentence]]


class EssayFiles(QObject):
    """Reads files off the GUI thread and adds them as essays of the meeting, in one step of its history."""

    def __init__(self, page: "EssaysPage", library: Library) -> None:
        super().__init__(page)
        self._page, self._library = page, library
        self._folder = documents_folder()
        page.import_essay.clicked.connect(self.ask)
        for place in (page, page.essays.viewport(), page.body.viewport()):
            place.setAcceptDrops(True)
            place.installEventFilter(self)

    def ask(self) -> None:
        """Ask for files and bring them in."""
        kinds = " ".join(f"*.{kind}" for kind in KINDS)
        names, _ = QFileDialog.getOpenFileNames(
            self._page, self.tr("从文件导入附文"), str(self._folder), self.tr("文章 ({})").format(kinds)
        )
        if names:
            self.bring([Path(name) for name in names])

    def bring(self, paths: list[Path]) -> None:
        """Read files, add what they hold, and tell what could not be carried over."""
        self._folder = paths[0].parent
        meeting = self._page.meeting_id

        def read(progress: Progress) -> Came:
            found, faults = [], []
            for done, path in enumerate(paths):
                progress(done, len(paths), path.name)
                try:
                    found.append((path, read_essay(path)))
                except CopuError as error:
                    faults.append(error.sentence)
            return found, faults

        def done(came: Came) -> None:
            if self._page.meeting_id == meeting:  # else the secretary has gone on to another meeting
                self._add(*came)

        jobs.run(self._page.window(), self.tr("正在读附文"), read, done)

    def _add(self, found: list[tuple[Path, Arrived]], faults: list[Sentence]) -> None:
        told, now = list(map(said, faults)), self._page.meeting
        try:
            for _path, one in found:
                for data in one.images.values():
                    self._library.add_image(data)
                now, note = with_original(self._library, now, one.file, OriginalKind.ESSAY)
                told += [said(note)] if note else []
        except CopuError as error:
            QMessageBox.warning(self._page, self.tr("从文件导入附文"), said(error))
            return
        for path, one in found:
            told += [labelled(path.name, said(note)) for note in one.notes]
        if found:
            self._page.add_essays([one.essay for _path, one in found], now.originals)
        if told:
            self._tell(told)

    def _tell(self, told: list[str]) -> None:
        box = QMessageBox(QMessageBox.Icon.Information, self.tr("从文件导入附文"), "", parent=self._page)
        box.setText(self.tr("请留意这 {} 点：", "", len(told)).format(len(told)))
        box.setInformativeText("\n".join(told[:_TOLD_AT_ONCE]))
        if len(told) > _TOLD_AT_ONCE:
            box.setDetailedText("\n".join(told))
        box.exec()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take documents that are dropped on the page; pictures are the text's."""
        drag: Any = event
        if isinstance(event, QDropEvent) and event.mimeData().hasUrls():
            urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
            paths = [Path(url.toLocalFile()) for url in urls]
            paths = [path for path in paths if path.suffix[1:].lower() in KINDS]
            if paths and self._page.meeting_id:
                drag.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.bring(paths)
                return True
        return super().eventFilter(watched, event)


_TOLD_AT_ONCE = 12
