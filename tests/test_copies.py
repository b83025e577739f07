"""Who gets a copy (抄送): told by the series or the meeting, printed in the imprint, found, kept and read back."""

from dataclasses import replace
from datetime import date

from docx import Document as Word
from PySide6.QtCore import QSettings
from windows import keys

from copu_desk import corrections, desk, exchange
from copu_desk.desk import corrections as bringing
from copu_desk.desk import publishing
from copu_desk.gui.app import make_application
from copu_desk.gui.main_window import MainWindow
from copu_desk.library import Library
from copu_desk.model import AgendaItem, Attendee, Decision, Meeting, Presence, Series
from copu_desk.paths import STYLES
from copu_desk.style import parse

SERIES = Series(name="远帆例会", style="gbt9704", copies="各成员单位", id="s1")


def open_library(tmp_path):
    library = Library(tmp_path / "library.copu")
    library.save_series((SERIES,))
    return library


def export(library, meeting, tmp_path, **choices):
    chosen = publishing.Choices(folder=str(tmp_path), **choices)
    return publishing.publish(publishing.prepare(library, meeting, chosen))[0]


def imprint(path):
    return [[cell.text for cell in row.cells] for row in Word(str(path)).tables[-1].rows]


def test_a_secretary_writes_it_once_for_the_series_and_otherwise_for_a_meeting(qtbot, tmp_path):
    make_application([])
    library = open_library(tmp_path)
    first = desk.new_meeting(library, SERIES, date(2025, 9, 2))
    assert first.copies == "各成员单位"
    assert imprint(export(library, first, tmp_path))[0][0] == "抄送：各成员单位。"

    window = MainWindow(library, QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    window.show()
    window.go_to(first.id)
    line = window.overview.copies
    assert line.text() == "各成员单位"
    line.selectAll()
    keys(line, "市开源办。")
    window.save_all()
    assert library.load(first.id).copies == "市开源办。"
    assert imprint(export(library, library.load(first.id), tmp_path))[0][0] == "抄送：市开源办。"
    assert [hit.place for hit in library.search("市开源办")] == [("copies",)]
    window.editor.history.undo()
    window.save_all()
    assert library.load(first.id).copies == "各成员单位"
    assert desk.new_meeting(library, SERIES, date(2025, 9, 9)).copies == "各成员单位"


def test_where_the_series_says_nothing_the_next_meeting_begins_as_the_last_one(tmp_path):
    with open_library(tmp_path) as library:
        silent = replace(SERIES, copies="")
        library.save_series((silent,), (SERIES,))
        library.save(Meeting(date(2025, 9, 2), "s1", copies="市开源办"))
        assert desk.new_meeting(library, silent, date(2025, 9, 9)).copies == "市开源办"


def test_it_goes_out_and_comes_back(tmp_path):
    with open_library(tmp_path) as library:
        items = (AgendaItem("年度计划", decisions=(Decision("同意。"),)), AgendaItem("其他事项"))
        came = (Attendee("韩知远", presence=Presence.ONSITE),)
        meeting = Meeting(date(2025, 9, 2), "s1", 3, chair="韩知远", attendees=came, agenda=items, id="m1")
        meeting = replace(meeting, copies="各成员单位、市开源办")
        library.save(meeting)
        path = export(library, meeting, tmp_path)
        (read,) = exchange.read(path).bundle.meetings
        assert read.copies == "各成员单位、市开源办"
        (data,) = exchange.read(export(library, meeting, tmp_path, kinds=("json",))).bundle.meetings
        assert data.copies == meeting.copies

        word = Word(str(path))
        cell = word.tables[-1].rows[0].cells[0].paragraphs[0]
        cell.runs[0].text = cell.text.replace("市开源办", "省开源办")
        for run in cell.runs[1:]:
            run.text = ""
        word.save(str(path))
        returned = exchange.read_returned(path)
        sent = bringing.exported(library, meeting, returned)
        (found,) = bringing.compare(returned, sent, meeting)
        assert corrections.accept(meeting, meeting, [found])[0].copies == "各成员单位、省开源办"


def test_styles_without_it_tell_so_and_nobody_gets_an_empty_line(tmp_path):
    with open_library(tmp_path) as library:
        library.save(Meeting(date(2025, 9, 2), "s1", copies="市开源办", id="m1"))
        left = publishing.left_out(library, library.load("m1"), publishing.Choices(style="copu"))
        assert [str(one) for one in left] == ["抄送"]
        library.save(Meeting(date(2025, 9, 9), "s1", id="m2"))
        rows = imprint(export(library, library.load("m2"), tmp_path))
        assert [len(rows), rows[0][0]] == [1, "远帆"]


def test_a_style_may_still_name_it_in_its_own_words(tmp_path):
    words = (
        (STYLES / "gbt9704.toml").read_text(encoding="utf-8").replace("[抄送：{copies}。]", "抄送：{organ}各成员单位。")
    )
    assert parse(words, tmp_path / "own.toml").imprint.copies == "抄送：{organ}各成员单位。"
