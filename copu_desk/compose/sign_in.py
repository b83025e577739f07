"""Compose the sign-in sheet (签到表) of a meeting: who is called, in rank order, with room to sign."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from copu_desk import dates
from copu_desk.document import Block, Document, Paragraph, Span, Table, spans, text
from copu_desk.model import Attendee, Meeting, Presence, Series
from copu_desk.roster import CAPACITY_WORDS

BLANK_ROWS = 6  # for guests nobody foresaw
_ROW_HEIGHT = 10.0  # mm; a signature needs it
_HEAD = ("序号", "姓名", "单位", "职务", "身份", "签名")
_HEAD_ONLINE = (*_HEAD[:-1], "入会核对")
_SHARES = (1.2, 2.1, 3.8, 2.6, 1.4, 3.4)
_IDEOGRAPHIC_SPACE = "\u3000"
_PADDED = 2  # characters of a name that is set as wide as one of three


def compose(
    meeting: Meeting, series: Series, blank_rows: int = BLANK_ROWS, created: datetime | None = None
) -> Document:
    """Return the sheet: people in the room with a place to sign, blank rows for guests, people online apart.

    People stand in the meeting's order (the rank), 出席 before 列席 before 嘉宾. Who has asked for leave is named below
    the tables. Who comes in which way is known as far as it is marked; everybody else is expected in the room.
    """
    return Document(
        tuple(_blocks(meeting, series, blank_rows)),
        title=title(meeting, series),
        author=meeting.recorder,
        subject="签到表",
        created=created,
    )


def title(meeting: Meeting, series: Series) -> str:
    """Return what the sheet is called: 远帆例会第3次会议签到表."""
    number = f"第{meeting.number}次会议" if meeting.number else ""
    return f"{series.name or ('' if number else '会议')}{number}签到表"


def padded(name: str) -> str:
    """Return a name of two Chinese characters with an ideographic space between them, any other as it is."""
    plain = name.strip()
    is_short = len(plain) == _PADDED and all(_is_han(sign) for sign in plain)
    return _IDEOGRAPHIC_SPACE.join(plain) if is_short else plain


def _is_han(sign: str) -> bool:
    return "\u3400" <= sign <= "\u9fff" or sign >= "\U00020000"


def _blocks(meeting: Meeting, series: Series, blank_rows: int) -> Iterator[Block]:
    named = [one for one in meeting.attendees if one.name.strip()]
    ranked = [one for capacity in CAPACITY_WORDS for one in named if one.capacity is capacity]
    online = [one for one in ranked if one.presence is Presence.ONLINE]
    excused = [one for one in ranked if one.presence is Presence.EXCUSED]
    here = [one for one in ranked if one not in online and one not in excused]
    yield text(title(meeting, series), "title")
    for line in _facts(meeting):
        yield text(line, "byline")
    blank = [("",) * (len(_HEAD) - 1)] * blank_rows
    yield _table(_HEAD, [*map(_cells, here), *blank], _ROW_HEIGHT)
    if online:
        where = f"（{meeting.platform}）" if meeting.platform else ""
        yield text(f"线上参会{where}", "part")  # which stays on one page with the table below it
        yield _table(_HEAD_ONLINE, list(map(_cells, online)), _ROW_HEIGHT * 0.75)
    if excused:
        names = "、".join(one.name for one in excused)
        yield Paragraph((Span("请假人员：", bold=True), Span(names + "。")), "attendance")


def _facts(meeting: Meeting) -> Iterator[str]:
    hours = "—".join(moment.strftime("%H:%M") for moment in (meeting.start, meeting.end) if moment)
    yield f"时间：{dates.chinese(meeting.held_on, weekday=True)}{hours}"
    facts = (("地点：", meeting.venue), ("主持：", meeting.chair), ("记录：", meeting.recorder))
    if line := _IDEOGRAPHIC_SPACE.join(label + words for label, words in facts if words):
        yield line


def _cells(attendee: Attendee) -> tuple[str, ...]:
    return padded(attendee.name), attendee.organization, attendee.title, CAPACITY_WORDS[attendee.capacity], ""


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]], height: float) -> Table:
    lines = [head, *((str(number), *row) for number, row in enumerate(rows, 1))]
    return Table(tuple(tuple(map(spans, line)) for line in lines), 1, _SHARES, height)
