"""The index of the search: for each meeting, which pairs of neighbouring characters stand in its text.

Chinese has no spaces, so words of one, two or more characters are all found by their pairs. A pair is written as two
code points of five hexadecimal digits, which no tokenizer can take amiss. The index holds no positions and no text: it
answers "which meetings may", and the text is asked afterwards. Entries of a meeting that has changed stay in it as
dead weight (nothing points to them any more) until `clear`.
"""

from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from sqlite_utils import Database

_SLACK = 2_000  # dead entries that are not worth a new index


def query(word: str) -> str:
    """Return what to ask the index for a word (not empty): the pairs in it, or the beginning of pairs for one sign."""
    signs = _signs(word)
    if len(signs) == 1:
        return f"{signs[0]}*"
    return " AND ".join(dict.fromkeys(one + other for one, other in pairwise(signs)))


def add(db: Database, meeting: str, texts: Iterable[str]) -> None:
    """Put a meeting that is not in the index into it."""
    document = db.execute("INSERT INTO indexed (meeting) VALUES (?)", [meeting]).lastrowid
    db.execute("INSERT INTO grams (rowid, words) VALUES (?, ?)", [document, " ".join(sorted(pairs(texts)))])


def pairs(texts: Iterable[str]) -> set[str]:
    """Return what the index holds of some texts: the pairs of neighbouring characters, and each text's last one."""
    found: set[tuple[str, str]] = set()  # of characters: a long text has many, but few that are not alike
    for text in texts:
        small = text.translate(_SMALL)
        found.update(pairwise(small))
        found.update((last, "") for last in small[-1:])
    return {_sign(one) + (_sign(other) if other else "") for one, other in found}


def is_overgrown(db: Database) -> bool:
    """Return whether most of the index is dead weight."""
    (living,) = db.execute("SELECT count(*) FROM indexed").fetchone()
    ever = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'indexed'").fetchone()
    return bool(ever and ever[0] > 2 * living + _SLACK)


def clear(db: Database) -> None:
    """Empty the index; meetings come into it again as if they were new."""
    db.execute("INSERT INTO grams (grams) VALUES ('delete-all')")
    db.execute("DELETE FROM indexed")
    db.execute("DELETE FROM sqlite_sequence WHERE name = 'indexed'")


def _signs(text: str) -> list[str]:
    """Return the characters, Latin capitals as small letters: what LIKE takes for the same."""
    return [_sign(sign) for sign in text.translate(_SMALL)]


_SMALL = {capital: capital + ord("a") - ord("A") for capital in range(ord("A"), ord("Z") + 1)}


@cache
def _sign(sign: str) -> str:
    return f"{ord(sign) & 0xFFFFF:05x}"
