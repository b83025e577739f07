"""The tables of a library file, and the steps that bring an older file up to date.

Every record is a row with the names of its fields in model.py; `position` is its place in its tuple. Days and times are
ISO 8601, enums their values. A body is the JSON of `document.dump`, and beside it `<field>_plain` holds the text that
it is found by (`document.searched`). Rows of a meeting are known by meeting and id, because a copied record may
have the same id in another meeting. `deleted` is when a meeting went to the trash, empty for the others.

A step, once released, is never changed; a new one is added below it.
"""

from contextlib import suppress

from sqlite_utils import Database, Migrations

from copu_desk.library import grams, rows

APPLICATION_ID = 0x434F5055  # "COPU", in the header of the file
migrations = Migrations("copu_desk")

_FIRST = """
CREATE TABLE series (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL, style TEXT NOT NULL,
    title_pattern TEXT NOT NULL, number_by_year INTEGER NOT NULL, venue TEXT NOT NULL, platform TEXT NOT NULL,
    link TEXT NOT NULL, chair TEXT NOT NULL, recorder TEXT NOT NULL);
CREATE TABLE people (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL, organization TEXT NOT NULL, title TEXT NOT NULL,
    capacity TEXT NOT NULL, aliases TEXT NOT NULL, pinyin TEXT NOT NULL, note TEXT NOT NULL,
    memberships TEXT NOT NULL);
CREATE TABLE meetings (
    id TEXT PRIMARY KEY, held_on TEXT NOT NULL, series TEXT NOT NULL, number INTEGER NOT NULL, title TEXT NOT NULL,
    start TEXT, "end" TEXT, venue TEXT NOT NULL, platform TEXT NOT NULL, link TEXT NOT NULL, chair TEXT NOT NULL,
    recorder TEXT NOT NULL, opening TEXT NOT NULL, preamble TEXT NOT NULL, preamble_plain TEXT NOT NULL,
    closing TEXT NOT NULL, closing_plain TEXT NOT NULL, postscript TEXT NOT NULL, postscript_plain TEXT NOT NULL,
    classification TEXT NOT NULL, remarks TEXT NOT NULL, status TEXT NOT NULL, scratch TEXT NOT NULL,
    deleted TEXT NOT NULL DEFAULT '');
CREATE INDEX meetings_by_day ON meetings (held_on);
CREATE TABLE attendees (
    meeting TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE, id TEXT NOT NULL, position INTEGER NOT NULL,
    name TEXT NOT NULL, organization TEXT NOT NULL, title TEXT NOT NULL, capacity TEXT NOT NULL,
    presence TEXT NOT NULL, arrived TEXT, arrived_item TEXT NOT NULL, "left" TEXT, left_item TEXT NOT NULL,
    note TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (meeting, id)) WITHOUT ROWID;
CREATE TABLE agenda (
    meeting TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE, id TEXT NOT NULL, position INTEGER NOT NULL,
    title TEXT NOT NULL, section TEXT NOT NULL, kind TEXT NOT NULL, presenter TEXT NOT NULL,
    planned_minutes INTEGER NOT NULL, started TEXT, ended TEXT, lead TEXT NOT NULL, discussion TEXT NOT NULL,
    discussion_plain TEXT NOT NULL, PRIMARY KEY (meeting, id));
CREATE TABLE decisions (
    meeting TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE, id TEXT NOT NULL, item TEXT NOT NULL,
    position INTEGER NOT NULL, text TEXT NOT NULL, votes TEXT, PRIMARY KEY (meeting, id)) WITHOUT ROWID;
CREATE TABLE actions (
    meeting TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE, id TEXT NOT NULL, position INTEGER NOT NULL,
    what TEXT NOT NULL, owner TEXT NOT NULL, due TEXT, due_words TEXT NOT NULL, status TEXT NOT NULL,
    closed_in TEXT NOT NULL, origin TEXT NOT NULL, item TEXT NOT NULL, PRIMARY KEY (meeting, id)) WITHOUT ROWID;
CREATE TABLE essays (
    meeting TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE, id TEXT NOT NULL, position INTEGER NOT NULL,
    title TEXT NOT NULL, author TEXT NOT NULL, date TEXT NOT NULL, source TEXT NOT NULL, kind TEXT NOT NULL,
    item TEXT NOT NULL, body TEXT NOT NULL, body_plain TEXT NOT NULL, PRIMARY KEY (meeting, id));
CREATE TABLE images (name TEXT PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


@migrations()
def m001_first(db: Database) -> None:
    """Create the tables of the first version."""
    for statement in filter(str.strip, _FIRST.split(";")):
        db.execute(statement)


# The index of pairs of characters (library/grams.py). `indexed` says which meetings it knows as they are now: any
# change of a row takes its meeting out, so that the index can be late but never wrong.
_INDEX = (
    "CREATE VIRTUAL TABLE grams USING fts5 (words, content = '', detail = none, prefix = '5', tokenize = 'ascii')",
    "CREATE TABLE indexed (document INTEGER PRIMARY KEY AUTOINCREMENT, meeting TEXT NOT NULL UNIQUE)",
    "CREATE INDEX meetings_newest ON meetings (held_on, coalesce(start, ''))",  # read backwards: the newest first
)
_SEARCHED = {"meetings": "id", "attendees": "meeting", "agenda": "meeting", "decisions": "meeting",
             "actions": "meeting", "essays": "meeting"}  # fmt: skip


@migrations()
def m002_index(db: Database) -> None:
    """Create the index of the search, empty; it is filled while nobody types."""
    for statement in _INDEX:
        db.execute(statement)
    for table, owner in _SEARCHED.items():
        for event, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
            gone = f"DELETE FROM indexed WHERE meeting = {row}.{owner}"  # noqa: S608 - our own names
            db.execute(f"CREATE TRIGGER {table}_{event.lower()}_stale AFTER {event} ON {table} BEGIN {gone}; END")


# Versions of meetings, and what was deleted out of meetings and of the roster. Equal states of a meeting are kept once
# (`snapshots`), however many versions show them; `data` is the JSON of a bundle, deflated.
_KEPT = (
    "CREATE TABLE snapshots (hash TEXT PRIMARY KEY, data BLOB NOT NULL)",
    """CREATE TABLE versions (
        id INTEGER PRIMARY KEY AUTOINCREMENT, meeting TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
        moment TEXT NOT NULL, kind TEXT NOT NULL, reason TEXT NOT NULL,
        hash TEXT NOT NULL REFERENCES snapshots (hash))""",
    "CREATE INDEX versions_of ON versions (meeting, id)",
    "CREATE INDEX versions_with ON versions (hash)",
    """CREATE TABLE trash (
        kind TEXT NOT NULL, meeting TEXT NOT NULL, id TEXT NOT NULL, moment TEXT NOT NULL, position INTEGER NOT NULL,
        name TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY (kind, meeting, id)) WITHOUT ROWID""",
    """CREATE TRIGGER meetings_delete_trash AFTER DELETE ON meetings
       BEGIN DELETE FROM trash WHERE meeting = OLD.id; END""",
    """CREATE TRIGGER versions_delete_snapshot AFTER DELETE ON versions
       WHEN NOT EXISTS (SELECT 1 FROM versions WHERE hash = OLD.hash)
       BEGIN DELETE FROM snapshots WHERE hash = OLD.hash; END""",
)


@migrations()
def m003_library(db: Database) -> None:
    """Create the tables of versions and of the trash, empty."""
    for statement in _KEPT:
        db.execute(statement)


# Attendance reports of platforms: their lines belong to a meeting; whom a nickname meant, and what the columns of a row
# of headings hold (JSON {field: number}), is remembered for all meetings.
_REPORTS = (
    """CREATE TABLE connections (
        meeting TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE, id TEXT NOT NULL, position INTEGER NOT NULL,
        name TEXT NOT NULL, account TEXT NOT NULL, organization TEXT NOT NULL, role TEXT NOT NULL, joined TEXT,
        "left" TEXT, seconds INTEGER, file TEXT NOT NULL, digest TEXT NOT NULL, sheet TEXT NOT NULL,
        row INTEGER NOT NULL, attendees TEXT NOT NULL, PRIMARY KEY (meeting, id)) WITHOUT ROWID""",
    """CREATE TABLE nicknames (
        name TEXT NOT NULL, account TEXT NOT NULL, people TEXT NOT NULL, guests TEXT NOT NULL,
        PRIMARY KEY (name, account)) WITHOUT ROWID""",
    "CREATE TABLE report_columns (headings TEXT PRIMARY KEY, columns TEXT NOT NULL) WITHOUT ROWID",
)


@migrations()
def m004_reports(db: Database) -> None:
    """Create the tables of attendance reports, empty."""
    for statement in _REPORTS:
        db.execute(statement)


@migrations()
def m006_merged(db: Database) -> None:
    """Let an entry of the roster say which other entries became one with it."""
    db.execute("ALTER TABLE people ADD COLUMN merged TEXT NOT NULL DEFAULT ''")


# The files that something of a meeting was imported from: each content once, however many meetings came from it, and
# as long as a meeting, or the trash, holds it. `data` in the trash is JSON in which the digest stands.
_ORIGINALS = (
    "CREATE TABLE original_files (digest TEXT PRIMARY KEY, data BLOB NOT NULL)",
    """CREATE TABLE originals (
        meeting TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE, id TEXT NOT NULL, position INTEGER NOT NULL,
        name TEXT NOT NULL, kind TEXT NOT NULL, digest TEXT NOT NULL, size INTEGER NOT NULL, moment TEXT,
        PRIMARY KEY (meeting, id)) WITHOUT ROWID""",
    "CREATE INDEX originals_with ON originals (digest)",
    """CREATE TRIGGER originals_delete_file AFTER DELETE ON originals
       WHEN NOT EXISTS (SELECT 1 FROM originals WHERE digest = OLD.digest)
       AND NOT EXISTS (SELECT 1 FROM trash WHERE kind = 'original' AND instr(data, OLD.digest))
       BEGIN DELETE FROM original_files WHERE digest = OLD.digest; END""",
    """CREATE TRIGGER trash_delete_file AFTER DELETE ON trash WHEN OLD.kind = 'original'
       BEGIN DELETE FROM original_files WHERE instr(OLD.data, digest)
       AND NOT EXISTS (SELECT 1 FROM originals WHERE digest = original_files.digest)
       AND NOT EXISTS (SELECT 1 FROM trash t WHERE kind = 'original' AND instr(t.data, original_files.digest)); END""",
)


@migrations()
def m007_originals(db: Database) -> None:
    """Create the tables of the files that were imported, empty."""
    for statement in _ORIGINALS:
        db.execute(statement)


# What was typed into long bodies since they were written whole (library/edits.py); empty but while somebody types.
_EDITS = """CREATE TABLE edits (
    number INTEGER PRIMARY KEY, meeting TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE, "table" TEXT NOT NULL,
    id TEXT NOT NULL, field TEXT NOT NULL, at INTEGER NOT NULL, gone INTEGER NOT NULL, length INTEGER NOT NULL,
    blocks TEXT NOT NULL)"""


@migrations()
def m008_edits(db: Database) -> None:
    """Create the table of edits, empty."""
    db.execute(_EDITS)


# What is searched besides: who was connected, the names of the files that were imported, the number, the scratch pad,
# and what stands behind the text of bodies. So the index is made anew, while nobody types.
_SEARCHED_TOO = ("connections", "originals")
_BODIES = (("meetings", "preamble"), ("meetings", "closing"), ("meetings", "postscript"), ("agenda", "discussion"),
           ("essays", "body"))  # fmt: skip


@migrations()
def m009_search_all(db: Database) -> None:
    """Let everything that somebody typed be found."""
    for table in _SEARCHED_TOO:
        for event, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
            gone = f"DELETE FROM indexed WHERE meeting = {row}.meeting"  # noqa: S608 - our own names
            db.execute(f"CREATE TRIGGER {table}_{event.lower()}_stale AFTER {event} ON {table} BEGIN {gone}; END")
    for table, body in _BODIES:
        behind = f"""SELECT rowid, {body} FROM {table} WHERE {body} LIKE '%"link":"%' OR {body} LIKE '%"alt":"%'"""  # noqa: S608
        for row, stored in db.execute(behind).fetchall():
            with suppress(ValueError, TypeError, KeyError):  # a damaged one: `verify` tells of it
                words = rows.stored_body(rows.body_of(stored))[1]
                db.execute(f"UPDATE {table} SET {body}_plain = ? WHERE rowid = ?", [words, row])  # noqa: S608
    grams.clear(db)


@migrations()
def m010_copies(db: Database) -> None:
    """Let a meeting say who gets a copy, and a series who usually does."""
    for table in ("meetings", "series"):
        db.execute(f"ALTER TABLE {table} ADD COLUMN copies TEXT NOT NULL DEFAULT ''")


NEWEST = 10  # the highest number of a step above, kept in the file's user_version
