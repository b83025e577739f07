"""Read what stands in a paragraph of a Word file: runs, links, fields, footnote marks, revisions, symbols."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby

from copu_desk.document import PageBreak, Picture, Script, Span, clean
from copu_desk.readers.docx import equations
from copu_desk.readers.docx.drawings import MC, Drawings, chosen
from copu_desk.readers.docx.equations import M
from copu_desk.readers.docx.package import Element, Part, R, W
from copu_desk.readers.docx.styles import Look, Style, Styles, look, value
from copu_desk.reading import Losses
from copu_desk.sentences import Sentence


@dataclass(frozen=True, slots=True)
class TextBox:
    """A text box: the element that holds its paragraphs."""

    content: Element


Piece = Span | Picture | PageBreak | TextBox

_THROUGH = frozenset(
    W + name for name in ("ins", "moveTo", "smartTag", "customXml", "sdtContent", "dir", "bdo", "rubyBase", "r")
)
_GONE = frozenset((W + "del", W + "moveFrom"))
_SILENT = frozenset(
    W + name
    for name in (
        "pPr", "rPr", "sdtPr", "sdtEndPr", "proofErr", "bookmarkStart", "bookmarkEnd", "permStart", "permEnd",
        "commentRangeStart", "commentRangeEnd", "commentReference", "moveFromRangeStart", "moveFromRangeEnd",
        "moveToRangeStart", "moveToRangeEnd", "lastRenderedPageBreak", "annotationRef", "footnoteRef", "endnoteRef",
        "separator", "continuationSeparator", "smartTagPr", "customXmlPr", "softHyphen", "customXmlInsRangeStart",
        "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
    )
)  # fmt: skip
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "\u2011"}
_SYMBOLS = {
    0xFE: "☑", 0xFD: "☒", 0xA8: "□", 0x6F: "□", 0x71: "□", 0xFC: "✓", 0xFB: "✗", 0x52: "☑", 0xA3: "□", 0x6C: "●",
    0x6E: "■", 0x75: "◆", 0xB2: "★", 0xE0: "→", 0xDF: "←", 0xE8: "➔", 0x4A: "☺", 0x76: "❖", 0xD8: "➢",
}  # fmt: skip
_LINK = re.compile(r'HYPERLINK\s+(?:\\[a-z]\s+)*"(?P<address>[^"]{1,2000})"')
_WEB_SCHEMES = ("http:", "https:", "mailto:")


@dataclass(slots=True)
class Field:
    """A field that is being read: its instruction, and whether its result has begun."""

    instruction: str = ""
    shown: bool = False
    checked: str = ""


@dataclass(slots=True)
class Source:
    """One part with text (the document, its footnotes), and what is shared while it is read."""

    part: Part
    styles: Styles
    losses: Losses
    images: dict[str, bytes]
    note: Callable[[str, str], str]
    place: Sentence | str = ""
    fields: list[Field] = field(default_factory=list)
    fonts: dict[str | None, int] = field(default_factory=dict)
    room: int = 100_000  # empty cells that merged ones may still leave

    @property
    def drawings(self) -> Drawings:
        """What the drawings of the part hold."""
        return Drawings(self.part, self.losses, self.images)


def pieces(paragraph: Element, style: Style, source: Source) -> list[Piece]:
    """Return what stands in a paragraph, in its order; `source.fonts` counts the characters of each font."""
    reader = _Inline(source, style)
    reader.walk(paragraph, "")
    return joined(reader.made)


def joined(found: list[Piece]) -> list[Piece]:
    """Return pieces with neighbouring spans of one face made one."""
    made: list[Piece] = []
    for face, some in groupby(found, lambda piece: _face(piece) if isinstance(piece, Span) else None):
        if face:
            made.append(Span("".join(one.text for one in some), *face))  # type: ignore[union-attr]  # all are spans
        else:
            made += some
    return made


def _face(span: Span) -> tuple[bool, bool, bool, Script, str]:
    return span.bold, span.italic, span.underline, span.script, span.link


class _Inline:
    """Walks one paragraph, gathering pieces."""

    def __init__(self, source: Source, style: Style) -> None:
        self.source, self.style = source, style
        self.made: list[Piece] = []
        self.look, self.link = style.look, ""

    def walk(self, node: Element, link: str) -> None:
        """Read what stands in an element; a run sets the face for its content."""
        for child in node:
            tag = child.tag
            if tag == W + "r":
                self._run(child, link)
            elif tag == W + "t":
                self.say(child.text or "", link)
            elif tag not in _SILENT:
                self._other(child, link)

    def say(self, words: str, link: str) -> None:
        """Add words in the present face, unless they are a field's instruction or hidden."""
        if not words or any(not one.shown for one in self.source.fields):
            return
        look = self.look
        if look.hidden:
            self.source.losses.add(Sentence("隐藏的文字没有带进来"), self.source.place, words)
            return
        if look.struck and words.strip():
            self.source.losses.add(Sentence("删除线没有带进来，文字还在，请核对"), self.source.place, words)
        for one in reversed(self.source.fields):
            if not link and (match := _LINK.search(one.instruction)):
                link = match["address"]
        fonts = self.source.fonts
        fonts[look.font] = fonts.get(look.font, 0) + len(words)
        script: Script = "super" if look.script == "super" else "sub" if look.script == "sub" else ""
        self.made.append(
            Span(
                clean(words),
                bool(look.bold),
                bool(look.italic),
                bool(look.underline) and not link,
                script,
                clean(link) if link.lower().startswith(_WEB_SCHEMES) else "",
            )
        )

    def _run(self, run: Element, link: str) -> None:
        before, properties = self.look, run.find(W + "rPr")
        if properties is not None:
            named = value(properties, "rStyle")
            own = look(properties)
            self.look = own.over(self.source.styles.style(named).look.over(before) if named else before)
        self.walk(run, link)
        self.look = before

    def _other(self, node: Element, link: str) -> None:
        tag = node.tag
        if tag in _SIGNS:
            self.say(_SIGNS[tag], link)
        elif tag in _THROUGH:
            self.walk(node, link)
        elif tag in _GONE:
            words = "".join(one.text or "" for one in node.iter(W + "delText", W + "t"))
            self.source.losses.add(Sentence("修订中删去的文字没有带进来"), self.source.place, words)
        elif handler := _HANDLERS.get(tag):
            handler(self, node, link)
        elif tag in (M + "oMath", M + "oMathPara"):
            self.source.losses.add(Sentence("公式写成了一行文字，请核对"), self.source.place)
            self.say(equations.linear(node), link)
        else:
            self._unknown(node, link)

    def _unknown(self, node: Element, link: str) -> None:
        words = "".join(one.text or "" for one in node.iter(W + "t"))
        if words:
            self.say(words, link)

    def line_break(self, node: Element, link: str) -> None:
        """Read a break of the line or the page."""
        if node.get(W + "type") in ("page", "column"):
            if all(one.shown for one in self.source.fields):
                self.made.append(PageBreak())
        else:
            self.say("\n", link)

    def hyperlink(self, node: Element, link: str) -> None:
        """Read a link."""
        relation = self.source.part.relation(node.get(R + "id"))
        self.walk(node, relation.target if relation and relation.external else link)

    def content_control(self, node: Element, link: str) -> None:
        """Read what stands in a content control."""
        content = node.find(W + "sdtContent")
        if content is not None:
            self.walk(content, link)

    def simple_field(self, node: Element, link: str) -> None:
        """Read the result of a field."""
        self.source.fields.append(Field(node.get(W + "instr") or "", shown=True))
        self.walk(node, link)
        self.source.fields.pop()

    def field_mark(self, node: Element, link: str) -> None:
        """Read where a field, or its result, begins and ends."""
        kind, fields = node.get(W + "fldCharType"), self.source.fields
        if node in self.source.part.loose_marks:
            return
        if kind == "begin":
            fields.append(Field(checked=_checkbox(node)))
        elif kind == "separate" and fields:
            fields[-1].shown = True
        elif kind == "end" and fields:
            ended = fields.pop()
            if ended.checked and "FORMCHECKBOX" in ended.instruction:
                self.say(ended.checked, link)

    def instruction(self, node: Element, _link: str) -> None:
        """Read the instruction of a field: it is not shown, but may name a link."""
        if self.source.fields and not self.source.fields[-1].shown:
            self.source.fields[-1].instruction += node.text or ""

    def drawing(self, node: Element, link: str) -> None:
        """Read pictures, text boxes and whatever else is drawn."""
        if node.tag == W + "object":
            self.source.losses.add(Sentence("嵌入的对象只留下了图片"), self.source.place)
        for one in self.source.drawings.found(node, self.source.place):
            if isinstance(one, str):
                self.say(one, link)
            else:
                self.made.append(one if isinstance(one, Picture) else TextBox(one))

    def alternatives(self, node: Element, link: str) -> None:
        """Read one of several forms of the same thing."""
        one = chosen(node)
        if one is not None:
            self.walk(one, link)

    def note_mark(self, node: Element, link: str) -> None:
        """Read the mark of a footnote or endnote."""
        kind = "footnotes" if node.tag == W + "footnoteReference" else "endnotes"
        mark = self.source.note(kind, node.get(W + "id") or "")
        if mark:
            before, self.look = self.look, Look(script="super").over(self.look)
            self.say(mark, link)
            self.look = before

    def symbol(self, node: Element, link: str) -> None:
        """Read a sign of a symbol font."""
        code = node.get(W + "char") or ""
        number = int(code, 16) if re.fullmatch("[0-9A-Fa-f]{1,6}", code) else 0
        font = node.get(W + "font") or ""
        if 0xF000 <= number <= 0xF0FF:  # noqa: PLR2004 - the private place of symbol fonts
            sign = _SYMBOLS.get(number - 0xF000, "") if "ingdings" in font or "ymbol" in font else ""
        else:
            sign = chr(number) if 0x20 <= number < 0xD800 else ""  # noqa: PLR2004
        if not sign:
            place = Sentence("{place}（{sign}）", place=self.source.place, sign=f"{font} {code}")
            self.source.losses.add(Sentence("特殊符号换成了 □，请核对"), place)
        self.say(sign or "□", link)

    def ruby(self, node: Element, link: str) -> None:
        """Read text with its pronunciation above: behind it, in brackets."""
        base, over = node.find(W + "rubyBase"), node.find(W + "rt")
        if base is not None:
            self.walk(base, link)
        said = "".join(one.text or "" for one in over.iter(W + "t")) if over is not None else ""
        if said:
            self.say(f"（{said}）", link)


def _checkbox(node: Element) -> str:
    box = next(node.iter(W + "checkBox"), None)
    if box is None:
        return ""
    mark = box.find(W + "checked")
    mark = mark if mark is not None else box.find(W + "default")
    return "☑" if mark is not None and mark.get(W + "val") not in ("0", "false") else "□"


_HANDLERS: dict[str, Callable[[_Inline, Element, str], None]] = {
    W + "br": _Inline.line_break,
    W + "hyperlink": _Inline.hyperlink,
    W + "sdt": _Inline.content_control,
    W + "fldSimple": _Inline.simple_field,
    W + "fldChar": _Inline.field_mark,
    W + "instrText": _Inline.instruction,
    W + "drawing": _Inline.drawing,
    W + "pict": _Inline.drawing,
    W + "object": _Inline.drawing,
    MC + "AlternateContent": _Inline.alternatives,
    W + "footnoteReference": _Inline.note_mark,
    W + "endnoteReference": _Inline.note_mark,
    W + "sym": _Inline.symbol,
    W + "ruby": _Inline.ruby,
}
