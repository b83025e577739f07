"""The meetings in the sidebar: of one series alone, or all."""

from datetime import date

import pytest
from PySide6.QtCore import QSettings

from copu_desk.errors import LibraryError
from copu_desk.gui.app import make_application
from copu_desk.gui.main_window import MainWindow
from copu_desk.library import Library
from copu_desk.model import Meeting, Series

SERIES, OTHER = Series(name="远帆例会"), Series(name="读书会")
MEETINGS = (
    Meeting(held_on=date(2025, 9, 2), series=SERIES.id),
    Meeting(held_on=date(2025, 9, 4), series=OTHER.id),
    Meeting(held_on=date(2024, 9, 9), series=SERIES.id),
)


@pytest.fixture
def open_window(qtbot, tmp_path):
    make_application([])
    with Library(tmp_path / "a.copu") as library:
        library.save_series((SERIES, OTHER))
        for meeting in MEETINGS:
            library.save(meeting)

    def open_it():
        settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
        window = MainWindow(Library(tmp_path / "a.copu"), settings)
        qtbot.addWidget(window)
        window.show()
        return window

    return open_it


def shown(window):
    tree = window.sidebar.meetings
    years = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return {year.text(0): [year.child(row).text(0) for row in range(year.childCount())] for year in years}


def choose(window, name):
    window.sidebar.series.setCurrentIndex(window.sidebar.series.findText(name))


def test_one_series_is_shown_alone_and_the_open_meeting_stays(open_window):
    window = open_window()
    assert shown(window) == {"2025": ["09-04 读书会", "09-02 远帆例会"], "2024": ["09-09 远帆例会"]}
    assert window.editor.meeting == MEETINGS[1]
    choose(window, "远帆例会")
    assert shown(window) == {"2025": ["09-02 远帆例会"], "2024": ["09-09 远帆例会"]}
    assert window.editor.meeting == MEETINGS[1]
    choose(window, "全部系列")
    assert window.sidebar.meetings.currentItem().text(0) == "09-04 读书会"


def test_the_choice_is_there_at_the_next_start_and_gives_way_to_the_open_meeting(open_window):
    window = open_window()
    window.go_to(MEETINGS[0].id)
    choose(window, "远帆例会")
    window.close()
    again = open_window()
    assert shown(again) == {"2025": ["09-02 远帆例会"], "2024": ["09-09 远帆例会"]}
    again.refresh(MEETINGS[1].id)
    assert "09-04 读书会" in shown(again)["2025"]
    assert again.sidebar.series.currentText() == "全部系列"


def test_with_one_series_there_is_nothing_to_choose(open_window):
    window = open_window()
    assert window.sidebar.series.isVisible()
    window.library.delete(MEETINGS[1].id)
    window.library.save_series((SERIES,))
    window.sidebar.refresh(MEETINGS[0].id)
    assert not window.sidebar.series.isVisible()


def test_a_library_that_cannot_be_read_any_more_is_told_of_where_one_searches(open_window, monkeypatch):
    window = open_window()

    def gone(*_args, **_how):
        raise LibraryError("所在的磁盘读写出错。")

    with monkeypatch.context() as patch:
        for name in ("search", "entries", "people"):
            patch.setattr(window.library, name, gone)
        window.sidebar.search.setText("例会 2025")
        assert window.sidebar.hits_said.text() == "所在的磁盘读写出错。"
        assert window.sidebar.hits.count() == 0
        window.sidebar._soon.timeout.emit()  # and the list stays as it was
    window.sidebar.search.clear()
    assert shown(window)["2025"]
    window.close()
