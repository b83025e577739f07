"""Find people of the roster by what was written or typed; never guess between namesakes."""

from collections.abc import Sequence
from dataclasses import replace

from copu_desk.model import Attendee, Person


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
