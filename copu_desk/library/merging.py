"""Attendees whose entry of the roster became one with another: they are tied to that one when they are read."""

import json
from collections.abc import Callable
from dataclasses import replace

from sqlite_utils import Database

from copu_desk.model import Attendee


def tie(db: Database) -> Callable[[Attendee], Attendee]:
    """Return what ties an attendee to the roster as it is now; the rows of meetings stay as they were written."""
    found = db.execute("SELECT id, merged FROM people WHERE merged != ''").fetchall()
    into = {old: person for person, merged in found for old in json.loads(merged)}
    return lambda one: replace(one, person=into[one.person]) if one.person in into else one
