"""The window in light and dark, as the system has it or as the secretary chose."""

import re
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from windows import contrast

from copu_desk import desk
from copu_desk.gui import icons, theme
from copu_desk.gui.main_window import MainWindow
from copu_desk.library import Library


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    library = Library(tmp_path / "a.copu")
    library.save(desk.new_meeting(library, desk.series_named(library, "例会"), date(2025, 3, 4)))
    window = MainWindow(library, QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    window.show()
    return window


def ground(widget: object) -> QColor:
    return widget.palette().color(QPalette.ColorRole.Window)


def test_the_menu_turns_the_window_dark_and_the_choice_is_kept(window: MainWindow, qtbot: QtBot) -> None:
    dark = next(action for action in window.looks.menu.actions() if "深色" in action.text())
    dark.trigger()
    assert ground(window).name() == theme.ON_DARK.window
    again = MainWindow(Library(window.library.path), window._settings)
    qtbot.addWidget(again)
    again.show()
    assert ground(again).name() == theme.ON_DARK.window
    again.looks.choose(theme.LIGHT)
    assert ground(again).name() == theme.ON_LIGHT.window


def test_icons_are_drawn_in_the_colour_of_the_text(window: MainWindow) -> None:
    for choice, colours in ((theme.DARK, theme.ON_DARK), (theme.LIGHT, theme.ON_LIGHT)):
        window.looks.choose(choice)
        QApplication.processEvents()
        drawn = window.new_meeting.icon().pixmap(icons.SIZE).toImage()
        middle = drawn.pixelColor(drawn.width() // 2, drawn.height() // 2)  # the crossing of the plus sign
        assert abs(middle.lightness() - QColor(colours.text).lightness()) <= 2  # edges are smoothed


def test_every_icon_that_is_named_is_there_and_draws_something(window: MainWindow) -> None:
    for name in window.looks._dressed.values():
        drawn = icons.icon(name).pixmap(icons.SIZE).toImage()
        assert any(drawn.pixelColor(x, y).alpha() for x in range(drawn.width()) for y in range(drawn.height()))


@pytest.mark.parametrize("colours", [theme.ON_LIGHT, theme.ON_DARK])
def test_words_are_readable_on_their_ground(colours: theme.Colours) -> None:
    for ink, paper in (
        (colours.text, colours.window),
        (colours.text, colours.base),
        (colours.muted, colours.window),
        (colours.muted, colours.base),
        (colours.on_accent, colours.accent),
        (colours.on_chosen, colours.chosen),
        (colours.on_danger, colours.danger),
        (colours.danger, colours.base),
    ):
        assert contrast(ink, paper) >= 4.5  # WCAG 2.1 §1.4.3


def test_no_name_of_a_colour_is_left_in_the_style_sheet() -> None:
    assert "@" not in theme.style_sheet(theme.ON_DARK).replace("@names", "")


def test_every_picture_of_the_style_sheet_is_there() -> None:
    for colours in (theme.ON_LIGHT, theme.ON_DARK):
        pictures = re.findall(r"url\(([^)]*)\)", theme.style_sheet(colours))
        assert pictures
        assert all(Path(one).is_file() for one in pictures)
