"""What differs between two texts: which paragraph became which, and within a paragraph which words."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal, NamedTuple

Pair = tuple[int | None, int | None]
"""A paragraph's number in the old text and in the new one; None where it has none."""

Kind = Literal["same", "gone", "new"]
ALIKE = 0.35  # from this share of common pairs of characters on, two paragraphs are one that was changed
MOSTLY = 0.7  # of the pairs of characters of a paragraph that stand in the one it was split from
MOST_PAIRS = 40_000  # comparisons; beyond that, only paragraphs about as far into both texts are compared
LONGEST = 20_000  # characters of a paragraph that are compared one by one
_NEAR = 60
_FEW = 2  # so few common characters between two changes are part of the change, for the eye
_TOKEN = re.compile(r"[A-Za-z]+|[0-9]+|\s+|.", re.DOTALL)


class Part(NamedTuple):
    """A stretch of text that both have, or that went, or that is new."""

    kind: Kind
    words: str


class Change(NamedTuple):
    """That what stood from `start` to `end` (characters of the old text) is now `words`."""

    start: int
    end: int
    words: str


def pairs(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Return the paragraphs of both texts in reading order, changed ones as one pair, as far as they are alike."""
    made: list[Pair] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            made += zip(range(i1, i2), range(j1, j2), strict=True)
        else:
            made += _unequal(old, new, range(i1, i2), range(j1, j2))
    return made


def _unequal(old: Sequence[str], new: Sequence[str], left: range, right: range) -> list[Pair]:
    """Pair the paragraphs of two stretches that have none in common."""
    made: list[Pair] = []
    before_i, before_j = left.start, right.start
    for i, j in (*_best(old, new, left, right), (left.stop, right.stop)):
        gone, come = range(before_i, i), range(before_j, j)
        if len(gone) == len(come):  # as many as before in this place: one became the other
            made += zip(gone, come, strict=True)
        else:
            made += [(one, None) for one in gone]
            made += [(None, one) for one in come]
        if i < left.stop:
            made.append((i, j))
        before_i, before_j = i + 1, j + 1
    return made


def _best(old: Sequence[str], new: Sequence[str], left: range, right: range) -> list[tuple[int, int]]:
    """Return the pairs, in order in both texts, that are alike and together the most alike."""
    bags_left, bags_right = [_bag(old[i]) for i in left], [_bag(new[j]) for j in right]
    near = max(len(left), len(right)) if len(left) * len(right) <= MOST_PAIRS else _NEAR
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    alike: dict[tuple[int, int], float] = {}
    for i in range(len(left) - 1, -1, -1):
        middle = i * len(right) // max(len(left), 1)
        for j in range(len(right) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1])
            if abs(j - middle) <= near:
                score = _likeness(bags_left[i], bags_right[j])
                if score >= ALIKE and best[i + 1][j + 1] + score >= best[i][j]:
                    best[i][j] = best[i + 1][j + 1] + score
                    alike[i, j] = score
    made, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if (i, j) in alike and best[i][j] == best[i + 1][j + 1] + alike[i, j]:
            made.append((left[i], right[j]))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return made


def alike(one: str, other: str) -> bool:
    """Tell whether two paragraphs may be one that was changed."""
    return _likeness(_bag(one), _bag(other)) >= ALIKE


def contains(whole: str, words: str) -> bool:
    """Tell whether a paragraph, give or take some words, contains another one."""
    bag = _bag(words)
    return len(bag & _bag(whole)) >= MOSTLY * len(bag)


def _bag(words: str) -> frozenset[str]:
    said = words.strip()
    return frozenset(one + other for one, other in pairwise(said)) or frozenset((said,))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def changes(old: str, new: str) -> list[Change]:
    """Return what became what within a paragraph, from left to right; nothing if both are equal."""
    start = 0
    shorter = min(len(old), len(new))
    while start < shorter and old[start] == new[start]:
        start += 1
    tail = 0
    while tail < shorter - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    left, right = old[start : len(old) - tail], new[start : len(new) - tail]
    if not left and not right:
        return []
    if not left or not right or max(len(left), len(right)) > LONGEST:
        return [Change(start, start + len(left), right)]
    found = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag != "equal":
            found.append(Change(start + i1, start + i2, right[j1:j2]))
    return found


def parts(old: str, new: str) -> list[Part]:
    """Return both texts as one, for the eye: what went stands before what came, whole words and no confetti."""
    left, right = _TOKEN.findall(old), _TOKEN.findall(new)
    if max(len(left), len(right)) > LONGEST:
        codes = [("replace", 0, len(left), 0, len(right))] if old != new else [("equal", 0, len(left), 0, len(right))]
    else:
        codes = list(SequenceMatcher(None, left, right, autojunk=False).get_opcodes())
    gone, come, made = "", "", list[Part]()
    for number, (tag, i1, i2, j1, j2) in enumerate(codes):
        inside = 0 < number < len(codes) - 1
        if tag == "equal" and not (inside and i2 - i1 <= _FEW and (gone or come)):
            made += [Part("gone", gone), Part("new", come), Part("same", "".join(left[i1:i2]))]
            gone = come = ""
        else:
            gone, come = gone + "".join(left[i1:i2]), come + "".join(right[j1:j2])
    made += [Part("gone", gone), Part("new", come)]
    return [part for part in made if part.words]
