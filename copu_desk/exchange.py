"""Bring files in and send files out: the one table of formats."""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from copu_desk.errors import ReadError, WriteError
from copu_desk.model import Meeting, Person, Series
from copu_desk.style import HouseStyle

if TYPE_CHECKING:
    from copu_desk.bundle import Bundle
    from copu_desk.document import Body, Document

LARGEST_IMPORT = 200_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Material:
    """All that one meeting's export may need."""

    meeting: Meeting
    series: Series
    style: HouseStyle
    people: tuple[Person, ...] = ()
    images: Mapping[str, bytes] = field(default_factory=dict)
    created: datetime | None = None


@dataclass(frozen=True, slots=True)
class Export:
    """A format that goes out: what the secretary calls it, and how it is made."""

    label: str
    make: Callable[[Material], bytes]


@dataclass(frozen=True, slots=True)
class Incoming:
    """Meetings that came in: what they are made of, the series as written for each, and what was unsure for each."""

    bundle: "Bundle"
    series_names: tuple[str, ...] = ()
    notes: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Import:
    """A format that comes in: what the secretary calls it, and how it is understood (name of the file, known day)."""

    label: str
    read: Callable[[bytes, str, date | None], Incoming]


# Each format's own library is imported when the format is used: start-up stays quick, and the frozen program still
# sees every import.


def _document(material: Material) -> "Document":
    from copu_desk.compose import minutes

    return minutes.compose(material.meeting, material.series, material.style, material.images, created=material.created)


def _docx(material: Material) -> bytes:
    from copu_desk.writers import docx

    return docx.write(_document(material), material.style)


def _pdf(material: Material) -> bytes:
    from copu_desk.writers import pdf

    return pdf.write(_document(material), material.style)


def _txt(material: Material) -> bytes:
    from copu_desk.writers import txt

    return txt.write(_document(material), material.style)


def _json(material: Material) -> bytes:
    from copu_desk import bundle

    meeting = material.meeting
    known = {attendee.person for attendee in meeting.attendees}
    people = tuple(person for person in material.people if person.id in known)
    return bundle.write(bundle.Bundle((meeting,), people, (material.series,), material.images))


def _read_txt(data: bytes, name: str, held_on: date | None) -> Incoming:
    from copu_desk.bundle import Bundle
    from copu_desk.readers import txt
    from copu_desk.recognize import minutes

    found = minutes.meetings(txt.read(data), name, held_on)
    return Incoming(
        Bundle(tuple(one.meeting for one in found)),
        tuple(one.series for one in found),
        tuple(one.notes for one in found),
    )


def _read_json(data: bytes, _name: str, _held_on: date | None) -> Incoming:
    from copu_desk import bundle

    return Incoming(bundle.read(data))


EXPORTS = {
    "docx": Export("Word 纪要", _docx),
    "pdf": Export("PDF", _pdf),
    "txt": Export("纯文本", _txt),
    "json": Export("数据文件（可再导入）", _json),
}
IMPORTS = {
    "txt": Import("纯文本纪要", _read_txt),
    "json": Import("数据文件", _read_json),
}


def from_html(words: str) -> "Body":
    """Return what a page, or the part of one that the clipboard holds, says."""
    from copu_desk.readers import html

    return html.read(words)


def export(material: Material, kind: str) -> bytes:
    """Return a meeting in one of the formats of EXPORTS; WriteError for another format."""
    if kind not in EXPORTS:
        raise WriteError(f"不能导出“{kind}”格式。可以用：{'、'.join(EXPORTS)}。")
    return EXPORTS[kind].make(material)


def read(path: Path, held_on: date | None = None) -> Incoming:
    """Read the meetings of a file; held_on is the day where the text names none.

    ReadError if the file is missing, too large, of an unknown kind, or not understood.
    """
    kind = path.suffix[1:].lower()
    if kind not in IMPORTS:
        raise ReadError(f"不能读“{path.name}”这种文件。可以导入：{'、'.join('.' + name for name in IMPORTS)}。")
    try:
        if path.stat().st_size > LARGEST_IMPORT:
            raise ReadError(f"“{path.name}”太大了，无法导入。请分成几个文件。")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(f"找不到文件“{path}”。请检查文件名和所在的文件夹。") from error
    except OSError as error:
        raise ReadError(f"打不开文件“{path}”。请检查是否有权限读它，或是否正被别的程序占用。") from error
    try:
        return IMPORTS[kind].read(data, path.name, held_on)
    except ReadError as error:
        raise ReadError(f"“{path.name}”没有导入：{error}") from error


def free_name(path: Path) -> Path:
    """Return the path itself, or with (2), (3) … before the suffix if there is a file of that name already."""
    candidate, number = path, 1
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{path.stem}({number}){path.suffix}")
    return candidate


def put_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: beside, to the disk, then swapped in; WriteError if that fails."""
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            part.chmod(0o600)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise WriteError(_why_not_written(path, error)) from error


def _why_not_written(path: Path, error: OSError) -> str:
    if isinstance(error, PermissionError):
        return f"“{path}”写不进去：没有权限，或者它正在 Word、WPS 里打开着。请关闭它，或换一个文件夹。"
    if isinstance(error, IsADirectoryError | NotADirectoryError | FileExistsError):
        return f"“{path}”不能作为文件名，因为那里已经有一个文件夹或文件。请换一个名字。"
    return f"“{path}”写不进去（{error.strerror or '磁盘出错'}）。原有的文件没有改动；请检查磁盘空间，或换一个文件夹。"
