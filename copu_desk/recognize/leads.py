"""Recognise the sentences that open a meeting (主持召开) and an agenda item with its essay (发布如下一文)."""

import re
from dataclasses import dataclass

from copu_desk import dates

LONGEST_OPENING = 160  # characters of its first sentence
LONGEST_LEAD = 100

_STOP = re.compile("[。！!]")
_LEAD = re.compile("(?:本次|此次|本期|这次|今天|今日|会上|会议|例会|接着|随后|同时|另外|还)")
_PLAIN_LEAD = re.compile("(?:本次|此次)?(?:会议|例会).{2,120}[:：]")
_SAYS = re.compile(
    "认为|指出|强调|要求|决定|议定|同意|明确|提出|建议|时间|日期|地点|名称|主题|人员|记录|主持|议程|内容"
)
_GIVES = re.compile("发布|发表|刊登|刊发|学习|分享|推荐|介绍|通报|宣读|讨论|转发|印发|交流|阅读|研读")
_BELOW = re.compile("如下|以下|下文|下列|一文|两文|下面")
_MATTERS = re.compile("议题|事项|问题|议程|工作|要点|内容")
_TEXTS = re.compile("文|访谈|专访|对话|报告|讲话|演讲|发言|材料|信|通报|简报|评论|采访|消息|新闻")
_TITLE = re.compile(
    "(?:发布|发表|刊登|刊发|学习|分享|推荐|介绍|通报|宣读|讨论|转发|印发|交流|阅读|研读)(?:了)?(?P<title>.*?)"
    "(?:如下|以下|[,，]?供大家|[,，]?请大家)?(?:一文|两文|讨论|学习|参考|阅读)*[:：]$"
)
_EMPTY_TITLE = re.compile(
    "(?:如下|以下|下列|下面)?(?:的)?[一二两三几]?(?:篇|份|个)?(?:文章|短文|文|内容|材料|)(?:供大家.*|请大家.*|)"
)

_TOLD = re.compile("(?:本次|此次)?(?:会议|例会)[^，,、：:]{0,6}了")  # 会议听取了, 会议逐项检查了

_MEETS = re.compile("主持召开|主持了|主持|召开|举行|举办")
_CHAIRED = re.compile(
    r"(?:会议)?由?(?P<chair>[^，,。；;：:、\s在]{1,20})(?:在(?P<venue>[^，,。；;]{1,30}))?主持(?:召开|了|会议|本次会议)?"
)
_VENUE = re.compile("在(?P<venue>[^，,。；;在]{2,30}?)(?:主持)?(?:召开|举行|举办)")
_CALLED = re.compile("(?:召开|举行|举办)(?:了)?(?P<name>[^，,。；;：:！!]{2,40})")
_COUNT = "[0-9]{1,4}|[一二三四五六七八九十]{1,3}"
_TERM = re.compile(
    f"第?(?:{_COUNT})届(?=第?(?:{_COUNT})[次回]|.{{1,20}}第(?:{_COUNT})[次回])"
)  # 第三届理事会第五次会议
_NUMBER = re.compile(f"(?:第|(?<=届))(?P<number>{_COUNT})(?:次|届|回)")
_PERIOD = re.compile(
    "[0-9]{4}\\s?[-—–~至]{1,2}\\s?[0-9]{4}学年度?|第[一二三四1-4]学期|第?[一二三四1-4]季度|[上下]半年|第(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})周"
    "|(?<!个)(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月份?(?![0-9一二三四五六七八九十])"
)
"""What tells one meeting of a series from the others, besides its number and year."""
_YEAR = re.compile("(?:[0-9]{4}|[〇零○一二三四五六七八九]{4})年度?")


@dataclass(frozen=True, slots=True)
class Opening:
    """What the opening sentence says."""

    chair: str = ""
    venue: str = ""
    series: str = ""
    number: int = 0


def is_opening(words: str) -> bool:
    """Tell whether words begin with the sentence that says who called the meeting."""
    sentence = _first_sentence(words)
    return (
        len(sentence) <= LONGEST_OPENING
        and "会" in sentence
        and _MEETS.search(sentence) is not None
        and (sentence.endswith(("。", "：", ":")) or _CALLED.search(sentence) is not None)
    )


def part(words: str, *, plainly: bool = False, set_apart: bool = False) -> tuple[str, str]:
    """Part a paragraph into what stands before an item's lead and the lead that ends it (empty if there is none).

    `plainly` takes leads that announce no text too, and so does a paragraph that is `set_apart` as a heading.
    """
    stops = [stop.end() for stop in _STOP.finditer(words, 0, len(words) - 1)]
    last = stops[-1] if stops else 0
    rest = words[last:].strip()
    plainly = (plainly and is_plain_lead(rest)) or (set_apart and _is_set_apart(rest))
    return (words[:last].strip(), rest) if is_lead(rest) or plainly else (words, "")


def is_lead(words: str) -> bool:
    """Tell whether a sentence announces a text: `本次会议发布如下一文供大家讨论：`."""
    if not words.endswith((":", "：")) or len(words) > LONGEST_LEAD or _STOP.search(words):
        return False
    gives = _GIVES.search(words) and _BELOW.search(words) and _LEAD.match(words)
    return bool(gives) and (_TEXTS.search(words) is not None or not _MATTERS.search(words))


def is_plain_lead(words: str) -> bool:
    """Tell whether a sentence opens an item without announcing a text: `会议听取了进展汇报：`."""
    return (
        _PLAIN_LEAD.fullmatch(words) is not None
        and _STOP.search(words) is None
        and not _SAYS.search(words)
        and not (_BELOW.search(words) and _MATTERS.search(words))
    )


def _is_set_apart(words: str) -> bool:
    """Tell whether a heading opens an item by a sentence, whatever that is about."""
    is_sentence = _PLAIN_LEAD.fullmatch(words) is not None and _TOLD.match(words) is not None
    return is_sentence and not (_BELOW.search(words) and _MATTERS.search(words))


def announces_agenda(words: str) -> bool:
    """Tell whether a sentence announces the items: `会议讨论了以下议题：`, `现将会议有关情况纪要如下：`."""
    return words.endswith((":", "：")) and _BELOW.search(words[-LONGEST_LEAD:]) is not None and not is_lead(words)


def title(lead: str) -> str:
    """Return what a lead announces (`本次会议发表近日甲与乙的访谈如下:` -> `甲与乙的访谈`), or nothing."""
    match = _TITLE.search(lead)
    found = match["title"].strip(" ,，") if match else ""
    found = re.sub("^(?:近日|日前|最近|近期|昨日|今日)", "", found)
    return "" if _EMPTY_TITLE.fullmatch(found) else found


def read_opening(words: str, year: int) -> Opening:
    """Read who called which meeting where from the opening sentence."""
    sentence = _first_sentence(words)
    for found in reversed(dates.find(sentence, year)):
        sentence = sentence[: found.start] + "，" + sentence[found.end :]
    for hours in reversed(dates.hours(sentence)):
        sentence = sentence[: hours.start] + "，" + sentence[hours.end :]
    sentence = re.sub("[(（]?(?:星期|周)[一二三四五六日天][)）]?|[上下]午|晚上|晚", "，", sentence)
    chaired, placed, called = _CHAIRED.search(sentence), _VENUE.search(sentence), _CALLED.search(sentence)
    venue = (chaired and chaired["venue"]) or (placed and placed["venue"]) or ""
    chair = chaired["chair"].rpartition("由")[2] if chaired else ""  # 例会由陆主席主持
    return Opening(
        "" if chair in ("会议", "共同", "亲自") else chair,
        venue.removesuffix("主持").removesuffix("组织").strip(),
        series(called["name"]) if called else "",
        count(sentence),
    )


def series(words: str) -> str:
    """Return the name of a series as written, without period and number: `COPU 2024年第3次例会` -> `COPU例会`."""
    plain = _TERM.sub("", _NUMBER.sub("", _PERIOD.sub("", _YEAR.sub("", words)))).strip(' \t\u3000“”"《》的')
    plain = re.sub("[(（][)）]", "", plain)
    plain = plain.removesuffix("会议") if plain.endswith("例会会议") else plain  # of 例会第3次会议
    return re.sub(r"\s+(?=[\u4e00-\u9fff])", "", plain) if plain.endswith("会") or len(plain) > 1 else ""


def has_period(words: str) -> bool:
    """Tell whether words name the period or the term of a meeting (9月份, 第三届), which neither series nor number do."""
    return _PERIOD.search(words) is not None or _TERM.search(words) is not None


def count(words: str) -> int:
    """Return the number of the meeting that words tell (`第12次`), or 0."""
    match = _NUMBER.search(_TERM.sub("届", words))
    if not match:
        return 0
    return int(match["number"]) if match["number"].isascii() else dates.number(match["number"])


def _first_sentence(words: str) -> str:
    stop = _STOP.search(words)
    return words[: stop.end()] if stop else words
