"""Compose tables: when and where, who was there, and what is to be done."""

from collections.abc import Iterator
from dataclasses import dataclass

from copu_desk import dates
from copu_desk.compose.attendees import groups, written
from copu_desk.compose.lines import Line, Piece, joined, table
from copu_desk.compose.outcomes import due, outcome
from copu_desk.compose.sources import Sources
from copu_desk.model import Attendee, Capacity, Presence
from copu_desk.style import fill

Cell = tuple[Piece, ...]


def facts_table(sources: Sources) -> Iterator[Line]:
    """Return what is known of when, where and under whom the meeting was held: two labelled facts a row."""
    meeting, words = sources.meeting, sources.style.columns
    hours = [
        (Piece(moment.strftime("%H:%M"), (name,)),)
        for name, moment in (("start", meeting.start), ("end", meeting.end))
        if moment
    ]
    number = f"　第{meeting.number}次" if meeting.number else ""
    facts: list[tuple[str, Cell]] = [
        (words.series, (Piece(sources.series.name + number, ("series",)),) if sources.series.name + number else ()),
        (words.date, (Piece(dates.chinese(meeting.held_on, weekday=True), ("held_on",)),)),
        (words.time, tuple(joined("—", hours))),
        (words.venue, _cell(meeting.venue, "venue")),
        (words.platform, _cell(meeting.platform, "platform")),
        (words.chair, _cell(meeting.chair, "chair")),
        (words.recorder, _cell(meeting.recorder, "recorder")),
    ]
    known = [cell for label, value in facts if value for cell in ((Piece(label),), value)]
    known += [(), ()] if len(known) % 4 else []
    yield table([tuple(known[at : at + 4]) for at in range(0, len(known), 4)], 0, "facts", (1.4, 5, 1.4, 5))


def _cell(words: str, *place: str) -> Cell:
    return (Piece(words, place),) if words else ()


@dataclass(frozen=True, slots=True)
class _Column:
    head: str
    share: float
    cells: tuple[Cell, ...]


def _columned(columns: list[_Column]) -> Line:
    rows = [tuple((Piece(one.head),) for one in columns), *zip(*(one.cells for one in columns), strict=True)]
    return table(rows, 1, "", tuple(one.share for one in columns))


def attendance_table(sources: Sources) -> Iterator[Line]:
    """Return a row for each attendee who was there or is excused.

    Where neither organizations nor titles are known there is a row for each group instead, with all its names.
    """
    words, style = sources.style.columns, sources.style
    known = [(label, one) for label, people in groups(sources.meeting.attendees, style) for one in people]
    people = [one for _, one in known]
    if not people:
        return
    if not any(one.organization or one.title for one in people):
        yield _group_table(sources)
        return
    labels = {
        Capacity.MEMBER: style.attendance.members,
        Capacity.OBSERVER: style.attendance.observers,
        Capacity.GUEST: style.attendance.guests,
    }
    alike = len({one.capacity for one in people}) == 1
    columns = [
        _Column(words.row, 1.2, tuple((Piece(str(number)),) for number in range(1, len(people) + 1))),
        _Column(words.name, 2.2, tuple(_of(one, "name") for one in people)),
        _Column(words.organization, 4, tuple(_of(one, "organization") for one in people)),
        _Column(words.title, 3, tuple(_of(one, "title") for one in people)),
        _Column(
            words.group,
            1.6,
            tuple(
                () if alike else _cell(_label(labels[one.capacity]), "attendees", one.id, "capacity") for one in people
            ),
        ),
        _Column(words.presence, 1.6, tuple(_presence(label, one, sources) for label, one in known)),
    ]
    yield _columned([one for one in columns if any(one.cells)])


def _group_table(sources: Sources) -> Line:
    style, rows = sources.style, []
    for label, people in groups(sources.meeting.attendees, style):
        count = fill(style.columns.people, {"group": _label(label), "number": len(people)})
        names = joined(style.attendance.separator, (written(one, style) for one in people))
        rows.append(((Piece(count),), tuple(names)))
    return table(rows, 0, "facts", (2, 8.5))


def _of(attendee: Attendee, name: str) -> Cell:
    return _cell(getattr(attendee, name), "attendees", attendee.id, name)


def _label(words: str) -> str:
    return words.rstrip("：: ")


def _presence(label: str, attendee: Attendee, sources: Sources) -> Cell:
    """Return whether somebody was in the room or online, or the label of those who were not there."""
    words = sources.style.columns
    there = {Presence.ONSITE: words.onsite, Presence.ONLINE: words.online}
    return (Piece(there.get(attendee.presence, _label(label)), ("attendees", attendee.id, "presence")),)


def action_table(sources: Sources) -> Iterator[Line]:
    """Return a row for each action that no agenda item prints; the outcome only where there is one."""
    actions, words, style = sources.actions, sources.style.columns, sources.style
    actions = tuple(one for one in actions if one.what.strip() or one.owner or one.due or one.due_words)
    if not actions:
        return
    day = sources.meeting.held_on
    columns = [
        _Column(words.row, 1.2, tuple((Piece(str(number)),) for number in range(1, len(actions) + 1))),
        _Column(words.what, 6.5, tuple(_cell(one.what, "actions", one.id, "what") for one in actions)),
        _Column(words.owner, 2, tuple(_cell(one.owner, "actions", one.id, "owner") for one in actions)),
        _Column(words.due, 2.4, tuple(tuple(due(one, style, day)) for one in actions)),
    ]
    if any(outcome(one, style) for one in actions):
        states = tuple(
            tuple(outcome(one, style)) or (Piece(words.open, ("actions", one.id, "status")),) for one in actions
        )
        columns.append(_Column(words.status, 2.2, states))
    yield _columned(columns)
