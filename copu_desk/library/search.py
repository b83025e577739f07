"""Find words anywhere in the meetings: as LIKE finds them, newest first, with the place and its context.

An index of pairs of characters (grams.py) says which meetings may hold the words; the text itself says which do. What
the index does not know yet is looked through, so a search never misses what was typed a moment ago.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from sqlite_utils import Database

from copu_desk.library import grams
from copu_desk.library.meetings import NEWEST_FIRST, Entry, entries_of
from copu_desk.library.rows import PLAIN
from copu_desk.model import Place

BEFORE, AFTER = 16, 40  # characters of context
PER_MEETING = 3  # places shown of one meeting

# Where words are looked for: the columns of tables. What nobody reads or types is left out: ids, digests, moments, and
# what is chosen from a list; so are the role and the file of a connection, which stand in all the lines of a report.
_COLUMNS: dict[str, tuple[str, ...]] = {
    "meetings": (
        "title", "opening", "chair", "recorder", "venue", "platform", "link", "preamble_plain", "closing_plain",
        "postscript_plain", "classification", "remarks", "copies", "number", "scratch",
    ),
    "agenda": ("title", "section", "presenter", "lead", "discussion_plain"),
    "decisions": ("text",),
    "actions": ("what", "owner", "due_words"),
    "essays": ("title", "author", "date", "source", "body_plain"),
    "attendees": ("name", "organization", "title", "note"),
    "connections": ("name", "account", "organization"),
    "originals": ("name",),
}  # fmt: skip
_IN_WORDS = {"number": "iif(number > 0, '第' || number || '次', '')"}
_PRIVATE = ("scratch",)  # found by whom it belongs to, and told to no other program
_AT_ONCE = 40  # meetings looked through in one statement: most searches are answered by the newest
_FEW = 500  # candidates that are sooner put in order than met on a walk through all meetings
_NAMED = "SELECT id FROM series WHERE name LIKE ? ESCAPE '\\'"
_MATCHING = "SELECT rowid FROM grams WHERE grams MATCH ?"
_WALK = f"""
SELECT m.id, m.series, i.document FROM meetings m LEFT JOIN indexed i ON i.meeting = m.id
WHERE m.deleted = '' {NEWEST_FIRST}
"""  # noqa: S608 - our own names
_NOT_INDEXED = "SELECT id FROM meetings WHERE id NOT IN (SELECT meeting FROM indexed)"


@dataclass(frozen=True, slots=True)
class Hit:
    """Where words were found: the meeting, the place in it, and the text around the first word."""

    meeting: Entry
    place: Place
    before: str
    match: str
    after: str


@dataclass(frozen=True, slots=True)
class _Found:
    """A text, the same with small letters alone, and which of the words stand in it."""

    text: str
    small: str
    held: list[str]


def search(db: Database, words: str, most: int = 0, *, private: bool = False) -> list[Hit]:
    """Return where the words, parted by spaces, stand: only meetings that hold all of them, newest first.

    Upper and lower case of Latin letters are the same. Of each meeting at most PER_MEETING places come, those with the
    most of the words first. With `most` the search ends when so many places were found. Only with `private` is the
    scratch pad looked through, too.
    """
    fit = words.replace("\0", " ").encode("utf-8", "ignore").decode()
    wanted = list(dict.fromkeys(_lower(fit).split()))
    hits: list[Hit] = []
    candidates = _candidates(db, wanted) if wanted else iter(())
    while some := list(islice(candidates, _AT_ONCE)):
        hits += _hits_in(db, some, wanted, private=private)
        if most and len(hits) >= most:
            return hits[:most]
    return hits


def _candidates(db: Database, wanted: list[str]) -> Iterator[str]:
    """Return the ids of the meetings that may hold all the words, newest first; none that does is missing."""
    named = {word: _column(db, _NAMED, _pattern(word)) for word in wanted}
    unnamed = [word for word in wanted if not named[word]]  # no series is called so: these must stand in the text
    may = [(_column(db, _MATCHING, " AND ".join(map(grams.query, unnamed))), set[str]())] if unnamed else []
    if may and len(may[0][0]) <= _FEW:
        return _listed(db, may[0][0])
    may += [(_column(db, _MATCHING, grams.query(word)), named[word]) for word in wanted if named[word]]
    meetings: Iterable[_Row] = db.execute(_WALK)
    for documents, series in may:
        meetings = _those(meetings, documents, series)
    return (identity for identity, _series, _document in meetings)


def _column(db: Database, statement: str, value: str) -> set[Any]:
    return set(chain.from_iterable(db.execute(statement, [value])))


_Row = tuple[str, str, int | None]  # of a meeting: its id, its series, its number in the index


def _those(meetings: Iterable[_Row], documents: set[int], series: set[str]) -> Iterator[_Row]:
    """Yield those of some meetings that have such a number or series; and what is not in the index yet may be meant."""
    for row in meetings:
        if row[2] is None or row[2] in documents or row[1] in series:
            yield row


def _listed(db: Database, documents: set[int]) -> Iterator[str]:
    """Yield the meetings of these numbers, and those that the index does not know yet, newest first."""
    numbers = ", ".join(map(str, documents))
    for (identity,) in db.execute(
        f"SELECT m.id FROM (SELECT meeting FROM indexed WHERE document IN ({numbers}) UNION ALL {_NOT_INDEXED}) may"  # noqa: S608
        f" JOIN meetings m ON m.id = may.meeting WHERE m.deleted = '' {NEWEST_FIRST}"
    ):
        yield identity


def _hits_in(db: Database, ids: list[str], wanted: list[str], *, private: bool) -> list[Hit]:
    """Return the places in some meetings, looked up in the text itself."""
    have_letters = any(word.encode().upper() != word.encode() for word in wanted)
    found: dict[str, dict[Place, _Found]] = {}
    for meeting, place, text in _texts_with(db, wanted, ids, private=private):
        small = _lower(text) if have_letters else text  # Chinese has no small letters
        if held := [word for word in wanted if word in small]:
            found.setdefault(meeting, {})[place] = _Found(text, small, held)
    return [hit for entry in entries_of(db, list(found)) for hit in _hits_of(entry, found[entry.id], wanted)]


def _hits_of(entry: Entry, found: Mapping[Place, _Found], wanted: list[str]) -> Iterator[Hit]:
    """Yield the best places of one meeting; none if it does not hold all the words."""
    if len(set(chain.from_iterable(one.held for one in found.values()))) == len(wanted):
        for place in sorted(found, key=lambda place: (-len(found[place].held), _rank(place)))[:PER_MEETING]:
            yield _hit(entry, place, found[place])


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
        said = ", ".join(_said(columns))
        for row in db.execute(f"SELECT {said} FROM {table} WHERE {_owner(table)} = ?", [meeting]):  # noqa: S608
            yield from row


def _owner(table: str) -> str:
    return "id" if table == "meetings" else "meeting"


def _said(columns: Iterable[str]) -> list[str]:
    return [_IN_WORDS.get(column, column) for column in columns]


_ORDER = {"title": 0, "number": 0, "opening": 1, "agenda": 2, "actions": 3, "essays": 4, "attendees": 5,
          "connections": 6, "originals": 7, "scratch": 8}  # fmt: skip


def _rank(place: Place) -> tuple[int, Place]:
    return _ORDER.get(place[0], 2), place


def _pattern(word: str) -> str:
    return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"


def _texts_with(db: Database, wanted: list[str], ids: list[str], *, private: bool) -> Iterator[tuple[str, Place, str]]:
    """Yield texts of some meetings, with their places; none in which one of the words stands is missing."""
    patterns, among = [_pattern(word) for word in wanted], ", ".join("?" * len(ids))
    for table, all_columns in _COLUMNS.items():
        columns = [column for column in all_columns if private or column not in _PRIVATE]
        said, item = _said(columns), "item" if table == "decisions" else "''"
        theirs = (
            f"SELECT {_owner(table)}, id, {item}, {', '.join(said)} FROM {table} WHERE {_owner(table)} IN ({among})"  # noqa: S608
        )
        for meeting, identity, of, *texts in _rows_with(db, theirs, ids, said, patterns):
            for column, text in zip(columns, texts, strict=True):
                yield meeting, _place(table, identity, of, column.removesuffix(PLAIN)), text
    named = f"SELECT m.id, s.name FROM meetings m JOIN series s ON s.id = m.series WHERE m.id IN ({among})"  # noqa: S608
    for meeting, text in _rows_with(db, named, ids, ["s.name"], patterns):
        yield meeting, ("series",), text


def _rows_with(
    db: Database, theirs: str, ids: list[str], columns: list[str], patterns: list[str]
) -> Iterable[tuple[str, ...]]:
    """Return those of the rows of some meetings of which a column is like one of the patterns."""
    like = " OR ".join(f"{column} LIKE ? ESCAPE '\\'" for column in columns for _ in patterns)
    return db.execute(f"{theirs} AND ({like})", [*ids, *patterns * len(columns)])


def _place(table: str, identity: str, item: str, field: str) -> Place:
    match table:
        case "meetings":
            return (field,)
        case "decisions":
            return "agenda", item, "decisions", identity, field
        case _:
            return table, identity, field


def _lower(words: str) -> str:
    """Return words with Latin capitals as small letters, and all else as it is: what LIKE takes for the same."""
    return words.encode().lower().decode()  # of bytes, those of Latin letters alone


def _hit(entry: Entry, place: Place, found: _Found) -> Hit:
    start, word = min((found.small.find(word), word) for word in found.held)
    end = start + len(word)
    before, after = found.text[max(0, start - BEFORE) : start], found.text[end : end + AFTER]
    return Hit(entry, place, " ".join(before.split("\n")), found.text[start:end], " ".join(after.split("\n")))
