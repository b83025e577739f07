"""Read the sheets of an .xlsx workbook.

What a workbook may hold is looked at before the library that reads it sees it, since that takes memory for the whole
rectangle of a sheet (one cell in the last corner would be 17 thousand million cells, and end the program) and for the
text of each cell. It gets the parts that were looked at and no others, packed anew: an archive can be made so that two
programs find different parts in it.
"""

import io
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from copu_desk.document import clean
from copu_desk.errors import ReadError
from copu_desk.limits import DAMAGED, TOO_LARGE, Archive
from copu_desk.sheet import Grid

MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 100_000, 2_000, 2_000_000
MOST_TEXT = 40_000_000  # characters of all cells
LARGEST_PARTS = 150_000_000  # bytes of XML of the parts that are read
_PLACE = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]{1,3})([0-9]+)[\"']")  # wherever it stands: an attribute may hide it
_ROW = re.compile(rb"\sr\s*=\s*[\"']\+?([0-9]+)[\"']")
# A number that is no day nor length of time, though its cell is to show one: the number of a telephone.
_AS_DAY = re.compile(rb"\ss=\"[0-9]+\"((?:\s[^<>]*)?><v>-?(?:[0-9]{10,}|[0-9.]+[Ee]\+?[0-9]{2,}))")
_WIDE = (b"\xff\xfe", b"\xfe\xff")  # UTF-16, in which no program writes a workbook
_STRING = re.compile(rb"<(?:[\w.-]+:)?si[\s/>]")
_STRINGS = "xl/sharedstrings.xml"
_UNREAD = (
    "xl/media/", "xl/drawings/", "xl/charts/", "xl/embeddings/", "xl/pivotcache/", "xl/pivottables/",
    "xl/externallinks/", "xl/theme/", "xl/calcchain.xml", "xl/printersettings/", "xl/ctrlprops/", "xl/activex/",
    "docprops/", "customxml/",
)  # fmt: skip


def read(data: bytes) -> tuple[Grid, ...]:
    """Return the sheets in order; ReadError if the workbook is damaged, encrypted, or larger than is sound."""
    try:
        sound = _sound(data)
    except ReadError as error:  # the same limits hold for documents, and their words name Word
        raise ReadError(error.sentence.but(program="Excel")) from error
    from python_calamine import CalamineError, load_workbook  # noqa: PLC0415 - only who reads a workbook waits for it

    try:
        book = load_workbook(io.BytesIO(sound))
        if len({name.lower() for name in book.sheet_names}) < len(book.sheet_names):
            raise ReadError(DAMAGED.but(program="Excel"))  # by such a name, one sheet would be read again and again
        return tuple(_grids(book))
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise ReadError(DAMAGED.but(program="Excel")) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # what the library raises where it has given up has no other name
            raise
        raise ReadError(DAMAGED.but(program="Excel")) from error


def _grids(book: Any) -> Iterator[Grid]:
    cells = letters = 0
    for name in book.sheet_names:
        grid = _grid(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False))
        cells += sum(map(len, grid.rows))
        letters += sum(len(words) for row in grid.rows for words in row)
        if cells > MOST_CELLS or letters > MOST_TEXT:
            raise ReadError(TOO_LARGE.but(program="Excel"))
        yield grid


def _sound(data: bytes) -> bytes:
    """Return a workbook with the parts alone that hold its cells; ReadError if one of them is not sound."""
    archive = Archive(data)
    if "xl/workbook.xml" not in archive:
        raise ReadError("它不是 Excel 工作簿。请在 Excel 或 WPS 里打开，另存为 .xlsx 再导入。")
    parts = {name: archive.xml(name) for name in archive.names() if _is_read(name)}  # a sheet may have any name
    if sum(map(len, parts.values())) > LARGEST_PARTS or len({name.lower() for name in parts}) < len(parts):
        raise ReadError(TOO_LARGE)
    for name, words in parts.items():
        if words.startswith(_WIDE):
            raise ReadError(DAMAGED)
        if name.lower() != _STRINGS:
            _check_reach(words)
    _check_targets(parts)
    _check_texts(parts)
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED, compresslevel=1) as packed:
        for name, words in parts.items():
            packed.writestr(name, _AS_DAY.sub(rb"\1", words))
    return made.getvalue()


def _is_read(name: str) -> bool:
    small = name.lower()
    return small.endswith((".xml", ".rels")) and not small.startswith(_UNREAD)


def _check_reach(words: bytes) -> None:
    rows = max(map(_number, _ROW.findall(words)), default=0)
    columns = 0
    for letters, number in _PLACE.findall(words):
        rows, columns = max(rows, _number(number)), max(columns, _column(letters.upper()))
    if rows > MOST_ROWS or columns > MOST_COLUMNS or rows * columns > MOST_CELLS:
        raise ReadError(TOO_LARGE)


def _number(digits: bytes) -> int:
    return int(digits) if len(digits) < 20 else MOST_ROWS + 1  # noqa: PLR2004 - no row has such a number


def _check_targets(parts: Mapping[str, bytes]) -> None:
    """Refuse a workbook in which several sheets are one and the same part: it would be read again and again."""
    targets = [
        target.replace("\\", "/").lower().lstrip("/").removeprefix("xl/")
        for name, words in parts.items()
        if name.lower() == "xl/_rels/workbook.xml.rels"
        for target in _attributes(words, "Relationship", "Target")
    ]
    sheets = list(_attributes(parts["xl/workbook.xml"], "sheet", "id"))
    if len(set(targets)) < len(targets) or len(set(sheets)) < len(sheets):
        raise ReadError(DAMAGED)


def _check_texts(parts: Mapping[str, bytes]) -> None:
    """Refuse a workbook whose cells would have too much text: a text is kept once, and any number of cells show it."""
    shared = next((words for name, words in parts.items() if name.lower() == _STRINGS), b"")
    longest = max(map(len, _STRING.split(shared)))
    cells = sum(words.count(b"<") for words in parts.values()) // 2
    if longest * cells <= MOST_TEXT:  # as in nearly all
        return
    lengths = [sum(map(len, one.itertext())) for one in _elements(shared, "si")]
    shown = 0
    for name, words in parts.items():
        for value in _elements(words, "v") if name.lower() != _STRINGS else ():
            number = (value.text or "").strip().lstrip("+0") or "0"  # also what is a plain number: that only adds
            if number.isdecimal() and len(number) < 8 and int(number) < len(lengths):  # noqa: PLR2004
                shown += lengths[int(number)]
        if shown > MOST_TEXT:
            raise ReadError(TOO_LARGE)


def _attributes(words: bytes, tag: str, name: str) -> Iterator[str]:
    for element in _elements(words, tag):
        yield from (value for key, value in element.attrib.items() if key.rpartition("}")[2] == name)


def _elements(words: bytes, tag: str) -> Iterator[Any]:
    """Yield the elements of a name (in any namespace) one after the other, each forgotten after it was looked at."""
    from lxml import etree  # noqa: PLC0415 - only who reads a workbook waits for it

    try:
        for _, element in etree.iterparse(
            io.BytesIO(words), tag=f"{{*}}{tag}", resolve_entities=False, no_network=True
        ):
            yield element
            element.clear()
    except etree.XMLSyntaxError as error:
        raise ReadError(DAMAGED) from error


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
