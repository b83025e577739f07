"""Know the labels of minutes (参会人员：, 主 持 人:, Attendees:) and part them from what they label."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from copu_desk.model import Capacity, Presence

LONGEST = 40  # characters from the beginning of a line to the colon


class Kind(StrEnum):
    """What a label announces."""

    PEOPLE = "people"
    CHAIR = "chair"
    RECORDER = "recorder"
    WHEN = "when"
    VENUE = "venue"
    PLATFORM = "platform"
    LINK = "link"
    NAME = "name"
    AGENDA = "agenda"
    DISCUSSION = "discussion"
    DECISION = "decision"
    ACTION = "action"
    OWNER = "owner"
    DUE = "due"
    AUTHOR = "author"
    PRESENTER = "presenter"
    CLASSIFICATION = "classification"
    REMARKS = "remarks"
    COPIES = "copies"


@dataclass(frozen=True, slots=True)
class Label:
    """A label, the rest of its line, and a remark in brackets within the label (`19人`)."""

    kind: Kind
    value: str
    presence: Presence = Presence.ONSITE
    capacity: Capacity = Capacity.MEMBER
    remark: str = ""


_SIMPLIFIED = str.maketrans(
    "線實體與會議時間記錄請參員題點總結決處現場遠視頻單週號協書長內際應責負",
    "线实体与会议时间记录请参员题点总结决处现场远视频单周号协书长内际应责负",
)

_PEOPLE = re.compile(
    "(?:本次|此次|实际|应当)?(?:会议)?(?P<mode>线上|线下|现场|远程|视频|实体|在线|网络)?"
    "(?P<verb>主要参会|参会|参加|与会|出席|到会|实到|到场|参与|列席|旁听|请假|缺席|缺勤|未到|未到会|未出席|未参会|特邀|嘉宾)(?:会议)?"
    "(?P<who>人员名单|嘉宾名单|人名单|单位及人员|人员|名单|人|者|嘉宾|委员|成员|代表|领导|专家|同志|情况|理事|常务理事|监事|董事|(?:副|常务副)?会长|党员|常委|家长|教师|老师)?"
    "(?:[0-9]{1,4}[人名位])?"
)
_PEOPLE_ENGLISH = {
    **dict.fromkeys(
        ["attendees", "attendee", "participants", "participant", "present", "attendance", "inattendance", "attending"],
        "参会",
    ),
    **dict.fromkeys(["online", "remote", "virtual"], "线上参会"),
    **dict.fromkeys(["onsite", "inperson"], "现场参会"),
    **dict.fromkeys(["regrets", "apologies", "excused", "leave"], "请假"),
    **dict.fromkeys(["absent", "absentees", "absence"], "缺席"),
    **dict.fromkeys(["guests", "guest"], "嘉宾"),
    **dict.fromkeys(["observers", "observer"], "列席"),
    **dict.fromkeys(["线上", "在线", "远程", "线上人员", "在线人员"], "线上参会"),
    **dict.fromkeys(["现场", "线下", "现场人员", "线下人员"], "现场参会"),
}
_ONLINE = re.compile("线上|远程|视频|在线|网络|online|remote", re.IGNORECASE)
_OTHERS = {
    Kind.CHAIR: "(?:会议)?(?:轮值|本次|本期)?(?:主持|主席|召集)(?:人|者)?|host|chair|chairperson|chairman|moderator|facilitator",
    Kind.RECORDER: "(?:会议)?(?:记录|整理|纪要|纪要整理|记录整理|整理记录|速记)(?:人|员|者)|记录|整理|会议记录|纪要整理"
    "|recorder|scribe|notetaker|secretary|minutes(?:taken)?by",
    Kind.WHEN: "(?:本次)?(?:会议|开会|召开|例会)?(?:召开)?(?:时间|日期)|date|time|when|date&time|datetime|dateandtime",
    Kind.VENUE: "(?:本次)?(?:会议|开会|召开|例会)?(?:召开)?(?:地点|会场|场地)|venue|location|place|where",
    Kind.PLATFORM: "(?:线上|会议)?(?:平台|方式|形式|软件)|platform",
    Kind.LINK: "(?:会议|入会|线上|参会)?(?:链接|连接|地址)|link|url|meetinglink",
    Kind.NAME: "会议名称|会议主题|名称|主题|topic|subject|meeting",
    Kind.AGENDA: "(?:本次|会议)*(?:主要)?(?:议题|议程|内容|纪要|讨论议题|讨论内容|讨论事项|纪要内容|事项|纪要正文|记录内容|正文)(?:[与和及](?:决议|议定事项|审议结果))?"
    "|agenda|topics|notes|minutes|agendaitems",
    Kind.DISCUSSION: "(?:会议)?讨论(?:情况|要点|过程|记录)?|discussion",
    Kind.DECISION: "(?:会议)?达成[以如]下共识|(?:会议|本次|形成|达成)*(?:决议|决定|议定|结论|共识|审议结果)(?:事项|如下)?|decisions?|resolutions?|conclusions?|resolved",
    Kind.ACTION: "(?:会议)?(?:待办|督办|行动|后续行动|后续工作|后续|跟进|遗留|任务|下一步)(?:事项|项|工作|计划|工作计划|清单|问题|安排)?|落实事项"
    "|actions?|actionitems?|todos?|to-dos?|nextsteps|followups?|follow-ups?",
    Kind.OWNER: "(?:主要)?(?:责任|负责|承办|经办|执行)(?:人|单位|部门|科室)|owner|assignee",
    Kind.DUE: "(?:完成|截止|办结|计划完成|预计完成)(?:时间|日期|时限|期限|日)|时限|期限|截止|ddl|计划完成|due|duedate|deadline|eta",
    Kind.PRESENTER: "汇报人|报告人|主讲人|主讲|分享人|演讲人|分享嘉宾|presenter|speaker",
    Kind.CLASSIFICATION: "密级|保密等级",
    Kind.REMARKS: "备注",
    Kind.COPIES: "[抄报]送(?:单位)?",
    Kind.AUTHOR: "作者|文|撰文|撰稿|author|by",
}
_KINDS = {kind: re.compile(pattern) for kind, pattern in _OTHERS.items()}

_BEFORE = re.compile(
    r"[\s#>*•·●▪◦■◆★☆\u2600-\u27bf\U0001f300-\U0001faff\ufe0f\-–—]{0,20}(?:[(（]?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[)）]?\s?[、.．)）]\s?)?[\s【\[〔*_]{0,4}"
)
_REMARK = re.compile(r"[(（]([^()（）]{0,30})[)）]")
_EDGES = " \t\u3000*_】]〕【[〔"
_COLON = re.compile("[:：]")
_PLATFORM = re.compile(
    r"[^、，,;；：:]{0,20}(?:腾讯会议|会议室|直播间|飞书|钉钉|企业微信|zoom|teams|webex|welink|jitsi|google meet)[^、，,;；：:]{0,40}",
    re.IGNORECASE,
)


def label(line: str) -> Label | None:
    """Return the label that a line begins with, and the rest; None if it begins with none that is known."""
    colon = _COLON.search(line, 0, LONGEST)
    if not colon:
        return _parted(line)
    known = _known(line[: colon.start()])
    return known and _with_value(known, line[colon.end() :])


def bare(line: str) -> Label | None:
    """Return the label that a line consists of, with a colon or without."""
    found = _known(line.rstrip(" \t:：*_")) if len(line) <= LONGEST else None
    return found or ((known := label(line)) and (None if known.value else known)) or None


def is_label(word: str) -> bool:
    """Tell whether a word by itself is a label, or the way people attend in front of one."""
    return _known(word) is not None or _ONLINE.fullmatch(word) is not None


def labels(line: str) -> tuple[Label, ...]:
    """Return the labels of a line that holds nothing else: `时间：… 地点：…`; nothing if its first is not known."""
    first = label(line)
    if first is None:
        return ()
    found, rest = [], first
    while cut := _next(rest.value):
        found.append(_with_value(rest, rest.value[: cut[0]]))
        rest = cut[1]
    return (*found, rest)


def _next(value: str) -> tuple[int, Label] | None:
    """Find the next label within a value: after a gap or a semicolon, up to its colon."""
    for colon in _COLON.finditer(value):
        begin = max(value.rfind(sign, max(0, colon.start() - LONGEST), colon.start()) for sign in " \t\u3000;；") + 1
        if begin and (known := _known(value[begin : colon.start()])):
            return begin, _with_value(known, value[colon.end() :])
    return None


def _parted(line: str) -> Label | None:
    """Return the label of a table's row or of `参会人员 甲、乙`: people only, parted by a gap instead of a colon."""
    head, _, rest = line.strip().replace("\t", " ").replace("\u3000", " ").partition(" ")
    known = _known(head) if rest else None
    return _with_value(known, rest) if known and known.kind is Kind.PEOPLE and len(head) > 1 else None


def _with_value(known: Label, value: str) -> Label:
    if known.kind is Kind.PEOPLE and known.presence is Presence.ONLINE and _PLATFORM.fullmatch(value):
        known = Label(Kind.PLATFORM, "", remark=known.remark)  # 线上：腾讯会议 is no list of people
    return Label(known.kind, value.strip(" \t\u3000*_;；"), known.presence, known.capacity, known.remark)


@lru_cache(maxsize=4096)
def _known(words: str) -> Label | None:
    words = _BEFORE.sub("", words, count=1) if len(words) <= LONGEST else ""
    remark = _REMARK.search(words)
    inside = remark[1].strip() if remark else ""
    plain = "".join(_REMARK.sub("", words, count=1).strip(_EDGES).split()).translate(_SIMPLIFIED).lower()
    if not plain:
        return None
    for kind, pattern in _KINDS.items():
        if pattern.fullmatch(plain):
            return Label(kind, "", remark=inside)
    match = _PEOPLE.fullmatch(_PEOPLE_ENGLISH.get(plain, plain))
    return _people(match, inside) if match else None


def _people(match: re.Match[str], remark: str) -> Label | None:
    verb, who = match["verb"], match["who"] or ""
    if verb in ("参与", "旁听", "特邀") and not who and not match["mode"]:
        return None
    presence = Presence.ONLINE if _ONLINE.search((match["mode"] or "") + remark) else Presence.ONSITE
    if verb.startswith(("请假", "缺", "未")):
        presence = Presence.EXCUSED if verb == "请假" else Presence.ABSENT
    guest = "嘉宾" in verb + who or verb == "特邀"
    capacity = Capacity.OBSERVER if verb in ("列席", "旁听") else Capacity.GUEST if guest else Capacity.MEMBER
    return Label(Kind.PEOPLE, "", presence, capacity, "" if _ONLINE.fullmatch(remark) else remark)
