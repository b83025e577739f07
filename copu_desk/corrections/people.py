"""Corrections of the lines that say who was there: names that came, went or were spelt otherwise."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from copu_desk.compose.attendees import ABSENCES, CAPACITIES
from copu_desk.compose.lines import Piece
from copu_desk.corrections.edits import Add, Edit, Put
from copu_desk.model import Attendee, Capacity, Meeting, Presence
from copu_desk.wording import AttendanceWords

_ONLINE = re.compile(r"\s*[（(](?:线上|線上|在线|远程)[^）)]*[）)]")
_BRACKET = re.compile(r"\s*[（(]([^）)]+)[）)]\s*$")


class Group(NamedTuple):
    """Who stands in one line: their capacity, and their presence if it is the same for all (None: they came)."""

    capacity: Capacity
    presence: Presence | None


class _Entry(NamedTuple):
    name: str
    organization: str
    online: bool


def is_list(pieces: Sequence[Piece]) -> bool:
    """Tell whether a paragraph is a list of attendees, and not one value of one of them."""
    fields = [piece.place for piece in pieces if piece.place]
    return (
        bool(fields)
        and all(place[0] == "attendees" for place in fields)
        and not (len({place[1] for place in fields}) == 1 and len(pieces) == 1)
    )


def group_of(label: str, words: AttendanceWords) -> Group | None:
    """Return whom a line lists that begins with a label of the style, None for any other words."""
    for name in words.order:
        own: str = getattr(words, name)
        if own and label.startswith(own.rstrip("：:")):
            return Group(CAPACITIES.get(name, Capacity.MEMBER), ABSENCES.get(name))
    return None


def edits(pieces: Sequence[Piece], said: str, meeting: Meeting, words: AttendanceWords) -> tuple[Edit, ...] | None:
    """Return what a list of attendees that now reads `said` changes in the meeting; None if its label was changed.

    Who is not listed any more is 未到, unless another line lists them; who is new in the list gets its presence.
    """
    label = pieces[0].words if pieces and not pieces[0].place else ""
    if said and not said.startswith(label.rstrip("：:")):
        return None
    ids = list(dict.fromkeys(piece.place[1] for piece in pieces if piece.place))
    people = sorted((one for one in meeting.attendees if one.id in ids), key=lambda one: ids.index(one.id))
    first = people[0]
    group = Group(first.capacity, None if first.presence.came else first.presence)
    entries = list(_entries(said[len(label.rstrip("：:")) :].lstrip("：: "), meeting, words))
    return tuple(_compared(people, entries, group, meeting))


def added(said: str, meeting: Meeting, words: AttendanceWords) -> tuple[Edit, ...]:
    """Return what a new list of attendees (请假：…) changes; nothing if its label is none of the style's."""
    label = re.match(r"[^：:]*[：:]?", said)
    group = group_of(said, words)
    if group is None or not label:
        return ()
    return tuple(_compared([], list(_entries(said[label.end() :], meeting, words)), group, meeting))


def _entries(said: str, meeting: Meeting, words: AttendanceWords) -> Iterator[_Entry]:
    said = said.strip().removesuffix(words.end).rstrip("。.；;")
    if not words.by_organization:
        for name in re.split("[、，,；;]", said):
            yield from _entry(name, "")
        return
    for part in re.split("[，,；;]", said):
        whose = ""
        for row, name in enumerate(part.split("、")):
            whose, alone = _parted(name.strip(), meeting) if not row else (whose, name)
            yield from _entry(alone, whose)


def _entry(name: str, whose: str) -> Iterator[_Entry]:
    core = _ONLINE.sub("", name).strip()
    bracket = _BRACKET.search(core)
    if core:
        alone = core[: bracket.start()].strip() if bracket else core
        yield _Entry(alone, bracket[1] if bracket else whose, bool(_ONLINE.search(name)))


def _parted(words: str, meeting: Meeting) -> tuple[str, str]:
    """Part an organization from the name that is written right behind it, by the names and organizations known."""
    core = _ONLINE.sub("", words)
    names = sorted({one.name for one in meeting.attendees if one.name}, key=len, reverse=True)
    for name in names:
        if core.endswith(name):
            return core.removesuffix(name).rstrip(), name + words[len(core) :]
    offices = sorted({one.organization for one in meeting.attendees if one.organization}, key=len, reverse=True)
    office = next((one for one in offices if core.startswith(one)), "")
    return office, words.removeprefix(office).lstrip()


def _compared(people: Sequence[Attendee], entries: Sequence[_Entry], group: Group, meeting: Meeting) -> Iterator[Edit]:
    names, listed = [one.name for one in people], [one.name for one in entries]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, names, listed, autojunk=False).get_opcodes():
        old, new = list(people[i1:i2]), list(entries[j1:j2])
        if tag == "replace" and len(old) == len(new):
            known = {one.name for one in meeting.attendees}
            renamed = [entry.name not in known for entry in new]
        else:
            renamed = [tag == "equal"] * len(old)
        for row, attendee in enumerate(old):
            if renamed[row]:
                yield from _same(attendee, new[row], group)
            else:
                yield Put(("attendees", attendee.id, "presence"), attendee.presence, Presence.UNMARKED, gently=True)
        for row, entry in enumerate(new):
            if row >= len(renamed) or not renamed[row]:
                yield from _new(entry, group, meeting, people[i2 - 1].id if i2 else "")


def _same(attendee: Attendee, entry: _Entry, group: Group) -> Iterator[Edit]:
    """Compare what is printed of one who stays in the list."""
    place = ("attendees", attendee.id)
    if entry.name != attendee.name:
        yield Put((*place, "name"), attendee.name, entry.name)
    if entry.organization and entry.organization != attendee.organization:
        yield Put((*place, "organization"), attendee.organization, entry.organization)
    if group.presence is None and entry.online != (attendee.presence is Presence.ONLINE):
        yield Put((*place, "presence"), attendee.presence, Presence.ONLINE if entry.online else Presence.ONSITE)


def _new(entry: _Entry, group: Group, meeting: Meeting, after: str) -> Iterator[Edit]:
    """Give one who is new in the list its presence; who was not called to the meeting at all is added."""
    presence = group.presence or (Presence.ONLINE if entry.online else Presence.ONSITE)
    known = [one for one in meeting.attendees if one.name == entry.name]
    if len(known) != 1:
        made = Attendee(entry.name, entry.organization, capacity=group.capacity, presence=presence)
        yield Add(("attendees",), after, made)
        return
    place = ("attendees", known[0].id)
    yield Put((*place, "presence"), known[0].presence, presence)
    if group.presence is None and known[0].capacity is not group.capacity:
        yield Put((*place, "capacity"), known[0].capacity, group.capacity)
