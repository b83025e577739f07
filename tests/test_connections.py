"""How long people stayed: unions, clipping, what is unknown; as stories and for any log of joins and leaves."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copu_desk import bundle
from copu_desk.bundle import Bundle
from copu_desk.connections import Stay, Window, added, sessions, span, stay, tracks, window
from copu_desk.library import Library
from copu_desk.model import Connection, Meeting, Nickname

NINE = datetime(2024, 12, 24, 9)
MEETING = Window(NINE, NINE + timedelta(hours=2))


def at(minutes):
    return NINE + timedelta(minutes=minutes)


def line(joined=None, left=None, minutes=None, **more):
    return Connection(
        joined=None if joined is None else at(joined),
        left=None if left is None else at(left),
        seconds=None if minutes is None else minutes * 60,
        **more,
    )


def minutes(*lines, within=MEETING):
    found = stay(lines, within)
    return None if found is None else (found.seconds if found.seconds is None else found.seconds / 60, found.whole)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([line(0, 30)], (30, True)),
        ([line(0, 30), line(10, 40)], (40, True)),  # two devices
        ([line(0, 30), line(60, 90)], (60, True)),
        ([line(-30, 30)], (30, True)),  # waited before the meeting
        ([line(100, 300)], (20, True)),
        ([line(-30, -10)], None),
        ([line(130, 140)], None),
        ([line(0, None)], (None, False)),
        ([line(None, 60)], (None, False)),
        ([line(0, 30), line(60, None)], (30, False)),
        ([line(0, None, 45)], (45, True)),
        ([line(None, 60, 45)], (45, True)),
        ([line(None, None, 45)], (45, True)),
        ([line(None, None, 500)], (120, True)),  # nobody stays longer than the meeting
        ([line()], (None, False)),
        ([line(0, 100, 60)], (60, True)),  # a summary: away in between
        ([line(0, 100, 60), line(10, 110, 50)], (60, True)),  # of two devices' summaries the longer is certain
        ([line(0, 40, 30), line(60, 100, 30)], (60, True)),
        ([line(-60, 60, 90)], (60, True)),
        ([line(30, 10)], (None, False)),  # the ends contradict each other
        ([line(5, 5)], (0, True)),
    ],
)
def test_stays(lines, expected):
    assert minutes(*lines) == expected


def test_who_may_have_stayed_long_enough_is_not_left_out():
    assert Stay(60).reaches(60)
    assert not Stay(60).reaches(61)
    assert Stay(60, whole=False).reaches(600)
    assert Stay(None).reaches(600)


def test_the_window_of_a_meeting():
    day = date(2024, 12, 24)
    assert window(Meeting(day)) == Window()
    assert window(Meeting(day, start=time(9))).since == NINE
    late = window(Meeting(day, start=time(23), end=time(1)))
    assert late.until == datetime(2024, 12, 25, 1)


def test_joins_alone_do_not_part_a_meeting():
    (one,) = sessions([line(0), line(50)])
    assert len(one.connections) == 2


LOG = st.lists(
    st.builds(
        lambda joined, length, known: line(joined, joined + length, length if known else None),
        st.integers(-60, 180),
        st.integers(0, 120),
        st.booleans(),
    ),
    max_size=8,
)
ANY = st.lists(
    st.builds(
        line,
        st.none() | st.integers(-60, 180),
        st.none() | st.integers(-60, 180),
        st.none() | st.integers(0, 300),
    ),
    max_size=8,
)


@given(ANY)
def test_no_stay_is_longer_than_the_meeting(log):
    found = stay(log, MEETING)
    assert found is None or found.seconds is None or 0 <= found.seconds <= 2 * 60 * 60


@given(ANY, st.randoms(use_true_random=False))
def test_the_order_of_lines_does_not_matter(log, random):
    mixed = list(log)
    random.shuffle(mixed)
    assert stay(mixed, MEETING) == stay(log, MEETING)
    parted = [{one.id for one in session.connections} for session in sessions(log)]
    assert [{one.id for one in session.connections} for session in sessions(mixed)] == parted


@given(LOG)
def test_two_devices_at_once_count_as_one(log):
    assert stay([*log, *(replace(one, account="phone") for one in log)], MEETING) == stay(log, MEETING)


@given(LOG)
def test_a_stay_is_the_minutes_in_which_somebody_was_connected(log):
    inside = {minute for one in log for minute in range(120) if at(minute) >= one.joined and at(minute + 1) <= one.left}
    found = stay(log, MEETING)
    assert (found.seconds or 0 if found else 0) == 60 * len(inside)


@given(ANY)
def test_sessions_lose_no_line_and_lie_apart(log):
    found = sessions(log)
    assert {one.id for session in found for one in session.connections} == {one.id for one in log}
    for before, after in pairwise(found):
        assert after.since - before.until >= timedelta(minutes=30)


@given(ANY, st.integers(1, 3))
def test_tracks_lose_no_line_and_only_the_first_may_overlap(log, most):
    found = tracks(log, most)
    assert sorted(one.id for track in found for one in track) == sorted(one.id for one in log)
    assert len(found) <= most
    for track in found[1:]:
        spans = sorted(span(one) for one in track)
        assert all(before[1] <= after[0] for before, after in pairwise(spans))


def test_the_same_file_again_adds_nothing_and_a_second_one_adds():
    first = (line(0, 30, digest="a", row=2, attendees=("x",)), line(5, 30, digest="a", row=3))
    again = (line(0, 30, digest="a", row=2, attendees=("y",)), line(5, 30, digest="a", row=3))
    other = (line(0, 30, digest="b", row=2),)
    merged = added(first, again)
    assert [one.id for one in merged] == [one.id for one in first]
    assert merged[0].attendees == ("y",)
    assert added(first, first) == first
    assert added(first, other) == (*first, *other)


def test_connections_are_kept_travel_and_survive_a_backup(tmp_path):
    meeting = Meeting(
        date(2024, 12, 24), connections=(line(0, 30, 29, name="小罗(罗思琪)", attendees=("x", "y")), line())
    )
    with Library(tmp_path / "a.copu") as library:
        library.save(meeting)
        assert library.load(meeting.id) == meeting
        shorter = replace(meeting, connections=meeting.connections[1:])
        library.save(shorter, meeting)
        assert library.load(meeting.id) == shorter
        library.save(meeting, shorter)
        library.remember_nicknames([Nickname("小罗", "", ("p1",)), Nickname("iPad", "", (), ("贺兰",))])
        library.remember_columns("人\t来", {"name": 0, "joined": 1})
        library.backup(tmp_path / "b.copu")
    with Library(tmp_path / "b.copu") as copy:
        assert copy.load(meeting.id) == meeting
        assert copy.nicknames() == (Nickname("iPad", "", (), ("贺兰",)), Nickname("小罗", "", ("p1",)))
        assert copy.report_columns() == {"人\t来": {"name": 0, "joined": 1}}
        copy.remember_nicknames([Nickname("小罗", "", ("p2",))], [Nickname("iPad")])
        assert copy.nicknames() == (Nickname("小罗", "", ("p2",)),)
    assert bundle.read(bundle.write(Bundle((meeting,)))).meetings == (meeting,)


def test_spans_are_completed_by_lengths():
    assert span(line(0, None, 30)) == (at(0), at(30))
    assert span(line(None, 30, 30)) == (at(0), at(30))
    assert span(line(None, None, 30)) is None
