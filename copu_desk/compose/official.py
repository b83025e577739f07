"""Compose what only official minutes have, after GB/T 9704-2012: the mark above them, the imprint below."""

from collections.abc import Iterator

from copu_desk.compose.lines import Line, Piece, filled, line, table
from copu_desk.compose.sources import Sources
from copu_desk.style import fill


def mark(sources: Sources) -> Iterator[Line]:
    """Return 纪要标志 (§10.3): the organ's name for its minutes."""
    yield line("mark", Piece(fill(sources.style.mark, sources.values)))


def issue(sources: Sources) -> Iterator[Line]:
    """Return 第N期, where the meeting has a number, and the line of who issues the minutes, and when."""
    if number := fill(sources.style.issue, sources.values):
        yield line("issue", Piece(number))
    if issuer := fill(sources.style.issuer, sources.values):
        yield line("issuer", Piece(issuer))


def rule(_sources: Sources) -> Iterator[Line]:
    """Return the red line across the page; minutes bear no document number, so the standard asks for none."""
    yield line("rule")


def imprint(sources: Sources) -> Iterator[Line]:
    """Return 版记 (§7.4): who gets a copy, who printed it, and when; nothing if the style has no words for it."""
    words, day = sources.style.imprint, sources.made_on
    copies = tuple(filled(words.copies, sources.values, {"copies": ("copies",)}))
    office = fill(words.office, sources.values)
    issued = fill(words.issued, {"year": day.year, "month": day.month, "day": day.day})
    rows: list[tuple[tuple[Piece, ...], ...]] = [(copies,)] if copies else []
    rows += [((Piece(office),), (Piece(issued),))] if office or issued else []
    if rows:
        yield table(rows, header_rows=0, form="imprint")
