"""The attendees of many meetings at once, without what else is in them."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlite_utils import Database

from copu_desk import records
from copu_desk.library import merging, rows
from copu_desk.library.meetings import Entry
from copu_desk.model import Attendee

_KINDS = records.field_types(Attendee)
_OTHERS = tuple((at, kind) for at, kind in enumerate(_KINDS.values()) if kind is not str)  # what is not just text
_ROLLS = f"""
SELECT {", ".join(f'a."{name}"' for name in _KINDS)}, a.meeting FROM attendees a JOIN meetings m ON m.id = a.meeting
WHERE m.deleted = '' AND m.held_on BETWEEN ? AND ?
ORDER BY a.meeting, a.position
"""  # noqa: S608 - our own names


def rolls(db: Database, entries: Sequence[Entry]) -> dict[str, tuple[Attendee, ...]]:
    """Return the attendees of listed meetings (not in the trash) by the meetings' ids."""
    found: dict[str, list[Attendee]] = {entry.id: [] for entry in entries}
    if entries:
        tie = merging.tie(db)
        days = [entry.held_on.isoformat() for entry in entries]
        for *values, meeting in db.execute(_ROLLS, [min(days), max(days)]):
            if (there := found.get(meeting)) is not None:
                for at, kind in _OTHERS:
                    values[at] = _loaded(kind, values[at])
                there.append(tie(Attendee(*values)))
    return {identity: tuple(attendees) for identity, attendees in found.items()}


@lru_cache(maxsize=4096)
def _loaded(kind: Any, value: Any) -> Any:
    """Return a stored value as the model has it; few differ among thousands of attendees."""
    try:
        return records.from_plain(kind, value)
    except rows.WRONG as error:
        raise rows.unreadable() from error
