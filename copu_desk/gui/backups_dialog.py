"""The dialog 备份与恢复: which backups there are, where they go, and which one to go back to."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from copu_desk.gui import forms, plain_table
from copu_desk.library import Backup, backups

_MEGABYTE = 1_000_000


class BackupsDialog(QDialog):
    """Lists the backups of a library; accepted when one was `chosen` to restore."""

    said: QLabel
    found: QTableWidget
    second: QWidget
    second_folder: QLineEdit
    choose_second: QPushButton
    no_second: QPushButton
    back_up_now: QPushButton
    save_copy: QPushButton
    from_file: QPushButton
    restore: QPushButton
    leave: QPushButton

    def __init__(
        self, library: Path, folders: list[Path], parent: QWidget | None = None, *, damaged: bool = False
    ) -> None:
        """Show the backups in some folders; of a damaged library nothing can be done but restore one."""
        super().__init__(parent)
        forms.load(self, "backups_dialog")
        self._library, self.folders = library, folders
        self._backups: list[Backup] = []
        self.chosen: Path | None = None
        self.second_changed: Callable[[str], None] = lambda _folder: None
        heads = [self.tr("时间"), self.tr("种类"), self.tr("大小"), self.tr("位置")]
        plain_table.set_up(self.found, heads, (170, 90, 90), 3)
        self.found.itemSelectionChanged.connect(self._selected)
        self.found.itemDoubleClicked.connect(lambda _item: self._choose())
        self.restore.clicked.connect(self._choose)
        self.from_file.clicked.connect(self._choose_file)
        self.choose_second.clicked.connect(self._choose_second)
        self.no_second.clicked.connect(lambda: self._set_second(""))
        self.leave.clicked.connect(self.reject)
        if damaged:
            self.said.setText(self.tr("请选择要恢复的备份。损坏的资料库会移到一旁，不会删除。"))
            for widget in (self.second, self.back_up_now, self.save_copy):
                widget.hide()
        self.refresh()

    def refresh(self) -> None:
        """List the backups that are there now, and choose the newest."""
        found = [one for folder in self.folders for one in backups.listed(folder, self._library.stem)]
        self._backups = sorted(found, key=lambda one: one.moment, reverse=True)
        kinds = {
            backups.DAILY: self.tr("自动"),
            backups.UPGRADE: self.tr("升级之前"),
            backups.RESTORE: self.tr("恢复之前"),
            backups.BY_HAND: self.tr("手动"),
        }
        self.found.setRowCount(len(self._backups))
        for row, one in enumerate(self._backups):
            size = self.tr("{:.1f} MB").format(one.size / _MEGABYTE)
            cells = (f"{one.moment:%Y-%m-%d %H:%M:%S}", kinds[one.why], size, str(one.path.parent))
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                if column == 2:  # noqa: PLR2004 - the size
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                item.setToolTip(str(one.path))
                self.found.setItem(row, column, item)
        if self._backups:
            self.found.selectRow(0)
        self._selected()

    def backed_up(self, _outcome: object) -> None:
        """Show that a backup was made, or not, and let another one be made."""
        self.back_up_now.setEnabled(True)
        self.refresh()

    def show_second(self, folder: str) -> None:
        """Show the second folder, which is in use."""
        self.second_folder.setText(folder)
        self.no_second.setEnabled(bool(folder))

    def _selected(self) -> None:
        self.restore.setEnabled(bool(self.found.selectedItems()))

    def _choose(self) -> None:
        if (row := self.found.currentRow()) >= 0:
            self.chosen = self._backups[row].path
            self.accept()

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("从哪个备份恢复"), str(self.folders[-1]), self.tr("资料库的备份 (*.copu)")
        )
        if name:
            self.chosen = Path(name)
            self.accept()

    def _choose_second(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("另外也备份到哪个文件夹"), self.second_folder.text())
        if name:
            self._set_second(name)

    def _set_second(self, folder: str) -> None:
        self.show_second(folder)
        self.second_changed(folder)
