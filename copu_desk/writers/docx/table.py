"""Tables as Word's XML: one fragment, since filling cells one by one takes quadratic time."""

from collections.abc import Callable

from copu_desk.document import Spans, Table, words_of
from copu_desk.style import CELL_STYLE, HEAD_CELL_STYLE, TABLE_STYLE
from copu_desk.writers.docx.runs import attribute
from copu_desk.writers.docx.template import Template

_PADDING = 420  # twips: the margins of a cell, and what Word puts between Chinese and digits
_HALF = 120  # twips of half a character of 12 pt
_MM = 56.7  # twips
_LAST_OF_ONE_BYTE = 0x2E7F  # signs after it are as wide as they are high


def table(block: Table, template: Template, cell: Callable[[str, Spans], str]) -> str:
    """Return a table as wide as the type area; `cell` makes the paragraph of a cell in a style."""
    columns = max((len(row) for row in block.rows), default=0)
    if not columns:
        return ""
    rows = [(*row, *[()] * (columns - len(row))) for row in block.rows]
    if len(block.widths) == columns:
        lengths = [round(template.width * share / sum(block.widths)) for share in block.widths]
    else:
        lengths = widths([max(_length(row[column]) for row in rows) for column in range(columns)], template.width)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in lengths)
    head = block.header_rows
    inside = "".join(_row(row, lengths, cell, at < head, block.row_height) for at, row in enumerate(rows))
    return (
        f"<w:tbl><w:tblPr><w:tblStyle w:val={attribute(template.ids[TABLE_STYLE])}/>"
        f'<w:tblW w:w="{sum(lengths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{inside}</w:tbl>"
    )


def widths(longest: list[int], total: int) -> list[int]:
    """Share out a width (twips) among columns by their longest line (half characters).

    Short columns get what they need, long ones share the rest; what is left over is spread in proportion.
    """
    wanted = [length * _HALF + _PADDING for length in longest]
    shares, left = [0] * len(wanted), total
    for done, column in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        shares[column] = min(wanted[column], left // (len(wanted) - done))
        left -= shares[column]
    taken = max(total - left, 1)
    return [share + left * share // taken for share in shares]


def _length(spans: Spans) -> int:
    """Return the length of the longest line of a cell in half characters."""
    return max(sum(2 if ord(sign) > _LAST_OF_ONE_BYTE else 1 for sign in line) for line in words_of(spans).split("\n"))


def _row(
    row: tuple[Spans, ...], lengths: list[int], cell: Callable[[str, Spans], str], is_head: bool, height: float
) -> str:
    style = HEAD_CELL_STYLE if is_head else CELL_STYLE
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{cell(style, spans)}</w:tc>"
        for spans, width in zip(row, lengths, strict=True)
    )
    high = f'<w:trHeight w:val="{round(height * _MM)}" w:hRule="atLeast"/>' if height and not is_head else ""
    head = "<w:tblHeader/>" if is_head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{high}{head}</w:trPr>{cells}</w:tr>"
