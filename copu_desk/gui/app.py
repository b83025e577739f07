"""Start the window: fonts, looks, language, and the last resort when something goes wrong."""

import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, QSettings, QTranslator
from PySide6.QtGui import QFont, QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPlainTextEdit, QTextEdit

from copu_desk import __version__
from copu_desk.errors import CopuError
from copu_desk.gui import theme
from copu_desk.gui.main_window import MainWindow
from copu_desk.library import Library
from copu_desk.paths import RESOURCES, default_library

# Simplified Chinese faces first: in a C locale Qt would pick Japanese glyph shapes.
FACES = ["Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei"]


class OneHistory(QObject):
    """Keeps text fields from undoing on their own, so that there is one history: the editor's."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave undo and redo to the window's actions."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            redo = event.matches(QKeySequence.StandardKey.Redo) or QKeySequence(event.keyCombination()) == _REDO
            if redo or event.matches(QKeySequence.StandardKey.Undo):
                event.ignore()
                return isinstance(watched, QLineEdit | QPlainTextEdit | QTextEdit)
        return False


_REDO = QKeySequence("Ctrl+Y")


def make_application(arguments: list[str]) -> QApplication:
    """Return the application with its looks, language and history."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(arguments)
    app.setApplicationName("COPU Desk")
    app.setApplicationVersion(__version__)
    app.setWindowIcon(QIcon(str(RESOURCES / "icons" / "copu-desk.svg")))
    app.setStyle("Fusion")
    font = QFont(app.font())
    font.setFamilies(FACES)
    app.setFont(font)
    theme.apply(app)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: theme.apply(app))
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    words = QTranslator(app)
    if words.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)
    app.installEventFilter(OneHistory(app))
    return app


def main(arguments: list[str], library: Path | None = None) -> int:
    """Open the window on a library (the user's own if none is named) and return the exit status."""
    app = make_application(["copu-desk", *arguments])
    sys.excepthook = _tell_of_fault
    try:
        opened = Library(library or default_library())
    except CopuError as error:
        QMessageBox.critical(None, "COPU Desk", str(error))
        return 2
    window = MainWindow(opened, QSettings("COPU Desk", "COPU Desk"))
    window.show()
    return app.exec()


def _tell_of_fault(kind: type[BaseException], error: BaseException, at: TracebackType | None) -> None:
    """Say that the program is at fault, and that the text is safe; the details are for whoever mends it."""
    details = "".join(traceback.format_exception(kind, error, at))
    sys.__excepthook__(kind, error, at)
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, MainWindow):
            widget.editor.save()
    box = QMessageBox(QMessageBox.Icon.Critical, "COPU Desk", "程序出了一个错。已经输入的文字都已尽力保存。")
    box.setInformativeText(f"版本 {__version__}。请把下面的详情发给维护者。")
    box.setDetailedText(details)
    box.exec()
