"""Faults of the disk: each is told of in words, loses no word, damages nothing, and is over when the fault is."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from copu_desk import desk
from copu_desk.errors import LibraryError, ReadOnlyError, WriteError
from copu_desk.library import Library, verify
from copu_desk.model import Meeting, Nickname, Person, Series

HELD = Meeting(held_on=date(2025, 9, 2), title="例会", id="a" * 32)
LONG = replace(HELD, remarks="字" * 700_000)
root = pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounts a small disk"
)


@contextmanager
def mounted(folder, options):
    folder.mkdir(exist_ok=True)
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], check=False, capture_output=True
    )
    if made.returncode:
        pytest.skip("this system lets nobody mount a disk")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@root
def test_a_really_full_disk_is_told_of_and_over_when_there_is_room(tmp_path):
    disk = tmp_path / "disk"
    with mounted(disk, "size=2m"):
        with Library(disk / "library.copu") as library:
            library.save(HELD)
            (disk / "ballast").write_bytes(bytes(400_000))
            with pytest.raises(LibraryError, match="磁盘满了"):
                library.save(LONG, HELD)
            assert library.load(HELD.id) == HELD
            with pytest.raises(LibraryError, match=r"备份写不到.*原有的备份都在"):
                library.back_up()
            with pytest.raises(WriteError):
                desk.rescue(library, (LONG,), (), disk / "rescue.json")
            desk.rescue(library, (LONG,), (), tmp_path / "rescue.json")
            assert not list(disk.glob("*.part"))
            (disk / "ballast").unlink()
            shorter = replace(HELD, remarks="字" * 100_000)
            library.save(shorter, HELD)
        with Library(disk / "library.copu") as library:
            assert library.load(HELD.id) == shorter
        with Library(tmp_path / "other.copu") as other:
            desk.import_minutes(other, tmp_path / "rescue.json")
            assert other.load(HELD.id).remarks == LONG.remarks
        assert verify(disk / "library.copu") == []


@pytest.mark.parametrize(
    "write",
    [
        lambda library: library.save_people((Person(name="欧" * 8000),)),
        lambda library: library.save_series((Series(name="远" * 8000),)),
        lambda library: library.remember_nicknames([Nickname(name="韩" * 8000, guests=("甲",))]),
        lambda library: library.remember_columns("昵称" * 8000, {"name": 0}),
        lambda library: library.set_setting("key", "值" * 8000),
        lambda library: library.add_image(bytes(50_000)),
        lambda library: library.save(LONG),
    ],
    ids=["people", "series", "nicknames", "columns", "setting", "image", "meeting"],
)
def test_whatever_does_not_fit_on_the_disk_is_told_of(tmp_path, write):
    with Library(tmp_path / "library.copu") as library:
        library._db.execute("PRAGMA max_page_count = 1")  # no more than there are
        with pytest.raises(LibraryError, match="磁盘满了"):
            write(library)
        library._db.execute("PRAGMA max_page_count = 100000")
        write(library)


@root
def test_a_disk_that_is_pulled_out_and_put_back(tmp_path):
    disk, path = tmp_path / "disk", tmp_path / "disk" / "library.copu"
    with mounted(disk, "size=8m"):
        library = Library(path)
        library.save(HELD)
        files = {one.name: one.read_bytes() for one in disk.iterdir()}
    with pytest.raises(LibraryError, match="不见了"):
        library.save(replace(HELD, title="断开时"), HELD)
    with mounted(disk, "size=8m"):  # put back: the same files on another device
        for name, data in files.items():
            (disk / name).write_bytes(data)
        library.save(replace(HELD, title="接回来"), HELD)
        library.close()
        with Library(path) as again:
            assert again.load(HELD.id).title == "接回来"
        assert verify(path) == []


IO_ERROR = """
import resource, signal, sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from copu_desk.errors import LibraryError
from copu_desk.library import Library
from copu_desk.model import Meeting
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
held = Meeting(held_on=date(2025, 9, 2), title="例会", id="a" * 32)
library = Library(Path(sys.argv[1]))
library.save(held)
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, resource.RLIM_INFINITY))
try:
    library.save(replace(held, remarks="字" * 700_000), held)
except LibraryError as error:
    print(error)
assert library.load(held.id) == held
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
library.save(replace(held, title="好了"), held)
library.close()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGXFSZ"), reason="limits the size of files")
def test_an_error_of_reading_and_writing_is_told_of_and_over_when_it_ends(tmp_path):
    path = tmp_path / "library.copu"
    made = subprocess.run([sys.executable, "-c", IO_ERROR, str(path)], capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    assert "读写出错" in made.stdout or "磁盘满了" in made.stdout
    with Library(path) as library:
        assert library.load(HELD.id).title == "好了"
    assert verify(path) == []


def seen_by_nobody(path):
    """Return what a user without any rights is told of a library (in a child, since rights do not come back)."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        if os.geteuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
        lines = []
        for options in ({"hold": True}, {}):
            try:
                Library(path, **options)
            except ReadOnlyError as error:
                lines.append(str(error))
        with suppress(LibraryError):
            lines.append(Library(path, read_only=True).entries()[0].title)
        os.write(writing, "\n".join(lines).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        words = pipe.read().decode()
    os.waitpid(child, 0)
    return words.splitlines()


@pytest.mark.skipif(os.name != "posix", reason="permissions of folders")
def test_a_read_only_folder_is_told_of_and_can_be_read():
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        with Library(place / "library.copu") as library:
            library.save(HELD)
        for one in place.iterdir():
            one.chmod(0o444)
        place.chmod(0o555)
        try:
            lines = seen_by_nobody(place / "library.copu")
        finally:
            place.chmod(0o755)
    assert len(lines) == 3, lines
    assert all("不能写入" in line or "只读" in line for line in lines[:2])
    assert lines[2] == "例会"


def test_a_file_that_became_read_only_is_told_of_and_over_when_it_is_not(tmp_path):
    path = tmp_path / "library.copu"
    with Library(path) as library:
        library.save(HELD)
        library._db.conn.close()
        library._db.conn = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        with pytest.raises(ReadOnlyError, match="是只读的"):
            library.save(replace(HELD, title="二"), HELD)
        library.save(replace(HELD, title="三"), HELD)  # a new connection finds the file writable again
        assert library.load(HELD.id).title == "三"


def test_a_file_deleted_under_a_window_is_not_written_into_nothing(tmp_path):
    path = tmp_path / "library.copu"
    library = Library(path)
    library.save(HELD)
    for one in tmp_path.glob("library.copu*"):
        if one.suffix == ".copu" or "-" in one.suffix:
            one.unlink()
    for _ in range(2):
        with pytest.raises(LibraryError, match="不见了"):
            library.save(replace(HELD, title="二"), HELD)
    assert not path.exists()  # and no empty library takes its place
    path.touch()
    with pytest.raises(LibraryError, match="不见了"):
        library.save(replace(HELD, title="二"), HELD)
    with suppress(LibraryError):
        library.close()


def test_a_backup_that_does_not_reach_the_disk_is_not_kept(tmp_path, monkeypatch):
    def fail(_descriptor):
        raise OSError(5, "Input/output error")

    with Library(tmp_path / "library.copu") as library:
        library.save(HELD)
        monkeypatch.setattr("os.fsync", fail)
        with pytest.raises(LibraryError, match="备份写不到"):
            library.back_up()
        assert library.backups() == []


@pytest.mark.parametrize("step", range(4))
def test_a_backup_on_a_disk_that_fails_in_the_middle_keeps_the_last_one(tmp_path, monkeypatch, step):
    from copu_desk.library import backups

    with Library(tmp_path / "library.copu") as library:
        library.save(HELD)
        target = tmp_path / "copy.copu"
        library.backup(target)
        before = target.read_bytes()

        def fail(*_):
            raise OSError(5, "Input/output error")

        name = ("_to_disk", "row_counts", "_copy", "os.open")[step]
        monkeypatch.setattr(f"copu_desk.library.backups.{name}", fail)
        with pytest.raises(LibraryError, match="备份写不到"):
            library.backup(target)
        monkeypatch.undo()
        assert target.read_bytes() == before
        assert not list(tmp_path.glob("*.part"))
        assert backups.check(target) is None


def test_an_older_file_in_the_librarys_place_gets_the_whole_roster_and_all_series(tmp_path):
    path, older = tmp_path / "library.copu", tmp_path / "older.copu"
    first, second, gone = Person(name="韩知远"), Person(name="苏棠"), Person(name="早已离开的人")
    one, other = Series(name="远帆例会"), Series(name="临时会议")
    with Library(path) as library:
        library.save_people((gone,))
        library.backup(older)
        library.save_people((first,), (gone,))
        library.save_series((one,))
        for file in tmp_path.glob("library.copu*"):
            file.unlink()
        shutil.copy(older, path)
        library.save_people((first, second), (first,))  # as a window does, which holds what it believes to be there
        library.save_series((one, other), (one,))
    with Library(path) as library:
        assert [person.name for person in library.people()] == ["韩知远", "苏棠"]
        assert [series.name for series in library.series()] == ["远帆例会", "临时会议"]
        assert [trashed.name for trashed in library.trash()] == ["早已离开的人"]
    assert verify(path) == []
