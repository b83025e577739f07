"""The small document language: what readers and composers speak and writers understand.

A body is a tuple of blocks; a block holds spans. The same blocks are the essays of a meeting, so they are also stored:
`dump` gives the JSON form kept in the library, one object a block, `{"block": "paragraph", "spans": [{"text": "…"}]}`,
with every field that has its default value left out; `load` reads it back to an equal value.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from functools import cache
from typing import Any, Literal, get_args

Script = Literal["", "super", "sub"]
TableForm = Literal["", "facts", "imprint"]

Role = Literal[
    "body",  # running text
    "quote",  # a quotation set apart
    "classification",  # how secret the minutes are
    "mark",  # 纪要标志: the organ's name for its minutes, large and red above them
    "issue",  # 第N期
    "issuer",  # who issues it, and (after a tab) the day
    "rule",  # a line across the page, without words
    "title",  # the title of the minutes
    "opening",  # who called the meeting, when
    "part",  # the heading over a part of the minutes (attendees, actions)
    "section",  # the heading over several agenda items
    "lead",  # the sentence that opens an agenda item
    "item",  # the printed title of an agenda item
    "presenter",  # who presents an agenda item
    "decision",
    "action",
    "essay_title",
    "byline",  # author or date of an essay
    "attendance",  # a line of the attendee list
    "annex",  # what an annex is called (附件1), at the top of a new page
    "annex_note",  # the note below the minutes that names the only annex
    "annex_list",  # a line of that note where there are several: 附件：1., a tab and the name
    "note",  # small print
    "address",  # to whom a notice goes
    "signature",  # from whom and when it comes
]


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one face; a line feed inside is a line break, not a new paragraph."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    script: Script = ""
    link: str = ""


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a text; level 1 (highest) to 4."""

    spans: Spans
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, and the part it plays in the document."""

    spans: Spans
    role: Role = "body"


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in an interview; speaker, colon and spans in a row are the text as written."""

    speaker: str
    spans: Spans
    colon: str = "："


@dataclass(frozen=True, slots=True)
class ListItem:
    """A point of a list, at level 0 to 8; a marker is typed text (`1.`, `（二）`), without one it is automatic."""

    spans: Spans
    level: int = 0
    ordered: bool = False
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of cells of text; its first `header_rows` rows repeat on each page.

    Form `facts` has labels in its first and third column and no head; `imprint` is the 版记: lines between rules at the
    foot of the last page, where a row of one cell takes the whole width.

    `widths` are shares of the width of the text, one for each column, without which the words decide; `row_height` is
    the least height of the rows below the header in mm, room to write by hand.
    """

    rows: tuple[tuple[Spans, ...], ...]
    header_rows: int = 1
    widths: tuple[float, ...] = ()
    row_height: float = 0
    form: TableForm = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, named by the SHA-256 of its bytes (hex); width in mm, 0 for its natural width."""

    image: str
    caption: str = ""
    alt: str = ""
    width: float = 0


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The text goes on at the top of a new page."""


Block = Heading | Paragraph | Turn | ListItem | Table | Picture | PageBreak
Body = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which state of the minutes a file shows.

    `status` and `version` are words for people (定稿, 第2稿), `hash` tells equal states (SHA-256, hex), and `marks` are
    names and values by which the program knows its own file when it comes back.
    """

    status: str = ""
    version: str = ""
    hash: str = ""
    marks: tuple[tuple[str, str], ...] = ()


NO_STAMP = Stamp()


@dataclass(frozen=True, slots=True)
class Document:
    """Blocks in reading order, what a file says about itself, and the pictures by their names."""

    blocks: Body
    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    images: Mapping[str, bytes] = field(default_factory=dict)
    created: datetime | None = None
    stamp: Stamp = NO_STAMP


# What XML, SQLite, spreadsheets and text fields cannot hold: control characters, noncharacters, lone surrogates.
_UNFIT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def clean(words: str) -> str:
    """Return a text fit to be stored and written: every kind of line break is a line feed, unfit characters go."""
    return _UNFIT.sub("", _BREAKS.sub("\n", words))


def leads_out(link: str) -> bool:
    """Return whether a link leads to the web or to a mail; one that does not is written as its words alone."""
    return link.lower().startswith(("http://", "https://", "mailto:"))


def is_signature(block: Block) -> bool:
    """Return whether a block says from whom a paper comes, or when: no page has that alone (GB/T 9704-2012 §7.3.5)."""
    return isinstance(block, Paragraph) and block.role == "signature"


def text(words: str, role: Role = "body") -> Paragraph:
    """Return a paragraph of plain words (an empty one has no spans)."""
    return Paragraph(spans(words), role)


def spans(words: str) -> Spans:
    """Return plain words as spans (no words, no spans)."""
    return (Span(words),) if words else ()


def paragraphs(words: str) -> Body:
    """Return one plain paragraph for each line."""
    return tuple(text(line) for line in words.split("\n")) if words else ()


def words_of(spans: Spans) -> str:
    """Return the text of spans."""
    return "".join(span.text for span in spans)


def plain(block: Block) -> str:
    """Return the text of a block as one reads it; cells are parted by tabs, rows by line feeds."""
    match block:
        case Heading() | Paragraph():
            return words_of(block.spans)
        case Turn():
            return block.speaker + block.colon + words_of(block.spans)
        case ListItem():
            return block.marker + words_of(block.spans)
        case Table():
            return "\n".join("\t".join(map(words_of, row)) for row in block.rows)
        case Picture():
            return block.caption
        case PageBreak():
            return ""


def plain_body(body: Iterable[Block]) -> str:
    """Return the text of blocks, a line for each."""
    return "\n".join(map(plain, body))


def searched(block: Block) -> str:
    """Return what a block is found by: its text, and below it what stands behind it and is not in the text itself.

    That is where its links lead, and what is said of a picture to who does not see it.
    """
    shown = plain(block)
    return "\n".join((shown, *(words for words in dict.fromkeys(_behind(block)) if words not in shown)))


def _behind(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph() | Turn() | ListItem():
            yield from (span.link for span in block.spans)
        case Table():
            yield from (span.link for row in block.rows for cell in row for span in cell)
        case Picture():
            yield block.alt
        case PageBreak():
            pass


_KINDS: dict[str, type[Block]] = {
    "heading": Heading,
    "paragraph": Paragraph,
    "turn": Turn,
    "list_item": ListItem,
    "table": Table,
    "picture": Picture,
    "page_break": PageBreak,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


def dump(body: Body) -> list[dict[str, Any]]:
    """Return blocks as plain JSON values."""
    return [{"block": _NAMES[type(block)], **_plain_values(block)} for block in body]


def load(values: Iterable[Mapping[str, Any]]) -> Body:
    """Return the blocks that `dump` made into JSON values; KeyError or TypeError for anything else.

    Texts are cleaned, and what no block can be (a heading of level 9) becomes the nearest that it can: a data file that
    somebody wrote into still gives its words.
    """
    return tuple(_block(dict(value)) for value in values)


def _plain_values(record: Any) -> dict[str, Any]:
    made = {}
    for name, default in _defaults(record.__class__):
        value = getattr(record, name)
        if value != default:
            made[name] = _plain_value(value)
    return made


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((member.name, member.default) for member in fields(kind))


def _plain_value(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain_value(part) for part in value]
    return _plain_values(value) if isinstance(value, Span) else value


def _block(values: dict[str, Any]) -> Block:
    kind = _KINDS[values.pop("block")]
    made = {name: _READ[name](value) for name, value in values.items()}
    if "level" in made:
        least, most = _LEVELS[kind]
        made["level"] = max(least, min(most, made["level"]))
    if "widths" in made and len(made["widths"]) != max(map(len, made["rows"]), default=0):
        del made["widths"]
    return kind(**made)


_MOST_SIZE = 1_000_000  # mm, or shares of a width; also without an end it is a number to JSON
_LEVELS: dict[type[Block], tuple[int, int]] = {Heading: (1, 4), ListItem: (0, 8)}


def _words(value: Any) -> str:
    if type(value) is not str:
        raise TypeError(value)
    return value if value.isprintable() else clean(value)


def _of(*kinds: type) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if type(value) not in kinds:
            raise TypeError(value)
        return value

    return read


def _one_of(choices: Any, otherwise: str) -> Callable[[Any], str]:
    known: tuple[str, ...] = get_args(choices)
    return lambda value: value if _words(value) in known else otherwise


def _size(value: Any) -> float:
    size: float = _of(int, float)(value)
    return size if 0 < size <= _MOST_SIZE else 0


def _widths(values: Iterable[Any]) -> tuple[float, ...]:
    widths = tuple(map(_size, values))
    return widths if all(widths) else ()


def _spans(values: Iterable[Mapping[str, Any]]) -> Spans:
    return tuple(map(_span, values))


def _span(values: Mapping[str, Any]) -> Span:
    if len(values) == 1:  # as nearly all are: words without a face
        return Span(_words(values["text"]))
    return Span(**{name: _READ[name](part) for name, part in values.items()})


def _rows(values: Iterable[Iterable[Any]]) -> tuple[tuple[Spans, ...], ...]:
    return tuple(tuple(map(_spans, row)) for row in values)


_READ: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("text", "link", "speaker", "colon", "marker", "image", "caption", "alt"), _words),
    **dict.fromkeys(("bold", "italic", "underline", "ordered"), _of(bool)),
    **dict.fromkeys(("width", "row_height"), _size),
    "script": _one_of(Script, ""),
    "role": _one_of(Role, "body"),
    "form": _one_of(TableForm, ""),
    "level": _of(int),
    "header_rows": lambda value: max(_of(int)(value), 0),
    "spans": _spans,
    "rows": _rows,
    "widths": _widths,
}
"""How each field of a block or a span is read from JSON: whatever its kind, a field of one name holds one thing."""
