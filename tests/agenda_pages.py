"""The page 议程 on a meeting of its own, and hands to work with it."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from copu_desk.gui.agenda_page import AgendaPage
from copu_desk.gui.editor import Editor
from copu_desk.model import Attendee, Meeting

TUESDAY = date(2025, 9, 2)
PEOPLE = (Attendee(name="韩知远"), Attendee(name="苏棠"), Attendee(name="贺兰"))
ALT = Qt.KeyboardModifier.AltModifier
CLOCK, DOWN, RETURN, TAB = Qt.Key.Key_F5, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Tab


def showing(qtbot, library):
    """Yield what shows the page on a meeting with some items."""
    editors = []

    def show_it(*agenda, actions=(), essays=()):
        meeting = Meeting(held_on=TUESDAY, attendees=PEOPLE, agenda=agenda, actions=actions, essays=essays)
        library.save(meeting)
        editor = Editor(library, Meeting(held_on=TUESDAY))
        page = AgendaPage(editor, library)
        qtbot.addWidget(page)
        page.resize(1000, 700)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        editor.open(meeting)
        editors.append(editor)
        page.items.setFocus()
        return page

    yield show_it
    for editor in editors:
        editor.leave()


def meeting_of(page):
    return page._editor.meeting


def undo(page):
    page._editor.history.undo()


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    """Press a key wherever the cursor is."""
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)
    QApplication.processEvents()
