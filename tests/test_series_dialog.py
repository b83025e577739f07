"""The series dialog: everything a new meeting of a series starts with is kept at once."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from windows import keys

from copu_desk import desk
from copu_desk.gui.series_dialog import SeriesDialog
from copu_desk.library import Library
from copu_desk.model import Meeting, Series


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "a.copu") as opened:
        opened.save_series((Series(name="远帆例会"), Series(name="空系列")))
        opened.save(Meeting(held_on=date(2025, 9, 2), series=opened.series()[0].id))
        yield opened


@pytest.fixture
def dialog(library, qtbot):
    made = SeriesDialog(library)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_every_field_is_kept_and_used_by_the_next_meeting(dialog, library, qtbot):
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    for name, words in (
        ("name", "理事会"), ("title_pattern", "第{number}次{series}"), ("venue", "三楼"), ("platform", "线上会议室"),
        ("link", "https://example.org"), ("chair", "韩知远"), ("recorder", "苏棠"), ("copies", "各成员单位"),
    ):  # fmt: skip
        keys(getattr(dialog, name), words)
    qtbot.mouseClick(dialog.number_by_year, Qt.MouseButton.LeftButton)
    dialog.close()
    made = library.series()[2]
    assert (made.name, made.style, made.title_pattern, made.number_by_year) == (
        "理事会",
        "copu",
        "第{number}次{series}",
        True,
    )
    meeting = desk.new_meeting(library, made, date(2025, 9, 2))
    assert (meeting.venue, meeting.platform, meeting.link, meeting.chair, meeting.recorder, meeting.copies) == (
        "三楼", "线上会议室", "https://example.org", "韩知远", "苏棠", "各成员单位",
    )  # fmt: skip
    assert desk.title(library, meeting) == "第1次理事会"


def test_a_series_with_meetings_is_not_deleted_and_an_empty_one_is(dialog, library, qtbot):
    qtbot.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    assert dialog.hint.text() == "这个系列里有 1 次会议，不能删除。"
    dialog.list.setCurrentIndex(dialog.records.index(1, 0))
    qtbot.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    assert dialog.name.text() == "远帆例会"
    qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(dialog.records.rows) == 2
    qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    dialog.close()
    assert [one.name for one in library.series()] == ["远帆例会", "空系列"]


def test_enter_in_a_field_adds_no_series(dialog, library, qtbot):
    dialog.name.setFocus()
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert len(library.series()) == 2


def test_a_series_whose_meetings_are_in_the_trash_stays_for_them(dialog, library, qtbot):
    for entry in library.entries():
        library.delete(entry.id)
    dialog.list.setCurrentIndex(dialog.records.index(0, 0))
    qtbot.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    assert dialog.hint.text() == "回收站里还有这个系列的 1 次会议，不能删除。"
    assert len(dialog.records.rows) == 2


def test_a_series_that_comes_while_the_dialog_is_open_is_listed_and_stays(dialog, library):
    keys(dialog.venue, "三楼")
    assert dialog.editor.save()
    known = library.series()
    library.save_series((*known, Series(name="理事会")), known)  # an import, or another program
    dialog.follow()
    assert [one.name for one in dialog.records.rows] == ["远帆例会", "空系列", "理事会"]
    keys(dialog.chair, "韩知远")
    dialog.close()
    assert [(one.name, one.venue, one.chair) for one in library.series()] == [
        ("远帆例会", "三楼", "韩知远"), ("空系列", "", ""), ("理事会", "", ""),
    ]  # fmt: skip
