"""Official and business minutes: what they print of a meeting, in which order, and that nothing of it is lost."""

import re
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime, time
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import mammoth
import pytest
from docx import Document as Word
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from meetings import FULL, PIXEL, PIXEL_NAME, SERIES
from values import MEETING

from copu_desk import exchange
from copu_desk.compose import minutes
from copu_desk.document import Document, PageBreak, Paragraph, Picture, Table, plain, spans, text
from copu_desk.measure import fitted, shaped, width
from copu_desk.model import (
    Action,
    ActionStatus,
    AgendaItem,
    Attendee,
    Capacity,
    Decision,
    Essay,
    EssayKind,
    Meeting,
    Presence,
    Series,
    get,
)
from copu_desk.paths import STYLES
from copu_desk.style import fill, house_style, style_names
from copu_desk.writers import docx

SAMPLE = Path(__file__).parents[2] / "shared" / "samples" / "copu-minutes-2024-12-24.txt"
ALL = {name: house_style(name, STYLES) for name in style_names(STYLES)}
OFFICIAL, PLAIN = ALL["gbt9704"], ALL["plain"]
DAY = date(2025, 12, 23)
MOMENT = datetime(2025, 12, 24, 4, 0, tzinfo=UTC)


def blocks(meeting, style=OFFICIAL, series=SERIES):
    return minutes.compose(meeting, series, style, created=MOMENT).blocks


def printed(meeting, style=OFFICIAL, series=SERIES):
    return [(block.role, plain(block)) for block in blocks(meeting, style, series) if isinstance(block, Paragraph)]


def of(role, meeting, style=OFFICIAL):
    return [words for one, words in printed(meeting, style) if one == role]


# Nothing is lost, whatever the style


@settings(max_examples=60, deadline=None)
@given(MEETING, st.sampled_from(sorted(ALL)))
def test_every_sentence_is_printed_in_every_style(meeting, name):
    everything = [plain(block) for block in blocks(meeting, ALL[name])]
    bodies = (meeting.preamble, meeting.closing, meeting.postscript, *(essay.body for essay in meeting.essays))
    for body in (*bodies, *(item.discussion for item in meeting.agenda)):
        assert all(plain(block) in everything for block in body)
    words = "\n".join(everything)
    for item in meeting.agenda:
        assert all(decision.text.strip().removesuffix("。") in words for decision in item.decisions)
        assert item.lead in words
        assert item.section in words
        assert item.title in words or (name == "copu" and item.lead)
    assert all(action.what.strip().removesuffix("。") in words for action in meeting.actions)
    assert all(essay.title in words and essay.author in words for essay in meeting.essays)
    assert all(one.name.strip() in words for one in meeting.attendees if one.presence.came)


@settings(max_examples=60, deadline=None)
@given(MEETING, st.sampled_from(sorted(ALL)))
def test_every_line_knows_which_values_its_words_show_in_every_style(meeting, name):
    for one in minutes.trace(meeting, SERIES, ALL[name], MOMENT):
        assert "".join(piece.words for piece in one.pieces) == plain(one.block)
        if one.row >= 0:
            assert get(meeting, one.place)[one.row] is one.block


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(MEETING, st.sampled_from(sorted(ALL)))
def test_another_reader_finds_every_word_in_the_word_file(meeting, name):
    document = minutes.compose(meeting, SERIES, ALL[name], created=MOMENT)
    found = "".join(mammoth.extract_raw_text(BytesIO(docx.write(document, ALL[name]))).value.split())
    for block in document.blocks:
        if not isinstance(block, Picture | PageBreak):
            for words in plain(block).split():
                assert words in found


# Official minutes


def test_official_minutes_stand_in_the_order_of_the_standard():
    roles = [block.role if isinstance(block, Paragraph) else type(block).__name__ for block in blocks(FULL)]
    order = list(dict.fromkeys(role for role in roles if role not in ("body", "quote")))
    expected = (
        "classification",
        "mark",
        "title",
        "opening",
        "item",
        "annex_list",
        "attendance",
        "annex",
        "essay_title",
    )
    assert [role for role in order if role in expected] == list(expected)
    assert roles[-1] == "Table"
    assert blocks(FULL)[-1].form == "imprint"


def test_attendees_stand_as_present_excused_sitting_in_each_with_its_organization():
    attendees = (
        Attendee("张伟", "星河软件", presence=Presence.ONLINE),
        Attendee("韩知远", presence=Presence.ONSITE),
        Attendee("李响", "北辰大学", presence=Presence.ONSITE),
        Attendee("赵敏", "星河软件", presence=Presence.ONSITE),
        Attendee("贺兰", capacity=Capacity.OBSERVER, presence=Presence.ONSITE),
        Attendee("欧阳明月", "北辰大学", presence=Presence.EXCUSED),
    )
    assert of("attendance", Meeting(DAY, attendees=attendees)) == [
        "出席：韩知远，北辰大学李响，星河软件赵敏、张伟（线上）。",
        "请假：北辰大学欧阳明月。",
        "列席：贺兰。",
    ]


def test_the_opening_names_day_title_chair_and_place_as_far_as_they_are_known():
    chair = Attendee("韩知远", title="理事长", presence=Presence.ONSITE)
    series = Series(name="远帆例会")
    said = "现将会议有关情况纪要如下："
    for meeting, expected in (
        (Meeting(DAY), f"2025年12月23日召开远帆例会。{said}"),
        (Meeting(DAY, chair="韩知远", number=12), f"2025年12月23日，韩知远主持召开远帆例会第12次会议。{said}"),
        (
            Meeting(DAY, chair="韩知远", venue="三楼会议室", attendees=(chair,)),
            f"2025年12月23日，理事长韩知远在三楼会议室主持召开远帆例会。{said}",
        ),
    ):
        assert minutes.opening(meeting, series, OFFICIAL) == expected


def test_the_opening_gives_no_namesake_the_title_of_the_other():
    style, series = house_style("gbt9704"), Series(name="远帆例会")
    two = (Attendee(name="张伟", title="主任"), Attendee(name="张伟", title="书记"))
    held = Meeting(date(2025, 9, 2), chair="张伟", attendees=two)
    assert minutes.opening(held, series, style).startswith("2025年9月2日，张伟主持召开")
    assert "主任张伟" in minutes.opening(replace(held, attendees=two[:1]), series, style)
    guest = (Attendee(name="Eric Yuan", title="Vice President"),)
    assert "，Vice President Eric Yuan主持" in minutes.opening(
        replace(held, chair="Eric Yuan", attendees=guest), series, style
    )


def test_each_essay_is_an_annex_on_a_page_of_its_own_named_below_the_minutes_and_at_its_item():
    item = AgendaItem(title="访谈", lead="会议听取了访谈:", id="i1")
    one = Essay(title="怎样写变更说明", author="苏棠", body=(text("正文。"),))
    two = Essay(kind=EssayKind.INTERVIEW, item="i1", body=(text("问答。"),))
    three = Essay(kind=EssayKind.BULLETIN, body=(text("通报。"),))
    meeting = Meeting(DAY, agenda=(item,), essays=(one, two, three))
    assert of("annex_list", meeting) == ["附件：1.\t怎样写变更说明", "\t2.\t访谈", "\t3.\t通报"]
    assert of("annex", meeting) == ["附件1", "附件2", "附件3"]
    assert "（见附件2）" in of("body", meeting)
    alone = Meeting(DAY, agenda=(item,), essays=(replace(one, item="i1"),))
    assert of("annex_note", alone) == ["附件：怎样写变更说明"]
    assert of("annex", alone) == ["附件"]
    assert "《怎样写变更说明》（见附件）" in of("body", alone)
    assert not of("annex_note", Meeting(DAY))


def test_an_annex_without_a_title_is_named_by_a_first_line_like_one_and_an_empty_one_is_none():
    named = Essay(body=(text("开源治理倡议"), text("各位同仁：倡议如下。")))
    unnamed = Essay(body=(text("这是一句话，不是标题。"),))
    meeting = Meeting(DAY, essays=(named, Essay(), Essay(body=(text(" "),)), unnamed))
    assert of("annex_list", meeting) == ["附件：1.\t开源治理倡议", "\t2.\t文章"]
    assert of("annex", meeting) == ["附件1", "附件2"]
    assert of("annex_note", replace(meeting, essays=(named, Essay()))) == ["附件：开源治理倡议"]


def test_the_imprint_names_copies_office_and_the_day_of_making_as_far_as_the_style_has_words_for_them():
    assert [[plain(text("".join(one.text for one in cell))) for cell in row] for row in blocks(FULL)[-1].rows] == [
        ["抄送：各成员单位、市开源办。"],
        ["远帆", "2025年12月24日印发"],
    ]
    copies = replace(OFFICIAL, imprint=replace(OFFICIAL.imprint, copies="抄送：{organ}各成员单位。"))
    assert plain(blocks(FULL, copies)[-1]) == "抄送：远帆各成员单位。\n远帆\t2025年12月24日印发"
    nothing = replace(OFFICIAL, imprint=replace(OFFICIAL.imprint, copies="", office="", issued=""))
    assert not [block for block in blocks(FULL, nothing) if isinstance(block, Table) and block.form == "imprint"]


def test_issue_and_red_line_are_there_for_whom_wants_them():
    style = replace(OFFICIAL, parts=("mark", "issue", "rule", "title"))
    assert [role for role, _ in printed(replace(FULL, number=7), style)] == ["mark", "issue", "issuer", "rule", "title"]
    assert of("issue", replace(FULL, number=7), style) == ["第7期"]
    assert of("issue", FULL, style) == []
    assert of("issuer", FULL, style) == ["远帆\t2025年9月2日"]


def test_an_item_prints_its_title_and_its_lead():
    item = AgendaItem(title="年度计划", lead="会议讨论了计划。", decisions=(Decision("同意。"),))
    assert printed(Meeting(DAY, agenda=(item, AgendaItem(title="其他"))))[3:7] == [
        ("item", "一、年度计划"),
        ("lead", "会议讨论了计划。"),
        ("decision", "会议决定：同意。"),
        ("item", "二、其他"),
    ]


# Titles in good shape


TITLES = (
    "中国开源软件推进联盟关于进一步推进人工智能开源社区建设与发展的专题会议纪要",
    "关于推动开源社区与产业创新深度融合的若干意见的专题会议纪要",
    "OpenAI与DeepSeek对全球人工智能发展的影响及其启示（2025年第12期）",
    "一二三四五六七八九十" * 5,
)


@pytest.mark.parametrize("title", TITLES)
def test_a_long_title_is_a_trapezoid_or_a_diamond_of_lines_that_fit(title):
    lines = shaped(title, 20).split("\n")
    lengths = [width(line) for line in lines]
    assert "".join(lines) == title
    assert 1 < len(lines) <= 4
    assert max(lengths) <= 20
    assert max(lengths) - min(lengths) >= 1  # no box
    steps = [after - before for before, after in pairwise(lengths)]
    assert not any(before < 0 < after for before, after in pairwise(steps))  # no hourglass
    assert not any(line[0] in "，。的和与》）" for line in lines)
    assert not any(line[-1] in "《（" for line in lines)


def test_no_word_of_a_title_is_torn():
    for title in TITLES[:3]:
        lines = shaped(title, 20).split("\n")
        for word in ("会议纪要", "人工智能", "开源", "OpenAI", "DeepSeek", "2025年"):
            assert word not in title or any(word in line for line in lines)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zs"]), max_size=120), st.integers(4, 30))
def test_shaping_changes_nothing_but_line_breaks(title, room):
    assert shaped(title, room).replace("\n", "") == title


def test_a_title_that_fits_stays_in_one_line_and_a_mark_shrinks_until_it_does():
    assert shaped("远帆例会纪要", 20) == "远帆例会纪要"
    assert fitted("远帆会议纪要", 54, 442) == 54
    assert fitted("中国开源软件推进联盟会议纪要", 54, 442) == pytest.approx(442 / 14)
    assert fitted("", 54, 442) == 54


def test_word_gets_the_shape_and_the_smaller_size():
    mark, title = "中国开源软件推进联盟会议纪要", TITLES[0]
    word = Word(BytesIO(docx.write(Document((text(mark, "mark"), text(title, "title"))), OFFICIAL)))
    assert word.paragraphs[0].text == mark
    assert 14 * word.paragraphs[0].runs[0].font.size.pt <= 442.3
    assert word.paragraphs[1].text == shaped(title, 442.25 / 22)
    assert "\n" in word.paragraphs[1].text
    short = Word(BytesIO(docx.write(Document((text("远帆会议纪要", "mark"),)), OFFICIAL)))
    assert short.paragraphs[0].runs[0].font.size is None


@pytest.mark.parametrize("size", ["", '<w:sz w:val="big"/>', '<w:sz w:val="0"/>'])
def test_a_template_without_sizes_still_gives_shapes_and_marks(size, tmp_path):
    for path in STYLES.glob("gbt9704.*"):
        shutil.copy(path, tmp_path)
    template = tmp_path / "gbt9704.docx"
    with ZipFile(template) as source:
        known = {name: source.read(name) for name in source.namelist()}
    known["word/styles.xml"] = re.sub(rb'<w:sz w:val="\d+"/>', size.encode(), known["word/styles.xml"])
    with ZipFile(template, "w") as target:
        for name, words in known.items():
            target.writestr(name, words)
    style = house_style("gbt9704", tmp_path)
    data = docx.write(Document((text("远帆会议纪要", "mark"), text("远帆例会纪要", "title"))), style)
    assert [one.text for one in Word(BytesIO(data)).paragraphs] == ["远帆会议纪要", "远帆例会纪要"]


# Business minutes


def tables(meeting, style=PLAIN):
    return [
        [["".join(span.text for span in cell) for cell in row] for row in block.rows]
        for block in blocks(meeting, style)
        if isinstance(block, Table)
    ]


def test_business_minutes_begin_with_what_when_and_where():
    meeting = Meeting(
        DAY, SERIES.id, 12, start=time(9, 30), end=time(11), venue="三楼会议室", chair="韩知远", recorder="苏棠"
    )
    (facts,) = tables(meeting)
    assert facts == [
        ["会议", "远帆例会　第12次", "日期", "2025年12月23日（星期二）"],
        ["时间", "09:30—11:00", "地点", "三楼会议室"],
        ["主持人", "韩知远", "记录人", "苏棠"],
    ]
    (odd,) = tables(Meeting(DAY, venue="三楼会议室"))
    assert odd[-1] == ["地点", "三楼会议室", "", ""]


def test_business_minutes_list_who_was_there_with_only_the_columns_that_say_something():
    attendees = (
        Attendee("韩知远", title="理事长", presence=Presence.ONSITE),
        Attendee("贺兰", title="顾问", capacity=Capacity.OBSERVER, presence=Presence.ONLINE),
        Attendee("欧阳明月", presence=Presence.EXCUSED),
        Attendee("林未"),
    )
    assert tables(Meeting(DAY, attendees=attendees))[1] == [
        ["序号", "姓名", "职务", "身份", "到会"],
        ["1", "韩知远", "理事长", "出席", "现场"],
        ["2", "贺兰", "顾问", "列席", "线上"],
        ["3", "欧阳明月", "", "出席", "请假"],
    ]


def test_names_alone_are_listed_by_group():
    attendees = (
        Attendee("韩知远", presence=Presence.ONSITE),
        Attendee("苏棠", presence=Presence.ONLINE),
        Attendee("丁一", presence=Presence.ABSENT),
    )
    assert tables(Meeting(DAY, attendees=attendees))[1] == [
        ["出席（2 人）", "韩知远、苏棠（线上）"],
        ["缺席（1 人）", "丁一"],
    ]
    assert len(tables(Meeting(DAY))) == 1


def test_business_minutes_end_with_who_does_what_by_when():
    actions = (
        Action("起草细则", "苏棠", date(2025, 12, 30), item="i1"),
        Action("订会场", due_words="月底前", status=ActionStatus.DONE),
        Action(" "),
    )
    meeting = Meeting(DAY, agenda=(AgendaItem(title="计划", id="i1"),), actions=actions)
    assert tables(meeting)[-1] == [
        ["序号", "事项", "责任人", "期限", "状态"],
        ["1", "起草细则", "苏棠", "12月30日", "未完成"],
        ["2", "订会场", "", "月底前", "已完成"],
    ]
    still_open = replace(meeting, actions=actions[:1])
    assert tables(still_open)[-1][0] == ["序号", "事项", "责任人", "期限"]
    assert not of("action", meeting, PLAIN)
    assert of("part", meeting, PLAIN) == ["议程与决议", "待办事项"]


def test_parts_without_anything_have_no_heading():
    assert of("part", Meeting(DAY), PLAIN) == []


def test_brackets_in_a_pattern_stand_or_fall_with_what_is_in_them():
    pattern = "[{a}的][[{b}]{c}[在{d}]主持]召开[草案]"
    assert fill(pattern, {"a": "甲", "b": "", "c": "丙", "d": "丁"}) == "甲的丙在丁主持召开[草案]"
    assert fill(pattern, {"a": 0, "b": "乙", "c": "", "d": "丁"}) == "召开[草案]"
    assert fill("[{a}]", {"a": "[{b}]", "b": ""}) == "[{b}]"


def test_a_picture_in_an_annex_is_in_the_file():
    data = docx.write(minutes.compose(FULL, SERIES, OFFICIAL, {PIXEL_NAME: PIXEL}), OFFICIAL)
    (shape,) = Word(BytesIO(data)).inline_shapes
    assert shape._inline.docPr.get("descr") == "一个红点"


def test_cells_of_tables_are_set_in_their_styles():
    rows = ((spans("标签"), spans("值")),)
    word = Word(BytesIO(docx.write(Document((Table(rows, 0, form="facts"),)), PLAIN)))
    (table,) = word.tables
    assert table.style.name == "信息表"
    assert [cell.paragraphs[0].style.name for cell in table.rows[0].cells] == ["信息表标签", "表格文字"]


@pytest.mark.skipif(not SAMPLE.is_file(), reason="the customer's sample is not there")
@pytest.mark.parametrize("name", sorted(ALL))
def test_the_customers_minutes_keep_every_sentence_in_every_style(name):
    incoming = exchange.read(SAMPLE)
    (meeting,), (series,) = incoming.bundle.meetings, incoming.series_names
    data = docx.write(minutes.compose(meeting, Series(name=series), ALL[name]), ALL[name])
    found = "".join(mammoth.extract_raw_text(BytesIO(data)).value.split())
    lines = SAMPLE.read_text(encoding="utf-8").splitlines()
    for line in lines[:-1]:
        for sentence in filter(None, line.replace("。", "。\n").split("\n")):
            assert "".join(sentence.split()) in found
    for attendee in meeting.attendees:
        assert attendee.name in found
