"""Write one more day into a copy of an office's own attendance ledger, leaving everything else as it is.

openpyxl moves cells, but not what refers to them: merged cells, widths, rules, filters, print areas and formulas are
moved here. A range that ended at the last day takes the new one in, so that totals count it.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from itertools import chain
from typing import Any

from copu_desk.document import clean
from copu_desk.errors import ReadError, WriteError
from copu_desk.limits import DAMAGED, Archive
from copu_desk.sentences import Sentence

_LOST = {
    "xl/charts/": Sentence("图表"),
    "xl/media/": Sentence("图片"),
    "xl/pivotTables/": Sentence("数据透视表"),
    "xl/slicers/": Sentence("切片器"),
}
_REFERENCE = re.compile(
    r"(?P<sheet>(?:'(?:[^']|'')+'|[^\s'!:(),+\-*/&<>=^\"]+)!)?"
    r"(?P<a>\$?[A-Z]{1,3}\$?[0-9]{1,7}|\$?[A-Z]{1,3}|\$?[0-9]{1,7})(?::(?P<b>\$?[A-Z]{1,3}\$?[0-9]{1,7}|\$?[A-Z]{1,3}|\$?[0-9]{1,7}))?"
)
_WORD_BEFORE, _WORD_AFTER = re.compile(r"[\w.$\\]$"), re.compile(r"[\w(.!]")
_EPOCH = date(1899, 12, 30)  # day 0 of Excel's calendar
_CELL = re.compile(r"(\$?)([A-Z]{0,3})(\$?)([0-9]*)")


@dataclass(frozen=True, slots=True)
class Addition:
    """What is written: a day and the marks of people, at a place among the days (all counted from 0).

    `across`: the day is a column, people are rows, `head` is the row of the days; else the other way round. `at` is
    where the day stands afterwards; `insert` makes room there, moving what follows. `beside` is the day whose looks it
    takes, `first` and `last` the first and the last day there is. `words` are the day where days are written as text.
    """

    sheet: str
    across: bool
    head: int
    at: int
    insert: bool
    beside: int
    first: int
    last: int
    day: date
    words: str
    marks: Mapping[int, str]


def add(data: bytes, addition: Addition) -> tuple[bytes, tuple[Sentence, ...]]:
    """Return the ledger with the addition, and notes on what such a copy cannot hold.

    ReadError if the workbook is damaged or larger than is sound (readers.grids has looked at it before); WriteError if
    the place cannot take a column or row.
    """
    from openpyxl import load_workbook  # noqa: PLC0415 - only who writes into a ledger waits for it

    names = Archive(data).names()
    try:
        book = load_workbook(BytesIO(data))
        page = book[addition.sheet]
    except (ValueError, KeyError, TypeError, AttributeError, OSError) as error:
        raise ReadError(DAMAGED.but(program="Excel")) from error
    if addition.insert or addition.at > addition.last:
        _make_room(book, page, addition)
    _fill(page, addition)
    book.calculation.fullCalcOnLoad = True  # openpyxl keeps no computed values
    buffer = BytesIO()
    book.save(buffer)
    lost = [word for start, word in _LOST.items() if any(name.startswith(start) for name in names)]
    return buffer.getvalue(), (
        Sentence("台账里的{lost}没有带到新文件里，原来的文件还留着。", lost=lost),
    ) if lost else ()


def moved(first: int, last: int, addition: Addition) -> tuple[int, int]:
    """Return where an interval of columns (rows) lies afterwards, counted from 0, both ends included.

    What lies behind the new place moves on. An interval that ends at the last day takes a day after it in, and one that
    begins at the first day and ends among the days takes a day before it in.
    """
    at, step = addition.at, int(addition.insert)
    new_first = first + step if first >= at else first
    new_last = last + step if last >= at else last
    if at > addition.last and last == addition.last:
        new_last = at
    elif at == addition.first and first == addition.first and last <= addition.last and addition.insert:
        new_first = at
    return new_first, new_last


def _make_room(book: Any, page: Any, addition: Addition) -> None:
    if any(_crosses(table.ref, addition) for table in page.tables.values()):
        raise WriteError(
            "台账用了 Excel 的“表格”（套用表格格式），不能在里面加一次会议。请在 Excel 里把它转换为区域，再试一次。"
        )
    merged = [(str(area), _styles(page, area)) for area in page.merged_cells.ranges]
    for area, _ in merged:
        page.unmerge_cells(area)
    sizes = _sizes(page, addition)
    if addition.insert:
        (page.insert_cols if addition.across else page.insert_rows)(addition.at + 1)
    for area, styles in merged:
        _merge_again(page, _moved_area(area, addition), styles)
    _set_sizes(page, addition, sizes)
    for sheet in book.worksheets:
        for cell in chain.from_iterable(sheet.iter_rows()):
            _move_formula(cell, sheet is page, addition)
    for defined in (*book.defined_names.values(), *page.defined_names.values()):
        defined.attr_text = moved_formula(defined.attr_text, addition, at_home=False)
    _move_rules(page, addition)


def _crosses(area: str, addition: Addition) -> bool:
    first, last = _interval(area, addition)
    return first <= addition.at <= last + 1


def _interval(area: str, addition: Addition) -> tuple[int, int]:
    from openpyxl.utils import range_boundaries  # noqa: PLC0415

    left, top, right, bottom = range_boundaries(area)
    return (left - 1, right - 1) if addition.across else (top - 1, bottom - 1)


def _moved_area(area: str, addition: Addition) -> str:
    return moved_formula(area, addition, at_home=True)


def _styles(page: Any, area: Any) -> dict[tuple[int, int], Any]:
    """Return how the cells of a merged area look, below the first one too: unmerging forgets that."""
    cells = ((row, column) for row, column in area.cells)
    return {(row - area.min_row, column - area.min_col): copy(page.cell(row, column)._style) for row, column in cells}  # noqa: SLF001


def _merge_again(page: Any, area: str, styles: Mapping[tuple[int, int], Any]) -> None:
    from openpyxl.utils import range_boundaries  # noqa: PLC0415

    left, top, right, bottom = range_boundaries(area)
    page.merge_cells(area)
    rows, columns = max(row for row, _ in styles), max(column for _, column in styles)
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            like = (min(row - top, rows), min(column - left, columns))
            page.cell(row, column)._style = copy(styles[like])  # noqa: SLF001


def _sizes(page: Any, addition: Addition) -> dict[int, tuple[float | None, bool]]:
    """Return the widths of columns (heights of rows), and which are hidden, by their numbers from 0."""
    made: dict[int, tuple[float | None, bool]] = {}
    if addition.across:
        for dimension in list(page.column_dimensions.values()):
            for number in range(dimension.min or 0, min(dimension.max or 0, page.max_column + 1) + 1):
                made[number - 1] = (dimension.width, dimension.hidden)
    else:
        made = {number - 1: (one.height, one.hidden) for number, one in page.row_dimensions.items()}
    return made


def _set_sizes(page: Any, addition: Addition, sizes: Mapping[int, tuple[float | None, bool]]) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    moved_on = {number + (addition.insert and number >= addition.at): size for number, size in sizes.items()}
    if addition.beside in sizes:
        moved_on[addition.at] = (sizes[addition.beside][0], False)
    for number, (size, hidden) in sorted(moved_on.items()):
        if addition.across:
            one = page.column_dimensions[get_column_letter(number + 1)]
            one.min = one.max = number + 1
            one.width = size if size is not None else one.width
        else:
            one = page.row_dimensions[number + 1]
            one.height = size
        one.hidden = hidden


def _move_formula(cell: Any, at_home: bool, addition: Addition) -> None:
    if cell.data_type == "f" and isinstance(cell.value, str):
        cell.value = moved_formula(cell.value, addition, at_home=at_home)
    elif hasattr(cell.value, "ref") and hasattr(cell.value, "text"):  # a formula of a whole area
        cell.value.text = moved_formula(cell.value.text, addition, at_home=at_home)
        cell.value.ref = moved_formula(cell.value.ref, addition, at_home=True) if at_home else cell.value.ref
    if at_home and cell.hyperlink is not None:
        cell.hyperlink.ref = cell.coordinate


def moved_formula(formula: str, addition: Addition, *, at_home: bool) -> str:
    """Return a formula (or an area) whose references to the ledger's sheet follow what moved.

    `at_home`: references without a sheet's name mean the ledger's sheet.
    """
    parts = re.split(r'("(?:[^"]|"")*")', formula)  # words in quotes are no references
    return "".join(part if at % 2 else _moved_references(part, addition, at_home) for at, part in enumerate(parts))


def _moved_references(words: str, addition: Addition, at_home: bool) -> str:
    def follow(match: re.Match[str]) -> str:
        sheet = match["sheet"] or ""
        named = sheet[:-1].strip("'").replace("''", "'")
        before, after = words[: match.start()], words[match.end() :]
        is_word = bool(_WORD_BEFORE.search(before) or _WORD_AFTER.match(after))
        is_ours = named == addition.sheet if sheet else at_home
        if is_word or not is_ours or (match["b"] is None and not _is_cell(match["a"])):
            return match[0]
        return sheet + _moved_reference(match["a"], match["b"], addition)

    return _REFERENCE.sub(follow, words)


def _is_cell(words: str) -> bool:
    match = _CELL.fullmatch(words)
    return bool(match and match[2] and match[4])


def _moved_reference(first: str, last: str | None, addition: Addition) -> str:
    one, other = _CELL.fullmatch(first), _CELL.fullmatch(last or first)
    if one is None or other is None:
        return first
    places = [_place(match, addition) for match in (one, other)]
    if None in places:
        return first if last is None else f"{first}:{last}"
    begin, end = sorted(place for place in places if place is not None)
    if last is None:  # one cell never grows
        step = int(addition.insert and begin >= addition.at)
        return _put(one, begin + step, addition)
    is_along = _other_place(one, addition) == _other_place(other, addition) or begin < end
    step = int(addition.insert)
    begin, end = (
        moved(begin, end, addition)
        if is_along
        else (begin + step * (begin >= addition.at), end + step * (end >= addition.at))
    )
    return f"{_put(one, begin, addition)}:{_put(other, end, addition)}"


def _place(match: re.Match[str], addition: Addition) -> int | None:
    """Return the column (row) of one end of a reference from 0; None where it has none (5:5)."""
    from openpyxl.utils import column_index_from_string  # noqa: PLC0415

    if addition.across:
        return column_index_from_string(match[2]) - 1 if match[2] else None
    return int(match[4]) - 1 if match[4] else None


def _other_place(match: re.Match[str], addition: Addition) -> str:
    return str(match[4] if addition.across else match[2])


def _put(match: re.Match[str], place: int, addition: Addition) -> str:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    letters, number = (get_column_letter(place + 1), match[4]) if addition.across else (match[2], str(place + 1))
    return f"{match[1]}{letters}{match[3]}{number}"


def _move_rules(page: Any, addition: Addition) -> None:
    """Move conditional formats, validations, the filter and what is printed."""
    from openpyxl.formatting.formatting import ConditionalFormattingList  # noqa: PLC0415
    from openpyxl.worksheet.cell_range import MultiCellRange  # noqa: PLC0415

    def follow(areas: Iterable[Any]) -> str:
        return " ".join(_moved_area(str(area), addition) for area in areas)

    rules = ConditionalFormattingList()
    for one in page.conditional_formatting:
        for rule in one.rules:
            rule.formula = [moved_formula(formula, addition, at_home=True) for formula in rule.formula]
            rules.add(follow(one.sqref.ranges), rule)
    page.conditional_formatting = rules
    for validation in page.data_validations.dataValidation:
        validation.sqref = MultiCellRange(follow(validation.sqref.ranges))
        for name in ("formula1", "formula2"):
            if isinstance(formula := getattr(validation, name), str):
                setattr(validation, name, moved_formula(formula, addition, at_home=True))
    if page.auto_filter.ref:
        page.auto_filter.ref = _moved_area(page.auto_filter.ref, addition)
    if page.print_area:
        areas = str(page.print_area).replace("$", "").split(",")
        page.print_area = [_moved_area(area.rpartition("!")[2], addition) for area in areas]


def _fill(page: Any, addition: Addition) -> None:
    """Write the day and its marks, looking as the day beside it; its totals count the new day."""
    from openpyxl.formula.translate import Translator  # noqa: PLC0415

    step = int(addition.insert and addition.beside >= addition.at)
    beside = addition.beside + step
    cell: Callable[[int, int], Any] = (
        (lambda along, at: page.cell(along + 1, at + 1))
        if addition.across
        else (lambda along, at: page.cell(at + 1, along + 1))
    )
    is_new = addition.insert or addition.at > addition.last
    for along in range(page.max_row if addition.across else page.max_column):
        model, place = cell(along, beside), cell(along, addition.at)
        if type(place).__name__ == "MergedCell":
            continue
        if is_new:
            place._style = copy(model._style)  # noqa: SLF001
        if along in addition.marks:
            place.value = clean(addition.marks[along]) or None
            if place.data_type == "f":
                place.data_type = "s"
        elif along == addition.head and place.value is None:
            _write_day(place, model.value, addition)
        elif along > addition.head and model.data_type == "f" and place.value is None:
            place.value = Translator(model.value, model.coordinate).translate_formula(place.coordinate)


def _write_day(place: Any, model: Any, addition: Addition) -> None:
    """Write the day as the one beside it is: a date, the number of a date, or words."""
    if isinstance(model, str) and not model.startswith("="):
        place.value, place.data_type = clean(addition.words), "s"
    elif isinstance(model, int | float):
        place.value = (addition.day - _EPOCH).days
    else:
        place.value = datetime(addition.day.year, addition.day.month, addition.day.day)
