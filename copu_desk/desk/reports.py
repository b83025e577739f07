"""Bring a platform's attendance report into a meeting."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from copu_desk import exchange, incoming
from copu_desk.connections import Session
from copu_desk.desk.originals import with_original
from copu_desk.desk.reasons import BEFORE_IMPORT
from copu_desk.errors import RequestError
from copu_desk.library import Library, VersionKind
from copu_desk.model import Meeting, Nickname, OriginalKind, Status
from copu_desk.reading import File
from copu_desk.reckoning import Line, Reckoned, Reckoner, in_words
from copu_desk.recognize import reports
from copu_desk.recognize.columns import Columns
from copu_desk.recognize.moments import Order
from copu_desk.recognize.reports import Report
from copu_desk.sentences import Sentence
from copu_desk.sheet import Grid


@dataclass(frozen=True, slots=True)
class Source:
    """The tables of a report's file, the file itself, and the SHA-256 (hex) of its bytes."""

    grids: tuple[Grid, ...]
    file: File
    digest: str

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.file.name


def open_report(path: Path) -> Source:
    """Read the tables of a file; ReadError if it is missing, too large, or no table."""
    grids, file = exchange.read_tables(path)
    return Source(grids, file, sha256(file.data).hexdigest())


def read_report(
    source: Source, day: date, known: Mapping[str, Columns] | None = None, order: Order | None = None
) -> Report:
    """Return the connections of a report for a meeting of a day (recognize.reports.read), each with its source.

    UnknownColumnsError if its headings are not among those known here or in `known`; ReadError if it is no report.
    """
    with incoming.told(source.name):
        report = reports.read(source.grids, day, known, order)
    return replace(
        report,
        connections=tuple(replace(one, file=source.name, digest=source.digest) for one in report.connections),
    )


@dataclass(frozen=True, slots=True)
class ReportResult:
    """What a report means for a meeting: each name, the meeting as it would be, and whether it was taken.

    The note says why its file was not kept, if it was to be.
    """

    lines: tuple[Line, ...]
    reckoned: Reckoned
    sessions: tuple[Session, ...]
    taken: bool
    note: Sentence | None = None


def import_report(
    library: Library,
    meeting_id: str,
    path: Path,
    *,
    minimum: int = 0,
    session: int = 0,
    order: Order | None = None,
    apply: bool = False,
) -> ReportResult:
    """Tell what a report means for a meeting, and with `apply` take what is certain: the rest waits in the window.

    `minimum` is how many minutes somebody has to stay; `session` (from 1) says which of several meetings in the file
    is meant. Taking keeps the state before as a version. ReadError or RequestError if the file is not understood, the
    meeting is final, or it is not clear which of the meetings in the file is meant: then nothing is changed.
    """
    meeting = library.load(meeting_id)
    if apply:
        check_draft(meeting)
    source = open_report(path)
    report = read_report(source, meeting.held_on, library.report_columns(), order)
    if report.doubtful and order is None:
        raise RequestError(
            "名单里的日期（如 7/8/2026）有两种读法。请用 --dates mdy（月/日/年）或 --dates dmy（日/月/年）指明。"
        )
    reckoner = Reckoner(meeting, library.people(), library.nicknames())
    chosen = _chosen(reckoner, report, session)
    lines = reckoner.lines(chosen)
    reckoned = reckoner.reckon(lines, chosen, {}, {}, minimum)
    keep = with_original(library, reckoned.meeting, source.file, OriginalKind.REPORT) if apply else (meeting, None)
    after, note = keep
    if after != meeting:
        library.keep_version(meeting, VersionKind.IMPORT, BEFORE_IMPORT)
        library.save(after, meeting)
    return ReportResult(lines, reckoned, chosen, apply, note)


def check_draft(meeting: Meeting) -> None:
    """Refuse to change a meeting whose minutes are final; RequestError."""
    if meeting.status is Status.FINAL:
        raise RequestError("这次会议已经定稿，没有改动它。请先退回草稿，再导入名单。")


def _chosen(reckoner: Reckoner, report: Report, session: int) -> tuple[Session, ...]:
    found, mine = reckoner.choices(report.connections)
    told = "；".join(f"{number}) {words}" for number, words in enumerate(map(in_words, found), 1))
    if session:
        if session > len(found):
            raise RequestError("名单里没有第 {session} 场会议。有：{told}。", session=session, told=told)
        return (found[session - 1],)
    held_on = reckoner.meeting.held_on
    if not mine:
        raise RequestError(
            "名单里没有 {held_on} 的连接。有：{told}。请检查会议日期，或用 --session 指明是哪一场。",
            held_on=held_on,
            told=told,
        )
    if len(mine) > 1 and reckoner.meeting.start is None:
        raise RequestError(
            "名单里 {held_on} 有 {count} 场会议：{told}。请先填写会议的开始时间，或用 --session 指明是哪一场。",
            held_on=held_on,
            count=len(mine),
            told=told,
        )
    return mine


def keep_report(
    library: Library, before: Meeting, reckoned: Reckoned, keep: Sequence[Nickname], forget: Sequence[Nickname]
) -> None:
    """Keep what comes along with an import, besides the meeting: its state before, new people, and nicknames."""
    if reckoned.meeting != before:
        library.keep_version(before, VersionKind.IMPORT, BEFORE_IMPORT)
    people = library.people()
    known = {person.id for person in people}
    if new := tuple(person for person in reckoned.joining if person.id not in known):
        library.save_people((*people, *new), people)
    library.remember_nicknames(keep, forget)
