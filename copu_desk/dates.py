"""Find dates and times of day in text, in every notation that minutes use, and write them in Chinese."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from copu_desk.sentences import Sentence

WEEKDAYS = "一二三四五六日"
MONTHS_A_YEAR = 12
NOON = 12

# One sign becomes one sign, so that a place found in the normal form is the place in the text.
_NORMAL = str.maketrans("０１２３４５６７８９．／－：，～", "0123456789./-:,~")
_DIGITS = {sign: value for value, signs in enumerate(("〇零○ＯO0", *"一二三四五六七八九")) for sign in signs}
_NUMERAL = "[〇零○ＯO0一二三四五六七八九]"  # 二O二五年, 二0二五年: what keyboards have for 〇
_COUNT = "[一二三四五六七八九十廿卅两]{1,4}|[0-9]{1,3}"
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH_MONTH = (
    r"(?P<{0}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)

_DAY = re.compile(
    rf"""
    (?<![0-9]) (?:
        (?P<y1>(?:19|20|21)[0-9]{{2}} | (?<![0-9])[0-9]{{2}} | {_NUMERAL}{{4}} | 民[国國][0-9]{{2,3}})
            \s{{0,3}}年\s{{0,3}} (?P<m1>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}})
            \s{{0,3}}月\s{{0,3}} (?P<d1>[0-9]{{1,2}}|[一二三四五六七八九十廿卅]{{1,3}}) \s{{0,3}}[日号號]
      | (?<![0-9][./-]) (?P<y2>(?:19|20|21)[0-9]{{2}})
            (?:\s?(?P<sign>[./-])\s?(?P<m2>[0-9]{{1,2}})\s?(?P=sign)\s?(?P<d2>[0-9]{{1,2}}) (?![0-9]|[./-][0-9])
              | (?P<m3>[0-9]{{2}})(?P<d3>[0-9]{{2}}) (?![0-9A-Za-z]) )
      | (?<![0-9][./-]) (?P<a>[0-9]{{1,2}})(?P<sign4>[./-])(?P<b>[0-9]{{1,2}})(?P=sign4)
            (?P<y4>(?:19|20|21)[0-9]{{2}}) (?![0-9]|[./-][0-9])
      | (?<![A-Za-z]) {_ENGLISH_MONTH.format("m5")} \.?\s{{0,3}} (?P<d5>[0-9]{{1,2}})(?:st|nd|rd|th)?
            ,?\s{{0,3}}(?P<y5>(?:19|20|21)[0-9]{{2}}) (?![0-9])
      | (?P<d6>[0-9]{{1,2}})(?:st|nd|rd|th)?[\s-]{{0,3}}{_ENGLISH_MONTH.format("m6")}
            \.?,?[\s-]{{0,3}}(?P<y6>(?:19|20|21)[0-9]{{2}}) (?![0-9])
      | (?<![年一二三四五六七八九十]) (?P<m7>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}})
            \s{{0,3}}月\s{{0,3}} (?P<d7>[0-9]{{1,2}}|[一二三四五六七八九十廿卅]{{1,3}}) \s{{0,3}}[日号號]
    )""",
    re.VERBOSE | re.IGNORECASE,
)

_HALF_DAY = "凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|晚"
_CLOCK = (
    r"[0-9]{1,2}(?:\s?:\s?[0-9]{2}(?::[0-9]{2})?(?:\s?[ap]m)?"
    r"|\s?[点點时時](?:\s?[0-9]{1,2}\s?分|半|整|[一三]刻)?)"
)
_HAN_CLOCK = "[一二两三四五六七八九十]{1,3}[点點时時](?:半|整|[一三]刻|[一二三四五六七八九十]{1,3}分)?"
_HAN_TIME = re.compile(
    rf"(?P<half>{_HALF_DAY})(?P<start>{_HAN_CLOCK})(?:[—–~至到-]{{1,2}}(?P<half2>{_HALF_DAY})?(?P<end>{_HAN_CLOCK}))?"
)
_POINTS = re.compile(
    "要求|意见|建议|想法|内容|说明|希望|共识|安排|措施|体会|看法|打算|思考|结论|决定|原因|工作|计划|启示|问题"
)
_TIME = re.compile(
    rf"(?<![0-9:.])(?P<half>{_HALF_DAY})?\s?(?P<start>{_CLOCK})"
    rf"(?:\s{{0,3}}(?:-{{1,2}}|[—–~至到]|——|－)\s{{0,3}}(?P<half2>{_HALF_DAY})?\s?(?P<end>{_CLOCK}))?(?![0-9:])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A day in a text, and where its words begin and end."""

    day: date
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hours:
    """A time of day in a text, or one and the time until, and where the words begin and end."""

    since: time
    until: time | None
    start: int
    end: int


def find(words: str, year: int | None = None) -> tuple[Found, ...]:
    """Return the days a text names, in order; `12月24日` only where a year is given.

    A day that does not exist (`2月30日`) is not found, nor one that can be read in two ways (`03/04/2025`).
    """
    found = ((_day(match, year), match) for match in _DAY.finditer(words.translate(_NORMAL)))
    return tuple(Found(day, match.start(), match.end()) for day, match in found if day)


def hours(words: str) -> tuple[Hours, ...]:
    """Return the times of day a text names, in order: `14:00-15:30`, `下午2点到4点半`, `9:30`, `上午九点`."""
    plain = words.translate(_NORMAL)
    matches = sorted((*_TIME.finditer(plain), *_HAN_TIME.finditer(plain)), key=lambda match: match.start())
    return tuple(found for match in matches if (found := _hours(match)))


def in_file_name(name: str) -> date | None:
    """Return the only day that a file's name tells, or None."""
    days = {found.day for found in find(name.replace("_", " "))}
    return days.pop() if len(days) == 1 else None


def chinese(day: date, *, weekday: bool = False) -> str:
    """Return a day as official documents write it, 2024年12月24日 (GB/T 9704-2012 §7.3.5.3), or with （星期二）."""
    return f"{day.year}年{day.month}月{day.day}日" + (f"（{chinese_weekday(day)}）" if weekday else "")


def chinese_weekday(day: date) -> str:
    """Return the name of a day's weekday, 星期二."""
    return f"星期{WEEKDAYS[day.weekday()]}"


def to_the_minute(moment: datetime) -> str:
    """Return when something was done, in the time of this place: 2024-12-24 09:30."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def told(day: date) -> Sentence:
    """Return a day as it stands in a sentence for the user, 2024年12月24日."""
    return Sentence("{year}年{month}月{day}日", year=day.year, month=day.month, day=day.day)


def told_weekday(of: date | str) -> Sentence:
    """Return a day's weekday, or that of a sign (of WEEKDAYS, or 天), as it stands in a sentence, 星期二."""
    return _TOLD_WEEKDAYS[of.weekday() if isinstance(of, date) else WEEKDAYS.index(of.replace("天", "日"))]


_TOLD_WEEKDAYS = (
    Sentence("星期一"),
    Sentence("星期二"),
    Sentence("星期三"),
    Sentence("星期四"),
    Sentence("星期五"),
    Sentence("星期六"),
    Sentence("星期日"),
)


def number(words: str) -> int:
    """Return what Arabic or Chinese digits up to 99 mean (`24`, `二十四`, `廿四`), or 0 if they mean nothing."""
    plain = words.translate(_NORMAL).replace("廿", "二十").replace("卅", "三十").replace("两", "二")
    if plain.isascii():
        return int(plain) if plain.isdigit() else 0
    if "十" not in plain:
        digits = [_DIGITS.get(sign) for sign in plain]
        return 0 if None in digits else int("".join(map(str, digits)))
    tens, _, ones = plain.partition("十")
    values = [_DIGITS.get(part or default) for part, default in ((tens, "一"), (ones, "〇"))]
    return 0 if None in values else int("".join(map(str, values)))


def _day(match: re.Match[str], year: int | None) -> date | None:
    part = match.groupdict()
    if part["y1"]:
        return _exists(_year(part["y1"]), number(part["m1"]), number(part["d1"]))
    if part["y2"]:
        return _exists(int(part["y2"]), int(part["m2"] or part["m3"]), int(part["d2"] or part["d3"]))
    if part["y4"]:
        return _either_order(int(part["y4"]), int(part["a"]), int(part["b"]))
    for key in "56":
        if part[f"y{key}"]:
            month = _ENGLISH.index(part[f"m{key}"][:3].lower()) + 1
            return _exists(int(part[f"y{key}"]), month, int(part[f"d{key}"]))
    return _exists(year, number(part["m7"]), number(part["d7"])) if year else None


def _year(words: str) -> int:
    if words[0] == "民":
        return 1911 + int(words[2:])
    return number(words) + (2000 if len(words) == 2 else 0)  # noqa: PLR2004 - 24年 is 2024年


def _either_order(year: int, first: int, second: int) -> date | None:
    days = {day for day in (_exists(year, first, second), _exists(year, second, first)) if day}
    return days.pop() if len(days) == 1 else None


def _exists(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _hours(match: re.Match[str]) -> Hours | None:
    half = match["half"] or ""
    if not half and match["start"][-1] in "点點" and _POINTS.match(match.string, match.end()):
        return None  # 提出3点要求
    since = _clock(match["start"], half)
    until = _clock(match["end"], match["half2"] or half) if match["end"] else None
    if since is None or (match["end"] and until is None):
        return None
    return Hours(since, until, match.start(), match.end())


def _clock(words: str, half: str) -> time | None:
    hour, *rest = map(number, re.findall("[0-9]+|[一二两三四五六七八九十]+", re.sub("[一三]刻$", "", words)))
    minute = rest[0] if rest else 0
    if words[-1] in "半刻":
        minute = {"半": 30, "一": 15, "三": 45}[words[-1] if words[-1] == "半" else words[-2]]
    half = half or words.lower()[-2:]
    if hour < NOON and (half in ("pm", "下午", "傍晚", "晚上", "晚间", "晚") or (half == "中午" and hour < 3)):  # noqa: PLR2004
        hour += NOON
    if hour == NOON and half in ("am", "凌晨"):
        hour = 0
    try:
        return time(hour, minute)
    except ValueError:
        return None


_BEFORE = re.compile(r"(?:之前|以前|以内|之内|前|内|截止|完成|前完成)$")
_NAMED = {"今天": 0, "今日": 0, "当天": 0, "当日": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3}
_WEEK = re.compile(r"(?P<which>下下个?|下个?|本|这个?|)(?:周|星期|礼拜)(?P<day>[一二三四五六日天])")
_MONTH_END = re.compile(r"(?P<which>下下个?|下个?|本|这个?|当|)月(?:底|末)")
_NAMED_MONTH_END = re.compile(
    r"(?P<year>[12][0-9]{3}年|明年|今年|)(?P<month>[0-9]{1,2}|[一二三四五六七八九十]{1,2})月份?[底末]"
)
_YEAR_END = re.compile(r"(?P<which>明年?|今|本|)年(?:底|末)")
_QUARTER_END = re.compile(r"(?P<which>下个?|本|)季度?(?:末|底)")
_IN_MONTH = re.compile(rf"(?P<which>下下个?|下个?|本|这个?|当|)月(?P<day>{_COUNT})[日号]?")
_DAY_ONLY = re.compile(rf"(?P<day>{_COUNT})[日号]")
_MONTH_DAY = re.compile(r"(?P<month>[0-9]{1,2})\s?[-./]\s?(?P<day>[0-9]{1,2})")
_NEXT_YEAR = re.compile(r"(?P<which>明年|今年|本年)\s?(?P<rest>.+)")
_AFTER = re.compile(rf"(?P<count>{_COUNT})\s?(?P<unit>天|日|周|个?星期|个月)(?:后|之后|以后|内|之内|以内)")


def meant(words: str, today: date) -> date | None:
    """Return the day that a date field's words mean on a given day, or None if they are not plain.

    `下周五` `周五` `月底` `12-31` `明天` `下月5日` `3天内` `12月31日前` or a whole date. A day without a year, and a
    weekday without a week, is the next one, today included. Working days are not counted: holidays are not known here.
    """
    plain = _BEFORE.sub("", "".join(words.translate(_NORMAL).split()))
    if match := _AFTER.fullmatch("".join(words.translate(_NORMAL).split())):
        return _later(match, today)
    if plain in _NAMED:
        return today + timedelta(_NAMED[plain])
    whole = find(plain)
    if len(whole) == 1 and not (plain[: whole[0].start] + plain[whole[0].end :]):
        return whole[0].day
    return _in_week(plain, today) or _at_end(plain, today) or _in_month(plain, today) or _in_year(plain, today)


def _later(match: re.Match[str], today: date) -> date | None:
    count, unit = number(match["count"]), match["unit"]
    if unit.endswith("月"):
        return _same_day(today, count)
    return today + timedelta(count * (7 if unit.endswith(("周", "星期")) else 1))


def _same_day(today: date, months: int) -> date:
    year, month = _month(today, months)
    return date(year, month, min(today.day, monthrange(year, month)[1]))


def _in_week(plain: str, today: date) -> date | None:
    match = _WEEK.fullmatch(plain)
    if not match:
        return None
    ahead = WEEKDAYS.index(match["day"].replace("天", "日")) - today.weekday()
    which = match["which"]
    if not which:
        return today + timedelta(ahead % 7)
    return today + timedelta(ahead + 7 * which.count("下"))


def _at_end(plain: str, today: date) -> date | None:
    if match := _MONTH_END.fullmatch(plain):
        return _last_day(*_month(today, match["which"].count("下")))
    if match := _NAMED_MONTH_END.fullmatch(plain):
        month = number(match["month"])
        if not 1 <= month <= MONTHS_A_YEAR:
            return None
        named = match["year"]
        years = {"": today.year + (month < today.month), "今年": today.year, "明年": today.year + 1}
        return _last_day(years[named] if named in years else int(named[:4]), month)
    if match := _YEAR_END.fullmatch(plain):
        return date(today.year + match["which"].startswith("明"), 12, 31)
    if match := _QUARTER_END.fullmatch(plain):
        return _last_day(*_month(today, 2 - (today.month - 1) % 3 + 3 * match["which"].count("下")))
    return None


def _in_month(plain: str, today: date) -> date | None:
    if match := _IN_MONTH.fullmatch(plain):
        return _exists(*_month(today, match["which"].count("下")), number(match["day"]))
    if match := _DAY_ONLY.fullmatch(plain):
        day = number(match["day"])
        return _exists(*_month(today, int(day < today.day)), day)
    return None


def _in_year(plain: str, today: date) -> date | None:
    if match := _NEXT_YEAR.fullmatch(plain):
        year = today.year + (match["which"] == "明年")
        return _day_of_year(match["rest"], year)
    this = _day_of_year(plain, today.year)
    return this if this is None or this >= today else _day_of_year(plain, today.year + 1)


def _day_of_year(plain: str, year: int) -> date | None:
    if match := _MONTH_DAY.fullmatch(plain):
        return _exists(year, int(match["month"]), int(match["day"]))
    found = find(plain, year)
    return found[0].day if len(found) == 1 and found[0].end - found[0].start == len(plain) else None


def _month(today: date, ahead: int) -> tuple[int, int]:
    months = today.year * 12 + today.month - 1 + ahead
    return months // 12, months % 12 + 1


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
