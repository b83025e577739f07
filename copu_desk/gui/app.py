"""Start the window: fonts, looks, language, and the last resort when something goes wrong."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings
from PySide6.QtGui import QFont, QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from copu_desk import __version__
from copu_desk.gui import arrangement, language, theme
from copu_desk.gui.crash import Crashes, save_report
from copu_desk.gui.main_window import MainWindow
from copu_desk.gui.opening import open_for_window
from copu_desk.library import holder_left
from copu_desk.paths import RESOURCES, data_folder, default_library

# Simplified Chinese faces first: in a C locale Qt would pick Japanese glyph shapes.
FACES = ["Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei"]


class OneHistory(QObject):
    """Keeps text fields from undoing on their own, so that there is one history: the editor's.

    It looks at the events of the one widget that has the keys: in Python all events of the program would be too many.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusChanged.connect(self._turn)
        self._turn(None, app.focusWidget())

    def _turn(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None:
            before.removeEventFilter(self)
        if now is not None:
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave undo, redo and the export to the window's actions."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ours = event.matches(QKeySequence.StandardKey.Redo) or QKeySequence(event.keyCombination()) in _OURS
            if ours or event.matches(QKeySequence.StandardKey.Undo):
                event.ignore()
                return isinstance(watched, QLineEdit | QPlainTextEdit | QTextEdit)
        return False


_OURS = (QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+E"))  # on Linux, Ctrl+E else goes to the end of a line


def make_application(arguments: list[str]) -> QApplication:
    """Return the application with its looks, language and history; one that has them is returned as it is."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(arguments)
    if app.findChild(OneHistory):
        return app
    app.setApplicationName("COPU Desk")
    app.setApplicationVersion(__version__)
    app.setWindowIcon(QIcon(str(RESOURCES / "icons" / "copu-desk.svg")))
    app.setStyle("Fusion")
    font = QFont(app.font())
    font.setFamilies(FACES)
    app.setFont(font)
    theme.apply(app)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: theme.apply(app))
    language.put_on(language.CHINESE)
    OneHistory(app)
    return app


def main(arguments: list[str], library: Path | None = None) -> int:
    """Open the window on a library (the user's own if none is named) and return the exit status."""
    app = make_application(["copu-desk", *arguments])
    crashes = Crashes(data_folder() / "logs", save_all, QApplication.activeWindow)
    crashes.watch()
    path = library or default_library()
    left_open = holder_left(path)
    settings = QSettings("COPU Desk", "COPU Desk")
    language.put_on(language.meant(language.chosen(settings)))  # before anything is asked
    opened = open_for_window(path)
    if opened is None:
        return 2
    window = MainWindow(opened, settings)
    arrangement.begin(window, settings)
    window.show()
    _tell_of_last_time(window, crashes, left_open=left_open)
    status: int = app.exec()
    crashes.close()
    return status


def windows() -> list[MainWindow]:
    """Return the windows that are open."""
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)]


def save_all() -> bool:
    """Save what every window holds; return whether everything is on the disk."""
    return False not in [window.save_all() for window in windows()]  # all of them, also after one that failed


def _tell_of_last_time(window: MainWindow, crashes: Crashes, *, left_open: bool) -> None:
    """Say that the program broke off the last time, and that everything saved is here."""
    fault = crashes.last_fault()
    if fault:
        words = f"COPU Desk {__version__}\n\n{fault}"
        window.bands.show(
            "crash",
            QCoreApplication.translate("app", "上次程序意外退出了。保存过的文字都在，已经回到退出前的地方。"),
            QCoreApplication.translate("app", "保存报告…"),
            lambda: save_report(window, words),
        )
    elif left_open and not window.library.read_only:
        window.bands.show(
            "crash",
            QCoreApplication.translate("app", "上次没有正常退出（例如断电）。保存过的文字都在，已经回到退出前的地方。"),
        )
