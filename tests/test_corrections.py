"""Corrections that come back: exported, edited as leadership would, brought back, accepted at their places."""

import re
from dataclasses import replace
from datetime import date, time
from zipfile import ZipFile

import pytest
from docx import Document as Word
from hypothesis import given, settings
from hypothesis import strategies as st
from test_returned import come, gone, replaced, run

from copu_desk import corrections, exchange
from copu_desk.compose import minutes
from copu_desk.compose.paragraphs import printed
from copu_desk.desk import corrections as bringing
from copu_desk.desk import publishing
from copu_desk.document import Heading, ListItem, Paragraph, Span, Table, Turn, plain, spans, text
from copu_desk.library import Library
from copu_desk.model import (
    Action,
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
from copu_desk.reading import Said
from copu_desk.style import house_style

SERIES = Series(name="远帆例会", id="s1")
MEETING = Meeting(
    held_on=date(2025, 9, 2),
    series="s1",
    number=3,
    start=time(9, 30),
    venue="三楼会议室",
    chair="韩知远",
    recorder="苏棠",
    preamble=(text("会前播放了短片。"),),
    closing=(text("会议要求抓紧落实。"),),
    attendees=(
        Attendee("韩知远", "远帆协会", "理事长", presence=Presence.ONSITE, id="p1"),
        Attendee("苏堂", "远帆协会", presence=Presence.ONSITE, id="p2"),
        Attendee("贺兰", "青禾实验室", presence=Presence.ONLINE, id="p3"),
        Attendee("丁一", "北辰大学", presence=Presence.EXCUSED, id="p4"),
    ),
    agenda=(
        AgendaItem(
            "年度计划",
            presenter="苏棠",
            discussion=(
                Paragraph((Span("计划"), Span("可行", bold=True), Span("，经费要再算一遍。"))),
                text("各部门下周报数。"),
                ListItem(spans("第一件事"), marker="1."),
                Turn("贺兰", spans("我赞成。"), "："),
            ),
            decisions=(Decision("同意计划。", Votes(5, 0, 1), id="d1"), Decision("另行公布。", id="d2")),
            id="i1",
        ),
        AgendaItem("其他事项", id="i2"),
    ),
    actions=(Action("起草细则", "苏棠", date(2025, 9, 30), item="i1", id="a1"),),
    essays=(
        Essay(
            "怎样写变更说明",
            "苏棠",
            "2025年8月30日",
            body=(
                Heading(spans("一、背景"), 1),
                text("写给后来的人看。"),
                Table(((spans("项目"), spans("数")), (spans("甲"), spans("10")))),
            ),
            item="i1",
            id="e1",
        ),
    ),
    id="m1",
)


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library.copu") as opened:
        opened.save_series((SERIES,))
        opened.save(MEETING)
        yield opened


@pytest.fixture
def export(library, tmp_path):
    """Export the meeting as it is, and return where the Word file lies."""

    def make(**choices):
        chosen = publishing.Choices(folder=str(tmp_path), **choices)
        return publishing.publish(publishing.prepare(library, library.load("m1"), chosen))[0]

    return make


def edit(path, old, new):
    """Change words of a paragraph as a person in Word does, whatever the runs."""
    word = Word(str(path))
    cells = [cell for table in word.tables for row in table.rows for cell in row.cells]
    everything = [*word.paragraphs, *(line for cell in cells for line in cell.paragraphs)]
    line = next(one for one in everything if old in one.text)
    words = line.text.replace(old, new)
    for one in line.runs[1:]:
        one._element.getparent().remove(one._element)
    line.runs[0].text = words
    word.save(str(path))


def insert_after(path, old, words):
    word = Word(str(path))
    line = next(one for one in word.paragraphs if old in one.text)
    line._element.addnext(word.add_paragraph(words)._element)
    word.save(str(path))


def remove(path, old):
    word = Word(str(path))
    line = next(one for one in word.paragraphs if old in one.text)
    line._element.getparent().remove(line._element)
    word.save(str(path))


def bring_back(library, path):
    """Return the corrections of a file, and the meeting as it was exported."""
    returned = exchange.read_returned(path)
    now = library.load("m1")
    sent = bringing.exported(library, now, returned)
    return bringing.compare(returned, sent, now), sent


def accepted(library, path):
    """Return the meeting with every correction of a file accepted."""
    found, sent = bring_back(library, path)
    made, left = corrections.accept(library.load("m1"), sent.material.meeting, found)
    assert not [one for one in left if one.edits]
    return made


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


def desk_label(style):
    return (
        minutes.house_style(style).decision
        if hasattr(minutes, "house_style")
        else publishing.house_style(style).decision
    )


@pytest.mark.parametrize(
    ("old", "new", "people"),
    [
        ("苏堂、", "", {"p2": Presence.UNMARKED}),
        ("贺兰(线上)", "贺兰", {"p3": Presence.ONSITE}),
        ("苏堂、", "苏堂(线上)、", {"p2": Presence.ONLINE}),
        ("贺兰(线上)。", "贺兰(线上)、丁一。", {"p4": Presence.ONSITE}),
        ("请假人员:丁一", "请假人员:丁一、苏堂", {"p2": Presence.EXCUSED}),
        ("请假人员:丁一", "请假人员:贺兰", {"p3": Presence.EXCUSED, "p4": Presence.UNMARKED}),
    ],
)
def test_the_list_of_attendees_is_corrected_by_its_names(library, export, old, new, people):
    path = export()
    edit(path, old, new)
    made = accepted(library, path)
    expected = tuple(replace(one, presence=people.get(one.id, one.presence)) for one in MEETING.attendees)
    assert made.attendees == expected


def test_somebody_who_moves_from_one_list_to_another_ends_in_the_new_one(library, export):
    path = export()
    edit(path, "苏堂、", "")
    edit(path, "请假人员:丁一", "请假人员:丁一、苏堂")
    assert [one.presence for one in accepted(library, path).attendees] == [
        Presence.ONSITE, Presence.EXCUSED, Presence.ONLINE, Presence.EXCUSED,
    ]  # fmt: skip
    other = export()
    edit(other, "韩知远、", "韩知远、丁一、")
    remove(other, "请假人员:丁一")
    assert [one.presence for one in accepted(library, other).attendees][3] is Presence.ONSITE


def test_a_table_of_attendees_and_of_actions_is_corrected_cell_by_cell(library, export):
    path = export(style="plain")
    edit(path, "苏堂", "苏棠")
    edit(path, "青禾实验室", "青禾研究院")
    word = Word(str(path))
    rows = {row.cells[1].text: row for table in word.tables for row in table.rows if len(row.cells) > 3}
    rows["贺兰"].cells[-1].paragraphs[0].runs[0].text = "请假"
    rows["起草细则"].cells[2].paragraphs[0].runs[0].text = "贺兰"
    rows["起草细则"].cells[3].paragraphs[0].runs[0].text = "10月15日前"
    word.save(str(path))
    made = accepted(library, path)
    assert [(one.name, one.organization, one.presence) for one in made.attendees] == [
        ("韩知远", "远帆协会", Presence.ONSITE),
        ("苏棠", "远帆协会", Presence.ONSITE),
        ("贺兰", "青禾研究院", Presence.EXCUSED),
        ("丁一", "北辰大学", Presence.EXCUSED),
    ]
    assert (made.actions[0].owner, made.actions[0].due) == ("贺兰", date(2025, 10, 15))


def test_official_lists_by_organization_are_corrected(library, export):
    path = export(style="gbt9704")
    edit(path, "苏堂", "苏棠")
    edit(path, "青禾实验室", "青禾研究院")
    edit(path, "丁一", "丁一、林未")
    made = accepted(library, path)
    assert [(one.name, one.organization, one.presence) for one in made.attendees] == [
        ("韩知远", "远帆协会", Presence.ONSITE),
        ("苏棠", "远帆协会", Presence.ONSITE),
        ("贺兰", "青禾研究院", Presence.ONLINE),
        ("丁一", "北辰大学", Presence.EXCUSED),
        ("林未", "北辰大学", Presence.EXCUSED),
    ]


def test_a_stranger_in_the_list_and_a_list_that_is_new_come_in(library, export):
    path = export()
    edit(path, "韩知远、", "韩知远、欧阳明月、")
    insert_after(path, "参会人员", "列席人员:林未、Mira.AI(线上)。")
    made = accepted(library, path)
    assert [
        (one.name, one.capacity, one.presence) for one in made.attendees if one.id not in ("p1", "p2", "p3", "p4")
    ] == [
        ("欧阳明月", Capacity.MEMBER, Presence.ONSITE),
        ("林未", Capacity.OBSERVER, Presence.ONSITE),
        ("Mira.AI", Capacity.OBSERVER, Presence.ONLINE),
    ]
    assert made.attendees[1].name == "欧阳明月"


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
    body = gone("下周") + come("本周五前") + run("报数。")
    data = replaced(
        data, '<w:t xml:space="preserve">各部门</w:t></w:r>', '<w:t xml:space="preserve">各部门</w:t></w:r>' + body
    )
    path.write_bytes(data)
    (one,) = bring_back(library, path)[0]
    assert (one.before, one.after, one.authors) == ("各部门下周报数。", "各部门本周五前报数。", ("韩知远",))
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
