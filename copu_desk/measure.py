"""How long words are when set, and how a title is broken into lines of a good shape.

Lengths are in ems: a Chinese sign is one em wide, a Latin one is taken for half of that.
"""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from math import ceil

_LAST_OF_ONE_BYTE = 0x2E7F  # signs after it are as wide as they are high
_NARROW = "“”‘’…—·"  # of the signs before it, those that Chinese text sets as wide as its own

# A title is broken between these pieces: words of Latin letters and digits, short words that titles often have, single
# signs; closing signs and particles stay with what stands before them, opening signs with what follows.
_WORDS = (
    "会议|纪要|例会|工作|问题|情况|意见|通知|报告|计划|方案|办法|管理|建设|发展|研究|推进|加强|进一步|关于|有关|"
    "项目|组织|单位|部门|委员会|理事会|办公室|领导|小组|专题|座谈|讨论|审议|年度|季度|技术|开源|社区|人工智能|智能|"
    "创新|标准|安全|数据|服务|系统|中国|国家|全国|全球|联盟|公司|中心|大学|实施|落实|总结|部署|落地|应用|产业|现代"
)
_PIECE = re.compile(
    rf"[《“‘（(【「]*(?:{_WORDS}|[A-Za-z0-9.+#&'/-]+ ?|第[0-9一二三四五六七八九十]+[次届期]|.)"
    "[的了、，。：；！？》”’）)】」…—·]*",
    re.DOTALL,
)
_LINE_END = re.compile(r"(?<=[A-Za-z0-9.+#&'/-])\s*\n\s*(?=([A-Za-z0-9.+#&'/-]))|\s*\n\s*")
_GOOD_END = re.compile(r"[的、，：；！？》”’）)】」—· ]$|[和与及暨]$|关于$")
_BAD_START = re.compile(r"[和与及的]")
_MOST_LINES = 4
_STEP = 2, 6  # ems by which neighbouring lines of a good title differ


def width(words: str) -> float:
    """Return the width of words in ems, that of the longest line if there are several."""
    return max(sum(map(_sign_width, line)) for line in words.split("\n"))


def signs(words: str) -> int:
    """Return the width of words in Latin signs, which is how workbooks count the widths of their columns."""
    return ceil(2 * width(words))


def _sign_width(sign: str) -> float:
    return 1 if ord(sign) > _LAST_OF_ONE_BYTE or sign in _NARROW else 0.5


def shares(longest: list[float], total: float, em: float, padding: float) -> list[float]:
    """Share out a width among columns by their longest line (ems); em and padding are in the unit of the width.

    Short columns get what they need, long ones share the rest; what is left over is spread in proportion.
    """
    wanted = [length * em + padding for length in longest]
    made, left = [0.0] * len(wanted), total
    for done, column in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        made[column] = min(wanted[column], left / (len(wanted) - done))
        left -= made[column]
    taken = max(total - left, 1)
    return [share + left * share / taken for share in made]


def fitted(words: str, size: float, room: float) -> float:
    """Return the size, at most the given one, at which words fit into a room (in the unit of the size)."""
    return min(size, room / max(width(words), 1))


def shaped(words: str, room: float) -> str:
    """Return a title broken into as few lines as a room (in ems) allows, as a trapezoid or a diamond.

    GB/T 9704-2012 §7.3.1 asks for this shape, and that no word is torn apart.
    """
    if width(words) <= room or "\n" in words:
        return words
    pieces = [found[0] for found in _PIECE.finditer(words)]
    for count in range(2, _MOST_LINES + 1):
        if tried := [(_cost(lines), at, lines) for at, lines in enumerate(_broken(pieces, count, room))]:
            return "\n".join(line.rstrip(" ") for line in min(tried)[2])
    return words  # too long for a shape: lines are full, as in any paragraph


def unshaped(words: str) -> str:
    """Return a title that `shaped` has broken as one line again, with the spaces between its Latin words."""
    return _LINE_END.sub(lambda found: " " if found[1] else "", words)


def _broken(pieces: list[str], count: int, room: float) -> Iterator[list[str]]:
    """Return the ways to break pieces into a number of lines that all fit."""
    lengths = [0.0]
    for piece in pieces:
        lengths.append(lengths[-1] + width(piece))
    if lengths[-1] > count * room:
        return
    mean = lengths[-1] / count
    near = [at for at in range(1, len(pieces)) if count == 2 or _may_break(lengths[at], mean, count)]  # noqa: PLR2004
    for breaks in combinations(near, count - 1):
        ends = (0, *breaks, len(pieces))
        if all(lengths[end] - lengths[start] <= room for start, end in pairwise(ends)):
            yield ["".join(pieces[start:end]) for start, end in pairwise(ends)]


def _may_break(length: float, mean: float, count: int) -> bool:
    """Whether a line may end so far on: not farther than a step from where lines of one length would end."""
    return any(abs(length - mean * line) <= _STEP[1] for line in range(1, count))


def _cost(lines: list[str]) -> float:
    """Return how far lines are from a good shape and good breaks."""
    lengths = [width(line) for line in lines]
    steps = [after - before for before, after in pairwise(lengths)]
    waist = any(before < 0 < after for before, after in pairwise(steps))  # an hourglass
    cost = 20.0 if waist or max(lengths) - min(lengths) < 1 else 0.0  # or a box
    cost += sum(max(_STEP[0] - abs(step), 0, abs(step) - _STEP[1]) for step in steps)
    for before, after in pairwise(lines):
        cost += 0 if _GOOD_END.search(before) else 1.5
        cost += 8 if _BAD_START.match(after) else 0
    return cost
