"""How the editor draws what is not in the text itself: faces of blocks, objects, and what stands in the margin."""

from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QLineF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
    QPyTextObject,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
)

from copu_desk.document import Block, Heading, ListItem, Paragraph, Picture, Table, Turn, words_of
from copu_desk.editing import numbers
from copu_desk.errors import CopuError
from copu_desk.gui import rich_text
from copu_desk.gui.fields import units

if TYPE_CHECKING:
    from copu_desk.gui.rich_edit import RichEdit

_LARGER = {1: 1.4, 2: 1.2, 3: 1.08, 4: 1.0}  # headings, by level, against running text
_TALLEST = 360.0  # pixels of a picture in the editor
_CELL = 5.0  # pixels between the text of a cell and its border
_BREAK = 22.0
_MARGIN = 12.0
_BULLETS = "•◦▪"  # by the level of the list
Role = QPalette.ColorRole


class Faces(QSyntaxHighlighter):
    """Shows headings large, speakers bold and links in their colour, without a mark in the document."""

    def highlightBlock(self, words: str) -> None:
        """Show one block as its kind is shown."""
        block = self.currentBlock()
        value = rich_text.read(block) if words else rich_text.kind_of(block)
        if isinstance(value, Heading):
            face = QTextCharFormat()
            face.setFontPointSize(self.document().defaultFont().pointSizeF() * _LARGER[value.level])
            face.setFontWeight(QFont.Weight.Bold)
            self.setFormat(0, units(words), face)
        elif isinstance(value, Turn):
            face = QTextCharFormat()
            face.setFontWeight(QFont.Weight.Bold)
            self.setFormat(0, units(value.speaker + value.colon), face)
        for fragment in rich_text.fragments(block):
            if fragment.charFormat().isAnchor():
                face = QTextCharFormat()
                face.setForeground(QGuiApplication.palette().color(Role.Link))
                face.setFontUnderline(True)
                self.setFormat(fragment.position() - block.position(), fragment.length(), face)


class Things(QPyTextObject):
    """Draws tables, pictures and page breaks in their place in the text."""

    def __init__(self, edit: "RichEdit") -> None:
        super().__init__(edit)
        self._edit = edit
        self._pixmaps: dict[str, QPixmap] = {}

    def intrinsicSize(self, _document: QTextDocument, _position: int, face: Any) -> QSizeF:
        """Return how much room an object takes."""
        thing, width = self._thing(face), self._width()
        if isinstance(thing, Table):
            return QSizeF(width, sum(self._rows(thing, width)) + 2)
        if isinstance(thing, Picture):
            size = self._picture_size(thing, width)
            return QSizeF(width, size.height() + self._caption_height(thing, width) + 6)
        return QSizeF(width, _BREAK)

    def drawObject(self, painter: QPainter, box: Any, _document: QTextDocument, _position: int, face: Any) -> None:
        """Draw an object."""
        thing, palette = self._thing(face), self._edit.palette()
        painter.save()
        painter.setFont(self._edit.font())
        painter.setPen(palette.color(Role.Text))
        if isinstance(thing, Table):
            self._draw_table(painter, box, thing)
        elif isinstance(thing, Picture):
            self._draw_picture(painter, box, thing)
        else:
            words = QCoreApplication.translate("rich_draw", "分页")
            gap = painter.fontMetrics().horizontalAdvance(words) / 2 + 8
            painter.setPen(QPen(palette.color(Role.PlaceholderText), 1, Qt.PenStyle.DashLine))
            middle = box.center()
            painter.drawLine(QLineF(box.left(), middle.y(), middle.x() - gap, middle.y()))
            painter.drawLine(QLineF(middle.x() + gap, middle.y(), box.right(), middle.y()))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()

    def _thing(self, face: Any) -> Block:
        return rich_text.thing(face.toCharFormat() if hasattr(face, "toCharFormat") else face)

    def _width(self) -> float:
        return max(120.0, self._edit.viewport().width() - 2 * self._edit.document().documentMargin() - _MARGIN)

    def _rows(self, table: Table, width: float) -> tuple[float, ...]:
        return _row_heights(table, width, self._edit.font().toString())

    def _draw_table(self, painter: QPainter, box: QRectF, table: Table) -> None:
        palette = self._edit.palette()
        columns = max((len(row) for row in table.rows), default=1)
        across, top = box.width() / columns, box.top()
        pen = QPen(palette.color(Role.Mid), 1)
        for number, (row, height) in enumerate(zip(table.rows, self._rows(table, box.width()), strict=True)):
            font = QFont(self._edit.font())
            font.setBold(number < table.header_rows)
            painter.setFont(font)
            for column in range(columns):
                cell = QRectF(box.left() + column * across, top, across, height)
                if number < table.header_rows:
                    painter.fillRect(cell, palette.color(Role.AlternateBase))
                painter.setPen(pen)
                painter.drawRect(cell)
                painter.setPen(palette.color(Role.Text))
                words = words_of(row[column]) if column < len(row) else ""
                painter.drawText(cell.adjusted(_CELL, _CELL, -_CELL, -_CELL), Qt.TextFlag.TextWordWrap, words)
            top += height

    def _draw_picture(self, painter: QPainter, box: QRectF, picture: Picture) -> None:
        size = self._picture_size(picture, box.width())
        place = QRectF(box.center().x() - size.width() / 2, box.top(), size.width(), size.height())
        pixmap = self._pixmap(picture)
        if pixmap.isNull():
            painter.setPen(QPen(self._edit.palette().color(Role.PlaceholderText), 1, Qt.PenStyle.DashLine))
            painter.drawRect(place)
            words = QCoreApplication.translate("rich_draw", "图片不在资料库里")
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
        painter.setPen(self._edit.palette().color(Role.Text))
        below = QRectF(box.left(), place.bottom() + 4, box.width(), box.bottom() - place.bottom())
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, picture.caption)

    def _pixmap(self, picture: Picture) -> QPixmap:
        if picture.image not in self._pixmaps:
            pixmap = QPixmap()
            with suppress(CopuError):  # one that is not in the library is drawn as a frame that says so
                pixmap.loadFromData(self._edit.picture(picture.image))
            self._pixmaps[picture.image] = pixmap
        return self._pixmaps[picture.image]

    def _picture_size(self, picture: Picture, width: float) -> QSizeF:
        pixmap = self._pixmap(picture)
        natural = QSizeF(pixmap.size()) if not pixmap.isNull() else QSizeF(240, 120)
        if picture.width:
            natural *= picture.width / 25.4 * self._edit.logicalDpiX() / natural.width()
        if natural.width() > width or natural.height() > _TALLEST:
            natural = natural.scaled(QSizeF(width, _TALLEST), Qt.AspectRatioMode.KeepAspectRatio)
        return natural

    def _caption_height(self, picture: Picture, width: float) -> float:
        if not picture.caption:
            return 0.0
        room = QRectF(0, 0, width, 10_000)
        return (
            QFontMetricsF(self._edit.font()).boundingRect(room, Qt.TextFlag.TextWordWrap, picture.caption).height() + 4
        )


def draw_margin(
    painter: QPainter, blocks: Sequence[Block], block: QTextBlock, place: QRectF, palette: QPalette
) -> None:
    """Draw what stands left of one of some blocks at its place: bullet or number of a list, bar of a quotation."""
    value, line = blocks[block.blockNumber()], block.layout().lineAt(0)
    if not line.isValid():
        return
    if isinstance(value, ListItem) and not value.marker:
        words = _BULLETS[value.level % len(_BULLETS)]
        if value.ordered:
            words = f"{numbers(blocks, block.blockNumber())}."
        box = QRectF(place.left() - rich_text.STEP * 2, place.top(), rich_text.STEP * 2 - 6, line.height())
        painter.setPen(palette.color(Role.Text))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
    elif isinstance(value, Paragraph) and value.role == "quote":
        bar = QRectF(place.left() - rich_text.STEP / 2, place.top(), 3, place.height())
        painter.fillRect(bar, palette.color(Role.Mid))


@lru_cache(maxsize=64)
def _row_heights(table: Table, width: float, font: str) -> tuple[float, ...]:
    face = QFont()
    face.fromString(font)
    metrics = QFontMetricsF(face)
    columns = max((len(row) for row in table.rows), default=1)
    room = QRectF(0, 0, width / columns - 2 * _CELL, 100_000)
    return tuple(
        max(
            (metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words_of(cell)).height() for cell in row),
            default=0,
        )
        + 2 * _CELL
        + (metrics.height() if not any(words_of(cell) for cell in row) else 0)
        for row in table.rows
    )
