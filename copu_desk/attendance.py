"""Who was expected at a meeting, who came, and how often: pure rules.

A person is an entry of the roster, else a name with an organization. At a meeting a person stands in one of these
ways: the four presences that count for members (现场, 线上, 请假, 缺席), 列席 or 嘉宾 for somebody who came without
being a member, 未登记 for a member whose presence nobody wrote down, or not at all. A member of the series on that day
(by the roster) who is not in a meeting's list was absent. Somebody listed twice counts once, as nearest to being there.

Rate = 出席 (现场 + 线上) ÷ base, base = 应到 (现场 + 线上 + 请假 + 缺席) − 请假. 未登记, 列席 and 嘉宾 are in neither.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from copu_desk.model import Attendee, Capacity, Meeting, Person, Presence


class Mark(StrEnum):
    """How somebody stands at one meeting; the value is the word in the workbook."""

    ONSITE = "现场"
    ONLINE = "线上"
    EXCUSED = "请假"
    ABSENT = "缺席"
    UNMARKED = "未登记"
    OBSERVER = "列席"
    GUEST = "嘉宾"


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
class Period:
    """The meetings of a period in order of days, with titles for people, and a row for each person."""

    meetings: tuple[Meeting, ...]
    titles: tuple[str, ...]
    rows: tuple[Row, ...]
    series_name: str = ""
    since: date | None = None
    until: date | None = None

    def meeting_counts(self, column: int) -> Counts:
        """Return the counts of one meeting."""
        return counts(row.marks[column] for row in self.rows)


def counts(marks: Iterable[Mark | None]) -> Counts:
    """Return how often each mark that counts stands among marks."""
    listed = list(marks)
    return Counts(*(listed.count(mark) for mark in COUNTED))


def mark(attendee: Attendee) -> Mark | None:
    """Return how an attendee stands at a meeting; None for an observer or guest who did not come."""
    if attendee.capacity is Capacity.MEMBER:
        return _OF_PRESENCE[attendee.presence]
    if not attendee.presence.came:
        return None
    return Mark.OBSERVER if attendee.capacity is Capacity.OBSERVER else Mark.GUEST


def belongs(person: Person, series: str, day: date) -> bool:
    """Whether a person of the roster belongs to a series (its id) on a day, in whatever capacity."""
    return any(
        one.series == series and (one.since is None or one.since <= day) and (one.until is None or day <= one.until)
        for one in person.memberships
    )


def is_member(person: Person, series: str, day: date) -> bool:
    """Whether a person of the roster belongs to a series on a day and is expected there."""
    return person.capacity is Capacity.MEMBER and belongs(person, series, day)


Key = tuple[str, ...]


def _key(attendee: Attendee) -> Key:
    return (attendee.person,) if attendee.person else (attendee.name, attendee.organization)


def rows(meetings: Sequence[Meeting], people: Sequence[Person]) -> tuple[Row, ...]:
    """Return a row for each person: the roster's in rank order, the others as they first appear, non-members last."""
    at: list[dict[Key, Attendee]] = [_by_key(meeting) for meeting in meetings]
    known: dict[Key, Person | Attendee] = {(person.id,): person for person in people}
    for listed in at:
        for key, attendee in listed.items():
            known.setdefault(key, attendee)
    made = [_row(key, who, meetings, at) for key, who in known.items()]
    there = [row for row in made if any(row.marks)]
    return tuple(sorted(there, key=lambda row: row.counts.expected == 0 and Mark.UNMARKED not in row.marks))


def _by_key(meeting: Meeting) -> dict[Key, Attendee]:
    listed: dict[Key, Attendee] = {}
    for attendee in meeting.attendees:
        key = _key(attendee)
        if attendee.name.strip() and (key not in listed or _rank(attendee) < _rank(listed[key])):
            listed[key] = attendee
    return listed


def _rank(attendee: Attendee) -> int:
    standing = mark(attendee)
    return _NEAREST.index(standing) if standing else len(_NEAREST)


def _row(key: Key, who: Person | Attendee, meetings: Sequence[Meeting], at: Sequence[Mapping[Key, Attendee]]) -> Row:
    listed = tuple(there.get(key) for there in at)
    marks = tuple(_mark(one, who, meeting) for one, meeting in zip(listed, meetings, strict=True))
    person = who.id if isinstance(who, Person) else who.person
    return Row(who.name, who.organization, who.title, person, marks, listed)


def _mark(listed: Attendee | None, who: Person | Attendee, meeting: Meeting) -> Mark | None:
    if listed:
        return mark(listed)
    return Mark.ABSENT if isinstance(who, Person) and is_member(who, meeting.series, meeting.held_on) else None
