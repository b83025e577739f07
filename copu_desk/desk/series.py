"""The series of meetings: found by name, made when they are new."""

from copu_desk.errors import RequestError
from copu_desk.library import Library
from copu_desk.model import Meeting, Series
from copu_desk.sentences import Sentence

NONE = Sentence("（无）")
DEFAULT_SERIES = "例会"


def series_named(library: Library, name: str) -> Series:
    """Return the series of that name, made new (and kept) if there is none yet."""
    known = library.series()
    for series in known:
        if series.name == name:
            return series
    made = Series(name=name)
    library.save_series((*known, made), known)
    return made


def series_of(library: Library, meeting: Meeting) -> Series:
    """Return the series a meeting belongs to; one without a series gets a nameless one, which is not kept."""
    return next((series for series in library.series() if series.id == meeting.series), Series(id=meeting.series))


def series_id(library: Library, name: str) -> str:
    """Return the id of the series of that name (no name, no id); RequestError if there is none."""
    if not name:
        return ""
    known = library.series()
    for series in known:
        if series.name == name:
            return series.id
    raise RequestError(
        "没有名为“{name}”的例会系列。现有：{listed}。",
        name=name,
        listed=[one.name for one in known] or NONE,
    )
