"""Past minutes of any office are understood: who, when, where, what was said, decided and given to do."""

from collections import Counter
from datetime import date, time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from meetings import FULL, PIXEL, PIXEL_NAME, SERIES

from copu_desk.compose import minutes as composer
from copu_desk.document import Heading, ListItem, Span, Table, clean, plain, plain_body, spans, text
from copu_desk.model import ActionStatus, Capacity, Presence, Series, Votes
from copu_desk.readers import docx, html, md, txt
from copu_desk.recognize import labels, minutes
from copu_desk.style import house_style
from copu_desk.writers import docx as writer

ON, OFF, AWAY, GONE = Presence.ONSITE, Presence.ONLINE, Presence.EXCUSED, Presence.ABSENT


def understood(words, name="", held_on=None):
    (found,) = minutes.meetings(txt.read(words.encode()), name, held_on)
    return found


OFFICIAL = """远帆协会理事会会议纪要
〔2025〕第3期
2025年9月2日下午2点30分，王理事长在总部301会议室主持召开2025年第3次理事会。现将会议有关情况纪要如下：
一、关于年度预算
会议听取了财务部李明关于预算执行情况的汇报。会议认为，执行情况总体良好。
会议决定：
1. 同意追加预算50万元。
2. 由财务部月底前下达。
二、关于人事安排
会议讨论了人事安排。
决议：同意聘任张三为副秘书长（同意9票，反对0票，弃权1票）。
三、其他事项
下次会议定于10月15日召开。
出席：王建国、李明、张三、赵六
请假：钱七（出差）
列席：孙八、周九（线上）
记录：吴十"""


def test_minutes_of_an_official_kind():
    found = understood(OFFICIAL)
    meeting = found.meeting
    assert (meeting.title, found.series, meeting.number) == ("远帆协会理事会会议纪要", "理事会", 3)
    assert (meeting.held_on, meeting.start, meeting.venue) == (date(2025, 9, 2), time(14, 30), "总部301会议室")
    assert (meeting.chair, meeting.recorder) == ("王理事长", "吴十")
    assert (meeting.preamble, meeting.remarks) == ((), "")  # 〔2025〕第3期 is the number and the year
    assert [item.title for item in meeting.agenda] == ["关于年度预算", "关于人事安排", "其他事项"]
    budget, people, _ = meeting.agenda
    assert plain_body(budget.discussion).startswith("会议听取了财务部李明")
    assert [one.text for one in budget.decisions] == ["同意追加预算50万元。", "由财务部月底前下达。"]
    assert [(one.text, one.votes) for one in people.decisions] == [("同意聘任张三为副秘书长。", Votes(9, 0, 1))]
    assert [(one.name, one.presence, one.capacity, one.note) for one in meeting.attendees] == [
        ("王建国", ON, Capacity.MEMBER, ""),
        ("李明", ON, Capacity.MEMBER, ""),
        ("张三", ON, Capacity.MEMBER, ""),
        ("赵六", ON, Capacity.MEMBER, ""),
        ("钱七", AWAY, Capacity.MEMBER, "出差"),
        ("孙八", ON, Capacity.OBSERVER, ""),
        ("周九", OFF, Capacity.OBSERVER, ""),
    ]
    assert meeting.closing == (text("下次会议定于10月15日召开。"),)
    assert found.notes == ()


LABELLED = """会议纪要
会议名称：产品周会
时间：2025年9月2日（星期二）14:00-15:30
地点：A座1203
主 持 人：韩知远
记录人：苏棠
参会人员：韩知远、苏棠、贺兰、温如故（线上）、Eric Yuan
缺席人员：石岩
会议内容：
1、上周进展
韩知远通报了进展。
2、下周计划
讨论了计划。
待办事项：
1. 完成接口文档，责任人：贺兰，完成时间：2025年9月10日
2. 整理需求清单 —— 温如故（下周五前）
3. 更新网站（@苏棠 9月20日）
4. 写总结（责任人：石岩）。
"""


def test_minutes_made_of_labelled_lines():
    found = understood(LABELLED)
    meeting = found.meeting
    assert found.series == "产品周会"
    assert (meeting.start, meeting.end, meeting.venue) == (time(14), time(15, 30), "A座1203")
    assert (meeting.chair, meeting.recorder) == ("韩知远", "苏棠")
    assert [(one.name, one.presence) for one in meeting.attendees] == [
        ("韩知远", ON), ("苏棠", ON), ("贺兰", ON), ("温如故", OFF), ("Eric Yuan", ON), ("石岩", GONE),
    ]  # fmt: skip
    assert [(item.title, plain_body(item.discussion)) for item in meeting.agenda] == [
        ("上周进展", "韩知远通报了进展。"),
        ("下周计划", "讨论了计划。"),
    ]
    assert [(one.what, one.owner, one.due) for one in meeting.actions] == [
        ("完成接口文档", "贺兰", date(2025, 9, 10)),
        ("整理需求清单", "温如故", date(2025, 9, 12)),
        ("更新网站", "苏棠", date(2025, 9, 20)),
        ("写总结。", "石岩", None),
    ]
    assert found.notes == ()


COMMUNITY = """# 开源社区例会 2024-2-7

## 参会人员
- 张伟 (@zhangwei)
- 李明（麒麟软件）
- [@mira](https://github.com/mira)
- 王芳 <wangfang@example.org>

## 线上
- 陈晨

## 请假
- 石岩（时间冲突）

## 议题
### 1. 版本发布
讨论了**发布计划**。

**结论**：10 月发布。

### 2. 文档
- 文档要更新

**Action items**
- [ ] 更新 README —— 李明
- [x] 发邮件，责任人：张伟，截止时间：2024-2-20
"""


def test_minutes_of_a_community_in_markdown():
    (found,) = minutes.meetings(md.read(COMMUNITY.encode()).body)
    meeting = found.meeting
    assert [(one.name, one.organization, one.presence, one.note) for one in meeting.attendees] == [
        ("张伟", "", ON, "@zhangwei"),
        ("李明", "麒麟软件", ON, ""),
        ("mira", "", ON, ""),
        ("王芳", "", ON, "wangfang@example.org"),
        ("陈晨", "", OFF, ""),
        ("石岩", "", AWAY, "时间冲突"),
    ]
    first, second = meeting.agenda
    assert (first.title, [one.text for one in first.decisions]) == ("版本发布", ["10 月发布。"])
    assert Span("发布计划", bold=True) in first.discussion[0].spans
    assert second.discussion == (ListItem(spans("文档要更新")),)
    assert [(one.what, one.owner, one.due, one.status) for one in meeting.actions] == [
        ("更新 README", "李明", None, ActionStatus.OPEN),
        ("发邮件", "张伟", date(2024, 2, 20), ActionStatus.DONE),
    ]


FORM = Table(
    (
        (spans("会议纪要"), (), (), ()),
        (spans("会议时间"), spans("2025/1/11 21:00-22:00"), spans("地点"), spans("线上")),
        (spans("主持人"), spans("韩知远"), spans("记录人"), spans("苏棠")),
        (spans("参会人员"), spans("韩知远、苏棠、\n贺兰（请假）"), (), ()),
        (spans("会议内容"), spans("一、预算\n同意。\n二、计划\n再议。"), (), ()),
    )
)


def test_a_form_that_is_a_table_is_read_cell_by_cell():
    (found,) = minutes.meetings((FORM,))
    meeting = found.meeting
    assert (meeting.held_on, meeting.start, meeting.end) == (date(2025, 1, 11), time(21), time(22))
    assert (meeting.venue, meeting.chair, meeting.recorder) == ("线上", "韩知远", "苏棠")
    assert [(one.name, one.presence) for one in meeting.attendees] == [("韩知远", OFF), ("苏棠", OFF), ("贺兰", AWAY)]
    assert [(item.title, plain_body(item.discussion)) for item in meeting.agenda] == [
        ("预算", "同意。"),
        ("计划", "再议。"),
    ]


def test_people_in_a_table_with_columns():
    people = Table(
        tuple(
            tuple(map(spans, row))
            for row in (
                ("序号", "姓名", "单位", "职务", "备注"),
                ("1", "张 伟", "统信软件", "总经理", ""),
                ("2", "李明", "", "", "线上"),
            )
        )
    )
    (found,) = minutes.meetings((text("2025年9月2日 例会纪要"), text("参会人员"), people, text("一切正常。")))
    assert [(one.name, one.organization, one.title, one.presence) for one in found.meeting.attendees] == [
        ("张伟", "统信软件", "总经理", ON),
        ("李明", "", "", OFF),
    ]


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("例会纪要 2024.12.24", date(2024, 12, 24)),
        ("例会纪要（2024-2-7）", date(2024, 2, 7)),
        ("2024年12月24日例会纪要", date(2024, 12, 24)),
        ("二〇二四年十二月二十四日 例会纪要", date(2024, 12, 24)),
        ("Meeting Minutes Mar.24, 2022", date(2022, 3, 24)),
        ("例会纪要 20241224", date(2024, 12, 24)),
    ],
)
def test_the_day_in_the_title_in_every_notation(title, day):
    assert understood(f"{title}\n一切正常。").meeting.held_on == day


def test_the_day_in_a_line_of_its_own_or_the_files_name_alone():
    assert understood("例会纪要\n2025/1/11 21:00-22:00\n一切正常。").meeting.start == time(21)
    found = understood("例会纪要\n一切正常。", "2025-03-04 例会.txt")
    assert (found.meeting.held_on, found.notes[:2]) == (
        date(2025, 3, 4),
        ("日期取自文件名。", "没有找到参会人员名单。"),
    )


def test_a_meeting_without_a_day_may_wait_for_one():
    (found,) = minutes.meetings((text("今天天气不错。"),), needs_day=False)
    assert found.meeting.held_on == minutes.UNKNOWN_DAY
    assert "没有找到会议日期，请填上。" in found.notes


def test_meetings_in_one_file_are_parted_by_dates_titles_and_headings():
    words = "2025年1月7日 周二 例会纪要\n参会：甲云、乙山\n甲。\n2025年1月14日 周二 例会纪要\n参会：甲云、丙川\n乙。"
    first, second = minutes.meetings(txt.read(words.encode()))
    assert [one.name for one in first.meeting.attendees] == ["甲云", "乙山"]
    assert (second.meeting.held_on, plain_body(second.meeting.preamble)) == (date(2025, 1, 14), "乙。")
    assert first.series == second.series == "例会"


LISTS = [
    ("参会人员：韩知远、苏棠，贺兰；温如故 石岩", ["韩知远", "苏棠", "贺兰", "温如故", "石岩"]),
    ("与 会 人 员：\n韩知远\n石 勇\n阿卜杜拉·买买提", ["韩知远", "石勇", "阿卜杜拉·买买提"]),
    ("实际到会人员 石 勇 张 伟 李明明 欧阳娜娜", ["石勇", "张伟", "李明明", "欧阳娜娜"]),
    ("出席：统信软件-张伟、麒麟软件-李明", ["张伟@统信软件", "李明@麒麟软件"]),
    ("出席：张伟-统信软件、李明-麒麟软件", ["张伟@统信软件", "李明@麒麟软件"]),
    ("出席人员：\n统信软件：张伟、李明\n麒麟软件：王芳", ["张伟@统信软件", "李明@统信软件", "王芳@麒麟软件"]),
    ("参会人：北京大学(陈晨、周舟)", ["陈晨@北京大学", "周舟@北京大学"]),
    ("Attendees: Alice Wong, Bob Lee, 王芳", ["Alice Wong", "Bob Lee", "王芳"]),
    ("實體出席：張偉、李明\n線上出席：王芳", ["張偉", "李明", "王芳+"]),
    ("出席：@张伟@李明", ["张伟", "李明"]),
    ("出席：张伟（线上参会）、李明（时间冲突，请假）", ["张伟+", "李明/"]),
    ("出席：王主任、张三教授", ["王主任", "张三"]),
    ("出席者：𠮷野、Anna.AI。", ["𠮷野", "Anna.AI"]),
    ("• 参会人员：张伟、李明 等32人", ["张伟", "李明"]),
]
MARKS = {ON: "", OFF: "+", AWAY: "/", GONE: "-"}


@pytest.mark.parametrize(("words", "people"), LISTS, ids=[words[:14] for words, _ in LISTS])
def test_lists_in_every_notation_exactly(words, people):
    found = understood(f"例会纪要 2025.9.2\n{words}\n会议讨论了预算：\n同意。")
    told = [
        one.name + (f"@{one.organization}" if one.organization else "") + MARKS[one.presence]
        for one in found.meeting.attendees
    ]
    assert told == people
    assert found.meeting.agenda[0].lead == "会议讨论了预算："


@pytest.mark.parametrize(
    "words",
    ["汇报人：张伟", "下次主持：李明", "参会人：请各单位于周五之前把名单报给秘书处。逾期不候。", "作者：王芳、李明"],
)
def test_what_is_no_list_of_attendees_stays_text(words):
    found = understood(f"例会纪要 2025.9.2\n{words}\n一切正常。")
    assert found.meeting.attendees == ()
    assert words in plain_body(found.meeting.preamble)


@pytest.mark.parametrize("way", ["docx", "txt"])
def test_minutes_that_we_wrote_are_understood_again(way):
    style = house_style()
    document = composer.compose(FULL, SERIES, style, {PIXEL_NAME: PIXEL})
    if way == "docx":
        body = docx.read(writer.write(document, style)).body
    else:
        from copu_desk.writers import txt as plain_writer

        body = txt.read(plain_writer.write(document, style))
    (found,) = minutes.meetings(body)
    meeting = found.meeting
    assert (meeting.held_on, meeting.title) == (FULL.held_on, composer.title(FULL, SERIES, style))
    assert (meeting.start, meeting.end, meeting.venue) == (FULL.start, FULL.end, FULL.venue)
    assert (meeting.recorder, meeting.remarks, meeting.classification) == (
        FULL.recorder,
        FULL.remarks,
        FULL.classification,
    )
    came = [one for one in FULL.attendees if one.presence in (ON, OFF, AWAY)]
    assert {(one.name, one.capacity, one.presence) for one in meeting.attendees} == {
        (one.name, one.capacity, one.presence) for one in came
    }
    decided = [decision for item in meeting.agenda for decision in item.decisions]
    assert [(one.text, one.votes) for one in decided] == [
        (one.text, one.votes) for item in FULL.agenda for one in item.decisions if one.text
    ]
    assert {(one.what, one.owner) for one in meeting.actions} == {
        (one.what, one.owner) for one in FULL.actions if one.what
    }


# --- nothing is lost ------------------------------------------------------------------------------------------------


def came_in(found):
    """All words of meetings, however they were understood."""
    said = []
    for one in found:
        meeting = one.meeting
        said += [meeting.title, meeting.opening, meeting.venue, meeting.platform, meeting.link, meeting.chair]
        said += [meeting.recorder, meeting.classification, meeting.remarks]
        said += [plain_body(body) for body in (meeting.preamble, meeting.closing, meeting.postscript)]
        for item in meeting.agenda:
            said += [item.title, item.lead, item.presenter, item.section, plain_body(item.discussion)]
            said += [decision.text for decision in item.decisions]
            said += [
                f"同意{v.ayes}票反对{v.noes}票弃权{v.abstentions}票" for v in (d.votes for d in item.decisions) if v
            ]
        for action in meeting.actions:
            said += [action.what, action.owner, action.due_words]
        for essay in meeting.essays:
            said += [essay.title, essay.author, essay.date, essay.source, plain_body(essay.body)]
        for person in meeting.attendees:
            said += [person.name, person.organization, person.title, person.note]
    return "".join("\n".join(said).split())


LINE = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=40).map(clean),
    st.sampled_from(
        """一、背景|1.要点|甲:你好|乙：好|会议讨论了：|2025年9月2日|本次会议发布如下一文供大家讨论:|韩知远|本次发布如下:
会议决定：|决议：同意。|待办：写稿，责任人：苏棠|参会人员：韩知远、苏棠|汇报人：苏棠|记录人：苏棠|会议议题：|二、讨论|2.要点
会议认为，很好。|9月2日韩知远主持召开例会。|会议到此结束。|例会纪要 2025.9.2|请假：石岩|备注：无|密级：内部""".replace(
            "\n", "|"
        ).split("|")
    ),
)
LABELS = (
    "参会人员",
    "记录人",
    "决议",
    "待办",
    "汇报人",
    "会议议题",
    "请假",
    "备注",
    "密级",
    "责任人",
    "主持人",
    "会议决定",
)


def signs(words):
    """The signs that carry meaning: labels, numbers that only count and punctuation are what fields stand for."""
    if labels.is_label(words.strip()):
        return set()
    for label in LABELS:
        words = words.replace(label, "")
    return {sign for sign in words if sign.isalpha() and sign not in "一二三四五六七八九十年月日号"}


@given(lines=st.lists(LINE, max_size=12))
@example(lines=["本次发布如下:"])
@example(lines=["本次会议发布如下一文供大家讨论:", "一、背景"])
def test_no_line_of_any_text_is_lost(lines):
    """Each line stands whole in the meetings, unless it was taken apart: then each of its letters does."""
    found = minutes.meetings(tuple(map(text, lines)), "", date(2025, 9, 2))
    there = came_in(found)
    for line in lines:
        whole = "".join(line.split())
        assert whole in there or signs(line) <= set(there), line


WORD = st.text("龘靐齉爨麤灪籱", min_size=2, max_size=8)  # letters that no label, mark or date is made of
NAME = st.tuples(st.sampled_from("张王李赵"), st.text("龘靐齉爨麤", min_size=1, max_size=2)).map("".join)
NAMES = st.lists(NAME, min_size=2, max_size=6, unique=True)
PEOPLE = st.one_of(
    st.tuples(st.sampled_from(["参会人员：", "出席:", "与会者：", "Attendees: "]), NAMES, st.sampled_from("、，,")).map(
        lambda told: told[0] + told[2].join(told[1])
    ),
    NAMES.map(lambda names: "参会人员：\n" + "\n".join(f"- {name}" for name in names)),
    NAMES.map(lambda names: "出席：" + "、".join(f"{name}（线上）" for name in names)),
    st.tuples(WORD, NAMES).map(lambda told: f"出席：{told[0]}公司（{'、'.join(told[1])}）"),
    st.tuples(NAMES, st.integers(3, 99)).map(lambda told: f"参会人员：{'、'.join(told[0])}等{told[1]}人"),
)
FACTS = st.one_of(
    WORD.map(lambda word: f"地点：{word}"),
    NAME.map(lambda name: f"主 持 人：{name}"),
    NAME.map(lambda name: f"记录人：{name}"),
    WORD.map(lambda word: f"备注：{word}"),
    st.just("时间：2025年9月2日 14:00-15:30"),
)
SAID = st.one_of(
    WORD.map(lambda word: f"{word}。"),
    st.tuples(NAME, WORD).map(lambda told: f"汇报人：{told[0]}\n{told[1]}。"),
    WORD.map(lambda word: f"决议：{word}。"),
    st.lists(WORD, min_size=1, max_size=3).map(
        lambda words: "会议决定：\n" + "\n".join(f"{row}. {word}。" for row, word in enumerate(words, 1))
    ),
    st.tuples(WORD, NAME).map(lambda told: f"待办：{told[0]}，责任人：{told[1]}，完成时间：2025年9月10日"),
    st.tuples(WORD, NAME).map(lambda told: f"待办：{told[0]}——{told[1]}"),
)
ITEMS = st.lists(st.tuples(WORD, st.lists(SAID, max_size=3)), max_size=4)
FORMS = (
    "{han}、{title}",
    "{number}. {title}",
    "{number}、{title}",
    "议题{han}：{title}",
    "（{han}）{title}",
    "会议讨论了{title}：",
)


@st.composite
def generated(draw):
    """Minutes in the notations of offices, whose free text is made of letters that nothing else is made of."""
    form = draw(st.sampled_from(FORMS))
    lines = [draw(st.sampled_from(["例会纪要 2025.9.2", "2025年9月2日例会纪要", "# 例会纪要\n2025-09-02"]))]
    lines += draw(st.lists(FACTS, max_size=3, unique_by=lambda fact: fact[:2]))
    people = draw(PEOPLE)
    first = draw(st.booleans())
    lines += [people] if first else []
    lines += draw(st.sampled_from([[], ["会议议题："], ["现将有关情况纪要如下："]]))
    for row, (title, said) in enumerate(draw(ITEMS), 1):
        lines += [form.format(han="一二三四"[row - 1], number=row, title=title), *said]
    lines += [] if first else [people]
    return "\n".join(lines)


def letters(words):
    return sorted(sign for sign in words if sign in "龘靐齉爨麤灪籱张王李赵")


@given(words=generated(), way=st.sampled_from(["txt", "md", "html", "docx"]))
def test_every_letter_of_minutes_in_any_notation_comes_in(words, way):
    lines = words.split("\n")
    if way == "txt":
        body = txt.read(words.encode())
    elif way == "md":
        body = md.read("\n\n".join(lines).encode()).body
    elif way == "html":
        body = html.read_file(("<!DOCTYPE html><html>" + "".join(f"<p>{line}</p>" for line in lines)).encode()).body
    else:
        from word_xml import paragraph, word

        body = docx.read(word(*map(paragraph, lines))).body
    found = minutes.meetings(body, "", date(2025, 9, 2))
    assert not Counter(letters(words)) - Counter(letters(came_in(found)))
    assert not any("没有全部读懂" in note for one in found for note in one.notes)
    assert sum(len(one.meeting.attendees) for one in found) >= 2


def test_headings_of_a_word_file_are_items():
    body = (
        Heading(spans("例会纪要 2025.9.2"), 1),
        Heading(spans("预算"), 2),
        text("同意。"),
        Heading(spans("计划"), 2),
        text("再议。"),
        text("参会人员：韩知远、苏棠"),
    )
    (found,) = minutes.meetings(body)
    assert [item.title for item in found.meeting.agenda] == ["预算", "计划"]
    assert [plain(block) for block in found.meeting.agenda[1].discussion] == ["再议。"]
    assert found.series == "例会"
    assert Series(name=found.series)
