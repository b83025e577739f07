"""The Word file: what other programs find in it, and whether Word would take it without complaint."""

import shutil
import struct
import subprocess
import zlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import make_templates
import pytest
from docx import Document as Word
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from meetings import FULL, LINES, PIXEL, PIXEL_NAME, SERIES
from values import BODY, MEETING
from word_order import ORDER

from copu_desk import exchange
from copu_desk.compose import minutes
from copu_desk.document import (
    Document,
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Picture,
    Span,
    Table,
    Turn,
    clean,
    plain,
    spans,
    text,
)
from copu_desk.errors import StyleError
from copu_desk.model import Series
from copu_desk.paths import STYLES
from copu_desk.style import ALL_STYLES, HEADING_STYLES, STYLE_NAMES, house_style, name_in_word, style_names
from copu_desk.writers import docx, txt
from copu_desk.writers.docx.runs import address
from copu_desk.writers.docx.table import widths

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLE = house_style()
MOMENT = datetime(2025, 9, 3, 8, 0, tzinfo=UTC)
SAMPLE = Path(__file__).parents[2] / "shared" / "samples" / "copu-minutes-2024-12-24.txt"
MM = 56.7  # twips


def composed(meeting=FULL, style=STYLE):
    return minutes.compose(meeting, SERIES, style, {PIXEL_NAME: PIXEL}, MOMENT)


def write(*blocks, **more):
    return docx.write(Document(blocks, **more), STYLE)


@pytest.fixture(scope="module")
def written():
    return docx.write(composed(), STYLE)


def part(data, name="word/document.xml"):
    return etree.fromstring(ZipFile(BytesIO(data)).read(name))


def parts(data):
    names = [name for name in ZipFile(BytesIO(data)).namelist() if name.startswith("word/") and name.endswith(".xml")]
    return {name: part(data, name) for name in names}


def lines(data):
    """Return the paragraphs of the body outside tables, by reading the XML ourselves."""
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    return [
        "".join(node.text or "" if node.tag == f"{W}t" else signs.get(node.tag, "") for node in paragraph.iter())
        for paragraph in part(data).findall(f"{W}body/{W}p")
    ]


def style_of(data, line):
    """Return the name of the style of the first paragraph with these words."""
    return next(one for one in Word(BytesIO(data)).paragraphs if one.text == line).style.element.name_val


def png(width, height):
    """Return a white PNG of a size in pixels, made here."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\xff" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


# What is read back


def test_every_field_is_printed_in_its_place(written):
    assert [one.text for one in Word(BytesIO(written)).paragraphs] == LINES
    assert [line.strip("\n") for line in lines(written)] == LINES


@pytest.mark.skipif(not SAMPLE.is_file(), reason="the customer's sample is not there")
def test_the_customers_minutes_come_back_line_by_line():
    sample = SAMPLE.read_text(encoding="utf-8").splitlines()
    incoming = exchange.read(SAMPLE)
    (meeting,), (series,) = incoming.bundle.meetings, incoming.series_names
    document = minutes.compose(meeting, Series(name=series), STYLE)
    data = docx.write(document, STYLE)
    assert lines(data) == sample
    assert [one.text for one in Word(BytesIO(data)).paragraphs] == sample
    assert txt.write(document, STYLE).decode().splitlines() == sample
    check_order(data)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(MEETING)
def test_any_meeting_is_read_back_whole(meeting):
    document = minutes.compose(meeting, SERIES, STYLE)
    data = docx.write(document, STYLE)
    check_order(data)
    expected = []
    for before, block in zip((None, *document.blocks), document.blocks, strict=False):
        if isinstance(block, Table):
            expected += [""] if isinstance(before, Table) else []
        elif isinstance(block, PageBreak):
            alone = before is None or isinstance(before, Table)
            expected[len(expected) :] = ["\n"] if alone else [expected.pop() + "\n"]
        elif isinstance(block, Picture):
            expected.append(f"[图片：{block.alt}]" if block.alt else "[图片]")
            expected += [block.caption] if block.caption else []
        else:
            expected.append(plain(block))
    if not document.blocks or isinstance(document.blocks[-1], Table):
        expected.append("")
    assert lines(data) == [clean(line) for line in expected]


# How it looks, as far as the file says


def test_each_role_has_its_style(written):
    expected = {
        "密级:内部": "密级",
        "远帆会议纪要丨2025.09.02": "Title",
        "9月2日韩知远主持召开远帆例会。": "开篇",
        "会前播放了短片。": "纪要正文",
        "一、年度计划": "heading 1",
        "汇报人:苏棠": "汇报人",
        "怎样写变更说明": "heading 2",
        "2025年8月30日": "署名",
        "一、背景": "heading 3",
        "（一）缘起": "heading 4",
        "别人说过的话。": "Quote",
        "甲 : 你好": "发言",
        "1.第一": "序号段落",
        "自动一": "List Number",
        "圆点": "List Bullet",
        "图 1": "caption",
        "决议:另行公布。": "决议",
        "待办:订会场(月底前,已完成)": "待办",
        "第二部分": "分节",
        "会议听取了如下访谈:": "导语",
        "嘉宾:Mira.AI(线上)。": "参会人员",
    }
    assert {line: style_of(written, line) for line in expected} == expected


def test_words_navigation_pane_lists_items_essays_and_headings(written):
    word = Word(BytesIO(written))
    levels = {
        one.get(f"{W}styleId"): int(outline.get(f"{W}val"))
        for one in word.styles.element.findall(f"{W}style")
        if (outline := one.find(f"{W}pPr/{W}outlineLvl")) is not None
    }
    listed = [(levels[one.style.style_id], one.text) for one in word.paragraphs if one.style.style_id in levels]
    assert listed == [
        (0, "9月2日韩知远主持召开远帆例会。"),
        (0, "一、年度计划"),
        (1, "怎样写变更说明"),
        (2, "一、背景"),
        (3, "（一）缘起"),
        (0, "第二部分"),
        (0, "会议听取了如下访谈:"),
        (0, "二、其他事项"),
        (1, "没有归到议程的"),
    ]


def test_every_run_keeps_the_chinese_face_and_no_theme_meddles(written):
    for name, root in parts(written).items():
        assert not [one for fonts in root.iter(f"{W}rFonts") for one in fonts.attrib if "Theme" in one], name
        assert "theme" not in name
        for run in root.iter(f"{W}r"):
            fonts = run.find(f"{W}rPr/{W}rFonts")
            if run.find(f"{W}t") is not None:
                assert fonts.get(f"{W}hint") == "eastAsia"


@pytest.mark.parametrize("name", style_names(STYLES))
def test_every_style_names_its_faces(name):
    root = part((STYLES / f"{name}.docx").read_bytes(), "word/styles.xml")
    paragraphs = root.findall(f"{W}style[@{W}type='paragraph']")
    chinese = {"仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体", "宋体"} if name != "plain" else {"微软雅黑"}
    for holder in (root.find(f"{W}docDefaults/{W}rPrDefault"), *paragraphs):
        fonts = holder.find(f"{W}rPr/{W}rFonts")
        assert fonts.get(f"{W}eastAsia") in chinese
        assert fonts.get(f"{W}ascii") == fonts.get(f"{W}hAnsi") in ("Times New Roman", "Arial")
    assert [one.get(f"{W}eastAsia") for one in root.iter(f"{W}lang")] == ["zh-CN"]
    faces = {
        one.find(f"{W}name").get(f"{W}val"): one.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia") for one in paragraphs
    }
    if name == "plain":
        return
    assert faces["Title"] == faces["heading 2"] == faces["纪要标志"] == "方正小标宋简体"
    assert faces["纪要正文"] == "仿宋_GB2312"
    assert faces["heading 1"] == faces["表头"] == "黑体"
    assert faces["Quote"] == faces["署名"] == "楷体_GB2312"


def test_indents_are_lengths_and_text_stands_on_an_exact_pitch():
    root = part((STYLES / "copu.docx").read_bytes(), "word/styles.xml")
    body = root.find(f"{W}style[@{W}styleId='Body']")
    spacing, indent = body.find(f"{W}pPr/{W}spacing"), body.find(f"{W}pPr/{W}ind")
    size = int(body.find(f"{W}rPr/{W}sz").get(f"{W}val")) * 10  # half points to twips
    assert int(indent.get(f"{W}firstLine")) == 2 * size
    assert spacing.get(f"{W}lineRule") == "exact"
    assert 225 * MM / int(spacing.get(f"{W}line")) >= 25  # lines in the type area
    for element in root.iter(f"{W}ind", f"{W}spacing"):
        assert not [one for one in element.attrib if one.endswith(("Chars", "Lines"))]


def test_headings_and_titles_stay_with_what_they_head():
    root = part((STYLES / "copu.docx").read_bytes(), "word/styles.xml")
    keep = {
        one.find(f"{W}name").get(f"{W}val")
        for one in root.findall(f"{W}style")
        if one.find(f"{W}pPr/{W}keepNext") is not None
    }
    assert keep >= {
        *HEADING_STYLES,
        *(STYLE_NAMES[role] for role in ("title", "lead", "item", "essay_title", "byline")),
    }
    for one in root.findall(f"{W}style[@{W}type='paragraph']"):
        found = {etree.QName(child).localname for child in one.find(f"{W}pPr")}
        assert found >= {"widowControl", "kinsoku"}
        assert "overflowPunct" not in found  # on without; LibreOffice takes it for the contrary


def test_the_page_is_a4_with_margins_of_the_standard_and_a_numbered_foot(written):
    section = part(written).find(f"{W}body/{W}sectPr")
    size, margin = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    # GB/T 9704-2012 §5.2: 37 mm above, 28 mm at the binding, type area 156 x 225 mm
    sides = {side: round(int(margin.get(f"{W}{side}")) / MM) for side in ("top", "left", "right", "bottom")}
    assert sides == {"top": 37, "left": 28, "right": 26, "bottom": 35}
    assert section.find(f"{W}docGrid").get(f"{W}type") == "lines"
    relation = section.find(f"{W}footerReference").values()[-1]
    foot = etree.fromstring(Word(BytesIO(written)).part.rels[relation].target_part.blob)
    runs = [[etree.QName(child).localname for child in run[1:]] for run in foot.iter(f"{W}r")]
    assert runs == [["t"], ["fldChar"], ["instrText"], ["fldChar"], ["t"], ["fldChar"], ["t"]]
    kinds = [one.get(f"{W}fldCharType") for one in foot.iter(f"{W}fldChar")]
    assert kinds == ["begin", "separate", "end"]
    assert "".join(one.text for one in foot.iter(f"{W}t")) == "— 1 —"


def test_word_does_not_open_it_in_compatibility_mode(written):
    root = part(written, "word/settings.xml")
    modes = {one.get(f"{W}name"): one.get(f"{W}val") for one in root.iter(f"{W}compatSetting")}
    assert modes["compatibilityMode"] == "15"


# What each kind of block becomes


def test_faces_within_a_paragraph_are_kept(written):
    word = Word(BytesIO(written))
    runs = next(one for one in word.paragraphs if one.text == "粗斜线2链接").runs
    assert (runs[0].bold, runs[1].italic, runs[2].underline, runs[3].font.superscript) == (True, True, True, True)
    assert not any((runs[0].italic, runs[1].bold, runs[3].underline))
    below = Word(BytesIO(write(Paragraph((Span("2", script="sub"), Span(""), Span("x")))))).paragraphs[0]
    assert [(run.text, run.font.subscript) for run in below.runs] == [("2", True), ("x", None)]


def test_speakers_and_labels_have_styles_of_their_own(written):
    def beginning(words):
        paragraph = next(one for one in Word(BytesIO(written)).paragraphs if one.text == words)
        return paragraph.runs[0].text, paragraph.runs[0].style.name

    assert beginning("甲 : 你好") == ("甲 : ", "发言人")
    assert beginning("决议:另行公布。") == ("决议:", "标签")
    assert beginning("请假人员:欧阳明月。") == ("请假人员:", "标签")


def numbering(data):
    """Return list and level of each paragraph that is numbered, and what each list is made of."""
    word = Word(BytesIO(data))
    placed = [
        (one._p.pPr.numPr.numId.val, one._p.pPr.numPr.ilvl.val)
        for one in word.paragraphs
        if one._p.pPr is not None and one._p.pPr.numPr is not None
    ]
    root = word.part.numbering_part.element
    forms = {
        one.get(f"{W}abstractNumId"): one.find(f"{W}lvl/{W}numFmt").get(f"{W}val")
        for one in root.findall(f"{W}abstractNum")
    }
    lists = {one.numId: forms[one.find(f"{W}abstractNumId").get(f"{W}val")] for one in root.findall(f"{W}num")}
    return placed, lists


def point(words, ordered=False, level=0, marker=""):
    return ListItem(spans(words), level, ordered, marker)


def test_lists_without_typed_numbers_are_words_own_and_count_anew():
    data = write(
        point("一", True),
        point("甲", True, 1),
        point("二", True),
        text("隔开"),
        point("一", True),
        point("圆点"),
        point("深", level=12),
        point("一", True),
        point("手写", marker="3."),
        point("一", True),
    )
    placed, lists = numbering(data)
    numbers = [number for number, _ in placed]
    assert [level for _, level in placed] == [0, 1, 0, 0, 0, 8, 0, 0]
    assert numbers[0] == numbers[1] == numbers[2]
    assert numbers[4] == numbers[5]
    assert len({numbers[0], numbers[3], numbers[4], numbers[6], numbers[7]}) == 5
    assert [lists[number] for number in numbers] == ["decimal"] * 4 + ["bullet"] * 2 + ["decimal"] * 2
    starts = part(data, "word/numbering.xml").findall(f"{W}num[@{W}numId='{numbers[3]}']/{W}lvlOverride")
    assert [one.find(f"{W}startOverride").get(f"{W}val") for one in starts] == ["1"] * 9
    assert "3.手写" in lines(data)


def test_a_table_repeats_its_head_and_fills_the_page_s_width():
    rows = (("序号", "事项"), ("1", "很长的一段话，" * 30), ("2",))
    data = write(Table(tuple(tuple(map(spans, row)) for row in rows), 1), Table(((spans("x"),),), 0))
    word = Word(BytesIO(data))
    first, second = word.tables
    assert [[cell.text for cell in row.cells] for row in first.rows] == [
        ["序号", "事项"],
        ["1", "很长的一段话，" * 30],
        ["2", ""],
    ]
    assert [row._tr.trPr.find(f"{W}tblHeader") is not None for row in first.rows] == [True, False, False]
    assert second.rows[0]._tr.trPr.find(f"{W}tblHeader") is None
    area = word.sections[0].page_width - word.sections[0].left_margin - word.sections[0].right_margin
    total = sum(column.width for column in first.columns)
    assert 0 <= area - total <= 2000  # EMU: rounding to twips
    assert first.columns[0].width < first.columns[1].width / 8
    assert {one.style.name for one in first.rows[0].cells[0].paragraphs} == {"表头"}
    # between two tables, or they would become one, and at the end
    assert [etree.QName(child).localname for child in part(data)[0]] == ["tbl", "p", "tbl", "p", "sectPr"]


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=40), st.integers(1000, 20000))
def test_columns_share_the_width_and_never_exceed_it(longest, total):
    shares = widths(longest, total)
    assert total - len(shares) * 2 <= sum(shares) <= total
    order = sorted(range(len(longest)), key=longest.__getitem__)
    assert all(shares[one] <= shares[other] + 1 for one, other in pairwise(order))


def test_a_short_column_is_as_wide_as_its_words():
    assert widths([2, 200, 200], 9000) == [900, 4050, 4050]
    assert widths([5, 5], 9000) == [4500, 4500]


def test_tables_without_cells_are_left_out():
    assert lines(write(Table(()), text("后"))) == ["后"]
    assert lines(write(Table(((),)), text("后"))) == ["后"]


@pytest.mark.parametrize(
    ("size", "width"),
    [((100, 50), 0), ((100, 50), 400), ((4000, 100), 0), ((100, 4000), 0), ((100, 100), 30)],
)
def test_a_picture_fits_the_type_area_and_keeps_its_proportions(size, width):
    data = png(*size)
    name = sha256(data).hexdigest()
    word = Word(BytesIO(write(Picture(name, "图注", "白纸", width), images={name: data})))
    (shape,) = word.inline_shapes
    section = word.sections[0]
    area = section.page_width - section.left_margin - section.right_margin
    assert shape.width <= area + 1
    assert shape.height <= section.page_height - section.top_margin - section.bottom_margin
    assert shape.height / shape.width == pytest.approx(size[1] / size[0], rel=0.01)
    assert shape._inline.docPr.get("descr") == "白纸"
    if width == 30:
        assert shape.width.mm == pytest.approx(30, abs=0.1)
    assert [one.text for one in word.paragraphs] == ["", "图注"]


def test_each_picture_has_a_number_of_its_own_and_is_stored_once():
    data = write(*[Picture(PIXEL_NAME)] * 3, images={PIXEL_NAME: PIXEL})
    word = Word(BytesIO(data))
    assert [shape._inline.docPr.id for shape in word.inline_shapes] == [1, 2, 3]
    assert len([name for name in ZipFile(BytesIO(data)).namelist() if "media" in name]) == 1


@pytest.mark.parametrize("data", [None, b"", b"not a picture", PIXEL[:20], b"\xff\xd8\xff\xe0", b"GIF89a", b"BM"])
def test_a_picture_that_is_missing_or_no_picture_is_named_instead(data):
    images = {} if data is None else {PIXEL_NAME: data}
    assert lines(write(Picture(PIXEL_NAME, "图 1", "红点"), images=images)) == ["[图片：红点]", "图 1"]
    assert lines(write(Picture(PIXEL_NAME), images=images)) == ["[图片]"]


def test_links_go_where_they_say_and_only_to_the_web_or_mail():
    kept = ["https://example.org/?a=1&b=2", "mailto:a@example.org", "HTTP://example.org/会议 一"]
    refused = ["javascript:alert(1)", "file:///etc/passwd", "C:\\a.exe", "http://[", "nonsense"]
    data = write(Paragraph(tuple(Span(link, link=link) for link in (*kept, *refused))))
    word = Word(BytesIO(data))
    assert lines(data) == ["".join((*kept, *refused))]
    targets = [one.target_ref for one in word.part.rels.values() if one.is_external]
    assert targets == [*kept[:2], "HTTP://example.org/%E4%BC%9A%E8%AE%AE%20%E4%B8%80"]
    assert [one.text for one in word.paragraphs[0].hyperlinks] == kept
    assert address("https://example.org/100%25") == "https://example.org/100%25"


def test_a_page_break_and_line_breaks_are_breaks(written):
    body = part(written)
    assert [one.get(f"{W}type") for one in body.iter(f"{W}br")] == ["page", None]


# Whether Word would take it


def check_order(data):
    for name, root in parts(data).items():
        for element in root.iter():
            order = ORDER.get(etree.QName(element).localname)
            found = [etree.QName(child).localname for child in element]
            if order is not None:
                assert set(found) <= set(order), (name, element.tag, set(found) - set(order))
                assert found == sorted(found, key=order.index), (name, element.tag, found)


def test_elements_stand_in_the_order_that_word_insists_on(written):
    check_order(written)


def test_every_reference_leads_somewhere(written):
    package = ZipFile(BytesIO(written))
    styles = {one.get(f"{W}styleId") for one in part(written, "word/styles.xml").findall(f"{W}style")}
    used = {one.get(f"{W}val") for root in parts(written).values() for one in root.iter() if _names_style(one)}
    assert used <= styles
    types = etree.fromstring(package.read("[Content_Types].xml"))
    typed = {one.get("PartName") for one in types if one.get("PartName")}
    assert typed <= {f"/{name}" for name in package.namelist()}
    relations = {one.get("Id") for one in etree.fromstring(package.read("word/_rels/document.xml.rels"))}
    uses = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
    asked = {value for one in part(written).iter() for key, value in one.attrib.items() if key.startswith(uses)}
    assert asked <= relations


def _names_style(element):
    names = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
    return isinstance(element.tag, str) and etree.QName(element).localname in names


@pytest.mark.parametrize("name", style_names(STYLES))
def test_text_and_styles_are_as_they_were_looked_at(name, golden):
    data = docx.write(composed(style=house_style(name, STYLES)), house_style(name, STYLES))
    for one in ("document", "styles"):
        golden(
            f"{name}.{one}.xml", etree.tostring(part(data, f"word/{one}.xml"), pretty_print=True, encoding="unicode")
        )


def test_the_same_minutes_are_the_same_file(written):
    assert docx.write(composed(), STYLE) == written


def test_what_the_template_shows_of_itself_does_not_get_into_the_minutes(written):
    assert "在 Word 里修改" not in ZipFile(BytesIO(written)).read("word/document.xml").decode()
    assert Word(str(STYLE.template)).paragraphs[0].text.startswith("在 Word 里修改各行所用的样式")


@pytest.mark.parametrize("name", style_names(STYLES))
def test_the_template_shows_each_style_that_can_be_changed(name):
    word = Word(str(STYLES / f"{name}.docx"))
    cells = [cell for table in word.tables for row in table.rows for cell in row.cells]
    shown = [one.style.element.name_val for one in (*word.paragraphs, *(cell.paragraphs[0] for cell in cells))]
    shown += [table.style.element.name_val for table in word.tables]
    shown += [run.style.element.name_val for one in word.paragraphs for run in one.runs]
    assert {one.lower() for one in ALL_STYLES} - {one.lower() for one in shown} == {"hyperlink"}
    check_order((STYLES / f"{name}.docx").read_bytes())


def test_the_file_says_what_it_is(written):
    properties = Word(BytesIO(written)).core_properties
    assert (properties.title, properties.author, properties.subject) == ("远帆会议纪要丨2025.09.02", "苏棠", "远帆例会")
    assert properties.keywords == "年度计划,印在导语里,其他事项,怎样写变更说明,没有归到议程的"
    assert properties.language == "zh-CN"
    assert properties.created == properties.modified == MOMENT


def test_the_moment_of_making_is_told_in_universal_time_or_not_at_all():
    east = MOMENT.astimezone(timezone(timedelta(hours=8)))
    assert Word(BytesIO(write(text("x"), created=east))).core_properties.created == MOMENT
    core = ZipFile(BytesIO(write(text("x")))).read("docProps/core.xml").decode()
    assert "created" not in core
    assert "modified" not in core


def test_text_that_xml_cannot_hold_is_left_out():
    bad = "a\x00b\x0bc\ud800d\ufffee]]>&<"
    blocks = (text(bad), Heading(spans(bad)), Turn(bad, spans(bad), bad), point(bad, marker=bad))
    data = write(*blocks, Table(((spans(bad),),)), Picture("x", bad, bad), title=bad * 99, author=bad, keywords=(bad,))
    good = "ab\ncde]]>&<"
    assert lines(data) == [good, good, good * 3, good * 2, f"[图片：{good}]", good]
    properties = Word(BytesIO(data)).core_properties
    assert len(properties.title) == 255
    assert properties.author == "ab cde]]>&<"


@pytest.mark.parametrize(
    "words",
    [
        "𠮷野家👩‍👩‍👧‍👦",
        "שלום عليكم",
        "\u3000\u3000首行 a\u00a0b ",
        "\t\t",
        "\n",
        "a\n\nb\n",
        "=1+1",
        "{title}",
        "&amp;<w:p/>",
    ],
)
def test_all_text_survives(words):
    assert lines(write(text(words))) == [words]
    assert [one.text for one in Word(BytesIO(write(text(words)))).paragraphs] == [words.replace("\u00a0", "\u00a0")]


def test_a_paragraph_of_millions_of_characters_survives():
    words = "会" * 4_000_000  # 12 MB: more than XML readers take unless they are told to
    assert len(ZipFile(BytesIO(write(text(words)))).read("word/document.xml")) > 12_000_000


@settings(max_examples=30, deadline=None)
@given(BODY)
def test_any_body_is_in_the_order_that_word_insists_on(body):
    check_order(write(*body))


def test_nothing_makes_an_empty_document():
    assert lines(write()) == [""]


# Templates that somebody spoiled


@pytest.fixture
def folder(tmp_path):
    for path in STYLES.glob("copu.*"):
        shutil.copy(path, tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", ALL_STYLES)
def test_a_template_that_lacks_a_style_is_refused_and_the_style_named(folder, name):
    spoil(
        folder / "copu.docx",
        "word/styles.xml",
        lambda xml: xml.replace(f'<w:name w:val="{name}"/>', '<w:name w:val="x"/>'),
    )
    with pytest.raises(StyleError, match=f"缺少样式“{name_in_word(name)}”"):
        docx.write(composed(), house_style("copu", folder))


def spoil(path, name, change):
    with ZipFile(path) as source:
        known = {one: source.read(one) for one in source.namelist()}
    before = known[name].decode()
    known[name] = change(before).encode()
    assert known[name] != before.encode()
    with ZipFile(path, "w") as target:
        for one, data in known.items():
            target.writestr(one, data)


def test_a_template_whose_list_has_no_numbers_is_refused(folder):
    number = '<w:numPr><w:numId w:val="2"/></w:numPr>'
    spoil(folder / "copu.docx", "word/styles.xml", lambda xml: xml.replace(number, ""))
    with pytest.raises(StyleError, match="缺少样式“列表编号”的编号"):
        docx.write(composed(), house_style("copu", folder))


def test_a_template_without_a_page_is_refused(folder):
    def without(xml):
        return xml[: xml.index("<w:sectPr>")] + xml[xml.index("</w:sectPr>") + len("</w:sectPr>") :]

    spoil(folder / "copu.docx", "word/document.xml", without)
    with pytest.raises(StyleError, match="缺少页面设置"):
        docx.write(composed(), house_style("copu", folder))


def test_a_template_without_a_size_of_paper_is_refused(folder):
    spoil(folder / "copu.docx", "word/document.xml", lambda xml: xml.replace('<w:pgSz w:w="11906" w:h="16838"/>', ""))
    with pytest.raises(StyleError, match="缺少纸张大小"):
        docx.write(composed(), house_style("copu", folder))


@pytest.mark.parametrize("name", ["word/styles.xml", "word/document.xml", "word/numbering.xml", "[Content_Types].xml"])
@pytest.mark.parametrize("change", [lambda _: "", lambda xml: xml[:200], lambda _: "<x/>"])
def test_a_template_with_a_broken_part_is_refused(folder, name, change):
    spoil(folder / "copu.docx", name, change)
    with pytest.raises(StyleError, match="版式“copu”的 Word 模板"):
        docx.write(composed(), house_style("copu", folder))


@pytest.mark.parametrize("data", [b"", b"not a document", b"PK\x03\x04" + b"\0" * 40])
def test_a_template_that_is_no_word_file_is_refused(folder, data):
    (folder / "copu.docx").write_bytes(data)
    with pytest.raises(StyleError, match="模板打不开"):
        docx.write(composed(), house_style("copu", folder))


def test_a_template_cut_short_is_refused(folder):
    path = folder / "copu.docx"
    path.write_bytes(path.read_bytes()[:3000])
    with pytest.raises(StyleError, match="模板打不开"):
        docx.write(composed(), house_style("copu", folder))


def test_looks_changed_in_the_template_show_in_the_minutes(folder):
    bigger = tuple(replace(look, size=40) if look.name == "纪要正文" else look for look in make_templates.COPU)
    (folder / "copu.docx").write_bytes(make_templates.make(replace(make_templates.HOUSES["copu"], looks=bigger)))
    data = docx.write(composed(), house_style("copu", folder))
    body = Word(BytesIO(data)).styles["纪要正文"]
    assert body.font.size.pt == 20


def libreoffice(folder, kind, path):
    """Convert a file with LibreOffice, and return where the result is."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    made = folder / "made"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(made), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    return made / f"{path.stem}.{kind}"


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed here")
def test_a_template_saved_again_by_another_program_still_serves(folder):
    saved = libreoffice(folder, "docx", folder / "copu.docx")
    shutil.move(saved, folder / "copu.docx")
    data = docx.write(composed(), house_style("copu", folder))
    assert [line.strip("\n") for line in lines(data)] == LINES
    assert style_of(data, "会议听取了如下访谈:") == "导语"


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed here")
def test_libreoffice_numbers_the_pages_and_shows_every_line(written, tmp_path):
    (tmp_path / "a.docx").write_bytes(written)
    pdf = libreoffice(tmp_path, "pdf", tmp_path / "a.docx")
    shown = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout
    pages = ["".join(page.split()) for page in shown.split("\f") if page.strip()]
    for number, page in enumerate(pages, 1):
        assert page.endswith(f"—{number}—")
    everything = "".join(page.removesuffix(f"—{number}—") for number, page in enumerate(pages, 1))
    for line in LINES:
        assert "".join(line.split()) in everything


def test_a_table_tells_what_it_is_to_those_who_do_not_see_it():
    heads = tuple(map(spans, ("单位", "要办的\n“事”&<", "")))
    blocks = (
        Table((heads, tuple(map(spans, "甲乙丙")))),
        Table((tuple(map(spans, "甲乙")),), 0, form="facts"),
        Table(((spans("版"),),), 0, form="imprint"),
    )
    root = part(docx.write(Document(blocks), STYLE))
    told = [
        [one.find(f"{W}tblPr/{W}{name}").get(f"{W}val") for name in ("tblCaption", "tblDescription")]
        for one in root.iter(f"{W}tbl")
    ]
    assert told == [
        ["表格：单位、要办的“事”&<", "2 行 3 列"],
        ["会议信息", "1 行 2 列"],
        ["版记", "1 行 1 列"],
    ]
