"""Looking through a library finds whatever is not as it should be, and says nothing of one that is."""

import shutil
from dataclasses import replace
from datetime import date

import pytest
from test_backups import command
from test_migrations import FILES

from copu_desk.document import text
from copu_desk.library import Library, verify
from copu_desk.library.verify import INDEX_STALE
from copu_desk.model import Essay, Meeting


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "library.copu"
    shutil.copy(FILES / "library-3.copu", made)
    with Library(made) as library:
        library.index(10)
    return made


@pytest.mark.parametrize(
    ("harm", "found"),
    [
        ("UPDATE essays SET body_plain = '别的'", "与查找用的文字不一样"),
        ("UPDATE essays SET body = '[{\"kind\":'", "读不出来"),
        ("UPDATE meetings SET status = 'unknown' WHERE title = '去年的会'", "读不出来"),
        ("UPDATE attendees SET position = 5", "次序有重复或空缺"),
        ("UPDATE essays SET item = 'gone'", "所属的议程已经没有了"),
        ("UPDATE decisions SET item = 'gone'", "决议不属于任何议程"),
        ("DELETE FROM series", "系列已经没有了"),
        ("DELETE FROM images", "图片"),
        ("UPDATE images SET data = x'00'", "内容变了"),
        ("UPDATE snapshots SET data = x'00'", "旧版本"),
        ("UPDATE trash SET data = '{'", "回收站里的"),
        ("UPDATE people SET capacity = 'x'", "人员"),
        ("INSERT INTO decisions SELECT 'nobody', id, item, position, text, votes FROM decisions", "没有的记录"),
        ("INSERT INTO grams (grams) VALUES ('delete-all')", INDEX_STALE),
        ("INSERT INTO indexed (meeting) VALUES ('gone')", INDEX_STALE),
    ],
)  # fmt: skip
def test_each_harm_is_found(path, harm, found):
    with Library(path) as library:
        library._db.execute("PRAGMA foreign_keys = off")
        for statement in harm.split("; "):
            library._db.execute(statement)
        library._db.conn.commit()
    assert any(found in problem for problem in verify(path)), verify(path)


def test_a_sound_library_has_no_problems_also_while_it_is_written(path):
    with Library(path, hold=True) as library:
        assert verify(path) == []
        library.save(Meeting(held_on=date(2025, 1, 1), essays=(Essay(body=(text("新的"),)),)))
        assert verify(path) == []  # the index does not know it yet, and does not say that it does
        library.index(10)
        assert verify(path) == []


def test_a_damaged_page_is_found(path):
    with Library(path) as library:
        (root,) = library._db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'essays'").fetchone()
    data = bytearray(path.read_bytes())
    data[(root - 1) * 4096 : (root - 1) * 4096 + 256] = bytes(256)
    path.write_bytes(data)
    assert "损坏" in verify(path)[0]
    made = command(path, "verify")
    assert made.returncode == 2
    assert "损坏" in made.stdout


def test_the_index_can_be_made_anew(path):
    with Library(path) as library:
        library._db.execute("INSERT INTO grams (grams) VALUES ('delete-all')")
        library._db.conn.commit()
        assert library.search("讨论内容") == []
    assert verify(path) == [INDEX_STALE]
    made = command(path, "verify", "--rebuild-index")
    assert (made.returncode, made.stdout) == (0, "资料库完好。\n")
    with Library(path) as library:
        assert len(library.search("讨论内容")) == 1


def test_what_a_window_writes_while_it_is_looked_through_is_no_problem(path):
    with Library(path, hold=True) as library:
        states = [library.load(library.entries()[0].id)]

        def write(done, _total, words=""):
            essay = Essay(title=f"{done}", body=(text(f"边查边写 {words}"),))
            states.append(replace(states[0], essays=(essay,), remarks=str(words)))
            library.save(*reversed(states[-2:]))
            library.index(10)

        assert verify(path, write) == []
    assert verify(path) == []
