"""Corrections that come back: exported, edited as leadership would, brought back, accepted at their places."""

import re
from copy import deepcopy
from dataclasses import replace
from datetime import date, time
from zipfile import ZipFile

import pytest
from docx import Document as Word
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st
from sent_minutes import MEETING, SERIES, accepted, bring_back, edit, exporting, insert_after, library_in, remove
from word_xml import deleted, inserted, replaced, run

from copu_desk import corrections, exchange
from copu_desk.compose import minutes
from copu_desk.compose.paragraphs import printed
from copu_desk.desk import corrections as bringing
from copu_desk.document import Heading, ListItem, Span, Table, Turn, plain, spans, text
from copu_desk.library import Library, verify
from copu_desk.model import AgendaItem, Decision, Meeting, Votes, get
from copu_desk.reading import Said
from copu_desk.style import house_style


@pytest.fixture
def library(tmp_path):
    with library_in(tmp_path) as opened:
        yield opened


@pytest.fixture
def export(library, tmp_path):
    return exporting(library, tmp_path)


def test_an_untouched_file_brings_no_corrections(library, export):
    for style in ("copu", "gbt9704", "plain"):
        assert bring_back(library, export(style=style))[0] == ()
    path = export()
    Word(str(path)).save(str(path))  # as another program writes it
    assert bring_back(library, path)[0] == ()


def test_leaderships_corrections_come_back_at_their_places_and_some_are_accepted(library, export, tmp_path):
    path = export()
    edit(path, "经费要再算一遍", "经费由财务部再算一遍")
    edit(path, "决议:同意计划", "决议:原则同意计划")
    edit(path, "苏堂", "苏棠")
    edit(path, "责任人:苏棠,9月30日前", "责任人:贺兰,10月15日前")
    remove(path, "各部门下周报数")
    insert_after(path, "会议要求抓紧落实", "会议强调，要注意保密。")
    found, sent = bring_back(library, path)
    assert [(one.before[:6], one.after[:6], one.place) for one in found] == [
        ("计划可行，经", "计划可行，经", ("agenda", "i1", "discussion")),
        ("各部门下周报", "", ("agenda", "i1", "discussion")),
        ("决议:同意计", "决议:原则同", ("agenda", "i1", "decisions", "d1", "text")),
        ("待办:起草细", "待办:起草细", ("actions", "a1", "what")),
        ("", "会议强调，要", ("closing",)),
        ("参会人员:韩", "参会人员:韩", ("attendees", "p1", "name")),
    ]
    assert [one.printed for one in found] == [None] * 6
    chosen = [one for one in found if not one.before.startswith("各部门")]
    made, left = corrections.accept(library.load("m1"), sent.material.meeting, chosen)
    assert left == ()
    library.save(made, MEETING)

    library.close()
    with Library(tmp_path / "library.copu") as again:
        stored = again.load("m1")
        item = stored.agenda[0]
        assert plain(item.discussion[0]) == "计划可行，经费由财务部再算一遍。"
        assert item.discussion[0].spans[1] == Span("可行", bold=True)
        assert item.discussion[1:] == MEETING.agenda[0].discussion[1:]
        assert item.decisions[0] == Decision("原则同意计划。", Votes(5, 0, 1), id="d1")
        assert stored.actions[0].owner == "贺兰"
        assert stored.actions[0].due == date(2025, 10, 15)
        assert [plain(block) for block in stored.closing] == ["会议要求抓紧落实。", "会议强调，要注意保密。"]
        assert stored.attendees[1].name == "苏棠"
        assert stored.attendees[0] == MEETING.attendees[0]
        rest, _ = bring_back(again, path)
        assert [one.before for one in rest] == ["各部门下周报数。"]


@pytest.mark.parametrize("style", ["copu", "gbt9704", "plain"])
@pytest.mark.parametrize(
    "case",
    [
        ("第一件事", "头一件事", ("agenda", "i1", "discussion"), ListItem(spans("头一件事"), marker="1.")),
        ("我赞成", "我反对", ("agenda", "i1", "discussion"), Turn("贺兰", spans("我反对。"), "：")),
        ("同意5票", "同意6票", ("agenda", "i1", "decisions", "d1", "votes"), Votes(6, 0, 1)),
        ("另行公布。", "下月公布。", ("agenda", "i1", "decisions", "d2", "text"), "下月公布。"),
        ("起草细则", "起草并公布细则", ("actions", "a1", "what"), "起草并公布细则"),
        ("其他事项", "其他", ("agenda", "i2", "title"), "其他"),
        ("一、背景", "一、缘起", ("essays", "e1", "body"), Heading(spans("一、缘起"), 1)),
        ("2025年8月30日", "2025年9月1日", ("essays", "e1", "date"), "2025年9月1日"),
        ("会前播放了短片", "会前没有播放短片", ("preamble",), text("会前没有播放短片。")),
        ("甲", "乙", ("essays", "e1", "body"), Table(((spans("项目"), spans("数")), (spans("乙"), spans("10"))))),
    ],
)
def test_each_kind_of_paragraph_changes_its_own_field(library, export, style, case):
    old, new, place, value = case
    path = export(style=style)
    if style == "plain":  # which sets its votes with spaces
        old, new = (re.sub(r"(同意)(\d)(票)", r"\1 \2 \3", words) for words in (old, new))
    edit(path, old, new)
    (one,) = bring_back(library, path)[0]
    made = accepted(library, path)
    there = get(made, place)
    assert value in there if isinstance(there, tuple) else there == value
    assert one.printed is None
    assert bring_back_from(library, made, path) == ()


def bring_back_from(library, meeting, path):
    """Return what is left to correct once a meeting is as it was made."""
    returned = exchange.read_returned(path)
    return bringing.compare(returned, bringing.exported(library, library.load("m1"), returned), meeting)


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("三楼会议室", "五楼会议室", {"venue": "五楼会议室"}),
        ("09:30", "10:00", {"start": time(10)}),
        ("记录人:苏棠", "记录人:贺兰", {"recorder": "贺兰"}),
        ("远帆会议纪要丨2025.09.02", "远帆协会例会纪要", {"title": "远帆协会例会纪要"}),
        ("9月2日韩知远主持召开远帆例会。", "9月2日，韩知远主持召开例会。", {"opening": "9月2日，韩知远主持召开例会。"}),
    ],
)
def test_what_holds_for_the_whole_meeting_is_corrected(library, export, old, new, changed):
    path = export()
    edit(path, old, new)
    assert accepted(library, path) == replace(MEETING, **changed)


def test_a_lead_in_the_opening_paragraph_is_told_from_the_opening(library, export):
    item = AgendaItem(lead="会议讨论如下:", id="i1")
    library.save(replace(MEETING, preamble=(), agenda=(item,), actions=(), essays=()), MEETING)
    path = export()
    edit(path, "会议讨论如下:", "会议认真讨论如下:")
    made = accepted(library, path)
    assert (made.opening, made.agenda[0].lead) == ("", "会议认真讨论如下:")
    edit(path, "9月2日韩知远", "9月2日上午韩知远")
    made = accepted(library, path)
    assert (made.opening, made.agenda[0].lead) == ("9月2日上午韩知远主持召开远帆例会。", "会议认真讨论如下:")


@pytest.mark.parametrize("style", ["copu", "gbt9704", "plain"])
def test_decisions_and_actions_that_were_added_or_removed(library, export, style):
    path = export(style=style)
    insert_after(path, "另行公布", house_style(style).decision + "责成秘书处跟进。")
    remove(path, "同意计划")
    made = accepted(library, path)
    assert [one.text for one in made.agenda[0].decisions] == ["另行公布。", "责成秘书处跟进。"]
    if style != "plain":
        remove(path, "起草细则")
        assert accepted(library, path).actions == ()


def test_a_paragraph_split_in_two_joined_or_moved_keeps_every_word(library, export):
    path = export()
    edit(path, "计划可行，经费要再算一遍。", "计划可行。")
    insert_after(path, "计划可行。", "经费要再算一遍。")
    made = accepted(library, path)
    assert [plain(block) for block in made.agenda[0].discussion[:3]] == [
        "计划可行。",
        "经费要再算一遍。",
        "各部门下周报数。",
    ]
    joined = export()
    edit(joined, "经费要再算一遍。", "经费要再算一遍。各部门下周报数。")
    word = Word(str(joined))
    line = next(one for one in word.paragraphs if one.text == "各部门下周报数。")
    line._element.getparent().remove(line._element)
    word.save(str(joined))
    made = accepted(library, joined)
    assert [plain(block) for block in made.agenda[0].discussion[:2]] == [
        "计划可行，经费要再算一遍。各部门下周报数。",
        "1.第一件事",
    ]
    moved = export()
    word = Word(str(moved))
    line = next(one for one in word.paragraphs if one.text.startswith("计划可行"))
    next(one for one in word.paragraphs if one.text == "各部门下周报数。")._element.addnext(line._element)
    word.save(str(moved))
    discussion = accepted(library, moved).agenda[0].discussion
    assert [plain(block)[:4] for block in discussion[:2]] == ["各部门下", "计划可行"]
    assert discussion[1] == MEETING.agenda[0].discussion[0]


def test_tracked_changes_and_comments_come_back_with_who_made_them(library, export):
    path = export()
    data = replaced(path.read_bytes(), "各部门下周报数。", "各部门")
    body = deleted("下周") + inserted(run("本周五前")) + run("报数。")
    data = replaced(
        data, '<w:t xml:space="preserve">各部门</w:t></w:r>', '<w:t xml:space="preserve">各部门</w:t></w:r>' + body
    )
    path.write_bytes(data)
    (one,) = bring_back(library, path)[0]
    assert (one.before, one.after, one.authors) == ("各部门下周报数。", "各部门本周五前报数。", ("甲",))
    assert plain(accepted(library, path).agenda[0].discussion[1]) == "各部门本周五前报数。"

    commented = export()
    word = Word(str(commented))
    line = next(one for one in word.paragraphs if "第一件事" in one.text)
    word.add_comment(line.runs, "请写明期限", author="韩知远", initials="韩")
    word.save(str(commented))
    (note,) = bring_back(library, commented)[0]
    assert (note.before, note.after, note.edits) == ("1.第一件事", "1.第一件事", ())
    assert note.comments == ("韩知远：请写明期限",)
    assert note.place == ("agenda", "i1", "discussion")


def test_what_cannot_be_placed_is_told_with_its_words(library, export):
    path = export(style="gbt9704")
    word = Word(str(path))
    word.sections[0].header.paragraphs[0].text = "送审稿"
    word.add_table(1, 1).rows[0].cells[0].text = "新加的一格"
    word.save(str(path))
    edit(path, "落实事项：", "任务：")
    found, sent = bring_back(library, path)
    assert {one.after for one in found} >= {"送审稿", "新加的一格"}
    label = next(one for one in found if one.after.startswith("任务："))
    assert label.edits == () or label.printed is not None
    made, left = corrections.accept(library.load("m1"), sent.material.meeting, found)
    assert {one.after for one in left} >= {"送审稿", "新加的一格"}
    assert made == MEETING


def test_what_was_written_since_the_export_is_kept(library, export):
    path = export()
    edit(path, "各部门下周报数。", "各部门下周三报数。")
    edit(path, "我赞成", "我完全赞成")
    item = MEETING.agenda[0]
    since = replace(
        MEETING,
        venue="五楼",
        agenda=(
            replace(
                item,
                discussion=(
                    text("后来加的一段。"),
                    item.discussion[0],
                    text("请各部门下周报数。"),
                    *item.discussion[2:],
                ),
            ),
            MEETING.agenda[1],
        ),
    )
    library.save(since, MEETING)
    made = accepted(library, path)
    assert made.venue == "五楼"
    assert [plain(block) for block in made.agenda[0].discussion] == [
        "后来加的一段。",
        "计划可行，经费要再算一遍。",
        "请各部门下周三报数。",
        "1.第一件事",
        "贺兰：我完全赞成。",
    ]


def test_a_block_that_is_gone_since_is_told_and_nothing_else_is_lost(library, export):
    path = export()
    edit(path, "各部门下周报数。", "各部门下周三报数。")
    edit(path, "三楼会议室", "五楼会议室")
    item = replace(MEETING.agenda[0], discussion=MEETING.agenda[0].discussion[2:])
    library.save(replace(MEETING, agenda=(item, MEETING.agenda[1])), MEETING)
    found, sent = bring_back(library, path)
    made, left = corrections.accept(library.load("m1"), sent.material.meeting, found)
    assert [one.after for one in left] == ["各部门下周三报数。"]
    assert made.venue == "五楼会议室"


def test_an_action_added_to_an_item_that_is_gone_since_belongs_to_no_item(library, export):
    path = export()
    insert_after(path, "责任人:苏棠", "待办：联系会场")
    before = library.load("m1")
    library.save(replace(before, agenda=(), actions=(), essays=()), before)
    made = accepted(library, path)
    assert [(one.what, one.item) for one in made.actions] == [("联系会场", "")]
    library.save(made, library.load("m1"))
    assert verify(library.path) == []


def test_a_file_that_lost_its_marks_is_compared_with_the_last_export(library, export):
    path = export()
    edit(path, "三楼会议室", "五楼会议室")
    bare = replaced_part(path, "docProps/custom.xml")
    library.save(replace(MEETING, chair="苏棠"), MEETING)
    returned = exchange.read_returned(bare)
    sent = bringing.exported(library, library.load("m1"), returned)
    assert sent.note == bringing.NO_MARKS
    assert sent.material.meeting == MEETING
    (one,) = bringing.compare(returned, sent, library.load("m1"))
    assert "五楼会议室" in one.after


def replaced_part(path, name):
    """Return a copy of a Word file without one of its parts."""
    made = path.with_name("bare.docx")
    with ZipFile(path) as source, ZipFile(made, "w") as target:
        for one in source.namelist():
            if one != name:
                part = source.read(one)
                if one in ("_rels/.rels", "[Content_Types].xml"):
                    part = re.sub(rb"<(?:Relationship|Override) [^>]*custom[^>]*/>", b"", part)
                target.writestr(one, part)
    return made


def test_a_file_of_another_meeting_is_known_by_its_marks(library, export):
    returned = exchange.read_returned(export())
    other = Meeting(date(2025, 9, 9), id="m2")
    assert bringing.meeting_of(library, returned, other).id == "m1"
    library.delete("m1")
    assert bringing.exported(library, other, returned).note == bringing.NEVER


WORDS = st.text("甲乙丙丁，。、：:(（)）线上0129月日 \n", max_size=25).map(str.strip)


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(st.integers(0, 40), WORDS, max_size=6), st.lists(st.tuples(st.integers(0, 40), WORDS), max_size=3)
)
def test_whatever_was_written_no_word_of_it_is_lost(changed, added):
    """Every paragraph that comes back is in the meeting, or told as one that has no place."""
    style = house_style("copu")

    def trace(meeting):
        return minutes.trace(meeting, SERIES, style)

    before = [one.words for one in printed(trace(MEETING))]
    after = [changed.get(row, words) for row, words in enumerate(before)]
    for row, words in added:
        after.insert(min(row, len(after)), words)
    after = [words for words in after if words.strip()]
    sent = corrections.Sent([Said(words) for words in before], MEETING, style, trace)
    found = corrections.find(sent, [Said(words) for words in after], MEETING)
    made, left = corrections.accept(MEETING, MEETING, found)
    lines = {one.words.strip() for one in printed(trace(made))}
    told = {one.after for one in (*left, *(one for one in found if one.printed is not None))}
    for words in after:
        assert words.strip() in lines | told or words.strip() in before


def test_a_new_last_paragraph_of_official_minutes_is_placed(library, export):
    path = export(style="gbt9704")
    word = Word(str(path))
    word.add_paragraph("请各单位于月底前反馈。")
    word.save(str(path))
    (found,), _ = bring_back(library, path)
    assert found.after == "请各单位于月底前反馈。"
    assert plain(accepted(library, path).essays[0].body[-1]) == "请各单位于月底前反馈。"  # it stands behind the annex

    library.save(replace(MEETING, essays=()), library.load("m1"))
    path = export(style="gbt9704")
    word = Word(str(path))
    word.add_paragraph("请各单位于月底前反馈。")
    word.save(str(path))
    assert [plain(one) for one in accepted(library, path).postscript] == ["请各单位于月底前反馈。"]
    assert bring_back(library, path)[0] != ()
    library.save(accepted(library, path), library.load("m1"))
    assert bring_back(library, path)[0] == ()


def test_a_long_title_that_the_style_broke_into_lines_is_corrected_as_one(library, export):
    long = "关于进一步推进开源社区 Open Source Summit 治理体系和治理能力现代化建设的会议纪要"
    library.save(replace(MEETING, title=long), library.load("m1"))
    path = export(style="gbt9704")
    assert any("\n" in one.text for one in Word(str(path)).paragraphs if one.style.name == "Title")
    assert bring_back(library, path)[0] == ()
    edit(path, "进一步推进", "加快推进")
    (one,) = bring_back(library, path)[0]
    assert one.place == ("title",)
    assert accepted(library, path).title == long.replace("进一步推进", "加快推进")


def test_numbers_that_word_made_automatic_are_still_the_typed_ones(library, export):
    """Pressing Enter behind a typed `1.…` makes Word and WPS number that paragraph and the next one by themselves."""
    path = export()
    word = Word(str(path))
    line = next(one for one in word.paragraphs if one.text == "1.第一件事")
    properties = word.styles["List Number"].element.pPr.numPr.numId.val
    for one in line.runs:
        one.text = one.text.removeprefix("1.")
    line.style = word.styles["纪要正文"]
    after = deepcopy(line._p)
    line._p.addnext(after)
    Paragraph(after, line._parent).runs[-1].text = "第二件事"
    for one in (line._p, after):
        number = one.get_or_add_pPr().get_or_add_numPr()
        number.get_or_add_ilvl().val, number.get_or_add_numId().val = 0, properties
    word.save(str(path))
    found, _ = bring_back(library, path)
    assert [(one.before, one.after) for one in found if one.before != one.after] == [("", "2.第二件事")]
    assert [plain(block) for block in accepted(library, path).agenda[0].discussion[2:4]] == ["1.第一件事", "2.第二件事"]
