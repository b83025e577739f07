"""What the check finds, in the language of the window: its rules speak Chinese and know no Qt."""

import re
from functools import cache
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

SENTENCES: tuple[Any, ...] = (
    QT_TRANSLATE_NOOP("sentences", "还没有填写主持人。"),
    QT_TRANSLATE_NOOP("sentences", "还没有人标为现场或线上，请点名。"),
    QT_TRANSLATE_NOOP("sentences", "还有 {} 人没有点名：{}。"),
    QT_TRANSLATE_NOOP("sentences", "“{}”在名单里出现了不止一次。"),
    QT_TRANSLATE_NOOP("sentences", "议程“{}”还没有任何结果。"),
    QT_TRANSLATE_NOOP("sentences", "待办“{}”还没有责任人。"),
    QT_TRANSLATE_NOOP("sentences", "待办“{}”还没有期限。"),
    QT_TRANSLATE_NOOP("sentences", "标题里的日期是{}，会议日期却是{}。"),
    QT_TRANSLATE_NOOP("sentences", "{}是星期{}，文中写成了星期{}。"),
    QT_TRANSLATE_NOOP("sentences", "附文“{}”还没有正文。"),
    QT_TRANSLATE_NOOP("sentences", "“{}”{}，却在议程“{}”里发言。"),
    QT_TRANSLATE_NOOP("sentences", "文中提到“{}”，但参会名单里没有这个人。"),
    QT_TRANSLATE_NOOP("sentences", "“{}”和名单里的“{}”只差一个字，是不是同一个人？"),
    QT_TRANSLATE_NOOP("sentences", "“{}”不够明确，建议写出谁在什么时候做到什么程度。"),
    QT_TRANSLATE_NOOP("sentences", "同一段文字里混用了全角标点（{} 处）和半角标点（{} 处）。"),
)
"""Every sentence of check.py, {} where it names something."""


def said(words: str) -> str:
    """Return a finding's sentence in the language of the window; one that is not known stays as it is."""
    for sentence in SENTENCES:
        if found := _pattern(sentence).fullmatch(words):
            return QCoreApplication.translate("sentences", sentence).format(*found.groups())
    return words


@cache
def _pattern(sentence: str) -> re.Pattern[str]:
    return re.compile("(.*)".join(map(re.escape, sentence.split("{}"))), re.DOTALL)
