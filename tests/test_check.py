"""Each rule of good minutes on a meeting that breaks it, and on one that keeps all of them."""

from dataclasses import replace
from datetime import date

import pytest

from copu_desk.check import RULES, check
from copu_desk.document import Turn, spans, text
from copu_desk.model import Action, ActionStatus, AgendaItem, Attendee, Decision, Essay, Meeting, Person, Presence

ITEM = AgendaItem(title="年度计划", lead="会议讨论年度计划：", discussion=(text("同意计划。"),), id="i1")
GOOD = Meeting(
    held_on=date(2025, 9, 2),
    title="远帆协会会议纪要丨2025.09.02",
    chair="韩知远",
    attendees=(
        Attendee(name="韩知远", presence=Presence.ONSITE, id="a1"),
        Attendee(name="苏棠", presence=Presence.EXCUSED, id="a2"),
    ),
    agenda=(ITEM,),
    actions=(Action(what="起草计划", owner="韩知远", due=date(2025, 9, 30), item="i1", id="t1"),),
    essays=(Essay(title="开源治理", body=(text("正文。"),), item="i1", id="e1"),),
)


PEOPLE = (Person(name="韩知远"), Person(name="苏棠"), Person(name="欧阳明月", aliases=("Luna",)), Person(name="贺兰"))


def said(meeting: Meeting) -> list[tuple[tuple[str, ...], str]]:
    return [(finding.place, finding.words) for finding in check(meeting, PEOPLE)]


def test_good_minutes_raise_no_finding():
    assert said(GOOD) == []


BROKEN = [
    (replace(GOOD, chair=" "), ("chair",), "还没有填写主持人。"),
    (
        replace(GOOD, attendees=(replace(GOOD.attendees[0], presence=Presence.ABSENT),)),
        ("attendees",),
        "还没有人标为现场或线上，请点名。",
    ),
    (
        replace(GOOD, attendees=(*GOOD.attendees, Attendee(name="贺兰", id="a3"))),
        ("attendees",),
        "还有 1 人没有点名：贺兰。",
    ),
    (
        replace(GOOD, attendees=(*GOOD.attendees, replace(GOOD.attendees[0], id="a3"))),
        ("attendees", "a3", "name"),
        "“韩知远”在名单里出现了不止一次。",
    ),
    (
        replace(GOOD, agenda=(ITEM, AgendaItem(title="其他", id="i2"))),
        ("agenda", "i2", "discussion"),
        "议程“其他”还没有任何结果。",
    ),
    (
        replace(GOOD, actions=(replace(GOOD.actions[0], owner=""),)),
        ("actions", "t1", "owner"),
        "待办“起草计划”还没有责任人。",
    ),
    (
        replace(GOOD, actions=(replace(GOOD.actions[0], due=None),)),
        ("actions", "t1", "due"),
        "待办“起草计划”还没有期限。",
    ),
    (
        replace(GOOD, title="远帆协会会议纪要丨2025.09.03"),
        ("title",),
        "标题里的日期是2025年9月3日，会议日期却是2025年9月2日。",
    ),
    (
        replace(GOOD, opening="2025年9月2日（星期三），韩知远主持召开例会。"),
        ("opening",),
        "2025年9月2日是星期二，文中写成了星期三。",
    ),
    (
        replace(GOOD, essays=(replace(GOOD.essays[0], body=(text(" "),)),)),
        ("essays", "e1", "body"),
        "附文“开源治理”还没有正文。",
    ),
    (
        replace(GOOD, agenda=(replace(ITEM, discussion=(Turn("苏棠", spans("我同意。")),)),)),
        ("agenda", "i1", "discussion"),
        "“苏棠”请假，却在议程“年度计划”里发言。",
    ),
    (
        replace(GOOD, agenda=(replace(ITEM, presenter="苏棠"),)),
        ("agenda", "i1", "presenter"),
        "“苏棠”请假，却在议程“年度计划”里发言。",
    ),
    (
        replace(GOOD, agenda=(replace(ITEM, decisions=(Decision(text="秘书处尽快办理。", id="d1"),)),)),
        ("agenda", "i1", "decisions", "d1", "text"),
        "“尽快”不够明确，建议写出谁在什么时候做到什么程度。",
    ),
    (
        replace(GOOD, agenda=(replace(ITEM, discussion=(text("欧阳明月汇报了进展。"),)),)),
        ("agenda", "i1", "discussion"),
        "文中提到“欧阳明月”，但参会名单里没有这个人。",
    ),
    (
        replace(GOOD, actions=(replace(GOOD.actions[0], owner="苏棠、韩之远"),)),
        ("actions", "t1", "owner"),
        "“韩之远”和名单里的“韩知远”只差一个字，是不是同一个人？",
    ),
    (
        replace(GOOD, closing=(text("会议认为，计划可行,应当执行。"),)),
        ("closing",),
        "同一段文字里混用了全角标点（1 处）和半角标点（1 处）。",
    ),
]


@pytest.mark.parametrize(("meeting", "place", "words"), BROKEN, ids=[words for _, _, words in BROKEN])
def test_a_rule_finds_what_breaks_it_and_nothing_else(meeting, place, words):
    assert said(meeting) == [(place, words)]


def test_every_rule_is_shown_to_find_something():
    found = {rule for rule in RULES for meeting, _, _ in BROKEN if list(rule(meeting, PEOPLE))}
    assert found == set(RULES)


def test_a_closed_action_needs_neither_owner_nor_date():
    done = Action(what="订会议室", status=ActionStatus.DONE, id="t2")
    assert said(replace(GOOD, actions=(*GOOD.actions, done))) == []


def test_the_right_weekday_is_left_alone():
    assert said(replace(GOOD, opening="2025年9月2日 星期二，韩知远主持召开例会。")) == []
