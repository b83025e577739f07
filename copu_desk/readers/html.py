"""Read HTML, as files and as browsers, Word, WPS and WeChat put it on the clipboard, into blocks."""

import re
from base64 import b64decode
from binascii import Error as Base64Error
from collections import Counter
from dataclasses import dataclass, field, replace
from hashlib import sha256
from html import unescape
from itertools import groupby

import lxml.html
import nh3

from copu_desk.document import (
    Block,
    Body,
    Heading,
    ListItem,
    Paragraph,
    Picture,
    Span,
    Spans,
    Table,
    clean,
    paragraphs,
    plain_body,
    words_of,
)
from copu_desk.encoding import decode
from copu_desk.errors import ReadError
from copu_desk.images import is_sound
from copu_desk.limits import LARGEST_PICTURE, LONGEST_PAGE, TOO_LARGE, check_page
from copu_desk.reading import Losses, Reading
from copu_desk.sentences import Sentence

_BLOCKS = {
    "p", "div", "section", "article", "main", "header", "footer", "figure", "figcaption", "pre", "dl", "dt", "dd",
    "center", "hr",
}  # fmt: skip
_TAGS = _BLOCKS | {
    "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "table", "thead", "tbody", "tfoot", "tr", "td",
    "th", "br", "img", "span", "font", "a", "b", "strong", "i", "em", "u", "ins", "sup", "sub",
}  # fmt: skip
_HEADINGS = {f"h{level}": min(level, 4) for level in range(1, 7)}
_SPANS = {"colspan", "rowspan"}
_ATTRIBUTES = {"*": {"style"}, "a": {"href"}, "img": {"src", "data-src", "alt"}, "td": _SPANS, "th": _SPANS}
_STYLES = {"font-weight", "font-style", "text-decoration", "text-decoration-line", "vertical-align"}
_GONE = {"script", "style", "title", "head", "noscript", "template", "svg", "math", "object", "iframe"}
_SPACE = re.compile("[ \t\r\n\f]+")
_FRAGMENT = re.compile("<!--StartFragment-->(.*)<!--EndFragment-->", re.DOTALL)
_BOLD = 600
_WIDEST = 100  # columns that a cell may span
_MOST_EMPTY = 100_000  # cells of a table up to which such spans are kept
_EMPTY = Sentence("它里面没有文字。请选一个有内容的文件。")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
_CHINESE_CHARSETS = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5", "big5-hkscs": "big5"}
_HEAD = 4096  # bytes in which a page names its encoding
_TITLE = re.compile("<title[^>]{0,200}>(?P<title>[^<]{0,300})</title>", re.IGNORECASE)
_META = re.compile(
    r"""<meta\s[^>]{0,200}?(?:name|property)\s*=\s*["']?(?P<name>author|og:title)["']?\s[^>]{0,200}?"""
    r"""content\s*=\s*["'](?P<content>[^"'>]{0,300})["']""",
    re.IGNORECASE,
)
_LOST = (  # what pages show that no minutes can hold
    (Sentence("视频、音频没有带进来"), re.compile("<(?:video|audio|mpvoice|mpvideosnap)[\\s>]", re.IGNORECASE)),
    (Sentence("嵌入的网页没有带进来"), re.compile("<(?:iframe|object|embed)[\\s>]", re.IGNORECASE)),
    (Sentence("矢量图没有带进来"), re.compile("<svg[\\s>]", re.IGNORECASE)),
    (Sentence("公式没有带进来，请核对"), re.compile("<math[\\s>]", re.IGNORECASE)),
    (Sentence("表单里填的内容没有带进来"), re.compile("<(?:textarea|select|input)[\\s>]", re.IGNORECASE)),
)
_INLINE_PICTURE = re.compile("data:image/(?:png|jpe?g|gif|bmp);base64,(?P<data>[A-Za-z0-9+/=\\s]+)", re.IGNORECASE)


def read(words: str) -> Body:
    """Return what a page or a part of one says, without scripts, looks and remote pictures (which become links)."""
    return _read(words, _Reader())


def read_clip(words: str) -> Reading:
    """Return what the clipboard holds of a page, with the pictures that stand in it, and notes of what is left out.

    ReadError if it is larger or nested deeper than any page.
    """
    check_page(words)
    reader = _Reader(Losses(), {})
    return reader.reading(_read(words, reader), words)


def read_file(data: bytes) -> Reading:
    """Return what the file of a web page says; ReadError if it is no text, empty, or larger than any page.

    Nothing is fetched: pictures on the web become links, those within the file come with it; each is noted.
    """
    if len(data) > 4 * LONGEST_PAGE:
        raise ReadError(TOO_LARGE)
    words = clean(_decode(data))
    check_page(words)
    reader = _Reader(Losses(), {})
    body = _read(words, reader)
    if not any(isinstance(block, Picture) for block in body) and not plain_body(body).strip():
        raise ReadError(_EMPTY)
    made = reader.reading(body, words)
    about = {match["name"].lower(): match["content"] for match in _META.finditer(words)}
    title = about.get("og:title") or (found["title"] if (found := _TITLE.search(words)) else "")
    told = (" ".join(unescape(one).split()) for one in (title, about.get("author", "")))
    return replace(made, title=next(told), author=next(told))


def _decode(data: bytes) -> str:
    """Decode a page: as UTF-8 if it can be, else as it says itself, else as Chinese text.

    Pages say one encoding and are saved in another; text that is sound UTF-8 is nothing else.
    """
    named = _CHARSET.search(data, 0, _HEAD)
    encodings = ("utf-8-sig", _CHINESE_CHARSETS.get(named[1].decode("ascii").lower(), "") if named else "")
    for encoding in filter(None, encodings):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return decode(data)


def _read(words: str, reader: "_Reader") -> Body:
    whole = _FRAGMENT.search(words)
    cleaned = nh3.clean(
        clean(whole[1] if whole else words),
        tags=_TAGS,
        clean_content_tags=_GONE,
        attributes=_ATTRIBUTES,
        filter_style_properties=_STYLES,
        url_schemes={"http", "https", "mailto"} if reader.images is None else {"http", "https", "mailto", "data"},
        link_rel=None,
    )
    cleaned = clean(cleaned)  # again: what was written as &#31; is a control character only now
    if not cleaned.strip():
        return ()
    root = lxml.html.fragment_fromstring(cleaned, create_parent="div", parser=lxml.html.HTMLParser(huge_tree=True))
    try:
        made = reader.read(root)
    except RecursionError:
        made = ()
    said = clean(unescape(nh3.clean(cleaned, tags=set())))
    lost = Counter(said) - Counter(plain_body(made))
    if any(not sign.isspace() for sign in lost):  # nested beyond reason: the parser has let go of something
        return paragraphs("\n".join(line.strip() for line in said.split("\n") if line.strip()))
    return made


@dataclass
class _Reader:
    """Walks the elements, gathering spans into the block that is being read; pictures come only with `images`."""

    losses: Losses | None = None
    images: dict[str, bytes] | None = None
    blocks: list[Block] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)

    def reading(self, body: Body, words: str) -> Reading:
        """Return a body with the pictures and losses that were met, and what of the page is never read."""
        losses = self.losses or Losses()
        for kind, pattern in _LOST:
            for _ in range(min(len(pattern.findall(words)), 100)):
                losses.add(kind)
        return Reading(body, self.images or {}, losses.notes())

    def read(self, root: lxml.html.HtmlElement) -> Body:
        self._inside(root, Span(""), Paragraph(()))
        self._end(Paragraph(()))
        return tuple(self.blocks)

    def _inside(self, node: lxml.html.HtmlElement, face: Span, kind: Block, depth: int = -1) -> None:
        self._say(node.text, face, kept=node.tag == "pre")
        for child in node:
            self._element(child, face, kind, depth)
            self._say(child.tail, face, kept=node.tag == "pre")

    def _element(self, node: lxml.html.HtmlElement, face: Span, kind: Block, depth: int) -> None:
        tag, face = node.tag, _face(node, face)
        inner = kind
        if tag == "br":
            self.spans.append(replace(face, text="\n"))
            return
        if tag == "img":
            self._picture(node, face, kind)
            return
        if tag == "table":
            self._end(kind)
            self._table(node)
            return
        if tag in _HEADINGS:
            inner, face = Heading((), _HEADINGS[tag]), replace(face, bold=False)
        elif tag == "blockquote":
            inner = Paragraph((), "quote")
        elif tag in ("ul", "ol"):
            depth += 1
        elif tag == "li":
            parent = node.getparent()
            ordered = parent is not None and parent.tag == "ol"
            inner = ListItem((), max(0, min(8, depth)), ordered)
        elif tag not in _BLOCKS:
            self._inside(node, face, kind, depth)
            return
        self._end(kind)
        self._inside(node, face, inner, depth)
        self._end(inner)

    def _say(self, words: str | None, face: Span, *, kept: bool) -> None:
        if words:
            said = clean(words) if kept else _SPACE.sub(" ", clean(words))
            self.spans.append(replace(face, text=said))

    def _picture(self, node: lxml.html.HtmlElement, face: Span, kind: Block) -> None:
        words = clean(node.get("alt") or "")
        for source in (node.get("data-src") or "", node.get("src") or ""):
            if source.startswith(("http:", "https:")):
                self.spans.append(replace(face, text=f"〔图片{words}〕", link=clean(source)))
                if self.losses:
                    self.losses.add(Sentence("图片只带来了链接"), "", source)
                return
            if self.images is not None and (data := _inline_picture(source)):
                self._end(kind)
                name = sha256(data).hexdigest()
                self.images[name] = data
                self.blocks.append(Picture(name, alt=words))
                return
        if self.losses:
            self.losses.add(Sentence("图片没有带进来，请另外插入"), "", words or (node.get("src") or "")[:200])
            self.spans.append(replace(face, text=f"〔图片{words}〕"))

    def _end(self, kind: Block) -> None:
        """End the block that is being read, if there is anything in it."""
        spans, self.spans = _trimmed(self.spans), []
        if words_of(spans):
            self.blocks.append(replace(kind, spans=spans))  # type: ignore[arg-type]  # only kinds with spans

    def _table(self, node: lxml.html.HtmlElement) -> None:
        rows: list[tuple[Spans, ...]] = []
        headed, room = 0, _MOST_EMPTY
        covered: dict[int, int] = {}  # in how many more rows a cell from above stands, by column
        for row in node.iter("tr"):
            if next(row.iterancestors("table")) is not node:
                continue  # of a table within a cell, which is read there
            cells: list[Spans] = []
            for cell in row:
                if cell.tag in ("td", "th"):
                    _fill(cells, covered)
                    begin, words = len(cells), self._cell(cell)
                    cells += [words, *[()] * (_span(cell, "colspan") - 1 if room > 0 else 0)]
                    down = _span(cell, "rowspan") - 1
                    covered |= {column: down for column in range(begin, len(cells)) if down and room > 0}
                    room -= len(cells)
            _fill(cells, covered, 1 + max((column for column, rest in covered.items() if rest), default=-1))
            if len(rows) == headed and cells and all(cell.tag == "th" for cell in row if cell.tag in ("td", "th")):
                headed += 1
            rows.append(tuple(cells))
        width = max(map(len, rows), default=0)
        if width * len(rows) > 2 * _MOST_EMPTY:
            width = 0  # one row is much longer than the others: their words are kept, not their places
            self.blocks += [Paragraph(cell) for row in rows for cell in row if cell]
        if width:
            full = tuple((*row, *[()] * (width - len(row))) for row in rows)
            self.blocks.append(Table(full, min(headed, len(full) - 1) if len(full) > 1 else 0))

    def _cell(self, node: lxml.html.HtmlElement) -> Spans:
        reader = _Reader(self.losses, self.images)
        made: list[Span] = []
        for block in reader.read(node):
            if isinstance(block, Picture):
                self.blocks.append(block)  # before its table: a cell holds text alone
                continue
            spans = getattr(block, "spans", None)
            if spans is None:  # a table in a cell: its words
                spans = tuple(span for row in getattr(block, "rows", ()) for cell in row for span in (*cell, Span(" ")))
            made += [Span("\n"), *spans] if made else spans
        return tuple(made)


def _span(cell: lxml.html.HtmlElement, name: str) -> int:
    """Return how many columns or rows a cell takes."""
    words = cell.get(name) or "1"
    return max(1, min(int(words[:4]), _WIDEST)) if words.isdecimal() else 1


def _fill(cells: list[Spans], covered: dict[int, int], end: int = 0) -> None:
    """Leave the next places of a row empty over which cells of the rows above reach, and all before `end`."""
    while len(cells) < end or covered.get(len(cells)):
        covered[len(cells)] = max(covered.get(len(cells), 0) - 1, 0)
        cells.append(())


def _inline_picture(source: str) -> bytes:
    """Return the bytes of a picture that stands in the page itself, or none."""
    match = _INLINE_PICTURE.fullmatch(source)
    try:
        data = b64decode(match["data"]) if match else b""
    except Base64Error:
        return b""
    return data if is_sound(data) and len(data) <= LARGEST_PICTURE else b""


def _face(node: lxml.html.HtmlElement, face: Span) -> Span:
    """Return the face inside an element: by what it is, then by its style."""
    tag = node.tag
    style = dict(part.strip().split(":", 1) for part in (node.get("style") or "").lower().split(";") if ":" in part)
    style = {name.strip(): value.strip() for name, value in style.items()}
    if tag in ("b", "strong"):
        face = replace(face, bold=True)
    if tag in ("i", "em"):
        face = replace(face, italic=True)
    if tag in ("u", "ins"):
        face = replace(face, underline=True)
    if tag in ("sup", "sub") or style.get("vertical-align") in ("super", "sub"):
        low = tag == "sub" or style.get("vertical-align") == "sub"
        face = replace(face, script="sub" if low else "super")
    if tag == "a" and node.get("href"):
        address = clean(node.get("href"))
        face = replace(face, link="" if address.startswith("data:") else address)
    if weight := style.get("font-weight"):
        face = replace(face, bold=weight in ("bold", "bolder") or (weight.isdecimal() and int(weight) >= _BOLD))
    if "font-style" in style:
        face = replace(face, italic=style["font-style"] in ("italic", "oblique"))
    line = style.get("text-decoration") or style.get("text-decoration-line") or ""
    if "underline" in line and tag != "a":
        face = replace(face, underline=True)
    return face


def _trimmed(spans: list[Span]) -> Spans:
    """Return spans joined by face, without white space at the ends, beside line breaks, or twice in a row."""
    made: list[Span] = []
    before = "\n"
    for span in spans:
        words = span.text
        if before in ("\n", " "):
            words = words.lstrip(" ")
        if words:
            if words.startswith("\n") and made and made[-1].text.endswith(" "):
                made[-1] = replace(made[-1], text=made[-1].text[:-1])
            made.append(replace(span, text=words))
            before = words[-1]
    said = [number for number, span in enumerate(made) if span.text.strip(" \n")]
    made = made[said[0] : said[-1] + 1] if said else []
    if made:
        made[0] = replace(made[0], text=made[0].text.lstrip(" \n"))
        made[-1] = replace(made[-1], text=made[-1].text.rstrip(" \n"))
    return tuple(
        replace(face, text="".join(span.text for span in some))
        for face, some in groupby(made, lambda span: replace(span, text=""))
    )
