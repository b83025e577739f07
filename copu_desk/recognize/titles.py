"""Know the title of minutes by its words."""

import re

from copu_desk import dates
from copu_desk.document import Heading, Paragraph
from copu_desk.recognize.lines import Line

LONGEST_TITLE = 80  # characters
_SENTENCE = re.compile("[。；;：:，,！!？?]$")
_TITLE = re.compile("(?:纪要|会议记录|例会记录|会议纪录|[Mm]inutes|[Mm]eeting [Nn]otes)(?P<rest>.*)")
_TAIL = re.compile(
    "[\\s丨|｜()（）\\[\\]〔〕【】:：,，._—–-]|第[0-9一二三四五六七八九十]+[次期号]|(?:星期|周)[一二三四五六日天]|总"
)


def is_title(line: Line) -> bool:
    """Tell whether a line is a title of minutes: it ends with 纪要 or the like, save date and number."""
    match = _TITLE.search(line.words) if is_short(line) else None
    if not match:
        return False
    rest = match["rest"]
    for found in reversed(dates.find(rest, 2000)):
        rest = rest[: found.start] + rest[found.end :]
    return not _TAIL.sub("", rest)


def is_short(line: Line) -> bool:
    """Tell whether a line may be a title: neither long nor a sentence."""
    is_text = isinstance(line.block, Paragraph | Heading)
    return is_text and len(line.words) <= LONGEST_TITLE and not _SENTENCE.search(line.words)
