"""Export a meeting the way its series is used to: style, parts, formats, folder and name are those chosen last time."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from copu_desk import disk, exchange, records
from copu_desk.desk import folder
from copu_desk.desk.exporting import FOLDER, KINDS, WHOLE, material, with_originals
from copu_desk.desk.naming import PATTERN, file_stem
from copu_desk.desk.reasons import sent
from copu_desk.desk.series import series_of
from copu_desk.desk.stamping import stamped
from copu_desk.errors import ReadError, RequestError, WriteError
from copu_desk.library import Library
from copu_desk.model import Meeting
from copu_desk.progress import NO_PROGRESS, Progress
from copu_desk.sentences import Sentence
from copu_desk.style import HouseStyle, house_style, with_parts

if TYPE_CHECKING:
    from copu_desk.compose.unprinted import Unprinted

_KEY = "export:"


@dataclass(frozen=True, slots=True)
class Choices:
    """How papers go out: the paper, the style (empty: the series' own), the parts left out, formats, folder, name.

    `added` are parts that the style only prints on demand; with `internal` a folder of all files holds what
    `folder.without_internal` takes away. The paper is one of PAPERS; the pattern of the name is
    that of `naming.file_stem`.
    """

    paper: str = "minutes"
    style: str = ""
    without: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ("docx",)
    folder: str = ""
    pattern: str = PATTERN
    overwrite: bool = False
    added: tuple[str, ...] = ()
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Publication:
    """All that is needed to write the files of a meeting, without the library: a format and a path for each."""

    material: exchange.Material
    targets: tuple[tuple[str, Path], ...]
    overwrite: bool = False


def choices(library: Library, series: str) -> Choices:
    """Return what was chosen last for a series (its id); what cannot be used any more is as at first."""
    try:
        made = records.load(Choices, json.loads(library.setting(_KEY + series, "{}")))
    except (ValueError, ReadError):
        return Choices()
    kinds = tuple(kind for kind in made.kinds if kind in KINDS)
    paper = made.paper if made.paper in exchange.PAPERS else Choices().paper
    return replace(made, kinds=kinds or Choices().kinds, paper=paper)


def remember(library: Library, series: str, chosen: Choices) -> None:
    """Keep what was chosen for a series (its id)."""
    library.set_setting(_KEY + series, json.dumps(records.dump(chosen), ensure_ascii=False))


def chosen_style(library: Library, meeting: Meeting, chosen: Choices) -> HouseStyle:
    """Return the house style chosen for a meeting with the parts chosen; StyleError if it is missing or broken."""
    return with_parts(house_style(chosen.style or series_of(library, meeting).style), chosen.without, chosen.added)


def left_out(library: Library, meeting: Meeting, chosen: Choices) -> "tuple[Unprinted, ...]":
    """Return what is recorded of a meeting and will not be in the minutes as chosen; errors as `chosen_style`.

    An excerpt and a notice are meant to leave out; a data file holds all.
    """
    if chosen.paper != Choices().paper or set(chosen.kinds) <= {"json"}:
        return ()
    from copu_desk.compose.unprinted import unprinted

    return unprinted(meeting, series_of(library, meeting), chosen_style(library, meeting, chosen))


def chosen_material(
    library: Library, meeting: Meeting, chosen: Choices, reason: str, item: str = ""
) -> exchange.Material:
    """Return the paper chosen, stamped, after its state was kept as a version; the reason says as what it goes.

    Item is the agenda item (its id) of an excerpt. RequestError if an excerpt has none.
    """
    if chosen.paper == "excerpt" and not any(one.id == item for one in meeting.agenda):
        raise RequestError("还没有选要摘录哪一项议程。请选一项。")
    made = material(library, meeting, chosen.style, paper=chosen.paper, item=item)
    return stamped(library, replace(made, style=chosen_style(library, meeting, chosen)), reason)


def targets(library: Library, meeting: Meeting, chosen: Choices) -> tuple[tuple[str, Path], ...]:
    """Return the file that each chosen format gets: a name that is free, unless what is there is to be replaced."""
    folder = Path(chosen.folder).expanduser()
    stem, whole = (file_stem(library, meeting, chosen.pattern, paper) for paper in (chosen.paper, ""))
    paths = [(kind, folder / (whole if kind == FOLDER else f"{stem}.{kind}")) for kind in chosen.kinds]
    return tuple((kind, path if chosen.overwrite else disk.free_name(path)) for kind, path in paths)


def prepare(library: Library, meeting: Meeting, chosen: Choices, item: str = "") -> Publication:
    """Return what is to be written, after which the library is not needed; what goes out is kept as a version.

    WriteError if no format is chosen or one does not hold the paper, StyleError if the style cannot be used,
    RequestError as `chosen_material`.
    """
    if not chosen.kinds:
        raise WriteError("还没有选导出成什么格式。请至少勾选一种。")
    exchange.check_paper(chosen.kinds, chosen.paper)
    reason = sent([KINDS[kind] for kind in chosen.kinds])
    made = replace(chosen_material(library, meeting, chosen, reason, item), internal=chosen.internal)
    if any(kind in WHOLE for kind in chosen.kinds):
        made = with_originals(library, made)
    return Publication(made, targets(library, meeting, chosen), chosen.overwrite)


def publish(publication: Publication, progress: Progress = NO_PROGRESS) -> tuple[Path, ...]:
    """Write the files and return where they are; cancelled before the last is made, none is written.

    WriteError if one cannot be written: the message says which.
    """
    total = len(publication.targets) + 1
    made: list[tuple[Path, bytes | dict[str, bytes]]] = []
    for done, (kind, path) in enumerate(publication.targets):
        progress(done, total, Sentence("正在生成“{file}”…", file=path.name))
        of = publication.material
        made.append((path, folder.files(of) if kind == FOLDER else exchange.export(of, kind)))
    progress(total - 1, total, Sentence("正在写入文件…"))
    return tuple(_put(path, files, overwrite=publication.overwrite) for path, files in made)


def _put(path: Path, files: bytes | Mapping[str, bytes], *, overwrite: bool) -> Path:
    if not isinstance(files, bytes):
        return disk.put_folder(path, files, overwrite=overwrite)
    return disk.put(path, files, overwrite=overwrite)
