"""Bring many past minutes in at once: look into the files, correct what was found, take it."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from copu_desk import exchange, matching
from copu_desk.bundle import Bundle
from copu_desk.desk.folder import DATA_FILE, is_told_by_data
from copu_desk.desk.importing import keep_context
from copu_desk.desk.series import DEFAULT_SERIES, series_named
from copu_desk.desk.taking import Taken, all_or_none
from copu_desk.document import plain_body
from copu_desk.errors import CopuError
from copu_desk.library import Library
from copu_desk.model import Meeting, OriginalKind, Person
from copu_desk.progress import NO_PROGRESS, Progress
from copu_desk.reading import NO_FILE, File
from copu_desk.recognize.minutes import UNKNOWN_DAY
from copu_desk.sentences import Sentence

MOST_FILES = 20_000


@dataclass(frozen=True, slots=True)
class Past:
    """One meeting that was found in a file, or a file in which none could be read (then `fault` says why).

    `series` is the name of the series as written, `source` the text it was read from, `came` what travels with it,
    `file` and `kind` what is kept of the file itself, and as what.
    """

    path: Path
    meeting: Meeting
    series: str = ""
    notes: tuple[Sentence, ...] = ()
    source: str = ""
    came: Bundle = field(default_factory=Bundle)
    fault: str = ""
    file: File = NO_FILE
    kind: OriginalKind = OriginalKind.MINUTES

    @property
    def held_on(self) -> date | None:
        """The day of the meeting, or None while nobody knows it."""
        return None if self.meeting.held_on == UNKNOWN_DAY else self.meeting.held_on


def files_of(paths: Iterable[Path]) -> list[Path]:
    """Return the files that can be read among paths and in the folders among them, in the order of their names.

    A file that was named is returned whatever it is; in folders, other kinds and the traces of open files (`~$a.docx`)
    are passed over, and of the folder of a meeting that went out from here only the data file is taken, with which all
    the rest comes. No more than MOST_FILES.
    """
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        inside = [one for one in _below(path) if one.suffix[1:].lower() in exchange.IMPORTS]
        folders = {one.parent for one in inside if one.name == DATA_FILE}
        found += sorted(
            one
            for one in inside
            if one.is_file() and not one.name.startswith(("~$", ".")) and not is_told_by_data(one, folders)
        )
    return list(dict.fromkeys(found))[:MOST_FILES]


def _below(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder and those in it; what cannot be looked into, or is gone by then, is passed over."""
    for place, _folders, names in os.walk(folder):
        yield from (Path(place, name) for name in names)


def look_into(paths: Sequence[Path], people: Sequence[Person] = (), progress: Progress = NO_PROGRESS) -> list[Past]:
    """Return what is in files, without changing anything: may run off the GUI thread. `people` is the roster.

    Cancelled if the progress says so.
    """
    found: list[Past] = []
    for done, path in enumerate(paths):
        progress(done, len(paths), path.name)
        try:
            found += _read(path, people)
        except CopuError as error:
            found.append(Past(path, Meeting(UNKNOWN_DAY), fault=error.sentence))
    return found


def _read(path: Path, people: Sequence[Person]) -> list[Past]:
    incoming = exchange.read(path, needs_day=False)
    came = incoming.bundle
    names = {series.id: series.name for series in came.series}
    known = (*people, *came.people)
    context = replace(came, meetings=())
    made = []
    for row, meeting in enumerate(came.meetings):
        attendees = tuple(matching.identify(one, known) for one in meeting.attendees)
        written = incoming.series_names[row] if row < len(incoming.series_names) else ""
        made.append(
            Past(
                path,
                replace(meeting, attendees=attendees),
                names.get(meeting.series, "") or written or DEFAULT_SERIES,
                incoming.notes[row] if row < len(incoming.notes) else (),
                plain_body(incoming.sources[row]) if row < len(incoming.sources) else "",
                context,
                file=incoming.file,
                kind=incoming.kind,
            )
        )
    return made


def known_days(library: Library) -> frozenset[tuple[date, str]]:
    """Return the days and series names of all meetings there are: another one of both is a duplicate."""
    return frozenset((entry.held_on, entry.series_name) for entry in library.entries())


def take(library: Library, found: Sequence[Past], progress: Progress = NO_PROGRESS) -> Taken:
    """Put meetings into the library, and tell what was put there; Cancelled or an error takes all of it back."""
    known: set[int] = set()
    with all_or_none(library) as taking:
        for done, one in enumerate(found):
            progress(done, len(found), f"{one.held_on or ''} {one.series}")
            if id(one.came) not in known:  # the meetings of one file travel with the same pictures and people
                known.add(id(one.came))
                keep_context(library, one.came)
            series = series_named(library, one.series or DEFAULT_SERIES)
            meeting = replace(one.meeting, series=series.id)
            taking.take(meeting, one.path.name, one.file, one.kind, one.came.originals)
    return taking.taken()
