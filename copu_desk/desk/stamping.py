"""Stamp what goes out with the state of the meeting that it shows, and keep that state as a version."""

from contextlib import suppress
from dataclasses import replace

from copu_desk.document import Stamp
from copu_desk.errors import LibraryError
from copu_desk.exchange import Material
from copu_desk.library import Library, Version, VersionKind
from copu_desk.model import Meeting, Status

MEETING_MARK, VERSION_MARK, PAPER_MARK = "COPUDeskMeeting", "COPUDeskVersion", "COPUDeskPaper"
STYLE_MARK, PARTS_MARK = "COPUDeskStyle", "COPUDeskParts"


def stamped(library: Library, material: Material, reason: str) -> Material:
    """Return what goes out with its stamp, after its state was kept as a version; the reason says as what it goes.

    A library that cannot be written still lets its minutes go out, only without a version.
    """
    version = None
    with suppress(LibraryError):
        version = library.keep_version(material.meeting, VersionKind.EXPORT, reason)
    return replace(material, stamp=_stamp(library, material, version))


def times_final(library: Library, meeting: Meeting) -> int:
    """Return how often a meeting's minutes were made final."""
    return sum(one.kind is VersionKind.FINAL for one in library.versions(meeting.id))


def _stamp(library: Library, material: Material, version: Version | None) -> Stamp:
    meeting, times = material.meeting, times_final(library, material.meeting)
    final = meeting.status is Status.FINAL
    marks = {
        MEETING_MARK: meeting.id,
        PAPER_MARK: f"{material.paper} {material.item}".strip(),
        STYLE_MARK: material.style.name,
        PARTS_MARK: ",".join(material.style.parts),
    }
    if version:
        marks[VERSION_MARK] = str(version.id)
    return Stamp(
        "定稿" if final else "草稿",
        f"第{max(times, 1)}稿" if final else f"第{times}稿之后的修改稿" if times else "",
        version.hash if version else "",
        tuple(marks.items()),
    )
