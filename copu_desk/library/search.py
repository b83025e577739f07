"""Find words anywhere in the meetings: as LIKE finds them, newest first, with the place and its context."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from copu_desk.library.meetings import Entry, entries
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


@dataclass(frozen=True, slots=True)
class Hit:
    """Where words were found: the meeting, the place in it, and the text around the first word."""

    meeting: Entry
    place: Place
    before: str
    match: str
    after: str


def search(db: Database, words: str) -> list[Hit]:
    """Return where the words, parted by spaces, stand: only meetings that hold all of them, newest first.

    Upper and lower case of Latin letters are the same. Of each meeting at most PER_MEETING places come, those with the
    most of the words first.
    """
    wanted = list(dict.fromkeys(word.lower() for word in words.replace("\0", " ").split()))
    if not wanted:
        return []
    found: dict[str, list[set[Place]]] = {}
    texts: dict[tuple[str, Place], str] = {}
    for number, word in enumerate(wanted):
        for meeting, place, text in _containing(db, word):
            found.setdefault(meeting, [set() for _ in wanted])[number].add(place)
            texts[meeting, place] = text
    hits: list[Hit] = []
    for entry in entries(db, None, None):
        places = found.get(entry.id, [])
        if places and all(places):
            ranked = sorted(
                set().union(*places), key=lambda place: (-sum(place in one for one in places), _rank(place))
            )
            hits += [_hit(entry, place, texts[entry.id, place], wanted) for place in ranked[:PER_MEETING]]
    return hits


def _rank(place: Place) -> tuple[int, Place]:
    order = {"title": 0, "opening": 1, "agenda": 2, "actions": 3, "essays": 4, "attendees": 5}
    return order.get(place[0], 2), place


def _containing(db: Database, word: str) -> Iterator[tuple[str, Place, str]]:
    pattern = "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    for table, column in _WHERE:
        meeting = "id" if table == "meetings" else "meeting"
        item = "item" if table == "decisions" else "''"
        rows = db.execute(
            f"SELECT {meeting}, id, {item}, {column} FROM {table} WHERE {column} LIKE ? ESCAPE '\\'",  # noqa: S608
            [pattern],
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
        "SELECT m.id, s.name FROM meetings m JOIN series s ON s.id = m.series WHERE s.name LIKE ? ESCAPE '\\'",
        [pattern],
    ):
        yield identity, ("series",), text


def _hit(entry: Entry, place: Place, text: str, wanted: list[str]) -> Hit:
    lower = "".join(sign.lower() if sign.isascii() else sign for sign in text)
    start, word = min((at, word) for word in wanted if (at := lower.find(word)) >= 0)
    end = start + len(word)
    before, after = text[max(0, start - BEFORE) : start], text[end : end + AFTER]
    return Hit(entry, place, " ".join(before.split("\n")), text[start:end], " ".join(after.split("\n")))
