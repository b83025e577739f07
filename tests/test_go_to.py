"""Ctrl+K goes to any meeting, person or command."""

from datetime import date

import pytest
from PySide6.QtCore import QSettings, Qt

from copu_desk import desk
from copu_desk.gui.main_window import AGENDA, MainWindow
from copu_desk.library import Library
from copu_desk.model import Person


@pytest.fixture
def window(qtbot, tmp_path):
    library = Library(tmp_path / "a.copu")
    library.save(desk.new_meeting(library, desk.series_named(library, "例会"), date(2025, 3, 4)))
    library.save_people((Person("韩知远", "远帆开源协会"), Person("苏棠", "青禾实验室")))
    window = MainWindow(library, QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    window.show()
    return window


def typed(window, qtbot, words):
    window.search.trigger()
    window.sidebar.search.setText(words)
    qtbot.keyClick(window.sidebar.search, Qt.Key.Key_Return)


def labels(window):
    return [window.sidebar.hits.item(row).text() for row in range(window.sidebar.hits.count())]


def test_a_command_is_found_by_its_words_and_done(window, qtbot):
    typed(window, qtbot, "议程")
    assert labels(window)[0] == "命令：议程　Ctrl+3"
    assert window.tabs.currentIndex() == AGENDA


@pytest.mark.parametrize("words", ["苏", "st", "sutang"])
def test_a_person_is_found_as_in_the_roll_call_and_shown(window, qtbot, words):
    typed(window, qtbot, words)
    assert labels(window)[0] == "人员：苏棠（青禾实验室）"
    assert window.stack.currentWidget() is window.roster
    assert window.roster.people.currentIndex().row() == 1


def test_what_cannot_be_done_now_is_not_offered_and_nothing_says_so(window):
    window.exporting.menu.actions()[0].setEnabled(False)
    window.sidebar.search.setText("导出 Word")
    assert labels(window) == []
    assert window.sidebar.hits_said.text()
    window.sidebar.search.setText("导出")
    assert any("纯文本" in label for label in labels(window))
    window.sidebar.search.clear()
    assert labels(window) == []


def test_a_meeting_is_found_by_its_day_among_the_rest(window):
    window.sidebar.search.setText("3月4日")
    assert labels(window) == ["2025-03-04 例会"]
    assert "1" in window.sidebar.hits_said.text()
