"""The dialog 带回修改稿: each correction at its place, to be accepted or not, with the keyboard alone if one likes."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QTextBrowser,
    QWidget,
)

from copu_desk.corrections import Correction
from copu_desk.gui import forms, marked, places, plain_table
from copu_desk.gui.sentences import listed, said
from copu_desk.model import Meeting

_DECIDED, _PLACE, _WHAT = range(3)
_WIDTHS = (88, 190)
_DECIDING: dict[int, bool] = {
    Qt.Key.Key_A: True, Qt.Key.Key_Return: True, Qt.Key.Key_Enter: True, Qt.Key.Key_R: False, Qt.Key.Key_Delete: False,
}  # fmt: skip
_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class CorrectionsDialog(QDialog):
    """Shows corrections; `accepted_ones` are those accepted, `rest` what has no place in the meeting."""

    said: QLabel
    splitter: QSplitter
    table: QTableWidget
    detail: QTextBrowser
    accept_one: QPushButton
    reject_one: QPushButton
    accept_all: QPushButton
    reject_all: QPushButton
    keep_rest: QCheckBox
    buttons: QDialogButtonBox

    def __init__(
        self, meeting: Meeting, corrections: Sequence[Correction], about: str, parent: QWidget | None = None
    ) -> None:
        """Show corrections of a meeting; `about` says which file was compared with what."""
        super().__init__(parent)
        forms.load(self, "corrections_dialog")
        self._meeting, self._all = meeting, corrections
        self._decided: dict[int, bool] = {}
        self._placed = [row for row, one in enumerate(corrections) if one.edits]
        self.rest = [one for one in corrections if not one.edits and one.before != one.after and one.after]
        self._about = about
        self.splitter.setSizes([560, 440])
        self._fill()
        self.keep_rest.setVisible(bool(self.rest))
        self.table.currentCellChanged.connect(lambda row, *_rest: self._show(row))
        self.accept_one.clicked.connect(lambda: self._decide(yes=True))
        self.reject_one.clicked.connect(lambda: self._decide(yes=False))
        self.accept_all.clicked.connect(lambda: self._decide_all(yes=True))
        self.reject_all.clicked.connect(lambda: self._decide_all(yes=False))
        self.table.installEventFilter(self)
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setText(self.tr("放回纪要"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("取消"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.table.setCurrentCell(0, 0)
        self.table.setFocus()
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Decide with a key of the list: Enter or A accepts, Delete or R does not."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            yes = None if event.modifiers() & _MODIFIERS else _DECIDING.get(event.key())
            if yes is not None:
                self._decide(yes=yes)
                return True
        return super().eventFilter(watched, event)

    def accepted_ones(self) -> list[Correction]:
        """Return the corrections that were accepted."""
        return [one for row, one in enumerate(self._all) if self._decided.get(row)]

    def _fill(self) -> None:
        heads = [self.tr("处理"), self.tr("在哪里"), self.tr("改动")]
        plain_table.set_up(self.table, heads, _WIDTHS, _WHAT)
        self.table.setRowCount(len(self._all))
        for row, one in enumerate(self._all):
            where = places.name(self._meeting, one.place) or self.tr("（没有位置）")
            for column, words in ((_PLACE, where), (_WHAT, self._what(one))):
                cell = QTableWidgetItem(words)
                cell.setToolTip(words)
                self.table.setItem(row, column, cell)
            self.table.setItem(row, _DECIDED, QTableWidgetItem(self._state(row)))

    def _what(self, one: Correction) -> str:
        if one.looks:
            return self.tr("格式：{}").format(self.tr("；").join(map(said, one.looks)))
        if one.before == one.after:
            return self.tr("批注：{}").format(" ".join(one.comments))
        if not one.before:
            return self.tr("新增：{}").format(one.after)
        return self.tr("删去：{}").format(one.before) if not one.after else one.after

    def _state(self, row: int) -> str:
        one = self._all[row]
        if not one.edits:
            is_said = one.before == one.after and not one.looks
            return self.tr("批注") if is_said else self.tr("放不进去")
        return {True: self.tr("✓ 接受"), False: self.tr("✗ 不接受"), None: self.tr("待定")}[self._decided.get(row)]

    def _show(self, row: int) -> None:
        placed = row in self._placed
        self.accept_one.setEnabled(placed)
        self.reject_one.setEnabled(placed)
        if not 0 <= row < len(self._all):
            self.detail.clear()
            return
        one = self._all[row]
        lines = [f"<p><b>{marked.plain(places.name(self._meeting, one.place))}</b></p>"]
        if one.is_struck:
            words = self.tr("纪要的文字没有删除线。画线要是为了删去，请在纪要里删。")
            lines.append(f"<p>{words}</p>")
        elif not placed and one.looks:
            words = self.tr("这里的格式由版式决定，要改请改版式。")
            lines.append(f"<p>{words}</p>")
        elif not placed and one.before != one.after:
            words = self.tr("这处改动在纪要里没有对应的地方，请看着办；文字可以选中复制。")
            lines.append(f"<p>{words}</p>")
        lines += [f"<p>{marked.plain(said(words))}</p>" for words in one.looks]
        lines.append(f"<p style='line-height:150%'>{marked.old_and_new(one.before, one.after)}</p>")
        if one.printed is not None:
            words = self.tr("接受后印出来是：")
            lines.append(f"<p>{words}<br>{marked.plain(one.printed)}</p>")
        if one.authors:
            words = self.tr("修订人：{}").format(marked.plain(listed(one.authors)))
            lines.append(f"<p>{words}</p>")
        comment = self.tr("批注：{}")
        lines += [f"<p>{comment.format(marked.plain(words))}</p>" for words in one.comments]
        self.detail.setHtml("".join(lines))

    def _decide(self, *, yes: bool) -> None:
        """Decide the current correction, and go on to the next one that is not decided."""
        row = self.table.currentRow()
        if row not in self._placed:
            row = -1
        else:
            self._set(row, yes=yes)
        open_ones = [one for one in self._placed if one not in self._decided]
        following = next((one for one in open_ones if one > row), open_ones[0] if open_ones else None)
        if following is not None:
            self.table.setCurrentCell(following, 0)
        else:
            self.buttons.button(QDialogButtonBox.StandardButton.Save).setFocus()
        self._tell()

    def _decide_all(self, *, yes: bool) -> None:
        for row in self._placed:
            self._set(row, yes=yes)
        self._tell()
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setFocus()

    def _set(self, row: int, *, yes: bool) -> None:
        self._decided[row] = yes
        item = self.table.item(row, _DECIDED)
        if item is not None:
            item.setText(self._state(row))

    def _tell(self) -> None:
        yes, no = sum(self._decided.values()), sum(not one for one in self._decided.values())
        words = self.tr("接受 {} 处，不接受 {} 处，待定 {} 处（按不接受处理）。").format(
            yes, no, len(self._placed) - len(self._decided)
        )
        if self.rest:
            words += self.tr("另有 {} 处放不进去。", "", len(self.rest)).format(len(self.rest))
        self.said.setText(f"{self._about}\n{words}")
        keeps = bool(self.rest) and self.keep_rest.isChecked()
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(yes > 0 or keeps)
