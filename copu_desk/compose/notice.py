"""Compose the notice before a meeting (会议通知): when, where, the agenda, what to read, what is open."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from copu_desk import dates
from copu_desk.compose.attendees import people_line
from copu_desk.compose.lines import Line, Piece, joined, line
from copu_desk.compose.minutes import organ, values_of
from copu_desk.compose.outcomes import action_lines
from copu_desk.document import Document, ListItem, spans
from copu_desk.model import ActionStatus, AgendaItem, Capacity, Meeting, Series
from copu_desk.style import HouseStyle, fill


def compose(meeting: Meeting, series: Series, style: HouseStyle, created: datetime | None = None) -> Document:
    """Return the notice; created is the moment of making, which is also the day it is dated (no day without one)."""
    return Document(
        tuple(one.block for one in trace(meeting, series, style, created)),
        title=title(meeting, series, style),
        author=meeting.recorder or organ(series),
        subject=series.name,
        created=created,
    )


def title(meeting: Meeting, series: Series, style: HouseStyle) -> str:
    """Return what the notice is called."""
    return fill(style.notice.heading, _values(meeting, series, style))


def trace(meeting: Meeting, series: Series, style: HouseStyle, created: datetime | None = None) -> tuple[Line, ...]:
    """Return the blocks of the notice in order, each with the places in the meeting that its words come from."""
    return tuple(_lines(meeting, series, style, created))


def _values(meeting: Meeting, series: Series, style: HouseStyle) -> dict[str, Any]:
    return values_of(meeting, series) | {
        "which": fill(style.notice.which, {"number": meeting.number}) if meeting.number else "",
        "weekday": dates.chinese_weekday(meeting.held_on),
        "hours": meeting.start.strftime("%H:%M") if meeting.start else "",
    }


def _lines(meeting: Meeting, series: Series, style: HouseStyle, created: datetime | None) -> Iterator[Line]:
    words, values = style.notice, _values(meeting, series, style)
    yield line("title", Piece(title(meeting, series, style), ("series",)))
    yield line("address", Piece(words.address))
    yield line("body", Piece(fill(words.call, values), ("held_on",)))
    yield from _facts(meeting, style)
    yield from _agenda(meeting, style)
    yield from _people(meeting, style)
    yield from _materials(meeting, style)
    open_ones = [one for one in meeting.actions if one.origin and one.status is ActionStatus.OPEN]
    if open_ones:
        yield line("item", Piece(words.open_actions, ("actions",)))
        yield from action_lines(open_ones, style, meeting.held_on)
    request = words.leave if meeting.recorder else words.leave_without_recorder
    yield line("body", Piece(fill(request, {"recorder": meeting.recorder}), ("recorder",)))
    yield line("signature", Piece(organ(series) or meeting.recorder, ("series",)))
    if created:
        day = {"year": created.year, "month": created.month, "day": created.day}
        yield line("signature", Piece(fill(words.date, day)))


def _facts(meeting: Meeting, style: HouseStyle) -> Iterator[Line]:
    words = style.notice
    hours = "—".join(moment.strftime("%H:%M") for moment in (meeting.start, meeting.end) if moment)
    day = dates.chinese(meeting.held_on, weekday=True)
    for label, name, said in (
        (words.time, "start", day + hours),
        (words.venue, "venue", meeting.venue),
        (words.platform, "platform", meeting.platform),
        (words.chair, "chair", meeting.chair),
    ):
        if said:
            yield line("attendance", Piece(said, (name,)), label=label)
    if meeting.link:
        made = line("attendance", Piece(meeting.link, ("link",)), label=words.link)
        yield made if not _is_address(meeting.link) else _linked(made, meeting.link)


def _is_address(words: str) -> bool:
    return words.lower().startswith(("http://", "https://")) and not any(map(str.isspace, words))


def _linked(made: Line, address: str) -> Line:
    block: Any = made.block
    label, said = block.spans
    return replace(made, block=replace(block, spans=(label, replace(said, link=address))))


def _agenda(meeting: Meeting, style: HouseStyle) -> Iterator[Line]:
    known = [item for item in meeting.agenda if item.title or item.lead]
    if not known:
        return
    yield line("item", Piece(style.notice.agenda, ("agenda",)))
    for number, item in enumerate(known, 1):
        place = ("agenda", item.id)
        if item.section:
            yield line("lead", Piece(item.section, (*place, "section")))
        name = "title" if item.title else "lead"
        pieces = (Piece(f"{number}. "), Piece(item.title or item.lead, (*place, name)), *_about(item, style))
        point = ListItem(spans("".join(piece.words for piece in pieces[1:])), marker=pieces[0].words)
        yield Line(point, pieces)


def _about(item: AgendaItem, style: HouseStyle) -> Iterator[Piece]:
    """Return who presents an item and how long it is to take, in brackets."""
    words, place = style.notice, ("agenda", item.id)
    facts = [(Piece(item.presenter, (*place, "presenter")),)] if item.presenter else []
    if item.planned_minutes:
        facts.append((Piece(fill(words.minutes, {"minutes": item.planned_minutes}), (*place, "planned_minutes")),))
    if facts:
        before, _, after = words.agenda_facts.partition("{facts}")
        yield from (Piece(before), *joined(words.facts_separator, facts), Piece(after))


def _people(meeting: Meeting, style: HouseStyle) -> Iterator[Line]:
    """Return who is called, whether they have marked themselves or not; those excused are called all the same."""
    words = style.notice
    for label, capacity in (
        (words.members, Capacity.MEMBER),
        (words.observers, Capacity.OBSERVER),
        (words.guests, Capacity.GUEST),
    ):
        called = [one for one in meeting.attendees if one.capacity is capacity and one.name.strip()]
        yield from people_line(label, called, meeting.attendees, style)


def _materials(meeting: Meeting, style: HouseStyle) -> Iterator[Line]:
    """Return what to read before the meeting."""
    words = style.notice
    named = [
        (
            Piece(f"《{essay.title}》", ("essays", essay.id, "title")),
            Piece(essay.author, ("essays", essay.id, "author")),
        )
        for essay in meeting.essays
        if essay.title
    ]
    if named:
        yield line("attendance", *joined(words.material_separator, named), label=words.materials)
