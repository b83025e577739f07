"""The whole window for everybody: names that are read aloud, the order of Tab, input methods, and sound models."""

import re
from datetime import date
from itertools import chain, pairwise

import pytest
from every_dialog import every_dialog
from make_translations import ROOT
from meetings import FULL, PIXEL
from PySide6.QtCore import QAbstractItemModel, QSettings, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QWidget,
)
from windows import composed

from copu_desk.gui.app import make_application
from copu_desk.gui.main_window import MainWindow
from copu_desk.gui.rich_bar import RichBar
from copu_desk.gui.roll_call import RollCall
from copu_desk.gui.time_edit import TimeEdit
from copu_desk.library import Library
from copu_desk.model import Membership, Person, Series

SERIES = Series(name="远帆例会", id=FULL.series)
PEOPLE = (
    Person(name="韩知远", memberships=(Membership(SERIES.id, date(2025, 1, 1)),)),
    Person(name="苏棠", aliases=("阿棠",)),
)


HEADING = 60  # pixels from a table up to the buttons beside its heading


@pytest.fixture
def window(qtbot, tmp_path):
    make_application([])
    library = Library(tmp_path / "a.copu")
    library.save_series((SERIES, Series(name="读书会")))
    library.save_people(PEOPLE)
    library.add_image(PIXEL)
    library.save(FULL)
    window = MainWindow(library, QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.toggle_scratch.trigger()
    return window


@pytest.fixture
def dialogs(window, tmp_path):
    """Return one dialog of each kind."""
    made = every_dialog(window, tmp_path, FULL, PEOPLE, "姓名,单位\n贺兰,北辰大学\n苏棠,星河软件\n")
    yield made
    for dialog in made:
        dialog.done(0)
        dialog.deleteLater()


def pages(window):
    """Show each page of the window, one after the other."""
    for tab in range(window.tabs.count()):
        window.go_to(FULL.id)
        window.tabs.setCurrentIndex(tab)
        yield window.tabs.currentWidget()
    for action in (window.go_roster, window.go_all_actions, window.go_attendance):
        action.trigger()
        yield window.stack.currentWidget()
    yield window.sidebar
    yield window.scratch


def takes_focus(widget):
    inner = isinstance(widget, QTabBar | QScrollArea | QDialogButtonBox) or widget.objectName().startswith("qt_")
    box = isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox)  # its line is read as the box itself
    view = isinstance(widget, QAbstractItemView) and isinstance(widget.window().focusProxy(), QComboBox)
    tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tab and widget.isVisible() and widget.isEnabled() and not (inner or box or view)


def read_aloud(widget):
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found else ""


def nameless(top):
    widgets = [one for one in top.findChildren(QWidget) if takes_focus(one)]
    return [f"{type(one).__name__} {one.objectName()}" for one in widgets if not read_aloud(one).strip()]


def test_no_dialog_is_forgotten_here(dialogs):
    forms = (ROOT / "copu_desk" / "gui").rglob("*.py")
    known = {name for path in forms for name in re.findall(r"^class (\w+)\(QDialog\)", path.read_text("utf-8"), re.M)}
    assert {type(dialog).__name__ for dialog in dialogs} == known


def test_each_widget_that_takes_the_keys_has_a_name_that_is_read_aloud(window, dialogs):
    for page in pages(window):
        assert nameless(page) == [], page.objectName()
    for dialog in shown(dialogs):
        assert nameless(dialog) == [], type(dialog).__name__


def visited(top):
    """Return the widgets of a page or dialog in the order in which Tab visits them."""
    stops, widget = [], top
    while (widget := widget.nextInFocusChain()) is not top:
        if takes_focus(widget) or not (top is widget.window() or top.isAncestorOf(widget)):
            stops.append(widget)
    inside = [top.isAncestorOf(one) for one in stops]
    entry = next((at for at, there in enumerate(inside) if there and not inside[at - 1]), 0)
    return [one for one in stops[entry:] + stops[:entry] if top.isAncestorOf(one)]


def corner(widget):
    return widget.mapToGlobal(widget.rect().topLeft())


def backwards(top):
    """Return where Tab goes back: up without going to a column on the right, or to the left within a row.

    A table or list comes before its heading's buttons, because the keys begin there; the bar over a text comes last,
    because each of its commands has a key.
    """
    found = []
    for one, other in pairwise(visited(top)):
        a, b = corner(one), corner(other)
        heading = isinstance(other, QAbstractButton) and 0 < a.y() - b.y() < HEADING
        of_bar = isinstance(other.parentWidget(), RichBar)
        up = b.y() + other.height() <= a.y() and b.x() < a.x() + one.width()
        left = b.x() + other.width() <= a.x() and b.y() < a.y() + one.height() // 2 and b.y() + other.height() > a.y()
        if (up or left) and not heading and not of_bar:
            found.append((one.objectName(), other.objectName()))
    return found


def test_tab_follows_the_order_of_reading(window, dialogs):
    for page in pages(window):
        assert backwards(page) == [], page.objectName()
    for dialog in shown(dialogs):
        assert backwards(dialog) == [], type(dialog).__name__


def shown(dialogs):
    for dialog in dialogs:
        dialog.show()
        yield dialog


def fields(top):
    kinds = (QLineEdit, QPlainTextEdit, QTextEdit)
    return [
        one
        for kind in kinds
        for one in top.findChildren(kind)
        if takes_focus(one) and not one.isReadOnly() and not isinstance(one, TimeEdit | RollCall)
    ]


def words(field):
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def test_composing_pinyin_in_every_field_neither_loses_nor_doubles_text(window, dialogs):
    done = set()
    for page in chain(pages(window), shown(dialogs)):
        for field in fields(page):
            before = words(field)
            composed(field, "h", "hui", "hui'yi", committed="会议")
            composed(field, "shi", committed="室")
            after = words(field)
            assert after.count("会议室") == before.count("会议室") + 1, field.objectName()
            assert len(after) == len(before) + 3, field.objectName()
            done.add(field.objectName())
    assert {"search", "venue", "closing", "title", "discussion", "body", "pad", "words", "caption"} <= done


def test_composing_pinyin_at_the_roll_call_calls_nobody_before_it_is_committed(window, qtbot):
    window.tabs.setCurrentIndex(1)
    call, before = window.attendees.call, window.editor.meeting.attendees
    composed(call, "s", "su", "su'tang")
    qtbot.keyClick(call, Qt.Key.Key_Return)  # this Enter is the input method's
    assert window.editor.meeting.attendees == before
    composed(call, committed="苏棠")
    assert call.text() == "苏棠"
    qtbot.keyClick(call, Qt.Key.Key_Return)
    assert [one.name for one in window.editor.meeting.attendees].count("苏棠") == 1


def test_composing_pinyin_in_cells_of_tables_keeps_each_sign_once(window, qtbot):
    for tab, view, model, row, column in (
        (1, window.attendees.table, window.attendees.records, 0, 7),
        (2, window.agenda.decisions, window.agenda.decision_records, 0, 0),
        (4, window.actions_page.mine, window.actions_page.records, 0, 0),
        (-1, window.roster.people, window.roster.records, 1, 6),
    ):
        window.tabs.setCurrentIndex(tab) if tab >= 0 else window.go_roster.trigger()
        index = model.index(row, column)
        view.setFocus()
        view.setCurrentIndex(index)
        view.edit(index)
        editor = QApplication.focusWidget()
        assert editor is not view
        composed(editor, "h", "hui", "hui'yi", committed="会议")
        composed(editor, "shi", committed="室")
        qtbot.keyClick(editor, Qt.Key.Key_Tab)
        assert model.index(row, column).data(Qt.ItemDataRole.EditRole).count("会议室") == 1


def test_every_model_keeps_to_qts_rules(window, dialogs, qtmodeltester):
    window.agenda.show_item("i1")
    found = {}
    for page in pages(window):
        found |= {id(one): one for one in page.findChildren(QAbstractItemModel)}
    for top in (window, *dialogs):
        views = top.findChildren(QAbstractItemView)
        found |= {id(view.model()): view.model() for view in views if view.model() is not None}
    ours = [model for model in found.values() if type(model).__module__.startswith("copu_desk")]
    kinds = {type(model).__name__ for model in ours}
    for model in ours:
        qtmodeltester.check(model)
    assert {
        "ActionRecords", "AttendeeRecords", "DecisionRecords", "EssayRecords", "GivenRecords",
        "ItemRecords", "Marks", "Records", "MovableRecords",
    } <= kinds  # fmt: skip
