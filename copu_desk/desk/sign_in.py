"""Write the sign-in sheet of a meeting."""

from datetime import UTC, datetime
from pathlib import Path

from copu_desk import disk
from copu_desk.desk.exporting import file_name
from copu_desk.desk.series import series_of
from copu_desk.errors import RequestError, WriteError
from copu_desk.library import Library
from copu_desk.model import Meeting
from copu_desk.style import house_style

SIGN_IN_KINDS = ("docx", "pdf")
MOST_BLANK_ROWS = 200


def sign_in_name(library: Library, meeting: Meeting, kind: str) -> str:
    """Return the name a sign-in sheet gets by default."""
    return file_name(library, meeting, kind).replace(f"纪要.{kind}", f"签到表.{kind}")


def export_sign_in(
    library: Library, meeting_id: str, path: Path, blank_rows: int = 6, *, overwrite: bool = False
) -> Path:
    """Write a meeting's sign-in sheet to a .docx or .pdf file (or, as .docx, into a folder), and return where it is.

    RequestError if so many blank rows (0 to 200) cannot be; WriteError if the file is of another kind or cannot be
    written.
    """
    from copu_desk.compose import sign_in
    from copu_desk.writers import docx, pdf

    if not 0 <= blank_rows <= MOST_BLANK_ROWS:
        raise RequestError(
            "空白行要在 0 到 {most_blank_rows} 之间，而不是 {blank_rows}。",
            most_blank_rows=MOST_BLANK_ROWS,
            blank_rows=blank_rows,
        )
    kind = "docx" if path.is_dir() else path.suffix[1:].lower()
    if kind not in SIGN_IN_KINDS:
        raise WriteError("签到表可以是 .docx 或 .pdf 文件，而不是“{file}”。", file=path.name)
    meeting = library.load(meeting_id)
    series = series_of(library, meeting)
    style = house_style(series.style)
    document = sign_in.compose(meeting, series, blank_rows, datetime.now(UTC))
    data = docx.write(document, style) if kind == "docx" else pdf.write(document, style)
    target = path / sign_in_name(library, meeting, kind) if path.is_dir() else path
    return disk.put(target, data, overwrite=overwrite)
