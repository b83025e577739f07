"""One writer: who has a library, whose turn it is to write, and what is stale."""

import json
import os
import signal
import socket
import subprocess
import sys
from dataclasses import replace
from datetime import date
from threading import Timer

import pytest
from filelock import FileLock
from meetings import MINUTES

from copu_desk.errors import HeldError, LibraryError, ReadOnlyError
from copu_desk.library import Library, holder, holder_left, meetings, verify
from copu_desk.library.place import Place, mount_type, place_of
from copu_desk.model import Attendee, Meeting, Person

HELD = Meeting(held_on=date(2025, 9, 2), title="例会", id="a" * 32)

HOLD = """
import sys, time
from pathlib import Path
from copu_desk.library import Library
library = Library(Path(sys.argv[1]), hold=True)
print("held", flush=True)
sys.stdin.read()
library.close()
"""


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "library.copu"
    with Library(made) as library:
        library.save(HELD)
    return made


@pytest.fixture
def other(path):
    """Another process that holds the library."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.stdin.close()
    process.stdout.close()
    process.wait()


def test_another_process_has_it_until_it_ends(path, other):
    by = holder(path)
    assert (by.host, by.pid, by.is_elsewhere) == (socket.gethostname(), other.pid, False)
    with pytest.raises(HeldError, match=r"这台电脑上的另一个窗口（\d+月\d+日 \d\d:\d\d 打开）使用"):
        Library(path, hold=True)
    with Library(path, read_only=True) as reader:
        assert reader.load(HELD.id) == HELD
    with Library(path) as command:  # a command writes between the changes of the window
        command.save(replace(HELD, title="命令"), HELD)
    other.stdin.close()
    other.wait()
    assert holder(path) is None
    assert not holder_left(path)
    with Library(path, hold=True) as library:
        assert library.load(HELD.id).title == "命令"


@pytest.mark.skipif(os.name != "posix", reason="kills a process")
def test_what_a_killed_window_held_is_taken_over(path, other):
    other.send_signal(signal.SIGKILL)
    other.wait()
    assert holder(path) is None
    assert holder_left(path)  # so that the next start can say that the last one broke off
    with Library(path, hold=True) as library:
        assert library.load(HELD.id) == HELD
    assert not holder_left(path)


def test_another_computer_is_believed_until_the_user_says_otherwise(path):
    note = {"host": "办公室电脑", "pid": 1, "since": "2026-01-05T01:30:00+00:00"}
    path.with_name("library.copu.lock").touch()
    path.with_name("library.copu.holder").write_text(json.dumps(note), encoding="utf-8")
    for hold in (True, False):
        with pytest.raises(HeldError, match="电脑“办公室电脑”上的另一个窗口"):
            Library(path, hold=hold)
    assert not holder_left(path)
    with Library(path, read_only=True) as reader:
        assert reader.load(HELD.id) == HELD
    with Library(path, hold=True, take_over=True) as library:
        library.save(replace(HELD, title="接管"), HELD)
    assert holder(path) is None
    shown = subprocess.run(
        [sys.executable, "-m", "copu_desk", "--library", str(path), "list"], capture_output=True, text=True, check=True
    )
    assert "接管" in shown.stdout


@pytest.mark.parametrize("note", [b"", b"{", b"[]", b'{"host": 5}', b"\xff" * 5000])
def test_a_note_that_makes_no_sense_holds_nothing(path, note):
    path.with_name("library.copu.holder").write_bytes(note)
    Library(path, hold=True).close()


def test_a_command_says_who_has_it_on_another_computer(path):
    note = {"host": "办公室电脑", "pid": 1, "since": "2026-01-05T01:30:00+00:00"}
    path.with_name("library.copu.lock").touch()
    path.with_name("library.copu.holder").write_text(json.dumps(note), encoding="utf-8")
    minutes = path.parent / "minutes.txt"
    minutes.write_text(MINUTES, encoding="utf-8")
    command = [sys.executable, "-m", "copu_desk", "--library", str(path)]
    shown = subprocess.run([*command, "list"], capture_output=True, text=True, check=False)
    assert (shown.returncode, "例会" in shown.stdout) == (0, True)
    brought = subprocess.run([*command, "import", str(minutes)], capture_output=True, text=True, check=False)
    assert brought.returncode == 2
    assert "办公室电脑" in brought.stderr
    with Library(path, read_only=True) as library:
        assert len(library.entries()) == 1


def test_writing_waits_for_its_turn_and_says_so_when_it_does_not_come(path):
    with Library(path) as one, Library(path) as two:
        two._db.turn._lock.timeout = 0.05
        with one._db.atomic():
            with pytest.raises(LibraryError, match="正被另一个程序使用"):
                two.save(replace(HELD, title="二"), HELD)
            assert two.load(HELD.id) == HELD  # reading needs no turn
        two.save(replace(HELD, title="二"), HELD)
        assert one.load(HELD.id).title == "二"


def test_a_window_does_not_stand_still_while_another_program_writes(path):
    from copu_desk.library.lock import WAIT, WAIT_OF_WINDOW

    with Library(path, hold=True) as window, Library(path) as command:
        assert window._db.turn._lock.timeout == WAIT_OF_WINDOW < 1
        assert window._db.execute("PRAGMA busy_timeout").fetchone() == (WAIT_OF_WINDOW * 1000,)
        assert command._db.turn._lock.timeout == WAIT
        with command._db.atomic(), pytest.raises(LibraryError, match="会自动再试"):
            window.save(replace(HELD, title="二"), HELD)


WRITE = """
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from copu_desk.library import Library
from copu_desk.model import Attendee, Meeting
name = sys.argv[2]
with Library(Path(sys.argv[1])) as library:
    library._db.execute("PRAGMA wal_autocheckpoint = 2").fetchall()  # as many chances to collide as there can be
    meeting = Meeting(held_on=date(2025, 1, 1), id=name * 32)
    library.save(meeting)
    for number in range(150):
        more = replace(meeting, attendees=(*meeting.attendees, Attendee(name=f"{name}{number}" * 20)))
        library.save(more, meeting)
        meeting = more
"""


def test_several_programs_that_write_at_once_lose_and_damage_nothing(path):
    writers = [subprocess.Popen([sys.executable, "-c", WRITE, str(path), name]) for name in "bcd"]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    with Library(path) as library:
        for name in "bcd":
            names = [one.name for one in library.load(name * 32).attendees]
            assert names == [f"{name}{number}" * 20 for number in range(150)]
    assert verify(path) == []


def test_rows_of_two_programs_come_together_and_what_was_covered_is_kept(path):
    with Library(path) as one, Library(path) as two:
        theirs = replace(HELD, venue="他们的", attendees=(Attendee(name="苏棠"),))
        two.save(theirs, HELD)
        ours = replace(HELD, venue="我们的")
        one.save(ours, HELD)
        kept = one.load(HELD.id)
        assert (kept.venue, [attendee.name for attendee in kept.attendees]) == ("我们的", ["苏棠"])
        assert [one.version(version.id) for version in one.versions(HELD.id)] == [theirs]
        assert one.changed_elsewhere()
        assert not one.changed_elsewhere()


def test_what_is_open_only_to_be_read_is_never_written(path):
    before = path.read_bytes()
    with Library(path, read_only=True, why="只是看看。") as library:
        for write in (
            lambda: library.save(HELD),
            lambda: library.set_setting("a", "b"),
            lambda: library.add_image(b"x"),
            lambda: library.delete(HELD.id),
            lambda: library.index(5),
        ):
            with pytest.raises(ReadOnlyError, match="只是看看"):
                write()
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("folder", "place"),
    [
        ("OneDrive", Place.SYNCED),
        ("OneDrive - 远帆协会/会议", Place.SYNCED),
        ("我的坚果云/纪要", Place.SYNCED),
        ("Library/Mobile Documents/com~apple~CloudDocs", Place.SYNCED),
        ("Dropbox (Personal)", Place.SYNCED),
        ("百度网盘同步空间", Place.SYNCED),
        ("文档/会议", Place.LOCAL),
    ],
)
def test_folders_that_are_synchronised_are_known(tmp_path, folder, place):
    assert place_of(tmp_path / folder / "library.copu") is place


def test_network_folders_are_known_by_the_mounts(tmp_path):
    mounts = (
        "/dev/sda1 / ext4 rw 0 0\n"
        f"//server/share {tmp_path}/share\\040one cifs rw 0 0\n"
        f"tmpfs {tmp_path}/share\\040one/local tmpfs rw 0 0\n"
        "broken\n"
    )
    assert mount_type(tmp_path / "a.copu", mounts) == "ext4"
    assert mount_type(tmp_path / "share one" / "deep" / "a.copu", mounts) == "cifs"
    assert mount_type(tmp_path / "share one" / "local" / "a.copu", mounts) == "tmpfs"
    assert mount_type(tmp_path, "") == ""


def test_a_library_on_the_network_keeps_no_log_beside_it(tmp_path, monkeypatch):
    monkeypatch.setattr("copu_desk.library.place._mounts", lambda: f"server:/x {tmp_path} nfs4 rw 0 0\n")
    with Library(tmp_path / "library.copu") as library:
        assert "网络" in library.advice
        library.save(HELD)
        assert library._db.execute("PRAGMA journal_mode").fetchone() == ("truncate",)
        assert library._db.execute("PRAGMA synchronous").fetchone() == (2,)
        assert not (tmp_path / "library.copu-wal").exists()


def test_what_another_program_deleted_already_can_be_deleted(path):
    whole = replace(HELD, attendees=(Attendee(name="苏棠"), Attendee(name="贺兰")))
    with Library(path) as one, Library(path) as two:
        one.save(whole, HELD)
        two.save(HELD, whole)
        one.save(replace(whole, attendees=whole.attendees[1:]), whole)
        assert one.load(HELD.id).attendees == whole.attendees[1:]
        people = (Person(name="苏棠"), Person(name="贺兰"))
        one.save_people(people)
        two.save_people((), people)
        one.save_people(people[1:], people)


def test_two_programs_that_each_add_somebody_leave_everybody_a_place_of_their_own(path):
    mine = replace(HELD, attendees=(Attendee(name="苏棠"),))
    theirs = replace(HELD, attendees=(Attendee(name="贺兰"), Attendee(name="韩知远")))
    with Library(path) as one, Library(path) as two:
        two.save(theirs, HELD)
        one.save(mine, HELD)
        assert {person.name for person in one.load(HELD.id).attendees} == {"苏棠", "贺兰", "韩知远"}
        assert verify(path) == []
        more = replace(mine, attendees=(*mine.attendees, Attendee(name="张伟")))
        one.save(more, mine)  # which knows nothing of the others yet
        assert len(one.load(HELD.id).attendees) == 4
    assert verify(path) == []


def test_what_another_program_wrote_is_kept_also_if_the_first_try_to_cover_it_fails(path, monkeypatch):
    other = Meeting(date(2025, 9, 9))
    with Library(path) as one, Library(path) as two:
        theirs = replace(HELD, venue="他们的")
        two.save(theirs, HELD)
        one.save(other)  # another meeting comes between
        with monkeypatch.context() as patch:
            patch.setattr(meetings, "save", lambda *_: (_ for _ in ()).throw(LibraryError("磁盘满了。")))
            with pytest.raises(LibraryError):
                one.save(replace(HELD, venue="我们的"), HELD)
        one.save(replace(HELD, venue="我们的"), HELD)
        assert [one.version(version.id) for version in one.versions(HELD.id)] == [theirs]


def test_a_command_that_just_looks_who_has_it_keeps_no_window_from_opening(path):
    looking = FileLock(path.with_name(path.name + ".lock"), thread_local=False)
    looking.acquire()
    Timer(0.1, looking.release).start()
    with Library(path, hold=True) as library:
        assert library.load(HELD.id) == HELD
