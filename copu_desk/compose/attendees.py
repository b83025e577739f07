"""Compose the lines that say who was there."""

from collections import Counter
from collections.abc import Iterable, Iterator

from copu_desk.compose.lines import Line, Piece, filled, joined, line, would_run_together
from copu_desk.model import Attendee, Capacity, Presence
from copu_desk.style import HouseStyle

# The groups of attendees (wording.GROUPS): who came, by capacity, and who did not.
CAPACITIES = {"members": Capacity.MEMBER, "observers": Capacity.OBSERVER, "guests": Capacity.GUEST}
ABSENCES = {"excused": Presence.EXCUSED, "absent": Presence.ABSENT, "unmarked": Presence.UNMARKED}


def groups(attendees: Iterable[Attendee], style: HouseStyle) -> Iterator[tuple[str, list[Attendee]]]:
    """Return the label and the people of each group that has both, in the style's order.

    Who came is grouped by capacity, those in the room before those online; each in the order of the meeting. A group
    that is also a part which the style offers is there only if that part is wanted.
    """
    named = [one for one in attendees if one.name.strip()]
    for group in style.attendance.order:
        if group in style.offered and group not in style.parts:
            continue
        if group in CAPACITIES:
            people = _who_came(named, CAPACITIES[group])
        else:
            people = [one for one in named if one.presence is ABSENCES[group]]
        label: str = getattr(style.attendance, group)
        if label and people:
            yield label, people


def _who_came(attendees: list[Attendee], capacity: Capacity) -> list[Attendee]:
    there = [one for one in attendees if one.capacity is capacity]
    return [one for way in (Presence.ONSITE, Presence.ONLINE) for one in there if one.presence is way]


def attendee_lines(attendees: Iterable[Attendee], style: HouseStyle) -> Iterator[Line]:
    """Return a line for each group of attendees that has people and a label."""
    attendees = tuple(attendees)
    for label, people in groups(attendees, style):
        yield from people_line(label, people, attendees, style)


def people_line(
    label: str, people: Iterable[Attendee], everybody: Iterable[Attendee], style: HouseStyle
) -> Iterator[Line]:
    """Return a line of people of a meeting after its label: none without a label or without people."""
    names, words, people = Counter(one.name for one in everybody), style.attendance, list(people)
    if not label or not people:
        return
    if words.by_organization:
        listed = _by_organization(people, style)
    else:
        listed = joined(words.separator, (written(one, style, is_shared=names[one.name] > 1) for one in people))
    yield line("attendance", *listed, Piece(words.end), label=label)


def _by_organization(people: list[Attendee], style: HouseStyle) -> Iterator[Piece]:
    """Return the organizations, in the order of their first person, each before all its people."""
    words = style.attendance
    there: dict[str, list[Attendee]] = {}
    for one in people:
        there.setdefault(one.organization, []).append(one)
    return joined(
        words.organizations,
        (
            (
                Piece(name, ("attendees", members[0].id, "organization")),
                *((Piece(" "),) if would_run_together(name, members[0].name) else ()),
                *joined(words.separator, (written(one, style) for one in members)),
            )
            for name, members in there.items()
        ),
    )


def written(attendee: Attendee, style: HouseStyle, *, is_shared: bool = False) -> Iterator[Piece]:
    """Return a name as printed; whoever shares it with somebody else is told apart by the organization."""
    words, place = style.attendance, ("attendees", attendee.id)
    yield Piece(attendee.name, (*place, "name"))
    if is_shared and attendee.organization:
        whose = {"organization": attendee.organization}
        yield from filled(words.namesake, whose, {"organization": (*place, "organization")})
    if attendee.presence is Presence.ONLINE:
        yield Piece(words.online, (*place, "presence"))
