"""Count the attendance of a period, and write its workbook."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from copu_desk import attendance, disk, matching
from copu_desk.attendance import Period
from copu_desk.desk.meetings import titles_of
from copu_desk.desk.series import series_id
from copu_desk.errors import RequestError, WriteError
from copu_desk.library import Library
from copu_desk.model import Attendee, Meeting, Person
from copu_desk.progress import NO_PROGRESS, Progress
from copu_desk.sentences import Sentence

_AT_ONCE = 500  # meetings whose attendees are read between two words to whoever waits


def count_attendance(
    library: Library,
    since: date | None = None,
    until: date | None = None,
    series_name: str = "",
    progress: Progress = NO_PROGRESS,
) -> Period:
    """Return who was expected and who came at the meetings of a period (both days included) and a series.

    Somebody whom a meeting lists without a tie to the roster is the person of the roster with that name, where there is
    no doubt. The meetings hold their attendees alone. RequestError if the series does not exist or no meeting falls in
    the period; Cancelled as `progress` wishes.
    """
    entries = library.entries(since, until, series_id(library, series_name))[::-1]
    if not entries:
        raise RequestError("这段时间里没有会议，没有生成考勤表。请检查起止日期和系列。")
    names = {entry.series_name for entry in entries}
    people, lists, count = library.people(), dict[str, tuple[Attendee, ...]](), len(entries)
    for done in range(0, count, _AT_ONCE):
        progress(done, 3 * count, Sentence("正在读到会情况…"))
        lists |= library.rolls(entries[done : done + _AT_ONCE])

    def surveyed(done: int, total: int, words: str = "") -> None:
        progress(count + done, count + total, words)

    tie = _Ties(people).tie
    meetings = [
        Meeting(one.held_on, one.series, start=one.start, id=one.id, attendees=tuple(map(tie, lists[one.id])))
        for one in entries
    ]
    return replace(
        attendance.survey(
            meetings,
            people,
            titles_of(library, entries),
            series_name or (names.pop() if len(names) == 1 else ""),
            surveyed,
        ),
        since=since,
        until=until,
    )


class _Ties:
    """Who of the roster is meant by a name and an organization; each is asked only once."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._people = people
        self._known: dict[tuple[str, str], str] = {}

    def tie(self, attendee: Attendee) -> Attendee:
        """Return an attendee tied to the person meant, or as they were."""
        if attendee.person:
            return attendee
        key = (attendee.name, attendee.organization)
        if key not in self._known:
            self._known[key] = matching.identify(attendee, self._people).person
        return replace(attendee, person=self._known[key])


def export_attendance(
    library: Library,
    path: Path,
    since: date | None = None,
    until: date | None = None,
    series_name: str = "",
    *,
    overwrite: bool = False,
) -> tuple[Path, Period]:
    """Write the attendance workbook of a period, and return where it is and what was counted.

    RequestError if the series does not exist or no meeting falls in the period; WriteError if the file is not .xlsx or
    cannot be written.
    """
    check_workbook_name(path)
    period = count_attendance(library, since, until, series_name)
    return write_attendance(period, path, overwrite=overwrite), period


def check_workbook_name(path: Path) -> None:
    """Raise WriteError for a name that does not end as Excel's files do."""
    if path.suffix.lower() != ".xlsx":
        raise WriteError("考勤表是 Excel 文件，文件名要以 .xlsx 结尾，而不是“{file}”。", file=path.name)


def write_attendance(period: Period, path: Path, *, overwrite: bool = False, progress: Progress = NO_PROGRESS) -> Path:
    """Write the workbook of what was counted (without the library: it may take a while), and return where it is.

    A file of that name stays, and the new one gets (2), unless `overwrite`. WriteError if it cannot be written;
    Cancelled leaves none.
    """
    from copu_desk.compose import attendance as sheets
    from copu_desk.writers import xlsx

    check_workbook_name(path)
    progress(0, 0, Sentence("正在整理考勤…"))
    data = xlsx.write(sheets.compose(period, datetime.now(UTC)), progress)
    return disk.put(path, data, overwrite=overwrite)
