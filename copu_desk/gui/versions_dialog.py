"""The dialog 版本: what a meeting was at moments worth keeping, two of them side by side, and back to one of them."""

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QTextBrowser,
    QWidget,
)

from copu_desk import dates
from copu_desk.desk import finality
from copu_desk.desk.reasons import reason
from copu_desk.errors import CopuError
from copu_desk.gui import forms, marked, plain_table
from copu_desk.gui.movable import choose_row
from copu_desk.gui.sentences import said
from copu_desk.gui.theme import colours
from copu_desk.library import Library, Version, VersionKind
from copu_desk.model import Meeting

_AROUND = 1  # paragraphs that are shown on each side of a change


class VersionsDialog(QDialog):
    """Shows the versions of a meeting; `chosen` is the one to go back to, if the dialog is accepted."""

    splitter: QSplitter
    table: QTableWidget
    with_version: QComboBox
    only_changes: QCheckBox
    comparison: QTextBrowser
    said: QLabel
    restore: QPushButton
    leave: QPushButton

    def __init__(self, library: Library, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "versions_dialog")
        self._library, self._meeting = library, meeting
        self._versions = library.versions(meeting.id)
        self.chosen: Version | None = None
        self.splitter.setSizes([400, 680])
        self._words = {
            VersionKind.EDIT: self.tr("编辑"),
            VersionKind.EXPORT: self.tr("导出"),
            VersionKind.FINAL: self.tr("定稿"),
            VersionKind.IMPORT: self.tr("导入"),
            VersionKind.RESTORE: self.tr("恢复之前"),
        }
        self._fill()
        self.table.currentCellChanged.connect(lambda *_cells: self._compare())
        self.with_version.currentIndexChanged.connect(self._compare)
        self.only_changes.toggled.connect(self._compare)
        self.restore.clicked.connect(self._restore)
        self.leave.clicked.connect(self.reject)
        self.restore.setEnabled(bool(self._versions) and not library.read_only)
        if self._versions:
            choose_row(self.table, 0)
            self.table.setFocus()
            self._compare()
        else:
            self.said.setText(self.tr("还没有版本。编辑时每五分钟、每次导出和定稿时都会留下一个。"))
            self.leave.setFocus()

    def _fill(self) -> None:
        heads = [self.tr("时间"), self.tr("因为"), self.tr("说明")]
        plain_table.set_up(self.table, heads, (140, 76), 2)
        self.table.setRowCount(len(self._versions))
        self.with_version.addItem(self.tr("现在的内容"), 0)
        for row, version in enumerate(self._versions):
            moment = dates.to_the_minute(version.moment)
            for column, words in enumerate((moment, self._words[version.kind], said(reason(version)))):
                cell = QTableWidgetItem(words)
                cell.setToolTip(words)
                self.table.setItem(row, column, cell)
            self.with_version.addItem(f"{moment} {self._words[version.kind]}", version.id)

    def _current(self) -> Version | None:
        row = self.table.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def _compare(self) -> None:
        version, other = self._current(), self.with_version.currentData()
        if version is None:
            return
        try:
            new = self._library.version(other) if other else self._meeting
            rows = finality.compare(self._library, self._library.version(version.id), new)
        except CopuError as error:
            self.comparison.clear()
            self.said.setText(said(error))
            return
        changed = [number for number, row in enumerate(rows) if row.old != row.new]
        near = {number + step for number in changed for step in range(-_AROUND, _AROUND + 1)}
        shown = [number for number in range(len(rows)) if not self.only_changes.isChecked() or number in near]
        heads = (self.tr("这个版本"), self.with_version.currentText())
        self.comparison.setHtml(_side_by_side(heads, [rows[number] for number in shown]))
        self.said.setText(
            self.tr("{} 段不同。", "", len(changed)).format(len(changed))
            if changed
            else self.tr("两个版本印出来是一样的。")
        )

    def _restore(self) -> None:
        version = self._current()
        if version is None:
            return
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("版本"), self.tr("恢复成这个版本？"), parent=self)
        box.setInformativeText(self.tr("现在的内容会先留作一个版本；恢复以后可以撤销。"))
        yes = box.addButton(self.tr("恢复"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("取消"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is yes:
            self.chosen = version
            self.accept()


def _side_by_side(heads: tuple[str, str], rows: list[finality.Row]) -> str:
    known = colours()
    made = "".join(f"<td width='50%'><b>{marked.plain(head)}</b></td>" for head in heads)
    lines = [f"<tr bgcolor='{known.stripe}'>{made}</tr>"]
    for row in rows:
        same = f" style='color:{known.muted}'" if row.old == row.new else ""
        cells = (marked.old_side(row.old, row.new), marked.new_side(row.old, row.new))
        lines.append("<tr>" + "".join(f"<td width='50%'{same}>{cell}</td>" for cell in cells) + "</tr>")
    looks = f"border-color:{known.line}; border-collapse:collapse"
    return f"<table width='100%' border='1' cellspacing='0' cellpadding='6' style='{looks}'>{''.join(lines)}</table>"
