"""Find people, days and marks in the tables of an attendance ledger, whichever way round it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from copu_desk import dates
from copu_desk.errors import ReadError
from copu_desk.ledger import Ledger, LedgerDay, LedgerPerson, standing
from copu_desk.model import Presence
from copu_desk.sheet import Grid

_NAME_HEADS = ("姓名", "名字", "人员", "参会人", "参会人员", "成员", "成员姓名", "与会人员", "name")
_ORGANIZATION_HEADS = ("单位", "工作单位", "所在单位", "部门", "公司", "机构", "组织", "单位名称", "organization")
_TOTALS = re.compile(
    "^(未登记|合计|总计|小计|共计|应到|实到|出席|现场|线上|请假|缺席|未到|出勤|到会|参会|人数|备注|说明|注|签字|制表|统计|记录|主持|平均).*|.*(率|人数|合计|次数)$"
)
_LONGEST_NAME, _LONGEST_DAY = 30, 24
_SUM = re.compile(r"[0-9][0-9,]*(\.[0-9]+)?%?")
_SERIAL = re.compile("[1-9][0-9]{4}")
_FIRST_SERIAL, _LAST_SERIAL = 32_874, 73_050  # 1990-01-01 to 2099-12-31
_EPOCH = date(1899, 12, 30)  # day 0 of Excel's calendar
_MONTH_DAY = re.compile(r"(?P<month>\d{1,2})\s?[-./／]\s?(?P<day>\d{1,2})")
_YEAR = re.compile("((?:19|20)[0-9]{2})\\s*(?:年|$)")
_LEAST_KNOWN = 0.6  # the part of marks that must be known ones
_HALF_A_YEAR = 6  # months
_YEAR_LENGTH = 4

Rows = tuple[tuple[str, ...], ...]


class YearMissingError(ReadError):
    """The days of a ledger lack a year, and nothing tells it."""


@dataclass(frozen=True, slots=True)
class _Days:
    """A row in which days are written."""

    row: int
    days: tuple[LedgerDay, ...]


def read(grids: Sequence[Grid], year: int | None = None, name: str = "") -> tuple[Ledger, ...]:
    """Return the ledgers in the tables of a file; year is that of days written without one, else the file tells it.

    ReadError if no table is a ledger, YearMissingError if the days lack a year and nothing tells it.
    """
    found = tuple(ledger for grid in grids if (ledger := _read(grid, year, name)))
    if not found:
        raise ReadError(
            "没有认出考勤台账。台账应当是一张表：人员在左边一列、日期在上面一行（或反过来），交叉处是 √、线上、请假、缺席这样的标记。"
        )
    return found


def _read(grid: Grid, year: int | None, name: str) -> Ledger | None:
    width = max(map(len, grid.rows), default=0)
    rows: Rows = tuple((*row, *[""] * (width - len(row))) for row in grid.rows)
    turned: Rows = tuple(zip(*rows, strict=True))
    told = year or _told_year(grid, name)
    ways = [(_days(way, told), way, across) for way, across in ((rows, True), (turned, False))]
    for days, way, across in sorted(ways, key=lambda one: -len(one[0].days) if one[0] else 0):
        if days is None:
            continue
        if ledger := _ledger(grid.name, way, days, across):
            return ledger
    if told is None and (days := _days(rows, 2000) or _days(turned, 2000)) and len(days.days) > 1:
        raise YearMissingError("台账里的日期没有写年份。请指明是哪一年，再导入。")
    return None


def _told_year(grid: Grid, name: str) -> int | None:
    """Return the year that a title, the sheet's name or the file's name tells, if it is only one."""
    titles = [cell for row in grid.rows[:3] for cell in row if cell and len(cell) > _YEAR_LENGTH]
    for words in (*titles, grid.name, name):
        found = {int(year) for year in re.findall("(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])", words)}
        if len(found) == 1:
            return found.pop()
    return None


def _days(rows: Rows, year: int | None) -> _Days | None:
    """Return the row with the most days in it, the first of several."""
    best: _Days | None = None
    for at, row in enumerate(rows):
        found = _days_in(rows, at, row, year)
        if found and (best is None or len(found) > len(best.days)):
            best = _Days(at, found)
    return best


def _days_in(rows: Rows, at: int, row: tuple[str, ...], year: int | None) -> tuple[LedgerDay, ...]:
    """Return the days in a row; those without a year have that of the row above, else `year`, and go on from there."""
    found: list[LedgerDay] = []
    above, ahead, last = "", 0, None
    for column, words in enumerate(row):
        if at and rows[at - 1][column].strip():
            above = rows[at - 1][column]
        own = int(match[1]) if (match := _YEAR.search(above)) else year
        day = _day(words.strip(), own) or (_day(words.strip(), own + 1) if own else None)  # 2月29日
        if day is None:
            continue
        if own is None or re.search("[0-9]{4}", words):
            last = None
        else:
            same_year = last is not None and last[1] == own
            step = day.month - last[0] if last and same_year else 0
            ahead = ahead + (step < -_HALF_A_YEAR) - (step > _HALF_A_YEAR) if same_year else 0
            last = (day.month, own)
            day = _in_year(day, own + ahead)
        found.append(LedgerDay(day, words.strip(), column))
    return tuple(found)


def _in_year(day: date, year: int) -> date:
    """Return a day in a year; as it is, where that year lacks it."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day


def _day(words: str, year: int | None) -> date | None:
    if not words or len(words) > _LONGEST_DAY:
        return None
    if _SERIAL.fullmatch(words) and _FIRST_SERIAL <= int(words) <= _LAST_SERIAL:
        return _EPOCH + timedelta(days=int(words))
    found = dates.find(words, year)
    if len(found) == 1:
        return found[0].day
    match = _MONTH_DAY.fullmatch(words)
    if found or not match or year is None:
        return None
    try:
        return date(year, int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def _ledger(sheet: str, rows: Rows, days: _Days, across: bool) -> Ledger | None:
    places = {day.place for day in days.days}
    names = _column(rows, days, _NAME_HEADS)
    if names is None:
        left = [column for column in range(min(places)) if _names_in(rows, days, column)]
        names = max(left, key=lambda column: (len(set(_names_in(rows, days, column))), column), default=None)
    if names is None or names in places:
        return None
    organizations = _column(rows, days, _ORGANIZATION_HEADS)
    people, marks = [], []
    for at in range(days.row + 1, len(rows)):
        row = rows[at]
        name = _name(row[names])
        own = tuple(row[day.place] for day in days.days)
        if not name or _are_sums(own):
            continue
        organization = row[organizations].strip() if organizations is not None else ""
        people.append(LedgerPerson(name, organization, at))
        marks.append(own)
    found = [one for row in marks for mark in row if (one := standing(mark))]
    if not found or sum(presence is not Presence.UNMARKED for presence, _ in found) < len(found) * _LEAST_KNOWN:
        return None  # a table of something else, with days in it
    return Ledger(sheet, across, days.row, tuple(people), days.days, tuple(marks))


def _are_sums(marks: tuple[str, ...]) -> bool:
    """Whether these are numbers that somebody has counted, under whatever name they stand."""
    written = [mark.strip() for mark in marks if mark.strip()]
    return all(map(_SUM.fullmatch, written)) and not set(written) <= {"0", "1"}


def _column(rows: Rows, days: _Days, heads: tuple[str, ...]) -> int | None:
    """Return the column with a heading, which may stand some rows above the days (one cell of merged ones)."""
    for at in range(days.row, max(days.row - 3, -1), -1):
        for column, words in enumerate(rows[at]):
            if "".join(words.split()).casefold() in heads:
                return column
    return None


def _names_in(rows: Rows, days: _Days, column: int) -> list[str]:
    return [name for row in rows[days.row + 1 :] if (name := _name(row[column]))]


def _name(words: str) -> str:
    """Return somebody's name, without the spaces that pad short ones; empty for totals and numbers."""
    name = " ".join(words.split())
    if re.fullmatch("[\u3400-\u9fff\U00020000-\U0003ffff]( [\u3400-\u9fff\U00020000-\U0003ffff])+", name):
        name = name.replace(" ", "")
    is_name = name and len(name) <= _LONGEST_NAME and not re.fullmatch(r"[\d.,%\s-]+", name) and not _TOTALS.match(name)
    meant = standing(name) if is_name else None
    is_mark = meant is not None and meant[0] is not Presence.UNMARKED  # a sum of 列席、嘉宾
    return name if is_name and not is_mark else ""
