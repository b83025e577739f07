"""The blocks of a document as values that the page's program (resources/minutes.typ) understands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from hashlib import sha256
from itertools import pairwise
from typing import Any
from unicodedata import category

from copu_desk import style as names
from copu_desk.document import (
    Block,
    Document,
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Picture,
    Span,
    Spans,
    Table,
    TableForm,
    Turn,
    clean,
    is_signature,
    leads_out,
    words_of,
)
from copu_desk.images import is_sound, kind_of
from copu_desk.measure import fitted, shaped, shares
from copu_desk.measure import width as width_of
from copu_desk.numerals import written
from copu_desk.style import HouseStyle
from copu_desk.writers.pdf.faces import fonts_for
from copu_desk.writers.pdf.looks import Look, Looks
from copu_desk.writers.pdf.surroundings import Level, grid, levels

_STEP = 28  # points; how far a level of typed points stands further in, as in Word
_EM, _PADDING = 12, 21  # points: a character of a cell, and what a cell needs besides
_GRIDS: dict[TableForm, str] = {"": names.TABLE_STYLE, "facts": names.FACTS_STYLE, "imprint": names.IMPRINT_TABLE_STYLE}
# Signs that may stand outside the type area at the end of a line, as in Word, and whether an opening one comes next,
# which stands closer. Where one comes next that may not begin a line, the two must stay together.
_HANGING = re.compile("(?<=[、。，：；！？])(?:(?=[“‘（【《〈「『〔〖])|(?![、。，：；！？”’）】》〉」』〕〗…—～·])())")
_HANGS, _HANGS_CLOSER = "\ufdd0", "\ufdd1"  # stand behind such a sign: no text of the user's has them, see clean()
_BREAKS = "\ufdd2"  # stands where a word that is too long for its line may be broken
_MARGINS = 12  # points of a cell, at least
_UNBROKEN = re.compile("[^\\s\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff\ufdd0\ufdd1]+")
"""What lines are hardly broken in: anything but blanks, Chinese, Japanese and Korean."""
_WIDE, _JOINER = "WMm@%", "\u200d"


def look_values(look: Look) -> dict[str, Any]:
    """Return a look as values, with the fonts of this machine and the height of its lines."""
    values = asdict(look) | {"faces": fonts_for(look.latin, look.han), "pitch": look.pitch}
    return values | {"tabs": [list(tab) for tab in look.tabs]}


def run_values(look: Look, span: Span) -> dict[str, Any]:
    """Return words in a look as values."""
    return {
        "text": clean(span.text),
        "color": look.color,
        "faces": fonts_for(look.latin, look.han),
        "size": look.size,
        "tracking": look.tracking,
        "bold": look.bold or span.bold,
        "italic": look.italic or span.italic,
        "underline": look.underline or span.underline,
        "script": span.script,
        "link": span.link if leads_out(span.link) else "",
    }


class Blocks:
    """The writing of one document as values; `pictures` are those it shows, by the names of their files."""

    def __init__(self, document: Document, style: HouseStyle, known: Looks) -> None:
        self._document, self._style, self._known = document, style, known
        self.pictures: dict[str, bytes] = {}
        self._counts: list[int] = []
        self._looks: dict[tuple[str, str], Look] = {}
        page = known.page
        self._width = page.width - page.left - page.right
        self._lists = {name: levels(known, name) for name in (names.BULLET_STYLE, names.NUMBER_STYLE)}
        self._grids = {form: asdict(grid(known, name)) for form, name in _GRIDS.items()}

    def all(self) -> Iterator[dict[str, Any]]:
        """Return the values of all blocks in order; each carries the number by which it is found on the page."""
        last: Block | None = None
        for at, (block, after) in enumerate(pairwise((*self._document.blocks, PageBreak()))):
            if not isinstance(block, ListItem) or block.marker:
                self._counts = []
            if isinstance(last, Table) and isinstance(block, Table):
                yield self._paragraph("Normal", ())  # as in Word, where two tables in a row would become one
            for part, made in enumerate(self._block(block)):
                if is_signature(after) and "look" in made:
                    made["look"]["keep_next"] = True
                yield made if part else _spotted(made, at)
            last = block

    def _block(self, block: Block) -> Iterator[dict[str, Any]]:
        match block:
            case Paragraph():
                yield self._said(block)
            case Heading():
                yield self._paragraph(names.HEADING_STYLES[min(block.level, 4) - 1], block.spans)
            case Turn():
                turn = self._paragraph(names.TURN_STYLE, block.spans)
                speaker = self._run(Span(block.speaker + block.colon), names.TURN_STYLE, names.SPEAKER_STYLE)
                yield turn | {"runs": [speaker, *turn["runs"]]}
            case ListItem():
                yield self._list_item(block)
            case Table() if any(block.rows):
                yield self._table(block)
            case Picture():
                yield self._picture(block)
                if block.caption:
                    yield self._paragraph(names.CAPTION_STYLE, (Span(block.caption),))
            case PageBreak():
                yield {"kind": "break"}
            case Table():
                return

    def _look(self, name: str, character: str = "") -> Look:
        if (name, character) not in self._looks:
            under = self._known.of(name)
            self._looks[name, character] = self._known.of(character, under) if character else under
        return self._looks[name, character]

    def _said(self, block: Paragraph) -> dict[str, Any]:
        """Return a paragraph; the mark shrinks to the width of the text, long titles are broken into a good shape."""
        name, spans = names.STYLE_NAMES[block.role], block.spans
        look = self._look(name)
        if block.role in ("title", "essay_title") and self._style.shape_titles and len(spans) == 1:
            spans = (replace(spans[0], text=shaped(spans[0].text, self._width / look.size)),)
        made = self._paragraph(name, spans, label=block.role in names.LABELLED)
        if block.role == "mark":
            size = int(fitted(words_of(spans), look.size, self._width) * 2) / 2  # Word knows half points
            small = replace(look, size=size, line=look.line if look.pitch_is_factor else look.line * size / look.size)
            made["look"] = look_values(small)
            made["runs"] = [run_values(small, span) for span in spans]
        return made

    def _paragraph(self, name: str, spans: Spans, *, label: bool = False) -> dict[str, Any]:
        labelled = label and len(spans) > 1 and spans[0].bold
        runs = [
            self._run(span, name, names.LABEL_STYLE if labelled and not at else "") for at, span in enumerate(spans)
        ]
        look = self._look(name)
        made = {"kind": "paragraph", "style": name, "look": look_values(look), "runs": runs}
        _let_break(made, self._width)
        return _with_hanging_signs(made) if look.hanging and look.align == "both" and not look.tabs else made

    def _run(self, span: Span, paragraph: str, character: str = "") -> dict[str, Any]:
        if not character and leads_out(span.link):
            return run_values(self._look(paragraph, names.LINK_STYLE), span)
        return run_values(self._look(paragraph, character), replace(span, bold=False) if character else span)

    def _list_item(self, item: ListItem) -> dict[str, Any]:
        if item.marker:
            made = self._paragraph(names.TYPED_STYLE, (Span(item.marker), *item.spans))
            made["look"] |= {"left": item.level * _STEP} if item.level else {}
            return made
        known = (self._counts + [0] * (item.level + 1))[: item.level + 1]
        self._counts = [*known[:-1], known[-1] + 1 if item.ordered else 0]
        name = names.NUMBER_STYLE if item.ordered else names.BULLET_STYLE
        of_list = self._lists[name]
        level = of_list[min(item.level, 8)]
        made = self._paragraph(name, item.spans)
        made["look"] |= {"left": level.left, "first": -level.hanging}
        sign = self._sign(level.sign, of_list) if item.ordered else level.sign or "•"
        return made | {"sign": run_values(self._look(name), Span(sign))}

    def _sign(self, pattern: str, of_list: Sequence[Level]) -> str:
        def count(found: re.Match[str]) -> str:
            level = int(found[1]) - 1
            return written(max(1, self._counts[level]) if level < len(self._counts) else 1, of_list[level].form)

        return re.sub(r"%([1-9])", count, pattern or f"%{len(self._counts)}.")

    def _table(self, table: Table) -> dict[str, Any]:
        columns = max(map(len, table.rows))
        rows = [[*self._cells(table, at, row, columns)] for at, row in enumerate(table.rows)]
        widths = self._widths(table, columns)
        for cells in rows:
            for cell, share in zip(cells, widths, strict=False):
                _let_break(cell, self._width * share / sum(widths) - _MARGINS)
        return {
            "kind": "table",
            "widths": widths,
            "whole": [self._stays_whole(cells, widths) for cells in rows],
            "head": min(table.header_rows, len(rows)),
            "height": table.row_height,
            "rows": rows,
            "grid": self._grids[table.form],
            "foot": table.form == "imprint",
        }

    def _cells(self, table: Table, at: int, row: tuple[Spans, ...], columns: int) -> Iterator[dict[str, Any]]:
        """Return the cells of a row; a lone one of an imprint takes the whole width, its last one stands right."""
        if table.form == "imprint" and len(row) == 1:
            yield self._paragraph(names.IMPRINT_STYLE, row[0]) | {"columns": columns}
            return
        for place, spans in enumerate((*row, *[()] * (columns - len(row)))):
            made = self._paragraph(_cell_style(table, at, place), spans)
            if table.form == "imprint" and place == columns - 1:
                made["look"] |= {"align": "right"}
            yield made

    def _stays_whole(self, cells: list[dict[str, Any]], widths: list[float]) -> bool:
        """Return whether a row goes to the next page as a whole, as in Word; one that would fill a page does not."""
        page, total = self._known.page, sum(widths)
        for cell, share in zip(cells, widths, strict=False):
            look, said = cell["look"], "".join(run["text"] for run in cell["runs"])
            signs = max(1, self._width * share / total / look["size"] - 2)  # of a line; the margins take some
            lines = sum(width_of(line) // signs + 1 for line in said.split("\n"))
            if lines * look["pitch"] > (page.height - page.top - page.bottom) / 2:
                return False
        return True

    def _widths(self, table: Table, columns: int) -> list[float]:
        """Return the widths of columns as shares, as the Word file has them."""
        if len(table.widths) == columns:
            return list(table.widths)
        if table.form == "imprint":
            return [1.0] * columns
        rows = [(*row, *[()] * (columns - len(row))) for row in table.rows]
        longest = [max(width_of(words_of(row[column])) for row in rows) for column in range(columns)]
        return shares(longest, self._width, _EM, _PADDING)

    def _picture(self, picture: Picture) -> dict[str, Any]:
        data = self._document.images.get(picture.image, b"")
        kind = kind_of(data)
        words = f"[图片{'：' + picture.alt if picture.alt else ''}]"
        made = self._paragraph(names.PICTURE_STYLE, (Span(words),))  # what stands there if it cannot be drawn
        if kind == "bmp" or not is_sound(data):  # typst knows no BMP, and takes all memory for what is too large
            return made
        # Not by its own name: in a library that somebody else made it may be any path.
        name = f"{sha256(picture.image.encode()).hexdigest()}.{kind}"
        self.pictures[name] = data
        alt = clean(picture.alt or picture.caption)
        return made | {
            "kind": "picture",
            "file": name,
            "width": picture.width,
            "alt": alt,
            "keep": bool(picture.caption),
        }


def _let_break(made: dict[str, Any], room: float) -> None:
    """Let those words of a paragraph be broken anywhere that are wider than its room (points): addresses, mostly."""
    look = made["look"]
    signs = (room - look["left"] - look["right"]) / max(look["size"], 1)

    def broken(found: re.Match[str]) -> str:
        word = found[0]
        if len(word) <= max(signs, 1):  # no sign is wider than an em
            return word
        wide = sum(map(word.count, _WIDE)) / 4 + sum(map(str.isupper, word)) / 4
        if width_of(word) + wide <= signs:
            return word
        return word[0] + "".join(sign if _belongs(before, sign) else _BREAKS + sign for before, sign in pairwise(word))

    for run in made["runs"]:
        run["text"] = _UNBROKEN.sub(broken, run["text"])


def _belongs(before: str, sign: str) -> bool:
    """Whether a sign makes one with that before it: accents, joined emoji, places already told."""
    is_joined = category(sign)[0] == "M" or category(sign) in ("Cf", "Sk")
    return is_joined or before in (_JOINER, _BREAKS) or sign == _BREAKS


def _with_hanging_signs(made: dict[str, Any]) -> dict[str, Any]:
    """Return a paragraph whose runs tell the signs that may hang, seen over the borders of runs."""
    behind = ""
    for one in reversed(made["runs"]):
        if not one["script"]:
            words = one["text"]
            told = _HANGING.sub(lambda found: _HANGS_CLOSER if found[1] is None else _HANGS, words + behind)
            one["text"] = told.removesuffix(_HANGS).removesuffix(behind) if behind else told
            behind = words[:1] or behind
    return made


def _spotted(made: dict[str, Any], at: int) -> dict[str, Any]:
    """Return a block with the number by which it is found again on the page, and so the cells of a table."""
    if made["kind"] == "table":
        for row, cells in enumerate(made["rows"]):
            for column, cell in enumerate(cells):
                cell["at"] = [at, row, column, cell["look"]["pitch"]]
    return made | {"at": [at, -1, -1, made["look"]["pitch"] if "look" in made else 0]}


def _cell_style(table: Table, row: int, column: int) -> str:
    if table.form == "imprint":
        return names.IMPRINT_STYLE
    if table.form == "facts" and column % 2 == 0:
        return names.FACT_LABEL_STYLE
    return names.HEAD_CELL_STYLE if row < table.header_rows else names.CELL_STYLE
