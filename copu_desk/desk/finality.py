"""定稿: minutes are made final and locked; to change them again takes a reason; any version can be gone back to."""

from dataclasses import dataclass, replace

from copu_desk import dates, exchange
from copu_desk.compose.paragraphs import printed
from copu_desk.desk.reasons import BEFORE_RESTORING, REOPENED
from copu_desk.desk.series import series_of
from copu_desk.differences import pairs
from copu_desk.errors import RequestError
from copu_desk.library import Library, Version, VersionKind
from copu_desk.model import Meeting, Status
from copu_desk.style import house_style


def make_final(library: Library, meeting: Meeting) -> Meeting:
    """Make a saved meeting's minutes final, keep them as a version, and return the meeting."""
    final = replace(meeting, status=Status.FINAL)
    library.save(final, meeting)
    library.keep_version(final, VersionKind.FINAL)
    return final


def reopen(library: Library, meeting: Meeting, reason: str) -> Meeting:
    """Make final minutes a draft again and return the meeting; RequestError without a reason, which is kept."""
    if not reason.strip():
        raise RequestError("要修改定稿，请先写明原因。")
    draft = replace(meeting, status=Status.DRAFT)
    library.save(draft, meeting)
    library.keep_version(draft, VersionKind.EDIT, REOPENED.but(reason=reason.strip()))
    return draft


def as_final(library: Library, meeting: Meeting) -> Meeting:
    """Return final minutes as they were when they were made final; a draft as it is.

    What becomes of an action later (done, carried on) is kept with the meeting, but does not change what was final.
    """
    if meeting.status is not Status.FINAL:
        return meeting
    last = next((one for one in library.versions(meeting.id) if one.kind is VersionKind.FINAL), None)
    return library.version(last.id) if last else meeting


def before_restoring(library: Library, meeting: Meeting, version: Version) -> Meeting:
    """Keep a meeting as it is, and return what it was in a version of it, as a draft."""
    library.keep_version(meeting, VersionKind.RESTORE, BEFORE_RESTORING.but(moment=dates.to_the_minute(version.moment)))
    return replace(library.version(version.id), status=Status.DRAFT, id=meeting.id)


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph in two states of a meeting side by side, empty where a state has not got it."""

    old: str
    new: str


def compare(library: Library, old: Meeting, new: Meeting) -> list[Row]:
    """Return two states of a meeting's minutes side by side, as they are printed in its series' style."""
    left, right = (_lines(library, meeting) for meeting in (old, new))
    return [Row(left[i] if i is not None else "", right[j] if j is not None else "") for i, j in pairs(left, right)]


def _lines(library: Library, meeting: Meeting) -> list[str]:
    series = series_of(library, meeting)
    made = exchange.Material(meeting, series, house_style(series.style), library.people())  # pictures are not looked at
    return [one.words for one in printed(exchange.PAPERS["minutes"].trace(made))]
