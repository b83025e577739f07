"""The roll is called by name: with keys, an input method, a pasted list; namesakes and guests are asked about."""

from datetime import date

import pytest
from attendee_pages import (
    ABSENT,
    EXCUSED,
    HAN,
    LUNA,
    ONLINE,
    ONSITE,
    PEOPLE,
    SU,
    UNMARKED,
    ZHANG_NORTH,
    editor_of,
    roster_in,
    showing,
    stands,
    type_in,
    undo,
)  # fmt: skip
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from windows import say

from copu_desk.model import Attendee, Capacity, Meeting, Person


@pytest.fixture
def library(tmp_path):
    with roster_in(tmp_path) as library:
        yield library


@pytest.fixture
def show(qtbot, library):
    yield from showing(qtbot, library)


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


def test_another_meeting_begins_with_an_empty_box(qtbot, show, library):
    page = show(Attendee(name="甲"))
    say(page.call, "贺兰")
    qtbot.keyClick(page.call, Qt.Key.Key_Return)
    other = Meeting(held_on=date(2025, 9, 9), attendees=(Attendee(name="丁"),))
    library.save(other)
    editor_of(page).open(other)
    assert (page.call.text(), page.said.text()) == ("", "")
    assert page.records.rows == other.attendees
