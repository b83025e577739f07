"""Recognise a planned agenda as it is sent round in a message or a notice: an item a line, numbered or not."""

import re
from dataclasses import replace

from copu_desk.document import clean
from copu_desk.model import AgendaItem, ItemKind
from copu_desk.recognize.lines import marker
from copu_desk.recognize.words import like_name

_HEAD = re.compile(r"(?:(?:本次)?(?:会议)?(?:主要)?(?:议程|议题)(?:如下|安排)?|agenda)\s*[:：]?", re.IGNORECASE)
_BRACKET = re.compile(r"\s*[(（](?P<inside>[^()（）]{1,40})[)）]\s*[。；;]?$")
_PRESENTER = re.compile(r"(?:汇报人?|报告人?|主讲人?|介绍人|通报人|发言人|主持人?)\s*[:：]?\s*(?P<name>[^:：]{2,20})")
_MINUTES = re.compile(r"约?\s*(?P<minutes>[0-9]{1,3})\s*(?:分钟|min)")
_PART = re.compile(r"\s*[,，;；]\s*")
_ENDS = " \t；;。"
_KINDS = (
    (ItemKind.REVIEW, ("审议", "审定", "审查", "表决", "审批")),
    (ItemKind.BRIEFING, ("通报", "传达")),
    (ItemKind.REPORT, ("汇报", "报告", "听取", "介绍", "总结")),
    (ItemKind.DISCUSSION, ("讨论", "研究", "商议", "研讨")),
)


def items(words: str) -> tuple[AgendaItem, ...]:
    """Return an item for each line that says something, its number left out; a line 会议议程： alone is none.

    What stands in brackets at the end is the presenter or the planned minutes if it is clearly that, else it stays in
    the title. The kind is told by the first word of the title (审议, 通报 …).
    """
    lines = [" ".join(line.split()) for line in clean(words).splitlines()]
    return tuple(_item(line) for line in lines if line and not _HEAD.fullmatch(line))


def _item(line: str) -> AgendaItem:
    found = marker(line)
    title = (line[len(found.written) :] if found else line).rstrip(_ENDS)
    match = _BRACKET.search(title)
    told = _told(AgendaItem(), match["inside"]) if match else None
    if match and told:
        title = title[: match.start()].rstrip(_ENDS)
    return replace(told or AgendaItem(), title=title, kind=_kind(title))


def _told(item: AgendaItem, words: str) -> AgendaItem | None:
    """Return an item with what words in brackets say of it; None if any of them is not beyond doubt."""
    for part in _PART.split(words):
        presenter = _PRESENTER.fullmatch(part)
        if minutes := _MINUTES.fullmatch(part):
            item = replace(item, planned_minutes=int(minutes["minutes"]))
        elif item.presenter or not (presenter or like_name(part)):
            return None
        else:
            item = replace(item, presenter=presenter["name"].strip() if presenter else part)
    return item


def _kind(title: str) -> ItemKind:
    return next((kind for kind, verbs in _KINDS if title.startswith(verbs)), ItemKind.DISCUSSION)
