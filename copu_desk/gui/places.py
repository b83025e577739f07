"""What the window calls a place in a meeting: 议程“年度计划” › 决议."""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from copu_desk.gui.sentences import said
from copu_desk.model import LABEL_LENGTH, Meeting, Place, essay_label, get, item_label

_PARTS: dict[str, Any] = {
    "agenda": QT_TRANSLATE_NOOP("places", "议程"),
    "actions": QT_TRANSLATE_NOOP("places", "待办"),
    "essays": QT_TRANSLATE_NOOP("places", "附文"),
    "attendees": QT_TRANSLATE_NOOP("places", "参会名单"),
    "connections": QT_TRANSLATE_NOOP("places", "连接记录"),
    "originals": QT_TRANSLATE_NOOP("places", "原件"),
}
_FIELDS: dict[str, Any] = {
    "series": QT_TRANSLATE_NOOP("places", "系列"),
    "number": QT_TRANSLATE_NOOP("places", "次数"),
    "title": QT_TRANSLATE_NOOP("places", "标题"),
    "opening": QT_TRANSLATE_NOOP("places", "开头"),
    "preamble": QT_TRANSLATE_NOOP("places", "议程之前的文字"),
    "closing": QT_TRANSLATE_NOOP("places", "结束语"),
    "postscript": QT_TRANSLATE_NOOP("places", "名单之后的文字"),
    "classification": QT_TRANSLATE_NOOP("places", "密级"),
    "venue": QT_TRANSLATE_NOOP("places", "地点"),
    "platform": QT_TRANSLATE_NOOP("places", "线上"),
    "link": QT_TRANSLATE_NOOP("places", "会议链接"),
    "start": QT_TRANSLATE_NOOP("places", "时间"),
    "end": QT_TRANSLATE_NOOP("places", "时间"),
    "held_on": QT_TRANSLATE_NOOP("places", "日期"),
    "chair": QT_TRANSLATE_NOOP("places", "主持人"),
    "recorder": QT_TRANSLATE_NOOP("places", "记录人"),
    "remarks": QT_TRANSLATE_NOOP("places", "备注"),
    "copies": QT_TRANSLATE_NOOP("places", "抄送"),
    "scratch": QT_TRANSLATE_NOOP("places", "速记"),
    "section": QT_TRANSLATE_NOOP("places", "分节"),
    "lead": QT_TRANSLATE_NOOP("places", "导语"),
    "presenter": QT_TRANSLATE_NOOP("places", "汇报人"),
    "discussion": QT_TRANSLATE_NOOP("places", "讨论"),
    "decisions": QT_TRANSLATE_NOOP("places", "决议"),
    "author": QT_TRANSLATE_NOOP("places", "作者"),
    "date": QT_TRANSLATE_NOOP("places", "日期"),
    "source": QT_TRANSLATE_NOOP("places", "来源"),
    "body": QT_TRANSLATE_NOOP("places", "正文"),
}


def name(meeting: Meeting, place: Place) -> str:
    """Return what the window calls a place in a meeting; nothing for none."""
    if not place:
        return ""
    field = next((_said(step) for step in reversed(place) if step in _FIELDS), "")
    record = get(meeting, place[:2]) if len(place) > 1 else None
    if place[0] == "attendees":
        return QCoreApplication.translate("places", "参会名单")
    if place[0] == "actions":
        what = getattr(record, "what", "")[:LABEL_LENGTH]
        return QCoreApplication.translate("places", "待办“{}”").format(what)
    if place[0] == "agenda":
        whose = said(item_label(record)) if record else ""
        named = QCoreApplication.translate("places", "议程“{}”").format(whose[:LABEL_LENGTH])
    elif place[0] == "essays":
        whose = said(essay_label(record)) if record else ""
        named = QCoreApplication.translate("places", "附文“{}”").format(whose[:LABEL_LENGTH])
    else:
        return field
    return f"{named} › {field}" if field else named


def kind(place: Place) -> str:
    """Return what kind of place it is, without the name of the record that it is in: 议程 › 决议."""
    part = QCoreApplication.translate("places", _PARTS[place[0]]) if place[0] in _PARTS else ""
    shown = ("agenda", "essays") if part else (place[0],)
    field = next((_said(step) for step in reversed(place) if step in _FIELDS), "") if place[0] in shown else ""
    return " › ".join(filter(None, (part, field)))


def _said(step: str) -> str:
    return QCoreApplication.translate("places", _FIELDS[step])
