"""The window in English: every word is translated, and it changes without a new start."""

import ast
import copy
import importlib
import json
import pickle
import re
import string
import sys
from dataclasses import replace
from datetime import date

import pytest
from make_translations import ENGLISH, HAN, ROOT, messages, sentence_calls, update
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
from copu_desk.attendance import Mark
from copu_desk.check import check
from copu_desk.desk import finality
from copu_desk.desk.reasons import BEFORE_IMPORT, reason
from copu_desk.document import text
from copu_desk.errors import DamagedError, ReadError
from copu_desk.gui import language
from copu_desk.gui.app import make_application
from copu_desk.gui.keys import IN_PLACES, KeyLegend, groups
from copu_desk.gui.main_window import AGENDA, MainWindow
from copu_desk.gui.new_meeting import NewMeeting
from copu_desk.gui.sentences import said
from copu_desk.gui.series_dialog import SeriesDialog
from copu_desk.gui.trash_dialog import TrashDialog
from copu_desk.library import Library, VersionKind
from copu_desk.model import Action, AgendaItem, Attendee, Meeting, Presence
from copu_desk.paths import STYLES
from copu_desk.sentences import Sentence
from copu_desk.style import house_style, style_names


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
    asked, there = ({text: len(forms) for text, forms in found.items()} for found in (messages(fresh), ours))
    assert there == asked, "run python tests/make_translations.py"
    assert [source for (_context, source), forms in ours.items() if not all(forms)] == []


def test_translations_keep_the_places_of_values_and_speak_english():
    for source, words in ((source, form) for (_context, source), forms in messages(ENGLISH).items() for form in forms):
        wanted, found = ([part[1] for part in string.Formatter().parse(text)] for text in (source, words))
        assert sorted(one for one in found if one is not None) == sorted(one for one in wanted if one is not None)
        assert ("…" in words) == ("…" in source), source
        assert not re.search("[“”‘’]", words), "run python tests/make_translations.py"
        assert words.count("&") == source.count("&"), source


def test_what_is_counted_has_words_for_one_and_for_more():
    """English needs `n` (`count` in a sentence) wherever a noun stands behind a number."""
    counted = re.compile("(?<!第)(?<!第 )[{][^}]*[}] ?[次位人个处件项段场种字点行页]")
    of_many = re.compile(r"[{](?!most)[^}]*[}] (?:\w+ )?(?:\w{2,}s|people)\b")
    for (context, source), forms in messages(ENGLISH).items():
        assert "(s)" not in "".join(forms), source
        if len(forms) == 1:
            assert not (counted.search(source) and of_many.search(forms[0])), f"{source}: asked for without n"
        else:
            assert len(forms) == len(set(forms)) == 2, source
        if context == "sentences":
            assert (len(forms) == 2) == bool(re.search(r"[{]count\b", source)), source


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


def test_each_text_stands_where_qt_finds_it():
    """What is asked for within an f-string is not found by lupdate, and would stay Chinese."""
    known = {source for _context, source in messages(ENGLISH)}
    calls = [
        (path.name, node)
        for path in (ROOT / "copu_desk" / "gui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and node.args and _called(node) in ("tr", "translate")
    ]
    asked = [(name, node.lineno, one.value) for name, node in calls for one in _words_at(node) if _is_words(one)]
    assert len(asked) > 500
    assert [one for one in asked if one[2] not in known] == []


def _called(call):
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _words_at(call):
    """Return what a call asks a translation of; the context stands before it, what it counts behind."""
    return call.args[1:2] if _called(call) == "translate" else call.args[:1]


def _is_words(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


# Where Chinese words are right: what a language calls itself, what is recognised in typed text, and what is printed
# when no window can be shown.
_CHINESE = {"language.py", "missing.py", "sidebar.py", "time_edit.py"}
_SIGNS = {"、，,；;\n\t", "、", "＋", "？ "}  # what stands between names that are typed or pasted; marks in tables


def test_no_text_of_the_window_passes_the_translator_by():
    strays = [
        f"{path.name}:{node.lineno} {node.value}"
        for path in (ROOT / "copu_desk" / "gui").rglob("*.py")
        if path.name not in _CHINESE
        for node in _untranslated(ast.parse(path.read_text(encoding="utf-8")))
        if node.value not in _SIGNS
    ]
    assert strays == []


def _untranslated(tree):
    fine = {call.args[0] for call in ast.walk(tree) if isinstance(call, ast.Call) and _makes_sentence(call)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            fine.add(node.value)  # a docstring
        if isinstance(node, ast.Call) and _called(node) in ("tr", "translate", "QT_TRANSLATE_NOOP"):
            fine.update(node.args)
    for node in ast.walk(tree):
        said = isinstance(node, ast.Constant) and isinstance(node.value, str) and HAN.search(node.value)
        if said and node not in fine:
            yield node


def _makes_sentence(call):
    name = getattr(call.func, "id", "")
    return bool(call.args) and (name == "Sentence" or name.endswith("Error"))


def test_each_sentence_stands_with_its_template_where_it_is_made():
    """What is put together before (an f-string, a sum) has no template, and the window could say it only in Chinese."""
    calls = [(path, call) for path, call in sentence_calls() if call.args]
    assert len(calls) > 250
    for path, call in calls:
        where, head = f"{path.relative_to(ROOT)}:{call.lineno}", call.args[0]
        given = {keyword.arg for keyword in call.keywords}
        if isinstance(head, ast.Constant):
            fields = {name for _words, name, _spec, _conversion in string.Formatter().parse(head.value) if name}
            assert fields == given, where
        elif path.name != "__main__.py":  # which ends in the terminal
            assert isinstance(head, ast.Call | ast.Attribute | ast.Name | ast.IfExp | ast.BoolOp), where
            assert not given, where
            names = [node.id for node in ast.walk(head) if isinstance(node, ast.Name)]
            assert not {"str", "format"} & set(names), where


# Where whole sentences in Chinese are no words of the interface: the minutes' own, the workbook's, the terminal's.
_OWN_WORDS = {"attendance.py", "official.py", "wording.py", "xlsx.py"}


def test_no_sentence_of_the_layers_below_passes_the_translator_by():
    strays = []
    for path in (ROOT / "copu_desk").rglob("*.py"):
        kind = path.relative_to(ROOT / "copu_desk").parts[0]
        if kind not in ("gui", "cli", "compose") and path.name not in _OWN_WORDS:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            whole = {part: node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
            for node in _untranslated(tree):
                words = _whole(whole.get(node, node))
                if re.search("[\u4e00-\u9fff].*([。？…]|[:：] ?\\{\\w*\\})$", words):
                    strays.append(f"{path.name}:{node.lineno} {words}")
    assert strays == []


def _whole(node):
    """Return the words of a literal, {} for what is filled in."""
    if isinstance(node, ast.Constant):
        return node.value
    return "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)


def test_the_window_says_errors_in_its_language():
    """`str` of an error is its Chinese sentence: the window asks `said` instead."""
    strays = [
        f"{path.name}:{node.lineno}"
        for path in (ROOT / "copu_desk" / "gui").rglob("*.py")
        if path.name != "missing.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "str"
        and {getattr(argument, "id", "") for argument in node.args} & {"error", "outcome"}
    ]
    assert strays == []


def test_a_sentence_is_its_chinese_words_and_knows_how_it_was_made():
    why = Sentence("{count} 处", count=1_234)
    said_of = {"file": "甲.docx", "why": why, "names": ["乙", "丙"], "more": ""}
    sentence = Sentence("“{file}”没有读入（{why}）：{names}{more}。", **said_of)
    assert sentence == "“甲.docx”没有读入（1234 处）：乙、丙。"
    assert json.loads(json.dumps([sentence])) == [str(sentence)]
    english = {
        (sentence.template, -1): "“{file}” was not read ({why}): {names}{more}.",
        (why.template, 1): "{count} place",
        (why.template, 1_234): "{count:,} places",
    }
    told = sentence.told(lambda template, count: english[template, count], ", ")
    assert told == "“甲.docx” was not read (1,234 places): 乙, 丙."
    told = sentence.but(why=why.but(count=1)).told(lambda template, count: english[template, count], ", ")
    assert told == "“甲.docx” was not read (1 place): 乙, 丙."
    assert why.but(count=2) == "2 处"
    assert Sentence(sentence) is sentence
    assert Sentence("没有 {要填的}") == "没有 {要填的}"
    for again in (copy.deepcopy(sentence), pickle.loads(pickle.dumps(sentence))):  # noqa: S301 - our own
        assert (again, again.template, again.values) == (sentence, sentence.template, sentence.values)


@pytest.mark.usefixtures("english")
def test_findings_are_said_in_english():
    kept = Meeting(
        held_on=date(2025, 9, 2),
        title="纪要 2025-09-03",
        attendees=(Attendee("甲"), Attendee("乙"), Attendee("丙", presence=Presence.ONSITE)),
        actions=(Action("订会场", due=date(2025, 9, 5)),),
        closing=(text("2025年9月2日（星期三）散会。"),),
    )
    found = [said(one.words) for one in check(kept)]
    assert 'The action "订会场" has no owner yet.' in found
    assert "Not called yet (2): 甲, 乙." in found
    assert "The day in the title is 2025-09-03, but the meeting is held on 2025-09-02." in found
    assert "2025-09-02 is a Tuesday, but the text says Wednesday." in found
    assert said("没有这样的句子。") == "没有这样的句子。"


@pytest.mark.usefixtures("english")
def test_errors_are_said_in_english_and_printed_in_chinese(tmp_path):
    (tmp_path / "甲.xlsx").write_bytes(b"PK\x03\x04 no archive")
    with pytest.raises(ReadError) as caught:
        exchange.read_grids(tmp_path / "甲.xlsx")
    assert str(caught.value) == "“甲.xlsx”没有导入：它已经损坏，打不开。请用 Excel 或 WPS 打开后另存一份，再导入。"
    assert said(caught.value) == (
        '"甲.xlsx" was not imported: It is damaged and cannot be opened. '
        "Please open it in Excel or WPS, save a copy and import that."
    )
    (tmp_path / "a.copu").write_bytes(b"no database" * 500)
    with pytest.raises(DamagedError) as damaged:
        Library(tmp_path / "a.copu")
    assert not HAN.search(said(damaged.value))


@pytest.mark.usefixtures("english")
def test_why_versions_were_kept_is_said_in_english_again(tmp_path):
    with Library(tmp_path / "a.copu") as library:
        meeting = Meeting(date(2025, 9, 2), title="Plan")
        library.save(meeting)
        final = finality.make_final(library, meeting)
        draft = finality.reopen(library, final, "领导修改")
        finality.before_restoring(library, replace(draft, title="Plans"), library.versions(meeting.id)[-1])
        library.keep_version(replace(draft, title="A"), VersionKind.EXPORT, "Word 纪要、PDF、会议文件夹")
        library.keep_version(replace(draft, title="B"), VersionKind.EXPORT, "打印")
        library.keep_version(replace(draft, title="C"), VersionKind.IMPORT, BEFORE_IMPORT)
        library.keep_version(replace(draft, title="D"), VersionKind.IMPORT, "纪要.docx")
        found = [said(reason(one)) for one in reversed(library.versions(meeting.id))]
    assert found[1:3] == ["Changed again: 领导修改", f"Before going back to the version of {found[2][-16:]}"]
    assert not HAN.search(found[2])
    assert found[3:] == [
        "Word minutes, PDF, Meeting folder",
        "Print",
        "Before an attendance report was imported",
        "纪要.docx",
    ]


def test_what_is_compiled_is_what_qt_understands(compiled):
    translator = QTranslator()
    assert translator.load(str(ENGLISH.with_suffix(".qm")))
    assert translator.language() == "en"
    for (context, source), forms in messages(ENGLISH).items():
        assert translator.translate(context, source) == forms[0]
        if len(forms) > 1:
            said = [translator.translate(context, source, "", count) for count in (1, 0, 2, 11, 21)]
            assert said == [forms[0], *forms[1:] * 4]
    assert translator.translate("Nobody", "没有这一句") in (None, "")
    assert compiled.compiled('<TS language="en"/>').startswith(bytes.fromhex("3cb86418caef9c95"))


def test_compiling_again_leaves_the_files_that_running_programs_have_open(compiled):
    before = ENGLISH.with_suffix(".qm").stat()
    assert ENGLISH.with_suffix(".qm") in compiled.compile_all(ROOT)
    after = ENGLISH.with_suffix(".qm").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


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
    ours = {words.replace("&", "") for forms in messages(ENGLISH).values() for words in forms}
    said = (words for words in words_of(widget) if HAN.search(words) and words.replace("&", "") not in ours)
    return [words for words in said if not words.startswith(_DATA)]


def test_what_lower_layers_name_is_translated():
    known = {source for context, source in messages(ENGLISH) if context == "words"}
    labels = {house_style(name, STYLES).label for name in style_names(STYLES)}
    assert {label for label in (*labels, *map(str, Mark)) if HAN.search(label)} <= known


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
