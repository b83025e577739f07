"""How a window is arranged: its size, its parts and what is folded away; the same again at the next start."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt

from copu_desk.gui import forms

if TYPE_CHECKING:
    from copu_desk.gui.main_window import MainWindow

_SIZE = QSize(1280, 800)  # at the first start


def restore(window: "MainWindow", settings: QSettings) -> None:
    """Arrange a window as it was kept."""
    geometry, splitter, docks = (settings.value(name) for name in ("geometry", "splitter", "docks"))
    if isinstance(geometry, QByteArray):
        window.restoreGeometry(geometry)
    else:
        window.resize(_SIZE)
    if isinstance(splitter, QByteArray):
        window.splitter.restoreState(splitter)
    if isinstance(docks, QByteArray):
        window.restoreState(docks)
        window.findings_dock.hide()
    window.sidebar.setVisible(settings.value("sidebar", "true") == "true")
    window.preview.made_room = settings.value("sidebar_made_room", "false") == "true"


def begin(window: "MainWindow", settings: QSettings) -> None:
    """Let a window that was never arranged fill a screen on which its first size and its frame have no room."""
    room = window.screen().availableSize() - forms.FRAME
    if not settings.contains("geometry") and _SIZE.boundedTo(room) != _SIZE:
        window.setWindowState(Qt.WindowState.WindowMaximized)


def keep(window: "MainWindow", settings: QSettings) -> None:
    """Keep how a window is arranged."""
    settings.setValue("geometry", window.saveGeometry())
    settings.setValue("splitter", window.splitter.saveState())
    settings.setValue("docks", window.saveState())
    settings.setValue("sidebar", "false" if window.sidebar.isHidden() else "true")
    settings.setValue("sidebar_made_room", "true" if window.preview.made_room else "false")
