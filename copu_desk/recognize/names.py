"""Read lists of attendees in every notation that minutes use."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from copu_desk.document import clean
from copu_desk.model import Attendee, Capacity, Presence, new_id
from copu_desk.recognize.labels import Kind, label
from copu_desk.recognize.words import (
    HAN,
    is_han,
    is_handle,
    like_latin,
    like_name,
    like_organization,
    like_parted,
    like_post,
)

LONGEST_NAME = 30  # characters; anything longer is no name
_SHORT = 4  # characters of a name in most lists

_MOST_NESTED = 200  # brackets within the bracket of a group: one for each of its people
_OPEN, _CLOSE = "(（[【〔", ")）]】〕"
_SEPARATORS = "、，,；;|｜\n\t"
_BULLET = re.compile(r"\s*(?:[-*•·●▪◦‣]\s*|[(（]?[0-9]{1,3}(?:[.、．)）]|\s(?=\D))\s*)")
_COUNT = re.compile(
    r"(?P<name>.{0,40}?)(?P<count>(?:等|共|共计|合计|总计|一行|约)+\s?(?:[0-9一二三四五六七八九十百]{1,5}\s?[余多]?\s?[人位名])?等?)"
)
_ONLINE = re.compile(
    "(?:线上|線上|在线|远程|視訊|视频|电话|网络|云端|腾讯会议|online|remote)(?:参会|参加|出席|与会|接入|列席|人员)?",
    re.I,
)
_ONSITE = re.compile("(?:现场|線下|线下|实体|實體|到场|onsite|on-site)(?:参会|参加|出席|与会|列席|人员)?", re.I)
_EXCUSED = re.compile("请假|請假|因事请假|已请假|excused", re.I)
_ABSENT = re.compile("缺席|缺勤|未到|未到会|未参会|未出席|absent", re.I)
_CAPACITIES = {
    **dict.fromkeys(("列席", "旁听", "线上列席", "现场列席", "observer"), Capacity.OBSERVER),
    **dict.fromkeys(("嘉宾", "特邀", "特邀嘉宾", "guest"), Capacity.GUEST),
}
_IN_SESSION = re.compile(".*(?:主持|记录|迟到|早退|召集|代|整理)(?:人|员)?.*")
_TURNED = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # signs that let a name read backwards
_REASON = re.compile("冲突|出差|因|事|病|假|培训|休|原因|身体|另有|外地|海外")
_GLUED = re.compile(f"[{HAN}A-Za-z0-9]+")
_OFFICE_ENDS = "局部处司厅院所署会社"
_DASH = re.compile(r"\s*[-－—–―/／_]\s*")
_SENTENCE = re.compile("[。！？!?…“”]")
_AT = re.compile(r"(?<![A-Za-z0-9._])@(?=\w)")


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list says: the people, words that are nobody (`等32人`), and names that do not look like names."""

    attendees: tuple[Attendee, ...]
    rest: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    """One place of a list: what stands outside brackets, what inside, and under which heading it stands."""

    core: str
    brackets: tuple[str, ...]
    like: Attendee


def attendees(words: str, presence: Presence = Presence.ONSITE) -> tuple[Attendee, ...]:
    """Return the people of a list as pasted: one or several lines, with labels or without.

    Presence is that of people who stand under no label and carry no mark.
    """
    return read(words, Attendee(presence=presence)).attendees


def read(words: str, like: Attendee | None = None) -> Listed:
    """Read a list; `like` is what its people have in common unless the list says otherwise."""
    common = like or Attendee(presence=Presence.ONSITE)
    words = _TURNED.sub("", clean(words))
    entries = list(_entries(words, common))
    single = len(entries) == 1
    first = _side(entries)
    people: list[Attendee] = []
    rest: list[str] = []
    for entry in entries:
        core, count = _without_count(entry.core)
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
    if not listed.attendees or _SENTENCE.search(words.strip().rstrip("。")):
        return False
    names = [one.name for one in listed.attendees]
    if "、" in words and all(len(name) <= _SHORT for name in names):
        return True
    return max(map(len, names)) <= LONGEST_NAME and 2 * len(listed.doubtful) <= len(names)


def is_mark(word: str) -> bool:
    """Tell whether a word says how somebody attends (线上, 请假, 列席), not who."""
    return _marked(word, Attendee()) is not None or word in ("请假", "@")


def marked(person: Attendee, word: str) -> Attendee:
    """Return somebody as a mark says (线上, 请假, 列席); as they are where it says nothing."""
    return _marked(word, person) or person


def _plain_name(name: str) -> bool:
    return like_name(name) or (like_post(name) and len(name) <= _SHORT)


def _is_count(words: str) -> bool:
    return _without_count(words)[0] == "" and words != ""


def _without_count(core: str) -> tuple[str, str]:
    """Part `李四等32人` into the name and what is no name."""
    if not core.endswith(("人", "位", "名", "等")) or like_name(core):
        return core, ""
    match = _COUNT.fullmatch(core) or re.fullmatch("(?P<name>)(?P<count>[0-9]{1,5}[人位名])", core)
    return (match["name"].strip(), match["count"]) if match else (core, "")


# --- from words to entries ------------------------------------------------------------------------------------------


def _entries(words: str, common: Attendee) -> Iterator[_Entry]:
    """Yield the places of a list; a heading without people on its line holds for the lines below."""
    below = common
    for line in words.split("\n"):
        line = _without_bullet(line)  # noqa: PLW2901
        found = label(line)
        if found and found.kind is Kind.PEOPLE:
            common = replace(common, presence=found.presence, capacity=found.capacity, organization="")
            below, line = common, found.value  # noqa: PLW2901
        alone = True
        for segment in _segments(line):
            here, rest = _heading(segment, below)
            for core, brackets, head in _of_offices(rest, here):
                alone = False
                yield from _group(core, brackets, head)
        if alone and line.rstrip().endswith((":", "：")):
            below = _heading(line.strip(), common)[0]


def _without_bullet(line: str) -> str:
    bullet = _BULLET.match(line)
    return line[bullet.end() :] if bullet else line


def _segments(line: str) -> Iterator[str]:
    """Part a line at semicolons outside brackets."""
    yield from _split_at(line, ";；")


def _split_at(line: str, signs: str) -> Iterator[str]:
    """Part a line at signs outside brackets."""
    depth, begin = 0, 0
    for place, sign in enumerate(line):
        depth += (sign in _OPEN) - (sign in _CLOSE)
        depth = max(depth, 0)
        if sign in signs and not depth:
            yield line[begin:place]
            begin = place + 1
    yield line[begin:]


def _heading(segment: str, like: Attendee) -> tuple[Attendee, str]:
    """Take a group's heading off a segment: `统信：`, `线上：`."""
    head, colon, rest = _at_colon(segment)
    head = head.strip(" \t\u3000、，,")
    if not colon or any(sign in _SEPARATORS or sign.isspace() for sign in head):
        return like, segment
    return _headed(head, like), rest


def _headed(head: str, like: Attendee) -> Attendee:
    found = label(head + "：")
    if found and found.kind is Kind.PEOPLE:
        return replace(like, presence=found.presence, capacity=found.capacity)
    marked = _marked(head, like)
    return marked or replace(like, organization=head)


def _at_colon(words: str) -> tuple[str, str, str]:
    depth = 0
    for place, sign in enumerate(words):
        depth = max(depth + (sign in _OPEN) - (sign in _CLOSE), 0)
        if sign in ":：" and not depth and words[place : place + 3] != "://":
            return words[:place], sign, words[place + 1 :]
    return words, "", ""


def _of_offices(segment: str, like: Attendee) -> Iterator[tuple[str, tuple[str, ...], Attendee]]:
    """Yield the pieces of a segment; an office that is written onto its first person holds up to the next comma.

    So official minutes list people: 星河软件张伟、李响，北辰大学贺兰.
    """
    for part in _split_at(segment, "，,"):
        office = ""
        for core, brackets, head in _pieces(part, like):
            office = _office(core) or office
            yield core, brackets, replace(head, organization=head.organization or office)


def _pieces(segment: str, like: Attendee) -> Iterator[tuple[str, tuple[str, ...], Attendee]]:
    """Yield what stands between separators: outside brackets, inside brackets, and the heading it stands under."""
    for outside, brackets in _split(segment):
        core = outside
        while True:
            head, colon, rest = _at_colon(core)
            if not colon:
                break
            *before, head = head.split() or [""]
            if before:
                yield " ".join(before), (), like
            like, core = _headed(head, like), rest.strip()
        if core or brackets:
            yield core, brackets, like


def _split(segment: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    outside: list[str] = []
    brackets: list[str] = []
    depth, begin = 0, 0
    closed = False
    for place, sign in enumerate(segment):
        if sign in _OPEN:
            begin = begin if depth else place + 1
            depth += 1
        elif sign in _CLOSE and depth:
            depth -= 1
            if not depth:
                brackets.append(segment[begin:place].strip())
                closed = any(not part.isspace() for part in outside)
        elif not depth:
            fresh = closed and not sign.isspace() and sign not in "-－—–/／@:：。."
            if sign in _SEPARATORS or fresh:
                yield _tidy(outside), tuple(brackets)
                outside, brackets = [], []
                closed = False
            if sign not in _SEPARATORS:
                outside.append(sign)
                closed = closed and sign.isspace()
    if depth:
        brackets.append(segment[begin:].strip())
    yield _tidy(outside), tuple(brackets)


def _tidy(outside: Sequence[str]) -> str:
    words = "".join(outside).strip().strip("。*_ ")
    return words.rstrip(".") if re.search(f"[{HAN}]\\.$", words) else words


def _group(core: str, brackets: tuple[str, ...], like: Attendee) -> Iterator[_Entry]:
    """Yield an entry, or all the people that stand in its bracket: `统信(张三、李四)`, `(线上：王五、赵六)`."""
    brackets = tuple(part for part in brackets if part)
    nested = len(brackets) == 1 and sum(brackets[0].count(sign) for sign in _OPEN) <= _MOST_NESTED
    inner = list(_entries(brackets[0], like)) if nested else []
    named = sum(like_name(entry.core) for entry in inner)
    marked = _marked(core, like) if core else None
    headed = _at_colon(brackets[0])[1] if brackets and not is_handle(brackets[0]) else ""
    if headed and named == len(inner) > 0:
        yield from [_Entry(core, (), like)] if core else []
        yield from inner
    elif named == len(inner) > 0 and like_many(core, inner, marked):
        common = marked or replace(like, organization=core)
        yield from (replace(entry, like=common) for entry in inner)
    elif core or brackets:
        yield from _at_signs(_Entry(core, brackets, like))


def like_many(core: str, inner: Sequence[_Entry], marked: Attendee | None) -> bool:
    """Tell whether what stands in a bracket are the people of a group, not a remark on one person."""
    if not core or any(like_latin(entry.core) for entry in inner):
        return False
    if marked or like_organization(core):
        return True
    return len(inner) > 1 and all(len(entry.core) > 1 for entry in inner)


def _at_signs(entry: _Entry) -> Iterator[_Entry]:
    """Part `@甲@乙`; an @id after a name stays with it."""
    parts = _AT.split(entry.core)
    if len(parts) == 1 or parts[0].strip():
        yield entry
        return
    for part in parts[1:-1]:
        yield _Entry(part.strip(), (), entry.like)
    yield replace(entry, core=parts[-1].strip())


# --- from entries to people -----------------------------------------------------------------------------------------


def _side(entries: Iterable[_Entry]) -> bool | None:
    """Tell from all `甲-乙` and `甲 乙` of a list whether the name stands first; None if they do not tell."""
    pairs = [parts for entry in entries if len(parts := _halves(entry.core)) == 2]  # noqa: PLR2004
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


def _people(entry: _Entry, single: bool, first: bool | None) -> Iterator[Attendee]:
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


def _from_parts(parts: list[str], entry: _Entry, first: bool | None) -> Attendee:
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


def _from_words(parts: list[str], entry: _Entry, first: bool | None, single: bool) -> Iterator[Attendee]:
    """Understand words parted by spaces: several people, or one with organization, post, handle."""
    like = entry.like
    names = [place for place, part in enumerate(parts) if _is_person(place, parts, first, single)]
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
    for cut in (3, 2):
        if like_name(word[:cut]) and is_han(word) and _is_post(word[cut:]):
            return replace(like, name=word[:cut], title=word[cut:])
    for cut in (3, 2):
        if is_han(word) and like_name(word[-cut:]) and _is_post(word[:-cut]):
            return replace(like, name=word[-cut:], title=word[:-cut])
    office = _office(word)
    return replace(like, name=word[len(office) :], organization=office or like.organization)


def _office(word: str) -> str:
    """Return the office that is written onto a name (`星河软件张伟`), nothing if none is."""
    if like_name(word) or not _GLUED.fullmatch(word):
        return ""
    cuts = [cut for cut in (4, 3, 2) if len(word) > cut + 1 and is_han(word[-cut:]) and like_name(word[-cut:])]
    for cut in cuts:
        if like_organization(word[:-cut]) or word[-cut - 1] in _OFFICE_ENDS:
            return word[:-cut]
    office = word[: -cuts[0]] if cuts and len(word) > _SHORT else ""
    return "" if _is_post(office) else office


def _is_post(word: str) -> bool:
    return len(word) > 1 and like_post(word)


def _with(person: Attendee, part: str) -> Attendee:
    """Add what stands beside a name: a mark, a post, a handle, else the organization."""
    if marked := _marked(part, person):
        return marked
    if (
        is_handle(part)
        or (like_latin(part) and part.islower())
        or _IN_SESSION.fullmatch(part)
        or len(part) > LONGEST_NAME
        or (person.presence in (Presence.EXCUSED, Presence.ABSENT) and _REASON.search(part))
    ):
        return _noted(person, part)
    if _is_post(part):
        return replace(person, title=part) if not person.title else _noted(person, part)
    return replace(person, organization=part) if not person.organization else _noted(person, part)


def _noted(person: Attendee, words: str) -> Attendee:
    return replace(person, note="，".join(filter(None, (person.note, words))))


def _annotated(person: Attendee, inside: str) -> Attendee:
    """Understand a bracket after a name: `线上`, `时间冲突，请假`, `统信`, `统信 总经理`, `@id`."""
    parts = [part.strip() for part in re.split("[，,、;；]", inside) if part.strip()]
    away = any(_EXCUSED.fullmatch(part) or _ABSENT.fullmatch(part) for part in parts)
    for part in parts:
        words = part.split()
        if marked := _marked(part, person):
            person = marked
        elif away or any(sign in part for sign in ":：。"):
            person = _noted(person, part)
        elif "请假" in part or part in ("事假", "病假", "公假", "出差", "休假"):
            person = replace(_noted(person, part), presence=Presence.EXCUSED)
        elif len(words) > 1 and _is_post(words[-1]):
            person = _with(_with(person, " ".join(words[:-1])), words[-1])
        else:
            person = _with(person, part)
    return person


def _marked(words: str, person: Attendee) -> Attendee | None:
    """Apply a mark of presence or capacity; None if the words are none."""
    plain = words.strip()
    capacity = _CAPACITIES.get(plain.lower(), person.capacity)
    if "列席" in plain:
        capacity = Capacity.OBSERVER
    for pattern, presence in (
        (_ONLINE, Presence.ONLINE),
        (_ONSITE, Presence.ONSITE),
        (_EXCUSED, Presence.EXCUSED),
        (_ABSENT, Presence.ABSENT),
    ):
        if pattern.fullmatch(plain):
            return replace(person, presence=presence, capacity=capacity)
    return replace(person, capacity=capacity) if plain.lower() in _CAPACITIES else None
