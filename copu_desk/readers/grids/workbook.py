"""Read the sheets of an .xlsx workbook.

What a workbook claims to be is looked at before its library takes memory for it: one cell at the far corner of a sheet
would otherwise be 17 thousand million cells, and a few kilobytes of zip a gigabyte of zeros.
"""

import io
import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from zipfile import BadZipFile, ZipFile, ZipInfo

from copu_desk.document import clean
from copu_desk.errors import ReadError
from copu_desk.sheet import Grid

MOST_ENTRIES = 2_000
LARGEST = 100_000_000  # bytes, unpacked
MOST_RATIO = 200  # unpacked to packed
_SMALL = 1_000_000  # bytes; below it a ratio does no harm
MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 100_000, 2_000, 2_000_000
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_PLACE = re.compile(rb"<(?:\w+:)?c\s[^>]{0,300}?\br\s?=\s?[\"']([A-Z]{1,3})([0-9]{1,7})")
_ROW = re.compile(rb"<(?:\w+:)?row\s[^>]{0,300}?\br\s?=\s?[\"']([0-9]{1,7})")
_WIDE = (b"\xff\xfe", b"\xfe\xff")  # UTF-16, in which no workbook is written
_CHUNK = 1 << 20

_TOO_LARGE = "它太大了，不像一份名单。请只留下要用的工作表和行，另存为 .xlsx 再导入。"
_DAMAGED = "它不是 Excel 工作簿，或者已经损坏。请在 Excel 或 WPS 里打开，另存为 .xlsx 再导入。"


def read(data: bytes) -> tuple[Grid, ...]:
    """Return the sheets in order; ReadError if the workbook is damaged or larger than the limits above."""
    _check(data)
    from python_calamine import CalamineError, load_workbook  # noqa: PLC0415 - only who reads a workbook waits for it

    try:
        book = load_workbook(io.BytesIO(data))
        return tuple(_grid(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False))
                     for name in book.sheet_names)  # fmt: skip
    except (CalamineError, OSError, ValueError) as error:
        raise ReadError(_DAMAGED) from error


def _check(data: bytes) -> None:
    try:
        with ZipFile(io.BytesIO(data)) as packed:
            entries = packed.infolist()
            if "xl/workbook.xml" not in packed.namelist():
                raise ReadError(_DAMAGED)
            if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > LARGEST:
                raise ReadError(_TOO_LARGE)
            if any(one.file_size > _SMALL and one.file_size > MOST_RATIO * one.compress_size for one in entries):
                raise ReadError(_TOO_LARGE)
            for entry in entries:  # a sheet may stand under any name
                _check_cells(packed, entry)
    except (BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise ReadError(_DAMAGED) from error


def _check_cells(packed: ZipFile, entry: ZipInfo) -> None:
    """Refuse a sheet whose cells reach too far; memory is taken for the whole rectangle that they span."""
    rows = columns = cells = 0
    for words in _chunks(packed, entry):
        cells += len(_CELL.findall(words))
        rows = max([rows, *map(int, _ROW.findall(words))])
        for letters, number in _PLACE.findall(words):
            rows, columns = max(rows, int(number)), max(columns, _column(letters))
        if rows > MOST_ROWS or columns > MOST_COLUMNS or max(cells, rows * columns) > MOST_CELLS:
            raise ReadError(_TOO_LARGE)


def _chunks(packed: ZipFile, entry: ZipInfo) -> Iterator[bytes]:
    """Yield what is in an entry, each piece with the end of the one before it; no more than the entry claims."""
    with packed.open(entry) as file:
        rest, total = b"", 0
        while piece := file.read(_CHUNK):
            if not total and piece.startswith(_WIDE):
                raise ReadError(_DAMAGED)
            total += len(piece)
            if total > LARGEST:
                raise ReadError(_TOO_LARGE)
            yield rest + piece
            rest = piece[-700:]


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
