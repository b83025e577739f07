"""Open a library for a window, and ask the user what to do when it is held, read-only or damaged."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from copu_desk import desk
from copu_desk.errors import CopuError, DamagedError, HeldError, ReadOnlyError
from copu_desk.gui.backups_dialog import BackupsDialog
from copu_desk.gui.sentences import said
from copu_desk.library import Library, backups, holder


def open_for_window(path: Path, parent: QWidget | None = None) -> Library | None:
    """Return a library that a window may show (perhaps to be read only), or None if the user gave up."""
    take_over = False
    while True:
        try:
            return Library(path, hold=True, take_over=take_over)
        except HeldError as error:
            answer = _ask_of_holder(path, said(error), parent)
            if answer is None:
                return None
            if answer == "read":
                opened = _to_read(path, error, parent)
                if opened:
                    return opened
            take_over = answer == "take"
        except ReadOnlyError as error:
            return _to_read(path, error, parent)
        except DamagedError as error:
            if not _restore(path, said(error), parent):
                return None
        except CopuError as error:
            QMessageBox.critical(parent, "COPU Desk", said(error))
            return None


def _to_read(path: Path, why: CopuError, parent: QWidget | None) -> Library | None:
    try:
        return Library(path, read_only=True, why=why.sentence)
    except CopuError as error:
        QMessageBox.critical(parent, "COPU Desk", said(error))
        return None


def _ask_of_holder(path: Path, words: str, parent: QWidget | None) -> str | None:
    """Return what to do about a library that is open elsewhere: read, again, take, or None to give up."""
    box = QMessageBox(QMessageBox.Icon.Question, "COPU Desk", words, parent=parent)
    read = box.addButton(QCoreApplication.translate("opening", "只读打开(&R)"), QMessageBox.ButtonRole.AcceptRole)
    again = box.addButton(QCoreApplication.translate("opening", "再试一次(&T)"), QMessageBox.ButtonRole.ActionRole)
    by = holder(path)
    take = None
    if by and by.is_elsewhere:
        box.setInformativeText(
            QCoreApplication.translate(
                "opening", "如果那台电脑上其实已经关闭，可以由这里接管；两边同时修改会弄坏资料库。"
            )
        )
        take = box.addButton(
            QCoreApplication.translate("opening", "那边已关闭，由这里接管"), QMessageBox.ButtonRole.DestructiveRole
        )
    box.addButton(QCoreApplication.translate("opening", "退出"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(read)
    box.exec()
    answers = ((read, "read"), (again, "again"), (take, "take"))
    return next((answer for button, answer in answers if button is not None and box.clickedButton() is button), None)


def _restore(path: Path, words: str, parent: QWidget | None) -> bool:
    """Offer to restore a damaged library from a backup; return whether that was done."""
    if not backups.listed(backups.folder_of(path), path.stem):
        QMessageBox.critical(parent, "COPU Desk", words)
        return False
    box = QMessageBox(QMessageBox.Icon.Critical, "COPU Desk", words, parent=parent)
    box.setInformativeText(QCoreApplication.translate("opening", "损坏的文件会移到一旁，不会删除。"))
    restore = box.addButton(QCoreApplication.translate("opening", "从备份恢复(&R)…"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QCoreApplication.translate("opening", "退出"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    if box.clickedButton() is not restore:
        return False
    dialog = BackupsDialog(path, [backups.folder_of(path)], parent, damaged=True)
    if not dialog.exec() or not dialog.chosen:
        return False
    try:
        desk.restore(path, dialog.chosen)
    except CopuError as error:
        QMessageBox.critical(parent, "COPU Desk", said(error))
        return False
    return True
