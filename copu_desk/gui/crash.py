"""The last resort when something goes wrong: save, say so, and offer a report that holds no word of any minutes.

A report names the versions, the kind of the error and the lines of the program it passed through. What an error says
of itself may quote what was typed, so that is left out, but for errors in which only the interpreter speaks.
"""

import faulthandler
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from copu_desk import __version__
from copu_desk.disk import put_file
from copu_desk.errors import CopuError, LibraryError
from copu_desk.gui.sentences import said
from copu_desk.library import SQLITE_VERSION

REPORTS_KEPT = 20
_SPEAKS = (AttributeError, NameError, ImportError, RecursionError, MemoryError, ZeroDivisionError)
_FAULTS = "faults.log"


def report(error: BaseException, at: TracebackType | None) -> str:
    """Return what can be told of an error to whoever mends the program, without any text of the user's."""
    lines = [
        f"COPU Desk {__version__}",
        f"{datetime.now().astimezone().isoformat(timespec='seconds')}",
        f"Python {sys.version.split()[0]}, Qt {qVersion()}, SQLite {SQLITE_VERSION}",
        platform.platform(),
        "",
    ]
    for link in _chain(error):
        lines += [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in _frames(link, at)]
        said = f": {link}" if type(link) in _SPEAKS and str(link).isascii() else ""
        lines += [f"{type(link).__module__}.{type(link).__name__}{said}", ""]
    return "\n".join(lines)


def _chain(error: BaseException) -> list[BaseException]:
    """Return an error after those that led to it."""
    found: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in found:
        found.append(link)
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return found[::-1]


def _frames(error: BaseException, at: TracebackType | None) -> traceback.StackSummary:
    return traceback.extract_tb(error.__traceback__ or at)


class Crashes:
    """Watches one process for errors that nothing else caught."""

    def __init__(self, folder: Path, save: Callable[[], bool], parent: Callable[[], QWidget | None]) -> None:
        """Keep reports in a folder; `save` saves everything and tells whether that worked."""
        self._folder, self._save, self._parent = folder, save, parent
        self._told: set[str] = set()
        self._telling = False
        self._faults: TextIO | None = None

    def watch(self) -> None:
        """Hear of every error from now on, those of threads and of libraries in C too."""
        sys.excepthook = self.tell
        threading.excepthook = lambda args: self._from_thread(args.exc_value, args.exc_traceback)
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._faults = (self._folder / _FAULTS).open("a", encoding="utf-8")
            faulthandler.enable(self._faults)  # a windowed program has no standard error

    def close(self) -> None:
        """Hear of nothing any more."""
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
        if self._faults:
            faulthandler.disable()
            self._faults.close()
            self._faults = None

    def last_fault(self) -> str:
        """Return what the process before this one left when it died of a fault in a library, and clear it."""
        with suppress(OSError):
            path = self._folder / _FAULTS
            words = path.read_text(encoding="utf-8", errors="replace")
            if words and self._faults:
                self._faults.seek(0)
                self._faults.truncate()
            return words
        return ""

    def tell(self, kind: type[BaseException], error: BaseException, at: TracebackType | None) -> None:
        """Save first, keep a report, and say what happened; the same error is told of once."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        saved = False
        with suppress(Exception):
            saved = self._save()
        words = report(error, at)
        print(words, file=sys.stderr)  # noqa: T201 - for whoever started it in a terminal
        self._keep(words)
        known = "\n".join(words.splitlines()[5:])  # without the time
        if self._telling or known in self._told:
            return
        self._told.add(known)
        self._telling = True
        try:
            if isinstance(error, LibraryError):  # no fault of the program: the disk failed where nobody asked
                QMessageBox.warning(self._parent(), "COPU Desk", said(error))
            else:
                self._show(words, saved=saved)
        finally:
            self._telling = False

    def _from_thread(self, error: BaseException | None, at: TracebackType | None) -> None:
        """Keep a report of an error in a thread; widgets may not be touched there."""
        if error is not None:
            self._keep(report(error, at))

    def _keep(self, words: str) -> None:
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            path = self._folder / f"report-{datetime.now().astimezone():%Y%m%d-%H%M%S-%f}.txt"
            path.touch(0o600)
            path.write_text(words, encoding="utf-8")
            for old in sorted(self._folder.glob("report-*.txt"))[:-REPORTS_KEPT]:
                old.unlink()

    def _show(self, words: str, *, saved: bool) -> None:
        parent = self._parent()
        box = QMessageBox(
            QMessageBox.Icon.Critical,
            "COPU Desk",
            QCoreApplication.translate("crash", "程序出了一个错。"),
            parent=parent,
        )
        what = (
            QCoreApplication.translate("crash", "已经输入的文字都保存好了，可以继续使用。")
            if saved
            else QCoreApplication.translate(
                "crash", "有文字还没有保存，都还在窗口里。请先用“另存到别处”保存一份，再退出。"
            )
        )
        report = QCoreApplication.translate("crash", "版本 {}。报告里没有任何会议内容，可以放心发给维护者。").format(
            __version__
        )
        box.setInformativeText(f"{what}\n{report}")
        box.setDetailedText(words)
        go_on = box.addButton(QCoreApplication.translate("crash", "继续使用"), QMessageBox.ButtonRole.AcceptRole)
        keep = box.addButton(QCoreApplication.translate("crash", "保存报告…"), QMessageBox.ButtonRole.ActionRole)
        leave = box.addButton(QCoreApplication.translate("crash", "退出"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(go_on)
        box.setEscapeButton(go_on)
        box.exec()
        if box.clickedButton() is keep:
            save_report(parent, words)
        elif box.clickedButton() is leave:
            QApplication.closeAllWindows()


def save_report(parent: QWidget | None, words: str) -> None:
    """Ask for a file and write a report to it."""
    start = Path.home() / QCoreApplication.translate("crash", "COPU Desk 错误报告 {}.txt").format(date.today())
    name, _ = QFileDialog.getSaveFileName(
        parent,
        QCoreApplication.translate("crash", "保存报告"),
        str(start),
        QCoreApplication.translate("crash", "文本 (*.txt)"),
    )
    if name:
        try:
            put_file(Path(name), words.encode())
        except CopuError as error:
            QMessageBox.warning(parent, "COPU Desk", said(error))
