"""Which faces to draw with where a machine lacks the one that a style names: those nearest to it, in order."""

_NEAREST = {
    "仿宋_GB2312": ("FangSong_GB2312", "FangSong", "仿宋", "STFangsong", "AR PL SungtiL GB"),
    "仿宋": ("FangSong", "FangSong_GB2312", "STFangsong", "AR PL SungtiL GB"),
    "楷体_GB2312": ("KaiTi_GB2312", "KaiTi", "楷体", "STKaiti", "Kaiti SC", "AR PL KaitiM GB"),
    "楷体": ("KaiTi", "KaiTi_GB2312", "STKaiti", "Kaiti SC", "AR PL KaitiM GB"),
    "黑体": (
        "SimHei",
        "STHeiti",
        "Heiti SC",
        "Noto Sans CJK SC",
        "Source Han Sans SC",
        "Microsoft YaHei",
        "PingFang SC",
    ),
    "方正小标宋简体": ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "STZhongsong", "华文中宋"),
    "宋体": ("SimSun", "STSong", "Songti SC"),
}
_SONG = ("Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "Songti SC", "Noto Sans CJK SC", "WenQuanYi Micro Hei")
_LATIN = {
    "Times New Roman": ("Liberation Serif", "Nimbus Roman", "Libertinus Serif"),
    "Arial": ("Liberation Sans", "Nimbus Sans", "DejaVu Sans"),
}


def faces(latin: str, han: str) -> dict[str, list[str]]:
    """Return the faces for Latin letters and for Chinese text, each the named one and those that stand in for it."""
    return {
        "latin": list(dict.fromkeys(filter(None, (latin, *_LATIN.get(latin, ()))))),
        "han": list(dict.fromkeys(filter(None, (han, *_NEAREST.get(han, ()), *_SONG)))),
    }
