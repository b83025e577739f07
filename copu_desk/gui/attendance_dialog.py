"""The dialog 导出考勤表: which series, from which day to which."""

from datetime import date

from PySide6.QtWidgets import QComboBox, QDateEdit, QDialog, QDialogButtonBox, QLabel, QWidget

from copu_desk import desk
from copu_desk.gui import forms
from copu_desk.gui.fields import day_in, fill_day
from copu_desk.library import Library


class AttendanceDialog(QDialog):
    """Asks for a series and a period, filled in with all there is; tells how many meetings that are."""

    series: QComboBox
    since: QDateEdit
    until: QDateEdit
    found: QLabel
    buttons: QDialogButtonBox

    def __init__(self, library: Library, series: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "attendance_dialog")
        self._library = library
        self.series.addItem(self.tr("全部会议"), "")
        for one in library.series():
            self.series.addItem(one.name, one.name)
            if one.id == series:
                self.series.setCurrentIndex(self.series.count() - 1)
        days = [entry.held_on for entry in library.entries()] or [date.today()]
        fill_day(self.since, min(days))
        fill_day(self.until, max(days))
        self.series.currentIndexChanged.connect(self._count)
        self.since.dateChanged.connect(self._count)
        self.until.dateChanged.connect(self._count)
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setText(self.tr("导出…"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("取消"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._count()

    def period(self) -> tuple[date, date, str]:
        """Return the first day, the last day and the name of the series (empty for all)."""
        return day_in(self.since), day_in(self.until), self.series.currentData()

    def _count(self) -> None:
        first, last, name = self.period()
        count = len(self._library.entries(first, last, desk.series_id(self._library, name)))
        self.found.setText(
            self.tr("共 {} 次会议。", "", count).format(count) if count else self.tr("这段时间里没有会议。")
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(count > 0)
