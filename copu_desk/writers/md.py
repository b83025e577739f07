"""Write Markdown (CommonMark with tables) that any reader shows with every character of the text.

What could be taken for a sign of Markdown is escaped, also the signs that only some readers know (`~`, `$`, `^`, `|`).
Faces that Markdown has no signs for are written as the HTML that it allows.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from unicodedata import category

from copu_desk.document import (
    Block,
    Document,
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Span,
    Spans,
    Table,
    Turn,
    clean,
    leads_out,
)
from copu_desk.images import as_address
from copu_desk.style import HouseStyle

_HEADS: dict[Role, int] = {"title": 1, "part": 2, "section": 2, "item": 2, "essay_title": 3}
_SIGNS = re.compile(r"[\\`*_\[\]<>~|&$^]")
_AT_START = re.compile(r"(?m)^(?:([#+\-=:])|(\d{1,9})([.)]))")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BREAK = "<br>"


def write(document: Document, _style: HouseStyle) -> bytes:
    """Return the document as UTF-8 Markdown; pictures stand at its end, so that the text stays readable."""
    return "".join(_Writer(document.images).all(document.blocks)).encode()


class _Writer:
    """The writing of blocks in a row; `columns` is how far the text of each level of the open list stands in."""

    def __init__(self, images: Mapping[str, bytes]) -> None:
        self._images = images
        self._columns: list[int] = []
        self._counts: list[int] = []
        self._pictures: dict[str, str] = {}

    def all(self, blocks: Iterable[Block]) -> Iterator[str]:
        last: Block | None = None
        for block in blocks:
            if not _is_point(block):
                self._columns, self._counts = [], []
            if made := self._point(block) if isinstance(block, ListItem) and not block.marker else self._block(block):
                yield _between(last, block) + made + "\n"
                last = block
        if self._pictures:
            yield "\n" + "".join(f"[{name}]: {address}\n" for name, address in self._pictures.items())

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph():
                return _paragraph(block)
            case Heading():
                return _heading(block.spans, min(block.level + 3, 6))
            case Turn():
                return _lines((Span(block.speaker, bold=True), Span(block.colon), *block.spans))
            case ListItem():
                return _lines((Span(block.marker), *block.spans))
            case Table():
                return _table(block)
            case Picture():
                return self._picture(block)
            case PageBreak():
                return "* * *"

    def _point(self, item: ListItem) -> str:
        """Return an automatic point; one that is more than a level deeper stands a level deeper."""
        level = min(item.level, len(self._columns))
        known = (self._counts + [0] * (level + 1))[: level + 1]
        self._counts = [*known[:-1], known[-1] + 1 if item.ordered else 0]
        sign = f"{self._counts[-1]}. " if item.ordered else "- "
        start = self._columns[level - 1] if level else 0
        self._columns = [*self._columns[:level], start + len(sign)]
        return " " * start + sign + _lines(item.spans).replace("\n", "\n" + " " * self._columns[-1])

    def _picture(self, picture: Picture) -> str:
        address = as_address(self._images.get(picture.image, b""))
        caption = "\n\n" + _lines((Span(picture.caption),)) if picture.caption else ""
        words = picture.alt or picture.caption
        if not address:
            return _lines((Span(f"[图片{'：' + words if words else ''}]"),)) + caption
        name = f"图{len(self._pictures) + 1}"
        self._pictures[name] = address
        return f"![{_one_line((Span(words),))}][{name}]{caption}"


def _is_point(block: Block | None) -> bool:
    return isinstance(block, ListItem) and not block.marker


def _between(last: Block | None, block: Block) -> str:
    """Return what parts two blocks: a blank line, none between the points of a list."""
    if last is None or (_is_point(last) and _is_point(block)):
        return ""
    quotes = isinstance(last, Paragraph) and isinstance(block, Paragraph) and last.role == block.role == "quote"
    return ">\n" if quotes else "\n"


def _paragraph(block: Paragraph) -> str:
    if block.role in _HEADS:
        return _heading(block.spans, _HEADS[block.role])
    words = _lines(block.spans)
    return "> " + words.replace("\n", "\n> ") if block.role == "quote" else words


def _heading(spans: Spans, level: int) -> str:
    words = _one_line(spans)
    ended = re.sub(r"(#+)$", r"\\\1", words)  # or it would be taken for the end of the heading
    return f"{'#' * level} {ended}"


def _table(table: Table) -> str:
    columns = max(map(len, table.rows), default=0)
    if not columns:
        return ""
    rows = [[_one_line(spans) for spans in (*row, *[()] * (columns - len(row)))] for row in table.rows]
    head, rest = (rows[0], rows[1:]) if table.header_rows else ([""] * columns, rows)
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, ["---"] * columns, *rest))


def _lines(spans: Spans) -> str:
    """Return spans as lines of a paragraph: each break in a line is a backslash at its end."""
    lines = _one_line(spans).split(_BREAK)
    full = max((at for at, line in enumerate(lines, 1) if line), default=0)
    made = [_AT_START.sub(_not_a_sign, line) for line in lines[:full]]
    return "\\\n".join(made) + _BREAK * (len(lines) - full if full else len(lines) - 1)


def _not_a_sign(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"


def _one_line(spans: Spans) -> str:
    made = ""
    for span in spans:
        made += _run(span, after=made[-1:])
    lines = made.split(_BREAK)
    return _BREAK.join(map(_kept_ends, lines))


def _kept_ends(line: str) -> str:
    """Return a line whose blanks at both ends stay: readers drop them unless they are written as numbers."""
    words = line.strip()
    if not words:
        return _numbers(line)
    start = line.index(words)
    return _numbers(line[:start]) + words + _numbers(line[start + len(words) :])


def _numbers(blanks: str) -> str:
    return "".join(f"&#{ord(sign)};" for sign in blanks)


def _run(span: Span, after: str) -> str:
    """Return one run; emphasis begins and ends at a letter, or readers would not take its signs for such."""
    words = clean(span.text)
    if not (span.bold or span.italic or span.underline or span.script or span.link):
        return _escaped(words)
    first = next((at for at, sign in enumerate(words) if not _parts(sign)), len(words))
    last = max((at for at, sign in enumerate(words) if not _parts(sign)), default=-1) + 1
    if first >= last:
        core = _escaped(words)
        return _linked(_html_faces(core, span), span)
    before, core, behind = _escaped(words[:first]), _escaped(words[first:last]), _escaped(words[last:])
    made = _html_faces(core, span)
    for sign, tag, on in (("*", "em", span.italic), ("**", "strong", span.bold)):
        if on:
            clashes = (after == "*" and not before) or made.startswith(("*", "<")) or made.endswith((">", "*"))
            made = f"<{tag}>{made}</{tag}>" if clashes else f"{sign}{made}{sign}"
    return _linked(before + made + behind, span)


def _html_faces(words: str, span: Span) -> str:
    script = {"super": "sup", "sub": "sub"}.get(span.script, "")
    for tag in filter(None, (script, "u" if span.underline else "")):
        words = f"<{tag}>{words}</{tag}>"
    return words


def _linked(words: str, span: Span) -> str:
    if not leads_out(span.link):
        return words
    address = clean(span.link).replace("\\", "%5C").replace("<", "%3C").replace(">", "%3E").replace("\n", "")
    return f"[{words}](<{_ENTITY.sub('&amp;', address)}>)"


def _parts(sign: str) -> bool:
    """Whether a sign parts words: blanks, punctuation and symbols."""
    return sign.isspace() or category(sign)[0] in "PSC"


def _escaped(words: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", words).replace("\n", _BREAK)
