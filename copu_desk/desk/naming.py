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
_MINUTES = "纪要"
_NUMBER = re.compile(r"第?\{number(?::\d+)?\}[次期号]?")


def file_stem(library: Library, meeting: Meeting, pattern: str = PATTERN, paper: str = "minutes") -> str:
    """Return the name that a pattern gives to a file of a meeting, without its ending; every system takes it.

    `{date}`, `{series}`, `{number}`, `{title}`, `{year}`, `{month}` and `{day}` are filled in; where a meeting has no
    number, the words around it (第…次) go too. Another paper than the minutes (one of PAPERS) has its own name in the
    place of 纪要; no paper (empty) has none, which is for a folder.
    """
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
