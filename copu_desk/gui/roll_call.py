"""What the roll-call box hears: a name or its beginning, and how the person came. No Qt here."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from copu_desk import matching
from copu_desk.model import Attendee, Capacity, Person, Presence

ENDINGS = {
    "+": Presence.ONLINE, "＋": Presence.ONLINE, "/": Presence.EXCUSED, "／": Presence.EXCUSED, "、": Presence.EXCUSED,
    "-": Presence.ABSENT, "－": Presence.ABSENT, "—": Presence.ABSENT,
}  # fmt: skip


class Call(Enum):
    """What was heard if it is not one person."""

    NOTHING = "nothing"
    UNKNOWN = "unknown"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Heard:
    """The one person who was meant, as they now stand in the list."""

    attendee: Attendee

    @classmethod
    def guest(cls, typed: str) -> "Heard":
        """Return somebody nobody knows: an observer with the typed name."""
        name, presence = split(typed)
        return cls(Attendee(name=name, capacity=Capacity.OBSERVER, presence=presence))


def split(typed: str) -> tuple[str, Presence]:
    """Return the name and the presence that its ending says; without an ending the person is in the room."""
    words = typed.strip()
    if words and words[-1] in ENDINGS:
        return words[:-1].strip(), ENDINGS[words[-1]]
    return words, Presence.ONSITE


def hear(typed: str, attendees: Sequence[Attendee], people: Sequence[Person]) -> Heard | Call:
    """Return who was meant: somebody of the list first, else somebody of the roster; never one of several."""
    name, presence = split(typed)
    if not name:
        return Call.NOTHING
    listed = [Person(name=one.name, organization=one.organization, id=one.id) for one in attendees]
    known = {person.id: person for person in people}
    listed = [
        replace(entry, aliases=known[one.person].aliases, pinyin=known[one.person].pinyin)
        if one.person in known
        else entry
        for entry, one in zip(listed, attendees, strict=True)
    ]
    found = matching.candidates(name, listed)
    if len(found) == 1:
        return Heard(replace(next(one for one in attendees if one.id == found[0].id), presence=presence))
    taken = {one.person for one in attendees if one.person}
    others = matching.candidates(name, [person for person in people if person.id not in taken])
    if not found and len(others) == 1:
        person = others[0]
        return Heard(
            Attendee(
                name=person.name,
                organization=person.organization,
                title=person.title,
                capacity=person.capacity,
                presence=presence,
                person=person.id,
            )
        )
    return Call.SEVERAL if found or others else Call.UNKNOWN
