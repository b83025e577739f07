"""What comes after a file is made: it or its folder may be opened."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget


def offer(window: QWidget, paths: tuple[Path, ...], note: str = "") -> None:
    """Say which files are made, with a note on them if there is one, and offer to open the first or its folder."""
    words = "\n".join(map(str, paths))
    title = QCoreApplication.translate("offer", "导出好了")
    box = QMessageBox(QMessageBox.Icon.Information, title, words, parent=window)
    box.setInformativeText(note)
    show = box.addButton(QCoreApplication.translate("offer", "打开"), QMessageBox.ButtonRole.AcceptRole)
    folder = box.addButton(QCoreApplication.translate("offer", "打开所在文件夹"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QCoreApplication.translate("offer", "关闭"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    if box.clickedButton() in (show, folder):
        target = paths[0] if box.clickedButton() is show else paths[0].parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(target))):
            title = QCoreApplication.translate("offer", "打不开")
            words = QCoreApplication.translate("offer", "这台电脑上没有能打开它的程序：{}")
            QMessageBox.warning(window, title, words.format(target))
