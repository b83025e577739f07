"""Meetings: the next one of a series, what it is called, how it reads."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import cache

from copu_desk import exchange, matching
from copu_desk.attendance import belongs, outside
from copu_desk.compose import minutes
from copu_desk.desk.series import DEFAULT_SERIES, series_of
from copu_desk.errors import StyleError
from copu_desk.library import Entry, Library
from copu_desk.model import Action, ActionStatus, Attendee, Capacity, Meeting, Series, new_id
from copu_desk.style import HouseStyle, house_style


def new_meeting(library: Library, series: Series, held_on: date, copy_from: str = "") -> Meeting:
    """Make and keep the next meeting of a series.

    What stays the same is copied from a meeting (its id; the last one of the series if empty; "-" for none): place,
    people (all 未到 yet; guests are not regulars) and the actions still open. Who has left the series by the roster is
    not called any more, who has joined it is, and who is one person of the roster is tied to it. The number counts on,
    from 1 each year if the series says so; a series that was never numbered stays so.
    """
    last = _last_of(library, series, held_on) if not copy_from else None
    model = library.load(last.id if last else copy_from) if last or copy_from not in ("", "-") else None
    meeting = Meeting(
        held_on=held_on,
        series=series.id,
        number=_next_number(library, series, held_on),
        venue=series.venue,
        platform=series.platform,
        link=series.link,
        chair=series.chair,
        recorder=series.recorder,
        copies=series.copies,
    )
    if model:
        meeting = replace(
            meeting,
            venue=model.venue or meeting.venue,
            platform=model.platform or meeting.platform,
            link=model.link or meeting.link,
            chair=model.chair or meeting.chair,
            recorder=model.recorder or meeting.recorder,
            copies=meeting.copies or model.copies,
            attendees=tuple(_regulars(library, model, meeting)),
            actions=tuple(_still_open(model)),
        )
    else:
        meeting = replace(meeting, attendees=tuple(_members(library, series.id, held_on)))
    library.save(meeting)
    return meeting


def _last_of(library: Library, series: Series, held_on: date) -> Entry | None:
    return next(iter(library.entries(until=held_on, series=series.id)), None)


def _next_number(library: Library, series: Series, held_on: date) -> int:
    earlier = library.entries(until=held_on, series=series.id)
    if not earlier:
        return 1
    if not any(entry.number for entry in earlier):
        return 0
    if series.number_by_year:
        earlier = [entry for entry in earlier if entry.held_on.year == held_on.year]
    return max((entry.number for entry in earlier), default=0) + 1


def _regulars(library: Library, model: Meeting, meeting: Meeting) -> Iterable[Attendee]:
    people = library.people()
    gone = {person.id for person in people if outside(person, meeting.series, meeting.held_on)}
    regulars = [
        matching.identify(
            Attendee(
                name=attendee.name,
                organization=attendee.organization,
                title=attendee.title,
                capacity=attendee.capacity,
                person=attendee.person,
            ),
            people,
        )
        for attendee in model.attendees
        if attendee.capacity != Capacity.GUEST
    ]
    there = {attendee.person for attendee in regulars}
    yield from (attendee for attendee in regulars if attendee.person not in gone)
    yield from (one for one in _members(library, meeting.series, meeting.held_on) if one.person not in there)


def _members(library: Library, series: str, held_on: date) -> Iterable[Attendee]:
    return (matching.called(person) for person in library.people() if belongs(person, series, held_on))


def _still_open(model: Meeting) -> Iterable[Action]:
    for action in model.actions:
        if action.status == ActionStatus.OPEN:
            yield replace(action, origin=action.id, item="", id=new_id())


def title(library: Library, meeting: Meeting) -> str:
    """Return the title a meeting's minutes carry: its own, else the one its house style builds.

    A house style that somebody is just editing may be broken: lists and windows still need a name for the meeting.
    """
    return _title(meeting, series_of(library, meeting), house_style)


def _title(meeting: Meeting, series: Series, style_named: Callable[[str], HouseStyle]) -> str:
    try:
        return minutes.title(meeting, series, style_named(series.style))
    except StyleError:
        return meeting.title or f"{series.name or DEFAULT_SERIES}纪要 {meeting.held_on}"


def opening(library: Library, meeting: Meeting) -> str:
    """Return the opening sentence as printed: the meeting's own, else the one its house style builds."""
    series = series_of(library, meeting)
    return minutes.opening(meeting, series, house_style(series.style))


def title_of(library: Library, entry: Entry) -> str:
    """Return the title a listed meeting's minutes carry."""
    return titles_of(library, (entry,))[0]


def titles_of(library: Library, entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return the titles that the minutes of listed meetings carry; each series and each style is read once."""
    known, style_named = {one.id: one for one in library.series()}, cache(house_style)
    return tuple(
        entry.title
        or _title(
            Meeting(entry.held_on, entry.series, entry.number),
            known.get(entry.series) or Series(id=entry.series),
            style_named,
        )
        for entry in entries
    )


def text(library: Library, meeting: Meeting) -> str:
    """Return a meeting's minutes as plain text."""
    series = series_of(library, meeting)
    material = exchange.Material(meeting, series, house_style(series.style))
    return exchange.export(material, "txt").decode()
