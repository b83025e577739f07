"""Past minutes in, official minutes out: nothing of the text is lost or altered, and each part is understood."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as Word

from copu_desk.compose import minutes as composer
from copu_desk.document import Heading, ListItem, Turn, plain, text, words_of
from copu_desk.errors import ReadError
from copu_desk.model import Action, ActionStatus, AgendaItem, Capacity, EssayKind, Meeting, Presence, Series
from copu_desk.paths import SAMPLE
from copu_desk.readers import txt as reader
from copu_desk.recognize import minutes
from copu_desk.style import house_style
from copu_desk.writers import docx, txt

CUSTOMER = Path(__file__).parents[2] / "shared" / "samples" / "copu-minutes-2024-12-24.txt"
needs_customer = pytest.mark.skipif(not CUSTOMER.exists(), reason="the customer's minutes are not part of the project")
OURS = sorted(SAMPLE.glob("minutes-*.txt"))


def recognized(path):
    (found,) = minutes.meetings(reader.read(path.read_bytes()), path.name)
    return found


@pytest.mark.parametrize("path", [*OURS, pytest.param(CUSTOMER, marks=needs_customer)], ids=lambda path: path.stem)
def test_what_came_in_goes_out_character_for_character(path):
    found, style = recognized(path), house_style()
    document = composer.compose(found.meeting, Series(name=found.series), style)
    lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    assert [one.text for one in Word(BytesIO(docx.write(document, style))).paragraphs] == lines
    assert txt.write(document, style).decode().rstrip("\n").split("\n") == lines


@needs_customer
def test_the_customers_minutes_are_understood():
    found = recognized(CUSTOMER)
    meeting = found.meeting
    assert found.series == "COPU例会"
    assert (meeting.title, meeting.held_on) == ("COPU会议纪要丨2024.12.24", date(2024, 12, 24))
    assert (meeting.chair, meeting.opening) == ("陆主席", "12月24日陆主席主持召开COPU例会。")
    assert [item.lead for item in meeting.agenda] == [
        "本次会议发布如下一文供大家讨论:",
        "本次会议发表近日黄仁勋与Lauren Goode的访谈如下:",
    ]
    first, second = meeting.essays
    assert [first.item, second.item] == [item.id for item in meeting.agenda]
    assert (first.title, first.author, first.date) == ("为什么要发展开源的人工智能", "陆首群", "2024年12月21日")
    assert [words_of(block.spans) for block in first.body if isinstance(block, Heading)] == [
        "生成式人工智能语言大模型发展现状",
        "人工智能发展路径",
        "发展基于开源的人工智能",
        "发展智能操作系统",
    ]
    assert [block.marker for block in first.body if isinstance(block, ListItem)] == ["1.", "2.", "3.", "4."]
    assert (second.title, second.kind) == ("", EssayKind.INTERVIEW)
    turns = [block for block in second.body if isinstance(block, Turn)]
    assert {turn.speaker for turn in turns} == {"Lauren", "黄仁勋"}
    assert len(turns) == 20
    assert not isinstance(second.body[0], Turn)
    assert len(meeting.attendees) == 19
    assert [one.name for one in meeting.attendees][::18] == ["陆首群", "Anna.AI"]
    assert [one.presence for one in meeting.attendees] == [Presence.ONSITE] * 12 + [Presence.ONLINE] * 7
    assert meeting.preamble == meeting.closing == meeting.postscript == ()


def test_our_own_minutes_are_understood():
    found = recognized(OURS[-1])
    meeting = found.meeting
    assert (found.series, meeting.title, meeting.held_on) == (
        "远帆例会",
        "远帆会议纪要丨2025.12.23",
        date(2025, 12, 23),
    )
    assert (meeting.chair, meeting.opening) == ("韩理事长", "12月23日韩理事长主持召开远帆例会。")
    assert [item.lead for item in meeting.agenda] == [
        "本次会议发布如下一文供大家讨论:",
        "本次会议发表近日陆青禾与程式的访谈如下:",
    ]
    first, second = meeting.essays
    assert (first.title, first.author, first.date) == ("看得见的供应链", "陆青禾", "2025年12月19日")
    assert [plain(block) for block in first.body if isinstance(block, Heading)] == [
        "一行依赖背后有什么",
        "清单不是终点",
        "一次演练的记录",
        "明年怎么做",
    ]
    assert [block.marker for block in first.body if isinstance(block, ListItem)] == ["1.", "2.", "3.", "4."]
    assert second.kind is EssayKind.INTERVIEW
    assert [turn.colon for turn in second.body if isinstance(turn, Turn)][:5] == [":", ": ", " : ", ": ", ": "]
    names = [(one.name, one.organization) for one in meeting.attendees]
    assert names[3:5] == [("张伟", "星河软件"), ("张伟", "北辰大学计算机学院")]
    assert [one.presence for one in meeting.attendees].count(Presence.ONLINE) == 6
    assert len(names) == 18


def understood(*lines, held_on=None):
    (found,) = minutes.meetings(tuple(map(text, lines)), "", held_on)
    return found


def test_lists_of_every_kind_and_the_recorder_come_back_from_our_own_export():
    meeting = understood(
        "远帆会议纪要丨2025.09.02",
        "9月2日韩知远主持召开远帆例会。会议讨论了预算:",
        "同意。",
        "参会人员:韩知远、张伟(北辰大学)、苏棠(线上)。",
        "列席人员:贺兰。",
        "嘉宾:Mira.AI(线上)。",
        "请假人员:欧阳明月。",
        "记录人:苏棠",
        "附：照片另发。",
    ).meeting
    assert [(one.name, one.capacity, one.presence) for one in meeting.attendees] == [
        ("韩知远", Capacity.MEMBER, Presence.ONSITE),
        ("张伟", Capacity.MEMBER, Presence.ONSITE),
        ("苏棠", Capacity.MEMBER, Presence.ONLINE),
        ("贺兰", Capacity.OBSERVER, Presence.ONSITE),
        ("Mira.AI", Capacity.GUEST, Presence.ONLINE),
        ("欧阳明月", Capacity.MEMBER, Presence.EXCUSED),
    ]
    assert (meeting.recorder, meeting.postscript) == ("苏棠", (text("附：照片另发。"),))


@pytest.mark.parametrize(("style", "word"), [("copu", "待办:"), ("gbt9704", "落实事项：")])
def test_what_became_of_an_action_does_not_come_back_twice(style, word):
    series = Series(name="远帆例会")
    statuses = (ActionStatus.DONE, ActionStatus.DROPPED, ActionStatus.CARRIED, ActionStatus.OPEN)
    meeting = Meeting(
        date(2025, 9, 2),
        agenda=(AgendaItem(title="年度计划", id="i1"),),
        actions=tuple(Action(what=f"办{row}号会场", status=one, item="i1") for row, one in enumerate(statuses)),
    )
    printed = txt.write(composer.compose(meeting, series, house_style(style)), house_style(style)).decode()
    assert printed.count(word) == len(statuses)
    back = understood(*printed.splitlines()).meeting
    assert [(one.what, one.status) for one in back.actions] == [(one.what, one.status) for one in meeting.actions]
    again = txt.write(composer.compose(back, series, house_style(style)), house_style(style)).decode()
    assert [again.count(one.what) for one in meeting.actions] == [1, 1, 1, 1]


def test_a_list_above_the_agenda_is_a_list_too_and_nothing_else_is_lost():
    found = understood(
        "远帆会议纪要 2025年9月2日", "与会人员：韩知远、苏棠等12人", "会议听取了汇报：", "一切正常。", "会议到此结束。"
    )
    assert [one.name for one in found.meeting.attendees] == ["韩知远", "苏棠"]
    assert found.notes == ("名单里还写着“等12人”，读出 2 人，请核对。",)
    assert found.meeting.remarks == "参会人员等12人"
    assert [plain(block) for block in found.meeting.agenda[0].discussion] == ["一切正常。"]
    assert found.meeting.closing == (text("会议到此结束。"),)


def test_several_meetings_in_one_text_are_parted():
    found = minutes.meetings(
        tuple(
            map(
                text,
                (
                    "纪要丨2025.09.02",
                    "甲。",
                    "参会人员:韩知远、苏棠。",
                    "纪要丨2025.09.16",
                    "乙。",
                    "参会人员:苏棠、贺兰。",
                ),
            )
        )
    )
    assert [(one.meeting.held_on, one.meeting.attendees[0].name) for one in found] == [
        (date(2025, 9, 2), "韩知远"),
        (date(2025, 9, 16), "苏棠"),
    ]


def test_a_text_without_a_day_asks_for_one():
    with pytest.raises(ReadError, match="没有找到会议日期"):
        understood("今天天气不错。")
    assert understood("今天天气不错。", held_on=date(2025, 9, 2)).meeting.preamble == (text("今天天气不错。"),)
