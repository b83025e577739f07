"""Read the sheets of an .xlsx workbook.

How far its cells reach is looked at before the library that reads them takes memory for the whole rectangle: one cell
in the last corner of a sheet would otherwise be 17 thousand million cells, and end the program.
"""

import io
import re
from datetime import date, datetime, time, timedelta
from typing import Any

from copu_desk.document import clean
from copu_desk.errors import ReadError
from copu_desk.limits import DAMAGED, TOO_LARGE, Archive
from copu_desk.sheet import Grid

MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 100_000, 2_000, 2_000_000
_PLACE = re.compile(rb"<(?:\w+:)?c\s[^>]{0,300}?\br\s?=\s?[\"']([A-Z]{1,3})([0-9]{1,7})")
_ROW = re.compile(rb"<(?:\w+:)?row\s[^>]{0,300}?\br\s?=\s?[\"']([0-9]{1,7})")
_WIDE = (b"\xff\xfe", b"\xfe\xff")  # UTF-16, in which no program writes a workbook


def read(data: bytes) -> tuple[Grid, ...]:
    """Return the sheets in order; ReadError if the workbook is damaged, encrypted, or larger than is sound."""
    try:
        _check(data)
    except ReadError as error:  # the same limits hold for documents, and their words name Word
        raise ReadError(error.sentence.but(program="Excel")) from error
    from python_calamine import CalamineError, load_workbook  # noqa: PLC0415 - only who reads a workbook waits for it

    try:
        book = load_workbook(io.BytesIO(data))
        return tuple(
            _grid(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names
        )
    except (CalamineError, OSError, ValueError) as error:
        raise ReadError(DAMAGED.but(program="Excel")) from error


def _check(data: bytes) -> None:
    archive = Archive(data)
    if "xl/workbook.xml" not in archive:
        raise ReadError("它不是 Excel 工作簿。请在 Excel 或 WPS 里打开，另存为 .xlsx 再导入。")
    for name in archive.names():  # a sheet may stand under any name
        _check_reach(archive.read(name) if name.startswith("xl/media/") else archive.xml(name))


def _check_reach(words: bytes) -> None:
    if words.startswith(_WIDE):
        raise ReadError(DAMAGED)
    rows = max(map(int, _ROW.findall(words)), default=0)
    columns = 0
    for letters, number in _PLACE.findall(words):
        rows, columns = max(rows, int(number)), max(columns, _column(letters))
    if rows > MOST_ROWS or columns > MOST_COLUMNS or rows * columns > MOST_CELLS:
        raise ReadError(TOO_LARGE)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _grid(name: str, rows: list[list[Any]]) -> Grid:
    return Grid(tuple(tuple(map(_text, row)) for row in rows), clean(name))


def _text(value: Any) -> str:
    match value:
        case str():
            return clean(value).strip()
        case bool():
            return "是" if value else "否"
        case float() if value.is_integer():
            return str(int(value))
        case datetime():
            return value.isoformat(" ", "seconds")
        case date():
            return value.isoformat()
        case time():
            return _length(timedelta(hours=value.hour, minutes=value.minute, seconds=value.second))
        case timedelta():
            return _length(value)
        case _:
            return "" if value is None else str(value)


def _length(length: timedelta) -> str:
    minutes, seconds = divmod(round(length.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
