"""The sample organisation's half year: whole, consistent, and of the same shape as real minutes."""

from collections import Counter
from datetime import date

import pytest
from docx import Document as Word

from copu_desk import attendance, bundle, desk
from copu_desk.check import check
from copu_desk.library import Library
from copu_desk.model import Presence, Status
from copu_desk.paths import SAMPLE


@pytest.fixture(scope="module")
def sample():
    return bundle.read((SAMPLE / "library.json").read_bytes())


def test_the_half_year_has_everything_in_it(sample):
    assert len(sample.meetings) == 11
    assert {one.status for one in sample.meetings} == {Status.FINAL}
    assert {one.presence for meeting in sample.meetings for one in meeting.attendees} == set(Presence) - {
        Presence.UNMARKED
    }
    decisions = [one for meeting in sample.meetings for item in meeting.agenda for one in item.decisions]
    assert {one.votes is None for one in decisions} == {True, False}
    actions = [one for meeting in sample.meetings for one in meeting.actions]
    assert len({one.status for one in actions}) > 1
    assert any(meeting.essays for meeting in sample.meetings)


def test_each_meeting_can_be_named_by_what_the_list_shows_of_its_id(sample):
    assert len({meeting.id[:8] for meeting in sample.meetings}) == len(sample.meetings)


def test_everything_that_is_referred_to_is_there(sample):
    people = {person.id: person for person in sample.people}
    (series,) = sample.series
    assert max(Counter(one.name for one in sample.people).values()) == 2
    for meeting in sample.meetings:
        items = {item.id for item in meeting.agenda}
        assert meeting.series == series.id
        assert meeting.held_on.weekday() == 1
        assert {one.item for one in meeting.actions} - items <= {""}
        assert {one.item for one in meeting.essays} - items <= {""}
        for one in meeting.attendees:
            assert (people[one.person].name, people[one.person].organization) == (one.name, one.organization)
        records = [*meeting.attendees, *meeting.agenda, *meeting.actions, *meeting.essays]
        assert len({one.id for one in records}) == len(records)


def test_its_minutes_need_no_correction(sample):
    for meeting in sample.meetings:
        findings = [one.words for one in check(meeting) if "全角" not in one.words]
        assert findings == [], meeting.held_on


def test_the_demo_brings_all_of_it_together(tmp_path):
    made = desk.demo(tmp_path)
    with Library(made.library) as library:
        assert len(library.entries()) == 13
        assert len(library.series()) == 1
        period = desk.count_attendance(library)
        rates = {(row.name, row.organization): row.counts.rate for row in period.rows}
        assert rates["韩知远", "远帆开源协会"] == 1
        assert len([row for row in period.rows if row.name == "张伟"]) == 2
        assert all(row.person for row in period.rows)
        assert attendance.is_member(library.people()[0], library.series()[0].id, date(2025, 7, 8))
        last = library.load(library.find("2025-12-23").id)
        assert (last.chair, len(last.agenda), len(last.essays)) == ("韩理事长", 2, 2)
    lines = (SAMPLE / "minutes-2025-12-23.txt").read_text(encoding="utf-8").splitlines()
    assert [one.text for one in Word(str(made.files[0])).paragraphs] == lines
