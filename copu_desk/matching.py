"""Find people of the roster by what was written or typed; never guess between namesakes."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

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


def candidates(typed: str, people: Sequence[Person]) -> list[Person]:
    """Return the people that a typed name may mean, only those of the best kind of match, in their order.

    The kinds, best first: the whole name or an alias (with `name organization` to tell namesakes apart), the beginning
    of a name, a part of one, pinyin initials (`lsq`), the beginning of the pinyin (`lushou`). Case does not count.
    """
    words = typed.strip().lower()
    if not words:
        return []
    tests = (_is_whole, _is_beginning, _is_part, _is_initials, _is_spelled)
    for test in tests:
        if found := [person for person in people if test(words, person)]:
            return found
    return []


def _names(person: Person) -> list[str]:
    return [name.lower() for name in (person.name, *person.aliases) if name]


def _is_whole(words: str, person: Person) -> bool:
    plain = words.replace(" ", "")
    whole = [name.replace(" ", "") for name in _names(person)]
    place = person.organization.lower().replace(" ", "")
    return plain in whole or (
        bool(place)
        and any(plain.startswith(name) and len(plain) > len(name) and plain[len(name) :] in place for name in whole)
    )


def _is_beginning(words: str, person: Person) -> bool:
    return any(name.startswith(words) for name in _names(person))


def _is_part(words: str, person: Person) -> bool:
    return any(words in name for name in _names(person))


def _is_initials(words: str, person: Person) -> bool:
    return words.isascii() and any(
        "".join(syllable[0] for syllable in spelled).startswith(words) for spelled in _spellings(person)
    )


def _is_spelled(words: str, person: Person) -> bool:
    plain = words.replace(" ", "")
    return plain.isascii() and any("".join(spelled).startswith(plain) for spelled in _spellings(person))


def _spellings(person: Person) -> list[list[str]]:
    """Return the syllables of a person's names; what the roster says of the pinyin goes before the dictionary."""
    if person.pinyin.strip():
        return [person.pinyin.lower().split()]
    return [list(_syllables(name)) for name in _names(person)]


@cache
def _syllables(name: str) -> tuple[str, ...]:
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - 230 ms to load, so only when somebody types pinyin

    return tuple(part for part in lazy_pinyin(name) if part.strip())
