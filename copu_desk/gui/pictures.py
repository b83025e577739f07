"""Pictures from the clipboard, a drag or a file, as blocks."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMimeData, QTimer
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader
from PySide6.QtWidgets import QMessageBox, QWidget

from copu_desk.document import Body, Picture
from copu_desk.errors import CopuError, RequestError
from copu_desk.gui.sentences import said
from copu_desk.images import kind_of
from copu_desk.incoming import whole
from copu_desk.limits import LARGEST_PICTURE

SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".bmp")
_QUALITY = 95  # of a photo that is written again, percent

Keep = Callable[[bytes], str]


def are_documents(source: QMimeData) -> bool:
    """Tell whether a drag brings files of which none is a picture: they are imported, not put into a text."""
    paths = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
    return bool(paths) and not any(path.suffix.lower() in SUFFIXES for path in paths)


def brought(source: QMimeData, keep: Keep) -> Body:
    """Return the pictures that the clipboard or a drag brings; RequestError for a file that `from_file` refuses."""
    paths = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
    paths = [path for path in paths if path.suffix.lower() in SUFFIXES]
    if paths:
        return tuple(from_file(path, keep) for path in paths)
    image = source.imageData() if source.hasImage() else None
    return (from_image(image, keep),) if isinstance(image, QImage) and not image.isNull() else ()


def tell(widget: QWidget, error: CopuError) -> None:
    """Say why a picture was not taken, once the drag that brought it is over."""
    title, words = QCoreApplication.translate("pictures", "插入图片"), said(error)
    QTimer.singleShot(0, widget, lambda: QMessageBox.warning(widget, title, words))


def from_image(image: QImage, keep: Keep) -> Picture:
    """Return an image as a picture, kept as PNG."""
    return Picture(keep(_png(image)))


def from_file(path: Path, keep: Keep) -> Picture:
    """Return a file as a picture, its bytes kept as they are; RequestError if it is none or too large."""
    try:
        data = whole(path, LARGEST_PICTURE)
    except (OSError, ValueError) as error:
        raise RequestError("图片“{file}”读不出来，没有插入。请检查文件。", file=path.name) from error
    if data is None:
        raise RequestError("图片“{file}”超过 20 MB，没有插入。请先把它缩小。", file=path.name)
    image, is_turned = _read(data)
    if image.isNull():
        raise RequestError("“{file}”不是能读的图片，没有插入。请换成 PNG 或 JPEG。", file=path.name)
    if is_turned:
        return Picture(keep(_written(image, "JPEG" if kind_of(data) == "jpeg" else "PNG")))
    return Picture(keep(data if kind_of(data) not in ("", "bmp") else _png(image)))


def _read(data: bytes) -> tuple[QImage, bool]:
    """Return an image as it is to be seen, and whether its file only says by a note how it is to be turned.

    So do photos of telephones held upright. Word does not heed that note.
    """
    buffer = QBuffer()
    buffer.setData(data)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    turned = reader.transformation() != QImageIOHandler.Transformation.TransformationNone
    return reader.read(), turned


def _png(image: QImage) -> bytes:
    return _written(image, "PNG")


def _written(image: QImage, kind: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind, _QUALITY if kind == "JPEG" else -1)  # type: ignore[call-overload]  # the stub wants bytes
    return bytes(buffer.data().data())
