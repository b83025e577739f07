"""Part a list of people into its places: what stands outside brackets, what inside, and under which heading."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from copu_desk.model import Attendee
from copu_desk.recognize.labels import Kind, label
from copu_desk.recognize.marks import marked
from copu_desk.recognize.words import (
    HAN,
    is_han,
    is_handle,
    is_post_alone,
    like_latin,
    like_name,
    like_organization,
    like_post,
)

SHORT = 4  # characters of a name in most lists
_MOST_NESTED = 200  # brackets within the bracket of a group: one for each of its people
_OPEN, _CLOSE = "(（[【〔", ")）]】〕"
_SEPARATORS = "、，,；;|｜\n\t"
_BULLET = re.compile(r"\s*(?:[-*•·●▪◦‣]\s*|[(（]?[0-9]{1,3}(?:[.、．)）]|\s(?=\D))\s*)")
_GLUED = re.compile(f"[{HAN}A-Za-z0-9]+")
_OTHER_OFFICE = re.compile(
    f"[{HAN}]{{2,8}}[局部处厅院署][{HAN}]{{2,3}}$"
)  # 气象局风云: a name that is not known as one
_OFFICE_ENDS = "局部处司厅院所署会社"
_AT = re.compile(r"(?<![A-Za-z0-9._])@(?=\w)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of a list: what stands outside brackets, what inside, and under which heading it stands."""

    core: str
    brackets: tuple[str, ...]
    like: Attendee


def entries(words: str, common: Attendee) -> Iterator[Entry]:
    """Yield the places of a list; a heading without people on its line holds for the lines below."""
    below = common
    for line in words.split("\n"):
        line = _without_bullet(line)  # noqa: PLW2901
        found = label(line)
        if found and found.kind is Kind.PEOPLE:
            common = replace(common, presence=found.presence, capacity=found.capacity, organization="")
            below, line = common, found.value  # noqa: PLW2901
        alone = True
        for segment in _split_at(line, ";；"):
            here, rest = _heading(segment, below)
            for core, brackets, head in _of_offices(rest, here):
                alone = False
                yield from _group(core, brackets, head)
        if alone and line.rstrip().endswith((":", "：")):
            below = _heading(line.strip(), common)[0]


def _without_bullet(line: str) -> str:
    bullet = _BULLET.match(line)
    return line[bullet.end() :] if bullet else line


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
    return marked(like, head) or replace(like, organization=head)


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
        known, posts = "", list[str]()
        pieces = list(_pieces(part, like))
        of_many = any(core.startswith(("各", "全体")) for core, _, _ in pieces)  # 各系主任、教学秘书
        for (core, brackets, head), leads_on in zip(pieces, _lead_on(pieces), strict=True):
            if leads_on and not of_many:
                posts.append(core)  # of the person behind it: 党委副书记、院长罗文涛
                continue
            known = office(core) or known
            own = "" if _OTHER_OFFICE.match(core) and not office(core) else known
            yield core, brackets, replace(head, organization=head.organization or own, title="、".join(posts))
            posts.clear()


def _lead_on(pieces: Sequence[tuple[str, tuple[str, ...], Attendee]]) -> list[bool]:
    """Tell of each piece whether it is a post alone and the next that is none is somebody behind a post."""
    found, goes_on = list[bool](), False
    for core, brackets, _ in reversed(pieces):
        alone = not brackets and is_post_alone(core)
        found.append(alone and goes_on)
        if not alone:
            words = core.split()
            goes_on = _is_behind_post("".join(words[:2]) if len(words) > 1 else core)  # 院长 罗文涛
    return found[::-1]


def _is_behind_post(word: str) -> bool:
    return is_han(word) and any(like_name(word[-cut:]) and like_post(word[:-cut]) for cut in (4, 3, 2))


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


def _group(core: str, brackets: tuple[str, ...], like: Attendee) -> Iterator[Entry]:
    """Yield an entry, or all the people that stand in its bracket: `统信(张三、李四)`, `(线上：王五、赵六)`."""
    brackets = tuple(part for part in brackets if part)
    nested = len(brackets) == 1 and sum(brackets[0].count(sign) for sign in _OPEN) <= _MOST_NESTED
    inner = list(entries(brackets[0], like)) if nested else []
    named = sum(like_name(entry.core) for entry in inner)
    common = marked(like, core) if core else None
    headed = _at_colon(brackets[0])[1] if brackets and not is_handle(brackets[0]) else ""
    if headed and named == len(inner) > 0:
        yield from [Entry(core, (), like)] if core else []
        yield from inner
    elif named == len(inner) > 0 and _like_many(core, inner, common):
        common = common or replace(like, organization=core)
        yield from (replace(entry, like=common) for entry in inner)
    elif core or brackets:
        yield from _at_signs(Entry(core, brackets, like))


def _like_many(core: str, inner: Sequence[Entry], common: Attendee | None) -> bool:
    """Tell whether what stands in a bracket are the people of a group, not a remark on one person."""
    if not core or any(like_latin(entry.core) for entry in inner):
        return False
    if common or like_organization(core):
        return True
    return len(inner) > 1 and all(len(entry.core) > 1 for entry in inner)


def _at_signs(entry: Entry) -> Iterator[Entry]:
    """Part `@甲@乙`; an @id after a name stays with it."""
    parts = _AT.split(entry.core)
    if len(parts) == 1 or parts[0].strip():
        yield entry
        return
    for part in parts[1:-1]:
        yield Entry(part.strip(), (), entry.like)
    yield replace(entry, core=parts[-1].strip())


def office(word: str) -> str:
    """Return the office that is written onto a name (`星河软件张伟`), nothing if none is."""
    if like_name(word) or _is_behind_post(word) or not _GLUED.fullmatch(word):
        return ""
    cuts = [cut for cut in (4, 3, 2) if len(word) > cut + 1 and is_han(word[-cut:]) and like_name(word[-cut:])]
    for cut in cuts:
        if like_organization(word[:-cut]) or word[-cut - 1] in _OFFICE_ENDS:
            return word[:-cut]
    before = word[: -cuts[0]] if cuts and len(word) > SHORT else ""
    return "" if like_post(before) else before
