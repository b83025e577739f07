"""Write HTML whose looks stand in each element, so that they survive being pasted into a 公众号 editor, Word or a mail.

Such editors keep neither style sheets nor classes, so there are none. Pictures travel inside the page.
"""

from collections.abc import Iterable, Iterator, Mapping
from html import escape

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

_PAGE = (
    '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n{about}<title>{title}</title>\n</head>\n'
    '<body style="margin:0;background-color:#ffffff">\n{inside}\n</body>\n</html>\n'
)
_WHOLE = (
    "max-width:677px;margin:0 auto;padding:24px 16px;box-sizing:border-box;color:#2b2b2b;font-size:16px;"
    "line-height:1.75;letter-spacing:0.3px;word-wrap:break-word;"
    "font-family:-apple-system,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif"
)
_TEXT = "margin:0 0 16px;text-align:justify"
_SMALL = "margin:0 0 6px;text-align:center;color:#6b6b6b;font-size:14px"
_HEAD = "margin:28px 0 14px;font-weight:bold;line-height:1.5"
_ROLES: dict[Role, tuple[str, str]] = {
    "quote": ("blockquote", "margin:0 0 16px;padding:4px 0 4px 14px;border-left:3px solid #c9ced6;color:#595959"),
    "classification": ("p", "margin:0 0 12px;text-align:left;font-weight:bold"),
    "mark": ("p", "margin:0 0 12px;text-align:center;font-size:30px;font-weight:bold;line-height:1.4;color:#c00000"),
    "issue": ("p", "margin:0;text-align:center"),
    "rule": ("p", "margin:4px 0 16px;border-bottom:2px solid #c00000;font-size:0;line-height:0"),
    "title": ("h1", "margin:8px 0 24px;text-align:center;font-size:22px;font-weight:bold;line-height:1.5"),
    "part": ("h2", _HEAD + ";font-size:19px;color:#1f4e79"),
    "section": ("h2", _HEAD + ";text-align:center;font-size:19px"),
    "item": ("h2", _HEAD + ";font-size:18px;padding-left:10px;border-left:4px solid #b3261e"),
    "essay_title": ("h3", _HEAD + ";text-align:center;font-size:18px"),
    "byline": ("p", _SMALL),
    "attendance": ("p", "margin:12px 0 0;text-align:justify"),
    "annex": ("p", "margin:32px 0 0;font-weight:bold"),
    "note": ("p", "margin:0 0 12px;text-align:justify;color:#6b6b6b;font-size:14px"),
}
"""The element and the looks of each role; a role that is not listed is running text."""

_HEADINGS = {1: "font-size:17px", 2: "font-size:16px", 3: "font-size:16px;color:#595959", 4: "font-size:15px"}
_LIST, _ITEM = "margin:0 0 16px;padding-left:28px", "margin:0 0 6px"
_GAP = 'style="list-style-type:none"'  # an item that is only there to hold a deeper list
_TABLE = "margin:0 0 16px;width:100%;border-collapse:collapse;font-size:14px;line-height:1.5"
_CELL = "border:1px solid #c9ced6;padding:6px 8px;text-align:left;vertical-align:middle"


def write(document: Document, _style: HouseStyle) -> bytes:
    """Return the document as a page of its own, UTF-8, which reads well on a telephone too."""
    blocks = "\n".join(_Writer(document.images).all(document.blocks))
    inside = f'<section style="{_WHOLE}">\n{blocks}\n</section>'
    about = "".join(
        f'<meta name="{name}" content="{_attribute(words)}">\n'
        for name, words in (
            ("author", document.author),
            ("description", document.subject),
            ("keywords", ",".join(document.keywords)),
        )
        if words
    )
    return _PAGE.format(title=_escaped(document.title), about=about, inside=inside).encode()


def fragment(blocks: Iterable[Block], images: Mapping[str, bytes]) -> str:
    """Return blocks as a part of a page: what the clipboard holds for another program.

    Words of one paragraph come without its frame, so that they can go into the middle of another one.
    """
    known = tuple(blocks)
    if len(known) == 1 and isinstance(known[0], Paragraph) and known[0].role == "body":
        return f"<span>{_runs(known[0].spans)}</span>"
    return "\n".join(_Writer(images).all(known))


class _Writer:
    """The writing of blocks in a row; `lists` are the elements of the lists that are open, the outermost first."""

    def __init__(self, images: Mapping[str, bytes]) -> None:
        self._images = images
        self._lists: list[str] = []

    def all(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            if isinstance(block, ListItem) and not block.marker:
                yield self._item(block)
            else:
                if self._lists:
                    yield self._closed(0)
                if made := self._block(block):
                    yield made
        if self._lists:
            yield self._closed(0)

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph():
                tag, looks = _ROLES.get(block.role, ("p", _TEXT))
                return _element(tag, looks, _runs(block.spans) or "<br>")
            case Heading():
                return _element(
                    f"h{min(block.level, 4) + 2}", f"{_HEAD};{_HEADINGS[min(block.level, 4)]}", _runs(block.spans)
                )
            case Turn():
                speaker = f"<strong>{_escaped(block.speaker + block.colon)}</strong>"
                return _element("p", _TEXT, speaker + _runs(block.spans))
            case ListItem():
                looks = f"{_TEXT};padding-left:{block.level * 2}em" if block.level else _TEXT
                return _element("p", looks, _escaped(block.marker) + _runs(block.spans))
            case Table():
                return _table(block)
            case Picture():
                return self._picture(block)
            case PageBreak():
                return '<hr style="margin:28px 0;border:0;border-top:1px solid #c9ced6">'

    def _item(self, item: ListItem) -> str:
        """Return one automatic point, with the lists opened and closed that it needs."""
        tag, depth = ("ol" if item.ordered else "ul"), item.level + 1
        made = self._closed(depth)
        if len(self._lists) == depth and self._lists[-1] != tag:
            made += self._closed(depth - 1)
        if len(self._lists) == depth:
            made += "</li>"
        while len(self._lists) < depth:
            self._lists.append(tag)
            made += f'<{tag} style="{_LIST}">' + ("" if len(self._lists) == depth else f"<li {_GAP}>")
        return made + f'<li style="{_ITEM}">{_runs(item.spans)}'

    def _closed(self, depth: int) -> str:
        """Close all lists deeper than that."""
        made = ""
        while len(self._lists) > depth:
            made += f"</li></{self._lists.pop()}>"
        return made

    def _picture(self, picture: Picture) -> str:
        address = as_address(self._images.get(picture.image, b""))
        alt, caption = _attribute(picture.alt or picture.caption), _escaped(picture.caption)
        width = f"width:{picture.width:g}mm;" if picture.width else ""
        shown = (
            f'<img src="{address}" alt="{alt}" style="{width}max-width:100%;height:auto">'
            if address
            else f"[图片{'：' + alt if alt else ''}]"
        )
        made = _element("p", "margin:0 0 8px;text-align:center", shown)
        return made + ("\n" + _element("p", _SMALL, caption) if caption else "")


def _table(table: Table) -> str:
    columns = max(map(len, table.rows), default=0)
    rows = [
        "<tr>"
        + "".join(_cell(spans, "th" if at < table.header_rows else "td") for spans in _full(row, columns))
        + "</tr>"
        for at, row in enumerate(table.rows)
    ]
    head, body = "".join(rows[: table.header_rows]), "".join(rows[table.header_rows :])
    inside = (f"<thead>{head}</thead>" if head else "") + (f"<tbody>{body}</tbody>" if body else "")
    return _element("table", _TABLE, inside) if rows else ""


def _full(row: tuple[Spans, ...], columns: int) -> tuple[Spans, ...]:
    return (*row, *[()] * (columns - len(row)))


def _cell(spans: Spans, tag: str) -> str:
    looks = _CELL + ";font-weight:bold;background-color:#f2f4f7" if tag == "th" else _CELL
    return _element(tag, looks, _runs(spans))


def _runs(spans: Spans) -> str:
    return "".join(map(_run, spans))


def _run(span: Span) -> str:
    made = _escaped(span.text)
    for tag, on in (("strong", span.bold), ("em", span.italic), ("u", span.underline)):
        made = f"<{tag}>{made}</{tag}>" if on else made
    if span.script:
        tag = "sup" if span.script == "super" else "sub"
        made = f"<{tag}>{made}</{tag}>"
    if leads_out(span.link):
        made = f'<a href="{_attribute(span.link)}" style="color:#1a56b0">{made}</a>'
    return made


def _element(tag: str, looks: str, inside: str) -> str:
    return f'<{tag} style="{looks}">{inside}</{tag}>'


def _escaped(words: str) -> str:
    """Return words as HTML in which no space and no line break is lost."""
    made = escape(clean(words), quote=False).replace("\t", "&emsp;&emsp;").replace("  ", "&nbsp; ")
    return made.replace("\n", "<br>")


def _attribute(words: str) -> str:
    return escape(clean(words)).replace("\n", " ")
