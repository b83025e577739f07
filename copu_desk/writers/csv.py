"""Write one sheet as values between commas, for programs that read nothing else."""

import csv
import io
import re

from copu_desk.document import clean
from copu_desk.sheet import Formula, Sheet

_FORMULA_LIKE = re.compile(r"'*[=+@\t-]")


def write(sheet: Sheet) -> bytes:
    """Return a sheet as .csv in UTF-8 with a mark, which Excel and WPS need to read Chinese.

    Excel takes text that begins with = + - @ for a formula, so an apostrophe is put before it.
    """
    lines = io.StringIO()
    csv.writer(lines).writerows([_text(cell.value) for cell in row] for row in sheet.rows)
    return lines.getvalue().encode("utf-8-sig")


def _text(value: object) -> str:
    if isinstance(value, Formula):
        return str(value.value)
    words = clean(str(value)) if value is not None else ""
    return "'" + words if isinstance(value, str) and _FORMULA_LIKE.match(words) else words
