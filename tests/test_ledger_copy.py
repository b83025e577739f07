"""A meeting written into a copy of an office's ledger: everything else stays, what counts takes the new day in."""

import shutil
import subprocess
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office_ledger import DAYS, MARKS, A, E, N, S, U, book, data, read
from openpyxl import load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from copu_desk import desk
from copu_desk.errors import CopuError, ReadError, RequestError, WriteError
from copu_desk.ledger import own_marks, written_like
from copu_desk.library import Library
from copu_desk.model import Attendee, Capacity, Meeting
from copu_desk.writers.ledger import Addition, moved, moved_formula


def rich():
    """Return a ledger with everything an office may have put into it."""
    made = book()
    page = made.active
    page["E5"].comment = Comment("出差到周五", "办公室")
    page["F4"].comment = Comment("晚到", "办公室")
    page.column_dimensions["B"].width = 13
    page.column_dimensions["F"].width = 9.5
    page.column_dimensions["G"].width = 11
    page.column_dimensions["H"].width = 30
    page["H5"] = "理事会成员"
    page["H5"].hyperlink = "https://example.org/"
    page["H5"].alignment = Alignment(wrap_text=True)
    page.conditional_formatting.add(
        "D4:F7", CellIsRule(operator="equal", formula=['"请假"'], fill=PatternFill("solid", bgColor="FFFFEEAA"))
    )
    page.conditional_formatting.add("G4:G7", CellIsRule(operator="lessThan", formula=["2"], font=Font(bold=True)))
    rule = DataValidation("list", formula1='"√,线上,请假,缺席"')
    rule.add("D4:F7")
    page.add_data_validation(rule)
    page.auto_filter.ref = "A3:H7"
    page.print_area = "A1:H8"
    page.print_title_rows = "1:3"
    page.freeze_panes = "D4"
    page.row_dimensions[3].height = 28
    made.defined_names["标记"] = DefinedName("标记", attr_text="'考勤台账'!$D$4:$F$7")
    other = made.create_sheet("汇总")
    other["A1"], other["B1"] = "总出席", "=SUM(考勤台账!G4:G7)"
    other["B2"] = '=COUNTIF(考勤台账!$D$4:$F$7,"请假")'
    other["B3"] = '="G4:G7 是出席次数"&A1'
    other["B4"] = "=B1+F4"
    return made


NEW = Meeting(
    date(2025, 9, 16), "s1", id="m1",
    attendees=(
        Attendee("张伟", "北辰大学", presence=N),
        Attendee("韩知远", presence=S),
        Attendee("苏棠", presence=E),
        Attendee("张伟", "星河软件", presence=A),
        Attendee("来宾", capacity=Capacity.GUEST, presence=S),
        Attendee("没来的来宾", capacity=Capacity.GUEST, presence=E),
    ),
)  # fmt: skip


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "a.copu") as made:
        made.save(NEW)
        yield made


def add(library, tmp_path, made, meeting="m1"):
    """Write a meeting into a copy, and return that copy; the ledger itself stays as it was."""
    source, before = tmp_path / "旧.xlsx", data(made)
    source.write_bytes(before)
    written = desk.add_to_ledger(library, meeting, source, tmp_path / "新.xlsx", overwrite=True)
    assert source.read_bytes() == before
    return load_workbook(written.path), written


def test_a_new_day_stands_after_the_last_one_in_the_same_order_and_looks(library, tmp_path):
    before = rich()
    after, written = add(library, tmp_path, before)
    page = after["考勤台账"]
    assert [page.cell(row, 7).value for row in range(3, 9)] == [
        datetime(2025, 9, 16), "√", "请假", None, "线上", '=COUNTIF(G$4:G$7,"√")+COUNTIF(G$4:G$7,"线上")',
    ]  # fmt: skip
    for row in range(3, 9):
        for name in ("font", "fill", "border", "number_format", "alignment"):
            assert repr(getattr(page.cell(row, 7), name)) == repr(getattr(before.active.cell(row, 6), name)), (
                row,
                name,
            )
    assert page.column_dimensions["G"].width == 9.5
    assert written.notes == ("台账里没有这些人（或同名的分不清），没有写进去：来宾。",)


def test_everything_else_is_cell_by_cell_as_it_was(library, tmp_path):
    before = rich()
    after, _ = add(library, tmp_path, before)
    assert after.sheetnames == before.sheetnames
    page, old = after["考勤台账"], before["考勤台账"]
    checked = 0
    for row in old.iter_rows(min_row=1, max_row=8, max_col=8):
        for cell in row:
            now = page.cell(cell.row, cell.column + (cell.column >= 7))
            if type(cell).__name__ == "MergedCell":
                continue
            if cell.data_type != "f":
                assert now.value == cell.value, cell.coordinate
            for name in ("font", "fill", "border", "number_format", "alignment", "protection"):
                assert repr(getattr(now, name)) == repr(getattr(cell, name)), (cell.coordinate, name)
            assert (now.comment and now.comment.text) == (cell.comment and cell.comment.text)
            assert (now.hyperlink and now.hyperlink.target) == (cell.hyperlink and cell.hyperlink.target)
            checked += 1
    assert checked > 50
    assert page["I5"].hyperlink.ref == "I5"
    assert {letters: page.column_dimensions[letters].width for letters in "BFHI"} == {
        "B": 13,
        "F": 9.5,
        "H": 11,
        "I": 30,
    }
    assert page.row_dimensions[3].height == 28
    assert (page.freeze_panes, page.print_title_rows) == ("D4", old.print_title_rows)


def test_formulas_rules_and_names_follow_and_take_the_new_day_in(library, tmp_path):
    after, _ = add(library, tmp_path, rich())
    page, other = after["考勤台账"], after["汇总"]
    assert page["H4"].value == '=COUNTIF(D4:G4,"√")+COUNTIF($D4:$G4,"线上")'
    assert page["H8"].value == "=SUM(H4:H7)"
    assert page["F8"].value == '=COUNTIF(F$4:F$7,"√")+COUNTIF(F$4:F$7,"线上")'
    assert [other[f"B{row}"].value for row in range(1, 5)] == [
        "=SUM(考勤台账!H4:H7)",
        '=COUNTIF(考勤台账!$D$4:$G$7,"请假")',
        '="G4:G7 是出席次数"&A1',
        "=B1+F4",
    ]
    assert [str(area) for area in page.merged_cells.ranges] == ["A1:I1"]
    assert sorted(str(one.sqref) for one in page.conditional_formatting) == ["D4:G7", "H4:H7"]
    assert str(page.data_validations.dataValidation[0].sqref) == "D4:G7"
    assert page.auto_filter.ref == "A3:I7"
    assert page.print_area == "'考勤台账'!$A$1:$I$8"
    assert after.defined_names["标记"].attr_text == "'考勤台账'!$D$4:$G$7"


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed here")
def test_a_spreadsheet_counts_the_new_day(library, tmp_path):
    add(library, tmp_path, rich())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "csv",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "新.xlsx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    lines = [line.split(",") for line in (tmp_path / "新.csv").read_text(encoding="utf-8").splitlines()]
    assert [line[7] for line in lines[3:8]] == ["4", "1", "2", "3", "10"]
    assert lines[7][3:7] == ["3", "2", "3", "2"]


def test_what_was_written_is_read_again(library, tmp_path):
    _, written = add(library, tmp_path, rich())
    ledger = desk.open_ledger(written.path).ledgers[0]
    assert [day.day for day in ledger.days] == [*DAYS, date(2025, 9, 16)]
    assert [marks[3] for marks in ledger.marks] == ["√", "请假", "", "线上"]
    assert [marks[:3] for marks in ledger.marks] == list(MARKS)
    with pytest.raises(RequestError, match="已经有 2025-09-16"):
        desk.add_to_ledger(library, "m1", written.path, tmp_path / "三.xlsx")


def test_a_day_between_others_goes_between_them(library, tmp_path):
    library.save(replace(NEW, held_on=date(2025, 8, 12), id="m2"))
    page = add(library, tmp_path, rich(), "m2")[0]["考勤台账"]
    assert [page.cell(3, column).value for column in range(4, 8)] == [
        datetime(2025, 8, 5), datetime(2025, 8, 12), datetime(2025, 8, 19), datetime(2025, 9, 2),
    ]  # fmt: skip
    assert [page.cell(4, column).value for column in range(4, 8)] == ["√", "√", "√", "线上"]
    assert page["H4"].value == '=COUNTIF(D4:G4,"√")+COUNTIF($D4:$G4,"线上")'
    library.save(replace(NEW, held_on=date(2025, 1, 7), id="m3"))
    page = add(library, tmp_path, rich(), "m3")[0]["考勤台账"]
    assert [page.cell(3, column).value for column in (4, 5)] == [datetime(2025, 1, 7), datetime(2025, 8, 5)]
    assert page["H4"].value == '=COUNTIF(D4:G4,"√")+COUNTIF($D4:$G4,"线上")'


def test_a_prepared_empty_day_is_filled_in_place(library, tmp_path):
    made = rich()
    library.save(replace(NEW, held_on=DAYS[2], id="m2"))
    for row in range(4, 8):
        made.active.cell(row, 6).value = None
    page = add(library, tmp_path, made, "m2")[0]["考勤台账"]
    assert [page.cell(row, 6).value for row in range(3, 8)] == [datetime(2025, 9, 2), "√", "请假", None, "线上"]
    assert page["G4"].value == '=COUNTIF(D4:F4,"√")+COUNTIF($D4:$F4,"线上")'


def test_days_that_run_down_get_a_row(library, tmp_path):
    made = book(down=True)
    page = add(library, tmp_path, made)[0].active
    assert [page.cell(7, column).value for column in range(1, 6)] == [datetime(2025, 9, 16), "√", "请假", None, "线上"]
    assert page["A7"].number_format == "m月d日"


def test_words_for_days_are_written_as_the_others_are(library, tmp_path):
    made = book(words=lambda day: f"第{DAYS.index(day) + 1}次\n{day.month}月{day.day}日（周二）", year_row=True)
    page = add(library, tmp_path, made)[0].active
    assert page["G3"].value == "第4次\n9月16日（周二）"


@pytest.mark.parametrize(
    ("words", "old", "new", "written"),
    [
        ("2025.08.05", date(2025, 8, 5), date(2025, 11, 12), "2025.11.12"),
        ("8/5", date(2025, 8, 5), date(2026, 1, 6), "1/6"),
        ("25-08-05", date(2025, 8, 5), date(2026, 1, 6), "26-01-06"),
        ("8月5日 星期二", date(2025, 8, 5), date(2025, 8, 7), "8月7日 星期四"),
        ("第09次 8月5日", date(2025, 8, 5), date(2025, 8, 7), "第10次 8月7日"),
        ("八月五日", date(2025, 8, 5), date(2025, 8, 7), "2025-08-07"),
        ("8月5日 14:00", date(2025, 8, 5), date(2025, 8, 7), "2025-08-07"),
    ],
)
def test_a_day_is_written_like_the_one_beside_it(words, old, new, written):
    assert written_like(words, old, new) == written


def test_the_ledgers_own_marks_are_used():
    ledger = read(book())
    assert own_marks(ledger) == {S: "√", N: "线上", E: "请假", A: "", U: ""}
    other = replace(ledger, marks=(("Y", "Y", "y"), ("事假", "N", "假"), ("Y", "假", "假"), ("", "", "")))
    assert own_marks(other) == {S: "Y", N: "线上", E: "假", A: "N", U: ""}


def test_faults_are_told_and_nothing_is_written(library, tmp_path):
    source, target = tmp_path / "旧.xlsx", tmp_path / "新.xlsx"
    source.write_bytes(data(book()))
    library.save(replace(NEW, id="m2", attendees=(Attendee("谁", presence=S),)))
    old = tmp_path / "旧.csv"
    old.write_text("姓名,2025-09-02\n韩知远,√\n", encoding="utf-8")
    for meeting, one, other, kind in (
        ("m2", source, target, RequestError),
        ("m1", source, source, WriteError),
        ("m1", old, target, WriteError),
        ("m1", tmp_path / "没有.xlsx", target, ReadError),
    ):
        with pytest.raises(kind):
            desk.add_to_ledger(library, meeting, one, other)
        assert not target.exists()


def test_a_copy_that_cannot_hold_a_chart_says_so(library, tmp_path):
    made = rich()
    chart = BarChart()
    chart.add_data(Reference(made.active, min_col=7, min_row=4, max_row=7))
    made.active.add_chart(chart, "J2")
    # openpyxl itself writes its charts again only if it made them: one read from a file is gone
    assert "图表" in add(library, tmp_path, made)[1].notes[0]


def test_namesakes_are_never_guessed_between(library, tmp_path):
    made = book()
    made.active["C6"] = made.active["C7"] = None  # the two 张伟 without an organization
    page = add(library, tmp_path, made)[0].active
    assert [page.cell(row, 7).value for row in (4, 5, 6, 7)] == ["√", "请假", None, None]
    made.active["B7"], made.active["C6"] = "别人", "星河"
    page = add(library, tmp_path, made)[0].active
    assert [page.cell(row, 7).value for row in (4, 5, 6, 7)] == ["√", "请假", None, None]  # absent: left blank there
    notes = add(library, tmp_path, made)[1].notes
    assert notes == ("台账里没有这些人（或同名的分不清），没有写进去：张伟（北辰大学）、来宾。",)


def test_formatted_tables_are_left_alone(library, tmp_path):
    from openpyxl.worksheet.table import Table

    made = book(words=lambda day: f"{day:%Y-%m-%d}")
    made.active.add_table(Table(displayName="t", ref="A3:H7"))
    with pytest.raises(WriteError, match="转换为区域"):
        add(library, tmp_path, made)


@pytest.mark.parametrize("fault", ["lying dimension", "bomb", "many parts", "no sheet", "half"])
def test_hostile_ledgers_are_refused_before_they_are_unpacked(library, tmp_path, fault):
    source = tmp_path / "坏.xlsx"
    good = data(book())
    parts = {name: ZipFile(BytesIO(good)).read(name) for name in ZipFile(BytesIO(good)).namelist()}
    if fault == "lying dimension":
        sheet = parts["xl/worksheets/sheet1.xml"]
        cell = b'<row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row></sheetData>'
        parts["xl/worksheets/sheet1.xml"] = sheet.replace(b"</sheetData>", cell)
    elif fault == "bomb":
        parts["xl/sharedStrings.xml"] = b"<sst>" + b" " * 120_000_000 + b"</sst>"
    elif fault == "many parts":
        parts |= {f"xl/media/{at}.png": b"" for at in range(5000)}
    elif fault == "no sheet":
        del parts["xl/worksheets/sheet1.xml"]
    with ZipFile(source, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    if fault == "half":
        source.write_bytes(good[: len(good) // 2])
    for task in (
        lambda: desk.import_ledger(library, source),
        lambda: desk.add_to_ledger(library, "m1", source, tmp_path / "新.xlsx"),
    ):
        with pytest.raises(CopuError):
            task()
    assert not (tmp_path / "新.xlsx").exists()
    assert len(library.entries()) == 1


@given(st.text(st.sampled_from("0123456789年月日第次.-/ 周二（）"), max_size=16), st.dates(), st.dates())
def test_a_day_written_anyhow_never_becomes_another_day(words, old, new):
    written = written_like(words, old, new)
    plain = f"{old.year}年{old.month}月{old.day}日"
    assert isinstance(written, str)
    if old.year >= 1000:
        assert written_like(plain, old, new) == f"{new.year:04}年{new.month}月{new.day}日"


@given(st.text(st.sampled_from("ABZ129$!'\"():,=+表 √"), max_size=20), st.booleans())
def test_any_formula_can_be_moved(words, insert):
    assert isinstance(moved_formula(words, replace(PLACE, insert=insert), at_home=True), str)


PLACE = Addition("表", True, 2, 6, True, 5, 3, 5, date(2025, 9, 16), "", {})


@given(st.integers(0, 12), st.integers(0, 12), st.integers(3, 6), st.booleans())
def test_an_interval_keeps_what_it_held_and_takes_in_only_the_new_day(one, other, at, insert):
    place = replace(PLACE, at=at, insert=insert or at <= 5)
    first, last = sorted((one, other))
    begin, end = moved(first, last, place)
    held = {number + (place.insert and number >= at) for number in range(first, last + 1)}
    assert held <= set(range(begin, end + 1)) <= held | {at}


@given(st.text(st.sampled_from("AB12$!'\"():,=+表 √"), max_size=20))
def test_a_formula_that_does_not_meet_the_sheet_is_left_as_it_is(words):
    assert moved_formula(words, replace(PLACE, sheet="别的"), at_home=False) == words


@pytest.mark.parametrize(
    ("formula", "after"),
    [
        ("=SUM(D4:F4)", "=SUM(D4:G4)"),
        ("=$G$4+H4", "=$H$4+I4"),
        ("=F4", "=F4"),
        ("=SUM(F4:F40)", "=SUM(F4:F40)"),
        ("=SUM(F4:F4)", "=SUM(F4:G4)"),
        ("=SUM(D:F)", "=SUM(D:G)"),
        ("=SUM(4:5)", "=SUM(4:5)"),
        ("=LOG10(G4)", "=LOG10(H4)"),
        ('="G4"&G4', '="G4"&H4'),
        ("=表!G4+'表'!G5+别的!G6", "=表!H4+'表'!H5+别的!G6"),
        ("=G4_合计+税G4", "=G4_合计+税G4"),
        ("=IF(TRUE,G4,1)", "=IF(TRUE,H4,1)"),
    ],
)
def test_references_follow_what_moved(formula, after):
    assert moved_formula(formula, PLACE, at_home=True) == after
