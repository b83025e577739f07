"""The files that meetings were imported from: kept byte for byte as long as a meeting or the trash has them."""

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from test_migrations import FILES

from copu_desk import bundle
from copu_desk.bundle import Bundle
from copu_desk.document import text
from copu_desk.errors import ReadError, RequestError
from copu_desk.library import Library, TrashKind, VersionKind, verify
from copu_desk.model import Essay, Meeting, Original, OriginalKind, Status

REPORT, MINUTES = "姓名\n韩知远".encode("gb18030"), b"PK\x03\x04 not really a Word file"
HELD = Meeting(held_on=date(2025, 9, 2), title="九月例会")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.copu"


@pytest.fixture
def library(path):
    with Library(path) as opened:
        opened.save(HELD)
        yield opened


def original(library, data, name="名单.csv", kind=OriginalKind.REPORT):
    return Original(name, kind, library.hold_original(data), len(data), datetime(2025, 9, 2, 4, tzinfo=UTC))


def files(library):
    return library._db.execute("SELECT count(*) FROM original_files").fetchone()[0]


def kept(library, *originals, of=HELD):
    """Save a meeting with originals, and return it."""
    before = library.load(of.id)
    now = replace(before, originals=originals)
    library.save(now, before)
    return now


def test_an_original_is_kept_byte_for_byte_and_found_after_the_next_start(library, path):
    held = kept(library, original(library, REPORT), original(library, MINUTES, "纪要.docx", OriginalKind.MINUTES))
    library.close()
    with Library(path) as again:
        assert again.load(HELD.id) == held
        assert [again.original(one.digest) for one in held.originals] == [REPORT, MINUTES]
    assert verify(path) == []


def test_a_content_is_kept_once_however_many_meetings_came_from_it(library):
    other = Meeting(held_on=date(2025, 10, 2))
    library.save(other)
    first = kept(library, original(library, MINUTES))
    second = kept(library, original(library, MINUTES, "别的名字.docx"), of=other)
    assert files(library) == 1
    assert library.original(second.originals[0].digest) == MINUTES
    assert first.originals[0].name != second.originals[0].name


def test_bytes_that_no_meeting_names_are_not_written(library, path):
    library.hold_original(b"never taken")
    kept(library, original(library, REPORT))
    library.save(replace(library.load(HELD.id), title="改了"), library.load(HELD.id))
    assert files(library) == 1
    assert verify(path) == []


def test_what_is_removed_can_be_undone_and_is_in_the_trash_until_it_is_purged(library, path):
    held = kept(library, original(library, REPORT))
    digest = held.originals[0].digest
    without = kept(library)
    (one,) = library.trash()
    assert (one.kind, one.name) == (TrashKind.ORIGINAL, "名单.csv")
    assert library.original(digest) == REPORT
    library.save(held, without)  # undone
    assert library.trash() == []
    assert library.original(digest) == REPORT
    kept(library)
    (one,) = library.trash()
    library.put_back(one)
    assert library.load(HELD.id) == held
    assert library.original(digest) == REPORT
    kept(library)
    library.purge(library.trash()[0])
    assert files(library) == 0
    with pytest.raises(RequestError, match="彻底删除"):
        library.original(digest)
    assert not library.has_original(digest)
    assert verify(path) == []


def test_a_final_meeting_takes_no_original_back(library):
    kept(library, original(library, REPORT))
    now = kept(library)
    library.save(replace(now, status=Status.FINAL), now)
    with pytest.raises(RequestError, match=r"原件“名单\.csv”所属的会议"):
        library.put_back(library.trash()[0])


def test_a_purged_meeting_takes_its_originals_with_it_but_not_those_that_others_have(library, path):
    other = Meeting(held_on=date(2025, 10, 2))
    library.save(other)
    both = original(library, MINUTES, "两次会议.docx")
    kept(library, both, original(library, REPORT))
    kept(library, both, of=other)
    without = kept(library, both)  # the report lies in the trash
    assert files(library) == 2
    library.delete(without.id)
    assert files(library) == 2
    library.restore(without.id)
    assert library.original(both.digest) == MINUTES
    library.delete(without.id)
    library.purge(next(one for one in library.trash() if one.kind is TrashKind.MEETING))
    assert library.trash() == []
    assert files(library) == 1
    assert library.original(both.digest) == MINUTES
    library.delete(other.id)
    library.purge(library.trash()[0])
    assert files(library) == 0
    assert verify(path) == []


def test_what_is_purged_is_not_in_the_file_any_more(library, path):
    secret, words = b"13900001111," * 9_000, "不可外传的一段话"
    held = kept(library, original(library, secret))
    gone = replace(held, scratch=words, essays=(Essay(title=words, body=(text(words),)),))
    library.save(gone, held)
    library.delete(HELD.id)
    library._db.execute("PRAGMA secure_delete = off")  # as most builds of SQLite have it
    assert secret[:12] in path.read_bytes() + path.with_name(path.name + "-wal").read_bytes()
    library.purge(library.trash()[0])
    assert library._db.execute("PRAGMA secure_delete").fetchone() == (0,)
    library.close()
    for hidden in (secret[:12], words.encode()):
        assert hidden not in path.read_bytes()


def test_the_trash_of_one_meeting_holds_what_another_purges(library):
    other = Meeting(held_on=date(2025, 10, 2))
    library.save(other)
    both = original(library, MINUTES)
    kept(library, both)
    kept(library, both, of=other)
    kept(library)  # removed here
    library.delete(other.id)
    library.purge(next(one for one in library.trash() if one.kind is TrashKind.MEETING))
    (one,) = library.trash()
    library.put_back(one)
    assert library.original(both.digest) == MINUTES


def test_whatever_version_one_goes_back_to_the_originals_are_those_of_now(library):
    first = library.keep_version(library.load(HELD.id), VersionKind.EDIT)
    held = kept(library, original(library, REPORT))
    assert library.keep_version(held, VersionKind.EDIT) is None  # what the minutes say is the same
    assert library.version(first.id) == held


def test_a_backup_has_them_and_what_differs_is_told(library):
    before = library.back_up()
    held = kept(library, original(library, REPORT))
    (line,) = library.differences(before).meetings_changed
    assert line.id == HELD.id
    after = library.back_up()
    assert library.differences(after).nothing
    kept(library)
    library.restore_backup(after)
    assert library.load(HELD.id) == held
    assert library.original(held.originals[0].digest) == REPORT


def test_a_backup_of_before_there_were_originals_can_be_compared_and_restored(tmp_path):
    old = tmp_path / "old.copu"
    shutil.copy(FILES / "library-3.copu", old)
    with Library(tmp_path / "now.copu") as library:
        library.restore_backup(old)
        entry = library.entries()[0]
        meeting = library.load(entry.id)
        library.save(replace(meeting, originals=(original(library, REPORT),)), meeting)
        (line,) = library.differences(old).meetings_changed
        assert line.id == entry.id


@pytest.mark.parametrize(
    ("harm", "found"),
    [
        ("UPDATE original_files SET data = x'00'", "内容变了"),
        ("UPDATE originals SET digest = 'gone'", "的原件“名单.csv”找不到了"),
        ("INSERT INTO original_files VALUES ('nobody', x'00')", "不属于任何会议"),
        ("UPDATE originals SET position = 5", "的原件次序有重复或空缺"),
        ("UPDATE originals SET kind = 'x'", "读不出来"),
    ],
)
def test_looking_through_finds_what_is_wrong(library, path, harm, found):
    kept(library, original(library, REPORT))
    library._db.execute(harm)
    library._db.conn.commit()
    assert any(found in problem for problem in verify(path)), verify(path)


def test_the_data_file_brings_them_back_without_loss(library):
    held = kept(library, original(library, REPORT), original(library, MINUTES, "纪要.docx", OriginalKind.MINUTES))
    whole = Bundle((held,), originals={one.digest: library.original(one.digest) for one in held.originals})
    assert bundle.read(bundle.write(whole)) == whole
    broken = bundle.write(whole).replace(b"xPK", b"xPL").replace(b"UEsD", b"UEsE")
    with pytest.raises(ReadError, match="没有导入"):
        bundle.read(broken)


def test_a_deleted_essay_and_original_of_one_meeting_come_back_each_to_its_place(library):
    essay = Essay(title="附文")
    held = kept(library, original(library, REPORT), original(library, MINUTES))
    whole = replace(held, essays=(essay,))
    library.save(whole, held)
    library.save(replace(whole, essays=(), originals=whole.originals[1:]), whole)
    for one in library.trash():
        library.put_back(one)
    assert library.load(HELD.id) == whole
