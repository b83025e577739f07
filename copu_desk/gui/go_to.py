"""What Ctrl+K offers besides meetings: the people of the roster and the commands of the menus."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from copu_desk.gui.sentences import aside
from copu_desk.matching import candidates
from copu_desk.model import Person

if TYPE_CHECKING:
    from copu_desk.gui.main_window import MainWindow

MOST = 5  # of a kind are offered


class Offer(NamedTuple):
    """A line of the list, and what choosing it does."""

    label: str
    take: Callable[[], None]


def offers(window: "MainWindow", words: str) -> list[Offer]:
    """Return the commands and people that words may mean, commands first."""
    wanted = words.strip().lower()
    if not wanted:
        return []
    commands = [
        action
        for action in _commands(window)
        if action.isEnabled() and action.isVisible() and wanted in plain(action).lower()
    ]
    people = candidates(words, window.library.people())
    command = QCoreApplication.translate("go_to", "命令：{}")
    somebody = QCoreApplication.translate("go_to", "人员：{}")
    return [
        *(Offer(command.format(_labelled(action)), action.trigger) for action in commands[:MOST]),
        *(Offer(somebody.format(_called(person)), _show(window, person)) for person in people[:MOST]),
    ]


def _show(window: "MainWindow", person: Person) -> Callable[[], None]:
    return lambda: window.show_person(person.id)


def _called(person: Person) -> str:
    return f"{person.name}{aside(person.organization)}"


def _commands(window: "MainWindow") -> Iterator[QAction]:
    for entry in window.menuBar().actions():
        menu = entry.menu()
        if isinstance(menu, QMenu):
            yield from of_menu(menu)


def of_menu(menu: QMenu) -> Iterator[QAction]:
    """Yield the commands of a menu, and those of the menus in it."""
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from of_menu(inner)
        elif not action.isSeparator():
            yield action


def plain(action: QAction) -> str:
    """Return the words of a command without its key: 导出 Word 纪要(&W)… is 导出 Word 纪要."""
    words = action.text()
    start = words.find("(&")
    words = words[:start] + words[start + 4 :] if start >= 0 else words
    return words.replace("&", "").rstrip("…")


def _labelled(action: QAction) -> str:
    key = action.shortcut().toString()
    return f"{plain(action)}　{key}" if key else plain(action)
