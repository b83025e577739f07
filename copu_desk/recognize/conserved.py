"""Check, line by line, that a recognised meeting holds every word of its text; what it does not hold is kept as text.

A line either stands in the meeting as it was written, or its words stand in the fields that were read from it. Labels,
marks (线上, 请假), separators, and the numbers that a house style prints anew are what fields stand for.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from copu_desk.document import Table, plain
from copu_desk.model import Attendee, Meeting
from copu_desk.recognize import actions
from copu_desk.recognize.actions import OUTCOMES
from copu_desk.recognize.labels import is_label, label, labels
from copu_desk.recognize.lines import Line
from copu_desk.recognize.marks import is_mark
from copu_desk.recognize.people import is_column
from copu_desk.recognize.words import is_number

_WORD = re.compile(r"[^\W_]+")
_WHEN = re.compile(
    "[年月日号號时時点點分整半刻上下午早晨中晚间周星期礼拜一二三四五六七八九日天至到前民国國〇零十两廿卅0-9０-９A-Za-z]+"
)
_COUNTED = re.compile("([0-9]{1,4})人")  # how many a list says that it names
_LONGEST_FIELDS = 100_000  # characters that are searched for each word
_LONGEST_PERSON = 100  # characters of what is said of one
_LONGEST_WHEN = 80  # characters of a line that tells a day and hours


def unsaid(lines: Sequence[Line], meeting: Meeting) -> list[Line]:
    """Return the lines whose words do not all stand in a meeting, in their order."""
    as_written = Counter(_whole(meeting))
    told = "\n".join(filter(None, _fields(meeting)))
    known = _Known(
        told if len(told) <= _LONGEST_FIELDS else "",  # else whole words must be found
        frozenset(_words(told)),
        [Counter("".join(_person(one).split())) for one in meeting.attendees],
        sorted((one.name for one in meeting.attendees if one.name), key=len, reverse=True),
        _times(meeting),
    )
    left = []
    for line in lines:
        words = _solid(line.words)
        if not words:
            continue
        if as_written[words]:
            as_written[words] -= 1
        elif not all(_is_said(word, line, known) for part in _parts(line.words) for word in _words(part)):
            left.append(line)
    return left


@dataclass(frozen=True, slots=True)
class _Known:
    """What the fields of a meeting say: their text and words, each person's letters, the names, the numbers of times."""

    fields: str
    words: frozenset[str]
    people: Sequence[Counter[str]]
    names: Sequence[str]
    when: frozenset[int]


def _is_said(word: str, line: Line, known: _Known) -> bool:
    if word in known.words or word in known.fields or is_label(word) or is_mark(word) or is_number(word):
        return True
    if isinstance(line.block, Table) or label(line.words) or len(line.words) <= _LONGEST_WHEN:
        numbers = {int(number) for number in re.findall("[0-9]{1,4}", word)}
        if _WHEN.fullmatch(word) and numbers <= known.when:
            return True
    if isinstance(line.block, Table) and (is_column(word) or actions.is_column(word)):
        return True
    if (counted := _COUNTED.fullmatch(word)) and int(counted[1]) == sum(name in line.words for name in known.names):
        return True
    letters = Counter(word)
    if len(word) <= _LONGEST_PERSON and any(letters <= one for one in known.people):
        return True
    rest = _without_names(word, known.names)
    return rest != [word] and all(_is_said(part, line, known) for part in rest)


def _without_names(word: str, names: Sequence[str]) -> list[str]:
    """Return what is left of a word when the names in it are taken out (`苏棠等12人`)."""
    for name in names:
        if name in word:
            return [part for part in word.split(name) if part]
    return [word]


def _parts(words: str) -> list[str]:
    """Return what a line says besides its labels."""
    found = labels(words)
    return [part for one in found for part in (one.value, "".join(one.remark.split()))] if found else [words]


def _words(words: str) -> Iterator[str]:
    return (match[0] for match in _WORD.finditer(words))


def _whole(meeting: Meeting) -> Iterator[str]:
    """Yield what stands in a meeting as it was written: each block, title, lead …, without white space."""
    for body in (
        meeting.preamble,
        meeting.closing,
        meeting.postscript,
        *(item.discussion for item in meeting.agenda),
        *(essay.body for essay in meeting.essays),
    ):
        for block in body:
            yield _solid(plain(block))
    for words in _fields(meeting):
        yield _solid(words)
    if meeting.agenda:
        yield _solid(meeting.opening + meeting.agenda[0].lead)


def _fields(meeting: Meeting) -> Iterator[str]:
    yield from (meeting.title, meeting.opening, meeting.venue, meeting.platform, meeting.link, meeting.chair)
    yield from (meeting.recorder, meeting.classification, meeting.remarks, meeting.copies)
    for item in meeting.agenda:
        yield from (item.title, item.section, item.presenter, item.lead)
        yield from (decision.text for decision in item.decisions)
        for votes in (decision.votes for decision in item.decisions if decision.votes):
            yield f"同意{votes.ayes}票 反对{votes.noes}票 弃权{votes.abstentions}票"
    for action in meeting.actions:
        yield from (action.what, action.owner, action.due_words)
        yield from (words for words, status in OUTCOMES.items() if status is action.status)
    for essay in meeting.essays:
        yield from (
            essay.title,
            essay.author,
            essay.date,
            essay.source,
            "文章来源 出处 原载 转自" if essay.source else "",
        )
    yield from map(_person, meeting.attendees)


def _person(one: Attendee) -> str:
    return f"{one.name} {one.organization} {one.title} {one.note}"


def _solid(words: str) -> str:
    return "".join(words.split())


def _times(meeting: Meeting) -> frozenset[int]:
    """Return the numbers that the day and hours of a meeting, and of its actions, may be written with."""
    days = [meeting.held_on, *(action.due for action in meeting.actions if action.due)]
    found: Iterable[int] = (
        number for day in days for number in (day.year, day.year % 100, day.month, day.day, day.year - 1911)
    )
    hours = [hour for hour in (meeting.start, meeting.end) if hour]
    return frozenset([*found, *(part for hour in hours for part in (hour.hour, hour.hour % 12, hour.minute)), 12, 0])
