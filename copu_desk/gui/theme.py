"""The colours of the window, light and dark, and how the program puts them on."""

from dataclasses import asdict, dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from copu_desk.paths import RESOURCES

SYSTEM, LIGHT, DARK = "system", "light", "dark"
_CHOICE, _ON = "copu_looks", "copu_looks_on"
_HALF = 128


@dataclass(frozen=True, slots=True)
class Colours:
    """Every colour by the part it plays; app.qss names them as @window, @base and so on."""

    window: str
    base: str  # what one types on
    stripe: str  # every second row
    raised: str  # buttons
    hover: str
    text: str
    muted: str
    line: str
    accent: str
    on_accent: str
    chosen: str  # the ground of what is selected
    on_chosen: str
    danger: str
    on_danger: str
    tick: str  # the picture of a tick in the colour of on_accent


ON_LIGHT = Colours(
    window="#f3f4f7",
    base="#ffffff",
    stripe="#f8f9fb",
    raised="#ffffff",
    hover="#e9edf5",
    text="#1d2129",
    muted="#606774",
    line="#cfd4dc",
    accent="#2456c7",
    on_accent="#ffffff",
    chosen="#d3e1fb",
    on_chosen="#10244f",
    danger="#b3261e",
    on_danger="#ffffff",
    tick="tick-light.svg",
)
ON_DARK = Colours(
    window="#1e2024",
    base="#282b30",
    stripe="#2c2f35",
    raised="#33373e",
    hover="#3b4048",
    text="#e7e9ed",
    muted="#a6adb9",
    line="#4a505a",
    accent="#82acff",
    on_accent="#0d1a33",
    chosen="#31496f",
    on_chosen="#f1f5fc",
    danger="#f5857d",
    on_danger="#2b0b08",
    tick="tick-dark.svg",
)


def colours() -> Colours:
    """Return the colours that are on now."""
    return ON_DARK if QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < _HALF else ON_LIGHT


def apply(app: QApplication, choice: str = "") -> None:
    """Put on the light or the dark colours, or (`system`) those of the system; without a choice, the last one again."""
    choice = choice or str(app.property(_CHOICE) or SYSTEM)
    app.setProperty(_CHOICE, choice)
    dark = choice == DARK or (choice == SYSTEM and app.styleHints().colorScheme() == Qt.ColorScheme.Dark)
    wanted = ON_DARK if dark else ON_LIGHT
    if app.property(_ON) != wanted.window:  # polishing every widget again takes its time
        app.setProperty(_ON, wanted.window)
        app.setPalette(palette(wanted))
        app.setStyleSheet("")  # put in the place of another sheet, Qt polishes each widget once for each of its parents
        app.setStyleSheet(style_sheet(wanted))


def palette(wanted: Colours) -> QPalette:
    """Return the colours as a palette, for what the style draws itself."""
    made, role = QPalette(), QPalette.ColorRole
    for part, colour in (
        (role.Window, wanted.window),
        (role.WindowText, wanted.text),
        (role.Base, wanted.base),
        (role.AlternateBase, wanted.stripe),
        (role.ToolTipBase, wanted.base),
        (role.ToolTipText, wanted.text),
        (role.PlaceholderText, wanted.muted),
        (role.Text, wanted.text),
        (role.Button, wanted.raised),
        (role.ButtonText, wanted.text),
        (role.BrightText, wanted.danger),
        (role.Link, wanted.accent),
        (role.LinkVisited, wanted.accent),
        (role.Accent, wanted.accent),
        (role.Highlight, wanted.chosen),
        (role.HighlightedText, wanted.on_chosen),
        (role.Light, wanted.raised),
        (role.Midlight, wanted.hover),
        (role.Mid, wanted.line),
        (role.Dark, wanted.line),
    ):
        made.setColor(part, QColor(colour))
    for part in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, part, QColor(wanted.muted))
    return made


def style_sheet(wanted: Colours) -> str:
    """Return app.qss with its names of colours and of the icons' folder filled in."""
    words = (RESOURCES / "app.qss").read_text(encoding="utf-8").replace("@icons", (RESOURCES / "icons").as_posix())
    for name, colour in sorted(asdict(wanted).items(), key=lambda one: -len(one[0])):
        words = words.replace(f"@{name}", colour)
    return words
