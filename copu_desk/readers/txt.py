"""Read plain text of any Chinese encoding into paragraphs."""

import re

from copu_desk.document import Body, clean, paragraphs
from copu_desk.encoding import NOT_TEXT, count, decode
from copu_desk.errors import ReadError

LARGEST = 20_000_000  # bytes; the minutes of a hundred years

_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd\ufffe\uffff]")
_MOST_CONTROL = 0.01


def read(data: bytes) -> Body:
    """Return the lines of a text file as paragraphs, blank lines as empty ones.

    The encoding is told by the byte order mark, else by where NUL bytes stand (UTF-16), else it is UTF-8 or GB18030.
    ReadError if the file is empty, too large, not text, or damaged.
    """
    if len(data) > LARGEST:
        raise ReadError("文本文件大于 {largest} MB，不像会议纪要。请把它分成几个文件。", largest=LARGEST // 1_000_000)
    words = decode(data)
    if count(_CONTROL, words) > max(_MOST_CONTROL * len(words), 0.5):
        raise ReadError(NOT_TEXT)
    words = clean(words)
    if not words.strip():
        raise ReadError("它是空的。请选一个有文字的文件。")
    return paragraphs(words.removesuffix("\n"))
