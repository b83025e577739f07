"""Read the tables of a file as text: workbooks, values between delimiters, and the web pages that pose as workbooks."""

from copu_desk.encoding import decode
from copu_desk.errors import ReadError
from copu_desk.limits import ENCRYPTED, is_compound, is_encrypted
from copu_desk.readers.grids import delimited, page, workbook
from copu_desk.sentences import Sentence
from copu_desk.sheet import Grid

LARGEST = 50_000_000  # bytes
_ZIP = b"PK\x03\x04"
_NO_TABLE = Sentence("它不是表格文件。请选 .xlsx 或 .csv 文件。")


def read(data: bytes) -> tuple[Grid, ...]:
    """Return the tables of a file that hold anything; what it is, its bytes tell and not its name.

    ReadError if the file is empty, too large, damaged, or no table.
    """
    if len(data) > LARGEST:
        raise ReadError("它大于 {largest} MB，太大了。请只留下要用的工作表，再导入。", largest=LARGEST // 1_000_000)
    found = tuple(grid for grid in _grids(data) if any(map(any, grid.rows)))
    if not found:
        raise ReadError("它是空的。请选一个有内容的文件。")
    return found


def _grids(data: bytes) -> tuple[Grid, ...]:
    if is_encrypted(data):
        raise ReadError(ENCRYPTED.but(program="Excel"))
    if is_compound(data):
        raise ReadError("它是旧版 Excel 文件（.xls）。请在 Excel 或 WPS 里打开，另存为 .xlsx 再导入。")
    if data.startswith(_ZIP):
        return workbook.read(data)
    words = decode(data, _NO_TABLE).lstrip("\ufeff")
    if words.lstrip().startswith("<"):
        return page.read(words)
    return (delimited.read(words),)
