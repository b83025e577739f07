"""Read Markdown (CommonMark with tables) into blocks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import unescape

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, reference
from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from copu_desk.document import (
    Block,
    Body,
    Heading,
    ListItem,
    Paragraph,
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
from copu_desk.limits import TOO_LARGE
from copu_desk.reading import Losses, Reading
from copu_desk.sentences import Sentence

LARGEST = 20_000_000  # bytes
# What is beyond these is read as plain text: the parser would take minutes or, for nested quotations, for ever.
LARGEST_PARSED = 1_000_000  # characters
LONGEST_LINE = 50_000
MOST_WORK = 10_000_000  # of all paragraphs: the squares of their signs of one kind and of their lines, two seconds
MOST_NESTED = 8  # marks of quotations or lists at the beginning of a line
_EMPTY = Sentence("它是空的。请选一个有文字的文件。")
_HIGHEST, _DEEPEST = 4, 8
_FRONT = re.compile(r"\A---[ \t]*\n(?P<lines>(?:[^\n]*\n){0,60}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_ENTRY = re.compile(r"(?P<key>[\w-]{1,40})\s*:\s*(?P<value>.*)")
_TITLES, _AUTHORS = ("title", "标题"), ("author", "作者")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_WEB = ("http:", "https:", "mailto:")
_ADDRESS = re.compile(r"\[(?!\^)[^\]]{1,200}\]:\s*<?(?:[a-z]{3,6}:|#|/|\.)", re.IGNORECASE)
_NESTED = re.compile(r"[ \t>*+\-0-9.)]{1,400}")
_A_NEST = 40
_SIGNS = "[`*_<!&|"
_MARK = re.compile(r"[>*+-]|[0-9]{1,9}[.)]")


def read(data: bytes) -> Reading:
    """Return what a Markdown file says; ReadError if it is empty, no text, damaged or larger than any essay.

    Each line of a paragraph stays a line, as the secretary typed it; numbers of lists stay as typed.
    """
    if len(data) > LARGEST:
        raise ReadError(TOO_LARGE)
    words = clean(decode(data))
    if not words.strip():
        raise ReadError(_EMPTY)
    losses = Losses()
    if not _is_sound(words):
        losses.add(Sentence("它的 Markdown 标记太多或套得太深，按纯文本带入"))
        return Reading(paragraphs(words), {}, losses.notes())
    words, about = _front(words, losses)
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST * 4}).enable("table").disable("code")
    parser.block.ruler.at("reference", _reference)
    body = _Reader(losses, words.split("\n")).read(parser.parse(words))
    if not any(plain.strip() for plain in [plain_body(body)]):
        body = paragraphs(words)
    return Reading(body, {}, losses.notes(), about.get("title", ""), about.get("author", ""))


def _is_sound(words: str) -> bool:
    """Tell whether a text may be given to the parser, whose time grows with the square of some marks in a row."""
    if len(words) > LARGEST_PARSED:
        return False
    work = lines = 0
    signs = dict.fromkeys(_SIGNS, 0)
    for line in (*words.split("\n"), ""):
        begin = _NESTED.match(line)
        nested = len(_MARK.findall(begin[0])) if begin else 0
        if len(line) > LONGEST_LINE or nested > MOST_NESTED:
            return False
        work += _A_NEST * nested**2
        if line.strip():
            lines += 1
            for sign in signs:
                signs[sign] += line.count(sign)
        else:
            work += max(signs.values()) ** 2 + lines**2
            lines, signs = 0, dict.fromkeys(_SIGNS, 0)
    return work <= MOST_WORK


def _reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take a line as the address of a link; what a footnote (`[^1]: …`) or a note (`[待办]: …`) says is text."""
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    return _ADDRESS.match(line) is not None and reference(state, start, end, silent)


def _front(words: str, losses: Losses) -> tuple[str, dict[str, str]]:
    """Part the facts that many programs write above the text between two lines `---`."""
    match = _FRONT.match(words)
    entries = [_ENTRY.fullmatch(line) for line in match["lines"].split("\n") if line.strip()] if match else []
    if not match or not entries or not all(entries):
        return words, {}
    about = {}
    for entry in filter(None, entries):
        key, value = entry["key"].lower(), entry["value"].strip().strip("\"'")
        if key in _TITLES:
            about["title"] = value
        elif key in _AUTHORS:
            about["author"] = value
        elif value:
            losses.add(Sentence("文件头的这些内容没有放进正文"), f"{entry['key']}：{value}")
    return words[match.end() :], about


@dataclass
class _Reader:
    """Walks the tokens of lines; `lists` holds, for each open list, whether it is ordered."""

    losses: Losses
    lines: list[str]
    made: list[Block] = field(default_factory=list)
    lists: list[bool] = field(default_factory=list)
    marker: str | None = None
    quotes: int = 0
    count: int = 0

    def read(self, tokens: list[Token]) -> Body:
        place = 0
        while place < len(tokens):
            token = tokens[place]
            if token.type == "table_open":
                end = next(at for at in range(place, len(tokens)) if tokens[at].type == "table_close")
                self.made.append(self._table(tokens[place:end]))
                place = end
            else:
                self._take(token, tokens[place - 1] if place else None)
            place += 1
        return tuple(self.made)

    def _take(self, token: Token, before: Token | None) -> None:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self.lists.append(token.type.startswith("ordered"))
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
            case "list_item_open":
                self.marker = f"{token.info}{token.markup}" if self.lists[-1] else ""
            case "blockquote_open":
                self.quotes += 1
            case "blockquote_close":
                self.quotes -= 1
            case "inline":
                self._add(self._spans(token), int(before.tag[1]) if before and before.type == "heading_open" else 0)
            case "fence" | "code_block":
                self.losses.add(Sentence("代码按普通段落带入"), self._next())
                self._add((Span(token.content.removesuffix("\n")),), 0)
            case "html_block":
                if words := self._bare(token.content).strip():
                    self._add((Span(words),), 0)

    def _add(self, spans: Spans, level: int) -> None:
        self.count += 1
        if not words_of(spans).strip():
            return
        if level:
            self.made.append(Heading(tuple(replace(span, bold=False) for span in spans), min(level, _HIGHEST)))
        elif self.lists and self.marker is not None:
            depth = min(len(self.lists) - 1, _DEEPEST)
            self.made.append(ListItem(spans, depth, self.lists[-1], self.marker))
            self.marker = None  # what follows within the point is a paragraph of its own
        else:
            self.made.append(Paragraph(spans, "quote" if self.quotes else "body"))

    def _table(self, tokens: list[Token]) -> Table:
        rows: list[list[Spans]] = []
        line = ""
        for token in tokens:
            if token.type == "tr_open":
                rows.append([])
                line = self.lines[token.map[0]] if token.map else ""
            elif token.type == "inline":
                rows[-1].append(self._spans(token))
            elif token.type == "tr_close":  # the parser passes over what stands beyond the columns of the first row
                rows[-1] += ((Span(words),) for words in _cells(line)[len(rows[-1]) :])
        width = max(map(len, rows))
        full = tuple((*row, *[()] * (width - len(row))) for row in rows)
        return Table(full, 1 if len(full) > 1 else 0)

    def _spans(self, token: Token) -> Spans:
        face, made = Span(""), list[Span]()
        for child in token.children or ():
            match child.type:
                case "strong_open" | "strong_close":
                    face = replace(face, bold=child.type == "strong_open")
                case "em_open" | "em_close":
                    face = replace(face, italic=child.type == "em_open")
                case "link_open":
                    address = str(child.attrGet("href") or "")
                    face = replace(face, link=clean(address) if address.lower().startswith(_WEB) else "")
                    if not face.link:
                        self.losses.add(Sentence("链接没有带进来"), "", address)
                case "link_close":
                    face = replace(face, link="")
                case "softbreak" | "hardbreak":
                    made.append(replace(face, text="\n"))
                case "image":
                    made.append(self._picture(child, face))
                case "html_inline":
                    made.append(replace(face, text=self._bare(child.content)))
                case _:
                    made.append(replace(face, text=clean(child.content)))
        return tuple(_joined(made))

    def _picture(self, token: Token, face: Span) -> Span:
        address, words = str(token.attrGet("src") or ""), clean(token.content)
        linked = address.lower().startswith(_WEB[:2])
        kind = Sentence("图片只带来了链接") if linked else Sentence("图片没有带进来，请另外插入")
        self.losses.add(kind, "", address[:200])
        return replace(face, text=f"〔图片{words}〕", link=clean(address) if linked else "")

    def _next(self) -> Sentence:
        return Sentence("第 {number} 段", number=self.count + 1)

    def _bare(self, words: str) -> str:
        """Return the words of a piece of HTML without its tags."""
        if _TAG.search(_BREAK.sub("\n", words)):
            self.losses.add(Sentence("HTML 标记没有带进来，文字保留了"), self._next())
        return clean(unescape(_TAG.sub("", _BREAK.sub("\n", words))))


def _cells(line: str) -> list[str]:
    """Return what stands between the bars of a row of a table, as typed."""
    cells = [cell.strip() for cell in escapedSplit(line.strip())]
    return cells[not cells[0] : len(cells) - (len(cells) > 1 and not cells[-1])]


def _joined(spans: list[Span]) -> Iterator[Span]:
    last: Span | None = None
    for span in spans:
        if not span.text:
            continue
        if last and replace(last, text="") == replace(span, text=""):
            last = replace(span, text=last.text + span.text)
        else:
            if last:
                yield last
            last = span
    if last:
        yield last
