"""Recognise the attendance reports of online-meeting platforms: tables of any layout become connections.

A report often tells the same twice, as a summary with a line for each person and as details with a line for each
connection: the details count, and the summary for those of whom the details say nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from copu_desk.errors import ReadError, UnknownColumnsError
from copu_desk.model import Connection
from copu_desk.recognize.columns import Columns, Table, tables
from copu_desk.recognize.moments import Order, moment, orders, seconds
from copu_desk.recognize.words import is_han
from copu_desk.sheet import Grid

MOST = 50_000  # connections
_COMING = ("join", "enter", "加入", "入会", "进入")


@dataclass(frozen=True, slots=True)
class Report:
    """What a report says; with `doubtful`, days like 7/8/2026 in it were read in one of two possible orders."""

    connections: tuple[Connection, ...]
    order: Order = Order.MONTH_FIRST
    doubtful: bool = False


def read(
    grids: Sequence[Grid], day: date, known: Mapping[str, Columns] | None = None, order: Order | None = None
) -> Report:
    """Return the connections of a report, in the order of their lines.

    `day` is the meeting's: it is meant where only times of day stand, and days that can be read in two ways are read
    so that they fall near it, unless an `order` is given. `known` are the columns the secretary has told of, by row of
    headings. UnknownColumnsError if no table is recognised; ReadError if nobody stands in it or the report is too large.
    """
    found = tables(grids, known)
    if not found:
        raise UnknownColumnsError(
            "没有认出哪一列是姓名、哪一列是入会时间。请在“导入会议平台名单”里指明各列，以后就认得了。"
        )
    if sum(len(table.rows) for table in found) > MOST:
        raise ReadError("它有 {most} 万行以上，不像一次会议的名单。请只留下这次会议的行，再导入。", most=MOST // 10_000)
    likely, doubtful = _order(found, day)
    chosen = order or likely
    groups: dict[tuple[str, ...], list[Connection]] = {}
    for table in found:
        groups.setdefault(table.headings, []).extend(_connections(table, chosen, day))
    lines = _merged([group for group in groups.values() if group])
    if not lines:
        raise ReadError("这份名单里一个人也没有。请换一份，或检查是不是导出了别的会议。")
    return Report(lines, chosen, doubtful)


def _order(found: Iterable[Table], day: date) -> tuple[Order, bool]:
    """Return how to read days like 7/8/2026, and whether that remains a guess."""
    words = [word for table in found for word in _cells(table, ("joined", "left", "moment"))]
    possible = orders(words)
    if len(possible) != 1:
        near = [order for order in possible if any(_is_near(word, order, day) for word in words)]
        if len(near) != 1:
            return Order.MONTH_FIRST, len(possible) > 1 and _differ(words)
        possible = (near[0],)
    return possible[0], False


def _cells(table: Table, fields: Iterable[str]) -> Iterator[str]:
    for field in fields:
        if (column := table.columns.get(field)) is not None:
            yield from (row[column] for _, row in table.rows if column < len(row))


def _is_near(word: str, order: Order, day: date) -> bool:
    found = moment(word, order)
    return found is not None and abs((found.date() - day).days) <= 1


def _differ(words: Iterable[str]) -> bool:
    return any(moment(word, Order.MONTH_FIRST) != moment(word, Order.DAY_FIRST) for word in words)


def _connections(table: Table, order: Order, day: date) -> list[Connection]:
    if "event" in table.columns:
        return _paired(table, order, day)
    return [
        replace(
            _who(table, number, row),
            joined=moment(_cell(table, row, "joined"), order, day),
            left=moment(_cell(table, row, "left"), order, day),
            seconds=seconds(_cell(table, row, "length"), table.unit),
        )
        for number, row in table.rows
    ]


def _cell(table: Table, row: Sequence[str], field: str) -> str:
    column = table.columns.get(field)
    return row[column] if column is not None and column < len(row) else ""


def _who(table: Table, number: int, row: Sequence[str]) -> Connection:
    first, last = _cell(table, row, "first"), _cell(table, row, "last")
    parts = f"{last}{first}" if is_han(last + first) else f"{first} {last}".strip()
    account = _cell(table, row, "account")
    return Connection(
        name=_cell(table, row, "name") or parts or account,
        account=account if any(sign.isalnum() for sign in account) else "",
        organization=_cell(table, row, "organization"),
        role=_cell(table, row, "role"),
        sheet=table.sheet,
        row=number,
    )


def _paired(table: Table, order: Order, day: date) -> list[Connection]:
    """Make connections of comings and goings: each going ends the earliest coming of that person still open."""
    events: dict[tuple[str, str], list[tuple[datetime, bool, int, Connection]]] = {}
    coming = _coming_words(table, order, day)
    for number, row in table.rows:
        who = _who(table, number, row)
        when = moment(_cell(table, row, "moment"), order, day)
        comes = _cell(table, row, "event") in coming
        events.setdefault((who.name, who.account), []).append((when or datetime.max, not comes, number, who))
    made = []
    for theirs in events.values():
        waiting: list[Connection] = []
        for when, goes, _, who in sorted(theirs, key=lambda event: event[:3]):
            known = None if when == datetime.max else when
            if not goes:
                waiting.append(replace(who, joined=known))
            elif waiting:
                made.append(replace(waiting.pop(0), left=known))
            else:
                made.append(replace(who, left=known))
        made += waiting
    return sorted(made, key=lambda one: one.row)


def _coming_words(table: Table, order: Order, day: date) -> set[str]:
    """Return the words of the events that are comings: by the words, else those that stand first of each person."""
    words = {_cell(table, row, "event") for _, row in table.rows}
    told = {word for word in words if word.casefold().startswith(_COMING)}
    if told:
        return told
    first: dict[str, tuple[datetime, str]] = {}
    for _, row in table.rows:
        when = moment(_cell(table, row, "moment"), order, day) or datetime.max
        name = _cell(table, row, "name")
        first[name] = min(first.get(name, (datetime.max, "")), (when, _cell(table, row, "event")))
    return {word for _, word in first.values()}


def _merged(groups: Sequence[list[Connection]]) -> tuple[Connection, ...]:
    """Return the details of a report, and of its summaries what they say besides: missing people, and roles."""
    if not groups:
        return ()
    details = max(reversed(groups), key=len)
    lines = list(details)
    for summary in groups:
        if summary is details:
            continue
        roles = {(one.name, one.account): one.role for one in summary if one.role}
        lines = [one if one.role else replace(one, role=roles.get((one.name, one.account), "")) for one in lines]
        known = {one.name for one in lines}
        lines += [one for one in summary if one.name not in known]
    return tuple(lines)
