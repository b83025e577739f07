"""What a platform's attendance report means for a meeting: pure rules, told as values that the window can take back.

Each name of the report is a line. A line is matched beyond doubt, or to be decided, or new. What the secretary decides
about lines, and about those who were expected and are missing, makes the meeting as it will be; until then nothing
changes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time
from enum import StrEnum

from copu_desk import presence
from copu_desk.attendance import is_member
from copu_desk.connections import (
    Session,
    Stay,
    Window,
    added,
    clipping,
    of_meeting,
    sessions,
    source,
    stay,
    tracks,
    window,
)
from copu_desk.matching import Pool
from copu_desk.matching.nicknames import Matcher, Meant, Way, forms
from copu_desk.model import Attendee, Capacity, Connection, Meeting, Nickname, Person, Presence
from copu_desk.recognize import names
from copu_desk.recognize.words import like_name
from copu_desk.sentences import Sentence

_NUMBERS = "①②③④⑤⑥⑦⑧⑨"
GRACE = 5  # minutes by which somebody may come late or leave early without a stamp

Key = tuple[str, str, str]
"""What a line is known by: the name as written, the account, and the part of the name that is this person."""


class Kind(StrEnum):
    """What was decided about a line: somebody known, a guest, a guest who joins the roster, nobody at all."""

    PERSON = "person"
    GUEST = "guest"
    ROSTER = "roster"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about a line, and who it is (None for nobody)."""

    kind: Kind
    attendee: Attendee | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One person of a report: their connections, whom the name means, and who they would be as a guest.

    `remembered` is what was decided about the name before. A line is certain if it means somebody beyond doubt. Lines
    set `apart` have one name, which namesakes bear, and overlap: whom they mean holds for this report alone.
    """

    written: str
    account: str
    name: str
    connections: tuple[Connection, ...]
    found: Meant
    newcomer: Attendee
    remembered: Decision | None = None
    apart: bool = False

    @property
    def key(self) -> Key:
        """What the line is known by."""
        return self.written, self.account, self.name

    @property
    def settled(self) -> Decision | None:
        """What holds without any decision."""
        if self.remembered:
            return self.remembered
        return Decision(Kind.PERSON, self.found.attendee) if self.found.attendee else None


Decisions = Mapping[Key, Decision | None]
"""What was decided about lines; None takes back what holds without a decision."""


def decision_of(line: Line, decisions: Decisions) -> Decision | None:
    """Return what holds for a line: what was decided, else what is beyond doubt or remembered."""
    return decisions.get(line.key, line.settled)


class Reckoner:
    """Understands reports for one meeting, as it is now, and makes the meeting as it will be."""

    def __init__(self, meeting: Meeting, people: Sequence[Person], nicknames: Iterable[Nickname] = ()) -> None:
        self.meeting = meeting
        self.people = tuple(people)
        self.pool = Pool(meeting.attendees, people)
        self._matcher = Matcher(self.pool)
        self._nicknames = {(one.name, one.account): one for one in nicknames}
        self._newcomers: dict[tuple[str, str], Attendee] = {}
        self._entries: dict[str, Person] = {}
        self._before = {source(one): one.attendees for one in meeting.connections if one.attendees}
        self._by_name: dict[tuple[str, str], set[tuple[str, ...]]] = {}
        for one in meeting.connections:
            if one.attendees:
                self._by_name.setdefault((one.name, one.account), set()).add(one.attendees)

    def choices(self, connections: Iterable[Connection]) -> tuple[tuple[Session, ...], tuple[Session, ...]]:
        """Return the sessions a report holds, and those of them that are this meeting's."""
        found = sessions(connections)
        return found, of_meeting(found, window(self.meeting), self.meeting.held_on)

    def lines(self, chosen: Iterable[Session]) -> tuple[Line, ...]:
        """Return a line for each person in some sessions, in the order of the report."""
        groups: dict[tuple[str, str], dict[str, Connection]] = {}
        for session in chosen:
            for one in session.connections:
                groups.setdefault((one.name, one.account), {})[one.id] = one
        ordered = sorted(
            (sorted(group.values(), key=source) for group in groups.values()), key=lambda one: source(one[0])
        )
        return tuple(line for group in ordered for line in self._of(tuple(group)))

    def _of(self, connections: tuple[Connection, ...]) -> list[Line]:
        """Return the lines of connections of one name and account: mostly one."""
        written, organization = connections[0].name, _organization(connections)
        known = self._here(connections) or self._elsewhere(written, connections[0].account)
        if known is not None:
            told = [(one.name, self.decision(one)) for one in known] or [(written, Decision(Kind.NOBODY))]
            return [self._line(part, connections, one) for part, one in told]
        parts = self._matcher.people_in(written)
        if len(parts) == 1:
            found = self._matcher.meant(written, organization).candidates
            namesakes = len(found) if len({one.name for one in found}) == 1 else 0
            if namesakes > 1 and len(apart := tracks(connections, namesakes)) > 1:
                return [self._track(number, track) for number, track in enumerate(apart)]
        return [self._line(part, connections) for part in parts]

    def _line(self, part: str, connections: tuple[Connection, ...], told: Decision | None = None) -> Line:
        organization = _organization(connections)
        found = Meant(told.attendee, Way.REMEMBERED) if told else self._matcher.meant(part, organization)
        newcomer = self._newcomer(part, organization)
        return Line(connections[0].name, connections[0].account, part, connections, found, newcomer, told)

    def _track(self, number: int, connections: tuple[Connection, ...]) -> Line:
        """Return a line for some of the connections of a name that overlap: of a namesake, or another device."""
        here = self._here(connections)
        one = self._line(connections[0].name, connections, self.decision(here[0]) if here else None)
        return replace(one, name=f"{one.written} {_NUMBERS[number % len(_NUMBERS)]}", apart=True)

    def decision(self, attendee: Attendee) -> Decision:
        """Return the decision that a line means somebody."""
        known = attendee.id in self.pool.of_list or attendee.person
        return Decision(Kind.PERSON if known else Kind.GUEST, attendee)

    def _here(self, connections: Sequence[Connection]) -> list[Attendee] | None:
        """Return whom lines mean as told before in this meeting: these very lines, else others of that name."""
        told = {self._before[source(one)] for one in connections if source(one) in self._before}
        told = told or self._by_name.get((connections[0].name, connections[0].account), set())
        if len(told) != 1:
            return None
        return [self.pool.of_list[one] for one in next(iter(told)) if one in self.pool.of_list] or None

    def _elsewhere(self, written: str, account: str) -> list[Attendee] | None:
        """Return whom a name meant at other meetings; nobody if it was nobody, None if nothing is known."""
        known = self._nicknames.get((written, account)) or self._nicknames.get((written, ""))
        if known is None:
            return None
        people = [found for person in known.people if (found := self.pool.of_roster(person))]
        people += [self._guest(name) for name in known.guests]
        return people if people or not known.people else None

    def _guest(self, name: str) -> Attendee:
        there = self._matcher.meant(name).attendee
        return there or self._newcomer(name, "")

    def _newcomer(self, name: str, organization: str) -> Attendee:
        """Return somebody nobody knows, as they would join the list: the same one each time."""
        readings = forms(name)  # what stands in brackets first, where a name is sought first too
        likely = next((form for form in readings if like_name(form)), readings[-1])
        read = names.attendees(likely)
        one = read[0] if len(read) == 1 else Attendee(name=likely)
        made = Attendee(
            name=one.name,
            organization=one.organization or organization,
            title=one.title,
            capacity=Capacity.OBSERVER,
        )
        return self._newcomers.setdefault((made.name, made.organization), made)

    def guest(self, name: str) -> Attendee:
        """Return somebody nobody knows, under a name that the secretary gives."""
        return self._newcomer(name, "")

    def _entry(self, guest: Attendee) -> Person:
        """Return the entry of the roster that a guest gets: the same each time."""
        made = Person(name=guest.name, organization=guest.organization, title=guest.title, capacity=guest.capacity)
        return self._entries.setdefault(guest.id, made)

    def reckon(
        self,
        lines: Sequence[Line],
        chosen: Sequence[Session],
        decisions: Decisions,
        marks: Mapping[str, Presence],
        minimum: int = 0,
    ) -> "Reckoned":
        """Return the meeting as the decisions make it.

        `marks` are for those who are missing, by the id under which `Reckoned.missing` names them. `minimum` is how
        many minutes somebody has to stay in order to count. Who was in the room stays 现场, whatever the report says.
        """
        within = self.within(chosen)
        theirs: dict[str, tuple[Attendee, list[Connection]]] = {}
        of_line: dict[str, list[str]] = {}
        joining: dict[str, Person] = {}
        for line in lines:
            decided = decision_of(line, decisions)
            for one in line.connections:
                of_line.setdefault(one.id, [])
            if decided is None or decided.attendee is None:
                continue
            attendee = decided.attendee
            if decided.kind is Kind.ROSTER:
                joining[attendee.id] = self._entry(attendee)
                attendee = replace(attendee, person=joining[attendee.id].id)
            theirs.setdefault(attendee.id, (attendee, []))[1].extend(line.connections)
            for one in line.connections:
                of_line[one.id].append(attendee.id)
        stays = {identity: stay(group, within) for identity, (_, group) in theirs.items()}
        attendees = self.meeting.attendees
        for identity, (attendee, group) in theirs.items():
            how = stays[identity]
            if how is not None and how.reaches(minimum * 60):
                attendees = self._present(attendees, attendee, group, within)
        told = tuple(
            replace(one, attendees=tuple(dict.fromkeys(of_line[one.id])))
            for one in {one.id: one for line in lines for one in line.connections}.values()
        )
        meeting = replace(
            self.meeting, attendees=attendees, connections=added(self.meeting.connections, sorted(told, key=source))
        )
        missing = self._missing(meeting)
        meeting = replace(meeting, attendees=self._marked(meeting.attendees, missing, marks))
        return Reckoned(meeting, tuple(joining.values()), missing, stays)

    def within(self, chosen: Sequence[Session]) -> Window:
        """Return what stays are clipped to."""
        return clipping(chosen, window(self.meeting))

    def _present(
        self, attendees: tuple[Attendee, ...], attendee: Attendee, group: Sequence[Connection], within: Window
    ) -> tuple[Attendee, ...]:
        """Return the list with somebody who was connected: 线上, unless they were in the room."""
        there = next((one for one in attendees if one.id == attendee.id), None)
        before = [one for one in self.meeting.connections if attendee.id in one.attendees]
        everything = added(before, group)
        if there is None:
            came = _timed(replace(attendee, presence=Presence.ONLINE), (), everything, self.meeting, within)
            return presence.joined(attendees, came, self.people)
        if there.presence is Presence.ONSITE:
            return attendees
        came = _timed(replace(there, presence=Presence.ONLINE), before, everything, self.meeting, within)
        return tuple(came if one.id == came.id else one for one in attendees)

    def _missing(self, meeting: Meeting) -> tuple[Attendee, ...]:
        """Return the members who did not come and are not excused: of the list, and of the roster."""
        listed = Pool(meeting.attendees, self.people)
        absent = [
            one
            for one in meeting.attendees
            if one.capacity is Capacity.MEMBER and one.presence in (Presence.UNMARKED, Presence.ABSENT)
        ]
        expected = [one for one in self.people if is_member(one, meeting.series, meeting.held_on)]
        absent += [self.pool.attendee(one) for one in expected if one.id not in listed.of_person]
        return tuple(absent)

    def _marked(
        self, attendees: tuple[Attendee, ...], missing: Iterable[Attendee], marks: Mapping[str, Presence]
    ) -> tuple[Attendee, ...]:
        for one in missing:
            if one.id not in marks:
                continue
            new = replace(one, presence=marks[one.id])
            if any(there.id == one.id for there in attendees):
                attendees = tuple(new if there.id == one.id else there for there in attendees)
            else:
                attendees = presence.joined(attendees, new, self.people)
        return attendees

    def nicknames(
        self, lines: Iterable[Line], decisions: Decisions, joining: Iterable[Person]
    ) -> tuple[tuple[Nickname, ...], tuple[Nickname, ...]]:
        """Return what to remember of the decisions, and what to forget: names whose decision was taken back."""
        roster = {person.name: person.id for person in joining}
        groups: dict[tuple[str, str], list[Line]] = {}
        for line in lines:
            groups.setdefault((line.written, line.account), []).append(line)
        keep, forget = [], []
        for (written, account), group in groups.items():
            if any(line.apart for line in group) or not any(line.key in decisions for line in group):
                continue
            decided = [decision_of(line, decisions) for line in group]
            if None in decided:
                forget.append(Nickname(written, account))
                continue
            who = [one.attendee for one in decided if one and one.attendee]
            ids = [(one, one.person or self._person_of(one) or roster.get(one.name, "")) for one in who]
            keep.append(
                Nickname(
                    written,
                    account,
                    tuple(identity for _, identity in ids if identity),
                    tuple(one.name for one, identity in ids if not identity),
                )
            )
        return tuple(keep), tuple(forget)

    def _person_of(self, attendee: Attendee) -> str:
        return next((person for person, identity in self.pool.of_person.items() if identity == attendee.id), "")


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The meeting as it will be, who joins the roster, who of the expected is missing, and how long each stayed."""

    meeting: Meeting
    joining: tuple[Person, ...]
    missing: tuple[Attendee, ...]
    stays: Mapping[str, Stay | None]


def _organization(connections: Iterable[Connection]) -> str:
    return next((one.organization for one in connections if one.organization), "")


def _timed(
    attendee: Attendee, before: Sequence[Connection], after: Sequence[Connection], meeting: Meeting, within: Window
) -> Attendee:
    """Stamp a late arrival and an early leave; what the secretary stamped otherwise stays."""
    was, now = _times(before, meeting, within), _times(after, meeting, within)
    if (attendee.arrived, attendee.left) != was:
        return attendee
    return replace(attendee, arrived=now[0], left=now[1])


def _is_late(first: time, other: time) -> bool:
    """Whether a time of day is more than GRACE after another."""
    minutes = first.hour * 60 + first.minute - other.hour * 60 - other.minute
    return minutes > GRACE


def _times(connections: Sequence[Connection], meeting: Meeting, within: Window) -> tuple[time | None, time | None]:
    """Return when somebody came late and when they left early, to the minute."""
    how = stay(connections, within) if connections else None
    arrived = left = None
    if how and how.first and meeting.start and within != Window():
        first = how.first.time().replace(second=0, microsecond=0)
        arrived = first if _is_late(first, meeting.start) else None
    if how and how.last and meeting.end and within != Window():
        last = how.last.time().replace(second=0, microsecond=0)
        left = last if _is_late(meeting.end, last) else None
    return arrived, left


def in_words(session: Session) -> Sentence:
    """Return a session in words: 2024-12-24 09:00–10:20，2 人."""
    since, until = session.since, session.until
    return Sentence(
        "{hours}，{count} 人",
        hours=f"{since:%Y-%m-%d %H:%M}–{until:%H:%M}" if since and until else Sentence("没有时间"),
        count=len({(line.name, line.account) for line in session.connections}),
    )
