"""The Word file: what other programs find in it, and whether Word would take it without complaint."""

from hashlib import sha256
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document as Word
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from meetings import LINES, PIXEL, PIXEL_NAME, SERIES
from values import MEETING
from written_word import STYLE, W, check_order, composed, lines, part, parts, png, style_of, write

from copu_desk import exchange
from copu_desk.compose import minutes
from copu_desk.document import (
    Document,
    ListItem,
    PageBreak,
    Paragraph,
    Picture,
    Span,
    Table,
    clean,
    plain,
    spans,
    text,
)
from copu_desk.model import Series
from copu_desk.paths import STYLES
from copu_desk.readers import docx as docx_reader
from copu_desk.style import HEADING_STYLES, STYLE_NAMES, style_names
from copu_desk.writers import docx, txt
from copu_desk.writers.docx.runs import address
from copu_desk.writers.docx.table import widths

SAMPLE = Path(__file__).parents[2] / "shared" / "samples" / "copu-minutes-2024-12-24.txt"
MM = 56.7  # twips


@pytest.fixture(scope="module")
def written():
    return docx.write(composed(), STYLE)


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


def test_points_below_a_bullet_or_of_another_kind_count_from_one():
    data = write(
        point("外"),
        point("中", level=1),
        point("一", True, 2),
        point("二", True, 2),
        point("中", level=1),
        point("再从一起", True, 2),
        text("隔开"),
        point("一", True),
        point("一", True, 1),
        point("圆点", level=1),
        point("再从一起", True, 1),
        point("二", True),
    )
    assert [plain(block) for block in docx_reader.read(data).body if isinstance(block, ListItem)] == [
        "外", "中", "a)一", "b)二", "中", "a)再从一起", "1.一", "（1）一", "圆点", "（1）再从一起", "2.二",
    ]  # fmt: skip


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


def test_a_table_has_no_more_columns_than_word_takes_and_all_its_words():
    row = tuple(spans(f"第{at}格") for at in range(70))
    data = write(Table((row, row[:2], row[:63])))
    (table,) = Word(BytesIO(data)).tables
    assert len(part(data).findall(f".//{W}gridCol")) == 63
    assert [len(one.cells) for one in table.rows] == [63] * 3
    assert table.rows[0].cells[62].text == "\t".join(f"第{at}格" for at in range(62, 70))
    assert [table.rows[at].cells[62].text for at in (1, 2)] == ["", "第62格"]
    check_order(data)


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
