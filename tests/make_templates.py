"""Make the Word templates of the house styles from numbers: `python tests/make_templates.py`, then look at the pages.

The numbers stand in template_looks.py; here they become the parts of a Word file.
"""

import sys
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from template_looks import (
    COPU,
    COPU_MARGINS,
    FANG,
    FOUR,
    GRID_CHARACTER,
    GRID_LINE,
    HEI,
    IMPRINT,
    INDENT,
    KAI,
    LATIN,
    LINE,
    NAVY,
    OFFICIAL_LOOKS,
    OFFICIAL_MARGINS,
    PAGE,
    PITCH,
    PLAIN,
    PLAIN_MARGINS,
    PLAIN_PITCH,
    SANS,
    SONG,
    TINT,
    TWO,
    XBS,
    YAHEI,
    House,
    Look,
    Table,
    rules,
)

from copu_desk import style
from copu_desk.paths import STYLES

# What stands in for a face where it is missing: fonts that come with Windows or with WPS.
FACES = {FANG: "仿宋", HEI: "SimHei", KAI: "楷体", XBS: "华文中宋", SONG: "SimSun", YAHEI: "Microsoft YaHei"}

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def make(house: House) -> bytes:
    """Return the bytes of a template with these looks; nothing in it depends on when or where it is made."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as package:
        for name, words in _parts(house):
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, (HEAD + words).encode())
    return buffer.getvalue()


def _word_parts(house: House) -> dict[str, str]:
    """Return the parts of the text and their kinds."""
    kinds = ("styles", "numbering", "settings", "fontTable", "footer")
    return {kind: kind for kind in kinds} | ({"footer_even": "footer"} if house.two_sided else {})


def _parts(house: House) -> Iterator[tuple[str, str]]:
    yield "[Content_Types].xml", _content_types(house)
    yield (
        "_rels/.rels",
        _relations(("officeDocument", "word/document.xml"), ("extended-properties", "docProps/app.xml")),
    )
    yield "docProps/app.xml", _application()
    yield "word/document.xml", _document(house)
    yield (
        "word/_rels/document.xml.rels",
        _relations(*((kind, f"{name}.xml") for name, kind in _word_parts(house).items())),
    )
    yield "word/styles.xml", _styles(house)
    yield "word/numbering.xml", _numbering(house)
    yield "word/settings.xml", _settings(house)
    yield "word/fontTable.xml", _font_table(house)
    yield "word/footer.xml", house.foot(house, False)
    if house.two_sided:
        yield "word/footer_even.xml", house.foot(house, True)


def _content_types(house: House) -> str:
    kinds = {f"word/{name}": f"{CONTENT}.{kind}" for name, kind in _word_parts(house).items()} | {
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


def _document(house: House) -> str:
    """A page that shows each style to who changes it in Word; the writer puts the minutes in its place."""
    shown = "".join(map(_shown, (look for look in house.looks if look.name not in _IN_TABLES))) + "".join(
        _shown_table(house, *one)
        for one in (
            ("Minutes", (("HeadCell", "表头"), ("HeadCell", "表头"), ("Cell", "表格文字"), ("Cell", "表格文字"))),
            ("Facts", (("FactLabel", "信息表标签"), ("Cell", "表格文字"))),
            ("ImprintTable", (("Imprint", "版记"), ("Imprint", "版记"))),
        )
    )
    size = " ".join(f'w:{side}="{length}"' for side, length in PAGE.items())
    margins = " ".join(f'w:{side}="{length}"' for side, length in house.margins.items())
    even = '<w:footerReference w:type="even" r:id="rId6"/>' if house.two_sided else ""
    return (
        f'<w:document {W} {R}><w:body>{shown}<w:sectPr>{even}<w:footerReference w:type="default" r:id="rId5"/>'
        f'<w:pgSz {size}/><w:pgMar {margins}/><w:cols w:space="425"/>{house.grid}</w:sectPr></w:body></w:document>'
    )


_IN_TABLES = ("footer", "表格文字", "表头", "信息表标签", "版记")
_HINT = "在 Word 里修改各行所用的样式，以后导出的纪要就照此排版；样式不要改名，也不要删除。"


def _shown(look: Look) -> str:
    """Return a line in a style that says which one it is; the first tells what it is for, the rule has no words."""
    known = style.name_in_word(look.name)
    words = _HINT if look.identity == "Normal" else known + (f"（{look.alias}）" if look.alias else "")
    here = '<w:pageBreakBefore w:val="0"/>' if look.new_page else ""
    sign = {"发言": ("Speaker", "发言人："), "决议": ("Label", "标签：")}.get(look.name, ("", ""))
    return _line(look.identity, "" if look.name == "红线" else words, here, sign)


def _line(identity: str, words: str, properties: str = "", sign: tuple[str, str] = ("", "")) -> str:
    runs = ""
    for face, said in (sign, ("", words)):
        named = f'<w:rStyle w:val="{face}"/>' if face else ""
        run = f'<w:r><w:rPr>{named}<w:rFonts w:hint="eastAsia"/></w:rPr><w:t>{said}</w:t></w:r>'
        runs += run if said else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{identity}"/>{properties}</w:pPr>{runs}</w:p>'


def _shown_table(house: House, identity: str, cells: tuple[tuple[str, str], ...]) -> str:
    """Return a table of two columns in a style, and a line after it."""
    width = (PAGE["w"] - house.margins["left"] - house.margins["right"]) // 2
    made = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_line(*cell)}</w:tc>' for cell in cells]
    rows = "".join(f"<w:tr>{made[at]}{made[at + 1]}</w:tr>" for at in range(0, len(made), 2))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{identity}"/><w:tblW w:w="{2 * width}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{width}"/><w:gridCol w:w="{width}"/></w:tblGrid>{rows}</w:tbl><w:p/>'
    )


def _styles(house: House) -> str:
    color = f'<w:color w:val="{house.label_color}"/>' if house.label_color else ""
    label = _fonts(house, house.label) + ("<w:b/><w:bCs/>" if house.label == house.face else "") + color
    named = (
        ("Speaker", style.SPEAKER_STYLE, label),
        ("Label", style.LABEL_STYLE, label),
        ("Hyperlink", style.LINK_STYLE, f'<w:color w:val="{house.link_color}"/><w:u w:val="single"/>'),
    )
    characters = "".join(
        f'<w:style w:type="character" {_custom(name)}w:styleId="{identity}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Characters"/><w:uiPriority w:val="20"/><w:qFormat/><w:rPr>{properties}</w:rPr></w:style>'
        for identity, name, properties in named
    )
    tables = (
        ("Minutes", style.TABLE_STYLE, house.tables[0]),
        ("Facts", style.FACTS_STYLE, house.tables[1]),
        ("ImprintTable", style.IMPRINT_TABLE_STYLE, house.tables[2]),
    )
    grid = "" if house.snapped else '<w:snapToGrid w:val="0"/>'
    return (
        f"<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>{_fonts(house, house.face)}{grid}"
        f'<w:kern w:val="2"/><w:sz w:val="{house.size}"/><w:szCs w:val="{house.size}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/>'
        "</w:docDefaults>"
        # Word's own styles are not offered unless they are used: the list shows those of the minutes
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
        'w:defQFormat="0" w:count="376"/>'
        + "".join(_paragraph_style(house, place, look) for place, look in enumerate(house.looks))
        + '<w:style w:type="character" w:default="1" w:styleId="Characters"><w:name w:val="Default Paragraph Font"/>'
        '<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        + characters
        + '<w:style w:type="table" w:default="1" w:styleId="Tables"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"{_cell_margins(0, 108)}</w:tblPr></w:style>"
        + "".join(_table_style(*one) for one in tables)
        + '<w:style w:type="numbering" w:default="1" w:styleId="Lists"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style></w:styles>'
    )


def _table_style(identity: str, name: str, table: Table) -> str:
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="{table.borders[side][0]}" w:space="0" w:color="{table.borders[side][1]}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        if side in table.borders
    )
    shade = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{table.head}"/></w:tcPr>'
    head = f'<w:tblStylePr w:type="firstRow">{shade}</w:tblStylePr>' if table.head else ""
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{identity}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="Tables"/><w:uiPriority w:val="39"/><w:qFormat/><w:tblPr>'
        f"<w:tblBorders>{borders}</w:tblBorders>{_cell_margins(table.above, table.beside)}</w:tblPr>{head}</w:style>"
    )


def _cell_margins(above: int, beside: int) -> str:
    lengths = {"top": above, "left": beside, "bottom": above, "right": beside}
    sides = "".join(f'<w:{side} w:w="{length}" w:type="dxa"/>' for side, length in lengths.items())
    return f"<w:tblCellMar>{sides}</w:tblCellMar>"


def _custom(name: str) -> str:
    return "" if name.isascii() else 'w:customStyle="1" '


def _fonts(house: House, face: str) -> str:
    latin = house.latin.get(face, LATIN)
    return f'<w:rFonts w:ascii="{latin}" w:eastAsia="{face}" w:hAnsi="{latin}" w:cs="{latin}"/>'


def _paragraph_style(house: House, place: int, look: Look) -> str:
    normal = look.identity == "Normal"
    alias = f'<w:aliases w:val="{look.alias}"/>' if look.alias else ""
    head = 'w:default="1" ' if normal else _custom(look.name)
    based = "" if normal else '<w:basedOn w:val="Normal"/>'
    bold = "<w:b/><w:bCs/>" if look.bold else ""
    color = f'<w:color w:val="{look.color}"/>' if look.color else ""
    size = look.size or house.size
    squeeze = f'<w:spacing w:val="{house.squeeze}"/>' if house.squeeze and size == house.size else ""
    return (
        f'<w:style w:type="paragraph" {head}w:styleId="{look.identity}"><w:name w:val="{escape(look.name)}"/>{alias}'
        f'{based}<w:next w:val="{look.following}"/><w:uiPriority w:val="{place}"/><w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(house, look)}</w:pPr>"
        f"<w:rPr>{_fonts(house, look.face or house.face)}{bold}{color}{squeeze}"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


def _paragraph_properties(house: House, look: Look) -> str:
    number = f'<w:numPr><w:numId w:val="{look.list}"/></w:numPr>' if look.list else ""
    tight = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>' if look.tight else "<w:autoSpaceDE/><w:autoSpaceDN/>"
    pitch = house.pitch if look.line < 0 else look.line
    grid = "" if pitch == house.pitch and house.snapped else '<w:snapToGrid w:val="0"/>'
    line = f'w:line="{pitch}" w:lineRule="exact"' if pitch else 'w:line="240" w:lineRule="auto"'
    alone = ' w:val="0"' if house.full_pages else ""
    first = f'w:hanging="{look.hanging}"' if look.hanging else f'w:firstLine="{look.first}"'
    # the indent of a list is that of its level, in numbering.xml
    indent = f'<w:ind w:left="{look.left}" w:right="{look.right}" {first}/>'
    # Signs may hang at the end of a line unless a style says otherwise. None says so: LibreOffice takes the saying so
    # for its contrary.
    corner = '<w:framePr w:wrap="around" w:vAnchor="margin" w:hAnchor="margin" w:xAlign="left" w:yAlign="top"/>'
    return (
        ("<w:keepNext/><w:keepLines/>" if look.keep else "")
        + ("<w:pageBreakBefore/>" if look.new_page else "")
        + (corner if look.corner else "")
        + f"<w:widowControl{alone}/>{number}{_lines_around(look)}<w:kinsoku/>{tight}{grid}"
        + f'<w:spacing w:before="{look.before}" w:after="{look.after}" {line}/>'
        + ("" if look.list else indent)
        + ("<w:contextualSpacing/>" if look.together else "")
        + f'<w:jc w:val="{look.align}"/>'
        + ("" if look.outline is None else f'<w:outlineLvl w:val="{look.outline}"/>')
    )


def _lines_around(look: Look) -> str:
    """Return borders, shade and tab stops."""
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="{width}" w:space="{distance}" w:color="{color}"/>'
        for side, width, distance, color in look.borders
    )
    tabs = "".join(f'<w:tab w:val="{kind}" w:pos="{place}"/>' for kind, place in look.tabs)
    return (
        (f"<w:pBdr>{borders}</w:pBdr>" if borders else "")
        + (f'<w:shd w:val="clear" w:color="auto" w:fill="{look.shade}"/>' if look.shade else "")
        + (f"<w:tabs>{tabs}</w:tabs>" if tabs else "")
    )


# The forms of a list's levels, again and again: •, –, · and 1., （1）, a)
BULLETS = ("bullet", "•"), ("bullet", "–"), ("bullet", "·")
NUMBERS = ("decimal", "%{}."), ("decimal", "（%{}）"), ("lowerLetter", "%{})")


def _numbering(house: House) -> str:
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        + "".join(_level(house, level, *forms[level % 3]) for level in range(9))
        + "</w:abstractNum>"
        for number, forms in ((1, BULLETS), (2, NUMBERS))
    )
    lists = "".join(f'<w:num w:numId="{one}"><w:abstractNumId w:val="{one}"/></w:num>' for one in (1, 2))
    return f"<w:numbering {W}>{abstract}{lists}</w:numbering>"


def _level(house: House, level: int, form: str, words: str) -> str:
    bullet = form == "bullet"
    first = f'<w:pStyle w:val="{"ListBullet" if bullet else "ListNumber"}"/>' if level == 0 else ""
    hanging = house.size * (30 if words == "（%{}）" else 15)
    left = house.indent * (level + 1) + hanging
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{first}'
        f'<w:lvlText w:val="{words.format(level + 1)}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
        f"<w:rPr>{_fonts(house, house.face)}</w:rPr></w:lvl>"
    )


def _settings(house: House) -> str:
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
    even = "<w:evenAndOddHeaders/>" if house.two_sided else ""
    return (
        f'<w:settings {W}><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>'
        f'<w:defaultTabStop w:val="420"/>{even}<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
        "<w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>"
        f"<w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>{compatible}</w:compat>"
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _font_table(house: House) -> str:
    faces = "".join(
        f'<w:font w:name="{face}"><w:altName w:val="{other}"/><w:charset w:val="86"/></w:font>'
        for face, other in FACES.items()
        if face == house.label or any(face == (look.face or house.face) for look in house.looks)
    )
    latin = "".join(
        f'<w:font w:name="{face}"><w:charset w:val="00"/><w:family w:val="{family}"/></w:font>'
        for face, family in ((LATIN, "roman"), (SANS, "swiss"))
        if face in {house.latin.get(one.face or house.face, LATIN) for one in house.looks}
    )
    return f"<w:fonts {W}>{faces}{latin}</w:fonts>"


def _field(name: str) -> tuple[str, ...]:
    """A field in runs of its own, or WPS shows nothing."""
    return (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {name} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )


def _footer(runs: tuple[str, ...], fonts: str, properties: str = "") -> str:
    inside = "".join(f"<w:r>{fonts}{one}</w:r>" for one in runs)
    return f'<w:ftr {W} {R}><w:p><w:pPr><w:pStyle w:val="Footer"/>{properties}</w:pPr>{inside}</w:p></w:ftr>'


def _dashed(_house: House, is_even: bool, *, one_in: int = 0) -> str:
    """The page number between two dashes (§7.5), digits in the Chinese face; odd right and even left, one in."""
    fonts = f'<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="{SONG}" w:eastAsia="{SONG}" w:hAnsi="{SONG}"/></w:rPr>'
    place = f'<w:ind w:left="{one_in}" w:right="{one_in}"/><w:jc w:val="{"left" if is_even else "right"}"/>'
    dashes = '<w:t xml:space="preserve">— </w:t>', '<w:t xml:space="preserve"> —</w:t>'
    return _footer((dashes[0], *_field("PAGE"), dashes[1]), fonts, place if one_in else "")


def _of_pages(_house: House, _is_even: bool) -> str:
    """The page's number and how many there are."""
    between = '<w:t xml:space="preserve"> / </w:t>'
    return _footer((*_field("PAGE"), between, *_field("NUMPAGES")), '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>')


BOXES = Table(rules(8, 4))
HOUSES = {
    "copu": House(
        COPU, FANG, 28, PITCH, INDENT, {HEI: SANS}, HEI, (BOXES, BOXES, IMPRINT), _dashed, COPU_MARGINS,
        f'<w:docGrid w:type="lines" w:linePitch="{PITCH}"/>',
    ),
    "gbt9704": House(
        OFFICIAL_LOOKS, FANG, 32, GRID_LINE, TWO, {}, HEI, (BOXES, BOXES, IMPRINT), partial(_dashed, one_in=FOUR),
        OFFICIAL_MARGINS,
        f'<w:docGrid w:type="linesAndChars" w:linePitch="{GRID_LINE}" w:charSpace="{GRID_CHARACTER}"/>',
        two_sided=True,
        # LibreOffice gives a sign two places where the grid is narrower than the sign. So lines and signs leave it: the
        # pitch of lines is exact anyway, and signs that stand 0.3 pt closer are 28 in a line, spread over its width.
        squeeze=-6,
        snapped=False,
        full_pages=True,
    ),
    "plain": House(
        PLAIN, YAHEI, 21, PLAIN_PITCH, 0, {YAHEI: SANS}, YAHEI,
        (
            Table({"top": (8, NAVY), "bottom": (8, NAVY), "insideH": (4, LINE)}, 60, 100, TINT),
            Table({"insideH": (4, LINE), "bottom": (4, LINE)}, 50, 60),
            Table({"top": (4, LINE), "bottom": (4, LINE), "insideH": (4, LINE)}, 40, 60),
        ),
        _of_pages, PLAIN_MARGINS, "", label_color=NAVY,
    ),
}  # fmt: skip
TEMPLATES = {name: make(house) for name, house in HOUSES.items()}

if __name__ == "__main__":
    for name, template in TEMPLATES.items():
        path = Path(sys.argv[1] if len(sys.argv) > 1 else STYLES) / f"{name}.docx"
        path.write_bytes(template)
        print(path)
