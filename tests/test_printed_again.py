"""Minutes that went out, were imported and go out once more say the same, line by line, in every house style."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copu_desk import exchange
from copu_desk.document import Table, plain_body, text
from copu_desk.model import AgendaItem, Attendee, Decision, Essay, Meeting, Presence, Series
from copu_desk.paths import SAMPLE, STYLES
from copu_desk.recognize import minutes
from copu_desk.style import house_style, style_names, with_parts

MADE = datetime(2025, 12, 24, 4, tzinfo=UTC)
BUNDLE = exchange.read(SAMPLE / "library.json").bundle
SERIES = Series(name="远帆例会", id="s1")


def style_of(name, *added):
    style = house_style(name, STYLES)
    return with_parts(style, added=[part for part in added if part in style.offered])


def printed(material):
    return plain_body(exchange.document(material).blocks)


def again(material, folder):
    """Return the meeting that is read from the Word file of a material."""
    path = folder / "纪要.docx"
    path.write_bytes(exchange.export(material, "docx"))
    (read,) = exchange.read(path).bundle.meetings
    return read


def as_read(meeting, style):
    """Return a meeting as it is known after print: what no print can tell is otherwise.

    A due day that was said (年底前) is a day then; who is called 独立开发者 has no organization but that post, which
    gbt9704 does not print.
    """
    days = {"年底前": date(meeting.held_on.year, 12, 31)}
    actions = tuple(replace(one, due=one.due or days.get(one.due_words)) for one in meeting.actions)
    people = tuple(
        replace(one, organization="") if one.organization == "独立开发者" and style == "gbt9704" else one
        for one in meeting.attendees
    )
    return replace(meeting, actions=actions, attendees=people)


@pytest.mark.parametrize("added", [(), ("facts", "issue", "rule", "absent", "unmarked")], ids=["bare", "all parts"])
@pytest.mark.parametrize("name", style_names(STYLES))
def test_the_sample_is_printed_as_it_was(name, added, tmp_path):
    known = {one.id: one for one in BUNDLE.series}
    style = style_of(name, *added)
    for meeting in BUNDLE.meetings:
        series = known[meeting.series]
        sent = exchange.Material(meeting, series, style, images=BUNDLE.images, created=MADE)
        read = again(sent, tmp_path)
        expected = printed(replace(sent, meeting=as_read(meeting, name))).split("\n")
        found = printed(replace(sent, meeting=read)).split("\n")
        assert found == expected
        assert read.held_on == meeting.held_on
        assert read.number == (meeting.number if name != "copu" else 0)  # copu prints none


FRAMES = st.fixed_dictionaries(
    {
        "number": st.integers(0, 99),
        "venue": st.sampled_from(["", "三楼会议室", "远帆大厦"]),
        "copies": st.sampled_from(["", "各成员单位", "理事会，监事会，各分会"]),
        "classification": st.sampled_from(["", "内部", "秘密★1年", "内部资料，注意保存"]),
        "title": st.sampled_from(
            ["", "关于研究开源教育的会议纪要", "远帆开源协会关于研究二〇二五年度开源教育与社区建设工作安排的会议纪要"]
        ),
    }
)


@settings(max_examples=25, deadline=None)
@given(frame=FRAMES, essays=st.integers(0, 2), added=st.sets(st.sampled_from(["issue", "rule", "facts"])))
def test_the_frame_of_official_minutes_is_printed_once(frame, essays, added, tmp_path_factory):
    items = (
        AgendaItem("年度计划", presenter="苏棠", discussion=(text("大家谈了计划。"),), decisions=(Decision("同意。"),)),
        AgendaItem("其他事项", lead="会议听取了汇报：", presenter="贺兰", discussion=(text("一切正常。"),)),
    )
    texts = tuple(
        Essay(title=f"第{sign}篇文章", author="苏棠", item=items[0].id, body=(text("很长的文字，" * 9 + "完。"),))
        for sign in "一二"[:essays]
    )
    meeting = Meeting(
        date(2025, 1, 7),
        "s1",
        start=time(9),
        chair="韩知远",
        agenda=items,
        essays=texts,
        attendees=(Attendee("韩知远", presence=Presence.ONSITE), Attendee("苏棠", presence=Presence.ONSITE)),
        **frame,
    )
    sent = exchange.Material(meeting, SERIES, style_of("gbt9704", *added), created=MADE)
    read = again(sent, tmp_path_factory.mktemp("again"))
    assert printed(replace(sent, meeting=read)) == printed(sent)
    said = {name: getattr(read, name) for name in ("number", "copies", "classification")}
    assert said == {name: frame[name] for name in said}
    assert (read.preamble, read.postscript, read.remarks) == ((), (), "")
    assert [essay.title for essay in read.essays] == [essay.title for essay in texts]


@pytest.mark.parametrize("added", [(), ("facts",), ("issue", "rule", "facts")], ids=str)
def test_the_day_stands_in_the_opening_of_minutes_without_agenda_and_people(added, tmp_path):
    for body in ((), (text("大家谈了很多。"),)):
        meeting = Meeting(date(2025, 1, 7), "s1", 3, chair="韩知远", venue="三楼会议室", preamble=body)
        sent = exchange.Material(meeting, SERIES, style_of("gbt9704", *added), created=MADE)
        read = again(sent, tmp_path)
        assert (read.held_on, read.number, read.chair) == (date(2025, 1, 7), 3, "韩知远")
        assert (read.title, read.preamble, read.agenda) == ("远帆例会第3次会议纪要", body, ())
        assert printed(replace(sent, meeting=read)) == printed(sent)


OFFICE = """000012
特急
北辰市科学技术局局长办公会议纪要
〔2025〕8号
北辰市科学技术局办公室　2025年3月6日
关于研究开源创新专项工作的会议纪要
3月3日上午，局长陆青禾主持召开局长办公会议，研究开源创新专项工作。现纪要如下：
一、关于专项预算
会议决定：同意安排预算。
二、关于人员安排
会议听取了人事处的汇报。
出席：陆青禾、石岩
抄送：市委办公室，市政府办公室。
北辰市科学技术局办公室　　2025年3月7日印发
（共印30份）"""


def test_the_frame_of_another_offices_minutes_is_put_where_it_belongs():
    (found,) = minutes.meetings(tuple(text(line) for line in OFFICE.split("\n")))
    meeting = found.meeting
    assert meeting.title == "关于研究开源创新专项工作的会议纪要"
    assert (meeting.held_on, meeting.chair, meeting.copies) == (
        date(2025, 3, 3),
        "局长陆青禾",
        "市委办公室，市政府办公室",
    )
    assert [item.title for item in meeting.agenda] == ["关于专项预算", "关于人员安排"]
    assert (meeting.preamble, meeting.postscript) == ((), ())
    assert meeting.remarks.split("；") == [
        "纪要标志：北辰市科学技术局局长办公会议纪要",
        "发文：北辰市科学技术局办公室 2025年3月6日",
        "印发：北辰市科学技术局办公室 2025年3月7日",
        "（共印30份）",
        "000012",
        "特急",
        "〔2025〕8号",
    ]


def test_minutes_that_tell_no_day_have_at_last_that_on_which_they_were_issued():
    words = "远帆会议纪要\n第5期\n远帆\t2025年3月6日\n研究预算的会议纪要\n大家谈了预算。"
    (found,) = minutes.meetings(tuple(text(line) for line in words.split("\n")))
    assert (found.meeting.held_on, found.meeting.number) == (date(2025, 3, 6), 5)
    assert "正文没有写会议日期，按发文日期2025年3月6日登记，请核对。" in found.notes


def test_a_mark_without_title_is_the_title_and_text_with_a_day_stays():
    words = "远帆协会会议纪要\n第5期\n2025年3月6日，韩知远主持召开例会。\n资料由秘书处于2025年3月7日印发"
    (found,) = minutes.meetings(tuple(text(line) for line in words.split("\n")))
    meeting = found.meeting
    assert (meeting.title, meeting.number, meeting.held_on) == ("远帆协会会议纪要", 5, date(2025, 3, 6))
    said = meeting.remarks + plain_body((*meeting.preamble, *meeting.postscript))
    assert "资料由秘书处于" in said
    assert "2025年3月7日" in said


def test_a_table_that_says_more_than_actions_stays_a_table():
    rows = (("事项", "责任人", "心得"), ("修好下载", "石岩", "不难"))
    table = Table(tuple(tuple(text(cell).spans for cell in row) for row in rows))
    body = (text("例会纪要 2025.9.2"), text("一、收尾"), text("待办："), table)
    (found,) = minutes.meetings(body)
    kept = [block for item in found.meeting.agenda for block in item.discussion]
    assert not found.meeting.actions
    assert table in kept
