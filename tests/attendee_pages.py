"""The page 参会 on a meeting of its own, a roster, and hands to work with it."""

from contextlib import contextmanager
from datetime import date

from PySide6.QtCore import Qt
from windows import say

from copu_desk.gui.attendees_page import AttendeesPage
from copu_desk.gui.editor import Editor
from copu_desk.library import Library
from copu_desk.model import Meeting, Person, Presence

ONSITE, ONLINE, EXCUSED, ABSENT, UNMARKED = (
    Presence.ONSITE, Presence.ONLINE, Presence.EXCUSED, Presence.ABSENT, Presence.UNMARKED,
)  # fmt: skip
HAN = Person(name="韩知远", organization="远帆协会", title="理事长")
SU = Person(name="苏棠", organization="远帆协会")
ZHANG_STAR = Person(name="张伟", organization="星河软件")
ZHANG_NORTH = Person(name="张伟", organization="北辰大学", title="教授")
LUNA = Person(name="欧阳明月", aliases=("Luna",))
PEOPLE = (HAN, SU, ZHANG_STAR, ZHANG_NORTH, LUNA)


@contextmanager
def roster_in(folder):
    """A library with these people in its roster."""
    with Library(folder / "library.copu") as library:
        library.save_people(PEOPLE)
        yield library


def showing(qtbot, library):
    """Yield what shows the page on a meeting with some attendees."""
    editors = []

    def show_it(*attendees, agenda=()):
        meeting = Meeting(held_on=date(2025, 9, 2), attendees=attendees, agenda=agenda)
        library.save(meeting)
        editor = Editor(library, Meeting(held_on=date(2025, 9, 2)))
        page = AttendeesPage(editor, library)
        qtbot.addWidget(page)
        page.resize(1000, 600)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        editor.open(meeting)
        editors.append(editor)
        page.call.setFocus()
        return page

    yield show_it
    for editor in editors:
        editor.leave()


def editor_of(page):
    return page._editor


def stands(page):
    return [(one.name, one.presence) for one in editor_of(page).meeting.attendees]


def type_in(qtbot, page, words):
    """Type a call: Chinese through the input method, the rest by keys, then Enter."""
    for sign in words:
        if sign.isascii():
            qtbot.keyClick(page.call, sign)
        else:
            say(page.call, sign)
    qtbot.keyClick(page.call, Qt.Key.Key_Return)


def undo(page):
    editor_of(page).history.undo()
