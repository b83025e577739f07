"""The page 概况: series, day, place, who presides and records, opening and closing words, the files it came from."""

from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QDateEdit, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from copu_desk.compose import minutes
from copu_desk.errors import LibraryError, StyleError
from copu_desk.gui import forms
from copu_desk.gui.editor import Editor
from copu_desk.gui.fields import Field
from copu_desk.gui.original_list import OriginalList
from copu_desk.gui.rich_edit import RichEdit
from copu_desk.gui.time_edit import TimeEdit
from copu_desk.library import Library
from copu_desk.model import Meeting, Series
from copu_desk.style import house_style

_BUILT_FROM = (
    "held_on",
    "series",
    "number",
    "chair",
    "venue",
    "attendees",
)  # what the words shown in grey are made from
FIELDS = (
    "number", "held_on", "start", "end", "venue", "platform", "link", "chair", "recorder", "classification", "copies",
    "opening", "preamble", "closing", "postscript", "remarks",
)  # fmt: skip


class OverviewPage(QWidget):
    """What holds for the meeting as a whole."""

    series: QComboBox
    number: QSpinBox
    held_on: QDateEdit
    start: TimeEdit
    end: TimeEdit
    venue: QLineEdit
    platform: QLineEdit
    link: QLineEdit
    chair: QLineEdit
    recorder: QLineEdit
    classification: QLineEdit
    copies: QLineEdit
    opening: QPlainTextEdit
    preamble: RichEdit
    closing: RichEdit
    postscript: RichEdit
    remarks: QPlainTextEdit
    originals: OriginalList

    def __init__(self, editor: Editor, library: Library) -> None:
        super().__init__()
        forms.load(self, "overview_page", TimeEdit, RichEdit, OriginalList)
        self._editor, self._library = editor, library
        for edit in (self.preamble, self.closing, self.postscript):
            edit.serve(library)
        self.originals.serve(editor, library)
        for line in (self.chair, self.recorder):
            line.setCompleter(self._completer(line))
        self.fill_series()
        self.fields = {name: Field(editor, getattr(self, name), (name,)) for name in FIELDS}
        self.fields["series"] = Field(editor, self.series, ("series",))
        editor.opened.connect(lambda _meeting: self.fill_series())
        editor.changed.connect(self._changed)

    def _completer(self, line: QLineEdit) -> QCompleter:
        completer = QCompleter([], line)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(lambda _words: line.textEdited.emit(line.text()))
        return completer

    def fill_series(self) -> None:
        """Offer the series as they are in the library now; the meeting's stays chosen."""
        with QSignalBlocker(self.series):
            self.series.clear()
            self.series.addItem(self.tr("（不属于任何系列）"), "")
            for series in self._library.series():
                self.series.addItem(series.name, series.id)
            self.series.setCurrentIndex(max(0, self.series.findData(self._editor.meeting.series)))
        self._show_built(self._editor.meeting)

    def _changed(self, before: Meeting, after: Meeting) -> None:
        if any(getattr(before, name) is not getattr(after, name) for name in _BUILT_FROM):
            self._show_built(after)

    def _show_built(self, meeting: Meeting) -> None:
        """Show in grey what is printed where nothing was typed, and offer the names of those called."""
        with suppress(LibraryError):  # what was shown stays; saving tells of it
            self.opening.setPlaceholderText(self._built(meeting))
        names = sorted({attendee.name for attendee in meeting.attendees if attendee.name})
        for line in (self.chair, self.recorder):
            model = line.completer().model()
            if model.stringList() != names:  # type: ignore[attr-defined]
                model.setStringList(names)  # type: ignore[attr-defined]

    def _built(self, meeting: Meeting) -> str:
        """Return the opening words that the meeting's style makes; none if it is broken."""
        series = next((one for one in self._library.series() if one.id == meeting.series), Series(id=meeting.series))
        try:
            return minutes.opening(replace(meeting, opening=""), series, house_style(series.style))
        except StyleError:
            return ""
