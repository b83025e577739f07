"""Read the moments and lengths of time of attendance reports, as platforms of all countries write them."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache

from copu_desk import dates

BEIJING = timedelta(hours=8)
_CENTURY = 2000


class Order(StrEnum):
    """Which number of 7/8/2026 is the month."""

    MONTH_FIRST = "mdy"
    DAY_FIRST = "dmy"


_ISO = re.compile(r"(?P<y>[12][0-9]{3})[-./年](?P<m>[0-9]{1,2})[-./月](?P<d>[0-9]{1,2})(?:日|[T,\s]|$)")
_EITHER = re.compile(r"(?P<a>[0-9]{1,2})(?P<sign>[-./])(?P<b>[0-9]{1,2})(?P=sign)(?P<y>[12][0-9]{3}|[0-9]{2})(?![0-9])")
_BEFORE_NOON = "上午|早上|凌晨|午前|오전|a\\.?\\s?m\\.?"
_AFTER_NOON = "下午|晚上|午后|午後|오후|p\\.?\\s?m\\.?"
_CLOCK = re.compile(
    rf"(?P<half1>{_BEFORE_NOON}|{_AFTER_NOON})?\s?(?<![0-9:])(?P<h>[0-9]{{1,2}})[:时時h](?P<min>[0-9]{{2}})"
    rf"(?:[:分](?P<s>[0-9]{{2}})秒?)?(?:[.,][0-9]+)?分?\s?(?P<half2>{_BEFORE_NOON}|{_AFTER_NOON})?",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"(?:(?:GMT|UTC)\s?(?P<sign>[+-])|(?<=:[0-9][0-9])(?P<sign2>[+-]))(?P<h>[0-9]{1,2})(?::?(?P<m>[0-9]{2}))?\)?$"
)
_UTC = re.compile(r"(?<=[0-9])Z$|\(?(?:GMT|UTC)\)?$", re.IGNORECASE)
_NOON = 12


def orders(words: Iterable[str]) -> tuple[Order, ...]:
    """Return how days like 7/8/2026 among words can be read so that all exist; none if there are no such days."""
    found = [match for one in words if (match := _either(one)) and match["sign"] != "."]
    if not found:
        return ()
    return tuple(order for order in Order if all(_day(match, order) for match in found))


@lru_cache(maxsize=1 << 14)
def moment(words: str, order: Order, day: date | None = None) -> datetime | None:
    """Return the moment that words name, in Beijing time; `day` is meant where only a time of day stands.

    What is no moment (`--`, nothing, a day without a time) is None.
    """
    plain = unicodedata.normalize("NFKC", words).strip()
    zone, plain = _zone(plain)
    on, rest = _on_day(plain, order)
    on = on or (day if rest == plain else None)  # a day that does not exist is none
    clock = _clock(rest)
    if on is None or clock is None:
        return None
    try:
        found = datetime.combine(on, clock)
        return found if zone is None else found - zone + BEIJING
    except OverflowError:
        return None


def _zone(plain: str) -> tuple[timedelta | None, str]:
    """Part a zone like (GMT+08:00) from the end of words."""
    if match := _ZONE.search(plain):
        away = timedelta(hours=int(match["h"]), minutes=int(match["m"] or 0))
        sign = match["sign"] or match["sign2"]
        return (-away if sign == "-" else away), plain[: match.start()].rstrip(" (")
    if match := _UTC.search(plain):
        return timedelta(), plain[: match.start()].rstrip(" (")
    return None, plain


def _on_day(plain: str, order: Order) -> tuple[date | None, str]:
    """Return the day that words name, and the words without it."""
    if match := _ISO.match(plain):
        return _exists(int(match["y"]), int(match["m"]), int(match["d"])), plain[match.end() :]
    if match := _either(plain):
        return _day(match, order), plain[: match.start()] + plain[match.end() :]
    if found := dates.find(plain):
        return found[0].day, plain[: found[0].start] + plain[found[0].end :]
    return None, plain


def _either(words: str) -> re.Match[str] | None:
    return _EITHER.match(unicodedata.normalize("NFKC", words).strip())


def _day(match: re.Match[str], order: Order) -> date | None:
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    year += _CENTURY if len(match["y"]) == 2 else 0  # noqa: PLR2004
    day_first = order is Order.DAY_FIRST or match["sign"] == "."  # no country writes 12.24.2024
    return _exists(year, *((second, first) if day_first else (first, second)))


def _exists(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(rest: str) -> time | None:
    match = _CLOCK.search(rest)
    if not match:
        return None
    hour, half = int(match["h"]), match["half1"] or match["half2"] or ""
    if hour <= _NOON and half:
        hour = hour % _NOON + (_NOON if re.fullmatch(_AFTER_NOON, half, re.IGNORECASE) else 0)
    try:
        return time(hour, int(match["min"]), int(match["s"] or 0))
    except ValueError:
        return None


_COLONS = re.compile(r"(?P<h>[0-9]{1,4}):(?P<m>[0-5]?[0-9]):(?P<s>[0-5]?[0-9])(?:\.[0-9]+)?")
_PARTS = re.compile(
    r"(?:PT)?\s*(?:(?P<d>[0-9]+)\s*(?:天|days?|d))?[\s,]*"
    r"(?:(?P<h>[0-9]+)\s*(?:个?小时|時間|时|小時|hours?|hrs?|std|stunden?|heures?|horas?|ore|ч|시간|h)\.?)?[\s,]*"
    r"(?:(?P<m>[0-9]+)\s*(?:分钟|分鐘|分|minutes?|minuten|minutos?|minuti|mins?|мин|분|m)\.?)?[\s,]*"
    r"(?:(?P<s>[0-9]+)\s*(?:秒钟|秒|seconds?|sekunden|secondes?|segundos?|secondi|secs?|sek|seg|сек|초|s)\.?)?\s*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_DAY_SECONDS = 86_400
_LONGEST = 31 * _DAY_SECONDS


def seconds(words: str, unit: int = 0) -> int | None:
    """Return a length of time in seconds; None for what is none or cannot be read.

    `0:30:00`, `1小时2分钟`, `1h 2m 3s`, `45 min`; a plain number counts in `unit` (seconds: 60 is minutes), without one
    it is understood only as a fraction of a day, as workbooks keep times.
    """
    plain = unicodedata.normalize("NFKC", words).strip()
    if match := _COLONS.fullmatch(plain):
        return _bounded(int(match["h"]) * 3600 + int(match["m"]) * 60 + int(match["s"]))
    if _NUMBER.fullmatch(plain):
        number = float(plain)
        if unit:
            return _bounded(round(number * unit))
        return round(number * _DAY_SECONDS) if "." in plain and number < 1 else None
    match = _PARTS.fullmatch(plain)
    if not match or not any(match.groups()):
        return None
    days, hours, minutes, rest = (int(part or 0) for part in match.groups())
    return _bounded(((days * 24 + hours) * 60 + minutes) * 60 + rest)


def _bounded(length: int) -> int | None:
    return length if length <= _LONGEST else None
