"""Find people by what was written or typed, and hear the roll call; never guess between namesakes."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

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


def candidates(typed: str, people: Sequence[Person]) -> list[Person]:
    """Return the people that a typed name may mean, the likeliest first; people alike in that stay in their order.

    The ways to be meant, likeliest first: the whole name or an alias, its beginning, a part of it, the pinyin initials
    (`lsq`), the beginning of them, the beginning of each syllable (`lushq`, `lushouqun`, `陆sq`), and the same with any
    reading of a character that has several. After a space or in brackets may stand a part of the organization.
    """
    return [person for group in likeness(typed, people) for person in group]


def likeness(typed: str, people: Sequence[Person]) -> list[list[Person]]:
    """Return the candidates in groups of those that are equally likely, the likeliest group first."""
    words = _plain(typed)
    found = _groups(words.replace(" ", ""), people)
    if not found and " " in words:
        name, _, place = words.rpartition(" ")
        there = [person for person in people if place in _plain(person.organization)]
        found = _groups(name.replace(" ", ""), there)
    return found


@lru_cache(maxsize=1 << 14)
def _plain(words: str) -> str:
    """Return words as they are compared: small letters, no accents, brackets as a space."""
    plain = unicodedata.normalize("NFKD", words).replace("u\u0308", "v").casefold()
    kept = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[()\[\]'’,]", " ", unicodedata.normalize("NFC", kept)).split())


def _groups(words: str, people: Sequence[Person]) -> list[list[Person]]:
    found: list[list[Person]] = []
    rest = list(people) if words else []
    for means in _WAYS if re.search("[a-z]", words) else _WAYS_WITHOUT_PINYIN:
        if group := [person for person in rest if means(words, person)]:
            found.append(group)
            rest = [person for person in rest if person not in group]
    return found


def _names(person: Person) -> list[str]:
    return [_plain(name).replace(" ", "") for name in (person.name, *person.aliases) if name.strip()]


def _is_whole(words: str, person: Person) -> bool:
    return words in _names(person)


def _begins(words: str, person: Person) -> bool:
    return any(name.startswith(words) for name in _names(person))


def _is_part(words: str, person: Person) -> bool:
    return any(words in name for name in _names(person))


def _is_initials(words: str, person: Person) -> bool:
    return any(words == "".join(one[0][:1] for one in spelled) for spelled in _spellings(person))


def _begins_initials(words: str, person: Person) -> bool:
    return any("".join(one[0][:1] for one in spelled).startswith(words) for spelled in _spellings(person))


def _is_spelled(words: str, person: Person) -> bool:
    return any(_spells(words, [one[:2] for one in spelled]) for spelled in _spellings(person))


def _is_spelled_otherwise(words: str, person: Person) -> bool:
    return any(_spells(words, spelled) for spelled in _spellings(person))


Way = Callable[[str, Person], bool]
_WAYS_WITHOUT_PINYIN: tuple[Way, ...] = (_is_whole, _begins, _is_part)
_WAYS = (*_WAYS_WITHOUT_PINYIN, _is_initials, _begins_initials, _is_spelled, _is_spelled_otherwise)

Spelling = tuple[tuple[str, ...], ...]
"""For each character of a name: its usual reading, the character itself, and its other readings."""


def _spells(words: str, spelled: Sequence[Sequence[str]]) -> bool:
    """Whether words are made of the beginnings of the first characters' readings, one after the other."""
    if not words or not spelled:
        return not words
    return any(
        words[:length] == reading[:length] and _spells(words[length:], spelled[1:])
        for reading in spelled[0]
        for length in range(1, min(len(words), len(reading)) + 1)
    )


_SYLLABLE = (
    "((?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu"
    "|ou|ua|ue|ui|un|uo|ve|a|e|i|o|u|v))"
)


def _spellings(person: Person) -> list[Spelling]:
    """Return how a person's names may be spelled; what the roster says of the pinyin goes before the dictionary."""
    given = _plain(person.pinyin)
    if not given:
        return [_readings(_plain(name)) for name in (person.name, *person.aliases)]
    name = (_names(person) or [""])[0]
    parts = given.split()
    if len(parts) != len(name) and (whole := re.fullmatch(_SYLLABLE * len(name), given.replace(" ", ""))):
        parts = list(whole.groups())  # `Lu Shouqun` is three syllables
    signs = name if len(parts) == len(name) else [""] * len(parts)
    return [tuple(zip(parts, signs, strict=True)), *(_readings(_plain(alias)) for alias in person.aliases)]


@cache
def _readings(name: str) -> Spelling:
    from pypinyin import Style, lazy_pinyin, pinyin  # noqa: PLC0415 - takes long to load, so only for who types pinyin

    words = re.findall(r"[a-z0-9]+|[^\W_]", name)
    return tuple(
        (usual, sign, *_in_full(readings))
        for sign, usual, readings in zip(
            words, lazy_pinyin(words), pinyin(words, style=Style.NORMAL, heteronym=True), strict=True
        )
    )


def _in_full(readings: Iterable[str]) -> list[str]:
    """Return readings, ü also as it stands in passports (`lyu`) and on keyboards (`lu`)."""
    return [form for reading in readings for form in (reading, reading.replace("v", "yu"), reading.replace("v", "u"))]


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
    pool = _Pool(attendees, people)
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
    """Return what a list of names tells; a name counts as a whole only, and one that several bear is unsure."""
    pool = _Pool(attendees, people)
    marked: dict[str, Attendee] = {}
    new: dict[tuple[str, str], Attendee] = {}
    unsure: dict[str, None] = {}
    for one in read:
        named = pool.named(one)
        if len(named) > 1:
            unsure[one.name] = None
        elif named and named[0].id in pool.of_list:
            marked[named[0].id] = replace(pool.of_list[named[0].id], presence=one.presence)
        else:
            joining = replace(called(named[0]), presence=one.presence, note=one.note) if named else one
            new[joining.name, joining.organization] = joining
    return Told(tuple(marked.values()), tuple(new.values()), tuple(unsure))


class _Pool:
    """Those of the list, and those of the roster who are not in it, as people to choose from."""

    def __init__(self, attendees: Sequence[Attendee], people: Sequence[Person]) -> None:
        known = {person.id: person for person in people}
        tied = {one.id: identify(one, people).person for one in attendees}
        self.of_list = {one.id: one for one in attendees}
        self.entries = [_entry(one, known.get(tied[one.id])) for one in attendees]
        self.entries += [person for person in people if person.id not in tied.values()]

    def named(self, attendee: Attendee) -> list[Person]:
        """Return those who bear the very name, and the organization if one is given."""
        name, place = _plain(attendee.name).replace(" ", ""), _plain(attendee.organization)
        bearers = [entry for entry in self.entries if name and _is_whole(name, entry)]
        there = [entry for entry in bearers if place in _plain(entry.organization)]
        return there or [entry for entry in bearers if not entry.organization]


def _entry(attendee: Attendee, person: Person | None) -> Person:
    return Person(
        name=attendee.name,
        organization=attendee.organization,
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
