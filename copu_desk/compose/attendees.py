"""Compose the lines that say who was there."""

from collections import Counter
from collections.abc import Iterable, Iterator

from copu_desk.compose.lines import Line, Piece, filled, joined, line
from copu_desk.model import Attendee, Capacity, Presence
from copu_desk.style import HouseStyle


def attendee_lines(attendees: Iterable[Attendee], style: HouseStyle) -> Iterator[Line]:
    """Return a line for each group that has people and a label: by capacity those who came, then 请假 and 缺席.

    In each group those in the room stand before those online, each in the order of the meeting.
    """
    named = [one for one in attendees if one.name.strip()]
    words = style.attendance
    for label, people in (
        (words.members, _who_came(named, Capacity.MEMBER)),
        (words.observers, _who_came(named, Capacity.OBSERVER)),
        (words.guests, _who_came(named, Capacity.GUEST)),
        (words.excused, [one for one in named if one.presence is Presence.EXCUSED]),
        (words.absent, [one for one in named if one.presence is Presence.ABSENT]),
    ):
        yield from people_line(label, people, named, style)


def people_line(
    label: str, people: Iterable[Attendee], everybody: Iterable[Attendee], style: HouseStyle
) -> Iterator[Line]:
    """Return a line of people of a meeting after its label: none without a label or without people."""
    names, words = Counter(one.name for one in everybody), style.attendance
    listed = [_written(one, style, is_shared=names[one.name] > 1) for one in people]
    if label and listed:
        yield line("attendance", *joined(words.separator, listed), Piece(words.end), label=label)


def _who_came(attendees: list[Attendee], capacity: Capacity) -> list[Attendee]:
    there = [one for one in attendees if one.capacity is capacity]
    return [one for way in (Presence.ONSITE, Presence.ONLINE) for one in there if one.presence is way]


def _written(attendee: Attendee, style: HouseStyle, *, is_shared: bool) -> Iterator[Piece]:
    """Return a name as printed; whoever shares it with somebody else is told apart by the organization."""
    words, place = style.attendance, ("attendees", attendee.id)
    yield Piece(attendee.name, (*place, "name"))
    if is_shared and attendee.organization:
        whose = {"organization": attendee.organization}
        yield from filled(words.namesake, whose, {"organization": (*place, "organization")})
    if attendee.presence is Presence.ONLINE:
        yield Piece(words.online, (*place, "presence"))
