"""定稿 in one window: the box 状态, the lock and its band, the reason for opening final minutes again, the versions."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMessageBox

from copu_desk import dates
from copu_desk.check import check
from copu_desk.desk import finality
from copu_desk.desk.stamping import times_final
from copu_desk.errors import CopuError, LibraryError
from copu_desk.gui import forms
from copu_desk.gui.bring_back import BringBack
from copu_desk.gui.locking import Lock
from copu_desk.gui.mouse import keep_still
from copu_desk.gui.sentences import said
from copu_desk.gui.versions_dialog import VersionsDialog
from copu_desk.gui.words import choices
from copu_desk.library import Version, VersionKind
from copu_desk.model import Meeting, Status

if TYPE_CHECKING:
    from copu_desk.gui.main_window import MainWindow

_BAND = "final"


class Finals(QObject):
    """Keeps the current meeting locked while its minutes are final."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.bring_back = BringBack(window)
        pages = (
            window.overview, window.attendees, window.agenda, window.essays, window.actions_page, window.scratch_dock,
        )  # fmt: skip
        self._lock = Lock(pages, self)
        for value, word in choices(Status).items():
            window.status.addItem(word, value)
        keep_still(window.status)
        window.status.activated.connect(
            lambda _row: window.attempt(lambda: self._chosen(Status(window.status.currentData())))
        )
        window.editor.changed.connect(lambda _before, after: self._show(after))
        window.editor.opened.connect(self._opened)
        window.editor.refused.connect(self._refused)
        window.stack.currentChanged.connect(self._in_sight)
        self.actions = self._actions()

    def _actions(self) -> tuple[QAction, ...]:
        window, made = self._window, []
        for name, do in (
            ("make_final", self._turn),
            ("show_versions", self.show_versions),
            ("bring_back", self.bring_back.ask),
        ):
            action = window.findChild(QAction, name)
            assert isinstance(action, QAction)  # noqa: S101 - the form has it
            action.triggered.connect(lambda _checked=False, do=do: window.attempt(do))
            window.addAction(action)
            made.append(action)
        return tuple(made)

    def make_final(self) -> bool:
        """Make the current minutes final, if the user is sure; tell what the check finds before."""
        window = self._window
        if not window.save_all():
            return False
        found = check(window.editor.meeting, window.library.people())
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("定稿"), self.tr("把这份纪要定稿？"), parent=window)
        words = self.tr("定稿后内容锁定，留下一个不会清理的版本；以后要改，须写明原因。")
        if found:
            words += "\n" + self.tr("检查发现 {} 处可疑，可以先看看。", "", len(found)).format(len(found))
        box.setInformativeText(words)
        yes = box.addButton(self.tr("定稿"), QMessageBox.ButtonRole.AcceptRole)
        look = box.addButton(self.tr("先检查"), QMessageBox.ButtonRole.ActionRole) if found else None
        box.addButton(self.tr("取消"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if look and box.clickedButton() is look:
            window.check.trigger()
        if box.clickedButton() is not yes:
            return False
        return self._become(lambda meeting: finality.make_final(window.library, meeting))

    def reopen(self, reason: str = "") -> bool:
        """Make final minutes a draft again, if the user gives a reason; return whether they are."""
        window = self._window
        words, yes = QInputDialog.getText(
            window, self.tr("修改定稿"), self.tr("为什么要改？原因会和版本一起留下。"), text=reason
        )
        if not yes:
            return False
        return self._become(lambda meeting: finality.reopen(window.library, meeting, words))

    def show_versions(self) -> None:
        """Show the versions of the current meeting, and go back to the chosen one as a change that can be undone."""
        window = self._window
        window.save_all()
        dialog = VersionsDialog(window.library, window.editor.meeting, window)
        yes, version = forms.ask(dialog), dialog.chosen
        if yes and version is not None:
            self._restore(version)

    def _restore(self, version: Version) -> None:
        window = self._window
        if window.editor.meeting.status is Status.FINAL and not self.reopen(self.tr("恢复以前的版本")):
            return
        try:
            made = finality.before_restoring(window.library, window.editor.meeting, version)
        except CopuError as error:
            window.tell(said(error))
            return
        window.editor.change(made, self.tr("恢复版本"))
        window.editor.save()
        window.status_bar.showMessage(self.tr("恢复好了；可以撤销。"), 8000)

    def _turn(self) -> None:
        """Make drafts final, and final minutes drafts."""
        self._chosen(Status.DRAFT if self._window.editor.meeting.status is Status.FINAL else Status.FINAL)

    def _chosen(self, status: Status) -> None:
        now = self._window.editor.meeting.status
        try:
            if status is not now:
                _done = self.make_final() if status is Status.FINAL else self.reopen()
        finally:
            self._show(self._window.editor.meeting)

    def _become(self, turn: Callable[[Meeting], Meeting]) -> bool:
        """Open the meeting in its other status; its history begins anew, so that no undo goes around the lock."""
        window = self._window
        try:
            if not window.editor.save():
                return False
            made = turn(window.editor.meeting)
        except CopuError as error:
            window.tell(said(error))
            return False
        window.editor.open(made)
        window.sidebar.refresh(made.id)
        return True

    def _show(self, meeting: Meeting) -> None:
        row = self._window.status.findData(meeting.status)
        if self._window.status.currentIndex() != row:
            self._window.status.setCurrentIndex(row)

    def _in_sight(self) -> None:
        """Say that the meeting is locked only where it is in sight, not over another section."""
        window = self._window
        window.bands.put_away(_BAND, away=window.stack.currentWidget() is not window.meeting_page)

    def _refused(self) -> None:
        if self._window.editor.meeting.status is Status.FINAL:
            self._window.status_bar.showMessage(self.tr("已定稿，没有改动。要修改，请按上面的“修改…”。"), 8000)

    def _opened(self, meeting: Meeting) -> None:
        """Lock or unlock the pages, and say so."""
        window, final = self._window, meeting.status is Status.FINAL
        action = self.actions[0]
        action.setText(self.tr("修改定稿(&F)…") if final else self.tr("定稿(&F)…"))
        if window.library.read_only:  # locked for good, and it says why
            for one in self.actions:
                one.setVisible(one.objectName() == "show_versions")
            return
        window.editor.read_only = final
        window.meeting_title.setReadOnly(final)
        self._lock.turn(on=final)
        if not final:
            window.bands.hide(_BAND)
            return
        words = self.tr("已定稿，内容锁定。")
        with suppress(LibraryError):  # since when is said as soon as it can be read
            words = self._since_when(meeting) or words
        window.bands.show(_BAND, words, self.tr("修改…"), self.reopen, closable=False)

    def _since_when(self, meeting: Meeting) -> str:
        """Return since when a meeting is final, and for which time; empty where no version tells."""
        versions = self._window.library.versions(meeting.id)
        last = next((one for one in versions if one.kind is VersionKind.FINAL), None)
        if last is None:
            return ""
        times = times_final(self._window.library, meeting)
        return self.tr("已定稿：第 {} 稿，{}。内容锁定。").format(times, dates.to_the_minute(last.moment))
