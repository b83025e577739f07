"""Bring back the corrections that leadership made in an exported Word file."""

from dataclasses import dataclass, replace

from copu_desk import exchange
from copu_desk.corrections import Correction, Sent, find
from copu_desk.desk.exporting import material
from copu_desk.desk.stamping import MEETING_MARK, PAPER_MARK, PARTS_MARK, STYLE_MARK, VERSION_MARK
from copu_desk.errors import LibraryError, RequestError, StyleError
from copu_desk.library import Library, Version, VersionKind
from copu_desk.model import Meeting
from copu_desk.progress import NO_PROGRESS, Progress
from copu_desk.reading import Returned
from copu_desk.sentences import Sentence
from copu_desk.style import PARTS

NO_MARKS = Sentence("文件里没有记下它是哪一次导出的，就和最近一次导出的内容比较。")
NO_VERSION = Sentence("导出它时的版本已经不在资料库里了，就和现在的内容比较。")
NEVER = Sentence("这次会议还没有导出过，就和现在的内容比较。")


@dataclass(frozen=True, slots=True)
class Exported:
    """What a file that came back is compared with: as it was exported; the note says if that was not certain."""

    material: exchange.Material
    version: Version | None = None
    note: str = ""


def meeting_of(library: Library, returned: Returned, otherwise: Meeting) -> Meeting:
    """Return the meeting that a file belongs to as its marks say, else the other one."""
    try:
        return library.load(returned.marks[MEETING_MARK])
    except (KeyError, RequestError):
        return otherwise


def exported(library: Library, meeting: Meeting, returned: Returned) -> Exported:
    """Return what a file that came back is compared with: the state, paper, style and parts that its marks name."""
    marks = returned.marks if returned.marks.get(MEETING_MARK) == meeting.id else {}
    version, note = _version(library, meeting, marks.get(VERSION_MARK, ""), marked=bool(marks))
    base = library.version(version.id) if version else meeting
    paper, _, item = marks.get(PAPER_MARK, "").partition(" ")
    paper = paper if paper in exchange.PAPERS else "minutes"
    try:
        made = material(library, base, marks.get(STYLE_MARK, ""), paper=paper, item=item)
    except StyleError:
        made = material(library, base, paper=paper, item=item)
    if PARTS_MARK in marks:
        parts = tuple(part for part in marks[PARTS_MARK].split(",") if part in PARTS)
        made = replace(made, style=replace(made.style, parts=parts))
    return Exported(made, version, note)


def _version(library: Library, meeting: Meeting, identity: str, *, marked: bool) -> tuple[Version | None, str]:
    known = library.versions(meeting.id)
    for version in known:
        if str(version.id) == identity and _is_sound(library, version):
            return version, ""
    if marked:
        return None, NO_VERSION
    sent = next((one for one in known if one.kind is VersionKind.EXPORT and _is_sound(library, one)), None)
    return sent, NO_MARKS if sent else NEVER


def _is_sound(library: Library, version: Version) -> bool:
    try:
        library.version(version.id)
    except (RequestError, LibraryError):
        return False
    return True


def compare(
    returned: Returned, sent: Exported, now: Meeting, progress: Progress = NO_PROGRESS
) -> tuple[Correction, ...]:
    """Return what was changed in a file since it was exported, as far as the meeting does not say it already."""
    progress(0, 0, Sentence("正在和导出时的内容比较…"))
    made = sent.material
    unchanged = exchange.returned_unchanged(made)
    progress(0, 0, Sentence("正在给改动找位置…"))
    trace = exchange.PAPERS[made.paper].trace
    went_out = Sent(
        unchanged.paragraphs, made.meeting, made.style, lambda meeting: trace(replace(made, meeting=meeting))
    )
    return tuple(find(went_out, returned.paragraphs, now, progress))
