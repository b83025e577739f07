"""Compose the attendance workbook of a period: the matrix with live totals, and every single mark."""

from datetime import datetime

from copu_desk.attendance import COUNTED, Counts, Mark, Period, Row
from copu_desk.sheet import Area, Cell, Formula, Sheet, Value, Workbook

DEFINITION = "出席率 = 出席（现场＋线上）÷ 计算基数；计算基数 = 应到 − 请假。列席、嘉宾和未登记的不计入。"
_PERSON = ("现场", "线上", "请假", "缺席", "应到", "出席", "计算基数", "出席率")
_DETAIL = ("日期", "会议", "姓名", "单位", "职务", "身份", "到会", "到会时间", "离会时间", "备注")
_CAPACITY = {"member": "出席", "observer": "列席", "guest": "嘉宾"}
MOST_ON_A_PAGE = 16  # meetings; with more, the print would be too small to read and goes on to the next page
_TOP, _LEFT = 3, 3  # the first row and column of marks: title, definition, headings; number, name, organization


def compose(period: Period, created: datetime | None = None) -> Workbook:
    """Return the workbook; created is the moment of making."""
    return Workbook(
        (_matrix(period), _detail(period)),
        title=_title(period),
        author=period.series_name,
        subject="考勤表",
        created=created,
    )


def _title(period: Period) -> str:
    days = [meeting.held_on for meeting in period.meetings]
    since, until = period.since or min(days), period.until or max(days)
    return f"{period.series_name}考勤表（{_day(since)}—{_day(until)}）"


def _day(day: object) -> str:
    return f"{getattr(day, 'year', '')}年{getattr(day, 'month', '')}月{getattr(day, 'day', '')}日"


def column_name(number: int) -> str:
    """Return the letters of a column counted from 0 (0 -> A, 26 -> AA)."""
    letters, number = "", number + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _matrix(period: Period) -> Sheet:
    width = len(period.meetings)
    labels = [f"{meeting.held_on:%Y\n%m-%d}" for meeting in period.meetings]
    head = (*(Cell(word, "head") for word in ("序号", "姓名", "单位", *labels, *_PERSON)),)
    rows = [
        (Cell(_title(period), "title"),),
        (Cell(DEFINITION, "note"),),
        head,
        *(_person_row(row, _TOP + position, position + 1) for position, row in enumerate(period.rows)),
        *_meeting_rows(period),
    ]
    return Sheet(
        "考勤表",
        tuple(rows),
        widths=(5, 11, 20, *[6.5] * width, *[6] * 6, 9, 8),
        head=_TOP - 1,
        fixed=_LEFT,
        marks=Area(_TOP, _LEFT, _TOP + len(period.rows) - 1, _LEFT + width - 1),
        choices=tuple(Mark),
        one_page_wide=width <= MOST_ON_A_PAGE,
    )


def _person_row(row: Row, at: int, number: int) -> tuple[Cell, ...]:
    line = at + 1  # rows are numbered from 1 in formulas
    marks = f"{column_name(_LEFT)}{line}:{column_name(_LEFT + len(row.marks) - 1)}{line}"
    first = _LEFT + len(row.marks)
    of = {word: f"{column_name(first + place)}{line}" for place, word in enumerate(_PERSON)}
    return (
        Cell(number, "count"),
        Cell(row.name),
        Cell(row.organization),
        *(Cell(mark and str(mark), "mark") for mark in row.marks),
        *_totals(marks, of, row.counts, "count", "rate"),
    )


def _totals(marks: str, of: dict[str, str], counts: Counts, look: str, rate: str) -> tuple[Cell, ...]:
    """Return the eight totals of a row or a column of marks, as formulas that follow when a mark is changed."""
    numbers = (counts.onsite, counts.online, counts.excused, counts.absent)
    made: list[tuple[str, float | str]] = [
        (f'=COUNTIF({marks},"{mark}")', number) for mark, number in zip(COUNTED, numbers, strict=True)
    ]
    made += [
        (f"={of['现场']}+{of['线上']}+{of['请假']}+{of['缺席']}", counts.expected),
        (f"={of['现场']}+{of['线上']}", counts.came),
        (f"={of['应到']}-{of['请假']}", counts.base),
    ]
    share = Formula(
        f'=IF({of["计算基数"]}=0,"",{of["出席"]}/{of["计算基数"]})', "" if counts.rate is None else counts.rate
    )
    cells = [Cell(Formula(text, value), "total" if look == "total" else "count") for text, value in made]
    return (*cells, Cell(share, "total_rate" if rate == "total_rate" else "rate"))


def _meeting_rows(period: Period) -> list[tuple[Cell, ...]]:
    first, last = _TOP + 1, _TOP + len(period.rows)
    columns = []
    for place in range(len(period.meetings)):
        letters = column_name(_LEFT + place)
        of = {word: f"{letters}{last + 1 + line}" for line, word in enumerate(_PERSON)}
        columns.append(
            _totals(f"{letters}{first}:{letters}{last}", of, period.meeting_counts(place), "total", "total_rate")
        )
    return [
        (Cell(None, "total"), Cell(word, "total"), Cell(None, "total"), *(column[line] for column in columns))
        for line, word in enumerate(_PERSON)
    ]


def _detail(period: Period) -> Sheet:
    rows: list[tuple[Cell, ...]] = [tuple(Cell(word, "head") for word in _DETAIL)]
    for place, meeting in enumerate(period.meetings):
        there = (row for row in period.rows if row.marks[place])
        rows += [_detail_row(meeting.held_on, period.titles[place], row, place) for row in there]
    return Sheet("明细", tuple(rows), widths=(12, 30, 10, 20, 16, 7, 9, 10, 10, 24), fixed=3, filtered=True)


def _detail_row(day: Value, title: str, row: Row, place: int) -> tuple[Cell, ...]:
    listed, mark = row.listed[place], row.marks[place]
    capacity = _CAPACITY[listed.capacity] if listed else "出席"
    presence = {Mark.OBSERVER: "", Mark.GUEST: ""}.get(mark, str(mark)) if mark else ""
    if listed and not presence:
        presence = {"onsite": "现场", "online": "线上"}[listed.presence]
    return (
        Cell(day, "day"),
        Cell(title),
        Cell(row.name),
        Cell(listed.organization if listed else row.organization),
        Cell(listed.title if listed else row.title),
        Cell(capacity, "mark"),
        Cell(presence, "mark"),
        Cell(listed.arrived if listed else None, "clock"),
        Cell(listed.left if listed else None, "clock"),
        Cell(listed.note if listed else "不在当次名单里，按人员名册应到"),
    )
