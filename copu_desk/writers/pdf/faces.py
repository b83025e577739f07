"""Which fonts to draw with where a machine lacks the one that a style names, and what the secretary chose instead."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain

import typst

from copu_desk import style as names
from copu_desk.style import HouseStyle, name_in_word
from copu_desk.writers.pdf.looks import Looks

_SAME = {
    "仿宋_GB2312": ("FangSong_GB2312",),
    "仿宋": ("FangSong",),
    "楷体_GB2312": ("KaiTi_GB2312",),
    "楷体": ("KaiTi",),
    "黑体": ("SimHei",),
    "宋体": ("SimSun",),
    "方正小标宋简体": ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05"),
    "微软雅黑": ("Microsoft YaHei",),
    "等线": ("DengXian",),
}
"""Other names of the same font, as its file or another system calls it."""

_FANG = ("FangSong_GB2312", "FangSong", "仿宋", "STFangsong", "华文仿宋", "AR PL SungtiL GB")
_KAI = ("KaiTi_GB2312", "KaiTi", "楷体", "STKaiti", "华文楷体", "Kaiti SC", "AR PL KaitiM GB")
_SANS = ("SimHei", "STHeiti", "Heiti SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC")
_NEAREST = {
    "仿宋_GB2312": _FANG,
    "仿宋": _FANG,
    "楷体_GB2312": _KAI,
    "楷体": _KAI,
    "黑体": _SANS,
    "微软雅黑": _SANS,
    "等线": _SANS,
    "方正小标宋简体": ("STZhongsong", "华文中宋"),
    "宋体": ("STSong", "Songti SC"),
    "Times New Roman": ("Liberation Serif", "Times", "Nimbus Roman", "Libertinus Serif"),
    "Arial": ("Liberation Sans", "Helvetica", "Nimbus Sans", "Noto Sans CJK SC", "DejaVu Sans"),
    "Calibri": ("Carlito", "Liberation Sans", "DejaVu Sans"),
}
_SONG = ("Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "Songti SC", "Noto Sans CJK SC", "WenQuanYi Micro Hei")


class _Chosen:
    """What was chosen last: exchanged as a whole, since pages are set in several threads."""

    instead: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Use:
    """A font that a style asks for: for which of its styles, whether this machine has it, and what is drawn instead."""

    name: str
    styles: tuple[str, ...]
    is_here: bool
    drawn: str


@cache
def fonts() -> typst.Fonts:
    """Return the fonts of this machine, looked for once."""
    return typst.Fonts()


@cache
def _families() -> dict[str, str]:
    return {family.lower(): family for family in fonts().families()}


def families() -> tuple[str, ...]:
    """Return the names of the fonts of this machine."""
    return tuple(sorted(_families().values()))


def choose(instead: Mapping[str, str]) -> None:
    """Draw with other fonts of this machine where it lacks the named ones: the machine's setting, for all that is set.

    A choice that this machine does not have counts for nothing.
    """
    _Chosen.instead = dict(instead)


def fonts_for(latin: str, han: str) -> dict[str, list[str]]:
    """Return the fonts of this machine for Latin letters and for Chinese text, the best first."""
    return {"latin": list(_here(latin)), "han": list(dict.fromkeys((*_here(han), *_known(_SONG))))}


def _here(name: str) -> Iterator[str]:
    """Return what stands for a font here: itself, else what was chosen, else those nearest to it."""
    own = tuple(_known((name, *_SAME.get(name, ()))))
    chosen = () if own else tuple(_known((_Chosen.instead.get(name, ""),)))
    yield from dict.fromkeys((*own, *chosen, *_known(_NEAREST.get(name, ()))))


def _known(wanted: tuple[str, ...]) -> Iterator[str]:
    known = _families()
    yield from (known[name.lower()] for name in wanted if name.lower() in known)


def uses(style: HouseStyle) -> tuple[Use, ...]:
    """Return the fonts that a house style asks for, those that this machine lacks first; StyleError if it is broken."""
    looks, found = Looks(style), dict[str, list[str]]()
    chinese = set[str]()
    for name in dict.fromkeys((*names.ALL_STYLES, "footer")):
        look = looks.of(name)
        chinese.add(look.han)
        for face in filter(None, (look.han, look.latin)):
            found.setdefault(face, []).append(name_in_word(name))
    made = [_use(name, tuple(styles), is_chinese=name in chinese) for name, styles in found.items()]
    return tuple(sorted(made, key=lambda one: one.is_here))


def _use(name: str, styles: tuple[str, ...], *, is_chinese: bool) -> Use:
    is_here = any(_known((name, *_SAME.get(name, ()))))
    others = _known(_SONG) if is_chinese else iter(())
    return Use(name, styles, is_here, next(chain(_here(name), others), ""))
