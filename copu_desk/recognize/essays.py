"""Recognise essays: title, author, date, headings, typed points and the turns of an interview."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from copu_desk import dates
from copu_desk.document import Block, Body, Heading, ListItem, Paragraph, Turn, plain
from copu_desk.model import Essay, EssayKind
from copu_desk.recognize.labels import Kind, label
from copu_desk.recognize.lines import Line, behind, marker
from copu_desk.recognize.words import like_name

LONGEST_TITLE = 60  # characters
LONGEST_HEADING = 36
LONGEST_AUTHOR = 30
SHORTEST_PARAGRAPH = 25  # a line this long is running text whatever it ends with

_STOPS = "。！？；：，、.!?;:,…"
_ENDS = re.compile(rf"[{re.escape(_STOPS)}”\"’』」]$")
_SPEAKER = re.compile(
    r"(?P<speaker>[^\s:：，。、；！？,;!?“”\"《》…][^:：，。、；！？,;!?“”\"《》…\n]{0,29}?)(?P<colon>\s*[:：]\s*)(?=\S)"
)
_ROLES = frozenset(
    ["主持人", "记者", "问", "答", "提问", "回答", "观众", "编辑", "提问者", "嘉宾", "Q", "A", "主持", "采访者"]
)
_INTERVIEW = re.compile("访谈|专访|对话|对谈|采访|问答|圆桌|座谈")
_FACT = re.compile(".{1,6}(?:部门|单位|科室|时间|地点|人数|人员)[:：].")
_SOURCE = re.compile("(?:文章)?(?:来源|出处|原载|转自)\\s*[:：]\\s*(?P<source>.{1,80})")
_MOST_BOLD = 0.5  # share of the text: where most of it is bold, bold marks nothing
_BULLETIN = re.compile("通报|简报")
_LEVELS = {"han": 1, "topic": 1, "paren": 2, "arabic": 3, "round": 4}


@dataclass(frozen=True, slots=True)
class _Byline:
    """What stands above the text of an essay, and how many lines that takes."""

    title: str = ""
    author: str = ""
    date: str = ""
    source: str = ""
    count: int = 0


def essay(body: Body, name: str = "", title: str = "", author: str = "") -> Essay:
    """Return a whole text as an essay: title, author and date are guessed from its first lines.

    `title` and `author` are what its file says of itself: used where the text says nothing, and a title only of web
    pages and the like, whose text does not repeat it. At last the file's name is the title.
    """
    lines = [Line(block, plain(block).strip()) for block in _with_bold_headings(body)]
    lines = [line for line in lines if line.words or not isinstance(line.block, Paragraph | Heading)]
    made = _essay(lines, "", "")
    made = made if made.title or not _is_headed(lines) else _headed(lines)
    return replace(made, title=made.title or title or name, author=made.author or author, body=_levelled(made.body))


def _is_headed(lines: Sequence[Line]) -> bool:
    """Tell whether the first line is a heading above all others."""
    levels = [line.block.level for line in lines if isinstance(line.block, Heading)]
    first = lines[0].block if lines else None
    return isinstance(first, Heading) and (levels.count(first.level) == 1 or levels[1:2] == [first.level + 1])


def _headed(lines: Sequence[Line]) -> Essay:
    """Return an essay whose first heading is its title, whatever the lines below it are."""
    made = _essay(lines[1:], "", "")
    return replace(made, title=lines[0].words, body=blocks(lines[1:], _speakers(lines[1:], interview=False)))


def _with_bold_headings(body: Body) -> Body:
    """Return a body with headings where only bold type marks them: short, without end mark, over text that is not."""
    total = sum(len(plain(block)) for block in body)
    heavy = sum(len(plain(block)) for block in body if _is_bold(block))
    if not total or heavy > _MOST_BOLD * total or any(isinstance(block, Heading) for block in body[1:]):
        return body
    return tuple(_bold_heading(block) if _is_bold(block) else block for block in body)


def _is_bold(block: Block) -> bool:
    said = [span for span in block.spans if span.text.strip()] if isinstance(block, Paragraph) else []
    return bool(said) and all(span.bold for span in said)


def _bold_heading(block: Block) -> Block:
    words = plain(block).strip()
    if not isinstance(block, Paragraph) or block.role != "body" or len(words) > LONGEST_TITLE or _ENDS.search(words):
        return block
    found = marker(words)
    level = _LEVELS.get(found.kind, 1) if found else 1
    return Heading(tuple(replace(span, bold=False) for span in block.spans), level)


def _levelled(body: Body) -> Body:
    """Return a body whose highest headings are of level 1: those above it are titles now."""
    levels = [block.level for block in body if isinstance(block, Heading)]
    up = min(levels, default=1) - 1
    return tuple(replace(block, level=block.level - up) if isinstance(block, Heading) else block for block in body)


def essays(lines: Sequence[Line], item: str, lead: str) -> tuple[Essay, ...]:
    """Return the essays that lines hold; a title followed by author and date begins another one."""
    if not lines:
        return ()
    begins = [0, *(place for place in range(2, len(lines)) if _begins_another(lines, place))]
    return tuple(
        _essay(lines[begin:end], item, lead) for begin, end in zip(begins, [*begins[1:], len(lines)], strict=True)
    )


def _essay(lines: Sequence[Line], item: str, lead: str) -> Essay:
    speakers = _speakers(lines, interview=_INTERVIEW.search(lead) is not None)
    byline = _byline(lines, speakers)
    body = blocks(lines[byline.count :], speakers)
    kind = EssayKind.BULLETIN if _BULLETIN.search(lead + byline.title) else EssayKind.ARTICLE
    if any(isinstance(block, Turn) for block in body):
        kind = EssayKind.INTERVIEW
    return Essay(
        title=byline.title,
        author=byline.author,
        date=byline.date,
        source=byline.source,
        kind=kind,
        item=item,
        body=body,
    )


def _begins_another(lines: Sequence[Line], place: int) -> bool:
    if not (_like_title(lines[place]) and not lines[place].marker):
        return False
    found = _byline(lines[place : place + 4], frozenset())
    return bool(found.title and found.author and found.date and like_name(found.author))


def _byline(lines: Sequence[Line], speakers: frozenset[str]) -> _Byline:
    """Read title, author and date from the first lines; without author and date a title must stand over long text."""
    if not lines or not _like_title(lines[0]) or _turn(lines[0], speakers):
        return _Byline()
    author = date = source = ""
    place = 1
    while place < min(len(lines), 5):
        words = lines[place].words
        if not date and _only_date(words):
            date = words
        elif not author and (name := _author(words)):
            author = name
        elif not source and (match := _SOURCE.fullmatch(words)):
            source = match["source"]
        else:
            break
        place += 1
    if author and not date and place < len(lines) and not _running(lines[place].words):
        author, source, place = "", "", 1  # a short line over other short lines is no author
    titled = place > 1 or (place < len(lines) and _running(lines[place].words) and not lines[0].marker)
    return _Byline(lines[0].words, author, date, source, place) if titled else _Byline()


def _like_title(line: Line) -> bool:
    return (
        len(line.words) <= LONGEST_TITLE
        and not _ENDS.search(line.words)
        and isinstance(line.block, Paragraph | Heading)
    )


def _only_date(words: str) -> bool:
    found = dates.find(words, 2000)  # any year: 12月21日 is a date line as well
    return len(found) == 1 and not (words[: found[0].start] + words[found[0].end :]).strip("()（）[]〔〕【】 \u3000")


def _author(words: str) -> str:
    """Return the author that a line names (`陆鸣`, `作者：陆鸣`, `陆鸣 苏棠`), or nothing."""
    if (found := label(words)) and found.kind is Kind.AUTHOR and len(found.value) <= LONGEST_AUTHOR:
        return found.value
    parts = [part for part in re.split(r"[\s、，,/／]+", re.sub(r"[(（][^()（）]{0,20}[)）]", "", words)) if part]
    if len(words) > LONGEST_AUTHOR or not parts:
        return ""
    return words if like_name(words) or like_name("".join(parts)) or all(map(like_name, parts)) else ""


def _running(words: str) -> bool:
    return len(words) >= SHORTEST_PARAGRAPH or _ENDS.search(words) is not None


# --- the text -------------------------------------------------------------------------------------------------------


def blocks(lines: Sequence[Line], speakers: frozenset[str] = frozenset()) -> Body:
    """Return lines as blocks: headings, typed points, turns; whatever else they are they stay."""
    return tuple(_block(lines, place, speakers) for place in range(len(lines)))


def _block(lines: Sequence[Line], place: int, speakers: frozenset[str]) -> Block:
    line = lines[place]
    if not isinstance(line.block, Paragraph) or line.block.role != "body":
        return line.block
    if turn := _turn(line, speakers):
        return turn
    if _is_heading(lines, place):
        found = line.marker
        return Heading(line.block.spans, _LEVELS.get(found.kind, 1) if found else 1)
    if found := line.marker:
        return ListItem(behind(line.block.spans, len(found.written)), 0, found.kind != "bullet", found.written)
    return line.block


def _is_heading(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line is a heading: short, without end mark, over running text, not announced by a colon."""
    words = lines[place].words
    if len(words) > LONGEST_HEADING or _ENDS.search(words) or place + 1 == len(lines):
        return False
    if label(words) or _FACT.match(words) or (place and lines[place - 1].words.endswith((":", "："))):
        return False
    found = lines[place].marker
    following = lines[place + 1]
    if found:
        below = following.marker
        return found.kind in ("han", "paren") and (below is None or below.kind != found.kind)
    return _running(following.words) and not following.marker and not _only_date(words)


def _turn(line: Line, speakers: frozenset[str]) -> Turn | None:
    match = _SPEAKER.match(line.words)
    if match is None or match["speaker"] not in speakers or not isinstance(line.block, Paragraph):
        return None
    return Turn(match["speaker"], behind(line.block.spans, match.end()), match["colon"])


def _speakers(lines: Sequence[Line], *, interview: bool) -> frozenset[str]:
    """Return who speaks: at least two, taking turns; in an interview also those who look like names and speak once."""
    matches = [_SPEAKER.match(line.words) for line in lines]
    counted = Counter(match["speaker"] for match in matches if match and not label(f"{match['speaker']}：x"))
    counted.update(match["speaker"] for match in matches if match and match["speaker"] in _ROLES)
    often = {speaker for speaker, count in counted.items() if count > 1 and _short(speaker)}
    once = {speaker for speaker in counted if like_name(speaker) or speaker in _ROLES} if interview else set()
    found = often | once
    return frozenset(found) if len(found) > 1 or (interview and often) else frozenset()


def _short(speaker: str) -> bool:
    return len(speaker) <= 12 or like_name(speaker)  # noqa: PLR2004 - 高级工程师王小明 is still a speaker
