"""Write Excel workbooks with XlsxWriter: text stays text, and each formula keeps the value computed for it."""

from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_range_abs

from copu_desk.document import clean
from copu_desk.sheet import Cell, Formula, Sheet, Workbook

FACE = "微软雅黑"
LONGEST_TEXT, LONGEST_NAME = 32_767, 31  # what a cell and a sheet's name can hold
_LINE = {"border": 1, "border_color": "#A6A6A6"}
_MIDDLE = {"align": "center", "valign": "vcenter"}
_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14, "valign": "vcenter"},
    "note": {"font_size": 9, "font_color": "#595959", "valign": "vcenter"},
    "head": {**_LINE, **_MIDDLE, "bold": True, "bg_color": "#DDE6F0", "text_wrap": True},
    "text": {**_LINE, "valign": "vcenter", "text_wrap": True},
    "mark": {**_LINE, **_MIDDLE},
    "count": {**_LINE, **_MIDDLE, "num_format": "0"},
    "rate": {**_LINE, **_MIDDLE, "num_format": "0.0%"},
    "day": {**_LINE, **_MIDDLE, "num_format": "yyyy-mm-dd"},
    "clock": {**_LINE, **_MIDDLE, "num_format": "hh:mm"},
    "total": {**_LINE, **_MIDDLE, "bold": True, "bg_color": "#F2F2F2", "num_format": "0"},
    "total_rate": {**_LINE, **_MIDDLE, "bold": True, "bg_color": "#F2F2F2", "num_format": "0.0%"},
}
# Each mark differs in its word too, so the sheet also reads in black and white.
_MARKS: dict[str, dict[str, Any]] = {
    "线上": {"bg_color": "#DCEBFA"},
    "请假": {"bg_color": "#FFF2CC", "italic": True},
    "缺席": {"bg_color": "#F8CBAD", "bold": True},
    "未登记": {"font_color": "#7F7F7F", "italic": True},
    "列席": {"font_color": "#595959"},
    "嘉宾": {"font_color": "#595959"},
}
_A4 = 9


def write(workbook: Workbook) -> bytes:
    """Return the workbook as .xlsx, all in memory."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties(
        {
            "title": clean(workbook.title),
            "author": clean(workbook.author),
            "subject": clean(workbook.subject),
            "created": (workbook.created or datetime.now(UTC)).replace(tzinfo=None),
        }
    )
    formats = {look: book.add_format({"font_name": FACE, "font_size": 10, **how}) for look, how in _LOOKS.items()}
    taken: set[str] = set()
    for sheet in workbook.sheets:
        page = book.add_worksheet(sheet_name(sheet.name, taken))
        for row, cells in enumerate(sheet.rows):
            for column, cell in enumerate(cells):
                _put(page, row, column, cell, formats[cell.look])
        _arrange(page, sheet)
        _print_setup(page, sheet)
        _mark(book, page, sheet)
    book.close()
    return buffer.getvalue()


def sheet_name(name: str, taken: set[str]) -> str:
    """Return a name that Excel accepts and that is not taken yet (upper and lower case are the same), and take it."""
    plain = "".join("_" if sign in "[]:*?/\\" else sign for sign in clean(name).replace("\n", " ")).strip("' ")
    base = plain[:LONGEST_NAME] or "表"
    made, number = base, 1
    while made.lower() in taken or made.lower() == "history":
        number += 1
        made = f"{base[: LONGEST_NAME - 4]}({number})"
    taken.add(made.lower())
    return made


def _put(page: Any, row: int, column: int, cell: Cell, look: Any) -> None:
    match cell.value:
        case None | "":
            page.write_blank(row, column, None, look)
        case Formula(text, value):
            page.write_formula(row, column, text, look, value)
        case str(words):
            page.write_string(row, column, clean(words)[:LONGEST_TEXT], look)
        case date() | time() as moment:
            page.write_datetime(row, column, moment, look)
        case number:
            page.write_number(row, column, number, look)


def _arrange(page: Any, sheet: Sheet) -> None:
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width)
    if sheet.head:
        page.set_row(0, 26)
    page.set_row(sheet.head, 30)
    page.freeze_panes(sheet.head + 1, sheet.fixed)
    if sheet.filtered and sheet.rows:
        page.autofilter(sheet.head, 0, max(len(sheet.rows) - 1, sheet.head), len(sheet.rows[sheet.head]) - 1)


def _print_setup(page: Any, sheet: Sheet) -> None:
    page.set_paper(_A4)
    page.set_landscape()
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.repeat_rows(0, sheet.head)
    if sheet.one_page_wide:
        page.fit_to_pages(1, 0)
    else:
        page.repeat_columns(0, sheet.fixed - 1)
    page.set_footer("&L&F　&A&C第 &P 页，共 &N 页&R&D")
    page.hide_gridlines(1)


def _mark(book: Any, page: Any, sheet: Sheet) -> None:
    area = sheet.marks
    if area is None or area.bottom < area.top or area.right < area.left:
        return
    corners = (area.top, area.left, area.bottom, area.right)
    for word, how in _MARKS.items():
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": book.add_format(how)}
        page.conditional_format(*corners, rule)
    page.data_validation(
        *corners,
        {
            "validate": "list",
            "source": list(sheet.choices),
            "error_title": "考勤标记",
            "error_message": f"请填：{'、'.join(sheet.choices)}，或留空。",
        },
    )
    book.define_name("考勤标记", f"='{page.get_name()}'!{xl_range_abs(*corners)}")
