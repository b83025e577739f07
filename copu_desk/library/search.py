"""Find words anywhere in the meetings: as LIKE finds them, newest first, with the place and its context.

An index of pairs of characters (grams.py) says which meetings may hold the words; the text itself says which do. What
the index does not know yet is looked through, so a search never misses what was typed a moment ago.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from sqlite_utils import Database

from copu_desk.library import grams
from copu_desk.library.meetings import NEWEST_FIRST, Entry, entries_of
from copu_desk.model import Place

BEFORE, AFTER = 16, 40  # characters of context
PER_MEETING = 3  # places shown of one meeting

# Where words are looked for: table, column, and the place in the meeting (the id stands between). The scratch pad is
# private and not searched.
_WHERE: tuple[tuple[str, str], ...] = (
    *(
        ("meetings", column)
        for column in (
            "title", "opening", "chair", "recorder", "venue", "platform", "link", "preamble_plain", "closing_plain",
            "postscript_plain", "classification", "remarks",
        )
    ),
    *(("agenda", column) for column in ("title", "section", "presenter", "lead", "discussion_plain")),
    ("decisions", "text"),
    *(("actions", column) for column in ("what", "owner", "due_words")),
    *(("essays", column) for column in ("title", "author", "date", "source", "body_plain")),
    *(("attendees", column) for column in ("name", "organization", "title", "note")),
)  # fmt: skip

_COLUMNS = {table: [column for of, column in _WHERE if of == table] for table, _ in _WHERE}
_AT_ONCE = 40  # meetings looked through in one statement: most searches are answered by the newest
_NUMBERED = f"""
SELECT m.id, i.document FROM meetings m LEFT JOIN indexed i ON i.meeting = m.id WHERE m.deleted = '' {NEWEST_FIRST}
"""  # noqa: S608 - our own names
_OF_SERIES = "SELECT id FROM meetings WHERE series IN (SELECT id FROM series WHERE name LIKE ? ESCAPE '\\')"


@dataclass(frozen=True, slots=True)
class Hit:
    """Where words were found: the meeting, the place in it, and the text around the first word."""

    meeting: Entry
    place: Place
    before: str
    match: str
    after: str


def search(db: Database, words: str, most: int = 0) -> list[Hit]:
    """Return where the words, parted by spaces, stand: only meetings that hold all of them, newest first.

    Upper and lower case of Latin letters are the same. Of each meeting at most PER_MEETING places come, those with the
    most of the words first. With `most` the search ends when so many places were found.
    """
    fit = words.replace("\0", " ").encode("utf-8", "ignore").decode()
    wanted = list(dict.fromkeys(_lower(fit).split()))
    hits: list[Hit] = []
    candidates = _candidates(db, wanted) if wanted else iter(())
    while some := list(islice(candidates, _AT_ONCE)):
        hits += _hits_in(db, some, wanted)
        if most and len(hits) >= most:
            return hits[:most]
    return hits


def _candidates(db: Database, wanted: list[str]) -> Iterator[str]:
    """Yield the ids of the meetings that may hold all the words, newest first; none that does is missing."""
    may = [(_documents(db, word), _ids(db, _OF_SERIES, [_pattern(word)])) for word in wanted]
    for identity, document in db.execute(_NUMBERED):
        if document is None or all(document in documents or identity in ids for documents, ids in may):
            yield identity  # what has no number is not indexed yet


def _documents(db: Database, word: str) -> set[int]:
    """Return the numbers that the index gives to the texts that may hold a word."""
    found = db.execute("SELECT rowid FROM grams WHERE grams MATCH ?", [grams.query(word)])
    return {number for (number,) in found}


def _ids(db: Database, statement: str, values: list[str]) -> set[str]:
    return {identity for (identity,) in db.execute(statement, values)}


def _hits_in(db: Database, ids: list[str], wanted: list[str]) -> list[Hit]:
    """Return the places in some meetings, looked up in the text itself."""
    found: dict[str, list[set[Place]]] = {}
    texts: dict[tuple[str, Place], str] = {}
    for number, word in enumerate(wanted):
        for meeting, place, text in _containing(db, word, ids):
            found.setdefault(meeting, [set() for _ in wanted])[number].add(place)
            texts[meeting, place] = text
    hits: list[Hit] = []
    for entry in entries_of(db, [identity for identity, places in found.items() if all(places)]):
        places = found[entry.id]
        ranked = sorted(set().union(*places), key=lambda place: (-sum(place in one for one in places), _rank(place)))
        hits += [_hit(entry, place, texts[entry.id, place], wanted) for place in ranked[:PER_MEETING]]
    return hits


def index(db: Database, most: int) -> int:
    """Bring some meetings up to date in the index, and return how many are left."""
    stale = [
        identity for (identity,) in db.execute("SELECT id FROM meetings WHERE id NOT IN (SELECT meeting FROM indexed)")
    ]
    if stale and grams.is_overgrown(db):
        grams.clear(db)
    for identity in stale[:most]:
        grams.add(db, identity, texts_of(db, identity))
    return max(0, len(stale) - most)


def texts_of(db: Database, meeting: str) -> Iterator[str]:
    """Yield every text of a meeting that is searched."""
    for table, columns in _COLUMNS.items():
        owner = "id" if table == "meetings" else "meeting"
        rows = db.execute(f"SELECT {', '.join(columns)} FROM {table} WHERE {owner} = ?", [meeting])  # noqa: S608
        for row in rows:
            yield from row


def _rank(place: Place) -> tuple[int, Place]:
    order = {"title": 0, "opening": 1, "agenda": 2, "actions": 3, "essays": 4, "attendees": 5}
    return order.get(place[0], 2), place


def _pattern(word: str) -> str:
    return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"


def _containing(db: Database, word: str, ids: list[str]) -> Iterator[tuple[str, Place, str]]:
    pattern, marks = _pattern(word), ", ".join(["?"] * len(ids))
    for table, column in _WHERE:
        meeting = "id" if table == "meetings" else "meeting"
        item = "item" if table == "decisions" else "''"
        rows = db.execute(
            f"SELECT {meeting}, id, {item}, {column} FROM {table}"  # noqa: S608
            f" WHERE {meeting} IN ({marks}) AND {column} LIKE ? ESCAPE '\\'",
            [*ids, pattern],
        )
        field = column.removesuffix("_plain")
        for owner, identity, of_item, text in rows:
            if table == "meetings":
                yield owner, (field,), text
            elif table == "decisions":
                yield owner, ("agenda", of_item, "decisions", identity, field), text
            else:
                yield owner, (table, identity, field), text
    for identity, text in db.execute(
        "SELECT m.id, s.name FROM meetings m JOIN series s ON s.id = m.series"  # noqa: S608
        f" WHERE m.id IN ({marks}) AND s.name LIKE ? ESCAPE '\\'",
        [*ids, pattern],
    ):
        yield identity, ("series",), text


_CAPITALS = re.compile("[A-Z]+")


def _lower(words: str) -> str:
    """Return words with Latin capitals as small letters, and all else as it is: what LIKE takes for the same."""
    return _CAPITALS.sub(lambda found: found[0].lower(), words)


def _hit(entry: Entry, place: Place, text: str, wanted: list[str]) -> Hit:
    lower = _lower(text)
    start, word = min((at, word) for word in wanted if (at := lower.find(word)) >= 0)
    end = start + len(word)
    before, after = text[max(0, start - BEFORE) : start], text[end : end + AFTER]
    return Hit(entry, place, " ".join(before.split("\n")), text[start:end], " ".join(after.split("\n")))
