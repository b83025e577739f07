"""Compose the minutes of a meeting in a house style."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType

from copu_desk.compose import essays, official, tables
from copu_desk.compose.attendees import attendee_lines
from copu_desk.compose.essays import essay_lines
from copu_desk.compose.lines import Line, Piece, body, filled, joined, line
from copu_desk.compose.outcomes import action_lines, decision_lines
from copu_desk.compose.sources import Sources, opening, organ, title, values_of
from copu_desk.document import Document, Role
from copu_desk.model import AgendaItem, Meeting, Place, Series
from copu_desk.style import HouseStyle, han

__all__ = ["NO_IMAGES", "compose", "essay_lines", "opening", "organ", "title", "trace", "values_of"]

NO_IMAGES: Mapping[str, bytes] = MappingProxyType({})


def compose(
    meeting: Meeting,
    series: Series,
    style: HouseStyle,
    images: Mapping[str, bytes] = NO_IMAGES,
    created: datetime | None = None,
) -> Document:
    """Return the minutes as a document; images are the pictures' bytes by name, created is the moment of making."""
    topics = (*(item.title for item in meeting.agenda), *(essay.title for essay in meeting.essays))
    return Document(
        tuple(one.block for one in trace(meeting, series, style, created)),
        title=title(meeting, series, style),
        author=meeting.recorder or organ(series),
        subject=series.name,
        keywords=tuple(dict.fromkeys(filter(None, topics))),
        images=images,
        created=created,
    )


def trace(meeting: Meeting, series: Series, style: HouseStyle, created: datetime | None = None) -> tuple[Line, ...]:
    """Return the blocks of the minutes in order, each with the places in the meeting that its words come from."""
    sources = Sources(meeting, series, style, created)
    return tuple(one for part in style.parts for one in _headed(part, _PARTS[part](sources), style))


_HEADED = {
    "attendance": "attendance",
    "attendance_table": "attendance",
    "agenda": "agenda",
    "actions": "actions",
    "action_table": "actions",
    "essays": "essays",
}


def _headed(part: str, lines: Iterable[Line], style: HouseStyle) -> Iterator[Line]:
    """Return the lines of a part below its heading; a part without lines has none."""
    heading: str = getattr(style.headings, _HEADED[part]) if part in _HEADED else ""
    for position, one in enumerate(lines):
        if heading and not position:
            yield line("part", Piece(heading))
        yield one


Part = Callable[[Sources], Iterable[Line]]


def _classification(sources: Sources) -> Iterator[Line]:
    words = sources.meeting.classification
    yield from _labelled(sources.style.classification, words, ("classification",), "classification")


def _title(sources: Sources) -> Iterator[Line]:
    yield line("title", Piece(title(sources.meeting, sources.series, sources.style), ("title",)))


def _facts(sources: Sources) -> Iterator[Line]:
    """When and where, in one line; the link to an online meeting is for its guests and is not printed.

    Where the opening says where (在三楼会议室主持召开), that is not said twice.
    """
    meeting, style = sources.meeting, sources.style
    opened = opening(meeting, sources.series, style) if "opening" in style.parts else ""
    venue = "" if f"在{meeting.venue}" in opened else meeting.venue
    hours = [
        (Piece(moment.strftime("%H:%M"), (name,)),)
        for name, moment in (("start", meeting.start), ("end", meeting.end))
        if moment
    ]
    facts = (
        (style.time, tuple(joined("—", hours))),
        (style.venue, (Piece(venue, ("venue",)),) if venue else ()),
        (style.platform, (Piece(meeting.platform, ("platform",)),) if meeting.platform else ()),
    )
    if known := [(Piece(label), *words) for label, words in facts if words]:
        yield line("byline", *joined("\u3000", known))


def _opening(sources: Sources) -> Iterator[Line]:
    meeting = sources.meeting
    words = Piece(opening(meeting, sources.series, sources.style), ("opening",))
    if _is_joined(meeting, sources.style):
        item = meeting.agenda[0]
        yield from _if_said(line("opening", words, Piece(item.lead, ("agenda", item.id, "lead"))))
    else:
        yield from _if_said(line("opening", words))


def _if_said(made: Line) -> Iterator[Line]:
    if any(piece.words for piece in made.pieces):
        yield made


def _is_joined(meeting: Meeting, style: HouseStyle) -> bool:
    """Whether the first item's lead stands in the opening paragraph: nothing may come between them."""
    return style.opening_joins_lead and bool(meeting.agenda) and not (meeting.preamble or meeting.agenda[0].section)


def _agenda(sources: Sources) -> Iterator[Line]:
    meeting, style = sources.meeting, sources.style
    headed = [item.id for item in meeting.agenda if _is_headed(item, style)]
    for position, item in enumerate(meeting.agenda):
        place = ("agenda", item.id)
        if item.section:
            yield line("section", Piece(item.section, (*place, "section")))
        if item.id in headed:
            number = headed.index(item.id) + 1
            pattern = style.item if len(headed) > 1 else style.item_alone
            values = {"han": han(number), "number": number, "title": item.title}
            yield line("item", *filled(pattern, values, {"title": (*place, "title")}))
        if item.lead and (position or not _is_joined(meeting, style)):
            yield line("lead", Piece(item.lead, (*place, "lead")))
        for part in style.item_parts:
            yield from _ITEM_PARTS[part](sources, item)


def _is_headed(item: AgendaItem, style: HouseStyle) -> bool:
    return bool(item.title) and not (item.lead and style.lead_replaces_title)


def _presenter(sources: Sources, item: AgendaItem) -> Iterator[Line]:
    yield from _labelled(sources.style.presenter, item.presenter, ("agenda", item.id, "presenter"), "presenter")


def _item_essays(sources: Sources, item: AgendaItem) -> Iterator[Line]:
    for essay in sources.meeting.essays:
        if essay.item == item.id:
            yield from essay_lines(essay, sources.style)


def _item_actions(sources: Sources, item: AgendaItem) -> Iterator[Line]:
    meeting = sources.meeting
    yield from action_lines((one for one in meeting.actions if one.item == item.id), sources.style, meeting.held_on)


def _labelled(label: str, words: str, place: Place, role: Role) -> Iterator[Line]:
    if words:
        yield line(role, Piece(words, place), label=label)


def _nothing(_sources: Sources) -> Iterable[Line]:
    """Return no lines: such a part is heeded by another one."""
    return ()


_ITEM_PARTS: dict[str, Callable[[Sources, AgendaItem], Iterable[Line]]] = {
    "presenter": _presenter,
    "essays": _item_essays,
    "annexes": lambda sources, item: essays.references(sources, item.id),
    "discussion": lambda _sources, item: body(item.discussion, ("agenda", item.id, "discussion")),
    "decisions": lambda sources, item: decision_lines(item, sources.style),
    "actions": _item_actions,
}
_PARTS: dict[str, Part] = {
    "classification": _classification,
    "mark": official.mark,
    "issue": official.issue,
    "rule": official.rule,
    "title": _title,
    "facts": _facts,
    "facts_table": tables.facts_table,
    "opening": _opening,
    "preamble": lambda sources: body(sources.meeting.preamble, ("preamble",)),
    "agenda": _agenda,
    "actions": lambda sources: action_lines(sources.actions, sources.style, sources.meeting.held_on),
    "action_table": tables.action_table,
    "essays": essays.rest_lines,
    "closing": lambda sources: body(sources.meeting.closing, ("closing",)),
    "annex_note": essays.note,
    "attendance": lambda sources: attendee_lines(sources.meeting.attendees, sources.style),
    "attendance_table": tables.attendance_table,
    "absent": _nothing,
    "unmarked": _nothing,
    "recorder": lambda sources: _labelled(
        sources.style.recorder, sources.meeting.recorder, ("recorder",), "attendance"
    ),
    "remarks": lambda sources: _labelled(sources.style.remarks, sources.meeting.remarks, ("remarks",), "attendance"),
    "postscript": lambda sources: body(sources.meeting.postscript, ("postscript",)),
    "annexes": essays.annex_lines,
    "imprint": official.imprint,
}
