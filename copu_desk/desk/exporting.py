"""Write a meeting's papers to files: minutes, an excerpt, the notice, all of them as a folder."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from copu_desk import disk, exchange
from copu_desk.bundle import image_names
from copu_desk.desk import folder
from copu_desk.desk.finality import as_final
from copu_desk.desk.naming import file_stem
from copu_desk.desk.originals import contents
from copu_desk.desk.series import NONE, series_of
from copu_desk.desk.stamping import stamped
from copu_desk.errors import RequestError
from copu_desk.library import Library
from copu_desk.model import Meeting, item_label
from copu_desk.progress import NO_PROGRESS, Progress
from copu_desk.sentences import Sentence
from copu_desk.style import PARTS, HouseStyle, house_style

FOLDER, KINDS, WHOLE = exchange.FOLDER, exchange.KINDS, exchange.WHOLE


def file_name(library: Library, meeting: Meeting, kind: str, paper: str = "minutes") -> str:
    """Return the name an export gets by default: date, series, number where there is one; a folder has no suffix."""
    if kind == FOLDER:
        return file_stem(library, meeting, paper="")
    return f"{file_stem(library, meeting, paper=paper)}.{kind}"


def material(
    library: Library, meeting: Meeting, style: str | HouseStyle = "", *, paper: str = "minutes", item: str = ""
) -> exchange.Material:
    """Return all that an export of a meeting needs, after which the library is not needed; final minutes stay final.

    The style is the series' own unless named or given, the paper one of PAPERS; item is the agenda item (its id) of an
    excerpt.
    """
    meeting, series = as_final(library, meeting), series_of(library, meeting)
    return exchange.Material(
        meeting,
        series,
        style if isinstance(style, HouseStyle) else house_style(style or series.style),
        library.people(),
        {name: library.image(name) for name in image_names(meeting)},
        datetime.now().astimezone(),  # a paper is dated by the day where it is written
        paper,
        item,
    )


def with_originals(library: Library, made: exchange.Material) -> exchange.Material:
    """Return a material with the bytes of the files that its meeting was imported from, which only WHOLE needs."""
    return replace(made, originals=contents(library, made.meeting.originals))


def item_named(meeting: Meeting, words: str) -> str:
    """Return the id of an agenda item by its number (from 1) or by a part of its title that only one has.

    RequestError if there is none, or not only one.
    """
    agenda = meeting.agenda
    if words.isdecimal() and 0 < int(words) <= len(agenda):
        return agenda[int(words) - 1].id
    found = [item for item in agenda if words and words in item_label(item)]
    if len(found) == 1:
        return found[0].id
    listed = "；".join(f"{number} {item_label(item)}" for number, item in enumerate(agenda, 1))
    if found:
        raise RequestError("不止一项议程叫“{words}”。请写它的序号或标题。议程：{listed}。", words=words, listed=listed)
    raise RequestError("没有议程叫“{words}”。请写它的序号或标题。议程：{listed}。", words=words, listed=listed or NONE)


def part_named(style: str, words: str) -> str:
    """Return a part that a style offers by its name (absent) or by what it is called (缺席名单).

    RequestError if the style has no such part, StyleError if it is missing or broken.
    """
    known = house_style(style)
    for part in known.offered:
        if words in (part, PARTS[part]):
            return part
    parts = [Sentence("{label}（{part}）", label=PARTS[part], part=part) for part in known.offered]
    raise RequestError(
        "版式“{style}”里没有“{words}”这个部分。可以写：{parts}。", style=known.label, words=words, parts=parts
    )


def export_minutes(
    library: Library,
    meeting_id: str,
    path: Path,
    style: str | HouseStyle = "",
    *,
    kind: str = "",
    paper: str = "minutes",
    item: str = "",
    overwrite: bool = False,
) -> Path:
    """Write a paper of a meeting to a file, and return where it is.

    The kind is that of EXPORTS, by default what the file's name ends with, or FOLDER; style, paper and item as in
    `material`. A folder gets a file with the default name. A file that is there already is kept and the new one gets
    (2), unless `overwrite`. WriteError if the format is unknown or does not hold the paper, or the file cannot be
    written: nothing has changed.
    """
    kind = kind or ("docx" if path.is_dir() else path.suffix[1:].lower())
    exchange.check_paper((kind,), paper)
    if kind == FOLDER:
        return export_whole(library, meeting_id, path, style, overwrite=overwrite)
    exchange.check_kind(kind)  # before its state is kept as what went out
    meeting = library.load(meeting_id)
    target = path / file_name(library, meeting, kind, paper) if path.is_dir() else path
    made = stamped(library, material(library, meeting, style, paper=paper, item=item), target.name)
    data = exchange.export(with_originals(library, made) if kind in WHOLE else made, kind)
    return disk.put(target, data, overwrite=overwrite)


def export_whole(
    library: Library,
    meeting_id: str,
    path: Path,
    style: str | HouseStyle = "",
    *,
    overwrite: bool = False,
    internal: bool = False,
) -> Path:
    """Write all files of a meeting into a folder as `export_minutes` does, and return it.

    With `internal`, what `folder.without_internal` takes away is among them.
    """
    meeting = library.load(meeting_id)
    target = path / file_name(library, meeting, FOLDER) if path.is_dir() else path
    made = with_originals(library, stamped(library, material(library, meeting, style), target.name))
    return export_folder(replace(made, internal=internal), target, overwrite=overwrite)


def export_folder(
    made: exchange.Material, path: Path, progress: Progress = NO_PROGRESS, *, overwrite: bool = False
) -> Path:
    """Write all files of a meeting into a folder of that path, and return where it is (it gets (2) as files do)."""
    return disk.put_folder(path, folder.files(made, progress), overwrite=overwrite)
