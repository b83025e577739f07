"""The tasks a secretary can do, one function each; the window and the command line are made of them."""

from copu_desk.desk.attendance import count_attendance, export_attendance, write_attendance
from copu_desk.desk.demo import Demo, demo
from copu_desk.desk.exporting import (
    FOLDER,
    WHOLE,
    export_folder,
    export_minutes,
    export_whole,
    file_name,
    item_named,
    material,
)
from copu_desk.desk.folder import has_personal
from copu_desk.desk.importing import Imported, import_minutes
from copu_desk.desk.keeping import (
    SECOND_FOLDER,
    back_up,
    backups_of,
    before_restoring,
    preview,
    problems,
    rescue,
    restore,
)
from copu_desk.desk.ledger import add_to_ledger, import_ledger, ledger_meetings, open_ledger
from copu_desk.desk.meetings import new_meeting, opening, text, title, title_of
from copu_desk.desk.people import arriving, export_people, import_people, keep_series
from copu_desk.desk.reports import (
    ReportResult,
    Source,
    check_draft,
    import_report,
    keep_report,
    open_report,
    read_report,
)
from copu_desk.desk.series import DEFAULT_SERIES, series_id, series_named, series_of
from copu_desk.desk.sign_in import export_sign_in, sign_in_name
from copu_desk.desk.styles import (
    StyleState,
    check_style,
    delete_style,
    duplicate_style,
    rename_style,
    save_words,
    style_states,
    users_of,
    words_of,
)

__all__ = [
    "DEFAULT_SERIES",
    "FOLDER",
    "SECOND_FOLDER",
    "WHOLE",
    "Demo",
    "Imported",
    "ReportResult",
    "Source",
    "StyleState",
    "add_to_ledger",
    "arriving",
    "back_up",
    "backups_of",
    "before_restoring",
    "check_draft",
    "check_style",
    "count_attendance",
    "delete_style",
    "demo",
    "duplicate_style",
    "export_attendance",
    "export_folder",
    "export_minutes",
    "export_people",
    "export_sign_in",
    "export_whole",
    "file_name",
    "has_personal",
    "import_ledger",
    "import_minutes",
    "import_people",
    "import_report",
    "item_named",
    "keep_report",
    "keep_series",
    "ledger_meetings",
    "material",
    "new_meeting",
    "open_ledger",
    "open_report",
    "opening",
    "preview",
    "problems",
    "read_report",
    "rename_style",
    "rescue",
    "restore",
    "save_words",
    "series_id",
    "series_named",
    "series_of",
    "sign_in_name",
    "style_states",
    "text",
    "title",
    "title_of",
    "users_of",
    "words_of",
    "write_attendance",
]
