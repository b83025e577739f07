"""The text editor of essays and discussions: a QTextEdit whose value is a body of blocks.

What is typed is read back block by block: a key in a text of any length reads the one block it changed. The history is
the editor's, so this widget keeps none of its own.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QStatusTipEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from copu_desk.document import Block, Body, Heading, ListItem, PageBreak, Paragraph, Turn, clean, paragraphs, words_of
from copu_desk.editing import (
    Spot,
    as_kind,
    between,
    indented,
    is_object,
    length,
    reads_same,
    shown,
    spliced,
)
from copu_desk.errors import CopuError, ReadError
from copu_desk.exchange import from_html
from copu_desk.gui import copying, pictures, rich_text
from copu_desk.gui.fields import KINDS, Kind, units
from copu_desk.gui.rich_draw import Faces, Things, draw_margin
from copu_desk.gui.sentences import said
from copu_desk.library import Library

BLOCKS = "application/x-copu-blocks"
_FOR_LOOKING = ("Ctrl+F", "Ctrl++", "Ctrl+=", "Ctrl+-", "Ctrl+0")  # keys that change nothing
_SMALLEST, _LARGEST = 8, 40  # points: how far the text can be zoomed


class RichEdit(QTextEdit):
    """Edits a body: faces, kinds of blocks, lists, objects, cleaned paste, zoom."""

    face_changed = Signal()  # the face or kind at the cursor may be another one
    thing_chosen = Signal(int, object)  # the number of a block that is an object, and the object: open it
    find_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(True)
        self.setTabChangesFocus(True)
        self.picture: Callable[[str], bytes] = lambda _name: b""  # the bytes of a picture, by its name
        self.keep_picture: Callable[[bytes], str] | None = (
            None  # keeps a picture and returns its name; none are taken without
        )
        self.taken: Callable[[Body], bool] = lambda _brought: False  # whether somebody else took what was pasted
        self._blocks: list[Block] = [Paragraph(())]
        self._value: Body | None = ()
        self._filling = False
        self._things = Things(self)
        self.document().documentLayout().registerHandler(rich_text.THING_TYPE, self._things)
        self._faces = Faces(self.document())
        self._normal_size = self.font().pointSizeF()
        self.document().contentsChange.connect(self._contents_changed)
        self.textChanged.connect(self._part_things)
        self._looking = {QKeySequence(key) for key in _FOR_LOOKING}
        self._keys = {QKeySequence(key): task for key, task in self._tasks().items()}
        self.cursorPositionChanged.connect(self.face_changed)

    def serve(self, library: Library) -> None:
        """Keep pictures in a library, and take them from there."""
        self.picture, self.keep_picture = library.image, library.add_image

    # The value

    def body(self) -> Body:
        """Return the body as edited."""
        if self._value is None:
            self._value = () if self._blocks == [Paragraph(())] else tuple(self._blocks)
        return self._value

    def set_body(self, body: Body) -> None:
        """Show a body; only the blocks that differ are set anew, and the cursor goes to where they end."""
        old, new = self._blocks, list(body) or [Paragraph(())]
        shorter = min(len(old), len(new))
        top = next((row for row in range(shorter) if old[row] != new[row]), shorter)
        foot = next((row for row in range(shorter - top) if old[-1 - row] != new[-1 - row]), shorter - top)
        self._value = body
        if top == len(old) == len(new):
            return
        end = self._end_of_change(old, new, foot)
        self._filling = True
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        rich_text.make_room(self.document(), top, len(old) - top - foot, len(new) - top - foot)
        block = self.document().findBlockByNumber(top)
        for value in new[top : len(new) - foot]:
            rich_text.write(block, value)
            block = block.next()
        cursor.endEditBlock()
        self._filling = False
        self._blocks = new
        another = not top and not foot and len(old) + len(new) > 2  # noqa: PLR2004 - more than one line typed over
        self.put_cursor((0, 0) if another else end)

    def spot(self, position: int) -> Spot:
        """Return the place of a position of Qt's."""
        block = self.document().findBlock(position)
        before = block.text().encode("utf-16-le", "surrogatepass")[: 2 * (position - block.position())]
        return block.blockNumber(), len(before.decode("utf-16-le", "surrogatepass"))

    def position(self, spot: Spot) -> int:
        """Return the position of Qt's for a place, the nearest there is."""
        block = self.document().findBlockByNumber(min(spot[0], self.document().blockCount() - 1))
        return block.position() + units(block.text()[: spot[1]])

    def put_cursor(self, spot: Spot, to: Spot | None = None) -> None:
        """Put the cursor at a place, or select from there to another, and show it."""
        cursor = self.textCursor()
        cursor.setPosition(self.position(spot))
        if to is not None:
            cursor.setPosition(self.position(to), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def selected(self) -> tuple[Spot, Spot]:
        """Return where the selection begins and ends (twice the cursor if nothing is selected)."""
        cursor = self.textCursor()
        return self.spot(cursor.selectionStart()), self.spot(cursor.selectionEnd())

    def _end_of_change(self, old: list[Block], new: list[Block], foot: int) -> Spot:
        row = len(new) - foot - 1
        if row < 0:
            return 0, 0
        words = words_of(shown(new[row]))
        was = words_of(shown(old[len(old) - foot - 1])) if len(old) > foot else ""
        shorter = min(len(words), len(was))
        same = next((at for at in range(shorter) if words[-1 - at] != was[-1 - at]), shorter)
        return row, len(words) - same

    def _contents_changed(self, position: int, _gone: int, come: int) -> None:
        """Read again the blocks that Qt says were changed."""
        if self._filling:
            return
        document, blocks = self.document(), self._blocks
        first = document.findBlock(position).blockNumber()
        last = document.findBlock(min(position + come, document.characterCount() - 1)).blockNumber()
        old_last = last - (document.blockCount() - len(blocks))
        block, made = document.findBlockByNumber(first), []
        for row in range(first, last + 1):
            now = rich_text.read(block)
            old = blocks[row] if row <= old_last else None
            made.append(old if old is not None and reads_same(old, now) else now)
            block = block.next()
        blocks[first : old_last + 1] = made
        self._value = None

    def _part_things(self) -> None:
        """Give an object a block of its own again, where words were typed beside it or lines were run together."""
        if self._filling:
            return
        block = self.textCursor().block()
        for near in (block.previous(), block, block.next()):
            places = rich_text.things_in(near)
            if places and near.length() > 2:  # noqa: PLR2004 - more than the object and the end of the block
                self._part(near, places[0])
                return

    def _part(self, block: QTextBlock, at: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        if at + 1 < block.position() + block.length() - 1:
            cursor.setPosition(at + 1)
            cursor.insertBlock(rich_text.layout_of(Paragraph(())), QTextCharFormat())
        if at > block.position():
            cursor.setPosition(at)
            before = self.textCursor().position() == at
            cursor.insertBlock(rich_text.layout_of(PageBreak()), QTextCharFormat())
            if before:  # what was typed before the object goes on there
                typing = self.textCursor()
                typing.setPosition(at)
                self.setTextCursor(typing)
        cursor.endEditBlock()

    # What the bar and the keys do

    def apply(self, body: Body, start: Spot, end: Spot | None = None) -> None:
        """Put another body in the place of this one as an edit, with the cursor at a place of it."""
        if body != self.body():
            self.set_body(body)
            self.textChanged.emit()
        self.put_cursor(start, end)

    def insert(self, blocks: Body) -> None:
        """Put blocks in the place of the selection."""
        if blocks:
            start, end = self.selected()
            body, spot = spliced(self.body(), start, end, blocks)
            self.apply(body, spot)

    def exchange(self, row: int, blocks: Body) -> None:
        """Put blocks in the place of one block."""
        body = self.body()
        self.apply((*body[:row], *blocks, *body[row + 1 :]), (row, 0))

    def kind(self) -> Block:
        """Return the kind of the block at the cursor, as a block without words."""
        block = self.textCursor().block()
        return rich_text.thing_of(block) or rich_text.kind_of(block)

    def set_kind(self, kind: Block) -> None:
        """Turn the selected blocks into another kind."""
        self._change_blocks(lambda block: as_kind(block, kind))

    def indent(self, step: int) -> None:
        """Set list items deeper (1) or higher (-1)."""
        self._change_blocks(lambda block: indented(block, step))

    def _change_blocks(self, change: Callable[[Block], Block]) -> None:
        start, end = self.selected()
        body = self.body() or (Paragraph(()),)
        inside = [change(block) for block in body[start[0] : end[0] + 1]]
        shift = [length(now) - length(was) for now, was in zip(inside, body[start[0] :], strict=False)]
        made = (*body[: start[0]], *inside, *body[end[0] + 1 :])
        self.apply(made, (start[0], max(0, start[1] + shift[0])), (end[0], max(0, end[1] + shift[-1])))

    def face(self) -> QTextCharFormat:
        """Return the face of what would be typed now."""
        return self.currentCharFormat()

    def turn_face(self, **parts: Any) -> None:
        """Give the selection, or what is typed next, a face: bold=True, script="super", link="https://…"."""
        face = QTextCharFormat()
        if "bold" in parts:
            face.setFontWeight(700 if parts["bold"] else 400)
        if "italic" in parts:
            face.setFontItalic(parts["italic"])
        if "underline" in parts:
            face.setFontUnderline(parts["underline"])
        if "script" in parts:
            face.setVerticalAlignment(rich_text.SCRIPTS[parts["script"]])
        if "link" in parts:
            face.setAnchor(bool(parts["link"]))
            face.setAnchorHref(parts["link"])
        self.mergeCurrentCharFormat(face)
        self.face_changed.emit()

    def select_link(self) -> None:
        """Select the whole link that the cursor is in, if it is in one and nothing is selected."""
        cursor = self.textCursor()
        href = cursor.charFormat().anchorHref()
        if cursor.hasSelection() or not href:
            return
        for fragment in rich_text.fragments(cursor.block()):
            if fragment.charFormat().anchorHref() == href and fragment.contains(max(0, cursor.position() - 1)):
                cursor.setPosition(fragment.position())
                cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
                self.setTextCursor(cursor)
                return

    def zoom(self, step: int) -> None:
        """Show the text larger (1), smaller (-1) or at its usual size (0)."""
        font = self.font()
        size = font.pointSizeF() + step if step else self._normal_size
        font.setPointSizeF(max(_SMALLEST, min(_LARGEST, size)))
        self.setFont(font)
        self._faces.rehighlight()

    # The clipboard

    def createMimeDataFromSelection(self) -> QMimeData:
        """Offer the selection as blocks, besides as text and as HTML with its tables and pictures."""
        selected = between(self.body(), *self.selected())
        data = copying.blocks(selected, self.picture)
        data.setData(BLOCKS, rich_text.to_json(selected))
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take blocks, HTML, pictures and text; files that are dropped here are for the window."""
        taken = source.hasFormat(BLOCKS) or (bool(self.keep_picture) and (source.hasImage() or source.hasUrls()))
        return not pictures.are_documents(source) and (taken or super().canInsertFromMimeData(source))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put in what the clipboard or a drag brings, cleaned to what a body can hold."""
        brought = self.brought(source)
        if not self.taken(brought):
            self.insert(brought)

    def paste_text(self, words: str) -> None:
        """Put in words without any face."""
        self.insert(paragraphs(clean(words).replace("\n\n", "\n")))

    def brought(self, source: QMimeData) -> Body:
        """Return what is brought, cleaned to what a body can hold; that a picture cannot be kept is said."""
        try:
            return self._brought(source)
        except CopuError as error:
            pictures.tell(self, error)
            return () if source.hasUrls() else paragraphs(clean(source.text()).rstrip("\n"))

    def _brought(self, source: QMimeData) -> Body:
        if source.hasFormat(BLOCKS):
            try:
                return rich_text.from_json(bytes(source.data(BLOCKS).data()))
            except (ValueError, KeyError, TypeError):
                return paragraphs(clean(source.text()))
        if source.hasHtml() and (brought := self._from_page(source.html())):
            return brought
        if self.keep_picture and (brought := pictures.brought(source, self.keep_picture)):
            return brought
        return paragraphs(clean(source.text()).rstrip("\n"))

    def _from_page(self, words: str) -> Body:
        """Return what a page on the clipboard says, keep its pictures, and tell what is left out."""
        try:
            found = from_html(words)
        except ReadError:
            return ()  # beyond any page: its plain text is taken
        if self.keep_picture:
            for data in found.images.values():
                self.keep_picture(data)
        if found.notes:
            QGuiApplication.sendEvent(self, QStatusTipEvent(" ".join(map(said, found.notes))))
        return found.body

    # Keys

    def _tasks(self) -> dict[str, Callable[[], None]]:
        """Return what the keys of the editor do; inside it they go before the keys of the window."""
        kinds: dict[str, Block] = {
            "Ctrl+Alt+0": Paragraph(()),
            "Ctrl+Alt+1": Heading((), 1),
            "Ctrl+Alt+2": Heading((), 2),
            "Ctrl+Alt+3": Heading((), 3),
            "Ctrl+Alt+4": Paragraph((), "quote"),
            "Ctrl+Alt+5": Turn("", ()),
            "Ctrl+Shift+8": ListItem(()),
            "Ctrl+Shift+7": ListItem((), ordered=True),
        }
        return {
            "Ctrl+B": lambda: self.turn_face(bold=self.face().fontWeight() < QFont.Weight.DemiBold),
            "Ctrl+I": lambda: self.turn_face(italic=not self.face().fontItalic()),
            "Ctrl+U": lambda: self.turn_face(underline=not self.face().fontUnderline()),
            "Ctrl+.": lambda: self._turn_script("super"),
            "Ctrl+,": lambda: self._turn_script("sub"),
            "Ctrl+F": self.find_asked.emit,
            "Ctrl+H": self.find_asked.emit,
            "Ctrl+Shift+V": lambda: self.paste_text(QGuiApplication.clipboard().text()),
            "Ctrl++": lambda: self.zoom(1),
            "Ctrl+=": lambda: self.zoom(1),
            "Ctrl+-": lambda: self.zoom(-1),
            "Ctrl+0": lambda: self.zoom(0),
            **{key: partial(self.set_kind, kind) for key, kind in kinds.items()},
        }

    def _turn_script(self, script: str) -> None:
        on = self.face().verticalAlignment() == rich_text.SCRIPTS[script]
        self.turn_face(script="" if on else script)

    def event(self, event: QEvent) -> bool:
        """Claim the keys of the editor before the window's."""
        asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and QKeySequence(event.keyCombination()) in self._keys:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the editor's own keys do; keep lists and objects whole; the rest is Qt's."""
        task = self._keys.get(QKeySequence(event.keyCombination()))
        if self.isReadOnly() and QKeySequence(event.keyCombination()) not in self._looking:
            super().keyPressEvent(event)
            return
        if task:
            task()
            return
        if event.matches(QKeySequence.StandardKey.InsertParagraphSeparator) and self._new_line():
            return
        if event.key() == Qt.Key.Key_Backspace and self._rub_out(-1):
            return
        if event.key() == Qt.Key.Key_Delete and self._rub_out(1):
            return
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and isinstance(self.kind(), ListItem):
            self.indent(1 if event.key() == Qt.Key.Key_Tab else -1)
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab set a list item in, and leave the editor elsewhere."""
        return not isinstance(self.kind(), ListItem) and super().focusNextPrevChild(forward)

    def _new_line(self) -> bool:
        """End an empty list item's list; after a heading and around an object, go on with a paragraph."""
        cursor = self.textCursor()
        kind, block = self.kind(), cursor.block()
        if cursor.hasSelection():
            return False
        if is_object(kind):
            row = block.blockNumber() + cursor.atBlockEnd()
            body = self.body()
            self.apply((*body[:row], Paragraph(()), *body[row:]), (row, 0))
            return True
        if isinstance(kind, ListItem) and not length(self._blocks[block.blockNumber()]):
            self.set_kind(Paragraph(()))
            return True
        ends = isinstance(kind, Heading) or (isinstance(kind, Paragraph) and (kind.role != "quote" or not block.text()))
        if ends and kind != Paragraph(()) and cursor.atBlockEnd():
            cursor.insertBlock(rich_text.layout_of(Paragraph(())), QTextCharFormat())
            self.setTextCursor(cursor)
            return True
        return False

    def _rub_out(self, step: int) -> bool:
        """At the edge of a block: take away an object beside it, or (Backspace) make a list item a paragraph."""
        cursor = self.textCursor()
        edge = cursor.atBlockStart() if step < 0 else cursor.atBlockEnd()
        row = cursor.blockNumber()
        if cursor.hasSelection():
            return False
        body, beside = self.body(), row + step
        if row < len(body) and is_object(body[row]):
            self.apply((*body[:row], Paragraph(()), *body[row + 1 :]), (row, 0))
            return True
        if edge and step < 0 and not is_object(self.kind()) and self.kind() != Paragraph(()):
            self.set_kind(Paragraph(()))
            return True
        if edge and 0 <= beside < len(body) and is_object(body[beside]):
            self.apply(
                (*body[:beside], *body[beside + 1 :]), (row + min(step, 0), 0 if step < 0 else length(body[row]))
            )
            return True
        return False

    # The mouse and the picture on the screen

    def mouseDoubleClickEvent(self, event: Any) -> None:
        """Open the object under the mouse."""
        block = self.cursorForPosition(event.position().toPoint()).block()
        thing = rich_text.thing_of(block)
        if thing is not None:
            self.thing_chosen.emit(block.blockNumber(), thing)
        else:
            super().mouseDoubleClickEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl and the wheel."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, then the bullets, numbers and the bars of quotations in its margin."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setFont(self.font())
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        block = self.cursorForPosition(event.rect().topLeft()).block()
        while block.isValid() and block.blockNumber() < len(self._blocks):
            place = block.layout().boundingRect().translated(block.layout().position()).translated(-across, -down)
            if place.top() > event.rect().bottom():
                break
            draw_margin(painter, self._blocks, block, place, self.palette())
            block = block.next()


KINDS[RichEdit] = Kind("textChanged", RichEdit.body, RichEdit.set_body)
