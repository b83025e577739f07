"""The preview: the pages that come out, live, beside the form; they follow the cursor, a click leads to the field."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSettings, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QPushButton, QToolButton, QWidget

from copu_desk import desk, exchange
from copu_desk.bundle import image_names
from copu_desk.compose.finding import place_at, shown_at
from copu_desk.desk import publishing
from copu_desk.errors import CopuError
from copu_desk.gui import copying, forms
from copu_desk.gui.cursor_place import CursorPlace
from copu_desk.gui.fonts_dialog import FontsDialog, chosen_fonts
from copu_desk.gui.page_setting import PageSetting
from copu_desk.gui.page_view import PAGE_WIDTH, WHOLE_PAGE, Mark, PageView
from copu_desk.gui.rich_edit import RichEdit
from copu_desk.gui.sentences import listed, said
from copu_desk.model import Meeting, Place
from copu_desk.style import HouseStyle

if TYPE_CHECKING:
    from copu_desk.gui.main_window import MainWindow

PAUSE_MS = 100  # after the last key the pages are set anew
LONGEST_MS = 1500  # so long at most while typing goes on
CRAMPED = 1100  # pixels; a window in which not even form and pages have room beside each other
NARROW = 1560  # pixels; a window in which sidebar, form and pages do not all have room
_ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
_TOLD = "fonts/told"


class PreviewPanel(QWidget):
    """The pages, and over them what is shown, how large, and which page is in sight."""

    paper: QComboBox
    zoom: QComboBox
    page_label: QLabel
    previous: QToolButton
    next: QToolButton
    notice: QFrame
    notice_words: QLabel
    notice_more: QPushButton
    notice_close: QToolButton
    view: PageView

    def __init__(self) -> None:
        super().__init__()
        forms.load(self, "preview", PageView)
        for name, paper in exchange.PAPERS.items():
            self.paper.addItem(said(paper.label), name)
        for zoom, words in (
            (PAGE_WIDTH, self.tr("适合页宽")),
            (WHOLE_PAGE, self.tr("整页")),
            *((zoom, f"{zoom:.0%}") for zoom in _ZOOMS),
        ):
            self.zoom.addItem(words, zoom)
        self.notice.hide()
        self.zoom.activated.connect(lambda: self.view.set_zoom(self.zoom.currentData()))
        self.view.zoomed.connect(self.show_zoom)
        self.view.page_changed.connect(lambda _page: self.show_page())
        self.previous.clicked.connect(lambda: self.view.show_page(max(0, self.view.page() - 1)))
        self.next.clicked.connect(lambda: self.view.show_page(self.view.page() + 1))
        self.show_page()

    def show_zoom(self, zoom: float) -> None:
        """Say how large the pages are shown, also where that is none of the usual sizes."""
        usual = 2 + len(_ZOOMS)
        while self.zoom.count() > usual:
            self.zoom.removeItem(usual)
        at = self.zoom.findData(zoom)
        if at < 0:
            self.zoom.addItem(f"{zoom:.0%}", zoom)
            at = usual
        self.zoom.setCurrentIndex(at)

    def show_page(self) -> None:
        """Say which page is in sight, of how many."""
        pages = self.view.pages()
        count, page = len(pages.pictures) if pages else 0, self.view.page() + 1
        self.page_label.setText(self.tr("第 {} / {} 页").format(page, count) if count else "")
        self.previous.setEnabled(page > 1)
        self.next.setEnabled(page < count)

    def say(self, words: str, more: str = "", *, closable: bool = True) -> None:
        """Say something over the pages, with a button for more; no words take it away."""
        self.notice_words.setText(words)
        self.notice_more.setText(more)
        self.notice_more.setVisible(bool(more))
        self.notice_close.setVisible(closable)
        self.notice.setVisible(bool(words))


class Preview(QObject):
    """Keeps the pages as the meeting is, while they are in sight."""

    shown = Signal()  # the pages in sight are those of the meeting as it is now

    def __init__(self, window: "MainWindow", settings: QSettings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self.panel = PreviewPanel()
        self.dock = window.preview_dock
        self.dock.setWidget(self.panel)
        self.dock.hide()
        self.dock.addAction(window.toggle_preview)  # its key also works in a window of the pages' own
        self._floated = False  # whether they have a window of their own for want of room
        self._setting = PageSetting(self)
        self._setting.made.connect(self._made)
        self._asked = 0
        self.made_room = False  # whether the sidebar was folded away for the pages
        self._now: exchange.Preview | None = None
        self._at: tuple[Place, int] = ((), -1)
        self._images: dict[str, bytes] = {}
        self._checked: set[str] = set()  # the styles whose fonts were looked at
        self._standing = ("", "")  # what is said over the pages until it is closed
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._longest = QTimer(self, interval=LONGEST_MS, singleShot=True)
        for timer in (self._pause, self._longest):
            timer.timeout.connect(self.refresh)
        self._cursor = CursorPlace(window)
        self._cursor.moved.connect(self._follow)
        self.panel.view.clicked.connect(self._clicked)
        self.panel.paper.activated.connect(self.refresh)
        self.panel.notice_more.clicked.connect(self.show_fonts)
        self.panel.notice_close.clicked.connect(self._fonts_told)
        window.editor.changed.connect(self._changed)
        window.toggle_preview.triggered.connect(self.show_pages)
        window.show_fonts.triggered.connect(self.show_fonts)
        self.dock.visibilityChanged.connect(self._turned)
        window.installEventFilter(self)
        exchange.choose_fonts(chosen_fonts(settings))
        zoom = float(str(settings.value("preview_zoom", PAGE_WIDTH)))
        self.panel.view.set_zoom(zoom)
        self.panel.show_zoom(zoom)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Set the pages anew when the window is gone back to: the house style may have been edited in Word."""
        if event.type() == QEvent.Type.WindowActivate:
            self._pause.start()
        return super().eventFilter(watched, event)

    def stop(self) -> None:
        """End the setting of pages, before the window goes; keep the zoom."""
        self._settings.setValue("preview_zoom", self.panel.view.zoom())
        for timer in (self._pause, self._longest):
            timer.stop()
        self._asked = -1  # what is still being set comes too late
        self._setting.stop()

    def show_pages(self, on: bool) -> None:
        """Show or fold away the pages.

        In a narrow window the sidebar makes room for them, and comes back after; in front of one that is narrower
        still, they have a window of their own.
        """
        self._float(on=on)
        sidebar = self._window.sidebar
        if on and not (sidebar.isHidden() or self.dock.isFloating()) and self._window.width() < NARROW:
            sidebar.hide()
            self.made_room = True
        self.dock.setVisible(on)

    def _float(self, *, on: bool) -> None:
        """Give the pages a window of their own where there is no room beside the form, and take it away again."""
        place, floats = self._window.geometry(), self.dock.isFloating()
        if on and not floats and place.width() < CRAMPED:
            self.dock.setFloating(True)
            half = place.width() // 2
            self.dock.setGeometry(place.right() - half, place.top(), half, place.height())
            self._floated = True
        elif on and floats and self._floated and place.width() >= CRAMPED:
            self.dock.setFloating(False)
            self._floated = False

    def refresh(self) -> None:
        """Have the pages set as the meeting is now, if they are in sight."""
        self._pause.stop()
        self._longest.stop()
        if self.dock.isHidden() or not self._window.editor.active:
            return
        self._asked = -1  # what is still being set is not what is asked for now
        try:
            material = self.material()
        except CopuError as error:
            self.panel.say(said(error), closable=False)
            return
        if material is None:
            self._show(None)
        else:
            self._asked = self._setting.ask(material)

    def copy(self) -> None:
        """Copy the paper that is shown, ready to be pasted into a 公众号 editor, a mail or Word."""
        try:
            material = self.material()
            if material is None:
                return
            html, text = (exchange.export(material, kind).decode() for kind in ("html", "txt"))
        except CopuError as error:
            self._window.tell(said(error))
            return
        QGuiApplication.clipboard().setMimeData(copying.page(html, text))
        told = self.tr("{}已复制，可以粘贴到公众号编辑器、邮件或 Word。").format(
            said(exchange.PAPERS[material.paper].label)
        )
        self._window.status_bar.showMessage(told, 6000)

    def show_fonts(self) -> None:
        """Show which fonts the style asks for and what this machine draws; set the pages with what is chosen."""
        try:
            dialog = FontsDialog(self._style(), self._settings, self._window)
        except CopuError as error:
            self._window.tell(said(error))
            return
        self._fonts_told()
        if forms.ask(dialog):
            self.refresh()

    def mention_fonts(self) -> None:
        """Mention in passing, to whoever does not look at the preview, that a PDF is set in other fonts."""
        with suppress(CopuError):
            self._look_at_fonts()
        if self._standing[0]:
            self._window.status_bar.showMessage(self._standing[0], 15_000)

    def _style(self) -> HouseStyle:
        """Return the style that the meeting would be exported in, with the parts chosen for its series."""
        library, meeting = self._window.library, self._window.editor.meeting
        return publishing.chosen_style(library, meeting, publishing.choices(library, meeting.series))

    def material(self) -> exchange.Material | None:
        """Return what is shown, as the meeting is now; None for an excerpt while there is no agenda item."""
        meeting, paper, item = self._window.editor.meeting, self.panel.paper.currentData(), ""
        if paper == "excerpt":
            current = self._window.agenda.current_item()
            item = current.id if current else next((one.id for one in meeting.agenda), "")
            if not item:
                self.panel.say(self.tr("还没有议程，没有可以摘录的。"), closable=False)
                return None
        return exchange.Material(
            meeting,
            desk.series_of(self._window.library, meeting),
            self._style(),
            images=self._pictures(meeting),
            created=datetime.now().astimezone(),
            paper=paper,
            item=item,
        )

    def _pictures(self, meeting: Meeting) -> Mapping[str, bytes]:
        wanted = image_names(meeting)
        for name in wanted - self._images.keys():
            with suppress(CopuError):  # its place says that it is missing
                self._images[name] = self._window.library.image(name)
        self._images = {name: self._images[name] for name in wanted if name in self._images}
        return self._images

    def _changed(self, before: Meeting, after: Meeting) -> None:
        if before.id != after.id:
            self._at, self._asked = ((), -1), -1
            self._show(None)
            self.refresh()
            return
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def _turned(self, _visible: bool) -> None:
        self._window.toggle_preview.setChecked(not self.dock.isHidden())
        if not self.dock.isHidden():
            self.refresh()
        elif self.made_room:  # also when the pages were closed with their own ✕
            self._window.sidebar.show()
            self.made_room = False

    def _made(self, number: int, result: object) -> None:
        if number != self._asked:  # something newer is on its way
            return
        if isinstance(result, exchange.Preview):
            self._show(result)
            with suppress(CopuError):  # the style was broken meanwhile; when it is set next, that is said
                self._look_at_fonts()
            self.panel.say(*self._standing)
            self.shown.emit()
        else:
            self.panel.say(str(result), closable=False)

    def _show(self, preview: exchange.Preview | None) -> None:
        self._now = preview
        self.panel.view.set_pages(preview.pages if preview else None)
        self.panel.show_page()
        self._mark()

    # The cursor and the pages

    def _follow(self, place: Place, row: int) -> None:
        if not self.dock.isHidden() and self.panel.paper.currentData() == "excerpt" and place[0] == "agenda":
            self._pause.start()  # the excerpt of the item that is now the current one
        self._at = (place, row)
        self._mark()

    def _mark(self) -> None:
        """Mark what the cursor is in, and bring it into sight."""
        place, row = self._at
        found = shown_at(self._now.lines, place, row) if self._now and place else None
        extent = self._now.pages.extent(found.block, found.cell) if self._now and found else None
        self.panel.view.set_mark(Mark(*extent) if extent else None)
        if not self.panel.view.hasFocus():  # whoever reads the pages is not led away from them
            self.panel.view.show_mark()

    def _clicked(self, page: int, x: float, y: float) -> None:
        """Go to the field whose words were clicked on, in a text to the clicked block."""
        at = self._now.pages.at(page, x, y) if self._now else None
        if self._now is None or at is None:
            return
        block, cell, share = at
        line = self._now.lines[block]
        self._window.show_place(place_at(line, cell, share))
        widget = self._window.focusWidget()
        if isinstance(widget, RichEdit) and line.row >= 0:
            widget.put_cursor((line.row, 0))

    # Fonts

    def _look_at_fonts(self) -> None:
        """Say once which fonts this machine lacks."""
        style = self._style()
        if style.name in self._checked:
            return
        self._checked.add(style.name)
        missing = [one.name for one in exchange.font_uses(style) if not one.is_here]
        if set(missing) - set(self._told()):
            words = self.tr("这台电脑缺少 {} 种字体（{}），预览和 PDF 用相近的代替。", "", len(missing))
            self._standing = (words.format(len(missing), listed(missing)), self.tr("看看…"))

    def _told(self) -> list[str]:
        return [name for name in str(self._settings.value(_TOLD, "")).split("\n") if name]

    def _fonts_told(self) -> None:
        self._standing = ("", "")
        self.panel.say("")
        with suppress(CopuError):
            missing = {one.name for one in exchange.font_uses(self._style()) if not one.is_here}
            self._settings.setValue(_TOLD, "\n".join(sorted(missing | set(self._told()))))
