"""The lines of a text to be recognised, and the typed numbers they begin with."""

import re
from dataclasses import dataclass, replace

from copu_desk.dates import number
from copu_desk.document import Block, Body, Heading, ListItem, Paragraph, Span, Spans, Table, Turn, plain
from copu_desk.recognize.tables import form, split, tabbed, unfolded

_HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
_MARKER = re.compile(
    rf"(?P<topic>(?:议题|议程|事项|Topic)\s?(?P<t>{_HAN_NUMBER}|[0-9]{{1,2}})?\s?(?:[:：、.．]\s*|(?<=[0-9一二三四五六七八九十])\s+))"
    rf"|(?P<han>第?(?P<h>{_HAN_NUMBER})(?:[、，]|(?:[.．]|\s)\s*)\s*)"
    rf"|(?P<paren>[(（](?P<p>{_HAN_NUMBER})[)）][、.．]?\s*)"
    r"|(?P<arabic>(?P<a>[0-9]{1,3})(?:[、．)）]\s*|[.](?![0-9])\s*))"
    r"|(?P<round>[(（](?P<r>[0-9]{1,3})[)）][、.．]?\s*)"
    r"|(?P<circle>(?P<c>[①-⑳])\s*)"
    r"|(?P<bullet>[-*•·●▪◦‣■◆]\s+|[•●▪◦‣■◆])"
)
_KINDS = ("topic", "han", "paren", "arabic", "round", "circle", "bullet")  # the value's group is the first letter


@dataclass(frozen=True, slots=True)
class Marker:
    """A typed number or bullet: its kind, its value (0 for a bullet), the signs as typed."""

    kind: str
    value: int
    written: str

    @property
    def form(self) -> str:
        """The signs around the number: one row of items has them all alike."""
        return re.sub(r"[0-9一二三四五六七八九十①-⑳\s]", "", self.written)


@dataclass(frozen=True, slots=True)
class Line:
    """A block that has text, and that text without the white space around it."""

    block: Block
    words: str

    @property
    def marker(self) -> Marker | None:
        """The typed number or bullet that the line begins with."""
        return marker(self.words)

    @property
    def body(self) -> str:
        """The text behind the typed number or bullet."""
        found = self.marker
        return self.words[len(found.written) :] if found else self.words


def lines(body: Body) -> list[Line]:
    """Return what of a body has text or a picture, typed line breaks as lines of their own, forms unfolded.

    Blank paragraphs are layout, which the house style gives.
    """
    parted = (block for whole in tabbed(body) for block in _parted(whole))
    found = (Line(_trimmed(block), plain(block).strip()) for block in parted)
    return [line for line in found if line.words or not isinstance(line.block, Paragraph | Heading | ListItem | Turn)]


def _parted(block: Block) -> list[Block]:
    if isinstance(block, Table):
        return unfolded(block) or [block]
    if isinstance(block, Paragraph) and block.role == "body" and "\n" in plain(block):
        return split(block.spans)
    if isinstance(block, Paragraph) and block.role == "body" and "\t" in plain(block):
        return form(block) or [block]
    return [block]


def marker(words: str) -> Marker | None:
    """Return the typed number or bullet that words begin with."""
    match = _MARKER.match(words)
    if match is None or match.end() == len(words):
        return None
    kind = next(name for name in _KINDS if match[name] is not None)
    return Marker(kind, _value(match[kind[0]] if kind != "bullet" else ""), match[0])


def _value(words: str | None) -> int:
    if words and "①" <= words <= "⑳":
        return ord(words) - ord("①") + 1
    return number(words) if words else 0


def _trimmed(block: Block) -> Block:
    """Take typed indentation and trailing white space off a block: the house style indents."""
    if isinstance(block, Paragraph | Heading):
        return replace(block, spans=trimmed(block.spans))
    return block


def trimmed(spans: Spans) -> Spans:
    """Return spans without white space at either end."""
    found = list(spans)
    while found and not found[0].text.strip():
        del found[0]
    while found and not found[-1].text.strip():
        del found[-1]
    if found:
        found[0] = replace(found[0], text=found[0].text.lstrip())
        found[-1] = replace(found[-1], text=found[-1].text.rstrip())
    return tuple(found)


def behind(spans: Spans, count: int) -> Spans:
    """Return spans without their first characters."""
    found: list[Span] = []
    for span in spans:
        if count < len(span.text):
            found.append(replace(span, text=span.text[count:]) if count else span)
        count = max(count - len(span.text), 0)
    return tuple(found)
