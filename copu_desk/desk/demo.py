"""The library of the sample organisation, and what is made from it."""

from dataclasses import dataclass
from pathlib import Path

from copu_desk.desk.attendance import export_attendance
from copu_desk.desk.exporting import export_minutes
from copu_desk.desk.importing import import_minutes
from copu_desk.library import Library
from copu_desk.paths import SAMPLE


@dataclass(frozen=True, slots=True)
class Demo:
    """Where the sample library and what was made from it lie."""

    library: Path
    files: tuple[Path, ...]


def demo(folder: Path) -> Demo:
    """Make a library of the sample organisation's meetings in a folder, with minutes and the attendance workbook.

    A sample library that is there already is used as it is; files there are kept, new ones get (2).
    """
    path = folder / "sample.copu"
    with Library(path) as library:
        if not library.entries():
            for source in sorted(SAMPLE.glob("*.json")) + sorted(SAMPLE.glob("minutes-*.txt")):
                import_minutes(library, source)
        written = max(SAMPLE.glob("minutes-*.txt")).stem.removeprefix("minutes-")
        meeting = library.find(written)
        docx = export_minutes(library, meeting.id, folder / "minutes.docx")
        pdf = export_minutes(library, meeting.id, folder / "minutes.pdf")
        xlsx, _ = export_attendance(library, folder / "attendance.xlsx")
    return Demo(path, (docx, pdf, xlsx))
