"""Who is meant by what was typed: names, parts, pinyin, namesakes, and the endings of the roll call."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copu_desk.matching import called, candidates, guest, hear, identify, likeness, split, told
from copu_desk.model import Attendee, Capacity, Person, Presence

HAN = Person(name="韩知远", organization="远帆协会", title="理事长")
LUO = Person(name="罗思琪", organization="星河软件")
LIU = Person(name="刘爽")
LIAO = Person(name="廖淑群", organization="远帆协会")
ZHANG_STAR = Person(name="张伟", organization="星河软件")
ZHANG_NORTH = Person(name="张伟", organization="北辰大学")
OUYANG = Person(name="欧阳明月", aliases=("Luna", "月姐"))
ZENG = Person(name="曾重山")
SHAN = Person(name="单晓", pinyin="shan xiao")
LV = Person(name="吕布衣")
ANNA = Person(name="Anna.AI")
ERIC = Person(name="Eric Wong", organization="星河软件")
RARE = Person(name="𠮷田明")
PEOPLE = (HAN, LUO, LIU, LIAO, ZHANG_STAR, ZHANG_NORTH, OUYANG, ZENG, SHAN, LV, ANNA, ERIC, RARE)


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("韩知远", HAN),
        (" 韩 知远 ", HAN),
        ("知远", HAN),
        ("欧阳", OUYANG),
        ("luna", OUYANG),
        ("月姐", OUYANG),
        ("hzy", HAN),
        ("HZY", HAN),
        ("hanzhiyuan", HAN),
        ("han zhi", HAN),
        ("hanzhy", HAN),
        ("韩zy", HAN),
        ("ouyang", OUYANG),
        ("oymy", OUYANG),
        ("liush", LIU),
        ("zcs", ZENG),
        ("zengchong", ZENG),
        ("czs", ZENG),
        ("shanx", SHAN),
        ("lvby", LV),
        ("lyubuyi", LV),
        ("lubuyi", LV),
        ("lübuyi", LV),
        ("anna", ANNA),
        ("ＡＮＮＡ", ANNA),
        ("ew", ERIC),
        ("eric w", ERIC),
        ("𠮷田", RARE),
        ("张伟 北辰", ZHANG_NORTH),
        ("张伟（星河）", ZHANG_STAR),
        ("zw 星河", ZHANG_STAR),
    ],
)
def test_one_person_is_found_first(typed, who):
    assert candidates(typed, PEOPLE)[0] is who


@pytest.mark.parametrize("typed", ["", "  ", "无此人", "qqq", "张伟 南天", "dan x", "·", "("])
def test_nobody_is_found(typed):
    assert candidates(typed, PEOPLE) == []


def test_likelier_ones_come_first_and_equals_in_their_order():
    short, long = Person(name="李爽"), Person(name="李淑群")
    assert candidates("ls", (long, short)) == [short, long]
    assert likeness("张伟", PEOPLE) == [[ZHANG_STAR, ZHANG_NORTH]]
    assert likeness("明", PEOPLE) == [[OUYANG, RARE]]
    begins, inside = Person(name="明远"), Person(name="王明")
    assert likeness("明", (inside, begins)) == [[begins], [inside]]


def test_the_roster_s_pinyin_goes_before_the_dictionary():
    assert candidates("dx", (SHAN,)) == []
    assert candidates("sx", (SHAN,)) == [SHAN]
    run_together = Person(name="乐正华", pinyin="Yuè Zhènghuá")
    assert candidates("yzh", (run_together,)) == [run_together]
    assert candidates("lzh", (run_together,)) == []
    unlike = Person(name="乐正华", pinyin="yue laoshi shifu fu")
    assert candidates("yuelao", (unlike,)) == [unlike]


@given(st.text(max_size=8), st.lists(st.builds(Person, name=st.text(max_size=6), pinyin=st.text("aüv iń", max_size=6))))
def test_any_text_is_understood_or_not_but_never_fails_and_finds_nobody_twice(typed, people):
    found = candidates(typed, people)
    assert len({person.id for person in found}) == len(found)
    assert all(person in people for person in found)


@given(st.sampled_from(PEOPLE))
def test_everybody_is_found_by_the_whole_name(person):
    assert person in likeness(person.name, PEOPLE)[0]


def test_reading_a_name_loads_no_dictionary():
    code = (
        "import sys; from copu_desk.matching import candidates; from copu_desk.model import Person;"
        "candidates('韩知远', [Person(name='韩知远'), Person(name='苏棠')]); print('pypinyin' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("typed", "name", "presence"),
    [
        ("hzy", "hzy", Presence.ONSITE),
        ("hzy+", "hzy", Presence.ONLINE),
        ("韩知远 ＋", "韩知远", Presence.ONLINE),
        ("韩知远/", "韩知远", Presence.EXCUSED),
        ("韩知远、", "韩知远", Presence.EXCUSED),
        ("韩知远-", "韩知远", Presence.ABSENT),
        ("韩知远——", "韩知远", Presence.ABSENT),
        ("+", "", Presence.ONLINE),
        ("Jean-Luc", "Jean-Luc", Presence.ONSITE),
    ],
)
def test_the_ending_says_how_somebody_came(typed, name, presence):
    assert split(typed) == (name, presence)


def test_somebody_of_the_list_is_meant_before_somebody_of_the_roster():
    listed, other = called(LUO), Person(name="刘诗琴")
    heard = hear("lsq+", (listed,), (LUO, other))
    assert heard.meant is listed
    assert heard.presence is Presence.ONLINE
    assert [one.name for one in heard.found] == ["罗思琪", "刘诗琴"]


def test_a_whole_name_of_the_roster_goes_before_a_longer_one_of_the_list():
    heard = hear("张三", (Attendee(name="张三丰"),), (person := Person(name="张三", title="主任"),))
    assert heard.meant is not None
    assert (heard.meant.name, heard.meant.title, heard.meant.person) == ("张三", "主任", person.id)


def test_namesakes_are_never_guessed():
    assert hear("张伟", (), PEOPLE).meant is None
    assert hear("zw", (called(ZHANG_STAR),), PEOPLE).meant is None, "the other one may have come instead"
    told = hear("张伟 北辰", (called(ZHANG_STAR),), PEOPLE).meant
    assert told is not None
    assert (told.name, told.organization, told.person) == ("张伟", "北辰大学", ZHANG_NORTH.id)
    assert len(hear("张伟", (called(ZHANG_STAR), called(ZHANG_NORTH)), PEOPLE).found) == 2


def test_an_attendee_not_yet_tied_to_the_roster_is_not_his_own_namesake():
    listed = Attendee(name="韩知远")
    heard = hear("hzy", (listed,), PEOPLE)
    assert heard.meant is listed
    assert len(heard.found) == 1


def test_somebody_listed_by_an_alias_is_found_by_every_name():
    listed = Attendee(name="Luna", person=OUYANG.id)
    for typed in ("Luna", "欧阳明月", "oymy"):
        assert hear(typed, (listed,), PEOPLE).meant is listed


def test_nothing_typed_means_nobody():
    assert hear(" + ", (Attendee(name="韩知远"),), PEOPLE).found == ()
    assert identify(Attendee(name="张伟"), PEOPLE).person == ""


@pytest.mark.parametrize(
    ("typed", "name", "organization"),
    [
        ("贺兰", "贺兰", ""),
        ("石 勇", "石 勇", ""),
        ("贺兰 星河软件", "贺兰", "星河软件"),
        ("贺兰（星河软件）", "贺兰", "星河软件"),
        ("Eric Wong", "Eric Wong", ""),
        ("Eric Wong (星河)", "Eric Wong", "星河"),
    ],
)
def test_a_guest_is_an_observer_with_the_organization_that_was_typed(typed, name, organization):
    made = guest(typed, Presence.ONLINE)
    assert (made.name, made.organization) == (name, organization)
    assert (made.capacity, made.presence) == (Capacity.OBSERVER, Presence.ONLINE)


def test_a_written_list_marks_those_called_and_adds_the_others():
    listed = (called(HAN), called(ZHANG_STAR), Attendee(name="石勇"))
    read = (
        Attendee(name="韩知远", presence=Presence.ONSITE),
        Attendee(name="石 勇", presence=Presence.ONLINE),
        Attendee(name="Luna", presence=Presence.ONLINE),
        Attendee(name="贺兰", presence=Presence.ONSITE),
        Attendee(name="贺兰", presence=Presence.ONSITE),
        Attendee(name="张伟", presence=Presence.ONSITE),
    )
    said = told(read, listed, PEOPLE)
    assert [(one.name, one.id, one.presence) for one in said.marked] == [
        ("韩知远", listed[0].id, Presence.ONSITE),
        ("石勇", listed[2].id, Presence.ONLINE),
    ]
    assert [(one.name, one.person, one.presence) for one in said.new] == [
        ("欧阳明月", OUYANG.id, Presence.ONLINE),
        ("贺兰", "", Presence.ONSITE),
    ]
    assert said.unsure == ("贺兰", "张伟"), "who is named twice may be two people"


def test_a_written_list_keeps_remarks_and_tells_who_of_the_list_is_named_twice():
    listed = (Attendee(name="石勇", note="记录"), Attendee(name="韩知远"))
    read = (
        Attendee(name="石勇", presence=Presence.EXCUSED, note="时间冲突"),
        Attendee(name="韩知远", presence=Presence.ONSITE),
        Attendee(name="韩知远", presence=Presence.ONSITE),
    )
    said = told(read, listed, ())
    assert [(one.name, one.presence, one.note) for one in said.marked] == [
        ("石勇", Presence.EXCUSED, "记录，时间冲突"),
        ("韩知远", Presence.ONSITE, ""),
    ]
    assert said.unsure == ("韩知远",)


def test_a_written_organization_tells_namesakes_apart():
    read = [Attendee(name="张伟", organization=place) for place in ("北辰", "南天公司")]
    said = told(read, (called(ZHANG_STAR),), PEOPLE)
    assert [(one.name, one.organization, one.person) for one in said.new] == [
        ("张伟", "北辰大学", ZHANG_NORTH.id),
        ("张伟", "南天公司", ""),
    ]
    assert (said.marked, said.unsure) == ((), ())
