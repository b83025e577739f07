"""The office's own ledger, read whichever way round it is."""

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office_ledger import DAYS, MARKS, A, E, N, S, U, book, data, read
from openpyxl import Workbook

from copu_desk import desk
from copu_desk.errors import ReadError
from copu_desk.ledger import Blank, meetings, standing, usual_blank
from copu_desk.library import Library
from copu_desk.model import Capacity, Meeting, Person, Series
from copu_desk.recognize import ledger as recognizer
from copu_desk.sheet import Grid


@pytest.mark.parametrize(
    ("made", "year", "name"),
    [
        (book(), None, ""),
        (book(words=lambda day: f"{day:%Y.%m.%d}"), None, ""),
        (book(words=lambda day: f"{day.month}月{day.day}日"), 2025, ""),
        (book(words=lambda day: f"{day.month}月{day.day}日"), None, "2025年例会考勤"),
        (book(words=lambda day: f"{day.month}月{day.day}日（周二）", year_row=True), None, ""),
        (book(words=lambda day: f"{day.month}.{day.day}"), 2025, ""),
        (book(words=lambda day: (day - date(1899, 12, 30)).days), None, ""),
        (book(down=True), None, ""),
    ],
    ids=["dates", "dots", "month and day", "file name", "year above", "numbers", "serials", "days down"],
)
def test_people_days_and_marks_are_found_whichever_way_they_are_written(made, year, name):
    ledger = read(made, year, name)
    assert [day.day for day in ledger.days] == list(DAYS)
    assert [(one.name, one.organization) for one in ledger.people] == [
        ("韩知远", "远帆协会"),
        ("苏棠", "星河软件"),
        ("张伟", "星河软件"),
        ("张伟", "北辰大学"),
    ]
    assert ledger.marks == MARKS


def test_days_without_a_year_go_on_over_new_year():
    days = iter(["12月2日", "12月30日", "1月6日"])
    ledger = read(book(words=lambda _day: next(days)), 2025)
    assert [day.day for day in ledger.days] == [date(2025, 12, 2), date(2025, 12, 30), date(2026, 1, 6)]


def test_the_last_day_of_a_leap_february_is_found_in_its_year():
    days = iter(["12月31日", "2月29日", "3月5日"])
    ledger = read(book(words=lambda _day: next(days)), 2023)
    assert [day.day for day in ledger.days] == [date(2023, 12, 31), date(2024, 2, 29), date(2024, 3, 5)]


def test_a_ledger_without_any_year_asks_for_it():
    with pytest.raises(ReadError, match="没有写年份"):
        read(book(words=lambda day: f"{day.month}月{day.day}日"))


def test_a_table_that_is_no_ledger_says_so():
    made = Workbook()
    made.active.append(["品名", "数量"])
    made.active.append(["纸", 3])
    with pytest.raises(ReadError, match="没有认出考勤台账"):
        read(made)


def test_our_own_workbook_is_a_ledger_too_and_comes_back_to_the_same_counts(tmp_path):
    """Its other sheets have days in them as well, but are no ledgers."""
    with Library(desk.demo(tmp_path / "demo").library) as library:
        before, path = desk.export_attendance(library, tmp_path / "a.xlsx")[::-1]
    (ledger,) = desk.open_ledger(path).ledgers
    assert (ledger.sheet, len(ledger.days)) == ("考勤表", 13)
    with Library(tmp_path / "new.copu") as other:
        desk.import_ledger(other, path, "远帆例会", Blank.LEFT_OUT)
        after = desk.count_attendance(other)
    assert {(row.name, row.organization): row.counts for row in before.rows} == {
        (row.name, row.organization): row.counts for row in after.rows
    }


@pytest.mark.parametrize(
    ("mark", "meant"),
    [
        *((mark, (S, Capacity.MEMBER)) for mark in ("√", "✓", "Y", "1", "是", "Ｙ", " 到 ", "迟到10分钟", "√（迟到）")),
        *((mark, (N, Capacity.MEMBER)) for mark in ("线上", "√（线上）", "腾讯会议")),
        *((mark, (E, Capacity.MEMBER)) for mark in ("请假", "事假", "出差", "△", "请假（出国）")),
        *((mark, (A, Capacity.MEMBER)) for mark in ("缺席", "×", "0", "否", "N")),
        *((mark, None) for mark in ("", " ", "-", "—", "/")),
        ("列席", (S, Capacity.OBSERVER)), ("列席（线上）", (N, Capacity.OBSERVER)), ("嘉宾", (S, Capacity.GUEST)),
        *((mark, (U, Capacity.MEMBER)) for mark in ("○", "●", "？", "待定", "√ 缺席")),
    ],
)  # fmt: skip
def test_marks_are_what_offices_mean_by_them_and_never_guessed(mark, meant):
    assert standing(mark) == meant


def test_an_empty_cell_is_an_absence_only_between_marks_and_only_if_the_ledger_has_no_mark_for_it(tmp_path):
    ledger = read(book())
    assert usual_blank(ledger) is Blank.ABSENT
    path = tmp_path / "a.xlsx"
    path.write_bytes(data(book()))
    with Library(tmp_path / "a.copu") as library:
        came = desk.import_ledger(library, path)
        listed = [[(one.name, one.presence) for one in found.meeting.attendees] for found in came]
        assert listed == [
            [("韩知远", S), ("苏棠", S), ("张伟", S)],  # 张伟 of 星河软件 has no mark before: nobody knows
            [("韩知远", S), ("苏棠", E), ("张伟", S), ("张伟", A)],
            [("韩知远", N), ("张伟", S), ("张伟", S)],
        ]
    explicit = replace(ledger, marks=(("√", "缺席", "√"), ("√", "", "√"), *ledger.marks[2:]))
    assert usual_blank(explicit) is Blank.LEFT_OUT


def test_the_ledger_comes_in_as_meetings_with_people_of_the_roster(tmp_path):
    path = tmp_path / "台账.xlsx"
    path.write_bytes(data(book()))
    people = (
        Person(name="韩知远", organization="远帆协会", title="理事长", id="p1"),
        Person(name="张伟", organization="北辰大学", id="p2"),
        Person(name="张伟", organization="星河软件", id="p3"),
    )
    with Library(tmp_path / "a.copu") as library:
        library.save_people(people)
        series = Series(name="远帆例会", id="s1")
        library.save_series((series,))
        library.save(Meeting(DAYS[1], "s1"))
        assert len(desk.import_ledger(library, path, "远帆例会", dry_run=True)) == 3
        assert len(library.entries()) == 1
        came = desk.import_ledger(library, path, "远帆例会")
        assert [one.duplicate is not None for one in came] == [False, True, False]
        assert [entry.held_on for entry in library.entries()] == list(reversed(DAYS))
        kept = library.load(library.find("2025-09-02").id)
        assert [(one.name, one.person, one.title, one.presence) for one in kept.attendees] == [
            ("韩知远", "p1", "理事长", N), ("张伟", "p3", "", S), ("张伟", "p2", "", S),
        ]  # fmt: skip
        assert [one.duplicate is not None for one in desk.import_ledger(library, path, "远帆例会")] == [True] * 3


def test_an_organization_written_otherwise_parts_nobody_from_the_roster_but_namesakes(tmp_path):
    path = tmp_path / "台账.xlsx"
    path.write_bytes(data(book()))
    people = (
        Person(name="苏棠", organization="星河软件有限公司", id="p1"),
        Person(name="张伟", organization="星河", id="p2"),
    )
    with Library(tmp_path / "a.copu") as library:
        library.save_people(people)
        first = desk.import_ledger(library, path)[1].meeting.attendees
        assert [(one.name, one.organization, one.person) for one in first] == [
            ("韩知远", "远帆协会", ""),
            ("苏棠", "星河软件", "p1"),
            ("张伟", "星河软件", ""),
            ("张伟", "北辰大学", ""),
        ]


def test_marks_that_are_not_known_are_kept_as_notes_and_told(tmp_path):
    made = book()
    made.active["D4"] = "●"
    path = tmp_path / "a.xlsx"
    path.write_bytes(data(made))
    assert standing("●")[0] is U
    with Library(tmp_path / "a.copu") as library:
        first = desk.import_ledger(library, path)[0]
        assert (first.meeting.attendees[0].presence, first.meeting.attendees[0].note) == (U, "●")
        assert "韩知远“●”" in first.notes[0]


CELLS = st.sampled_from(
    [
        "",
        "姓名",
        "单位",
        "韩知远",
        "苏 棠",
        "√",
        "线上",
        "请假",
        "？",
        "2025-09-02",
        "9月2日",
        "12月30日",
        "2月29日",
        "9.2",
        "45537",
        "2025年",
        "合计",
        "0",
        "12:00",
        "2月30日",
    ]
)
ROWS = st.lists(st.lists(CELLS, max_size=6).map(tuple), max_size=7).map(tuple)


@given(ROWS, st.none() | st.integers(1990, 2099))
def test_any_table_is_read_or_refused_in_words(rows, year):
    found = ()
    with suppress(ReadError):
        found = recognizer.read((Grid(rows, "表"),), year, "台账")
    for ledger in found:
        assert all(len(marks) == len(ledger.days) for marks in ledger.marks)
        for blank in Blank:
            for meeting in meetings(ledger, blank):
                assert {one.name for one in meeting.attendees} <= {one.name for one in ledger.people}


def test_a_ledger_larger_than_any_office_keeps_is_refused_in_a_sentence(tmp_path, monkeypatch):
    path = tmp_path / "台账.csv"
    rows = [["姓名", "2025-01-07", "2025-01-14", "2025-01-21"], ["韩知远", *"√√√"], ["苏棠", *"√√√"]]
    path.write_text("\n".join(map(",".join, rows)), encoding="utf-8")
    assert len(desk.open_ledger(path).ledgers[0].days) == 3
    monkeypatch.setattr("copu_desk.desk.ledger.MOST_MARKS", 5)
    with pytest.raises(ReadError, match=r"“台账.csv”没有导入：台账太大了"):
        desk.open_ledger(path)
