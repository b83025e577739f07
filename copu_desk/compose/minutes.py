"""Compose the minutes of a meeting in a house style."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from copu_desk.compose.attendees import attendee_lines
from copu_desk.compose.lines import Line, Piece, body, filled, joined, line
from copu_desk.compose.outcomes import action_lines, decision_lines
from copu_desk.document import Document, Role
from copu_desk.model import AgendaItem, Essay, Meeting, Place, Series
from copu_desk.style import HouseStyle, fill, han

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
        tuple(one.block for one in trace(meeting, series, style)),
        title=title(meeting, series, style),
        author=meeting.recorder or organ(series),
        subject=series.name,
        keywords=tuple(dict.fromkeys(filter(None, topics))),
        images=images,
        created=created,
    )


def trace(meeting: Meeting, series: Series, style: HouseStyle) -> tuple[Line, ...]:
    """Return the blocks of the minutes in order, each with the places in the meeting that its words come from."""
    return tuple(one for part in style.parts for one in _PARTS[part](meeting, series, style))


def title(meeting: Meeting, series: Series, style: HouseStyle) -> str:
    """Return the title as printed: the meeting's own, else built after the series' pattern or the style's."""
    return meeting.title or fill(series.title_pattern or style.title, values_of(meeting, series))


def opening(meeting: Meeting, series: Series, style: HouseStyle) -> str:
    """Return the opening sentence as printed: the meeting's own, else built after the style's pattern."""
    pattern = style.opening if meeting.chair else style.opening_without_chair
    return meeting.opening or fill(pattern, values_of(meeting, series))


def organ(series: Series) -> str:
    """Return who meets in a series: its name without the word for meeting (COPU例会 -> COPU)."""
    name = series.name
    for ending in ("工作例会", "例会", "会议"):
        if name.endswith(ending) and name != ending:
            return name.removesuffix(ending)
    return name


def values_of(meeting: Meeting, series: Series) -> dict[str, Any]:
    """Return what the patterns of a house style are filled in with."""
    day = meeting.held_on
    return {
        "year": day.year,
        "month": day.month,
        "day": day.day,
        "series": series.name or "会议",
        "organ": organ(series),
        "chair": meeting.chair,
        "number": meeting.number,
    }


Part = Callable[[Meeting, Series, HouseStyle], Iterable[Line]]


def _classification(meeting: Meeting, _series: Series, style: HouseStyle) -> Iterator[Line]:
    yield from _labelled(style.classification, meeting.classification, ("classification",), "classification")


def _title(meeting: Meeting, series: Series, style: HouseStyle) -> Iterator[Line]:
    yield line("title", Piece(title(meeting, series, style), ("title",)))


def _facts(meeting: Meeting, _series: Series, style: HouseStyle) -> Iterator[Line]:
    """When and where, in one line; the link to an online meeting is for its guests and is not printed."""
    hours = [
        (Piece(moment.strftime("%H:%M"), (name,)),)
        for name, moment in (("start", meeting.start), ("end", meeting.end))
        if moment
    ]
    facts = (
        (style.time, tuple(joined("—", hours))),
        (style.venue, (Piece(meeting.venue, ("venue",)),) if meeting.venue else ()),
        (style.platform, (Piece(meeting.platform, ("platform",)),) if meeting.platform else ()),
    )
    if known := [(Piece(label), *words) for label, words in facts if words]:
        yield line("byline", *joined("\u3000", known))


def _opening(meeting: Meeting, series: Series, style: HouseStyle) -> Iterator[Line]:
    words = Piece(opening(meeting, series, style), ("opening",))
    if _is_joined(meeting, style):
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


def _agenda(meeting: Meeting, _series: Series, style: HouseStyle) -> Iterator[Line]:
    headed = [item for item in meeting.agenda if item.title and not item.lead]
    for position, item in enumerate(meeting.agenda):
        place = ("agenda", item.id)
        if item.section:
            yield line("section", Piece(item.section, (*place, "section")))
        if item.lead:
            if position or not _is_joined(meeting, style):
                yield line("lead", Piece(item.lead, (*place, "lead")))
        elif item.title:
            number = headed.index(item) + 1
            pattern = style.item if len(headed) > 1 else style.item_alone
            values = {"han": han(number), "number": number, "title": item.title}
            yield line("item", *filled(pattern, values, {"title": (*place, "title")}))
        yield from _item(meeting, item, style)


def _item(meeting: Meeting, item: AgendaItem, style: HouseStyle) -> Iterator[Line]:
    yield from _labelled(style.presenter, item.presenter, ("agenda", item.id, "presenter"), "presenter")
    for essay in meeting.essays:
        if essay.item == item.id:
            yield from essay_lines(essay, style)
    yield from body(item.discussion, ("agenda", item.id, "discussion"))
    yield from decision_lines(item, style)
    yield from action_lines((one for one in meeting.actions if one.item == item.id), style, meeting.held_on)


def _actions(meeting: Meeting, _series: Series, style: HouseStyle) -> Iterator[Line]:
    items = {item.id for item in meeting.agenda}
    yield from action_lines((one for one in meeting.actions if one.item not in items), style, meeting.held_on)


def _essays(meeting: Meeting, _series: Series, style: HouseStyle) -> Iterator[Line]:
    items = {item.id for item in meeting.agenda}
    for essay in meeting.essays:
        if essay.item not in items:
            yield from essay_lines(essay, style)


def essay_lines(essay: Essay, style: HouseStyle) -> Iterator[Line]:
    """Return an essay as it is printed: title, author, date, source, text."""
    place = ("essays", essay.id)
    if essay.title:
        yield line("essay_title", Piece(essay.title, (*place, "title")))
    for name, label, words in (
        ("author", "", essay.author),
        ("date", "", essay.date),
        ("source", style.source, essay.source),
    ):
        if words:
            yield line("byline", *((Piece(label),) if label else ()), Piece(words, (*place, name)))
    yield from body(essay.body, (*place, "body"))


def _labelled(label: str, words: str, place: Place, role: Role) -> Iterator[Line]:
    if words:
        yield line(role, Piece(words, place), label=label)


_PARTS: dict[str, Part] = {
    "classification": _classification,
    "title": _title,
    "facts": _facts,
    "opening": _opening,
    "preamble": lambda meeting, _series, _style: body(meeting.preamble, ("preamble",)),
    "agenda": _agenda,
    "actions": _actions,
    "essays": _essays,
    "closing": lambda meeting, _series, _style: body(meeting.closing, ("closing",)),
    "attendance": lambda meeting, _, style: attendee_lines(meeting.attendees, style),
    "recorder": lambda meeting, _, style: _labelled(style.recorder, meeting.recorder, ("recorder",), "attendance"),
    "remarks": lambda meeting, _, style: _labelled(style.remarks, meeting.remarks, ("remarks",), "attendance"),
    "postscript": lambda meeting, _series, _style: body(meeting.postscript, ("postscript",)),
}
