"""Lists of attendees in the notations that minutes use: each person, where from, and how they came."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copu_desk.document import Table, spans
from copu_desk.model import Attendee, Presence
from copu_desk.recognize import names, people
from copu_desk.recognize.lines import lines

ON, OFF, AWAY = Presence.ONSITE, Presence.ONLINE, Presence.EXCUSED
# fmt: off
LISTS = [
    ("韩知远、苏棠、温如故(线上)、Mira.AI(线上)。", [("韩知远", "", ON), ("苏棠", "", ON), ("温如故", "", OFF), ("Mira.AI", "", OFF)]),
    ("参会人员:张伟(星河软件)、张伟(北辰大学计算机学院)。", [("张伟", "星河软件", ON), ("张伟", "北辰大学计算机学院", ON)]),
    ("参会人：\n- 韩知远\n- 苏 棠 (请假)\n3. 石 岩", [("韩知远", "", ON), ("苏棠", "", AWAY), ("石岩", "", ON)]),
    ("韩知远，苏棠,贺兰；Eric Yuan; 欧阳明月（线上参会）", [("韩知远", "", ON), ("苏棠", "", ON), ("贺兰", "", ON), ("Eric Yuan", "", ON), ("欧阳明月", "", OFF)]),
    ("阿卜杜拉·买买提、𠮷田", [("阿卜杜拉·买买提", "", ON), ("𠮷田", "", ON)]),
    ("星河软件：张伟、李明；北辰大学：王芳", [("张伟", "星河软件", ON), ("李明", "星河软件", ON), ("王芳", "北辰大学", ON)]),
    ("线上：张伟、李明 现场：王芳", [("张伟", "", OFF), ("李明", "", OFF), ("王芳", "", ON)]),
    ("请假：赵敏（时间冲突，请假）", [("赵敏", "", AWAY)]),
    ("@张伟 @李明", [("张伟", "", ON), ("李明", "", ON)]),
    ("张伟 李明 王芳 等32人", [("张伟", "", ON), ("李明", "", ON), ("王芳", "", ON)]),
    ("石 勇、欧阳 明月(线上)、司马 光", [("石勇", "", ON), ("欧阳明月", "", OFF), ("司马光", "", ON)]),
    ("欧阳 锋 李娜", [("欧阳锋", "", ON), ("李娜", "", ON)]),
    ("东方 张伟", [("张伟", "东方", ON)]),
    ("", []),
]
# fmt: on


@pytest.mark.parametrize(("words", "people"), LISTS, ids=[words[:12] for words, _ in LISTS])
def test_each_notation_gives_its_people(words, people):
    found = names.attendees(words)
    assert [(one.name, one.organization, one.presence) for one in found] == people


def test_what_is_nobody_is_told_of_and_remarks_are_kept():
    listed = names.read("张伟、李明等32人")
    assert [one.name for one in listed.attendees] == ["张伟", "李明"]
    assert listed.rest == ("等32人",)
    assert names.attendees("请假：赵敏（时间冲突，请假）")[0].note == "时间冲突"


def test_each_person_is_a_record_of_its_own():
    found = names.attendees("韩知远、苏棠、贺兰(线上)")
    assert len({one.id for one in found}) == 3


def test_a_name_cannot_be_made_to_read_backwards():
    found = names.attendees("\u202e韩知远、\u2066苏棠\u2069(线上)")
    assert [(one.name, one.presence) for one in found] == [("韩知远", ON), ("苏棠", OFF)]


def test_a_remark_in_a_table_stays_beside_what_stands_in_the_column_of_who_came():
    rows = (("姓名", "备注", "到会情况"), ("韩知远", "代理事长致辞", "迟到半小时"), ("苏棠", "下午提前离开", "线上"))
    table = Table(tuple(tuple(map(spans, row)) for row in rows), header_rows=1)
    found = people.find(lines((table,)), frozenset()).attendees
    assert [(one.name, one.presence, one.note) for one in found] == [
        ("韩知远", ON, "代理事长致辞，迟到半小时"),
        ("苏棠", OFF, "下午提前离开"),
    ]


def test_a_sentence_is_no_list():
    assert names.is_list("韩知远、苏棠、贺兰")
    assert not names.is_list("请各单位于周五之前把名单报给秘书处。逾期不候。")


NAME = st.text(st.sampled_from("韩知远苏棠贺兰温如故沈鹿鸣石岩"), min_size=3, max_size=3).map(
    lambda rest: "张" + rest[:2]
)


@given(
    people=st.lists(st.tuples(NAME, st.sampled_from(["", "(线上)", "（请假）"])), min_size=1, max_size=20),
    sign=st.sampled_from("、，,；"),
)
def test_any_list_of_plain_names_is_read_as_written(people, sign):
    words = "参会人员：" + sign.join(name + mark for name, mark in people) + "。"
    presence = {"": ON, "(线上)": OFF, "（请假）": AWAY}
    found = [(one.name, one.presence) for one in names.attendees(words)]
    assert found == [(name, presence[mark]) for name, mark in people]


@given(words=st.text(max_size=300))
def test_no_text_is_too_odd(words):
    assert all(isinstance(one, Attendee) and one.name for one in names.attendees(words))
