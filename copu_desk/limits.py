"""How much of a file from outside is read at all: what is checked before a parser may see it.

Office files are zip archives, whose few bytes can hold gigabytes. The limits are far above any minutes, essay or
workbook of an office, and low enough that what passes is read within seconds and some hundred megabytes.
"""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any, TypeVar
from zipfile import BadZipFile, LargeZipFile, ZipFile

from copu_desk.errors import ReadError
from copu_desk.sentences import Sentence

T = TypeVar("T")

LARGEST_FILE = 100_000_000  # bytes of a file
LARGEST_ORIGINALS = 100_000_000  # bytes of all files kept with a meeting; its data file holds them as base64
MOST_LISTED = 5_000  # people of a list that comes into the roster
MOST_MARKS = 200_000  # people times days of an office's own ledger: a hundred of them for forty years of weeks
LARGEST_PICTURE = 20_000_000  # bytes of a picture that is taken into a text
MOST_PARTS = 4_000  # entries of an archive
LARGEST_WHOLE = 400_000_000  # bytes of all entries together: pictures are stored as they are
LARGEST_XML = 60_000_000  # bytes of one part of XML
HIGHEST_RATIO = 250  # how many bytes come out of one; Word's most uniform tables reach 100
RATIO_FROM = 2_000_000  # bytes from which on the ratio counts
MOST_TAGS = 1_200_000  # in one part of XML, both ends of each element counted
LONGEST_PAGE = 20_000_000  # characters of a page of HTML
MOST_PAGE_TAGS = 120_000  # of HTML
DEEPEST_PAGE = 400  # elements within each other
LONGEST_TAG = 2_000_000  # characters of one tag of HTML with its attributes

TOO_LARGE = Sentence(
    "它展开后太大，不像会议资料，没有打开。请用 {program} 或 WPS 打开看看，把需要的部分另存成一个小一些的文件。",
    program="Word",
)
DAMAGED = Sentence("它已经损坏，打不开。请用 {program} 或 WPS 打开后另存一份，再导入。", program="Word")
ENCRYPTED = Sentence("它加了密码。请先在 {program} 或 WPS 里打开，去掉密码后另存一份，再导入。", program="Word")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of .doc, .xls and of encrypted office files
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")


class Archive:
    """The parts of an office file, each checked before it is unpacked."""

    def __init__(self, data: bytes) -> None:
        """Open the archive; ReadError if it is none, is encrypted, or holds more than is sound."""
        if is_compound(data):
            raise ReadError(ENCRYPTED if is_encrypted(data) else DAMAGED)
        if len(data) > LARGEST_FILE:
            raise ReadError(TOO_LARGE)
        try:
            self._zip = ZipFile(BytesIO(data))
            entries = self._zip.infolist()
        except (BadZipFile, LargeZipFile, ValueError, OSError, EOFError, NotImplementedError, OverflowError) as error:
            raise ReadError(DAMAGED) from error
        self._sizes = {entry.filename: entry.file_size for entry in entries}
        self._made: dict[tuple[str, object], Any] = {}
        unpacked = sum(entry.file_size for entry in entries)
        if len(entries) > MOST_PARTS or unpacked > LARGEST_WHOLE:
            raise ReadError(TOO_LARGE)
        if any(
            entry.file_size > RATIO_FROM and entry.file_size > HIGHEST_RATIO * entry.compress_size for entry in entries
        ):
            raise ReadError(TOO_LARGE)
        if any(entry.flag_bits & 1 for entry in entries):
            raise ReadError(ENCRYPTED)

    def __contains__(self, name: str) -> bool:
        return name in self._sizes

    def names(self) -> list[str]:
        """Return the names of all parts."""
        return list(self._sizes)

    def read(self, name: str, largest: int = LARGEST_WHOLE) -> bytes:
        """Return the bytes of a part; ReadError if it is missing, damaged, or larger than allowed."""
        if name not in self._sizes:
            raise ReadError(DAMAGED)
        if self._sizes[name] > largest:
            raise ReadError(TOO_LARGE)
        try:
            return self._zip.read(name)
        except Exception as error:  # zlib, lzma and bz2 have errors of their own, and the archive may name any of them
            raise ReadError(DAMAGED) from error

    def once(self, name: str, make: Callable[[bytes], T]) -> T:
        """Return what is made of a part, once however often it is referred to; ReadError as for `read`."""
        key = (name, make)
        if key not in self._made:
            self._made[key] = make(self.read(name))
        made: T = self._made[key]
        return made

    def xml(self, name: str) -> bytes:
        """Return the bytes of a part of XML that is safe to parse; ReadError for one that is not."""
        data = self.read(name, LARGEST_XML)
        check_xml(data)
        return data


def check_xml(data: bytes) -> None:
    """Check a part of XML before it is parsed; ReadError if it is larger than is sound, or defines entities."""
    if len(data) > LARGEST_XML or data.count(b"<") > MOST_TAGS or data.count(b"\0") > MOST_TAGS:
        raise ReadError(TOO_LARGE)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:  # no office program writes them
        raise ReadError(DAMAGED)


def is_compound(data: bytes) -> bool:
    """Tell whether a file is of the kind of old Word documents (.doc, .wps) and of encrypted ones."""
    return data.startswith(_COMPOUND)


def is_encrypted(data: bytes) -> bool:
    """Tell whether an old container holds an encrypted office file."""
    return is_compound(data) and _ENCRYPTED_STREAM in data


_TAG = re.compile("<(/?)([A-Za-z][A-Za-z0-9:-]*)")
_SINGLE = frozenset(  # never closed, or often left open
    [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "td", "th", "tr", "dt", "dd", "option",
    ]
)  # fmt: skip


def check_page(words: str) -> None:
    """Check a page of HTML before it is parsed; ReadError if it is larger or nested deeper than any page."""
    if len(words) > LONGEST_PAGE:
        raise ReadError(TOO_LARGE)
    depth = 0
    for tags, match in enumerate(_TAG.finditer(words)):
        if match[2].lower() not in _SINGLE:
            depth = max(depth + (-1 if match[1] else 1), 0)
        if tags > MOST_PAGE_TAGS or depth > DEEPEST_PAGE:
            raise ReadError(TOO_LARGE)
    if longest_between(words, "<", ">") > LONGEST_TAG:
        raise ReadError(TOO_LARGE)


def longest_between(words: str, begin: str, end: str) -> int:
    """Return the length of the longest stretch from a sign to the next end sign (to the end of the text, if none)."""
    longest, place = 0, words.find(begin)
    while place >= 0:
        stop = words.find(end, place)
        longest = max(longest, (stop if stop >= 0 else len(words)) - place)
        place = words.find(begin, stop) if stop >= 0 else -1
    return longest
