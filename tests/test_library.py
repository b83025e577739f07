"""The library as its users meet it: what was saved is there again; damaged or foreign files are told of in words."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import fields, replace
from datetime import date, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from values import MEETING, PERSON, SERIES

from copu_desk import records
from copu_desk.document import text
from copu_desk.errors import LibraryError, ReadError, RequestError
from copu_desk.library import Library, verify
from copu_desk.library.schema import NEWEST
from copu_desk.model import (
    Action,
    AgendaItem,
    Attendee,
    Connection,
    Decision,
    Essay,
    Meeting,
    Membership,
    Original,
    Person,
    Presence,
    Series,
    Status,
    Votes,
    put,
)

RELAXED = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
MEETING_OF_ALL = Meeting(
    held_on=date(2025, 9, 2),
    start=time(9, 30),
    title="纪要",
    attendees=(Attendee(name="韩知远", presence=Presence.ONSITE), Attendee(name="苏棠"), Attendee(name="贺兰")),
    agenda=(
        AgendaItem(
            title="一", discussion=(text("讨论"),), decisions=(Decision("同意", Votes(5, 0, 1)), Decision("再议"))
        ),
        AgendaItem(title="二"),
    ),
    actions=(Action(what="起草", due=date(2025, 9, 30)),),
    essays=(Essay(title="附文", body=(text("正文"),)),),
)


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library.copu") as opened:
        yield opened


@pytest.fixture
def statements(library):
    """The statements that changed something."""
    seen = []

    def note(words):
        changing = words.split()[0].upper() in ("INSERT", "UPDATE", "DELETE", "REPLACE")
        if changing and words not in seen[-1:]:  # told again for the trigger that it sets off
            seen.append(words)

    library._db.conn.set_trace_callback(note)
    return seen


@RELAXED
@given(meeting=MEETING)
def test_any_meeting_survives_saving_and_loading(library, meeting):
    library.save(meeting)
    assert library.load(meeting.id) == meeting


@RELAXED
@given(before=MEETING, after=MEETING)
def test_saving_the_difference_equals_saving_the_whole(library, before, after):
    after = replace(after, id=before.id)
    library.save(before)
    library.save(after, before)
    assert library.load(before.id) == after


@RELAXED
@given(people=st.lists(PERSON, max_size=4, unique_by=lambda one: one.id).map(tuple), series=SERIES, data=st.data())
def test_any_roster_and_series_survive(library, people, series, data):
    library.save_people(people)
    library.save_series((series,))
    assert library.people() == people
    assert library.series() == (series,)
    mixed = tuple(data.draw(st.permutations(people)))[: data.draw(st.integers(0, 4))]
    library.save_people(mixed, people)
    assert library.people() == mixed


@RELAXED
@given(record=st.one_of(MEETING, PERSON, SERIES))
def test_any_record_survives_as_json(record):
    assert records.load(type(record), records.dump(record)) == record


def test_a_long_essay_survives(library):
    body = tuple(text("会议纪要𠮷" * 200) for _ in range(100))
    meeting = replace(MEETING_OF_ALL, essays=(Essay(body=body),))
    library.save(meeting)
    assert library.load(meeting.id) == meeting
    assert sum(len(block.spans[0].text) for block in body) == 100_000


def test_what_cannot_be_stored_is_left_out_and_the_rest_is_kept(library):
    meeting = Meeting(held_on=date(2025, 1, 1), title="a\ud800b\x00c", closing=(text("d\udfffe"),))
    library.save(meeting)
    kept = library.load(meeting.id)
    assert (kept.title, kept.closing) == ("abc", (text("de"),))


def test_what_is_saved_is_written_through_to_the_disk(library):
    assert library._db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert library._db.execute("PRAGMA synchronous").fetchone() == (2,)  # FULL: NORMAL would lose it in a power cut


def test_one_mark_writes_one_row(library, statements):
    library.save(MEETING_OF_ALL)
    statements.clear()
    marked = put(MEETING_OF_ALL, ("attendees", MEETING_OF_ALL.attendees[1].id, "presence"), Presence.ONLINE)
    library.save(marked, MEETING_OF_ALL)
    (statement,) = statements
    assert statement.startswith('INSERT INTO "attendees"')
    assert "online" in statement


def test_nothing_new_writes_nothing(library, statements):
    library.save(MEETING_OF_ALL)
    statements.clear()
    library.save(MEETING_OF_ALL, MEETING_OF_ALL)
    library.save(
        replace(MEETING_OF_ALL, attendees=(*MEETING_OF_ALL.attendees[:1], *MEETING_OF_ALL.attendees[1:])),
        MEETING_OF_ALL,
    )
    assert statements == []


@pytest.mark.parametrize(
    ("change", "table"),
    [
        (lambda m: replace(m, venue="三楼"), "meetings"),
        (lambda m: put(m, ("agenda", m.agenda[0].id, "title"), "新"), "agenda"),
        (
            lambda m: put(m, ("agenda", m.agenda[0].id, "decisions", m.agenda[0].decisions[1].id, "text"), "新"),
            "decisions",
        ),
        (lambda m: put(m, ("actions", m.actions[0].id, "owner"), "苏棠"), "actions"),
        (lambda m: put(m, ("essays", m.essays[0].id, "body"), (text("新"),)), "essays"),
        (lambda m: replace(m, attendees=m.attendees[:-1]), "attendees"),
    ],
)
def test_a_change_writes_only_its_own_table(library, statements, change, table):
    library.save(MEETING_OF_ALL)
    statements.clear()
    changed = change(MEETING_OF_ALL)
    library.save(changed, MEETING_OF_ALL)
    assert len(statements) == 1
    assert f'"{table}"' in statements[0] or f" {table} " in statements[0] or f"[{table}]" in statements[0]
    assert library.load(changed.id) == changed


def test_a_copied_record_does_not_steal_the_row_of_another_meeting(library):
    other = replace(MEETING_OF_ALL, id="f" * 32, attendees=(replace(MEETING_OF_ALL.attendees[0], name="改名"),))
    library.save(MEETING_OF_ALL)
    library.save(other)
    assert library.load(MEETING_OF_ALL.id) == MEETING_OF_ALL
    assert library.load(other.id) == other


def test_what_another_program_removed_already_can_be_removed(library):
    library.save(MEETING_OF_ALL)
    less = replace(MEETING_OF_ALL, actions=MEETING_OF_ALL.actions[1:])
    with Library(library.path) as other:
        other.save(less, MEETING_OF_ALL)
    library.save(replace(less, venue="别处"), MEETING_OF_ALL)
    assert library.load(MEETING_OF_ALL.id) == replace(less, venue="别处")


def test_records_that_two_pages_of_a_window_add_at_once_get_places_of_their_own(library, tmp_path):
    first = Decision("同意")
    before = Meeting(held_on=date(2025, 9, 2), agenda=(AgendaItem(title="一", decisions=(first,)),))
    library.save(before)
    one = replace(
        before,
        actions=(Action(what="甲"),),
        agenda=(replace(before.agenda[0], decisions=(first, Decision("再议"))),),
    )
    other = replace(
        before,
        actions=(Action(what="乙"),),
        agenda=(replace(before.agenda[0], decisions=(first, Decision("缓议"))),),
    )
    library.save(one, before)
    library.save(other, before)  # it was begun before the first was saved
    both = library.load(before.id)
    assert {it.what for it in both.actions} == {"甲", "乙"}
    assert {it.text for it in both.agenda[0].decisions} == {"同意", "再议", "缓议"}
    people = (Person(name="贺兰"),)
    library.save_people(people)
    library.save_people((*people, Person(name="韩知远")), people)
    library.save_people((*people, Person(name="苏棠")), people)
    with closing(sqlite3.connect(tmp_path / "library.copu")) as db:
        for table, count in (("actions", 2), ("decisions", 3), ("people", 3)):
            found = db.execute(f"SELECT position FROM {table} ORDER BY position").fetchall()  # noqa: S608
            assert found == [(place,) for place in range(count)]
    assert verify(library.path) == []


def test_a_person_whom_another_program_removed_already_can_be_removed(library):
    people = (Person(name="苏棠"), Person(name="韩知远"))
    library.save_people(people)
    with Library(library.path) as other:
        other.save_people(people[1:], people)
    library.save_people(people[1:], people)
    assert library.people() == people[1:]


def test_a_deleted_meeting_can_come_back(library):
    library.save(MEETING_OF_ALL)
    library.delete(MEETING_OF_ALL.id)
    assert library.entries() == []
    assert library.search("起草") == []
    assert [entry.id for entry in library.entries(deleted=True)] == [MEETING_OF_ALL.id]
    library.restore(MEETING_OF_ALL.id)
    assert [entry.id for entry in library.entries()] == [MEETING_OF_ALL.id]
    assert library.load(MEETING_OF_ALL.id) == MEETING_OF_ALL


def test_entries_come_newest_first_by_period_and_series(library):
    series = Series(name="例会")
    library.save_series((series,))
    days = [date(2025, 1, 7), date(2025, 3, 4), date(2024, 12, 24)]
    for number, day in enumerate(days):
        library.save(Meeting(held_on=day, series=series.id if number else "", title=str(number)))
    library.save(Meeting(held_on=days[1], series=series.id, start=time(14), title="afternoon"))
    assert [entry.title for entry in library.entries()] == ["afternoon", "1", "0", "2"]
    assert [entry.title for entry in library.entries(since=date(2025, 1, 7), until=date(2025, 1, 7))] == ["0"]
    assert [entry.series_name for entry in library.entries(series=series.id)] == ["例会"] * 3


def test_a_meeting_is_found_by_day_id_or_title(library):
    library.save(MEETING_OF_ALL)
    library.save(Meeting(held_on=date(2025, 9, 16), title="另一次纪要"))
    for ref in ("2025-09-02", "2025.09.02", "20250902", "2025年9月2日", MEETING_OF_ALL.id, MEETING_OF_ALL.id[:8]):
        assert library.find(ref).id == MEETING_OF_ALL.id
    assert library.find("另一次").held_on == date(2025, 9, 16)
    with pytest.raises(RequestError, match="不止一次：2025-09-16 另一次纪要"):
        library.find("纪要")
    for ref in ("2020-01-01", "没有", "", "%"):
        with pytest.raises(RequestError, match="没有找到"):
            library.find(ref)
    with pytest.raises(RequestError):
        library.load("0" * 32)


def test_pictures_are_kept_once_and_settings_last(library):
    name = library.add_image(b"picture")
    assert library.add_image(b"picture") == name
    assert library.image(name) == b"picture"
    with pytest.raises(RequestError, match="图片"):
        library.image("00")
    library.set_setting("last", "a")
    library.set_setting("last", "b")
    assert (library.setting("last"), library.setting("none", "x")) == ("b", "x")


def test_every_field_of_the_model_has_its_column(library):
    def columns(table):
        return {row[1] for row in library._db.execute(f"PRAGMA table_info({table})")}

    own_tables = {"attendees", "agenda", "actions", "essays", "decisions", "connections", "originals"}
    for table, kind in {
        "meetings": Meeting, "attendees": Attendee, "agenda": AgendaItem, "decisions": Decision, "actions": Action,
        "essays": Essay, "people": Person, "series": Series, "connections": Connection,
        "originals": Original,
    }.items():  # fmt: skip
        assert {member.name for member in fields(kind)} - own_tables <= columns(table)


def test_everything_is_there_after_closing_and_the_file_is_private(tmp_path):
    path = tmp_path / "deep" / "library.copu"
    person = Person(name="苏棠", memberships=(Membership("s", date(2025, 1, 1)),))
    with Library(path) as library:
        library.save(MEETING_OF_ALL)
        library.save_people((person,))
    with Library(path) as library:
        assert library.load(MEETING_OF_ALL.id) == MEETING_OF_ALL
        assert library.people() == (person,)
    if os.name == "posix":
        assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "data", [b"not a library", b"\0" * 4096, b"SQLite format 3\0" + b"\xff" * 5000], ids=["text", "zeros", "torn"]
)
def test_a_file_that_is_no_library_is_refused_and_left_alone(tmp_path, data):
    path = tmp_path / "a.copu"
    path.write_bytes(data)
    with pytest.raises(LibraryError, match=r"[\u4e00-\u9fff]"):
        Library(path)
    assert path.read_bytes() == data


def test_a_library_cut_short_is_refused(tmp_path):
    path = tmp_path / "a.copu"
    with Library(path) as library:
        library.save(MEETING_OF_ALL)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(LibraryError, match="损坏"):
        Library(path)


def test_another_programs_database_and_a_newer_library_are_refused(tmp_path):
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE songs (name)")
    connection.close()
    with pytest.raises(LibraryError, match="不是 COPU Desk 的资料库"):
        Library(other)
    newer = tmp_path / "newer.copu"
    Library(newer).close()
    connection = sqlite3.connect(newer)
    connection.execute(f"PRAGMA user_version = {NEWEST + 1}")
    connection.close()
    with pytest.raises(LibraryError, match="更新版本"):
        Library(newer)


def test_an_empty_file_becomes_a_library_and_a_folder_does_not(tmp_path):
    (tmp_path / "empty.copu").touch()
    Library(tmp_path / "empty.copu").close()
    with pytest.raises(LibraryError, match="文件夹"):
        Library(tmp_path)
    with pytest.raises(LibraryError, match="打不开"):
        Library(tmp_path / "empty.copu" / "inside.copu")


def test_a_file_that_another_program_holds_is_told_of_and_keeps_what_it_had(library, tmp_path):
    library.save(MEETING_OF_ALL)
    library._db.conn.execute("PRAGMA busy_timeout = 50")
    other = sqlite3.connect(tmp_path / "library.copu", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    changed = replace(MEETING_OF_ALL, venue="三楼")
    with pytest.raises(LibraryError, match="正被另一个程序使用"):
        library.save(changed, MEETING_OF_ALL)
    assert library.load(MEETING_OF_ALL.id) == MEETING_OF_ALL
    other.execute("ROLLBACK")
    other.close()
    library.save(changed, MEETING_OF_ALL)
    assert library.load(MEETING_OF_ALL.id) == changed


def test_a_full_disk_is_told_of_and_saving_goes_on_when_there_is_room(library):
    library.save(MEETING_OF_ALL)
    pages = library._db.execute("PRAGMA page_count").fetchone()[0]
    library._db.execute(f"PRAGMA max_page_count = {pages}")
    long = replace(MEETING_OF_ALL, remarks="字" * 100_000)
    with pytest.raises(LibraryError, match="满了"):
        library.save(long, MEETING_OF_ALL)
    assert library.load(MEETING_OF_ALL.id) == MEETING_OF_ALL
    library._db.execute("PRAGMA max_page_count = 100000")
    library.save(long, MEETING_OF_ALL)
    assert library.load(MEETING_OF_ALL.id) == long


def test_a_backup_is_a_whole_library(library, tmp_path):
    library.save(MEETING_OF_ALL)
    copy = tmp_path / "copy.copu"
    copy.write_bytes(b"an older backup")
    library.backup(copy)
    with Library(copy) as opened:
        assert opened.load(MEETING_OF_ALL.id) == MEETING_OF_ALL
    with pytest.raises(LibraryError, match="备份写不到"):
        library.backup(tmp_path / "missing" / "copy.copu")


WRITER = """
import sys
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from copu_desk.library import Library, verify
from copu_desk.model import Meeting
library = Library(Path(sys.argv[1]))
meeting = Meeting(held_on=date(2025, 1, 1), id="a" * 32)
library.save(meeting)
for number in range(1, 10**9):
    after = replace(meeting, remarks=f"{number} " + "字" * (number * 37 % 5000))
    library.save(after, meeting)
    meeting = after
    print(number, flush=True)
"""


def test_killing_the_program_loses_nothing_that_was_saved(tmp_path):
    path = tmp_path / "library.copu"
    for _ in range(5):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True)
        acknowledged = [writer.stdout.readline() for _ in range(25)]
        writer.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
        acknowledged += writer.stdout.readlines()
        writer.stdout.close()
        writer.wait()
        last = int([line for line in acknowledged if line.endswith("\n")][-1])
        with Library(path) as library:
            kept = int(library.load("a" * 32).remarks.split()[0])
        assert kept >= last


@pytest.mark.parametrize("values", [{}, {"held_on": "x"}, {"held_on": "2025-01-01", "unknown": 1}, {"held_on": 5}, []])
def test_json_that_is_no_record_is_refused(values):
    with pytest.raises(ReadError, match="数据"):
        records.load(Meeting, values)


@pytest.mark.parametrize("status", Status)
def test_the_open_actions_of_many_meetings_are_asked_for_once(library, status):
    def steps_of(count):
        for number in range(count):
            action = Action(what=f"第{number}件", origin=f"o{number}")
            library.save(Meeting(held_on=date(2000, 1, 1) + timedelta(number), status=status, actions=(action,)))
        steps = []
        library._db.conn.set_progress_handler(lambda: steps.append(1), 100)
        assert len(library.open_actions(date.max)) == len(library.given_actions()) == count + before
        library._db.conn.set_progress_handler(None, 0)
        return len(steps)

    before = 0
    few = steps_of(100)
    before = 100
    assert steps_of(300) < 6 * few  # four times as many actions


def test_a_meeting_that_is_damaged_is_told_of(library):
    meeting = Meeting(date(2025, 9, 2), essays=(Essay(body=(text("正文"),)),))
    library.save(meeting)
    library._db.execute("UPDATE essays SET body = '[{'")
    library._db.conn.commit()
    with pytest.raises(LibraryError, match="损坏"):
        library.load(meeting.id)


def test_after_the_file_was_put_back_a_meeting_is_written_whole_once_and_then_what_changed(tmp_path):
    path, kept = tmp_path / "library.copu", tmp_path / "kept.copu"
    library = Library(path)
    first = Meeting(date(2025, 9, 2), attendees=(Attendee(name="苏棠"),), essays=(Essay(title="甲"),))
    other = Meeting(date(2025, 9, 9), essays=(Essay(title="乙"),))
    for meeting in (first, other):
        library.save(replace(meeting, essays=(), attendees=()))
    library.backup(kept)
    for meeting in (first, other):
        library.save(meeting, replace(meeting, essays=(), attendees=()))
    kept.replace(path)  # an older copy from another disk
    library.save(now := replace(first, venue="三楼"), first)
    assert library.load(first.id) == now
    seen = []
    library._db.conn.set_trace_callback(seen.append)
    library.save(later := replace(now, venue="四楼"), now)
    assert not [words for words in seen if "essays" in words or "attendees" in words]
    library._db.conn.set_trace_callback(None)
    library.save(changed := replace(other, venue="五楼"), other)
    assert (library.load(first.id), library.load(other.id)) == (later, changed)
    library.close()
