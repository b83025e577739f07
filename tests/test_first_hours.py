"""What somebody meets who never saw the program: the first start, the first import, the first meetings."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, QMimeData, QSettings, Qt
from PySide6.QtWidgets import QApplication
from windows import answer, letters_taken_twice

from copu_desk import check, desk, matching, roster
from copu_desk.compose import outcomes
from copu_desk.document import plain_body, text
from copu_desk.gui import arrangement
from copu_desk.gui.agenda_list import outcome
from copu_desk.gui.app import make_application
from copu_desk.gui.deletion import delete_meeting
from copu_desk.gui.main_window import MainWindow
from copu_desk.gui.new_meeting import NewMeeting
from copu_desk.gui.past_import import PastImport
from copu_desk.library import Library, backups
from copu_desk.model import (
    Action,
    AgendaItem,
    Attendee,
    Capacity,
    Decision,
    Essay,
    ItemKind,
    Meeting,
    Membership,
    Person,
    Presence,
)
from copu_desk.recognize import minutes, planned
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
    window.showNormal()
    assert window.width() <= window.screen().availableSize().width()


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


def test_an_agenda_from_a_message_comes_in_an_item_a_line(window, qtbot):
    window.editor.open(desk.new_meeting(window.library, desk.series_named(window.library, "例会"), date(2026, 1, 7)))
    QApplication.clipboard().setText(
        "会议议程：\n1. 审议2026年工作计划（汇报人：韩知远，20分钟）\n2、通报大赛进展(苏棠)\n\n"
        "三、讨论章程（修订稿）；\n其他事项"
    )
    window.show_tab(window.agenda)
    window.agenda.items.setFocus()
    qtbot.keyClick(window.agenda.items, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    window.save_all()
    agenda = window.library.load(window.editor.meeting.id).agenda
    assert [(one.title, one.kind, one.presenter, one.planned_minutes) for one in agenda] == [
        ("审议2026年工作计划", ItemKind.REVIEW, "韩知远", 20),
        ("通报大赛进展", ItemKind.BRIEFING, "苏棠", 0),
        ("讨论章程（修订稿）", ItemKind.DISCUSSION, "", 0),
        ("其他事项", ItemKind.DISCUSSION, "", 0),
    ]
    window.editor.history.undo()
    assert window.editor.meeting.agenda == ()


@given(st.text(max_size=60))
def test_no_line_of_a_pasted_agenda_is_lost(words):
    said = "".join(one.title + one.presenter for one in planned.items("计划：" + words))
    assert said.startswith("计划：")


ARTICLE = (
    "<h1>谈谈开源供应链</h1><p>韩知远</p><p>2026年1月5日</p><h2>一、问题</h2>"
    "<p>开源供应链的安全是基础设施安全的一部分，多数单位还没有清单。</p>"
)


@pytest.mark.parametrize("into_text", [False, True])
def test_an_article_pasted_from_word_has_its_title_author_and_day(window, qtbot, into_text):
    window.editor.open(desk.new_meeting(window.library, desk.series_named(window.library, "例会"), date(2026, 1, 7)))
    page = QMimeData()
    page.setHtml(ARTICLE)
    QApplication.clipboard().setMimeData(page)
    window.show_tab(window.essays)
    if into_text:
        window.essays.add_essay.click()
    target = window.essays.body if into_text else window.essays.essays
    target.setFocus()
    qtbot.keyClick(target, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    window.save_all()
    (essay,) = window.library.load(window.editor.meeting.id).essays
    assert (essay.title, essay.author, essay.date) == ("谈谈开源供应链", "韩知远", "2026年1月5日")
    assert plain_body(essay.body).startswith("一、问题\n开源供应链的安全")
    assert window.essays.title.text() == "谈谈开源供应链"
    window.essays.body.setFocus()
    qtbot.keyClick(window.essays.body, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QApplication.clipboard().clear()  # data made here must not outlive the application
    assert plain_body(window.editor.meeting.essays[0].body).count("谈谈开源供应链") == 1  # the second time as it is
    assert window.editor.meeting.essays[0].title == "谈谈开源供应链"


def test_a_word_that_was_looked_for_is_in_sight_and_chosen(window, qtbot):
    meeting = desk.new_meeting(window.library, desk.series_named(window.library, "例会"), date(2026, 1, 7))
    body = (*[text("没有的话。")] * 300, text("这里说到供应链的安全。"))
    window.library.save(replace(meeting, essays=(Essay(title="长文", body=body),)), meeting)
    window.refresh()
    window.sidebar.search.setText("供应链")
    qtbot.keyClick(window.sidebar.search, Qt.Key.Key_Return)
    assert window.essays.body.textCursor().selectedText() == "供应链"


def test_a_backup_by_hand_is_called_so_and_outlives_that_at_exit(window):
    library = window.library
    made = desk.back_up(library.path, by_hand=True)
    library.back_up(moment=datetime.now().astimezone() + timedelta(minutes=1))
    library.back_up(moment=datetime.now().astimezone() + timedelta(minutes=2))
    assert made in [one.path for one in library.backups()]
    assert [one.why for one in library.backups()] == ["", backups.BY_HAND]


def test_a_backup_is_not_told_as_work_of_another_program(window, qtbot, tmp_path):
    bring(window, qtbot, tmp_path)
    window.status_bar.clearMessage()
    window.keeping.elsewhere.stop()
    with Library(window.library.path) as other:
        other.set_setting("nothing", "in sight")
    assert window.library.changed_elsewhere()
    window.keeping.elsewhere._show()
    assert window.status_bar.currentMessage() == ""
    with Library(window.library.path) as other:
        other.save(Meeting(held_on=date(2024, 1, 1)))
    window.keeping.elsewhere.look()
    assert "另一个程序" in window.status_bar.currentMessage()


def test_the_first_key_after_a_restart_goes_nowhere_it_should_not(window, qtbot, tmp_path, settings):
    bring(window, qtbot, tmp_path)
    window.show_tab(window.actions_page)
    window.keeping.whereabouts.note()
    window.close()
    again = MainWindow(Library(tmp_path / "library.copu"), settings)
    qtbot.addWidget(again)
    with qtbot.waitActive(again):
        again.show()
        again.activateWindow()
    assert again.tabs.currentWidget() is again.actions_page
    assert not again.meeting_title.hasFocus()


def test_two_meetings_of_a_series_on_one_day_are_told_apart(window, qtbot):
    series = desk.series_named(window.library, "例会")
    for _ in range(2):
        desk.new_meeting(window.library, series, date(2026, 1, 7))
    window.refresh()
    assert sorted(words for _id, words in window.sidebar.listed()) == ["01-07 例会 第1次", "01-07 例会 第2次"]
    dialog = NewMeeting(window.library, window)
    qtbot.addWidget(dialog)
    assert "已经有一次" not in dialog.hint.text()
    dialog.held_on.setDate(QDate(2026, 1, 7))
    assert "2026-01-07 已经有一次会议" in dialog.hint.text()
    assert "沿用地点" in dialog.hint.text()


def test_a_deletion_taken_back_is_told_so(window, qtbot, tmp_path):
    bring(window, qtbot, tmp_path)
    held = window.editor.meeting.id
    delete_meeting(window)
    assert "已移到回收站" in window.status_bar.currentMessage()
    window.editor.history.undo()
    assert window.editor.meeting.id == held
    assert window.status_bar.currentMessage() == "已从回收站恢复。"


@pytest.mark.parametrize("typed", ["zw 统信", "张伟 tx", "zw tongx", "zw txrj"])
def test_namesakes_are_told_apart_by_the_pinyin_of_their_organization(typed):
    there, other = Person(name="张伟", organization="统信软件"), Person(name="张伟", organization="麒麟")
    assert matching.hear(typed, (), (other, there)).meant.person == there.id
    assert matching.hear("zw", (), (other, there)).meant is None


def test_escape_folds_the_check_away_and_goes_back_to_what_was_written(window, qtbot):
    window.editor.open(desk.new_meeting(window.library, desk.series_named(window.library, "例会"), date(2026, 1, 7)))
    window.show_tab(window.overview)
    window.overview.venue.setFocus()
    for _ in range(2):  # also after it was asked for again
        window.check.trigger()
    assert window.findings.hasFocus()
    qtbot.keyClick(window.findings, Qt.Key.Key_Escape)
    assert not window.findings_dock.isVisible()
    assert window.overview.venue.hasFocus()


def test_a_row_in_which_nothing_is_written_yet_is_no_result():
    item = AgendaItem(title="预算", decisions=(Decision(),))
    meeting = Meeting(date(2026, 1, 7), agenda=(item,), actions=(Action(item=item.id),))
    assert outcome(item, meeting) == "讨论"
    item = replace(item, decisions=(Decision(text="通过"), Decision()))
    assert outcome(item, replace(meeting, agenda=(item,))) == "✓ 讨论 · 决议 1"
