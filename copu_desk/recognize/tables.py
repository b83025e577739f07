"""Unfold a table that is only a form of the minutes (会议时间 | … | 参会人员 | …) into the lines it stands for."""

import re
from dataclasses import replace
from itertools import groupby

from copu_desk.document import Block, Body, Paragraph, Span, Spans, Table, plain, spans, words_of
from copu_desk.recognize.labels import Kind, bare, label

LEAST_COLUMNS = 3
_HEADS = (["项目", "内容"], ["类别", "内容"], ["栏目", "内容"], ["项目", "说明"])  # say nothing but that a form follows
_WAYS = (
    "线上",
    "线下",
    "现场",
    "在线",
    "远程",
    "网络",
    "视频",
)  # labels elsewhere, in a form also what stands in 地点 or 方式
_ISSUED = re.compile("[0-9]日印发$")  # the last row of an imprint
_IN_A_FORM = {"会议": "会议名称"}  # what is a label only there, and what it means


def unfolded(table: Table) -> list[Block] | None:
    """Return the lines that a form stands for: `label：value` for each pair of cells; None if it is a real table.

    A row of one cell is a title, or text that goes on. At least one row must pair a known label with its value.
    """
    made: list[Block] = []
    labelled = 0
    heads = [words_of(cell).strip() for cell in table.rows[0]] if table.rows else []
    for row in table.rows[heads in _HEADS :]:
        cells = [cell for cell in row if words_of(cell).strip()]
        if len(cells) == 1 and not (len(row) > 1 and _is_label(cells[0])):
            made += split(cells[0])
            known = label(words_of(cells[0]))
            labelled += known is not None and known.kind is Kind.COPIES
            continue
        if cells and _ISSUED.search(words_of(cells[-1])):
            made += split((Span("\t".join(map(words_of, cells))),))
            labelled += 1
            continue
        pairs = _pairs(row)
        if pairs is None:
            return None
        labelled += len(pairs)
        for head, value in pairs:
            made += _line(head, value)
    return made if labelled else None


def tabbed(body: Body) -> list[Block]:
    """Return a body in which lines of three or more cells, parted by tabs, are a table where several stand in a row."""
    made: list[Block] = []
    for columns, run in groupby(body, _columns):
        blocks = list(run)
        if columns < LEAST_COLUMNS or len(blocks) < 2:  # noqa: PLR2004 - one line is no table
            made += blocks
        else:
            made.append(Table(tuple(tuple(map(spans, plain(one).strip().split("\t"))) for one in blocks), 1))
    return made


def _columns(block: Block) -> int:
    """Return how many cells a typed line has; 0 if one is empty or is a label with its colon."""
    cells = plain(block).strip().split("\t") if isinstance(block, Paragraph) and block.role == "body" else []
    return len(cells) if all(cell.strip() and not re.search("[:：]", cell) for cell in cells) else 0


def form(block: Paragraph) -> list[Block] | None:
    """Return the lines that a typed line of a form stands for, its labels and values parted by tabs; None if it is none."""
    cells = [cell for cell in plain(block).split("\t") if cell.strip()]
    return unfolded(Table((tuple(map(spans, cells)),))) if len(cells) > 1 else None


def _pairs(row: tuple[Spans, ...]) -> list[tuple[Spans, Spans]] | None:
    """Part a row into labels and values; a label may have no value, a value must have a label."""
    found: list[tuple[Spans, Spans]] = []
    open_label: Spans | None = None
    for cell in row:
        if not words_of(cell).strip():
            continue
        if open_label is None:
            if not _is_label(cell) and words_of(cell).strip() not in _WAYS:
                return None
            open_label = cell
        elif _is_label(cell):
            found.append((open_label, ()))
            open_label = cell
        else:
            found.append((open_label, cell))
            open_label = None
    return found if open_label is None else [*found, (open_label, ())]


def _is_label(cell: Spans) -> bool:
    words = "".join(words_of(cell).split())
    return words in _IN_A_FORM or (bare(words) is not None and words not in _WAYS)


def _line(label: Spans, value: Spans) -> list[Block]:
    words = "".join(words_of(label).split())
    words = _IN_A_FORM.get(words, words)
    head = words if words.endswith((":", "：")) else f"{words}："
    lines = split(value)
    if len(lines) == 1 and isinstance(lines[0], Paragraph):
        return [Paragraph((Span(head), *lines[0].spans))]
    return [Paragraph(spans(head)), *lines]


def split(words: Spans) -> list[Block]:
    """Return spans as a paragraph for each of their lines (no empty ones)."""
    made: list[list[Span]] = [[]]
    for span in words:
        first, *rest = span.text.split("\n")
        made[-1].append(replace(span, text=first))
        made += [[replace(span, text=one)] for one in rest]
    kept = (tuple(span for span in line if span.text) for line in made)
    return [Paragraph(line) for line in kept if words_of(line).strip()]
