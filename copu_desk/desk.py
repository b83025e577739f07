"""The tasks a secretary can do, one function each; the window and the command line are made of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from copu_desk import bundle, exchange, matching
from copu_desk.bundle import Bundle, image_names
from copu_desk.compose import minutes
from copu_desk.errors import RequestError, StyleError, WriteError
from copu_desk.library import Entry, Library
from copu_desk.model import Action, ActionStatus, Attendee, Meeting, Series, new_id
from copu_desk.paths import SAMPLE
from copu_desk.style import house_style

if TYPE_CHECKING:
    from copu_desk.attendance import Period

DEFAULT_SERIES = "例会"


@dataclass(frozen=True, slots=True)
class Imported:
    """A meeting that came in: what was unsure, and the meeting of that day and series that was there already."""

    meeting: Meeting
    series: Series
    notes: tuple[str, ...] = ()
    duplicate: Entry | None = None


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


def new_meeting(library: Library, series: Series, held_on: date, copy_from: str = "") -> Meeting:
    """Make and keep the next meeting of a series.

    What stays the same is copied from a meeting (its id; the last one of the series if empty; "-" for none): place,
    people (all 未到 yet; guests are not regulars) and the actions still open. The number counts on, from 1 each year if
    the series says so; a series that was never numbered stays so.
    """
    last = _last_of(library, series, held_on) if not copy_from else None
    model = library.load(last.id if last else copy_from) if last or copy_from not in ("", "-") else None
    meeting = Meeting(
        held_on=held_on,
        series=series.id,
        number=_next_number(library, series, held_on),
        venue=series.venue,
        platform=series.platform,
        link=series.link,
        chair=series.chair,
        recorder=series.recorder,
    )
    if model:
        meeting = replace(
            meeting,
            venue=model.venue or meeting.venue,
            platform=model.platform or meeting.platform,
            link=model.link or meeting.link,
            chair=model.chair or meeting.chair,
            recorder=model.recorder or meeting.recorder,
            attendees=tuple(_regulars(model)),
            actions=tuple(_still_open(model)),
        )
    else:
        meeting = replace(meeting, attendees=tuple(_members(library, series, held_on)))
    library.save(meeting)
    return meeting


def _last_of(library: Library, series: Series, held_on: date) -> Entry | None:
    return next(iter(library.entries(until=held_on, series=series.id)), None)


def _next_number(library: Library, series: Series, held_on: date) -> int:
    earlier = library.entries(until=held_on, series=series.id)
    if not earlier:
        return 1
    if not any(entry.number for entry in earlier):
        return 0
    if series.number_by_year:
        earlier = [entry for entry in earlier if entry.held_on.year == held_on.year]
    return max((entry.number for entry in earlier), default=0) + 1


def _regulars(model: Meeting) -> Iterable[Attendee]:
    for attendee in model.attendees:
        if attendee.capacity != "guest":
            yield Attendee(
                name=attendee.name,
                organization=attendee.organization,
                title=attendee.title,
                capacity=attendee.capacity,
                person=attendee.person,
            )


def _members(library: Library, series: Series, held_on: date) -> Iterable[Attendee]:
    from copu_desk.attendance import belongs

    return (matching.called(person) for person in library.people() if belongs(person, series.id, held_on))


def _still_open(model: Meeting) -> Iterable[Action]:
    for action in model.actions:
        if action.status == ActionStatus.OPEN:
            yield replace(action, origin=action.id, item="", id=new_id())


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
    incoming = exchange.read(path, held_on)
    if not dry_run:
        _keep_context(library, incoming.bundle)
    people = (*library.people(), *incoming.bundle.people)
    found = []
    for row, meeting in enumerate(incoming.bundle.meetings):
        series = _series_for(library, incoming, row, series_name, dry_run)
        known = replace(
            meeting, series=series.id, attendees=tuple(matching.identify(one, people) for one in meeting.attendees)
        )
        there = _same_meeting(library, known)
        notes = incoming.notes[row] if row < len(incoming.notes) else ()
        if not dry_run and (again or there is None):
            library.save(replace(known, id=new_id()) if there and there.id == known.id else known)
        found.append(Imported(known, series, notes, there))
    return found


def _keep_context(library: Library, came: Bundle) -> None:
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


def _series_for(library: Library, incoming: exchange.Incoming, row: int, named: str, dry_run: bool) -> Series:
    meeting = incoming.bundle.meetings[row]
    theirs = next((series for series in incoming.bundle.series if series.id == meeting.series), None)
    written = incoming.series_names[row] if row < len(incoming.series_names) else ""
    name = named or (theirs.name if theirs else "") or written or DEFAULT_SERIES
    known = next((series for series in library.series() if series.name == name), None)
    return known or (Series(name=name) if dry_run else series_named(library, name))


def _same_meeting(library: Library, meeting: Meeting) -> Entry | None:
    same_day = library.entries(since=meeting.held_on, until=meeting.held_on)
    return next((entry for entry in same_day if entry.id == meeting.id or entry.series == meeting.series), None)


def title(library: Library, meeting: Meeting) -> str:
    """Return the title a meeting's minutes carry: its own, else the one its house style builds.

    A house style that somebody is just editing may be broken: lists and windows still need a name for the meeting.
    """
    series = series_of(library, meeting)
    try:
        return minutes.title(meeting, series, house_style(series.style))
    except StyleError:
        return meeting.title or f"{series.name or DEFAULT_SERIES}纪要 {meeting.held_on}"


def opening(library: Library, meeting: Meeting) -> str:
    """Return the opening sentence as printed: the meeting's own, else the one its house style builds."""
    series = series_of(library, meeting)
    return minutes.opening(meeting, series, house_style(series.style))


def title_of(library: Library, entry: Entry) -> str:
    """Return the title a listed meeting's minutes carry."""
    return entry.title or title(library, Meeting(entry.held_on, entry.series, entry.number))


def text(library: Library, meeting: Meeting) -> str:
    """Return a meeting's minutes as plain text."""
    series = series_of(library, meeting)
    material = exchange.Material(meeting, series, house_style(series.style))
    return exchange.export(material, "txt").decode()


def series_id(library: Library, name: str) -> str:
    """Return the id of the series of that name (no name, no id); RequestError if there is none."""
    if not name:
        return ""
    known = library.series()
    for series in known:
        if series.name == name:
            return series.id
    raise RequestError(f"没有名为“{name}”的例会系列。现有：{'、'.join(one.name for one in known) or '（无）'}。")


def file_name(library: Library, meeting: Meeting, kind: str) -> str:
    """Return the name an export gets by default: date, series, number where there is one."""
    series = series_of(library, meeting)
    number = f"第{meeting.number}次" if meeting.number else ""
    name = f"{meeting.held_on.isoformat()} {series.name or DEFAULT_SERIES}{number}纪要"
    return "".join("_" if sign in '\\/:*?"<>|\n\t' else sign for sign in name) + f".{kind}"


def export_minutes(
    library: Library, meeting_id: str, path: Path, style: str = "", *, kind: str = "", overwrite: bool = False
) -> Path:
    """Write a meeting's minutes to a file, and return where they are.

    The kind is that of EXPORTS, by default what the file's name ends with; the style is the series' own unless named. A
    folder gets a file with the default name. A file that is there already is kept and the new one gets (2), unless
    `overwrite`. WriteError if the format is unknown or the file cannot be written: then nothing has changed.
    """
    meeting = library.load(meeting_id)
    series = series_of(library, meeting)
    kind = kind or ("docx" if path.is_dir() else path.suffix[1:].lower())
    target = path / file_name(library, meeting, kind) if path.is_dir() else path
    material = exchange.Material(
        meeting,
        series,
        house_style(style or series.style),
        library.people(),
        {name: library.image(name) for name in image_names(meeting)},
        datetime.now(UTC),
    )
    data = exchange.export(material, kind)
    target = target if overwrite else exchange.free_name(target)
    exchange.put_file(target, data)
    return target


def count_attendance(
    library: Library, since: date | None = None, until: date | None = None, series_name: str = ""
) -> "Period":
    """Return who was expected and who came at the meetings of a period (both days included) and a series.

    RequestError if the series does not exist or no meeting falls in the period.
    """
    from copu_desk import attendance

    entries = sorted(library.entries(since, until, series_id(library, series_name)), key=lambda entry: entry.held_on)
    if not entries:
        raise RequestError("这段时间里没有会议，没有生成考勤表。请检查起止日期和系列。")
    names = {entry.series_name for entry in entries}
    meetings = tuple(library.load(entry.id) for entry in entries)
    return attendance.Period(
        meetings,
        tuple(title_of(library, entry) for entry in entries),
        attendance.rows(meetings, library.people()),
        series_name or (names.pop() if len(names) == 1 else ""),
        since,
        until,
    )


def export_attendance(
    library: Library,
    path: Path,
    since: date | None = None,
    until: date | None = None,
    series_name: str = "",
    *,
    overwrite: bool = False,
) -> "tuple[Path, Period]":
    """Write the attendance workbook of a period, and return where it is and what was counted.

    RequestError if the series does not exist or no meeting falls in the period; WriteError if the file is not .xlsx or
    cannot be written.
    """
    from copu_desk.compose import attendance as sheets
    from copu_desk.writers import xlsx

    if path.suffix.lower() != ".xlsx":
        raise WriteError(f"考勤表是 Excel 文件，文件名要以 .xlsx 结尾，而不是“{path.name}”。")
    period = count_attendance(library, since, until, series_name)
    data = xlsx.write(sheets.compose(period, datetime.now(UTC)))
    target = path if overwrite else exchange.free_name(path)
    exchange.put_file(target, data)
    return target, period


@dataclass(frozen=True, slots=True)
class Demo:
    """Where the sample library and what was made from it lie."""

    library: Path
    files: tuple[Path, ...]


def demo(folder: Path) -> Demo:
    """Make a library of the sample organisation's meetings in a folder, with minutes and the attendance workbook.

    A sample library that is there already is used as it is; files there are kept, new ones get (2).
    """
    path = folder / "sample.copu"
    with Library(path) as library:
        if not library.entries():
            for source in sorted(SAMPLE.glob("*.json")) + sorted(SAMPLE.glob("minutes-*.txt")):
                import_minutes(library, source)
        written = max(SAMPLE.glob("minutes-*.txt")).stem.removeprefix("minutes-")
        meeting = library.find(written)
        docx = export_minutes(library, meeting.id, folder / "minutes.docx")
        pdf = export_minutes(library, meeting.id, folder / "minutes.pdf")
        xlsx, _ = export_attendance(library, folder / "attendance.xlsx")
    return Demo(path, (docx, pdf, xlsx))


def rescue(meeting: Meeting, path: Path) -> None:
    """Write one meeting, as it is in the window, to a data file that can be imported again; else WriteError."""
    exchange.put_file(path, bundle.write(Bundle((meeting,))))
