"""The lines of an attendance report in four lists: to be decided, new, missing, matched."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from copu_desk.connections import Window, stay
from copu_desk.gui.attendee_records import marked
from copu_desk.gui.connection_list import length
from copu_desk.gui.sentences import aside, listed
from copu_desk.gui.words import choices
from copu_desk.matching.nicknames import Way
from copu_desk.model import Attendee, Presence
from copu_desk.reckoning import Decision, Decisions, Kind, Line, Reckoned, decision_of

_WIDTHS = (180, 190, 80, 110)
_ROLE = Qt.ItemDataRole.UserRole
_MENTIONED = 3  # of those who may be meant


def named(attendee: Attendee) -> str:
    """Return somebody's name with the organization, which tells namesakes apart."""
    return f"{attendee.name}{aside(attendee.organization)}"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an import stands: the attendees before and as they will be by their ids, and what was decided so far."""

    before: Mapping[str, Attendee]
    after: Mapping[str, Attendee]
    reckoned: Reckoned
    decisions: Decisions
    marks: Mapping[str, Presence]
    within: Window
    minimum: int

    def waits(self, value: Line | Attendee) -> bool:
        """Whether nothing was decided about a line, or about somebody who is missing."""
        if isinstance(value, Line):
            return decision_of(value, self.decisions) is None
        return value.id not in self.marks


class ReportLines(QTreeWidget):
    """Four lists under one another, so that the keys go through all of them; a list that is empty is hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderLabels(
            [self.tr("名单中的名字"), self.tr("是谁"), self.tr("依据"), self.tr("在线时长"), self.tr("导入后")]
        )
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)
        self.header().setSectionResizeMode(len(_WIDTHS), QHeaderView.ResizeMode.Stretch)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setIndentation(14)
        self._lists = {
            self.tr("待定"): QTreeWidgetItem(self),
            self.tr("新名字"): QTreeWidgetItem(self),
            self.tr("应到而未到"): QTreeWidgetItem(self),
            self.tr("对上"): QTreeWidgetItem(self),
        }
        self._undecided, self._new, self._missing, self._matched = self._lists.values()
        for one in self._lists.values():
            one.setFlags(Qt.ItemFlag.ItemIsEnabled)
            one.setFirstColumnSpanned(True)
            face = one.font(0)
            face.setBold(True)
            one.setFont(0, face)

    def put(self, lines: Iterable[Line]) -> None:
        """List other lines; each stays in its list, whatever is decided about it."""
        for one in self._lists.values():
            one.takeChildren()
        for line in lines:
            of = self._matched if line.settled else self._undecided if line.found.candidates else self._new
            QTreeWidgetItem(of).setData(0, _ROLE, line)

    def show_standing(self, standing: Standing) -> None:
        """Show what was decided and what becomes of it."""
        self._show_missing(standing.reckoned.missing)
        for item in self._rows():
            value = self._value(item)
            cells = self._line_cells(value, standing) if isinstance(value, Line) else self._absent(value, standing)
            for column, words in enumerate(cells):
                item.setText(column, words)
                item.setToolTip(column, words)
        for words, group in self._lists.items():
            left = sum(standing.waits(self._value(item)) for item in _children(group))
            more = self.tr("，还有 {} 个没有决定").format(left) if left and group is not self._missing else ""
            group.setText(0, f"{words} {group.childCount()}{more}")
            group.setHidden(group.childCount() == 0)
            group.setExpanded(True)

    def current(self) -> Line | Attendee | None:
        """Return the current line, or who is missing there."""
        item = self.currentItem()
        return self._value(item) if item in self._rows() else None

    def new_lines(self) -> Sequence[Line]:
        """Return the lines of new names."""
        return [value for item in _children(self._new) if isinstance(value := self._value(item), Line)]

    def go_on(self, waits: Callable[[Line | Attendee], bool], *, from_top: bool = False) -> None:
        """Go to the next row that waits for a decision; from the top to any row rather than none."""
        rows = self._rows()
        current = self.currentItem()
        at = rows.index(current) + 1 if current in rows and not from_top else 0
        waiting = [item for item in rows[at:] if waits(self._value(item))]
        if waiting or (from_top and rows):
            self.setCurrentItem((waiting or rows)[0])

    def _rows(self) -> list[QTreeWidgetItem]:
        return [item for group in self._lists.values() for item in _children(group)]

    def _value(self, item: QTreeWidgetItem) -> Line | Attendee:
        value: Line | Attendee = item.data(0, _ROLE)
        return value

    def _show_missing(self, missing: Sequence[Attendee]) -> None:
        """Keep the list of the missing true: whoever is matched now is missing no more."""
        group = self._missing
        there = {self._value(item).id: item for item in _children(group)}  # type: ignore[union-attr]
        for identity, item in there.items():
            if identity not in {one.id for one in missing}:
                group.removeChild(item)
        for row, one in enumerate(missing):
            if one.id not in there:
                item = QTreeWidgetItem()
                item.setData(0, _ROLE, one)
                group.insertChild(row, item)

    def _line_cells(self, line: Line, standing: Standing) -> tuple[str, ...]:
        decided = decision_of(line, standing.decisions)
        name = line.name if line.apart or line.name == line.written else f"{line.written} → {line.name}"
        own = length(stay(line.connections, standing.within))
        if decided is None:
            might = listed(map(named, line.found.candidates[:_MENTIONED] or (line.newcomer,)))
            return name, self.tr("？ {}").format(might), "", own, self.tr("待定，只留存连接")
        how = self._how(line, standing)
        if decided.attendee is None:
            return name, self.tr("✗ 不是参会人"), how, own, self.tr("不计")
        sign = "✓" if decided.kind is Kind.PERSON else self.tr("＋")
        total = length(standing.reckoned.stays.get(decided.attendee.id))
        return name, f"{sign} {named(decided.attendee)}", how, total, self._outcome(decided, standing)

    def _how(self, line: Line, standing: Standing) -> str:
        if line.key in standing.decisions:
            return self.tr("已决定")
        words = {
            Way.REMEMBERED: self.tr("记得"),
            Way.EXACT: self.tr("同名"),
            Way.NORMALISED: self.tr("写法不同"),
            Way.PINYIN: self.tr("拼音"),
        }
        return words[line.found.way] if line.found.way else ""

    def _outcome(self, decided: Decision, standing: Standing) -> str:
        """Say how somebody stands after the import."""
        words = choices(Presence)
        identity = decided.attendee.id if decided.attendee else ""
        how = standing.reckoned.stays.get(identity)
        if how is None:
            return self.tr("不在会议时间内，不计")
        if not how.reaches(standing.minimum * 60):
            return self.tr("不足 {} 分，不计").format(standing.minimum)
        before, after = standing.before.get(identity), standing.after.get(identity)
        if before is None or after is None:
            joins = {
                Kind.PERSON: self.tr("加入名单，{}"),
                Kind.GUEST: self.tr("列席，{}"),
                Kind.ROSTER: self.tr("列席，{}，入名册"),
            }
            return joins[decided.kind].format(words[Presence.ONLINE])
        if before.presence is after.presence:
            return self.tr("{}（不变）").format(words[after.presence])
        return f"{words[before.presence]} → {words[after.presence]}"

    def _absent(self, attendee: Attendee, standing: Standing) -> tuple[str, ...]:
        mark = standing.marks.get(attendee.id)
        unchanged = self.tr("{}（不变）").format(choices(Presence)[attendee.presence])
        return attendee.name, attendee.organization, "", "", marked(mark) if mark else unchanged


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [child for row in range(item.childCount()) if (child := item.child(row))]
