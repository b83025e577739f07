"""Whom a name on a meeting platform means: nicknames, `单位-姓名`, pinyin, several people on one account.

A name means somebody beyond doubt if it, or a part of it, is the whole name of exactly one person, in characters or
spelled out in pinyin. Everything else is a suggestion for the secretary: names that sound the same (as variant,
traditional and mistyped characters do), names that stand within, beginnings and initials.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import product

from copu_desk.matching.calls import Pool
from copu_desk.matching.likeness import likeness, names_of, plain, spellings
from copu_desk.model import Attendee, Person

MOST_CANDIDATES = 6
_SHORTEST_SPELLED = 2  # syllables
_MOST_SPELLINGS = 64  # of a name with many readings

_ROLE = (
    "主持人?|联席主持人?|副主持人?|会议?创建者|嘉宾|来宾|访客|游客|外部|外部联系人|外部成员|未验证|参会者|参与者|记录员?|录制|我|本人|线上|线下|远程"
    "|host|co-?host|guest|external|unverified|me|presenter|organi[sz]er|attendee|interpreter|panelist"
)
_ROLES = re.compile(rf"(?:{_ROLE})(?:[,，、](?:{_ROLE}))*", re.IGNORECASE)
_BRACKETED = re.compile(r"(?P<outer>[^()\[\]【】<>〔〕]*)[(\[【<〔](?P<inner>[^()\[\]【】<>〔〕]*)[)\]】>〔〕]")
_TOGETHER = re.compile(r"\s*(?:[&+/、,，;；]|和|与|及|\band\b)\s*", re.IGNORECASE)
_PARTS = re.compile(r"\s*[-–—―−_/|·•:：@~,，、]\s*|\s+")
_HAN_NAME = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]{2,4}")
_DIGIT = re.compile(r"\d")
_PLACE = re.compile(
    r".{2,}(?:公司|集团|大学|学院|研究院|研究所|协会|学会|商会|联盟|银行|软件|科技|中心|基金会)", re.IGNORECASE
)


class Way(StrEnum):
    """How sure it is whom a name means, the surest first."""

    REMEMBERED = "remembered"
    EXACT = "exact"
    NORMALISED = "normalised"
    PINYIN = "pinyin"


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom one name means: somebody beyond doubt and how that was found, else who may be meant, likeliest first."""

    attendee: Attendee | None = None
    way: Way | None = None
    candidates: tuple[Attendee, ...] = ()


class Matcher:
    """Knows the people of a pool by all that a platform may write of them; made once for many names."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._written = _index(pool.entries, lambda one: map(_even, (one.name, *one.aliases)))
        self._names = _index(pool.entries, names_of)
        self._organizations = {entry.organization for entry in pool.entries} - {""}
        self._longest = max(map(len, self._names), default=0)
        self._known: dict[tuple[str, str], Meant] = {}

    @cached_property
    def _spellings(self) -> "_Index":
        return _index(self._pool.entries, _in_pinyin)

    @cached_property
    def _sounds(self) -> "_Index":
        return _index(self._pool.entries, lambda one: map(_sound, (one.name, *one.aliases)))

    def people_in(self, written: str) -> tuple[str, ...]:
        """Return the people that one name on a platform stands for, as far as that can be told: mostly one.

        Several share an account (`甲&乙`) if what stands between the signs are names: known ones, or two to four
        Chinese characters. `张三/远帆协会` is one person, since the second part is no name.
        """
        for form in forms(written):
            parts = [part for part in _TOGETHER.split(form) if part]
            if len(parts) > 1 and all(map(self._is_person, parts)):
                return tuple(dict.fromkeys(parts))
        return (written,)

    def meant(self, written: str, organization: str = "") -> Meant:
        """Return whom a name of one person means; `organization` is what the report says in a column of its own.

        Nobody is meant beyond doubt if several bear the name (unless a part of it names the organization of one of
        them), if two parts name two people, or if the name names another organization than the roster does.
        """
        key = (written, organization)
        if key not in self._known:
            self._known[key] = self._meant(written, organization)
        return self._known[key]

    def _meant(self, written: str, organization: str) -> Meant:
        exact = self._found(self._written, [_even(written)])
        if len(exact) == 1:
            return Meant(self._pool.attendee(exact[0]), Way.EXACT)
        readings = forms(written)
        parts = list(dict.fromkeys(part for form in readings for part in (form, *_PARTS.split(form)) if part))
        for way, bearers in ((Way.NORMALISED, exact or self._bearers(parts)), (Way.PINYIN, self._spelled(readings))):
            if bearers:
                hints = [*parts, organization]
                certain = _at_place(bearers, hints)
                if len(certain) == 1 and not self._elsewhere(certain[0], hints):
                    return Meant(self._pool.attendee(certain[0]), way)
                return self._maybe(certain if len(certain) > 1 else bearers)
        return self._maybe(self._suggested(readings, parts))

    def _maybe(self, entries: Sequence[Person]) -> Meant:
        return Meant(None, None, tuple(map(self._pool.attendee, entries[:MOST_CANDIDATES])))

    def _found(self, index: "_Index", words: Iterable[str]) -> list[Person]:
        """Return those of an index whom some words name, in the order of the pool."""
        places = sorted({place for word in words if word for place in index.get(word, ())})
        return [self._pool.entries[place] for place in places]

    def _is_person(self, part: str) -> bool:
        if part in self._organizations or _PLACE.fullmatch(part):
            return False
        known = self._bearers([part]) or self._spelled([part])
        return bool(known) or bool(_HAN_NAME.fullmatch(part) and not _ROLES.fullmatch(part))

    def _bearers(self, parts: Iterable[str]) -> list[Person]:
        """Return those whose whole name or alias is one of the parts, without spaces, width and case."""
        return self._found(self._names, map(_together, parts))

    def _spelled(self, readings: Iterable[str]) -> list[Person]:
        """Return those whose whole name a form spells in pinyin, the surname first or last."""
        latin = [re.sub(r"[^a-z]", "", plain(form)) for form in readings if _is_latin(form)]
        return self._found(self._spellings, latin) if latin else []

    def _elsewhere(self, person: Person, hints: Sequence[str]) -> bool:
        """Whether the hints name an organization that is not the person's."""
        if not person.organization or any(_related(hint, person.organization) for hint in hints):
            return False
        return any(hint in self._organizations or _PLACE.fullmatch(hint) for hint in hints)

    def _suggested(self, readings: Sequence[str], parts: Sequence[str]) -> list[Person]:
        """Return those who may be meant though no part of the name is theirs, the likeliest first."""
        found = self._found(self._sounds, map(_sound, parts))
        for form in readings:
            word = _together(form)
            within = (word[at:end] for at in range(len(word)) for end in range(at + 2, at + 1 + self._longest))
            found += self._found(self._names, within)
            if len(word) > 1 and not _DIGIT.search(word) and (len(word) <= self._longest or _is_latin(form)):
                found += [entry for group in likeness(form, self._pool.entries) for entry in group]
        return list({entry.id: entry for entry in found}.values())


_Index = Mapping[str, Sequence[int]]
"""Places in the pool by words that name who stands there."""


def _index(entries: Sequence[Person], words: Callable[[Person], Iterable[str]]) -> _Index:
    made: dict[str, list[int]] = {}
    for place, entry in enumerate(entries):
        for word in set(words(entry)) - {""}:
            made.setdefault(word, []).append(place)
    return made


def _together(words: str) -> str:
    return plain(words).replace(" ", "")


def _even(words: str) -> str:
    return unicodedata.normalize("NFC", words).strip()


@lru_cache(maxsize=1 << 12)
def forms(written: str) -> tuple[str, ...]:
    """Return the ways to read a name without its brackets and roles: what stands in them first, then what before."""
    words = unicodedata.normalize("NFKC", written).strip()
    found = []
    rest = words
    while match := _BRACKETED.search(rest):
        found.append(match["inner"].strip())
        rest = f"{rest[: match.start()]}{match['outer']} {rest[match.end() :]}"
    found.append(rest.strip())
    named = [form for form in (_without_role(one) for one in found) if form]
    return tuple(dict.fromkeys(named)) or (words,)


def _without_role(form: str) -> str:
    """Take a role from the end or the beginning of a name: `罗思琪-主持人`; a form that is a role alone is none."""
    if _ROLES.fullmatch(form):
        return ""
    parts = [part for part in re.split(r"\s*[-–—_|/]\s*|\s+", form) if part]
    if len(parts) > 1 and _ROLES.fullmatch(parts[-1]):
        return form[: form.rindex(parts[-1])].rstrip(" -–—_|/")
    if len(parts) > 1 and _ROLES.fullmatch(parts[0]):
        return form[form.index(parts[0]) + len(parts[0]) :].lstrip(" -–—_|/")
    return form


def _is_latin(form: str) -> bool:
    return re.fullmatch(r"[a-z .'’-]+", plain(form)) is not None


def _in_pinyin(entry: Person) -> frozenset[str]:
    return frozenset(words for spelled in spellings(entry) for words in _readings_of(spelled))


def _readings_of(spelled: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield a name in pinyin: with each reading of its characters, and the given name first as abroad."""
    syllables = [tuple(dict.fromkeys(one for one in readings if one.isascii())) for readings in spelled]
    if len(syllables) < _SHORTEST_SPELLED or not all(syllables):
        return
    for count, readings in enumerate(product(*syllables)):
        if count == _MOST_SPELLINGS:
            return
        for surname in range(3):  # none, one, two characters go to the end
            yield "".join((*readings[surname:], *readings[:surname]))


def _at_place(bearers: list[Person], hints: Sequence[str]) -> list[Person]:
    """Return those whose organization or title is named among the hints, else all."""
    there = [one for one in bearers if any(_related(hint, place) for hint in hints for place in _places(one))]
    return there or bearers


def _places(person: Person) -> list[str]:
    return [place for place in (person.organization, person.title) if place]


def _related(hint: str, place: str) -> bool:
    one, other = _together(hint), _together(place)
    return min(len(one), len(other)) > 1 and (one in other or other in one)


@lru_cache(maxsize=1 << 14)
def _sound(name: str) -> str:
    """Return how a Chinese name sounds: the same for variant, traditional and mistyped characters."""
    if not _HAN_NAME.fullmatch(name.replace(" ", "")):
        return ""
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - takes long to load, so only for names that are not found

    return " ".join(lazy_pinyin(name.replace(" ", "")))
