"""Many past minutes come in at once: looked at beside their source, corrected, taken, taken back in one step."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from windows import answer, window_on
from word_xml import paragraph, word

from copu_desk import desk
from copu_desk.desk import past, taking
from copu_desk.document import plain_body
from copu_desk.gui import past_rows
from copu_desk.gui.past_import import PastImport
from copu_desk.library import Library, verify
from copu_desk.model import Meeting, Person, Series
from copu_desk.progress import Cancelled

FIRST = "远帆例会纪要 2025.9.2\n参会人员：韩知远、苏棠（线上）、石岩\n会议讨论了预算：\n决议：同意。"
SECOND = "远帆例会纪要 2025.9.16\n参会人员：韩知远\n一切正常。"
UNDATED = "远帆例会纪要\n参会人员：苏棠、贺兰\n待定。"
PEOPLE = (Person(name="韩知远"), Person(name="苏棠"))


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "往年纪要"
    (place / "更早").mkdir(parents=True)
    (place / "a.docx").write_bytes(word(*map(paragraph, FIRST.split("\n"))))
    (place / "更早" / "b.txt").write_text(SECOND, encoding="gb18030")
    (place / "c.md").write_text(UNDATED.replace("\n", "\n\n"), encoding="utf-8")
    (place / "坏.docx").write_bytes(b"PK\x03\x04rubbish")
    (place / "~$a.docx").write_bytes(b"x")
    (place / "照片.png").write_bytes(b"x")
    return place


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library.copu") as made:
        made.save_people(PEOPLE)
        yield made


def test_a_folder_is_looked_into_without_changing_anything(folder, library):
    told = []
    found = past.look_into(past.files_of([folder]), library.people(), lambda *step: told.append(step))
    assert [one.path.name for one in found] == ["a.docx", "c.md", "坏.docx", "b.txt"]
    first, undated, broken, _ = found
    assert (first.held_on, first.series, first.source.split("\n")[0]) == (
        date(2025, 9, 2),
        "远帆例会",
        "远帆例会纪要 2025.9.2",
    )
    assert [bool(one.person) for one in first.meeting.attendees] == [True, True, False]
    assert undated.held_on is None
    assert "坏.docx" in broken.fault
    assert told[-1] == (3, 4, "b.txt")
    assert library.entries() == []


def test_what_was_taken_is_taken_back_whole_and_comes_back(folder, library):
    library.save_series((Series(name="别的"),))
    found = [one for one in past.look_into(past.files_of([folder])) if one.held_on]
    taken = past.take(library, found)
    assert {(one.held_on, one.series_name) for one in library.entries()} == {
        (date(2025, 9, 2), "远帆例会"),
        (date(2025, 9, 16), "远帆例会"),
    }
    taking.take_back(library, taken)
    assert (library.entries(), [one.name for one in library.series()]) == ([], ["别的"])
    taking.take_again(library, taken)
    assert [one.series_name for one in library.entries()] == ["远帆例会"] * 2


def test_a_meeting_restored_after_its_import_was_taken_back_has_its_series_again(folder, library):
    found = [one for one in past.look_into(past.files_of([folder])) if one.held_on]
    taken = past.take(library, found)
    (series,) = library.series()
    taking.take_back(library, taken)
    assert library.series() == ()
    assert verify(library.path) == []
    first, second = library.trash()
    library.put_back(first)
    assert library.series() == (series,)
    assert [one.series_name for one in library.entries()] == ["远帆例会"]
    library.put_back(second)
    assert [one.series_name for one in library.entries()] == ["远帆例会"] * 2
    assert (library.series(), library.trash(), verify(library.path)) == ((series,), [], [])


def test_a_restored_meeting_joins_the_series_that_took_the_name_in_the_meantime(folder, library):
    taken = past.take(library, [one for one in past.look_into(past.files_of([folder])) if one.held_on])
    taking.take_back(library, taken)
    again = desk.series_named(library, "远帆例会")
    first, second = library.trash()
    library.put_back(first)
    assert [(one.series, one.series_name) for one in library.entries()] == [(again.id, "远帆例会")]
    assert library.series() == (again,)
    library.purge(second)
    assert library._db.execute("SELECT count(*) FROM trash").fetchone() == (0,)  # nothing waits for it any more


def test_a_cancelled_import_leaves_nothing(folder, library):
    found = [one for one in past.look_into(past.files_of([folder])) if one.held_on]

    def stop(done, _total, _words=""):
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        past.take(library, found, stop)
    assert (library.entries(), library.series()) == ([], ())


@pytest.fixture
def window(qtbot, tmp_path, library):
    library.save(Meeting(date(2025, 1, 7), series=desk.series_named(library, "远帆例会").id, title="原来的会议"))
    library.close()
    return window_on(qtbot, Library(tmp_path / "library.copu"), tmp_path)


def cell(dialog, row, column):
    return dialog.model.index(row, column)


def test_a_secretary_imports_a_folder_corrects_it_and_takes_it_back(qtbot, window, folder, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(folder))
    seen = {}

    def act(dialog):
        model = dialog.model
        seen["states"] = [model.state(row) for row in model.rows]
        dialog.table.selectRow(0)
        seen["source"], seen["told"] = dialog.source.toPlainText(), dialog.understood.toPlainText()
        assert not model.setData(cell(dialog, 1, past_rows.DAY), "胡说")
        assert model.setData(cell(dialog, 1, past_rows.DAY), "2025-09-09")
        assert model.setData(cell(dialog, 0, past_rows.TITLE), "改过的标题")
        dialog.table.selectRow(3)
        dialog.series.setCurrentText("另一个系列")
        qtbot.mouseClick(dialog.put_series, Qt.MouseButton.LeftButton)
        seen["summary"] = dialog.summary.text()
        dialog.accept()

    answer(PastImport, act)
    window.import_folder.trigger()
    qtbot.waitUntil(lambda: len(window.library.entries()) == 4)
    assert seen["states"] == ["新", "缺日期", "读不了", "新"]
    assert seen["source"] == FIRST
    assert "韩知远✓" in seen["told"]
    assert "同意。" in seen["told"]
    assert seen["summary"] == "4 个文件里找到 3 次会议，将导入 3 次。1 个文件读不了。"
    told = {(one.held_on, one.series_name, one.title) for one in window.library.entries()}
    assert told == {
        (date(2025, 1, 7), "远帆例会", "原来的会议"),
        (date(2025, 9, 2), "远帆例会", "改过的标题"),
        (date(2025, 9, 9), "远帆例会", "远帆例会纪要"),
        (date(2025, 9, 16), "另一个系列", "远帆例会纪要 2025.9.16"),
    }
    assert window.turning.undo.text() == "撤销 导入 3 次会议"
    window.turning.undo.trigger()
    assert [one.title for one in window.library.entries()] == ["原来的会议"]
    assert [one.name for one in window.library.series()] == ["远帆例会"]
    window.turning.redo.trigger()
    assert {(one.held_on, one.series_name, one.title) for one in window.library.entries()} == told
    meeting = window.library.load(next(one.id for one in window.library.entries() if one.title == "改过的标题"))
    (file,) = meeting.originals
    assert (file.name, window.library.original(file.digest)) == ("a.docx", (folder / "a.docx").read_bytes())


def test_duplicates_are_flagged_and_left_unless_ticked(qtbot, window, folder, tmp_path):
    other = tmp_path / "again.txt"
    other.write_text(FIRST.replace("2025.9.2", "2025.1.7") + "\n", encoding="utf-8")
    twin = tmp_path / "twin.txt"
    twin.write_text(SECOND, encoding="utf-8")
    seen = {}

    def act(dialog):
        model = dialog.model
        seen["states"] = [(model.state(row), row.take) for row in model.rows]
        seen["notes"] = model.notes(model.rows[0])
        dialog.table.selectRow(0)
        qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
        seen["after"] = model.rows[0].take
        dialog.only_odd.setChecked(True)
        seen["hidden"] = [dialog.table.isRowHidden(row) for row in range(len(model.rows))]
        dialog.reject()

    answer(PastImport, act)
    window.past.bring([other, twin, folder / "更早" / "b.txt", folder / "a.docx"])
    qtbot.waitUntil(lambda: "hidden" in seen)
    assert seen["states"] == [("已有", False), ("重复", True), ("重复", False), ("新", True)]
    assert seen["notes"].startswith("资料库里已有")
    assert seen["after"]
    assert seen["hidden"] == [False, False, False, True]
    assert len(window.library.entries()) == 1


def drop(window, paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(5, 5), *how))
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), *how))


def test_files_dropped_on_the_window_come_in(qtbot, window, folder):
    answer(PastImport, lambda dialog: dialog.accept())
    drop(window, [folder / "a.docx"])
    qtbot.waitUntil(lambda: len(window.library.entries()) == 2)
    newest = window.library.load(window.library.entries()[0].id)
    assert plain_body(newest.agenda[0].discussion) == ""
    assert [one.text for one in newest.agenda[0].decisions] == ["同意。"]


def test_a_document_dropped_on_a_text_is_imported_and_not_written_into_it(window, folder):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder / "a.docx"))])
    assert not window.agenda.discussion.canInsertFromMimeData(data)
    data.setUrls([QUrl.fromLocalFile(str(folder / "照片.png"))])
    assert window.agenda.discussion.canInsertFromMimeData(data)


def test_a_folder_with_nothing_in_it_says_so(qtbot, window, tmp_path):
    said = []
    (tmp_path / "空").mkdir()

    def act(box):
        said.append(box.text())
        box.accept()

    answer(QMessageBox, act)
    window.past.bring([tmp_path / "空"])
    qtbot.waitUntil(lambda: bool(said))
    assert "没有能导入的文件" in said[0]


def test_the_list_is_sorted_at_its_headings_and_taken_in_the_order_it_was_found_in(folder, library, qtbot):
    dialog = PastImport(past.look_into(past.files_of([folder])), library)
    qtbot.addWidget(dialog)
    taken = dialog.taken()

    def names():
        return [row.past.path.name for row in dialog.model.rows]

    dialog.sorting.sort(past_rows.DAY, descending=True)
    assert names() == ["b.txt", "a.docx", "c.md", "坏.docx"]  # those without a day last
    dialog.table.selectRow(2)
    assert dialog.source.toPlainText() == dialog.model.rows[2].past.source
    dialog.sorting.sort(past_rows.DAY)
    assert names() == ["a.docx", "b.txt", "c.md", "坏.docx"]
    assert dialog.taken() == taken
    dialog.only_odd.setChecked(True)
    hidden = {name for at, name in enumerate(names()) if dialog.table.isRowHidden(at)}
    dialog.sorting.sort(-1)
    assert {name for at, name in enumerate(names()) if dialog.table.isRowHidden(at)} == hidden
    assert names() == ["a.docx", "c.md", "坏.docx", "b.txt"]
