"""Attendance that can be trusted: the rules, and a workbook that a spreadsheet recalculates to the same numbers."""

import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime, time
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from copu_desk import attendance
from copu_desk.attendance import Counts, Mark, Period, counts, rows
from copu_desk.compose import attendance as composer
from copu_desk.compose.attendance import column_name
from copu_desk.model import Attendee, Capacity, Meeting, Membership, Person, Presence
from copu_desk.sheet import Cell, Formula, Sheet, Workbook
from copu_desk.writers import xlsx

MOMENT = datetime(2025, 10, 1, 8, 0, tzinfo=UTC)
HAN = Person(name="韩知远", organization="远帆协会", memberships=(Membership("s1"),), id="p1")
SU = Person(name="苏棠", memberships=(Membership("s1", date(2025, 9, 10)),), id="p2")
HE = Person(name="贺兰", memberships=(Membership("s1", None, date(2025, 9, 5)),), id="p3")


def meeting(day, *attendees, series="s1"):
    return Meeting(held_on=date(2025, 9, day), series=series, title=f"九月{day}日", attendees=attendees)


def one(name, presence, capacity=Capacity.MEMBER, **more):
    return Attendee(name=name, presence=presence, capacity=capacity, **more)


MEETINGS = (
    meeting(
        2,
        one("韩知远", Presence.ONSITE, person="p1", arrived=time(9, 40), note="晚到"),
        one("张伟", Presence.ONLINE, organization="星河软件"),
        one("张伟", Presence.EXCUSED, organization="北辰大学"),
        one("=1+1", Presence.ONSITE, organization="@公司"),
        one("Mira.AI", Presence.ONLINE, Capacity.GUEST),
    ),
    meeting(
        16,
        one("韩知远", Presence.ABSENT, person="p1"),
        one("张伟", Presence.ONSITE, organization="星河软件"),
        one("张伟", Presence.UNMARKED, organization="北辰大学"),
        one("Mira.AI", Presence.EXCUSED, Capacity.GUEST),
        one("新来的", Presence.ONSITE, Capacity.OBSERVER),
    ),
)
PERIOD = Period(MEETINGS, ("九月2日", "九月16日"), rows(MEETINGS, (HAN, SU, HE)), "远帆例会")


def test_each_person_has_a_row_in_rank_order_and_namesakes_have_their_own():
    assert [(row.name, row.organization, row.marks) for row in PERIOD.rows] == [
        ("韩知远", "远帆协会", (Mark.ONSITE, Mark.ABSENT)),
        ("苏棠", "", (None, Mark.ABSENT)),  # a member since the 10th whom the list leaves out
        ("贺兰", "", (Mark.ABSENT, None)),  # a member until the 5th
        ("张伟", "星河软件", (Mark.ONLINE, Mark.ONSITE)),
        ("张伟", "北辰大学", (Mark.EXCUSED, Mark.UNMARKED)),
        ("=1+1", "@公司", (Mark.ONSITE, None)),
        ("Mira.AI", "", (Mark.GUEST, None)),
        ("新来的", "", (None, Mark.OBSERVER)),
    ]


def test_rates_leave_out_leave_guests_and_what_nobody_marked():
    of = {(row.name, row.organization): row.counts for row in PERIOD.rows}
    assert of["韩知远", "远帆协会"] == Counts(onsite=1, absent=1)
    assert of["韩知远", "远帆协会"].rate == 0.5
    excused = of["张伟", "北辰大学"]
    assert (excused.expected, excused.base, excused.rate) == (1, 0, None)
    assert of["Mira.AI", ""] == Counts()
    first = PERIOD.meeting_counts(0)
    assert (first.onsite, first.online, first.excused, first.absent) == (2, 1, 1, 1)
    assert (first.expected, first.came, first.base, first.rate) == (5, 3, 4, 0.75)


def test_somebody_in_the_room_and_online_counts_once_as_in_the_room():
    twice = meeting(2, one("韩知远", Presence.ONLINE), one("韩知远", Presence.ONSITE), one(" ", Presence.ONSITE))
    (row,) = rows((twice,), ())
    assert row.marks == (Mark.ONSITE,)


ATTENDEES = st.builds(
    Attendee,
    name=st.sampled_from(["甲", "乙", "丙", "丁"]),
    organization=st.sampled_from(["", "甲公司"]),
    capacity=st.sampled_from(Capacity),
    presence=st.sampled_from(Presence),
    person=st.sampled_from(["", "p1", "p2"]),
)
SEVERAL = st.lists(
    st.builds(
        Meeting, held_on=st.dates(date(2025, 9, 1), date(2025, 9, 30)), series=st.just("s1"),
        attendees=st.lists(ATTENDEES, max_size=5).map(tuple),
    ),
    max_size=5,
).map(tuple)  # fmt: skip


@given(meetings=SEVERAL)
def test_sums_agree_however_they_are_sliced_and_rates_are_rates(meetings):
    period = Period(meetings, ("",) * len(meetings), rows(meetings, (HAN, SU)))
    by_person = [row.counts for row in period.rows]
    by_meeting = [period.meeting_counts(column) for column in range(len(meetings))]
    for name in ("onsite", "online", "excused", "absent", "expected", "came", "base"):
        assert sum(getattr(one, name) for one in by_person) == sum(getattr(one, name) for one in by_meeting)
    assert all(one.rate is None or 0 <= one.rate <= 1 for one in by_person + by_meeting)
    assert all(one.came <= one.base <= one.expected for one in by_person)


@given(meetings=SEVERAL, data=st.data())
def test_neither_the_order_of_meetings_nor_a_persons_name_changes_a_count(meetings, data):
    def counted(meetings, people):
        return sorted(
            (row.counts.onsite, row.counts.online, row.counts.excused, row.counts.absent)
            for row in rows(meetings, people)
        )

    mixed = data.draw(st.permutations(meetings))
    assert counted(meetings, (HAN, SU)) == counted(mixed, (HAN, SU))
    assert counted(meetings, (HAN, SU)) == counted(meetings, (replace(HAN, name="改名"), SU))


@given(st.lists(st.sampled_from([None, *Mark])))
def test_counting_is_adding(marks):
    half = len(marks) // 2
    whole, first, last = counts(marks), counts(marks[:half]), counts(marks[half:])
    assert whole == Counts(
        *(getattr(first, name) + getattr(last, name) for name in ("onsite", "online", "excused", "absent"))
    )


@pytest.fixture(scope="module")
def written():
    return xlsx.write(composer.compose(PERIOD, MOMENT))


def test_the_matrix_shows_every_mark_and_its_definition(written):
    page = load_workbook(BytesIO(written))["考勤表"]
    values = [[cell.value for cell in row] for row in page.iter_rows()]
    assert values[0][0] == "远帆例会考勤表（2025年9月2日—2025年9月16日）"
    assert "计算基数 = 应到 − 请假" in values[1][0]
    assert values[2] == [
        "序号",
        "姓名",
        "单位",
        "2025\n09-02",
        "2025\n09-16",
        "现场",
        "线上",
        "请假",
        "缺席",
        "应到",
        "出席",
        "计算基数",
        "出席率",
    ]
    assert values[3][:5] == [1, "韩知远", "远帆协会", "现场", "缺席"]
    assert values[8][1:5] == ["=1+1", "@公司", "现场", None]
    assert page["B9"].data_type == "s"
    assert values[3][5] == '=COUNTIF(D4:E4,"现场")'
    assert values[3][12] == '=IF(L4=0,"",K4/L4)'
    assert [row[1] for row in values[11:]] == ["现场", "线上", "请假", "缺席", "应到", "出席", "计算基数", "出席率"]


def test_every_formula_carries_the_value_that_was_computed(written):
    formulas, cached = load_workbook(BytesIO(written)), load_workbook(BytesIO(written), data_only=True)
    page, shown = formulas["考勤表"], cached["考勤表"]
    found = [cell.coordinate for row in page.iter_rows() for cell in row if cell.data_type == "f"]
    assert len(found) == len(PERIOD.rows) * 8 + len(MEETINGS) * 8
    assert all(shown[at].value is not None or "IF" in page[at].value for at in found)
    assert (shown["M4"].value, shown["D19"].value) == (0.5, 0.75)


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
    assert matrix.data_validations.dataValidation[0].formula1 == '"' + ",".join(Mark) + '"'
    assert matrix.conditional_formatting
    assert matrix["B4"].font.name == "微软雅黑"
    assert (book.properties.title, book.properties.subject) == (matrix["A1"].value, "考勤表")


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


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed here")
def test_a_spreadsheet_recalculates_to_the_numbers_we_computed(tmp_path):
    """The cached values are taken out first, so that LibreOffice has to calculate each formula anew."""
    workbook = composer.compose(PERIOD, MOMENT)
    blank = replace(
        workbook,
        sheets=tuple(
            replace(
                sheet,
                rows=tuple(
                    tuple(
                        replace(cell, value=replace(cell.value, value=-9)) if isinstance(cell.value, Formula) else cell
                        for cell in row
                    )
                    for row in sheet.rows
                ),
            )
            for sheet in workbook.sheets
        ),
    )
    (tmp_path / "a.xlsx").write_bytes(_without_cached_values(xlsx.write(blank)))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "ods:calc8",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "a.xlsx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    command[4:8] = ["xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "again"), str(tmp_path / "a.ods")]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    page = load_workbook(tmp_path / "again" / "a.xlsx", data_only=True)["考勤表"]
    checked = 0
    for at, row in enumerate(workbook.sheets[0].rows, 1):
        for column, cell in enumerate(row, 1):
            if isinstance(cell.value, Formula):
                assert (page.cell(at, column).value or 0) == pytest.approx(cell.value.value or 0), (at, column)
                checked += 1
    assert checked == 80


def _without_cached_values(data):
    before, buffer = ZipFile(BytesIO(data)), BytesIO()
    with ZipFile(buffer, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, part.replace(b"<v>-9</v>", b"") if name.startswith("xl/worksheets") else part)
    return buffer.getvalue()


def test_membership_decides_who_was_expected():
    assert attendance.is_member(HAN, "s1", date(2025, 9, 2))
    assert not attendance.is_member(HAN, "other", date(2025, 9, 2))
    assert not attendance.is_member(replace(HAN, capacity=Capacity.OBSERVER), "s1", date(2025, 9, 2))
    assert [attendance.is_member(SU, "s1", date(2025, 9, day)) for day in (9, 10)] == [False, True]
    assert [attendance.is_member(HE, "s1", date(2025, 9, day)) for day in (5, 6)] == [True, False]
