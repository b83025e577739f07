"""What is answered in the dialogs of a window that is driven: for benchmarks/driver.py."""

from collections.abc import Callable
from typing import Any

from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QInputDialog,
    QMessageBox,
    QProgressDialog,
    QWidget,
)

from copu_desk.gui.backups_dialog import BackupsDialog
from copu_desk.gui.corrections_dialog import CorrectionsDialog
from copu_desk.gui.merge_dialog import MergeDialog
from copu_desk.gui.new_meeting import NewMeeting
from copu_desk.gui.past_import import PastImport
from copu_desk.gui.people_import import PeopleImport
from copu_desk.gui.picture_dialog import PictureDialog
from copu_desk.gui.report_dialog import ReportDialog
from copu_desk.gui.series_dialog import SeriesDialog
from copu_desk.gui.table_dialog import TableDialog
from copu_desk.gui.trash_dialog import TrashDialog
from copu_desk.gui.versions_dialog import VersionsDialog

_ROLES = QMessageBox.ButtonRole
_GO_ON = (_ROLES.AcceptRole, _ROLES.YesRole, _ROLES.DestructiveRole, _ROLES.RejectRole, _ROLES.NoRole)


class Answers:
    """Answers the dialog that is in sight, a little at each call, until it closes."""

    def __init__(self, hands: Hands, shown: Callable[[QDialog], None]) -> None:
        """`shown` hears of each dialog that edits something of its own, when it is answered first."""
        self._hands, self._shown = hands, shown
        self._seen: QWidget | None = None
        self._answers: dict[type[QWidget], Callable[[Any], None]] = {
            QMessageBox: self._message,
            QInputDialog: self._line,
            QProgressDialog: lambda _dialog: None,  # it goes by itself
            ReportDialog: self._report,
            PastImport: self._ok,
            PeopleImport: self._ok,
            MergeDialog: self._merge,
            NewMeeting: self._new_meeting,
            VersionsDialog: self._versions,
            TrashDialog: self._trash,
            SeriesDialog: self._series,
            TableDialog: self._table,
            PictureDialog: self._picture,
            CorrectionsDialog: self._corrections,
            BackupsDialog: self._backups,
        }

    def answer(self, dialog: QWidget) -> None:
        """Do the next thing in a dialog; LookupError for one that nothing is known of."""
        answer = next((do for kind, do in self._answers.items() if isinstance(dialog, kind)), None)
        if answer is None:
            raise LookupError(f"nothing is known of the dialog {type(dialog).__name__} “{dialog.windowTitle()}”")
        if dialog is not self._seen:
            self._seen = dialog
            to_front(dialog)
            if isinstance(dialog, SeriesDialog):
                self._shown(dialog)
            return
        self._hands.now()
        answer(dialog)

    def _message(self, box: QMessageBox) -> None:
        buttons = sorted(box.buttons(), key=lambda one: _order(box.buttonRole(one)))
        final = box.buttonRole(buttons[0]) is _ROLES.DestructiveRole
        self._hands.press(buttons[-1 if final and self._hands.chance.random() < 0.6 else 0])

    def _line(self, dialog: QInputDialog) -> None:
        dialog.setTextValue(f"https://example.org/{self._hands.chance.randrange(9)}")
        dialog.accept()

    def _ok(self, dialog: QDialog) -> None:
        box = dialog.findChild(QDialogButtonBox)
        ok = box.button(QDialogButtonBox.StandardButton.Ok) if box else None
        if ok and ok.isEnabled():
            self._hands.press(ok)
        else:
            dialog.reject()

    def _report(self, dialog: ReportDialog) -> None:
        dialog.lines.setFocus()
        for _ in range(self._hands.chance.randint(1, 6)):
            QTest.keyClick(dialog.lines, self._hands.chance.choice(["1", "1", "N", "R", "X"]))
        self._ok(dialog)

    def _merge(self, dialog: MergeDialog) -> None:
        self._hands.choose(dialog.kept)
        self._ok(dialog)

    def _new_meeting(self, dialog: NewMeeting) -> None:
        self._hands.choose(dialog.held_on)
        self._hands.choose(dialog.copy_from)
        self._ok(dialog)

    def _versions(self, dialog: VersionsDialog) -> None:
        if dialog.restore.isEnabled() and self._hands.chance.random() < 0.8:
            dialog.table.setCurrentCell(self._hands.chance.randrange(dialog.table.rowCount()), 0)
            self._hands.press(dialog.restore)
        else:
            dialog.reject()

    def _trash(self, dialog: TrashDialog) -> None:
        kind = self._hands.chance.random()
        if not dialog.put_back.isEnabled() or kind < 0.3:
            self._hands.press(dialog.leave)
            return
        dialog.table.selectRow(self._hands.chance.randrange(dialog.table.rowCount()))
        self._hands.press(dialog.put_back if kind < 0.9 else dialog.purge)

    def _series(self, dialog: SeriesDialog) -> None:
        kind = self._hands.chance.random()
        if kind < 0.15:
            self._hands.press(dialog.buttons.button(QDialogButtonBox.StandardButton.Close))
        elif kind < 0.2 and dialog.records.rowCount() < 5:
            self._hands.press(dialog.add)
        elif kind < 0.25:
            self._hands.press(dialog.remove)
        else:
            self._hands.use(self._hands.chance.choice(self._hands.widgets(dialog.detail, set(), ("",))))

    def _table(self, dialog: TableDialog) -> None:
        hands, table = self._hands, dialog.cells
        kind = hands.chance.random()
        if kind < 0.3:
            self._ok(dialog)
        elif kind < 0.4:
            button = hands.chance.choice([dialog.add_row, dialog.add_column, dialog.remove_row, dialog.remove_column])
            if table.rowCount() < 6 and table.columnCount() < 6:
                hands.press(button)
        elif kind < 0.55:
            hands.press(dialog.headed)
        else:
            hands.edit_cell(table)

    def _picture(self, dialog: PictureDialog) -> None:
        for widget in (dialog.caption, dialog.alt, dialog.printed_width):
            self._hands.use(widget)
        self._ok(dialog)

    def _corrections(self, dialog: CorrectionsDialog) -> None:
        for _ in range(self._hands.chance.randint(1, 5)):
            QTest.keyClick(dialog.table, self._hands.chance.choice([Qt.Key.Key_A, Qt.Key.Key_A, Qt.Key.Key_R]))
        save = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
        if save.isEnabled():
            self._hands.press(save)
        else:
            dialog.reject()

    def _backups(self, dialog: BackupsDialog) -> None:
        kind, rows = self._hands.chance.random(), dialog.found.rowCount()
        if not rows or kind < 0.2:
            self._hands.press(dialog.back_up_now)
        elif kind < 0.9:
            dialog.found.selectRow(self._hands.chance.randrange(rows))
            self._hands.press(dialog.restore)
        else:
            self._hands.press(dialog.leave)


def _order(role: QMessageBox.ButtonRole) -> int:
    return _GO_ON.index(role) if role in _GO_ON else len(_GO_ON) - 1


def in_sight() -> QWidget | None:
    """Return the dialog that keeps everything else waiting, if there is one."""
    return QApplication.activeModalWidget()


def to_front(window: QWidget) -> None:
    """Give a window the keys, as a click into it does: without a window manager they stay with what was closed."""
    if popup := QApplication.activePopupWidget():
        popup.close()
    if not window.isActiveWindow():
        window.activateWindow()
