"""Read lists of attendees in every notation that minutes use: who stands in each of their places."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from copu_desk.document import clean
from copu_desk.model import Attendee, Presence, new_id
from copu_desk.recognize import entries
from copu_desk.recognize.entries import SHORT, Entry
from copu_desk.recognize.marks import is_away, marked
from copu_desk.recognize.words import (
    HAN,
    is_call,
    is_han,
    is_handle,
    is_post_alone,
    like_latin,
    like_name,
    like_organization,
    like_parted,
    like_post,
)

LONGEST_NAME = 30  # characters; anything longer is no name
_COUNT = re.compile(
    r"(?P<name>.{0,40}?)(?P<count>(?:等|共|共计|合计|总计|一行|约)+\s?(?:[0-9一二三四五六七八九十百]{1,5}\s?[余多]?\s?[人位名])?等?)"
)
_IN_SESSION = re.compile(".*(?:主持|记录|迟到|早退|召集|整理|(?<![时现近古当年世])代(?!表|码|理))(?:人|员)?.*")
_FOR_ITEMS = re.compile(
    "(?:参加|列席)?(?:.{0,6}议题.{0,8}|第?[0-9一二三四五六七八九十、至到-]{1,9}[项个](?:事项|议程)?)"
)
_COUNTED = re.compile("[0-9]{1,4}\\s?[人位名].{0,4}(?:到会|参会|出席|参加)|(?:应到|实到)[^、，,]{0,4}[0-9]")
_RANK = re.compile("副|总经理|总监|总裁|总工|总会计师|总编|高级|首席|常务|执行|助理|代理|名誉|荣誉")
_NUMBER = re.compile(f"(?:^|(?<=\\s))[0-9]{{1,2}}[.．)）]\\s?(?=[{HAN}])")  # 1.王伟 2.李娜
_BY_WHICH = re.compile("腾讯|微信|钉钉|飞书|zoom|电话", re.IGNORECASE)  # more than that somebody was online
_TURNED = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # signs that let a name read backwards
_REASON = re.compile(
    "冲突|出差|因|事|病|假|培训|休|原因|身体|另有|外地|海外|外出|公差|公务|学习|调研|挂职|值班|住院|开会"
)
_DASH = re.compile(r"\s*[-－—–―/／_]\s*")
_NOBODY = re.compile("无|没有|暂无|none|nil|n/?a|/|-+|—+", re.IGNORECASE)
_SENTENCE = re.compile("[。！？!?…“”]")


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list says: the people, words that are nobody (`等32人`), and names that do not look like names."""

    attendees: tuple[Attendee, ...]
    rest: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()


def attendees(words: str, presence: Presence = Presence.ONSITE) -> tuple[Attendee, ...]:
    """Return the people of a list as pasted: one or several lines, with labels or without.

    Presence is that of people who stand under no label and carry no mark.
    """
    return read(words, Attendee(presence=presence)).attendees


def read(words: str, like: Attendee | None = None) -> Listed:
    """Read a list; `like` is what its people have in common unless the list says otherwise."""
    common = like or Attendee(presence=Presence.ONSITE)
    words = _TURNED.sub("", clean(words))
    places = list(entries.entries(words, common))
    single = len(places) == 1
    first = _side(places)
    people: list[Attendee] = []
    rest: list[str] = []
    for entry in places:
        core, count = _without_count(_NUMBER.sub("", entry.core))
        rest += [count] if count else []
        inside = [part for part in entry.brackets if not _is_count(part)]
        rest += [part for part in entry.brackets if _is_count(part)]
        if core or inside:
            people += _people(replace(entry, core=core, brackets=tuple(inside)), single, first)
    rest += [one.organization or one.note for one in people if not one.name]
    named = tuple(replace(one, id=new_id()) for one in people if one.name)
    return Listed(named, tuple(rest), tuple(one.name for one in named if not _plain_name(one.name)))


def is_list(words: str) -> bool:
    """Tell whether words are a list of people rather than a sentence: at least half of them must look like names."""
    listed = read(words)
    if (
        not listed.attendees
        or _NOBODY.fullmatch(words.strip().rstrip("。."))
        or _SENTENCE.search(words.strip().rstrip("。"))
    ):
        return False
    names = [one.name for one in listed.attendees]
    if "、" in words and all(len(name) <= SHORT for name in names):
        return True
    return max(map(len, names)) <= LONGEST_NAME and 2 * len(listed.doubtful) <= len(names)


def _plain_name(name: str) -> bool:
    return like_name(name) or is_call(name) or (like_post(name) and len(name) <= SHORT)


def _is_count(words: str) -> bool:
    """Tell whether words count people: `共12人`, `11位委员中5位到会`."""
    return words != "" and (_without_count(words)[0] == "" or _COUNTED.search(words) is not None)


def _without_count(core: str) -> tuple[str, str]:
    """Part `李四等32人` into the name and what is no name."""
    if not core.endswith(("人", "位", "名", "等")) or like_name(core):
        return core, ""
    match = _COUNT.fullmatch(core) or re.fullmatch("(?P<name>)(?P<count>[0-9]{1,5}[人位名])", core)
    return (match["name"].strip(), match["count"]) if match else (core, "")


def _side(places: Iterable[Entry]) -> bool | None:
    """Tell from all `甲-乙` and `甲 乙` of a list whether the name stands first; None if they do not tell."""
    pairs = [parts for entry in places if len(parts := _halves(entry.core)) == 2]  # noqa: PLR2004
    votes = sum(_plausible(left) - _plausible(right) for left, right in pairs)
    if votes:
        return votes > 0
    lefts, rights = (Counter(side) for side in zip(*pairs, strict=True)) if pairs else (Counter(), Counter())
    return None if len(lefts) == len(rights) else len(lefts) > len(rights)


def _plausible(word: str) -> bool:
    return like_name(word) and not like_organization(word)


def _halves(core: str) -> list[str]:
    if like_latin(core):
        return [core]
    parts = [part for part in _DASH.split(core) if part]
    return parts if len(parts) > 1 else _words(core)


def _words(core: str) -> list[str]:
    """Return the words of an entry; a name padded with a space (`石 勇`) and Latin words in a row are one."""
    found: list[str] = []
    whole, latin = True, False
    for word in core.split():
        if not whole and like_parted(found[-1], word):
            found[-1] += word
            whole = True
        elif latin and like_latin(found[-1] + " " + word):
            found[-1] += " " + word
        else:
            found.append(word)
            whole, latin = False, like_latin(word)
    return found


def _people(entry: Entry, single: bool, first: bool | None) -> Iterator[Attendee]:
    """Yield the people of a place; posts that stand before it are the first one's, before his own."""
    posts, entry = entry.like.title, replace(entry, like=replace(entry.like, title=""))
    for one in _who(entry, single, first):
        yield replace(one, title="、".join(filter(None, (posts, one.title))))
        posts = ""


def _who(entry: Entry, single: bool, first: bool | None) -> Iterator[Attendee]:
    parts = _halves(entry.core)
    dashed = len(parts) > 1 and not any(sign.isspace() for sign in _DASH.sub("", entry.core))
    if dashed:
        people = [_from_parts(parts, entry, first)]
    elif len(parts) > 1:
        people = list(_from_words(parts, entry, first, single))
    else:
        people = [_glued("".join(parts), entry.like)]
    for part in entry.brackets:
        if people:
            people[-1] = _annotated(people[-1], part)
    yield from people


def _from_parts(parts: list[str], entry: Entry, first: bool | None) -> Attendee:
    """Understand `单位-姓名`, `姓名-单位`, `单位-姓名-职务`; what does not tell stays one name as written."""
    name = _which(parts, first)
    if name is None:
        return replace(entry.like, name=entry.core)
    person = replace(entry.like, name=parts[name])
    for place, part in enumerate(parts):
        if place != name:
            person = _with(person, part)
    return person


def _which(parts: list[str], first: bool | None) -> int | None:
    likely = [place for place, part in enumerate(parts) if _plausible(part)]
    if len(likely) == 1:
        return likely[0]
    return None if first is None or len(parts) != 2 else int(not first)  # noqa: PLR2004


def _from_words(parts: list[str], entry: Entry, first: bool | None, single: bool) -> Iterator[Attendee]:
    """Understand words parted by spaces: several people, or one with organization, post, handle."""
    like = entry.like
    names = [place for place, part in enumerate(parts) if _is_person(place, parts, first, single)]
    names = names or [place for place, part in enumerate(parts) if _is_called(part, like)]
    if not names and not any(like_post(part) or like_organization(part) or is_handle(part) for part in parts):
        yield from (replace(like, name=part) for part in parts)
        return
    names = names or [0]
    before = names[0] > 0
    for turn, place in enumerate(names):
        end = names[turn + 1] if turn + 1 < len(names) else len(parts)
        begin = names[turn - 1] + 1 if turn else 0
        person = _glued(parts[place], like)
        for part in parts[begin:place] if before else parts[place + 1 : end]:
            person = _with(person, part)
        if before and turn + 1 == len(names):
            for part in parts[place + 1 :]:
                person = _with(person, part)
        yield person


def _is_called(part: str, like: Attendee) -> bool:
    """Tell whether a word is somebody with a post: 张伟经理, 王主任."""
    return like_name(_glued(part, like).name) or (like_post(part) and not is_post_alone(part))


def _is_person(place: int, parts: list[str], first: bool | None, single: bool) -> bool:
    part = parts[place]
    if not _plausible(part) or like_post(part):
        return False
    if len(parts) == 2 and not single and first is not None and all(map(_plausible, parts)):  # noqa: PLR2004
        return place == int(not first)
    latin_alias = like_latin(part) and any(is_han(other) and _plausible(other) for other in parts)
    return not latin_alias or (single and len(parts) > 2)  # noqa: PLR2004


def _glued(word: str, like: Attendee) -> Attendee:
    """Part a post that is written onto a name (`张三教授`, `秘书长李四`); `王主任` stays as it is."""
    word = word.removeprefix("@")
    for cut in (2, 3) if _RANK.match(word, 2) else (3, 2):  # 李娜副主任 is 李娜
        if like_name(word[:cut]) and is_han(word) and like_post(word[cut:]):
            return replace(like, name=word[:cut], title=word[cut:])
    for cut in (3, 2):
        if is_han(word) and like_name(word[-cut:]) and like_post(word[:-cut]):
            return replace(like, name=word[-cut:], title=word[:-cut])
    office = entries.office(word)
    return replace(like, name=word[len(office) :], organization=office or like.organization)


def _with(person: Attendee, part: str) -> Attendee:
    """Add what stands beside a name: a mark, a post, a handle, else the organization."""
    if as_marked := marked(person, part):
        return as_marked
    if (
        is_handle(part)
        or (like_latin(part) and part.islower())
        or _IN_SESSION.fullmatch(part)
        or _FOR_ITEMS.fullmatch(part)
        or _FOR_ITEMS.fullmatch(part)
        or len(part) > LONGEST_NAME
        or (person.presence in (Presence.EXCUSED, Presence.ABSENT) and _REASON.search(part))
    ):
        return noted(person, part)
    if like_post(part):
        return replace(person, title=part) if not person.title else noted(person, part)
    return replace(person, organization=part) if not person.organization else noted(person, part)


def noted(person: Attendee, words: str) -> Attendee:
    """Return somebody with words added to what is noted of them."""
    return replace(person, note="，".join(filter(None, (person.note, words))))


def _annotated(person: Attendee, inside: str) -> Attendee:
    """Understand a bracket after a name: `线上`, `时间冲突，请假`, `统信`, `统信 总经理`, `@id`."""
    whole = [inside] if _FOR_ITEMS.fullmatch(inside) else re.split("[，,、;；]", inside)
    parts = [part.strip() for part in whole if part.strip()]
    away = any(map(is_away, parts))
    for part in parts:
        words = part.split()
        if as_marked := marked(person, part):
            person = noted(as_marked, part) if _BY_WHICH.search(part) else as_marked
        elif away or any(sign in part for sign in ":：。"):
            person = noted(person, part)
        elif "请假" in part or part in ("事假", "病假", "公假", "出差", "休假"):
            person = replace(noted(person, part), presence=Presence.EXCUSED)
        elif len(words) > 1 and like_post(words[-1]):
            person = _with(_with(person, " ".join(words[:-1])), words[-1])
        else:
            person = _with(person, part)
    return person
