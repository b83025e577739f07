"""The sections of the window beside its meetings (人员, 考勤, 待办): each a page in the place of the meeting."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from copu_desk.errors import CopuError
from copu_desk.gui.sidebar import Sidebar


class Section(Protocol):
    """A page that is a section."""

    def open(self) -> None:
        """Show what is in the library now, and take the focus."""

    def windowTitle(self) -> str:
        """Return what the section is called in the window's title."""


class Sections(QObject):
    """Shows a section when its action is triggered; the sidebar has a button for each."""

    def __init__(
        self,
        stack: QStackedWidget,
        sidebar: Sidebar,
        leave: Callable[[], object],
        attempt: Callable[[Callable[[], object]], object],
    ) -> None:
        """`leave` is called before a section takes the meeting's place; `attempt` says why one cannot be shown."""
        super().__init__(stack)
        self._stack, self._sidebar, self._leave, self._attempt = stack, sidebar, leave, attempt
        self._pages: dict[QAction, QWidget] = {}
        stack.currentChanged.connect(lambda _place: self._mark())

    def add(self, action: QAction, page: QWidget) -> None:
        """Add a page (a Section); the action shows it, and its words are on the sidebar's button."""
        self._stack.addWidget(page)
        self._pages[action] = page
        action.setCheckable(True)
        self._sidebar.add_section(action)
        action.triggered.connect(lambda: self.show(page))

    def show(self, page: QWidget) -> None:
        """Show a page that was added; if the library cannot be read, say so and stay where one is."""
        self._attempt(lambda: self._show(page))

    def _show(self, page: QWidget) -> None:
        self._leave()
        was = self._stack.currentWidget()
        self._stack.setCurrentWidget(page)
        try:
            page.open()  # type: ignore[attr-defined]  # it is a Section, which Qt's class cannot be told
        except CopuError:
            if was:
                self._stack.setCurrentWidget(was)
            raise
        finally:
            self._mark()
        self._sidebar.select("")
        self.window().setWindowTitle(f"{page.windowTitle()} — COPU Desk")

    def _mark(self) -> None:
        """Show which section one is in, if any."""
        for action, page in self._pages.items():
            action.setChecked(page is self._stack.currentWidget())

    def show_at(self, place: int) -> None:
        """Show the page at a place of the stack."""
        if page := self._stack.widget(place):
            self.show(page)

    def window(self) -> QWidget:
        """Return the window that the sections are in."""
        return self._stack.window()
