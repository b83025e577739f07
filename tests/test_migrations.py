"""Libraries of every earlier schema open with nothing lost; what cannot be brought up to date stays as it was."""

import hashlib
import shutil
import sqlite3
from pathlib import Path

import pytest

from copu_desk import bundle
from copu_desk.errors import LibraryError
from copu_desk.library import Library, TrashKind, backups, schema
from copu_desk.library.schema import NEWEST

FILES = Path(__file__).parent / "files"
FOUND_SINCE = {"替代文字": 1, "han 手机": 4, "报告.xlsx": 7}  # what earlier programs kept but did not find
OLD = sorted(FILES.glob("library-*.copu"))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.copu"


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("old", OLD, ids=lambda one: one.stem)
def test_a_library_of_any_released_schema_opens_with_nothing_lost(path, old):
    shutil.copy(old, path)
    with Library(path) as library:
        kept = bundle.read(old.with_suffix(".json").read_bytes())
        assert tuple(library.load(entry.id) for entry in library.entries()) == kept.meetings
        assert (library.people(), library.series()) == (kept.people, kept.series)
        for name, data in kept.images.items():
            assert library.image(name) == data
        for digest, data in kept.originals.items():
            assert library.original(digest) == data
        assert library.setting("last_meeting") == kept.meetings[0].id
        assert {hit.meeting.id for hit in library.search("讨论内容")} == {kept.meetings[0].id}
        unseen = [words for words, since in FOUND_SINCE.items() if int(old.stem.split("-")[1]) >= since]
        while True:
            for words in unseen:
                assert {hit.meeting.id for hit in library.search(words)} == {kept.meetings[0].id}, words
            if not library.index(1):
                break
        assert library._db.execute("PRAGMA user_version").fetchone() == (NEWEST,)
        assert library._db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        if int(old.stem.split("-")[1]) >= 4:
            assert [one.guests for one in library.nicknames()] == [(), ("贺兰",)]
            assert library.report_columns() == {"姓名|入会时间": {"name": 0, "joined": 1}}
        if int(old.stem.split("-")[1]) >= 3:
            gone = {(TrashKind.ESSAY, "删掉的附文"), (TrashKind.PERSON, "删掉的人")}
            if int(old.stem.split("-")[1]) >= 7:
                gone |= {(TrashKind.ORIGINAL, "删掉的原件.csv")}
            assert {(one.kind, one.name) for one in library.trash()} == gone
            (version,) = library.versions(kept.meetings[0].id)
            assert library.version(version.id) == kept.meetings[0]


def test_there_is_a_file_of_every_schema_before_this_one():
    steps = {int(step.name[1:4]) for step in schema.migrations.pending(schema.Database(memory=True))}
    assert {int(one.stem.split("-")[1]) for one in OLD} == steps, "run python tests/make_libraries.py"


def test_a_copy_of_the_old_file_is_kept_before_it_is_brought_up_to_date(path):
    shutil.copy(FILES / "library-1.copu", path)
    Library(path).close()
    (copy,) = backups.listed(backups.folder_of(path), path.stem)
    assert copy.why == backups.UPGRADE
    backups.check(copy.path)
    with sqlite3.connect(copy.path) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (1,)
        assert db.execute("SELECT count(*) FROM meetings").fetchone() == (2,)
    db.close()
    Library(path).close()
    assert len(backups.listed(backups.folder_of(path), path.stem)) == 1  # only when something is to be done


@pytest.mark.parametrize("statement", ["CREATE TABLE meetings (id)", "SELECT no_such_function()"])
def test_a_step_that_fails_leaves_the_old_file_as_it_was(path, monkeypatch, statement):
    shutil.copy(FILES / "library-2.copu", path)
    before = sqlite3.connect(path)
    rows = list(before.iterdump())
    before.close()
    broken = schema.Migrations("copu_desk")
    broken._migrations = list(schema.migrations._migrations)
    broken(name="m999_broken")(lambda db: (db.execute("DELETE FROM meetings"), db.execute(statement)))
    monkeypatch.setattr("copu_desk.library.file.migrations", broken)
    with pytest.raises(LibraryError, match="没能升级"):
        Library(path)
    after = sqlite3.connect(path)
    assert list(after.iterdump()) == rows
    assert after.execute("PRAGMA user_version").fetchone() == (2,)
    after.close()
    monkeypatch.undo()
    with Library(path) as library:
        assert len(library.entries()) == 2


def test_an_upgrade_that_cannot_be_backed_up_does_not_begin(path):
    shutil.copy(FILES / "library-2.copu", path)
    backups.folder_of(path).touch()  # a file where the folder should be
    with pytest.raises(LibraryError, match="备份写不到"):
        Library(path)
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (2,)
    db.close()


def test_a_newer_library_is_refused_in_words_and_not_touched(path):
    shutil.copy(FILES / "library-2.copu", path)
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA journal_mode = delete").fetchall()
        db.execute(f"PRAGMA user_version = {NEWEST + 1}")
    db.close()
    before = digest(path)
    for read_only in (False, True):
        with pytest.raises(LibraryError, match="更新版本"):
            Library(path, read_only=read_only)
    assert digest(path) == before
    assert not backups.folder_of(path).exists()
