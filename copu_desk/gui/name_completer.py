"""Complete a name in a line: typed in full, in part, or as pinyin."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from copu_desk.matching import candidates
from copu_desk.model import Attendee, Person


class NameCompleter(QCompleter):
    """Offers those of the attendees whom a line's words may mean; a chosen name counts as typed."""

    def __init__(self, line: QLineEdit, attendees: Callable[[], Sequence[Attendee]]) -> None:
        self._names = QStringListModel()
        super().__init__(self._names, line)
        self._line, self._attendees = line, attendees
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        line.textEdited.connect(self._offer)  # before the line asks for completions
        line.setCompleter(self)
        self.activated.connect(self._chosen)

    def _offer(self, typed: str) -> None:
        people = [Person(name=one.name, organization=one.organization, id=one.id) for one in self._attendees()]
        found = [person.name for person in candidates(typed, people)]
        self._names.setStringList([] if found == [typed] else list(dict.fromkeys(found)))

    def _chosen(self, name: str) -> None:
        self._line.setText(name)
        self._line.textEdited.emit(name)
