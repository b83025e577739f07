"""The page 附文 where there is much to write and little room: facts that fold, and what to do without essays."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication
from windows import composed

from copu_desk import desk
from copu_desk.document import text
from copu_desk.gui.app import make_application
from copu_desk.gui.main_window import ESSAYS, MainWindow
from copu_desk.library import Library
from copu_desk.model import AgendaItem, Essay, Status

LOW, HIGH = (853, 470), (1280, 800)
ITEM = AgendaItem(title="讨论")
ESSAY = Essay(title="供应链 & 我们", author="陆青禾", date="2025年3月1日", item=ITEM.id, body=(text("一行。"),))


@pytest.fixture
def show(qtbot, tmp_path):
    """Open the window on one meeting, in a size, as it was left the last time."""
    make_application([])
    path, settings = tmp_path / "a.copu", QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    with Library(path) as library:
        meeting = desk.new_meeting(library, desk.series_named(library, "例会"), date(2025, 3, 4))
        library.save(replace(meeting, agenda=(ITEM,), essays=(ESSAY,)))
    shown = []

    def show_it(size):
        if shown:
            shown[-1].close()
        window = MainWindow(Library(path), settings)
        qtbot.addWidget(window)
        window.resize(*size)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.resize(*size)
        window.tabs.setCurrentIndex(ESSAYS)
        qtbot.waitUntil(lambda: window.essays.body.isVisible() and (window.width(), window.height()) == size)
        shown.append(window)
        return window.essays

    yield show_it
    shown[-1].close()


def key(qtbot, which):
    qtbot.keyClick(QApplication.focusWidget(), which)


def test_in_a_low_window_the_facts_are_a_line_and_the_text_has_the_room(show, qtbot):
    page = show(LOW)
    qtbot.waitUntil(lambda: not page.facts_part.isVisible())
    assert page.fold.text().startswith("▸ 标题(&T)：供应链 && 我们 · 陆青禾")
    assert page.body.height() > page.height() // 3
    page.window().resize(*HIGH)
    qtbot.waitUntil(page.facts_part.isVisible)


def test_the_facts_are_unfolded_by_keys_and_stay_so_after_a_restart(show, qtbot):
    page = show(LOW)
    page.essays.setFocus()
    while QApplication.focusWidget() is not page.fold:
        key(qtbot, Qt.Key.Key_Tab)
    key(qtbot, Qt.Key.Key_Space)
    assert page.title.hasFocus()
    seen = []
    while QApplication.focusWidget() is not page.body:
        seen.append(QApplication.focusWidget())
        key(qtbot, Qt.Key.Key_Tab)
    assert seen == [page.title, page.kind, page.author, page.date, page.source, page.item]
    assert page.facts_part.isVisible()
    page = show(LOW)
    assert page.facts_part.isVisible()
    page.fold.click()
    page = show(HIGH)
    assert not page.facts_part.isVisible()


def test_a_new_essay_is_given_its_facts_first_and_then_its_text_has_the_room(show, qtbot):
    page = show(LOW)
    page.add_essay.click()
    assert page.title.hasFocus()
    assert page.facts_part.isVisible()
    composed(page.title, committed="新的一篇")
    page.body.setFocus()
    qtbot.waitUntil(lambda: not page.facts_part.isVisible())
    assert "新的一篇" in page.fold.text()


def test_a_finding_about_a_fact_brings_it_into_sight(show, qtbot):
    page = show(LOW)
    page.window().show_place(("essays", ESSAY.id, "author"))
    qtbot.waitUntil(page.author.hasFocus)


def test_the_facts_of_final_minutes_can_be_looked_at(show, qtbot):
    page = show(LOW)
    window = page.window()
    window.library.save(replace(window.editor.meeting, status=Status.FINAL))
    window.refresh(window.editor.meeting.id)
    window.tabs.setCurrentIndex(ESSAYS)
    qtbot.waitUntil(lambda: not page.facts_part.isVisible())
    page.fold.setFocus()
    key(qtbot, Qt.Key.Key_Space)
    assert page.facts_part.isVisible()
    assert page.title.isReadOnly()
    keys = {one.key().toString(): one.isEnabled() for one in window.actions_page.earlier.findChildren(QShortcut)}
    assert keys == {"Ctrl+Shift+S": True}


def test_without_essays_the_page_says_what_to_do_and_enter_does_it(show, qtbot):
    page = show(LOW)
    page.remove_essay.click()
    assert page.right.currentWidget() is page.empty_page
    page.essays.setFocus()
    key(qtbot, Qt.Key.Key_Return)
    assert page.right.currentWidget() is page.detail
    assert page.title.hasFocus()
    page.essays.setFocus()
    key(qtbot, Qt.Key.Key_Return)
    assert page.body.hasFocus()
