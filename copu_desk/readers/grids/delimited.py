"""Read values between commas, tabs, semicolons or bars."""

import csv
import io
import re

from copu_desk.document import clean
from copu_desk.errors import ReadError
from copu_desk.sheet import Grid

MOST_ROWS, MOST_CELLS = 100_000, 2_000_000
_DELIMITERS = "\t;,|"  # a tab is never part of a value; a comma often is
_CONTROL = frozenset(map(chr, (*range(9), *range(14, 32))))
_MOST_CONTROL = 0.01
_QUOTED = re.compile('"[^"]*"')
_DIGIT = re.compile(r"\d")
_BEGINNING = 50_000  # characters that tell the delimiter


def read(words: str) -> Grid:
    """Return the rows of a text; ReadError if it is no text of values or is too large."""
    if sum(sign in _CONTROL for sign in words) > _MOST_CONTROL * len(words):
        raise ReadError("它不是表格文件。请选 .xlsx 或 .csv 文件。")
    words = clean(words)
    delimiter = _delimiter(words)
    if words[:4].lower() == "sep=":  # how Excel is told of the delimiter
        words = words[words.find("\n") + 1 :]
    rows, cells = [], 0
    try:
        for row in csv.reader(io.StringIO(words), delimiter=delimiter):
            rows.append(tuple(value.strip() for value in row))
            cells += len(row)
            if len(rows) > MOST_ROWS:
                raise ReadError("它超过 {most} 万行，太大了。请只留下这次会议的行，再导入。", most=MOST_ROWS // 10_000)
            if cells > MOST_CELLS:
                raise ReadError("它超过 {most} 万格，太大了。请只留下这次会议的行，再导入。", most=MOST_CELLS // 10_000)
    except csv.Error as error:
        raise ReadError(
            "它不是用逗号或制表符分隔的表格，读不出来。请在 Excel 或 WPS 里另存为 .xlsx 再导入。"
        ) from error
    return Grid(tuple(rows))


def _delimiter(words: str) -> str:
    """Return the delimiter of the headings: they stand in a line without digits, which no line of times does."""
    lines = [line for line in _QUOTED.sub("", words[:_BEGINNING]).split("\n") if line.strip()]
    if lines and lines[0].lower().startswith("sep=") and lines[0][4:5] in tuple(_DELIMITERS):
        return lines[0][4:5]
    heads = [line for line in lines if not _DIGIT.search(line)]
    return max(
        _DELIMITERS,
        key=lambda sign: (
            max((line.count(sign) for line in heads), default=0),
            sum(line.count(sign) for line in lines),
        ),
    )
