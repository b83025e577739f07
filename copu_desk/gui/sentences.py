"""What the layers below say, in the language of the window: they speak Chinese and know no Qt."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from copu_desk.errors import CopuError
from copu_desk.sentences import Sentence


def said(words: str | CopuError) -> str:
    """Return a sentence, or that of an error, in the language of the window; other words stay as they are."""
    sentence = words.sentence if isinstance(words, CopuError) else words
    return sentence.told(_translated, _comma()) if isinstance(sentence, Sentence) else sentence


def listed(names: Iterable[str]) -> str:
    """Return names one after the other, as the language of the window does it: 甲、乙."""
    return _comma().join(names)


def labelled(label: object, words: object) -> str:
    """Return words behind what they belong to, as the language of the window does it: 备注：新来的."""
    return QCoreApplication.translate("sentences", "{}：{}").format(label, words)


def aside(words: str) -> str:
    """Return words in parentheses, as the language of the window does it, or nothing for none: （新来的）."""
    return QCoreApplication.translate("sentences", "（{}）").format(words) if words else ""


def _comma() -> str:
    return QCoreApplication.translate("sentences", "、")


def _translated(template: str, count: int) -> str:
    return QCoreApplication.translate("sentences", template, None, count)
