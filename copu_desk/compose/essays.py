"""Compose essays: where they were laid before the meeting, or as annexes (附件) behind the minutes."""

import re
from collections.abc import Iterator

from copu_desk.compose.lines import Line, Piece, body, filled, line
from copu_desk.compose.sources import Sources
from copu_desk.document import Heading, Paragraph, Picture, Table, plain
from copu_desk.model import Essay, EssayKind
from copu_desk.style import HouseStyle, fill

_LONGEST_HEADLINE = 40  # characters
_SENTENCE = re.compile(r"[。；;，,：:！!？?…]$|\n")  # how lines end that are no titles


def essay_lines(essay: Essay, style: HouseStyle) -> Iterator[Line]:
    """Return an essay: its title, author, date and source as far as they are known, and its text."""
    place = ("essays", essay.id)
    if essay.title:
        yield line("essay_title", Piece(essay.title, (*place, "title")))
    for name, label, words in (
        ("author", "", essay.author),
        ("date", "", essay.date),
        ("source", style.source, essay.source),
    ):
        if words:
            yield line("byline", *((Piece(label),) if label else ()), Piece(words, (*place, name)))
    yield from body(essay.body, (*place, "body"))


def annexes(sources: Sources) -> dict[str, int]:
    """Return the number of each annex by the essay's id; none where the style has no annexes, 0 for a lone one."""
    left = [one for one in sources.essays if _says_something(one)] if "annexes" in sources.style.parts else []
    return {essay.id: number if len(left) > 1 else 0 for number, essay in enumerate(left, 1)}


def _says_something(essay: Essay) -> bool:
    """Whether there is anything to print of an essay: an annex of nothing would be an empty page."""
    return any((essay.title, essay.author, essay.date, essay.source)) or any(
        plain(block).strip() or isinstance(block, Picture | Table) for block in essay.body
    )


def references(sources: Sources, item: str) -> Iterator[Line]:
    """Return a line for each annex of an agenda item that says where to find it."""
    numbers = annexes(sources)
    for essay in sources.essays:
        if essay.item == item and essay.id in numbers:
            values = {"number": numbers[essay.id], "title": essay.title}
            title = {"title": ("essays", essay.id, "title")}
            yield line("body", *filled(sources.style.annexes.reference, values, title))


def note(sources: Sources) -> Iterator[Line]:
    """Return the note below the minutes that names the annexes, after GB/T 9704-2012 §7.3.4."""
    words, numbers = sources.style.annexes, annexes(sources)
    for essay in sources.essays:
        if essay.id not in numbers:
            continue
        number, name = numbers[essay.id], _name(essay, sources)
        if not number:
            yield line("annex_note", Piece(words.note), name)
        else:
            counted = fill(words.numbered, {"number": number})
            yield line("annex_list", Piece((words.note if number == 1 else "\t") + counted + "\t"), name)


def _name(essay: Essay, sources: Sources) -> Piece:
    """Return what an annex is called: by its title, that of its agenda item, a first line like a title, or its kind."""
    words = sources.style.annexes
    kinds = {
        EssayKind.ARTICLE: words.article,
        EssayKind.INTERVIEW: words.interview,
        EssayKind.BULLETIN: words.bulletin,
    }
    item = next((one for one in sources.meeting.agenda if one.id == essay.item and one.title), None)
    if item and not essay.title:
        return Piece(item.title, ("agenda", item.id, "title"))
    return Piece(essay.title or _headline(essay) or kinds[essay.kind], ("essays", essay.id, "title"))


def _headline(essay: Essay) -> str:
    """Return the first line of an essay's text if it stands there as a title would, else nothing."""
    first = next((block for block in essay.body if plain(block).strip()), None)
    if not isinstance(first, Heading | Paragraph):
        return ""
    words = plain(first).strip()
    return words if len(words) <= _LONGEST_HEADLINE and not _SENTENCE.search(words) else ""


def annex_lines(sources: Sources) -> Iterator[Line]:
    """Return the annexes, each after the line that says which one it is and begins a new page."""
    numbers = annexes(sources)
    for essay in sources.essays:
        if essay.id in numbers:
            yield line("annex", Piece(fill(sources.style.annexes.label, {"number": numbers[essay.id]})))
            yield from essay_lines(essay, sources.style)


def rest_lines(sources: Sources) -> Iterator[Line]:
    """Return the essays that neither an agenda item nor an annex prints."""
    numbers = annexes(sources)
    for essay in sources.essays:
        if essay.id not in numbers:
            yield from essay_lines(essay, sources.style)
