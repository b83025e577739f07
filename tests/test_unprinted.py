"""What is recorded and will not be printed is told before it is missed, and can be printed."""

from dataclasses import replace
from datetime import date, time

import pytest
from docx import Document as Word
from hypothesis import given, settings
from meetings import SERIES
from values import MEETING

from copu_desk.compose import minutes
from copu_desk.compose.unprinted import unprinted
from copu_desk.desk import publishing
from copu_desk.document import Picture, plain, text
from copu_desk.library import Library
from copu_desk.model import Action, AgendaItem, Attendee, Capacity, Decision, Essay, Meeting, Presence
from copu_desk.paths import STYLES
from copu_desk.style import house_style, parse, style_names, with_parts

COPU, OFFICIAL, PLAIN = (house_style(name, STYLES) for name in ("copu", "gbt9704", "plain"))
HELD = Meeting(
    date(2025, 9, 2),
    start=time(14, 0),
    venue="第一会议室",
    platform="腾讯会议",
    chair="韩知远",
    attendees=(
        Attendee("韩知远", presence=Presence.ONSITE),
        Attendee("丁一", presence=Presence.ABSENT, note="未说明原因"),
        Attendee("林未"),
        Attendee("贺兰", presence=Presence.EXCUSED),
    ),
    agenda=(
        AgendaItem(title="年度计划", lead="会议先听取了汇报。", presenter="韩知远", decisions=(Decision("同意。"),)),
    ),
    actions=(Action("发文", "贺兰"),),
    remarks="录音已归档",
)


def told(style, meeting=HELD):
    return list(map(str, unprinted(meeting, SERIES, style)))


def printed(style, meeting=HELD):
    return "\n".join(plain(block) for block in minutes.compose(meeting, SERIES, style).blocks)


def test_each_style_tells_what_it_leaves_out():
    assert told(OFFICIAL) == ["缺席（丁一）", "未到（林未）", "参会备注（丁一）", "时间", "线上"]
    assert told(COPU) == ["缺席（丁一）", "未到（林未）", "参会备注（丁一）", "议题标题（年度计划）"]
    assert told(PLAIN) == ["未到（林未）", "参会备注（丁一）"]


@pytest.mark.parametrize("name", style_names(STYLES))
def test_every_style_can_print_who_was_absent_and_who_was_not_marked(name):
    style = with_parts(house_style(name, STYLES), added=("absent", "unmarked"))
    assert [words for words in told(style) if words.startswith(("缺席", "未到"))] == []
    assert all(name in printed(style) for name in ("丁一", "林未"))


def test_official_minutes_name_the_absent_after_those_on_leave():
    style = with_parts(OFFICIAL, added=("absent", "unmarked", "facts"))
    lines = printed(style).split("\n")
    assert [one for one in lines if one[:3] in ("出席：", "请假：", "缺席：", "未到：")] == [
        "出席：韩知远。",
        "请假：贺兰。",
        "缺席：丁一。",
        "未到：林未。",
    ]
    assert told(style) == ["参会备注（丁一）"]


def test_official_minutes_say_once_where_the_meeting_was():
    style = with_parts(OFFICIAL, added=("facts",))
    meeting = replace(HELD, venue="远帆")
    lines = printed(style, meeting).split("\n")
    assert [one for one in lines if "在远帆主持" in one]
    assert [one for one in lines if one.startswith("时间：")]
    assert not [one for one in lines if "地点：" in one]
    assert "地点" not in told(style, meeting)
    typed = replace(meeting, opening="韩知远主持召开远帆例会。")  # names the series alone
    assert [one for one in printed(style, typed).split("\n") if "地点：远帆" in one]
    unopened = with_parts(OFFICIAL, added=("facts",), without=("opening",))
    assert [one for one in printed(unopened, meeting).split("\n") if "地点：远帆" in one]


def test_what_is_unticked_is_told_too():
    style = with_parts(COPU, without=("attendance", "agenda", "remarks", "actions", "essays"))
    body = (Picture("0" * 64),)
    more = replace(
        HELD, essays=(Essay("看得见的供应链", body=(text("文"),)), Essay(body=body)), closing=(text("散会。"),)
    )
    assert told(style, more) == [
        "出席（韩知远）",
        "缺席（丁一）",
        "未到（林未）",
        "请假（贺兰）",
        "参会备注（丁一）",
        "备注",
        "议题标题（年度计划）",
        "汇报人（年度计划）",
        "决议（同意。）",
        "待办（发文）",
        "附文（看得见的供应链、（无题））",
    ]


def test_a_style_made_before_there_were_such_parts_prints_those_who_have_a_label(tmp_path):
    words = (STYLES / "copu.toml").read_text(encoding="utf-8").replace(' "absent?", "unmarked?",', "")
    old = parse(words.replace('unmarked = "未到人员:"\n', ""), tmp_path / "old.toml")
    assert "缺席人员:丁一。" in printed(old).split("\n")
    assert "林未" not in printed(old)
    assert "未到（林未）" in told(old)


@settings(max_examples=60, deadline=None)
@given(MEETING)
def test_nobody_and_no_sentence_is_missing_without_being_told(meeting):
    for style in (COPU, OFFICIAL, PLAIN):
        words, left = printed(style, meeting), {one.label: one.which for one in unprinted(meeting, SERIES, style)}
        gone = {name for label in ("出席", "列席", "嘉宾", "请假", "缺席", "未到") for name in left.get(label, ())}
        for one in meeting.attendees:
            assert not one.name.strip() or one.name in words or one.name in gone
        for item in meeting.agenda:
            for decision in item.decisions:
                assert decision.text.strip().removesuffix("。") in words or decision.text in left.get("决议", ())
            if item.discussion and "讨论" not in left:
                assert all(plain(block) in words for block in item.discussion)
        for action in meeting.actions:
            assert action.what.strip().removesuffix("。") in words or action.what in left.get("待办", ())


def test_the_command_line_tells_it_and_prints_it_when_asked(run, tmp_path):
    with Library(tmp_path / "library.copu") as library:
        library.save_series((replace(SERIES, style="gbt9704"),))
        library.save(replace(HELD, series=SERIES.id))
    path = tmp_path / "a.docx"
    status, out, err = run("export", "2025-09-02", "-o", path)
    assert (status, out.strip()) == (0, str(path))
    assert err.startswith("纪要里没有印：缺席（丁一）；未到（林未）；")
    assert not any("丁一" in one.text for one in Word(str(path)).paragraphs)

    _, _, err = run("export", "2025-09-02", "-o", path, "--overwrite", "--with", "缺席名单", "--with", "unmarked",
                    "--without", "版记")  # fmt: skip
    assert "缺席" not in err
    assert any(one.text == "缺席：丁一。" for one in Word(str(path)).paragraphs)
    assert not Word(str(path)).tables

    status, _, err = run("export", "2025-09-02", "-o", path, "--with", "密语")
    assert status == 2
    assert "没有“密语”这个部分" in err
    assert run("export", "2025-09-02", "-o", tmp_path / "a.json")[2] == ""
    assert run("export", "2025-09-02", "--notice", "-o", tmp_path / "b.docx")[2] == ""


def test_only_minutes_leave_out_what_should_be_in_them(tmp_path):
    with Library(tmp_path / "library.copu") as library:
        library.save(HELD)
        for chosen in (publishing.Choices(paper="notice"), publishing.Choices(kinds=("json",))):
            assert publishing.left_out(library, HELD, chosen) == ()
        assert publishing.left_out(library, HELD, publishing.Choices(kinds=("json", "docx")))


def test_guests_and_observers_are_told_where_a_style_has_no_label_for_them():
    words = replace(COPU.attendance, guests="", observers="")
    people = (
        Attendee("高朋", capacity=Capacity.GUEST, presence=Presence.ONLINE),
        Attendee("列席者", capacity=Capacity.OBSERVER, presence=Presence.ONSITE),
    )
    assert told(replace(COPU, attendance=words), Meeting(date(2025, 9, 2), attendees=people)) == [
        "嘉宾（高朋）",
        "列席（列席者）",
    ]
