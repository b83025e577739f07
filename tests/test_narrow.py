"""The window where there is little room: 1280 × 800 at 150 %, which leaves 853 × 533, less frame and task bar."""

from dataclasses import replace
from datetime import date

import pytest
import report_files
from PySide6.QtCore import QSettings, QSize
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QToolButton,
    QWidget,
)

from copu_desk import desk
from copu_desk.desk import past
from copu_desk.gui.app import make_application
from copu_desk.gui.attendee_records import marked
from copu_desk.gui.columns_dialog import ColumnsDialog
from copu_desk.gui.export_dialog import ExportDialog
from copu_desk.gui.flow import let_wrap
from copu_desk.gui.keys import KeyLegend
from copu_desk.gui.main_window import AGENDA, ATTENDEES, ESSAYS, MainWindow
from copu_desk.gui.past_import import PastImport
from copu_desk.gui.plain_table import set_up
from copu_desk.gui.report_dialog import ReportDialog
from copu_desk.gui.rich_bar import RichBar
from copu_desk.gui.series_dialog import SeriesDialog
from copu_desk.gui.styles_dialog import StylesDialog
from copu_desk.gui.trash_dialog import TrashDialog
from copu_desk.gui.widths import LEAST, Widths
from copu_desk.gui.words_dialog import WordsDialog
from copu_desk.library import Library
from copu_desk.model import AgendaItem, Attendee, Essay, Presence
from copu_desk.paths import SAMPLE
from copu_desk.reckoning import Reckoner

ROOM = QSize(853, 470)
TITLE = 20  # pixels of a dialog's title, at 150 %


@pytest.fixture
def window(qtbot, tmp_path):
    make_application([])
    library = Library(tmp_path / "a.copu")
    meeting = desk.new_meeting(library, desk.series_named(library, "例会"), date(2025, 3, 4))
    attendees = (Attendee("韩知远"),)
    library.save(
        replace(meeting, attendees=attendees, agenda=(AgendaItem(title="一"),), essays=(Essay(title="看得见的供应链"),))
    )
    made = MainWindow(library, QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.resize(ROOM)
    qtbot.waitUntil(lambda: made.size() == ROOM)
    return made


def cut(row: QWidget) -> list[str]:
    """Return the widgets of a row that are not wholly in sight."""
    shown = [one for one in row.findChildren(QWidget) if one.parent() is row and one.isVisible()]
    assert shown
    narrow = [one for one in shown if one.width() < one.sizeHint().width()]
    return [one.objectName() for one in shown if one in narrow or not row.rect().contains(one.geometry())]


def test_every_button_over_a_text_is_in_sight(window, qtbot):
    for tab, page in ((ESSAYS, window.essays), (AGENDA, window.agenda)):
        window.tabs.setCurrentIndex(tab)
        bar = page.findChild(RichBar)
        qtbot.waitUntil(lambda bar=bar: bar.isVisible() and not cut(bar))
        assert bar.mapTo(page, bar.rect().topRight()).x() < page.width()
    assert window.essays.title.width() > 80, (
        window.essays.width(),
        window.essays.detail.width(),
        window.sidebar.width(),
    )


def test_every_filter_of_the_attendance_is_in_sight(window, qtbot):
    window.go_attendance.trigger()
    qtbot.waitUntil(lambda: not cut(window.attendance.page.filters))


def test_every_button_under_a_list_of_people_is_in_sight_in_english_too(window, qtbot):
    for button, words in (
        (window.attendees.from_platform, "From meeting platform…"),
        (window.roster.add, "Add somebody"),
    ):
        button.setText(words)
    window.tabs.setCurrentIndex(ATTENDEES)
    window.resize(800, 470)
    qtbot.waitUntil(lambda: window.attendees.below.isVisible() and not cut(window.attendees.below))
    window.go_roster.trigger()
    qtbot.waitUntil(lambda: window.roster.buttons.isVisible() and not cut(window.roster.buttons))


def test_a_row_stays_one_line_where_there_is_room(window, qtbot):
    window.resize(1280, 800)
    window.go_attendance.trigger()
    row = window.attendance.page.filters
    qtbot.waitUntil(lambda: row.width() > 950 and not cut(row))
    assert row.height() < 2 * window.attendance.page.series.height()
    assert window.attendance.page.picture.geometry().right() > row.width() - 4  # what is pushed to the right is there


def test_a_label_goes_into_the_next_line_with_what_it_names(qtbot):
    make_application([])
    row = QWidget()
    qtbot.addWidget(row)
    line = QHBoxLayout(row)
    first, label, second = QSpinBox(), QLabel("计划"), QSpinBox()
    for one in (first, label, second):
        line.addWidget(one)
    let_wrap(row)
    row.resize(first.sizeHint().width() + label.sizeHint().width() + 20, 100)
    row.show()
    assert label.y() > first.geometry().bottom()
    assert second.x() > label.x()


@pytest.mark.parametrize("kind", ["export", "keys", "past", "report", "series", "styles", "trash", "words"])
def test_dialogs_fit(window, qtbot, tmp_path, kind):
    library, meeting = window.library, window.editor.meeting
    (tmp_path / "report.xlsx").write_bytes(report_files.TENCENT)
    report = desk.read_report(desk.open_report(tmp_path / "report.xlsx"), meeting.held_on)
    made: QDialog = {
        "export": lambda: ExportDialog(library, meeting, parent=window),
        "keys": lambda: KeyLegend(window),
        "past": lambda: PastImport(past.look_into([SAMPLE / "minutes-2025-07-08.txt"]), library, window),
        "report": lambda: ReportDialog(Reckoner(meeting, (), ()), {report.order: report}, "report.xlsx", window),
        "series": lambda: SeriesDialog(library, window),
        "styles": lambda: StylesDialog(library, meeting, window),
        "trash": lambda: TrashDialog(library, lambda _one: None, window),
        "words": lambda: WordsDialog(desk.style_states()[0], window),
    }[kind]()
    qtbot.addWidget(made)
    least = made.minimumSizeHint().expandedTo(made.minimumSize())
    made.done(0)
    assert least.width() <= ROOM.width()
    assert least.height() <= ROOM.height() - TITLE


def test_the_export_dialog_is_shown_whole_where_there_is_room(window, qtbot):
    made = ExportDialog(window.library, window.editor.meeting, parent=window)
    qtbot.addWidget(made)
    made.show()
    assert made.area.verticalScrollBar().maximum() == 0


def test_what_columns_are_is_chosen_right_above_their_headings(window, qtbot, tmp_path):
    (tmp_path / "report.xlsx").write_bytes(report_files.TENCENT)
    dialog = ColumnsDialog(desk.open_report(tmp_path / "report.xlsx").grids, "report.xlsx", window)
    qtbot.addWidget(dialog)
    dialog.resize(ROOM.width() - 20, ROOM.height() - TITLE - 20)
    dialog.show()
    cells, head = dialog.cells, dialog.head.value()
    in_sight = cells.viewport().rect()
    assert in_sight.contains(cells.cellWidget(0, 0).geometry().center())
    assert in_sight.contains(cells.visualRect(cells.model().index(head, 0)))
    dialog.head.setValue(head - 2)  # the rows above come into sight while one goes up
    assert [row for row in range(1, head) if not cells.isRowHidden(row)] == list(range(head - 4, head))


def test_no_page_needs_more_height_than_there_is(window):
    pages = [window.tabs.widget(tab) for tab in range(window.tabs.count())]
    pages += [window.stack.widget(place) for place in range(window.stack.count())]
    assert max(page.minimumSizeHint().height() for page in pages) + 60 <= ROOM.height()  # menus and status bar


def test_the_words_keep_room_in_a_narrow_table(qtbot):
    table = QTableWidget(2, 4)
    qtbot.addWidget(table)
    Widths(table, (0, 110, 200, 190))
    table.show()
    table.resize(900, 200)
    qtbot.waitUntil(lambda: [table.columnWidth(column) for column in (1, 2, 3)] == [110, 200, 190])
    table.resize(560, 200)
    qtbot.waitUntil(lambda: table.columnWidth(0) >= LEAST)
    assert table.columnWidth(2) < 200


def test_no_presence_is_cut_off(window):
    table = window.attendees.table
    column = [one.field for one in window.attendees.records.columns].index("presence")
    words = max(table.fontMetrics().horizontalAdvance(marked(one)) for one in Presence)
    assert table.columnWidth(column) >= words + 6


def test_the_scratch_pad_leaves_most_of_the_window_to_the_page(window, qtbot):
    window.resize(1280, 800)
    window.toggle_scratch.trigger()
    qtbot.waitUntil(window.scratch.isVisible)
    assert window.scratch.sizeHint().height() < window.height() / 4


def test_no_heading_is_cut_off_in_a_narrow_table(qtbot):
    make_application([])
    table = QTableWidget(1, 3)
    table.setHorizontalHeaderLabels(["What", "Responsible person", "Due"])
    qtbot.addWidget(table)
    Widths(table, (0, 60, 60))
    table.resize(240, 100)
    table.show()
    header = table.horizontalHeader()
    qtbot.waitUntil(lambda: table.columnWidth(1) >= header.sectionSizeHint(1) > 60)
    plain = QTableWidget()
    qtbot.addWidget(plain)
    set_up(plain, ["What", "Responsible person", "Due"], (60, 60), 2)
    assert plain.columnWidth(1) >= plain.horizontalHeader().sectionSizeHint(1) > 60


def test_fields_and_buttons_are_equally_high(window):
    heights = {}
    for tab in range(window.tabs.count()):
        window.tabs.setCurrentIndex(tab)
        for kind in (QLineEdit, QComboBox, QAbstractSpinBox, QPushButton, QToolButton):
            for one in window.findChildren(kind):
                inner = isinstance(one.parentWidget(), QAbstractSpinBox | QComboBox | QLineEdit)
                if one.isVisible() and not inner and one is not window.meeting_title:
                    heights.setdefault(one.height(), []).append(one.objectName())
    assert len(heights) == 1, heights


def test_at_the_first_start_no_key_goes_into_the_title(window):
    assert window.focusWidget() is window.tabs.tabBar()
