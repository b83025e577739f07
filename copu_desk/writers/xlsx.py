"""Write Excel workbooks with XlsxWriter: text stays text, and each formula keeps the value computed for it."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from io import BytesIO
from math import ceil
from typing import Any, NamedTuple

import xlsxwriter

from copu_desk.document import clean
from copu_desk.measure import signs
from copu_desk.progress import NO_PROGRESS, Progress
from copu_desk.sentences import Sentence
from copu_desk.sheet import Area, Cell, Chart, Formula, Reference, Sheet, Workbook, area_name

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
    "day_head": {
        **_LINE,
        "bold": True,
        "bg_color": "#DDE6F0",
        "num_format": "yyyy-mm-dd",
        "rotation": 90,
        "align": "center",
        "valign": "top",
    },
    "words": {"valign": "vcenter", "text_wrap": True},
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
_LINE_POINTS = 17
_HIGHEST = 409  # points; what a row can be high
_SMALLER = 75  # per cent; print of a sheet on pages side by side
_LONGEST_FOOT = 100
_TOLD_ROWS = 200


class _ChartLook(NamedTuple):
    """How the bars and the lines of one series look; told apart in black and white too."""

    bar: dict[str, Any]
    line: dict[str, Any]


_CHART_LOOKS = (
    _ChartLook(
        {"fill": {"color": "#2F5D9B"}},
        {
            "line": {"color": "#2F5D9B", "width": 2},
            "marker": {"type": "circle", "size": 5, "fill": {"color": "#2F5D9B"}, "border": {"color": "#2F5D9B"}},
        },
    ),
    _ChartLook(
        {"fill": {"color": "#F7DDB5"}, "border": {"color": "#C46A00", "width": 0.75}},
        {
            "line": {"color": "#C46A00", "width": 1.75, "dash_type": "dash"},
            "marker": {"type": "square", "size": 5, "fill": {"color": "#FFFFFF"}, "border": {"color": "#C46A00"}},
        },
    ),
)
_BAR_LABELS = {"value": True, "num_format": "0%", "font": {"name": FACE, "size": 9}}
_DAYS = {"text_axis": True, "num_format": "yyyy-mm-dd", "num_font": {"name": FACE, "size": 9, "rotation": -60}}


def write(workbook: Workbook, progress: Progress = NO_PROGRESS) -> bytes:
    """Return the workbook as .xlsx, all in memory; Cancelled if `progress` says so."""
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
    names = [sheet_name(sheet.name, taken) for sheet in workbook.sheets]
    by_name = dict(zip((sheet.name for sheet in workbook.sheets), names, strict=True))
    done, total = 0, sum(len(sheet.rows) for sheet in workbook.sheets)
    for sheet, name in zip(workbook.sheets, names, strict=True):
        page = book.add_worksheet(name)
        for row, cells in enumerate(sheet.rows):
            if not row % _TOLD_ROWS:
                progress(done + row, total, Sentence("正在写“{sheet}”…", sheet=name))
            lines = 1
            for column, cell in enumerate(cells):
                if cell.look == "words":
                    _sentences(page, row, cell, sheet.widths, formats["words"])
                else:
                    _put(page, row, column, cell, formats[cell.look])
                    if cell.look == "text" and cell.value:
                        lines = max(lines, _lines(cell, sheet.widths[column]))
            if lines > 1:  # not every program makes a row higher by itself
                page.set_row(row, min(_LINE_POINTS * lines, _HIGHEST))
        done += len(sheet.rows)
        _arrange(page, sheet)
        _print_setup(page, sheet, clean(workbook.title))
        _mark(book, page, sheet)
        for chart in sheet.charts:
            _draw(book, page, chart, by_name)
    for name, where in workbook.names:
        book.define_name(name, _quoted(where, by_name))
    progress(total, total, Sentence("正在压缩成文件…"))
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
    if sheet.rows and sheet.rows[0] and sheet.rows[0][0].look == "title":
        page.set_row(0, 26)
    if any(cell.look in ("head", "day_head") for cell in sheet.rows[sheet.head]):
        page.set_row(sheet.head, sheet.head_height)
    if not sheet.top and not sheet.charts:
        page.freeze_panes(sheet.head + 1, sheet.fixed)
    if sheet.filtered:
        page.autofilter(*_corners(sheet.filtered))


def _corners(area: Area) -> tuple[int, int, int, int]:
    return area.top, area.left, area.bottom, area.right


def _print_setup(page: Any, sheet: Sheet, title: str) -> None:
    page.set_paper(_A4)
    if not sheet.upright:
        page.set_landscape()
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.repeat_rows(sheet.top, sheet.head)
    if sheet.one_page_wide:
        page.fit_to_pages(1, 0)
    else:  # a title above the headings would be cut off on the pages to the right: the foot has it
        page.repeat_rows(sheet.head, sheet.head)
        page.repeat_columns(0, sheet.fixed - 1)
        page.set_print_scale(_SMALLER)
    name = title[:_LONGEST_FOOT].replace("&", "&&") or "&F"
    page.set_footer(f"&L{name}　&A&C第 &P 页，共 &N 页&R&D")
    page.hide_gridlines(1)


def _mark(book: Any, page: Any, sheet: Sheet) -> None:
    area = sheet.marks
    if area is None or area.bottom < area.top or area.right < area.left:
        return
    corners = _corners(area)
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


def _lines(cell: Cell, width: float) -> int:
    """Return on how many lines a text stands in a column of a width."""
    words = str(cell.value.value if isinstance(cell.value, Formula) else cell.value)
    if len(words) * 2 < width and "\n" not in words:
        return 1
    return sum(ceil(signs(line) / max(width - 1, 1)) or 1 for line in words.split("\n"))


def _sentences(page: Any, row: int, cell: Cell, widths: tuple[float, ...], look: Any) -> None:
    """Write sentences across the sheet, on as many lines as they take (a merged cell does not grow by itself)."""
    words = str(cell.value.value if isinstance(cell.value, Formula) else cell.value)
    page.set_row(row, _LINE_POINTS * ceil(signs(words) / (sum(widths) * 0.95)))
    page.merge_range(row, 0, row, len(widths) - 1, "", look)
    _put(page, row, 0, cell, look)


def _draw(book: Any, page: Any, chart: Chart, names: Mapping[str, str]) -> None:
    subtype = {"subtype": "stacked"} if chart.kind == "column" else {}
    drawn = book.add_chart({"type": chart.kind, **subtype})
    for at, line in enumerate(chart.lines):
        look = _CHART_LOOKS[at % len(_CHART_LOOKS)]
        drawn.add_series(
            {
                "name": line.name,
                "categories": _quoted(line.labels, names),
                "values": _quoted(line.values, names),
                "gap": 40,
                **(look.line if chart.kind == "line" else look.bar),
                **({"data_labels": _BAR_LABELS} if chart.kind == "bar" else {}),
            }
        )
    small: dict[str, Any] = {"num_font": {"name": FACE, "size": 9}}
    grid = {"major_gridlines": {"visible": True, "line": {"color": "#D9D9D9", "width": 0.5}}}
    values = (
        small | grid | ({"min": 0, "num_format": "0"} if chart.counts else {"min": 0, "max": 1, "num_format": "0%"})
    )
    labels = small | ({"reverse": True, "interval_unit": 1} if chart.kind == "bar" else _DAYS)
    across, up = (values, labels) if chart.kind == "bar" else (labels, values)
    drawn.set_x_axis(across)
    drawn.set_y_axis(up)
    drawn.set_title({"name": chart.title, "name_font": {"name": FACE, "size": 12}})
    drawn.set_legend({"none": True} if len(chart.lines) == 1 else {"position": "bottom", "font": {"name": FACE}})
    drawn.set_size({"width": chart.width, "height": chart.height})
    drawn.show_blanks_as("gap")
    page.insert_chart(chart.row, 0, drawn)


def _quoted(where: Reference, names: Mapping[str, str]) -> str:
    return f"='{names[where.sheet]}'!{area_name(where.area)}"
