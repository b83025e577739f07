"""Corrections that come back in a Word file: what was changed, at its place in the meeting, to be accepted or not.

The file is compared with what was exported, paragraph by paragraph; each changed paragraph is one correction, made of
edits, one for each value of the meeting that it changes. What has no place (words of the house style, something new in
a table) has no edits and is told with its words, so that nothing is lost.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from copu_desk.compose.lines import Line
from copu_desk.compose.paragraphs import Printed, printed
from copu_desk.corrections import cells, looks, rows, typed
from copu_desk.corrections.edits import Edit, OfBody, apply
from copu_desk.corrections.placing import Neighbours, added, changed, removed
from copu_desk.differences import alike, pairs
from copu_desk.document import Table, words_of
from copu_desk.model import Meeting, Place
from copu_desk.progress import NO_PROGRESS, Progress
from copu_desk.reading import Said
from copu_desk.sentences import Sentence
from copu_desk.style import HouseStyle

__all__ = ["Correction", "Edit", "Sent", "accept", "find"]


@dataclass(frozen=True, slots=True)
class Correction:
    """A paragraph that came back otherwise: as exported (empty: new), as returned (empty: gone), where it stands.

    Without edits it cannot be put into the meeting; if `before` equals `after`, it is only commented on, or `looks`
    says how else it looks; `is_struck` if that is by a line through words, which a text of the user's cannot have.
    `printed` is how the paragraph will be printed once accepted, where that is not quite as returned. A row of a table
    is one correction.
    """

    before: str
    after: str
    edits: tuple[Edit, ...] = ()
    place: Place = ()
    authors: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    printed: str | None = None
    looks: tuple[Sentence, ...] = ()
    is_struck: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """What went out: the file's paragraphs, the meeting as it was then, the style, and how it prints a meeting."""

    paragraphs: Sequence[Said]
    meeting: Meeting
    style: HouseStyle
    trace: Callable[[Meeting], Sequence[Line]]


def find(sent: Sent, returned: Sequence[Said], now: Meeting, progress: Progress = NO_PROGRESS) -> list[Correction]:
    """Return what was changed between a file as it went out and as it came back, in reading order.

    What the meeting as it is now says already is left out. Cancelled if progress says so.
    """
    base, lines = sent.meeting, list(printed(sent.trace(sent.meeting)))
    exported, returned = typed.both(sent.paragraphs, returned, {one.words.strip() for one in lines}, sent.style)
    known = _known(exported, lines)
    of_rows = rows.changed(exported, returned)
    by_number = {number: one for number, one in enumerate(known) if one is not None}
    paired = _paired(exported, returned, known, of_rows)
    gone = {exported[i].words.strip(): known[i] for i, j in paired if i is not None and j is None}
    come = _count(sent.trace(now)) - _count(sent.trace(base))  # what was written since; perhaps from this very file
    made: list[tuple[int, Correction]] = []
    place_now = -1  # the number of the returned paragraph that was read last
    for row, (i, j) in enumerate(paired):
        progress(row, len(paired))
        place_now = place_now if j is None else j
        before = exported[i].words.strip() if i is not None else ""
        after = returned[j] if j is not None else Said("")
        words = after.words.strip()
        changed_looks = looks.told(exported[i], after) if i is not None and before == words else ()
        if before == words and not after.comments and not changed_looks:
            continue
        paragraph = known[i] if i is not None else None
        near = paragraph or next(_known_before(paired, row, known), None)
        if before == words:
            edits = looks.edits(paragraph, exported[i], after) if changed_looks and i is not None else ()
        elif i is not None:
            edits = () if paragraph is None else _edits(paragraph, words, sent)
        elif after.where != "text":
            edits = cells.filled(after, of_rows, by_number, base, sent.style)
        else:
            before_it = tuple(_known_before(paired, row, known))
            after_it = next(_known_after(paired, row, known), None)
            edits = added(words, Neighbours(before_it, after_it, gone.get(words)), base, sent.style)
        if i is None and come[words] > 0:
            come[words] -= 1
            continue
        place = near.line.place if near and after.where != "margin" else ()
        if not _is_in(edits, now, base):
            otherwise = _otherwise(words, edits, sent)
            one = Correction(before, words, edits, place, after.authors, after.comments, otherwise, changed_looks)
            made.append((place_now, one))
        also = _looks(paragraph, exported[i], after, place) if i is not None else None
        if also and not (also.edits and apply(now, base, (*edits, *also.edits)) == apply(now, base, edits)):
            made.append((place_now, also))
    made += _of_rows(of_rows, sent, returned, now, known=known, paired=paired)
    made += _struck(paired, exported, returned, known)
    return [one for _, one in sorted(made, key=lambda one: one[0])]


def _is_in(edits: tuple[Edit, ...], now: Meeting, base: Meeting) -> bool:
    """Tell whether there are edits and the meeting says it all already."""
    return bool(edits) and apply(now, base, edits) == (now, ())


def _looks(paragraph: Printed | None, exported: Said, after: Said, place: Place) -> Correction | None:
    """Return how a paragraph that says something else also looks otherwise, to be accepted apart from its words."""
    words = after.words.strip()
    told = looks.told(exported, after) if words and words != exported.words.strip() else ()
    if not told:
        return None
    return Correction(words, words, looks.edits(paragraph, exported, after), place, after.authors, looks=told)


def _struck(
    paired: Sequence[tuple[int | None, int | None]],
    exported: Sequence[Said],
    returned: Sequence[Said],
    known: Sequence[Printed | None],
) -> Iterator[tuple[int, Correction]]:
    """Return what was struck out and not deleted, each with the number of its paragraph."""
    for i, j in paired:
        before = Said("") if i is None else exported[i]
        if j is not None and (told := looks.struck(before, returned[j])):
            paragraph = None if i is None else known[i]
            words, place = returned[j].words.strip(), paragraph.line.place if paragraph else ()
            yield j, Correction(words, words, (), place, returned[j].authors, looks=told, is_struck=True)


def _of_rows(
    changed_rows: rows.Changed,
    sent: Sent,
    returned: Sequence[Said],
    now: Meeting,
    *,
    known: Sequence[Printed | None],
    paired: Sequence[tuple[int | None, int | None]],
) -> Iterator[tuple[int, Correction]]:
    """Return the corrections of whole rows of tables, each with the number of the paragraph behind which it stands."""
    base = sent.meeting
    lines = {number: one for number, one in enumerate(known) if one is not None}
    come = _rows_of(sent.trace(now)) - _rows_of(sent.trace(base))
    for row in changed_rows.gone:
        edits = rows.removed(row, lines, base)
        if _is_in(edits, now, base):
            continue
        first = row.paragraphs[0]
        behind = max((j for i, j in paired if i is not None and j is not None and i < first), default=-1)
        yield behind, Correction(row.words, "", edits, _place_of(row.paragraphs, lines))
    for came in changed_rows.came:
        words = came.row.words
        if come[words] > 0:
            come[words] -= 1
            continue
        edits = rows.added(came, lines, base, sent.style)
        said = [returned[number] for number in came.row.paragraphs]
        authors = tuple(dict.fromkeys(author for one in said for author in one.authors))
        comments = tuple(comment for one in said for comment in one.comments)
        place = _place_of([number for row in came.before for number in row.paragraphs], lines)
        yield came.row.paragraphs[0], Correction("", words, edits, place, authors, comments)


def _place_of(paragraphs: Iterable[int], lines: rows.Known) -> Place:
    return next((lines[number].line.place for number in paragraphs if number in lines), ())


def _rows_of(lines: Sequence[Line]) -> Counter[str]:
    blocks = (one.block for one in lines if isinstance(one.block, Table))
    return Counter(rows.BETWEEN.join(map(words_of, row)) for block in blocks for row in block.rows)


def accept(now: Meeting, base: Meeting, chosen: Iterable[Correction]) -> tuple[Meeting, tuple[Correction, ...]]:
    """Return the meeting with the chosen corrections in it, and those that could not be put in, or only in part.

    `base` is the meeting as it was exported.
    """
    corrections = tuple(chosen)
    made, failed = apply(now, base, [edit for one in corrections for edit in one.edits])
    return made, tuple(one for one in corrections if not one.edits or any(edit in failed for edit in one.edits))


def _count(lines: Sequence[Line]) -> Counter[str]:
    return Counter(one.words.strip() for one in printed(lines))


def _paired(
    exported: Sequence[Said], returned: Sequence[Said], known: Sequence[Printed | None], of_rows: rows.Changed
) -> list[tuple[int | None, int | None]]:
    """Pair the paragraphs, but for those of rows that came or went.

    A labelled one (决议：…) does not become another without its label and alike in nothing.
    """
    apart = {number for row in of_rows.gone for number in row.paragraphs}
    new = {number for one in of_rows.came for number in one.row.paragraphs}
    left = [number for number in range(len(exported)) if number not in apart]
    right = [number for number in range(len(returned)) if number not in new]
    made: list[tuple[int | None, int | None]] = []
    for a, b in pairs([exported[i].words.strip() for i in left], [returned[j].words.strip() for j in right]):
        i, j = None if a is None else left[a], None if b is None else right[b]
        if i is not None and j is not None and cells.are_apart(exported[i], returned[j], of_rows):
            made += [(i, None), (None, j)]
            continue
        if i is not None and j is not None and (paragraph := known[i]) is not None:
            label = paragraph.pieces[0] if paragraph.pieces else None
            bare = label.words.strip().rstrip("：:") if label and not label.place else ""
            before, after = exported[i].words.strip(), returned[j].words.strip()
            if bare and not after.startswith(bare) and not alike(before, after):
                made += [(i, None), (None, j)]
                continue
        made.append((i, j))
    return made


def _edits(paragraph: Printed, words: str, sent: Sent) -> tuple[Edit, ...]:
    if words:
        return changed(paragraph, words, sent.meeting, sent.style)
    return removed(paragraph, sent.meeting, sent.style)


def _known(exported: Sequence[Said], paragraphs: Sequence[Printed]) -> list[Printed | None]:
    """Return for each paragraph of the exported file the printed line that it shows, None for the template's words."""
    made: list[Printed | None] = [None] * len(exported)
    for i, j in pairs([one.words.strip() for one in exported], [one.words.strip() for one in paragraphs]):
        if i is not None and j is not None and exported[i].words.strip() == paragraphs[j].words.strip():
            made[i] = paragraphs[j]
    return made


def _known_before(
    paired: Sequence[tuple[int | None, int | None]], row: int, known: Sequence[Printed | None]
) -> Iterator[Printed]:
    for i, _ in reversed(paired[:row]):
        if i is not None and (paragraph := known[i]) is not None:
            yield paragraph


def _known_after(
    paired: Sequence[tuple[int | None, int | None]], row: int, known: Sequence[Printed | None]
) -> Iterator[Printed]:
    for i, _ in paired[row + 1 :]:
        if i is not None and (paragraph := known[i]) is not None:
            yield paragraph


def _otherwise(words: str, edits: tuple[Edit, ...], sent: Sent) -> str | None:
    """Return how a paragraph will be printed if that is not as returned, None if it is."""
    if not words or all(isinstance(edit, OfBody) for edit in edits):
        return None  # texts of the user's are printed as they are
    base = sent.meeting
    lines = [one.words.strip() for one in printed(sent.trace(apply(base, base, edits)[0]))]
    if words in lines:
        return None
    before = {one.words.strip() for one in printed(sent.trace(base))}
    return "\n".join(line for line in lines if line not in before)
