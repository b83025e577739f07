"""Understand the paragraphs of past minutes as meetings; what is not understood stays where it stood."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from copu_desk import dates
from copu_desk.document import Block, Body, Heading, ListItem, Paragraph, Turn, paragraphs, plain, spans, text
from copu_desk.errors import ReadError
from copu_desk.model import AgendaItem, Essay, EssayKind, Meeting
from copu_desk.recognize import names

LONGEST_TITLE, LONGEST_HEADING, LONGEST_SPEAKER = 60, 30, 16
_TITLE = re.compile(r".{0,40}(?:纪要|纪录|记录)(?:[\W丨].{0,40})?")  # the customary bar is a Han character
_OPENING = re.compile(
    r"(?P<opening>(?:\d{4}年)?\d{1,2}月\d{1,2}[日号](?:\s*[(（]?(?:星期|周)[一二三四五六日天][)）]?)?[,，]?\s*"
    r"(?P<chair>[^,，。\s]{1,20}?)(?:在[^,，。]{1,30})?主持(?:召开|了)?(?P<series>[^,，。]{0,30})[。.])(?P<rest>.*)",
    re.DOTALL,
)
_LEAD = re.compile(r"(?:本次)?会议.{1,120}[:：]")
_PEOPLE = re.compile(
    r"\s*(?:线上|现场)?(?:参会|与会|出席|到会|列席|嘉宾|特邀|请假|缺席|缺勤)(?:人员|人|者|嘉宾)?\s*[:：](?P<names>.+)",
    re.DOTALL,
)
_RECORDER = re.compile(r"\s*(?:会议)?记录(?:人|员)?\s*[:：]\s*(?P<name>\S.{0,29})")
_POINT = re.compile(r"(?P<marker>(?:\d{1,2}[.、．]|[(（]\d{1,2}[)）]|[①-⑳]))(?P<rest>\D.*|)", re.DOTALL)
_TURN = re.compile(
    r"(?P<speaker>[^\s:：,，。;；!！?？\"“”()（）]{1,16})(?P<colon>\s{0,3}[:：]\s{0,3})(?P<rest>.*)", re.DOTALL
)
_ENDS = "。.!！?？;；:：,，、”’\"')）…"
_NAMED = re.compile(r"(?:近日|日前)?(?P<what>[^,，。:：]{2,40}?)(?:如下)?[:：]?")


@dataclass(frozen=True, slots=True)
class Recognized:
    """One meeting that was understood, the name of its series as written, and what was unsure (in Chinese)."""

    meeting: Meeting
    series: str = ""
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Part:
    """An agenda item while it is being read: its lead, and the blocks that follow."""

    lead: str
    blocks: list[Block] = field(default_factory=list)


def meetings(body: Body, file_name: str = "", held_on: date | None = None) -> tuple[Recognized, ...]:
    """Return the meetings in a text, at least one.

    The day is the one in the title or the text, else in the file's name, else `held_on`. ReadError if there is none.
    """
    lines = [block for block in body if plain(block).strip()]
    starts = [row for row, block in enumerate(lines) if _is_title(plain(block))] or [0]
    starts[0] = 0
    return tuple(
        _meeting(lines[start:end], file_name, held_on)
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)
    )


def _is_title(words: str) -> bool:
    return len(words) <= LONGEST_TITLE and bool(_TITLE.fullmatch(words.strip())) and bool(dates.find(words))


def _meeting(lines: Sequence[Block], file_name: str, held_on: date | None) -> Recognized:
    day, notes = _day(lines, file_name, held_on)
    rest = list(lines)
    title = ""
    if rest and len(plain(rest[0])) <= LONGEST_TITLE and "纪要" in plain(rest[0]):
        title = plain(rest.pop(0))
    meeting = Meeting(held_on=day, title=title)
    series, opened = "", _OPENING.fullmatch(plain(rest[0])) if rest else None
    if opened:
        series = re.sub("^(?:了|召开)", "", opened["series"])
        meeting = replace(meeting, opening=opened["opening"], chair=opened["chair"])
        rest[0:1] = list(paragraphs(opened["rest"]))
    rest, people, after = _parted(rest)
    if not people:
        notes = (*notes, "没有找到参会人员名单。")
    listed = names.read("\n".join(map(plain, people)))
    notes = (*notes, *(f"名单里还写着“{words}”。" for words in listed.rest))
    meeting = replace(meeting, attendees=listed.attendees, postscript=tuple(after))
    if after and (recorder := _RECORDER.fullmatch(plain(after[0]))):
        meeting = replace(meeting, recorder=recorder["name"].strip(), postscript=tuple(after[1:]))
    return Recognized(_with_agenda(meeting, rest), series, notes)


def _parted(blocks: Sequence[Block]) -> tuple[list[Block], list[Block], list[Block]]:
    """Part the lists of people from what stands before and after: those above the agenda, and the last ones below."""
    rows = [row for row, block in enumerate(blocks) if _is_people(plain(block))]
    if not rows:
        return list(blocks), [], []
    leads = [row for row, block in enumerate(blocks) if _LEAD.fullmatch(plain(block)) and row not in rows]
    last = rows[-1]
    first = next(row for row in range(last, -2, -1) if row - 1 not in rows)
    taken = {row for row in rows if row >= first or not leads or row < leads[0]}
    before = [block for row, block in enumerate(blocks[: last + 1]) if row not in taken]
    people = [blocks[row] for row in sorted(taken)]
    after = list(blocks[last + 1 :])
    return (before, people, after) if not leads or last > leads[-1] else (before + after, people, [])


def _is_people(words: str) -> bool:
    found = _PEOPLE.fullmatch(words)
    return found is not None and names.is_list(found["names"])


def _day(lines: Sequence[Block], file_name: str, held_on: date | None) -> tuple[date, tuple[str, ...]]:
    for block in lines[:5]:
        if found := dates.find(plain(block)):
            return found[0].day, ()
    if named := dates.in_file_name(file_name):
        return named, ("日期取自文件名。",)
    if held_on:
        return held_on, ()
    raise ReadError("没有找到会议日期。请在文件名里写上日期（如 2024-12-24），或用 --date 指明。")


def _with_agenda(meeting: Meeting, blocks: Sequence[Block]) -> Meeting:
    before: list[Block] = []
    parts: list[_Part] = []
    for block in blocks:
        if _LEAD.fullmatch(plain(block)):
            parts.append(_Part(plain(block)))
        elif parts:
            parts[-1].blocks.append(block)
        else:
            before.append(block)
    items, essays = [], []
    for part in parts:
        item = AgendaItem(lead=part.lead)
        essay = _essay(part.blocks, item.id)
        items.append(replace(item, title=essay.title or _named(part.lead)))
        if part.blocks:
            essays.append(essay)
    return replace(meeting, preamble=tuple(before), agenda=tuple(items), essays=tuple(essays))


def _named(lead: str) -> str:
    words = re.sub(r"^(?:本次)?会议(?:发布|发表|通报|传达|学习|讨论|听取|印发)?了?", "", lead)
    found = _NAMED.fullmatch(words)
    return found["what"] if found else lead.rstrip(":：")


def _essay(blocks: Sequence[Block], item: str) -> Essay:
    lines = [plain(block) for block in blocks]
    if _is_interview(lines):
        return Essay(kind=EssayKind.INTERVIEW, item=item, body=tuple(_turns(lines)))
    title, author, day = "", "", ""
    rest = list(lines)
    if len(rest) > 1 and _like_heading(rest[0]):
        title = rest.pop(0)
        if len(rest) > 1 and len(rest[0]) <= LONGEST_SPEAKER and _like_heading(rest[0]) and _is_day(rest[1]):
            author, day = rest.pop(0), rest.pop(0)
        elif _is_day(rest[0]):
            day = rest.pop(0)
    return Essay(title=title, author=author, date=day, item=item, body=tuple(_article(rest)))


def _is_day(words: str) -> bool:
    found = dates.find(words)
    return len(found) == 1 and len(words) - (found[0].end - found[0].start) <= 2  # noqa: PLR2004 - brackets around it


def _is_interview(lines: Iterable[str]) -> bool:
    speakers = [match["speaker"] for line in lines if (match := _TURN.fullmatch(line))]
    return len(speakers) >= 4 and max(speakers.count(name) for name in speakers) >= 2  # noqa: PLR2004 - question, answer


def _turns(lines: Sequence[str]) -> Iterable[Block]:
    speakers = [match["speaker"] for line in lines if (match := _TURN.fullmatch(line))]
    for line in lines:
        match = _TURN.fullmatch(line)
        if match and speakers.count(match["speaker"]) > 1:
            yield Turn(match["speaker"], spans(match["rest"]), match["colon"])
        else:
            yield text(line)


def _article(lines: Sequence[str]) -> Iterable[Block]:
    for row, line in enumerate(lines):
        if point := _POINT.fullmatch(line):
            yield ListItem(spans(point["rest"]), marker=point["marker"])
        elif _like_heading(line) and row + 1 < len(lines) and not _like_heading(lines[row + 1]):
            yield Heading(spans(line))
        else:
            yield Paragraph(spans(line))


def _like_heading(line: str) -> bool:
    return 0 < len(line) <= LONGEST_HEADING and line[-1] not in _ENDS and not _POINT.fullmatch(line)
