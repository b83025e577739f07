"""Compose the minutes of a meeting in a house style."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from copu_desk.compose.attendees import attendee_lines
from copu_desk.compose.outcomes import action_lines, decision_lines
from copu_desk.document import Block, Document, Paragraph, Role, Span, text
from copu_desk.model import AgendaItem, Essay, Meeting, Series
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
        tuple(block for part in style.parts for block in _PARTS[part](meeting, series, style)),
        title=title(meeting, series, style),
        author=meeting.recorder or organ(series),
        subject=series.name,
        keywords=tuple(dict.fromkeys(filter(None, topics))),
        images=images,
        created=created,
    )


def title(meeting: Meeting, series: Series, style: HouseStyle) -> str:
    """Return the title as printed: the meeting's own, else built after the series' pattern or the style's."""
    return meeting.title or fill(series.title_pattern or style.title, _values(meeting, series))


def opening(meeting: Meeting, series: Series, style: HouseStyle) -> str:
    """Return the opening sentence as printed: the meeting's own, else built after the style's pattern."""
    pattern = style.opening if meeting.chair else style.opening_without_chair
    return meeting.opening or fill(pattern, _values(meeting, series))


def organ(series: Series) -> str:
    """Return who meets in a series: its name without the word for meeting (COPU例会 -> COPU)."""
    name = series.name
    for ending in ("工作例会", "例会", "会议"):
        if name.endswith(ending) and name != ending:
            return name.removesuffix(ending)
    return name


def _values(meeting: Meeting, series: Series) -> dict[str, Any]:
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


Part = Callable[[Meeting, Series, HouseStyle], Iterable[Block]]


def _classification(meeting: Meeting, _series: Series, style: HouseStyle) -> Iterator[Block]:
    yield from _labelled(style.classification, meeting.classification, "classification")


def _facts(meeting: Meeting, _series: Series, style: HouseStyle) -> Iterator[Block]:
    """When and where, in one line; the link to an online meeting is for its guests and is not printed."""
    hours = "—".join(moment.strftime("%H:%M") for moment in (meeting.start, meeting.end) if moment)
    facts = ((style.time, hours), (style.venue, meeting.venue), (style.platform, meeting.platform))
    if line := "\u3000".join(label + words for label, words in facts if words):
        yield text(line, "byline")


def _opening(meeting: Meeting, series: Series, style: HouseStyle) -> Iterator[Block]:
    words = opening(meeting, series, style)
    if _is_joined(meeting, style):
        words += meeting.agenda[0].lead
    if words:
        yield text(words, "opening")


def _is_joined(meeting: Meeting, style: HouseStyle) -> bool:
    """Whether the first item's lead stands in the opening paragraph: nothing may come between them."""
    return style.opening_joins_lead and bool(meeting.agenda) and not (meeting.preamble or meeting.agenda[0].section)


def _agenda(meeting: Meeting, _series: Series, style: HouseStyle) -> Iterator[Block]:
    headed = [item for item in meeting.agenda if item.title and not item.lead]
    for position, item in enumerate(meeting.agenda):
        if item.section:
            yield text(item.section, "section")
        if item.lead:
            if position or not _is_joined(meeting, style):
                yield text(item.lead, "lead")
        elif item.title:
            number = headed.index(item) + 1
            pattern = style.item if len(headed) > 1 else style.item_alone
            yield text(fill(pattern, {"han": han(number), "number": number, "title": item.title}), "item")
        yield from _item(meeting, item, style)


def _item(meeting: Meeting, item: AgendaItem, style: HouseStyle) -> Iterator[Block]:
    yield from _labelled(style.presenter, item.presenter, "presenter")
    for essay in meeting.essays:
        if essay.item == item.id:
            yield from _essay(essay, style)
    yield from item.discussion
    yield from decision_lines(item.decisions, style)
    yield from action_lines((one for one in meeting.actions if one.item == item.id), style, meeting.held_on)


def _actions(meeting: Meeting, _series: Series, style: HouseStyle) -> Iterator[Block]:
    items = {item.id for item in meeting.agenda}
    yield from action_lines((one for one in meeting.actions if one.item not in items), style, meeting.held_on)


def _essays(meeting: Meeting, _series: Series, style: HouseStyle) -> Iterator[Block]:
    items = {item.id for item in meeting.agenda}
    for essay in meeting.essays:
        if essay.item not in items:
            yield from _essay(essay, style)


def _essay(essay: Essay, style: HouseStyle) -> Iterator[Block]:
    if essay.title:
        yield text(essay.title, "essay_title")
    for line in (essay.author, essay.date, essay.source and style.source + essay.source):
        if line:
            yield text(line, "byline")
    yield from essay.body


def _labelled(label: str, words: str, role: Role) -> Iterator[Paragraph]:
    if words:
        yield Paragraph((Span(label, bold=True), Span(words)), role)


_PARTS: dict[str, Part] = {
    "classification": _classification,
    "title": lambda meeting, series, style: [text(title(meeting, series, style), "title")],
    "facts": _facts,
    "opening": _opening,
    "preamble": lambda meeting, _series, _style: meeting.preamble,
    "agenda": _agenda,
    "actions": _actions,
    "essays": _essays,
    "closing": lambda meeting, _series, _style: meeting.closing,
    "attendance": lambda meeting, _, style: attendee_lines(meeting.attendees, style),
    "recorder": lambda meeting, _, style: _labelled(style.recorder, meeting.recorder, "attendance"),
    "remarks": lambda meeting, _, style: _labelled(style.remarks, meeting.remarks, "attendance"),
    "postscript": lambda meeting, _series, _style: meeting.postscript,
}
