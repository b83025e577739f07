"""Whom names on meeting platforms mean: beyond doubt, as a suggestion, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copu_desk.matching import Pool
from copu_desk.matching.nicknames import Matcher, Way
from copu_desk.model import Attendee, Person

HAN = Person(name="韩知远", organization="远帆协会", title="理事长")
LUO = Person(name="罗思琪", organization="星河软件")
LU = Person(name="陆守群", organization="远帆协会", aliases=("老陆",))
ZHANG_STAR = Person(name="张伟", organization="星河软件")
ZHANG_NORTH = Person(name="张伟", organization="北辰大学")
DE = Person(name="林德明")
LI_NA, LI_NA_TOO = Person(name="李娜"), Person(name="李纳")
OUYANG = Person(name="欧阳明月")
LV = Person(name="吕布衣")
ZENG = Person(name="曾重山")
ERIC = Person(name="Eric Wong", organization="星河软件")
SHI = Person(name="石 勇")
PEOPLE = (HAN, LUO, LU, ZHANG_STAR, ZHANG_NORTH, DE, LI_NA, LI_NA_TOO, OUYANG, LV, ZENG, ERIC, SHI)
MATCHER = Matcher(Pool((), PEOPLE))


@pytest.mark.parametrize(
    ("written", "who", "way"),
    [
        ("韩知远", HAN, Way.EXACT),
        ("老陆", LU, Way.EXACT),
        ("Eric Wong", ERIC, Way.EXACT),
        (" 韩 知 远 ", HAN, Way.NORMALISED),
        ("ＥＲＩＣ　ｗｏｎｇ", ERIC, Way.NORMALISED),
        ("石勇", SHI, Way.NORMALISED),
        ("小罗(罗思琪)", LUO, Way.NORMALISED),
        ("(罗思琪)", LUO, Way.NORMALISED),
        ("罗思琪(罗思琪)", LUO, Way.NORMALISED),
        ("罗思琪(小罗)", LUO, Way.NORMALISED),
        ("小罗（罗思琪）（主持人）", LUO, Way.NORMALISED),
        ("罗思琪(主持人)", LUO, Way.NORMALISED),
        ("罗思琪（嘉宾）", LUO, Way.NORMALISED),
        ("罗思琪 (Guest)", LUO, Way.NORMALISED),
        ("罗思琪-主持人", LUO, Way.NORMALISED),
        ("【主持人】罗思琪", LUO, Way.NORMALISED),
        ("星河软件-罗思琪", LUO, Way.NORMALISED),
        ("罗思琪-星河软件", LUO, Way.NORMALISED),
        ("罗思琪_星河", LUO, Way.NORMALISED),
        ("星河软件 罗思琪", LUO, Way.NORMALISED),
        ("技术部-罗思琪", LUO, Way.NORMALISED),
        ("罗思琪｜星河软件", LUO, Way.NORMALISED),
        ("罗思琪@星河", LUO, Way.NORMALISED),
        ("张伟-北辰大学", ZHANG_NORTH, Way.NORMALISED),
        ("星河-张伟", ZHANG_STAR, Way.NORMALISED),
        ("张伟(北辰)", ZHANG_NORTH, Way.NORMALISED),
        ("Lu Shouqun", LU, Way.PINYIN),
        ("lushouqun", LU, Way.PINYIN),
        ("Shouqun Lu", LU, Way.PINYIN),
        ("LU Shou-Qun", LU, Way.PINYIN),
        ("Lu Shouqun (Guest)", LU, Way.PINYIN),
        ("Mingyue Ouyang", OUYANG, Way.PINYIN),
        ("Lyu Buyi", LV, Way.PINYIN),
        ("zengchongshan", ZENG, Way.PINYIN),
    ],
)
def test_who_is_meant_beyond_doubt(written, who, way):
    found = MATCHER.meant(written)
    assert found.attendee is not None
    assert (found.attendee.person, found.way) == (who.id, way)


@pytest.mark.parametrize(
    ("written", "candidates"),
    [
        ("张伟", [ZHANG_STAR, ZHANG_NORTH]),
        ("张伟-南天集团", [ZHANG_STAR, ZHANG_NORTH]),
        ("Zhang Wei", [ZHANG_STAR, ZHANG_NORTH]),
        ("Li Na", [LI_NA, LI_NA_TOO]),
        ("韩知远(罗思琪)", [HAN, LUO]),
        ("南天集团-罗思琪", [LUO]),
        ("北辰大学-罗思琪", [LUO]),
        ("林徳明", [DE]),
        ("羅思琪", [LUO]),
        ("罗思其", [LUO]),
        ("韩知远的iPhone", [HAN]),
        ("韩知远主任", [HAN]),
        ("lsq", [LUO, LU]),
        ("iPad", []),
        ("会议室", []),
        ("", []),
    ],
)
def test_who_is_only_suggested(written, candidates):
    found = MATCHER.meant(written)
    assert found.attendee is None
    assert {one.person for one in found.candidates} == {one.id for one in candidates}


def test_a_column_of_organizations_tells_namesakes_apart():
    assert MATCHER.meant("张伟", "北辰大学计算机系").attendee.person == ZHANG_NORTH.id
    assert MATCHER.meant("张伟", "秘书处").attendee is None


def test_somebody_of_the_list_is_themselves_and_newcomers_stay_the_same():
    listed = Attendee(name="贺兰")
    tied = Attendee(name="罗思琪", organization="星河软件")
    pool = Pool((listed, tied), PEOPLE)
    assert Matcher(pool).meant("贺兰").attendee is listed
    assert Matcher(pool).meant("小罗(罗思琪)").attendee is tied
    assert Matcher(pool).meant("韩知远").attendee is Matcher(pool).meant("知远(韩知远)").attendee
    assert pool.of_roster(LUO.id) is tied


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("韩知远&罗思琪", ("韩知远", "罗思琪")),
        ("(韩知远&贺兰)", ("韩知远", "贺兰")),
        ("家里(韩知远、罗思琪)", ("韩知远", "罗思琪")),
        ("韩知远&贺兰(韩知远&贺兰)", ("韩知远", "贺兰")),
        ("韩知远 和 罗思琪", ("韩知远", "罗思琪")),
        ("Eric Wong & Lu Shouqun", ("Eric Wong", "Lu Shouqun")),
        ("Eric Wong & Tom", ("Eric Wong & Tom",)),
        ("韩知远/远帆协会", ("韩知远/远帆协会",)),
        ("AT&T-张伟", ("AT&T-张伟",)),
        ("韩知远", ("韩知远",)),
        ("", ("",)),
    ],
)
def test_several_people_on_one_account(written, people):
    assert MATCHER.people_in(written) == people


@given(st.text(max_size=30))
def test_no_name_breaks_anything(written):
    found = MATCHER.meant(written)
    assert found.attendee is None or not found.candidates
    assert MATCHER.people_in(written)


@given(st.sampled_from(PEOPLE), st.permutations(PEOPLE))
def test_the_order_of_the_roster_decides_nothing(person, people):
    found = Matcher(Pool((), people)).meant(person.name)
    namesakes = [one for one in PEOPLE if one.name == person.name]
    assert (found.attendee is not None) == (len(namesakes) == 1)
