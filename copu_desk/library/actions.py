"""Actions across meetings: those still open before a day, and all of them as lines that can be edited."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlite_utils import Database

from copu_desk.library import rows
from copu_desk.model import Action, ActionStatus, Meeting, Status, new_id


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
  AND a.id NOT IN (SELECT b.origin FROM actions b JOIN meetings n ON n.id = b.meeting
                   WHERE b.origin != '' AND n.deleted = '' AND n.id != :apart_from)
ORDER BY coalesce(a.due, '9999'), m.held_on, a.position
"""  # the origins are gathered once: asked for each action, they would take minutes in a library of many years


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


@dataclass(frozen=True, slots=True)
class GivenAction:
    """An action and the meeting it was given in, as a line of a list over all meetings; `id` is of both.

    What final minutes say is not changed any more: their actions are closed in the newest draft of the same series
    (`draft`, its id; empty if there is none), as it would be if they had been carried on.
    """

    what: str
    owner: str
    due: date | None
    due_words: str
    status: ActionStatus
    action: str
    meeting: str
    held_on: date
    series: str
    series_name: str
    final: bool
    draft: str
    id: str

    @property
    def can_close(self) -> bool:
        """Return whether the status can be changed."""
        return not self.final or bool(self.draft)

    @property
    def where(self) -> str:
        """Return which meeting that was, in words."""
        return f"{self.held_on} {self.series_name}".strip()


EDITED = ("what", "owner", "due", "due_words", "status")
"""The fields that may be changed in such a line."""

_GIVEN = """
SELECT a.id AS action, a.meeting, a.what, a.owner, a.due, a.due_words, a.status, m.held_on, m.series,
       m.status AS minutes, coalesce(s.name, '') AS series_name
FROM actions a JOIN meetings m ON m.id = a.meeting LEFT JOIN series s ON s.id = m.series
WHERE m.deleted = ''
  AND a.id NOT IN (SELECT b.origin FROM actions b JOIN meetings n ON n.id = b.meeting
                   WHERE b.origin != '' AND n.deleted = '')
ORDER BY coalesce(a.due, '9999'), m.held_on, a.position
"""
_DRAFTS = "SELECT series, id, held_on FROM meetings WHERE deleted = '' AND status = 'draft' ORDER BY held_on"


def given_actions(db: Database) -> tuple[GivenAction, ...]:
    """Return the actions of all meetings, the most urgent first; one that was carried on stands where it is now."""
    drafts = {series: (identity, day) for series, identity, day in db.execute(_DRAFTS)}  # the newest of each series
    return tuple(_given(values, *drafts.get(values["series"], ("", ""))) for values in db.query(_GIVEN))


def _given(values: dict[str, Any], draft: str, of_day: str) -> GivenAction:
    try:
        return _typed(values, draft, of_day)
    except rows.WRONG as error:
        raise rows.unreadable() from error


def _typed(values: dict[str, Any], draft: str, of_day: str) -> GivenAction:
    final = values["minutes"] == Status.FINAL
    return GivenAction(
        what=values["what"],
        owner=values["owner"],
        due=date.fromisoformat(values["due"]) if values["due"] else None,
        due_words=values["due_words"],
        status=ActionStatus(values["status"]),
        action=values["action"],
        meeting=values["meeting"],
        held_on=date.fromisoformat(values["held_on"]),
        series=values["series"],
        series_name=values["series_name"],
        final=final,
        draft=draft if final and of_day >= values["held_on"] else "",
        id=f"{values['meeting']}/{values['action']}",
    )


def closed(meeting: Meeting, one: GivenAction, given: Action) -> Meeting:
    """Return a draft in which an action of earlier, final minutes is closed; or is not, if it is open again."""
    there = next((it for it in meeting.actions if it.origin == given.id), None)
    rest = tuple(it for it in meeting.actions if it is not there)
    if one.status is given.status:
        return replace(meeting, actions=rest)
    identity = there.id if there else new_id()
    carried = replace(given, status=one.status, origin=given.id, item="", closed_in=meeting.id, id=identity)
    return replace(meeting, actions=(*rest, carried))
