"""The bar over a text editor: kinds of paragraphs, faces, links, tables, pictures, find."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QFont, QTextCharFormat
from PySide6.QtWidgets import QComboBox, QFileDialog, QInputDialog, QLineEdit, QMessageBox, QToolButton, QWidget

from copu_desk.document import Block, Heading, ListItem, PageBreak, Paragraph, Picture, Span, Table, Turn
from copu_desk.editing import bare
from copu_desk.errors import CopuError
from copu_desk.gui import forms, pictures
from copu_desk.gui.find_bar import FindBar
from copu_desk.gui.flow import let_wrap
from copu_desk.gui.mouse import keep_still
from copu_desk.gui.picture_dialog import PictureDialog
from copu_desk.gui.rich_edit import RichEdit
from copu_desk.gui.sentences import said
from copu_desk.gui.table_dialog import TableDialog

_NEW_TABLE = Table(tuple(((),) * 3 for _ in range(3)), 1)


class RichBar(QWidget):
    """Shows and changes what the cursor of one editor is in."""

    kind: QComboBox
    bold: QToolButton
    italic: QToolButton
    underline: QToolButton
    superscript: QToolButton
    subscript: QToolButton
    link: QToolButton
    table: QToolButton
    picture: QToolButton
    page_break: QToolButton
    look_for: QToolButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "rich_bar")
        let_wrap(self)
        keep_still(self.kind)
        for button, turn in (
            (self.bold, QFont.setBold),
            (self.italic, QFont.setItalic),
            (self.underline, QFont.setUnderline),
        ):
            font = QFont(button.font())
            turn(font, True)
            button.setFont(font)

    def attach(self, edit: RichEdit, find: FindBar) -> None:
        """Serve an editor, with the bar that finds in it."""
        self._edit = edit
        for words, kind in self._kinds():
            self.kind.addItem(words, kind)
        self.kind.activated.connect(self._turn_kind)
        edit.face_changed.connect(self._show)
        edit.thing_chosen.connect(self._open)
        edit.find_asked.connect(lambda: find.open(edit))
        self.bold.clicked.connect(lambda on: self._turn("bold", on))
        self.italic.clicked.connect(lambda on: self._turn("italic", on))
        self.underline.clicked.connect(lambda on: self._turn("underline", on))
        self.superscript.clicked.connect(lambda on: self._turn("script", "super" if on else ""))
        self.subscript.clicked.connect(lambda on: self._turn("script", "sub" if on else ""))
        self.link.clicked.connect(self._link)
        self.table.clicked.connect(self._table)
        self.picture.clicked.connect(self._picture)
        self.page_break.clicked.connect(lambda: self._insert(PageBreak()))
        self.look_for.clicked.connect(lambda: find.open(edit))
        self._show()

    def _kinds(self) -> tuple[tuple[str, Block], ...]:
        return (
            (self.tr("正文"), Paragraph(())),
            (self.tr("标题 1"), Heading((), 1)),
            (self.tr("标题 2"), Heading((), 2)),
            (self.tr("标题 3"), Heading((), 3)),
            (self.tr("引文"), Paragraph((), "quote")),
            (self.tr("发言"), Turn("", ())),
            (self.tr("项目"), ListItem(())),
            (self.tr("编号"), ListItem((), ordered=True)),
        )

    def _turn(self, part: str, value: object) -> None:
        self._edit.turn_face(**{part: value})
        self._edit.setFocus()

    def _turn_kind(self, row: int) -> None:
        self._edit.set_kind(self.kind.itemData(row))
        self._edit.setFocus()

    def _show(self) -> None:
        """Show the kind and the face at the cursor."""
        face = self._edit.face()
        script = face.verticalAlignment()
        for button, on in (
            (self.bold, face.fontWeight() >= QFont.Weight.DemiBold),
            (self.italic, face.fontItalic()),
            (self.underline, face.fontUnderline()),
            (self.superscript, script == QTextCharFormat.VerticalAlignment.AlignSuperScript),
            (self.subscript, script == QTextCharFormat.VerticalAlignment.AlignSubScript),
        ):
            button.setChecked(on)
        kind = self._edit.kind()
        match kind:
            case ListItem():
                row = 7 if kind.ordered else 6
            case Turn():
                row = 5
            case Heading():
                row = kind.level if kind.level <= 3 else -1  # noqa: PLR2004 - the levels that the bar offers
            case Paragraph(role="quote"):
                row = 4
            case Paragraph():
                row = 0
            case _:
                row = -1
        with QSignalBlocker(self.kind):
            self.kind.setCurrentIndex(row)

    def _insert(self, block: Block) -> None:
        self._edit.insert((block,))
        self._edit.setFocus()

    def _link(self) -> None:
        self._edit.select_link()
        cursor = self._edit.textCursor()
        old = cursor.charFormat().anchorHref()
        words, yes = QInputDialog.getText(
            self, self.tr("链接"), self.tr("网址（留空就去掉链接）："), QLineEdit.EchoMode.Normal, old or "https://"
        )
        if not yes:
            return
        address = "" if words.strip() == "https://" else words.strip()
        if cursor.hasSelection():
            self._edit.turn_face(link=address)
        elif address:
            self._edit.insert((Paragraph((Span(address, link=address),)),))
        self._edit.setFocus()

    def _table(self) -> None:
        dialog = TableDialog(_NEW_TABLE, self)
        if forms.ask(dialog):
            self._insert(dialog.table())

    def _picture(self) -> None:
        kinds = " ".join(f"*{suffix}" for suffix in pictures.SUFFIXES)
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("插入图片"), "", self.tr("图片 ({})").format(kinds))
        if names and self._edit.keep_picture:
            try:
                self._edit.insert(tuple(pictures.from_file(Path(name), self._edit.keep_picture) for name in names))
            except CopuError as error:
                QMessageBox.warning(self, self.tr("插入图片"), said(error))
        self._edit.setFocus()

    def _open(self, row: int, thing: Block) -> None:
        """Edit the object that was double-clicked."""
        made: Block
        if isinstance(thing, Table):
            table = TableDialog(thing, self)
            if not forms.ask(table):
                return
            made = table.table()
        elif isinstance(thing, Picture):
            picture = PictureDialog(thing, self)
            if not forms.ask(picture):
                return
            made = picture.picture()
        else:
            return
        if bare(made) != thing:
            self._edit.exchange(row, (made,))
