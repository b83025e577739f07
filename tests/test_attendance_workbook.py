"""The attendance workbook, read back: marks that may be edited, totals that follow, charts, and how it prints."""

import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime, time
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from test_attendance import HAN, HE, MEETINGS, PERIOD, SU, meeting, one

from copu_desk.attendance import DEFINITION, Mark, survey
from copu_desk.compose import attendance as composer
from copu_desk.model import Presence
from copu_desk.progress import Cancelled
from copu_desk.sheet import Cell, Formula, Sheet, Workbook, column_name
from copu_desk.writers import xlsx

MOMENT = datetime(2025, 10, 1, 8, 0, tzinfo=UTC)
SHEETS = ["考勤表", "人员汇总", "会议汇总", "单位汇总", "图表", "明细", "说明"]
TOTALS = ["现场", "线上", "请假", "缺席", "应到", "出席", "计算基数", "出席率"]


@pytest.fixture(scope="module")
def written():
    return xlsx.write(composer.compose(PERIOD, MOMENT))


def values_of(page):
    return [[cell.value for cell in row] for row in page.iter_rows()]


def test_the_matrix_shows_every_mark_and_its_definition(written):
    book = load_workbook(BytesIO(written))
    page = book["考勤表"]
    values = values_of(page)
    assert book.sheetnames == SHEETS
    assert values[0][0] == "远帆例会考勤表（2025年9月2日—2025年9月16日）"
    assert "计算基数 = 应到 − 请假" in values[1][0]
    assert values[2] == ["序号", "姓名", "单位", datetime(2025, 9, 2), datetime(2025, 9, 16), *TOTALS]
    assert values[3][:5] == [1, "韩知远", "远帆协会", "现场", "缺席"]
    assert values[8][1:5] == ["=1+1", "@公司", "现场", None]
    assert page["B9"].data_type == "s"
    assert values[3][5] == '=COUNTIF(D4:E4,"现场")'
    assert values[3][12] == '=IF(L4=0,"",K4/L4)'
    assert [row[1] for row in values[11:]] == TOTALS


def test_every_formula_carries_the_value_that_was_computed(written):
    formulas, cached = load_workbook(BytesIO(written)), load_workbook(BytesIO(written), data_only=True)
    count = 0
    for name in SHEETS:
        for row in formulas[name].iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    count += 1
                    empty = "IF(" in cell.value or '&""' in cell.value
                    assert empty or cached[name][cell.coordinate].value is not None
    people, meetings, organizations = len(PERIOD.rows), len(MEETINGS), len(PERIOD.organizations)
    sums = 9 + 2  # of a sheet of totals, and of its columns that stand for themselves
    assert count == people * 8 + meetings * 8 + people * 13 + meetings * 11 + organizations * 10 + 3 * sums - 2 + 1
    assert (cached["考勤表"]["M4"].value, cached["考勤表"]["D19"].value) == (0.5, 0.75)


def test_the_sums_by_person_by_meeting_and_by_organization_are_the_same(written):
    book = load_workbook(BytesIO(written), data_only=True)
    rows = [values_of(book[name])[-1] for name in ("人员汇总", "会议汇总", "单位汇总")]
    assert rows[0][3:12] == rows[1][3:12] == rows[2][3:12]
    assert rows[0][1] == "合计"
    assert rows[0][3:10] == [3, 1, 1, 3, 8, 4, 7]


def test_totals_of_an_organization_are_compared_to_the_letter():
    """SUMIF would take case and wildcards its own way."""
    period = survey(
        (meeting(2, one("甲", Presence.ONSITE, organization="IBM*"), one("乙", Presence.ABSENT, organization="ibm*")),),
        (),
    )
    page = load_workbook(BytesIO(xlsx.write(composer.compose(period))), data_only=True)["单位汇总"]
    assert [row[1:5] for row in values_of(page)[2:4]] == [["IBM*", 1, 1, 0], ["ibm*", 1, 0, 0]]


def test_one_sheet_says_how_rates_come_about_and_lists_everybody_left_out(written):
    values = values_of(load_workbook(BytesIO(written))["说明"])
    words = [row[0] for row in values]
    assert set(DEFINITION) <= set(words)
    at = values.index(["日期", "会议", "姓名", "单位", "登记为", "原因"])
    assert values[at + 1 :] == [
        [datetime(2025, 9, 2), "九月2日", "张伟", "北辰大学", "请假", "请假：计入应到，不计入计算基数"],
        [datetime(2025, 9, 2), "九月2日", "Mira.AI", None, "线上", "嘉宾，不计应到"],
        [datetime(2025, 9, 16), "九月16日", "张伟", "北辰大学", "未登记", "到会情况没有登记"],
        [datetime(2025, 9, 16), "九月16日", "Mira.AI", None, "请假", "嘉宾，不计应到"],
        [datetime(2025, 9, 16), "九月16日", "新来的", None, "现场", "列席，不计应到"],
    ]


def test_names_and_charts_lead_to_the_cells_they_show(written):
    book = load_workbook(BytesIO(written))
    assert {name: book.defined_names[name].attr_text for name in book.defined_names} == {
        "考勤标记": "'考勤表'!$D$4:$E$11",
        "考勤人员": "'考勤表'!$B$4:$B$11",
        "考勤单位": "'考勤表'!$C$4:$C$11",
        "考勤日期": "'考勤表'!$D$3:$E$3",
        "考勤出席率": "'考勤表'!$M$4:$M$11",
    }
    charts = book["图表"]._charts
    assert [type(chart).__name__ for chart in charts] == ["BarChart", "LineChart", "BarChart"]
    shown = [
        [(line.cat.strRef or line.cat.numRef).f + " " + line.val.numRef.f for line in chart.series] for chart in charts
    ]
    assert shown == [
        ["'会议汇总'!$B$3:$B$4 '会议汇总'!$D$3:$D$4", "'会议汇总'!$B$3:$B$4 '会议汇总'!$E$3:$E$4"],
        ["'会议汇总'!$B$3:$B$4 '会议汇总'!$K$3:$K$4", "'会议汇总'!$B$3:$B$4 '会议汇总'!$L$3:$L$4"],
        ["'人员汇总'!$B$3:$B$8 '人员汇总'!$K$3:$K$8"],
    ]
    heads = {name: [cell.value for cell in book[name][2]] for name in ("人员汇总", "会议汇总")}
    assert [heads["会议汇总"][at] for at in (3, 4, 10, 11)] == ["现场", "线上", "出席率", "线上占比"]
    assert heads["人员汇总"][10] == "出席率"
    points = [point.v for point in charts[2].series[0].val.numRef.numCache.pt]
    assert points[0] == 0.5  # what a preview shows without calculating


def test_a_period_without_people_is_a_workbook_all_the_same():
    period = survey((meeting(2),), ())
    assert load_workbook(BytesIO(xlsx.write(composer.compose(period)))).sheetnames == SHEETS


def test_details_list_one_row_for_each_person_and_meeting(written):
    page = load_workbook(BytesIO(written))["明细"]
    values = [[cell.value for cell in row] for row in page.iter_rows()]
    assert len(values) == 1 + sum(mark is not None for row in PERIOD.rows for mark in row.marks)
    assert values[1] == [
        datetime(2025, 9, 2), "九月2日", "韩知远", None, None, "出席", "现场", time(9, 40), None, "晚到",
    ]  # fmt: skip
    assert [next(row for row in values if row[2] == "Mira.AI")[at] for at in (2, 5, 6)] == ["Mira.AI", "嘉宾", "线上"]
    assert next(row for row in values if row[2] == "苏棠")[9] == "不在当次名单里，按人员名册应到"
    assert page.auto_filter.ref == f"A1:J{len(values)}"


def test_sheets_are_ready_to_read_and_print(written):
    book = load_workbook(BytesIO(written))
    matrix, detail = book["考勤表"], book["明细"]
    assert (matrix.freeze_panes, detail.freeze_panes) == ("D4", "D2")
    for page in (matrix, detail):
        assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")
        assert "第 &P 页" in page.oddFooter.center.text.replace("[Page]", "&P").replace("&[Pages]", "&N")
    assert (matrix.print_title_rows, detail.print_title_rows) == ("$1:$3", "$1:$1")
    assert matrix.auto_filter.ref == "A3:M11"  # without the totals, so that sorting people leaves them at the foot
    assert matrix.data_validations.dataValidation[0].formula1 == '"' + ",".join(Mark) + '"'
    assert str(matrix.data_validations.dataValidation[0].sqref) == "D4:E11"
    bold_or_slanted = [
        rule.dxf.font is not None and (rule.dxf.font.b or rule.dxf.font.i)
        for one in matrix.conditional_formatting
        for rule in one.rules
        if '"请假"' in rule.formula or '"缺席"' in rule.formula
    ]
    assert bold_or_slanted == [True, True]  # also in black and white
    assert matrix["B4"].font.name == "微软雅黑"
    assert (book.properties.title, book.properties.subject) == (matrix["A1"].value, "考勤表")
    assert book.properties.creator == "远帆例会"
    for name in ("人员汇总", "会议汇总", "单位汇总"):
        assert (book[name].freeze_panes, book[name].print_title_rows) == ("D3", "$1:$2")
    assert book["说明"].print_title_rows.count(":") == 1
    assert book["图表"].page_setup.orientation == "portrait"


def test_what_is_long_has_room_and_wide_sheets_repeat_names_and_days():
    long = "一个名称非常非常长的单位" * 3
    days = tuple(
        replace(meeting(2), held_on=date(2025, 1, 1 + day), attendees=(one("甲", Presence.ONSITE, organization=long),))
        for day in range(25)
    )
    page = load_workbook(BytesIO(xlsx.write(composer.compose(survey(days, ())))))["考勤表"]
    lines = -(-len(long) * 2 // int(page.column_dimensions["C"].width - 1))
    assert page.row_dimensions[4].height >= 15 * lines > 15
    assert (page.print_title_rows, page.print_title_cols) == ("$3:$3", "$A:$C")
    assert page.page_setup.scale == 75
    assert "考勤表（2025年1月1日" in page.oddFooter.left.text


def test_writing_stops_when_nobody_wants_it_any_more():
    def unwanted(_done, _total, _words=""):
        raise Cancelled

    with pytest.raises(Cancelled):
        xlsx.write(composer.compose(PERIOD), unwanted)


def test_the_same_period_gives_the_same_parts(written):
    again = xlsx.write(composer.compose(PERIOD, MOMENT))
    first, second = ZipFile(BytesIO(written)), ZipFile(BytesIO(again))
    assert {name: first.read(name) for name in first.namelist()} == {
        name: second.read(name) for name in second.namelist()
    }


@pytest.mark.parametrize(
    "words", ["=cmd|' /C calc'!A0", "+1", "-1", "@x", "'引", "\u202e倒", "𠮷" * 300, "字" * 40_000, "a\x00b"]
)
def test_any_text_stays_text(words):
    data = xlsx.write(Workbook((Sheet("a", ((Cell(words),),), (10,)),)))
    cell = load_workbook(BytesIO(data))["a"]["A1"]
    assert cell.data_type == "s"
    assert cell.value == words.replace("\x00", "")[:32_767]


def test_names_of_sheets_are_made_fit():
    names = ["考勤[1]:*?/\\", "x" * 40, "x" * 40, "History", "", "'引'"]
    data = xlsx.write(Workbook(tuple(Sheet(name, ((Cell("a"),),), (10,)) for name in names)))
    found = load_workbook(BytesIO(data)).sheetnames
    assert len(set(found)) == len(names)
    assert all(0 < len(name) <= 31 for name in found)


def test_columns_are_named_as_spreadsheets_do():
    assert [column_name(number) for number in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def recalculated(workbook, folder):
    """Return the workbook as a spreadsheet calculates it anew: the cached values are taken out first."""
    blank = replace(
        workbook, sheets=tuple(replace(sheet, rows=_without_values(sheet.rows)) for sheet in workbook.sheets)
    )
    (folder / "a.xlsx").write_bytes(_without_cached_values(xlsx.write(blank)))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for source, kind, target in (
        (folder / "a.xlsx", "ods:calc8", folder),
        (folder / "a.ods", "xlsx:Calc MS Excel 2007 XML", folder / "again"),
    ):
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(target), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=100)
    return load_workbook(folder / "again" / "a.xlsx", data_only=True)


def _without_values(rows):
    return tuple(
        tuple(
            replace(cell, value=replace(cell.value, value=-9)) if isinstance(cell.value, Formula) else cell
            for cell in row
        )
        for row in rows
    )


def _without_cached_values(data):
    before, buffer = ZipFile(BytesIO(data)), BytesIO()
    with ZipFile(buffer, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, part.replace(b"<v>-9</v>", b"") if name.startswith("xl/worksheets") else part)
    return buffer.getvalue()


def assert_same(workbook, book):
    """Compare each formula's value as we computed it with what the spreadsheet calculated, and count them."""
    checked = 0
    for sheet in workbook.sheets:
        page = book[sheet.name]
        for at, row in enumerate(sheet.rows, 1):
            for column, cell in enumerate(row, 1):
                if isinstance(cell.value, Formula):
                    found, ours = page.cell(at, column).value, cell.value.value
                    same = pytest.approx(ours) if isinstance(ours, float) else ours
                    assert (found if found is not None else "") == same, (sheet.name, at, column)
                    checked += 1
    return checked


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed here")
def test_a_spreadsheet_recalculates_to_the_numbers_we_computed(tmp_path):
    """Once as it was written, and once after the secretary has edited marks in the matrix."""
    workbook = composer.compose(PERIOD, MOMENT)
    book = recalculated(workbook, tmp_path)
    assert assert_same(workbook, book) > 200

    edited = [
        replace(old, attendees=(replace(old.attendees[0], presence=presence), *old.attendees[1:]))
        for old, presence in zip(MEETINGS, (Presence.ABSENT, Presence.ONLINE), strict=True)
    ]
    wanted = composer.compose(survey(edited, (HAN, SU, HE), PERIOD.titles, PERIOD.series_name), MOMENT)
    first = workbook.sheets[0]
    typed = list(first.rows)
    typed[3] = (*typed[3][:3], Cell("缺席", "mark"), Cell("线上", "mark"), *typed[3][5:])
    by_hand = replace(workbook, sheets=(replace(first, rows=tuple(typed)), *workbook.sheets[1:]))
    assert assert_same(wanted, recalculated(by_hand, tmp_path)) > 200
