"""The scratch pad (速记): quick notes during the meeting, each filed with one key; the pad itself is never exported."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCompleter, QLabel, QListView, QPlainTextEdit, QWidget

from copu_desk import filing, matching
from copu_desk.errors import LibraryError
from copu_desk.gui import forms
from copu_desk.gui.editor import Editor
from copu_desk.gui.fields import Field, typed_text, units
from copu_desk.gui.sentences import labelled, said
from copu_desk.library import Library
from copu_desk.model import AgendaItem, Meeting, Person, item_label

CONTROL = Qt.KeyboardModifier.ControlModifier
DIGITS = {Qt.Key(int(Qt.Key.Key_1) + number): number for number in range(9)}

_HEIGHT = 150  # pixels at first, some five lines


class ScratchPad(QWidget):
    """A box for notes, filed from the cursor: Ctrl+1 to 9 as discussion, Ctrl+D as decision, Ctrl+T as action."""

    pad: QPlainTextEdit
    hint: QLabel

    filed = Signal(str)  # what was done, to be told in passing

    def __init__(self, editor: Editor, library: Library, current_item: Callable[[], AgendaItem | None]) -> None:
        super().__init__()
        forms.load(self, "scratch_pad")
        self._editor, self._library, self._current_item = editor, library, current_item
        self._people: tuple[Person, ...] = ()
        self._field = Field(editor, self.pad, ("scratch",))
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setWidget(self.pad)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup = QListView()
        self._completer.setPopup(self._popup)
        self._completer.activated.connect(self._complete)
        self.pad.textChanged.connect(self._offer_names)
        self.pad.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """Ask for a few lines: what is written beside it needs the room."""
        return QSize(super().sizeHint().width(), _HEIGHT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """File with one key, stamp the time, complete a name after `@`."""
        if watched is self.pad and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._is_ours(event):
                event.accept()  # or Ctrl+1 would turn to a tab of the window
                return True
            if event.type() == QEvent.Type.KeyPress and self._is_ours(event):
                return self._file(event)
            if event.type() == QEvent.Type.KeyPress and self._popup.isVisible():
                return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape) and (
                    self._pick(event)
                )
        return super().eventFilter(watched, event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        return (
            not self.pad.isReadOnly()
            and event.modifiers() == CONTROL
            and (key in DIGITS or key in (Qt.Key.Key_D, Qt.Key.Key_T, Qt.Key.Key_Semicolon))
        )

    def _file(self, event: QKeyEvent) -> bool:
        key, meeting = Qt.Key(event.key()), self._editor.meeting
        if key == Qt.Key.Key_Semicolon:
            self.pad.insertPlainText(datetime.now().strftime("%H:%M "))
            return True
        position = self.pad.textCursor().position()
        words = typed_text(self.pad)
        note, rest, at = filing.take_out(
            words, len(words.encode("utf-16-le")[: position * 2].decode("utf-16-le", "ignore"))
        )
        item = self._item(DIGITS.get(key))
        if not note:
            self.filed.emit(self.tr("光标处没有可归入的文字。"))
        elif key in DIGITS and item is None:
            self.filed.emit(self.tr("没有第 {} 项议程。").format(DIGITS[key] + 1))
        elif key == Qt.Key.Key_D and item is None:
            self.filed.emit(self.tr("还没有议程，决议没有地方放。请先添加一项议程。"))
        else:
            self._take(replace(meeting, scratch=rest), note, key, item)
            cursor = self.pad.textCursor()
            cursor.setPosition(min(units(rest[:at]), units(typed_text(self.pad))))
            self.pad.setTextCursor(cursor)
        return True

    def _take(self, meeting: Meeting, note: str, key: Qt.Key, item: AgendaItem | None) -> None:
        label = said(item_label(item))[:12] if item else self.tr("会议")
        if key == Qt.Key.Key_T:
            after, what = filing.act(meeting, item, note), self.tr("归为待办")
        elif item and key == Qt.Key.Key_D:
            after, what = filing.decide(meeting, item, note), self.tr("归为决议")
        elif item:
            after, what = filing.discuss(meeting, item, note), self.tr("归入讨论")
        else:
            return
        self._editor.change(after, what)
        self.filed.emit(labelled(what, label))

    def _item(self, number: int | None) -> AgendaItem | None:
        agenda = self._editor.meeting.agenda
        if number is None:
            return self._current_item()
        return agenda[number] if number < len(agenda) else None

    def _mention(self) -> str | None:
        """Return what was typed after the last `@` before the cursor, None where there is none."""
        cursor = self.pad.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        at = before.rfind("@")
        words = before[at + 1 :]
        return None if at < 0 or any(sign.isspace() for sign in words) else words

    def _offer_names(self) -> None:
        typed = self._mention()
        if typed is None:
            self._popup.hide()
            return
        self._names.setStringList(self._meant(typed))
        if not self._completer.completionCount():
            self._popup.hide()
            return
        box = self.pad.cursorRect()
        box.setWidth(180)
        self._completer.complete(box)
        self._popup.setCurrentIndex(self._completer.completionModel().index(0, 0))

    def _meant(self, typed: str) -> list[str]:
        """Return the names that what was typed may mean, in part or as pinyin, those of the list first."""
        with suppress(LibraryError):  # the roster as it was read last will do; the window tells of the disk
            self._people = self._library.people()
        pool = matching.Pool(self._editor.meeting.attendees, self._people).entries
        found = matching.candidates(typed, pool) if typed else pool
        return [name for name in dict.fromkeys(one.name for one in found) if name and name != typed]

    def _pick(self, event: QKeyEvent) -> bool:
        self._popup.hide()
        if event.key() != Qt.Key.Key_Escape and self._popup.currentIndex().isValid():
            self._complete(self._popup.currentIndex().data())
        return True

    def _complete(self, name: str) -> None:
        typed = self._mention()
        cursor = self.pad.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, units(typed or ""))
        cursor.insertText(name + " ")
