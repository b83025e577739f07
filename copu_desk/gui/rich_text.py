"""Between the blocks of a body and the blocks of a QTextDocument: one of ours is one of Qt's."""

import json
from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
)

from copu_desk.document import Block, Heading, ListItem, Paragraph, Span, Spans, Turn, clean, dump, load
from copu_desk.editing import OBJECT, bare, dressed, is_object, joined, shown

LINE = "\u2028"  # a line break inside a block
KIND = QTextFormat.Property.UserProperty.value + 1  # of a block: what kind of block it is
THING = KIND + 1  # of a character: the object that stands there
THING_TYPE = QTextFormat.ObjectTypes.UserObject.value + 1
STEP = 26  # pixels that one level of a list is set in
_GAP = 6

SCRIPTS = {
    "": QTextCharFormat.VerticalAlignment.AlignNormal,
    "super": QTextCharFormat.VerticalAlignment.AlignSuperScript,
    "sub": QTextCharFormat.VerticalAlignment.AlignSubScript,
}
_SCRIPT_OF = {alignment: script for script, alignment in SCRIPTS.items()}


def kind_of(block: QTextBlock) -> Block:
    """Return the kind of a block of Qt's, as a block of ours without words."""
    return _loaded(block.blockFormat().stringProperty(KIND))


def thing_of(block: QTextBlock) -> Block | None:
    """Return the object (table, picture, page break) in a block of Qt's, if it holds nothing else."""
    if block.text() != OBJECT:
        return None
    face = next(fragments(block)).charFormat()
    return thing(face) if face.objectType() == THING_TYPE else None


def thing(face: QTextCharFormat) -> Block:
    """Return the object that a character with this face stands for."""
    return _loaded(face.stringProperty(THING))


def things_in(block: QTextBlock) -> list[int]:
    """Return the positions of the objects in a block of Qt's, alone or among words."""
    if OBJECT not in block.text():
        return []
    made: list[int] = []
    for fragment in fragments(block):
        if fragment.charFormat().objectType() == THING_TYPE:
            made += [fragment.position() + at for at, sign in enumerate(fragment.text()) if sign == OBJECT]
    return made


def read(block: QTextBlock) -> Block:
    """Return what a block of Qt's says, as a block of ours."""
    return thing_of(block) or dressed(kind_of(block), spans_of(block))


def spans_of(block: QTextBlock) -> Spans:
    """Return the words of a block of Qt's with their faces."""
    return joined(tuple(_span(fragment.text(), fragment.charFormat()) for fragment in fragments(block)))


def fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    """Return the parts of a block of Qt's that are of one face each."""
    for place in block:  # type: ignore[attr-defined]  # the stub's iterator lacks __next__
        if place.fragment().isValid():
            yield place.fragment()


def _span(words: str, face: QTextCharFormat) -> Span:
    return Span(
        clean(words),
        bold=face.fontWeight() >= QFont.Weight.DemiBold,
        italic=face.fontItalic(),
        underline=face.fontUnderline(),
        script=_SCRIPT_OF.get(face.verticalAlignment(), ""),  # type: ignore[arg-type]
        link=face.anchorHref() if face.isAnchor() else "",
    )


def face_of(span: Span) -> QTextCharFormat:
    """Return how the words of a span look; only what differs from plain text is set."""
    face = QTextCharFormat()
    if span.bold:
        face.setFontWeight(QFont.Weight.Bold)
    if span.italic:
        face.setFontItalic(True)
    if span.underline:
        face.setFontUnderline(True)
    if span.script:
        face.setVerticalAlignment(SCRIPTS[span.script])
    if span.link:
        face.setAnchor(True)
        face.setAnchorHref(span.link)
    return face


def layout_of(block: Block) -> QTextBlockFormat:
    """Return how a block is set: its kind (kept with it), and the space around it."""
    layout = QTextBlockFormat()
    kind = bare(block)
    if not is_object(block) and kind != Paragraph(()):
        layout.setProperty(KIND, _dumped(kind))
    layout.setBottomMargin(_GAP)
    match block:
        case Heading():
            layout.setTopMargin(_GAP * 2)
            layout.setHeadingLevel(block.level)
        case Paragraph(role="quote"):
            layout.setLeftMargin(STEP)
            layout.setRightMargin(STEP)
        case ListItem():
            layout.setLeftMargin(STEP * (block.level + (0 if block.marker else 1)))
            layout.setBottomMargin(_GAP / 2)
        case Turn():
            layout.setTextIndent(0)
        case _:
            pass
    return layout


def write(block: QTextBlock, value: Block) -> None:
    """Put a block of ours into a block of Qt's, in the place of what is in it."""
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    cursor.setBlockFormat(layout_of(value))
    cursor.setBlockCharFormat(QTextCharFormat())
    if is_object(value):
        face = QTextCharFormat()
        face.setObjectType(THING_TYPE)
        face.setProperty(THING, _dumped(value))
        cursor.insertText(OBJECT, face)
        return
    for span in shown(value):
        cursor.insertText(span.text.replace("\n", LINE), face_of(span))


def make_room(document: QTextDocument, first: int, gone: int, come: int) -> None:
    """Have `come` blocks stand where `gone` stood, from block `first` on; what is around keeps its words and looks.

    A document has at least one block: where none would be left, an empty one stays.
    """
    if come > gone:
        _add(document, first + gone, come - gone)
    elif come < gone:
        _drop(document, first + come, gone - come)


def _add(document: QTextDocument, row: int, count: int) -> None:
    if row:
        cursor = QTextCursor(document.findBlockByNumber(row - 1))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        layout = QTextBlockFormat()
    else:
        cursor = QTextCursor(document.begin())
        layout = cursor.blockFormat()
    for _ in range(count):
        cursor.insertBlock(layout, QTextCharFormat())


def _drop(document: QTextDocument, row: int, count: int) -> None:
    cursor = QTextCursor(document.findBlockByNumber(row))
    after = document.findBlockByNumber(row + count)
    if row:
        cursor = QTextCursor(document.findBlockByNumber(row - 1))
        layout = cursor.blockFormat()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        last = document.findBlockByNumber(row + count - 1)
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    elif after.isValid():
        layout = after.blockFormat()
        cursor.setPosition(after.position(), QTextCursor.MoveMode.KeepAnchor)
    else:
        layout = QTextBlockFormat()
        cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    cursor.setBlockFormat(layout)


def to_json(blocks: tuple[Block, ...]) -> bytes:
    """Return blocks as bytes for the clipboard."""
    return json.dumps(dump(blocks), ensure_ascii=False).encode("utf-8", "replace")


def from_json(data: bytes) -> tuple[Block, ...]:
    """Return the blocks that `to_json` made into bytes; ValueError, KeyError or TypeError for anything else."""
    return load(json.loads(data))


def _dumped(block: Block) -> str:
    return json.dumps(dump((block,))[0], ensure_ascii=False)


@lru_cache(maxsize=4096)
def _loaded(words: str) -> Block:
    return load([json.loads(words)])[0] if words else Paragraph(())
