"""Write PDF through typst: the looks come from the same Word template, the text goes as data and is never markup.

What is to be set is put together here; the setting is done in press.py.
"""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from copu_desk.document import Document, Span, Stamp, clean
from copu_desk.style import HouseStyle
from copu_desk.writers.pdf.blocks import Blocks, look_values, run_values
from copu_desk.writers.pdf.looks import Looks
from copu_desk.writers.pdf.press import Pages, Press
from copu_desk.writers.pdf.surroundings import Foot, Lines, feet, heads


def write(document: Document, style: HouseStyle) -> bytes:
    """Return the document as tagged PDF, PDF/A if it can be.

    StyleError for a broken template, WriteError if typst fails.
    """
    press = Press()
    try:
        return press.pdf(*_material(document, style))
    finally:
        press.close()


def pages(document: Document, style: HouseStyle, ppi: int) -> tuple[bytes, ...]:
    """Return the pages as PNG pictures of so many pixels an inch, as they are in the PDF; errors as `write`."""
    press = Press()
    try:
        return press.pictures(*_material(document, style), ppi)
    finally:
        press.close()


def set_pages(document: Document, style: HouseStyle, press: Press) -> Pages:
    """Return the pages of the document as pictures, set by a press that knows the last ones; errors as `write`."""
    return press.pages(*_material(document, style))


def _material(document: Document, style: HouseStyle) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return what is to be set as values, and the pictures by the names they have there."""
    known, created = Looks(style), document.created
    blocks = Blocks(document, style, known)
    values = {
        "title": clean(document.title),
        "author": clean(document.author),
        "keywords": [clean(word) for word in (*document.keywords, *_stamped(document.stamp)) if word],
        "created": [created.year, created.month, created.day] if created else None,
        "page": asdict(known.page),
        "feet": _edges(feet(known)),
        "heads": _edges(heads(known)),
        "blocks": list(blocks.all()),
    }
    return values, blocks.pictures


def _stamped(stamp: Stamp) -> tuple[str, ...]:
    """Return what a PDF says of the state it shows; it has no properties of its own for that."""
    return stamp.status, stamp.version, f"SHA-256 {stamp.hash}" if stamp.hash else ""


def _edges(known: Mapping[str, Lines | None]) -> dict[str, list[dict[str, Any]] | None]:
    return {pages: None if lines is None else list(map(_foot, lines)) for pages, lines in known.items()}


def _foot(foot: Foot) -> dict[str, Any]:
    pieces = [run_values(piece.look, Span(piece.words)) | {"field": piece.field} for piece in foot.pieces]
    return {"look": look_values(foot.look), "pieces": pieces}
