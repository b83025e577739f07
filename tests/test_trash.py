"""The trash: what was deleted is there until it is back where it belonged."""

from dataclasses import replace
from datetime import date

import pytest

from copu_desk.document import text
from copu_desk.errors import RequestError
from copu_desk.library import Library, TrashKind
from copu_desk.library.trash import with_part
from copu_desk.model import AgendaItem, Essay, Meeting, Membership, Person, Status

ITEM = AgendaItem(title="一")
ESSAYS = tuple(Essay(title=title, item=ITEM.id, body=(text(title * 3),)) for title in "甲乙丙")
HELD = Meeting(held_on=date(2025, 9, 2), title="九月例会", agenda=(ITEM,), essays=ESSAYS)
PEOPLE = tuple(
    Person(name=name, memberships=(Membership("s", date(2025, 1, 1)),)) for name in ("韩知远", "苏棠", "贺兰")
)


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library.copu") as opened:
        opened.save(HELD)
        opened.save_people(PEOPLE)
        yield opened


def without(meeting, row):
    return replace(meeting, essays=(*meeting.essays[:row], *meeting.essays[row + 1 :]))


@pytest.mark.parametrize("before", [HELD, None], ids=["difference", "whole"])
def test_a_deleted_essay_comes_back_to_its_meeting_place_and_item(library, before):
    library.save(without(HELD, 1), before)
    (one,) = library.trash()
    assert (one.kind, one.meeting, one.id, one.name) == (TrashKind.ESSAY, HELD.id, ESSAYS[1].id, "乙")
    assert library.trashed(one) == ESSAYS[1]
    library.put_back(one)
    assert library.load(HELD.id) == HELD
    assert library.trash() == []
    assert [hit.place for hit in library.search("乙乙乙")] == [("essays", ESSAYS[1].id, "body")]


def test_undoing_the_deletion_empties_the_trash_again(library):
    library.save(without(HELD, 1), HELD)
    library.save(HELD, without(HELD, 1))
    assert library.trash() == []
    assert library.load(HELD.id) == HELD


def test_put_back_in_the_window_as_a_change_is_the_same(library):
    now = without(HELD, 2)
    library.save(now, HELD)
    (one,) = library.trash()
    back = with_part(now, library.trashed(one), one.position)
    library.save(back, now)
    assert library.load(HELD.id) == HELD
    assert library.trash() == []
    with pytest.raises(RequestError, match="回收站"):
        library.trashed(one)


def test_final_minutes_take_no_essay_back(library):
    now = replace(without(HELD, 1), status=Status.FINAL)
    library.save(now, HELD)
    (one,) = library.trash()
    with pytest.raises(RequestError, match="定稿"):
        library.put_back(one)
    assert library.load(HELD.id) == now
    assert library.trash() == [one]


def test_an_essay_whose_item_is_gone_comes_back_to_none(library):
    now = replace(HELD, agenda=(), essays=())
    library.save(now, HELD)
    for one in library.trash():
        library.put_back(one)
    assert {essay.title for essay in library.load(HELD.id).essays} == {"甲", "乙", "丙"}
    assert {essay.item for essay in library.load(HELD.id).essays} == {""}


def test_an_essay_of_a_deleted_meeting_says_so(library):
    library.save(without(HELD, 0), HELD)
    library.delete(HELD.id)
    meeting, essay = sorted(library.trash(), key=lambda one: one.kind is TrashKind.ESSAY)
    with pytest.raises(RequestError, match="请先恢复那次会议"):
        library.put_back(essay)
    library.put_back(meeting)
    library.put_back(essay)
    assert library.load(HELD.id) == HELD


def test_a_deleted_person_comes_back_to_the_rank_they_had(library):
    library.save_people(PEOPLE[:1], PEOPLE)
    assert {(one.kind, one.name, one.meeting) for one in library.trash()} == {
        (TrashKind.PERSON, "苏棠", ""),
        (TrashKind.PERSON, "贺兰", ""),
    }
    for one in sorted(library.trash(), key=lambda one: one.position):
        library.put_back(one)
    assert library.people() == PEOPLE
    assert library.trash() == []


def test_what_never_held_a_word_is_no_trash(library):
    blank = replace(HELD, essays=(*ESSAYS, Essay()))
    library.save(blank, HELD)
    library.save(HELD, blank)
    library.save_people((*PEOPLE, Person()), PEOPLE)
    library.save_people(PEOPLE)
    assert library.trash() == []


def test_purging_deletes_for_good_and_nothing_else(library):
    library.save(without(HELD, 1), HELD)
    library.save_people(PEOPLE[1:], PEOPLE)
    library.delete(HELD.id)
    for one in library.trash():
        if one.kind is TrashKind.PERSON:
            library.purge(one)
    assert {one.kind for one in library.trash()} == {TrashKind.MEETING, TrashKind.ESSAY}
    (meeting,) = [one for one in library.trash() if one.kind is TrashKind.MEETING]
    library.purge(meeting)
    assert library.trash() == []
    assert library.people() == PEOPLE[1:]
    with pytest.raises(RequestError):
        library.load(HELD.id)


def test_a_meeting_that_is_not_in_the_trash_is_not_purged(library):
    library.delete(HELD.id)
    (one,) = library.trash()
    library.restore(HELD.id)
    library.purge(one)
    assert library.load(HELD.id) == HELD
