"""A library that somebody else made: what acts by itself in it is not let in."""

import sqlite3
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date

import pytest

from copu_desk import desk
from copu_desk.errors import CopuError, DamagedError
from copu_desk.library import Library, VersionKind, shape, verify
from copu_desk.model import Action, Attendee, Essay, Meeting, Nickname, Person, Series

ACTING = {
    "empties a table": "CREATE TRIGGER x AFTER INSERT ON settings BEGIN DELETE FROM attendees; END",
    "lets nothing be saved": "CREATE TRIGGER x BEFORE UPDATE ON meetings BEGIN SELECT raise(abort, 'no'); END",
    "never ends": "DROP TABLE people; CREATE VIEW people AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1"
    " FROM r) SELECT n AS id, n AS position FROM r WHERE n < 0",
    "is another kind of table": "CREATE VIRTUAL TABLE x USING fts5vocab('grams', 'row')",
    "has a table less": "DROP TABLE trash",
    "has a column less": "ALTER TABLE people DROP COLUMN pinyin",
    "has another trigger of a name of ours": "DROP TRIGGER essays_insert_stale; CREATE TRIGGER essays_insert_stale"
    " AFTER INSERT ON essays BEGIN DELETE FROM essays; END",
}


@pytest.fixture
def library(tmp_path):
    path = tmp_path / "a.copu"
    with Library(path) as opened:
        opened.save(Meeting(held_on=date(2025, 9, 2), title="例会", id="m"))
        opened.save_people((Person(name="韩知远"),))
    return path


def change(path, *statements):
    with closing(sqlite3.connect(path)) as db:
        for statement in statements:
            db.executescript(statement)
        db.commit()


@pytest.mark.parametrize("name", ACTING)
@pytest.mark.parametrize("read_only", [False, True])
def test_a_library_in_which_something_else_acts_is_not_opened(name, read_only, library):
    change(library, ACTING[name])
    before = library.read_bytes()
    with pytest.raises(DamagedError, match="的结构被别的程序改过，没有打开它。"):
        Library(library, read_only=read_only)
    assert library.read_bytes() == before


def test_such_a_library_can_be_restored_from_a_backup(library):
    with Library(library) as opened:
        backup = opened.back_up()
    change(library, ACTING["empties a table"])
    aside, _ = desk.restore(library, backup)
    assert aside.exists()
    with Library(library) as opened:
        assert opened.load("m").title == "例会"


def test_what_harms_nothing_does_not_keep_a_library_from_being_opened(library):
    change(library, "CREATE TABLE mine (x); CREATE INDEX people_by_name ON people (name); ANALYZE")
    with Library(library) as opened:
        assert opened.people()[0].name == "韩知远"


def test_a_library_as_it_is_made_now_is_known_at_once(library, monkeypatch):
    """Else each start would wait until one is made to compare with."""
    assert shape.digest(shape.made_anew()) == shape.OF_THE_NEWEST
    monkeypatch.setattr(shape, "made_anew", lambda: pytest.fail("one was made to compare with"))
    Library(library).close()
    Library(library, read_only=True).close()


def test_a_text_that_is_none_is_told_of_as_damage(library):
    change(library, "UPDATE people SET name = CAST(x'fffe' AS TEXT)")
    with Library(library) as opened, pytest.raises(DamagedError, match="损坏"):
        opened.people()


WRONG = [
    ("people", "capacity", b"\xff"), ("people", "memberships", "[" * 20_000), ("people", "name", b"\xff"),
    ("meetings", "held_on", "gestern"), ("meetings", "status", b"\xff"),
    ("meetings", "start", 12345), ("meetings", "title", b"\xff"), ("meetings", "id", b"\xff"),
    ("meetings", "closing", "[" * 20_000), ("attendees", "arrived", b"\xff"), ("actions", "due", 12345),
    ("actions", "closed_in", b"\xff"), ("versions", "moment", 12345), ("versions", "kind", "none"),
    ("snapshots", "data", 12345), ("images", "data", 12345), ("nicknames", "people", "{}"), ("trash", "moment", "x"),
    ("trash", "kind", "none"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "column", "value"), WRONG, ids=lambda one: str(one)[:10])
def test_a_value_that_is_none_of_its_kind_is_told_of_whatever_reads_it(table, column, value, library):
    with Library(library) as opened:
        full = Meeting(
            held_on=date(2025, 9, 2), title="例会", id="m", attendees=(Attendee(name="韩知远"),),
            actions=(Action(what="做", due=date(2025, 9, 9)),), essays=(Essay(title="文"),),
        )  # fmt: skip
        opened.save(full)
        opened.keep_version(full, VersionKind.EXPORT)
        opened.save(replace(full, essays=()), full)
        opened.save_series((Series(name="例会"),))
        opened.add_image(b"\x89PNG")
        opened.remember_nicknames([Nickname("小韩", "")])
    with closing(sqlite3.connect(library)) as db:
        db.execute(f"UPDATE {table} SET {column} = ?", [value])  # noqa: S608 - our own names
        db.commit()
    with Library(library) as opened:
        for read in (
            opened.people, opened.series, opened.entries, opened.given_actions, opened.nicknames, opened.trash,
            opened.thin_versions, lambda: opened.load("m"), lambda: opened.rolls(opened.entries()),
            lambda: opened.open_actions(date(2030, 1, 1)),
            lambda: [opened.version(one.id) for one in opened.versions("m")],
            lambda: opened.find("例会"), lambda: verify(library),
        ):  # fmt: skip
            with suppress(CopuError):
                read()
    problems = []
    with suppress(CopuError):
        problems = verify(library) or ["none"]
    assert problems != ["none"] or table == "nicknames"
