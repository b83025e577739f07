"""What a library is made of: our own tables and triggers, and nothing else that acts by itself.

SQLite runs whatever triggers and views a file brings along. In one that somebody else made they could empty a table
whenever something is saved, let no saving through, or never come to an end.
"""

import sqlite3
from contextlib import closing
from functools import cache
from hashlib import sha256
from typing import NamedTuple

from sqlite_utils import Database

from copu_desk.library.schema import NEWEST, migrations

_ACTING = "SELECT sql FROM sqlite_master WHERE type IN ('trigger', 'view') OR sql LIKE 'CREATE VIRTUAL%'"
_COLUMNS = """SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c
WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'"""

OF_THE_NEWEST = "cc89c9067bd3055d83d7bac12050149f9b5a518a073d6552c363320939ecab6a"
"""The digest of the shape that the newest step makes (a test holds it to that)."""


class Shape(NamedTuple):
    """What acts by itself (its statements), and the columns of the tables."""

    acting: frozenset[str]
    columns: frozenset[tuple[str, str]]


def is_ours(db: Database) -> bool:
    """Tell whether a library (not newer than this program) is made as we make one.

    Which columns an older one has is not looked at: the steps that bring it up to date fail where one is missing.
    """
    there = _shape(db)
    if digest(there) == OF_THE_NEWEST:  # as of nearly all: nothing need be made to compare with
        return True
    ours = made_anew()
    (version,) = db.execute("PRAGMA user_version").fetchone()
    return there.acting <= ours.acting and (version < NEWEST or ours.columns <= there.columns)


@cache
def made_anew() -> Shape:
    """Return the shape of a library that the steps make from nothing; it takes some hundredths of a second."""
    with closing(sqlite3.connect(":memory:")) as connection:
        db = Database(connection)
        migrations.apply(db)
        return _shape(db)


def digest(shape: Shape) -> str:
    """Return what is the same for equal shapes alone."""
    return sha256(repr([sorted(one) for one in shape]).encode()).hexdigest()


def _shape(db: Database) -> Shape:
    acting = frozenset(" ".join(sql.split()) for (sql,) in db.execute(_ACTING))
    return Shape(acting, frozenset(db.execute(_COLUMNS).fetchall()))
