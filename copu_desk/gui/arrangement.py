"""How a window is arranged: its size, its parts and what is folded away; the same again at the next start."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt
from PySide6.QtWidgets import QSplitter

from copu_desk.gui import forms

if TYPE_CHECKING:
    from copu_desk.gui.main_window import MainWindow

_SIZE = QSize(1280, 800)  # at the first start
_SIDEBAR, _LIST = (230, 0.2), (240, 0.3)  # pixels at most, and the share of what room there is, that they take at first


def restore(window: "MainWindow", settings: QSettings) -> None:
    """Arrange a window as it was kept."""
    geometry, docks = (settings.value(name) for name in ("geometry", "docks"))
    if isinstance(geometry, QByteArray):
        window.restoreGeometry(geometry)
    else:
        window.resize(_SIZE)
    room = min(window.width(), window.screen().availableSize().width())
    for name, splitter, (most, share) in _splitters(window):
        state = settings.value(name)
        left = min(most, int(room * share))
        if not isinstance(state, QByteArray) or not splitter.restoreState(state):
            splitter.setSizes([left, room - left])
        if splitter is window.splitter:
            room -= left
    window.essays.folding.choose(str(settings.value("essay_facts", "")))
    if isinstance(docks, QByteArray):
        window.restoreState(docks)
        window.findings_dock.hide()
    window.sidebar.setVisible(settings.value("sidebar", "true") == "true")
    window.preview.made_room = settings.value("sidebar_made_room", "false") == "true"


def begin(window: "MainWindow", settings: QSettings) -> None:
    """Let a window that was never arranged fill a screen on which its first size and its frame have no room."""
    room = window.screen().availableSize() - forms.FRAME
    if not settings.contains("geometry") and _SIZE.boundedTo(room) != _SIZE:
        window.resize(_SIZE.boundedTo(room))  # its size once it is not maximized any more
        window.setWindowState(Qt.WindowState.WindowMaximized)


def _splitters(window: "MainWindow") -> tuple[tuple[str, QSplitter, tuple[int, float]], ...]:
    """Return each splitter, the window's first, with the name it is kept by and what its left part takes."""
    return (
        ("splitter", window.splitter, _SIDEBAR),
        ("agenda_list", window.agenda.splitter, _LIST),
        ("essay_list", window.essays.splitter, _LIST),
    )


def keep(window: "MainWindow", settings: QSettings) -> None:
    """Keep how a window is arranged."""
    settings.setValue("geometry", window.saveGeometry())
    for name, splitter, _size in _splitters(window):
        settings.setValue(name, splitter.saveState())
    settings.setValue("essay_facts", window.essays.folding.choice)
    settings.setValue("docks", window.saveState())
    settings.setValue("sidebar", "false" if window.sidebar.isHidden() else "true")
    settings.setValue("sidebar_made_room", "true" if window.preview.made_room else "false")
