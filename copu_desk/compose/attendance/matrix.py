"""The sheet 考勤表: people × meetings, a mark in each cell, totals to the right and below."""

from copu_desk.attendance import DEFINITION, Mark, Period, Row
from copu_desk.compose.attendance.totals import TOTALS, Places, counted, derived
from copu_desk.measure import signs
from copu_desk.sheet import Area, Cell, Reference, Sheet, column_name

NAME = "考勤表"
MOST_ON_A_PAGE = 20  # meetings; with more, the print would be too small to read and goes on to the next page
TOP, LEFT = 3, 3  # the first row and column of marks: title, definition, headings; number, name, organization
_MARKS = {mark: Cell(str(mark), "mark") for mark in Mark} | {None: Cell(None, "mark")}


def marks_area(period: Period) -> Area:
    """Return where the marks stand."""
    return Area(TOP, LEFT, TOP + len(period.rows) - 1, LEFT + len(period.meetings) - 1)


def person_marks(period: Period, position: int) -> str:
    """Return what other sheets call the marks of a person (counted from 0)."""
    last = column_name(LEFT + len(period.meetings) - 1)
    return f"{NAME}!${column_name(LEFT)}${TOP + position + 1}:${last}${TOP + position + 1}"


def meeting_marks(period: Period, position: int) -> str:
    """Return what other sheets call the marks of a meeting (counted from 0)."""
    letters = column_name(LEFT + position)
    return f"{NAME}!${letters}${TOP + 1}:${letters}${TOP + len(period.rows)}"


def people_column(period: Period, column: int) -> str:
    """Return what other sheets call a column of the people's rows."""
    letters = column_name(column)
    return f"{NAME}!${letters}${TOP + 1}:${letters}${TOP + len(period.rows)}"


def people_widths(period: Period) -> tuple[float, float]:
    """Return widths that suit the names and the organizations; longer ones go on on a second line."""
    names = max((signs(row.name) for row in period.rows), default=0)
    organizations = max((signs(row.organization) for row in period.rows), default=0)
    return min(max(names + 2, 9), 18), min(max(organizations + 2, 12), 34)


def compose(period: Period, title: str) -> Sheet:
    """Return the sheet."""
    width = len(period.meetings)
    head = (
        *(Cell(word, "head") for word in ("序号", "姓名", "单位")),
        *(Cell(meeting.held_on, "day_head") for meeting in period.meetings),
        *(Cell(word, "head") for word in TOTALS),
    )
    rows = [
        (Cell(title, "title"),),
        (Cell(f"{DEFINITION[0]}{DEFINITION[1]}列席、嘉宾和未登记的不计入。", "note"),),
        head,
        *(_person_row(row, position) for position, row in enumerate(period.rows)),
        *_meeting_rows(period),
    ]
    return Sheet(
        NAME,
        tuple(rows),
        widths=(5, *people_widths(period), *[5.7] * width, *[5.7] * 6, 9, 8),
        head=TOP - 1,
        fixed=LEFT,
        head_height=84,
        marks=marks_area(period),
        choices=tuple(Mark),
        filtered=Area(TOP - 1, 0, TOP + len(period.rows) - 1, LEFT + width + len(TOTALS) - 1),
        one_page_wide=width <= MOST_ON_A_PAGE,
    )


def names(period: Period) -> tuple[tuple[str, Reference], ...]:
    """Return names for the parts of the sheet."""
    area = marks_area(period)
    parts = {
        "考勤标记": area,
        "考勤人员": Area(area.top, 1, area.bottom, 1),
        "考勤单位": Area(area.top, 2, area.bottom, 2),
        "考勤日期": Area(TOP - 1, area.left, TOP - 1, area.right),
        "考勤出席率": Area(area.top, area.right + len(TOTALS), area.bottom, area.right + len(TOTALS)),
    }
    return tuple((name, Reference(NAME, where)) for name, where in parts.items())


def _person_row(row: Row, position: int) -> tuple[Cell, ...]:
    at, first = TOP + position, LEFT + len(row.marks)
    marks = f"{column_name(LEFT)}{at + 1}:{column_name(first - 1)}{at + 1}"
    counts = row.counts
    return (
        Cell(position + 1, "count"),
        Cell(row.name),
        Cell(row.organization),
        *[_MARKS[mark] for mark in row.marks],
        *counted(marks, counts),
        *derived(Places(at, first), counts),
    )


def _meeting_rows(period: Period) -> list[tuple[Cell, ...]]:
    first, after = TOP, TOP + len(period.rows)
    columns = []
    for position in range(len(period.meetings)):
        letters, counts = column_name(LEFT + position), period.meeting_counts(position)
        marks = f"{letters}{first + 1}:{letters}{after}"
        places = Places(after, LEFT + position, down=True)
        columns.append((*counted(marks, counts, "total"), *derived(places, counts, total=True)))
    return [
        (Cell(None, "total"), Cell(word, "total"), Cell(None, "total"), *(column[line] for column in columns))
        for line, word in enumerate(TOTALS)
    ]
