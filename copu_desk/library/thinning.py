"""Which of many copies of different ages are worth their room: the nearer in time, the closer together."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TypeVar

T = TypeVar("T")
Key = Callable[[datetime], object]

DAY: Key = lambda moment: moment.date()  # noqa: E731 - a table of rules reads better
WEEK: Key = lambda moment: moment.isocalendar()[:2]  # noqa: E731
MONTH: Key = lambda moment: (moment.year, moment.month)  # noqa: E731


def newest_of_each(copies: Iterable[T], moment: Callable[[T], datetime], key: Key, most: int = 0) -> list[T]:
    """Return the newest copy of each day (or week, or month), newest first; with `most`, of so many of them only."""
    found: dict[object, T] = {}
    for copy in sorted(copies, key=moment, reverse=True):
        found.setdefault(key(moment(copy)), copy)
    kept = list(found.values())
    return kept[:most] if most else kept


def worth_keeping(copies: Sequence[T], moment: Callable[[T], datetime], periods: Iterable[tuple[Key, int]]) -> list[T]:
    """Return the copies that any of the periods asks for: (DAY, 7) for the newest of each of the last 7 days of use."""
    kept = [copy for key, most in periods for copy in newest_of_each(copies, moment, key, most)]
    return [copy for copy in copies if any(copy is one for one in kept)]
