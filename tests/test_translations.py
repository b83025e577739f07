"""The window in English: every word is translated, and it changes without a new start."""

import ast
import importlib
import string
import sys
from datetime import date

import pytest
from make_translations import ENGLISH, HAN, ROOT, messages, update
from PySide6.QtCore import QCoreApplication, QSettings, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QDockWidget,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTableView,
    QTabWidget,
    QWidget,
)
from windows import letters_taken_twice

from copu_desk import exchange
from copu_desk.desk import publishing
from copu_desk.gui import language
from copu_desk.gui.app import make_application
from copu_desk.gui.keys import IN_PLACES, KeyLegend, groups
from copu_desk.gui.main_window import AGENDA, MainWindow
from copu_desk.gui.new_meeting import NewMeeting
from copu_desk.gui.sentences import SENTENCES, said
from copu_desk.gui.series_dialog import SeriesDialog
from copu_desk.gui.trash_dialog import TrashDialog
from copu_desk.library import Library
from copu_desk.model import AgendaItem, Meeting
from copu_desk.paths import STYLES
from copu_desk.style import PARTS, house_style, style_names


@pytest.fixture(scope="module", autouse=True)
def compiled():
    """Compile the translations of this checkout, as a build does."""
    sys.path.insert(0, str(ENGLISH.parent))
    build = importlib.import_module("compile_translations")
    sys.path.remove(str(ENGLISH.parent))
    build.compile_all(ROOT)
    return build


@pytest.fixture
def english():
    make_application([])
    language.put_on(language.ENGLISH)
    yield
    language.put_on(language.CHINESE)


@pytest.fixture
def application():
    return make_application([])


def open_window(qtbot, tmp_path, *meetings, stays=True):
    library = Library(tmp_path / "a.copu")
    for meeting in meetings:
        library.save(meeting)
    window = MainWindow(library, QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    if stays:
        qtbot.addWidget(window)
    window.show()
    return window


def test_the_file_of_translations_is_complete_and_up_to_date(tmp_path):
    fresh = tmp_path / ENGLISH.name
    fresh.write_bytes(ENGLISH.read_bytes())
    update(fresh)
    ours = messages(ENGLISH)
    assert set(messages(fresh)) == set(ours), "run python tests/make_translations.py"
    assert [source for (_context, source), words in ours.items() if not words] == []


def test_translations_keep_the_places_of_values_and_speak_english():
    for (_context, source), words in messages(ENGLISH).items():
        wanted, found = ([part[1:3] for part in string.Formatter().parse(text)] for text in (source, words))
        assert sorted(one for one in found if one[0] is not None) == sorted(one for one in wanted if one[0] is not None)
        assert ("…" in words) == ("…" in source), source
        assert words.count("&") == source.count("&"), source


@pytest.mark.usefixtures("english")
def test_no_letter_takes_alt_away_from_another_in_english(qtbot, tmp_path):
    assert letters_taken_twice(open_window(qtbot, tmp_path)) == {}


def test_each_text_is_asked_for_by_a_name_that_the_code_knows():
    """A `tr` of something else than self has another context when it runs than lupdate believes."""
    names = {
        node.name
        for path in (ROOT / "copu_desk" / "gui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    modules = {path.stem for path in (ROOT / "copu_desk" / "gui").rglob("*.py")}
    assert {context for context, _source in messages(ENGLISH)} <= names | modules


# Where Chinese words are right: names of Chinese documents, marks as they stand in workbooks, what is recognised in
# typed text, and the sentences of errors, which are said in the words of the layers below.
_CHINESE = {
    "attendance_tasks.py", "heat_paint.py", "language.py", "ledger_tasks.py",
    "missing.py", "pictures.py", "sidebar.py", "time_edit.py",
}  # fmt: skip


def test_no_text_of_the_window_passes_the_translator_by():
    strays = [
        f"{path.name}:{node.lineno} {node.value}"
        for path in (ROOT / "copu_desk" / "gui").rglob("*.py")
        if path.name not in _CHINESE
        for node in _untranslated(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert strays == []


def _untranslated(tree):
    fine = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            fine.add(node.value)  # a docstring
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in ("tr", "translate", "QT_TRANSLATE_NOOP"):
                fine.update(node.args)
    for node in ast.walk(tree):
        said = isinstance(node, ast.Constant) and isinstance(node.value, str) and HAN.search(node.value)
        if said and node not in fine:
            yield node


def test_every_sentence_of_the_check_is_known():
    tree = ast.parse((ROOT / "copu_desk" / "check.py").read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr | ast.Constant) and (words := _template(node)).endswith(("。", "？")):
            found.add(words)
    docstrings = {node.value.value for node in ast.walk(tree) if _is_docstring(node)}
    parts = {part.value for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values
             if isinstance(part, ast.Constant)}  # fmt: skip
    assert found - docstrings - parts == set(SENTENCES)


def _template(node):
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    return "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)


def _is_docstring(node):
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


@pytest.mark.usefixtures("english")
def test_findings_are_said_in_english():
    assert said("待办“订会场”还没有责任人。") == "The action “订会场” has no owner yet."
    assert said("还有 2 人没有点名：甲、乙。") == "2 people have not been called yet: 甲、乙."
    assert said("没有这样的句子。") == "没有这样的句子。"


def test_what_is_compiled_is_what_qt_understands(compiled):
    translator = QTranslator()
    assert translator.load(str(ENGLISH.with_suffix(".qm")))
    assert translator.language() == "en"
    for (context, source), words in messages(ENGLISH).items():
        assert translator.translate(context, source) == words
    assert translator.translate("Nobody", "没有这一句") in (None, "")
    assert compiled.compiled('<TS language="en"/>').startswith(bytes.fromhex("3cb86418caef9c95"))


def words_of(widget):
    """Return every word of the program that a widget and what is in it can show or say."""
    found = []
    for one in (widget, *widget.findChildren(QWidget)):
        found += [one.toolTip(), one.accessibleName(), one.accessibleDescription(), one.whatsThis()]
        if isinstance(one, QDialog | QDockWidget | QMenu | QGroupBox):
            found += [one.windowTitle(), one.title() if isinstance(one, QMenu | QGroupBox) else ""]
        if isinstance(one, QLabel | QAbstractButton):
            found.append(one.text())
        if isinstance(one, QLineEdit | QPlainTextEdit):
            found.append(one.placeholderText())
        if isinstance(one, QComboBox):
            found += [one.itemText(row) for row in range(one.count())]
        if isinstance(one, QTabWidget):
            found += [one.tabText(row) for row in range(one.count())]
        if isinstance(one, QTableView):
            header = one.model()
            found += [str(header.headerData(at, Qt.Orientation.Horizontal) or "") for at in range(header.columnCount())]
    found += [words for action in widget.findChildren(QAction) for words in (action.text(), action.toolTip())]
    return found


# What is data, or is called what it calls itself.
_DATA = ("中文", "例会", "现场、线上")


def chinese(widget):
    """Return the Chinese words of a widget that are no data, and no example within a translation."""
    ours = {words.replace("&", "") for words in messages(ENGLISH).values()}
    said = (words for words in words_of(widget) if HAN.search(words) and words.replace("&", "") not in ours)
    return [words for words in said if not words.startswith(_DATA)]


def test_what_lower_layers_name_is_translated():
    known = {source for context, source in messages(ENGLISH) if context == "words"}
    labels = [one.label for one in (*exchange.EXPORTS.values(), *exchange.PAPERS.values())]
    labels += [*PARTS.values(), *(house_style(name, STYLES).label for name in style_names(STYLES))]
    assert {label for label in (*labels, *publishing.KINDS.values()) if HAN.search(label)} <= known


@pytest.mark.usefixtures("english")
def test_no_chinese_word_is_left_in_the_english_window(qtbot, tmp_path):
    window = open_window(qtbot, tmp_path)
    assert [words for words in chinese(window) if not words.endswith("召开会议。")] == []  # the opening as printed
    window.library.save(Meeting(held_on=date(2025, 9, 2), agenda=(AgendaItem(title="Plan"),)))
    window.refresh(window.library.entries()[0].id)
    built = window.meeting_title.placeholderText()  # the words of the house style stay as they are
    opening = window.overview.opening.placeholderText()
    assert [words for words in chinese(window) if words not in (built, opening)] == []
    assert window.windowTitle().startswith(built)
    styles = {house_style(name).label for name in style_names()}
    for dialog in (
        NewMeeting(window.library, window),
        SeriesDialog(window.library, window),
        TrashDialog(window.library, print, window),
        KeyLegend(window),
    ):
        assert [words for words in chinese(dialog) if built not in words and words not in styles] == []
        dialog.deleteLater()


@pytest.mark.usefixtures("application")
def test_the_language_changes_in_the_open_window_and_back(qtbot, tmp_path):
    window = open_window(
        qtbot, tmp_path, Meeting(held_on=date(2025, 9, 2)), Meeting(held_on=date(2025, 9, 9)), stays=False
    )
    path = window.library.path
    first = window.library.entries()[1].id
    window.go_to(first)
    window.tabs.setCurrentIndex(AGENDA)
    window.agenda.records.add(AgendaItem(title="年度计划"), "添加议程")
    window.languages.actions[language.ENGLISH].trigger()
    (other,) = MainWindow.shown
    assert other is not window
    assert other.isVisible()
    assert other.tabs.tabText(AGENDA) == "Agenda 1"
    assert other.tabs.currentIndex() == AGENDA
    assert other.editor.meeting.id == first
    other.turning.undo.trigger()  # the history goes on
    assert other.editor.meeting.agenda == ()
    assert other.turning.redo.text().startswith("Redo")
    qtbot.wait(50)  # the old window is gone, and nothing of it hears the history any more
    other.turning.redo.trigger()
    other.editor.save()
    assert [item.title for item in other.library.load(first).agenda] == ["年度计划"]
    other.go_roster.trigger()
    other.languages.actions[language.CHINESE].trigger()
    (again,) = MainWindow.shown
    assert again.tabs.tabText(AGENDA) == "议程 1"
    assert again.stack.currentWidget() is again.roster
    again.close()
    assert not MainWindow.shown
    with Library(path) as library:
        assert len(library.entries()) == 2


def test_the_choice_is_kept_and_may_follow_the_system(tmp_path, monkeypatch):
    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    assert language.chosen(settings) == language.CHINESE
    settings.setValue("language", "en")
    assert language.chosen(settings) == language.ENGLISH
    settings.setValue("language", "xx")
    assert language.chosen(settings) == language.CHINESE
    for spoken, wanted in ((["en-GB", "zh"], "en"), (["zh-Hans-CN"], "zh"), (["de-DE"], "zh"), ([], "zh")):
        monkeypatch.setattr(language, "spoken", lambda spoken=spoken: spoken)
        assert language.meant(language.SYSTEM) == wanted


@pytest.mark.usefixtures("application")
def test_each_key_of_the_window_is_in_the_legend(qtbot, tmp_path):
    window = open_window(qtbot, tmp_path, Meeting(held_on=date(2025, 9, 2)))
    told = " ".join(key for _place, keys in groups(window) for key, _what in keys)
    told = told.replace("↑", "Up").replace("↓", "Down").replace("空格", "Space").replace("回车", "Return")
    named = {*told.replace("1 … 9", "1").split(), "Esc", "Enter", "Num+1", "Num+2", "Num+3", "Num+4", "Ctrl+Return"}
    keys = {key.toString() for action in window.findChildren(QAction) for key in action.shortcuts()[:1]}
    assert {key for key in keys if key not in named} == set()
    of_menus = [key for _place, rows in list(groups(window))[: -len(IN_PLACES)] for key, _what in rows]
    assert sorted(of_menus) == sorted(set(of_menus))  # no key does two things
    assert all(QCoreApplication.translate("keys", place) for place, _rows in IN_PLACES)


@pytest.mark.usefixtures("application")
def test_the_legend_finds_a_key_by_what_it_does(qtbot, tmp_path):
    window = open_window(qtbot, tmp_path)
    legend = KeyLegend(window)
    qtbot.addWidget(legend)
    legend.search.setText("上标")
    shown = [row for row in range(legend.table.rowCount()) if not legend.table.isRowHidden(row)]
    assert [legend.table.item(row, 1).text() for row in shown] == ["Ctrl+.  Ctrl+,"]
    legend.search.setText("没有这个")
    assert legend.said.text() == "没有这样的键。"
