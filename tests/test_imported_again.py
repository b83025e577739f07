"""Minutes that went out as a Word file and are imported again: everybody who was printed is there as printed."""

from collections import Counter
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copu_desk import exchange
from copu_desk.document import plain_body
from copu_desk.model import AgendaItem, Attendee, Capacity, Decision, Meeting, Presence, Series
from copu_desk.paths import SAMPLE, STYLES
from copu_desk.recognize import names
from copu_desk.recognize.words import like_post
from copu_desk.style import house_style, style_names, with_parts

SERIES = Series(name="远帆例会", id="s1")
NAMES = (
    "韩知远",
    "苏棠",
    "贺兰",
    "欧阳明月",
    "张伟",
    "程式",
    "单行",
    "Mira.AI",
    "Eric Yuan",
    "司徒清",
    "陆青禾",
    "石岩",
)
OFFICES = [
    "",
    *[
        "远帆协会",
        "青禾实验室",
        "北辰大学计算机学院",
        "星河软件",
        "果壳教育",
        "某局",
        "云帆科技有限公司",
        "长风操作系统",
    ],
]
PEOPLE = st.lists(
    st.builds(
        Attendee,
        name=st.sampled_from(NAMES),
        organization=st.sampled_from(OFFICES),
        title=st.sampled_from(("", "理事长", "研究员")),
        capacity=st.sampled_from(Capacity),
        presence=st.sampled_from(Presence),
    ),
    min_size=1,
    max_size=9,
    unique_by=lambda one: one.name,
)


def again(name, people, tmp_path):
    """Return a meeting with these people as it is read from the Word file that a style made of it."""
    style = with_parts(house_style(name, STYLES), added=("absent", "unmarked"))
    items = (AgendaItem("年度计划", decisions=(Decision("同意。"),)), AgendaItem("其他事项"))
    meeting = Meeting(date(2025, 9, 2), "s1", 3, start=time(9), chair="韩知远", attendees=tuple(people), agenda=items)
    material = exchange.Material(meeting, SERIES, style, created=datetime(2025, 9, 3, tzinfo=UTC))
    path = tmp_path / "again.docx"
    path.write_bytes(exchange.export(material, "docx"))
    (read,) = exchange.read(path).bundle.meetings
    return read


def as_printed(name, people):
    """Return what each style tells of people: of who was away not in what capacity, of who was not marked that."""
    tabled = name == "plain" and any(one.organization or one.title for one in people)
    shared = Counter(one.name for one in people)
    for one in people:
        presence = Presence.ABSENT if one.presence is Presence.UNMARKED else one.presence
        office = one.organization if tabled or name == "gbt9704" or shared[one.name] > 1 else ""
        title = one.title if tabled else ""
        if name == "gbt9704" and like_post(office):
            office, title = "", office  # 独立开发者 may be where somebody belongs, but reads as a post
        capacity = one.capacity if tabled or one.presence.came else Capacity.MEMBER
        if tabled and len({other.capacity for other in people}) == 1:
            capacity = Capacity.MEMBER  # a column in which all are alike is not printed
        yield one.name, office, title, capacity, presence


def told(people):
    return sorted((one.name, one.organization, one.title, one.capacity, one.presence) for one in people)


@pytest.mark.parametrize("name", style_names(STYLES))
def test_the_people_of_the_sample_are_read_as_printed(name, tmp_path):
    for meeting in exchange.read(SAMPLE / "library.json").bundle.meetings[:4]:
        read = again(name, meeting.attendees, tmp_path)
        assert told(read.attendees) == sorted(as_printed(name, meeting.attendees))
        assert read.held_on == date(2025, 9, 2)
        text = plain_body((*read.preamble, *read.postscript))
        assert not [one.name for one in meeting.attendees if one.name in text]


@pytest.mark.parametrize("name", style_names(STYLES))
@settings(max_examples=25, deadline=None)
@given(people=PEOPLE)
def test_whoever_was_there_is_read_as_printed(name, people, tmp_path_factory):
    latin = {one.name for one in people if one.name.isascii()}
    if name == "gbt9704":  # where an office is written onto a Latin name, nothing tells where it ends
        people = [one for one in people if one.name not in latin or not one.organization] or [Attendee("韩知远")]
    read = again(name, people, tmp_path_factory.mktemp("again"))
    assert told(read.attendees) == sorted(as_printed(name, people))


def test_offices_before_their_people_are_told_from_them():
    words = "星河软件张伟、李响（线上），果壳教育唐果，韩知远、苏棠，某局高朋，北辰大学欧阳明月，北京金李明，王主任"
    assert [(one.organization, one.name, one.presence.value) for one in names.attendees(words)] == [
        ("星河软件", "张伟", "onsite"),
        ("星河软件", "李响", "online"),
        ("果壳教育", "唐果", "onsite"),
        ("", "韩知远", "onsite"),
        ("", "苏棠", "onsite"),
        ("某局", "高朋", "onsite"),
        ("北辰大学", "欧阳明月", "onsite"),
        ("北京", "金李明", "onsite"),
        ("", "王主任", "onsite"),
    ]
