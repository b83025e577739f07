"""The files that a meeting was imported from: kept at the import, put on the disk again byte for byte."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from copu_desk import disk, exchange
from copu_desk.document import clean
from copu_desk.file_names import safe_names
from copu_desk.library import Library
from copu_desk.limits import LARGEST_ORIGINALS
from copu_desk.model import Meeting, Original, OriginalKind
from copu_desk.reading import File
from copu_desk.sentences import Sentence

_SETTING, _OFF = "originals", "off"
_MEGABYTE = 1_000_000
_LONGEST_NAME = 255  # bytes or characters that a system allows


def keeps(library: Library) -> bool:
    """Tell whether files are kept when something is imported from them: yes, unless the secretary said otherwise."""
    return library.setting(_SETTING) != _OFF


def choose_keeping(library: Library, *, keep: bool) -> None:
    """Have files kept from now on, or not."""
    library.set_setting(_SETTING, "" if keep else _OFF)


def with_original(
    library: Library, meeting: Meeting, file: File, kind: OriginalKind
) -> tuple[Meeting, Sentence | None]:
    """Return a meeting with the file that something of it was imported from, and why not if it is not kept.

    It has each file once as each kind. Without bytes, or where files are not to be kept, nothing changes; with more
    than LARGEST_ORIGINALS the meeting's data file could not be read again.
    """
    if not file.data or not keeps(library):
        return meeting, None
    if sum(one.size for one in meeting.originals) + len(file.data) > LARGEST_ORIGINALS:
        return meeting, Sentence(
            "“{file}”没有留存原件：一次会议的原件加起来不能超过 {most} MB。",
            file=file.name,
            most=LARGEST_ORIGINALS // _MEGABYTE,
        )
    digest = sha256(file.data).hexdigest()
    if any((one.digest, one.kind) == (digest, kind) for one in meeting.originals):
        return meeting, None
    library.hold_original(file.data)
    name = clean(file.name)[:_LONGEST_NAME]
    made = Original(name, kind, digest, len(file.data), datetime.now(UTC).replace(microsecond=0))
    return replace(meeting, originals=(*meeting.originals, made)), None


def brought(library: Library, meeting: Meeting, came: Mapping[str, bytes]) -> Meeting:
    """Return a meeting that came in a data file, with those of its originals whose bytes came along or are here."""
    for one in meeting.originals:
        if one.digest in came:
            library.hold_original(came[one.digest])
    there = tuple(one for one in meeting.originals if library.has_original(one.digest))
    return meeting if there == meeting.originals else replace(meeting, originals=there)


def contents(library: Library, originals: Iterable[Original]) -> dict[str, bytes]:
    """Return the bytes of originals by their digests, without those that are gone for good."""
    digests = {one.digest for one in originals}
    return {digest: library.original(digest) for digest in digests if library.has_original(digest)}


def by_name(originals: Iterable[Original], contents: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return originals by the names that they get in a folder, without those whose content (by digest) is not there."""
    there = [one for one in originals if one.digest in contents]
    names = safe_names((one.name for one in there), exchange.ORIGINAL_KINDS)
    return {name: contents[one.digest] for name, one in zip(names, there, strict=True)}


def files_of(library: Library, originals: Iterable[Original]) -> dict[str, bytes]:
    """Return the bytes of originals, as far as they are here, by the names that they get in a folder."""
    chosen = tuple(originals)
    return by_name(chosen, contents(library, chosen))


def save(library: Library, meeting: Meeting, folder: Path, *, overwrite: bool = False) -> list[Path]:
    """Write the originals of a meeting into a folder (made if need be), and return where they are.

    WriteError if one cannot be written.
    """
    files = files_of(library, meeting.originals)
    return [disk.put(folder / name, data, overwrite=overwrite) for name, data in files.items()]
