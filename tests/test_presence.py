"""Marks, stamps and places in the list, as pure rules."""

from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from copu_desk.model import Attendee, Person, Presence
from copu_desk.presence import CYCLE, arrival_stamped, cleared, following, inverted, joined, stamped

NOW = time(9, 20, 31)


def test_the_cycle_comes_round_through_every_presence():
    seen = [Presence.UNMARKED]
    for _ in CYCLE:
        seen.append(following(seen[-1]))
    assert seen == [Presence.UNMARKED, *CYCLE]
    assert set(CYCLE) == set(Presence)


def test_a_latecomer_is_stamped_and_the_second_press_takes_it_back():
    late = stamped(Attendee(name="苏棠"), NOW, "item")
    assert (late.presence, late.arrived, late.arrived_item) == (Presence.ONSITE, time(9, 20), "item")
    again = stamped(late, NOW, "item")
    assert (again.presence, again.arrived, again.arrived_item, again.left) == (Presence.ONSITE, None, "", None)


def test_somebody_there_goes_out_and_the_second_press_takes_it_back():
    there = stamped(Attendee(presence=Presence.ONLINE, arrived=time(9, 0)), NOW, "item")
    assert (there.left, there.left_item, there.arrived, there.presence) == (
        time(9, 20),
        "item",
        time(9, 0),
        Presence.ONLINE,
    )
    back = stamped(there, time(9, 40), "")
    assert (back.left, back.left_item) == (None, "")


def test_the_coming_of_somebody_marked_already_can_be_stamped():
    there = arrival_stamped(Attendee(presence=Presence.ONLINE), NOW, "item")
    assert (there.presence, there.arrived, there.arrived_item) == (Presence.ONLINE, time(9, 20), "item")
    assert arrival_stamped(there, NOW, "item").arrived is None
    back = arrival_stamped(Attendee(presence=Presence.EXCUSED, arrived=time(8, 0)), NOW, "")
    assert (back.presence, back.arrived) == (Presence.ONSITE, time(9, 20))


def test_inverting_swaps_there_and_not_yet_and_clearing_takes_the_times_too():
    assert [inverted(Attendee(presence=one)).presence for one in Presence] == [
        Presence.ONSITE,
        Presence.UNMARKED,
        Presence.ONLINE,
        Presence.EXCUSED,
        Presence.ABSENT,
    ]
    full = Attendee(
        name="苏棠", presence=Presence.ONSITE, arrived=NOW, arrived_item="a", left=NOW, left_item="b", id="x"
    )
    assert cleared(full) == Attendee(name="苏棠", id="x")


@given(st.permutations(range(6)), st.integers(0, 5))
def test_a_newcomer_stands_behind_the_last_one_ranked_before_them(order, who):
    people = tuple(Person(name=str(rank), id=str(rank)) for rank in range(6))
    others = tuple(Attendee(name=str(rank), person=str(rank)) for rank in order if rank != who)
    after = joined(others, Attendee(name=str(who), person=str(who)), people)
    at = next(place for place, one in enumerate(after) if one.name == str(who))
    assert all(int(one.name) > who for one in after[at + 1 :])
    assert tuple(one for one in after if one.name != str(who)) == others


def test_guests_stand_at_the_end():
    people = (first := Person(name="甲"), second := Person(name="乙"))
    guest = Attendee(name="客")
    one = joined((guest,), Attendee(name="乙", person=second.id), people)
    assert [attendee.name for attendee in one] == ["客", "乙"], "nobody of the list is ranked"
    two = joined((Attendee(name="乙", person=second.id), guest), Attendee(name="甲", person=first.id), people)
    assert [attendee.name for attendee in two] == ["甲", "乙", "客"]
    assert joined(two, Attendee(name="丙"), people)[-1].name == "丙"
