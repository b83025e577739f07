"""What is typed into a long body is kept key by key, costs little, and is never lost, whatever happens in between."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copu_desk import desk
from copu_desk.document import Body, plain_body, text
from copu_desk.errors import LibraryError
from copu_desk.library import Library, backups, edits, verify
from copu_desk.model import AgendaItem, Essay, Meeting, put

LONG = tuple(text(f"第{number}段") for number in range(edits.FEWEST_BLOCKS + 8))
START = Meeting(
    date(2025, 3, 4), essays=(Essay(title="长文", body=LONG), Essay(title="另一篇", body=LONG)),
    agenda=(AgendaItem(title="议题", discussion=LONG),), preamble=LONG,
)  # fmt: skip
PLACES = (
    ("essays", START.essays[0].id, "body"),
    ("essays", START.essays[1].id, "body"),
    ("agenda", START.agenda[0].id, "discussion"),
    ("preamble",),
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.copu"


@pytest.fixture
def library(path):
    with Library(path) as opened:
        opened.save(START)
        yield opened


def typed(meeting: Meeting, words: str, at: int = 5, place: tuple[str, ...] = PLACES[0]) -> Meeting:
    body = body_at(meeting, place)
    return put(meeting, place, (*body[:at], text(words), *body[at + 1 :]))


def body_at(meeting: Meeting, place: tuple[str, ...]) -> Body:
    if len(place) == 1:
        return getattr(meeting, place[0])
    part, identity, field = place
    return next(getattr(one, field) for one in getattr(meeting, part) if one.id == identity)


def kept(path) -> int:
    connection = sqlite3.connect(path)
    try:
        return connection.execute("SELECT count(*) FROM edits").fetchone()[0]
    finally:
        connection.close()


def type_on(library: Library, meeting: Meeting, *words: str, place=PLACES[0]) -> Meeting:
    for one in words:
        after = typed(meeting, one, place=place)
        library.save(after, meeting)
        meeting = after
    return meeting


def test_keys_in_a_long_essay_are_small_rows_and_all_there_after_a_kill(library, path):
    last = type_on(library, START, "开", "开源", "开源治", "开源治理")
    assert kept(path) == 3  # the first key wrote the body itself
    with Library(path, read_only=True, why="") as other:  # as after a kill: nothing was folded
        assert other.load(START.id) == last
    assert verify(path) == []


@pytest.mark.parametrize("place", PLACES)
def test_every_long_body_takes_edits(library, path, place):
    last = type_on(library, START, "甲", "甲乙", "甲乙丙", place=place)
    assert kept(path) == 2
    assert library.load(START.id) == last


def test_writing_anything_else_folds_them(library, path):
    last = type_on(library, START, "甲", "甲乙", "甲乙丙")
    after = replace(last, venue="会议室")
    library.save(after, last)
    assert kept(path) == 0
    stored = sqlite3.connect(path).execute("SELECT body_plain FROM essays WHERE id = ?", [START.essays[0].id])
    assert "甲乙丙" in stored.fetchone()[0]
    assert library.load(START.id) == after


def test_the_search_finds_the_newest_key(library, path):
    type_on(library, START, "麒", "麒麟", "麒麟座")
    assert [hit.meeting.id for hit in library.search("麒麟座")] == [START.id]
    library.index(10)
    assert kept(path) == 0
    assert library.search("麒麟座")


def test_a_backup_while_typing_holds_the_newest_key(library, tmp_path):
    last = type_on(library, START, "甲", "甲乙")
    library.backup(tmp_path / "copy.copu")
    with Library(tmp_path / "copy.copu") as copy:
        assert copy.load(START.id) == last


def test_going_back_to_a_backup_while_typing_leaves_no_edit_behind(library, path, tmp_path):
    library.backup(tmp_path / "copy.copu")
    last = type_on(library, START, "甲", "甲乙")
    library.restore_backup(tmp_path / "copy.copu")
    assert library.load(START.id) == START
    library.save(replace(last, remarks="又写"), last)
    assert verify(path) == []


def test_another_program_that_writes_between_two_keys_gets_no_edit_of_an_older_body(library, path):
    last = type_on(library, START, "甲", "甲乙")
    with Library(path) as command:
        theirs = typed(command.load(START.id), "命令写的", at=20)
        shorter = put(theirs, PLACES[0], body_at(theirs, PLACES[0])[:25])
        command.save(shorter, last)
    after = typed(last, "甲乙丙")
    library.save(after, last)
    assert library.load(START.id) == after
    assert any("命令写的" in plain_body(library.version(one.id).essays[0].body) for one in library.versions(START.id))
    assert verify(path) == []


def test_a_deleted_essay_lies_in_the_trash_with_its_newest_key(library):
    last = type_on(library, START, "甲", "甲乙", "最后一句")
    library.save(replace(last, essays=last.essays[1:]), last)
    (trashed,) = library.trash()
    assert library.trashed(trashed) == last.essays[0]


def test_after_many_keys_the_body_is_written_whole(library, path, monkeypatch):
    monkeypatch.setattr(edits, "MOST", 5)
    last = type_on(library, START, *(f"第{number}次" for number in range(20)))
    assert kept(path) <= 5
    assert library.load(START.id) == last


def test_a_short_body_is_written_whole(path):
    short = replace(START, essays=(Essay(body=LONG[:3]),))
    with Library(path) as library:
        library.save(short)
        place = ("essays", short.essays[0].id, "body")
        after = put(short, place, (text("甲"), *LONG[1:3]))
        library.save(after, short)
        again = put(after, place, (text("甲乙"), *LONG[1:3]))
        library.save(again, after)
        assert kept(path) == 0
        assert library.load(short.id) == again


def test_what_could_not_be_saved_is_not_built_upon(library, path):
    last = type_on(library, START, "甲", "甲乙")
    lost = typed(last, "满了")
    blocker = sqlite3.connect(path, isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    library._db.conn.execute("PRAGMA busy_timeout = 1")
    with pytest.raises(LibraryError):
        library.save(lost, last)
    blocker.execute("ROLLBACK")
    after = typed(lost, "满了又空了")
    library.save(after, last)
    assert library.load(START.id) == after


def test_closing_leaves_no_edits(path):
    with Library(path) as library:
        library.save(START)
        last = type_on(library, START, "甲", "甲乙")
    assert kept(path) == 0
    with Library(path) as library:
        assert library.load(START.id) == last


def test_a_state_before_that_is_not_what_the_library_holds_gets_no_edit(library, path):
    body = body_at(START, PLACES[0])
    last = put(START, PLACES[0], (text("前面"), text("插入"), *body))
    library.save(last, START)
    stale = typed(START, "按原来的改")
    library.save(stale, START)
    assert library.load(START.id) == stale
    assert verify(path) == []


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("type"), st.sampled_from(PLACES), st.integers(0, 20), st.integers(0, 3), st.integers(0, 3)),
        st.tuples(st.sampled_from(["undo", "search", "index", "command", "venue", "drop", "reload"])),
    ),
    max_size=30,
)


def step(library: Library, history: list[Meeting], number: int, what: str, *rest) -> tuple[Meeting, Meeting]:
    """Return the state before a step and after it."""
    now = history[-1]
    if what == "type":
        place, at, gone, new = rest
        if len(place) == 1 or any(one.id == place[1] for one in getattr(now, place[0])):
            body = body_at(now, place)
            blocks = tuple(text(f"新{number}.{one}") for one in range(new))
            return now, put(now, place, (*body[:at], *blocks, *body[at + gone :]))
    elif what == "undo" and len(history) > 1:
        history.pop()
        return now, history.pop()
    elif what == "command":
        after = replace(now, remarks=f"备注{number}")
        with Library(library.path) as command:
            command.save(after, now)
        return now, after
    return now, now


def other_step(library: Library, now: Meeting, number: int, what: str) -> tuple[Meeting, Meeting]:
    if what == "search":
        library.search("新")
    elif what == "index":
        library.index(3)
    elif what == "reload":
        now = library.load(START.id)
    elif what == "venue":
        return now, replace(now, venue=f"会议室{number}")
    elif what == "drop":
        return now, replace(now, essays=now.essays[:1])
    return now, now


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_is_done_in_between_the_library_holds_what_was_saved_last(tmp_path_factory, steps):
    path = tmp_path_factory.mktemp("edits") / "library.copu"
    with Library(path) as library:
        library.save(START)
        history = [START]
        for number, (what, *rest) in enumerate(steps):
            before, after = step(library, history, number, what, *rest)
            if after is before:
                before, after = other_step(library, before, number, what)
            library.save(after, before)
            history.append(after)
            assert library.load(START.id) == after
        assert verify(path) == []


def test_no_backup_holds_a_half_written_body_and_the_library_stays_as_it_is(library, path, tmp_path):
    last = type_on(library, START, "甲", "甲乙")
    (tmp_path / "first").mkdir()
    made = [
        desk.back_up(path, tmp_path / "first"),
        library.back_up(tmp_path / "second"),
        backups.make(library._db.conn, path, tmp_path / "third", why=backups.RESTORE),
    ]
    assert [kept(one) for one in made] == [0, 0, 0]
    for one in made:
        assert verify(one) == []
        with Library(one, read_only=True) as copy:
            assert copy.load(START.id) == last
    assert library.load(START.id) == last
    assert type_on(library, last, "甲乙丙") == library.load(START.id)


def test_an_edit_that_fits_no_body_does_not_keep_a_backup_from_being_made(library, path, tmp_path):
    type_on(library, START, "甲", "甲乙")
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("UPDATE edits SET length = length + 1")
    connection.close()
    made = desk.back_up(path, tmp_path)
    assert kept(made) == 1  # what was typed is still there, to be read by whoever can
    other = Meeting(date(2025, 3, 5), essays=(Essay(title="另一次会议的长文", body=LONG),))
    library.save(other)
    last = type_on(library, other, "丙", "丙丁", place=("essays", other.essays[0].id, "body"))
    library.index(10)
    assert library.search("丙丁")  # and it keeps nothing else from being saved, found and opened
    assert library.load(other.id) == last
    assert kept(path) == 1
    with pytest.raises(LibraryError, match="损坏"):
        library.load(START.id)
    assert [words for words in verify(path) if "读不出来" in words]


def test_a_meeting_is_told_as_different_only_if_it_reads_differently(library, path, tmp_path):
    last = type_on(library, START, "甲", "甲乙")
    typing = tmp_path / "typing.copu"  # a backup of an earlier program, which copied edits as they are
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(typing)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode = delete")
    assert kept(typing) == 1
    with Library(path, read_only=True) as reading:
        assert reading.differences(desk.back_up(path, tmp_path)).nothing  # the one typed on, the other whole
        assert reading.differences(typing).nothing
    library.save(replace(last, remarks="又写"), last)
    assert library.differences(typing).meetings_changed
    library.save(last, replace(last, remarks="又写"))
    assert library.differences(typing).nothing  # the one whole, the other typed on
    before = desk.back_up(path, tmp_path / "before")
    type_on(library, last, "甲乙丙")
    with Library(path, read_only=True) as reading:
        assert [line.id for line in reading.differences(before).meetings_changed] == [START.id]
