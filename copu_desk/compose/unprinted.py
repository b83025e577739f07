"""What is recorded of a meeting and stands nowhere in its minutes as a house style prints them.

Whoever exports must know it: nobody else looks for what is not there.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from copu_desk.compose.minutes import trace
from copu_desk.document import Body, plain
from copu_desk.model import Attendee, Capacity, Meeting, Place, Presence, Series, essay_label, item_label
from copu_desk.sentences import Sentence
from copu_desk.style import PARTS, HouseStyle

_AWAY = {Presence.UNMARKED: Sentence("未到"), Presence.EXCUSED: Sentence("请假"), Presence.ABSENT: Sentence("缺席")}
_CAME = {Capacity.MEMBER: Sentence("出席"), Capacity.OBSERVER: Sentence("列席"), Capacity.GUEST: Sentence("嘉宾")}
_NOTED = Sentence("参会备注")
_PEOPLE = frozenset((*_AWAY.values(), *_CAME.values(), _NOTED))
_FACTS = {"venue": Sentence("地点"), "platform": Sentence("线上"), "chair": Sentence("主持人")}
_OF_ITEM = {"section": Sentence("分节"), "lead": Sentence("导语"), "presenter": Sentence("汇报人")}


@dataclass(frozen=True, slots=True)
class Unprinted:
    """What is not printed: what it is called (缺席, 讨论), and whose or which it is, as far as there are several."""

    label: Sentence
    which: tuple[str, ...] = ()

    @property
    def of_people(self) -> bool:
        """Whether `which` names people."""
        return self.label in _PEOPLE

    def __str__(self) -> str:
        """Return it in Chinese: 缺席（贺兰、程式）."""
        return f"{self.label}（{'、'.join(self.which)}）" if self.which else self.label


@dataclass(frozen=True, slots=True)
class _Print:
    """What the minutes show: the places whose values they print, and all their words without blanks."""

    places: frozenset[Place]
    words: str

    def lacks(self, place: Place, words: str) -> bool:
        """Whether there are words at a place, and the minutes do not show the place."""
        return bool(words.strip()) and place not in self.places

    def is_without(self, place: Place, words: str) -> bool:
        """Whether a fact is neither shown from its place nor told by other words, such as those of the opening."""
        return self.lacks(place, words) and _squeezed(words) not in self.words


def unprinted(meeting: Meeting, series: Series, style: HouseStyle) -> tuple[Unprinted, ...]:
    """Return what the minutes of a meeting leave out, people first, then in the order of the minutes.

    What only serves the taking of minutes (the scratch pad, links, connections, the clock of items) is no part of them.
    """
    lines = trace(meeting, series, style)
    shown = _Print(
        frozenset(piece.place for one in lines for piece in one.pieces),
        _squeezed("".join(plain(one.block) for one in lines)),
    )
    found: dict[Sentence, list[str]] = {}
    for label, which in chain.from_iterable(part(meeting, shown) for part in (_people, _facts, _agenda, _results)):
        known = found.setdefault(label, [])
        if which and which not in known:
            known.append(which)
    return tuple(Unprinted(label, tuple(which)) for label, which in found.items())


def _squeezed(words: str) -> str:
    return re.sub(r"\s", "", words)


def _people(meeting: Meeting, shown: _Print) -> Iterator[tuple[Sentence, str]]:
    """Return who is not named, by how they came or did not, and of whom there is a note."""
    bearers = Counter(one.name for one in meeting.attendees)
    for one in meeting.attendees:
        if shown.lacks(("attendees", one.id, "name"), one.name):
            yield _CAME[one.capacity] if one.presence.came else _AWAY[one.presence], _named(one, bearers)
    for one in meeting.attendees:
        if shown.lacks(("attendees", one.id, "note"), one.note):
            yield _NOTED, _named(one, bearers)


def _named(attendee: Attendee, bearers: Mapping[str, int]) -> str:
    """Return a name, that of a namesake with the organization."""
    shared = bearers[attendee.name] > 1 and attendee.organization
    return f"{attendee.name} {attendee.organization}" if shared else attendee.name


def _facts(meeting: Meeting, shown: _Print) -> Iterator[tuple[Sentence, str]]:
    """Return what is known of the meeting as a whole, and its texts."""
    for name in ("start", "end"):
        moment = getattr(meeting, name)
        if moment and shown.is_without((name,), f"{moment:%H:%M}"):
            yield Sentence("时间"), ""
    for name, label in _FACTS.items():
        if shown.is_without((name,), getattr(meeting, name)):
            yield label, ""
    for name in ("recorder", "classification", "remarks", "copies", "opening"):
        if shown.lacks((name,), getattr(meeting, name)):
            yield PARTS.get(name, Sentence("抄送")), ""
    for name in ("preamble", "closing", "postscript"):
        if shown.lacks((name,), _text(getattr(meeting, name))):
            yield PARTS[name], ""


def _agenda(meeting: Meeting, shown: _Print) -> Iterator[tuple[Sentence, str]]:
    for item in meeting.agenda:
        place, which = ("agenda", item.id), item_label(item)
        if shown.is_without((*place, "title"), item.title):
            yield Sentence("议题标题"), which
        for name, label in _OF_ITEM.items():
            if shown.lacks((*place, name), getattr(item, name)):
                yield label, which
        if shown.lacks((*place, "discussion"), _text(item.discussion)):
            yield Sentence("讨论"), which
        for decision in item.decisions:
            if shown.lacks((*place, "decisions", decision.id, "text"), decision.text):
                yield Sentence("决议"), decision.text


def _results(meeting: Meeting, shown: _Print) -> Iterator[tuple[Sentence, str]]:
    """Return the actions, and the essays."""
    for action in meeting.actions:
        if shown.lacks(("actions", action.id, "what"), action.what):
            yield PARTS["actions"], action.what
    for essay in meeting.essays:
        place = ("essays", essay.id)
        if shown.lacks((*place, "body"), _text(essay.body)) or shown.lacks((*place, "title"), essay.title):
            yield PARTS["essays"], essay_label(essay)


def _text(body: Body) -> str:
    """Return what a body says; pictures count, too."""
    return "".join(map(plain, body)).strip() or ("\ufffc" if body else "")
