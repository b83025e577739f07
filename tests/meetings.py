"""A meeting with everything in it, and the lines its minutes are printed as; its people are invented."""

from datetime import date, time
from hashlib import sha256

from copu_desk.document import Heading, ListItem, PageBreak, Paragraph, Picture, Span, Table, Turn, spans, text
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
    Votes,
)

# The smallest PNG there is: one red pixel.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108020000009077"
    "53de0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082"
)
PIXEL_NAME = sha256(PIXEL).hexdigest()

MINUTES = """远帆协会会议纪要丨2025.09.02
9月2日韩理事长主持召开远帆例会。本次会议发布如下一文供大家讨论:
为什么要写好变更说明
苏棠
2025年8月30日
写给后来的人
变更说明是写给后来维护代码的人看的,它要说清楚为什么改,而不是改了什么,因为改了什么一看便知。
参会人员:韩知远、苏棠、贺兰(线上)。
"""
"""Past minutes as a text, which the usual house style prints just so."""

SERIES = Series(name="远帆例会", id="s1")
BODY = (
    Heading(spans("一、背景"), 1),
    Heading(spans("（一）缘起"), 2),
    text("写给后来的人，“引号”与破折号——还有省略号……都要是中文的样子。"),
    Paragraph(
        (
            Span("粗", bold=True),
            Span("斜", italic=True),
            Span("线", underline=True),
            Span("2", script="super"),
            Span("链接", link="https://example.org/?a=1&b=2"),
        )
    ),
    Paragraph(spans("别人说过的话。"), "quote"),
    Turn("甲", spans("你好"), " : "),
    ListItem(spans("第一"), marker="1."),
    ListItem(spans("自动一"), ordered=True),
    ListItem(spans("自动二"), ordered=True),
    ListItem(spans("圆点")),
    ListItem(spans("再从一起"), ordered=True),
    Table((tuple(map(spans, ("项目", "数"))), tuple(map(spans, ("甲 & 乙", "=1+1"))))),
    Picture(PIXEL_NAME, caption="图 1", alt="一个红点", width=400),
    PageBreak(),
    text("第一行\n第二行\t制表"),
)
FULL = Meeting(
    held_on=date(2025, 9, 2),
    series=SERIES.id,
    start=time(9, 30),
    end=time(11, 0),
    venue="三楼会议室",
    platform="腾讯会议",
    link="https://example.org/m/1",
    chair="韩知远",
    recorder="苏棠",
    classification="内部",
    remarks="录音已归档",
    copies="各成员单位、市开源办",
    preamble=(text("会前播放了短片。"),),
    closing=(text("会议要求抓紧落实。"),),
    postscript=(text("附：会场照片另发。"),),
    scratch="谁也不该看到这句",
    attendees=(
        Attendee(name="张伟", organization="星河软件", presence=Presence.ONLINE),
        Attendee(name="韩知远", presence=Presence.ONSITE),
        Attendee(name="张伟", organization="北辰大学", presence=Presence.ONSITE),
        Attendee(name="贺兰", capacity=Capacity.OBSERVER, presence=Presence.ONSITE),
        Attendee(name="Mira.AI", capacity=Capacity.GUEST, presence=Presence.ONLINE),
        Attendee(name="欧阳明月", presence=Presence.EXCUSED),
        Attendee(name="丁一", presence=Presence.ABSENT),
        Attendee(name="林未", presence=Presence.UNMARKED),
    ),
    agenda=(
        AgendaItem(
            title="年度计划",
            presenter="苏棠",
            discussion=(text("计划可行。"),),
            decisions=(Decision("同意计划。", Votes(5, 0, 1)), Decision("另行公布。")),
            id="i1",
        ),
        AgendaItem(title="印在导语里", section="第二部分", lead="会议听取了如下访谈:", id="i2"),
        AgendaItem(title="其他事项", id="i3"),
    ),
    actions=(
        Action(what="起草细则", owner="苏棠", due=date(2025, 9, 30), item="i1"),
        Action(what="订会场", due_words="月底前", status=ActionStatus.DONE, item="i1"),
        Action(what="上次留下的事", status=ActionStatus.CARRIED),
    ),
    essays=(
        Essay(title="怎样写变更说明", author="苏棠", date="2025年8月30日", source="远帆月刊", item="i1", body=BODY),
        Essay(kind=EssayKind.INTERVIEW, item="i2", body=(Turn("问", spans("为什么？"), ":"), text("因为。"))),
        Essay(title="没有归到议程的", body=(text("正文。"),)),
    ),
)
LINES = [
    "密级:内部",
    "远帆会议纪要丨2025.09.02",
    "时间:09:30—11:00\u3000地点:三楼会议室\u3000线上:腾讯会议",
    "9月2日韩知远主持召开远帆例会。",
    "会前播放了短片。",
    "一、年度计划",
    "汇报人:苏棠",
    "怎样写变更说明",
    "苏棠",
    "2025年8月30日",
    "来源:远帆月刊",
    "一、背景",
    "（一）缘起",
    "写给后来的人，“引号”与破折号——还有省略号……都要是中文的样子。",
    "粗斜线2链接",
    "别人说过的话。",
    "甲 : 你好",
    "1.第一",
    "自动一",
    "自动二",
    "圆点",
    "再从一起",
    "",  # the picture
    "图 1",
    "第一行\n第二行\t制表",
    "计划可行。",
    "决议:同意计划(同意5票,反对0票,弃权1票)。",
    "决议:另行公布。",
    "待办:起草细则(责任人:苏棠,9月30日前)",
    "待办:订会场(月底前,已完成)",
    "第二部分",
    "会议听取了如下访谈:",
    "问:为什么？",
    "因为。",
    "二、其他事项",
    "待办:上次留下的事(转下次会议)",
    "没有归到议程的",
    "正文。",
    "会议要求抓紧落实。",
    "参会人员:韩知远、张伟(北辰大学)、张伟(星河软件)(线上)。",
    "列席人员:贺兰。",
    "嘉宾:Mira.AI(线上)。",
    "请假人员:欧阳明月。",
    "记录人:苏棠",
    "备注:录音已归档",
    "附：会场照片另发。",
]
