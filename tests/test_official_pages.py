"""Official minutes in print, measured against GB/T 9704-2012: the Word file by LibreOffice, and the PDF; lengths in mm.

Faces are read from the Word file: those of the standard are on few machines, and others stand in for them in print.
"""

import shutil
from datetime import UTC, date, datetime
from io import BytesIO
from itertools import pairwise

import pytest
from docx import Document as Word
from docx.oxml.ns import qn
from printed import ink, pages, pdf_of

from copu_desk.compose import minutes
from copu_desk.document import Document, Heading, PageBreak, Paragraph, Span, Table, spans, text
from copu_desk.model import AgendaItem, Attendee, Capacity, Decision, Essay, Meeting, Presence, Series
from copu_desk.paths import STYLES
from copu_desk.style import house_style
from copu_desk.writers import docx
from copu_desk.writers import pdf as pdf_writer

NO_POPPLER = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler's tools are not installed here")
NO_OFFICE = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed here")
WAYS = [pytest.param("Word", marks=[NO_OFFICE, NO_POPPLER]), pytest.param("PDF", marks=NO_POPPLER)]
STYLE = house_style("gbt9704", STYLES)
LEFT, RIGHT, TOP, BOTTOM = 28, 184, 37, 262  # of the type area, 156 mm x 225 mm
PITCH = 225 / 22
SIGN = 156 / 28
NAMES = [f"{family}{given}" for family in "赵钱孙李周吴郑王" for given in ("安宁", "小满", "清和", "若水")]
SERIES = Series(name="远帆例会")
MEETING = Meeting(
    date(2025, 12, 23),
    number=12,
    chair="韩知远",
    classification="内部",
    attendees=(
        *(Attendee(name, presence=Presence.ONSITE) for name in NAMES),
        Attendee("欧阳明月", presence=Presence.EXCUSED),
        Attendee("贺兰", capacity=Capacity.OBSERVER, presence=Presence.ONSITE),
    ),
    agenda=(
        AgendaItem(title="年度计划", discussion=(text("论" * 26 + "议" * 28 * 37),), decisions=(Decision("同意。"),)),
    ),
    essays=(
        Essay(title="怎样写变更说明", body=(Heading(spans("一、背景")), text("文" * 60))),
        Essay(title="第二篇", body=(text("完。"),)),
    ),
)


def composed(meeting=MEETING, series=SERIES):
    return minutes.compose(meeting, series, STYLE, created=datetime(2025, 12, 24, 4, tzinfo=UTC))


def written(meeting=MEETING):
    return docx.write(composed(meeting), STYLE)


def put_in_print(way, folder, document):
    """Return where the pages are that LibreOffice makes of the Word file, or the program itself."""
    if way == "Word":
        return pdf_of(folder, docx.write(document, STYLE))
    path = folder / "printed.pdf"
    path.write_bytes(pdf_writer.write(document, STYLE))
    return path


@pytest.fixture(scope="module", params=WAYS)
def way(request):
    return request.param


@pytest.fixture(scope="module")
def pdf(way, tmp_path_factory):
    return put_in_print(way, tmp_path_factory.mktemp("official"), composed())


@pytest.fixture(scope="module")
def shown(pdf):
    return pages(pdf)


def line_with(page, beginning):
    return next(line for line in page if line.words.startswith(beginning))


def test_a_page_has_22_lines_of_28_signs(shown):
    text_lines = [line for line in shown[1] if line.top < BOTTOM]
    assert len(text_lines) == 22
    assert {line.words for line in text_lines} == {"议" * 28}
    for line in text_lines:
        assert line.left == pytest.approx(LEFT, abs=0.5)
        assert line.right == pytest.approx(RIGHT, abs=0.7)
    for before, after in pairwise(text_lines):
        assert after.top - before.top == pytest.approx(28.95 * 25.4 / 72, abs=0.05)
    assert text_lines[0].top == pytest.approx(TOP, abs=PITCH / 2)
    assert text_lines[-1].bottom <= BOTTOM + 0.5


def test_lines_below_mark_and_title_stand_where_those_of_other_pages_do(shown):
    heights = [line.top for line in shown[1] if line.words == "议" * 28]
    for line in shown[0]:
        if line.words == "议" * 28:
            assert min(abs(line.top - height) for height in heights) < 0.3


def test_a_paragraph_begins_two_signs_in(shown):
    first = line_with(shown[0], "论")
    assert first.words == "论" * 26
    assert first.left == pytest.approx(LEFT + 2 * SIGN, abs=0.5)


def test_the_mark_is_red_centred_and_72_mm_below_the_papers_edge(pdf):
    left, top, right, bottom = ink(pdf, 1, (LEFT, TOP, RIGHT, 100), red=True)
    assert top == pytest.approx(72, abs=1)
    assert (left + right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=1)
    assert left >= LEFT
    assert right <= RIGHT
    assert bottom - top > 10


def test_a_long_mark_shrinks_to_the_type_area_and_keeps_its_height_above(way, tmp_path):
    made = put_in_print(way, tmp_path, composed(series=Series(name="中国开源软件推进联盟专家委员会例会")))
    left, top, right, _bottom = ink(made, 1, (10, TOP, 200, 100), red=True)
    assert right - left <= 156.2
    assert right - left > 140
    assert top == pytest.approx(72, abs=1)


def test_how_secret_they_are_stands_in_the_upper_left_corner(shown):
    corner = line_with(shown[0], "内部")
    assert corner.left == pytest.approx(LEFT, abs=0.5)
    assert corner.top == pytest.approx(TOP, abs=PITCH / 2)


def test_odd_numbers_stand_right_and_even_ones_left_one_sign_in_7_mm_below_the_text(pdf, shown):
    four = 14 * 25.4 / 72  # a sign of size 4
    for number, page in enumerate(shown, 1):
        foot = page[-1]
        assert foot.words == f"—{number}—"
        if number % 2:
            assert foot.right == pytest.approx(RIGHT - four, abs=0.5)
        else:
            assert foot.left == pytest.approx(LEFT + four, abs=0.5)
        dash = ink(pdf, number, (foot.left, BOTTOM + 1, foot.left + 4, 290))
        assert (dash[1] + dash[3]) / 2 == pytest.approx(BOTTOM + 7, abs=0.6)


def test_attendees_stand_after_the_text_and_turn_over_below_the_first_name(shown):
    page = next(page for page in shown if any(line.words.startswith("出席：") for line in page))
    first = line_with(page, "出席：")
    rest = page[page.index(first) + 1 : page.index(line_with(page, "请假："))]
    assert first.left == pytest.approx(LEFT + 2 * SIGN, abs=0.5)
    assert rest
    for line in rest:
        assert line.left == pytest.approx(LEFT + 5 * SIGN, abs=0.5)
    heads = [line.words[:2] for line in page if line.words[2:3] == "："]
    assert heads == ["附件", "出席", "请假", "列席"]
    note = line_with(page, "附件：")
    after_note = page[page.index(note) + 1]
    assert note.words == "附件：1.怎样写变更说明"
    assert after_note.words == "2.第二篇"
    assert after_note.left == pytest.approx(LEFT + 5 * SIGN, abs=0.5)
    assert first.top - after_note.top == pytest.approx(2 * PITCH, abs=0.3)  # one line blank


def test_each_annex_begins_a_page_with_its_title_on_the_third_line(shown):
    begun = [page for page in shown if page[0].words.startswith("附件")]
    assert [page[0].words for page in begun] == ["附件1", "附件2"]
    for page, title in zip(begun, ("怎样写变更说明", "第二篇"), strict=True):
        assert page[1].words == title
        middles = [(line.top + line.bottom) / 2 for line in page[:2]]
        assert middles[1] - middles[0] == pytest.approx(2 * PITCH, abs=1.5)  # the middle of larger signs is higher
        assert (page[1].left + page[1].right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=0.5)


def test_the_imprint_closes_the_last_page_and_is_as_wide_as_the_text(pdf, shown):
    last = len(shown)
    left, top, right, bottom = ink(pdf, last, (20, 200, 200, BOTTOM + 1.5))
    assert bottom == pytest.approx(BOTTOM, abs=0.6)
    assert (left, right) == (pytest.approx(LEFT, abs=0.3), pytest.approx(RIGHT, abs=0.3))
    assert top > 245
    assert "远帆2025年12月24日印发" in [line.words for line in shown[-1]]
    assert not any("印发" in line.words for page in shown[:-1] for line in page)


def test_a_page_break_after_a_full_page_leaves_no_page_empty(way, tmp_path):
    blocks = (text("文" * (26 + 28 * 21)), PageBreak(), text("后"))
    shown = pages(put_in_print(way, tmp_path, Document(blocks)))
    assert [len(page) - 1 for page in shown] == [22, 1]
    assert shown[1][0].words == "后"
    assert shown[1][0].top == pytest.approx(shown[0][0].top, abs=0.5)


def test_between_two_paragraphs_the_larger_of_their_spaces_is_left(way, tmp_path):
    blocks = (text("首"), text("标题", "title"), text("分节", "section"), text("尾"))
    (page,) = pages(put_in_print(way, tmp_path, Document(blocks)))
    middles = [(line.top + line.bottom) / 2 for line in page[:4]]
    for before, after in pairwise(middles):
        assert after - before == pytest.approx(2 * PITCH, abs=1)


def test_the_imprint_goes_to_a_page_of_its_own_where_the_last_one_has_no_room(way, tmp_path):
    rows = ((spans("抄送：各成员单位。"),), (spans("远帆"), spans("2025年12月24日印发")))
    blocks = (text("文" * (26 + 28 * 20)), Table(rows, 0, form="imprint"))
    first, last = pages(put_in_print(way, tmp_path, Document(blocks)))
    assert [line.words[0] for line in first] == ["文"] * 21 + ["—"]
    assert [line.words for line in last] == ["抄送：各成员单位。", "远帆2025年12月24日印发", "—2—"]
    assert last[0].left == pytest.approx(LEFT + 14 * 25.4 / 72, abs=0.5)
    assert last[1].bottom < BOTTOM


@pytest.fixture(scope="module")
def word():
    return Word(BytesIO(written()))


def test_paper_grid_and_footers_are_those_of_the_standard(word):
    section = word.sections[0]
    assert [round(one.mm, 1) for one in (section.page_width, section.page_height)] == [210, 297]
    assert [round(one.mm) for one in (section.top_margin, section.left_margin)] == [37, 28]
    width = section.page_width - section.left_margin - section.right_margin
    height = section.page_height - section.top_margin - section.bottom_margin
    assert (round(width / 36000, 1), round(height / 36000, 1)) == (156, 225)
    grid = section._sectPr.find(qn("w:docGrid"))
    assert {name: grid.get(qn(f"w:{name}")) for name in ("type", "linePitch", "charSpace")} == {
        "type": "linesAndChars",
        "linePitch": "579",
        "charSpace": "-848",
    }
    assert word.settings.odd_and_even_pages_header_footer
    assert section.footer.paragraphs[0].text == section.even_page_footer.paragraphs[0].text == "— 1 —"
    for foot in (section.footer, section.even_page_footer):
        runs = [[child.tag.rpartition("}")[2] for child in run][1:] for run in foot._element.iter(qn("w:r"))]
        assert runs == [["t"], ["fldChar"], ["instrText"], ["fldChar"], ["t"], ["fldChar"], ["t"]]


def look(word, name):
    """Return face, size in points, boldness and the first-line indent in twips that a style has itself."""
    one = next(one for one in word.styles if one.name.lower() == name.lower())
    fonts = one.element.find(qn("w:rPr")).find(qn("w:rFonts"))
    assert fonts.get(qn("w:ascii")) == fonts.get(qn("w:hAnsi")) == "Times New Roman" or name == "footer"
    indent = one.element.find(f"{qn('w:pPr')}/{qn('w:ind')}")
    places = {side: int(indent.get(qn(f"w:{side}"), 0)) for side in ("left", "firstLine", "hanging")}
    return fonts.get(qn("w:eastAsia")), one.font.size.pt, bool(one.font.bold), places


@pytest.mark.parametrize(
    ("name", "face", "size"),
    [
        ("纪要正文", "仿宋_GB2312", 16),
        ("纪要标志", "方正小标宋简体", 54),
        ("Title", "方正小标宋简体", 22),
        ("heading 1", "黑体", 16),
        ("heading 3", "黑体", 16),
        ("heading 4", "楷体_GB2312", 16),
        ("heading 5", "仿宋_GB2312", 16),
        ("heading 6", "仿宋_GB2312", 16),
        ("参会人员", "仿宋_GB2312", 16),
        ("附件标记", "黑体", 16),
        ("heading 2", "方正小标宋简体", 22),
        ("版记", "仿宋_GB2312", 14),
        ("footer", "宋体", 14),
    ],
)
def test_faces_and_sizes_are_those_of_the_standard_and_nothing_is_bold(word, name, face, size):
    assert look(word, name)[:3] == (face, size, False)


def test_indents_are_in_twips(word):
    assert look(word, "纪要正文")[3] == {"left": 0, "firstLine": 632, "hanging": 0}
    assert look(word, "参会人员")[3] == {"left": 1579, "firstLine": 0, "hanging": 947}
    assert look(word, "附件说明")[3] == {"left": 1579, "firstLine": 0, "hanging": 947}
    label = next(one for one in word.styles if one.name == "标签")
    assert label.element.rPr.rFonts.get(qn("w:eastAsia")) == "黑体"
    mark = next(one for one in word.styles if one.name == "纪要标志")
    assert str(mark.font.color.rgb) == "FF0000"


def test_rules_of_the_imprint_are_35_and_25_hundredths_of_a_millimetre(word):
    borders = next(one for one in word.styles if one.name == "版记表").element.find(f".//{qn('w:tblBorders')}")
    widths = {one.tag.rpartition("}")[2]: int(one.get(qn("w:sz"))) / 8 * 25.4 / 72 for one in borders}
    assert widths["top"] == widths["bottom"] == pytest.approx(0.35, abs=0.03)
    assert widths["insideH"] == pytest.approx(0.25, abs=0.03)
    assert "insideV" not in widths


def test_what_is_bold_in_a_text_stays_bold():
    meeting = Meeting(date(2025, 1, 7), preamble=(Paragraph((Span("重", bold=True), Span("轻"))),))
    runs = next(one for one in Word(BytesIO(written(meeting))).paragraphs if one.text == "重轻").runs
    assert [run.bold for run in runs] == [True, None]
