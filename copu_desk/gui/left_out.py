"""What the minutes will not show though it is recorded, in the language of the window."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from copu_desk.gui.sentences import labelled, listed, said

if TYPE_CHECKING:
    from copu_desk.compose.unprinted import Unprinted

_MOST, _LONGEST = 8, 24  # how many are named, and how many characters of each


def lines(left: "Iterable[Unprinted]") -> str:
    """Return a line for each kind of thing whose members are named, and one line for all others."""
    return "\n".join(_told(left))


def _told(left: "Iterable[Unprinted]") -> list[str]:
    known = tuple(left)
    alone = listed(said(one.label) for one in known if not one.which)
    return [*(_line(one) for one in known if one.which), *([alone] if alone else [])]


def _line(one: "Unprinted") -> str:
    names = listed(words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…" for words in one.which[:_MOST])
    if len(one.which) > _MOST:
        names = QCoreApplication.translate("left_out", "{} 等 {} 项").format(names, len(one.which))
    return labelled(said(one.label), names)


def sentence(left: "Iterable[Unprinted]") -> str:
    """Return it as one sentence for those who were not shown the lines; empty where nothing is left out."""
    told = QCoreApplication.translate("left_out", "；").join(_told(left))
    return QCoreApplication.translate("left_out", "纪要里没有印：{}。").format(told) if told else ""
