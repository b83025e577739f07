"""The dialog 新建会议: series, day, and what to go on from."""

from datetime import date

from PySide6.QtWidgets import QComboBox, QDateEdit, QDialog, QDialogButtonBox, QLabel, QWidget

from copu_desk import desk
from copu_desk.gui import forms
from copu_desk.gui.fields import day_in, fill_day
from copu_desk.library import Library
from copu_desk.model import Meeting


class NewMeeting(QDialog):
    """Asks for three things, all filled in: Enter makes the next meeting of the series used last."""

    series: QComboBox
    held_on: QDateEdit
    copy_from: QComboBox
    hint: QLabel
    buttons: QDialogButtonBox

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "new_meeting")
        self._library = library
        for series in library.series():
            self.series.addItem(series.name, series.id)
        if not self.series.count():
            self.series.addItem(desk.DEFAULT_SERIES, "")
        last = next(iter(library.entries()), None)
        if last and last.series:
            self.series.setCurrentIndex(max(0, self.series.findData(last.series)))
        if line := self.series.lineEdit():
            line.setAccessibleName(self.series.accessibleName())
        fill_day(self.held_on, date.today())
        self._usual = self.hint.text()
        self.series.currentTextChanged.connect(self._fill_models)
        self.series.currentTextChanged.connect(self._tell)
        self.held_on.dateChanged.connect(self._tell)
        self._fill_models()
        self._tell()
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("新建"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("取消"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _fill_models(self) -> None:
        self.copy_from.clear()
        name = self.series.currentText().strip()
        found = [entry for entry in self._library.entries() if entry.series_name == name]
        for entry in found:
            self.copy_from.addItem(f"{entry.held_on} {desk.title_of(self._library, entry)}", entry.id)
        self.copy_from.addItem(self.tr("不沿用，从空白开始"), "-")

    def _tell(self) -> None:
        """Say what goes on from the other meeting, and if the series has a meeting on that day already."""
        name, day = self.series.currentText().strip(), day_in(self.held_on)
        there = any(one.series_name == name for one in self._library.entries(since=day, until=day))
        words = self.tr("请留意：这个系列在 {} 已经有一次会议了，新建的会是另一次。").format(day) if there else ""
        self.hint.setText("\n".join(filter(None, (words, self._usual))))

    def make(self) -> Meeting:
        """Make and keep the meeting that was asked for."""
        name = self.series.currentText().strip() or desk.DEFAULT_SERIES
        series = desk.series_named(self._library, name)
        chosen: str = self.copy_from.currentData()
        return desk.new_meeting(self._library, series, day_in(self.held_on), chosen)
