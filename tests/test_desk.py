"""The desk's tasks on a real library: a new meeting, an import, the exports."""

import json
from dataclasses import replace
from datetime import date
from zipfile import ZipFile, is_zipfile

import pytest
from docx import Document as Word
from meetings import MINUTES

from copu_desk import desk, exchange
from copu_desk.errors import ReadError, RequestError, WriteError
from copu_desk.library import Library, VersionKind
from copu_desk.model import Action, ActionStatus, Attendee, Capacity, Meeting, Membership, Person, Presence, Series


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library.copu") as opened:
        yield opened


@pytest.fixture
def series(library):
    return desk.series_named(library, "远帆例会")


def test_a_series_is_made_once(library, series):
    assert desk.series_named(library, "远帆例会") == series
    assert library.series() == (series,)


def test_a_new_meeting_goes_on_from_the_last_one(library, series):
    last = Meeting(
        held_on=date(2025, 9, 2),
        series=series.id,
        number=7,
        venue="三楼会议室",
        chair="韩知远",
        attendees=(
            Attendee(name="韩知远", presence=Presence.ONSITE, person="p1", note="晚到"),
            Attendee(name="来宾", capacity=Capacity.GUEST, presence=Presence.ONSITE),
        ),
        actions=(Action(what="修订章程", owner="苏棠"), Action(what="订会场", status=ActionStatus.DONE)),
    )
    library.save(last)
    made = desk.new_meeting(library, series, date(2025, 9, 16))
    assert library.load(made.id) == made
    assert (made.number, made.venue, made.chair) == (8, "三楼会议室", "韩知远")
    assert [(one.name, one.presence, one.person, one.note) for one in made.attendees] == [
        ("韩知远", Presence.UNMARKED, "p1", "")
    ]
    assert [(one.what, one.owner, one.origin) for one in made.actions] == [("修订章程", "苏棠", last.actions[0].id)]
    assert library.load(last.id) == last


def test_numbers_start_again_each_year_if_the_series_says_so(library):
    yearly = Series(name="年度编号", number_by_year=True)
    library.save_series((yearly,))
    library.save(Meeting(held_on=date(2024, 12, 24), series=yearly.id, number=51))
    assert desk.new_meeting(library, yearly, date(2025, 1, 7)).number == 1
    assert desk.new_meeting(library, yearly, date(2025, 1, 14)).number == 2


def test_a_series_that_never_counted_does_not_start_to(library, series):
    library.save(Meeting(held_on=date(2025, 9, 2), series=series.id))
    assert desk.new_meeting(library, series, date(2025, 9, 9)).number == 0


def test_the_first_meeting_of_a_series_calls_its_members_of_that_day(library):
    series = Series(name="例会", venue="线上", chair="韩知远")
    library.save_series((series,))
    member = Person(name="韩知远", organization="协会", memberships=(Membership(series.id, date(2025, 1, 1)),))
    later = Person(name="苏棠", memberships=(Membership(series.id, date(2025, 10, 1)),))
    gone = Person(name="贺兰", memberships=(Membership(series.id, None, date(2025, 8, 31)),))
    other = Person(name="外人")
    library.save_people((member, later, gone, other))
    made = desk.new_meeting(library, series, date(2025, 9, 2))
    assert [(one.name, one.organization, one.person) for one in made.attendees] == [("韩知远", "协会", member.id)]
    assert (made.number, made.venue, made.chair) == (1, "线上", "韩知远")


def test_minutes_come_in_once(library, tmp_path):
    person = Person(name="苏棠", organization="远帆协会", title="秘书长")
    library.save_people((person,))
    source = tmp_path / "a.txt"
    source.write_text(MINUTES, encoding="utf-8")
    assert desk.import_minutes(library, source, dry_run=True)[0].duplicate is None
    assert library.entries() == []
    assert library.series() == ()
    (first,) = desk.import_minutes(library, source)
    (second,) = desk.import_minutes(library, source)
    assert second.duplicate is not None
    assert second.duplicate.id == first.meeting.id
    assert len(library.entries()) == 1
    stored = library.load(first.meeting.id)
    assert [(one.name, one.person, one.title) for one in stored.attendees][1] == ("苏棠", person.id, "秘书长")
    assert library.series()[0].name == "远帆例会"
    desk.import_minutes(library, source, again=True)
    assert len(library.entries()) == 2


def test_what_came_in_is_kept_as_the_first_version(library, tmp_path):
    path = tmp_path / "2025.09.02.txt"
    path.write_text(MINUTES, encoding="utf-8")
    (one,) = desk.import_minutes(library, path)
    (version,) = library.versions(one.meeting.id)
    assert (version.kind, version.reason) == (VersionKind.IMPORT, path.name)
    assert library.version(version.id) == one.meeting


def test_what_is_not_understood_changes_nothing(library, tmp_path):
    bad = tmp_path / "bad.txt"
    bad.write_text("今天天气不错。", encoding="utf-8")
    for path in (bad, tmp_path / "missing.txt", tmp_path / "picture.png", tmp_path):
        with pytest.raises(ReadError, match=r"[\u4e00-\u9fff]"):
            desk.import_minutes(library, path)
    assert library.entries() == []
    assert library.series() == ()


def test_an_export_never_replaces_an_earlier_one_unasked(library, series, tmp_path):
    meeting = Meeting(held_on=date(2025, 9, 2), series=series.id, chair="韩知远", title="纪要")
    library.save(meeting)
    target = tmp_path / "a.docx"
    assert desk.export_minutes(library, meeting.id, target) == target
    assert desk.export_minutes(library, meeting.id, target) == tmp_path / "a(2).docx"
    before = target.read_bytes()
    library.save(Meeting(held_on=date(2025, 9, 2), series=series.id, title="另一份", id=meeting.id), meeting)
    assert desk.export_minutes(library, meeting.id, target, overwrite=True) == target
    assert target.read_bytes() != before
    assert Word(str(target)).paragraphs[0].text == "另一份"
    assert sorted(path.name for path in tmp_path.glob("*.part")) == []


def test_a_folder_gets_a_file_with_a_name_that_says_what_it_is(library, tmp_path):
    series = desk.series_named(library, "a/b:例会")
    meeting = Meeting(held_on=date(2025, 9, 2), series=series.id, number=3)
    library.save(meeting)
    made = desk.export_minutes(library, meeting.id, tmp_path)
    assert made == tmp_path / "2025-09-02 a_b_例会第3次纪要.docx"


def test_json_goes_out_and_comes_back_equal_into_another_library(library, series, tmp_path):
    person = Person(name="苏棠", memberships=(Membership(series.id),))
    library.save_people((person,))
    meeting = Meeting(
        held_on=date(2025, 9, 2), series=series.id, attendees=(Attendee(name="苏棠", person=person.id),), venue="三楼"
    )
    library.save(meeting)
    path = desk.export_minutes(library, meeting.id, tmp_path / "a.json")
    assert json.loads(path.read_bytes())["format"] == "copu-desk"
    with Library(tmp_path / "other.copu") as other:
        desk.import_minutes(other, path)
        assert other.people() == (person,)
        assert other.series() == (series,)
        assert other.load(meeting.id) == meeting


@pytest.mark.parametrize("what", ["moved", "deleted"])
def test_a_meeting_that_comes_back_as_data_replaces_none_that_went_on_since(library, series, tmp_path, what):
    meeting = Meeting(held_on=date(2025, 9, 2), series=series.id, venue="三楼")
    library.save(meeting)
    path = desk.export_minutes(library, meeting.id, tmp_path / "a.json")
    since = replace(meeting, held_on=date(2025, 9, 3), venue="四楼", remarks="后来写的")
    library.save(since, meeting)
    if what == "deleted":
        library.delete(meeting.id)
    (came,) = desk.import_minutes(library, path)
    assert library.load(meeting.id) == since
    assert came.meeting.id in {entry.id for entry in library.entries()} - {meeting.id}
    assert library.load(came.meeting.id).venue == "三楼"


@pytest.mark.parametrize("kind", [*exchange.EXPORTS, desk.FOLDER])
def test_the_scratch_pad_never_goes_out(library, series, tmp_path, kind):
    meeting = Meeting(held_on=date(2025, 9, 2), series=series.id, attendees=(Attendee(name="苏棠"),), scratch="私下说")
    library.save(meeting)
    made = desk.export_minutes(library, meeting.id, tmp_path, kind=kind)
    found = [path for path in (made, *made.rglob("*")) if path.is_file()]
    assert found
    for path in found:
        parts = [path.read_bytes()]
        if is_zipfile(path):
            with ZipFile(path) as package:
                parts += map(package.read, package.namelist())
        assert not any("私下说".encode() in part for part in parts)


@pytest.mark.parametrize("name", ["a.odt", "a", "library.copu/a.docx"])
def test_a_file_that_cannot_be_written_says_so(library, series, tmp_path, name):
    meeting = Meeting(held_on=date(2025, 9, 2), series=series.id)
    library.save(meeting)
    with pytest.raises(WriteError, match=r"[\u4e00-\u9fff]"):
        desk.export_minutes(library, meeting.id, tmp_path / name)
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith("library.copu")] == []


def test_attendance_of_an_unknown_series_says_which_there_are(library, tmp_path):
    desk.series_named(library, "远帆例会")
    with pytest.raises(RequestError, match="没有名为“董事会”的例会系列。现有：远帆例会。"):
        desk.export_attendance(library, tmp_path / "a.xlsx", series_name="董事会")
    with pytest.raises(WriteError, match=r"\.xlsx"):
        desk.export_attendance(library, tmp_path / "a.csv")


def test_a_format_that_is_none_leaves_no_trace_of_an_export(library, series, tmp_path):
    meeting = desk.new_meeting(library, series, date(2025, 9, 2))
    for target in (tmp_path / "a.odt", tmp_path / "a"):
        with pytest.raises(WriteError, match="不能导出"):
            desk.export_minutes(library, meeting.id, target)
    assert library.versions(meeting.id) == []
    assert list(tmp_path.glob("a*")) == []
