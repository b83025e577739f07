"""Who was expected at a meeting, who came, and how often: pure rules.

A person is an entry of the roster, else a name with an organization. At a meeting a person stands in one of these
ways: the four presences that count for members (现场, 线上, 请假, 缺席), 列席 or 嘉宾 for somebody who came without
being a member, 未登记 for a member whose presence nobody wrote down, or not at all.

应到 is decided by membership on that day. Where the roster knows when a person belongs to the series, that decides: a
member who is not in the meeting's list was absent, and who is in the list before joining or after leaving came as
列席 or is left out. Where the roster does not know, the capacity in the meeting's list decides. A meeting at which
nobody is marked has had no roll call, so nobody was absent there. Somebody listed twice counts once, as nearest to
being there.

Rate = 出席 (现场 + 线上) ÷ base, base = 应到 (现场 + 线上 + 请假 + 缺席) − 请假. 未登记, 列席 and 嘉宾 are in neither.
Whatever is in the list or expected and yet not in the base is an `Exclusion` with its reason.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from copu_desk.model import Attendee, Capacity, Meeting, Membership, Person, Presence
from copu_desk.progress import NO_PROGRESS, Progress
from copu_desk.sentences import Sentence


class Mark(StrEnum):
    """How somebody stands at one meeting; the value is the word in the workbook."""

    ONSITE = "现场"
    ONLINE = "线上"
    EXCUSED = "请假"
    ABSENT = "缺席"
    UNMARKED = "未登记"
    OBSERVER = "列席"
    GUEST = "嘉宾"


class Reason(StrEnum):
    """Why somebody at a meeting is not in what the rate is a part of; the value is the sentence on the sheet."""

    EXCUSED = "请假：计入应到，不计入计算基数"
    UNMARKED = "到会情况没有登记"
    NO_ROLL_CALL = "这次会议还没有点名"
    OBSERVER = "列席，不计应到"
    GUEST = "嘉宾，不计应到"
    BEFORE_JOINING = "这天还没有加入系列"
    AFTER_LEAVING = "这天已经退出系列"
    BETWEEN = "这天在两段所属日期之间"
    LISTED_TWICE = "名单里重复，只计一次"


DEFINITION = (
    "出席率 = 出席 ÷ 计算基数。",
    "出席 = 现场 + 线上；应到 = 现场 + 线上 + 请假 + 缺席；计算基数 = 应到 − 请假。",
    "应到的人：名册里写明当天属于该系列、身份为出席的人；名册没有写明所属日期的，以当次会议名单里身份为“出席”的人为准。",
    "当天属于该系列、却不在当次名单里的，计为缺席；一个人也没有登记到会情况的会议视为没有点名，不计缺席。",
    "加入系列之前、退出系列之后的会议不计入；那时到会的按列席。",
    "列席、嘉宾和未登记的，既不计入应到，也不计入出席。",
    "既在现场又在线上的，按现场计一次；同一人在名单里重复的，只计一次。",
    "没有计算基数的（例如全部请假），出席率留空，不当作 0，也不当作 100%。",
)
"""How the rates come about, in the words of the sheet."""

COUNTED = (Mark.ONSITE, Mark.ONLINE, Mark.EXCUSED, Mark.ABSENT)
_OF_PRESENCE = {
    Presence.ONSITE: Mark.ONSITE,
    Presence.ONLINE: Mark.ONLINE,
    Presence.EXCUSED: Mark.EXCUSED,
    Presence.ABSENT: Mark.ABSENT,
    Presence.UNMARKED: Mark.UNMARKED,
}
_NEAREST = (Mark.ONSITE, Mark.ONLINE, Mark.OBSERVER, Mark.GUEST, Mark.EXCUSED, Mark.ABSENT, Mark.UNMARKED)


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each mark that counts was given, to a person or at a meeting."""

    onsite: int = 0
    online: int = 0
    excused: int = 0
    absent: int = 0

    @property
    def came(self) -> int:
        """出席: in the room or online."""
        return self.onsite + self.online

    @property
    def expected(self) -> int:
        """应到: all that counted."""
        return self.came + self.excused + self.absent

    @property
    def base(self) -> int:
        """What the rate is a part of: 应到 without 请假."""
        return self.expected - self.excused

    @property
    def rate(self) -> float | None:
        """出席率, 0 to 1; None where nobody was expected."""
        return self.came / self.base if self.base else None

    @property
    def online_share(self) -> float | None:
        """线上占比, 0 to 1: the part online of those who came; None where nobody came."""
        return self.online / self.came if self.came else None


@dataclass(frozen=True, slots=True)
class Row:
    """One person through the period: a mark for each meeting, None where the person has nothing to do with it."""

    name: str
    organization: str
    title: str
    person: str
    marks: tuple[Mark | None, ...]
    listed: tuple[Attendee | None, ...]

    @property
    def counts(self) -> Counts:
        """Return how often each mark was given to the person."""
        return counts(self.marks)


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Somebody at a meeting who is not in what the rate is a part of; column is the meeting's place in the period."""

    column: int
    name: str
    organization: str
    reason: Reason
    presence: Presence | None = None  # as listed; None for somebody who is not in the list


@dataclass(frozen=True, slots=True)
class Period:
    """The meetings of a period in order of days, with titles for people, and a row for each person."""

    meetings: tuple[Meeting, ...]
    titles: tuple[str, ...]
    rows: tuple[Row, ...]
    series_name: str = ""
    since: date | None = None
    until: date | None = None
    exclusions: tuple[Exclusion, ...] = ()

    def meeting_counts(self, column: int) -> Counts:
        """Return the counts of one meeting."""
        return counts(row.marks[column] for row in self.rows)

    @property
    def organizations(self) -> tuple[str, ...]:
        """Return the organizations of the people, each once, in the order of the rows."""
        return tuple(dict.fromkeys(row.organization for row in self.rows))

    def organization_counts(self, organization: str) -> Counts:
        """Return the counts of an organization's people at all meetings."""
        return counts(mark for row in self.rows if row.organization == organization for mark in row.marks)

    def only(self, organization: str) -> "Period":
        """Return the same period with an organization's people alone."""
        return replace(
            self,
            rows=tuple(row for row in self.rows if row.organization == organization),
            exclusions=tuple(one for one in self.exclusions if one.organization == organization),
        )


def counts(marks: Iterable[Mark | None]) -> Counts:
    """Return how often each mark that counts stands among marks."""
    listed = list(marks)
    return Counts(*(listed.count(mark) for mark in COUNTED))


def belongs(person: Person, series: str, day: date) -> bool:
    """Whether a person of the roster belongs to a series (its id) on a day, in whatever capacity."""
    return any(_covers(one, day) for one in person.memberships if one.series == series)


def is_member(person: Person, series: str, day: date) -> bool:
    """Whether a person of the roster belongs to a series on a day and is expected there."""
    return person.capacity is Capacity.MEMBER and belongs(person, series, day)


def _covers(membership: Membership, day: date) -> bool:
    since, until = membership.since or date.min, membership.until or date.max
    return since <= day <= until


def outside(person: Person, series: str, day: date) -> Reason | None:
    """Return why a person does not belong to a series on a day; None if so, or if the roster says nothing of it."""
    known = []
    for one in person.memberships:
        if one.series == series:
            if _covers(one, day):
                return None
            known.append(one)
    if not known:
        return None
    if all(day < (one.since or date.min) for one in known):
        return Reason.BEFORE_JOINING
    return Reason.AFTER_LEAVING if all((one.until or date.max) < day for one in known) else Reason.BETWEEN


def is_called(meeting: Meeting) -> bool:
    """Whether there was a roll call: somebody is marked."""
    return any(one.presence is not Presence.UNMARKED for one in meeting.attendees)


_AT_ONCE = 500  # meetings looked at between two words to whoever waits

Standing = tuple[Mark | None, Reason | None]
"""How somebody stands at a meeting, and why that is not in what the rate is a part of."""
_NOWHERE: Standing = (None, None)
_WITH_REASON = {Mark.EXCUSED: Reason.EXCUSED, Mark.OBSERVER: Reason.OBSERVER, Mark.GUEST: Reason.GUEST}


def standing(listed: Attendee | None, person: Person | None, meeting: Meeting) -> Standing:
    """Return how somebody stands at a meeting: as listed there (or not), and by the roster (or unknown to it)."""
    if listed is None:
        if person is None or not is_member(person, meeting.series, meeting.held_on):
            return _NOWHERE
        return (Mark.ABSENT, None) if is_called(meeting) else (Mark.UNMARKED, Reason.NO_ROLL_CALL)
    if listed.capacity is not Capacity.MEMBER:
        is_observer = listed.capacity is Capacity.OBSERVER
        came = Mark.OBSERVER if is_observer else Mark.GUEST
        return came if listed.presence.came else None, Reason.OBSERVER if is_observer else Reason.GUEST
    if person and (reason := outside(person, meeting.series, meeting.held_on)):
        return Mark.OBSERVER if listed.presence.came else None, reason
    mark = _OF_PRESENCE[listed.presence]
    if mark is Mark.UNMARKED:
        return mark, Reason.UNMARKED if is_called(meeting) else Reason.NO_ROLL_CALL
    return mark, _WITH_REASON.get(mark)


Key = tuple[str, ...]


def _key(attendee: Attendee) -> Key:
    return (attendee.person,) if attendee.person else (attendee.name, attendee.organization)


def survey(
    meetings: Sequence[Meeting],
    people: Sequence[Person],
    titles: Sequence[str] = (),
    series_name: str = "",
    progress: Progress = NO_PROGRESS,
) -> Period:
    """Return what came of some meetings, which stand in order of days; Cancelled as `progress` wishes.

    The roster's people stand in rank order, then the others as they first appear; who was never expected stands last.
    """
    roster, steps, words = {person.id: person for person in people}, 2 * len(meetings), Sentence("正在统计考勤…")
    at = []
    for column, meeting in enumerate(meetings):
        if column % _AT_ONCE == 0:
            progress(column, steps, words)
        at.append(_by_key(meeting))
    known: dict[Key, Person | Attendee] = {(person.id,): person for person in people}
    for there in at:
        for key, attendee in there.items():
            known.setdefault(key, attendee)
    rows, left_out = [], list(_listed_twice(meetings, at))
    for done, (key, who) in enumerate(known.items()):
        progress(steps // 2 + steps // 2 * done // len(known), steps, words)
        listed = tuple(there.get(key) for there in at)
        row, reasons = _row(who, roster.get(key[0]), listed, meetings)
        left_out += [
            Exclusion(column, who.name, who.organization, reason, one.presence if one else None)
            for column, (reason, one) in enumerate(zip(reasons, listed, strict=True))
            if reason
        ]
        if any(row.marks):
            rows.append(row)
    return Period(
        tuple(meetings),
        tuple(titles) or ("",) * len(meetings),
        tuple(sorted(rows, key=lambda row: row.counts.expected == 0 and Mark.UNMARKED not in row.marks)),
        series_name,
        exclusions=tuple(sorted(left_out, key=lambda one: one.column)),
    )


def _row(
    who: Person | Attendee, person: Person | None, listed: tuple[Attendee | None, ...], meetings: Sequence[Meeting]
) -> tuple[Row, tuple[Reason | None, ...]]:
    theirs = {one.series for one in person.memberships} if person else set()
    stands = [
        standing(one, person, meeting) if one or meeting.series in theirs else _NOWHERE  # as nearly all are
        for one, meeting in zip(listed, meetings, strict=True)
    ]
    identity = who.id if isinstance(who, Person) else who.person
    row = Row(who.name, who.organization, who.title, identity, tuple(mark for mark, _ in stands), listed)
    return row, tuple(reason for _, reason in stands)


def _by_key(meeting: Meeting) -> dict[Key, Attendee]:
    """Return the listing that counts for each person: of several, the one nearest to being there."""
    listed: dict[Key, Attendee] = {}
    for attendee in meeting.attendees:
        key = _key(attendee)
        if attendee.name.strip() and (key not in listed or _distance(attendee) < _distance(listed[key])):
            listed[key] = attendee
    return listed


def _distance(attendee: Attendee) -> int:
    mark, _ = standing(attendee, None, Meeting(date.min, attendees=(attendee,)))
    return _NEAREST.index(mark) if mark else len(_NEAREST)


def _listed_twice(meetings: Sequence[Meeting], at: Sequence[Mapping[Key, Attendee]]) -> Iterator[Exclusion]:
    for column, (meeting, counted) in enumerate(zip(meetings, at, strict=True)):
        for one in meeting.attendees:
            if one.name.strip() and counted[_key(one)] is not one:
                yield Exclusion(column, one.name, one.organization, Reason.LISTED_TWICE, one.presence)
