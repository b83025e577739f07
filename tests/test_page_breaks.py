"""The preview and the PDF break lines and pages where Word does, as far as LibreOffice follows Word."""

from datetime import UTC, datetime
from zipfile import ZipFile

import pytest
from breaks import SANS, SONG, both_ways, can_be_measured, differences, with_noto
from printed import pages as printed_pages

from copu_desk import exchange
from copu_desk.document import Document, Heading, ListItem, Paragraph, Span, Table, Turn, spans, text
from copu_desk.model import AgendaItem, Essay, Meeting, Series
from copu_desk.paths import SAMPLE, STYLES
from copu_desk.style import house_style, style_names
from copu_desk.writers import pdf
from copu_desk.writers.pdf.blocks import Blocks
from copu_desk.writers.pdf.looks import Looks
from copu_desk.writers.pdf.press import Press

pytestmark = pytest.mark.skipif(not can_be_measured(), reason="LibreOffice, poppler or the Noto fonts are missing here")
NAMES = style_names(STYLES)
POINT = "各成员单位在三月底前交出第一份依赖清单，格式统一，由秘书处汇总；不对外公布单位名称。"
LONG = Meeting(
    datetime(2025, 12, 23, tzinfo=UTC).date(),
    agenda=(AgendaItem(title="供应链", discussion=(text(POINT * 9), Heading(spans("一、背景")), text(POINT * 4))),),
    essays=(
        Essay(
            title="看得见的供应链",
            body=(
                text("（一）" + POINT * 5),
                *(ListItem(spans(POINT * number), ordered=True) for number in (1, 2, 1)),
                Heading(spans("二、一次演练的记录")),
                *(Turn("程式", spans("“" + POINT * number + "”")) for number in (2, 3, 1)),
                Table(
                    (
                        (spans("单位"), spans("要办的事")),
                        *((spans(f"第{number}家"), spans(POINT)) for number in range(9)),
                    )
                ),
                *(text(POINT * number) for number in (3, 1, 4, 2)),
            ),
        ),
    ),
)


@pytest.fixture(scope="module")
def styles(tmp_path_factory):
    folder = tmp_path_factory.mktemp("styles")
    return {name: with_noto(name, folder) for name in NAMES}


@pytest.fixture(scope="module")
def measured(styles, tmp_path_factory):
    """The lines of the pages of the sample's newest meeting and of a long one, in each style both ways."""
    sample = exchange.read(max(SAMPLE.glob("minutes-*.txt"))).bundle.meetings[0]
    created = datetime(2025, 12, 24, tzinfo=UTC)
    materials = {
        f"{kind} {name}": exchange.Material(meeting, Series(name="远帆例会"), style, created=created)
        for name, style in styles.items()
        for kind, meeting in (("sample", sample), ("long", LONG))
    }
    return both_ways(materials, tmp_path_factory.mktemp("pages"))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["sample", "long"])
def test_pages_break_within_a_line_of_where_they_do_in_word(measured, kind, name):
    ours, theirs = measured[f"{kind} {name}"]
    assert len(ours) == len(theirs) > 1
    assert all(-1 <= lines <= 1 for lines in differences(ours, theirs)), differences(ours, theirs)


def pages_of(style, *blocks):
    """Return the pages that the press makes, which tell where each block stands."""
    press = Press()
    try:
        return pdf.set_pages(Document(blocks), style, press)
    finally:
        press.close()


@pytest.mark.parametrize(("sign", "lines"), [("、", 1), ("。", 1), ("！", 1), ("人", 2), ("）", 2)])
def test_a_sign_that_finds_no_room_at_the_end_of_a_line_hangs_as_in_word(styles, sign, lines):
    style = styles["gbt9704"]
    pages = pages_of(style, text("文" * 26 + sign), text("后"))  # two in, and 28 to a line
    assert round((pages.extent(1).top - pages.extent(0).top) / 28.95) == lines


def test_a_sign_at_the_end_of_a_point_hangs_too(styles):
    point = ListItem(spans("文" * 28 + "。"), ordered=True)  # as many as stand beside the number
    pages = pages_of(styles["copu"], point, text("后"))
    assert pages.extent(1).top - pages.extent(0).top == pytest.approx(25.5, abs=0.1)


def test_what_may_not_begin_a_line_stays_with_what_it_closes(styles):
    words = Paragraph((Span("文" * 25), Span("：", bold=True), Span("”文" * 3)))
    values = next(iter(Blocks(Document((words,)), styles["gbt9704"], Looks(styles["gbt9704"])).all()))
    assert "".join(run["text"] for run in values["runs"]) == "文" * 25 + "：" + "”文" * 3


def test_a_template_may_keep_signs_from_hanging(tmp_path):
    path = with_noto("gbt9704", tmp_path).template
    with ZipFile(path) as package:
        parts = {entry: package.read(entry) for entry in package.namelist()}
    with ZipFile(path, "w") as package:
        for entry, data in parts.items():
            package.writestr(entry, data.replace(b"<w:kinsoku/>", b'<w:kinsoku/><w:overflowPunct w:val="0"/>'))
    pages = pages_of(house_style("gbt9704", tmp_path), text("文" * 26 + "、"), text("后"))
    assert round((pages.extent(1).top - pages.extent(0).top) / 28.95) == 2


def test_a_row_of_a_table_goes_to_the_next_page_as_a_whole(styles):
    rows = ((spans("单位"), spans("要办的事")), (spans("甲"), spans("事")), (spans("乙"), spans("事" * 200)))
    pages = pages_of(styles["gbt9704"], text("文" * (26 + 28 * 17)), Table(rows))
    assert [pages.extent(1, (row, 1)).page for row in range(3)] == [0, 0, 1]


def test_a_row_that_fills_a_page_is_divided_so_that_no_word_is_lost(styles, tmp_path):
    rows = ((spans("单位"), spans("要办的")), (spans("甲"), spans("事" * 4000)))
    data = pdf.write(Document((text("文" * 300), Table(rows), text("完"))), styles["gbt9704"])
    (tmp_path / "a.pdf").write_bytes(data)
    words = "".join(line.words for page in printed_pages(tmp_path / "a.pdf") for line in page)
    assert words.count("事") == 4000
    assert "完" in words


def test_the_latin_face_sets_no_chinese(tmp_path):
    faces = []
    for latin in (SONG, SANS):
        path = with_noto("gbt9704", tmp_path).template
        with ZipFile(path) as package:
            parts = {entry: package.read(entry) for entry in package.namelist()}
        styles = parts["word/styles.xml"].replace(f'w:ascii="{SONG}"'.encode(), f'w:ascii="{latin}"'.encode())
        with ZipFile(path, "w") as package:
            for entry, data in (parts | {"word/styles.xml": styles}).items():
                package.writestr(entry, data)
        faces.append(pages_of(house_style("gbt9704", tmp_path), text("一、“背景”——之一", "item")).pictures)
    assert faces[0] == faces[1]
