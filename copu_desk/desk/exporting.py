"""Write a meeting's minutes to files."""

from datetime import UTC, datetime
from pathlib import Path

from copu_desk import exchange
from copu_desk.bundle import image_names
from copu_desk.desk.series import DEFAULT_SERIES, series_of
from copu_desk.file_names import safe_name
from copu_desk.library import Library
from copu_desk.model import Meeting
from copu_desk.style import house_style


def file_name(library: Library, meeting: Meeting, kind: str) -> str:
    """Return the name an export gets by default: date, series, number where there is one."""
    series = series_of(library, meeting)
    number = f"第{meeting.number}次" if meeting.number else ""
    return safe_name(f"{meeting.held_on.isoformat()} {series.name or DEFAULT_SERIES}{number}纪要") + f".{kind}"


def export_minutes(
    library: Library, meeting_id: str, path: Path, style: str = "", *, kind: str = "", overwrite: bool = False
) -> Path:
    """Write a meeting's minutes to a file, and return where they are.

    The kind is that of EXPORTS, by default what the file's name ends with; the style is the series' own unless named. A
    folder gets a file with the default name. A file that is there already is kept and the new one gets (2), unless
    `overwrite`. WriteError if the format is unknown or the file cannot be written: then nothing has changed.
    """
    meeting = library.load(meeting_id)
    series = series_of(library, meeting)
    kind = kind or ("docx" if path.is_dir() else path.suffix[1:].lower())
    target = path / file_name(library, meeting, kind) if path.is_dir() else path
    material = exchange.Material(
        meeting,
        series,
        house_style(style or series.style),
        library.people(),
        {name: library.image(name) for name in image_names(meeting)},
        datetime.now(UTC),
    )
    data = exchange.export(material, kind)
    target = target if overwrite else exchange.free_name(target)
    exchange.put_file(target, data)
    return target
