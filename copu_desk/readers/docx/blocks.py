"""Read the paragraphs and tables of a Word file into blocks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

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
    plain,
    words_of,
)
from copu_desk.errors import ReadError
from copu_desk.limits import TOO_LARGE
from copu_desk.readers.docx.drawings import MC, chosen
from copu_desk.readers.docx.inline import Piece, Source, TextBox, joined, pieces
from copu_desk.readers.docx.numbering import Numbering
from copu_desk.readers.docx.package import Element, W
from copu_desk.readers.docx.styles import Style, numbering, value
from copu_desk.sentences import Sentence

HIGHEST_LEVEL = 4  # of headings
DEEPEST_LIST = 8
MOST_PARAGRAPHS = 60_000
MOST_CELLS = 200_000  # of a table, with those that fill its rows up
WIDEST_CELL = 100  # columns that a cell may span
_THROUGH = frozenset(W + name for name in ("ins", "moveTo", "customXml", "sdtContent"))
_GONE = frozenset((W + "del", W + "moveFrom"))


@dataclass(slots=True)
class Read:
    """A block that was read, with what tells a heading without a style: whether it is bold, and in which font."""

    block: Block
    bold: bool = False
    font: str = ""


@dataclass(slots=True)
class Blocks:
    """Reads the blocks of one part; `count` is the number of the paragraph that is being read, for the notes."""

    source: Source
    numbering: Numbering
    made: list[Read] = field(default_factory=list)
    count: int = 0
    tables: int = 0
    _carried: list[Piece] = field(default_factory=list)

    def walk(self, node: Element) -> None:
        """Read what stands in a body, a cell, a text box or a note."""
        for child in node:
            tag = child.tag
            if tag == W + "p":
                self.paragraph(child)
            elif tag == W + "tbl":
                self.table(child)
            elif tag in _THROUGH:
                self.walk(child)
            elif tag == W + "sdt":
                self._content_control(child)
            elif tag == MC + "AlternateContent":
                one = chosen(child)
                if one is not None:
                    self.walk(one)
            elif tag in _GONE:
                self.source.losses.add(Sentence("修订中删去的文字没有带进来"), self._place(), _deleted(child))
            elif tag == W + "altChunk":
                self.source.losses.add(Sentence("嵌入的另一个文件没有带进来"), self._place())

    def end(self) -> None:
        """Take in a paragraph whose deleted end joined it to one that never came."""
        if self._carried:
            self._take(self._carried, self.source.styles.default, None)
            self._carried = []

    def paragraph(self, node: Element) -> None:
        """Read a paragraph; text boxes in it follow it."""
        self.count += 1
        if self.count > MOST_PARAGRAPHS:
            raise ReadError(TOO_LARGE)
        self.source.place = self._place()
        properties = node.find(W + "pPr")
        style = self.source.styles.style(value(properties, "pStyle") if properties is not None else None)
        self.source.fonts = {}
        found, self._carried = self._carried, []
        found += pieces(node, style, self.source)
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self._carried = found  # its end was deleted: the next paragraph goes on with it
            return
        self._take(found, style, properties)

    def _take(self, found: list[Piece], style: Style, properties: Element | None) -> None:
        font = _main_font(self.source.fonts)
        like = self._like(style, properties)
        for piece in self._blocks(joined(found), like):
            if isinstance(piece, TextBox):
                self.source.losses.add(Sentence("文本框的文字放在了它所在段落的后面"), self.source.place)
                self.walk(piece.content)
            else:
                self._add(piece, style, font)

    def _add(self, block: Block, style: Style, font: str) -> None:
        last = self.made[-1].block if self.made else None
        if style.is_caption and isinstance(last, Picture) and isinstance(block, Paragraph) and not last.caption:
            self.made[-1] = Read(replace(last, caption=words_of(block.spans).strip()))
            return
        said = [span for span in getattr(block, "spans", ()) if span.text.strip()]
        self.made.append(Read(block, bool(said) and all(span.bold for span in said), font))

    def _like(self, style: Style, properties: Element | None) -> Block:
        """Return an empty block of the paragraph's kind, its automatic number counted."""
        level, number = style.level, style.numbering
        if properties is not None:
            outline = value(properties, "outlineLvl")
            level = int(outline) + 1 if outline and outline.isdecimal() and len(outline) == 1 else level
            if (own := numbering(properties)) is not None:
                inherited = number or ("0", 0)
                number = (own[0] or inherited[0], inherited[1] if own[1] is None else own[1])
        level = 0 if level > 9 else level  # noqa: PLR2004 - outline level 9 is running text
        marked = self.numbering.next(*number) if number and number[0] != "0" else None  # also if it says nothing
        marker = _spaced(marked[0]) if marked else ""
        if level:
            return Heading((Span(marker),) if marker else (), min(level, HIGHEST_LEVEL))
        if marked and number:
            return ListItem((), min(number[1], DEEPEST_LIST), not marked[1], marker)
        return Paragraph((), "quote" if style.is_quote else "body")

    def _blocks(self, found: Iterable[Piece], like: Block) -> Iterator[Block | TextBox]:
        """Part a paragraph at its pictures and page breaks; the first part is of the paragraph's kind."""
        spans: list[Span] = []
        boxes: list[TextBox] = []
        for piece in found:
            if isinstance(piece, Span):
                spans.append(piece)
            elif isinstance(piece, Picture | PageBreak):
                if block := _filled(like, spans):
                    yield block
                    like = Paragraph(()) if isinstance(like, Heading | ListItem) else like
                spans = []
                yield piece
            else:
                boxes.append(piece)
        if block := _filled(like, spans):
            yield block
        yield from boxes

    def _content_control(self, node: Element) -> None:
        content = node.find(W + "sdtContent")
        if content is not None:
            self.walk(content)

    def table(self, node: Element) -> None:
        """Read a table; its pictures follow it, merged cells are taken apart and noted."""
        self.tables += 1
        place = Sentence("表 {number}", number=self.tables)
        rows: list[list[Spans]] = []
        after: list[Read] = []
        headed = 0
        for row in _inside(node, "tr"):
            properties = row.find(W + "trPr")
            if properties is not None and properties.find(W + "del") is not None:
                self.source.losses.add(Sentence("修订中删去的表格行没有带进来"), place, _deleted(row))
                continue
            if properties is not None and properties.find(W + "tblHeader") is not None and headed == len(rows):
                headed += 1
            rows.append(self._row(row, place, after))
        width = max(map(len, rows), default=0)
        if not width:
            return
        self.end()  # Word joins no paragraph to a table
        if width * len(rows) > MOST_CELLS:  # one row is much longer than the others: the words, not their places
            self.made += [Read(Paragraph(cell)) for row in rows for cell in row if words_of(cell).strip()]
            self.made += after
            return
        full = tuple((*row, *[()] * (width - len(row))) for row in rows)
        if all(not words_of(cell).strip() for row in full for cell in row):
            self.made += after  # a table that only places pictures
            return
        self.made.append(Read(Table(full, min(headed, len(full) - 1))))
        if after:
            self.source.losses.add(Sentence("表格里的图片放在了表格后面"), place)
        self.made += after

    def _row(self, row: Element, place: Sentence, after: list[Read]) -> list[Spans]:
        properties = row.find(W + "trPr")
        before = value(properties, "gridBefore") if properties is not None else None
        cells: list[Spans] = [()] * _span(before, 0)
        for cell in _inside(row, "tc"):
            inside = Blocks(self.source, self.numbering, count=self.count, tables=self.tables)
            inside.walk(cell)
            inside.end()
            self.count, self.tables = inside.count, inside.tables
            after += [one for one in inside.made if isinstance(one.block, Picture)]
            spans = _cell_spans(one.block for one in inside.made)
            cells.append(spans)
            properties = cell.find(W + "tcPr")
            width = _span(value(properties, "gridSpan") if properties is not None else None, 1)
            if width > 1:
                self.source.losses.add(Sentence("合并的单元格拆开了"), place)
                self.source.room -= width
                cells += [()] * (width - 1 if self.source.room > 0 else 0)
        return cells

    def _place(self) -> Sentence:
        return Sentence("第 {number} 段", number=self.count)


def _inside(node: Element, name: str) -> Iterator[Element]:
    """Yield the rows (tr) of a table or the cells (tc) of a row, out of whatever stands around them."""
    for child in node:
        if child.tag == W + name:
            yield child
        elif child.tag in _THROUGH:
            yield from _inside(child, name)
        elif child.tag == W + "sdt" and (content := child.find(W + "sdtContent")) is not None:
            yield from _inside(content, name)


def _cell_spans(blocks: Iterable[Block]) -> Spans:
    """Return the blocks of a cell as one text, a line for each; a table within a cell gives its words."""
    made: list[Span] = []
    for block in blocks:
        if isinstance(block, Picture | PageBreak):
            if isinstance(block, Picture) and block.caption:
                made += [Span("\n"), Span(block.caption)] if made else [Span(block.caption)]
            continue
        spans: Spans = block.spans if not isinstance(block, Table) else (Span(plain(block)),)
        if isinstance(block, ListItem) and (mark := block.marker or ("" if block.ordered else "· ")):
            spans = (Span(mark), *spans)
        made += [Span("\n"), *spans] if made else spans
    return tuple(one for one in joined(list(made)) if isinstance(one, Span))


def _filled(like: Block, spans: list[Span]) -> Block | None:
    """Return a block of a kind with spans, or None where there are no words; a heading's number stands before them."""
    if not "".join(span.text for span in spans).strip():
        return None
    if isinstance(like, Heading):
        flat = [*like.spans, *(replace(span, bold=False) for span in spans)]
        return Heading(tuple(one for one in joined(list(flat)) if isinstance(one, Span)), like.level)
    return replace(like, spans=tuple(spans))  # type: ignore[arg-type]  # only kinds with spans come here


def _spaced(marker: str) -> str:
    """Return a number with a space where the words would run into it: `第一章 `, `1 `, but `1.` and `一、`."""
    return marker + " " if marker and marker[-1].isalnum() else marker


def _span(words: str | None, default: int) -> int:
    return min(int(words), WIDEST_CELL) if words and words.isdecimal() and len(words) < 6 else default  # noqa: PLR2004


def _main_font(fonts: dict[str | None, int]) -> str:
    return max(fonts, key=lambda font: fonts[font]) or "" if fonts else ""


def _deleted(node: Element) -> str:
    return "".join(one.text or "" for one in node.iter(W + "delText", W + "t"))


def body(made: Iterable[Read]) -> Body:
    """Return the blocks alone."""
    return tuple(one.block for one in made)
