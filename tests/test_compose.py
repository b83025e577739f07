"""What of a meeting is printed, in what words and in which order."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given, settings
from meetings import FULL, LINES, PIXEL, PIXEL_NAME, SERIES
from values import MEETING

from copu_desk.compose import minutes
from copu_desk.document import PageBreak, Picture, Table, plain, text
from copu_desk.model import (
    Action,
    ActionStatus,
    AgendaItem,
    Attendee,
    Capacity,
    Decision,
    Essay,
    Meeting,
    Presence,
    Series,
    Votes,
    get,
)
from copu_desk.style import house_style, with_parts

STYLE = house_style()
DAY = date(2025, 1, 7)
MEETING_OF_NOTHING = Meeting(held_on=DAY, chair="韩知远")


def printed(meeting, series=SERIES, style=STYLE):
    """Return the lines of the minutes below title and opening."""
    return [plain(block) for block in minutes.compose(meeting, series, style).blocks][2:]


def test_the_secretary_finds_every_field_in_its_place():
    blocks = minutes.compose(FULL, SERIES, STYLE, {PIXEL_NAME: PIXEL}).blocks
    lines = [plain(block) for block in blocks if not isinstance(block, Table | Picture | PageBreak)]
    assert lines == [line for line in LINES if line not in ("", "图 1")]


def test_the_document_says_what_it_is():
    moment = datetime(2025, 9, 3, 8, 0, tzinfo=UTC)
    document = minutes.compose(FULL, SERIES, STYLE, {PIXEL_NAME: PIXEL}, moment)
    assert (document.title, document.author, document.subject) == ("远帆会议纪要丨2025.09.02", "苏棠", "远帆例会")
    assert document.keywords == ("年度计划", "印在导语里", "其他事项", "怎样写变更说明", "没有归到议程的")
    assert (document.created, document.images) == (moment, {PIXEL_NAME: PIXEL})
    assert minutes.compose(replace(FULL, recorder=""), SERIES, STYLE).author == "远帆"


def test_titles_and_openings_are_built_where_none_was_typed():
    meeting = Meeting(held_on=DAY, number=3)
    copu = Series(name="COPU例会")
    assert minutes.title(meeting, copu, STYLE) == "COPU会议纪要丨2025.01.07"
    assert minutes.title(meeting, replace(copu, title_pattern="第{number}次{series}{x}"), STYLE) == "第3次COPU例会{x}"
    assert minutes.title(replace(meeting, title="照旧"), copu, STYLE) == "照旧"
    assert minutes.opening(meeting, copu, STYLE) == "1月7日召开COPU例会。"
    assert minutes.opening(replace(meeting, chair="陆主席"), copu, STYLE) == "1月7日陆主席主持召开COPU例会。"
    assert minutes.opening(replace(meeting, opening="照旧。"), copu, STYLE) == "照旧。"
    assert minutes.opening(meeting, Series(), STYLE) == "1月7日召开会议。"


def test_who_meets_is_the_series_without_the_word_for_meeting():
    names = {"COPU例会": "COPU", "办公室工作例会": "办公室", "理事会会议": "理事会", "例会": "例会", "读书会": "读书会"}
    assert {name: minutes.organ(Series(name=name)) for name in names} == names


def test_the_first_lead_joins_the_opening_unless_something_stands_between():
    item = AgendaItem(lead="会议听取了访谈:")
    meeting = replace(MEETING_OF_NOTHING, agenda=(item,))
    opening = "1月7日韩知远主持召开远帆例会。"

    def lines(meeting, style=STYLE):
        return [plain(block) for block in minutes.compose(meeting, SERIES, style).blocks][1:]

    assert lines(meeting) == [opening + item.lead]
    assert lines(replace(meeting, preamble=(text("插话。"),))) == [opening, "插话。", item.lead]
    assert lines(replace(meeting, agenda=(replace(item, section="上午"),))) == [opening, "上午", item.lead]
    assert lines(meeting, replace(STYLE, opening_joins_lead=False)) == [opening, item.lead]


def test_items_with_a_title_are_numbered_but_a_lone_one_is_not_and_a_lead_stands_for_the_title():
    one, two, led = AgendaItem(title="预算"), AgendaItem(title="选举"), AgendaItem(title="访谈", lead="访谈如下:")
    assert printed(replace(MEETING_OF_NOTHING, agenda=(one,))) == ["预算"]
    assert printed(replace(MEETING_OF_NOTHING, agenda=(one, led, two))) == ["一、预算", "访谈如下:", "二、选举"]
    assert printed(replace(MEETING_OF_NOTHING, agenda=(AgendaItem(), AgendaItem()))) == []


def test_two_items_of_the_same_words_are_numbered_apart():
    twins = tuple(AgendaItem(title="讨论") for _ in range(2))
    assert printed(replace(MEETING_OF_NOTHING, agenda=twins)) == ["一、讨论", "二、讨论"]


def test_votes_stand_before_the_full_stop():
    decisions = (
        Decision("通过预算。", Votes(5, 0, 1)),
        Decision("推选组长", Votes(6)),
        Decision("择期再议。"),
        Decision("", Votes(1, 2, 3)),
        Decision(" "),
    )
    assert printed(replace(MEETING_OF_NOTHING, agenda=(AgendaItem(decisions=decisions),))) == [
        "决议:通过预算(同意5票,反对0票,弃权1票)。",
        "决议:推选组长(同意6票,反对0票,弃权0票)",
        "决议:择期再议。",
        "决议:(同意1票,反对2票,弃权3票)",
    ]


def test_an_action_names_its_owner_its_day_and_what_became_of_it():
    actions = (
        Action("起草细则。", "张三", date(2025, 12, 31)),
        Action("订会场", "", date(2026, 1, 9)),
        Action("写信", "李四", due_words="月底前"),
        Action("还书", status=ActionStatus.DONE),
        Action("展览", "张三", status=ActionStatus.DROPPED),
        Action("章程", status=ActionStatus.CARRIED),
        Action("通知各单位"),
        Action(),
    )
    assert printed(replace(MEETING_OF_NOTHING, actions=actions)) == [
        "待办:起草细则(责任人:张三,12月31日前)。",
        "待办:订会场(2026年1月9日前)",
        "待办:写信(责任人:李四,月底前)",
        "待办:还书(已完成)",
        "待办:展览(责任人:张三,不再办理)",
        "待办:章程(转下次会议)",
        "待办:通知各单位",
    ]


def test_an_action_or_essay_of_an_item_that_is_gone_is_still_printed():
    meeting = replace(
        MEETING_OF_NOTHING,
        actions=(Action("还书", item="gone"),),
        essays=(Essay(title="旧文", item="gone", body=(text("正文。"),)),),
    )
    assert printed(meeting) == ["待办:还书", "旧文", "正文。"]


def test_an_essay_prints_only_the_lines_it_has():
    assert printed(replace(MEETING_OF_NOTHING, essays=(Essay(body=(text("只有正文。"),)),))) == ["只有正文。"]
    essay = Essay("题", "作者", "2025年1月", "某刊", body=())
    assert printed(replace(MEETING_OF_NOTHING, essays=(essay,))) == ["题", "作者", "2025年1月", "来源:某刊"]


def test_who_was_in_the_room_stands_before_who_was_online_in_each_group():
    attendees = (
        Attendee("甲", presence=Presence.ONLINE),
        Attendee("乙", "某校", presence=Presence.ONSITE),
        Attendee("丙", capacity=Capacity.OBSERVER, presence=Presence.ONLINE),
        Attendee("丁", capacity=Capacity.OBSERVER, presence=Presence.ONSITE),
        Attendee("戊", capacity=Capacity.GUEST, presence=Presence.ONSITE),
        Attendee("己", presence=Presence.EXCUSED),
        Attendee("庚", capacity=Capacity.GUEST, presence=Presence.EXCUSED),
        Attendee("辛", presence=Presence.ABSENT),
        Attendee("壬"),
        Attendee("", presence=Presence.ONSITE),
    )
    meeting = replace(MEETING_OF_NOTHING, attendees=attendees)
    assert printed(meeting) == [
        "参会人员:乙、甲(线上)。",
        "列席人员:丁、丙(线上)。",
        "嘉宾:戊。",
        "请假人员:己、庚。",
    ]
    words = with_parts(replace(STYLE, attendance=replace(STYLE.attendance, guests="")), added=("absent",))
    assert printed(meeting, style=words)[2:] == ["请假人员:己、庚。", "缺席人员:辛。"]
    assert printed(replace(meeting, attendees=attendees[1:2])) == ["参会人员:乙。"]


def test_namesakes_are_told_apart_by_their_organizations():
    attendees = (
        Attendee("张伟", "星河软件", presence=Presence.ONLINE),
        Attendee("张伟", presence=Presence.ONSITE),
        Attendee("李响", "北辰大学", presence=Presence.ONSITE),
    )
    line = "参会人员:张伟、李响、张伟(星河软件)(线上)。"
    assert printed(replace(MEETING_OF_NOTHING, attendees=attendees)) == [line]


def test_what_is_private_or_only_for_taking_part_is_not_printed():
    everything = repr(minutes.compose(FULL, SERIES, STYLE))
    assert FULL.scratch not in everything
    assert FULL.link not in everything


def test_only_the_parts_the_style_names_are_printed():
    short = replace(STYLE, parts=("title", "attendance"))
    blocks = minutes.compose(FULL, SERIES, short).blocks
    assert [block.role for block in blocks] == ["title"] + ["attendance"] * 4


@settings(max_examples=60, deadline=None)
@given(MEETING)
def test_every_sentence_of_every_meeting_is_printed(meeting):
    everything = [plain(block) for block in minutes.compose(meeting, SERIES, STYLE).blocks]
    bodies = (meeting.preamble, meeting.closing, meeting.postscript, *(essay.body for essay in meeting.essays))
    for body in (*bodies, *(item.discussion for item in meeting.agenda)):
        for block in body:
            assert plain(block) in everything
    words = "\n".join(everything)
    for item in meeting.agenda:
        assert all(decision.text.strip().removesuffix("。") in words for decision in item.decisions)
        assert (item.lead or item.title) in words
        assert item.section in words
    assert all(action.what.strip().removesuffix("。") in words for action in meeting.actions)
    assert all(essay.title in words and essay.author in words for essay in meeting.essays)


@settings(max_examples=60, deadline=None)
@given(MEETING)
def test_every_line_knows_which_values_its_words_show(meeting):
    lines = minutes.trace(meeting, SERIES, STYLE)
    assert tuple(one.block for one in lines) == minutes.compose(meeting, SERIES, STYLE).blocks
    for one in lines:
        assert "".join(piece.words for piece in one.pieces) == plain(one.block)
        if one.row >= 0:
            assert get(meeting, one.place)[one.row] is one.block
    printed_from = {piece.place for one in lines for piece in one.pieces}
    for essay in meeting.essays:
        assert ("essays", essay.id, "body") in printed_from or not essay.body
    for item in meeting.agenda:
        for decision in item.decisions:
            place = ("agenda", item.id, "decisions", decision.id, "text")
            shown = "".join(piece.words for one in lines for piece in one.pieces if piece.place == place)
            assert shown.rstrip() == decision.text.rstrip()


def test_a_line_made_of_several_values_tells_them_apart():
    meeting = replace(
        MEETING_OF_NOTHING,
        chair="韩知远",
        agenda=(AgendaItem(lead="会议讨论了计划:", id="i1", decisions=(Decision("同意。", Votes(3, 0, 1), id="d1"),)),),
        actions=(Action("起草", "苏棠", date(2025, 9, 30), item="i1", id="a1"),),
        attendees=(Attendee("张伟", presence=Presence.ONLINE, id="p1"),),
    )
    _title, opening, decision, action, people = minutes.trace(meeting, SERIES, STYLE)
    assert opening.pieces[1] == ("会议讨论了计划:", ("agenda", "i1", "lead"))
    votes = ("agenda", "i1", "decisions", "d1", "votes")
    text_place = ("agenda", "i1", "decisions", "d1", "text")
    assert [piece.place for piece in decision.pieces] == [
        *((), text_place, (), votes, (), votes, (), votes, ()),
        text_place,
    ]
    assert ("苏棠", ("actions", "a1", "owner")) in action.pieces
    assert people.pieces[1:] == (
        ("张伟", ("attendees", "p1", "name")),
        ("(线上)", ("attendees", "p1", "presence")),
        ("。", ()),
    )
