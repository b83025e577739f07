"""Turn blocks into the XML of a Word body.

It is made as text: that takes linear time, and a small part of what adding paragraphs one by one takes. Every run hints
at East Asian faces, or “” — … would be set in the Latin one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from docx.oxml.ns import nsdecls

from copu_desk import style as looks
from copu_desk.document import (
    Block,
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Picture,
    Span,
    Spans,
    Table,
    Turn,
    is_signature,
    words_of,
)
from copu_desk.measure import fitted, shaped
from copu_desk.writers.docx.picture import Pictures
from copu_desk.writers.docx.runs import address, attribute, run
from copu_desk.writers.docx.table import table
from copu_desk.writers.docx.template import Template

_DEEPEST = 8
_STEP = 560  # twips; how far a level of typed points stands further in
_HALF_POINT = 10  # twips
_PARAGRAPH_END = "</w:p>"
_BREAK = '<w:r><w:br w:type="page"/></w:r>'  # at the end of a line: in one of its own it might fall on the next page
_LOW = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'  # a line that finds room on any page


class Blocks:
    """The writing of blocks into one template."""

    def __init__(self, template: Template, images: Mapping[str, bytes]) -> None:
        self._template = template
        self._pictures = Pictures(template, images)
        self._stays = False  # whether the block stays on the page of the next one
        self._lists: list[str] = []  # id of the list that runs on each level, empty where none has begun

    def xml(self, blocks: Iterable[Block]) -> str:
        """Return the blocks as the inside of a body."""
        return "".join(self._blocks(blocks))

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        last: Block | None = None
        held = ""  # what was made last
        for block, after in pairwise((*blocks, PageBreak())):
            self._stays = is_signature(after)
            if not isinstance(block, ListItem) or block.marker:
                self._lists = []
            if isinstance(block, PageBreak) and held.endswith(_PARAGRAPH_END):
                held = held.removesuffix(_PARAGRAPH_END) + _BREAK + _PARAGRAPH_END
            else:
                yield held
                parted = isinstance(last, Table) and isinstance(block, Table)  # or the two would become one
                held = (self._paragraph("Normal") if parted else "") + self._block(block)
            last = block
        yield held
        if isinstance(last, Table) and last.form == "imprint":
            yield self._paragraph("Normal", more=_LOW)  # what the table at the foot is tied to
        elif last is None or isinstance(last, Table):
            yield self._paragraph("Normal")  # Word wants a paragraph at the end

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph():
                return self._said(block)
            case Heading():
                return self._paragraph(looks.HEADING_STYLES[min(block.level, 4) - 1], self._runs(block.spans))
            case Turn():
                speaker = run(Span(block.speaker + block.colon), self._template.ids[looks.SPEAKER_STYLE])
                return self._paragraph(looks.TURN_STYLE, speaker + self._runs(block.spans))
            case ListItem():
                return self._list_item(block)
            case Table():
                return table(block, self._template, self._cell)
            case Picture():
                return self._picture(block)
            case PageBreak():
                return self._paragraph("Normal", _BREAK, _LOW)

    def _paragraph(self, style: str, inside: str = "", more: str = "") -> str:
        more = self._template.frames[style] + more
        named = "" if style == "Normal" else f"<w:pStyle w:val={attribute(self._template.ids[style])}/>"
        return f"<w:p><w:pPr>{named}{more}</w:pPr>{inside}</w:p>" if named or more else f"<w:p>{inside}</w:p>"

    def _runs(self, spans: Spans, role: str = "") -> str:
        """Return spans as runs; the bold beginning of a paragraph with a label is that label."""
        labelled = role in looks.LABELLED and len(spans) > 1 and spans[0].bold
        label = run(Span(spans[0].text), self._template.ids[looks.LABEL_STYLE]) if labelled else ""
        return label + "".join(map(self._span, spans[1:] if labelled else spans))

    def _said(self, block: Paragraph) -> str:
        name = looks.STYLE_NAMES[block.role]
        if block.role == "mark":
            return self._mark(block, name)
        is_title = block.role in ("title", "essay_title") and self._template.shape_titles
        said = self._shaped(block.spans, name) if is_title else block.spans
        return self._paragraph(name, self._runs(said, block.role), "<w:keepNext/>" if self._stays else "")

    def _shaped(self, said: Spans, name: str) -> Spans:
        """Return a title in one face with its line breaks."""
        size = self._template.size(name) * _HALF_POINT
        return (replace(said[0], text=shaped(said[0].text, self._template.width / size)),) if len(said) == 1 else said

    def _mark(self, mark: Paragraph, name: str) -> str:
        """Return the mark, smaller than its style says if it would not fit.

        Its line shrinks with it, so that the upper edge of its signs stays where it is.
        """
        size = self._template.size(name)
        small = int(fitted(words_of(mark.spans), size, self._template.width / _HALF_POINT))
        if small == size:
            return self._paragraph(name, self._runs(mark.spans))
        line = round(self._template.number(name, "w:pPr/w:spacing", "w:line") * small / size)
        runs = "".join(run(span, size=small) for span in mark.spans)
        return self._paragraph(name, runs, f'<w:spacing w:line="{line}"/>' if line else "")

    def _span(self, span: Span) -> str:
        if span.link and (target := address(span.link)):
            inside = run(span, self._template.ids[looks.LINK_STYLE])
            return (
                f'<w:hyperlink {nsdecls("r")} r:id="{self._template.link(target)}" w:history="1">{inside}</w:hyperlink>'
            )
        return run(span)

    def _cell(self, style: str, spans: Spans, properties: str) -> str:
        return self._paragraph(style, self._runs(spans), properties)

    def _list_item(self, item: ListItem) -> str:
        level = min(item.level, _DEEPEST)
        if item.marker:
            indent = f'<w:ind w:left="{level * _STEP}"/>' if level else ""
            return self._paragraph(looks.TYPED_STYLE, run(Span(item.marker)) + self._runs(item.spans), indent)
        place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{self._list_of(level, item.ordered)}"/></w:numPr>'
        style = looks.NUMBER_STYLE if item.ordered else looks.BULLET_STYLE
        return self._paragraph(style, self._runs(item.spans), place)

    def _list_of(self, level: int, ordered: bool) -> str:
        """Return the id of the list that an automatic point belongs to; deeper lists have ended with it.

        Word counts anew after a higher point of the same list only, so points below a bullet get a list of their own.
        """
        lists = (self._lists + [""] * (level + 1))[: level + 1]
        bullets, above = self._template.bullets, lists[level - 1] if level else ""
        if not ordered:
            lists[level] = bullets
        elif lists[level] in ("", bullets):
            goes_on = not lists[level] and above not in ("", bullets)
            lists[level] = above if goes_on else self._template.new_numbers()
        self._lists = lists
        return lists[level]

    def _picture(self, picture: Picture) -> str:
        keep = "<w:keepNext/>" if picture.caption else ""
        shown = self._paragraph(looks.PICTURE_STYLE, self._pictures.run(picture), keep)
        caption = self._paragraph(looks.CAPTION_STYLE, run(Span(picture.caption))) if picture.caption else ""
        return shown + caption
