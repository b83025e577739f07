"""Compose the minutes of a meeting in a house style."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from copu_desk.document import Block, Document, Paragraph, Role, Span, Spans, clean, spans, text
from copu_desk.model import (
    Action,
    ActionStatus,
    AgendaItem,
    Attendee,
    Capacity,
    Decision,
    Essay,
    Meeting,
    Presence,
    Series,
)
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
    blocks = (block for part in style.parts for block in _PARTS[part](meeting, series, style))
    return Document(
        tuple(blocks),
        title=title(meeting, series, style),
        author=meeting.recorder or organ(series),
        subject=series.name,
        keywords=tuple(filter(None, (item.title for item in meeting.agenda))),
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
    yield from _labelled(style.classification, meeting.classification, "note")


def _title(meeting: Meeting, series: Series, style: HouseStyle) -> Iterator[Block]:
    yield text(title(meeting, series, style), "title")


def _facts(meeting: Meeting, _series: Series, style: HouseStyle) -> Iterator[Block]:
    """When and where, in one line; nothing of it is known of many past minutes."""
    facts = (
        (style.time, "—".join(moment.strftime("%H:%M") for moment in (meeting.start, meeting.end) if moment)),
        (style.venue, meeting.venue),
        (style.platform, " ".join(filter(None, (meeting.platform, meeting.link)))),
    )
    if line := "\u3000".join(label + words for label, words in facts if words):
        yield text(line, "byline")


def _opening(meeting: Meeting, series: Series, style: HouseStyle) -> Iterator[Block]:
    words = opening(meeting, series, style)
    if _joined(meeting, style):
        words += meeting.agenda[0].lead
    if words:
        yield text(words, "opening")


def _joined(meeting: Meeting, style: HouseStyle) -> bool:
    """Whether the first item's lead stands in the opening paragraph: nothing may come between them."""
    return style.opening_joins_lead and bool(meeting.agenda) and not (meeting.preamble or meeting.agenda[0].section)


def _agenda(meeting: Meeting, _series: Series, style: HouseStyle) -> Iterator[Block]:
    printed = 0
    for position, item in enumerate(meeting.agenda):
        if item.section:
            yield text(item.section, "item")
        if item.lead:
            if position or not _joined(meeting, style):
                yield text(item.lead, "lead")
        elif item.title:
            printed += 1
            yield text(fill(style.item, {"han": han(printed), "number": printed, "title": item.title}), "item")
        yield from _item(meeting, item, style)


def _item(meeting: Meeting, item: AgendaItem, style: HouseStyle) -> Iterator[Block]:
    yield from _labelled(style.presenter, item.presenter, "body")
    for essay in meeting.essays:
        if essay.item == item.id:
            yield from _essay(essay, style)
    yield from item.discussion
    for decision in item.decisions:
        yield _decision(decision, style)
    for action in meeting.actions:
        if action.item == item.id:
            yield _action(action, style)


def _decision(decision: Decision, style: HouseStyle) -> Paragraph:
    votes = decision.votes
    counted = votes and fill(style.votes, {"ayes": votes.ayes, "noes": votes.noes, "abstentions": votes.abstentions})
    return Paragraph((Span(style.decision, bold=True), *spans(decision.text + (counted or ""))), "decision")


def _action(action: Action, style: HouseStyle) -> Paragraph:
    due = f"{action.due.month}月{action.due.day}日" if action.due else action.due_words
    outcome = {
        ActionStatus.OPEN: "",
        ActionStatus.DONE: style.done,
        ActionStatus.DROPPED: style.dropped,
        ActionStatus.CARRIED: style.carried,
    }[action.status]
    facts = (
        fill(style.owner, {"owner": action.owner}) if action.owner else "",
        fill(style.due, {"due": due}) if due else "",
        outcome,
    )
    known = ",".join(filter(None, facts))
    return Paragraph((Span(style.action, bold=True), *spans(action.what + (f"({known})" if known else ""))), "action")


def _actions(meeting: Meeting, _series: Series, style: HouseStyle) -> Iterator[Block]:
    items = {item.id for item in meeting.agenda}
    for action in meeting.actions:
        if action.item not in items:
            yield _action(action, style)


def _essays(meeting: Meeting, _series: Series, style: HouseStyle) -> Iterator[Block]:
    items = {item.id for item in meeting.agenda}
    for essay in meeting.essays:
        if essay.item not in items:
            yield from _essay(essay, style)


def _essay(essay: Essay, style: HouseStyle) -> Iterator[Block]:
    if essay.title:
        yield text(essay.title, "essay_title")
    for line in (essay.author, essay.date):
        if line:
            yield text(line, "byline")
    if essay.source:
        yield text(style.source + essay.source, "byline")
    yield from essay.body


def _attendance(meeting: Meeting, _series: Series, style: HouseStyle) -> Iterator[Block]:
    words = style.attendance
    there = [one for one in meeting.attendees if one.presence is Presence.ONSITE]
    there += [one for one in meeting.attendees if one.presence is Presence.ONLINE]
    groups = (
        (words.members, [one for one in there if one.capacity is Capacity.MEMBER]),
        (words.observers, [one for one in there if one.capacity is Capacity.OBSERVER]),
        (words.guests, [one for one in there if one.capacity is Capacity.GUEST]),
        (words.excused, [one for one in meeting.attendees if one.presence is Presence.EXCUSED]),
        (words.absent, [one for one in meeting.attendees if one.presence is Presence.ABSENT]),
    )
    names = Counter(one.name for one in meeting.attendees)
    for label, people in groups:
        if label and people:
            listed = words.separator.join(_name(one, style, names[one.name] > 1) for one in people)
            yield Paragraph((Span(label, bold=True), Span(listed + words.end)), "attendance")


def _name(attendee: Attendee, style: HouseStyle, shared: bool) -> str:
    words = style.attendance
    whose = fill(words.namesake, {"organization": attendee.organization}) if shared and attendee.organization else ""
    return attendee.name + whose + (words.online if attendee.presence is Presence.ONLINE else "")


def _recorder(meeting: Meeting, _series: Series, style: HouseStyle) -> Iterator[Block]:
    yield from _labelled(style.recorder, meeting.recorder, "attendance")


def _remarks(meeting: Meeting, _series: Series, style: HouseStyle) -> Iterator[Block]:
    yield from _labelled(style.remarks, meeting.remarks, "attendance")


def _labelled(label: str, words: str, role: Role) -> Iterator[Paragraph]:
    if words:
        labelled: Spans = (Span(label, bold=True), Span(clean(words)))
        yield Paragraph(labelled if label else labelled[1:], role)


_PARTS: dict[str, Part] = {
    "classification": _classification,
    "title": _title,
    "facts": _facts,
    "opening": _opening,
    "preamble": lambda meeting, _series, _style: meeting.preamble,
    "agenda": _agenda,
    "actions": _actions,
    "essays": _essays,
    "closing": lambda meeting, _series, _style: meeting.closing,
    "attendance": _attendance,
    "recorder": _recorder,
    "remarks": _remarks,
    "postscript": lambda meeting, _series, _style: meeting.postscript,
}
