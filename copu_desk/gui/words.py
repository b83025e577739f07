"""What the window calls the values of the model."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from copu_desk.model import ActionStatus, Capacity, EssayKind, ItemKind, Presence, Status

Choice = Capacity | Presence | Status | ItemKind | EssayKind | ActionStatus

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
}


def choices(kind: type[Choice]) -> Mapping[Any, str]:
    """Return the values of a kind and their words in the language of the window."""
    return {value: QCoreApplication.translate("words", _WORDS[value]) for value in kind}
