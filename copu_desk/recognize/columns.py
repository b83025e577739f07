"""Find the tables of connections in a file, and what their columns hold: one table of words for all platforms.

The row of headings is found by its words wherever it stands, by what the secretary once said of the same headings, or,
where no heading is known (platforms translate them into every language), by what stands in the columns below.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from copu_desk.recognize.moments import Order, moment, seconds
from copu_desk.sheet import Grid

FIELDS = ("name", "first", "last", "account", "organization", "role", "joined", "left", "length", "event", "moment")
"""What a column may hold: first and last are the parts of a name; event and moment are a coming or going, and when."""

Columns = Mapping[str, int]
"""For each field the number of its column, from 0."""

# Where two columns say the same, the word that stands earlier here wins. Spaces, case and brackets do not count.
_WORDS: Mapping[str, tuple[str, ...]] = {
    "name": (
        "姓名", "真实姓名", "用户昵称", "成员名称", "参会人", "参会者", "参会成员", "参会人员", "用户名称", "入会成员", "与会者",
        "与会人员", "成员姓名", "员工姓名", "用户姓名", "观众昵称", "昵称", "成员", "用户名", "显示名称", "名称", "名字",
        "name", "fullname", "username", "displayname", "participant", "participantname", "attendee", "attendeename",
    ),
    "first": ("firstname", "givenname", "名"),
    "last": ("lastname", "surname", "familyname", "姓"),
    "account": (
        "邮箱", "电子邮箱", "电子邮件", "email", "useremail", "emailaddress", "participantid", "upn", "工号", "用户id", "userid",
        "账号", "用户账号",
    ),
    "organization": ("单位", "部门", "所在单位", "所在部门", "所属部门", "公司", "企业", "所属企业", "企业名称", "department", "organization",
                     "company"),
    "role": ("身份", "参会身份", "角色", "用户角色", "role"),
    "joined": (
        "入会时间", "加入时间", "进入时间", "首次入会时间", "首次加入时间", "首次加入", "加入会议时间", "进入会议时间", "参会时间",
        "开始观看时间", "首次观看时间", "签到时间", "jointime", "timejoined", "firstjoin", "firstjointime", "joined", "joinedat",
    ),
    "left": (
        "退会时间", "离会时间", "离开时间", "退出时间", "最后退会时间", "最后离会时间", "最后离开时间", "上次离开", "最后离开",
        "离开会议时间", "退出会议时间", "结束观看时间", "最后观看时间", "签退时间", "leavetime", "timeexited", "lastleave",
        "lastleavetime", "left", "leftat", "timeleft",
    ),
    "length": (
        "累计参会时长", "单次参会时长", "参会时长", "会议时长", "时长", "在线时长", "观看时长", "累计观看时长", "单次观看时长",
        "会议持续时间", "持续时间", "duration", "in-meetingduration", "totalduration", "timeinsession", "timeinmeeting",
    ),
    "event": ("useraction", "用户操作", "用户动作", "action", "操作"),
    "moment": ("timestamp", "时间戳", "time", "时间"),
}  # fmt: skip
_FIELD_OF = {word: (field, rank) for field, words in _WORDS.items() for rank, word in enumerate(words)}
_LIKELY = (
    ("joined", re.compile(r".{0,4}(入会|加入|进入|进会|上线|签到|开始观看).{0,4}(时间|时刻)")),
    ("left", re.compile(r".{0,4}(退会|离会|离开|退出|离场|下线|签退|结束观看).{0,4}(时间|时刻)")),
    ("length", re.compile(r".{0,4}(参会|入会|会议|在线|观看|参与).{0,2}时长")),
    ("name", re.compile(r".{0,4}(姓名|昵称)")),
)
_UNITS = {60: ("minute", "min", "分钟", "分"), 1: ("second", "sec", "秒"), 3600: ("hour", "小时")}
_BRACKET = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_TIMES = ("joined", "left", "length", "moment")
_HEAD_WITHIN = 30  # rows; below, a row of headings stands only after a gap
_LONGEST_HEADING = 40
_ABSENT = re.compile("未(?:参会|入会|参加|出席|到会|签到|进会|加入)|缺席|缺勤|请假")
_TOTALS = ("合计", "总计", "总数", "共计", "total")
_SAMPLE = 40  # rows that tell what a column holds
_MOST = 0.8  # share of the cells in it
_EVENTS = 4


@dataclass(frozen=True, slots=True)
class Table:
    """A table of connections: its headings, what the columns hold, and its rows, each with its number from 1."""

    sheet: str
    headings: tuple[str, ...]
    columns: Columns
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    @property
    def unit(self) -> int:
        """What plain numbers in the column of lengths count, in seconds; 0 if the heading does not say."""
        column = self.columns.get("length", len(self.headings))
        return unit(self.headings[column]) if column < len(self.headings) else 0


def key(headings: Sequence[str]) -> str:
    """Return what a row of headings is remembered by."""
    return "\t".join(map(_plain, headings)).rstrip("\t")


def unit(heading: str) -> int:
    """Return the seconds in the unit that a heading names (`Duration (Minutes)`), 0 if it names none."""
    words = unicodedata.normalize("NFKC", heading).casefold()
    return next((count for count, names in _UNITS.items() if any(name in words for name in names)), 0)


def tables(grids: Sequence[Grid], known: Mapping[str, Columns] | None = None) -> tuple[Table, ...]:
    """Return the tables of a file; `known` says of rows of headings (by `key`) what their columns hold.

    Tables with times go before lists of names alone, and headings that are known before columns that are guessed.
    """
    found = [table for grid in grids for table in _headed(grid, known or {})]
    timed = tuple(table for table in found if any(field in table.columns for field in _TIMES))
    return timed or tuple(table for grid in grids for table in _guessed(grid)) or tuple(found)


def by_words(headings: Sequence[str]) -> Columns:
    """Return what the columns of a row of headings hold, as far as its words are known."""
    best: dict[str, tuple[int, int]] = {}
    for column, heading in enumerate(headings):
        field, rank = _field(heading)
        if field and (field not in best or rank < best[field][0]):
            best[field] = (rank, column)
    if "event" not in best:
        best.pop("moment", None)
    return {field: column for field, (_, column) in best.items()}


@lru_cache(maxsize=1 << 12)
def _field(heading: str) -> tuple[str, int]:
    if len(heading) > _LONGEST_HEADING:
        return "", 0
    word = _plain(_BRACKET.sub("", unicodedata.normalize("NFKC", heading)))
    if word in _FIELD_OF:
        return _FIELD_OF[word]
    return next(((field, len(_FIELD_OF)) for field, like in _LIKELY if like.fullmatch(word)), ("", 0))


def _plain(heading: str) -> str:
    return re.sub(r"[\s*]", "", unicodedata.normalize("NFKC", heading)).casefold()


def _headed(grid: Grid, known: Mapping[str, Columns]) -> Iterator[Table]:
    """Yield the tables of a sheet whose headings are known."""
    heads = []
    after_gap = True
    for place, row in enumerate(grid.rows):
        if place < _HEAD_WITHIN or after_gap:
            told = known.get(key(row), {})
            columns = told or by_words(row)
            if told or _is_head(columns):
                heads.append((place, columns))
        after_gap = sum(map(bool, row)) <= 1
    ends = [place for place, _ in heads[1:]]
    for (place, columns), end in zip(heads, [*ends, len(grid.rows)], strict=False):
        yield _table(grid, place, columns, end)


def _is_head(columns: Columns) -> bool:
    named = "name" in columns or ("first" in columns and "last" in columns)
    return named and len(columns) > 1 + ("first" in columns)


def _table(grid: Grid, head: int, columns: Columns, end: int) -> Table:
    below = list(enumerate(grid.rows[head + 1 : end], head + 2))
    gaps = {place for place, (_, row) in enumerate(below) if not any(row)}
    twice = any(gaps.issuperset(range(first, len(below), 2)) for first in (0, 1))  # line ends written twice
    if gaps and not twice:
        below = below[: min(gaps)]
    return Table(grid.name, grid.rows[head], columns, tuple(line for line in below if _is_line(line[1], columns)))


def _is_line(row: Sequence[str], columns: Columns) -> bool:
    """Whether a row tells of somebody: it has a name, and something of the times if there are columns of times."""
    cell = {field: row[column] for field, column in columns.items() if column < len(row)}
    who = cell.get("name") or cell.get("first") or cell.get("last") or cell.get("account")
    times = [field for field in _TIMES if field in columns]
    filled = not times or any(cell.get(field) for field in times)
    named = bool(who) and _plain(who or "").rstrip(":：") not in _TOTALS
    return named and filled and not _is_absent(row, cell, columns)


def _is_absent(row: Sequence[str], cell: Mapping[str, str], columns: Columns) -> bool:
    """Tell whether a row is of somebody who was asked and did not come: it says so, or has dashes for all times."""
    moments = [field for field in _TIMES if field != "length" and field in columns]
    if any(sign.isalnum() for field in moments for sign in cell.get(field, "")):
        return False
    length = cell.get("length", "")
    no_time = bool(moments) and (not any(map(str.isalnum, length)) or seconds(length, 1) == 0)
    return no_time or any(map(_ABSENT.fullmatch, row))


# --- by what stands in the columns ----------------------------------------------------------------------------------


def _guessed(grid: Grid) -> Iterator[Table]:
    """Yield the tables of a sheet that look like connections: names, and beside them two moments or an event."""
    start = 0
    for place in range(len(grid.rows) + 1):
        row = grid.rows[place] if place < len(grid.rows) else ()
        if sum(map(bool, row)) <= 2:  # noqa: PLR2004 - a gap, or a line like `Title: …`
            if place - start > 1 and (columns := _by_contents(grid.rows[start + 1 : place])):
                yield _table(grid, start, columns, place)
            start = place + 1


def _by_contents(rows: Sequence[Sequence[str]]) -> Columns:
    """Return what columns hold by their cells; nothing if that does not tell of connections."""
    sample = rows[:_SAMPLE]
    width = max(map(len, sample))
    cells = [[row[column] for row in sample if column < len(row) and row[column]] for column in range(width)]
    moments = [column for column in range(width) if _mostly(cells[column], _is_moment)]
    others = [column for column in range(width) if column not in moments and cells[column]]
    lengths = [column for column in others if _mostly(cells[column], lambda word: seconds(word) is not None)]
    accounts = [column for column in others if _mostly(cells[column], lambda word: "@" in word)]
    texts = [column for column in others if column not in (*lengths, *accounts) and not _mostly(cells[column], _digits)]
    if not texts or not moments:
        return {}
    found = {"name": texts[0]}
    if len(moments) > 1:
        found |= {"joined": moments[0], "left": moments[1]}
        found |= {"length": lengths[0]} if lengths else {}
    else:
        events = [column for column in texts[1:] if _is_event(cells[texts[0]], cells[column])]
        if not events:
            return {}
        found |= {"event": events[0], "moment": moments[0]}
    return found | ({"account": accounts[0]} if accounts else {})


def _mostly(cells: Sequence[str], is_so: Callable[[str], object]) -> bool:
    return bool(cells) and sum(map(bool, map(is_so, cells))) >= _MOST * len(cells)


def _is_moment(word: str) -> bool:
    return any(moment(word, order) for order in Order)


def _digits(word: str) -> bool:
    return word.isdigit()


def _is_event(names: Sequence[str], events: Sequence[str]) -> bool:
    """Whether a column says who came and who went: few words, and more of them than one."""
    return len(names) == len(events) and 1 < len(set(events)) <= _EVENTS
