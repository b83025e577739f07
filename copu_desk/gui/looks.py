"""How one window looks: the menu 外观 (as the system, light, dark) and the icons of its actions and buttons."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QSettings
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from copu_desk.gui import icons, theme

if TYPE_CHECKING:
    from copu_desk.gui.main_window import MainWindow

_KEY = "looks"


class Looks(QObject):
    """Dresses a window, again whenever the colours change; the choice of colours is kept between starts."""

    def __init__(self, window: "MainWindow", settings: QSettings) -> None:
        super().__init__(window)
        self._settings = settings
        self._dressed: dict[QAction | QAbstractButton, str] = {
            window.new_meeting: "plus",
            window.import_minutes: "import",
            window.import_report: "import",
            window.export_minutes: "export",
            window.export_attendance: "table",
            window.backup: "archive",
            window.turning.undo: "undo",
            window.turning.redo: "redo",
            window.check: "check",
            window.edit_series: "calendar",
            window.edit_styles: "page",
            window.delete_meeting: "trash",
            window.go_roster: "people",
            window.go_attendance: "chart",
            window.sign_in: "pen",
            window.import_ledger: "table",
            window.go_all_actions: "actions",
            window.toggle_scratch: "note",
            window.toggle_sidebar: "sidebar",
            window.toggle_preview: "preview",
            window.search: "search",
            window.keys: "keyboard",
            window.export_button: "export",
        }
        self._search = window.sidebar.search.addAction(icons.icon("search"), window.sidebar.search.ActionPosition(0))
        self._dressed[self._search] = "search"
        self.menu = QMenu(self.tr("外观(&L)"), window)
        self._make_menu(window)
        self.choose(str(settings.value(_KEY, theme.SYSTEM)))
        window.installEventFilter(self)
        self._dress()

    def choose(self, choice: str) -> None:
        """Put on the colours of the system, the light or the dark ones, and keep the choice."""
        choice = choice if choice in self._actions else theme.SYSTEM
        self._actions[choice].setChecked(True)
        self._settings.setValue(_KEY, choice)
        theme.apply(cast(QApplication, QApplication.instance()), choice)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw the icons anew when the colours have changed."""
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()
        return super().eventFilter(watched, event)

    def _make_menu(self, window: "MainWindow") -> None:
        group = QActionGroup(self)
        self._actions: dict[str, QAction] = {}
        for choice, words in (
            (theme.SYSTEM, self.tr("跟随系统(&S)")),
            (theme.LIGHT, self.tr("浅色(&L)")),
            (theme.DARK, self.tr("深色(&D)")),
        ):
            action = self._actions[choice] = QAction(words, self, checkable=True)
            action.setActionGroup(group)
            action.triggered.connect(lambda _checked=False, choice=choice: self.choose(choice))
            self.menu.addAction(action)
        window.menu_view.addSeparator()
        window.menu_view.addMenu(self.menu)

    def _dress(self) -> None:
        for thing, name in self._dressed.items():
            thing.setIcon(icons.icon(name))
