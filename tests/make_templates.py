"""Make the Word templates of the house styles from numbers: `python tests/make_templates.py`, then look at the pages.

Paper, margins and proportions after GB/T 9704-2012 §5; lengths in twips (1/20 pt) unless said otherwise.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from copu_desk import style
from copu_desk.paths import STYLES

SONG, FANG, HEI, KAI, XBS = "宋体", "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体"
LATIN = "Times New Roman"
SANS = "Arial"  # beside 黑体, where Times New Roman would look faint

# A4, GB/T 9704-2012 §5.2.1: 37 mm above, 28 mm at the binding, type area 156 mm x 225 mm; §7.5: the page number's
# dashes stand 7 mm below the type area.
PAGE = {"w": 11906, "h": 16838}
MARGINS = {"top": 2098, "right": 1474, "bottom": 1984, "left": 1587, "header": 851, "footer": 1268, "gutter": 0}

# Size 4 (14 pt) rather than the standard's size 3: half of these minutes is essays of several pages. 25 lines of 31
# characters keep the standard's proportion of pitch to size (1.8) and make eight pages of what would be ten.
SIZE = 28  # half points
INDENT = 560  # two characters
PITCH = 510  # 25.5 pt: 25 lines in 225 mm


@dataclass(frozen=True)
class Look:
    """The look of one paragraph style: size in half points, lengths in twips, `line` exact unless it is 0 (single)."""

    identity: str
    name: str
    alias: str = ""
    face: str = FANG
    size: int = SIZE
    align: str = "both"
    first: int = 0
    left: int = 0
    right: int = 0
    before: int = 0
    after: int = 0
    line: int = PITCH
    outline: int | None = None
    keep: bool = False  # on one page with what follows
    together: bool = False  # no space between paragraphs of this style
    tight: bool = False  # no extra space between Chinese and Latin
    bold: bool = False
    list: int = 0  # the list it belongs to
    following: str = "Body"


COPU = (
    Look("Normal", "Normal", align="left", following="Normal"),
    Look("Secrecy", "密级", face=HEI, align="left", following="Title"),
    Look("Title", "Title", "纪要标题", XBS, 44, "center", line=720, before=120, after=PITCH, keep=True, tight=True,
         following="Opening"),
    Look("Opening", "开篇", first=INDENT, outline=0),
    Look("Body", "纪要正文", first=INDENT),
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
    Look("Note", "附注", face=KAI, size=24, align="left", line=400),
    Look("Address", "称谓", align="left", keep=True),
    Look("Signature", "落款", align="right", right=2 * INDENT, before=PITCH, together=True, following="Signature"),
    Look("Cell", "表格文字", size=24, align="left", line=400, following="Cell"),
    Look("HeadCell", "表头", face=HEI, size=24, align="center", line=400, keep=True, following="Cell"),
    Look("Picture", "图片", align="center", line=0, before=120, after=60, following="Caption"),
    Look("Caption", "caption", face=KAI, size=24, align="center", line=400, after=160),
    Look("Footer", "footer", face=SONG, size=24, align="center", line=320, following="Footer"),
)  # fmt: skip

# What stands in for a face where it is missing: fonts that come with Windows or with WPS.
FACES = {FANG: "仿宋", HEI: "SimHei", KAI: "楷体", XBS: "华文中宋", SONG: "SimSun"}

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def make(looks: tuple[Look, ...]) -> bytes:
    """Return the bytes of a template with these looks; nothing in it depends on when or where it is made."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as package:
        for name, words in _parts(looks):
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, (HEAD + words).encode())
    return buffer.getvalue()


WORD_PARTS = ("styles", "numbering", "settings", "fontTable", "footer")


def _parts(looks: tuple[Look, ...]) -> Iterator[tuple[str, str]]:
    yield "[Content_Types].xml", _content_types()
    yield (
        "_rels/.rels",
        _relations(("officeDocument", "word/document.xml"), ("extended-properties", "docProps/app.xml")),
    )
    yield "docProps/app.xml", _application()
    yield "word/document.xml", _document(looks)
    yield "word/_rels/document.xml.rels", _relations(*((name, f"{name}.xml") for name in WORD_PARTS))
    yield "word/styles.xml", _styles(looks)
    yield "word/numbering.xml", _numbering()
    yield "word/settings.xml", _settings()
    yield "word/fontTable.xml", _font_table()
    yield "word/footer.xml", _footer()


def _content_types() -> str:
    kinds = {f"word/{name}": f"{CONTENT}.{name}" for name in WORD_PARTS} | {
        "word/document": f"{CONTENT}.document.main",
        "docProps/app": "application/vnd.openxmlformats-officedocument.extended-properties",
    }
    overrides = "".join(
        f'<Override PartName="/{name}.xml" ContentType="{kind}+xml"/>' for name, kind in sorted(kinds.items())
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(*relations: tuple[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(relations, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def _application() -> str:
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>COPU Desk</Application></Properties>"
    )


def _document(looks: tuple[Look, ...]) -> str:
    """A page that shows each style to who changes it in Word; the writer puts the minutes in its place."""
    shown = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{look.identity}"/></w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
        f"<w:t>{look.alias or look.name}：在 Word 里修改这个样式，以后导出的纪要就照此排版。</w:t></w:r></w:p>"
        for look in looks
        if look.name != "footer"
    )
    size = " ".join(f'w:{side}="{length}"' for side, length in PAGE.items())
    margins = " ".join(f'w:{side}="{length}"' for side, length in MARGINS.items())
    return (
        f'<w:document {W} {R}><w:body>{shown}<w:sectPr><w:footerReference w:type="default" r:id="rId5"/>'
        f'<w:pgSz {size}/><w:pgMar {margins}/><w:cols w:space="425"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{PITCH}"/></w:sectPr></w:body></w:document>'
    )


def _styles(looks: tuple[Look, ...]) -> str:
    named = (
        ("Speaker", style.SPEAKER_STYLE, _fonts(HEI)),
        ("Label", style.LABEL_STYLE, _fonts(HEI)),
        ("Hyperlink", style.LINK_STYLE, '<w:color w:val="1F4E8C"/><w:u w:val="single"/>'),
    )
    characters = "".join(
        f'<w:style w:type="character" {_custom(name)}w:styleId="{identity}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Characters"/><w:uiPriority w:val="20"/><w:qFormat/><w:rPr>{properties}</w:rPr></w:style>'
        for identity, name, properties in named
    )
    return (
        f"<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>{_fonts(FANG)}"
        f'<w:kern w:val="2"/><w:sz w:val="{SIZE}"/><w:szCs w:val="{SIZE}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/>'
        "</w:docDefaults>"
        # Word's own styles are not offered unless they are used: the list shows those of the minutes
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
        'w:defQFormat="0" w:count="376"/>'
        + "".join(_paragraph_style(place, look) for place, look in enumerate(looks))
        + '<w:style w:type="character" w:default="1" w:styleId="Characters"><w:name w:val="Default Paragraph Font"/>'
        '<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        + characters
        + '<w:style w:type="table" w:default="1" w:styleId="Tables"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"{_cell_margins(0)}</w:tblPr></w:style>"
        f'<w:style w:type="table" w:customStyle="1" w:styleId="Minutes"><w:name w:val="{style.TABLE_STYLE}"/>'
        '<w:basedOn w:val="Tables"/><w:uiPriority w:val="39"/><w:qFormat/><w:tblPr><w:tblBorders>'
        + "".join(
            f'<w:{side} w:val="single" w:sz="{8 if side in ("top", "bottom") else 4}" w:space="0" w:color="auto"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        + f"</w:tblBorders>{_cell_margins(40)}</w:tblPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="Lists"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style></w:styles>'
    )


def _cell_margins(above: int) -> str:
    lengths = {"top": above, "left": 108, "bottom": above, "right": 108}
    sides = "".join(f'<w:{side} w:w="{length}" w:type="dxa"/>' for side, length in lengths.items())
    return f"<w:tblCellMar>{sides}</w:tblCellMar>"


def _custom(name: str) -> str:
    return "" if name.isascii() else 'w:customStyle="1" '


def _fonts(face: str) -> str:
    latin = SANS if face == HEI else LATIN
    return f'<w:rFonts w:ascii="{latin}" w:eastAsia="{face}" w:hAnsi="{latin}" w:cs="{latin}"/>'


def _paragraph_style(place: int, look: Look) -> str:
    normal = look.identity == "Normal"
    alias = f'<w:aliases w:val="{look.alias}"/>' if look.alias else ""
    head = 'w:default="1" ' if normal else _custom(look.name)
    based = "" if normal else '<w:basedOn w:val="Normal"/>'
    bold = "<w:b/><w:bCs/>" if look.bold else ""
    return (
        f'<w:style w:type="paragraph" {head}w:styleId="{look.identity}"><w:name w:val="{escape(look.name)}"/>{alias}'
        f'{based}<w:next w:val="{look.following}"/><w:uiPriority w:val="{place}"/><w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(look)}</w:pPr><w:rPr>{_fonts(look.face)}{bold}"
        f'<w:sz w:val="{look.size}"/><w:szCs w:val="{look.size}"/></w:rPr></w:style>'
    )


def _paragraph_properties(look: Look) -> str:
    number = f'<w:numPr><w:numId w:val="{look.list}"/></w:numPr>' if look.list else ""
    tight = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>' if look.tight else "<w:autoSpaceDE/><w:autoSpaceDN/>"
    grid = "" if look.line == PITCH else '<w:snapToGrid w:val="0"/>'
    line = f'w:line="{look.line}" w:lineRule="exact"' if look.line else 'w:line="240" w:lineRule="auto"'
    # the indent of a list is that of its level, in numbering.xml
    indent = f'<w:ind w:left="{look.left}" w:right="{look.right}" w:firstLine="{look.first}"/>'
    return (
        ("<w:keepNext/><w:keepLines/>" if look.keep else "")
        + f"<w:widowControl/>{number}<w:kinsoku/><w:overflowPunct/>{tight}{grid}"
        + f'<w:spacing w:before="{look.before}" w:after="{look.after}" {line}/>'
        + ("" if look.list else indent)
        + ("<w:contextualSpacing/>" if look.together else "")
        + f'<w:jc w:val="{look.align}"/>'
        + ("" if look.outline is None else f'<w:outlineLvl w:val="{look.outline}"/>')
    )


# The forms of a list's levels, again and again: •, –, · and 1., （1）, a)
BULLETS = ("bullet", "•"), ("bullet", "–"), ("bullet", "·")
NUMBERS = ("decimal", "%{}."), ("decimal", "（%{}）"), ("lowerLetter", "%{})")


def _numbering() -> str:
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        + "".join(_level(level, *forms[level % 3]) for level in range(9))
        + "</w:abstractNum>"
        for number, forms in ((1, BULLETS), (2, NUMBERS))
    )
    lists = "".join(f'<w:num w:numId="{one}"><w:abstractNumId w:val="{one}"/></w:num>' for one in (1, 2))
    return f"<w:numbering {W}>{abstract}{lists}</w:numbering>"


def _level(level: int, form: str, words: str) -> str:
    bullet = form == "bullet"
    first = f'<w:pStyle w:val="{"ListBullet" if bullet else "ListNumber"}"/>' if level == 0 else ""
    hanging = 840 if words == "（%{}）" else 420
    left = INDENT * (level + 1) + hanging
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{first}'
        f'<w:lvlText w:val="{words.format(level + 1)}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
        f"<w:rPr>{_fonts(FANG)}</w:rPr></w:lvl>"
    )


def _settings() -> str:
    """What a Chinese Word writes: punctuation squeezed, no stretched lines before a line break, today's layout."""
    compatible = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    return (
        f'<w:settings {W}><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>'
        '<w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
        "<w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>"
        f"<w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>{compatible}</w:compat>"
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _font_table() -> str:
    faces = "".join(
        f'<w:font w:name="{face}"><w:altName w:val="{other}"/><w:charset w:val="86"/></w:font>'
        for face, other in FACES.items()
    )
    latin = "".join(
        f'<w:font w:name="{face}"><w:charset w:val="00"/><w:family w:val="{family}"/></w:font>'
        for face, family in ((LATIN, "roman"), (SANS, "swiss"))
    )
    return f"<w:fonts {W}>{faces}{latin}</w:fonts>"


def _footer() -> str:
    """The page number between two dashes; a field in runs of its own, or WPS shows nothing."""
    fonts = f'<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="{SONG}" w:eastAsia="{SONG}" w:hAnsi="{SONG}"/></w:rPr>'
    runs = "".join(
        f"<w:r>{fonts}{inside}</w:r>"
        for inside in (
            '<w:t xml:space="preserve">— </w:t>',
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            '<w:t xml:space="preserve"> —</w:t>',
        )
    )
    return f'<w:ftr {W} {R}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{runs}</w:p></w:ftr>'


TEMPLATES = {"copu": COPU}

if __name__ == "__main__":
    for template, looks in TEMPLATES.items():
        path = Path(sys.argv[1] if len(sys.argv) > 1 else STYLES) / f"{template}.docx"
        path.write_bytes(make(looks))
        print(path)
