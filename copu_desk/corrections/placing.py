"""Find the values of a meeting that a changed, new or removed paragraph is about."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, time
from typing import Any, NamedTuple

from copu_desk import dates
from copu_desk.compose.lines import Piece
from copu_desk.compose.paragraphs import Printed
from copu_desk.corrections import people
from copu_desk.corrections.edits import Add, Drop, Edit, Insert, Put, Remove, Respell, like
from copu_desk.differences import Change, changes, contains
from copu_desk.document import text
from copu_desk.model import Action, ActionStatus, Decision, Meeting, Place, Presence, Votes, get
from copu_desk.roster import CAPACITY_WORDS
from copu_desk.style import HouseStyle

BUILT = (("title",), ("opening",))  # what the house style builds where nothing was typed
_PRESENCES = {
    "现场": Presence.ONSITE, "线上": Presence.ONLINE, "请假": Presence.EXCUSED, "缺席": Presence.ABSENT,
    "未到": Presence.UNMARKED,
}  # fmt: skip
_CAPACITIES = {word: capacity for capacity, word in CAPACITY_WORDS.items()}
_CLOCK = re.compile(r"\s*(\d{1,2})\s*[:：点时]\s*(\d{1,2})?\s*分?\s*")
_VOTES = 3


class Neighbours(NamedTuple):
    """Where a new paragraph stands: the paragraphs before it (the nearest first), the one after it.

    `moved` is the paragraph that said the same elsewhere and is gone from there.
    """

    before: Sequence[Printed]
    after: Printed | None
    moved: Printed | None = None


def changed(paragraph: Printed, words: str, meeting: Meeting, style: HouseStyle) -> tuple[Edit, ...]:
    """Return the edits that make a paragraph of a meeting's minutes read `words`; none if it has no place."""
    line = paragraph.line
    if line.row >= 0:
        return (Respell(line.place, line.row, words, paragraph.cell),)
    if people.is_list(paragraph.pieces):
        return people.edits(paragraph.pieces, words, meeting, style.attendance) or ()
    return tuple(_put_all(paragraph.pieces, words, meeting))


def removed(paragraph: Printed, meeting: Meeting, style: HouseStyle) -> tuple[Edit, ...]:
    """Return the edits that take a paragraph out of a meeting's minutes; none if it has no place."""
    line = paragraph.line
    if line.row >= 0:
        return (Respell(line.place, line.row, "", paragraph.cell) if paragraph.cell else Remove(line.place, line.row),)
    if people.is_list(paragraph.pieces):
        return people.edits(paragraph.pieces, "", meeting, style.attendance) or ()
    place = paragraph.line.place
    if not paragraph.cell and "decisions" in place:
        return (Drop(place[:4]),)
    if not paragraph.cell and place[:1] == ("actions",):
        return (Drop(place[:2]),)
    gone = dict.fromkeys(piece.place for piece in paragraph.pieces if piece.place and piece.place not in BUILT)
    return tuple(Put(place, value, "") for place in gone if isinstance(value := get(meeting, place), str) and value)


def added(words: str, where: Neighbours, meeting: Meeting, style: HouseStyle) -> tuple[Edit, ...]:
    """Return the edits that bring a new paragraph into a meeting where it stands; none if it has no place."""
    if listed := people.added(words, meeting, style.attendance):
        return listed
    if recorded := _recorded(words, where, meeting, style):
        return (recorded,)
    before, after = next(iter(where.before), None), where.after
    block = where.moved.line.block if where.moved and where.moved.line.row >= 0 and not where.moved.cell else None
    if after is not None and after.line.row >= 0 and _belongs_before(words, where):
        return (Insert(after.line.place, after.line.row - 1, block or like(after.line.block, words)),)
    if before is not None and before.line.row >= 0:
        return (Insert(before.line.place, before.line.row, block or like(before.line.block, words)),)
    placed = next((one.line for one in where.before if one.line.place), None)
    if placed is not None and placed.row >= 0:  # what stands between are words of the style, such as its imprint
        return (Insert(placed.place, placed.row, block or text(words)),)
    body = _body_near(where)
    last = len(get(meeting, body)) - 1 if body == ("postscript",) else -1
    return (Insert(body, last, block or text(words)),)


def _belongs_before(words: str, where: Neighbours) -> bool:
    """Tell whether a new paragraph goes with the one after it: there is none before, or it was a part of that one."""
    before, after = next(iter(where.before), None), where.after
    if after is None or before is None or before.line.row < 0:
        return after is not None
    if before.line.place == after.line.place:
        return False
    return contains(after.words, words) or (where.moved is not None and where.moved.line.place == after.line.place)


def _recorded(words: str, where: Neighbours, meeting: Meeting, style: HouseStyle) -> Edit | None:
    """Return the edit for a new decision or action: it is labelled as one, or stands among them without a label."""
    near = next((one.line.place for one in where.before if one.cell is None), ())
    is_decision = _is_labelled(style.decision, words) or ("decisions" in near and not _is_labelled(style.action, words))
    if is_decision:
        place = next((one.line.place for one in where.before if one.line.place[:1] == ("agenda",)), ())
        last = next((one.line.place for one in where.before if "decisions" in one.line.place), ())
        if place:
            after = last[3] if last[:2] == place[:2] else ""
            return Add((*place[:2], "decisions"), after, Decision(text=_without(style.decision, words)))
    elif _is_labelled(style.action, words) or near[:1] == ("actions",):
        last = next((one.line.place for one in where.before if one.line.place[:1] == ("actions",)), ())
        item = next((one.line.place[1] for one in where.before if one.line.place[:1] == ("agenda",)), "")
        item = next((one.item for one in meeting.actions if one.id == last[1]), item) if near == last != () else item
        return Add(("actions",), last[1] if last else "", Action(what=_without(style.action, words), item=item))
    return None


def _is_labelled(label: str, words: str) -> bool:
    bare = label.rstrip("：: ")
    return bool(bare) and words.startswith(bare) and words[len(bare) :].lstrip()[:1] in ("：", ":")


def _body_near(where: Neighbours) -> Place:
    """Return the body to write in between two lines that are none of a body: what follows the last one with a place."""
    place = next((one.line.place for one in where.before if one.line.place), ())
    follows = where.after.line.place if where.after else ()
    if place[:1] == ("agenda",):
        return (*place[:2], "discussion")
    if place[:1] == ("essays",):
        return (*place[:2], "body")
    if place[:1] in (("title",), ("opening",), ("classification",)) or follows[:1] == ("agenda",) or not place:
        return ("preamble",)
    return ("postscript",)


def _without(label: str, words: str) -> str:
    bare = label.rstrip("：: ")
    return words[len(bare) :].lstrip("：: ") if bare and words.startswith(bare) else words


def _put_all(pieces: Sequence[Piece], words: str, meeting: Meeting) -> Iterator[Edit]:
    """Share out the changes of a paragraph among its pieces, and return an edit for each value that they show."""
    spelt = _shared([piece.words for piece in pieces], [bool(piece.place) for piece in pieces], words)
    for place in dict.fromkeys(piece.place for piece in pieces if piece.place):
        rows = [row for row, piece in enumerate(pieces) if piece.place == place]
        old, new = [pieces[row].words for row in rows], [spelt[row] for row in rows]
        if old != new and (edit := valued(place, old, new, meeting)):
            yield edit


def _shared(texts: Sequence[str], placed: Sequence[bool], words: str) -> list[str]:
    """Return what each of several texts in a row becomes when together they become `words`.

    New words go to a text with a place where one is near: to the one they stand in, else to the one before, else to
    the one after.
    """
    starts, at = [], 0
    for one in texts:
        starts.append(at)
        at += len(one)
    found: list[list[Change]] = [[] for _ in texts]
    for start, end, new in changes("".join(texts), words):
        touched = [row for row, one in enumerate(texts) if starts[row] < end and start < starts[row] + len(one)]
        near = touched or [row for row, one in enumerate(texts) if starts[row] <= start <= starts[row] + len(one)]
        if not touched:
            inside = [row for row in near if starts[row] < start < starts[row] + len(texts[row])]
            near = inside or near
        taker = next((row for row in near if placed[row]), near[0] if near else 0)
        for row in {*touched, taker}:
            low, high = max(start, starts[row]), min(end, starts[row] + len(texts[row]))
            low, high = min(low, starts[row] + len(texts[row])), max(high, low)
            found[row].append(Change(low - starts[row], high - starts[row], new if row == taker else ""))
    made = []
    for one, some in zip(texts, found, strict=True):
        spelt, at = "", 0
        for start, end, new in some:
            spelt, at = spelt + one[at:start] + new, end
        made.append(spelt + one[at:])
    return made


def valued(place: Place, old: Sequence[str], new: Sequence[str], meeting: Meeting) -> Edit | None:
    """Return the edit for a value that is printed otherwise now, None if the words are no value of its kind."""
    was, words, name = get(meeting, place), "".join(new).strip(), place[-1]
    if name == "due" and words and dates.meant(words.removesuffix("前"), meeting.held_on) is None:
        return Put((*place[:-1], "due_words"), "", words)
    if name == "votes":
        return _votes(place, was, new)
    if name in _MEANT:
        made = _MEANT[name](words, meeting.held_on)
        return Put(place, was, made) if made is not NOTHING else None
    if not isinstance(was, str) or name == "series":
        return None
    printed = "".join(old)
    return Put(place, was, "".join(new) if printed.strip() == was.strip() or place in BUILT else words)


def _clock(words: str, _day: date) -> Any:
    found = _CLOCK.fullmatch(words)
    try:
        return time(int(found[1]), int(found[2] or 0)) if found else NOTHING if words else None
    except ValueError:
        return NOTHING


def _day(words: str, day: date) -> Any:
    days = dates.find(words, day.year)
    return days[0].day if len(days) == 1 else NOTHING


def _votes(place: Place, was: Any, new: Sequence[str]) -> Edit | None:
    counts = [words.strip() for words in new]
    if not any(counts):
        return Put(place, was, None)
    if len(counts) != _VOTES or not all(count.isdecimal() for count in counts):
        return None
    return Put(place, was, Votes(*map(int, counts)))


NOTHING = object()  # what words mean that are no value of the kind
_MEANT: dict[str, Callable[[str, date], Any]] = {
    "due": lambda words, day: dates.meant(words.removesuffix("前"), day) if words else None,
    "start": _clock,
    "end": _clock,
    "held_on": _day,
    "presence": lambda words, _: _PRESENCES.get(words, NOTHING) if words else Presence.ONSITE,
    "capacity": lambda words, _: _CAPACITIES.get(words, NOTHING),
    "status": lambda words, _: NOTHING if words else ActionStatus.OPEN,
}
"""What words mean as a value of another kind than text, on the day of the meeting."""
