"""Part a text that holds several meetings."""

import re
from collections.abc import Sequence
from itertools import pairwise

from copu_desk import dates
from copu_desk.document import Heading
from copu_desk.recognize.head import is_date_line
from copu_desk.recognize.labels import Kind, label
from copu_desk.recognize.leads import is_opening
from copu_desk.recognize.lines import Line
from copu_desk.recognize.official import is_issue
from copu_desk.recognize.titles import is_short, is_title

_MEETING = re.compile("例会|会议|周会|月会|双周会|[Mm]eeting|[Mm]inutes|记录|纪要|会$")
_ANOTHER = re.compile("(?:上|下)一?次|下期|[Nn]ext")
_LABELLED = re.compile("(?<![0-9])[:：]")  # 会议通知：4月12日发出
_FACTS = (
    Kind.WHEN,
    Kind.VENUE,
    Kind.PLATFORM,
    Kind.CHAIR,
    Kind.RECORDER,
    Kind.PEOPLE,
    Kind.NAME,
    Kind.LINK,
    Kind.AGENDA,
)


def meetings(lines: Sequence[Line]) -> list[Sequence[Line]]:
    """Return the lines of each meeting: a new one begins at a title, or at a date that facts or an opening follow.

    What stands before the first of several belongs to it.
    """
    begins = [place for place in range(len(lines)) if _begins(lines, place)]
    kept: list[int] = []
    for place in begins:
        if not kept or not _goes_on(lines[kept[-1] : place], lines[place]):
            kept.append(place)
    cuts = [0, *kept[1:], len(lines)]
    return [lines[begin:end] for begin, end in pairwise(cuts)]


def _goes_on(above: Sequence[Line], line: Line) -> bool:
    """Tell whether a line that might begin a meeting belongs to the one above: nothing but its head stands there yet.

    The day of a meeting may follow its title behind other facts, such as its subject and the number of the minutes.
    """
    if all(map(_introduces, above)):
        return True
    head = all(_introduces(one) or (is_short(one) and _LABELLED.search(one.words)) for one in above)
    return head and not is_title(line) and not any(dates.find(one.words, 2000) for one in above)


def _begins(lines: Sequence[Line], place: int) -> bool:
    line = lines[place]
    if not is_short(line) or _ANOTHER.search(line.words):
        return False
    dated = bool(dates.find(line.words, 2000))
    heads = isinstance(line.block, Heading) and not line.marker
    if is_title(line) and (dated or heads) and place + 1 < len(lines):
        return True
    if not (dated or is_title(line)) or (_LABELLED.search(line.words) and not label(line.words)):
        return False
    heading = is_title(line) or is_date_line(line.words, 2000) or _MEETING.search(line.words) is not None
    return heading and place + 1 < len(lines) and _opens(lines[place + 1])


def _opens(line: Line) -> bool:
    known = label(line.words)
    return (known is not None and known.kind in _FACTS) or is_opening(line.words) or is_date_line(line.words, 2000)


def _introduces(line: Line) -> bool:
    """Tell whether a line may stand between title and text: a title, a date, the number of an issue."""
    return is_title(line) or is_issue(line) or is_date_line(line.words, 2000)
