"""The actions still open across meetings."""

from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from copu_desk.library import rows
from copu_desk.model import Action


@dataclass(frozen=True, slots=True)
class OpenAction:
    """An open action, and the meeting it was given in: id, day, the name of the series."""

    action: Action
    meeting: str
    held_on: date
    series_name: str


_OPEN = """
SELECT a.*, m.held_on, coalesce(s.name, '') AS series_name
FROM actions a JOIN meetings m ON m.id = a.meeting LEFT JOIN series s ON s.id = m.series
WHERE a.status = 'open' AND m.deleted = '' AND m.held_on < :before AND (:series = '' OR m.series = :series)
  AND NOT EXISTS (SELECT 1 FROM actions b JOIN meetings n ON n.id = b.meeting
                  WHERE b.origin = a.id AND n.deleted = '' AND n.id != :apart_from)
ORDER BY coalesce(a.due, '9999'), m.held_on, a.position
"""


def open_actions(db: Database, before: date, series: str, apart_from: str = "") -> list[OpenAction]:
    """Return the actions open in meetings before a day, of a series (its id, empty for all), the most urgent first.

    One that a later meeting carries on is left out, since it goes on there; a meeting being edited is set apart by its
    id, because what it carries on is known better in the window.
    """
    found = db.query(_OPEN, {"before": before.isoformat(), "series": series, "apart_from": apart_from})
    return [
        OpenAction(
            rows.record(Action, {name: values[name] for name in Action.__dataclass_fields__}),
            values["meeting"],
            date.fromisoformat(values["held_on"]),
            values["series_name"],
        )
        for values in found
    ]
