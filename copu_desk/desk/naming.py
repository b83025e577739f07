"""What the files of a meeting are called."""

import re
from collections.abc import Mapping

from copu_desk import exchange
from copu_desk.desk.meetings import title
from copu_desk.desk.series import DEFAULT_SERIES, series_of
from copu_desk.file_names import safe_name
from copu_desk.library import Library
from copu_desk.model import Meeting
from copu_desk.style import fill_names

PATTERN = "{date} {series}第{number}次纪要"
NAMES = {"date": "日期", "series": "系列", "number": "次数", "title": "标题", "year": "年", "month": "月", "day": "日"}
"""What is filled in, and what it is called in a pattern in Chinese; the one is as good as the other."""

_NAME = re.compile(r"(?<=\{)\w+(?=[:}])")
_MINUTES = "纪要"
_NUMBER = re.compile(r"第?\{number(?::\d+)?\}[次期号]?")


def named(pattern: str, names: Mapping[str, str]) -> str:
    """Return a pattern with each of NAMES in it, in whichever language, called what `names` says (else in English)."""
    known = {word: name for name, word in NAMES.items()}

    def called(found: re.Match[str]) -> str:
        name = known.get(found[0], found[0])
        return names.get(name, name)

    return _NAME.sub(called, pattern)


def file_stem(library: Library, meeting: Meeting, pattern: str = PATTERN, paper: str = "minutes") -> str:
    """Return the name that a pattern gives to a file of a meeting, without its ending; every system takes it.

    `{date}`, `{series}`, `{number}`, `{title}`, `{year}`, `{month}` and `{day}` are filled in, under their Chinese
    names (NAMES) as well; where a meeting has no number, the words around it (第…次) go too. Another paper than the
    minutes (one of PAPERS) has its own name in the place of 纪要; no paper (empty) has none, which is for a folder.
    """
    pattern = named(pattern, {})
    label = exchange.PAPERS[paper].label if paper else ""
    if label != _MINUTES:
        before, found, after = pattern.rpartition(_MINUTES)
        pattern = before + label + after if found else pattern + label
    day = meeting.held_on
    values: Mapping[str, object] = {
        "date": day.isoformat(),
        "series": series_of(library, meeting).name or DEFAULT_SERIES,
        "number": meeting.number,
        "title": title(library, meeting),
        "year": day.year,
        "month": day.month,
        "day": day.day,
    }
    return safe_name(fill_names(pattern if meeting.number else _NUMBER.sub("", pattern), values))
