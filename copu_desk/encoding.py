"""Turn the bytes of a text file into words, whatever Chinese encoding they are in."""

import codecs
import re

from copu_desk.errors import ReadError
from copu_desk.sentences import Sentence

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins like UTF-16, so it is asked first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_STRANGE = re.compile(
    "[^\t-\r\x1b -~\x85\u00a0-\u00ff\u2000-\u27bf\u2e80-\u30ff\u3100-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]"
)
_MOST_STRANGE = 0.1  # share of characters
_NEARLY = 0.1  # share of characters that UTF-8 could not read, where the file was UTF-8 once

NOT_TEXT = Sentence("它不是纯文本文件。如果是 Word 或 WPS 文档，请先另存为纯文本（.txt）。")
_BROKEN = Sentence("它的编码有损坏，有些字读不出来。请用记事本打开核对，再另存为 UTF-8 编码的文本。")


def count(signs: re.Pattern[str], words: str) -> int:
    """Return how often signs stand in a text, without gathering them: all of a large file may be such."""
    return sum(1 for _ in signs.finditer(words))


def decode(data: bytes, not_text: str = NOT_TEXT) -> str:
    """Return the words of a text file.

    The encoding is told by the byte order mark, else by where NUL bytes stand (UTF-16), else it is UTF-8 or GB18030.
    ReadError if the bytes are no text (then `not_text` is what is said) or are damaged.
    """
    try:
        for mark, encoding in _MARKS:
            if data.startswith(mark):
                return data.decode(encoding)
        return _decode_wide(data, not_text) if b"\0" in data else _decode_narrow(data)
    except UnicodeDecodeError as error:
        raise ReadError(_BROKEN) from error


def _decode_wide(data: bytes, not_text: str) -> str:
    """Decode UTF-16 without a mark; NUL stands in every Latin letter and line end, on the side that tells the order.

    Both orders are tried, because 一 (U+4E00) has its NUL on the other side.
    """
    best, words = 1.0, ""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            tried = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        strange = count(_STRANGE, tried) / len(tried)
        if strange < best:
            best, words = strange, tried
    if best > _MOST_STRANGE:
        raise ReadError(not_text)
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
