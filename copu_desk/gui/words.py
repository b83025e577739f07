"""What the window calls the values of the model."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from copu_desk.gui.sentences import listed, said
from copu_desk.model import ActionStatus, Capacity, EssayKind, ItemKind, Meeting, OriginalKind, Person, Presence, Status
from copu_desk.roster import FIELD_WORDS, belonging_words

Choice = Capacity | Presence | Status | ItemKind | EssayKind | ActionStatus | OriginalKind

_WORDS: dict[Choice, Any] = {  # the stub says that QT_TRANSLATE_NOOP returns object
    Capacity.MEMBER: QT_TRANSLATE_NOOP("words", "出席"),
    Capacity.OBSERVER: QT_TRANSLATE_NOOP("words", "列席"),
    Capacity.GUEST: QT_TRANSLATE_NOOP("words", "嘉宾"),
    Presence.UNMARKED: QT_TRANSLATE_NOOP("words", "未到"),
    Presence.ONSITE: QT_TRANSLATE_NOOP("words", "现场"),
    Presence.ONLINE: QT_TRANSLATE_NOOP("words", "线上"),
    Presence.EXCUSED: QT_TRANSLATE_NOOP("words", "请假"),
    Presence.ABSENT: QT_TRANSLATE_NOOP("words", "缺席"),
    Status.DRAFT: QT_TRANSLATE_NOOP("words", "草稿"),
    Status.FINAL: QT_TRANSLATE_NOOP("words", "定稿"),
    ItemKind.REPORT: QT_TRANSLATE_NOOP("words", "报告"),
    ItemKind.DISCUSSION: QT_TRANSLATE_NOOP("words", "讨论"),
    ItemKind.REVIEW: QT_TRANSLATE_NOOP("words", "审议"),
    ItemKind.BRIEFING: QT_TRANSLATE_NOOP("words", "通报"),
    EssayKind.ARTICLE: QT_TRANSLATE_NOOP("words", "文章"),
    EssayKind.INTERVIEW: QT_TRANSLATE_NOOP("words", "访谈"),
    EssayKind.BULLETIN: QT_TRANSLATE_NOOP("words", "通报材料"),
    ActionStatus.OPEN: QT_TRANSLATE_NOOP("words", "未完成"),
    ActionStatus.DONE: QT_TRANSLATE_NOOP("words", "已完成"),
    ActionStatus.DROPPED: QT_TRANSLATE_NOOP("words", "不再办理"),
    ActionStatus.CARRIED: QT_TRANSLATE_NOOP("words", "转下次"),
    OriginalKind.MINUTES: QT_TRANSLATE_NOOP("words", "纪要"),
    OriginalKind.COLLECTION: QT_TRANSLATE_NOOP("words", "纪要合集"),
    OriginalKind.ESSAY: QT_TRANSLATE_NOOP("words", "附文"),
    OriginalKind.REPORT: QT_TRANSLATE_NOOP("words", "平台名单"),
    OriginalKind.LEDGER: QT_TRANSLATE_NOOP("words", "考勤台账"),
    OriginalKind.RETURNED: QT_TRANSLATE_NOOP("words", "修改稿"),
}


_WEEKDAYS: tuple[Any, ...] = (
    QT_TRANSLATE_NOOP("words", "周一"),
    QT_TRANSLATE_NOOP("words", "周二"),
    QT_TRANSLATE_NOOP("words", "周三"),
    QT_TRANSLATE_NOOP("words", "周四"),
    QT_TRANSLATE_NOOP("words", "周五"),
    QT_TRANSLATE_NOOP("words", "周六"),
    QT_TRANSLATE_NOOP("words", "周日"),
)
_PERSON: tuple[Any, ...] = (
    QT_TRANSLATE_NOOP("words", "姓名"),
    QT_TRANSLATE_NOOP("words", "单位"),
    QT_TRANSLATE_NOOP("words", "职务"),
    QT_TRANSLATE_NOOP("words", "身份"),
    QT_TRANSLATE_NOOP("words", "别名"),
    QT_TRANSLATE_NOOP("words", "拼音"),
    QT_TRANSLATE_NOOP("words", "备注"),
    QT_TRANSLATE_NOOP("words", "所属系列"),
)


_NAMES: tuple[Any, ...] = (  # the mark that is no presence, and the styles that are shipped
    QT_TRANSLATE_NOOP("words", "未登记"),
    QT_TRANSLATE_NOOP("words", "COPU 例会纪要"),
    QT_TRANSLATE_NOOP("words", "公文纪要（GB/T 9704—2012）"),
    QT_TRANSLATE_NOOP("words", "简洁商务纪要"),
)


def named(label: str) -> str:
    """Return what the window calls a shipped style or a mark, by its Chinese name; any other style by its own."""
    return QCoreApplication.translate("words", label)


def weekday(day: date) -> str:
    """Return the short name of a day's weekday in the language of the window: 周三."""
    return QCoreApplication.translate("words", _WEEKDAYS[day.weekday()])


def person_words(person: Person, field: str, series: Mapping[str, str]) -> str:
    """Return a field of a person as the window shows it; `series` are the names of the series by their ids."""
    if field == "capacity":
        return choices(Capacity)[person.capacity]
    if field == "aliases":
        return listed(person.aliases)
    if field == "memberships":
        memberships = (belonging_words(one, series.get(one.series, one.series)) for one in person.memberships)
        return QCoreApplication.translate("words", "；").join(map(said, memberships))
    return str(getattr(person, field))


def person_fields() -> Mapping[str, str]:
    """Return the fields of a person and what the window calls them."""
    return {name: QCoreApplication.translate("words", word) for name, word in zip(FIELD_WORDS, _PERSON, strict=True)}


def choices(kind: type[Choice]) -> Mapping[Any, str]:
    """Return the values of a kind and their words in the language of the window."""
    return {value: QCoreApplication.translate("words", _WORDS[value]) for value in kind}


def size_words(size: int) -> str:
    """Return the size of a file of so many bytes in words: 1.2 MB."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def tab_words(meeting: Meeting) -> tuple[str, ...]:
    """Return what the tabs of a meeting are called: 参会 19, 议程 2."""
    counts = (
        (QCoreApplication.translate("words", "概况"), 0),
        (QCoreApplication.translate("words", "参会"), len(meeting.attendees)),
        (QCoreApplication.translate("words", "议程"), len(meeting.agenda)),
        (QCoreApplication.translate("words", "附文"), len(meeting.essays)),
        (QCoreApplication.translate("words", "待办"), sum(one.status is ActionStatus.OPEN for one in meeting.actions)),
    )
    return tuple(f"{word} {count}" if count else word for word, count in counts)
