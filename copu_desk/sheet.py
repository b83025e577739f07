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
Look = Literal["title", "note", "head", "text", "mark", "count", "rate", "day", "clock", "total", "total_rate"]
"""What a cell is; the writer decides how that looks."""


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
class Sheet:
    """One worksheet.

    The rows down to `head` (counted from 0) are headings: they and the first `fixed` columns stay in sight and are
    repeated on each printed page. Widths are in characters of Latin text, one for each column. `marks` is where marks
    of presence stand: they are coloured and only `choices` may be typed there. `filtered` puts arrows on the headings;
    `one_page_wide` shrinks the print so that no column goes to another page.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    head: int = 0
    fixed: int = 0
    marks: Area | None = None
    choices: tuple[str, ...] = ()
    filtered: bool = False
    one_page_wide: bool = True


@dataclass(frozen=True, slots=True)
class Workbook:
    """Worksheets in order, and what the file says about itself."""

    sheets: tuple[Sheet, ...]
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
