"""What somebody meets who never saw the program: the first start, the first import, the first meetings."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from windows import answer, letters_taken_twice

from copu_desk import check, desk, roster
from copu_desk.compose import outcomes
from copu_desk.document import text
from copu_desk.gui import arrangement
from copu_desk.gui.app import make_application
from copu_desk.gui.main_window import MainWindow
from copu_desk.gui.past_import import PastImport
from copu_desk.library import Library
from copu_desk.model import Action, Attendee, Capacity, Meeting, Membership, Person, Presence
from copu_desk.recognize import minutes
from copu_desk.style import house_style

LAST_YEAR = """远帆理事会例会纪要丨2025.11.05
11月5日韩主席主持召开远帆理事会例会。
参会人员:韩知远、苏棠、欧阳明月(线上)。
"""


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def window(qtbot, tmp_path, settings):
    make_application([])
    window = MainWindow(Library(tmp_path / "library.copu"), settings)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def bring(window, qtbot, tmp_path, words=LAST_YEAR):
    """Import past minutes as a secretary does: choose, look, take."""
    file = Path(tmp_path / "去年.txt")
    file.write_text(words, encoding="gb18030")
    answer(PastImport, lambda dialog: dialog.accept())
    window.past.bring([file])
    qtbot.waitUntil(lambda: window.status_bar.currentMessage() != "")


def test_at_the_first_start_all_of_the_window_is_on_a_small_screen(window, settings):
    arrangement.begin(window, settings)  # the screen of the tests is 800 × 800, the window would be 1280 × 800
    assert window.isMaximized()


def test_a_window_that_was_arranged_once_stays_as_it_was(window, settings):
    arrangement.keep(window, settings)
    arrangement.begin(window, settings)
    assert not window.isMaximized()


def test_a_dialog_opens_over_its_window_not_in_the_corner_of_the_screen(window, qtbot, tmp_path):
    window.move(100, 100)
    seen = []

    def look(dialog):
        seen.append(dialog.testAttribute(Qt.WidgetAttribute.WA_Moved))
        dialog.reject()

    file = tmp_path / "去年.txt"
    file.write_text(LAST_YEAR, encoding="gb18030")
    answer(PastImport, look)
    window.past.bring([file])
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [False]  # Qt puts it in the middle of its window


def test_what_was_just_done_is_not_written_over_saved(window, qtbot, tmp_path):
    bring(window, qtbot, tmp_path)
    bar, saved = window.status_bar, window.status_line.saved_label
    window.status_line.people_label.setVisible(False)
    window.status_line.people_label.setVisible(True)  # so that the bar is laid out anew
    qtbot.wait(100)
    assert bar.currentMessage().startswith("导入了 1 次会议")
    assert not saved.isVisible()
    bar.clearMessage()
    assert saved.isVisible()
    assert saved.text().startswith("已保存")


def test_an_import_taken_back_and_done_again_is_in_sight_again(window, qtbot, tmp_path):
    bring(window, qtbot, tmp_path)
    assert window.stack.currentWidget() is window.meeting_page
    assert not window.meeting_title.hasFocus()  # else the first key would go into the title
    window.editor.history.undo()
    assert window.stack.currentWidget() is window.empty_page
    window.editor.history.redo()
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.meeting_page)
    assert window.editor.meeting.attendees[0].name == "韩知远"
    assert window.status_bar.currentMessage().startswith("导入了 1 次会议")


def test_no_letter_of_a_page_takes_alt_away_from_a_menu_or_from_another(window):
    assert letters_taken_twice(window) == {}


def test_the_next_meeting_knows_who_came_last_year_from_the_roster_that_came_later(window, qtbot, tmp_path):
    bring(window, qtbot, tmp_path)
    series = window.library.series()[0]
    belongs = (Membership(series.id),)
    window.library.save_people(
        (
            Person(name="韩知远", organization="远帆协会", title="理事长", memberships=belongs),
            Person(
                name="苏棠", organization="星河软件", memberships=(Membership(series.id, until=date(2025, 12, 31)),)
            ),
            Person(name="欧阳明月", organization="北辰大学"),
            Person(name="欧阳明月", organization="南岭云"),
            Person(name="覃立新", organization="南岭云", memberships=belongs),
        )
    )
    made = desk.new_meeting(window.library, series, date(2026, 1, 7))
    assert [(one.name, one.organization, one.title, bool(one.person)) for one in made.attendees] == [
        ("韩知远", "远帆协会", "理事长", True),
        ("欧阳明月", "", "", False),  # which of the two is not guessed; 苏棠 has left the series
        ("覃立新", "南岭云", "", True),  # has joined it
    ]


def test_minutes_of_a_meeting_called_regular_meeting_go_into_its_series():
    (found,) = minutes.meetings((text("远帆理事会第12次例会会议纪要"), text("时间：2025年11月19日 14:00")))
    assert found.series == "远帆理事会例会"


def test_namesakes_whom_nobody_called_are_told_apart():
    came = Attendee(name="韩知远", presence=Presence.ONSITE)
    meeting = Meeting(
        date(2026, 1, 7),
        attendees=(came, Attendee(name="张伟", organization="星河软件"), Attendee(name="张伟", organization="南岭云")),
    )
    assert "还有 2 人没有点名：张伟（星河软件）、张伟（南岭云）。" in [one.words for one in check.check(meeting, ())]


def test_a_whole_list_of_people_joins_a_series_at_once(window, qtbot, tmp_path):
    bring(window, qtbot, tmp_path)
    (series,) = window.library.series()
    early = Membership(series.id, date(2024, 1, 1))
    names = ("韩知远", "苏棠", "覃立新")
    window.library.save_people((Person(name="欧阳明月", memberships=(early,)), *(Person(name=name) for name in names)))
    window.go_roster.trigger()
    window.roster.people.selectAll()
    assert window.roster.add_membership.text() == "给 4 人添加所属系列"
    qtbot.mouseClick(window.roster.add_membership, Qt.MouseButton.LeftButton)
    window.save_all()
    assert [[(one.series, one.since) for one in person.memberships] for person in window.library.people()] == [
        [(series.id, date(2024, 1, 1))],
        *[[(series.id, None)]] * 3,
    ]
    window.editor.history.undo()
    window.save_all()
    assert [len(person.memberships) for person in window.library.people()] == [1, 0, 0, 0]


def test_a_list_of_people_may_call_the_members_members():
    listed, notes = roster.understood([[["姓名", "身份"], ["韩知远", "成员"], ["苏棠", "委员"], ["贺兰", "列席"]]])
    assert [one.capacity for one in listed] == [Capacity.MEMBER, Capacity.MEMBER, Capacity.OBSERVER]
    assert notes == []


def test_a_day_that_stands_in_an_action_is_printed_once():
    action = Action(what="韩知远于2025年12月10日前修改章程。", owner="苏棠", due=date(2025, 12, 10))
    (line,) = outcomes.action_lines((action,), house_style("copu"), date(2026, 1, 7))
    assert "".join(piece.words for piece in line.pieces) == "待办:韩知远于2025年12月10日前修改章程(责任人:苏棠)。"
