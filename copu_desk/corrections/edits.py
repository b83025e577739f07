"""Edits of a meeting that a correction is made of, and how they are carried out on the meeting as it is now.

An edit speaks of the meeting as it was exported. If the meeting has gone on since, texts are merged where both changed
other words, and a block of a body is looked for by what it says; an edit whose record or block is gone is given back.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, cast

from copu_desk.differences import Change, changes, pairs
from copu_desk.document import Block, Body, Heading, PageBreak, Paragraph, Picture, Span, Spans, Table, plain, words_of
from copu_desk.editing import bare, cut, dressed, joined, shown
from copu_desk.model import Action, Meeting, Place, get, put
from copu_desk.reading import Face, FaceKind


@dataclass(frozen=True, slots=True)
class Put:
    """Another value at a place; `gently` only where the old one still stands."""

    place: Place
    old: Any
    new: Any
    gently: bool = False


@dataclass(frozen=True, slots=True)
class Respell:
    """Other words for a block of a body, or for a cell of its table (the caption of its picture)."""

    place: Place
    row: int
    words: str
    cell: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Reface:
    """Other looks for a block of a body: what in it is bold, italic and underlined, and its level as a heading.

    `words` are those that the faces speak of. Level 0 is a paragraph; None leaves the kind of the block as it is.
    """

    place: Place
    row: int
    words: str
    faces: tuple[Face, ...] = ()
    level: int | None = None


@dataclass(frozen=True, slots=True)
class InsertRow:
    """A row of cells comes into a table in a body, after the one with a number (-1: before all)."""

    place: Place
    row: int
    after: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RemoveRow:
    """A row goes from a table in a body."""

    place: Place
    row: int
    number: int


@dataclass(frozen=True, slots=True)
class Remove:
    """A block of a body goes."""

    place: Place
    row: int


@dataclass(frozen=True, slots=True)
class Insert:
    """A block comes into a body after the one in a row; -1 is before all."""

    place: Place
    row: int
    block: Block


@dataclass(frozen=True, slots=True)
class Add:
    """A record comes into the records at a place, after the one with an id (empty: behind all)."""

    place: Place
    after: str
    record: Any


@dataclass(frozen=True, slots=True)
class Drop:
    """The record at a place goes."""

    place: Place


OfBody = Respell | Reface | InsertRow | RemoveRow | Remove | Insert
Edit = Put | OfBody | Add | Drop


def apply(meeting: Meeting, base: Meeting, edits: Iterable[Edit]) -> tuple[Meeting, tuple[Edit, ...]]:
    """Return the meeting with edits of its exported state carried out, and those whose value is gone."""
    bodies: dict[Place, list[OfBody]] = {}
    failed: list[Edit] = []
    for edit in edits:
        if isinstance(edit, OfBody):
            bodies.setdefault(edit.place, []).append(edit)
            continue
        made = _alone(meeting, edit)
        if made is None:
            failed.append(edit)
        else:
            meeting = made
    for place, of_body in bodies.items():
        now = get(meeting, place)
        if now is None:
            failed += of_body
            continue
        body, lost = _body(now, get(base, place) or (), of_body)
        meeting, failed = cast(Meeting, put(meeting, place, body)), [*failed, *lost]
    return meeting, tuple(failed)


def _alone(meeting: Meeting, edit: Put | Add | Drop) -> Meeting | None:
    """Return the meeting after one edit, None if what it speaks of is gone."""
    match edit:
        case Put():
            return _put(meeting, edit)
        case Add(place, after, record):
            records = get(meeting, place)
            if records is None:
                return None
            rows = [one.id for one in records]
            at = rows.index(after) + 1 if after in rows else len(rows)
            return cast(Meeting, put(meeting, place, (*records[:at], _tied(meeting, record), *records[at:])))
        case Drop(place):
            records = get(meeting, place[:-1])
            if records is None:
                return meeting  # it is gone already
            return cast(Meeting, put(meeting, place[:-1], tuple(one for one in records if one.id != place[-1])))


def _tied(meeting: Meeting, record: Any) -> Any:
    """Return a record that is added, without the agenda item it belongs to if that is gone since the export."""
    if isinstance(record, Action) and record.item and get(meeting, ("agenda", record.item)) is None:
        return replace(record, item="")
    return record


def _put(meeting: Meeting, edit: Put) -> Meeting | None:
    if len(edit.place) > 1 and get(meeting, edit.place[:-1]) is None:
        return None
    now, new = get(meeting, edit.place), edit.new
    if edit.gently and now != edit.old:
        return meeting
    if isinstance(new, str) and isinstance(edit.old, str) and now not in (edit.old, "", None):
        new = merged(edit.old, now, new)
    return cast(Meeting, put(meeting, edit.place, new))


def merged(base: str, ours: str, theirs: str) -> str:
    """Return a text with what both sides changed in it; where both changed the same words, theirs stands."""
    if ours == base:
        return theirs
    if ours == theirs:
        return ours
    mine, other = changes(base, ours), changes(base, theirs)
    if any(a.start <= b.end and b.start <= a.end for a in mine for b in other):
        return theirs
    return _changed(base, sorted((*mine, *other)))


def _changed(words: str, found: Iterable[Change]) -> str:
    made, at = "", 0
    for start, end, new in found:
        made, at = made + words[at:start] + new, end
    return made + words[at:]


def _body(now: Body, base: Body, edits: Sequence[OfBody]) -> tuple[Body, list[Edit]]:
    """Return a body after edits that speak of its rows as they were in the exported one, and those that failed."""
    row_now = _rows(base, now)
    blocks: dict[int, Block | None] = dict(enumerate(now))
    behind: dict[int, list[Block]] = {}
    of_table: dict[int, list[InsertRow | RemoveRow]] = {}
    failed: list[Edit] = []
    for edit in edits:
        row = row_now.get(edit.row)
        if isinstance(edit, Insert):
            behind.setdefault(row if row is not None else _before(row_now, edit.row), []).append(edit.block)
        elif isinstance(edit, Remove):
            if row is not None:  # else it is gone already
                blocks[row] = None
        elif row is None or (block := blocks[row]) is None:
            failed += [] if isinstance(edit, RemoveRow) else [edit]  # a row went with its table
        elif isinstance(edit, InsertRow | RemoveRow):
            of_table.setdefault(row, []).append(edit)
        elif isinstance(edit, Reface):
            blocks[row] = refaced(block, edit)
        else:
            blocks[row] = respelt(block, base[edit.row], edit.words, edit.cell)
    for row, some in of_table.items():
        blocks[row] = _with_rows(blocks[row], now[row], base[some[0].row], some)
    made: list[Block] = [*behind.get(-1, ())]
    for row, left in blocks.items():
        made += [*((left,) if left is not None else ()), *behind.get(row, ())]
    return tuple(made), failed


def _with_rows(block: Block | None, now: Block, base: Block, edits: Sequence[InsertRow | RemoveRow]) -> Block | None:
    """Return a table with rows that came and without those that went; the numbers are those of the exported one."""
    if not (isinstance(block, Table) and isinstance(now, Table) and isinstance(base, Table)):
        return block
    old, new = (["\t".join(map(words_of, row)) for row in table.rows] for table in (base, now))
    row_now = {i: j for i, j in pairs(old, new) if i is not None and j is not None}
    gone = {row_now.get(edit.number) for edit in edits if isinstance(edit, RemoveRow)}
    behind: dict[int, list[tuple[Spans, ...]]] = {}
    for edit in edits:
        if isinstance(edit, InsertRow):
            at = row_now.get(edit.after, _before(row_now, edit.after))
            behind.setdefault(at, []).append(tuple((Span(words),) if words else () for words in edit.cells))
    rows = [*behind.get(-1, ())]
    for number, row in enumerate(block.rows):
        rows += [*(() if number in gone else (row,)), *behind.get(number, ())]
    return replace(block, rows=tuple(rows)) if rows else None


def refaced(block: Block, edit: Reface) -> Block:
    """Return a block with other looks; its words, and its links, stay."""
    if isinstance(block, Table | Picture | PageBreak):
        return block
    spans, at, faces = list[Span](), 0, carried(edit.faces, edit.words, plain(block))
    for span in shown(block):
        cuts = sorted({at, at + len(span.text), *(end for face in faces for end in face[1:])})
        for start, end in pairwise(one for one in cuts if at <= one <= at + len(span.text)):
            on = {face.kind for face in faces if face.start <= start and end <= face.end}
            part = span.text[start - at : end - at]
            spans.append(
                replace(span, text=part, bold="bold" in on, italic="italic" in on, underline="underline" in on)
            )
        at += len(span.text)
    made = dressed(bare(block), joined(tuple(spans)))
    if edit.level is None:
        return made
    return Heading(shown(made), edit.level) if edit.level else Paragraph(shown(made))


def carried(faces: Iterable[Face], old: str, new: str) -> tuple[Face, ...]:
    """Return the faces of a text once its words are others: new ones take the face of those they replace or go on from.

    `_respelt` does the same with spans.
    """
    if old == new:
        return tuple(faces)
    found, made = changes(old, new), list[Face]()
    for kind in dict.fromkeys(face.kind for face in faces):
        on = [False] * len(old)
        for face in faces:
            if face.kind == kind:
                on[face.start : face.end] = [True] * (min(face.end, len(old)) - face.start)
        signs, at = list[bool](), 0
        for start, end, words in found:
            like = on[start : start + 1] if end > start else on[max(start - 1, 0) : max(start, 1)]
            signs += [*on[at:start], *([bool(like and like[0])] * len(words))]
            at = end
        signs += on[at:]
        made += _runs(kind, signs)
    return tuple(made)


def _runs(kind: FaceKind, signs: Sequence[bool]) -> Iterator[Face]:
    """Return a face for each stretch of signs that are on."""
    edges = [0, *(at for at in range(1, len(signs)) if signs[at] != signs[at - 1]), len(signs)]
    for start, end in pairwise(edges):
        if start < end and signs[start]:
            yield Face(kind, start, end)


class _LastRows:
    """Remembers where the blocks of one body stand in another, for many corrections in a row ask for the same two."""

    known: tuple[Body, Body, dict[int, int]] = ((), (), {})


def _rows(base: Body, now: Body) -> dict[int, int]:
    """Return where the blocks of the exported body stand now."""
    if base is now:
        return {row: row for row in range(len(now))}
    was_base, was_now, rows = _LastRows.known
    if was_base is not base or was_now is not now:
        found = pairs([plain(block) for block in base], [plain(block) for block in now])
        rows = {i: j for i, j in found if i is not None and j is not None}
        _LastRows.known = base, now, rows
    return rows


def _before(row_now: Mapping[int, int], row: int) -> int:
    """Return the row of the last block before one that is gone, -1 if there is none."""
    return max((now for was, now in row_now.items() if was < row), default=-1)


def respelt(block: Block, base: Block, words: str, cell: tuple[int, int] | None = None) -> Block:
    """Return a block, or a cell of it, with other words; the faces of those that stay are kept.

    `base` is the block as it was when the words were made of it.
    """
    match block:
        case Table() if cell and isinstance(base, Table):
            row, column = cell
            if row >= len(block.rows) or column >= len(block.rows[row]):
                return block
            there = base.rows[row][column] if row < len(base.rows) and column < len(base.rows[row]) else ()
            spelt = _respelt(block.rows[row][column], words_of(there), words)
            cells = (*block.rows[row][:column], spelt, *block.rows[row][column + 1 :])
            return replace(block, rows=(*block.rows[:row], cells, *block.rows[row + 1 :]))
        case Picture():
            return replace(block, caption=merged(plain(base), block.caption, words))
        case _:
            return dressed(bare(block), _respelt(shown(block), plain(base), words))


def _respelt(spans: Spans, base: str, words: str) -> Spans:
    """Return spans with other words; new ones take the face of those they replace or go on from."""
    old = words_of(spans)
    made: list[Span] = []
    at = 0
    for start, end, new in changes(old, merged(base, old, words)):
        made += cut(spans, at, start)
        like = cut(spans, start, start + 1) if end > start else cut(spans, start - 1, start) or cut(spans, 0, 1)
        face = like[0] if like else Span("")
        made.append(replace(face, text=new, link=face.link if end > start else ""))
        at = end
    return joined((*made, *cut(spans, at, len(old))))


def like(block: Block, words: str) -> Block:
    """Return a new block of words of the same kind as its neighbour in a body."""
    match block:
        case Table() | Picture():
            return Paragraph((Span(words),))
        case Paragraph():
            return Paragraph((Span(words),), block.role)
        case _:
            made = dressed(bare(block), (Span(words),))
            return made if plain(made) == words else Paragraph((Span(words),))
