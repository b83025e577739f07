"""Count the automatic numbers of a Word file, and write them as they read on the page (一、 （二） 3. ④)."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from copu_desk.readers.docx.package import Element, W
from copu_desk.readers.docx.styles import value

LEVELS = 9
_HAN, _LEGAL = "〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MOST_ROMAN, _MOST_HAN, _MOST_LETTERS = 3999, 99_999, 780
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
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


def written(count: int, form: str) -> str:
    """Return a number as one of Word's number formats (ST_NumberFormat) writes it; in an unknown format, in digits."""
    write = _FORMATS.get(form)
    return write(count) if write else str(count)


def _enclosed(first: str, otherwise: str) -> Callable[[int], str]:
    """Return how to write numbers that have signs of their own up to 20 (① ⑴ ⒈)."""
    return lambda count: chr(ord(first) + count - 1) if 1 <= count <= 20 else otherwise.format(count)  # noqa: PLR2004


def _one_of(signs: str, count: int) -> str:
    return signs[count - 1] if 1 <= count <= len(signs) else str(count)


def _letters(count: int, first: str) -> str:
    if not 1 <= count <= _MOST_LETTERS:
        return str(count)
    return chr(ord(first) + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    if not 1 <= count <= _MOST_ROMAN:
        return str(count)
    made = ""
    for worth, sign in _ROMAN:
        made += sign * (count // worth)
        count %= worth
    return made


def _han(count: int, signs: str, places: str, *, full: bool = False) -> str:
    """Return a number in Chinese: 十二, 一百零五; `full` writes 壹拾贰 with its first sign."""
    if not 0 < count <= _MOST_HAN:
        return signs[0] if count == 0 else str(count)
    if count >= 10_000:  # noqa: PLR2004
        rest = count % 10_000
        joint = "零" if 0 < rest < 1000 else ""  # noqa: PLR2004
        return signs[count // 10_000] + "万" + (joint + _han(rest, signs, places, full=full) if rest else "")
    made, gap = "", False
    digits = str(count)
    for place, sign in enumerate(digits):
        power = len(digits) - place - 1
        if sign == "0":
            gap = bool(made)
            continue
        made += ("零" if gap else "") + signs[int(sign)] + (places[power - 1] if power else "")
        gap = False
    return made if full or not made.startswith(signs[1] + places[0]) else made[1:]


def _counted(count: int) -> str:
    return _han(count, _HAN, "十百千")


def _legal(count: int) -> str:
    return _han(count, _LEGAL, "拾佰仟", full=True)


def _spelled(count: int) -> str:
    return "".join(_HAN[int(sign)] for sign in str(count))


_FORMATS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand",
         "japaneseCounting"),
        _counted,
    ),
    **dict.fromkeys(("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"), _spelled),
    **dict.fromkeys(("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"), _legal),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _enclosed("①", "{}")),
    "decimalEnclosedParen": _enclosed("⑴", "({})"),
    "decimalEnclosedFullstop": _enclosed("⒈", "{}."),
    "ideographTraditional": lambda count: _one_of(_STEMS, count),
    "ideographZodiac": lambda count: _one_of(_BRANCHES, count),
    "decimalFullWidth": lambda count: str(count).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda count: str(count).translate(_FULL_WIDTH),
    "decimalZero": lambda count: f"{count:02}",
    "upperLetter": lambda count: _letters(count, "A"),
    "lowerLetter": lambda count: _letters(count, "a"),
    "upperRoman": _roman,
    "lowerRoman": lambda count: _roman(count).lower(),
}  # fmt: skip
