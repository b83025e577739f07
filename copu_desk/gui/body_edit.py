"""Edit a body as plain text, a line for each block, without touching the blocks that were not edited."""

from dataclasses import replace
from difflib import SequenceMatcher

from PySide6.QtWidgets import QPlainTextEdit, QWidget

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
    Turn,
    clean,
    plain,
    text,
    words_of,
)
from copu_desk.gui.fields import KINDS, Kind, fill_text, typed_text

PICTURE = "〔图片〕"
LINE = "\u2028"  # a line break inside a block, so that each block stays one line of the editor


def shown(body: Body) -> list[str]:
    """Return a line for each block; tables and pictures are named, since they cannot be typed."""
    return [_line(block) for block in body]


def _line(block: Block) -> str:
    match block:
        case Table():
            return "〔表格〕" + plain(block).replace("\n", "；").replace("\t", "｜")
        case Picture():
            return PICTURE + block.caption.replace("\n", LINE)
        case PageBreak():
            return "〔分页〕"
        case _:
            return plain(block).replace("\n", LINE)


def retyped(body: Body, lines: list[str]) -> Body:
    """Return the body after its lines were edited to these: blocks whose line is the same are kept as they are."""
    old = shown(body)
    shorter = min(len(old), len(lines))
    top = next((row for row in range(shorter) if old[row] != lines[row]), shorter)
    rest = shorter - top
    foot = next((row for row in range(rest) if old[-1 - row] != lines[-1 - row]), rest)
    middle = _rewritten(body[top : len(old) - foot], old[top : len(old) - foot], lines[top : len(lines) - foot])
    return (*body[:top], *middle, *body[len(old) - foot :])


def _rewritten(body: Body, old: list[str], new: list[str]) -> list[Block]:
    made: list[Block] = []
    for what, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            made += body[start:end]
            continue
        replaced = body[start:end]
        made += [
            _with_words(replaced[row], words) if row < len(replaced) else text(words)
            for row, words in enumerate(clean(line.replace(LINE, "\n")) for line in new[first:last])
        ]
    return made


def _with_words(block: Block, words: str) -> Block:
    """Return a block of the same kind with other words; one that cannot be typed becomes a paragraph."""
    match block:
        case Heading():
            return Heading(_edited(block.spans, words), block.level) if words else text("")
        case Paragraph():
            return Paragraph(_edited(block.spans, words), block.role)
        case Turn(speaker, _, colon) if words.startswith(speaker + colon):
            return Turn(speaker, _edited(block.spans, words[len(speaker + colon) :]), colon)
        case ListItem() if words.startswith(block.marker) and words:
            return ListItem(_edited(block.spans, words[len(block.marker) :]), block.level, block.ordered, block.marker)
        case Picture() if words.startswith(PICTURE):
            return replace(block, caption=words.removeprefix(PICTURE))
        case _:
            return text(words)


def _edited(spans: Spans, words: str) -> Spans:
    """Return spans with other words; what was typed takes the face of the text before it."""
    old = words_of(spans)
    start = next((at for at, (a, b) in enumerate(zip(old, words, strict=False)) if a != b), min(len(old), len(words)))
    rest = min(len(old), len(words)) - start
    same = next((at for at in range(rest) if old[-1 - at] != words[-1 - at]), rest)
    head, tail = _cut(spans, 0, start), _cut(spans, len(old) - same, len(old))
    typed = words[start : len(words) - same]
    if typed and head:
        head = (*head[:-1], replace(head[-1], text=head[-1].text + typed))
    elif typed:
        head = (Span(typed),)
    return _joined((*head, *tail))


def _joined(spans: Spans) -> Spans:
    """Return spans with neighbours of one face made one."""
    made: list[Span] = []
    for span in spans:
        if made and replace(made[-1], text="") == replace(span, text=""):
            made[-1] = replace(span, text=made[-1].text + span.text)
        else:
            made.append(span)
    return tuple(made)


def _cut(spans: Spans, start: int, end: int) -> Spans:
    made, at = [], 0
    for span in spans:
        words = span.text[max(0, start - at) : max(0, end - at)]
        if words:
            made.append(replace(span, text=words))
        at += len(span.text)
    return tuple(made)


class BodyEdit(QPlainTextEdit):
    """A plain text editor whose value is a body."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body: Body = ()
        self._words: str = ""

    def body(self) -> Body:
        """Return the body as edited."""
        words = typed_text(self)
        if words != self._words:
            self._body = retyped(self._body, words.split("\n")) if words else ()
            self._words = words
        return self._body

    def set_body(self, body: Body) -> None:
        """Show a body."""
        self._body, self._words = body, "\n".join(shown(body))
        fill_text(self, self._words)


KINDS[BodyEdit] = Kind("textChanged", BodyEdit.body, BodyEdit.set_body)
