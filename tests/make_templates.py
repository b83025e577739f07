"""Make the Word templates of the house styles from numbers: `python tests/make_templates.py`, then look at the pages.

Paper, margins, line pitch and faces after GB/T 9704-2012 §5 and §7; lengths in twips (1/20 pt) unless said otherwise.
"""

import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from copu_desk import style
from copu_desk.paths import STYLES

SONG, FANG, HEI, KAI, TITLE = "宋体", "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体"
LATIN = "Times New Roman"
PITCH = 579  # 28.95 pt: 22 lines in 225 mm
INDENT = 640  # two characters of 16 pt
PAGE = {"w": 11906, "h": 16838}
MARGINS = {"top": 2098, "bottom": 1984, "left": 1587, "right": 1474, "header": 851, "footer": 1304, "gutter": 0}


@dataclass(frozen=True)
class Look:
    """The look of one paragraph style: size in half points, lengths in twips, outline level from 0 or none."""

    identity: str
    name: str
    face: str = FANG
    size: int = 32
    align: str = "both"
    first: int = 0
    left: int = 0
    hanging: int = 0
    before: int = 0
    after: int = 0
    line: int = PITCH
    exact: bool = True
    outline: int | None = None
    keep_next: bool = False
    bold: bool = False
    following: str = "Normal"


COPU = (
    Look("Normal", "Normal", first=INDENT),
    Look("Title", "Title", TITLE, 44, "center", line=700, before=200, after=PITCH, keep_next=True, following="a1"),
    Look("Heading1", "heading 1", HEI, first=INDENT, before=200, outline=0, keep_next=True),
    Look("Heading2", "heading 2", TITLE, 36, "center", line=640, before=PITCH, after=120, outline=1, keep_next=True,
         following="a3"),
    Look("Heading3", "heading 3", HEI, first=INDENT, before=120, outline=2, keep_next=True),
    Look("Heading4", "heading 4", KAI, first=INDENT, outline=3, keep_next=True),
    Look("Heading5", "heading 5", FANG, first=INDENT, outline=4, keep_next=True, bold=True),
    Look("Heading6", "heading 6", FANG, first=INDENT, outline=5, keep_next=True),
    Look("a1", "开篇", first=INDENT, outline=0),
    Look("a2", "导语", first=INDENT, before=PITCH, outline=0, keep_next=True),
    Look("a3", "署名", KAI, 32, "center", keep_next=True, following="a3"),
    Look("a4", "引文", KAI, left=INDENT, first=INDENT),
    Look("a5", "发言", first=INDENT, following="a5"),
    Look("a6", "决议", first=INDENT, following="a6"),
    Look("a7", "待办", first=INDENT, following="a7"),
    Look("a8", "参会人员", before=PITCH, first=INDENT, following="a8"),
    Look("a9", "附注", KAI, 28, "left"),
    Look("b1", "序号段落", first=INDENT, following="b1"),
    Look("b2", "列表", following="b2"),
    Look("b3", "表格文字", FANG, 24, "left", line=400, exact=False, following="b3"),
    Look("b4", "表头", HEI, 24, "center", line=400, exact=False, keep_next=True, following="b3"),
    Look("b5", "图片", FANG, 32, "center", line=240, exact=False, before=120, keep_next=True, following="Caption"),
    Look("Caption", "caption", KAI, 28, "center", after=120),
    Look("Footer", "footer", SONG, 28, "center", line=240, exact=False, following="Footer"),
)  # fmt: skip
RUNS = (
    ("b6", style.SPEAKER_STYLE, f'<w:rFonts w:ascii="{LATIN}" w:eastAsia="{HEI}" w:hAnsi="{LATIN}"/>'),
    ("b7", style.LABEL_STYLE, f'<w:rFonts w:ascii="{LATIN}" w:eastAsia="{HEI}" w:hAnsi="{LATIN}"/>'),
    ("b8", style.LINK_STYLE, '<w:color w:val="0563C1"/><w:u w:val="single"/>'),
)


def make(looks: tuple[Look, ...]) -> bytes:
    """Return the bytes of a template with these looks."""
    word = Document()
    _styles(word, looks)
    _numbering(word)
    _page(word)
    _settings(word)
    properties = word.core_properties
    properties.author, properties.title, properties.comments = "", "", ""
    properties.created = properties.modified = datetime(2025, 1, 1, tzinfo=UTC)
    properties.language = "zh-CN"
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def _styles(word: WordDocument, looks: tuple[Look, ...]) -> None:
    root = word.styles.element
    for old in root.findall(qn("w:style")) + root.findall(qn("w:docDefaults")) + root.findall(qn("w:latentStyles")):
        root.remove(old)
    root.append(
        parse_xml(
            f"<w:docDefaults {nsdecls('w')}><w:rPrDefault><w:rPr>{_fonts(FANG)}<w:kern w:val='2'/>"
            "<w:sz w:val='32'/><w:szCs w:val='32'/><w:lang w:val='en-US' w:eastAsia='zh-CN' w:bidi='ar-SA'/>"
            "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        )
    )
    for look in looks:
        root.append(_paragraph_style(look))
    root.append(
        parse_xml(
            f"<w:style {nsdecls('w')} w:type='character' w:default='1' w:styleId='c0'>"
            "<w:name w:val='Default Paragraph Font'/><w:uiPriority w:val='1'/><w:semiHidden/></w:style>"
        )
    )
    for identity, name, looks_of in RUNS:
        root.append(
            parse_xml(
                f"<w:style {nsdecls('w')} w:type='character' w:customStyle='1' w:styleId='{identity}'>"
                f"<w:name w:val='{name}'/><w:basedOn w:val='c0'/><w:qFormat/><w:rPr>{looks_of}</w:rPr></w:style>"
            )
        )
    root.append(
        parse_xml(
            f"<w:style {nsdecls('w')} w:type='table' w:default='1' w:styleId='t0'><w:name w:val='Normal Table'/>"
            "<w:uiPriority w:val='99'/><w:semiHidden/><w:tblPr><w:tblInd w:w='0' w:type='dxa'/><w:tblCellMar>"
            "<w:top w:w='0' w:type='dxa'/><w:left w:w='108' w:type='dxa'/><w:bottom w:w='0' w:type='dxa'/>"
            "<w:right w:w='108' w:type='dxa'/></w:tblCellMar></w:tblPr></w:style>"
        )
    )


def _fonts(face: str) -> str:
    return f'<w:rFonts w:ascii="{LATIN}" w:eastAsia="{face}" w:hAnsi="{LATIN}" w:cs="{LATIN}"/>'


def _paragraph_style(look: Look):
    normal = look.identity == "Normal"
    kind = "w:default='1'" if normal else ""
    custom = "" if look.name.isascii() else "w:customStyle='1'"
    based = "" if normal else "<w:basedOn w:val='Normal'/>"
    keep = ("<w:keepNext/><w:keepLines/>" if look.keep_next else "") + "<w:widowControl/>"
    rule = "exact" if look.exact else "atLeast"
    indent = f"<w:ind w:left='{look.left}' " + (
        f"w:hanging='{look.hanging}'/>" if look.hanging else f"w:firstLine='{look.first}'/>"
    )
    outline = "" if look.outline is None else f"<w:outlineLvl w:val='{look.outline}'/>"
    bold = "<w:b/><w:bCs/>" if look.bold else ""
    return parse_xml(
        f"<w:style {nsdecls('w')} w:type='paragraph' {kind} {custom} w:styleId='{look.identity}'>"
        f"<w:name w:val='{look.name}'/>{based}<w:next w:val='{look.following}'/><w:qFormat/>"
        f"<w:pPr>{keep}<w:kinsoku/><w:overflowPunct/><w:autoSpaceDE/><w:autoSpaceDN/>"
        f"<w:spacing w:before='{look.before}' w:after='{look.after}' w:line='{look.line}' w:lineRule='{rule}'/>"
        f"{indent}<w:jc w:val='{look.align}'/>{outline}</w:pPr>"
        f"<w:rPr>{_fonts(look.face)}{bold}<w:sz w:val='{look.size}'/><w:szCs w:val='{look.size}'/></w:rPr></w:style>"
    )


_LEVELS = ("decimal", "%1."), ("decimalFullWidth", "（%1）"), ("lowerLetter", "%1)")


def _numbering(word: WordDocument) -> None:
    """Two definitions that the writer's lists refer to: 1 bullets, 2 numbers."""
    part = word.part.numbering_part
    root = part.element
    for old in list(root):
        root.remove(old)
    for identity, levels in (("0", [("bullet", "•")] * 9), ("1", [_LEVELS[level % 3] for level in range(9)])):
        inside = "".join(
            f"<w:lvl w:ilvl='{level}'><w:start w:val='1'/><w:numFmt w:val='{form}'/>"
            f"<w:lvlText w:val='{words.replace('%1', f'%{level + 1}')}'/><w:lvlJc w:val='left'/>"
            f"<w:pPr><w:ind w:left='{INDENT + 480 * (level + 1)}' w:hanging='480'/></w:pPr>"
            f"<w:rPr>{_fonts(FANG)}</w:rPr></w:lvl>"
            for level, (form, words) in enumerate(levels)
        )
        root.append(
            parse_xml(
                f"<w:abstractNum {nsdecls('w')} w:abstractNumId='{identity}'>"
                f"<w:multiLevelType w:val='hybridMultilevel'/>{inside}</w:abstractNum>"
            )
        )
    for number in ("1", "2"):
        root.append(
            parse_xml(f"<w:num {nsdecls('w')} w:numId='{number}'><w:abstractNumId w:val='{int(number) - 1}'/></w:num>")
        )


def _page(word: WordDocument) -> None:
    section = word.sections[0]
    old = section._sectPr
    footer = section.footer
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]._p
    for run in list(paragraph):
        paragraph.remove(run)
    paragraph.append(parse_xml(f"<w:pPr {nsdecls('w')}><w:pStyle w:val='Footer'/></w:pPr>"))
    fonts = f"<w:rPr><w:rFonts w:ascii='{SONG}' w:eastAsia='{SONG}' w:hAnsi='{SONG}' w:hint='eastAsia'/></w:rPr>"
    for inside in (
        "<w:t xml:space='preserve'>— </w:t>",
        "<w:fldChar w:fldCharType='begin'/>",
        "<w:instrText xml:space='preserve'> PAGE </w:instrText>",
        "<w:fldChar w:fldCharType='separate'/>",
        "<w:t>1</w:t>",
        "<w:fldChar w:fldCharType='end'/>",
        "<w:t xml:space='preserve'> —</w:t>",
    ):
        paragraph.append(parse_xml(f"<w:r {nsdecls('w')}>{fonts}{inside}</w:r>"))
    for name in ("w:pgSz", "w:pgMar", "w:cols", "w:docGrid"):
        for child in old.findall(qn(name)):
            old.remove(child)
    margins = " ".join(f"w:{side}='{width}'" for side, width in MARGINS.items())
    for words in (
        f"<w:pgSz {nsdecls('w')} w:w='{PAGE['w']}' w:h='{PAGE['h']}'/>",
        f"<w:pgMar {nsdecls('w')} {margins}/>",
        f"<w:cols {nsdecls('w')} w:space='425'/>",
        f"<w:docGrid {nsdecls('w')} w:type='lines' w:linePitch='{PITCH}'/>",
    ):
        old.append(parse_xml(words))
    for child in list(word.element.body):
        if child is not old:
            word.element.body.remove(child)


def _settings(word: WordDocument) -> None:
    """Leave out the theme, whose fonts would win over the styles' in some programs."""
    part = word.part
    for identity, relation in list(part.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THEME or relation.reltype.endswith("/stylesWithEffects"):
            del part.rels[identity]
    settings = word.settings.element
    for name in ("w:themeFontLang", "w:clrSchemeMapping"):
        for child in settings.findall(qn(name)):
            settings.remove(child)


TEMPLATES = {"copu": COPU}

if __name__ == "__main__":
    for template, looks in TEMPLATES.items():
        path = Path(sys.argv[1] if len(sys.argv) > 1 else STYLES) / f"{template}.docx"
        path.write_bytes(make(looks))
        print(path)
