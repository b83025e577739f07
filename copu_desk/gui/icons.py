"""The icons: simple line drawings in resources/icons, drawn in the colour of the text around them."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from copu_desk.paths import RESOURCES

SIZE = 18
_SHARP = 3  # drawn this much larger, for screens at 300 %


def icon(name: str) -> QIcon:
    """Return an icon in the colour of text as it is now; disabled, in that of hints."""
    drawing = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    palette, made = QGuiApplication.palette(), QIcon()
    for mode, role in (
        (QIcon.Mode.Normal, QPalette.ColorRole.ButtonText),
        (QIcon.Mode.Disabled, QPalette.ColorRole.PlaceholderText),
    ):
        made.addPixmap(_drawn(drawing.replace("currentColor", palette.color(role).name())), mode)
    return made


def _drawn(drawing: str) -> QPixmap:
    pixmap = QPixmap(QSize(SIZE, SIZE) * _SHARP)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(_SHARP)
    return pixmap
