"""All files of one meeting in one folder: papers, attendance, essays, the files it was imported from, its data."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from copu_desk import exchange
from copu_desk.desk.originals import by_name
from copu_desk.exchange import Material
from copu_desk.file_names import safe_name
from copu_desk.model import Essay, Meeting, OriginalKind, Person, essay_label
from copu_desk.progress import NO_PROGRESS, Progress

DATA_FILE, _MINUTES, _ESSAYS, _ORIGINALS = "会议数据.json", "纪要", "附文", "原件"
_INTERNAL_KINDS = (OriginalKind.REPORT, OriginalKind.LEDGER, OriginalKind.COLLECTION)


def has_internal(meeting: Meeting, people: Iterable[Person]) -> bool:
    """Tell whether there is something of a meeting that its folder holds only if that is wanted; people: the roster."""
    called = {attendee.person for attendee in meeting.attendees}
    return (
        any(one.account for one in meeting.connections)
        or any(one.kind in _INTERNAL_KINDS for one in meeting.originals)
        or any(one.note for one in people if one.id in called)
    )


def without_internal(material: Material) -> Material:
    """Return a material without what concerns the office alone: a folder goes from hand to hand.

    That are people's accounts on meeting platforms, the files with their coming and going, those with other meetings in
    them (ledgers, minutes of several meetings), and the remarks about people in the roster.
    """
    meeting = material.meeting
    originals = tuple(one for one in meeting.originals if one.kind not in _INTERNAL_KINDS)
    left = {one.digest for one in originals}
    return replace(
        material,
        meeting=replace(
            meeting,
            connections=tuple(replace(one, account="") for one in meeting.connections),
            originals=originals,
        ),
        people=tuple(replace(one, note="") for one in material.people),
        originals={digest: data for digest, data in material.originals.items() if digest in left},
    )


def files(material: Material, progress: Progress = NO_PROGRESS) -> dict[str, bytes]:
    """Return all files of a meeting by their names in its folder (those of essays and originals have a `/` in them).

    The minutes in Word and PDF, the attendance of this meeting, each essay in Word, the files that it was imported
    from, and the data file that can be imported again without any loss.
    """
    material = material if material.internal else without_internal(material)
    meeting = material.meeting
    tasks: dict[str, Callable[[Material], bytes]] = {
        f"{_MINUTES}.{kind}": partial(exchange.export, kind=kind) for kind in ("docx", "pdf")
    }
    if meeting.attendees:
        tasks["考勤.xlsx"] = _attendance
    for number, essay in enumerate(meeting.essays, 1):
        tasks[f"{_ESSAYS}/{safe_name(f'{number} {essay_label(essay)}')}.docx"] = partial(_essay, essay)
    tasks[DATA_FILE] = partial(exchange.export, kind="json")
    made = {}
    for done, (name, make) in enumerate(tasks.items()):
        progress(done, len(tasks), name)
        made[name] = make(material)
    originals = by_name(meeting.originals, material.originals)
    return made | {f"{_ORIGINALS}/{name}": data for name, data in originals.items()}


def is_told_by_data(path: Path, folders: Collection[Path]) -> bool:
    """Tell whether all that a file says is in the data file beside it; folders are those in which there is one."""
    inside, name = path.parent, path.parent.name
    return (inside in folders and path.stem == _MINUTES) or (inside.parent in folders and name in (_ESSAYS, _ORIGINALS))


def _attendance(material: Material) -> bytes:
    from copu_desk import attendance
    from copu_desk.compose import attendance as sheets
    from copu_desk.writers import xlsx

    titles = (exchange.document(material).title,)
    period = attendance.survey((material.meeting,), material.people, titles, material.series.name)
    return xlsx.write(sheets.compose(period, material.created))


def _essay(essay: Essay, material: Material) -> bytes:
    from copu_desk.compose import minutes
    from copu_desk.document import Document
    from copu_desk.writers import docx

    blocks = tuple(one.block for one in minutes.essay_lines(essay, material.style))
    about = Document(
        blocks, essay_label(essay), essay.author, material.series.name, images=material.images, created=material.created
    )
    return docx.write(about, material.style)
