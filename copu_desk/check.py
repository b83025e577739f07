"""What is missing or odd in a meeting's minutes: each rule is one function from a meeting to findings."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from copu_desk import dates
from copu_desk.document import Body, Turn, plain
from copu_desk.model import ActionStatus, Meeting, Person, Place, Presence, essay_label, item_label
from copu_desk.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at: where it is in the meeting, and what to say of it."""

    place: Place
    words: Sentence


People = Sequence[Person]
Rule = Callable[[Meeting, People], Iterable[Finding]]
RULES: list[Rule] = []


def rule(function: Rule) -> Rule:
    """Add a rule to those that `check` applies."""
    RULES.append(function)
    return function


def check(meeting: Meeting, people: People = ()) -> tuple[Finding, ...]:
    """Return what is missing or odd, in the order of the rules; nothing here stops anybody from exporting.

    The people of the roster are those whose names the text may mention.
    """
    return tuple(finding for apply in RULES for finding in apply(meeting, people))


@rule
def chair_is_missing(meeting: Meeting, _people: People) -> Iterator[Finding]:
    """Minutes name who presided."""
    if not meeting.chair.strip():
        yield Finding(("chair",), Sentence("还没有填写主持人。"))


@rule
def nobody_present(meeting: Meeting, _people: People) -> Iterator[Finding]:
    """A meeting that nobody attended was not held, or the roll was not called."""
    if not any(attendee.presence.came for attendee in meeting.attendees):
        yield Finding(("attendees",), Sentence("还没有人标为现场或线上，请点名。"))


@rule
def people_unmarked(meeting: Meeting, _people: People) -> Iterator[Finding]:
    """Somebody neither came, nor excused, nor absent was forgotten at the roll call."""
    often = Counter(one.name for one in meeting.attendees)
    names = [
        f"{one.name}（{one.organization}）" if often[one.name] > 1 and one.organization else one.name
        for one in meeting.attendees
        if one.presence is Presence.UNMARKED
    ]
    if names and len(names) < len(meeting.attendees):
        yield Finding(("attendees",), Sentence("还有 {number} 人没有点名：{names}。", number=len(names), names=names))


@rule
def listed_twice(meeting: Meeting, _people: People) -> Iterator[Finding]:
    """One person stands in the list once; namesakes differ in their organization."""
    seen = set()
    for one in meeting.attendees:
        key = (one.name.strip(), one.organization.strip())
        if key in seen and key[0]:
            yield Finding(("attendees", one.id, "name"), Sentence("“{name}”在名单里出现了不止一次。", name=one.name))
        seen.add(key)


@rule
def item_without_result(meeting: Meeting, _people: People) -> Iterator[Finding]:
    """An item leaves something behind: discussion, a decision, an action or an essay."""
    used = {action.item for action in meeting.actions} | {essay.item for essay in meeting.essays}
    for item in meeting.agenda:
        if not (_said(item.discussion) or item.decisions or item.id in used):
            yield Finding(
                ("agenda", item.id, "discussion"), Sentence("议程“{item}”还没有任何结果。", item=item_label(item))
            )


@rule
def action_without_owner_or_date(meeting: Meeting, _people: People) -> Iterator[Finding]:
    """An open action says who does it and by when."""
    for action in meeting.actions:
        if action.status is ActionStatus.OPEN:
            if not action.owner.strip():
                yield Finding(("actions", action.id, "owner"), Sentence("待办“{what}”还没有责任人。", what=action.what))
            if action.due is None and not action.due_words.strip():
                yield Finding(("actions", action.id, "due"), Sentence("待办“{what}”还没有期限。", what=action.what))


@rule
def title_of_another_day(meeting: Meeting, _people: People) -> Iterator[Finding]:
    """A date in the title is that of the meeting."""
    for found in dates.find(meeting.title, meeting.held_on.year):
        if found.day != meeting.held_on:
            words = Sentence(
                "标题里的日期是{day}，会议日期却是{held_on}。",
                day=dates.told(found.day),
                held_on=dates.told(meeting.held_on),
            )
            yield Finding(("title",), words)


@rule
def weekday_is_wrong(meeting: Meeting, _people: People) -> Iterator[Finding]:
    """A weekday written behind a date is that day's."""
    pattern = re.compile(r"[\s(（]*(?:星期|周|礼拜)([一二三四五六日天])")
    for place, words in _texts(meeting):
        for found in dates.find(words, meeting.held_on.year):
            said = pattern.match(words, found.end)
            if said and said[1].replace("天", "日") != dates.WEEKDAYS[found.day.weekday()]:
                yield Finding(
                    place,
                    Sentence(
                        "{day}是{weekday}，文中写成了{said}。",
                        day=dates.told(found.day),
                        weekday=dates.told_weekday(found.day),
                        said=dates.told_weekday(said[1]),
                    ),
                )


@rule
def essay_is_empty(meeting: Meeting, _people: People) -> Iterator[Finding]:
    """An essay has a text."""
    for essay in meeting.essays:
        if not _said(essay.body):
            yield Finding(("essays", essay.id, "body"), Sentence("附文“{essay}”还没有正文。", essay=essay_label(essay)))


@rule
def speaks_while_away(meeting: Meeting, _people: People) -> Iterator[Finding]:
    """Somebody on leave or absent does not speak or report."""
    away = {one.name: one for one in meeting.attendees if not one.presence.came and one.presence != Presence.UNMARKED}
    came = {one.name for one in meeting.attendees if one.presence.came}
    for item in meeting.agenda:
        speakers = [("presenter", item.presenter.strip())]
        speakers += [("discussion", block.speaker.strip()) for block in item.discussion if isinstance(block, Turn)]
        for field, name in dict.fromkeys(speakers):
            if name in away and name not in came:
                excused = away[name].presence is Presence.EXCUSED
                yield Finding(
                    ("agenda", item.id, field),
                    Sentence(
                        "“{name}”{how}，却在议程“{item}”里发言。",
                        name=name,
                        how=Sentence("请假") if excused else Sentence("缺席"),
                        item=item_label(item),
                    ),
                )


SHORTEST_NAME = 2  # characters; a shorter one would be found in many words


@rule
def mentioned_but_not_listed(meeting: Meeting, people: People) -> Iterator[Finding]:
    """Somebody of the roster whom the discussion, a decision or an action names was called to the meeting."""
    listed = {one.name for one in meeting.attendees} | {one.person for one in meeting.attendees}
    others = [one for one in people if one.name not in listed and one.id not in listed]
    told = set()
    for place, words in (found for found in _texts(meeting) if found[0][0] in ("agenda", "actions", "closing")):
        for person in others:
            if len(person.name) >= SHORTEST_NAME and person.name in words and (place, person.name) not in told:
                told.add((place, person.name))
                yield Finding(place, Sentence("文中提到“{name}”，但参会名单里没有这个人。", name=person.name))


@rule
def two_spellings(meeting: Meeting, people: People) -> Iterator[Finding]:
    """A presenter, owner or speaker is written as in the list: one differing character is a slip."""
    names = {one.name for one in meeting.attendees}
    known = names | {name for person in people for name in (person.name, *person.aliases)}
    for place, written in _names_in_fields(meeting):
        for name in names:
            if written not in known and len(name) == len(written) > SHORTEST_NAME and _distance(name, written) == 1:
                yield Finding(
                    place,
                    Sentence("“{written}”和名单里的“{name}”只差一个字，是不是同一个人？", written=written, name=name),
                )


def _names_in_fields(meeting: Meeting) -> Iterator[tuple[Place, str]]:
    for field in ("chair", "recorder"):
        yield (field,), getattr(meeting, field).strip()
    for item in meeting.agenda:
        yield ("agenda", item.id, "presenter"), item.presenter.strip()
        for block in item.discussion:
            if isinstance(block, Turn):
                yield ("agenda", item.id, "discussion"), block.speaker.strip()
    for action in meeting.actions:
        for owner in re.split("[、，,;； ]", action.owner):
            yield ("actions", action.id, "owner"), owner.strip()


def _distance(one: str, other: str) -> int:
    """Return at how many places two words of one length differ."""
    return sum(a != b for a, b in zip(one, other, strict=True))


VAGUE = ("原则上", "尽快", "适时", "有关部门", "进一步研究", "酌情")


@rule
def words_are_vague(meeting: Meeting, _people: People) -> Iterator[Finding]:
    """A decision or an action that nobody can check says little."""
    said: list[tuple[Place, str]] = [
        (("agenda", item.id, "decisions", decision.id, "text"), decision.text)
        for item in meeting.agenda
        for decision in item.decisions
    ]
    said += [(("actions", action.id, "what"), action.what) for action in meeting.actions]
    for place, words in said:
        for vague in VAGUE:
            if vague in words:
                yield Finding(place, Sentence("“{vague}”不够明确，建议写出谁在什么时候做到什么程度。", vague=vague))


_FULL, _HALF = re.compile(r"[\u3400-\u9fff][，；：？！]"), re.compile(r"[\u3400-\u9fff][,;:?!]")


@rule
def punctuation_is_mixed(meeting: Meeting, _people: People) -> Iterator[Finding]:
    """One text keeps to full-width or to half-width punctuation behind Chinese characters."""
    for place, words in _texts(meeting):
        full, half = len(_FULL.findall(words)), len(_HALF.findall(words))
        if full and half:
            yield Finding(
                place,
                Sentence("同一段文字里混用了全角标点（{full} 处）和半角标点（{half} 处）。", full=full, half=half),
            )


def _texts(meeting: Meeting) -> Iterator[tuple[Place, str]]:
    """Every text that is printed, with its place; of a body each block on its own."""
    for field in ("title", "opening"):
        yield (field,), getattr(meeting, field)
    for field in ("preamble", "closing", "postscript"):
        yield from _blocks((field,), getattr(meeting, field))
    for item in meeting.agenda:
        yield ("agenda", item.id, "lead"), item.lead
        yield from _blocks(("agenda", item.id, "discussion"), item.discussion)
        for decision in item.decisions:
            yield ("agenda", item.id, "decisions", decision.id, "text"), decision.text
    for action in meeting.actions:
        yield ("actions", action.id, "what"), action.what
        yield ("actions", action.id, "owner"), action.owner
    for essay in meeting.essays:
        yield from _blocks(("essays", essay.id, "body"), essay.body)


def _blocks(place: Place, body: Body) -> Iterator[tuple[Place, str]]:
    for block in body:
        yield place, plain(block)


def _said(body: Body) -> bool:
    return any(plain(block).strip() for block in body) or any(type(block).__name__ == "Picture" for block in body)
