"""One dialog of each kind, for tests that look at all of them."""

from datetime import date

import report_files
from openpyxl import Workbook
from PySide6.QtCore import QSettings

from copu_desk import desk
from copu_desk.corrections import Correction
from copu_desk.desk import past
from copu_desk.document import Picture, Table, spans
from copu_desk.gui.attendance_dialog import AttendanceDialog
from copu_desk.gui.backups_dialog import BackupsDialog
from copu_desk.gui.columns_dialog import ColumnsDialog
from copu_desk.gui.corrections_dialog import CorrectionsDialog
from copu_desk.gui.export_dialog import ExportDialog
from copu_desk.gui.fonts_dialog import FontsDialog
from copu_desk.gui.keys import KeyLegend
from copu_desk.gui.ledger_import import LedgerImport
from copu_desk.gui.merge_dialog import MergeDialog
from copu_desk.gui.new_meeting import NewMeeting
from copu_desk.gui.past_import import PastImport
from copu_desk.gui.people_import import PeopleImport
from copu_desk.gui.picture_dialog import PictureDialog
from copu_desk.gui.report_dialog import ReportDialog
from copu_desk.gui.series_dialog import SeriesDialog
from copu_desk.gui.styles_dialog import StylesDialog
from copu_desk.gui.table_dialog import TableDialog
from copu_desk.gui.trash_dialog import TrashDialog
from copu_desk.gui.versions_dialog import VersionsDialog
from copu_desk.gui.words_dialog import WordsDialog
from copu_desk.paths import SAMPLE
from copu_desk.reckoning import Reckoner
from copu_desk.style import house_style


def every_dialog(window, folder, meeting, people, listed, *, report=report_files.TENCENT, minutes=None):
    """Return one dialog of each kind; what is imported in them comes from a list (.csv), a report and past minutes."""
    library = window.library
    settings = QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat)
    (folder / "list.csv").write_text(listed, encoding="utf-8")
    (folder / "report.xlsx").write_bytes(report)
    source = desk.open_report(folder / "report.xlsx")
    read = desk.read_report(source, meeting.held_on)
    old, new = people[0].name, people[1].name
    corrections = [Correction(old, new, comments=(old,), authors=(new,)), Correction(new, new, comments=(old,))]
    return [
        AttendanceDialog(library, meeting.series, window),
        BackupsDialog(library.path, [folder], window),
        ExportDialog(library, meeting, meeting.agenda[0], window),
        FontsDialog(house_style(), settings, window),
        KeyLegend(window),
        LedgerImport(desk.open_ledger(ledger(folder, people)), library, "", window),
        MergeDialog(people, {one.id: one.name for one in library.series()}, window),
        NewMeeting(library, window),
        PeopleImport(desk.arriving(library, folder / "list.csv"), {}, window),
        PictureDialog(Picture("x"), window),
        SeriesDialog(library, window),
        StylesDialog(library, meeting, window),
        TableDialog(Table(((spans(old), spans(new)),)), window),
        TrashDialog(library, print, window),
        WordsDialog(desk.style_states()[0], window),
        ColumnsDialog(source.grids, "report.xlsx", window),
        CorrectionsDialog(meeting, corrections, "minutes.docx", window),
        PastImport(past.look_into(minutes or [SAMPLE / "minutes-2025-07-08.txt"]), library, window),
        VersionsDialog(library, meeting, window),
        ReportDialog(Reckoner(meeting, people, ()), {read.order: read}, "report.xlsx", window),
    ]


def ledger(folder, people):
    """Return an office's ledger of two meetings."""
    book = Workbook()
    for row in (
        ["姓名", date(2024, 9, 3), date(2024, 9, 10)],
        [people[0].name, "√", "?"],
        [people[1].name, "线上", "√"],
    ):
        book.active.append(row)
    book.save(folder / "ledger.xlsx")
    return folder / "ledger.xlsx"
