"""Bring an office's own attendance ledger in, and write a meeting into a copy of it."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from copu_desk import disk, exchange, incoming, matching
from copu_desk import ledger as rules
from copu_desk.desk.importing import Imported
from copu_desk.desk.series import DEFAULT_SERIES, series_named
from copu_desk.desk.taking import Taken, all_or_none
from copu_desk.errors import ReadError, RequestError, WriteError
from copu_desk.ledger import Blank, Ledger, LedgerPerson
from copu_desk.library import Entry, Library
from copu_desk.limits import MOST_MARKS
from copu_desk.model import Attendee, Meeting, OriginalKind, Person, Series
from copu_desk.progress import NO_PROGRESS, Progress
from copu_desk.reading import File
from copu_desk.sentences import Sentence
from copu_desk.sheet import Grid

if TYPE_CHECKING:
    from copu_desk.writers.ledger import Addition


@dataclass(frozen=True, slots=True)
class LedgerFile:
    """A file with ledgers: its name, its bytes, the tables in it, and the ledgers found there."""

    path: Path
    data: bytes
    grids: tuple[Grid, ...]
    ledgers: tuple[Ledger, ...]

    @property
    def file(self) -> File:
        """The file itself."""
        return File(self.path.name, self.data)


@dataclass(frozen=True, slots=True)
class Written:
    """A ledger with one more day: where it is, and what the secretary should know."""

    path: Path
    notes: tuple[Sentence, ...]


def open_ledger(path: Path, year: int | None = None) -> LedgerFile:
    """Read the ledgers of a file; year is that of days written without one, else the file tells it.

    ReadError if the file is missing, too large (also by people and days, MOST_MARKS), no table, or no ledger.
    """
    from copu_desk.recognize import ledger as recognizer

    tables, file = exchange.read_tables(path)
    with incoming.told(path.name):
        ledgers = recognizer.read(tables, year, path.stem)
        if sum(len(one.people) * len(one.days) for one in ledgers) > MOST_MARKS:
            raise ReadError(
                "台账太大了（人数乘会议次数超过 {most} 万）。请按年分成几个文件。", most=MOST_MARKS // 10_000
            )
        return LedgerFile(path, file.data, tables, ledgers)


def ledger_meetings(
    file: LedgerFile, people: Sequence[Person], series: Series, known: Sequence[Entry], blank: Blank | None = None
) -> list[Imported]:
    """Return the meetings of a file's ledgers as they would come in; nothing is kept.

    People are tied to the roster where there is no doubt (_tie). `known` are the meetings there are: one of the same
    day and series is told of. Without `blank`, empty cells mean what they most likely mean in each ledger.
    """
    found = []
    for ledger in file.ledgers:
        tie = _tie(ledger, people)
        for meeting in rules.meetings(ledger, blank or rules.usual_blank(ledger), series.id):
            tied = tuple(tie(one) for one in meeting.attendees)
            there = next((one for one in known if (one.held_on, one.series) == (meeting.held_on, series.id)), None)
            found.append(Imported(replace(meeting, attendees=tied), series, _notes(ledger, meeting), there))
    return sorted(found, key=lambda one: one.meeting.held_on)


def _tie(ledger: Ledger, people: Sequence[Person]) -> Callable[[Attendee], Attendee]:
    """Return how people of a ledger are tied to the roster: by name and organization, else by the name alone.

    By the name alone only where both have it once and the organizations may be the same: offices shorten them.
    """
    names = Counter(person.name for person in ledger.people)

    def tie(one: Attendee) -> Attendee:
        tied = matching.identify(one, people)
        if tied.person or names[one.name] > 1:
            return tied
        alone = matching.identify(replace(one, organization=""), people)
        if not rules.may_be_same(one.organization, alone.organization):
            return tied
        return replace(tied, person=alone.person, title=tied.title or alone.title)

    return tie


def _notes(ledger: Ledger, meeting: Meeting) -> tuple[Sentence, ...]:
    unsure = [f"{one.name}“{one.note}”" for one in meeting.attendees if one.presence == "unmarked" and one.note]
    where = Sentence("工作表“{sheet}”", sheet=ledger.sheet) if ledger.sheet else Sentence("台账")
    return (Sentence("{where}里有看不懂的标记，记为未登记：{unsure}。", where=where, unsure=unsure),) if unsure else ()


def import_ledger(
    library: Library,
    path: Path,
    series_name: str = "",
    blank: Blank | None = None,
    year: int | None = None,
    *,
    dry_run: bool = False,
) -> list[Imported]:
    """Bring the meetings of a ledger into the library, and tell what came; one that is there already is not taken.

    The series is the named one, else 例会. With `dry_run` nothing is kept; ReadError keeps nothing either.
    """
    file = open_ledger(path, year)
    name = series_name or DEFAULT_SERIES
    series = next((one for one in library.series() if one.name == name), None) or Series(name=name)
    found = ledger_meetings(file, library.people(), series, library.entries(), blank)
    if not dry_run:
        series = series_named(library, name)
        found = [replace(one, series=series, meeting=replace(one.meeting, series=series.id)) for one in found]
        take(library, [one for one in found if one.duplicate is None], name, file.file)
    return found


def take(
    library: Library, found: Sequence[Imported], series_name: str, file: File, progress: Progress = NO_PROGRESS
) -> Taken:
    """Put meetings of a ledger into a series, made if there is none of that name, and tell what was put there.

    Cancelled or an error takes all of it back.
    """
    with all_or_none(library) as taking:
        series = series_named(library, series_name)
        for done, one in enumerate(found):
            progress(done, len(found), str(one.meeting.held_on))
            meeting = replace(one.meeting, series=series.id)
            taking.take(meeting, file.name, file, OriginalKind.LEDGER, {})
    return taking.taken()


def add_to_ledger(
    library: Library, meeting_id: str, source: Path, target: Path, *, overwrite: bool = False, year: int | None = None
) -> Written:
    """Write a meeting's day and marks into a copy of a ledger, all else as it is.

    Of several sheets, the one whose days lie nearest to the meeting's takes it. RequestError if the day is there
    already or nobody of the meeting stands in the ledger; WriteError if the copy cannot be made.
    """
    from copu_desk.writers import ledger as writer

    if source.suffix.lower() != ".xlsx" or target.suffix.lower() != ".xlsx":
        raise WriteError("只能往 .xlsx 台账里写。请在 Excel 或 WPS 里另存为 .xlsx，再试一次。")
    if target.exists() and target.samefile(source):
        raise WriteError("新台账不能就是原来的文件，原来的不会改动。请换一个文件名。")
    file = open_ledger(source, year)
    meeting = library.load(meeting_id)
    ledger = min(file.ledgers, key=lambda one: min(abs((day.day - meeting.held_on).days) for day in one.days))
    marks, missing = _marks(ledger, meeting, library.people())
    if not any(marks.values()):
        raise RequestError("这次会议登记了到会的人，一个也不在台账里，没有写。请检查台账里的姓名。")
    grid = next(grid for grid in file.grids if grid.name == ledger.sheet)
    data, notes = writer.add(file.data, _place(ledger, grid, meeting.held_on, marks))
    target = disk.put(target, data, overwrite=overwrite)
    if missing:
        notes = (*notes, Sentence("台账里没有这些人（或同名的分不清），没有写进去：{missing}。", missing=missing))
    return Written(target, notes)


def _marks(ledger: Ledger, meeting: Meeting, people: Sequence[Person]) -> tuple[dict[int, str], list[str]]:
    """Return the marks by the places of people, and who of those who were there has no place, or not only one."""
    words, tie = rules.own_marks(ledger), _tie(ledger, people)
    there = [(person, tie(Attendee(person.name, person.organization)).person) for person in ledger.people]
    marks: dict[int, str] = {}
    missing = []
    for one in meeting.attendees:
        found = _meant(matching.identify(one, people), there)
        if len(found) == 1:
            marks[found[0].place] = words[one.presence]
        elif one.presence.came and one.name.strip():
            missing.append(f"{one.name}（{one.organization}）" if one.organization else one.name)
    return marks, missing


def _meant(one: Attendee, there: Sequence[tuple[LedgerPerson, str]]) -> list[LedgerPerson]:
    """Return who in the ledger may be somebody of a meeting: the same entry of the roster, else the same name."""
    if one.person and (same := [person for person, identity in there if identity == one.person]):
        return same
    named = [
        person
        for person, identity in there
        if person.name == one.name
        and not (identity and one.person)
        and rules.may_be_same(person.organization, one.organization)
    ]
    exact = [person for person in named if person.organization == one.organization]
    return exact if len(exact) == 1 and one.organization else named


def _place(ledger: Ledger, grid: Grid, day: date, marks: dict[int, str]) -> "Addition":
    """Return where a day goes: into its own empty place, else after the days before it, in the order there is."""
    from copu_desk.writers.ledger import Addition

    first, last = min(one.place for one in ledger.days), max(one.place for one in ledger.days)
    same = next((at for at, one in enumerate(ledger.days) if one.day == day), None)
    if same is not None and any(row[same].strip() for row in ledger.marks):
        raise RequestError("台账里已经有 {day} 的标记，没有改动。", day=day)
    if same is not None:
        beside = ledger.days[same]
        at, insert = beside.place, False
    else:
        earlier = [one for one in ledger.days if (one.day < day) == rules.is_ascending(ledger.days)]
        beside = max(earlier, key=lambda one: one.place, default=min(ledger.days, key=lambda one: one.place))
        at = beside.place + 1 if earlier else first
        insert = at <= last or not _is_empty(grid, at, ledger.across)
    return Addition(
        sheet=ledger.sheet,
        across=ledger.across,
        head=ledger.head,
        at=at,
        insert=insert,
        beside=beside.place,
        first=first,
        last=last,
        day=day,
        words=rules.written_like(beside.words, beside.day, day),
        marks=marks,
    )


def _is_empty(grid: Grid, at: int, across: bool) -> bool:
    cells = (row[at] for row in grid.rows if at < len(row)) if across else grid.rows[at] if at < len(grid.rows) else ()
    return not any(cells)
