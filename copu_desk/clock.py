"""The clock of agenda items: which one is under discussion, since when, and how long that took."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from copu_desk.model import AgendaItem


def under_discussion(agenda: Sequence[AgendaItem]) -> str:
    """Return the id of the item whose clock is running (the last one of several), or nothing."""
    return next((item.id for item in reversed(agenda) if item.started and not item.ended), "")


def turned(agenda: Sequence[AgendaItem], identity: str, now: time) -> tuple[AgendaItem, ...]:
    """Return the agenda with an item's clock turned on or off.

    A running clock stops; a stopped one goes on from where it began; turning one on stops every other.
    """
    running = any(item.id == identity and item.started and not item.ended for item in agenda)
    return tuple(_turned(item, now, this=item.id == identity, running=running) for item in agenda)


def _turned(item: AgendaItem, now: time, *, this: bool, running: bool) -> AgendaItem:
    at = now.replace(microsecond=0)
    if this and not running:
        return replace(item, started=item.started or at, ended=None)
    stops = item.started and not item.ended and (this or not running)
    return replace(item, ended=at) if stops else item


def elapsed(item: AgendaItem, now: time) -> timedelta | None:
    """Return how long an item took, or has taken until now, midnight passed at most once; None if it has not begun."""
    if item.started is None:
        return None
    day = date.min
    span = datetime.combine(day, item.ended or now) - datetime.combine(day, item.started)
    return span if span >= timedelta() else span + timedelta(days=1)


def over(item: AgendaItem, now: time) -> timedelta:
    """Return by how much an item took longer than planned; zero if it did not, or nothing was planned."""
    taken = elapsed(item, now)
    if taken is None or not item.planned_minutes:
        return timedelta()
    return max(timedelta(), taken - timedelta(minutes=item.planned_minutes))


def spoken(span: timedelta) -> str:
    """Return a length of time as it is read on a clock: `7:05`, `1:07:05`."""
    minutes, seconds = divmod(int(span.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
