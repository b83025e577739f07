"""Rates that are honest: who was expected, who came, who is left out and why."""

from dataclasses import replace
from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from copu_desk import attendance, desk
from copu_desk.attendance import Counts, Mark, Reason, counts, survey
from copu_desk.library import Library
from copu_desk.model import Attendee, Capacity, Meeting, Membership, Person, Presence, Series

HAN = Person(name="韩知远", organization="远帆协会", memberships=(Membership("s1"),), id="p1")
SU = Person(name="苏棠", memberships=(Membership("s1", date(2025, 9, 10)),), id="p2")
HE = Person(name="贺兰", memberships=(Membership("s1", None, date(2025, 9, 5)),), id="p3")


def meeting(day, *attendees, series="s1", **more):
    return Meeting(held_on=date(2025, 9, day), series=series, title=f"九月{day}日", attendees=attendees, **more)


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
PERIOD = survey(MEETINGS, (HAN, SU, HE), ("九月2日", "九月16日"), "远帆例会")


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
    period = survey((twice,), ())
    assert [row.marks for row in period.rows] == [(Mark.ONSITE,)]
    assert [(one.reason, one.presence) for one in period.exclusions] == [(Reason.LISTED_TWICE, Presence.ONLINE)]


def test_meetings_before_joining_and_after_leaving_are_left_out():
    """Su joined on the 10th, He left on the 5th: whoever copied the list forgot it, and marked them all the same."""
    early = meeting(2, one("苏棠", Presence.ABSENT, person="p2"), one("贺兰", Presence.ONSITE, person="p3"))
    late = meeting(16, one("苏棠", Presence.ONLINE, person="p2"), one("贺兰", Presence.ONLINE, person="p3"))
    period = survey((early, late), (SU, HE))
    assert [(row.name, row.marks) for row in period.rows] == [
        ("苏棠", (None, Mark.ONLINE)),
        ("贺兰", (Mark.ONSITE, Mark.OBSERVER)),  # who came after leaving was there, but not expected
    ]
    assert [(one.column, one.name, one.reason, one.presence) for one in period.exclusions] == [
        (0, "苏棠", Reason.BEFORE_JOINING, Presence.ABSENT),
        (1, "贺兰", Reason.AFTER_LEAVING, Presence.ONLINE),
    ]
    back = replace(HE, memberships=(*HE.memberships, Membership("s1", date(2025, 9, 10))))
    between = survey((meeting(7, one("贺兰", Presence.ABSENT, person="p3")),), (back,))
    assert [one.reason for one in between.exclusions] == [Reason.BETWEEN]


def test_where_the_roster_does_not_know_the_list_decides():
    stranger = Person(name="无期", memberships=(Membership("another"),), id="p9")
    listed = meeting(2, one("无期", Presence.ABSENT, person="p9"), one("名册外", Presence.ONSITE))
    assert [row.marks for row in survey((listed,), (stranger,)).rows] == [(Mark.ABSENT,), (Mark.ONSITE,)]


def test_a_meeting_without_a_roll_call_makes_nobody_absent():
    coming = meeting(30, one("韩知远", Presence.UNMARKED, person="p1"))
    period = survey((coming,), (HAN, SU))
    assert [row.marks for row in period.rows] == [(Mark.UNMARKED,), (Mark.UNMARKED,)]
    assert period.meeting_counts(0) == Counts()
    assert {one.reason for one in period.exclusions} == {Reason.NO_ROLL_CALL}


def test_everybody_who_is_left_out_is_named_with_the_reason():
    assert [(one.column, one.name, one.reason) for one in PERIOD.exclusions] == [
        (0, "张伟", Reason.EXCUSED),
        (0, "Mira.AI", Reason.GUEST),
        (1, "张伟", Reason.UNMARKED),
        (1, "Mira.AI", Reason.GUEST),
        (1, "新来的", Reason.OBSERVER),
    ]


def test_somebody_listed_by_name_alone_is_the_one_person_of_that_name(tmp_path):
    """Else the member would be absent by the roster, and a stranger of the same name present."""
    people = (
        Person(name="韩知远", organization="远帆协会", memberships=(Membership("s1"),)),
        Person(name="张伟", organization="北辰大学"),
    )
    with Library(tmp_path / "a.copu") as library:
        library.save_people(people)
        library.save_series((Series(name="远帆例会", id="s1"),))
        library.save(meeting(2, one("韩知远", Presence.ONSITE), one("张伟", Presence.ONLINE, organization="别处")))
        library.save(meeting(9, one("韩知远", Presence.EXCUSED), start=time(14)))
        library.save(meeting(9, one("韩知远", Presence.ABSENT), start=time(9)))
        period = desk.count_attendance(library)
        assert [(row.name, row.organization, row.marks) for row in period.rows] == [
            ("韩知远", "远帆协会", (Mark.ONSITE, Mark.ABSENT, Mark.EXCUSED)),
            ("张伟", "别处", (Mark.ONLINE, None, None)),
        ]
        assert [one.start for one in period.meetings] == [None, time(9), time(14)]


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
NUMBERS = ("onsite", "online", "excused", "absent", "expected", "came", "base")


@given(meetings=SEVERAL)
def test_sums_agree_however_they_are_sliced_and_rates_are_rates(meetings):
    period = survey(meetings, (HAN, SU))
    by_person = [row.counts for row in period.rows]
    by_meeting = [period.meeting_counts(column) for column in range(len(meetings))]
    by_organization = [period.organization_counts(name) for name in period.organizations]
    sliced = [row.counts for name in period.organizations for row in period.only(name).rows]
    for name in NUMBERS:
        sums = {sum(getattr(one, name) for one in way) for way in (by_person, by_meeting, by_organization, sliced)}
        assert len(sums) == 1
    for one in by_person + by_meeting + by_organization:
        assert one.rate is None or 0 <= one.rate <= 1
        assert one.online_share is None or 0 <= one.online_share <= 1
        assert one.came <= one.base <= one.expected


@given(meetings=SEVERAL)
def test_everybody_listed_is_in_the_rates_or_among_those_left_out(meetings):
    period = survey(meetings, (HAN, SU))
    listed = sum(bool(one.name.strip()) for meeting in meetings for one in meeting.attendees)
    by_roster = sum(
        row.listed[at] is None and mark == Mark.ABSENT for row in period.rows for at, mark in enumerate(row.marks)
    )
    counted = sum(row.counts.base for row in period.rows) - by_roster
    assert listed == counted + sum(one.presence is not None for one in period.exclusions)


@given(meetings=SEVERAL, data=st.data())
def test_neither_the_order_of_meetings_nor_a_persons_name_changes_a_count(meetings, data):
    def counted(meetings, people):
        return sorted(tuple(getattr(row.counts, name) for name in NUMBERS) for row in survey(meetings, people).rows)

    def renamed(one):
        return replace(one, name="改名") if one.person == "p1" else one

    new = [replace(meeting, attendees=tuple(map(renamed, meeting.attendees))) for meeting in meetings]
    mixed = data.draw(st.permutations(meetings))
    assert counted(meetings, (HAN, SU)) == counted(mixed, (HAN, SU))
    assert counted(meetings, (HAN, SU)) == counted(new, (replace(HAN, name="改名"), SU))


@given(st.lists(st.sampled_from([None, *Mark])))
def test_counting_is_adding(marks):
    half = len(marks) // 2
    whole, first, last = counts(marks), counts(marks[:half]), counts(marks[half:])
    assert whole == Counts(
        *(getattr(first, name) + getattr(last, name) for name in ("onsite", "online", "excused", "absent"))
    )


def test_membership_decides_who_was_expected():
    assert attendance.is_member(HAN, "s1", date(2025, 9, 2))
    assert not attendance.is_member(HAN, "other", date(2025, 9, 2))
    assert not attendance.is_member(replace(HAN, capacity=Capacity.OBSERVER), "s1", date(2025, 9, 2))
    assert [attendance.is_member(SU, "s1", date(2025, 9, day)) for day in (9, 10)] == [False, True]
    assert [attendance.is_member(HE, "s1", date(2025, 9, day)) for day in (5, 6)] == [True, False]
