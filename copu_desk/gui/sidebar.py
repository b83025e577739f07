"""The sidebar: the search box, and the meetings by year, newest first."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from copu_desk import desk
from copu_desk.gui import forms
from copu_desk.library import Library
from copu_desk.model import Place

ROLE = Qt.ItemDataRole.UserRole
MOST_HITS = 200


class Sidebar(QWidget):
    """Where the secretary goes to a meeting, or finds one by any word in it."""

    search: QLineEdit
    new_meeting: QPushButton
    stack: QStackedWidget
    meetings: QTreeWidget
    hits: QListWidget
    hits_said: QLabel
    roster: QPushButton

    chosen = Signal(str, tuple)  # a meeting's id, and a place in it or ()

    def __init__(self, library: Library) -> None:
        super().__init__()
        forms.load(self, "sidebar")
        self._library = library
        self.search.textChanged.connect(self._searched)
        self.search.installEventFilter(self)
        self.meetings.currentItemChanged.connect(self._picked)
        self.hits.itemActivated.connect(self._hit)
        self.hits.itemClicked.connect(self._hit)
        self.refresh()

    def refresh(self, current: str = "") -> None:
        """Show the meetings as they are in the library, the current one highlighted."""
        self.meetings.blockSignals(True)
        self.meetings.clear()
        years: dict[int, QTreeWidgetItem] = {}
        for entry in self._library.entries():
            year = years.get(entry.held_on.year)
            if year is None:
                year = years[entry.held_on.year] = QTreeWidgetItem([str(entry.held_on.year)])
                year.setFlags(Qt.ItemFlag.ItemIsEnabled)
                self.meetings.addTopLevelItem(year)
                year.setExpanded(True)
            row = QTreeWidgetItem([f"{entry.held_on:%m-%d} {entry.series_name or entry.title or self.tr('会议')}"])
            row.setData(0, ROLE, entry.id)
            row.setToolTip(0, desk.title_of(self._library, entry))
            year.addChild(row)
            if entry.id == current:
                self.meetings.setCurrentItem(row)
        self.meetings.blockSignals(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Down go into the hits, Enter to the first of them, Escape back to the meetings."""
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.search.clear()
                return True
            if event.key() == Qt.Key.Key_Down:
                (self.hits if self.stack.currentIndex() else self.meetings).setFocus()
                if self.stack.currentIndex() and self.hits.currentRow() < 0:
                    self.hits.setCurrentRow(0)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hits.count() and self.stack.currentIndex():
                self._hit(self.hits.item(max(0, self.hits.currentRow())))
                return True
        return super().eventFilter(watched, event)

    def _picked(self, item: QTreeWidgetItem | None) -> None:
        if item and item.data(0, ROLE):
            self.chosen.emit(item.data(0, ROLE), ())

    def _searched(self, words: str) -> None:
        self.stack.setCurrentIndex(1 if words.strip() else 0)
        self.hits.clear()
        found = self._library.search(words) if words.strip() else []
        for hit in found[:MOST_HITS]:
            day = f"{hit.meeting.held_on:%Y-%m-%d} {hit.meeting.series_name}"
            item = QListWidgetItem(f"{day}\n{hit.before}【{hit.match}】{hit.after}")
            item.setData(ROLE, (hit.meeting.id, hit.place))
            self.hits.addItem(item)
        count = len({hit.meeting.id for hit in found})
        self.hits_said.setText(self.tr("{} 次会议里有。").format(count) if count else self.tr("没有找到。换个词试试。"))

    def _hit(self, item: QListWidgetItem) -> None:
        identity, place = item.data(ROLE)
        found: Place = tuple(place)
        self.chosen.emit(identity, found)
