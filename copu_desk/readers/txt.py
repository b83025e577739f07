"""Read plain text of any Chinese encoding into paragraphs."""

import codecs
import re

from copu_desk.document import Body, clean, paragraphs
from copu_desk.errors import ReadError

LARGEST = 20_000_000  # bytes; the minutes of a hundred years

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins like UTF-16, so it is asked first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd\ufffe\uffff]")
_STRANGE = re.compile(
    "[^\t-\r\x1b -~\x85\u00a0-\u00ff\u2000-\u27bf\u2e80-\u30ff\u3100-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]"
)
_MOST_STRANGE = 0.1  # share of characters
_MOST_CONTROL = 0.01
_NEARLY = 0.1  # share of characters that UTF-8 could not read, where the file was UTF-8 once

_NOT_TEXT = "它不是纯文本文件。如果是 Word 或 WPS 文档，请先另存为纯文本（.txt）。"
_BROKEN = "它的编码有损坏，有些字读不出来。请用记事本打开核对，再另存为 UTF-8 编码的文本。"


def read(data: bytes) -> Body:
    """Return the lines of a text file as paragraphs, blank lines as empty ones.

    The encoding is told by the byte order mark, else by where NUL bytes stand (UTF-16), else it is UTF-8 or GB18030.
    ReadError if the file is empty, too large, not text, or damaged.
    """
    if len(data) > LARGEST:
        raise ReadError(f"文本文件大于 {LARGEST // 1_000_000} MB，不像会议纪要。请把它分成几个文件。")
    words = _decode(data)
    if len(_CONTROL.findall(words)) > max(_MOST_CONTROL * len(words), 0.5):
        raise ReadError(_NOT_TEXT)
    words = clean(words)
    if not words.strip():
        raise ReadError("它是空的。请选一个有文字的文件。")
    return paragraphs(words.removesuffix("\n"))


def _decode(data: bytes) -> str:
    try:
        for mark, encoding in _MARKS:
            if data.startswith(mark):
                return data.decode(encoding)
        return _decode_wide(data) if b"\0" in data else _decode_narrow(data)
    except UnicodeDecodeError as error:
        raise ReadError(_BROKEN) from error


def _decode_wide(data: bytes) -> str:
    """Decode UTF-16 without a mark; NUL stands in every Latin letter and line end, on the side that tells the order.

    Both orders are tried, because 一 (U+4E00) has its NUL on the other side.
    """
    best, words = 1.0, ""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            tried = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        strange = len(_STRANGE.findall(tried)) / len(tried)
        if strange < best:
            best, words = strange, tried
    if best > _MOST_STRANGE:
        raise ReadError(_NOT_TEXT)
    return words


def _decode_narrow(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        lenient = data.decode("utf-8", "replace")
        foreign = sum(sign > "\x7f" for sign in lenient)
        if lenient.count("\ufffd") <= _NEARLY * foreign:
            raise
        return data.decode("gb18030")
