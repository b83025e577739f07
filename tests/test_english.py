"""The whole window in English: no Chinese in whatever a widget, a model or a menu says that is no content.

The library holds the full meeting in Latin letters, so that every Chinese word comes from the program. What may stay
Chinese is named in OWN_WORDS and `printed`, each with its reason.
"""

import importlib
import itertools
import json
import re
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import report_files
from every_dialog import every_dialog
from make_translations import ENGLISH, HAN, ROOT, messages
from meetings import FULL, PIXEL
from PySide6.QtCore import QModelIndex, QSettings, Qt
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFileDialog,
    QInputDialog,
    QLabel,
    QMessageBox,
    QTabBar,
    QTabWidget,
    QWidget,
)
from windows import answer

from copu_desk import desk, exchange, records
from copu_desk.compose.sources import opening, title
from copu_desk.desk import finality, naming
from copu_desk.gui import app, jobs, language
from copu_desk.gui.app import make_application
from copu_desk.gui.attendance_dialog import AttendanceDialog
from copu_desk.gui.jobs import Job
from copu_desk.gui.main_window import MainWindow
from copu_desk.gui.sentences import said
from copu_desk.gui.trash_dialog import TrashDialog
from copu_desk.library import Library, VersionKind
from copu_desk.model import Action, AgendaItem, Attendee, Essay, Meeting, Membership, Person, Presence, Series
from copu_desk.sentences import Sentence
from copu_desk.style import house_style, style_names

CHINESE = re.compile(f"(?:{HAN.pattern})+")
ROLES = [getattr(Qt.ItemDataRole, f"{name}Role") for name in ("Display", "ToolTip", "StatusTip", "AccessibleText")]
SAYINGS = (
    "toolTip", "statusTip", "whatsThis", "accessibleName", "accessibleDescription", "windowTitle", "text", "title",
    "placeholderText", "prefix", "suffix", "specialValueText", "displayFormat", "currentMessage", "labelText",
    "toPlainText",
)  # fmt: skip
OWN_WORDS = {
    "中文": "a language is called what it calls itself",
    "二、审议事项": "an example of what Chinese minutes say",
    "会议要求……": "the same",
    "下周五": "the same: days are typed in Chinese",
    "月底": "the same",
    "甲、乙、丙(线上)": "the same: a list as old minutes have it",
    "{organ}会议纪要丨{year}.{month:02}.{day:02}": "the pattern of the house style, quoted",
    naming.PATTERN: "how files of Chinese minutes are called: a pattern that is the user's",
}


@pytest.fixture(scope="module", autouse=True)
def compiled():
    """Compile the translations of this checkout, as a build does."""
    sys.path.insert(0, str(ENGLISH.parent))
    importlib.import_module("compile_translations").compile_all(ROOT)
    sys.path.remove(str(ENGLISH.parent))


def latin(record, known):
    """Return a record with a Latin word in the place of each Chinese text, the same one for the same text."""
    words = json.dumps(records.dump(record), ensure_ascii=False)
    said = CHINESE.sub(lambda found: known.setdefault(found[0], f"Word{len(known)}"), words)
    return records.load(type(record), json.loads(said))


MEETING = latin(FULL, {})
SERIES = Series(name="Weekly", id=MEETING.series)
PEOPLE = (
    Person(name=MEETING.chair, memberships=(Membership(SERIES.id, date(2025, 1, 1)),)),
    Person(name=MEETING.recorder, aliases=("Su", "Tang"), organization="Harbour", note="new"),
)
BARE = Meeting(
    date(2025, 9, 16), SERIES.id, id="bare",
    agenda=(AgendaItem(),), essays=(Essay(),), actions=(Action("Book a room"),),
    attendees=(Attendee(name=MEETING.chair, presence=Presence.ABSENT, note="late"),),
)  # fmt: skip


@pytest.fixture
def window(qtbot, tmp_path):
    make_application([])
    language.put_on(language.ENGLISH)
    library = Library(tmp_path / "a.copu")
    library.save_series((SERIES, Series(name="Readers")))
    library.save_people(PEOPLE)
    library.add_image(PIXEL)
    library.save(MEETING)
    library.save(BARE)
    library.save(replace(MEETING, id="other", held_on=date(2025, 9, 9)))
    without = replace(MEETING, id="other", held_on=date(2025, 9, 9), essays=MEETING.essays[1:])
    library.save(without, library.load("other"))  # an essay in the trash
    library.delete("other")
    library.keep_version(MEETING, VersionKind.EXPORT, "Word 纪要、PDF")
    made = MainWindow(library, QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.toggle_scratch.trigger()
    yield made
    QGuiApplication.clipboard().clear()  # the offscreen screen falls over what is left there at its end
    language.put_on(language.CHINESE)


def printed(library):
    """Return the words that stay Chinese because minutes, house styles and Word say them."""
    found = set(OWN_WORDS)
    for entry in (*library.entries(), *library.entries(deleted=True)):
        meeting = library.load(entry.id)
        bare = Meeting(meeting.held_on, meeting.series, meeting.number)
        for one in (meeting, bare):  # what the house style builds
            found |= {function(one, SERIES, house_style()) for function in (title, opening)}
        found |= {naming.file_stem(library, meeting, paper=paper) for paper in exchange.PAPERS}
    for (
        name
    ) in style_names():  # fonts and paragraph styles are called what Word calls them; words are edited as they are
        found.add(desk.words_of(name))
        found |= {word for use in exchange.font_uses(house_style(name)) for word in (use.name, *use.styles)}
    return sorted(filter(HAN.search, found), key=len, reverse=True)


def chinese(top, content):
    """Return what a widget says in Chinese that is no content: where, and the words."""
    found = {}
    for where, words in said_by(top):
        rest = words
        for one in content:
            rest = rest.replace(one, "")
        if HAN.search(rest):
            found[words] = where
    return found


def said_by(top):
    """Yield everything a widget and what is in it can show or say, and by what."""
    for one in (top, *top.findChildren(QWidget)):
        where = f"{type(one).__name__} {one.objectName()}"
        for name in SAYINGS:
            words = getattr(one, name)() if _says(one, name) else None
            if isinstance(words, str):
                yield f"{where}.{name}", words
        if isinstance(one, QTabWidget | QTabBar):
            yield from ((where, one.tabText(place)) for place in range(one.count()))
        if isinstance(one, QAbstractItemView | QComboBox) and one.model() is not None:
            yield from ((where, words) for words in words_of_model(one.model()))
    for action in top.findChildren(QAction):
        yield from ((f"action {action.objectName()}", words) for words in (action.text(), action.toolTip()))


def _says(widget, name):
    method = getattr(type(widget), name, None)
    return callable(method) and (name != "text" or not isinstance(widget, QTabBar))


def words_of_model(model, parent=None):
    """Yield all words of a model, with those of its headings and of the rows within rows."""
    parent = parent or QModelIndex()
    columns = model.columnCount(parent) if "columnCount" in _own(model) else 1
    if not parent.isValid():
        for way, count in ((Qt.Orientation.Horizontal, columns), (Qt.Orientation.Vertical, model.rowCount(parent))):
            yield from _strings(model.headerData(at, way, role) for at in range(count) for role in ROLES)
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from _strings(index.data(role) for role in ROLES)
        if model.rowCount(first := model.index(row, 0, parent)):
            yield from words_of_model(model, first)


def _own(model):
    """Return what of a model may be called: of a list, Qt keeps the number of columns to itself."""
    try:
        model.columnCount(QModelIndex())
    except TypeError:
        return ()
    return ("columnCount",)


def _strings(values):
    return (one for one in values if isinstance(one, str))


def test_what_is_chinese_would_be_seen(qtbot, tmp_path):
    """The looks below can fail: of a window in Chinese they find everything."""
    make_application([])
    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    window = MainWindow(Library(tmp_path / "a.copu"), settings)
    qtbot.addWidget(window)
    found = chinese(window, OWN_WORDS)
    assert len(found) > 400
    assert {"还没有会议", "新建会议", "到会时间"} <= {words.split("（")[0] for words in found}


def test_pages_speak_english_whatever_they_show(window, qtbot):
    found, content = {}, printed(window.library)
    for meeting in (MEETING.id, BARE.id):
        window.go_to(meeting)
        for tab in range(window.tabs.count()):
            window.tabs.setCurrentIndex(tab)
            found |= chinese(window, content)
        window.check.trigger()
        found |= chinese(window, content)
    for action in (window.go_roster, window.go_all_actions, window.go_attendance):
        action.trigger()
        found |= chinese(window, content)
    qtbot.waitUntil(lambda: window.attendance.page.counted.meetings != ())
    found |= chinese(window, content)
    for words in ("Word", "nothing of this", "exp"):
        window.sidebar.search.setText(words)
        qtbot.waitUntil(lambda: window.sidebar.hits.count() > 0 or window.sidebar.hits_said.text() != "")
        found |= chinese(window, content)
    assert found == {}


def test_what_is_done_is_told_in_english(window, qtbot):
    found, content = {}, printed(window.library)
    window.go_to(MEETING.id)
    call = window.attendees.call
    for words in ("Zed", MEETING.attendees[0].name, MEETING.chair, f"{MEETING.recorder}+"):
        call.setText(words)
        qtbot.keyClick(call, Qt.Key.Key_Return)
        found |= chinese(window, content)
    pad = window.scratch.pad
    for key in (Qt.Key.Key_1, Qt.Key.Key_D, Qt.Key.Key_T):
        pad.setPlainText("Something that was said")
        qtbot.keyClick(pad, key, Qt.KeyboardModifier.ControlModifier)
        found |= chinese(window, content)
    window.turning.undo.trigger()
    found |= chinese(window, content)
    window.editor.save()
    finality.make_final(window.library, window.editor.meeting)
    window.refresh(MEETING.id)
    found |= chinese(window, content)
    assert found == {}


def test_dialogs_speak_english_whatever_they_show(window, tmp_path):
    found, content = {}, printed(window.library)
    (tmp_path / "minutes.txt").write_text(
        "Weekly 2025-07-08\nAttendees: Ann Lee, Bob Ray\n1. Plan\nBob Ray reported.\n", encoding="utf-8"
    )
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 no archive")
    listed = f"Name,Organization,Capacity,Series\nAnn,Harbour,observer,Readers\n{PEOPLE[1].name},Dock,?,\n,Dock,,\n"
    report = CHINESE.sub("Zoe", report_files.ZOOM.decode("utf-8-sig")).encode()
    minutes = [tmp_path / "minutes.txt", tmp_path / "broken.docx"]
    dialogs = every_dialog(window, tmp_path, MEETING, PEOPLE, listed, report=report, minutes=minutes)
    for dialog in dialogs:
        dialog.show()
        found |= {words: f"{type(dialog).__name__}: {where}" for words, where in chinese(dialog, content).items()}
        dialog.done(0)
        dialog.deleteLater()
    assert found == {}


@pytest.fixture
def heard(monkeypatch, window):
    """Hear what dialogs say when they would be shown, and cancel each of them; return what was Chinese."""
    content, found = printed(window.library), {}

    def hear(*said):
        for one in said:
            if isinstance(one, QWidget):
                found.update(chinese(one, content))
            elif isinstance(one, str) and HAN.search(one):
                found[one] = "a message"

    def cancelled(dialog):
        hear(dialog)
        dialog.done(0)
        return 0

    def answering(given):
        return lambda *said, **_more: (hear(*said[1:]), given)[1]

    cancel = QMessageBox.StandardButton.Cancel
    asking = (
        (QMessageBox, dict.fromkeys(("warning", "information", "question", "critical", "about"), cancel)),
        (QInputDialog, {"getText": ("", False), "getInt": (0, False), "getItem": ("", False)}),
        (QFileDialog, {"getOpenFileName": ("", ""), "getOpenFileNames": ([], ""), "getSaveFileName": ("", "")}),
        (QFileDialog, {"getExistingDirectory": ""}),
    )
    for kind, answers in asking:
        for name, given in answers.items():
            monkeypatch.setattr(kind, name, answering(given))
    for kind in (QDialog, QMessageBox, QPrintDialog):
        monkeypatch.setattr(kind, "exec", cancelled)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    return found


def commands(menu):
    """Yield what a menu offers, with what is in the menus within."""
    for action in menu.actions():
        if action.menu():
            yield from commands(action.menu())
        elif action.text():
            yield action


def test_every_command_speaks_english(window, qtbot, heard):
    content, done = printed(window.library), set()
    others = {window.quit, *window.languages.actions.values()}
    for meeting in (MEETING.id, BARE.id):
        for action in [one for menu in (window.menuBar(), window.export_button.menu()) for one in commands(menu)]:
            window.go_to(meeting)
            if action.isEnabled() and action not in others:
                action.trigger()
                done.add(action.text())
                qtbot.waitUntil(lambda: not window.findChildren(Job), timeout=20_000)
                heard |= chinese(window.status_bar, content)
                if meeting not in {entry.id for entry in window.library.entries()}:
                    window.turning.undo.trigger()
    assert len(done) > 40
    assert heard == {}


def test_what_failed_in_a_job_is_told_in_english(window, qtbot, tmp_path, heard):
    shown = []
    window.go_to(MEETING.id)
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 no archive")
    job = jobs.run(window, "Work", lambda progress: progress(0, 0, Sentence("正在备份…")), shown.append)
    assert isinstance(job, Job)
    labels = []
    job.told.connect(lambda *_told: labels.extend(one.text() for one in window.findChildren(QLabel)))
    qtbot.waitUntil(lambda: shown == [None])
    assert "Backing up…" in labels
    jobs.run(window, "Work", lambda _progress: exchange.read_essay(tmp_path / "broken.docx"), shown.append)
    qtbot.waitUntil(lambda: not window.findChildren(Job))
    assert shown == [None]
    assert heard == {}


def test_the_names_proposed_for_files_are_english(window, qtbot, tmp_path, monkeypatch):
    """Minutes are called after the pattern of their export, which is the user's; the rest the window proposes."""
    asked = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (asked.append(given[1:4]), ("", ""))[1])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(tmp_path / "Ledger.xlsx"), ""))
    monkeypatch.setattr(QInputDialog, "getInt", lambda *_given: (6, True))
    window.go_attendance.trigger()
    qtbot.waitUntil(lambda: window.attendance.page.counted.meetings != ())
    window.go_to(MEETING.id)
    for ask in (
        window.attendance.export_shown,
        window.attendance.sign_in,
        window.attendance.save_picture,
        window.ledgers.add,
        window.roster.tasks.send,
        window.save_elsewhere.click,
    ):
        ask()
    assert [text for given in asked for text in given if HAN.search(text)] == []
    assert [Path(start).name for _title, start, _kinds in asked[1:5]] == [
        "2025-09-02 Weekly sign-in sheet.docx",
        "Attendance of Weekly (2025-09-02 to 2025-09-16).png",
        "Ledger (with 2025-09-02).xlsx",
        "roster.xlsx",
    ]
    assert len(asked) == 6


def test_what_is_asked_before_the_window_comes_is_asked_in_its_language(tmp_path, monkeypatch):
    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    settings.setValue("language", language.ENGLISH)
    make_application([])
    monkeypatch.setattr(app, "QSettings", lambda *_names: settings)
    monkeypatch.setattr(app.Crashes, "watch", lambda _crashes: None)
    (tmp_path / "a.copu").write_bytes(b"no database" * 500)
    asked = []
    answer(QMessageBox, lambda box: (asked.append((box.text(), box.informativeText())), box.reject()))
    try:
        assert app.main([], tmp_path / "a.copu") == 2
    finally:
        language.put_on(language.CHINESE)
    ((question, more),) = asked
    assert "is no library of COPU Desk" in question
    assert not HAN.search(question + more)


def test_an_empty_library_and_one_to_read_speak_english(qtbot, tmp_path):
    make_application([])
    language.put_on(language.ENGLISH)
    Library(tmp_path / "a.copu").close()
    for library in (Library(tmp_path / "b.copu"), Library(tmp_path / "a.copu", read_only=True)):
        window = MainWindow(library, QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
        qtbot.addWidget(window)
        window.show()
        shown = opening(window.editor.meeting, Series(), house_style())
        assert chinese(window, [*OWN_WORDS, shown]) == {}
    language.put_on(language.CHINESE)


def _counted(window):
    """Return what the window says of how many there are, in several of its places."""
    window.sidebar.search.clear()
    window.sidebar.search.setText("Plan")
    window.go_roster.trigger()
    dialog = AttendanceDialog(window.library, window)
    trash = TrashDialog(window.library, print, window)
    lines = said(Sentence("有 {count} 行没有全部读懂，原文留在了文末，请核对。", count=len(window.library.people())))
    found = [window.sidebar.hits_said.text(), window.roster.said.text(), dialog.found.text(), trash.said.text(), lines]
    dialog.deleteLater()
    trash.deleteLater()
    return found


@pytest.mark.parametrize(
    ("many", "told"),
    [
        (1, ["Found in 1 meeting.", "1 person", "1 meeting in all.", "1 thing", "1 line was not understood"]),
        (2, ["Found in 2 meetings.", "2 people", "2 meetings in all.", "2 things", "2 lines were not understood"]),
    ],
)
def test_one_is_said_as_one_and_two_as_two(qtbot, tmp_path, many, told):
    make_application([])
    language.put_on(language.ENGLISH)
    library = Library(tmp_path / "a.copu")
    for day in range(1, 2 * many + 1):
        library.save(Meeting(date(2025, 9, day), title="Plan"))
    for entry in library.entries()[:many]:
        library.delete(entry.id)
    library.save_people(tuple(Person(f"Anna {number}") for number in range(many)))
    window = MainWindow(library, QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    window.show()
    found = _counted(window)
    language.put_on(language.CHINESE)
    there = _counted(window)
    assert [words[: len(wanted)] for words, wanted in zip(found, told, strict=True)] == told
    assert there[:2] == [f"{many} 次会议里有。", f"{many} 人"]


def test_what_stays_chinese_is_still_said_somewhere():
    """A reason that is no reason any more is to go."""
    said = "\n".join((*itertools.chain(*messages(ENGLISH).values()), naming.PATTERN, "中文", language.__doc__))
    assert [words for words in OWN_WORDS if words not in said] == []
