"""Look through a library for whatever is not as it should be: the file, our own rules, the index of the search."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from copu_desk.bundle import image_names
from copu_desk.document import plain
from copu_desk.errors import CopuError
from copu_desk.library import edits, grams, meetings, originals, rows, search, trash, versions
from copu_desk.library.file import File, connect_to_read, fault, told
from copu_desk.model import Essay, Meeting, Original, Person, Series
from copu_desk.progress import NO_PROGRESS, Progress

_MOST = 200  # problems told of; where there are so many, more of them tell nothing new
INDEX_STALE = "查找的索引与会议对不上，可以重建索引。"


def verify(path: Path, progress: Progress = NO_PROGRESS) -> list[str]:
    """Return what is wrong with a library, a sentence for each; empty if all is well.

    It reads through a connection of its own, so that it may run beside a window and in any thread. LibraryError if the
    file cannot be opened at all.
    """
    with told(path), closing(connect_to_read(path)) as connection:
        db = File(connection, path, read_only=True)
        found = []
        for problem in _problems(db, progress):
            found.append(problem)
            if len(found) == _MOST:
                found.append("问题很多，没有全部列出。")
                break
        return found


def _problems(db: File, progress: Progress) -> Iterator[str]:
    progress(0, 0, "正在检查文件…")
    try:
        damage = [words for (words,) in db.execute("PRAGMA integrity_check(20)") if words != "ok"]
    except sqlite3.DatabaseError as error:
        damage = [str(error)]
    if damage:  # what stands in such a file is not to be trusted either
        yield str(fault(db.path, sqlite3.SQLITE_CORRUPT))
        yield from (f"文件：{words}" for words in damage)
        return
    for table, _row, parent, _key in db.execute("PRAGMA foreign_key_check"):
        yield f"表 {table} 里有一行指向 {parent} 中没有的记录。"
    yield from _records(db)
    ids = [identity for (identity,) in db.execute("SELECT id FROM meetings ORDER BY held_on DESC")]
    series = {identity for (identity,) in db.execute("SELECT id FROM series")}
    pictures = {name for (name,) in db.execute("SELECT name FROM images")}
    for number, identity in enumerate(ids):
        progress(number, len(ids), "正在检查会议…")
        yield from _meeting(db, identity, series, pictures)
    progress(0, 0, "正在检查图片、原件和版本…")
    for name, data in db.execute("SELECT name, data FROM images"):
        if sha256(data).hexdigest() != name:
            yield f"图片 {name[:8]} 的内容变了。"
    yield from _originals(db)
    yield from _versions(db)
    yield from _index(db, ids, progress)


def _records(db: Database) -> Iterator[str]:
    for table, kind, what in (("people", Person, "人员"), ("series", Series, "系列")):
        for values in db.query(f"SELECT * FROM {table}"):  # noqa: S608
            try:
                rows.record(kind, values)
            except (CopuError, ValueError, TypeError, KeyError):
                yield f"{what}“{values['name']}”读不出来。"
    for one in trash.listed(db):
        if one.kind is not trash.TrashKind.MEETING:
            try:
                trash.record(db, one)
            except (CopuError, ValueError, TypeError, KeyError):
                yield f"回收站里的“{one.name}”读不出来。"


def _meeting(db: Database, identity: str, series: set[str], pictures: set[str]) -> Iterator[str]:
    try:
        meeting = meetings.load(db, identity)
    except (CopuError, ValueError, TypeError, KeyError):
        yield f"会议 {identity[:8]} 读不出来。"
        return
    called = f"{meeting.held_on} 的会议（{identity[:8]}）"
    if meeting.series and meeting.series not in series:
        yield f"{called}的系列已经没有了。"
    yield from (f"{called}里的图片 {name[:8]} 找不到了。" for name in sorted(image_names(meeting) - pictures))
    yield from (
        f"{called}的原件“{one.name}”找不到了。" for one in meeting.originals if not originals.has(db, one.digest)
    )
    yield from _places(db, meeting, called)
    yield from _plain_texts(db, meeting, called)


def _places(db: Database, meeting: Meeting, called: str) -> Iterator[str]:
    """Yield where records do not follow one another, or belong to an item that is not there."""
    for name in meetings.PARTS:
        found = db.execute(f"SELECT position FROM {name} WHERE meeting = ? ORDER BY position", [meeting.id])  # noqa: S608
        if [position for (position,) in found] != list(range(len(getattr(meeting, name)))):
            yield f"{called}的{_PART_WORDS.get(name, name)}次序有重复或空缺。"
    items = {item.id for item in meeting.agenda}
    for (item,) in db.execute("SELECT DISTINCT item FROM decisions WHERE meeting = ?", [meeting.id]):
        if item not in items:
            yield f"{called}有决议不属于任何议程。"
    used = {one.item for one in meeting.actions} | {one.item for one in meeting.essays}
    if used - items - {""}:
        yield f"{called}有待办或附文所属的议程已经没有了。"


_PART_WORDS = {"attendees": "参会人", "agenda": "议程", "actions": "待办", "essays": "附文",
               "connections": "连接记录", "originals": "原件"}  # fmt: skip


def _plain_texts(db: Database, meeting: Meeting, called: str) -> Iterator[str]:
    """Yield which bodies are searched by another text than they show."""
    records: dict[str, tuple[Any, ...]] = {"meetings": (meeting,), "agenda": meeting.agenda, "essays": meeting.essays}
    for table, names in edits.BODIES.items():
        for record in records[table]:
            owner = "id = ? AND id = ?" if table == "meetings" else "meeting = ? AND id = ?"
            for name in names:
                stored = f"SELECT {name}, {name}_plain FROM {table} WHERE {owner}"  # noqa: S608
                body, words = db.execute(stored, [meeting.id, record.id]).fetchone()
                if words != "\n".join(map(plain, rows.body_of(body))):  # edits that are not folded yet are in neither
                    yield f"{called}有一段正文与查找用的文字不一样。"


def _originals(db: Database) -> Iterator[str]:
    """Yield which bytes of originals are not what they were, or belong to nothing."""
    held = {digest for (digest,) in db.execute("SELECT digest FROM originals")}
    held |= {one.digest for one in _deleted(db) if isinstance(one, Original)}
    for digest, data in db.execute("SELECT digest, data FROM original_files"):
        if sha256(data).hexdigest() != digest:
            yield f"原件 {digest[:8]} 的内容变了。"
        if digest not in held:
            yield f"原件 {digest[:8]} 不属于任何会议。"


def _deleted(db: Database) -> Iterator[Essay | Original | Person]:
    for one in trash.listed(db):
        if one.kind is not trash.TrashKind.MEETING:
            with suppress(CopuError, ValueError, TypeError, KeyError):  # told of already
                yield trash.record(db, one)


def _versions(db: Database) -> Iterator[str]:
    for name, data in db.execute("SELECT hash, data FROM snapshots"):
        with suppress(zlib.error):
            if sha256(zlib.decompress(data)).hexdigest() == name:
                continue
        yield f"会议的一个旧版本（{name[:8]}）损坏了。"
    for identity in [one for (one,) in db.execute("SELECT max(id) FROM versions GROUP BY meeting")]:
        try:
            versions.load(db, identity)
        except CopuError:
            yield f"会议的一个旧版本（编号 {identity}）读不出来。"


def _index(db: Database, ids: list[str], progress: Progress) -> Iterator[str]:
    """Compare what the index holds of each meeting that it knows with what it should hold."""
    documents = dict(db.execute("SELECT meeting, document FROM indexed").fetchall())
    with suppress(sqlite3.OperationalError):  # there is one already
        db.execute("CREATE VIRTUAL TABLE temp.held USING fts5vocab(main, grams, instance)")
    held: dict[int, set[str]] = {document: set() for document in documents.values()}
    progress(0, 0, "正在检查索引…")
    for term, document in db.execute("SELECT term, doc FROM temp.held"):
        if document in held:
            held[document].add(term)
    for number, identity in enumerate(ids):
        progress(number, len(ids), "正在检查索引…")
        document = documents.pop(identity, None)
        if document is not None and held[document] != grams.pairs(search.texts_of(db, identity)):
            yield INDEX_STALE
            return
    if documents:
        yield INDEX_STALE
