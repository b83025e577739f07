"""The totals of a row or a column of marks, as formulas with the values computed for them."""

from dataclasses import dataclass

from copu_desk.attendance import COUNTED, Counts
from copu_desk.sheet import Cell, Formula, Look, column_name

TOTALS = ("现场", "线上", "请假", "缺席", "应到", "出席", "计算基数", "出席率")
SHARE = "线上占比"


@dataclass(frozen=True, slots=True)
class Places:
    """Where the totals of one record stand, relative to each other: side by side, or one below the other."""

    row: int
    column: int
    down: bool = False

    def of(self, word: str) -> str:
        """Return what a formula beside it calls the cell of a total."""
        at = (*TOTALS, SHARE).index(word)
        row, column = (self.row + at, self.column) if self.down else (self.row, self.column + at)
        return f"{column_name(column)}{row + 1}"


def counted(marks: str, counts: Counts, look: Look = "count") -> tuple[Cell, ...]:
    """Return the four counts of an area of marks."""
    numbers = (counts.onsite, counts.online, counts.excused, counts.absent)
    return tuple(
        Cell(Formula(f'=COUNTIF({marks},"{mark}")', number), look)
        for mark, number in zip(COUNTED, numbers, strict=True)
    )


def derived(places: Places, counts: Counts, *, total: bool = False) -> tuple[Cell, ...]:
    """Return what follows from the four counts: 应到, 出席, 计算基数, 出席率."""
    of = places.of
    look: Look = "total" if total else "count"
    rate: Look = "total_rate" if total else "rate"
    onsite, online, excused, absent = of("现场"), of("线上"), of("请假"), of("缺席")
    return (
        Cell(Formula(f"={onsite}+{online}+{excused}+{absent}", counts.expected), look),
        Cell(Formula(f"={onsite}+{online}", counts.came), look),
        Cell(Formula(f"={of('应到')}-{excused}", counts.base), look),
        _part(of("出席"), of("计算基数"), counts.rate, rate),
    )


def online_share(places: Places, counts: Counts, *, total: bool = False) -> Cell:
    """Return the part online of those who came."""
    return _part(places.of("线上"), places.of("出席"), counts.online_share, "total_rate" if total else "rate")


def _part(part: str, whole: str, value: float | None, look: Look) -> Cell:
    return Cell(Formula(f'=IF({whole}=0,"",{part}/{whole})', "" if value is None else value), look)


def summed(first: int, last: int, column: int, counts: Counts) -> tuple[Cell, ...]:
    """Return the four counts of all rows from one to another, whose counts begin in a column."""
    numbers = (counts.onsite, counts.online, counts.excused, counts.absent)
    columns = (column_name(column + at) for at in range(len(numbers)))
    return tuple(
        Cell(Formula(f"=SUM({letters}{first + 1}:{letters}{last + 1})", number), "total")
        for letters, number in zip(columns, numbers, strict=True)
    )
