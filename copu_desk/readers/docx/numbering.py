"""Count the automatic numbers of a Word file, and write them as they read on the page (一、 （二） 3. ④)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from copu_desk.numerals import written
from copu_desk.readers.docx.package import Element, W
from copu_desk.readers.docx.styles import value

LEVELS = 9
_PLACE = re.compile("%([1-9])")


@dataclass(slots=True)
class Level:
    """One level of a list: how its numbers are written, from which they start, whether all are written as digits."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False


@dataclass(slots=True)
class _List:
    """The levels of a list, and the counters that its paragraphs share."""

    levels: list[Level]
    counts: list[int] = field(default_factory=lambda: [0] * LEVELS)
    begun: list[bool] = field(default_factory=lambda: [False] * LEVELS)


class Numbering:
    """The lists of one file; `next` must be called for each numbered paragraph in the order of the text."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[str, _List] = {}
        if root is None:
            return
        abstract = {node.get(W + "abstractNumId") or "": node for node in root.iter(W + "abstractNum")}
        styled = {value(node, "styleLink"): node for node in abstract.values() if value(node, "styleLink")}
        shared: dict[str, _List] = {}
        levels = cache(_levels)
        for node in root.iter(W + "num"):
            key = value(node, "abstractNumId") or ""
            source = abstract.get(key)
            if source is None:
                continue
            source = styled.get(value(source, "numStyleLink"), source)
            overrides = list(node.iter(W + "lvlOverride"))
            if overrides:
                self._lists[node.get(W + "numId") or ""] = _List(_overridden(levels(source), overrides))
            else:
                self._lists[node.get(W + "numId") or ""] = shared.setdefault(key, _List(levels(source)))

    def next(self, identity: str, level: int) -> tuple[str, bool] | None:
        """Return the number of a list's next paragraph as written, and whether it is a bullet; None for neither."""
        known = self._lists.get(identity)
        if known is None or not 0 <= level < LEVELS:
            return None
        own = known.levels[level]
        for deeper in range(level + 1, LEVELS):
            after = known.levels[deeper].restart
            if after is None or (after and level < after):
                known.begun[deeper] = False
        for higher in range(level):
            if not known.begun[higher]:
                known.begun[higher], known.counts[higher] = True, known.levels[higher].start
        known.counts[level] = known.counts[level] + 1 if known.begun[level] else own.start
        known.begun[level] = True
        if own.format == "none":
            return None
        if own.format == "bullet":
            return "", True
        return self._written(known, own), False

    @staticmethod
    def _written(known: _List, own: Level) -> str:
        def number(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            return written(known.counts[place], "decimal" if own.legal else known.levels[place].format)

        return _PLACE.sub(number, own.text)


def _levels(source: Element) -> list[Level]:
    made = [Level() for _ in range(LEVELS)]
    for node in source.iter(W + "lvl"):
        _set_level(made, node)
    return made


def _overridden(levels: Sequence[Level], overrides: Iterable[Element]) -> list[Level]:
    made = [replace(one) for one in levels]
    for override in overrides:
        node = override.find(W + "lvl")
        if node is not None:
            _set_level(made, node)
        place, start = _small(override.get(W + "ilvl")), value(override, "startOverride")
        if place < LEVELS and start is not None:
            made[place].start = _small(start, 1)
    return made


def _set_level(made: list[Level], node: Element) -> None:
    place = _small(node.get(W + "ilvl"))
    if place >= LEVELS:
        return
    restart = value(node, "lvlRestart")
    made[place] = Level(
        value(node, "numFmt") or "decimal",
        value(node, "lvlText") or "",
        _small(value(node, "start"), 1),
        None if restart is None else _small(restart),
        node.find(W + "isLgl") is not None,
    )


def _small(words: str | None, default: int = 0) -> int:
    return int(words) if words and words.isdecimal() and len(words) <= 6 else default  # noqa: PLR2004
