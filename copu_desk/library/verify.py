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
from copu_desk.document import searched
from copu_desk.errors import CopuError
from copu_desk.library import edits, grams, meetings, originals, rows, search, trash, versions
from copu_desk.library.file import File, connect_to_read, fault, told
from copu_desk.model import Essay, Meeting, Original, Person, Series
from copu_desk.progress import NO_PROGRESS, Progress
from copu_desk.sentences import Sentence

_MOST = 200  # problems told of; where there are so many, more of them tell nothing new
INDEX_STALE = Sentence("查找的索引与会议对不上，可以重建索引。")


def verify(path: Path, progress: Progress = NO_PROGRESS) -> list[Sentence]:
    """Return what is wrong with a library, a sentence for each; empty if all is well.

    It reads through a connection of its own, so that it may run beside a window and in any thread. LibraryError if the
    file cannot be opened at all.
    """
    with told(path), closing(connect_to_read(path)) as connection:
        db = File(connection, path, read_only=True)
        if db.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
            db.execute("BEGIN")  # one moment's state: what a window writes meanwhile would look like disagreement
        found = []
        for problem in _problems(db, progress):
            found.append(problem)
            if len(found) == _MOST:
                found.append(Sentence("问题很多，没有全部列出。"))
                break
        return found


def _problems(db: File, progress: Progress) -> Iterator[Sentence]:
    progress(0, 0, Sentence("正在检查文件…"))
    try:
        damage = [words for (words,) in db.execute("PRAGMA integrity_check(20)") if words != "ok"]
    except sqlite3.DatabaseError as error:
        damage = [str(error)]
    if damage:  # what stands in such a file is not to be trusted either
        yield fault(db.path, sqlite3.SQLITE_CORRUPT).sentence
        yield from (Sentence("文件：{words}", words=words) for words in damage)
        return
    for table, _row, parent, _key in db.execute("PRAGMA foreign_key_check"):
        yield Sentence("表 {table} 里有一行指向 {parent} 中没有的记录。", table=table, parent=parent)
    yield from _records(db)
    ids = [identity for (identity,) in db.execute("SELECT id FROM meetings ORDER BY held_on DESC")]
    known = db.execute("SELECT id FROM series UNION SELECT id FROM trash WHERE kind = 'series'")
    series = {identity for (identity,) in known}
    pictures = {name for (name,) in db.execute("SELECT name FROM images")}
    for number, identity in enumerate(ids):
        progress(number, len(ids), Sentence("正在检查会议…"))
        yield from _meeting(db, identity, series, pictures)
    progress(0, 0, Sentence("正在检查图片、原件和版本…"))
    for name, data in db.execute("SELECT name, data FROM images"):
        if not _is_of(data, name):
            yield Sentence("图片 {name} 的内容变了。", name=name[:8])
    yield from _originals(db)
    yield from _versions(db)
    yield from _index(db, ids, progress)


def _is_of(data: Any, digest: str) -> bool:
    """Tell whether bytes are those of a digest; in a damaged file they may be no bytes at all."""
    return isinstance(data, bytes) and sha256(data).hexdigest() == digest


def _records(db: Database) -> Iterator[Sentence]:
    for table, kind, what in (("people", Person, Sentence("人员")), ("series", Series, Sentence("系列"))):
        for values in db.query(f"SELECT * FROM {table}"):  # noqa: S608
            try:
                rows.record(kind, values)
            except (CopuError, *rows.WRONG):
                yield Sentence("{what}“{name}”读不出来。", what=what, name=values["name"])
    for one in trash.listed(db):
        if one.kind is not trash.TrashKind.MEETING:
            try:
                trash.record(db, one)
            except (CopuError, *rows.WRONG):
                yield Sentence("回收站里的“{name}”读不出来。", name=one.name)


def _meeting(db: Database, identity: str, series: set[str], pictures: set[str]) -> Iterator[Sentence]:
    try:
        meeting = meetings.load(db, identity)
    except (CopuError, *rows.WRONG):
        yield Sentence("会议 {meeting} 读不出来。", meeting=identity[:8])
        return
    called = Sentence("{day} 的会议（{meeting}）", day=meeting.held_on, meeting=identity[:8])
    if meeting.series and meeting.series not in series:
        yield Sentence("{called}的系列已经没有了。", called=called)
    yield from (
        Sentence("{called}里的图片 {name} 找不到了。", called=called, name=name[:8])
        for name in sorted(image_names(meeting) - pictures)
    )
    yield from (
        Sentence("{called}的原件“{name}”找不到了。", called=called, name=one.name)
        for one in meeting.originals
        if not originals.has(db, one.digest)
    )
    yield from _places(db, meeting, called)
    yield from _plain_texts(db, meeting, called)


def _places(db: Database, meeting: Meeting, called: Sentence) -> Iterator[Sentence]:
    """Yield where records do not follow one another, or belong to an item that is not there."""
    for name in meetings.PARTS:
        found = db.execute(f"SELECT position FROM {name} WHERE meeting = ? ORDER BY position", [meeting.id])  # noqa: S608
        if [position for (position,) in found] != list(range(len(getattr(meeting, name)))):
            yield Sentence("{called}{what}", called=called, what=_OUT_OF_ORDER[name])
    items = {item.id for item in meeting.agenda}
    for (item,) in db.execute("SELECT DISTINCT item FROM decisions WHERE meeting = ?", [meeting.id]):
        if item not in items:
            yield Sentence("{called}有决议不属于任何议程。", called=called)
    used = {one.item for one in meeting.actions} | {one.item for one in meeting.essays}
    if used - items - {""}:
        yield Sentence("{called}有待办或附文所属的议程已经没有了。", called=called)


_OUT_OF_ORDER = {
    "attendees": Sentence("的参会人次序有重复或空缺。"),
    "agenda": Sentence("的议程次序有重复或空缺。"),
    "actions": Sentence("的待办次序有重复或空缺。"),
    "essays": Sentence("的附文次序有重复或空缺。"),
    "connections": Sentence("的连接记录次序有重复或空缺。"),
    "originals": Sentence("的原件次序有重复或空缺。"),
}


def _plain_texts(db: Database, meeting: Meeting, called: Sentence) -> Iterator[Sentence]:
    """Yield which bodies are found by another text than theirs."""
    records: dict[str, tuple[Any, ...]] = {"meetings": (meeting,), "agenda": meeting.agenda, "essays": meeting.essays}
    for table, names in edits.BODIES.items():
        for record in records[table]:
            owner = "id = ? AND id = ?" if table == "meetings" else "meeting = ? AND id = ?"
            for name in names:
                stored = f"SELECT {name}, {name}_plain FROM {table} WHERE {owner}"  # noqa: S608
                body, words = db.execute(stored, [meeting.id, record.id]).fetchone()
                # Edits that are not folded yet are in neither.
                if words != "\n".join(map(searched, rows.body_of(body))):
                    yield Sentence("{called}有一段正文与查找用的文字不一样。", called=called)


def _originals(db: Database) -> Iterator[Sentence]:
    """Yield which bytes of originals are not what they were, or belong to nothing."""
    held = {digest for (digest,) in db.execute("SELECT digest FROM originals")}
    held |= {one.digest for one in _deleted(db) if isinstance(one, Original)}
    for digest, data in db.execute("SELECT digest, data FROM original_files"):
        if not _is_of(data, digest):
            yield Sentence("原件 {original} 的内容变了。", original=digest[:8])
        if digest not in held:
            yield Sentence("原件 {original} 不属于任何会议。", original=digest[:8])


def _deleted(db: Database) -> Iterator[Essay | Original | Person]:
    for one in trash.listed(db):
        if one.kind is not trash.TrashKind.MEETING:
            with suppress(CopuError, *rows.WRONG):  # told of already
                yield trash.record(db, one)


def _versions(db: Database) -> Iterator[Sentence]:
    for name, data in db.execute("SELECT hash, data FROM snapshots"):
        with suppress(zlib.error, TypeError):
            if sha256(zlib.decompress(data)).hexdigest() == name:
                continue
        yield Sentence("会议的一个旧版本（{version}）损坏了。", version=name[:8])
    for identity, meeting in db.execute("SELECT max(id), meeting FROM versions GROUP BY meeting").fetchall():
        try:
            versions.listed(db, meeting)
            versions.load(db, identity)
        except CopuError:
            yield Sentence("会议的一个旧版本（编号 {identity}）读不出来。", identity=identity)


def _index(db: Database, ids: list[str], progress: Progress) -> Iterator[Sentence]:
    """Compare what the index holds of each meeting that it knows with what it should hold."""
    documents = dict(db.execute("SELECT meeting, document FROM indexed").fetchall())
    with suppress(sqlite3.OperationalError):  # there is one already
        db.execute("CREATE VIRTUAL TABLE temp.held USING fts5vocab(main, grams, instance)")
    held: dict[int, set[str]] = {document: set() for document in documents.values()}
    progress(0, 0, Sentence("正在检查索引…"))
    for term, document in db.execute("SELECT term, doc FROM temp.held"):
        if document in held:
            held[document].add(term)
    for number, identity in enumerate(ids):
        progress(number, len(ids), Sentence("正在检查索引…"))
        document = documents.pop(identity, None)
        if document is not None and held[document] != grams.pairs(search.texts_of(db, identity)):
            yield INDEX_STALE
            return
    if documents:
        yield INDEX_STALE
