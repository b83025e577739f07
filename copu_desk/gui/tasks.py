"""What the menus do with files: import, export, attendance, backup; and what they say."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox

from copu_desk import __version__, desk
from copu_desk.errors import CopuError
from copu_desk.gui.keys import KeyLegend
from copu_desk.paths import data_folder

if TYPE_CHECKING:
    from copu_desk.gui.main_window import MainWindow


class Tasks(QObject):
    """The tasks of one window that ask for a file or say something."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def open_sample(self) -> None:
        """Make the sample organisation's library in a folder of its own and show it."""
        try:
            made = desk.demo(data_folder() / "sample")
        except CopuError as error:
            self._window.tell(str(error))
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
                window.tell(str(error))
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

    def show_keys(self) -> None:
        """Show the keys."""
        KeyLegend(self._window).exec()

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
