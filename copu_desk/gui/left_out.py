"""What the minutes will not show though it is recorded, in the language of the window."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from copu_desk.gui.sentences import aside, labelled, listed, said

if TYPE_CHECKING:
    from copu_desk.compose.unprinted import Unprinted

_MOST, _LONGEST = 8, 24  # how many are named, and how many characters of each


def lines(left: "Iterable[Unprinted]") -> str:
    """Return a line for each kind of thing whose members are named, and one line for all others."""
    return "\n".join(line[:1].upper() + line[1:] for line in _told(left))


def _told(left: "Iterable[Unprinted]", joined: Callable[[object, object], str] = labelled) -> list[str]:
    known = tuple(left)
    alone = listed(said(one.label) for one in known if not one.which)
    named = (joined(said(one.label), _names(one)) for one in known if one.which)
    return [*named, *([alone] if alone else [])]


def _names(one: "Unprinted") -> str:
    names = listed(words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…" for words in one.which[:_MOST])
    if len(one.which) > _MOST:
        counted = (
            QCoreApplication.translate("left_out", "{} 等 {} 人")
            if one.of_people
            else QCoreApplication.translate("left_out", "{} 等 {} 项")
        )
        names = counted.format(names, len(one.which))
    return names


def sentence(left: "Iterable[Unprinted]") -> str:
    """Return it as one sentence for those who were not shown the lines; empty where nothing is left out."""
    told = QCoreApplication.translate("left_out", "；").join(
        _told(left, lambda label, names: f"{label}{aside(str(names))}")
    )
    return QCoreApplication.translate("left_out", "纪要里没有印：{}。").format(told) if told else ""
