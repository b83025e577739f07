"""The PDF is the same document as the Word file, from the same template, and no text of the user's is a command."""

import re
import shutil
import subprocess
from datetime import UTC, datetime
from io import BytesIO

import pytest
from docx import Document as Word
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from meetings import FULL, PIXEL, PIXEL_NAME, SERIES
from values import BODY

from copu_desk.compose import minutes
from copu_desk.document import Document, ListItem, PageBreak, Paragraph, Picture, Span, Table, clean, spans, text
from copu_desk.paths import STYLES
from copu_desk.style import house_style, style_names
from copu_desk.writers import docx, pdf
from copu_desk.writers.pdf.faces import choose, families, fonts_for, uses
from copu_desk.writers.pdf.looks import Looks
from copu_desk.writers.pdf.press import Press

STYLE = house_style()
needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler's tools are not installed here")


def shown(data, tmp_path, *options):
    (tmp_path / "a.pdf").write_bytes(data)
    command = ["pdftotext", *options, str(tmp_path / "a.pdf"), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def squeezed(words):
    return "".join(words.split())


@needs_poppler
def test_every_line_of_the_word_file_is_in_the_pdf(tmp_path):
    document = minutes.compose(FULL, SERIES, STYLE, {PIXEL_NAME: PIXEL}, datetime(2025, 9, 3, tzinfo=UTC))
    found = squeezed(shown(pdf.write(document, STYLE), tmp_path))
    for paragraph in Word(BytesIO(docx.write(document, STYLE))).paragraphs:
        assert squeezed(paragraph.text) in found, paragraph.text
    assert squeezed(FULL.scratch) not in found


@needs_poppler
@pytest.mark.parametrize(
    "words",
    [
        '#read("data.json")',
        "*粗* _斜_ `码` $x^2$ <label> @ref",
        "= 标题",
        "5000~8000MW",
        "\\ \\u{41} // 注",
        "#[",
        "”“‘’—…",
        "a  b",
    ],
)
def test_text_stays_text(words, tmp_path):
    assert squeezed(words) in squeezed(shown(pdf.write(Document((text(words),)), STYLE), tmp_path))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(body=BODY, name=st.sampled_from(style_names(STYLES)))
def test_any_body_can_be_set_in_any_style_and_every_block_is_found(body, name):
    press = Press()
    made = pdf.set_pages(Document(body, title="题"), house_style(name, STYLES), press)
    press.close()
    assert all(picture.startswith(b"<svg") for picture in made.pictures)
    for at, block in enumerate(body):
        shown_on_page = not isinstance(block, PageBreak) and (not isinstance(block, Table) or block.rows)
        assert (made.extent(at) is not None) == bool(shown_on_page), block


@needs_poppler
def test_the_pdf_is_a4_tagged_searchable_and_says_what_it_is(tmp_path):
    document = minutes.compose(FULL, SERIES, STYLE, {}, datetime(2025, 9, 3, tzinfo=UTC))
    (tmp_path / "a.pdf").write_bytes(pdf.write(document, STYLE))
    told = subprocess.run(["pdfinfo", str(tmp_path / "a.pdf")], capture_output=True, text=True, check=True).stdout
    facts = {line.split(":")[0]: line.split(":", 1)[1].strip() for line in told.splitlines() if ":" in line}
    assert facts["Title"] == "远帆会议纪要丨2025.09.02"
    assert facts["Author"] == "苏棠"
    assert facts["Tagged"] == "yes"
    assert facts["Page size"].endswith("(A4)")
    fonts = subprocess.run(["pdffonts", str(tmp_path / "a.pdf")], capture_output=True, text=True, check=True).stdout
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts.splitlines()[2:])


@needs_poppler
def test_the_page_keeps_the_templates_margins_and_number(tmp_path):
    pages = shown(pdf.write(Document(tuple(text("字" * 400) for _ in range(9))), STYLE), tmp_path, "-bbox-layout")
    lines = [line for line in pages.splitlines() if "<line " in line]
    left = min(float(line.split('xMin="')[1].split('"')[0]) for line in lines)
    page = Looks(STYLE).page
    assert left == pytest.approx(page.left, abs=2)
    assert "—1—" in squeezed(shown(pdf.write(Document((text("a"),)), STYLE), tmp_path))


@needs_poppler
def test_words_wider_than_their_line_or_cell_are_broken_and_not_cut_off(tmp_path):
    assert clean("a\ufdd0\ufdd1\ufdd2b") == "ab"  # what tells places to the page's program is in no text
    address = "https://example.org/" + "nobreakanywhere" * 20
    row = tuple(spans(f"{at}-" + "abcdefghij" * 3) for at in range(12))
    body = (text("见" + address + "。"), Paragraph((Span(address, link=address),)), text("，" * 99), Table((row,), 0))
    for name in style_names(STYLES):
        data = pdf.write(Document(body, title="题"), house_style(name, STYLES))
        found = squeezed(shown(data, tmp_path))  # which leaves out what stands beside the page
        assert found.count(address) == 2, name
        assert found.count("，") == 99
        assert all(found.count(sign) == 36 for sign in "dfj"), name  # cells stand side by side, so their lines mix
        lines = re.findall('<line .*?xMax="(.*?)"', shown(data, tmp_path, "-bbox-layout"))
        page = Looks(house_style(name, STYLES)).page
        assert max(map(float, lines)) < page.width - page.right + 20


@needs_poppler
def test_points_are_numbered_as_in_the_word_file(tmp_path):
    body = (*(ListItem(spans(f"第{level}层"), level, ordered=True) for level in (0, 1, 2, 2)), text("完"))
    found = squeezed(shown(pdf.write(Document(body), STYLE), tmp_path))
    assert found.startswith("1.第0层（1）第1层a)第2层b)第2层完")


def test_a_table_without_cells_draws_nothing():
    press = Press()
    plain_page, with_table = (
        pdf.set_pages(Document((text("前"), *more, text("后"))), STYLE, press) for more in ((), (Table(((),)),))
    )
    press.close()
    assert with_table.pictures[0].count(b"<path") == plain_page.pictures[0].count(b"<path")


@needs_poppler
def test_what_a_template_has_above_and_below_the_text_is_printed(tmp_path):
    for suffix in ("toml", "docx"):
        (tmp_path / f"own.{suffix}").write_bytes((STYLES / f"plain.{suffix}").read_bytes())
    word = Word(str(tmp_path / "own.docx"))
    section = word.sections[0]
    section.header.is_linked_to_previous = False
    section.header.paragraphs[0].text = "远帆协会　内部资料"
    section.footer.add_paragraph("地址：三楼会议室")
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "首页的页眉"
    word.save(str(tmp_path / "own.docx"))
    data = pdf.write(Document((text("一"), PageBreak(), text("二"))), house_style("own", tmp_path))
    first, second, _ = shown(data, tmp_path).split("\f")
    assert squeezed(first) == "首页的页眉一"
    assert squeezed(second).startswith("远帆协会内部资料二")
    assert squeezed(second).endswith("地址：三楼会议室")
    heads = shown(data, tmp_path, "-f", "2", "-bbox-layout").split("<line ")[1]
    top = float(re.search('yMin="(.*?)"', heads)[1])
    assert top == pytest.approx(section.header_distance.pt, abs=6)


def test_chinese_italics_are_slanted():
    press = Press()
    upright, slanted = (
        pdf.set_pages(Document((Paragraph((Span("前"), Span("斜体，字", italic=on))),)), STYLE, press).pictures[0]
        for on in (False, True)
    )
    press.close()
    assert upright.count(b"matrix(1 0 0.2") == 0
    assert slanted.count(b"matrix(1 0 0.2") == 3  # the comma goes with the sign before it


@needs_poppler
def test_signs_that_word_sets_in_the_chinese_face_are_as_wide_as_chinese(tmp_path):
    for sign in "★①℃→※×":
        found = shown(pdf.write(Document((text(sign),)), STYLE), tmp_path, "-bbox-layout")
        left, right = map(float, re.search(f'xMin="(.*?)" .*?xMax="(.*?)".*?>{sign}<', found).groups())
        assert right - left == pytest.approx(Looks(STYLE).of("纪要正文").size, abs=1), sign


@pytest.mark.parametrize("lines", range(20, 30))
def test_no_page_has_a_signature_alone(lines):
    body = (
        *(text("字") for _ in range(lines)),
        text("请准时参加。"),
        text("远帆", "signature"),
        text("日期", "signature"),
    )
    press = Press()
    made = pdf.set_pages(Document(body), STYLE, press)
    press.close()
    assert len({made.extent(at).page for at in range(lines, lines + 3)}) == 1
    data = docx.write(Document(body), STYLE)
    kept = [one.paragraph_format.keep_with_next for one in Word(BytesIO(data)).paragraphs]
    assert kept[lines - 1 :] == [None, True, True, None]


def test_looks_come_from_the_template():
    looks = Looks(STYLE)
    title, body = looks.of("Title"), looks.of("纪要正文")
    assert (title.align, title.han) == ("center", "方正小标宋简体")
    assert body.han == "仿宋_GB2312"
    assert body.latin == "Times New Roman"
    assert not body.pitch_is_factor
    assert body.first == 2 * body.size
    assert looks.of("heading 2").outline == 1
    assert looks.of("发言人", body).size == body.size


def test_missing_faces_are_drawn_with_those_nearest():
    known = set(families())
    for latin, han in (("Times New Roman", "仿宋_GB2312"), ("Arial", "黑体"), ("没有的字体", "也没有")):
        found = fonts_for(latin, han)
        assert {*found["latin"], *found["han"]} <= known  # nothing is asked for that is not here
        assert found["han"] or not known & {"Noto Serif CJK SC", "SimSun", "Songti SC"}


def test_the_table_of_fonts_says_what_is_asked_what_is_here_and_what_is_drawn():
    found = {one.name: one for one in uses(STYLE)}
    assert {"仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体", "宋体", "Times New Roman"} <= set(found)
    assert "纪要正文" in found["仿宋_GB2312"].styles
    assert "标题" in found["方正小标宋简体"].styles
    for one in found.values():
        assert one.drawn in families()
    assert [one.is_here for one in uses(STYLE)] == sorted(one.is_here for one in uses(STYLE))


@needs_poppler
def test_a_font_that_is_missing_is_drawn_with_the_one_chosen_for_this_machine():
    missing = [one for one in uses(STYLE) if not one.is_here and one.name == "仿宋_GB2312"]
    if not missing:
        pytest.skip("this machine has the font")
    try:
        choose({"仿宋_GB2312": "DejaVu Sans Mono"})
        assert fonts_for("", "仿宋_GB2312")["han"][0] == "DejaVu Sans Mono"
        assert next(one.drawn for one in uses(STYLE) if one.name == "仿宋_GB2312") == "DejaVu Sans Mono"
        choose({"仿宋_GB2312": "不在这台电脑上的字体"})
        assert fonts_for("", "仿宋_GB2312")["han"][0] != "不在这台电脑上的字体"
    finally:
        choose({})


def test_the_pdf_is_for_the_archive():
    document = minutes.compose(FULL, SERIES, STYLE, {PIXEL_NAME: PIXEL}, datetime(2025, 9, 3, tzinfo=UTC))
    made = pdf.write(document, STYLE)
    assert re.search(rb"pdfaid:part>2</pdfaid:part", made) or b'pdfaid:part="2"' in made
    assert re.search(rb"pdfaid:conformance>A<", made) or b'pdfaid:conformance="A"' in made


def test_each_block_is_found_on_its_page():
    blocks = (
        text("题", "title"),
        *(text("字" * 400) for _ in range(9)),
        Table(((spans("格"),),), 0),
        PageBreak(),
        Picture(PIXEL_NAME),
        text("末"),
    )
    press = Press()
    made = pdf.set_pages(Document(blocks, images={PIXEL_NAME: PIXEL}), STYLE, press)
    where = {spot.block: spot for spot in made.spots}
    assert set(where) == set(range(len(blocks))) - {11}  # all but the page break
    order = [(where[at].page, where[at].y) for at in sorted(where)]
    assert order == sorted(order)
    assert (where[0].page, where[13].page) == (0, len(made.pictures) - 1)
    assert where[12].page == where[10].page + 1
    assert where[0].y == pytest.approx(Looks(STYLE).page.top, abs=8)
    again = pdf.set_pages(Document(blocks[:1]), STYLE, press)
    assert len(again.pictures) == 1
    assert again.pictures[0].startswith(b"<svg")
    press.close()


# The looks of the shipped styles, measured on the pages


def set_in(name, *blocks, meeting=None):
    """Return the pages of blocks, or of a meeting, in a shipped style, and the PDF."""
    style = house_style(name, STYLES)
    created = datetime(2025, 9, 3, tzinfo=UTC)
    document = minutes.compose(meeting, SERIES, style, {PIXEL_NAME: PIXEL}, created) if meeting else Document(blocks)
    press = Press()
    made = pdf.set_pages(document, style, press), pdf.write(document, style)
    press.close()
    return made


def words_on(data, tmp_path):
    """Return for each page its words with their places: (left, top, right, bottom, words) in points."""
    told = shown(data, tmp_path, "-bbox")
    found = r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
    return [[(*map(float, one[:4]), one[4]) for one in re.findall(found, page)] for page in told.split("<page ")[1:]]


@needs_poppler
def test_official_pages_hold_22_lines_of_28_characters_and_number_the_outer_edge(tmp_path):
    pages, data = set_in("gbt9704", *(text("字" * 28 * 5) for _ in range(12)))
    words = words_on(data, tmp_path)
    rows = [sorted({round(one[1]) for one in page if "字" in one[4]}) for page in words]
    assert [len(page) for page in rows] == [22, 22, 22, 6]  # 12 paragraphs of 6 lines, the first of each indented by 2
    full = [one for one in words[0] if one[4].count("字") == 28]
    assert len(full) >= 15
    assert all(one[0] == pytest.approx(79.4, abs=1) and one[2] == pytest.approx(521.6, abs=2) for one in full)
    numbers = [next(one for one in page if one[4].isdecimal()) for page in words]
    assert [one[4] for one in numbers] == ["1", "2", "3", "4"]
    assert numbers[0][0] > 450
    assert numbers[1][0] < 150
    assert numbers[2][0] > 450
    assert numbers[3][0] < 150
    for number in numbers:  # 7 mm below the type area, 262 mm from the upper edge
        assert 262 < (number[1] + number[3]) / 2 / 72 * 25.4 < 274
    assert pages.margins[1] == pytest.approx(37 / 25.4 * 72, abs=0.2)


def test_the_official_mark_is_red_35_mm_below_the_type_area_and_fits():
    mark = Paragraph(spans("一个名字非常非常非常长的委员会工作会议纪要"), "mark")
    pages, _ = set_in("gbt9704", mark, text("正文。"))
    assert pages.extent(0).top == pytest.approx(72 / 25.4 * 72, abs=0.5)
    assert b'fill="#ff0000"' in pages.pictures[0]
    assert pages.extent(1).top - pages.extent(0).top < 90  # one line: it shrank to the width of the type area
    short, _ = set_in("gbt9704", Paragraph(spans("远帆纪要"), "mark"), text("正文。"))
    assert short.extent(0).top == pytest.approx(pages.extent(0).top, abs=0.5)


@needs_poppler
def test_the_imprint_stands_at_the_foot_of_the_last_page_and_annexes_begin_pages(tmp_path):
    pages, data = set_in("gbt9704", meeting=FULL)
    words = words_on(data, tmp_path)
    issued = [one for page in words for one in page if "印发" in one[4]]
    assert issued == [one for one in words[-1] if "印发" in one[4]]
    assert issued[0][3] == pytest.approx(pages.height - pages.margins[3], abs=14)
    assert issued[0][2] > 480
    document = minutes.compose(FULL, SERIES, house_style("gbt9704", STYLES))
    annexes = [at for at, block in enumerate(document.blocks) if getattr(block, "role", "") == "annex"]
    assert len(annexes) == 3
    assert [pages.extent(at).top for at in annexes] == [pytest.approx(pages.margins[1], abs=0.1)] * 3
    assert len({pages.extent(at).page for at in annexes}) == 3


def test_plain_tables_have_the_rules_and_the_shade_of_the_template():
    pages, _ = set_in("plain", meeting=FULL)
    assert b'stroke="#1f4e79"' in pages.pictures[0]
    assert b'fill="#eef3f8"' in pages.pictures[0]
    official, _ = set_in("gbt9704", Table((tuple(map(spans, "甲乙")), tuple(map(spans, "丙丁"))), 1))
    assert b'stroke="#000000"' in official.pictures[0]


@needs_poppler
def test_tabs_go_to_the_stops_of_their_style(tmp_path):
    blocks = [Paragraph(spans(f"{words}\t名称"), "annex_list") for words in ("附件：1.", "\t2.")]
    _, data = set_in("gbt9704", *blocks)
    names = [one[0] for one in words_on(data, tmp_path)[0] if one[4].startswith("名称")]
    assert names == [pytest.approx(79.35 + 1899 / 20, abs=1)] * 2


@needs_poppler
def test_lists_stand_where_the_template_says_and_count(tmp_path):
    points = [ListItem(spans("点"), level, ordered=True) for level in (0, 0, 1, 0)]
    _, data = set_in("copu", *points)
    words = words_on(data, tmp_path)[0]
    marks = [one[0] for one in words if one[4].startswith("点")]
    assert marks[0] == marks[1] == marks[3]
    assert marks[0] == pytest.approx(79.35 + 980 / 20, abs=1)
    assert marks[2] > marks[0] + 20
    assert [one[4] for one in words if one[4].rstrip(".)）").isdecimal()][:2] == ["1.", "2."]


def test_marks_above_and_below_the_line_do_not_spread_the_lines():
    low, high = Span("2", script="sub"), Span("3", script="super")
    pages, _ = set_in("copu", Paragraph((Span("水H"), low, Span("O"), high)), text("下一段"))
    assert pages.extent(1).top - pages.extent(0).top == pytest.approx(25.5, abs=0.01)


def test_a_link_is_drawn_as_one_and_is_one_only_in_the_pdf():
    block = Paragraph((Span("看这里", link="https://example.org/?a=1&b=2"),))
    pages, data = set_in("copu", block)
    assert b'fill="#1f4e8c"' in pages.pictures[0]
    assert b"example.org" not in pages.pictures[0]
    assert b"https://example.org/?a=1&b=2" in data


@needs_poppler
def test_a_damaged_picture_is_named_and_keeps_nothing_else_from_the_pages(tmp_path):
    damaged = PIXEL[:40]
    blocks = (text("前"), Picture("broken", alt="坏了的"), Picture(PIXEL_NAME, "图 1"), text("后"))
    document = Document(blocks, images={"broken": damaged, PIXEL_NAME: PIXEL}, created=datetime(2025, 9, 3, tzinfo=UTC))
    said = squeezed(shown(pdf.write(document, STYLE), tmp_path))
    assert said.startswith("前[图片：坏了的]图1后")
    press = Press()
    assert len(pdf.set_pages(document, STYLE, press).pictures) == 1
    assert len(pdf.set_pages(document, STYLE, press).pictures) == 1
    press.close()


def test_between_paragraphs_is_the_larger_space_of_the_two():
    looks = Looks(house_style("plain", STYLES))
    body, part = looks.of("纪要正文"), looks.of("部分标题")
    assert 0 < body.after < part.before
    pages, _ = set_in("plain", text("一"), text("二", "part"), text("三"))
    tops = [pages.extent(at).top for at in range(3)]
    assert tops[1] - tops[0] == pytest.approx(body.pitch + part.before, abs=0.01)
    assert tops[2] - tops[1] == pytest.approx(part.pitch + max(part.after, body.before), abs=0.01)
