"""The sheets 人员汇总, 会议汇总 and 单位汇总: totals of the marks of 考勤表, in whatever order that is sorted."""

from collections.abc import Iterable

from copu_desk.attendance import Counts, Mark, Period, counts
from copu_desk.compose.attendance import matrix
from copu_desk.compose.attendance.totals import SHARE, TOTALS, Places, counted, derived, online_share, summed
from copu_desk.sheet import Area, Cell, Formula, Sheet, column_name

PEOPLE, MEETINGS, ORGANIZATIONS = "人员汇总", "会议汇总", "单位汇总"
NO_ORGANIZATION = "（未填单位）"
TOP = 2  # the first row of records: title, headings
COUNTS = 3  # the first column of totals in each of the three


def rate_column() -> int:
    """Return the column of 出席率 in each of the three."""
    return COUNTS + TOTALS.index("出席率")


def people(period: Period, title: str) -> Sheet:
    """Return the sheet of a row for each person."""
    rows = []
    for position, row in enumerate(period.rows):
        line = matrix.TOP + position + 1
        marks, of = matrix.person_marks(period, position), row.counts
        rows.append(
            (
                Cell(position + 1, "count"),
                Cell(Formula(f'={matrix.NAME}!$B${line}&""', row.name)),
                Cell(Formula(f'={matrix.NAME}!$C${line}&""', row.organization)),
                *_totals(marks, TOP + position, of),
                _count(marks, (Mark.UNMARKED,), row.marks),
                _count(marks, (Mark.OBSERVER, Mark.GUEST), row.marks),
            )
        )
    head = ("序号", "姓名", "单位", *TOTALS, SHARE, "未登记", "列席、嘉宾")
    return _sheet(PEOPLE, title, head, rows, _whole(period), widths=(5, *matrix.people_widths(period)))


def meetings(period: Period, title: str) -> Sheet:
    """Return the sheet of a row for each meeting."""
    rows = []
    for position, meeting in enumerate(period.meetings):
        marks, of = matrix.meeting_marks(period, position), [row.marks[position] for row in period.rows]
        rows.append(
            (
                Cell(position + 1, "count"),
                Cell(meeting.held_on, "day"),
                Cell(period.titles[position]),
                *_totals(marks, TOP + position, counts(of)),
                _count(marks, (Mark.UNMARKED,), of),
                _count(marks, (Mark.OBSERVER, Mark.GUEST), of),
            )
        )
    head = ("序号", "日期", "会议", *TOTALS, SHARE, "未登记", "列席、嘉宾")
    return _sheet(MEETINGS, title, head, rows, _whole(period), widths=(5, 12, 34))


def organizations(period: Period, title: str) -> Sheet:
    """Return the sheet of a row for each organization; organizations are compared to the letter."""
    whose = matrix.people_column(period, 2)
    first = matrix.LEFT + len(period.meetings)
    columns = [matrix.people_column(period, first + at) for at in range(4)]
    rows = []
    for position, name in enumerate(period.organizations):
        wanted = f"$B{TOP + position + 1}" if name else '""'
        same = f"EXACT({whose},{wanted})"
        of = period.organization_counts(name)
        numbers = (of.onsite, of.online, of.excused, of.absent)
        places = Places(TOP + position, COUNTS)
        rows.append(
            (
                Cell(position + 1, "count"),
                Cell(name or NO_ORGANIZATION),
                Cell(Formula(f"=SUMPRODUCT(--{same})", sum(row.organization == name for row in period.rows)), "count"),
                *(
                    Cell(Formula(f"=SUMPRODUCT({same}*{column})", number), "count")
                    for column, number in zip(columns, numbers, strict=True)
                ),
                *derived(places, of),
                online_share(places, of),
            )
        )
    head = ("序号", "单位", "人数", *TOTALS, SHARE)
    return _sheet(ORGANIZATIONS, title, head, rows, _whole(period), widths=(5, 34, 7))


def _whole(period: Period) -> Counts:
    return counts(mark for row in period.rows for mark in row.marks)


def _totals(marks: str, row: int, of: Counts) -> tuple[Cell, ...]:
    places = Places(row, COUNTS)
    return (*counted(marks, of), *derived(places, of), online_share(places, of))


def _count(marks: str, kinds: tuple[Mark, ...], found: Iterable[Mark | None]) -> Cell:
    text = "+".join(f'COUNTIF({marks},"{kind}")' for kind in kinds)
    return Cell(Formula(f"={text}", sum(mark in kinds for mark in found)), "count")


def _sheet(
    name: str,
    title: str,
    head: tuple[str, ...],
    rows: list[tuple[Cell, ...]],
    whole: Counts,
    *,
    widths: tuple[float, ...],
) -> Sheet:
    last = TOP + len(rows) - 1
    places = Places(last + 1, COUNTS)
    more = range(COUNTS + len(TOTALS) + 1, len(head))  # the columns after 线上占比 are numbers of their own
    total = (
        *(Cell(word, "total") for word in (None, "合计", None)),
        *summed(TOP, last, COUNTS, whole),
        *derived(places, whole, total=True),
        online_share(places, whole, total=True),
        *(_sum(rows, column) for column in more),
    )
    return Sheet(
        name,
        ((Cell(f"{title}：{name}", "title"),), tuple(Cell(word, "head") for word in head), *rows, total),
        widths=(*widths, *[7] * 6, 9, 9, 9, *[8] * len(more)),
        head=TOP - 1,
        fixed=COUNTS,
        filtered=Area(TOP - 1, 0, last, len(head) - 1),
    )


def _sum(rows: list[tuple[Cell, ...]], column: int) -> Cell:
    letters = column_name(column)
    values = (row[column].value for row in rows)
    number = sum(value.value for value in values if isinstance(value, Formula) and not isinstance(value.value, str))
    return Cell(Formula(f"=SUM({letters}{TOP + 1}:{letters}{TOP + len(rows)})", number), "total")
