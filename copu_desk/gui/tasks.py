"""What the menus do with files: import, export, attendance, backup; and what they say."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox

from copu_desk import __version__, desk, exchange
from copu_desk.errors import CopuError
from copu_desk.paths import data_folder

if TYPE_CHECKING:
    from copu_desk.gui.main_window import MainWindow

KEYS = (
    ("Ctrl+N", "新建会议"),
    ("Ctrl+K", "查找，或去往任何会议、人员、命令"),
    ("Ctrl+1 … 5", "概况、参会、议程、附文、待办"),
    ("Ctrl+E", "导出纪要；回车照上次的选择导出"),
    ("Ctrl+P", "打印纪要"),
    ("Ctrl+Shift+E", "导出考勤表"),
    ("Ctrl+I", "导入以往纪要"),
    ("Ctrl+Z / Ctrl+Y", "撤销 / 重做（对所有内容都有效）"),
    ("Ctrl+R / Ctrl+Shift+A", "人员名册 / 考勤"),
    ("考勤：回车", "打开那次会议；Ctrl+加号、减号、0 缩放，Ctrl+C 复制图片"),
    ("F4", "速记；其中 Ctrl+1…9 归入议程，Ctrl+D 决议，Ctrl+T 待办，@ 人名，Ctrl+; 时间"),
    ("F7", "检查"),
    ("F8", "显示或隐藏预览；其中 Ctrl+滚轮缩放，点一下去往那里"),
    ("F9", "显示或隐藏侧栏"),
    ("点名框：回车", "现场；末尾 + 线上，/ 请假，- 缺席"),
    ("名单：空格", "轮换到会标记；1 现场 2 线上 3 请假 4 缺席"),
    ("名单：F2", "现在到会或离会；Shift+F2 补记到会时间"),
    ("议程：F5", "开始或停止计时"),
    ("正文：Ctrl+B / I / U", "加粗、倾斜、下划线；Ctrl+. 上标，Ctrl+, 下标"),
    ("正文：Ctrl+Alt+0 … 5", "正文、标题 1–3、引文、发言；Ctrl+Shift+7 编号，Ctrl+Shift+8 项目"),
    ("正文：Ctrl+F", "查找和替换；Ctrl+Shift+V 只粘贴文字；Ctrl+加号、减号、0 缩放"),
    ("表格：回车", "编辑，或添加一行；Esc 还原"),
    ("Alt+↑ / Alt+↓", "上移、下移一行"),
    ("Delete", "删除所选"),
)


class Tasks(QObject):
    """The tasks of one window that ask for a file or say something."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def import_minutes(self) -> None:
        """Ask for files of past minutes, and bring them in."""
        window = self._window
        kinds = " ".join(f"*.{kind}" for kind in exchange.IMPORTS)
        names, _ = QFileDialog.getOpenFileNames(
            window, self.tr("导入以往纪要"), str(self._folder), self.tr("纪要 ({})").format(kinds)
        )
        if names:
            self.bring_in([Path(name) for name in names])

    def bring_in(self, paths: list[Path]) -> None:
        """Import files, open the newest meeting that came, and say what came and what did not."""
        window = self._window
        window.editor.save()
        found, faults = [], []
        for path in paths:
            self._folder = path.parent
            try:
                found += desk.import_minutes(window.library, path)
            except CopuError as error:
                faults.append(str(error))
        new = [one for one in found if one.duplicate is None]
        if new:
            window.refresh(max(new, key=lambda one: one.meeting.held_on).meeting.id)
        lines = [self.tr("导入了 {} 次会议。").format(len(new))]
        lines += [
            self.tr("{} 的{}已经有了，没有再导入。").format(one.meeting.held_on, one.series.name)
            for one in found
            if one.duplicate
        ]
        lines += [f"{one.meeting.held_on}：{note}" for one in new for note in one.notes]
        QMessageBox.information(window, self.tr("导入以往纪要"), "\n".join(lines + faults))

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
        meeting = window.editor.meeting
        path = self._ask_to_save(
            self.tr("另存到别处"), self._folder / f"{meeting.held_on} 纪要.json", self.tr("数据文件 (*.json)")
        )
        if path:
            try:
                people = cast(Any, window.roster.editor.meeting).people if window.roster.editor.active else ()
                meetings = (meeting,) if window.editor.active else ()
                desk.rescue(window.library, meetings, people, path)
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
        rows = "".join(f"<tr><td><b>{key}</b>&nbsp;&nbsp;</td><td>{what}</td></tr>" for key, what in KEYS)
        QMessageBox.information(self._window, self.tr("快捷键"), f"<table cellpadding=4>{rows}</table>")

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
