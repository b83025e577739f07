"""Recognise meetings in a body of text; what is not understood stays as text in the place where it stood."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from copu_desk import dates
from copu_desk.document import Block, Body, Heading, ListItem, Paragraph, Table, plain, text
from copu_desk.errors import ReadError
from copu_desk.model import Attendee, Essay, Meeting, Presence
from copu_desk.recognize import agenda, annexes, conserved, leads, official, people, split, titles
from copu_desk.recognize.agenda import Agenda, Start
from copu_desk.recognize.head import Facts, is_date_line
from copu_desk.recognize.labels import Kind, bare, label
from copu_desk.recognize.lines import Line, lines
from copu_desk.recognize.people import People
from copu_desk.recognize.words import is_han
from copu_desk.sentences import Sentence

UNKNOWN_DAY = date.min  # of a meeting whose text tells none
MOST_LINES = 40_000  # the minutes of some thirty years
FIRST_LINES = 3  # a title stands among them
HEAD_LINES = 12  # where a day with its year is looked for
LONGEST_HEAD_LINE = 160  # characters
LONGEST_ABOVE, MOST_ABOVE = 40, 5  # characters, lines that may stand above the opening
MOST_CLOSING_LINES = 6
LONGEST_NAME = 4  # Chinese characters; a longer word in a list is worth a second look

_CLOSING = re.compile(
    "下次|下一次|下期|散会|会议结束|会议[于在].{0,20}结束|本次会议(?:到此|圆满)?结束|会议到此|[Nn]ext "
)
_LAST = re.compile("会议(?:最后|强调|要求|希望|号召)|最后")  # behind all decisions and actions it speaks of the whole
_ABOUT = re.compile("会|纪要|记录|[Mm]eeting|[Mm]inutes")
_SUFFIX = re.compile("(?:(?<=会)会议(?=纪要))?(?:纪要|会议记录|记录|纪录)$")
_YEAR = re.compile("(?<![0-9])(?P<year>20[0-9]{2})(?:年(?!度|底|末|初|[-—–~至])|[〕】])")
_WEEKDAY = re.compile("[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?")
_NO_NAME = re.compile("会议|记录|纪要|(?:[Mm]eeting ?)?(?:[Mm]inutes|[Nn]otes)|[Mm]eeting|")
_ONLINE = re.compile("线上|腾讯会议|视频会议|[Zz]oom")
_TOO_LONG = Sentence("它有 {most_lines:,} 多行，一次读不了。请把它分成几个文件。", most_lines=MOST_LINES)
_NO_DATE = Sentence(
    "没有找到会议日期。请在开头或文件名里写上日期（如 2024-12-24），或在导入时给出日期（命令行用 --date）。"
)


@dataclass(frozen=True, slots=True)
class Recognized:
    """A meeting that was recognised, the name of its series as written, what was unsure (Chinese), and its lines."""

    meeting: Meeting
    series: str = ""
    notes: tuple[Sentence, ...] = ()
    source: Body = ()


def meetings(
    body: Body, file_name: str = "", held_on: date | None = None, *, needs_day: bool = True
) -> tuple[Recognized, ...]:
    """Return the meetings of a text, in its order, at least one.

    A meeting's day is told by its title, a labelled line or a line of its own, its opening sentence, the file's name,
    and at last `held_on`. If none of them tells it: ReadError, or the day is UNKNOWN_DAY where none is needed yet.
    ReadError also for a text of more than MOST_LINES lines.
    """
    everything = lines(body)
    if len(everything) > MOST_LINES:
        raise ReadError(_TOO_LONG)
    found = split.meetings(everything)
    named = dates.in_file_name(file_name) if len(found) == 1 else None
    made = tuple(_recognize(part, named, held_on) for part in found)
    if needs_day and any(one.meeting.held_on == UNKNOWN_DAY for one in made):
        raise ReadError(_NO_DATE)
    return made


def _recognize(whole: Sequence[Line], named: date | None, held_on: date | None) -> Recognized:
    """Recognise one meeting: first its title, items and people, then the lines before, of and after the agenda."""
    frame = official.frame(whole)
    apart = annexes.part(frame.lines)
    found = apart.lines
    title = _title(found)
    starts = agenda.starts(found, 0 if title is None else title + 1)
    listed = people.find(found, _inside(found, starts), texts=bool(starts and starts[0].lead))
    year, is_told = _year(whole, named, held_on)
    facts = Facts(year=year, classification=frame.classification, copies=frame.copies)
    if title is not None:
        facts.take_when(found[title].words)
    first = starts[0].place if starts else _end_of_head(found, listed)
    taken = {*listed.places, *(() if title is None else (title,))}
    opening, before = _head(found, first, taken, facts)
    if starts and starts[0].lead:
        rest = found[first].words.removesuffix(starts[0].lead).strip()
        opening, before = (rest, before) if rest and not opening else (opening, [*before, *_lines(rest)])
    middle, after = _middle(found, starts, first, listed, facts)
    middle, closing = _closing(middle)
    said = leads.read_opening(opening, facts.year or 2000)
    hours = dates.hours(opening[:LONGEST_HEAD_LINE])
    if facts.start is None and len(hours) == 1:
        facts.start, facts.end = hours[0].since, hours[0].until
    day = _day(facts, opening, named, held_on, frame.issued_on)
    if day == UNKNOWN_DAY:
        day = _day_above(found[:first], facts)
    elif facts.day and not is_told:
        facts.notes.append(Sentence("会议日期按{day}登记，正文没有写明年份，请核对。", day=dates.told(day)))
    items, preamble = _agenda(starts, middle, before, day)
    agenda_items, attached = annexes.referred(items.items, apart.essays)
    heading = found[title].words.lstrip("# ") if title is not None else ""
    named_so = leads.series(facts.name) if _ABOUT.search(facts.name) else ""  # 会议主题：秋游 is none
    series = said.series or named_so or _series(heading) or leads.series(facts.name)
    number = said.number or leads.count(heading) or leads.count(facts.name) or frame.number
    framed = tuple(frame.unsaid(f"{heading} {opening} {series}", number, day))
    meeting = Meeting(
        held_on=day,
        number=number,
        title=heading,
        start=facts.start,
        end=facts.end,
        venue=facts.venue or said.venue,
        platform=facts.platform,
        link=facts.link,
        chair=facts.chair or said.chair,
        recorder=facts.recorder,
        opening=opening,
        preamble=preamble,
        closing=_blocks(closing),
        postscript=_blocks(after),
        classification=facts.classification,
        copies=facts.copies.rstrip("。"),
        remarks="；".join([*facts.remarks, *(f"参会人员{words}" for words in listed.rest), *framed]),
        attendees=_attendees(listed, facts, found),
        agenda=tuple(agenda_items),
        actions=tuple(items.actions),
        essays=(*items.essays, *attached),
    )
    notes = [*facts.notes, *_notes(listed, meeting)]
    if left := conserved.unsaid([line for line in (*found, *apart.texts) if not _is_linked(line, attached)], meeting):
        meeting = replace(meeting, postscript=(*meeting.postscript, *_blocks(left)))
        notes.append(Sentence("有 {count} 行没有全部读懂，原文留在了文末，请核对。", count=len(left)))
    kept = tuple(one for one in meeting.preamble if not _names_it(one, series, meeting.number))
    meeting = replace(meeting, preamble=kept)
    return Recognized(meeting, series, tuple(dict.fromkeys(notes)), tuple(line.block for line in whole))


def _is_linked(line: Line, attached: Sequence[Essay]) -> bool:
    """Tell whether a line only refers to an annex that knows its item: the house style refers to it anew."""
    return annexes.is_reference(line.words) and any(essay.item for essay in attached)


def _names_it(block: Block, series: str, number: int) -> bool:
    """Tell whether a block only names the meeting (会议名称：远帆例会 第3次), which its series and number say."""
    known = label(plain(block))
    return (
        known is not None
        and known.kind is Kind.NAME
        and not leads.has_period(known.value)
        and (leads.series(known.value), leads.count(known.value)) == (series, number)
    )


# --- the parts ------------------------------------------------------------------------------------------------------


def _inside(found: Sequence[Line], starts: Sequence[Start]) -> frozenset[int]:
    """Return the places within the items, up to where nothing but labelled lines follows."""
    if not starts:
        return frozenset()
    last = len(found)
    while last > starts[0].place and (label(found[last - 1].words) or _CLOSING.match(found[last - 1].words)):
        last -= 1
    return frozenset(range(starts[0].place, last))


def _title(found: Sequence[Line]) -> int | None:
    for place, line in enumerate(found[:FIRST_LINES]):
        if titles.is_title(line):
            return place
    if not found or not isinstance(found[0].block, Paragraph | Heading):
        return None
    words = found[0].words
    plain_words = len(words) <= titles.LONGEST_TITLE and not words.endswith(tuple("。；;：:，,！!？?"))
    if not plain_words or label(words) or found[0].marker or leads.is_opening(words) or is_date_line(words, 2000):
        return None
    return 0 if _ABOUT.search(words) or dates.find(words, 2000) or isinstance(found[0].block, Heading) else None


def _end_of_head(found: Sequence[Line], listed: People) -> int:
    """Return where the head of minutes without items ends: behind a list of people that closes a text."""
    last = max(listed.places, default=len(found) - 1)
    above = found[: min(listed.places, default=0)]
    texts = [line.words for line in above if not _is_of_head(line)]
    below = sum(len(line.words) for line in found[last + 1 :])
    return last + 1 if len(texts) > 1 and sum(map(len, texts)) > below else len(found)


def _is_of_head(line: Line) -> bool:
    """Tell whether a line stands above any minutes: a title, a day, a label."""
    words = line.words
    return titles.is_title(line) or is_date_line(words, 2000) or bool(label(words) or bare(words))


def _head(found: Sequence[Line], first: int, taken: set[int], facts: Facts) -> tuple[str, list[Line]]:
    """Take in the lines before the agenda: return the opening paragraph and what was not understood."""
    opening, left = "", []
    chairs = sum((known := label(line.words)) is not None and known.kind is Kind.CHAIR for line in found)
    for place in range(first):
        line = found[place]
        if place in taken:
            continue
        if not isinstance(line.block, Paragraph | Heading | ListItem):
            left.append(line)
        elif (
            not opening
            and not (isinstance(line.block, ListItem) or line.marker)
            and len(left) <= MOST_ABOVE
            and all(map(_is_short, left))
            and not label(line.words)
            and leads.is_opening(line.words)
        ):
            opening = line.words
        elif not facts.take(line.words, chair=chairs == 1) and not (
            is_date_line(line.words, facts.year) and facts.take_when(line.words)
        ):
            left.append(line)
    return opening, left


def _is_short(line: Line) -> bool:
    """Tell whether a line may stand above the opening: a number of the issue, a name of the office."""
    return len(line.words) <= LONGEST_ABOVE and isinstance(line.block, Paragraph | Heading)


def _middle(
    found: Sequence[Line], starts: Sequence[Start], first: int, listed: People, facts: Facts
) -> tuple[list[tuple[int, Line]], list[Line]]:
    """Return the lines of the agenda with their places, and those behind the people at the end."""
    last = max(listed.places, default=-1)
    closes = starts and starts[-1].place < last
    end = last + 1 if closes else len(found) if starts else first
    middle = [(place, found[place]) for place in range(first, end) if place not in listed.places]
    after = [line for place, line in enumerate(found) if place >= end and not facts.take(line.words)]
    while len(middle) > 1 and facts.take(middle[-1][1].words, chair=False):
        middle.pop()
    return middle, after


def _closing(middle: Sequence[tuple[int, Line]]) -> tuple[list[tuple[int, Line]], list[Line]]:
    """Part off the lines at the end that look ahead to the next meeting or close this one.

    A table of the actions may stand below them.
    """
    end = len(middle)
    while end and isinstance(middle[end - 1][1].block, Table) and agenda.is_outcome(middle[end - 1][1]):
        end -= 1
    if end < len(middle) and end and (known := bare(middle[end - 1][1].words)) and known.kind is Kind.ACTION:
        end -= 1  # the heading of the table
    begin = end
    while begin > 1 and end - begin < MOST_CLOSING_LINES:
        (_, before), (_, line) = middle[begin - 2 : begin]
        if not (_CLOSING.match(line.words) or (_LAST.match(line.words) and agenda.is_outcome(before))):
            break
        begin -= 1
    return [*middle[:begin], *middle[end:]], [line for _, line in middle[begin:end]]


def _agenda(
    starts: Sequence[Start], middle: Sequence[tuple[int, Line]], before: Sequence[Line], day: date
) -> tuple[Agenda, Body]:
    """Return the agenda and the preamble; without items, decisions and actions are read from what stands there."""
    if starts and middle:
        order = {place: turn for turn, (place, _) in enumerate(middle)}
        begins = [replace(start, place=order[start.place]) for start in starts if start.place in order]
        if begins:
            ahead = [*before, *(line for _, line in middle[: begins[0].place])]
            if ahead and (known := bare(ahead[-1].words)) and known.kind is Kind.AGENDA:
                ahead.pop()  # 议程： stands for the items that follow
            made = agenda.read([line for _, line in middle], begins, day)
            before_it = next((row for row, line in enumerate(ahead) if agenda.is_section(line)), len(ahead))
            above = agenda.rest(ahead[before_it:], day)
            return _joined(above, made), _blocks(ahead[:before_it])
    items = agenda.rest([*before, *(line for _, line in middle)], day)
    (item,) = items.items
    if item.decisions:
        return items, ()
    actions = [replace(action, item="") for action in items.actions]
    return Agenda(actions=actions), item.discussion


def _joined(above: Agenda, made: Agenda) -> Agenda:
    """Return an agenda with what was decided and given to do above its first item, if anything was."""
    (item,) = above.items
    made.actions[:0] = [replace(action, item="") for action in above.actions]
    if item.decisions or item.discussion:
        made.items.insert(0, item)
    return made


def _blocks(kept: Iterable[Line]) -> Body:
    return tuple(line.block for line in kept)


def _lines(words: str) -> list[Line]:
    return [Line(text(words), words)] if words else []


def _attendees(listed: People, facts: Facts, found: Sequence[Line]) -> tuple[Attendee, ...]:
    """Return the people; a meeting that was held online alone, without any mark, had everybody online."""
    if not listed.attendees:
        facts.notes.append(Sentence("没有找到参会人员名单。"))
    elif not listed.marked and facts.online:
        facts.notes.append(Sentence("会议在线上举行，名单没有写明谁在现场，全部按线上登记。"))
        return tuple(
            replace(one, presence=Presence.ONLINE) if one.presence is Presence.ONSITE else one
            for one in listed.attendees
        )
    elif not listed.marked and any(_ONLINE.search(line.words) for line in found[:HEAD_LINES]):
        facts.notes.append(Sentence("名单没有写明现场还是线上，全部按现场登记。"))
    return listed.attendees


# --- the day --------------------------------------------------------------------------------------------------------


def _year(found: Sequence[Line], named: date | None, held_on: date | None) -> tuple[int, bool]:
    """Return the year of days that are written without one, and whether it is sure.

    It is that of the first whole date, else of what was given, else the only one that stands at the head; that is a
    guess. 0 if nothing tells it.
    """
    head = [line.words[:LONGEST_HEAD_LINE] for line in found[:HEAD_LINES]]
    for words in head:
        days = dates.find(words)
        if days:
            return days[0].day.year, True
    if given := named or held_on:
        return given.year, True
    years = {match["year"] for words in head[:FIRST_LINES] for match in _YEAR.finditer(words)}
    return (int(years.pop()), False) if len(years) == 1 else (0, True)


def _day_above(head: Sequence[Line], facts: Facts) -> date:
    """Return the only day that stands above the agenda, wherever in its line; UNKNOWN_DAY if there is none."""
    lines = [line.words for line in head if dates.find(line.words[:LONGEST_HEAD_LINE], facts.year or None)]
    days = {one.day for words in lines for one in dates.find(words[:LONGEST_HEAD_LINE], facts.year or None)}
    if len(days) != 1:
        return UNKNOWN_DAY
    unknown = Sentence("没有找到会议日期，请填上。")
    facts.notes[:] = [note for note in facts.notes if note != unknown]
    facts.notes.append(Sentence("会议日期取自“{words}”，请核对。", words=lines[0]))
    return days.pop()


def _day(facts: Facts, opening: str, named: date | None, held_on: date | None, issued_on: date | None) -> date:
    """Decide on the day, and note where it was taken from if the text does not tell it.

    At last it is the day that was given, or that on which the minutes were issued.
    """
    said = dates.find(opening[:LONGEST_HEAD_LINE], facts.year or None)
    if facts.day is None and said:
        facts.day = said[0].day
        given = {one.year for one in (named, held_on) if one}
        if not dates.find(opening[:LONGEST_HEAD_LINE]) and facts.day.year in given:
            facts.notes.append(Sentence("会议日期按{day}登记，正文没有写明年份，请核对。", day=dates.told(facts.day)))
    elif facts.day and said and said[0].day != facts.day:
        facts.notes.append(
            Sentence(
                "会议日期取{day}，开头却写着{said}，请核对。",
                day=dates.told(facts.day),
                said=dates.told(said[0].day),
            )
        )
    if facts.day is None and named:
        facts.notes.append(Sentence("日期取自文件名。"))
    elif facts.day is None and held_on:
        facts.notes.append(Sentence("正文没有写会议日期，按给出的{day}登记。", day=dates.told(held_on)))
    elif facts.day and named and named != facts.day:
        facts.notes.append(
            Sentence(
                "文件名写着{named}，正文的会议日期是{day}，请核对。",
                named=dates.told(named),
                day=dates.told(facts.day),
            )
        )
    elif facts.day is None and issued_on:
        facts.notes.append(Sentence("正文没有写会议日期，按发文日期{day}登记，请核对。", day=dates.told(issued_on)))
    day = facts.day or named or held_on or issued_on
    if day is None:
        facts.notes.append(Sentence("没有找到会议日期，请填上。"))
    return day or UNKNOWN_DAY


def _series(title: str) -> str:
    for found in reversed(dates.find(title, 2000)):
        title = title[: found.start] + title[found.end :]
    name = _SUFFIX.sub("", leads.series(_WEEKDAY.sub("", title).strip(" \t丨|｜()（）:：-—_，,")))
    return "" if _NO_NAME.fullmatch(name) else name


def _notes(listed: People, meeting: Meeting) -> Iterable[Sentence]:
    odd = [name for name in listed.doubtful if not (is_han(name) and 1 < len(name) <= LONGEST_NAME)]
    if odd:
        yield Sentence("名单里这些不像人名，请核对：{odd}。", odd=odd)
    if listed.rest:
        yield Sentence(
            "名单里还写着“{listed}”，读出 {count} 人，请核对。",
            listed="；".join(listed.rest),
            count=len(meeting.attendees),
        )
    if not meeting.agenda:
        yield Sentence("没有认出议程，正文原样放在开头。")
