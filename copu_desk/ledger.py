"""An office's own attendance ledger (台账): people by days, a mark where a row meets a column; pure rules.

The marks are those that offices use (√ ✓ Y 1 是 出席, 线上, 请假, 缺席, blank). A mark that is not known is no guess:
the person is listed as 未登记 with the mark as the note. An empty cell means what the secretary says it means, except
before somebody's first mark and after the last one: there nobody knows whether they belonged.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from copu_desk.dates import WEEKDAYS
from copu_desk.model import Attendee, Capacity, Meeting, Presence

Standing = tuple[Presence, Capacity]


class Blank(StrEnum):
    """What an empty cell between marks means."""

    ABSENT = "absent"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class LedgerPerson:
    """Somebody in the ledger, and in which row (column, if the days run down) they stand, counted from 0."""

    name: str
    organization: str
    place: int


@dataclass(frozen=True, slots=True)
class LedgerDay:
    """A day in the ledger as it is written there, and in which column (row, if the days run down) it stands."""

    day: date
    words: str
    place: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """One sheet of a ledger; `marks` has for each person a mark for each day, as written.

    `across`: the days run from left to right. `head` is the row (column) in which the days are written.
    """

    sheet: str
    across: bool
    head: int
    people: tuple[LedgerPerson, ...]
    days: tuple[LedgerDay, ...]
    marks: tuple[tuple[str, ...], ...]


_KNOWN: Mapping[Presence, tuple[str, ...]] = {
    Presence.ONSITE: (
        "√", "✓", "✔", "☑", "✅", "v", "y", "yes", "1", "是", "出席", "到", "已到", "到会", "现场", "线下", "参加",
        "参会", "出勤", "签到", "onsite", "present",
    ),
    Presence.ONLINE: ("线上", "在线", "网络", "远程", "视频", "腾讯会议", "电话", "线", "网", "online", "remote"),
    Presence.EXCUSED: (
        "请假", "假", "事假", "病假", "公假", "年假", "休假", "公出", "出差", "因公", "△", "leave", "excused",
    ),
    Presence.ABSENT: (
        "缺席", "缺", "缺勤", "旷", "旷会", "未到", "未参加", "未出席", "没来", "×", "✗", "✘", "✕", "x", "n", "no", "0",
        "否", "absent",
    ),
}  # fmt: skip
_MARKS = {word: presence for presence, words in _KNOWN.items() for word in words}
_EMPTY = frozenset(["", "-", "--", "—", "——", "/", "无", "n/a", "不适用"])
_CAPACITIES = {"列席": Capacity.OBSERVER, "旁听": Capacity.OBSERVER, "嘉宾": Capacity.GUEST, "特邀": Capacity.GUEST}
_PARTS = re.compile("[\\s()（）\\[\\]【】,，、;；:：+]+")
_LATE = ("迟到", "晚到", "早退", "中途")
_USUAL = {Presence.ONSITE: "√", Presence.ONLINE: "线上", Presence.EXCUSED: "请假", Presence.ABSENT: "缺席"}
_NUMBER = re.compile(r"\d+")
_YEAR_DIGITS = 4


def standing(mark: str) -> Standing | None:
    """Return what a mark means; None for an empty one. 未登记 where the mark is not known."""
    plain = unicodedata.normalize("NFKC", mark).casefold().strip()
    if plain in _EMPTY:
        return None
    if plain in _MARKS:
        return _MARKS[plain], Capacity.MEMBER
    parts = [part for part in _PARTS.split(plain) if part]
    capacity = next((_CAPACITIES[part] for part in parts if part in _CAPACITIES), Capacity.MEMBER)
    presences = {_MARKS[part] for part in parts if part in _MARKS}
    if any(word in plain for word in _LATE) and not presences:
        presences = {Presence.ONSITE}
    if presences == {Presence.ONSITE, Presence.ONLINE}:
        return Presence.ONLINE, capacity  # √（线上）
    if len(presences) == 1:
        return presences.pop(), capacity
    return (Presence.ONSITE if capacity is not Capacity.MEMBER and not presences else Presence.UNMARKED), capacity


def may_be_same(organization: str, other: str) -> bool:
    """Whether two ways of writing an organization may mean the same one: one is missing, or a part of the other."""
    return not organization or not other or organization in other or other in organization


def usual_blank(ledger: Ledger) -> Blank:
    """Return what empty cells most likely mean: absence, unless the ledger has a mark for that."""
    found = (standing(mark) for marks in ledger.marks for mark in marks)
    return Blank.LEFT_OUT if any(one and one[0] is Presence.ABSENT for one in found) else Blank.ABSENT


def meetings(ledger: Ledger, blank: Blank, series: str = "") -> tuple[Meeting, ...]:
    """Return a meeting for each day that has any mark, in order of days, with the people marked there."""
    made = []
    read = [[standing(mark) for mark in marks] for marks in ledger.marks]
    for column, day in enumerate(ledger.days):
        if any(row[column] for row in read):
            attendees = tuple(_attendees(ledger, read, column, blank))
            made.append(Meeting(held_on=day.day, series=series, attendees=attendees))
    return tuple(sorted(made, key=lambda meeting: meeting.held_on))


def _attendees(
    ledger: Ledger, read: Sequence[Sequence[Standing | None]], column: int, blank: Blank
) -> Iterable[Attendee]:
    for person, marks, row in zip(ledger.people, ledger.marks, read, strict=True):
        found = row[column]
        if found is None:
            if blank is Blank.LEFT_OUT or not (any(row[:column]) and any(row[column:])):
                continue
            found = (Presence.ABSENT, Capacity.MEMBER)
        presence, capacity = found
        plain = unicodedata.normalize("NFKC", marks[column]).casefold().strip()
        note = "" if plain in _MARKS or plain in _EMPTY or plain in _CAPACITIES else marks[column].strip()
        yield Attendee(person.name, person.organization, capacity=capacity, presence=presence, note=note)


def own_marks(ledger: Ledger) -> dict[Presence, str]:
    """Return how the ledger itself writes each presence; an absence is left blank where the ledger does that."""
    used: dict[Presence, Counter[str]] = {}
    for marks in ledger.marks:
        for mark in marks:
            plain = unicodedata.normalize("NFKC", mark).casefold().strip()
            if plain in _MARKS:
                used.setdefault(_MARKS[plain], Counter())[mark.strip()] += 1
    chosen = {
        presence: used[presence].most_common(1)[0][0] if presence in used else word for presence, word in _USUAL.items()
    }
    if Presence.ABSENT not in used and usual_blank(ledger) is Blank.ABSENT and used:
        chosen[Presence.ABSENT] = ""
    return chosen | {Presence.UNMARKED: ""}


def written_like(words: str, old: date, new: date) -> str:
    """Return a day written as another day is in the ledger: 第3次 9月2日（周二） becomes 第4次 9月9日（周二）.

    Where the way of writing is not plain, the day is written as 2025-09-09.
    """
    wanted = iter([(old.year, new.year), (old.month, new.month), (old.day, new.day)])
    made, end, left = [], 0, next(wanted, None)
    for found in _NUMBER.finditer(words):
        number, length = int(found[0]), len(found[0])
        before = words[: found.start()].rstrip()
        text = found[0]
        if before.endswith("第"):
            text = str(number + 1).rjust(length, "0") if text.startswith("0") else str(number + 1)
        else:
            if left and left[0] == old.year and number not in (old.year, old.year % 100):
                left = next(wanted, None)  # written without the year
            if left is None or number not in (left[0], left[0] % 100):
                return new.isoformat()
            value = left[1] if length == _YEAR_DIGITS or left[0] != old.year else left[1] % 100
            text = str(value).rjust(length, "0") if text.startswith("0") or length == _YEAR_DIGITS else str(value)
            left = next(wanted, None)
        made.append(words[end : found.start()] + text)
        end = found.end()
    if left is not None:
        return new.isoformat()
    written = "".join(made) + words[end:]
    weekday, other = WEEKDAYS[old.weekday()], WEEKDAYS[new.weekday()]
    return re.sub(f"(周|星期|礼拜){weekday}", rf"\g<1>{other}", written)


def is_ascending(days: Sequence[LedgerDay]) -> bool:
    """Whether the days run from the earliest to the latest (one day alone does)."""
    return all(one.day <= other.day for one, other in pairwise(days))
