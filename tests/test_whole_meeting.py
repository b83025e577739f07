"""One whole meeting minuted live, by keys alone: forty people called, notes filed, one late, votes, an essay pasted."""

from datetime import date

import pytest
from docx import Document as Word
from pypinyin import lazy_pinyin
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from test_html import WORD
from windows import answer, composed, window_on

from copu_desk import desk
from copu_desk.document import Heading, Table, plain_body, text
from copu_desk.gui.main_window import AGENDA, ATTENDEES, ESSAYS
from copu_desk.gui.new_meeting import NewMeeting
from copu_desk.library import Library
from copu_desk.model import ActionStatus, Capacity, Membership, Person, Presence, Series, Votes

SERIES = Series(name="远帆例会", chair="韩知远")
NAMES = (
    "韩知远", "苏棠", "陆青禾", "张伟", "邵一舟", "沈鹿鸣", "石岩", "许听澜", "方以南", "顾北辰",
    "温如故", "欧阳明月", "程式", "叶知秋", "林未", "贺兰亭", "丁一", "白露", "江临", "何田田",
    "周未央", "秦川", "谢雨", "冯唐", "罗素", "高远", "马力", "郑和光", "范舟", "彭湃",
    "曾如许", "董小宛", "薛涛", "雷雨声", "段誉之", "侯门", "尹天", "常青", "武松涛", "戴望",
)  # fmt: skip
PEOPLE = tuple(
    Person(name=name, organization="远帆协会", memberships=(Membership(SERIES.id, date(2025, 1, 1)),)) for name in NAMES
)
ENDINGS = {"陆青禾": "+", "石岩": "+", "温如故": "/", "白露": "-", "罗素": "+", "戴望": "/"}
MARKS = {"": Presence.ONSITE, "+": Presence.ONLINE, "/": Presence.EXCUSED, "-": Presence.ABSENT}
LATE = "段誉之"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def open_window(qtbot, tmp_path):
    with Library(tmp_path / "library.copu") as library:
        library.save_series((SERIES,))
        library.save_people(PEOPLE)

    return lambda: window_on(qtbot, Library(tmp_path / "library.copu"), tmp_path)


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    """Press a key wherever the cursor is."""
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)
    QApplication.processEvents()


def say(words):
    """Write where the cursor is, as an input method does."""
    composed(QApplication.focusWidget(), "".join(lazy_pinyin(words)), committed=words)


def pasted(qtbot, html):
    data = QMimeData()
    data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)
    press(qtbot, Qt.Key.Key_V, CONTROL)
    QGuiApplication.clipboard().clear()  # data made here must not outlive the application


def test_a_meeting_of_forty_is_minuted_by_keys_alone(open_window, qtbot, tmp_path):  # noqa: PLR0915 - one whole story
    window = open_window()

    def fill(dialog):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    answer(NewMeeting, fill)
    press(qtbot, Qt.Key.Key_N, CONTROL)
    window.activateWindow()  # without a window manager nobody else does
    qtbot.waitUntil(window.isActiveWindow)
    assert window.tabs.currentIndex() == ATTENDEES
    assert window.attendees.call.hasFocus()

    for name in NAMES:  # the roll is called in the order in which people come in
        if name == LATE:
            continue
        qtbot.keyClicks(window.attendees.call, "".join(lazy_pinyin(name)) + ENDINGS.get(name, ""))
        press(qtbot, Qt.Key.Key_Return)
    composed(window.attendees.call, "mira", committed="Mira（星河软件）")  # somebody nobody knows
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    assert window.status_line.people_label.text() == "现场 34 · 线上 3 · 请假 2 · 未到 2 / 应到 40"

    press(qtbot, Qt.Key.Key_3, CONTROL)
    window.agenda.items.setFocus()
    for title in ("年度计划", "预算"):
        press(qtbot, Qt.Key.Key_Return)
        say(title)
        press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_F5)  # the clock of the second item runs

    press(qtbot, Qt.Key.Key_F4)
    assert window.scratch.pad.hasFocus()
    say("预算基本可行，差旅费再核。")
    press(qtbot, Qt.Key.Key_2, CONTROL)  # the discussion of item 2
    say("同意预算")
    press(qtbot, Qt.Key.Key_D, CONTROL)
    say("核对差旅费")
    press(qtbot, Qt.Key.Key_T, CONTROL)
    say("会后私下再说")

    press(qtbot, Qt.Key.Key_2, CONTROL | SHIFT)  # nothing, which loses nothing
    window.activateWindow()
    window.go_attendees.trigger()  # Ctrl+2 belongs to the pad while one writes there
    row = next(row for row, one in enumerate(window.attendees.records.rows) if one.name == LATE)
    window.attendees.table.setFocus()
    press(qtbot, Qt.Key.Key_Home, CONTROL)
    for _step in range(row):
        press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_F2)  # comes late, while the second item is discussed

    press(qtbot, Qt.Key.Key_3, CONTROL)
    assert window.tabs.currentIndex() == AGENDA
    window.agenda.decisions.setFocus()
    press(qtbot, Qt.Key.Key_Return)  # the decision that was filed, again
    press(qtbot, Qt.Key.Key_Tab)
    for votes in ("34", "1", "2"):
        qtbot.keyClicks(QApplication.focusWidget(), votes)
        press(qtbot, Qt.Key.Key_Tab)
    window.agenda.actions_table.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Tab)
    say("苏棠")
    press(qtbot, Qt.Key.Key_Tab)
    say("下周五")
    press(qtbot, Qt.Key.Key_Tab)

    press(qtbot, Qt.Key.Key_4, CONTROL)
    assert window.tabs.currentIndex() == ESSAYS
    window.essays.add_essay.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    window.essays.title.setFocus()
    say("开源年报")
    window.essays.body.setFocus()
    pasted(qtbot, WORD)

    shown = window.editor.meeting
    today = date.today()
    window.close()

    again = open_window()
    meeting = again.editor.meeting
    assert meeting == shown  # what was seen is what was kept
    assert (meeting.held_on, meeting.series, meeting.chair) == (today, SERIES.id, "韩知远")
    presence = {one.name: one.presence for one in meeting.attendees}
    assert len(presence) == 41
    for name in NAMES:
        assert presence[name] is MARKS[ENDINGS.get(name, "")], name
    assert [one.name for one in meeting.attendees][:40] == list(NAMES)  # in the order of rank
    guest = meeting.attendees[40]
    assert (guest.name, guest.organization, guest.capacity) == ("Mira", "星河软件", Capacity.OBSERVER)
    late = next(one for one in meeting.attendees if one.name == LATE)
    assert late.arrived is not None
    assert late.arrived_item == meeting.agenda[1].id
    plan, budget = meeting.agenda
    assert (plan.title, budget.title) == ("年度计划", "预算")
    assert budget.started is not None
    assert budget.discussion == (text("预算基本可行，差旅费再核。"),)
    assert [(one.text, one.votes) for one in budget.decisions] == [("同意预算", Votes(34, 1, 2))]
    (action,) = meeting.actions
    assert (action.what, action.owner, action.due_words, action.item, action.status) == (
        "核对差旅费", "苏棠", "下周五", budget.id, ActionStatus.OPEN,
    )  # fmt: skip
    assert action.due > today
    assert meeting.scratch == "会后私下再说"
    (essay,) = meeting.essays
    assert essay.title == "开源年报"
    assert "今年共发布12" in plain_body(essay.body).replace(" ", "")
    assert any(isinstance(block, Heading) for block in essay.body)
    assert any(isinstance(block, Table) for block in essay.body)

    path = desk.export_minutes(again.library, meeting.id, tmp_path / "minutes.docx")
    written = "\n".join(paragraph.text for paragraph in Word(str(path)).paragraphs)
    for words in ("预算基本可行", "同意预算", "核对差旅费", "开源年报", "段誉之", "Mira"):
        assert words in written
    assert "会后私下再说" not in written  # the scratch pad is private
