"""The status bar: whether everything is saved, how many came, how long the text is."""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel, QStatusBar

from copu_desk.document import plain_body
from copu_desk.gui.attendees_page import count_words
from copu_desk.gui.editor import Editor
from copu_desk.gui.essays_page import word_count
from copu_desk.model import Meeting

_COUNT_AFTER_MS = 500
_LATE_MS = 150  # a change is saved sooner than that, unless the disk is slow: then it is said that it is being saved


class StatusLine(QObject):
    """Says on a status bar how an editor's meeting stands."""

    def __init__(self, bar: QStatusBar, editor: Editor) -> None:
        super().__init__(bar)
        self._editor = editor
        self.saved_label, self.people_label, self.words_label = QLabel(), QLabel(), QLabel()
        for label, name in (
            (self.saved_label, self.tr("保存状态")),
            (self.people_label, self.tr("到会人数")),
            (self.words_label, self.tr("字数")),
        ):
            label.setAccessibleName(name)
        self.saved_label.setObjectName("saved_label")
        bar.addWidget(self.saved_label)
        # Qt shows it again under the message as soon as the bar is laid out, unless it is hidden in so many words.
        bar.messageChanged.connect(lambda words: self.saved_label.setVisible(not words))
        bar.addPermanentWidget(self.people_label)
        bar.addPermanentWidget(self.words_label)
        self._count_later = QTimer(self, interval=_COUNT_AFTER_MS, singleShot=True)
        self._count_later.timeout.connect(self.count)
        self._late = QTimer(self, interval=_LATE_MS, singleShot=True)
        self._late.timeout.connect(lambda: self.saved_label.setText(self.tr("正在保存…")))

    def clear(self) -> None:
        """Say nothing: there is no meeting."""
        self._late.stop()
        for label in (self.people_label, self.words_label, self.saved_label):
            label.clear()

    def turn(self, *, to_meeting: bool) -> None:
        """Say how the meeting stands while it is in sight; what is not saved is said in the sections, too."""
        for label in (self.people_label, self.words_label):
            label.setVisible(to_meeting)
        if not to_meeting and self.saved_label.property("state") != "failed":
            self.saved_label.clear()

    def opened(self, *, all_saved: bool) -> None:
        """Say that a meeting was just read from the library, unless something else is not saved yet."""
        if all_saved:
            self._say(self.tr("已保存"))
        self.count()

    def changed(self, meeting: Meeting, *, edited: bool) -> None:
        """Say who came; if the meeting was edited and is not saved at once, that it is being saved."""
        if edited and not self._late.isActive():
            self._late.start()
        self.people_label.setText(count_words(meeting))
        self._count_later.start()

    def saved(self) -> None:
        """Say that everything is on the disk now."""
        self._say(self.tr("已保存 {}").format(datetime.now().strftime("%H:%M:%S")))

    def failed(self) -> None:
        """Say that the last change is not saved."""
        self._say(self.tr("没有保存！"), "failed")

    def _say(self, words: str, state: str = "") -> None:
        self._late.stop()
        self.saved_label.setText(words)
        if self.saved_label.property("state") != state:
            self.saved_label.setProperty("state", state)
            self.saved_label.style().polish(self.saved_label)  # the style sheet asks for the state

    def count(self) -> None:
        """Count the words of what is printed."""
        meeting = self._editor.meeting
        texts = [meeting.opening, *(plain_body(body) for body in (meeting.preamble, meeting.closing))]
        texts += [words for item in meeting.agenda for words in (item.title, item.lead, plain_body(item.discussion))]
        texts += [decision.text for item in meeting.agenda for decision in item.decisions]
        texts += [essay.title + "\n" + plain_body(essay.body) for essay in meeting.essays]
        count = sum(map(word_count, texts))
        self.words_label.setText(self.tr("{:,} 字", "", count).format(count))
