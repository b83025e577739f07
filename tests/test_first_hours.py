"""What somebody meets who never saw the program: the first start, the first import, the first meetings."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from windows import answer, letters_taken_twice

from copu_desk.gui import arrangement
from copu_desk.gui.app import make_application
from copu_desk.gui.main_window import MainWindow
from copu_desk.gui.past_import import PastImport
from copu_desk.library import Library

LAST_YEAR = """远帆理事会例会纪要丨2025.11.05
11月5日韩主席主持召开远帆理事会例会。
参会人员:韩知远、苏棠、欧阳明月(线上)。
"""


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def window(qtbot, tmp_path, settings):
    make_application([])
    window = MainWindow(Library(tmp_path / "library.copu"), settings)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def bring(window, qtbot, tmp_path, words=LAST_YEAR):
    """Import past minutes as a secretary does: choose, look, take."""
    file = Path(tmp_path / "去年.txt")
    file.write_text(words, encoding="gb18030")
    answer(PastImport, lambda dialog: dialog.accept())
    window.past.bring([file])
    qtbot.waitUntil(lambda: window.status_bar.currentMessage() != "")


def test_at_the_first_start_all_of_the_window_is_on_a_small_screen(window, settings):
    arrangement.begin(window, settings)  # the screen of the tests is 800 × 800, the window would be 1280 × 800
    assert window.isMaximized()


def test_a_window_that_was_arranged_once_stays_as_it_was(window, settings):
    arrangement.keep(window, settings)
    arrangement.begin(window, settings)
    assert not window.isMaximized()


def test_a_dialog_opens_over_its_window_not_in_the_corner_of_the_screen(window, qtbot, tmp_path):
    window.move(100, 100)
    seen = []

    def look(dialog):
        seen.append(dialog.testAttribute(Qt.WidgetAttribute.WA_Moved))
        dialog.reject()

    file = tmp_path / "去年.txt"
    file.write_text(LAST_YEAR, encoding="gb18030")
    answer(PastImport, look)
    window.past.bring([file])
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [False]  # Qt puts it in the middle of its window


def test_what_was_just_done_is_not_written_over_saved(window, qtbot, tmp_path):
    bring(window, qtbot, tmp_path)
    bar, saved = window.status_bar, window.status_line.saved_label
    window.status_line.people_label.setVisible(False)
    window.status_line.people_label.setVisible(True)  # so that the bar is laid out anew
    qtbot.wait(100)
    assert bar.currentMessage().startswith("导入了 1 次会议")
    assert not saved.isVisible()
    bar.clearMessage()
    assert saved.isVisible()
    assert saved.text().startswith("已保存")


def test_an_import_taken_back_and_done_again_is_in_sight_again(window, qtbot, tmp_path):
    bring(window, qtbot, tmp_path)
    assert window.stack.currentWidget() is window.meeting_page
    assert not window.meeting_title.hasFocus()  # else the first key would go into the title
    window.editor.history.undo()
    assert window.stack.currentWidget() is window.empty_page
    window.editor.history.redo()
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.meeting_page)
    assert window.editor.meeting.attendees[0].name == "韩知远"
    assert window.status_bar.currentMessage().startswith("导入了 1 次会议")


def test_no_letter_of_a_page_takes_alt_away_from_a_menu_or_from_another(window):
    assert letters_taken_twice(window) == {}
