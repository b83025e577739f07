"""What tests of the window share."""

import re
from collections import Counter
from datetime import date

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QColor, QInputMethodEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu

from copu_desk.gui.app import make_application
from copu_desk.gui.main_window import MainWindow
from copu_desk.gui.new_meeting import NewMeeting


def window_on(qtbot, library, folder):
    """Show a window on a library, with its settings in a folder: the same each time."""
    make_application([])
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow(library, settings)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def answer(dialog_kind, do):
    """Act on the next modal dialog of a kind when it is shown; one that is not as expected is closed."""

    def act():
        shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, dialog_kind) and one.isVisible()]
        dialog = shown[0] if shown else None
        if dialog is None:
            QTimer.singleShot(20, act)
            return
        try:
            do(dialog)
        except BaseException:
            dialog.close()
            raise

    QTimer.singleShot(0, act)


def say(widget, words):
    """Write into a widget as an input method commits Chinese."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(widget, event)


def composed(widget, *spelled, committed=""):
    """Type into a widget as an input method does: the pinyin as it grows, then the words that are chosen."""
    widget.setFocus()
    for words in spelled:
        QApplication.sendEvent(widget, QInputMethodEvent(words, []))
    say(widget, committed)


def contrast(one, other):
    """Return the contrast of two colours by WCAG 2.1, 1 to 21."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour):
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in QColor(colour).getRgbF()]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def letters_taken_twice(window):
    """Return the letters that Alt would need for two things of a menu or a page, or of a page and the menu bar."""
    menus = [action.text() for action in window.menuBar().actions()]
    twice = {}
    for menu in window.menuBar().findChildren(QMenu):
        found = [re.search(r"&(\w)", action.text().replace("&&", "")) for action in menu.actions()]
        taken = Counter(letter[1].upper() for letter in found if letter)
        twice |= {(menu.title(), letter): times for letter, times in taken.items() if times > 1}
    for page in (*window._pages, window.roster, window.all_actions, window.attendance.page):
        fields = {field.text() for field in page.findChildren(QLabel) + page.findChildren(QAbstractButton)}
        found = [re.search(r"&(\w)", words.replace("&&", "")) for words in (*menus, *fields)]
        taken = Counter(letter[1].upper() for letter in found if letter)
        twice |= {(type(page).__name__, letter): times for letter, times in taken.items() if times > 1}
    return twice


def keys(widget, words):
    """Type into a widget, as an input method commits Chinese and a keyboard sends the rest."""
    composed(widget, committed=words)


def new_meeting(qtbot, window, series="远帆例会", day=date(2025, 9, 2)):
    def fill(dialog):
        dialog.series.setEditText(series)
        dialog.held_on.setDate(day)
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    answer(NewMeeting, fill)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    window.activateWindow()  # without a window manager nobody else does
    qtbot.waitUntil(window.isActiveWindow)


def call(qtbot, window, words, ending=""):
    """Call the roll for somebody by name, with a sign for how they are there."""
    keys(window.attendees.call, words)
    for sign in ending:
        qtbot.keyClick(window.attendees.call, sign)
    qtbot.keyClick(window.attendees.call, Qt.Key.Key_Return)
