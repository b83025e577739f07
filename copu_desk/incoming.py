"""Read the files that minutes and essays come in; what a file is, its first bytes tell, not its name."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from errno import EINVAL
from pathlib import Path
from stat import S_ISREG

from copu_desk.errors import ReadError
from copu_desk.limits import LARGEST_FILE, is_compound, is_encrypted
from copu_desk.reading import Reading
from copu_desk.sentences import Sentence

_BEGINNING = 1024  # bytes that tell the kind
_PDF = Sentence("它是 PDF，里面没有可靠的文字次序。请用 Word 打开它（Word 能转换 PDF）后另存为 .docx，再导入。")
_WEB_ARCHIVE = Sentence("它是“单个文件网页”（.mht）。请用 Word 或浏览器打开后另存为 .docx 或 .html，再导入。")
_IMAGE = Sentence("它是图片。请打开一篇附文，把图片插入正文。")


# Each reader's library is imported when it is used: start-up stays quick, and the frozen program sees every import.


def _txt(data: bytes) -> Reading:
    from copu_desk.readers import txt

    return Reading(txt.read(data))


def _docx(data: bytes) -> Reading:
    from copu_desk.readers import docx

    return docx.read(data)


def _html(data: bytes) -> Reading:
    from copu_desk.readers import html

    return html.read_file(data)


def _md(data: bytes) -> Reading:
    from copu_desk.readers import md

    return md.read(data)


def _old(suffix: str) -> Callable[[bytes], Reading]:
    def read(data: bytes) -> Reading:
        from copu_desk.readers import docx, legacy

        if is_encrypted(data):
            return docx.read(data)  # which says that it is encrypted
        return docx.read(legacy.to_docx(data, suffix))

    return read


KINDS: dict[str, Callable[[bytes], Reading]] = {
    "docx": _docx,
    "doc": _old("doc"),
    "wps": _old("wps"),
    "rtf": _old("rtf"),
    "html": _html,
    "htm": _html,
    "md": _md,
    "markdown": _md,
    "txt": _txt,
    "text": _txt,
}
"""How the kinds of files are read, by what their names end with."""


def kind_of(data: bytes, name: str) -> str:
    """Return the kind of a file (a key of KINDS); ReadError for one that is known to be of another kind."""
    suffix = name.rpartition(".")[2].lower()
    head = data[:_BEGINNING].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"pk\x03\x04"):
        return "docx"
    if is_compound(data):
        return suffix if suffix in ("doc", "wps") else "doc"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(b"%pdf"):
        raise ReadError(_PDF)
    if head.startswith((b"\x89png", b"\xff\xd8\xff", b"gif8")):
        raise ReadError(_IMAGE)
    if head.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return "html"  # many a .doc is the page that an office system exported
    if b"mime-version:" in head and b"multipart/" in head:
        raise ReadError(_WEB_ARCHIVE)
    return suffix if suffix in ("html", "htm", "md", "markdown") else "txt" if data else suffix


def read(data: bytes, name: str) -> Reading:
    """Return what a file says; ReadError, without the file's name, if it cannot be read."""
    return KINDS[kind_of(data, name)](data) if data else _txt(data)


@contextmanager
def told(name: str) -> Iterator[None]:
    """Let an error of reading a file say of which file it speaks."""
    try:
        yield
    except ReadError as error:
        raise type(error)(Sentence("“{file}”没有导入：{why}", file=name, why=error.sentence)) from error


def whole(path: Path, largest: int) -> bytes | None:
    """Return the bytes of a file, or None if it has more than so many; OSError if it is none or cannot be read.

    What is no plain file is not opened: a pipe has nobody who writes to it, and a device no end.
    """
    found = path.stat()
    if not S_ISREG(found.st_mode):
        raise OSError(EINVAL, "no plain file")
    if found.st_size > largest:
        return None
    with path.open("rb") as file:
        data = file.read(largest + 1)  # it may have grown, and some systems say 0 of what has no end
    return data if len(data) <= largest else None


def bytes_of(path: Path, largest: int = LARGEST_FILE) -> bytes:
    """Return the bytes of a file; ReadError if it is missing, larger than allowed, or cannot be opened."""
    try:
        data = whole(path, largest)
    except FileNotFoundError as error:
        raise ReadError("找不到文件“{path}”。请检查文件名和所在的文件夹。", path=path) from error
    except (OSError, ValueError) as error:
        raise ReadError("打不开文件“{path}”。请检查是否有权限读它，或是否正被别的程序占用。", path=path) from error
    if data is None:
        raise ReadError("“{file}”太大了，无法导入。请分成几个文件。", file=path.name)
    return data
