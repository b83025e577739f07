"""Write Word documents: the content from us, the looks from the named styles of the house style's template.

Paragraphs are made as one text of XML that is parsed once, which is linear and far faster than adding them one by one.
Every run hints at East Asian faces, or “” — … would be set in the Latin one (python-docx sets no such hint).
"""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx import Document as Word
from docx.document import Document as WordDocument
from docx.image.exceptions import UnrecognizedImageError
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Mm

from copu_desk import style as looks
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
    Table,
    Turn,
    clean,
    plain,
)
from copu_desk.errors import StyleError
from copu_desk.style import HouseStyle

LONGEST_PROPERTY = 255  # characters; Word keeps no more of a title
BULLETS, NUMBERS = 1, 1  # numId of bullets, abstractNumId of numbers in the template
_LABELLED = ("decision", "action", "attendance", "note", "body", "byline")
_LINKS = ("http://", "https://", "mailto:")


def write(document: Document, style: HouseStyle) -> bytes:
    """Return the document as .docx; StyleError if the template is broken or lacks a style."""
    try:
        word = Word(str(style.template))
    except (PackageNotFoundError, KeyError, ValueError, OSError) as error:
        raise StyleError(
            f"版式“{style.name}”的 Word 模板打不开。请修好 {style.template.name}，或换用别的版式。"
        ) from error
    _Writing(word, document, _style_ids(word, style)).fill()
    _describe(word, document)
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def _style_ids(word: WordDocument, style: HouseStyle) -> dict[str, str]:
    """Return the ids of the styles by name; StyleError names the first that the template lacks."""
    names = {one.get(qn("w:styleId")): one.find(qn("w:name")) for one in word.styles.element.findall(qn("w:style"))}
    ids = {str(name.get(qn("w:val"))): str(identity) for identity, name in names.items() if name is not None}
    for name in (*looks.PARAGRAPH_STYLES, *looks.CHARACTER_STYLES):
        if name not in ids:
            raise StyleError(f"版式“{style.name}”的 Word 模板缺少样式“{name}”。请在模板里补上它，或换用别的版式。")
    return ids


def _describe(word: WordDocument, document: Document) -> None:
    properties = word.core_properties
    properties.title = clean(document.title)[:LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = clean(document.author)[:LONGEST_PROPERTY]
    properties.subject = clean(document.subject)[:LONGEST_PROPERTY]
    properties.keywords = clean(",".join(document.keywords))[:LONGEST_PROPERTY]
    properties.language = "zh-CN"
    if document.created:
        properties.created = properties.modified = document.created.replace(tzinfo=None)


class _Writing:
    """The writing of one document into one template."""

    def __init__(self, word: WordDocument, document: Document, ids: dict[str, str]) -> None:
        self._word, self._document, self._ids = word, document, ids
        self._list = 0  # numId of the running numbered list, 0 where none runs

    def fill(self) -> None:
        """Put all blocks before the section's properties, which end the template's body."""
        body = self._word.element.body
        inside = "".join(self._blocks(self._document.blocks))
        space = nsdecls("w", "r", "wp", "a", "pic")
        end = body.find(qn("w:sectPr"))
        for element in list(parse_xml(f"<w:body {space}>{inside}</w:body>")):
            if end is None:
                body.append(element)
            else:
                end.addprevious(element)

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        last: Block | None = None
        for block in blocks:
            if not isinstance(block, ListItem):
                self._list = 0
            if isinstance(block, Table) and isinstance(last, Table):
                yield self._paragraph("Normal", "")  # two tables in a row would become one
            yield self._block(block)
            last = block

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph():
                return self._paragraph(looks.STYLE_NAMES[block.role], self._runs(block.spans, block.role in _LABELLED))
            case Heading():
                return self._paragraph(looks.HEADING_STYLES[min(block.level, 4) - 1], self._runs(block.spans))
            case Turn():
                speaker = self._run(Span(block.speaker + block.colon), looks.SPEAKER_STYLE)
                return self._paragraph(looks.TURN_STYLE, speaker + self._runs(block.spans))
            case ListItem():
                return self._list_item(block)
            case Table():
                return self._table(block)
            case Picture():
                return self._picture(block)
            case PageBreak():
                return self._paragraph("Normal", '<w:r><w:br w:type="page"/></w:r>')

    def _paragraph(self, style: str, inside: str, more: str = "") -> str:
        named = "" if style == "Normal" else f"<w:pStyle w:val={quoteattr(self._ids[style])}/>"
        return f"<w:p><w:pPr>{named}{more}</w:pPr>{inside}</w:p>" if named or more else f"<w:p>{inside}</w:p>"

    def _runs(self, spans: Spans, labelled: bool = False) -> str:
        """Return spans as runs; the bold first span of a labelled paragraph is its label."""
        made = []
        for position, span in enumerate(spans):
            is_label = labelled and position == 0 and span.bold and len(spans) > 1
            run = self._run(span, looks.LABEL_STYLE if is_label else looks.LINK_STYLE if _is_link(span) else "")
            made.append(self._linked(span.link, run) if _is_link(span) else run)
        return "".join(made)

    def _linked(self, target: str, run: str) -> str:
        relation = self._word.part.relate_to(clean(target), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return f'<w:hyperlink r:id="{relation}">{run}</w:hyperlink>'

    def _run(self, span: Span, style: str = "") -> str:
        faces = "".join(
            (
                f"<w:rStyle w:val={quoteattr(self._ids[style])}/>" if style else "",
                '<w:rFonts w:hint="eastAsia"/>',
                "<w:b/><w:bCs/>" if span.bold and style != looks.LABEL_STYLE else "",
                "<w:i/><w:iCs/>" if span.italic else "",
                '<w:u w:val="single"/>' if span.underline else "",
                f'<w:vertAlign w:val="{span.script}script"/>' if span.script else "",
            )
        )
        return f"<w:r><w:rPr>{faces}</w:rPr>{_words(span.text)}</w:r>" if span.text else ""

    def _list_item(self, item: ListItem) -> str:
        if item.marker:
            return self._paragraph(looks.TYPED_STYLE, self._runs((Span(item.marker), *item.spans)))
        if item.ordered:
            self._list = self._list or self._new_list()
        elif not item.level:
            self._list = 0
        number = self._list if item.ordered else BULLETS
        level = f'<w:numPr><w:ilvl w:val="{min(item.level, 8)}"/><w:numId w:val="{number}"/></w:numPr>'
        return self._paragraph(looks.LIST_STYLE, self._runs(item.spans), level)

    def _new_list(self) -> int:
        """Begin a list that counts from 1 again, and return its numId."""
        root = self._word.part.numbering_part.element
        known = [int(one.get(qn("w:numId"))) for one in root.findall(qn("w:num"))]
        number = max(known, default=0) + 1
        root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{NUMBERS}"/>'
                '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            )
        )
        return number

    def _table(self, table: Table) -> str:
        columns = max((len(row) for row in table.rows), default=0)
        if not columns:
            return ""
        width = _type_width(self._word) // 635 // columns  # EMU to twips
        grid = f'<w:gridCol w:w="{width}"/>' * columns
        rows = "".join(self._row(row, columns, width, at < table.header_rows) for at, row in enumerate(table.rows))
        return (
            '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:jc w:val="center"/><w:tblBorders>'
            + "".join(
                f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
                for side in ("top", "left", "bottom", "right", "insideH", "insideV")
            )
            + f'</w:tblBorders><w:tblLayout w:type="autofit"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
        )

    def _row(self, row: tuple[Spans, ...], columns: int, width: int, is_head: bool) -> str:
        style = looks.HEAD_CELL_STYLE if is_head else looks.CELL_STYLE
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
            f"{self._paragraph(style, self._runs(spans))}</w:tc>"
            for spans in (*row, *[()] * (columns - len(row)))
        )
        head = "<w:tblHeader/>" if is_head else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>"

    def _picture(self, picture: Picture) -> str:
        caption = self._paragraph(looks.CAPTION_STYLE, self._runs((Span(picture.caption),))) if picture.caption else ""
        data = self._document.images.get(picture.image)
        try:
            inline = self._inline(data, picture) if data else None
        except (UnrecognizedImageError, ValueError, KeyError, ZeroDivisionError):
            inline = None
        if inline is None:
            words = Span(f"[图片{'：' + picture.alt if picture.alt else ''}]")
            return self._paragraph(looks.PICTURE_STYLE, self._run(words)) + caption
        return self._paragraph(looks.PICTURE_STYLE, f"<w:r><w:drawing>{inline}</w:drawing></w:r>") + caption

    def _inline(self, data: bytes, picture: Picture) -> str:
        part, widest = self._word.part, _type_width(self._word)
        _, image = part.get_or_add_image(BytesIO(data))
        width = min(Mm(picture.width) if picture.width else image.width, widest)
        height = Emu(int(image.height * width / image.width))
        inline: Any = part.new_pic_inline(BytesIO(data), Emu(int(width)), height)
        inline.docPr.set("descr", clean(picture.alt or picture.caption or plain(picture)))
        xml: str = inline.xml
        return xml


def _type_width(word: WordDocument) -> int:
    """Return the width of the type area in EMU."""
    section = word.sections[0]
    return int((section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0))


def _is_link(span: Span) -> bool:
    return span.link.lower().startswith(_LINKS)


def _words(words: str) -> str:
    """Return a text as the inside of a run: tabs and line breaks are elements of their own."""
    parts = []
    for line in clean(words).split("\n"):
        cells = [f'<w:t xml:space="preserve">{escape(cell)}</w:t>' if cell else "" for cell in line.split("\t")]
        parts.append("<w:tab/>".join(cells))
    return "<w:br/>".join(parts)
