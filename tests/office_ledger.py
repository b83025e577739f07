"""An attendance ledger as an office keeps it, made with openpyxl."""

from datetime import date, datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Border, Font, PatternFill, Side

from copu_desk.model import Presence
from copu_desk.readers import grids
from copu_desk.recognize import ledger as recognizer

S, N, E, A, U = Presence.ONSITE, Presence.ONLINE, Presence.EXCUSED, Presence.ABSENT, Presence.UNMARKED
PEOPLE = (("韩知远", "远帆协会"), ("苏　棠", "星河软件"), ("张伟", "星河软件"), ("张伟", "北辰大学"))
MARKS = (("√", "√", "线上"), ("√", "请假", ""), ("", "√", "√"), ("√", "", "√"))
DAYS = (date(2025, 8, 5), date(2025, 8, 19), date(2025, 9, 2))


def book(*, words=None, down=False, year_row=False):
    """Return a ledger as an office keeps it: title, two rows of headings, dates or words, totals on both sides."""
    made = Workbook()
    page = made.active
    page.title = "考勤台账"
    page["A1"] = "远帆例会考勤台账"
    page.merge_cells("A1:H1")
    head = [
        "序号",
        "姓名",
        "单位",
        *[words(day) if words else datetime(day.year, day.month, day.day) for day in DAYS],
        "出席次数",
        "备注",
    ]
    if year_row:
        page["D2"] = "2025年"
    for column, value in enumerate(head, 1):
        cell = page.cell(3, column, value)
        cell.font, cell.fill = Font("黑体", 11, bold=True), PatternFill("solid", "FFDDEEFF")
        if isinstance(value, datetime):
            cell.number_format = "m月d日"
    for at, ((name, organization), marks) in enumerate(zip(PEOPLE, MARKS, strict=True)):
        row = 4 + at
        for column, value in enumerate([at + 1, name, organization, *(mark or None for mark in marks)], 1):
            page.cell(row, column, value).border = Border(bottom=Side("thin", "FF888888"))
        page.cell(row, 7, f'=COUNTIF(D{row}:F{row},"√")+COUNTIF($D{row}:$F{row},"线上")').font = Font(color="FFAA0000")
    page["B8"] = "出席人数"
    for column in "DEF":
        page[f"{column}8"] = f'=COUNTIF({column}$4:{column}$7,"√")+COUNTIF({column}$4:{column}$7,"线上")'
    page["G8"] = "=SUM(G4:G7)"
    return turned(made) if down else made


def turned(made):
    """Return the ledger with days down and people across (values only)."""
    page, other = made.active, Workbook()
    sheet = other.active
    for row in page.iter_rows(min_row=3, max_row=7, max_col=6):
        for cell in row:
            sheet.cell(cell.column, cell.row - 2, cell.value).number_format = cell.number_format
    return other


def data(made):
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def read(made, year=None, name=""):
    (found,) = recognizer.read(grids.read(data(made)), year, name)
    return found
