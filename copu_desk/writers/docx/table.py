"""Tables as Word's XML: one fragment, since filling cells one by one takes quadratic time."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from copu_desk.document import Span, Spans, Table, TableForm, words_of
from copu_desk.measure import shares
from copu_desk.measure import width as width_of
from copu_desk.style import (
    CELL_STYLE,
    FACT_LABEL_STYLE,
    FACTS_STYLE,
    HEAD_CELL_STYLE,
    IMPRINT_STYLE,
    IMPRINT_TABLE_STYLE,
    TABLE_STYLE,
)
from copu_desk.writers.docx.runs import attribute
from copu_desk.writers.docx.template import Template

_PADDING = 420  # twips: the margins of a cell, and what Word puts between Chinese and digits
_EM = 240  # twips of a character of 12 pt
_MM = 56.7  # twips
_STYLES: dict[TableForm, str] = {"": TABLE_STYLE, "facts": FACTS_STYLE, "imprint": IMPRINT_TABLE_STYLE}
_CALLED: dict[TableForm, str] = {"": "表格", "facts": "会议信息", "imprint": "版记"}
_MOST_COLUMNS = 63  # Word takes a file with more for damaged
_LONGEST = 120  # characters of what a table is called
# At the foot of the type area of the page that holds the paragraph after it. LibreOffice lets a table this wide stand
# there only if its place across is that on the paper.
_AT_THE_FOOT = '<w:tblpPr w:vertAnchor="margin" w:horzAnchor="page" w:tblpX="{}" w:tblpYSpec="bottom"/>'


@dataclass(frozen=True, slots=True)
class _Cell:
    style: str
    spans: Spans
    width: int  # twips
    columns: int = 1
    to_the_right: bool = False


def table(block: Table, template: Template, paragraph: Callable[[str, Spans, str], str]) -> str:
    """Return a table as wide as the type area; `paragraph` makes that of a cell in a style, with properties."""
    block = _narrowed(block)
    columns = max((len(row) for row in block.rows), default=0)
    if not columns:
        return ""
    lengths = _lengths(block, columns, template.width)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in lengths)
    inside = "".join(
        _row([*_cells(block, row, lengths, at)], paragraph, at < block.header_rows, block.row_height)
        for at, row in enumerate(block.rows)
    )
    place = _AT_THE_FOOT.format(template.left) if block.form == "imprint" else ""
    head = int(block.header_rows > 0)
    return (
        f"<w:tbl><w:tblPr><w:tblStyle w:val={attribute(template.ids[_STYLES[block.form]])}/>{place}"
        f'<w:tblW w:w="{sum(lengths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{"0420" if head else "0400"}" w:firstRow="{head}" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>{_told(block, columns)}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{inside}</w:tbl>"
    )


def _narrowed(block: Table) -> Table:
    """Return a table with no more columns than Word takes: the last one has what all others say, tabs between."""
    if max(map(len, block.rows), default=0) <= _MOST_COLUMNS:
        return block
    last = _MOST_COLUMNS - 1
    rows = tuple((*row[:last], *([tuple(_joined(row[last:]))] if row[last:] else [])) for row in block.rows)
    return replace(block, rows=rows, widths=(*block.widths[:last], sum(block.widths[last:])) if block.widths else ())


def _joined(cells: Iterable[Spans]) -> Iterator[Span]:
    for number, cell in enumerate(cells):
        yield from (Span("\t"), *cell) if number else cell


def _told(block: Table, columns: int) -> str:
    """Return what is read out of a table to those who do not see it: what it is of, and its size."""
    heads = "、".join(filter(None, (words_of(cell).strip() for cell in block.rows[0]))) if block.header_rows else ""
    named = (f"{_CALLED[block.form]}：{heads}" if heads else _CALLED[block.form]).replace("\n", "")
    size = f"{len(block.rows)} 行 {columns} 列"
    return f"<w:tblCaption w:val={attribute(named[:_LONGEST])}/><w:tblDescription w:val={attribute(size)}/>"


def _lengths(block: Table, columns: int, total: int) -> list[int]:
    """Return the width of each column in twips."""
    if len(block.widths) == columns:
        return [round(total * share / sum(block.widths)) for share in block.widths]
    if block.form == "imprint":
        return [total - total // 2, total // 2][:columns] if columns <= 2 else [total // columns] * columns  # noqa: PLR2004
    rows = [(*row, *[()] * (columns - len(row))) for row in block.rows]
    longest = [max(width_of(words_of(row[column])) for row in rows) for column in range(columns)]
    return widths(longest, total)


def widths(longest: list[float], total: int) -> list[int]:
    """Share out a width (twips) among columns by their longest line (ems)."""
    return [int(share + 1e-6) for share in shares(longest, total, _EM, _PADDING)]


def _cells(block: Table, row: tuple[Spans, ...], lengths: list[int], at: int) -> list[_Cell]:
    """Return the cells of a row: a lone one of an imprint takes the whole width, a missing one is empty."""
    if block.form == "imprint":
        if len(row) == 1:
            return [_Cell(IMPRINT_STYLE, row[0], sum(lengths), len(lengths))]
        last = len(row) - 1
        return [
            _Cell(IMPRINT_STYLE, spans, width, to_the_right=place == last)
            for place, (spans, width) in enumerate(zip(row, lengths, strict=True))
        ]
    full = (*row, *[()] * (len(lengths) - len(row)))
    return [
        _Cell(_style(block, at, place), spans, width)
        for place, (spans, width) in enumerate(zip(full, lengths, strict=True))
    ]


def _style(block: Table, at: int, place: int) -> str:
    if block.form == "facts":
        return CELL_STYLE if place % 2 else FACT_LABEL_STYLE
    return HEAD_CELL_STYLE if at < block.header_rows else CELL_STYLE


def _row(cells: list[_Cell], paragraph: Callable[[str, Spans, str], str], is_head: bool, height: float) -> str:
    made = "".join(_cell(cell, paragraph) for cell in cells)
    high = f'<w:trHeight w:val="{round(height * _MM)}" w:hRule="atLeast"/>' if height and not is_head else ""
    head = "<w:tblHeader/>" if is_head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{high}{head}</w:trPr>{made}</w:tr>"


def _cell(cell: _Cell, paragraph: Callable[[str, Spans, str], str]) -> str:
    across = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    right = '<w:jc w:val="right"/>' if cell.to_the_right else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{cell.width}" w:type="dxa"/>{across}<w:vAlign w:val="center"/></w:tcPr>'
        f"{paragraph(cell.style, cell.spans, right)}</w:tc>"
    )
