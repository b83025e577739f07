"""What is remembered of platforms' attendance reports: whom nicknames meant, and what columns hold."""

import json
from collections.abc import Iterable, Mapping

from sqlite_utils import Database

from copu_desk.library import rows
from copu_desk.model import Nickname


def nicknames(db: Database) -> tuple[Nickname, ...]:
    """Return whom nicknames meant."""
    return tuple(rows.record(Nickname, values) for values in db.query("SELECT * FROM nicknames ORDER BY name, account"))


def remember(db: Database, decided: Iterable[Nickname], forgotten: Iterable[Nickname]) -> None:
    """Keep decisions about nicknames, and drop others."""
    for one in forgotten:
        db.execute("DELETE FROM nicknames WHERE name = ? AND account = ?", [one.name, one.account])
    rows.put(db, "nicknames", [rows.row(one) for one in decided], ("name", "account"))


def columns(db: Database) -> dict[str, Mapping[str, int]]:
    """Return what columns hold, by row of headings."""
    return {headings: json.loads(told) for headings, told in db.execute("SELECT headings, columns FROM report_columns")}


def remember_columns(db: Database, headings: str, told: Mapping[str, int]) -> None:
    """Keep what the columns under a row of headings hold."""
    rows.put(db, "report_columns", [{"headings": headings, "columns": json.dumps(dict(told))}], ("headings",))
