"""Tie names to the roster, and hear the roll call; never guess between namesakes."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from copu_desk.matching.likeness import is_whole, likeness, plain
from copu_desk.model import Attendee, Capacity, Person, Presence


def identify(attendee: Attendee, people: Sequence[Person]) -> Attendee:
    """Tie an attendee to the one person of the roster with that name or alias; namesakes need the organization.

    Somebody unknown, or one of several, comes back as they were. An organization or title that was not written is
    taken from the roster; one that was written stays.
    """
    if attendee.person:
        return attendee
    named = [person for person in people if attendee.name in (person.name, *person.aliases)]
    if attendee.organization:
        same = [person for person in named if person.organization == attendee.organization]
        named = same or [person for person in named if not person.organization]
    if len(named) != 1:
        return attendee
    person = named[0]
    return replace(
        attendee,
        person=person.id,
        organization=attendee.organization or person.organization,
        title=attendee.title or person.title,
    )


# What ends a name at the roll call, as a keyboard or a Chinese input method writes it.
ENDINGS = {
    "+": Presence.ONLINE, "＋": Presence.ONLINE, "/": Presence.EXCUSED, "／": Presence.EXCUSED, "、": Presence.EXCUSED,
    "-": Presence.ABSENT, "－": Presence.ABSENT, "—": Presence.ABSENT,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Call:
    """What was heard at the roll call.

    `found` are those who may be meant, likeliest first, as attendees: of the list, or of the roster as they would join
    it. `meant` is the one of them who is meant beyond doubt, or None.
    """

    name: str = ""
    presence: Presence = Presence.ONSITE
    found: tuple[Attendee, ...] = ()
    meant: Attendee | None = None


def split(typed: str) -> tuple[str, Presence]:
    """Return the name and the presence that its ending says; without an ending the person is in the room."""
    words = typed.strip()
    if words and words[-1] in ENDINGS:
        return words.rstrip("".join(ENDINGS) + " "), ENDINGS[words[-1]]
    return words, Presence.ONSITE


def hear(typed: str, attendees: Sequence[Attendee], people: Sequence[Person]) -> Call:
    """Return who is meant by a typed call: somebody of the list goes before somebody of the roster as likely.

    Nobody is meant beyond doubt who has a namesake among the candidates, or when two are equally likely.
    """
    name, presence = split(typed)
    pool = Pool(attendees, people)
    of_list = pool.of_list
    groups = [
        part
        for group in likeness(name, pool.entries)
        for part in ([one for one in group if one.id in of_list], [one for one in group if one.id not in of_list])
        if part
    ]
    found = [person for group in groups for person in group]
    beyond_doubt = bool(groups) and len(groups[0]) == 1 and sum(one.name == found[0].name for one in found) == 1
    as_attendees = tuple(of_list[one.id] if one.id in of_list else called(one) for one in found)
    return Call(name, presence, as_attendees, as_attendees[0] if beyond_doubt else None)


@dataclass(frozen=True, slots=True)
class Told:
    """What a written list tells of the attendees: who of them is marked anew, who is new, which names are unsure."""

    marked: tuple[Attendee, ...]
    new: tuple[Attendee, ...]
    unsure: tuple[str, ...]


def told(read: Iterable[Attendee], attendees: Sequence[Attendee], people: Sequence[Person]) -> Told:
    """Return what a list tells; a name counts as a whole only, and one borne by several or written twice is unsure."""
    pool = Pool(attendees, people)
    marked: dict[str, Attendee] = {}
    new: dict[tuple[str, str], Attendee] = {}
    unsure: dict[str, None] = {}
    for one in read:
        named = pool.named(one)
        if len(named) > 1:
            unsure[one.name] = None
        elif named and named[0].id in pool.of_list:
            there = pool.of_list[named[0].id]
            if there.id in marked:
                unsure[one.name] = None  # named twice: whether that is a namesake, only the secretary knows
            notes = dict.fromkeys(filter(None, (there.note, one.note)))
            marked[there.id] = replace(there, presence=one.presence, note="，".join(notes))
        else:
            joining = replace(called(named[0]), presence=one.presence, note=one.note) if named else one
            if (joining.name, joining.organization) in new:
                unsure[one.name] = None
            new[joining.name, joining.organization] = joining
    return Told(tuple(marked.values()), tuple(new.values()), tuple(unsure))


class Pool:
    """Those of the list, and those of the roster who are not in it, as people to choose from."""

    def __init__(self, attendees: Sequence[Attendee], people: Sequence[Person]) -> None:
        known = {person.id: person for person in people}
        tied = {one.id: identify(one, people).person for one in attendees}
        self.of_list = {one.id: one for one in attendees}
        self.entries = [_entry(one, known.get(tied[one.id])) for one in attendees]
        self.entries += [person for person in people if person.id not in tied.values()]
        self.of_person = {person: identity for identity, person in tied.items() if person}
        self._now = {old: person.id for person in people for old in person.merged}
        self._called: dict[str, Attendee] = {}

    def attendee(self, entry: Person) -> Attendee:
        """Return somebody of the list, or of the roster as they would join it: the same each time."""
        if entry.id in self.of_list:
            return self.of_list[entry.id]
        return self._called.setdefault(entry.id, called(entry))

    def of_roster(self, person: str) -> Attendee | None:
        """Return the person of the roster with an id (now or once), as they stand in the list or would join it."""
        now = self._now.get(person, person)
        identity = self.of_person.get(now, now)
        return next((self.attendee(entry) for entry in self.entries if entry.id == identity), None)

    def named(self, attendee: Attendee) -> list[Person]:
        """Return those who bear the very name, and the organization if one is given."""
        name, place = plain(attendee.name).replace(" ", ""), plain(attendee.organization)
        bearers = [entry for entry in self.entries if name and is_whole(name, entry)]
        there = [entry for entry in bearers if place in plain(entry.organization)]
        return there or [entry for entry in bearers if not entry.organization]


def _entry(attendee: Attendee, person: Person | None) -> Person:
    return Person(
        name=attendee.name,
        organization=attendee.organization,
        title=attendee.title,
        aliases=(person.aliases if person.name == attendee.name else (person.name, *person.aliases)) if person else (),
        pinyin=person.pinyin if person and person.name == attendee.name else "",
        id=attendee.id,
    )


def called(person: Person) -> Attendee:
    """Return a person of the roster as an attendee, with what the roster says of them today."""
    return Attendee(
        name=person.name,
        organization=person.organization,
        title=person.title,
        capacity=person.capacity,
        person=person.id,
    )


_WITH_PLACE = re.compile(r"(?P<name>[^()（）]+?)(?:\s*[(（](?P<inside>[^()（）]+)[)）]|(?<=\w\w)\s+(?P<after>\w{2,}))")
_LETTERS = re.compile(r"[A-Za-z]")


def guest(name: str, presence: Presence) -> Attendee:
    """Return somebody nobody knows as an observer; after the name may stand the organization (`贺兰 星河软件`)."""
    match = _WITH_PLACE.fullmatch(name.strip())
    if not match or (match["after"] and _LETTERS.search(match["name"])):
        return Attendee(name=name.strip(), capacity=Capacity.OBSERVER, presence=presence)
    place = match["inside"] or match["after"]
    return Attendee(name=match["name"].strip(), organization=place, capacity=Capacity.OBSERVER, presence=presence)
