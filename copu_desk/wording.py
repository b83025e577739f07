"""The sections of a house style's words; what has usual words here may be missing from a style file."""

from dataclasses import dataclass

GROUPS = ("members", "observers", "guests", "excused", "absent", "unmarked")
"""The groups of attendees, by the names of their labels."""


@dataclass(frozen=True, slots=True)
class AttendanceWords:
    """The words of the attendee lines; an empty label leaves its line out.

    With `by_organization` an organization is named once, before its people (星河软件张伟、李响，北辰大学贺兰).
    """

    members: str
    observers: str
    guests: str
    excused: str
    absent: str
    separator: str
    online: str
    namesake: str
    end: str
    unmarked: str = ""
    order: tuple[str, ...] = GROUPS
    by_organization: bool = False
    organizations: str = "，"  # between them


@dataclass(frozen=True, slots=True)
class AnnexWords:
    """The words of essays that are annexes (附件): over each, in the note below the minutes, and at the agenda item."""

    label: str = "附件[{number}]"
    note: str = "附件："
    numbered: str = "{number}."
    reference: str = "[《{title}》]（见附件[{number}]）"
    article: str = "文章"  # what an annex without a title is called
    interview: str = "访谈"
    bulletin: str = "通报"


@dataclass(frozen=True, slots=True)
class ImprintWords:
    """The words of the imprint (版记): 抄送, 印发机关 and 印发日期; an empty one is left out."""

    copies: str = ""
    office: str = "{organ}"
    issued: str = "{year}年{month}月{day}日印发"


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings over parts of the minutes; an empty one is not printed."""

    attendance: str = ""
    agenda: str = ""
    actions: str = ""
    essays: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """The heads of columns and the labels of rows in the tables."""

    series: str = "会议"
    date: str = "日期"
    time: str = "时间"
    venue: str = "地点"
    platform: str = "线上"
    chair: str = "主持"
    recorder: str = "记录"
    row: str = "序号"
    name: str = "姓名"
    organization: str = "单位"
    title: str = "职务"
    group: str = "身份"
    presence: str = "到会"
    onsite: str = "现场"
    online: str = "线上"
    people: str = "{group}（{number}人）"
    what: str = "事项"
    owner: str = "责任人"
    due: str = "期限"
    status: str = "状态"
    open: str = "未完成"


@dataclass(frozen=True, slots=True)
class NoticeWords:
    """The words of the notice before a meeting (会议通知)."""

    heading: str = "关于召开{series}{which}的通知"
    which: str = "第{number}次会议"
    address: str = "各位参会人员："
    call: str = "定于{year}年{month}月{day}日（{weekday}）{hours}召开{series}{which}，现将有关事项通知如下。"
    time: str = "时间："
    venue: str = "地点："
    platform: str = "线上："
    link: str = "会议链接："
    chair: str = "主持人："
    agenda: str = "会议议程"
    agenda_facts: str = "（{facts}）"
    facts_separator: str = "，"
    minutes: str = "{minutes}分钟"
    materials: str = "会前材料："
    material_separator: str = "；"
    open_actions: str = "上次待办"
    members: str = "参会人员："
    observers: str = "列席人员："
    guests: str = "嘉宾："
    leave: str = "请准时参加。因故不能参加的，请提前向{recorder}请假。"
    leave_without_recorder: str = "请准时参加。因故不能参加的，请提前请假。"
    date: str = "{year}年{month}月{day}日"


@dataclass(frozen=True, slots=True)
class LetterWords:
    """The words of the mail that the minutes are attached to."""

    subject: str = "{title}"
    text: str = "各位好：\n\n附件是《{title}》，请查收。内容如有出入，请回复告知。\n\n{signature}"
