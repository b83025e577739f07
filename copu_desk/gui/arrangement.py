"""How a window is arranged: its size, its parts and what is folded away; the same again at the next start."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

if TYPE_CHECKING:
    from copu_desk.gui.main_window import MainWindow

_WIDTH, _HEIGHT = 1280, 800  # at the first start


def restore(window: "MainWindow", settings: QSettings) -> None:
    """Arrange a window as it was kept."""
    geometry, splitter, docks = (settings.value(name) for name in ("geometry", "splitter", "docks"))
    if isinstance(geometry, QByteArray):
        window.restoreGeometry(geometry)
    else:
        window.resize(_WIDTH, _HEIGHT)
    if isinstance(splitter, QByteArray):
        window.splitter.restoreState(splitter)
    if isinstance(docks, QByteArray):
        window.restoreState(docks)
        window.findings_dock.hide()
    window.sidebar.setVisible(settings.value("sidebar", "true") == "true")
    window.preview.made_room = settings.value("sidebar_made_room", "false") == "true"


def keep(window: "MainWindow", settings: QSettings) -> None:
    """Keep how a window is arranged."""
    settings.setValue("geometry", window.saveGeometry())
    settings.setValue("splitter", window.splitter.saveState())
    settings.setValue("docks", window.saveState())
    settings.setValue("sidebar", "false" if window.sidebar.isHidden() else "true")
    settings.setValue("sidebar_made_room", "true" if window.preview.made_room else "false")
