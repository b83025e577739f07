"""Count the attendance of a period, and write its workbook."""

from datetime import UTC, date, datetime
from pathlib import Path

from copu_desk import attendance, exchange
from copu_desk.attendance import Period
from copu_desk.desk.meetings import title_of
from copu_desk.desk.series import series_id
from copu_desk.errors import RequestError, WriteError
from copu_desk.library import Library


def count_attendance(
    library: Library, since: date | None = None, until: date | None = None, series_name: str = ""
) -> Period:
    """Return who was expected and who came at the meetings of a period (both days included) and a series.

    RequestError if the series does not exist or no meeting falls in the period.
    """
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
) -> tuple[Path, Period]:
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
