"""The page 人员: the roster in rank order, and in which series each person is a member from when to when."""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any, cast

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QUndoGroup
from PySide6.QtWidgets import QHeaderView, QLabel, QLineEdit, QMenu, QPushButton, QTableView, QToolButton, QWidget

from copu_desk import dates, matching
from copu_desk.gui import forms
from copu_desk.gui.cells import CellDelegate, edit_at_enter
from copu_desk.gui.editor import Editor
from copu_desk.gui.flow import let_wrap
from copu_desk.gui.movable import MovableRecords, choose_row, chosen_rows, let_drag
from copu_desk.gui.records import Column, Records
from copu_desk.gui.roster_tasks import RosterTasks
from copu_desk.gui.sentences import listed
from copu_desk.gui.widths import heading
from copu_desk.gui.words import choices
from copu_desk.library import Library
from copu_desk.library.trash import with_person
from copu_desk.model import Capacity, Meeting, Membership, Person, Series, new_id
from copu_desk.roster import names


@dataclass(frozen=True, slots=True)
class Roster:
    """The roster as one value, so that an editor can hold it as it holds a meeting."""

    people: tuple[Person, ...]
    id: str = "roster"


class RosterKeeper:
    """Keeps the roster in the library for an editor."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def save(self, now: Meeting, before: Meeting | None = None) -> None:
        """Write what differs between two states of the roster."""
        old = cast(Any, before).people if before else ()
        self._library.save_people(cast(Any, now).people, old)


class RosterPage(QWidget):
    """A table of people over a table of the chosen person's memberships."""

    buttons: QWidget
    search: QLineEdit
    people: QTableView
    add: QPushButton
    remove: QPushButton
    merge: QPushButton
    bring: QPushButton
    send: QPushButton
    move_up: QToolButton
    move_down: QToolButton
    memberships: QTableView
    add_membership: QPushButton
    remove_membership: QPushButton
    said: QLabel

    def __init__(self, library: Library, history: QUndoGroup) -> None:
        super().__init__()
        forms.load(self, "roster_page")
        let_wrap(self.buttons)
        self.setWindowTitle(self.tr("人员名册"))
        self._library = library
        self.editor = Editor(RosterKeeper(library), cast(Meeting, Roster(())), self, history)
        self.records = MovableRecords(self.editor, ("people",), self._columns())
        self.records.moving = self.tr("移动人员")
        self.membership_records = Records(self.editor, (), self._membership_columns())
        self.tasks = RosterTasks(self, library)
        self._set_up_tables()
        self._set_up_buttons()
        self.editor.changed.connect(lambda _before, _after: self._chosen())

    def open(self) -> None:
        """Show the roster as it is in the library now."""
        self.show_series()
        self.editor.open(cast(Meeting, Roster(self._library.people())))
        if self.records.rows and not self.people.currentIndex().isValid():
            choose_row(self.people, 0)
        self._chosen()
        self.people.setFocus()

    def follow(self) -> None:
        """Show what an import or another program did to the roster, as a change that can be undone."""
        if self.editor.active:
            self.editor.adopt(cast(Meeting, Roster(self._library.people())), self.tr("别处的改动"))

    def bring_back(self, person: Person, position: int) -> None:
        """Put a deleted person back at the rank that they had."""
        if not self.editor.active:
            self.open()
        self.records.replace(with_person(self.records.rows, person, position), self.tr("恢复人员"))
        self.editor.save()

    def show_series(self) -> None:
        """Offer the series as they are in the library now."""
        self.membership_records.columns = self._membership_columns()

    def show_person(self, identity: str) -> None:
        """Choose the person with an id."""
        self.search.clear()
        row = next((row for row, person in enumerate(self.records.rows) if person.id == identity), -1)
        if row >= 0:
            choose_row(self.people, row)
            self.people.setFocus()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("name", self.tr("姓名")),
            Column("organization", self.tr("单位")),
            Column("title", self.tr("职务")),
            Column("capacity", self.tr("身份"), choices(Capacity)),
            Column("aliases", self.tr("别名"), show=listed, parse=names),
            Column("pinyin", self.tr("拼音")),
            Column("note", self.tr("备注")),
        )

    def _membership_columns(self) -> tuple[Column, ...]:
        series = {one.id: one.name for one in self._library.series()}
        return (
            Column("series", self.tr("系列"), series | {"": self.tr("（请选择）")}),
            Column("since", self.tr("自"), show=_day, parse=_parse_day),
            Column("until", self.tr("至"), show=_day, parse=_parse_day),
        )

    def _set_up_tables(self) -> None:
        for table, model, widths in (
            (self.people, self.records, (120, 170, 120, 64, 110, 130, 100)),
            (self.memberships, self.membership_records, (220, 120, 120)),
        ):
            table.setModel(model)
            table.setItemDelegate(CellDelegate(table))
            table.verticalHeader().setDefaultSectionSize(28)
            for column, width in enumerate(widths):
                table.setColumnWidth(column, max(width, heading(table, column)))
            table.horizontalHeader().setSectionResizeMode(len(widths) - 1, QHeaderView.ResizeMode.Stretch)
        let_drag(self.people)
        self.people.selectionModel().currentRowChanged.connect(lambda _now, _before: self._chosen())
        self.people.selectionModel().selectionChanged.connect(lambda _now, _before: self._say_for_whom())
        self.search.textChanged.connect(self._filter)

    def _set_up_buttons(self) -> None:
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.merge.clicked.connect(self.tasks.merge)
        self.bring.clicked.connect(self.tasks.bring)
        self.send.clicked.connect(self.tasks.send)
        self.move_up.clicked.connect(lambda: self.records.shift(chosen_rows(self.people), -1))
        self.move_down.clicked.connect(lambda: self.records.shift(chosen_rows(self.people), 1))
        self.add_membership.clicked.connect(self._add_membership)
        self.remove_membership.clicked.connect(self._remove_membership)
        edit_at_enter(self.people, self._add)
        edit_at_enter(self.memberships, self.add_membership.click)
        gone = QShortcut(QKeySequence("Delete"), self.memberships, context=Qt.ShortcutContext.WidgetShortcut)
        gone.activated.connect(self._remove_membership)
        for key, task in (
            ("Alt+Up", lambda: self.records.shift(chosen_rows(self.people), -1)),
            ("Alt+Down", lambda: self.records.shift(chosen_rows(self.people), 1)),
            ("Delete", self._remove),
        ):
            shortcut = QShortcut(QKeySequence(key), self.people, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(task)

    def _chosen(self) -> None:
        row = self.people.currentIndex().row()
        there = 0 <= row < len(self.records.rows)
        self.membership_records.show(("people", self.records.rows[row].id, "memberships") if there else ())
        self.add_membership.setEnabled(there)
        self.said.setText(
            self.tr("{} 人", "", len(self.records.rows)).format(len(self.records.rows))
            if self.records.rows
            else self.tr("名册是空的。按“导入”取来通讯录，或按“添加”录入一位，或在会议里点名时加入。")
        )

    def _say_for_whom(self) -> None:
        chosen = len(chosen_rows(self.people))
        self.add_membership.setText(
            self.tr("给 {} 人添加所属系列", "", chosen).format(chosen) if chosen > 1 else self.tr("添加所属系列")
        )

    def _filter(self, words: str) -> None:
        found = {one.id for one in matching.candidates(words, self.records.rows)} if words.strip() else None
        for row, person in enumerate(self.records.rows):
            self.people.setRowHidden(row, found is not None and person.id not in found)
        if self.people.isRowHidden(max(0, self.people.currentIndex().row())):
            self._choose_first_in_sight()

    def _choose_first_in_sight(self) -> None:
        """Leave somebody whom the filter hides: what is done next is not meant for them."""
        row = next((row for row in range(len(self.records.rows)) if not self.people.isRowHidden(row)), -1)
        if row < 0:
            self.people.clearSelection()
            self.people.setCurrentIndex(QModelIndex())
        else:
            choose_row(self.people, row)

    def _add(self) -> None:
        self.search.clear()
        self.records.add(Person(), self.tr("添加人员"))
        index = self.records.index(len(self.records.rows) - 1, 0)
        self.people.setCurrentIndex(index)
        self.people.setFocus()
        self.people.edit(index)

    def _remove(self) -> None:
        if rows := chosen_rows(self.people):
            self.records.remove(set(rows), self.tr("删除人员"))

    def _add_membership(self) -> None:
        series, chosen = self._library.series(), chosen_rows(self.people)
        if not series:
            self.said.setText(self.tr("还没有例会系列。请先在“会议 › 例会系列…”里建一个。"))
        elif len(chosen) <= 1:
            self.membership_records.add(Membership(series=series[0].id), self.tr("添加所属系列"))
        elif len(series) == 1:
            self._add_to(series[0], chosen)
        else:
            menu = QMenu(self)
            for one in series:
                menu.addAction(one.name, partial(self._add_to, one, chosen))
            menu.exec(self.add_membership.mapToGlobal(self.add_membership.rect().bottomLeft()))
            menu.deleteLater()

    def _add_to(self, series: Series, rows: list[int]) -> None:
        """Make the people in some rows members of a series; who belongs to it already stays as they are."""
        joining = Membership(series.id)
        self.records.replace(
            tuple(
                replace(person, memberships=(*person.memberships, replace(joining, id=new_id())))
                if row in rows and all(one.series != series.id for one in person.memberships)
                else person
                for row, person in enumerate(self.records.rows)
            ),
            self.tr("添加所属系列"),
        )

    def _remove_membership(self) -> None:
        if rows := chosen_rows(self.memberships):
            self.membership_records.remove(set(rows), self.tr("删除所属系列"))


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _parse_day(words: str) -> date | None:
    if not words.strip():
        return None
    found = dates.meant(words.strip(), date.today())
    if found is None:
        raise ValueError(words)
    return found
