"""Know the title of minutes by its words."""

import re

from copu_desk import dates
from copu_desk.document import Heading, Paragraph
from copu_desk.recognize.lines import Line

LONGEST_TITLE = 80  # characters
_SENTENCE = re.compile("[。；;：:，,！!？?]$")
_TITLE = re.compile("(?:纪要|会议记录|例会记录|会议纪录|[Mm]inutes|[Mm]eeting [Nn]otes)(?P<rest>.*)")
_OTHERS = re.compile("[上前下]一?[次回]|上一?期|\\b(?:last|previous|prior|next)\\b", re.IGNORECASE)
_DEALT_WITH = re.compile("(?:审议|审定|通过|确认|宣读|回顾|核对).{0,8}(?:纪要|记录)$|approv(?:al|e) ", re.IGNORECASE)
_TAIL = re.compile(
    "[\\s丨|｜()（）\\[\\]〔〕【】:：,，._—–-]|第[0-9一二三四五六七八九十]+[次期号]|(?:星期|周)[一二三四五六日天]|总"
)


def is_title(line: Line) -> bool:
    """Tell whether a line is a title of minutes: it ends with 纪要 or the like, save date and number."""
    match = _TITLE.search(line.words) if is_short(line) and not _is_of_another(line) else None
    if not match:
        return False
    rest = match["rest"]
    for found in reversed(dates.find(rest, 2000)):
        rest = rest[: found.start] + rest[found.end :]
    return not _TAIL.sub("", rest)


def _is_of_another(line: Line) -> bool:
    """Tell whether a line speaks of the minutes of another meeting: what is done with them is an item of this one."""
    return _OTHERS.search(line.words) is not None or _DEALT_WITH.match(line.body) is not None


def is_short(line: Line) -> bool:
    """Tell whether a line may be a title: neither long nor a sentence."""
    is_text = isinstance(line.block, Paragraph | Heading)
    return is_text and len(line.words) <= LONGEST_TITLE and not _SENTENCE.search(line.words)
