"""Words that say how somebody attends: 线上, 请假, 缺席, 列席."""

import re
from dataclasses import replace

from copu_desk.model import Attendee, Capacity, Presence

_ONLINE = re.compile(
    "(?:线上|線上|在线|远程|視訊|视频|电话|网络|云端|腾讯会议|企业微信|钉钉|飞书|zoom|online|remote)(?:参会|参加|出席|与会|接入|列席|人员)?",
    re.I,
)
_ONSITE = re.compile("(?:现场|線下|线下|实体|實體|到场|onsite|on-site)(?:参会|参加|出席|与会|列席|人员)?", re.I)
_EXCUSED = re.compile("请假|請假|因事请假|已请假|excused", re.I)
_ABSENT = re.compile("缺席|缺勤|未到|未到会|未参会|未出席|absent", re.I)
_CAPACITIES = {
    **dict.fromkeys(("列席", "旁听", "线上列席", "现场列席", "observer"), Capacity.OBSERVER),
    **dict.fromkeys(("嘉宾", "特邀", "特邀嘉宾", "guest"), Capacity.GUEST),
}


def is_mark(word: str) -> bool:
    """Tell whether a word says how somebody attends (线上, 请假, 列席), not who."""
    return marked(Attendee(), word) is not None or word == "@"


def is_away(word: str) -> bool:
    """Tell whether a word says that somebody did not come."""
    return bool(_EXCUSED.fullmatch(word) or _ABSENT.fullmatch(word))


def marked(person: Attendee, word: str) -> Attendee | None:
    """Return somebody as a mark says (线上, 请假, 列席); None if the word is no mark."""
    plain = word.strip()
    capacity = _CAPACITIES.get(plain.lower(), person.capacity)
    if "列席" in plain:
        capacity = Capacity.OBSERVER
    for pattern, presence in (
        (_ONLINE, Presence.ONLINE),
        (_ONSITE, Presence.ONSITE),
        (_EXCUSED, Presence.EXCUSED),
        (_ABSENT, Presence.ABSENT),
    ):
        if pattern.fullmatch(plain):
            return replace(person, presence=presence, capacity=capacity)
    return replace(person, capacity=capacity) if plain.lower() in _CAPACITIES else None
