"""The clock of agenda items, as pure rules."""

from datetime import time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from copu_desk.clock import elapsed, over, spoken, turned, under_discussion
from copu_desk.model import AgendaItem

NINE, TEN = time(9, 0, 0, 5), time(10, 0)


def test_turning_one_clock_on_stops_the_other_and_a_stopped_one_goes_on():
    first, second = AgendaItem(title="一"), AgendaItem(title="二")
    agenda = turned((first, second), first.id, NINE)
    assert [(one.started, one.ended) for one in agenda] == [(time(9, 0), None), (None, None)]
    assert under_discussion(agenda) == first.id
    agenda = turned(agenda, second.id, TEN)
    assert [(one.started, one.ended) for one in agenda] == [(time(9, 0), TEN), (TEN, None)]
    assert under_discussion(agenda) == second.id
    agenda = turned(agenda, second.id, time(10, 5))
    assert agenda[1].ended == time(10, 5)
    assert under_discussion(agenda) == ""
    agenda = turned(agenda, first.id, time(10, 6))
    assert [(one.started, one.ended) for one in agenda] == [(time(9, 0), None), (TEN, time(10, 5))]


def test_time_taken_is_held_against_the_plan():
    item = AgendaItem(started=TEN, planned_minutes=15)
    assert elapsed(AgendaItem(), TEN) is None
    assert elapsed(item, time(10, 7)) == timedelta(minutes=7)
    assert over(item, time(10, 7)) == timedelta()
    assert over(item, time(10, 17)) == timedelta(minutes=2)
    assert over(AgendaItem(started=TEN), time(23, 0)) == timedelta()
    assert over(AgendaItem(planned_minutes=5), TEN) == timedelta()
    assert elapsed(AgendaItem(started=time(23, 50), ended=time(0, 10)), TEN) == timedelta(minutes=20)


@given(st.times(), st.times())
def test_time_taken_is_never_negative_nor_a_whole_day(start, now):
    taken = elapsed(AgendaItem(started=start), now)
    assert taken is not None
    assert timedelta() <= taken < timedelta(days=1)


def test_time_is_read_as_on_a_clock():
    assert [spoken(timedelta(seconds=many)) for many in (0, 65, 3599, 3600, 3665)] == [
        "0:00", "1:05", "59:59", "1:00:00", "1:01:05",
    ]  # fmt: skip
