"""Lists of people that come in and go out, and two entries that become one."""

import csv
import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from copu_desk import desk, roster
from copu_desk.cli import main
from copu_desk.errors import ReadError, WriteError
from copu_desk.library import Library
from copu_desk.limits import MOST_LISTED
from copu_desk.matching import hear
from copu_desk.model import Attendee, Capacity, Meeting, Membership, Person, Presence, Series
from copu_desk.roster import Belonging, belonging_words, belongings, understood

SERIES = Series(name="远帆例会")
PEOPLE = (
    Person(
        name="韩知远", organization="远帆协会", title="理事长", memberships=(Membership(SERIES.id, date(2024, 1, 1)),)
    ),
    Person(name="张伟", organization="星河软件"),
    Person(name="张伟", organization="北辰大学", capacity=Capacity.GUEST),
    Person(name="苏棠", aliases=("阿棠", "Tang"), pinyin="su tang", note="=1+1"),
)


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "a.copu") as library:
        library.save_series((SERIES,))
        library.save_people(PEOPLE)
        yield library


def sheet(path, rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_what_was_exported_comes_back_equal_into_an_empty_library(library, tmp_path, kind):
    path = desk.export_people(library, tmp_path / f"people.{kind}")
    with Library(tmp_path / "b.copu") as other:
        found = desk.import_people(other, path)
        assert [one.name for one in other.series()] == ["远帆例会"]
        names = {one.id: one.name for one in other.series()}
        back, notes = other.people(), found.notes
    ours = [[roster.shown(one, field, {SERIES.id: "远帆例会"}) for field in roster.FIELD_WORDS] for one in PEOPLE]
    assert [[roster.shown(one, field, names) for field in roster.FIELD_WORDS] for one in back] == ours
    assert notes == ("已有一位“张伟”（星河软件），单位不同，作为另一位新增。如果是同一人，可以随后合并。",)
    assert not desk.arriving(library, path).arrivals  # and it is nothing new to the library it came from


def test_formula_like_text_is_text_in_both_files(library, tmp_path):
    book = load_workbook(desk.export_people(library, tmp_path / "a.xlsx"))
    cell = next(cell for cell in book.active["G"] if cell.value == "=1+1")
    assert cell.data_type == "s"
    with desk.export_people(library, tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        assert next(row for row in csv.reader(file) if row[0] == "苏棠")[6] == "'=1+1"


def test_a_list_says_what_is_new_and_what_is_changed_before_it_is_taken(library, tmp_path):
    path = sheet(
        tmp_path / "list.xlsx",
        [
            ["远帆协会通讯录（2025 年 9 月）"],
            [],
            ["序号", "姓 名", "工作单位", "职务", "身份", "电话", "所属系列"],
            [1, "韩知远", "远帆协会", "名誉理事长", "", "1", "远帆例会（2024-01-01 至 2025-06-30）；读书会"],
            [2, "石　勇", "北辰大学", "教授", "列席", "2", ""],
            [3, "张伟", "", "", "", "3", ""],
            [4, "Tang", "", "编辑", "主席团", "4", ""],
            [5, "", "远帆协会", "", "", "", ""],
            [6, "石勇", "北辰大学", "", "", "", ""],
        ],
    )
    found = desk.import_people(library, path, dry_run=True)
    assert library.people() == PEOPLE
    names = {one.id: one.name for one in (SERIES, *found.series)}
    assert [(one.before and one.before.name, one.after.name) for one in found.arrivals] == [
        ("韩知远", "韩知远"), (None, "石勇"), ("苏棠", "苏棠"),
    ]  # fmt: skip
    assert roster.changes(found.arrivals[0], names) == [
        ("title", "理事长", "名誉理事长"),
        ("memberships", "远帆例会（2024-01-01 起）", "远帆例会（2024-01-01 至 2025-06-30）；读书会"),
    ]
    assert found.notes == (
        "第 7 行“Tang”的身份“主席团”没有认出，应是出席、列席或嘉宾。",
        "第 8 行没有姓名，没有取。",
        "第 6 行：名册里有 2 位“张伟”，没有写清单位，分不清，没有取。",
        "第 9 行“石勇”与第 5 行重复，没有取。",
    )
    desk.import_people(library, path)
    people = library.people()
    assert [one.name for one in people] == ["韩知远", "张伟", "张伟", "苏棠", "石勇"]
    assert (people[0].title, people[4].capacity, people[3].title) == ("名誉理事长", Capacity.OBSERVER, "编辑")
    assert people[0].id == PEOPLE[0].id
    assert people[0].memberships[0].id == PEOPLE[0].memberships[0].id  # the same membership, now with an end


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_list_of_any_chinese_encoding_is_read(library, tmp_path, encoding):
    path = tmp_path / "list.csv"
    path.write_bytes("姓名;单位\r\n欧阳明月;星河软件\r\n".encode(encoding))
    found = desk.import_people(library, path)
    assert [(one.after.name, one.after.organization) for one in found.arrivals] == [("欧阳明月", "星河软件")]


def test_what_is_no_list_is_told_in_one_sentence_and_changes_nothing(library, tmp_path):
    (tmp_path / "a.csv").write_text("甲,乙\n丙,丁\n")
    (tmp_path / "b.xlsx").write_bytes(b"PK\x03\x04nothing")
    (tmp_path / "c.csv").write_text("")
    for name in ("a.csv", "b.xlsx", "c.csv", "none.xlsx"):
        with pytest.raises(ReadError) as told:
            desk.import_people(library, tmp_path / name)
        assert str(told.value).endswith("。")
    with pytest.raises(WriteError, match=r"\.xlsx 或 \.csv"):
        desk.export_people(library, tmp_path / "a.doc")
    assert library.people() == PEOPLE


def test_the_command_lists_imports_and_exports(library, tmp_path, capsys):
    def run(*words):
        status = main(["--library", str(library.path), "people", *words], window=None)
        return status, capsys.readouterr().out

    library.close()
    status, out = run("list", "--json")
    assert status == 0
    assert [(one["name"], one["organization"]) for one in json.loads(out)][:2] == [
        ("韩知远", "远帆协会"), ("张伟", "星河软件"),
    ]  # fmt: skip
    assert len(run("list", "--series", "远帆例会")[1].splitlines()) == 1
    path = sheet(tmp_path / "list.xlsx", [["姓名", "职务"], ["苏棠", "总编辑"], ["贺兰", "记者"]])
    assert run("import", str(path), "--dry-run")[1].splitlines() == [
        "改动\t苏棠\t职务：（空） → 总编辑", "新增\t贺兰\t职务：记者", "会带来 2 位，0 位没有变化。",
    ]  # fmt: skip
    status, out = run("import", str(path), "--json")
    assert [one["name"] for one in json.loads(out)["new"]] == ["贺兰"]
    status, out = run("export", str(tmp_path / "out.xlsx"))
    assert [row[0].value for row in load_workbook(out.strip()).active.rows] == [
        "姓名", "韩知远", "张伟", "张伟", "苏棠", "贺兰",
    ]  # fmt: skip
    assert run("import", str(tmp_path / "none.xlsx"))[0] == 2


def test_two_entries_of_one_person_become_one_and_meetings_keep_their_words(library):
    held = Meeting(
        held_on=date(2025, 9, 2),
        series=SERIES.id,
        attendees=(
            Attendee(name="张伟", organization="北辰大学", title="讲师", presence=Presence.ONSITE, person=PEOPLE[2].id),
        ),
    )
    library.save(held)
    library.save(replace(held, id="later", held_on=date(2025, 9, 9), attendees=(
        Attendee(name="张伟", organization="星河软件", presence=Presence.ONLINE, person=PEOPLE[1].id),
    )))  # fmt: skip
    people = roster.merged(PEOPLE, PEOPLE[1].id, [PEOPLE[2].id])
    library.save_people(people, PEOPLE)
    assert [one.name for one in library.people()] == ["韩知远", "张伟", "苏棠"]
    assert library.people()[1].merged == (PEOPLE[2].id,)
    loaded = library.load(held.id)
    assert loaded == replace(held, attendees=(replace(held.attendees[0], person=PEOPLE[1].id),))
    (row,) = (row for row in desk.count_attendance(library).rows if row.name == "张伟")  # one who came to both
    assert row.counts.came == 2
    assert hear("张伟", loaded.attendees, library.people()).meant == loaded.attendees[0]
    assert not library.trash()  # nobody was lost
    library.save_people(PEOPLE, people)
    assert library.load(held.id) == held


def test_a_merged_entry_has_the_aliases_memberships_and_notes_of_all():
    kept = Person(name="苏棠", note="周二不在", memberships=(Membership(SERIES.id, date(2024, 1, 1)),))
    others = (
        Person(name="Su Tang", organization="远帆协会", aliases=("阿棠",), note="编辑"),
        Person(name="苏棠", title="总编辑", pinyin="su tang", memberships=(Membership("s2"),), merged=("old",)),
    )
    (whole,) = roster.merged((kept, *others), kept.id, [one.id for one in others])
    assert whole == replace(
        kept,
        organization="远帆协会",
        title="总编辑",
        aliases=("Su Tang", "阿棠"),
        pinyin="su tang",
        note="周二不在；编辑",
        memberships=(*kept.memberships, *others[1].memberships),
        merged=(others[0].id, others[1].id, "old"),
    )


days = st.none() | st.dates(date(1990, 1, 1), date(2060, 1, 1))
series_names = st.text("例会读书甲乙AB12", min_size=1, max_size=6)


@given(st.lists(st.tuples(series_names, days, days), max_size=4))
def test_memberships_are_read_back_as_they_are_written(rows):
    words = "；".join(belonging_words(Membership("", since, until), name) for name, since, until in rows)
    assert belongings(words) == tuple(Belonging(*row) for row in rows)


written = st.text("张伟石勇 　=+@-'ab1,、（）\n", max_size=8)


@given(written, written)
def test_every_sign_of_a_name_and_a_note_is_kept_or_the_row_is_told_of(name, note):
    listed, notes = understood([[["姓名", "备注"], [name, note]]])
    kept = "".join(one.name + one.note for one in listed)
    if listed:
        assert _signs(kept) == _signs(name + note)
    else:
        assert bool(notes) == bool((name + note).strip())


def _signs(words):
    return [sign for sign in words if not sign.isspace() and sign != "'"]


def test_the_people_of_all_sheets_come_in_once():
    office = [["姓名", "单位"], ["苏棠", "出版部"], ["石 勇", "出版部"]]
    other = [["技术部通讯录"], ["姓名", "单位", "职务"], ["贺兰", "技术部", "主任"]]
    everybody = [["单位", "姓名"], ["出版部", "苏棠"], ["技术部", "方舟"]]
    listed, notes = understood([office, [["说明"], ["请勿外传"]], other, everybody])
    assert [(one.name, one.organization, one.title) for one in listed] == [
        ("苏棠", "出版部", ""),
        ("石勇", "出版部", ""),
        ("贺兰", "技术部", "主任"),
        ("方舟", "技术部", ""),
    ]
    assert notes == []


def test_a_list_of_more_people_than_any_roster_has_is_refused_in_a_sentence(library, tmp_path):
    path = tmp_path / "人员.csv"
    path.write_text("姓名,单位\n" + "\n".join(f"甲{row},乙" for row in range(MOST_LISTED + 1)), encoding="utf-8")
    with pytest.raises(ReadError, match="一次最多导入 5000 人"):
        desk.import_people(library, path)
    assert library.people() == PEOPLE
