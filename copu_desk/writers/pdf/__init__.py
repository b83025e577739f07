"""Write PDF through typst: the looks come from the same Word template, the text goes as data and is never markup.

What is to be set is put together here; the setting is done in press.py.
"""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from copu_desk import style as names
from copu_desk.document import (
    Block,
    Document,
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Picture,
    Span,
    Spans,
    Stamp,
    Table,
    Turn,
    clean,
)
from copu_desk.style import HouseStyle
from copu_desk.writers.pdf.faces import fonts_for
from copu_desk.writers.pdf.looks import Look, Looks
from copu_desk.writers.pdf.press import Pages, Press

_STEP = 28  # points; how far a level of a list stands further in
_PICTURES = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpg", b"GIF8": "gif"}


def write(document: Document, style: HouseStyle) -> bytes:
    """Return the document as tagged PDF, PDF/A if it can be.

    StyleError for a broken template, WriteError if typst fails.
    """
    press = Press()
    try:
        return press.pdf(*_material(document, style))
    finally:
        press.close()


def pages(document: Document, style: HouseStyle) -> tuple[bytes, ...]:
    """Return the pages as SVG pictures, as they are in the PDF; errors as `write`."""
    press = Press()
    try:
        return press.pages(*_material(document, style)).pictures
    finally:
        press.close()


def set_pages(document: Document, style: HouseStyle, press: Press) -> Pages:
    """Return the pages of the document as pictures, set by a press that knows the last ones; errors as `write`."""
    return press.pages(*_material(document, style))


def _material(document: Document, style: HouseStyle) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return what is to be set as values, and the pictures by the names they have there."""
    known, created = Looks(style), document.created
    blocks = _Blocks(document, known)
    values = {
        "title": clean(document.title),
        "author": clean(document.author),
        "keywords": [clean(word) for word in (*document.keywords, *_stamped(document.stamp)) if word],
        "created": [created.year, created.month, created.day] if created else None,
        "page": asdict(known.page),
        "number": _look(known.of("footer")),
        "blocks": list(blocks.all()),
    }
    return values, blocks.pictures


def _stamped(stamp: Stamp) -> tuple[str, ...]:
    """Return what a PDF says of the state it shows; it has no properties of its own for that."""
    return stamp.status, stamp.version, f"SHA-256 {stamp.hash}" if stamp.hash else ""


def _look(look: Look) -> dict[str, Any]:
    pitch = look.line * look.size * 1.3 if look.pitch_is_factor else look.line  # 1.3: the height of a line set solid
    return asdict(look) | {"faces": fonts_for(look.latin, look.han), "leading": max(0.0, pitch - look.size)}


class _Blocks:
    """The blocks of one document as values that the page's program understands."""

    def __init__(self, document: Document, known: Looks) -> None:
        self._document, self._known = document, known
        self.pictures: dict[str, bytes] = {}
        self._counts: list[int] = []

    def all(self) -> Iterator[dict[str, Any]]:
        """Return the values of all blocks in order."""
        for at, block in enumerate(self._document.blocks):
            if not isinstance(block, ListItem) or block.marker:
                self._counts = []
            for part, made in enumerate(self._block(block)):
                yield made if part else _spotted(made, at)

    def _block(self, block: Block) -> Iterator[dict[str, Any]]:
        match block:
            case Paragraph():
                yield self._paragraph(names.STYLE_NAMES[block.role], block.spans, label=block.role in names.LABELLED)
            case Heading():
                yield self._paragraph(names.HEADING_STYLES[min(block.level, 4) - 1], block.spans)
            case Turn():
                turn = self._paragraph(names.TURN_STYLE, block.spans)
                speaker = self._run(Span(block.speaker + block.colon), names.TURN_STYLE, names.SPEAKER_STYLE)
                yield turn | {"runs": [speaker, *turn["runs"]]}
            case ListItem():
                yield self._list_item(block)
            case Table() if block.rows:
                yield self._table(block)
            case Picture():
                yield self._picture(block)
                if block.caption:
                    yield self._paragraph(names.CAPTION_STYLE, (Span(block.caption),))
            case PageBreak():
                yield {"kind": "break"}
            case Table():
                return

    def _paragraph(self, name: str, spans: Spans, *, label: bool = False) -> dict[str, Any]:
        labelled = label and len(spans) > 1 and spans[0].bold
        runs = [
            self._run(span, name, names.LABEL_STYLE if labelled and not at else "") for at, span in enumerate(spans)
        ]
        return {"kind": "paragraph", "style": name, "look": _look(self._known.of(name)), "runs": runs}

    def _run(self, span: Span, paragraph: str, character: str = "") -> dict[str, Any]:
        under = self._known.of(paragraph)
        look = self._known.of(character, under) if character else under
        return {
            "text": clean(span.text),
            "color": look.color,
            "faces": fonts_for(look.latin, look.han),
            "bold": look.bold or (span.bold and not character),
            "italic": look.italic or span.italic,
            "underline": span.underline,
            "script": span.script,
            "link": span.link if span.link.lower().startswith(("http://", "https://", "mailto:")) else "",
        }

    def _list_item(self, item: ListItem) -> dict[str, Any]:
        if item.marker:
            made = self._paragraph(names.TYPED_STYLE, (Span(item.marker), *item.spans))
        else:
            known = (self._counts + [0] * (item.level + 1))[: item.level + 1]
            self._counts = [*known[:-1], known[-1] + 1 if item.ordered else 0]
            sign = f"{self._counts[-1]}. " if item.ordered else "• "
            made = self._paragraph(
                names.NUMBER_STYLE if item.ordered else names.BULLET_STYLE, (Span(sign), *item.spans)
            )
        made["look"] |= {"left": made["look"]["left"] + (item.level + (not item.marker)) * _STEP}
        return made

    def _table(self, table: Table) -> dict[str, Any]:
        columns = max(map(len, table.rows))
        rows = [
            [
                self._paragraph(_cell_style(table, at, place), spans)
                for place, spans in enumerate((*row, *[()] * (columns - len(row))))
            ]
            for at, row in enumerate(table.rows)
        ]
        return {
            "kind": "table",
            "widths": table.widths if len(table.widths) == columns else [1] * columns,
            "head": min(table.header_rows, len(rows)),
            "height": table.row_height,
            "rows": rows,
            "foot": table.form == "imprint",
        }

    def _picture(self, picture: Picture) -> dict[str, Any]:
        data = self._document.images.get(picture.image, b"")
        kind = next((kind for start, kind in _PICTURES.items() if data.startswith(start)), "")
        words = f"[图片{'：' + picture.alt if picture.alt else ''}]"
        if not kind:
            return self._paragraph(names.PICTURE_STYLE, (Span(words),))
        name = f"{picture.image}.{kind}"
        self.pictures[name] = data
        return {"kind": "picture", "file": name, "width": picture.width, "alt": clean(picture.alt or picture.caption)}


def _spotted(made: dict[str, Any], at: int) -> dict[str, Any]:
    """Return a block with the number by which it is found again on the page, and so the cells of a table."""
    look = made.get("look")
    pitch = look["size"] + look["leading"] if look else 0
    if made["kind"] == "table":
        for row, cells in enumerate(made["rows"]):
            for column, cell in enumerate(cells):
                cell["at"] = [at, row, column, 0]
    return made | {"at": [at, -1, -1, pitch]}


def _cell_style(table: Table, row: int, column: int) -> str:
    if table.form == "imprint":
        return names.IMPRINT_STYLE
    if table.form == "facts" and column % 2 == 0:
        return names.FACT_LABEL_STYLE
    return names.HEAD_CELL_STYLE if row < table.header_rows else names.CELL_STYLE
