"""The small language of spreadsheets: what composers of tables say, writers understand, and readers find."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal


@dataclass(frozen=True, slots=True)
class Formula:
    """A live formula (`=SUM(A1:A3)`, English function names) and the value computed for it, which previews show."""

    text: str
    value: float | str


Value = str | int | float | date | time | Formula | None
Look = Literal[
    "title", "note", "head", "day_head", "words", "text", "mark", "count", "rate", "day", "clock", "total", "total_rate"
]
"""What a cell is; the writer decides how that looks. `words` are sentences as wide as the sheet, on lines enough."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; text is always text, even if it begins with `=`."""

    value: Value = None
    look: Look = "text"


@dataclass(frozen=True, slots=True)
class Area:
    """Cells from one corner to another, rows and columns counted from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Reference:
    """Cells of a sheet, named as in the workbook."""

    sheet: str
    area: Area


@dataclass(frozen=True, slots=True)
class Line:
    """What one line, or one colour of bars, of a chart shows: a value for each label."""

    name: str
    labels: Reference
    values: Reference


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart that follows the cells: bars lie, columns stand on top of each other, lines run; sizes in pixels.

    The values are shares from 0 to 1 or (`counts`) numbers.
    """

    kind: Literal["bar", "column", "line"]
    title: str
    lines: tuple[Line, ...]
    row: int
    height: int
    width: int = 900
    counts: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet.

    The rows from `top` to `head` (counted from 0) are headings: they and the first `fixed` columns are repeated on each
    printed page, and stay in sight where they begin at the top. Widths are in characters of Latin text, one for each
    column; the height of the last heading is in points. `marks` is where marks of presence stand: they are coloured and
    only `choices` may be typed there. `filtered` puts arrows on the first row of an area; `one_page_wide` shrinks the
    print so that no column goes to another page.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    head: int = 0
    top: int = 0
    fixed: int = 0
    head_height: float = 30
    marks: Area | None = None
    choices: tuple[str, ...] = ()
    filtered: Area | None = None
    one_page_wide: bool = True
    upright: bool = False
    charts: tuple[Chart, ...] = ()


@dataclass(frozen=True, slots=True)
class Workbook:
    """Worksheets in order, names for parts of them, and what the file says about itself."""

    sheets: tuple[Sheet, ...]
    names: tuple[tuple[str, Reference], ...] = ()
    title: str = ""
    author: str = ""
    subject: str = ""
    created: datetime | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table that came in, as text; rows keep their place (the first is row 1), and may differ in length.

    Days are 2024-12-24, moments 2024-12-24 09:30:00, times of day and lengths of time 0:30:00, numbers plain.
    """

    rows: tuple[tuple[str, ...], ...]
    name: str = ""


def column_name(number: int) -> str:
    """Return the letters of a column counted from 0 (0 -> A, 26 -> AA)."""
    letters, number = "", number + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Return what a formula that does not move calls a cell counted from 0 (0, 0 -> $A$1)."""
    return f"${column_name(column)}${row + 1}"


def area_name(area: Area) -> str:
    """Return what a formula that does not move calls an area ($A$1:$B$2)."""
    return f"{cell_name(area.top, area.left)}:{cell_name(area.bottom, area.right)}"
