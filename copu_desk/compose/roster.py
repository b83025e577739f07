"""The roster as a worksheet, from which it can be read back."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from copu_desk import roster
from copu_desk.model import Person
from copu_desk.sheet import Area, Cell, Sheet, Workbook

_WIDTHS = {"name": 12, "organization": 26, "title": 18, "capacity": 8, "aliases": 18, "pinyin": 18, "note": 24}
_SERIES_WIDTH = 40


def compose(people: Sequence[Person], series: Mapping[str, str], created: datetime | None = None) -> Workbook:
    """Return a row for each person in rank order; `series` are the names of the series by their ids."""
    head = tuple(Cell(word, "head") for word in roster.FIELD_WORDS.values())
    rows = tuple(tuple(Cell(roster.shown(person, field, series)) for field in roster.FIELD_WORDS) for person in people)
    widths = tuple(float(_WIDTHS.get(field, _SERIES_WIDTH)) for field in roster.FIELD_WORDS)
    whole = Area(0, 0, len(rows), len(head) - 1)
    sheet = Sheet("人员名册", (head, *rows), widths, fixed=1, filtered=whole)
    return Workbook((sheet,), title="人员名册", created=created)
