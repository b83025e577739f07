"""Read Word documents (.docx) into blocks, and say what could not be carried over.

The XML is read here and not by a converter, because minutes need what converters drop: automatic numbers as they read,
text boxes, content controls, revisions, equations, and above all a list of what was lost. The office file is checked
before it is unpacked (limits.py), and nothing it refers to outside is ever fetched.
"""

from dataclasses import replace

from copu_desk.document import Block, Body, Paragraph, Span, Spans, clean, plain
from copu_desk.errors import ReadError
from copu_desk.readers.docx.blocks import Blocks, body
from copu_desk.readers.docx.headings import marked
from copu_desk.readers.docx.inline import Source
from copu_desk.readers.docx.numbering import Numbering
from copu_desk.readers.docx.package import Element, Part, W, main_part
from copu_desk.readers.docx.styles import Styles
from copu_desk.reading import Losses, Reading
from copu_desk.sentences import Sentence

_EMPTY = Sentence("它里面没有文字，也没有图片。请选一个有内容的文件。")
_NAMES = {"footnotes": "footnote", "endnotes": "endnote"}
_CORE = "{http://purl.org/dc/elements/1.1/}"


class _Notes:
    """The footnotes and endnotes of a file: each gets the next number where the text first refers to it."""

    def __init__(self, main: Part) -> None:
        self.parts = {kind: main.part(kind) for kind in _NAMES}
        self.elements = {
            (kind, element.get(W + "id")): element
            for kind, part in self.parts.items()
            if part is not None
            for element in part.root.iter(W + _NAMES[kind])
        }
        self.order: list[tuple[str, str]] = []
        self.numbers: dict[tuple[str, str], int] = {}

    def mark(self, kind: str, identity: str) -> str:
        """Return the mark of a note in the text: `[1]`."""
        key = (kind, identity)
        if key not in self.elements:
            return ""
        if key not in self.numbers:
            self.order.append(key)
            self.numbers[key] = len(self.order)
        return f"[{self.numbers[key]}]"


def read(data: bytes) -> Reading:
    """Return what a Word document says; ReadError if it is none, is damaged or encrypted, or larger than any essay.

    Footnotes stand at the end as small print, their marks in the text; deleted revisions are left out and noted.
    """
    main = main_part(data)
    losses, images = Losses(), dict[str, bytes]()
    styles, numbering = Styles(_root(main, "styles")), Numbering(_root(main, "numbering"))
    notes = _Notes(main)
    source = Source(main, styles, losses, images, notes.mark)
    blocks = Blocks(source, numbering)
    try:
        blocks.walk(main.root.find(W + "body"))
        blocks.end()
        made: Body = (*body(marked(blocks.made)), *_ends(notes, source, numbering))
    except RecursionError as error:
        raise ReadError("它的结构套得太深，打不开。请用 Word 或 WPS 打开后另存一份，再导入。") from error
    _note_the_rest(main, losses)
    if not made:
        raise ReadError(_EMPTY)
    title, author = _about(main)
    return Reading(made, images, losses.notes(), title, author)


def _root(main: Part, kind: str) -> Element | None:
    part = main.part(kind)
    return None if part is None else part.root


def _ends(notes: _Notes, source: Source, numbering: Numbering) -> list[Block]:
    """Return the footnotes and endnotes that the text refers to, in its order; a note may refer to another one."""
    made: list[Block] = []
    turn = 0
    while turn < len(notes.order):
        key = notes.order[turn]
        part, element, turn = notes.parts[key[0]], notes.elements[key], turn + 1
        if part is None:
            continue
        inside = Blocks(Source(part, source.styles, source.losses, source.images, source.note), numbering)
        inside.source.place = Sentence("注 {number}", number=turn)
        inside.walk(element)
        inside.end()
        first, *rest = [*body(inside.made), Paragraph(())]
        if isinstance(first, Paragraph):
            made.append(Paragraph(_after(f"[{turn}] ", first.spans), "note"))
        else:
            made += [Paragraph((Span(f"[{turn}]"),), "note"), first]
        made += [Paragraph(one.spans, "note") if isinstance(one, Paragraph) else one for one in rest if plain(one)]
    return made


def _after(words: str, spans: Spans) -> Spans:
    """Return spans with words before them."""
    if spans and replace(spans[0], text="") == Span(""):
        return (Span(words + spans[0].text), *spans[1:])
    return (Span(words), *spans)


def _note_the_rest(main: Part, losses: Losses) -> None:
    """Note what stands outside the text: comments, headers and footers."""
    comments = main.part("comments")
    if comments is not None:
        for one in comments.root.iter(W + "comment"):
            losses.add(Sentence("批注没有带进来"), clean(one.get(W + "author") or ""), _said(one))
    for kind, name in (("header", Sentence("页眉没有带进来")), ("footer", Sentence("页脚没有带进来"))):
        for part in main.parts(kind):
            words = _said(part.root)
            if any(sign.isalpha() for sign in words):  # page numbers are the house style's
                losses.add(name, "", words)


def _said(node: Element) -> str:
    return clean("".join(one.text or "" for one in node.iter(W + "t")))


def _about(main: Part) -> tuple[str, str]:
    """Return title and author as the file's properties give them."""
    try:
        root = Part(main.archive, "docProps/core.xml").root
    except ReadError:
        return "", ""
    return tuple(clean((root.findtext(_CORE + name) or "").strip()) for name in ("title", "creator"))  # type: ignore[return-value]
