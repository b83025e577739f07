"""The rules of editing a body: what a block becomes when its words, its kind or its place change."""

import re
from collections.abc import Sequence
from dataclasses import replace

from copu_desk.document import (
    Block,
    Body,
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Picture,
    Span,
    Spans,
    Table,
    Turn,
    plain,
    searched,
    words_of,
)

Spot = tuple[int, int]
"""A place in a body: the number of the block, and the number of characters before the place in `shown(block)`."""

OBJECT = "\ufffc"  # stands for a block that is not typed: a table, a picture, a page break
HIGHEST_LIST_LEVEL = 8
_TURN = re.compile(r"([^：:\n]{1,20}?)(\s?[：:]\s?)")
_MARKER = re.compile(
    r"\s*(?:\d{1,3}[.．、)）]|[(（](?:\d{1,3}|[一二三四五六七八九十百]{1,4})[)）]|[一二三四五六七八九十百]{1,4}、|[①-⑳]|[•·●▪◆-])\s*"
)


def is_object(block: Block) -> bool:
    """Return whether a block is a thing in the text that is not typed."""
    return isinstance(block, Table | Picture | PageBreak)


def shown(block: Block) -> Spans:
    """Return what stands in the editor for a block: its spans, with the speaker or the typed marker before them."""
    match block:
        case Heading() | Paragraph():
            return block.spans
        case Turn():
            return (Span(block.speaker + block.colon), *block.spans)
        case ListItem():
            return (Span(block.marker), *block.spans) if block.marker else block.spans
        case _:
            return (Span(OBJECT),)


def bare(block: Block) -> Block:
    """Return a block without its words: the kind of it, by which `dressed` makes others."""
    return block if is_object(block) else replace(block, spans=())  # type: ignore[arg-type]


def reads_same(old: Block, now: Block) -> bool:
    """Whether two blocks read the same, however their spans are cut."""
    return old is now or (bare(old) == bare(now) and joined(shown(old)) == joined(shown(now)))


def dressed(kind: Block, spans: Spans) -> Block:
    """Return a block of a kind with what stands in the editor: `dressed(bare(b), shown(b))` reads as `b`.

    A turn without a speaker, and a list item whose typed marker is gone, become paragraphs.
    """
    words = words_of(spans)
    match kind:
        case Heading():
            return Heading(joined(spans), kind.level)
        case Paragraph():
            return Paragraph(joined(spans), kind.role)
        case Turn():
            return _turn(kind, spans, words)
        case ListItem(marker=""):
            return replace(kind, spans=joined(spans))
        case ListItem():
            length = len(kind.marker) if words.startswith(kind.marker) else _marker_length(words)
            if not length:
                return Paragraph(joined(spans))
            return replace(kind, marker=words[:length], spans=cut(spans, length, len(words)))
        case _:
            return Paragraph(joined(spans))


def _turn(kind: Turn, spans: Spans, words: str) -> Block:
    prefix = kind.speaker + kind.colon
    if words.startswith(prefix):
        return replace(kind, spans=cut(spans, len(prefix), len(words)))
    said = _TURN.match(words)
    if not said:
        return Paragraph(joined(spans))
    return Turn(said[1], cut(spans, said.end(), len(words)), said[2])


def _marker_length(words: str) -> int:
    found = _MARKER.match(words)
    return found.end() if found else 0


def as_kind(block: Block, kind: Block) -> Block:
    """Return a block turned into another kind, with every word it had; objects stay what they are."""
    if is_object(block):
        return block
    spans, words = shown(block), words_of(shown(block))
    if isinstance(kind, Turn):
        found = _TURN.match(words)
        return Turn(found[1], cut(spans, found.end(), len(words)), found[2]) if found else Turn("", joined(spans), "：")
    if isinstance(kind, ListItem):
        length = _marker_length(words)
        level = block.level if isinstance(block, ListItem) else kind.level
        return ListItem(cut(spans, length, len(words)), level, kind.ordered) if length else dressed(kind, spans)
    return dressed(kind, spans)


def indented(block: Block, step: int) -> Block:
    """Return a list item deeper (1) or higher (-1); a heading likewise; anything else as it is."""
    match block:
        case ListItem():
            return replace(block, level=max(0, min(HIGHEST_LIST_LEVEL, block.level + step)))
        case Heading():
            return replace(block, level=max(1, min(4, block.level + step)))
        case _:
            return block


def numbers(body: Sequence[Block], row: int) -> int:
    """Return the number, from 1, that an automatically numbered list item in a row carries."""
    item, number = body[row], 1
    assert isinstance(item, ListItem)  # noqa: S101 - the caller has looked
    for before in reversed(body[:row]):
        if not isinstance(before, ListItem) or before.level < item.level or before.marker:
            break
        if before.level == item.level:
            if before.ordered != item.ordered:
                break
            number += 1
    return number


def spliced(body: Body, start: Spot, end: Spot, inserted: Body) -> tuple[Body, Spot]:
    """Return a body with other blocks in the place of what stands between two spots, and the spot after them.

    Plain paragraphs at the ends of what comes in run together with the text around; everything else keeps its kind.
    """
    body = body or (Paragraph(()),)
    first, last = body[start[0]], body[end[0]]
    head, tail = cut(shown(first), 0, start[1]), cut(shown(last), end[1], length(last))
    rest = body[end[0] + 1 :]
    if not inserted:
        return (*body[: start[0]], *_closed(first, head, last, tail), *rest), (start[0], len(words_of(head)))
    made = list(inserted)
    if _runs_on(made[0]) and not is_object(first):
        made[0] = dressed(bare(first), (*head, *shown(made[0])))
    elif head:
        made.insert(0, first if is_object(first) else dressed(bare(first), head))
    spot = (start[0] + len(made) - 1, length(made[-1]))
    if tail and _runs_on(inserted[-1]) and not is_object(last):
        made[-1] = dressed(bare(made[-1]), (*shown(made[-1]), *tail))
    elif tail:
        made.append(last if is_object(last) else dressed(bare(last), tail))
    elif is_object(made[-1]) and not rest:
        made.append(Paragraph(()))  # somewhere to go on typing
    if is_object(inserted[-1]):
        spot = (spot[0] + 1, 0)
    return (*body[: start[0]], *made, *rest), spot


def between(body: Body, start: Spot, end: Spot) -> Body:
    """Return what of a body stands between two spots, as it is copied."""
    body = body or (Paragraph(()),)
    inside = body[start[0] : end[0] + 1]
    after, _ = spliced(inside, (end[0] - start[0], end[1]), (len(inside) - 1, length(inside[-1])), ())
    before, _ = spliced(after, (0, 0), (0, start[1]), ())
    return before


def _closed(first: Block, head: Spans, last: Block, tail: Spans) -> Body:
    """Return what is left of two blocks (or of one) when what stood between `head` and `tail` is gone."""
    if not ((head and is_object(first)) or (tail and is_object(last))):
        kind = Paragraph(()) if is_object(first) and is_object(last) else last if is_object(first) else first
        return (dressed(bare(kind), (*head, *tail)),)
    parts = ((first, head), (last, tail))
    return tuple(block if is_object(block) else dressed(bare(block), part) for block, part in parts if part)


def length(block: Block) -> int:
    """Return the number of characters that stand in the editor for a block."""
    return len(words_of(shown(block)))


def _runs_on(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role == "body"


def joined(spans: Spans) -> Spans:
    """Return spans with neighbours of one face made one, and empty ones left out."""
    made: list[Span] = []
    for span in spans:
        if made and replace(made[-1], text="") == replace(span, text=""):
            made[-1] = replace(span, text=made[-1].text + span.text)
        elif span.text:
            made.append(span)
    return tuple(made)


def cut(spans: Spans, start: int, end: int) -> Spans:
    """Return the part of spans between two numbers of characters."""
    made, at = [], 0
    for span in spans:
        words = span.text[max(0, start - at) : max(0, end - at)]
        if words:
            made.append(replace(span, text=words))
        at += len(span.text)
    return joined(tuple(made))


def found(body: Body, words: str, after: Spot, step: int = 1) -> tuple[Spot, Spot] | None:
    """Return where words stand next after a spot (step 1) or last before it (-1), going round; None if nowhere.

    Upper and lower case are alike. Words in a table or a caption are found as the object that they stand in.
    """
    if not words:
        return None
    wanted = _wanted(words)
    places = [
        (((row, 0), (row, 1)) if is_object(block) else ((row, match.start()), (row, match.end())))
        for row, block in enumerate(body)
        for match in wanted.finditer(plain(block) if is_object(block) else words_of(shown(block)))
    ]
    if step > 0:
        return next((place for place in places if place[0] >= after), places[0] if places else None)
    return next((place for place in reversed(places) if place[1] <= after), places[-1] if places else None)


def first_found(body: Body, words: str) -> tuple[Spot, Spot] | None:
    """Return where words stand first; where they stand behind the text alone, such as in a link, the whole block."""
    if place := found(body, words, (0, 0)):
        return place
    behind = (row for row, block in enumerate(body) if words in searched(block))
    return next((((row, 0), (row, len(words_of(shown(body[row]))))) for row in behind), None)


def replaced(body: Body, words: str, by: str) -> tuple[Body, int]:
    """Return a body with words put in the place of others everywhere, and how often; the faces stay."""
    if not words:
        return body, 0
    counts: list[int] = []

    def turn(spans: Spans) -> Spans:
        made, at, said = [], 0, words_of(spans)
        for match in _wanted(words).finditer(said):
            first = cut(spans, match.start(), match.start() + 1)[0]
            made += [*cut(spans, at, match.start()), replace(first, text=by)]
            at = match.end()
            counts.append(1)
        return joined((*made, *cut(spans, at, len(said)))) if made else spans

    def turn_block(block: Block) -> Block:
        match block:
            case Table():
                return replace(block, rows=tuple(tuple(turn(cell) for cell in row) for row in block.rows))
            case Picture():
                return replace(block, caption=words_of(turn((Span(block.caption),))))
            case PageBreak():
                return block
            case _:
                spans = turn(shown(block))
                return block if spans is shown(block) or spans == joined(shown(block)) else dressed(bare(block), spans)

    made = tuple(map(turn_block, body))
    return made, len(counts)


def _wanted(words: str) -> re.Pattern[str]:
    return re.compile(re.escape(words), re.IGNORECASE)
