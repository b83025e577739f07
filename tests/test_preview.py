"""The preview as a secretary uses it: pages beside the form, live, following the cursor, leading back to the field."""

import threading
from datetime import date

import pytest
from meetings import FULL, PIXEL, PIXEL_NAME, SERIES
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QComboBox, QDialogButtonBox
from windows import keys

from copu_desk import exchange
from copu_desk.compose.finding import Found, place_at, shown_at
from copu_desk.desk import publishing
from copu_desk.document import text
from copu_desk.errors import StyleError
from copu_desk.gui import page_view
from copu_desk.gui.app import make_application
from copu_desk.gui.fonts_dialog import DRAWN, HERE, FontsDialog, chosen_fonts
from copu_desk.gui.main_window import AGENDA, ESSAYS, MainWindow
from copu_desk.gui.page_setting import PageSetting
from copu_desk.gui.page_view import PAGE_WIDTH, WHOLE_PAGE, PageView
from copu_desk.library import Library
from copu_desk.model import Meeting
from copu_desk.style import house_style
from copu_desk.writers.pdf import faces
from copu_desk.writers.pdf.press import Pages, Spot

STYLES = ("copu", "gbt9704", "plain")
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def settings(tmp_path):
    made = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made.setValue("fonts/told", "\n".join(one.name for name in STYLES for one in exchange.font_uses(house_style(name))))
    return made


@pytest.fixture
def open_window(qtbot, tmp_path, settings):
    make_application([])
    with Library(tmp_path / "library.copu") as library:
        library.save_series((SERIES,), ())
        library.add_image(PIXEL)
        library.save(FULL)

    def open_it():
        window = MainWindow(Library(tmp_path / "library.copu"), settings)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield open_it
    exchange.choose_fonts({})


@pytest.fixture
def window(open_window, qtbot):
    window = open_window()
    with qtbot.waitSignal(window.preview.shown, timeout=10_000):
        qtbot.keyClick(window, Qt.Key.Key_F8)
    return window


def words(window):
    return "\n".join("".join(piece.words for piece in line.pieces) for line in window.preview._now.lines)


def ink(picture, box):
    """Return how many dark pixels there are in a part of a page (left, top, right, bottom in points)."""
    image = QImage(595, 842, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    QSvgRenderer(picture).render(painter)
    painter.end()
    left, top, right, bottom = map(int, box)
    return sum(image.pixelColor(x, y).lightness() < 128 for x in range(left, right) for y in range(top, bottom))


# The story


def test_pages_stand_beside_the_form_and_follow_each_key(window, qtbot):
    preview, view = window.preview, window.preview.panel.view
    assert not window.preview_dock.isHidden()
    assert preview.panel.page_label.text() == f"第 1 / {len(view.pages().pictures)} 页"
    before = view.pages().pictures[0]
    window.show_place(("opening",))
    with qtbot.waitSignal(preview.shown, timeout=10_000):
        keys(window.overview.opening, "今天的开头不一样。")
    assert "今天的开头不一样。" in words(window)
    assert view.pages().pictures[0] != before
    extent = view.pages().extent(shown_at(preview._now.lines, ("opening",)).block)
    assert ink(view.pages().pictures[0], (80, extent.top, 520, extent.bottom)) > 100
    with qtbot.waitSignal(preview.shown, timeout=10_000):
        window.turning.undo.trigger()
    assert view.pages().pictures[0] == before


def test_the_pages_go_where_the_cursor_is_and_mark_it(window):
    view = window.preview.panel.view
    window.show_place(("essays", FULL.essays[2].id))
    window.essays.body.setFocus()
    window.essays.body.put_cursor((0, 1))
    line = shown_at(window.preview._now.lines, ("essays", FULL.essays[2].id, "body"), 0)
    extent = view.pages().extent(line.block)
    assert view._mark.page == extent.page > 0
    assert view.page() >= extent.page - 1
    top = view._down(extent.page, extent.top) - view.verticalScrollBar().value()
    assert 0 <= top <= view.viewport().height()
    window.show_place(("title",))
    assert (view._mark.page, view.verticalScrollBar().value()) == (0, 0) or view.page() == 0


def test_a_click_on_the_page_leads_to_the_field(window, qtbot):
    preview, view = window.preview, window.preview.panel.view

    def click(place, row=-1):
        found = shown_at(preview._now.lines, place, row)
        extent = view.pages().extent(found.block, found.cell)
        view.show_page(extent.page)
        page = view._place(extent.page)
        scale = page.width() / view.pages().width
        at = QPointF(page.center().x(), page.top() + (extent.top + 5) * scale)
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + int(at.y()) - 100)
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(int(at.x()), 100))

    click(("agenda", "i3", "title"))
    assert window.tabs.currentIndex() == AGENDA
    assert window.agenda.title.text() == "其他事项"
    assert window.agenda.title.hasFocus()
    click(("essays", FULL.essays[0].id, "body"), 4)
    assert window.tabs.currentIndex() == ESSAYS
    assert window.essays.body.hasFocus()
    assert window.essays.body.textCursor().blockNumber() == 4
    click(("title",))
    assert window.meeting_title.hasFocus()


def test_it_folds_away_makes_room_and_comes_back_as_it_was(open_window, qtbot):
    window = open_window()
    window.resize(1280, 800)
    assert window.preview_dock.isHidden()
    with qtbot.waitSignal(window.preview.shown, timeout=10_000):
        window.preview_button.click()
    assert window.sidebar.isHidden()
    window.preview.panel.view.set_zoom(1.25)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert window.preview_dock.isHidden()
    assert not window.sidebar.isHidden()
    assert not window.toggle_preview.isChecked()
    with qtbot.waitSignal(window.preview.shown, timeout=10_000):
        qtbot.keyClick(window, Qt.Key.Key_F8)
    window.close()
    window = open_window()
    assert not window.preview_dock.isHidden()
    assert window.toggle_preview.isChecked()
    assert window.preview.panel.zoom.currentText() == "125%"
    assert window.sidebar.isHidden()
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert not window.sidebar.isHidden()  # it had only made room
    qtbot.keyClick(window, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: window.preview._now is not None, timeout=10_000)


def test_in_a_small_window_the_pages_have_a_window_of_their_own(open_window, qtbot):
    window = open_window()
    window.resize(900, 600)
    with qtbot.waitSignal(window.preview.shown, timeout=10_000):
        qtbot.keyClick(window, Qt.Key.Key_F8)
    assert window.preview_dock.isFloating()
    assert not window.sidebar.isHidden()
    qtbot.keyClick(window.preview_dock, Qt.Key.Key_F8)
    assert window.preview_dock.isHidden()
    window.resize(1600, 900)
    with qtbot.waitSignal(window.preview.shown, timeout=10_000):
        window.toggle_preview.trigger()
    assert not window.preview_dock.isFloating()


def test_another_meeting_another_paper_another_style(window, qtbot):
    preview = window.preview
    other = Meeting(held_on=date(2025, 9, 9), series=SERIES.id, title="下一次")
    window.library.save(other)
    with qtbot.waitSignal(preview.shown, timeout=10_000):
        window.go_to(other.id)
    assert words(window).startswith("下一次")
    preview.panel.paper.setCurrentIndex(preview.panel.paper.findData("excerpt"))
    preview.panel.paper.activated.emit(0)
    assert preview.panel.view.pages() is None
    assert "还没有议程" in preview.panel.notice_words.text()
    preview.panel.paper.setCurrentIndex(preview.panel.paper.findData("notice"))
    with qtbot.waitSignal(preview.shown, timeout=10_000):
        preview.panel.paper.activated.emit(0)
    assert "关于召开远帆例会的通知" in words(window)
    assert preview.panel.notice.isHidden()


def test_a_broken_template_is_said_and_the_pages_stay(window, qtbot, monkeypatch):
    def broken(_material, _press):
        raise StyleError("版式“copu”的 Word 模板打不开。")

    pages = window.preview.panel.view.pages()
    monkeypatch.setattr(exchange, "preview", broken)
    window.preview.refresh()
    qtbot.waitUntil(lambda: not window.preview.panel.notice.isHidden())
    assert "打不开" in window.preview.panel.notice_words.text()
    assert window.preview.panel.view.pages() is pages
    monkeypatch.undo()
    with qtbot.waitSignal(window.preview.shown, timeout=10_000):
        window.preview.refresh()
    assert window.preview.panel.notice.isHidden()


def test_the_paper_is_copied_with_its_looks(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    copied = QApplication.clipboard().mimeData()
    assert "远帆会议纪要丨2025.09.02" in copied.text()
    assert "<h1" in copied.html()
    assert "data:image/png;base64" in copied.html()
    assert FULL.scratch not in copied.html()
    QApplication.clipboard().clear()  # data made here must not outlive the application


def test_the_pages_are_set_in_the_style_that_the_series_was_exported_in_last(window, qtbot):
    publishing.remember(window.library, SERIES.id, publishing.Choices(style="plain", without=("attendance_table",)))
    with qtbot.waitSignal(window.preview.shown, timeout=10_000):
        window.preview.refresh()
    assert "待办事项" in words(window)
    assert "欧阳明月" not in words(window)


# Nothing stale


def test_only_the_newest_state_is_set_and_an_older_one_never_follows_a_newer(qtbot, monkeypatch):
    gate, begun = threading.Event(), threading.Event()

    def slow(material, _press):
        begun.set()
        gate.wait(5)
        return material

    monkeypatch.setattr(exchange, "preview", slow)
    setting, told = PageSetting(), []
    setting.made.connect(lambda number, result: told.append((number, result)))
    first = setting.ask("一")
    assert begun.wait(5)
    setting.ask("二")
    last = setting.ask("三")
    gate.set()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [(first, "一"), (last, "三")]
    setting.stop()
    assert not setting.isRunning()


def test_what_comes_late_for_a_meeting_that_was_left_is_not_shown(window, qtbot):
    late = exchange.Preview(Pages((), 1, 1, (0, 0, 0, 0), ()), ())
    preview, asked = window.preview, window.preview._asked
    other = Meeting(held_on=date(2025, 9, 9), series=SERIES.id)
    window.library.save(other)
    qtbot.keyClick(window, Qt.Key.Key_F8)  # folded away: nothing new is asked for
    window.go_to(other.id)
    preview._made(asked, late)
    assert preview._now is None
    with qtbot.waitSignal(preview.shown, timeout=10_000):
        qtbot.keyClick(window, Qt.Key.Key_F8)
    now = preview._now
    preview._made(preview._asked - 1, late)
    assert preview._now is now


# The view


def page(words="<rect width='9' height='9'/>"):
    return f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 600 800'>{words}</svg>".encode()


@pytest.fixture
def view(qtbot):
    view = PageView()
    qtbot.addWidget(view)
    view.resize(640, 400)
    view.show()
    view.set_pages(Pages((page(),) * 5, 600, 800, (80, 80, 80, 80), ()))
    return view


def test_zooms_fit_the_width_the_page_or_the_paper(view, qtbot):
    room = view.viewport().width()
    assert view._width() == pytest.approx(room - 28, abs=1)
    view.set_zoom(WHOLE_PAGE)
    assert view._height() == pytest.approx(view.viewport().height() - 28, abs=1)
    view.set_zoom(1.0)
    assert view._width() == pytest.approx(800, abs=1)
    assert view.horizontalScrollBar().maximum() > 0
    with qtbot.waitSignal(view.zoomed):
        qtbot.keyClick(view, Qt.Key.Key_Plus, CONTROL)
    assert view.zoom() == pytest.approx(1.15)
    for _ in range(40):
        qtbot.keyClick(view, Qt.Key.Key_Minus, CONTROL)
    assert view.zoom() == page_view.SMALLEST
    qtbot.keyClick(view, Qt.Key.Key_0, CONTROL)
    assert view.zoom() == PAGE_WIDTH


def test_what_is_in_sight_stays_in_sight_when_the_size_changes(view):
    view.show_page(3)
    assert view.page() == 3
    view.set_zoom(0.5)
    assert view.page() == 3
    view.resize(500, 380)
    assert view.page() == 3
    place = view.verticalScrollBar().value()
    view.set_pages(Pages((page(), *(page("<path d='M0 0h9'/>"),) * 4), 600, 800, (80, 80, 80, 80), ()))
    assert view.verticalScrollBar().value() == place


def test_keys_go_through_the_pages(view, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page() == 4
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.page() == 0
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() > 300


def test_a_page_that_did_not_change_is_not_drawn_again(view):
    view.grab()
    drawn = view._drawn[0][2].cacheKey()
    view.set_pages(Pages((page(), page("<path d='M0 0h9'/>")), 600, 800, (80, 80, 80, 80), ()))
    view.grab()
    assert view._drawn[0][2].cacheKey() == drawn


# Where things are


@pytest.mark.parametrize("name", STYLES)
def test_every_printed_field_is_found_on_the_page_and_back(name):
    material = exchange.Material(FULL, SERIES, house_style(name), (), {PIXEL_NAME: PIXEL})
    press = exchange.press()
    made = exchange.preview(material, press)
    press.close()
    for number, line in enumerate(made.lines):
        if not line.place or not made.pages.extent(number):
            continue
        found = shown_at(made.lines, line.place, line.row)
        extent = made.pages.extent(found.block, found.cell)
        assert extent.top <= extent.bottom or extent.end_page > extent.page
        across = next(
            (one.x for one in made.pages.spots if (one.block, (one.row, one.column)) == (found.block, found.cell)), 100
        )
        block, cell, share = made.pages.at(extent.page, across + 1, extent.top + 1)
        assert block == found.block, line
        assert found.cell in (None, cell)
        assert place_at(made.lines[block], cell, share)


def test_a_field_that_is_not_printed_leads_to_its_record():
    lines = exchange.PAPERS["minutes"].trace(exchange.Material(FULL, SERIES, house_style()))
    title = shown_at(lines, ("agenda", "i1", "title"))
    assert shown_at(lines, ("agenda", "i1", "planned_minutes")) == title
    assert shown_at(lines, ("scratch",)) is None
    assert shown_at(lines, ("agenda", "gone", "title")) is None


def test_a_point_in_a_list_of_people_leads_to_the_one_there():
    lines = exchange.PAPERS["minutes"].trace(exchange.Material(FULL, SERIES, house_style()))
    line = lines[shown_at(lines, ("attendees", FULL.attendees[0].id, "name")).block]
    assert place_at(line, share=0) == ("attendees", FULL.attendees[1].id, "name")
    assert place_at(line, share=1)[:2] == ("attendees", FULL.attendees[0].id)


def test_the_end_of_a_block_is_where_the_next_one_begins():
    spots = (Spot(0, -1, -1, 20, 0, 80, 100), Spot(1, -1, -1, 20, 0, 80, 140), Spot(2, -1, -1, 20, 2, 80, 80))
    pages = Pages((b"", b"", b""), 600, 800, (80, 80, 80, 100), spots)
    assert pages.extent(0) == (0, 100, 0, 140)
    assert pages.extent(1) == (0, 140, 1, 700)
    assert pages.extent(2) == (2, 80, 2, 700)
    assert pages.extent(3) is None
    assert pages.at(0, 80, 50) is None
    assert pages.at(0, 80, 141) == (1, None, 0)
    assert pages.at(0, 300, 125)[2] == pytest.approx(0.75, abs=0.01)
    assert Found(1) == (1, None)


# Fonts


def test_missing_fonts_are_told_once_and_another_can_be_chosen(open_window, qtbot, settings):
    missing = [one for one in exchange.font_uses(house_style()) if not one.is_here]
    if not missing:
        pytest.skip("this machine has all fonts")
    settings.setValue("fonts/told", "")
    window = open_window()
    with qtbot.waitSignal(window.preview.shown, timeout=10_000):
        qtbot.keyClick(window, Qt.Key.Key_F8)
    panel = window.preview.panel
    assert missing[0].name in panel.notice_words.text()
    window.preview.mention_fonts()
    assert missing[0].name in window.status_bar.currentMessage()
    window.status_bar.clearMessage()
    with qtbot.waitSignal(window.preview.shown, timeout=10_000):
        window.preview.refresh()
    assert missing[0].name in panel.notice_words.text()  # until it is closed
    qtbot.mouseClick(panel.notice_close, Qt.MouseButton.LeftButton)
    assert panel.notice.isHidden()
    assert set(settings.value("fonts/told").split("\n")) >= {one.name for one in missing}
    window.preview.mention_fonts()
    assert window.status_bar.currentMessage() == ""
    dialog = FontsDialog(house_style(), settings, window)
    qtbot.addWidget(dialog)
    row = next(at for at in range(dialog.table.rowCount()) if dialog.table.item(at, HERE).text() == "缺少")
    name = dialog.table.item(row, 0).text()
    box = dialog.table.cellWidget(row, DRAWN)
    assert isinstance(box, QComboBox)
    assert box.currentData() == ""
    box.setCurrentIndex(box.findData("DejaVu Sans Mono"))
    qtbot.mouseClick(dialog.buttons.button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton)
    assert chosen_fonts(settings) == {name: "DejaVu Sans Mono"}
    assert next(one.drawn for one in exchange.font_uses(house_style()) if one.name == name) == "DejaVu Sans Mono"
    window.close()
    window = open_window()
    with qtbot.waitSignal(window.preview.shown, timeout=10_000):
        window.preview.refresh()
    assert window.preview.panel.notice.isHidden()


def test_text_typed_without_a_pause_comes_onto_the_pages_all_the_same(window, qtbot):
    window.preview._longest.setInterval(50)
    window.preview._pause.setInterval(60_000)
    window.show_place(("closing",))
    with qtbot.waitSignal(window.preview.shown, timeout=10_000):
        window.editor.change(Meeting(**_values(window.editor.meeting, closing=(text("还没有停。"),))), "改")
    assert "还没有停。" in words(window)


def _values(meeting, **changed):
    return {name: getattr(meeting, name) for name in meeting.__slots__} | changed


def test_pages_that_are_set_while_fonts_are_chosen_have_the_old_choice_or_the_new_one():
    missing, old, new = "这台机器没有的字体", *faces.families()[:2]
    seen = []

    class Slow(dict):
        """What is chosen, read while another thread sets a page."""

        def keys(self):
            seen.append(faces.fonts_for("", missing)["han"][0])
            return super().keys()

        __iter__ = keys

    faces.choose({missing: old})
    try:
        faces.choose(Slow({missing: new}))
        seen.append(faces.fonts_for("", missing)["han"][0])
    finally:
        faces.choose({})
    assert seen[0] == old
    assert seen[-1] == new
