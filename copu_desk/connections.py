"""What the connections of a platform's report tell: who was in a meeting for how long. Pure rules.

A report may hold more than one meeting: they are parted where nobody was connected for GAP. Someone's stay is the union
of their connections, so that two devices do not count twice, clipped to the meeting. What cannot be known is unknown,
never nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from copu_desk.model import Connection, Meeting

GAP = timedelta(minutes=30)
_SLACK = 60  # seconds by which the length that a report gives may fall short of leave minus join in a plain line
_FIRST, _LAST = datetime.min, datetime.max


@dataclass(frozen=True, slots=True)
class Window:
    """From when to when a meeting went; an end that nobody wrote down is open."""

    since: datetime = _FIRST
    until: datetime = _LAST


@dataclass(frozen=True, slots=True)
class Stay:
    """How long somebody was connected, in seconds; without `whole` it was at least that long, None is unknown.

    `first` and `last` are when they came and went within the meeting, where both are known.
    """

    seconds: int | None
    whole: bool = True
    first: datetime | None = None
    last: datetime | None = None

    def reaches(self, seconds: int) -> bool:
        """Whether the stay is at least so long, or may be."""
        return not self.whole or self.seconds is None or self.seconds >= seconds


@dataclass(frozen=True, slots=True)
class Session:
    """Connections that belong together as one meeting, and from when to when they go."""

    connections: tuple[Connection, ...]
    since: datetime | None = None
    until: datetime | None = None


def window(meeting: Meeting) -> Window:
    """Return from when to when a meeting went, as written in it; an end before the start is on the next day."""
    since = datetime.combine(meeting.held_on, meeting.start) if meeting.start else _FIRST
    until = datetime.combine(meeting.held_on, meeting.end) if meeting.end else _LAST
    if meeting.start and meeting.end and until < since:
        until += timedelta(days=1)
    return Window(since, until)


def span(connection: Connection) -> tuple[datetime, datetime] | None:
    """Return from when to when a connection went, the length helping where one end is missing; None if unknown."""
    joined, left = connection.joined, connection.left
    if connection.seconds is not None and (joined is None) != (left is None):
        length = timedelta(seconds=connection.seconds)
        joined, left = joined or (left and left - length), left or (joined and joined + length)
    return (joined, left) if joined and left and joined <= left else None


def sessions(connections: Iterable[Connection]) -> tuple[Session, ...]:
    """Return the meetings that a report holds, in order of time; lines without any time belong to each of them."""
    everything = tuple(connections)
    ends_known = any(map(span, everything))
    timed = [(*known, one) for one in everything if (known := _reach(one, ends_known))]
    timeless = tuple(one for one in everything if _reach(one, ends_known) is None)
    groups: list[list[tuple[datetime, datetime, Connection]]] = []
    until = _FIRST
    for line in sorted(timed, key=lambda line: line[:2]):
        if not groups or line[0] - until >= GAP:
            groups.append([])
        groups[-1].append(line)
        until = max(until, line[1])
    if not groups:
        return (Session(timeless),) if timeless else ()
    return tuple(
        Session(
            (*(one for *_, one in group), *timeless), min(line[0] for line in group), max(line[1] for line in group)
        )
        for group in groups
    )


def _reach(connection: Connection, ends_known: bool) -> tuple[datetime, datetime] | None:
    """Return from when to when a connection keeps a meeting together; without any known end that is to midnight."""
    moment = connection.joined or connection.left
    if moment is None:
        return None
    return span(connection) or (moment, moment if ends_known else _end_of_day(moment))


def _end_of_day(moment: datetime) -> datetime:
    return datetime.combine(moment.date(), time.max)


def of_meeting(found: Sequence[Session], within: Window, held_on: date) -> tuple[Session, ...]:
    """Return the sessions that may be the meeting's: those that overlap it, else those of its day, else none.

    A session without any time may be any meeting's.
    """
    timed = [one for one in found if one.since and one.until]
    if not timed:
        return tuple(found)
    day = [one for one in timed if _touches_day(one, held_on)]
    if within.since == _FIRST and within.until == _LAST:
        return tuple(day)
    return tuple(one for one in day if _overlap(one, within)) or tuple(day)


def _touches_day(session: Session, day: date) -> bool:
    midnight = datetime.combine(day, time())
    ends_after = (session.until or _LAST) >= midnight
    return ends_after and (session.since or _FIRST) < midnight + timedelta(days=1)


def _overlap(session: Session, within: Window) -> bool:
    return (session.since or _FIRST) < within.until and (session.until or _LAST) > within.since


def clipping(found: Iterable[Session], within: Window) -> Window:
    """Return what to clip sessions to: the meeting, unless its times and the sessions have nothing in common."""
    return within if any(_overlap(session, within) for session in found) else Window()


def stay(connections: Iterable[Connection], within: Window) -> Stay | None:
    """Return how long connections of one person kept them in the meeting; None if all lie outside it.

    A line whose length is well below leave minus join is a summary: when in between the person was there is unknown,
    so where such lines overlap with others the longest of them counts. Lines with a length alone count as the longest
    of them. Nothing is longer than the meeting.
    """
    pieces: list[_Piece] = []
    lengths: list[int] = []
    whole, outside = True, False
    for one in connections:
        known = span(one)
        if known is None and one.joined is None and one.left is None and one.seconds is not None:
            lengths.append(_at_most(one.seconds, within))
        elif known is None:
            inside = _may_reach(one, within)
            whole, outside = whole and not inside, outside or not inside
        elif known[0] > within.until or known[1] < within.since:
            outside = True
        else:
            since, until = max(known[0], within.since), min(known[1], within.until)
            length = int((until - since).total_seconds())
            said = length if one.seconds is None else min(one.seconds, length)
            full = one.seconds is None or (known[1] - known[0]).total_seconds() - one.seconds <= _SLACK
            pieces.append(_Piece(since, until, length if full else said, full))
    if outside and whole and not pieces and not lengths:
        return None
    seconds = max(_total(pieces), *lengths, 0) if pieces or lengths else None
    first = min((piece.since for piece in pieces), default=None) if whole else None
    last = max((piece.until for piece in pieces), default=None) if whole else None
    return Stay(seconds, whole, first, last)


@dataclass(frozen=True, slots=True)
class _Piece:
    since: datetime
    until: datetime
    seconds: int
    full: bool


def _may_reach(connection: Connection, within: Window) -> bool:
    """Whether a connection of which not all is known may reach into the meeting."""
    joined, left = connection.joined, connection.left
    if joined and left:  # they contradict each other
        joined, left = sorted((joined, left))
    return (joined is None or joined <= within.until) and (left is None or left >= within.since)


def _at_most(seconds: int, within: Window) -> int:
    if within.since == _FIRST or within.until == _LAST:
        return seconds
    return min(seconds, int((within.until - within.since).total_seconds()))


def _total(pieces: Iterable[_Piece]) -> int:
    """Return the seconds of a union: of pieces that overlap, the union of the plain ones or the longest summary."""
    groups: list[list[_Piece]] = []
    until = _FIRST
    for piece in sorted(pieces, key=lambda piece: (piece.since, piece.until)):
        if not groups or piece.since > until:
            groups.append([])
        groups[-1].append(piece)
        until = max(until, piece.until)
    return sum(
        max(_union([one for one in group if one.full]), *(one.seconds for one in group if not one.full), 0)
        for group in groups
    )


def _union(pieces: Sequence[_Piece]) -> int:
    if not pieces:
        return 0
    until = pieces[0].since
    total = timedelta()
    for piece in pieces:
        if piece.until > until:
            total += piece.until - max(piece.since, until)
            until = piece.until
    return int(total.total_seconds())


def tracks(connections: Sequence[Connection], most: int) -> tuple[tuple[Connection, ...], ...]:
    """Part connections that overlap into tracks, at most so many, in none of which a connection overlaps another.

    So two people of one name, or two devices of one person, are told apart; what has no known times, and what would
    need a track more, stands in the first.
    """
    found: list[list[Connection]] = [[]]
    ends = [_FIRST]
    for one in sorted(connections, key=lambda one: span(one) or (_FIRST, _FIRST)):
        known = span(one)
        free = next((at for at, end in enumerate(ends) if known is None or end <= known[0]), len(ends))
        if free == len(ends) < most:
            found.append([])
            ends.append(_FIRST)
        at = free if free < len(ends) else 0
        found[at].append(one)
        ends[at] = max(ends[at], known[1] if known else _FIRST)
    return tuple(map(tuple, found))


def source(connection: Connection) -> tuple[str, str, int]:
    """Return what a line of a report is known by: the file's bytes, the sheet, the row."""
    return connection.digest, connection.sheet, connection.row


def added(there: Sequence[Connection], new: Iterable[Connection]) -> tuple[Connection, ...]:
    """Return connections with those of another report added; a line of the same file that is there already stays once.

    The line that is there keeps its id; whom it means is as told last.
    """
    known = {source(one): one for one in there}
    fresh = {source(one): one for one in new}
    kept = (_told(one, fresh[source(one)]) if source(one) in fresh else one for one in there)
    return (*kept, *(one for place, one in fresh.items() if place not in known))


def _told(old: Connection, new: Connection) -> Connection:
    return replace(old, attendees=new.attendees)


def length(how: Stay | None) -> str:
    """Return a stay in words: `1 小时 5 分`, `至少 20 分`, `不明`, `会外` for one that lies outside the meeting."""
    if how is None:
        return "会外"
    if how.seconds is None:
        return "不明"
    hours, minutes = divmod(how.seconds // 60, 60)
    words = f"{hours} 小时 {minutes} 分" if hours else f"{minutes} 分" if minutes else f"{how.seconds} 秒"
    return words if how.whole else f"至少 {words}"
