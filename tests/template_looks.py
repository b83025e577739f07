"""The looks of the house styles as numbers: paper, margins and proportions after GB/T 9704-2012.

Lengths are in twips (1/20 pt) and sizes in half points, unless said otherwise.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

SONG, FANG, HEI, KAI, XBS, YAHEI = "宋体", "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体", "微软雅黑"
LATIN, SANS = "Times New Roman", "Arial"
RED = "FF0000"
NAVY, INK, MUTED, LINE, TINT = "1F4E79", "222B36", "5B6673", "C9D1DA", "EEF3F8"

# A4, GB/T 9704-2012 §5.2.1: 37 mm above, 28 mm at the binding, type area 156 mm x 225 mm.
PAGE = {"w": 11906, "h": 16838}
MM = 56.6929  # twips
OFFICIAL = {"top": 2098, "right": 1474, "bottom": 1984, "left": 1587, "header": 851, "footer": 1268, "gutter": 0}
WIDTH = PAGE["w"] - OFFICIAL["left"] - OFFICIAL["right"]


@dataclass(frozen=True)
class Look:
    """The look of one paragraph style: size in half points, lengths in twips, `line` exact unless it is 0 (single)."""

    identity: str
    name: str
    alias: str = ""
    face: str = ""  # that of the house
    size: int = 0  # that of the house
    align: str = "both"
    first: int = 0
    left: int = 0
    hanging: int = 0
    right: int = 0
    before: int = 0
    after: int = 0
    line: int = -1  # that of the house
    outline: int | None = None
    keep: bool = False  # on one page with what follows
    together: bool = False  # no space between paragraphs of this style
    tight: bool = False  # no extra space between Chinese and Latin
    bold: bool = False
    color: str = ""
    new_page: bool = False
    corner: bool = False  # out of the text, in the upper left corner of the type area
    tabs: tuple[tuple[str, int], ...] = ()
    borders: tuple[tuple[str, int, int, str], ...] = ()  # side, width in 1/8 pt, distance in pt, colour
    shade: str = ""
    list: int = 0  # the list it belongs to
    following: str = "Body"


@dataclass(frozen=True)
class Table:
    """The look of a table: borders (side to width in 1/8 pt and colour), space in its cells, its first row's shade."""

    borders: dict[str, tuple[int, str]]
    above: int = 40
    beside: int = 108
    head: str = ""


@dataclass(frozen=True)
class House:
    """All looks of a house style; lengths in twips, sizes in half points."""

    looks: tuple[Look, ...]
    face: str
    size: int
    pitch: int
    indent: int
    latin: dict[str, str]
    label: str  # the face of labels and speakers
    tables: tuple[Table, Table, Table]  # with heads; of labels and facts; the imprint
    foot: Callable[["House", bool], str]
    margins: dict[str, int]
    grid: str
    label_color: str = ""
    link_color: str = "1F4E8C"
    two_sided: bool = False
    squeeze: int = 0  # twips by which signs of the house's size stand closer
    snapped: bool = True  # whether lines and signs keep to the grid
    full_pages: bool = False  # rather a lone line of a paragraph than a page that is not full


def rules(thick: int, thin: int, color: str = "auto", sides: str = "top left bottom right insideH insideV") -> Any:
    return {side: (thick if side in ("top", "bottom") else thin, color) for side in sides.split()}


# GB/T 9704-2012 §7.4.1: first and last rule 0.35 mm, inner ones 0.25 mm
IMPRINT = Table(rules(8, 6, sides="top bottom insideH"), 0, 0)

# COPU: size 4 (14 pt) rather than the standard's size 3: half of these minutes is essays of several pages. 25 lines of
# 31 characters keep the standard's proportion of pitch to size (1.8) and make eight pages of what would be ten.
# Eight twips are left over below the 25th line: LibreOffice counts in 1/100 mm, by which 25 lines would not fit else.
COPU_MARGINS = OFFICIAL | {"bottom": 1976}
INDENT = 560  # two characters
PITCH = 510  # 25.5 pt: 25 lines in 225 mm

COPU = (
    Look("Normal", "Normal", align="left", following="Normal"),
    Look("Secrecy", "密级", face=HEI, align="left", following="Title"),
    Look("Mark", "纪要标志", "", XBS, 88, "center", line=924, before=PITCH, after=PITCH, keep=True, tight=True,
         color=RED, following="Title"),
    Look("Issue", "期号", align="center", following="Issuer"),
    Look("Issuer", "发文行", align="left", tabs=(("right", WIDTH),), following="Title"),
    Look("Rule", "红线", line=120, borders=(("bottom", 12, 1, RED),), following="Title"),
    Look("Title", "Title", "纪要标题", XBS, 44, "center", line=720, before=120, after=PITCH, keep=True, tight=True,
         following="Opening"),
    Look("Opening", "开篇", first=INDENT, outline=0),
    Look("Body", "纪要正文", first=INDENT),
    Look("Part", "部分标题", face=HEI, size=32, align="left", before=PITCH, after=120, outline=0, keep=True),
    Look("Section", "分节", face=HEI, size=32, align="center", before=PITCH, outline=0, keep=True),
    Look("Lead", "导语", first=INDENT, before=PITCH, outline=0, keep=True),
    Look("Heading1", "heading 1", "议题", HEI, 32, first=INDENT, before=255, after=60, outline=0, keep=True),
    Look("Heading2", "heading 2", "附文标题", XBS, 36, "center", line=640, before=PITCH, after=120, outline=1,
         keep=True, tight=True, following="Byline"),
    Look("Presenter", "汇报人", first=INDENT),
    Look("Byline", "署名", face=KAI, align="center", after=200, keep=True, together=True, following="Byline"),
    Look("Heading3", "heading 3", "一级标题", HEI, first=INDENT, before=200, after=40, outline=2, keep=True),
    Look("Heading4", "heading 4", "二级标题", KAI, first=INDENT, before=100, outline=3, keep=True),
    Look("Heading5", "heading 5", "三级标题", FANG, first=INDENT, outline=4, keep=True, bold=True),
    Look("Heading6", "heading 6", "四级标题", FANG, first=INDENT, outline=5, keep=True),
    Look("Turn", "发言", first=INDENT, following="Turn"),
    Look("Quote", "Quote", "引文", KAI, first=INDENT, left=INDENT, right=INDENT, before=100, after=100, together=True,
         following="Quote"),
    Look("Typed", "序号段落", first=INDENT, following="Typed"),
    Look("ListBullet", "List Bullet", "项目", list=1, following="ListBullet"),
    Look("ListNumber", "List Number", "编号", list=2, following="ListNumber"),
    Look("Decision", "决议", first=INDENT, following="Decision"),
    Look("Action", "待办", first=INDENT, following="Action"),
    Look("Attendance", "参会人员", first=INDENT, before=PITCH, together=True, following="Attendance"),
    Look("Annex", "附件标记", face=HEI, align="left", new_page=True, keep=True, following="Heading2"),
    Look("AnnexNote", "附件说明", left=1400, hanging=840, before=PITCH),
    Look("AnnexList", "附件清单", left=1680, hanging=1120, before=PITCH, together=True,
         tabs=(("left", 1400), ("left", 1680)), following="AnnexList"),
    Look("Note", "附注", face=KAI, size=24, align="left", line=400),
    Look("Address", "称谓", align="left", keep=True),
    Look("Signature", "落款", align="right", right=2 * INDENT, before=PITCH, keep=True, together=True,
         following="Signature"),
    Look("Cell", "表格文字", size=24, align="left", line=400, following="Cell"),
    Look("HeadCell", "表头", face=HEI, size=24, align="center", line=400, keep=True, following="Cell"),
    Look("FactLabel", "信息表标签", face=HEI, size=24, align="left", line=400, following="Cell"),
    Look("Imprint", "版记", size=24, left=960, hanging=720, right=240, line=400, following="Imprint"),
    Look("Picture", "图片", align="center", line=0, before=120, after=60, following="Caption"),
    Look("Caption", "caption", face=KAI, size=24, align="center", line=400, after=160),
    Look("Footer", "footer", face=SONG, size=24, align="center", line=320, following="Footer"),
)  # fmt: skip

# Official minutes: GB/T 9704-2012. 22 lines of 28 characters (§5.2.3): 225 mm / 22 = 28.99 pt, of which Word takes
# steps of 0.05 pt; 29 pt would give 21 lines. 156 mm / 28 = 15.79 pt a character, set through the grid.
GRID_LINE, GRID_CHARACTER = 579, -848  # twips; 1/4096 pt that a character of 16 pt is narrower
TWO, THREE, FIVE = 632, 947, 1579  # twips of 2, 3 and 5 characters of 15.79 pt
MARK = 54  # pt; §10.3 leaves the size to the organ
MARK_LINE = round(MARK * 1.05 * 20)  # of which a line set exact stands 4/5 above the baseline: as high as the signs
MARK_ABOVE = round(
    35 * MM
)  # with what follows whole lines; §10.3: the upper edge of the mark is 35 mm below that of the type area
FOUR = 280  # twips of a character of size 4

OFFICIAL_LOOKS = (
    Look("Normal", "Normal", following="Normal"),
    Look("Secrecy", "密级", face=HEI, align="left", corner=True, following="Title"),
    Look("Mark", "纪要标志", "", XBS, MARK * 2, "center", line=MARK_LINE, before=MARK_ABOVE,
         after=7 * GRID_LINE - MARK_ABOVE - MARK_LINE, keep=True, tight=True, color=RED, following="Title"),
    Look("Issue", "期号", align="center", keep=True, following="Issuer"),
    Look("Issuer", "发文行", align="left", left=320, right=320, tabs=(("right", WIDTH - 320),), keep=True,
         following="Title"),
    Look("Rule", "红线", line=120, after=2 * GRID_LINE - 120, borders=(("bottom", 12, 1, RED),), keep=True,
         following="Title"),
    Look("Title", "Title", "纪要标题", XBS, 44, "center", before=GRID_LINE, after=GRID_LINE, keep=True, tight=True,
         following="Opening"),
    Look("Opening", "开篇", first=TWO, outline=0),
    Look("Body", "纪要正文", first=TWO),
    Look("Part", "部分标题", face=HEI, align="center", before=GRID_LINE, outline=0, keep=True),
    Look("Section", "分节", face=HEI, align="center", before=GRID_LINE, after=GRID_LINE, outline=0, keep=True),
    Look("Lead", "导语", first=TWO, outline=0, keep=True),
    Look("Heading1", "heading 1", "议题", HEI, first=TWO, outline=0, keep=True),
    Look("Heading2", "heading 2", "附件标题", XBS, 44, "center", before=GRID_LINE, after=GRID_LINE, outline=1,
         keep=True, tight=True, following="Byline"),
    Look("Presenter", "汇报人", first=TWO),
    Look("Byline", "署名", face=KAI, align="center", after=GRID_LINE, keep=True, together=True, following="Byline"),
    Look("Heading3", "heading 3", "一级标题", HEI, first=TWO, outline=2, keep=True),
    Look("Heading4", "heading 4", "二级标题", KAI, first=TWO, outline=3, keep=True),
    Look("Heading5", "heading 5", "三级标题", FANG, first=TWO, outline=4, keep=True),
    Look("Heading6", "heading 6", "四级标题", FANG, first=TWO, outline=5, keep=True),
    Look("Turn", "发言", first=TWO, following="Turn"),
    Look("Quote", "Quote", "引文", KAI, first=TWO, following="Quote"),
    Look("Typed", "序号段落", first=TWO, following="Typed"),
    Look("ListBullet", "List Bullet", "项目", list=1, following="ListBullet"),
    Look("ListNumber", "List Number", "编号", list=2, following="ListNumber"),
    Look("Decision", "决议", first=TWO, following="Decision"),
    Look("Action", "待办", first=TWO, following="Action"),
    Look("Attendance", "参会人员", left=FIVE, hanging=THREE, before=GRID_LINE, together=True, following="Attendance"),
    Look("Annex", "附件标记", face=HEI, align="left", new_page=True, keep=True, following="Heading2"),
    Look("AnnexNote", "附件说明", left=FIVE, hanging=THREE, before=GRID_LINE),
    Look("AnnexList", "附件清单", left=FIVE + 320, hanging=THREE + 320, before=GRID_LINE, together=True,
         tabs=(("left", FIVE), ("left", FIVE + 320)), following="AnnexList"),
    Look("Note", "附注", face=KAI, size=28, align="left"),
    Look("Address", "称谓", align="left", keep=True),
    Look("Signature", "落款", align="right", right=2 * TWO, before=GRID_LINE, keep=True, together=True,
         following="Signature"),
    Look("Cell", "表格文字", size=24, align="left", line=400, following="Cell"),
    Look("HeadCell", "表头", face=HEI, size=24, align="center", line=400, keep=True, following="Cell"),
    Look("FactLabel", "信息表标签", face=HEI, size=24, align="left", line=400, following="Cell"),
    # §7.4: size 4, one character in on both sides, turned-over lines below the first sign after the colon
    Look("Imprint", "版记", size=28, left=4 * FOUR, hanging=3 * FOUR, right=FOUR, line=520, following="Imprint"),
    Look("Picture", "图片", align="center", line=0, before=120, after=60, following="Caption"),
    Look("Caption", "caption", face=KAI, size=28, align="center", line=440, after=160),
    Look("Footer", "footer", face=SONG, size=28, align="left", line=320, following="Footer"),
)  # fmt: skip
# §7.5: the dashes beside the page number stand 7 mm below the type area, that is 269 mm below the paper's upper edge
OFFICIAL_MARGINS = OFFICIAL | {"footer": 1418}

# Business minutes: one quiet face, colour only where the eye should go, rules instead of boxes.
PLAIN_PITCH = 350
PLAIN_MARGINS = {"top": 1304, "right": 1304, "bottom": 1247, "left": 1304, "header": 680, "footer": 624, "gutter": 0}
PLAIN_WIDTH = PAGE["w"] - 2 * 1304
PLAIN = (
    Look("Normal", "Normal", align="left", following="Normal"),
    Look("Secrecy", "密级", align="right", size=18, color=MUTED, following="Title"),
    Look("Mark", "纪要标志", "", size=52, align="left", line=760, after=120, keep=True, bold=True, color=NAVY,
         following="Title"),
    Look("Issue", "期号", align="left", color=MUTED, following="Issuer"),
    Look("Issuer", "发文行", align="left", tabs=(("right", PLAIN_WIDTH),), color=MUTED, following="Title"),
    Look("Rule", "红线", line=120, borders=(("bottom", 12, 1, NAVY),), following="Title"),
    Look("Title", "Title", "纪要标题", size=42, align="left", line=620, after=200, keep=True, bold=True, color=NAVY,
         borders=(("bottom", 12, 6, NAVY),), following="Opening"),
    Look("Opening", "开篇", before=160, after=80),
    Look("Body", "纪要正文", before=40, after=60),
    Look("Part", "部分标题", size=27, align="left", line=460, before=360, after=120, outline=0, keep=True, bold=True,
         color=NAVY),
    Look("Section", "分节", size=24, align="left", line=400, before=240, after=80, outline=1, keep=True, bold=True,
         color=MUTED),
    Look("Lead", "导语", after=80, keep=True),
    Look("Heading1", "heading 1", "议题", size=23, align="left", line=400, before=200, after=60, outline=1, keep=True,
         bold=True),
    Look("Heading2", "heading 2", "附件标题", size=34, align="left", line=520, before=60, after=100, outline=1,
         keep=True, bold=True, color=NAVY, following="Byline"),
    Look("Presenter", "汇报人", size=19, align="left", after=60, color=MUTED, keep=True),
    Look("Byline", "署名", size=19, align="left", after=160, keep=True, together=True, color=MUTED, following="Byline"),
    Look("Heading3", "heading 3", "一级标题", size=23, align="left", line=400, before=200, after=60, outline=2,
         keep=True, bold=True),
    Look("Heading4", "heading 4", "二级标题", align="left", before=120, after=40, outline=3, keep=True, bold=True),
    Look("Heading5", "heading 5", "三级标题", align="left", before=80, outline=4, keep=True, bold=True, color=MUTED),
    Look("Heading6", "heading 6", "四级标题", align="left", outline=5, keep=True, color=MUTED),
    Look("Turn", "发言", after=80, following="Turn"),
    Look("Quote", "Quote", "引文", left=240, before=60, after=100, together=True, color=MUTED,
         borders=(("left", 18, 8, LINE),), following="Quote"),
    Look("Typed", "序号段落", after=60, following="Typed"),
    Look("ListBullet", "List Bullet", "项目", after=40, list=1, following="ListBullet"),
    Look("ListNumber", "List Number", "编号", after=40, list=2, following="ListNumber"),
    Look("Decision", "决议", left=160, before=80, after=80, borders=(("left", 24, 6, NAVY),), shade=TINT, together=True,
         following="Decision"),
    Look("Action", "待办", left=160, before=80, after=80, borders=(("left", 24, 6, LINE),), together=True,
         following="Action"),
    Look("Attendance", "参会人员", before=120, together=True, following="Attendance"),
    Look("Annex", "附件标记", size=19, align="left", new_page=True, keep=True, bold=True, color=MUTED,
         following="Heading2"),
    Look("AnnexNote", "附件说明", left=630, hanging=630, before=240),
    Look("AnnexList", "附件清单", left=960, hanging=960, before=240, together=True,
         tabs=(("left", 630), ("left", 960)), following="AnnexList"),
    Look("Note", "附注", size=18, align="left", line=300, color=MUTED),
    Look("Address", "称谓", align="left", after=80, keep=True),
    Look("Signature", "落款", align="left", before=240, keep=True, together=True,
         following="Signature"),
    Look("Cell", "表格文字", size=20, align="left", line=320, following="Cell"),
    Look("HeadCell", "表头", size=20, align="left", line=320, keep=True, bold=True, color=NAVY, following="Cell"),
    Look("FactLabel", "信息表标签", size=20, align="left", line=320, color=MUTED, following="Cell"),
    Look("Imprint", "版记", size=18, line=300, color=MUTED, following="Imprint"),
    Look("Picture", "图片", align="left", line=0, before=120, after=60, following="Caption"),
    Look("Caption", "caption", size=18, align="left", line=300, after=160, color=MUTED),
    Look("Footer", "footer", size=17, align="right", line=280, color=MUTED, following="Footer"),
)  # fmt: skip
