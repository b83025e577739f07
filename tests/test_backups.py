"""Backups: whole, checked, thinned; and back from them, whatever became of the library."""

import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copu_desk import desk
from copu_desk.document import text
from copu_desk.errors import DamagedError, HeldError, LibraryError, RequestError
from copu_desk.library import Backup, Library, VersionKind, backups, verify
from copu_desk.model import AgendaItem, Attendee, Decision, Essay, Meeting, Person, Series

SERIES = Series(name="远帆例会")
HELD = Meeting(
    held_on=date(2025, 9, 2),
    series=SERIES.id,
    agenda=(AgendaItem(title="一", discussion=(text("讨论"),), decisions=(Decision("同意"),)),),
    attendees=(Attendee(name="苏棠"),),
    essays=(Essay(title="附文", body=(text("正文"),)),),
)
LATER = replace(HELD, venue="四楼")
PEOPLE = (Person(name="韩知远"), Person(name="苏棠"))


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "library.copu"
    with Library(made) as library:
        library.save_series((SERIES,))
        library.save_people(PEOPLE)
        library.save(HELD)
        library.index(10)
    return made


def command(path, *arguments):
    made = subprocess.run(
        [sys.executable, "-m", "copu_desk", "--library", str(path), *map(str, arguments)],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert "Traceback" not in made.stderr
    return made


def test_a_backup_is_a_whole_library_in_one_private_file(path, tmp_path):
    with Library(path) as library:
        library.save(LATER, HELD)  # still in the log
        made = library.back_up()
    assert made.parent == tmp_path / "library-backups"
    assert [one.name for one in made.parent.iterdir()] == [made.name]
    assert verify(made) == []
    with Library(made, read_only=True) as copy:
        assert copy.load(HELD.id) == LATER
    if os.name == "posix":
        assert made.stat().st_mode & 0o077 == 0
        assert made.parent.stat().st_mode & 0o077 == 0


def test_a_backup_that_cannot_be_made_leaves_the_ones_there(path, tmp_path):
    with Library(path) as library:
        kept = library.back_up()
        (tmp_path / "file").touch()
        with pytest.raises(LibraryError, match=r"备份写不到.*原有的备份都在"):
            library.back_up(tmp_path / "file")
        for name in ("other.txt", "library-20250101-000000.txt", "else-20250101-000000.copu"):
            (kept.parent / name).touch()
        assert [one.path for one in library.backups()] == [kept]


def test_a_copy_that_does_not_hold_all_the_rows_is_thrown_away(path, monkeypatch):
    with Library(path) as library:
        counts = backups.row_counts
        monkeypatch.setattr(backups, "row_counts", lambda db: counts(db) | ({} if db is library._db.conn else {"x": 1}))
        with pytest.raises(LibraryError, match="没有通过检查"):
            library.back_up()
        assert list(backups.folder_of(path).iterdir()) == []


@given(st.lists(st.integers(0, 900 * 24), max_size=80, unique=True))
def test_thinning_keeps_seven_days_four_weeks_twelve_months(hours):
    now = datetime(2026, 3, 31, 18, tzinfo=UTC)
    found = [Backup(None, now - timedelta(hours=age), "", age) for age in sorted(hours)]
    gone = backups.outgrown(found)
    left = [one for one in found if one not in gone]
    days = sorted({one.moment.date() for one in found}, reverse=True)
    months = sorted({(one.moment.year, one.moment.month) for one in found}, reverse=True)
    assert left[:1] == found[:1]
    assert len(left) <= 7 + 4 + 12
    assert {one.moment.date() for one in left} >= set(days[:7])
    assert {(one.moment.year, one.moment.month) for one in left} >= set(months[:12])
    assert backups.outgrown(left) == []


def test_old_backups_make_room_as_new_ones_come(path):
    start = datetime(2026, 1, 1, 9).astimezone()
    with Library(path) as library:
        for day in range(60):
            for hour in (0, 5):
                library.back_up(moment=start + timedelta(days=day, hours=hour))
        left = library.backups()
    assert 10 <= len(left) <= 13  # 7 days, 4 weeks and 2 or 3 months, some of them the same
    assert [one.moment.hour for one in left[:7]] == [14] * 7


def test_backups_that_are_made_at_the_same_moment_do_not_get_into_each_others_way(path):
    moment = datetime(2026, 1, 1, 9).astimezone()
    with ThreadPoolExecutor(4) as pool, closing(sqlite3.connect(path)) as source:
        copies = [pool.submit(backups.of_file, path, why=backups.BY_HAND) for _ in range(4)]
        made = {one.result() for one in copies}
        first = backups.make(source, path, moment=moment)
        backups._part(first.with_name(first.name.replace("090000", "090001"))).touch()  # another one is being made
        second = backups.make(source, path, moment=moment)
    assert len(made) == 4
    assert second.name == "library-20260101-090002.copu"
    assert [verify(one) for one in (*made, first, second)] == [[]] * 6


def test_what_a_program_that_ended_left_of_a_backup_goes_after_a_day(path):
    with Library(path) as library:
        made = library.back_up()
        old, new, foreign = (made.with_name(f"{name}.copu.part") for name in ("library-1", "library-2", "else-1"))
        for one in (old, new, foreign):
            one.touch()
        for one in (old, foreign):
            os.utime(one, (0, 0))
        library.back_up(moment=datetime.now().astimezone() + timedelta(minutes=1))
    assert sorted(one.name for one in made.parent.glob("*.part")) == [foreign.name, new.name]


def test_the_oldest_backup_of_before_a_restore_can_be_restored(path):
    start = datetime(2026, 1, 1, 9).astimezone()
    with closing(sqlite3.connect(path)) as source:
        kept = [
            backups.make(source, path, why=backups.RESTORE, moment=start + timedelta(days=day))
            for day in range(backups.SPECIAL)
        ]
    with Library(path, hold=True) as library:
        library.save(LATER, HELD)
        mark = library.mark
        before = desk.before_restoring(path, kept[0])  # for which the oldest would have to make room
        assert library.restore_backup(kept[0], before, mark) == before
        assert library.load(HELD.id) == HELD


def test_a_backup_that_was_just_made_stays_though_the_clock_was_set_back(path):
    later = datetime.now().astimezone() + timedelta(days=400)
    with closing(sqlite3.connect(path)) as source:
        for why in (backups.DAILY, backups.RESTORE, backups.BY_HAND):
            for day in range(40 if why == backups.DAILY else backups.SPECIAL):
                backups.make(source, path, why=why, moment=later + timedelta(days=day * 20))
    with Library(path, hold=True) as library:
        made = [library.back_up(), desk.back_up(path, by_hand=True)]
        made.append(desk.before_restoring(path, made[1]))
    assert [verify(one) for one in made] == [[], [], []]


def test_a_backup_in_which_another_programs_triggers_act_is_not_restored(path):
    with Library(path, hold=True) as library:
        made = library.back_up()
        with closing(sqlite3.connect(made)) as other:
            other.execute("CREATE TRIGGER t AFTER INSERT ON meetings BEGIN DELETE FROM people; END")
        with pytest.raises(DamagedError, match="结构被别的程序改过"):
            library.restore_backup(made)
        assert library.people() == PEOPLE


def test_what_was_saved_after_the_backup_of_before_a_restore_is_in_another_one(path):
    with Library(path, hold=True) as library:
        made = library.back_up()
        mark = library.mark
        before = desk.before_restoring(path, made)
        library.save(LATER, HELD)
        kept = library.restore_backup(made, before, mark)
        assert library.load(HELD.id) == HELD
    assert kept != before
    with Library(kept, read_only=True) as copy:
        assert copy.load(HELD.id) == LATER


def test_a_backup_of_before_another_restore_is_not_taken_for_one_of_before_this(path):
    with Library(path, hold=True) as library:
        made = library.back_up()
        library.save(LATER, HELD)
        mark, before = library.mark, desk.before_restoring(path, made)
        library.restore_backup(made, before, mark)
        again = library.restore_backup(before, before, mark)
    with Library(again, read_only=True) as copy:
        assert copy.load(HELD.id) == HELD


def test_what_was_before_restoring_outlives_the_backups_of_the_same_day(path):
    with Library(path) as library:
        made = library.back_up(moment=datetime(2026, 1, 1, 9).astimezone())
        library.save(LATER, HELD)
        before = library.restore_backup(made)
        for minutes in range(1, 5):
            library.back_up(moment=datetime.now().astimezone() + timedelta(minutes=minutes))
        assert before in [one.path for one in library.backups()]
        library.restore_backup(before)
        assert library.load(HELD.id) == LATER


def test_a_backup_goes_on_beside_a_window_that_writes(path, tmp_path):
    with Library(path, hold=True) as library:
        library.save(LATER, HELD)
        made = desk.back_up(path, tmp_path / "second")
        library.save(HELD, LATER)
    with Library(made, read_only=True) as copy:
        assert copy.load(HELD.id) == LATER


def test_the_preview_tells_what_would_come_back_change_and_go(path):
    with Library(path) as library:
        made = library.back_up()
        assert library.differences(made).nothing
        assert library.differences(made).lines() == ["备份里的会议和人员与现在一样。"]
        other = Meeting(held_on=date(2025, 10, 1), title="新开的会")
        library.save(other)
        library.save(LATER, HELD)
        library.save_people((PEOPLE[1], Person(name="贺兰")), PEOPLE)
        assert library.differences(made).lines() == [
            "会回到备份时样子的会议（1）：2025-09-02 远帆例会",
            "备份之后才有、恢复后就没有的会议（1）：2025-10-01 新开的会",
            "会恢复的人员（1）：韩知远",
            "会回到备份时样子的人员（1）：苏棠",
            "备份之后才有、恢复后就没有的人员（1）：贺兰",
        ]
        library.delete(HELD.id)
        assert library.differences(made).lines()[0] == "会恢复的会议（1）：2025-09-02 远帆例会"


def test_restoring_brings_back_what_was_and_keeps_what_is(path):
    with Library(path) as library:
        library.keep_version(HELD, VersionKind.EDIT)
        made = library.back_up()
        library.save(LATER, HELD)
        library.save_people(PEOPLE[1:], PEOPLE)
        before = library.restore_backup(made)
        assert library.load(HELD.id) == HELD
        assert library.people() == PEOPLE
        assert [hit.meeting.id for hit in library.search("正文")] == [HELD.id]
        library.save(replace(HELD, venue="五楼"), HELD)  # and it goes on
    assert verify(path) == []
    with Library(before, read_only=True) as kept:
        assert kept.load(HELD.id) == LATER
    with Library(path) as library:
        assert library.load(HELD.id).venue == "五楼"


def test_restoring_an_older_schema_brings_it_up_to_date(path):
    from test_migrations import FILES

    with Library(path) as library:
        library.restore_backup(FILES / "library-1.copu")
        assert {entry.title for entry in library.entries()} == {"九月例会", "去年的会"}
    assert verify(path) == []


@pytest.mark.parametrize("harm", ["text", "torn", "page", "missing", "foreign", "newer"])
def test_a_backup_that_is_not_sound_is_refused_and_nothing_changes(path, tmp_path, harm):
    with Library(path) as library:
        made = library.back_up(tmp_path / "other")
        data = bytearray(made.read_bytes())
        if harm == "text":
            made.write_bytes(b"not a backup")
        elif harm == "torn":
            made.write_bytes(data[: len(data) // 2])
        elif harm == "page":
            for page in range(2, len(data) // 4096):
                data[page * 4096 : page * 4096 + 64] = b"\xa5" * 64
            made.write_bytes(data)
        elif harm == "missing":
            made.unlink()
        else:
            with sqlite3.connect(made) as db:
                db.execute("PRAGMA application_id = 1" if harm == "foreign" else "PRAGMA user_version = 99")
            db.close()
        with pytest.raises(LibraryError, match="请"):
            library.restore_backup(made)
        assert library.load(HELD.id) == HELD
        assert library.backups() == []


def test_restoring_over_a_damaged_library_moves_it_aside(path, tmp_path):
    with Library(path) as library:
        made = library.back_up()
    damaged = b"SQLite format 3\0" + b"\xff" * 9000
    path.write_bytes(damaged)
    with pytest.raises(DamagedError):
        Library(path)
    aside, differences = desk.restore(path, made)
    assert differences is None
    assert aside.read_bytes() == damaged
    with Library(path) as library:
        assert library.load(HELD.id) == HELD
    assert verify(path) == []
    assert not list(tmp_path.glob("*.restored*"))


def test_nothing_is_restored_under_an_open_window_or_from_itself(path):
    with Library(path, hold=True) as library:
        made = library.back_up()
        with pytest.raises(HeldError, match="正由这台电脑上的另一个窗口"):
            desk.restore(path, made)
    with pytest.raises(RequestError, match="就是现在的资料库"):
        desk.restore(path, path)


def test_a_restore_that_breaks_off_leaves_what_was(path):
    with Library(path) as library:
        made = library.back_up()
        library.save(LATER, HELD)
        pages = library._db.execute("PRAGMA page_count").fetchone()[0]
        with Library(made) as big:
            big.save(replace(HELD, remarks="字" * 400_000), HELD)
            big._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            library._db.execute(f"PRAGMA max_page_count = {pages + 20}")
            with pytest.raises(LibraryError, match="满了"):
                library.restore_backup(made)
        assert library.load(HELD.id) == LATER
    assert verify(path) == []


def test_the_commands_tell_what_they_did(path, tmp_path):
    made = command(path, "backup", tmp_path / "second")
    assert made.returncode == 0, made.stderr
    backup = made.stdout.strip()
    with Library(path) as library:
        library.save(LATER, HELD)
    shown = command(path, "restore", backup, "--dry-run")
    assert shown.stdout == "会回到备份时样子的会议（1）：2025-09-02 远帆例会\n"
    with Library(path) as library:
        assert library.load(HELD.id) == LATER
    done = command(path, "restore", backup)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, shown.stdout.strip())
    assert "恢复之前的资料库备份在：" in done.stdout
    with Library(path) as library:
        assert library.load(HELD.id) == HELD
    assert command(path, "verify").stdout == "资料库完好。\n"
    wrong = command(path, "restore", tmp_path / "missing.copu")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "没有找到备份" in wrong.stderr
    missing = command(tmp_path / "none.copu", "backup")
    assert missing.returncode == 2
    assert not (tmp_path / "none.copu").exists()


def test_a_copy_does_not_take_the_place_of_the_library_itself(path):
    with Library(path) as library:
        with pytest.raises(RequestError, match="就是现在的资料库"):
            library.backup(path)
        library.save(LATER, HELD)
        assert library.load(HELD.id) == LATER
