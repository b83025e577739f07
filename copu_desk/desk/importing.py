"""Bring past meetings from files into the library."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from copu_desk import exchange, matching
from copu_desk.bundle import Bundle
from copu_desk.desk.series import DEFAULT_SERIES, series_named
from copu_desk.desk.taking import Taking, all_or_none
from copu_desk.library import Entry, Library
from copu_desk.model import Meeting, Series
from copu_desk.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Imported:
    """A meeting that came in: what was unsure, and the meeting of that day and series that was there already."""

    meeting: Meeting
    series: Series
    notes: tuple[Sentence, ...] = ()
    duplicate: Entry | None = None


def import_minutes(
    library: Library,
    path: Path,
    series_name: str = "",
    held_on: date | None = None,
    *,
    dry_run: bool = False,
    again: bool = False,
) -> list[Imported]:
    """Bring the meetings of a file into the library, and tell what came.

    The series is the named one, else the one the minutes name, else 例会. People are tied to the roster where there is
    no doubt. A meeting of a day and series that is there already is told of but not taken, unless `again`. With
    `dry_run` nothing is kept. ReadError if the file is not understood: then nothing is kept either.
    """
    return take_minutes(library, [(path.name, exchange.read(path, held_on))], series_name, dry_run=dry_run, again=again)


def take_minutes(
    library: Library,
    read: Iterable[tuple[str, exchange.Incoming]],
    series_name: str = "",
    *,
    dry_run: bool = False,
    again: bool = False,
) -> list[Imported]:
    """Bring the meetings that were read from files (by their names) into the library, as `import_minutes` does.

    An error takes all of them back.
    """
    with all_or_none(library) as taking:
        return [
            one
            for name, incoming in read
            for one in _taken(library, incoming, name, series_name, None if dry_run else taking, again=again)
        ]


def _taken(
    library: Library, incoming: exchange.Incoming, name: str, series_name: str, taking: Taking | None, *, again: bool
) -> Iterator[Imported]:
    """Yield the meetings of a file once they are in the library; without a `taking`, as they would come."""
    if taking:
        keep_context(library, incoming.bundle)
    people = (*library.people(), *incoming.bundle.people)
    for row, meeting in enumerate(incoming.bundle.meetings):
        series = _series_for(library, incoming, row, series_name, dry_run=taking is None)
        known = replace(
            meeting, series=series.id, attendees=tuple(matching.identify(one, people) for one in meeting.attendees)
        )
        there = _same_meeting(library, known)
        notes = incoming.notes[row] if row < len(incoming.notes) else ()
        if taking and (again or there is None):
            known, note = taking.take(known, name, incoming.file, incoming.kind, incoming.bundle.originals)
            notes = (*notes, note) if note else notes
        yield Imported(known, series, notes, there)


def keep_context(library: Library, came: Bundle) -> None:
    """Keep the people, series and pictures that came with meetings, as far as they are new."""
    for data in came.images.values():
        library.add_image(data)
    known = library.people()
    ids = {person.id for person in known}
    if new := tuple(person for person in came.people if person.id not in ids):
        library.save_people((*known, *new), known)
    rows = library.series()
    taken = {series.id for series in rows} | {series.name for series in rows}
    if fresh := tuple(one for one in came.series if one.id not in taken and one.name not in taken):
        library.save_series((*rows, *fresh), rows)


def _series_for(library: Library, incoming: exchange.Incoming, row: int, named: str, *, dry_run: bool) -> Series:
    meeting = incoming.bundle.meetings[row]
    theirs = next((series for series in incoming.bundle.series if series.id == meeting.series), None)
    written = incoming.series_names[row] if row < len(incoming.series_names) else ""
    name = named or (theirs.name if theirs else "") or written or DEFAULT_SERIES
    known = next((series for series in library.series() if series.name == name), None)
    return known or (Series(name=name) if dry_run else series_named(library, name))


def _same_meeting(library: Library, meeting: Meeting) -> Entry | None:
    same_day = library.entries(since=meeting.held_on, until=meeting.held_on)
    return next((entry for entry in same_day if entry.id == meeting.id or entry.series == meeting.series), None)
