"""The language of the window: the menu 语言, and the translators that Qt asks for every word.

The sources are Chinese. In another language the window is made anew, so that every word in it is asked for again; the
minutes keep the words of their house style.
"""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QSettings, QTranslator
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from copu_desk.paths import RESOURCES

if TYPE_CHECKING:
    from copu_desk.gui.main_window import MainWindow

SYSTEM, CHINESE, ENGLISH = "system", "zh", "en"
_KEY, _ON = "language", "copu_language"


def chosen(settings: QSettings) -> str:
    """Return the choice that is kept: SYSTEM, CHINESE (where none was made) or ENGLISH."""
    choice = str(settings.value(_KEY, CHINESE))
    return choice if choice in (SYSTEM, CHINESE, ENGLISH) else CHINESE


def meant(choice: str) -> str:
    """Return the language that a choice means here: that of the system is Chinese unless it is English."""
    if choice != SYSTEM:
        return choice
    return ENGLISH if spoken()[:1] and spoken()[0].startswith("en") else CHINESE


def spoken() -> list[str]:
    """Return the languages of the system, the liked ones first: zh-Hans-CN."""
    return QLocale.system().uiLanguages()


def put_on(language: str) -> bool:
    """Let Qt speak a language from now on; return whether that is another one than before."""
    app = cast(QCoreApplication, QCoreApplication.instance())
    if app.property(_ON) == language:
        return False
    app.setProperty(_ON, language)
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    if language == ENGLISH:
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.World))
        _install(app, "copu_desk_en", str(RESOURCES / "translations"))
    else:
        QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        _install(app, "qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        _install(app, "copu_desk_zh", str(RESOURCES / "translations"))
    return True


def _install(app: QCoreApplication, name: str, folder: str) -> None:
    translator = QTranslator(app)
    if translator.load(name, folder):
        app.installTranslator(translator)


class Languages(QObject):
    """The menu 语言 of one window; the choice is kept between starts."""

    def __init__(self, window: "MainWindow", settings: QSettings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self.menu = QMenu(self.tr("语言(&G)"), window)
        group = QActionGroup(self)
        self.actions: dict[str, QAction] = {}
        for choice, words in (
            (SYSTEM, self.tr("跟随系统(&S)")),
            (CHINESE, "中文(&C)"),  # each language is called what it calls itself
            (ENGLISH, "&English"),
        ):
            action = self.actions[choice] = QAction(words, self, checkable=True)
            action.setActionGroup(group)
            action.setChecked(choice == chosen(settings))
            action.triggered.connect(lambda _checked=False, choice=choice: self.choose(choice))
            self.menu.addAction(action)
        window.menu_view.addMenu(self.menu)

    def choose(self, choice: str) -> None:
        """Keep a choice, and show the window in that language; at the next start, if not all can be saved now."""
        self._settings.setValue(_KEY, choice)
        self.actions[choice].setChecked(True)
        if self._window.save_all() and put_on(meant(choice)):
            _make_anew(self._window)


def _make_anew(window: "MainWindow") -> None:
    """Show the same in a window made anew, in which every word is asked for again."""
    page, tab = window.stack.currentIndex(), window.tabs.currentIndex()
    in_section = window.stack.currentWidget() not in (window.meeting_page, window.empty_page)
    other = window.hand_over()
    other.tabs.setCurrentIndex(tab)
    other.show()
    if in_section:
        other.sections.show_at(page)
    window.close()
    window.deleteLater()
