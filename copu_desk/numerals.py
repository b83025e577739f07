"""Numbers as the lists of Word write them: 一、十二, 壹拾贰, ④, iv, b."""

from collections.abc import Callable

_HAN, _LEGAL = "〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MOST_ROMAN, _MOST_HAN, _MOST_LETTERS = 3999, 99_999, 780
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


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
