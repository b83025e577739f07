"""The attendees of many meetings at once, without what else is in them."""

from collections.abc import Sequence

from sqlite_utils import Database

from copu_desk.library import merging, rows
from copu_desk.library.meetings import Entry
from copu_desk.model import Attendee

_ROLLS = """
SELECT a.* FROM attendees a JOIN meetings m ON m.id = a.meeting
WHERE m.deleted = '' AND m.held_on BETWEEN :since AND :until
ORDER BY a.meeting, a.position
"""


def rolls(db: Database, entries: Sequence[Entry]) -> dict[str, tuple[Attendee, ...]]:
    """Return the attendees of listed meetings (not in the trash) by the meetings' ids."""
    found: dict[str, list[Attendee]] = {entry.id: [] for entry in entries}
    if entries:
        days = [entry.held_on.isoformat() for entry in entries]
        for values in db.query(_ROLLS, {"since": min(days), "until": max(days)}):
            if (there := found.get(values.pop("meeting"))) is not None:
                there.append(rows.record(Attendee, values))
    tie = merging.tie(db)
    return {identity: tuple(map(tie, attendees)) for identity, attendees in found.items()}
