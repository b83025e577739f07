"""The roster as files: bring people in from a list, and send them out."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from copu_desk import disk, exchange, roster
from copu_desk.errors import ReadError, WriteError
from copu_desk.library import Library
from copu_desk.limits import MOST_LISTED
from copu_desk.roster import Arrival, Arriving


def arriving(library: Library, path: Path) -> Arriving:
    """Return what the people of a file (.xlsx, .csv) would bring to the roster.

    ReadError if it is not understood, or if they are more than MOST_LISTED.
    """
    listed, notes = roster.understood(grid.rows for grid in exchange.read_grids(path))
    if len(listed) > MOST_LISTED:
        raise ReadError(
            "“{file}”里有 {count} 人，一次最多导入 {most} 人。请分成几个文件。",
            file=path.name,
            count=len(listed),
            most=MOST_LISTED,
        )
    found = roster.arriving(listed, library.people(), library.series())
    return Arriving(found.arrivals, found.series, found.same, (*notes, *found.notes))


def keep_series(library: Library, found: Arriving, arrivals: Iterable[Arrival]) -> None:
    """Make the series that the people who were taken belong to, as far as a list names them for the first time."""
    meant = {one.series for arrival in arrivals for one in arrival.after.memberships}
    if fresh := tuple(one for one in found.series if one.id in meant):
        known = library.series()
        library.save_series((*known, *fresh), known)


def import_people(library: Library, path: Path, *, dry_run: bool = False) -> Arriving:
    """Take the people of a file into the roster, and tell what came; with `dry_run` nothing is kept."""
    found = arriving(library, path)
    if found.arrivals and not dry_run:
        keep_series(library, found, found.arrivals)
        people = library.people()
        library.save_people(roster.taken(people, found.arrivals), people)
    return found


def export_people(library: Library, path: Path, *, overwrite: bool = False) -> Path:
    """Write the roster to a file (.xlsx or .csv), and return where it is.

    A file that is there already is kept and the new one gets (2), unless `overwrite`. WriteError if the format is
    another, or the file cannot be written.
    """
    from copu_desk.compose import roster as sheets

    book = sheets.compose(library.people(), {one.id: one.name for one in library.series()}, datetime.now(UTC))
    kind = path.suffix[1:].lower()
    if kind == "xlsx":
        from copu_desk.writers import xlsx

        data = xlsx.write(book)
    elif kind == "csv":
        from copu_desk.writers import csv

        data = csv.write(book.sheets[0])
    else:
        raise WriteError("人员名册可以导出为 .xlsx 或 .csv，而不是“{file}”。请改文件名的结尾。", file=path.name)
    return disk.put(path, data, overwrite=overwrite)
