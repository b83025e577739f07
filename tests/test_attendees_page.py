"""The page 参会 as a secretary uses it: with keys, an input method, and now and then the mouse."""

from datetime import date, time

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLineEdit

from copu_desk.errors import LibraryError
from copu_desk.gui.attendees_page import AttendeesPage
from copu_desk.gui.editor import Editor
from copu_desk.library import Library
from copu_desk.model import AgendaItem, Attendee, Capacity, Meeting, Person, Presence

ONSITE, ONLINE, EXCUSED, ABSENT, UNMARKED = (
    Presence.ONSITE, Presence.ONLINE, Presence.EXCUSED, Presence.ABSENT, Presence.UNMARKED,
)  # fmt: skip
HAN = Person(name="韩知远", organization="远帆协会", title="理事长")
SU = Person(name="苏棠", organization="远帆协会")
ZHANG_STAR = Person(name="张伟", organization="星河软件")
ZHANG_NORTH = Person(name="张伟", organization="北辰大学", title="教授")
LUNA = Person(name="欧阳明月", aliases=("Luna",))
PEOPLE = (HAN, SU, ZHANG_STAR, ZHANG_NORTH, LUNA)


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library.copu") as library:
        library.save_people(PEOPLE)
        yield library


@pytest.fixture
def show(qtbot, library):
    """Show the page on a meeting with some attendees."""
    editors = []

    def show_it(*attendees, agenda=()):
        meeting = Meeting(held_on=date(2025, 9, 2), attendees=attendees, agenda=agenda)
        library.save(meeting)
        editor = Editor(library, Meeting(held_on=date(2025, 9, 2)))
        page = AttendeesPage(editor, library)
        qtbot.addWidget(page)
        page.resize(1000, 600)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        editor.open(meeting)
        editors.append(editor)
        page.call.setFocus()
        return page

    yield show_it
    for editor in editors:
        editor.leave()


def editor_of(page):
    return page._editor


def stands(page):
    return [(one.name, one.presence) for one in editor_of(page).meeting.attendees]


def say(widget, words):
    """Write as an input method commits Chinese."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(widget, event)


def type_in(qtbot, page, words):
    """Type a call: Chinese through the input method, the rest by keys, then Enter."""
    for sign in words:
        if sign.isascii():
            qtbot.keyClick(page.call, sign)
        else:
            say(page.call, sign)
    qtbot.keyClick(page.call, Qt.Key.Key_Return)


def end(qtbot, cell):
    """End editing a cell with Enter."""
    qtbot.keyClick(cell, Qt.Key.Key_Return)
    QApplication.processEvents()


def undo(page):
    editor_of(page).history.undo()


def test_the_roll_of_forty_is_called_by_keys_alone(qtbot, show, library):
    surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施孔曹严华金魏陶姜谢邹喻柏窦章云苏潘葛"
    letters = "zqslzwzwfczwjshyzqxhlskcyhjwtjxzybdzyspg"
    people = tuple(
        Person(name=f"{surname}{given}", organization="远帆协会", title=f"第{row}位")
        for row, (surname, given) in enumerate(zip(surnames, "一二三四五六七八九十" * 4, strict=True))
    )
    numbers = "yesswlqbjs"
    library.save_people(people)
    page = show(*(Attendee(name=one.name, organization=one.organization, person=one.id) for one in people[:20]))
    expected = []
    for row, person in enumerate(people):
        ending, presence = (("", ONSITE), ("+", ONLINE), ("/", EXCUSED), ("-", ABSENT))[row % 4]
        initials = letters[row] + numbers[row % 10]
        alone = [letters[other] + numbers[other % 10] for other in range(40)].count(initials) == 1
        type_in(qtbot, page, (initials if alone else person.name) + ending)
        assert page.call.text() == ""
        expected.append((person.name, presence))
    assert stands(page) == expected
    added = editor_of(page).meeting.attendees[30]
    assert (added.organization, added.title, added.person) == ("远帆协会", "第30位", people[30].id)
    assert "现场 10 · 线上 10 · 请假 10" in page.counts.text()
    editor_of(page).save()
    assert library.load(editor_of(page).meeting.id) == editor_of(page).meeting


def test_somebody_of_the_roster_joins_at_their_rank_and_undo_takes_them_back(qtbot, show):
    page = show(Attendee(name="韩知远", person=HAN.id), Attendee(name="欧阳明月", person=LUNA.id))
    type_in(qtbot, page, "st+")
    assert stands(page) == [("韩知远", UNMARKED), ("苏棠", ONLINE), ("欧阳明月", UNMARKED)]
    assert page.table.currentIndex().row() == 1
    assert page.said.text() == "苏棠：线上"
    assert "点名" in editor_of(page).history.undoText()
    undo(page)
    assert stands(page) == [("韩知远", UNMARKED), ("欧阳明月", UNMARKED)]


def test_somebody_marked_is_marked_anew(qtbot, show):
    page = show(Attendee(name="苏棠", person=SU.id, presence=ONSITE))
    type_in(qtbot, page, "苏棠/")
    type_in(qtbot, page, "st")
    type_in(qtbot, page, "su-")
    assert stands(page) == [("苏棠", ABSENT)]


def test_namesakes_are_chosen_with_the_arrows_and_never_guessed(qtbot, show):
    page = show()
    type_in(qtbot, page, "zw")
    assert stands(page) == []
    assert "2 位" in page.said.text()
    offers = page.call.offers
    assert offers.isVisible()
    assert [offers.item(row, 1).text() for row in range(2)] == ["星河软件", "北辰大学 教授"]
    assert offers.chosen() == 0  # Enter said that it was not clear; a second one takes the first
    qtbot.keyClick(page.call, Qt.Key.Key_Down)
    qtbot.keyClick(page.call, Qt.Key.Key_Return)
    assert [(one.organization, one.person) for one in editor_of(page).meeting.attendees] == [
        ("北辰大学", ZHANG_NORTH.id)
    ]
    assert not offers.isVisible()
    type_in(qtbot, page, "zw")
    assert [offers.item(row, 1).text() for row in (0, 1)] == ["北辰大学 教授", "星河软件"]
    assert offers.chosen() == 1  # the one who was not called yet
    qtbot.keyClick(page.call, Qt.Key.Key_Escape)
    qtbot.keyClick(page.call, Qt.Key.Key_Escape)
    type_in(qtbot, page, "张伟 星河+")
    assert stands(page) == [("张伟", ONLINE), ("张伟", ONSITE)]


def test_an_offer_is_taken_with_the_mouse_with_the_ending_that_was_typed(qtbot, show):
    page = show()
    for sign in "zw/":
        qtbot.keyClick(page.call, sign)
    offers = page.call.offers
    place = offers.visualItemRect(offers.item(0, 0)).center()
    qtbot.mouseClick(offers.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [(one.organization, one.presence) for one in editor_of(page).meeting.attendees] == [("星河软件", EXCUSED)]


def test_an_offer_goes_with_escape_and_the_words_with_a_second(qtbot, show):
    page = show()
    for sign in "st":
        qtbot.keyClick(page.call, sign)
    assert page.call.offers.isVisible()
    qtbot.keyClick(page.call, Qt.Key.Key_Up)
    assert page.call.offers.chosen() == 0, "the choice goes round"
    qtbot.keyClick(page.call, Qt.Key.Key_Escape)
    assert not page.call.offers.isVisible()
    assert page.call.text() == "st"
    qtbot.keyClick(page.call, Qt.Key.Key_Escape)
    assert page.call.text() == ""


def test_a_guest_comes_in_with_a_second_enter(qtbot, show, library):
    page = show()
    type_in(qtbot, page, "贺兰 青松公司+")
    assert stands(page) == []
    assert "再按一次回车" in page.said.text()
    assert page.to_roster.isVisible()
    qtbot.keyClick(page.call, Qt.Key.Key_Return)
    guest = editor_of(page).meeting.attendees[0]
    assert (guest.name, guest.organization, guest.capacity, guest.presence, guest.person) == (
        "贺兰", "青松公司", Capacity.OBSERVER, ONLINE, "",
    )  # fmt: skip
    assert library.people() == PEOPLE
    undo(page)
    assert stands(page) == []


def test_typing_on_takes_the_question_back(qtbot, show):
    page = show()
    type_in(qtbot, page, "贺兰")
    say(page.call, "花")
    assert page.said.text() == ""
    assert not page.to_roster.isVisible()
    qtbot.keyClick(page.call, Qt.Key.Key_Return)
    assert stands(page) == []
    assert "贺兰花" in page.said.text()


@pytest.mark.parametrize("how", ["box", "keys"])
def test_a_guest_is_taken_into_the_roster_too(qtbot, show, library, how):
    page = show()
    type_in(qtbot, page, "贺兰")
    if how == "box":
        qtbot.mouseClick(page.to_roster, Qt.MouseButton.LeftButton)
        assert page.call.hasFocus()
        qtbot.keyClick(page.call, Qt.Key.Key_Return)
    else:
        qtbot.keyClick(page.call, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert library.people()[-1].name == "贺兰"
    assert editor_of(page).meeting.attendees[0].person == library.people()[-1].id


def test_a_roster_that_cannot_be_saved_is_said_and_the_guest_is_kept(qtbot, show, library):
    page = show()
    library._db.execute("PRAGMA query_only = ON")
    type_in(qtbot, page, "贺兰")
    qtbot.keyClick(page.call, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    library._db.execute("PRAGMA query_only = OFF")
    assert stands(page) == [("贺兰", ONSITE)]
    assert page.said.text()
    assert "贺兰：" not in page.said.text()


def test_composing_neither_loses_nor_doubles_and_its_enter_submits_nothing(qtbot, show):
    page = show(Attendee(name="苏棠"))
    for preedit in ("s", "su", "su'tang"):
        QApplication.sendEvent(page.call, QInputMethodEvent(preedit, []))
        qtbot.keyClick(page.call, Qt.Key.Key_Return)
    assert stands(page) == [("苏棠", UNMARKED)]
    assert page.call.text() == ""
    say(page.call, "苏棠")
    assert page.call.text() == "苏棠"
    qtbot.keyClick(page.call, Qt.Key.Key_Return)
    assert stands(page) == [("苏棠", ONSITE)]
    QApplication.sendEvent(page.call, QInputMethodEvent("han", []))
    QApplication.sendEvent(page.call, QInputMethodEvent("", []))
    assert page.call.text() == ""
    assert stands(page) == [("苏棠", ONSITE)]


@pytest.fixture
def three(show):
    page = show(Attendee(name="甲", id="a"), Attendee(name="乙", id="b"), Attendee(name="丙", id="c"))
    page.show_attendee("a")
    return page


def test_marks_are_set_with_digits_and_go_round_with_space(qtbot, three):
    table = three.table
    for key, presence in (("1", ONSITE), ("2", ONLINE), ("3", EXCUSED), ("4", ABSENT)):
        qtbot.keyClick(table, key)
        assert stands(three)[0] == ("甲", presence)
    seen = []
    for _ in range(5):
        qtbot.keyClick(table, Qt.Key.Key_Space)
        seen.append(stands(three)[0][1])
    assert seen == [UNMARKED, ONSITE, ONLINE, EXCUSED, ABSENT]
    undo(three)
    assert stands(three)[0] == ("甲", EXCUSED), "each press is a step of its own"
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_2, Qt.KeyboardModifier.KeypadModifier)
    assert [presence for _, presence in stands(three)] == [ONLINE] * 3
    undo(three)
    assert [presence for _, presence in stands(three)] == [EXCUSED, UNMARKED, UNMARKED]


def test_rows_are_moved_with_keys_and_stay_chosen(qtbot, three):
    table = three.table
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [name for name, _ in stands(three)] == ["乙", "甲", "丙"]
    assert table.currentIndex().row() == 1
    assert {index.row() for index in table.selectedIndexes()} == {1}
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [name for name, _ in stands(three)] == ["乙", "丙", "甲"]
    qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [name for name, _ in stands(three)] == ["乙", "甲", "丙"]
    for _ in range(3):
        undo(three)
    assert [name for name, _ in stands(three)] == ["甲", "乙", "丙"]
    assert table.currentIndex().row() == 0


def test_a_row_is_dragged_to_another_place(three):
    records, table = three.records, three.table
    data = records.mimeData([records.index(0, column) for column in range(2)])
    bottom = table.visualRect(records.index(2, 0)).bottomLeft() + QPoint(5, -1)
    drop = QDropEvent(
        QPointF(bottom), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    assert records.canDropMimeData(data, Qt.DropAction.MoveAction, 2, 0, records.index(-1, -1))
    table.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)  # or the drag would have to begin here
    table.dropEvent(drop)
    assert [name for name, _ in stands(three)] == ["乙", "丙", "甲"]
    undo(three)
    assert [name for name, _ in stands(three)] == ["甲", "乙", "丙"]
    assert not records.canDropMimeData(QMimeData(), Qt.DropAction.MoveAction, 0, 0, records.index(-1, -1))


def test_somebody_removed_comes_back(qtbot, three):
    three.show_attendee("b")
    qtbot.keyClick(three.table, Qt.Key.Key_Delete)
    assert [name for name, _ in stands(three)] == ["甲", "丙"]
    assert three.table.currentIndex().row() == 1
    assert "删除" in editor_of(three).history.undoText()
    undo(three)
    assert [name for name, _ in stands(three)] == ["甲", "乙", "丙"]
    three.table.selectAll()
    qtbot.mouseClick(three.remove, Qt.MouseButton.LeftButton)
    assert stands(three) == []
    assert three.stack.currentWidget() is three.empty_page


def test_the_bulk_buttons_leave_other_marks_alone(qtbot, show):
    page = show(
        Attendee(name="甲", presence=EXCUSED),
        Attendee(name="乙", presence=ONLINE, arrived=time(9, 0)),
        Attendee(name="丙"),
    )
    qtbot.mouseClick(page.all_onsite, Qt.MouseButton.LeftButton)
    assert [mark for _, mark in stands(page)] == [EXCUSED, ONLINE, ONSITE]
    qtbot.mouseClick(page.invert, Qt.MouseButton.LeftButton)
    assert [mark for _, mark in stands(page)] == [EXCUSED, ONLINE, UNMARKED]
    qtbot.mouseClick(page.clear_marks, Qt.MouseButton.LeftButton)
    assert [mark for _, mark in stands(page)] == [UNMARKED] * 3
    assert editor_of(page).meeting.attendees[1].arrived is None
    for expected in ([EXCUSED, ONLINE, UNMARKED], [EXCUSED, ONLINE, ONSITE], [EXCUSED, ONLINE, UNMARKED]):
        undo(page)
        assert [mark for _, mark in stands(page)] == expected
    assert editor_of(page).meeting.attendees[1].arrived == time(9, 0)


def test_coming_late_and_leaving_early_is_stamped_with_the_item_under_discussion(qtbot, show):
    item = AgendaItem(title="年度计划", started=time(9, 0))
    page = show(Attendee(name="甲", id="a"), agenda=(AgendaItem(), item))
    page.show_attendee("a")
    page.now = lambda: time(9, 20, 40)
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    one = editor_of(page).meeting.attendees[0]
    assert (one.presence, one.arrived, one.arrived_item) == (ONSITE, time(9, 20), item.id)
    arrived = page.records.index(0, 5)
    assert arrived.data() == "09:20 第2项"
    assert arrived.data(Qt.ItemDataRole.EditRole) == "09:20"
    assert "年度计划" in arrived.data(Qt.ItemDataRole.ToolTipRole)
    page.now = lambda: time(10, 5)
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    assert (editor_of(page).meeting.attendees[0].left, page.records.index(0, 6).data()) == (time(10, 5), "10:05 第2项")
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    assert editor_of(page).meeting.attendees[0].left is None
    qtbot.keyClick(page.table, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    assert editor_of(page).meeting.attendees[0].arrived is None
    undo(page)
    assert editor_of(page).meeting.attendees[0].arrived == time(9, 20)
    page.records.setData(arrived, "")
    assert editor_of(page).meeting.attendees[0].arrived_item == ""
    assert not page.records.setData(arrived, "25:99")


@pytest.mark.parametrize("where", ["box", "table", "button"])
def test_a_pasted_list_is_read_like_that_of_past_minutes(qtbot, show, where):
    listed = [Attendee(name="苏棠", person=SU.id)] if where == "table" else []
    page = show(*listed)
    QGuiApplication.clipboard().setText("韩知远、苏棠(线上)、Luna(线上)\n贺兰、张伟。")
    if where == "button":
        qtbot.mouseClick(page.paste_list, Qt.MouseButton.LeftButton)
    else:
        widget = page.call if where == "box" else page.table
        widget.setFocus()
        qtbot.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert stands(page) == [("韩知远", ONSITE), ("苏棠", ONLINE), ("欧阳明月", ONLINE), ("贺兰", ONSITE)]
    assert "张伟" in page.said.text()
    undo(page)
    assert len(stands(page)) == len(listed), "the whole list is one step"


def test_one_pasted_name_is_typing(qtbot, show):
    page = show()
    QGuiApplication.clipboard().setText("韩知远")
    qtbot.keyClick(page.call, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.call.text() == "韩知远"
    assert page.call.offers.isVisible()


def test_the_empty_page_says_what_to_do_and_takes_in_the_roster(qtbot, show):
    page = show()
    assert page.stack.currentWidget() is page.empty_page
    assert "5" in page.add_roster.text()
    qtbot.mouseClick(page.add_roster, Qt.MouseButton.LeftButton)
    assert stands(page) == [(person.name, UNMARKED) for person in PEOPLE]
    assert page.stack.currentWidget() is page.list_page
    assert page.call.hasFocus()


def test_a_cell_s_words_are_kept_with_each_key_and_escape_gives_them_back(qtbot, three, library):
    qtbot.mouseClick(three.add, Qt.MouseButton.LeftButton)
    cell = three.table.findChild(QLineEdit)
    say(cell, "丁")
    assert stands(three)[1] == ("丁", ONSITE)
    say(cell, "一")
    end(qtbot, cell)
    assert stands(three)[1] == ("丁一", ONSITE)
    undo(three)
    assert stands(three)[1] == ("", ONSITE), "the typing is one step"
    editor_of(three).history.redo()
    index = three.records.index(1, 7)
    three.table.setCurrentIndex(index)
    three.table.setFocus()
    qtbot.keyClick(three.table, Qt.Key.Key_Return)
    cell = [line for line in three.table.findChildren(QLineEdit) if line.isVisible()][-1]
    say(cell, "代")
    editor_of(three).save()
    assert library.load(editor_of(three).meeting.id).attendees[1].note == "代"
    qtbot.keyClick(cell, Qt.Key.Key_Escape)
    assert editor_of(three).meeting.attendees[1].note == ""


def test_composing_in_a_cell_neither_loses_nor_doubles(qtbot, three):
    index = three.records.index(0, 7)
    three.table.setCurrentIndex(index)
    qtbot.keyClick(three.table, Qt.Key.Key_Return)
    cell = three.table.findChild(QLineEdit)
    QApplication.sendEvent(cell, QInputMethodEvent("dai", []))
    assert editor_of(three).meeting.attendees[0].note == ""
    say(cell, "代")
    QApplication.sendEvent(cell, QInputMethodEvent("hu", []))
    say(cell, "胡")
    assert editor_of(three).meeting.attendees[0].note == "代胡"
    assert cell.text() == "代胡"


def test_a_choice_is_made_in_a_box_and_a_time_typed_as_it_is_said(qtbot, three):
    three.table.setCurrentIndex(three.records.index(0, 3))
    qtbot.keyClick(three.table, Qt.Key.Key_Return)
    box = three.table.findChild(QComboBox)
    assert [box.itemText(row) for row in range(box.count())] == ["出席", "列席", "嘉宾"]
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert editor_of(three).meeting.attendees[0].capacity is Capacity.GUEST
    three.table.setCurrentIndex(three.records.index(0, 5))
    qtbot.keyClick(three.table, Qt.Key.Key_Return)
    cell = [line for line in three.table.findChildren(QLineEdit) if line.isVisible()][-1]
    qtbot.keyClicks(cell, "93")
    assert editor_of(three).meeting.attendees[0].arrived is None, "half a time is not a time"
    qtbot.keyClicks(cell, "0")
    end(qtbot, cell)
    assert editor_of(three).meeting.attendees[0].arrived == time(9, 30)


def test_the_keys_lead_from_the_box_into_the_table_and_back(qtbot, three):
    three.call.setFocus()
    qtbot.keyClick(three.call, Qt.Key.Key_Down)
    assert three.table.hasFocus()
    qtbot.keyClick(three.table, Qt.Key.Key_Escape)
    assert three.call.hasFocus()


def test_presence_reads_without_colour(three):
    cells = [three.records.index(row, 4) for row in range(3)]
    for cell, presence in zip(cells, (ONSITE, EXCUSED, UNMARKED), strict=True):
        three.records.setData(cell, presence)
    words = [cell.data() for cell in cells]
    assert words == ["● 现场", "△ 请假", "○ 未到"]
    assert len({cell.data(Qt.ItemDataRole.ForegroundRole).name() for cell in cells}) == 3


def test_every_widget_has_a_name_and_the_models_hold(qtmodeltester, three):
    for widget in (three.call, three.table, three.to_roster, three.counts, three.said, three.call.offers):
        assert widget.accessibleName()
    qtmodeltester.check(three.records)


def test_another_meeting_begins_with_an_empty_box(qtbot, three, library):
    say(three.call, "贺兰")
    qtbot.keyClick(three.call, Qt.Key.Key_Return)
    other = Meeting(held_on=date(2025, 9, 9), attendees=(Attendee(name="丁"),))
    library.save(other)
    editor_of(three).open(other)
    assert (three.call.text(), three.said.text()) == ("", "")
    assert three.records.rows == other.attendees


def test_a_meeting_without_attendees_is_shown_while_the_disk_fails(show, library, monkeypatch):
    page = show(Attendee(name="苏棠"))

    def broken():
        raise LibraryError("磁盘读写出错。")

    with monkeypatch.context() as patch:
        patch.setattr(library, "people", broken)
        page.table.selectAll()
        page.remove.click()
        assert page.stack.currentWidget() is page.empty_page
        assert "5 人" in page.add_roster.text()  # as it was read last
        page.add_roster.click()
        assert (page.said.text(), stands(page)) == ("磁盘读写出错。", [])
    page.add_roster.click()
    assert len(stands(page)) == len(PEOPLE)
