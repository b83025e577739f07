"""The sidebar: the search box, and the meetings by year, newest first."""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
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

from copu_desk.errors import LibraryError
from copu_desk.gui import forms, places
from copu_desk.gui.delegates import WrappedDelegate
from copu_desk.gui.go_to import Offer
from copu_desk.gui.mouse import take_once
from copu_desk.gui.section_row import SectionRow
from copu_desk.gui.sentences import labelled, said
from copu_desk.library import Entry, Library
from copu_desk.model import Place

ROLE = Qt.ItemDataRole.UserRole
MOST_HITS = 100
_SOON_MS = 300  # what a meeting is called is saved at each key; the list waits for a pause
_SERIES = "sidebar_series"  # a setting of the library


class Sidebar(QWidget):
    """Where the secretary goes to a meeting, or finds one by any word in it."""

    search: QLineEdit
    new_meeting: QPushButton
    stack: QStackedWidget
    series: QComboBox
    meetings: QTreeWidget
    hits: QListWidget
    hits_said: QLabel
    sections: SectionRow

    chosen = Signal(str, tuple, str)  # a meeting's id, a place in it or (), and the words that were found there
    searching = Signal()  # words are about to be looked for in the library

    def __init__(self, library: Library) -> None:
        super().__init__()
        forms.load(self, "sidebar", SectionRow)
        self._library = library
        self._rows: dict[str, QTreeWidgetItem] = {}
        self._current = ""
        self.offers: Callable[[str], list[Offer]] = lambda _words: []  # what else than meetings may be meant
        self._offered: list[Offer] = []
        self._soon = QTimer(self, interval=_SOON_MS, singleShot=True)
        self._soon.timeout.connect(self._refresh_now)
        self.series.currentIndexChanged.connect(self._filtered)
        self.search.textChanged.connect(self._searched)
        self.search.installEventFilter(self)
        self.meetings.currentItemChanged.connect(self._picked)
        self.hits.setItemDelegate(WrappedDelegate(self.hits))
        take_once(self.hits)  # the second click would do a command again
        self.hits.itemActivated.connect(self._hit)
        self.hits.itemClicked.connect(self._hit)
        self.refresh()

    def refresh(self, current: str = "") -> None:
        """Show the meetings as they are in the library, the current one highlighted.

        A current meeting of another series than the one that is shown alone makes all of them shown.
        """
        self._soon.stop()
        self._current = current
        self._offer_series()
        wanted = self.series.currentData() or ""
        entries = self._library.entries(series=wanted)
        if wanted and current and all(entry.id != current for entry in entries):
            self._choose_series("")
            entries = self._library.entries()
        self.meetings.blockSignals(True)
        self.meetings.clear()
        self._rows.clear()
        years: dict[int, QTreeWidgetItem] = {}
        alike = Counter((entry.held_on, entry.series_name or entry.title) for entry in entries)
        for entry in entries:
            year = years.get(entry.held_on.year)
            if year is None:
                year = years[entry.held_on.year] = QTreeWidgetItem([str(entry.held_on.year)])
                year.setFlags(Qt.ItemFlag.ItemIsEnabled)
                self.meetings.addTopLevelItem(year)
                year.setExpanded(True)
            called = entry.series_name or entry.title or self.tr("会议")
            if alike[entry.held_on, entry.series_name or entry.title] > 1:
                called += self._told_apart(entry)
            row = QTreeWidgetItem([f"{entry.held_on:%m-%d} {called}"])
            row.setData(0, ROLE, entry.id)
            row.setToolTip(0, entry.title)
            year.addChild(row)
            self._rows[entry.id] = row
        self.meetings.blockSignals(False)
        self.select(current)

    def _told_apart(self, entry: Entry) -> str:
        """Return what tells a meeting from another of its series on its day: its number, else when it began."""
        if entry.number:
            return " " + self.tr("第{}次").format(entry.number)
        return f" {entry.start:%H:%M}" if entry.start else ""

    def listed(self) -> list[tuple[str, str]]:
        """Return the meetings in the list: the id and the words of each."""
        return [(identity, row.text(0)) for identity, row in self._rows.items()]

    def refresh_soon(self, current: str) -> None:
        """Show the meetings as they are in the library once nothing of theirs was saved for a moment."""
        self._current = current
        self._soon.start()

    def _refresh_now(self) -> None:
        with suppress(LibraryError):  # saving tells of it
            self.refresh(self._current)

    def stop(self) -> None:
        """Read no more: the library is about to be closed."""
        self._soon.stop()

    def _offer_series(self) -> None:
        """Offer the series that have meetings; with one alone there is nothing to choose."""
        series = self._library.series()
        chosen = self.series.currentData() if self.series.count() else self._library.setting(_SERIES)
        blocked = self.series.blockSignals(True)
        self.series.clear()
        self.series.addItem(self.tr("全部系列"), "")
        for one in series:
            self.series.addItem(one.name, one.id)
        self.series.setCurrentIndex(max(0, self.series.findData(chosen)))
        self.series.setVisible(len(series) > 1)
        self.series.blockSignals(blocked)

    def _choose_series(self, identity: str) -> None:
        blocked = self.series.blockSignals(True)
        self.series.setCurrentIndex(max(0, self.series.findData(identity)))
        self.series.blockSignals(blocked)

    def _filtered(self) -> None:
        """Show the meetings of the chosen series alone; the open meeting stays open."""
        with suppress(LibraryError):  # the choice is then forgotten at the next start
            self._library.set_setting(_SERIES, self.series.currentData() or "")
        current = self._current
        self.refresh()
        self._current = current
        self.select(current)

    def add_section(self, action: QAction) -> None:
        """Add a button that shows one of the window's sections: with the action's icon and its short words."""
        self.sections.add(action)

    def select(self, meeting_id: str) -> None:
        """Highlight a meeting, or none, without opening it."""
        self._current = meeting_id or self._current
        self.meetings.blockSignals(True)
        row = self._rows.get(meeting_id)
        if row:
            self.meetings.setCurrentItem(row)
            self.meetings.scrollToItem(row)
        else:
            self.meetings.clearSelection()
            self.meetings.setCurrentIndex(QModelIndex())
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
            self.chosen.emit(item.data(0, ROLE), (), "")

    def _searched(self, words: str) -> None:
        self.stack.setCurrentIndex(1 if words.strip() else 0)
        self.hits.clear()
        self.searching.emit()
        try:
            found = self._library.search(words, MOST_HITS, private=True) if words.strip() else []
            self._offered, called = self.offers(words), self._called(words)
        except LibraryError as error:
            self._offered = []
            self.hits_said.setText(said(error))
            return
        for number, offer in enumerate(self._offered):
            item = QListWidgetItem(offer.label)
            item.setData(ROLE, number)
            self.hits.addItem(item)
        for entry in called:
            item = QListWidgetItem(f"{entry.held_on:%Y-%m-%d} {entry.series_name or entry.title}")
            item.setData(ROLE, (entry.id, (), ""))
            self.hits.addItem(item)
        for hit in found:
            day = f"{hit.meeting.held_on:%Y-%m-%d} {hit.meeting.series_name}".rstrip()
            quoted = self.tr("{}【{}】{}").format(hit.before, hit.match, hit.after)
            item = QListWidgetItem(f"{day}\n{labelled(places.kind(hit.place), quoted)}")
            item.setData(ROLE, (hit.meeting.id, hit.place, hit.match))
            self.hits.addItem(item)
        rows = range(len(self._offered), self.hits.count())
        count = len({self.hits.item(row).data(ROLE)[0] for row in rows})
        if count:
            words = self.tr("{} 次会议里有。", "", count)
            if len(found) >= MOST_HITS:
                words = self.tr("最近的 {} 次会议里有，还有更早的。", "", count)
            self.hits_said.setText(words.format(count))
        else:
            self.hits_said.setText("" if self._offered else self.tr("没有找到。换个词试试。"))

    def _called(self, words: str) -> list[Entry]:
        """Return the meetings that are called by their day: 2025, 2025-09, 9-2, 9月2日."""
        wanted = words.strip().replace("/", "-").replace(".", "-")
        entries = self._library.entries() if any(sign.isdigit() for sign in wanted) else []
        return [
            entry
            for entry in entries
            if wanted in f"{entry.held_on:%Y-%m-%d}"
            or wanted in f"{entry.held_on.year}-{entry.held_on.month}-{entry.held_on.day}"
            or wanted in f"{entry.held_on.year}年{entry.held_on.month}月{entry.held_on.day}日"
        ]

    def _hit(self, item: QListWidgetItem) -> None:
        if isinstance(item.data(ROLE), int):
            self._offered[item.data(ROLE)].take()
            return
        identity, place, words = item.data(ROLE)
        found: Place = tuple(place)
        self.chosen.emit(identity, found, words)
