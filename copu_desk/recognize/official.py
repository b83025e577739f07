"""Know the frame of official minutes (GB/T 9704-2012 §7, §10.3): what stands above their title, and the imprint below.

The frame is what a house style prints anew, so it is no text of the meeting: only what it says and the minutes do not
say is kept.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from copu_desk import dates
from copu_desk.document import text
from copu_desk.measure import unshaped
from copu_desk.recognize.labels import Kind, label
from copu_desk.recognize.leads import is_opening
from copu_desk.recognize.lines import Line
from copu_desk.recognize.titles import LONGEST_TITLE, is_short, is_title

LONGEST_OFFICE = 30  # characters
LONGEST_CLASSIFICATION = 20
MOST_ABOVE, MOST_BELOW = 3, 3  # lines above the mark, and between it and the title
MOST_IMPRINT = 8  # lines from the end among which the imprint is looked for

_SUFFIX = re.compile("(?:会议)?纪要$")
_CLASSIFIED = re.compile("绝密|机密|秘密|内部|公开|不外传|注意保存")
_CORNER = re.compile("[0-9]{3,8}|特急|加急|特提|平急|急件")  # the number of the copy, how urgent it is
_ISSUE = re.compile(
    "[(（〔【\\[]?(?:(?P<year>[0-9]{4})[年)）〕】\\]]?)?(?:总?第)(?P<number>[0-9]{1,4}|[一二三四五六七八九十]{1,3})期[)）〕】\\]]?"
)
_COUNTED = re.compile("[^，,。；;：:]{0,24}[0-9一二三四五六七八九十]{1,6}[期号][)）〕】\\]]?")
_ISSUED = re.compile("(?P<office>.*?)\\s*(?P<day>[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)\\s*印发")
_COPIED = re.compile("[(（]?共印\\s?[0-9]{1,5}\\s?份[)）]?")


@dataclass(slots=True)
class Frame:
    """The lines within the frame, and what it says: each field is empty where it says nothing."""

    lines: list[Line] = field(default_factory=list)
    classification: str = ""
    mark: str = ""
    number: int = 0
    issue: str = ""
    year: int = 0
    issuer: str = ""
    issued_on: date | None = None
    office: str = ""
    printed: str = ""
    copies: str = ""
    others: list[str] = field(default_factory=list)

    def unsaid(self, words: str, number: int, day: date) -> Iterator[str]:
        """Yield what the frame says and the minutes' own words, number and day do not."""
        if self.mark and _SUFFIX.sub("", self.mark) not in words:
            yield f"纪要标志：{self.mark}"
        if self.issue and (self.number != number or self.year not in (0, day.year)):
            yield f"期号：{self.issue}"
        said = self.issuer in words
        if self.issued_on and not (said and self.issued_on == day):
            yield f"发文：{'' if said else self.issuer} {dates.chinese(self.issued_on)}".replace("： ", "：")
        if self.office and self.office not in words:
            yield f"印发：{self.printed}"
        yield from self.others


def frame(found: Sequence[Line]) -> Frame:
    """Part the frame of official minutes from their lines; minutes without one keep all their lines."""
    made = Frame(list(found))
    _imprint(made)
    place = next((place for place, line in enumerate(found[: MOST_ABOVE + 1]) if _is_mark(line)), None)
    if place is None or not all(_stands_above(line) for line in found[:place]):
        return made
    kept, rest = made.lines[place], made.lines[place + 1 :]
    below = 0
    while below < min(MOST_BELOW, len(rest)) and is_issue(rest[below]):
        below += 1
    title, count = _title(rest[below:], is_numbered=below > 0)
    if not (title or below or place):
        return made
    for line in made.lines[:place]:
        _take_corner(made, line.words)
    for line in rest[:below]:
        _take_issue(made, line.words)
    if title:
        made.mark = "".join(kept.words.split())
    made.lines = [title or kept, *rest[below + count :]]
    return made


def is_issue(line: Line) -> bool:
    """Tell whether a line stands between mark and title: 第3期, or who issues the minutes and when."""
    words = line.words
    if not is_short(line) or label(words) or is_title(line):
        return False
    return _COUNTED.fullmatch("".join(words.split())) is not None or _issuer(words) is not None


def _issuer(words: str) -> tuple[str, date] | None:
    """Return the office and the day of a line that holds nothing else."""
    days = dates.find(words)
    if len(days) != 1 or days[0].end != len(words):
        return None
    office = words[: days[0].start].strip()
    return (
        (office, days[0].day) if 1 < len(office) <= LONGEST_OFFICE and not re.search("[，,。；;：:]", office) else None
    )


def _is_mark(line: Line) -> bool:
    return is_title(line) and not dates.find(line.words, 2000)


def _stands_above(line: Line) -> bool:
    words = line.words
    return len(words) <= LONGEST_CLASSIFICATION and (
        _CORNER.fullmatch(words) is not None or (_CLASSIFIED.search(words) is not None and not label(words))
    )


def _title(below: Sequence[Line], *, is_numbered: bool) -> tuple[Line | None, int]:
    """Return the title below the mark, in one line or in two, and how many lines it takes."""
    first, second = (*below[:2], None, None)[:2]
    if first is None or not _may_be_title(first):
        return None, 0
    if is_title(first):
        return _joined(first), 1
    if second is not None and _may_be_title(second) and is_title(second):
        return _joined(Line(text(first.words + "\n" + second.words), first.words + "\n" + second.words)), 2
    is_named = is_numbered and first.words.endswith("会议")
    return (_joined(first), 1) if is_named else (None, 0)


def _may_be_title(line: Line) -> bool:
    return is_short(line) and label(line.words) is None and not line.marker and not is_opening(line.words)


def _joined(line: Line) -> Line:
    """Return a title whose lines were parted for their shape as one."""
    words = unshaped(line.words)
    return line if words == line.words else Line(text(words), words)


def _take_corner(made: Frame, words: str) -> None:
    if _CORNER.fullmatch(words) or made.classification:
        made.others.append(words)
    else:
        made.classification = words


def _take_issue(made: Frame, words: str) -> None:
    plain = _ISSUE.fullmatch("".join(words.split()))
    if plain and not made.number:
        made.number = dates.number(plain["number"])
        made.issue, made.year = words, int(plain["year"] or 0)
    elif (issuer := _issuer(words)) and not made.issued_on:
        made.issuer, made.issued_on = issuer
    else:
        made.others.append(words)


def _imprint(made: Frame) -> None:
    """Take the lines off their end that say who gets a copy, who printed the minutes, when, and how often."""
    begin = max(len(made.lines) - MOST_IMPRINT, 1)
    for place in range(len(made.lines) - 1, begin - 1, -1):
        words = made.lines[place].words
        match = _ISSUED.fullmatch(words) if len(words) <= LONGEST_TITLE else None
        if match and not made.printed and not re.search("[，,。；;：:]", match["office"]):
            made.office, made.printed = match["office"].strip(), f"{match['office'].strip()} {match['day']}"
        elif _COPIED.fullmatch(words):
            made.others.append(words)
        elif (known := label(words)) and known.kind is Kind.COPIES and known.value and not made.copies:
            made.copies = known.value
        else:
            continue
        del made.lines[place]
