"""How like a typed name is to the names of people: whole, in part, or in pinyin."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache

from copu_desk.model import Person


def candidates(typed: str, people: Sequence[Person]) -> list[Person]:
    """Return the people that a typed name may mean, the likeliest first; people alike in that stay in their order.

    The ways to be meant, likeliest first: the whole name or an alias, its beginning, a part of it, the pinyin initials
    (`lsq`), the beginning of them, the beginning of each syllable (`lushq`, `lushouqun`, `陆sq`), and the same with any
    reading of a character that has several. After a space or in brackets may stand a part of the organization, also in
    pinyin.
    """
    return [person for group in likeness(typed, people) for person in group]


def likeness(typed: str, people: Sequence[Person]) -> list[list[Person]]:
    """Return the candidates in groups of those that are equally likely, the likeliest group first."""
    words = plain(typed)
    found = _groups(words.replace(" ", ""), people)
    if not found and " " in words:
        name, _, place = words.rpartition(" ")
        there = [person for person in people if _is_at(place, person.organization)]
        found = _groups(name.replace(" ", ""), there)
    return found


def _is_at(place: str, organization: str) -> bool:
    """Whether words are a part of an organization's name, or the beginnings of its characters' pinyin (`tx`)."""
    spelled = Person(name=organization)
    return place in plain(organization) or any(
        means(place, spelled) for means in (_begins_initials, _is_spelled) if re.search("[a-z]", place)
    )


@lru_cache(maxsize=1 << 14)
def plain(words: str) -> str:
    """Return words as they are compared: small letters, no accents, brackets as a space."""
    small = unicodedata.normalize("NFKD", words).replace("u\u0308", "v").casefold()
    kept = "".join(sign for sign in small if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[()\[\]'’,]", " ", unicodedata.normalize("NFC", kept)).split())


def _groups(words: str, people: Sequence[Person]) -> list[list[Person]]:
    found: list[list[Person]] = []
    rest = list(people) if words else []
    for means in _WAYS if re.search("[a-z]", words) else _WAYS_WITHOUT_PINYIN:
        if group := [person for person in rest if means(words, person)]:
            found.append(group)
            rest = [person for person in rest if person not in group]
    return found


def names_of(person: Person) -> list[str]:
    """Return a person's name and aliases as they are compared."""
    return [plain(name).replace(" ", "") for name in (person.name, *person.aliases) if name.strip()]


def is_whole(words: str, person: Person) -> bool:
    """Tell whether words are a whole name or alias of a person."""
    return words in names_of(person)


def _begins(words: str, person: Person) -> bool:
    return any(name.startswith(words) for name in names_of(person))


def _is_part(words: str, person: Person) -> bool:
    return any(words in name for name in names_of(person))


def _is_initials(words: str, person: Person) -> bool:
    return any(words == "".join(one[0][:1] for one in spelled) for spelled in spellings(person))


def _begins_initials(words: str, person: Person) -> bool:
    return any("".join(one[0][:1] for one in spelled).startswith(words) for spelled in spellings(person))


def _is_spelled(words: str, person: Person) -> bool:
    return any(_spells(words, [one[:2] for one in spelled]) for spelled in spellings(person))


def _is_spelled_otherwise(words: str, person: Person) -> bool:
    return any(_spells(words, spelled) for spelled in spellings(person))


Way = Callable[[str, Person], bool]
_WAYS_WITHOUT_PINYIN: tuple[Way, ...] = (is_whole, _begins, _is_part)
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


def spellings(person: Person) -> list[Spelling]:
    """Return how a person's names may be spelled; what the roster says of the pinyin goes before the dictionary."""
    given = plain(person.pinyin)
    if not given:
        return [_readings(plain(name)) for name in (person.name, *person.aliases)]
    name = (names_of(person) or [""])[0]
    parts = given.split()
    if len(parts) != len(name) and (whole := re.fullmatch(_SYLLABLE * len(name), given.replace(" ", ""))):
        parts = list(whole.groups())  # `Lu Shouqun` is three syllables
    signs = name if len(parts) == len(name) else [""] * len(parts)
    return [tuple(zip(parts, signs, strict=True)), *(_readings(plain(alias)) for alias in person.aliases)]


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
