"""Complete a name in a line: typed in full, in part, or as pinyin."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from copu_desk.matching import likeness
from copu_desk.model import Attendee, Person

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NameCompleter(QCompleter):
    """Offers those of the attendees whom a line's words may mean; a chosen name counts as typed.

    Enter takes the one name that is meant beyond doubt, as at the roll call; of several as likely, the arrows choose.
    """

    def __init__(self, line: QLineEdit, attendees: Callable[[], Sequence[Attendee]], *, enter: bool = True) -> None:
        """Complete what is typed into a line; without `enter`, that key is the line's own."""
        self._names = QStringListModel()
        super().__init__(self._names, line)
        self._line, self._attendees = line, attendees
        self._enter, self._meant, self._composing = enter, "", False
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        line.textEdited.connect(self._offer)  # before the line asks for completions
        line.setCompleter(self)
        self.activated.connect(self._chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take who is meant at Enter, unless it is the input method's or another name was chosen with the arrows."""
        if isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            popup = self.popup()
            open_ = popup is not None and popup.isVisible() and not popup.currentIndex().isValid()
            if popup and open_ and self._enter and self._meant and not self._composing:
                popup.hide()
                self._chosen(self._meant)
                return True
        return super().eventFilter(watched, event)

    def _offer(self, typed: str) -> None:
        people = [Person(name=one.name, organization=one.organization, id=one.id) for one in self._attendees()]
        groups = [list(dict.fromkeys(person.name for person in group)) for group in likeness(typed, people)]
        found = list(dict.fromkeys(name for group in groups for name in group))
        self._meant = found[0] if groups and len(groups[0]) == 1 else ""
        self._names.setStringList([] if found == [typed] else found)

    def _chosen(self, name: str) -> None:
        self._line.setText(name)
        self._line.textEdited.emit(name)
