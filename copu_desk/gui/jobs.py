"""Run a long task off the GUI thread, with its progress in sight and a way to cancel it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, Signal
from PySide6.QtWidgets import QMessageBox, QProgressDialog, QWidget

from copu_desk.errors import CopuError
from copu_desk.gui.sentences import said
from copu_desk.progress import Cancelled, Progress

T = TypeVar("T")
SHOWN_AFTER_MS = 400  # what is done sooner shows no dialog, so that nothing flickers
_END_WAIT_MS = 10_000
_WIDTH = 420  # pixels of a dialog at least

Work = Callable[[Progress], T]


class Job(QThread, Generic[T]):
    """One task in a thread of its own; whoever starts it hears on the GUI thread how it ended.

    The work may not touch widgets nor the library, which has one connection, the GUI thread's: give it values.
    """

    told = Signal(int, int, object)  # done, total (0: unknown), what comes now
    ended = Signal(object)  # how it went: the result, or the exception

    def __init__(self, work: Work[T], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._unwanted = self._forgotten = False
        self._outcome: T | BaseException | None = None
        self.finished.connect(self._end)

    def cancel(self) -> None:
        """Ask the task to stop at its next step."""
        self._unwanted = True

    def forget(self) -> None:
        """Ask the task to stop, and take it for cancelled also if it was done before it heard."""
        self._unwanted = self._forgotten = True

    def _end(self) -> None:
        self.ended.emit(Cancelled() if self._forgotten else self._outcome)

    def run(self) -> None:
        """Do the work (in the thread)."""
        try:
            self._outcome = self._work(self._progress)
        except BaseException as error:  # told to whoever started it
            self._outcome = error

    def _progress(self, done: int, total: int, words: str = "") -> None:
        if self._unwanted:
            raise Cancelled
        self.told.emit(done, total, words)


def run(window: QWidget, title: str, work: Work[T], done: Callable[[T], None], failed: Any = None) -> Job[T]:
    """Do work with a dialog that shows its progress, then call `done` with its result on the GUI thread.

    What the user can do something about (CopuError, of the work or of `done`) is said in a message box, or to `failed`
    if that is given. A cancelled task calls nothing. Any other exception is a fault of the program and is raised on the
    GUI thread.
    """
    dialog, job = _dialog(window, title, title), Job(work, window)

    def told(at: int, total: int, words: str) -> None:
        dialog.setMaximum(total)
        dialog.setLabelText(said(words) or title)
        dialog.setValue(at)  # last: it lets the window answer, and the job may end and the dialog go meanwhile

    def ended(outcome: Any) -> None:
        dialog.close()
        dialog.deleteLater()
        job.deleteLater()
        if isinstance(outcome, Cancelled):
            return
        try:
            if isinstance(outcome, BaseException):
                raise outcome
            done(outcome)
        except CopuError as error:
            if failed:
                failed(error)
            else:
                QMessageBox.warning(window, title, said(error))

    job.told.connect(told)
    job.ended.connect(ended)
    dialog.canceled.connect(job.cancel)
    window.destroyed.connect(job.cancel)
    job.start()
    return job


@contextmanager
def shown(window: QWidget, title: str, task: str = "") -> Iterator[Progress]:
    """Show how far work is that has to be done on the GUI thread, since it writes to the library; it can be cancelled.

    Whoever does it calls what is given here between its steps.
    """
    dialog = _dialog(window, title, task or title)

    def progress(done: int, total: int, words: str = "") -> None:
        dialog.setMaximum(total)
        dialog.setValue(done)  # which lets the window answer
        if words:
            dialog.setLabelText(said(words))
        if dialog.wasCanceled():
            raise Cancelled

    try:
        yield progress
    finally:
        dialog.close()
        dialog.deleteLater()


def _dialog(window: QWidget, title: str, task: str) -> QProgressDialog:
    """Return a dialog that shows the progress of a task, and only appears where that takes long."""
    dialog = QProgressDialog(task, QCoreApplication.translate("jobs", "取消"), 0, 0, window)
    dialog.setWindowTitle(title)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setMinimumWidth(_WIDTH)
    dialog.setMinimumDuration(SHOWN_AFTER_MS)
    dialog.setAutoClose(False)
    dialog.setAutoReset(False)
    return dialog


def finish(job: Job[Any]) -> None:
    """Cancel a job and wait until its thread has ended: before the window it belongs to, and its library, go."""
    job.forget()
    job.wait(_END_WAIT_MS)


def finish_all(window: QWidget) -> None:
    """Finish whatever is still being done for a window, its dialogs and its pages."""
    for job in window.findChildren(Job):
        finish(job)
