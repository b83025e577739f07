"""The sheet 图表: 出席率 by person, who came to each meeting, and how it went over time."""

from copu_desk.attendance import Mark, Period
from copu_desk.compose.attendance.summaries import COUNTS, MEETINGS, PEOPLE, TOP, rate_column
from copu_desk.compose.attendance.totals import SHARE, TOTALS
from copu_desk.sheet import Area, Cell, Chart, Line, Reference, Sheet

NAME = "图表"
_ROW_PIXELS = 20
_BAR_PIXELS, _AROUND_PIXELS = 20, 110
_HEIGHT = 360


def compose(period: Period, title: str) -> Sheet:
    """Return the sheet; people who were never expected have no bar."""
    height = max(_HEIGHT, _rated(period) * _BAR_PIXELS + _AROUND_PIXELS)
    last = TOP + len(period.meetings) - 1
    days = Reference(MEETINGS, Area(TOP, 1, last, 1))

    def line(name: str, column: int) -> Line:
        return Line(name, days, Reference(MEETINGS, Area(TOP, column, last, column)))

    attended = Chart(
        "column",
        "每次会议的出席人数",
        (line("现场", COUNTS), line("线上", COUNTS + 1)),
        row=2,
        height=_HEIGHT,
        counts=True,
    )
    share = COUNTS + (*TOTALS, SHARE).index(SHARE)
    trend = Chart(
        "line",
        "出席率和线上占比",
        (line("出席率", rate_column()), line("线上占比", share)),
        row=3 + _HEIGHT // _ROW_PIXELS,
        height=_HEIGHT,
    )
    charts = [attended, trend]
    if people := _rated(period):
        rows = range(TOP, TOP + people)
        rates = Line(
            "出席率",
            Reference(PEOPLE, Area(TOP, 1, rows[-1], 1)),
            Reference(PEOPLE, Area(TOP, rate_column(), rows[-1], rate_column())),
        )
        charts.append(Chart("bar", "每人的出席率", (rates,), row=4 + 2 * _HEIGHT // _ROW_PIXELS, height=height))
    return Sheet(NAME, ((Cell(f"{title}：{NAME}", "title"),),), (10,) * 12, upright=True, charts=tuple(charts))


def _rated(period: Period) -> int:
    """Return how many people were ever expected; they stand first."""
    return sum(row.counts.expected > 0 or Mark.UNMARKED in row.marks for row in period.rows)
