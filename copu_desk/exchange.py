"""Bring files in and send files out: the one table of formats."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from threading import Lock
from types import ModuleType
from typing import TYPE_CHECKING

from copu_desk import incoming
from copu_desk.document import NO_STAMP, Stamp
from copu_desk.errors import ReadError, WriteError
from copu_desk.file_names import safe_name
from copu_desk.model import Meeting, OriginalKind, Person, Series
from copu_desk.reading import NO_FILE, File
from copu_desk.sentences import Sentence
from copu_desk.style import HouseStyle

if TYPE_CHECKING:
    from copu_desk.bundle import Bundle
    from copu_desk.compose.lines import Line
    from copu_desk.document import Block, Body, Document
    from copu_desk.reading import Reading, Returned
    from copu_desk.sheet import Grid
    from copu_desk.writers.pdf.faces import Use
    from copu_desk.writers.pdf.press import Pages, Press

LARGEST_IMPORT = 200_000_000  # bytes
TABLES = ("xlsx", "csv", "txt", "tsv")  # how the names of files with a table of people end


@dataclass(frozen=True, slots=True)
class Material:
    """All that one meeting's export may need; paper is one of PAPERS, item the agenda item (its id) of an excerpt.

    `originals` are the bytes of the meeting's originals by their digests. A folder holds what `without_internal` takes
    away only with `internal`.
    """

    meeting: Meeting
    series: Series
    style: HouseStyle
    people: tuple[Person, ...] = ()
    images: Mapping[str, bytes] = field(default_factory=dict)
    created: datetime | None = None
    paper: str = "minutes"
    item: str = ""
    stamp: Stamp = NO_STAMP
    originals: Mapping[str, bytes] = field(default_factory=dict)
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that can be made of a meeting: what the secretary calls it, and its lines with their places."""

    label: Sentence
    document: Callable[[Material], "Document"]
    trace: Callable[[Material], "tuple[Line, ...]"]


@dataclass(frozen=True, slots=True)
class Export:
    """A format that goes out: what the secretary calls it, and how it is made."""

    label: Sentence
    make: Callable[[Material], bytes]


@dataclass(frozen=True, slots=True)
class Incoming:
    """Meetings that came in: what they are made of; for each the series as written, what was unsure, and its text.

    `file` is what they were read from; for a data file it is none: all that it says is in the meetings.
    """

    bundle: "Bundle"
    series_names: tuple[str, ...] = ()
    notes: tuple[tuple[Sentence, ...], ...] = ()
    sources: "tuple[Body, ...]" = ()
    file: File = NO_FILE

    @property
    def kind(self) -> OriginalKind:
        """What the file is kept as."""
        return OriginalKind.COLLECTION if len(self.bundle.meetings) > 1 else OriginalKind.MINUTES


# Each format's own library is imported when the format is used: start-up stays quick, and the frozen program still
# sees every import.


def _minutes(material: Material) -> "Document":
    from copu_desk.compose import minutes

    return minutes.compose(material.meeting, material.series, material.style, material.images, created=material.created)


def _minutes_traced(material: Material) -> "tuple[Line, ...]":
    from copu_desk.compose import minutes

    return minutes.trace(material.meeting, material.series, material.style)


def _only(material: Material) -> Material:
    from copu_desk.compose import excerpt

    return replace(
        material,
        meeting=excerpt.only(material.meeting, material.item, material.series, material.style),
        paper="minutes",
    )


def _notice(material: Material) -> "Document":
    from copu_desk.compose import notice

    return notice.compose(material.meeting, material.series, material.style, material.created)


def _notice_traced(material: Material) -> "tuple[Line, ...]":
    from copu_desk.compose import notice

    return notice.trace(material.meeting, material.series, material.style, material.created)


PAPERS = {
    "minutes": Paper(Sentence("纪要"), _minutes, _minutes_traced),
    "excerpt": Paper(
        Sentence("纪要摘录"),
        lambda material: _minutes(_only(material)),
        lambda material: _minutes_traced(_only(material)),
    ),
    "notice": Paper(Sentence("会议通知"), _notice, _notice_traced),
}


def document(material: Material) -> "Document":
    """Return the document that the material's paper is; WriteError if there is no such paper."""
    if material.paper not in PAPERS:
        raise WriteError("没有“{paper}”这种文书。可以用：{papers}。", paper=material.paper, papers=list(PAPERS))
    return replace(PAPERS[material.paper].document(material), stamp=material.stamp)


def _docx(material: Material) -> bytes:
    from copu_desk.writers import docx

    return docx.write(document(material), material.style)


_instead: dict[str, str] = {}
_choosing = Lock()  # pages are set in several threads, and none may bring an older choice back


def choose_fonts(instead: Mapping[str, str]) -> None:
    """Have this machine draw with other fonts (values) where it lacks those that a style names (keys)."""
    with _choosing:
        _instead.clear()
        _instead.update(instead)


def _faces() -> "ModuleType":
    from copu_desk.writers.pdf import faces

    with _choosing:
        faces.choose(_instead)
    return faces


def _pdf(material: Material) -> bytes:
    from copu_desk.writers import pdf

    _faces()
    return pdf.write(document(material), material.style)


def _txt(material: Material) -> bytes:
    from copu_desk.writers import txt

    return txt.write(document(material), material.style)


def _html(material: Material) -> bytes:
    from copu_desk.writers import html

    return html.write(document(material), material.style)


def _md(material: Material) -> bytes:
    from copu_desk.writers import md

    return md.write(document(material), material.style)


def _eml(material: Material) -> bytes:
    from copu_desk.compose import letter
    from copu_desk.writers import eml

    written = letter.compose(document(material).title, material.meeting, material.series, material.style)
    name = safe_name(written.title)
    return eml.write(written.subject, written.text, {f"{name}.docx": _docx(material), f"{name}.pdf": _pdf(material)})


def _json(material: Material) -> bytes:
    from copu_desk import bundle

    meeting = replace(material.meeting, scratch="")  # private: it never goes out
    known = {attendee.person for attendee in meeting.attendees}
    people = tuple(person for person in material.people if person.id in known)
    return bundle.write(bundle.Bundle((meeting,), people, (material.series,), material.images, material.originals))


def _read_minutes(data: bytes, name: str, held_on: date | None, needs_day: bool) -> Incoming:
    """Recognise the meetings in a file; what its reader could not carry over is told with the first of them."""
    from copu_desk.bundle import Bundle
    from copu_desk.recognize import minutes

    reading = incoming.read(data, name)
    body = reading.with_head() if incoming.kind_of(data, name) in ("md", "markdown") else reading.body
    found = minutes.meetings(body, name, held_on, needs_day=needs_day)
    return Incoming(
        Bundle(tuple(one.meeting for one in found), images=reading.images),
        tuple(one.series for one in found),
        tuple(one.notes + (() if row else reading.notes) for row, one in enumerate(found)),
        tuple(one.source for one in found),
    )


def _read_json(data: bytes, _name: str, _held_on: date | None, _needs_day: bool) -> Incoming:
    from copu_desk import bundle

    return Incoming(bundle.read(data))


EXPORTS = {
    "docx": Export(Sentence("Word 纪要"), _docx),
    "pdf": Export(Sentence("PDF"), _pdf),
    "html": Export(Sentence("网页（可贴进公众号）"), _html),
    "md": Export(Sentence("Markdown"), _md),
    "txt": Export(Sentence("纯文本"), _txt),
    "eml": Export(Sentence("邮件草稿（附纪要）"), _eml),
    "json": Export(Sentence("数据文件（可再导入）"), _json),
}
IMPORTS: dict[str, Callable[[bytes, str, date | None, bool], Incoming]] = {
    **dict.fromkeys(incoming.KINDS, _read_minutes),
    "json": _read_json,
}
"""How the formats that come in are understood (with the file's name, the day if it is known, and if one must be)."""
ORIGINAL_KINDS = frozenset((*incoming.KINDS, *TABLES, "xls"))
"""How the names of files end from which something of a meeting can be imported."""


FOLDER = "folder"  # in the place of a format: all files of a meeting
WHOLE = ("json", FOLDER)  # what always holds the whole meeting
KINDS = {kind: one.label for kind, one in EXPORTS.items()} | {FOLDER: Sentence("会议文件夹")}
"""All that a meeting may go out as, and what the secretary calls it."""


@dataclass(frozen=True, slots=True)
class Preview:
    """The pages of a paper as they are printed, and its lines with the places in the meeting that they show."""

    pages: "Pages"
    lines: "tuple[Line, ...]"


def press() -> "Press":
    """Return a press for `preview`: it sets again only what has changed, and belongs to one thread."""
    from copu_desk.writers.pdf.press import Press

    return Press()


def preview(material: Material, on: "Press") -> Preview:
    """Return the pages of a paper, set on a press; StyleError for a broken template, WriteError if that fails."""
    from copu_desk.writers import pdf

    _faces()
    return Preview(pdf.set_pages(document(material), material.style, on), PAPERS[material.paper].trace(material))


def font_uses(style: HouseStyle) -> "tuple[Use, ...]":
    """Return the fonts that a house style asks for, and what this machine draws; StyleError if it is broken."""
    made: tuple[Use, ...] = _faces().uses(style)
    return made


def font_families() -> tuple[str, ...]:
    """Return the names of the fonts of this machine that pages can be set in."""
    made: tuple[str, ...] = _faces().families()
    return made


def to_html(blocks: "Iterable[Block]", images: Mapping[str, bytes]) -> str:
    """Return blocks as a part of a page, for the clipboard."""
    from copu_desk.writers import html

    return html.fragment(blocks, images)


def from_html(words: str) -> "Reading":
    """Return what the part of a page that the clipboard holds says; ReadError if it is larger than any page."""
    from copu_desk.readers import html

    return html.read_clip(words)


def export(material: Material, kind: str) -> bytes:
    """Return a meeting in one of the formats of EXPORTS; WriteError for another or one without the paper."""
    check_kind(kind)
    check_paper((kind,), material.paper)
    return EXPORTS[kind].make(material)


def check_kind(kind: str) -> None:
    """Raise WriteError for a format that is none of EXPORTS, with all that can be asked for."""
    if kind not in EXPORTS:
        raise WriteError("不能导出“{kind}”格式。可以用：{exports}。", kind=kind, exports=list(KINDS))


def check_paper(kinds: Iterable[str], paper: str) -> None:
    """Raise WriteError for formats that always hold the whole meeting, if another paper than the minutes is wanted."""
    whole = [KINDS[kind] for kind in kinds if kind in WHOLE]
    if paper != "minutes" and whole:
        raise WriteError("{whole}里总是整次会议。请换用别的格式，或导出纪要。", whole=whole)


def pages(material: Material, ppi: int) -> tuple[bytes, ...]:
    """Return the pages of the material's paper as PNG pictures of so many pixels an inch: what is printed on paper."""
    from copu_desk.writers import pdf

    _faces()
    return pdf.pages(document(material), material.style, ppi)


def read(path: Path, held_on: date | None = None, *, needs_day: bool = True) -> Incoming:
    """Read the meetings of a file; held_on is the day where the text names none.

    ReadError if the file is missing, too large, of an unknown kind, or not understood; also if a meeting's day is not
    known, unless none is needed yet (then it is `recognize.minutes.UNKNOWN_DAY`).
    """
    kind = path.suffix[1:].lower()
    if kind not in IMPORTS:
        raise ReadError(
            "不能读“{file}”这种文件。可以导入：{listed}。", file=path.name, listed=["." + name for name in IMPORTS]
        )
    data = incoming.bytes_of(path, LARGEST_IMPORT)
    with incoming.told(path.name):
        found = IMPORTS[kind](data, path.name, held_on, needs_day)
    return found if kind == "json" else replace(found, file=File(path.name, data))


def read_essay(path: Path) -> "Reading":
    """Read a file as one text: what it says, its pictures, and what could not be carried over; ReadError as `read`."""
    if path.suffix[1:].lower() not in incoming.KINDS:
        kinds = [f".{name}" for name in incoming.KINDS]
        raise ReadError("不能把“{file}”读成附文。可以导入：{kinds}。", file=path.name, kinds=kinds)
    data = incoming.bytes_of(path)
    with incoming.told(path.name):
        return replace(incoming.read(data, path.name), file=File(path.name, data))


def read_returned(path: Path) -> "Returned":
    """Return what a Word file says that comes back corrected (.docx, or .doc and .wps where it can be converted).

    ReadError if it is missing, too large, or no Word file.
    """
    from copu_desk.limits import is_compound, is_encrypted
    from copu_desk.readers import legacy
    from copu_desk.readers.docx import returned

    data = incoming.bytes_of(path, LARGEST_IMPORT)
    try:
        old = is_compound(data) and not is_encrypted(data)
        word = legacy.to_docx(data, path.suffix[1:].lower() or "doc") if old else data
        return replace(returned.read(word), file=File(path.name, data))
    except ReadError as error:
        raise ReadError("“{file}”没有读入：{why}", file=path.name, why=error.sentence) from error


def marks_of(path: Path) -> Mapping[str, str]:
    """Return the marks that a Word file bears, by which the program knows its own; none for any other file."""
    from copu_desk.readers.docx import returned

    try:
        return returned.marks(incoming.bytes_of(path, LARGEST_IMPORT))
    except ReadError:
        return {}


def returned_unchanged(material: Material) -> "Returned":
    """Return what the Word file of a material says, read as one that comes back is."""
    from copu_desk.readers.docx import returned

    return returned.read(_docx(material))


def read_grids(path: Path) -> "tuple[Grid, ...]":
    """Return the tables of a workbook or of a file of values between delimiters; ReadError if it is neither."""
    return read_tables(path)[0]


def read_tables(path: Path) -> "tuple[tuple[Grid, ...], File]":
    """Return the tables of a file, and the file itself; ReadError as for `read_grids`."""
    from copu_desk.readers import grids

    data = incoming.bytes_of(path, LARGEST_IMPORT)
    with incoming.told(path.name):
        return grids.read(data), File(path.name, data)
