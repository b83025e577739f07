"""A library with a meeting in it, and windows on that library."""

from datetime import date

from windows import window_on

from copu_desk.document import text
from copu_desk.library import Library
from copu_desk.model import AgendaItem, Attendee, Decision, Essay, Meeting

HELD = Meeting(
    held_on=date(2025, 9, 2),
    title="九月例会",
    agenda=(AgendaItem(title="一"), AgendaItem(title="二", decisions=(Decision("同意"),))),
    attendees=(Attendee(name="苏棠"),),
    essays=(Essay(title="甲", body=(text("正文"),)), Essay(title="乙")),
)


def library_in(folder):
    """Make the library in a folder, and return its file."""
    made = folder / "library.copu"
    with Library(made) as library:
        library.save(HELD)
    return made


def showing(qtbot, folder):
    """Return what shows a window on a library, with the same settings each time."""
    return lambda library: window_on(qtbot, library, folder)


def press(words):
    """Return what clicks the button of a message box whose words begin so."""
    return lambda box: next(one for one in box.buttons() if one.text().startswith(words)).click()
