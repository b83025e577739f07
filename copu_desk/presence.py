"""What marks and stamps make of the attendees, and where a newcomer stands: the pure rules of the page 参会."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from copu_desk.model import Attendee, Person, Presence

CYCLE = (Presence.ONSITE, Presence.ONLINE, Presence.EXCUSED, Presence.ABSENT, Presence.UNMARKED)


def following(presence: Presence) -> Presence:
    """Return the presence after another in the cycle 现场, 线上, 请假, 缺席, 未到."""
    return CYCLE[(CYCLE.index(presence) + 1) % len(CYCLE)]


def inverted(attendee: Attendee) -> Attendee:
    """Return an attendee 现场 who was 未到, and the other way round; any other mark stays."""
    other = {Presence.ONSITE: Presence.UNMARKED, Presence.UNMARKED: Presence.ONSITE}
    return replace(attendee, presence=other.get(attendee.presence, attendee.presence))


def cleared(attendee: Attendee) -> Attendee:
    """Return an attendee 未到, without times."""
    return replace(attendee, presence=Presence.UNMARKED, arrived=None, arrived_item="", left=None, left_item="")


def stamped(attendee: Attendee, now: time, item: str) -> Attendee:
    """Return an attendee who comes in or goes out now, while an agenda item (its id or empty) is under discussion.

    Who was not there comes in; who is there goes out; who went out has not. Who came in this very minute has not
    either: that is the second press of a key.
    """
    if not attendee.presence.came:
        return arrival_stamped(attendee, now, item)
    if attendee.left:
        return replace(attendee, left=None, left_item="")
    if attendee.arrived == _minute(now):
        return replace(attendee, arrived=None, arrived_item="")
    return replace(attendee, left=_minute(now), left_item=item)


def arrival_stamped(attendee: Attendee, now: time, item: str) -> Attendee:
    """Return an attendee who comes in now; one whose coming is stamped already loses the stamp."""
    if attendee.presence.came and attendee.arrived:
        return replace(attendee, arrived=None, arrived_item="")
    presence = attendee.presence if attendee.presence.came else Presence.ONSITE
    return replace(attendee, presence=presence, arrived=_minute(now), arrived_item=item, left=None, left_item="")


def _minute(now: time) -> time:
    return now.replace(second=0, microsecond=0)


def joined(attendees: tuple[Attendee, ...], newcomer: Attendee, people: Sequence[Person]) -> tuple[Attendee, ...]:
    """Return the list with a newcomer at their rank: after the last one whom the roster ranks before them.

    Somebody who is not in the roster, or joins a list of which nobody is, stands at the end.
    """
    rank = {person.id: place for place, person in enumerate(people)}
    ranked = [(place, rank[one.person]) for place, one in enumerate(attendees) if one.person in rank]
    if newcomer.person not in rank or not ranked:
        return (*attendees, newcomer)
    before = [place for place, theirs in ranked if theirs < rank[newcomer.person]]
    at = before[-1] + 1 if before else ranked[0][0]
    return (*attendees[:at], newcomer, *attendees[at:])
