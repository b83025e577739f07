"""From a meeting to the official minutes: what is printed, how Word gets it, and what a broken style says."""

import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import make_templates
import pytest
from docx import Document as Word
from hypothesis import HealthCheck, given, settings
from lxml import etree
from meetings import FULL, LINES, PIXEL, PIXEL_NAME, SERIES
from values import MEETING

from copu_desk import style as looks
from copu_desk.compose import minutes
from copu_desk.document import Document, Heading, Table, spans, text
from copu_desk.errors import StyleError
from copu_desk.model import Meeting, Series
from copu_desk.paths import STYLES
from copu_desk.style import fill, han, house_style, style_names
from copu_desk.writers import docx, txt

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLE = house_style()
MOMENT = datetime(2025, 9, 3, 8, 0, tzinfo=UTC)


def composed(meeting=FULL):
    return minutes.compose(meeting, SERIES, STYLE, {PIXEL_NAME: PIXEL}, MOMENT)


@pytest.fixture(scope="module")
def written():
    return docx.write(composed(), STYLE)


def part(data, name="word/document.xml"):
    return etree.fromstring(ZipFile(BytesIO(data)).read(name))


def test_every_field_is_printed_in_its_place(written):
    assert [one.text for one in Word(BytesIO(written)).paragraphs] == LINES


def test_a_second_reader_finds_the_same_lines(written):
    body = part(written).find(f"{W}body")
    lines = [
        "".join({f"{W}t": node.text, f"{W}br": "\n", f"{W}tab": "\t"}.get(node.tag) or "" for node in paragraph.iter())
        for paragraph in body.findall(f"{W}p")
    ]
    assert [line.strip("\n") for line in lines] == LINES


def test_what_is_private_never_leaves(written):
    assert all(FULL.scratch.encode() not in ZipFile(BytesIO(written)).read(name) for name in _names(written))
    assert FULL.scratch not in txt.write(composed(), STYLE).decode()


def _names(data):
    return ZipFile(BytesIO(data)).namelist()


def test_the_document_part_is_as_it_was_looked_at(written, golden):
    golden("minutes.document.xml", etree.tostring(part(written), pretty_print=True, encoding="unicode"))


def test_plain_text_is_as_it_was_looked_at(golden):
    golden("minutes.txt", txt.write(composed(), STYLE).decode())


def test_the_shipped_template_is_what_its_script_makes():
    for name, of in make_templates.TEMPLATES.items():
        made, shipped = ZipFile(BytesIO(make_templates.make(of))), ZipFile(STYLES / f"{name}.docx")
        assert made.namelist() == shipped.namelist()
        for one in made.namelist():
            assert made.read(one) == shipped.read(one), one


def test_every_run_keeps_the_chinese_face_and_no_theme_meddles(written):
    for name in _names(written):
        if name.startswith("word/") and name.endswith(".xml"):
            root = part(written, name)
            assert not [one for fonts in root.iter(f"{W}rFonts") for one in fonts.attrib if "Theme" in one], name
    assert not [name for name in _names(written) if "theme" in name]
    for run in part(written).iter(f"{W}r"):
        if run.find(f"{W}t") is not None:
            assert run.find(f"{W}rPr/{W}rFonts").get(f"{W}hint") == "eastAsia"
    for one in part(written, "word/styles.xml").findall(f"{W}style[@{W}type='paragraph']"):
        assert one.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia")


def test_the_page_is_a4_with_margins_of_the_standard_and_a_numbered_foot(written):
    section = part(written).find(f"{W}body/{W}sectPr")
    size, margin = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    # GB/T 9704-2012 §5.2: 37 mm above, 28 mm at the binding, type area 156 x 225 mm
    assert [round(int(margin.get(f"{W}{side}")) / 56.7) for side in ("top", "left", "right", "bottom")] == [
        37, 28, 26, 35,
    ]  # fmt: skip
    footers = [name for name in _names(written) if name.startswith("word/footer")]
    runs = [
        [child.tag.removeprefix(W) for child in run if child.tag != f"{W}rPr"]
        for run in part(written, footers[0]).iter(f"{W}r")
    ]
    assert runs == [["t"], ["fldChar"], ["instrText"], ["fldChar"], ["t"], ["fldChar"], ["t"]]


def test_words_navigation_pane_lists_items_essays_and_headings(written):
    word = Word(BytesIO(written))
    levels = {}
    for one in word.styles.element.findall(f"{W}style"):
        outline = one.find(f"{W}pPr/{W}outlineLvl")
        levels[one.get(f"{W}styleId")] = None if outline is None else int(outline.get(f"{W}val"))
    listed = [
        (levels[one.style.style_id], one.text) for one in word.paragraphs if levels[one.style.style_id] is not None
    ]
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


def test_the_file_says_what_it_is(written):
    properties = Word(BytesIO(written)).core_properties
    assert (properties.title, properties.author, properties.subject) == ("远帆会议纪要丨2025.09.02", "苏棠", "远帆例会")
    assert properties.language == "zh-CN"
    assert properties.created == MOMENT
    languages = [one.get(f"{W}eastAsia") for one in part(written, "word/styles.xml").iter(f"{W}lang")]
    assert languages == ["zh-CN"]


def test_lists_tables_pictures_and_links_are_words_own(written):
    word = Word(BytesIO(written))
    numbers = [
        one._p.pPr.numPr.numId.val for one in word.paragraphs if one._p.pPr is not None and one._p.pPr.numPr is not None
    ]
    assert numbers[0] == numbers[1] != numbers[3]
    assert numbers[2] == 1
    (table,) = word.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["项目", "数"], ["甲 & 乙", "=1+1"]]
    assert table.rows[0]._tr.trPr.find(f"{W}tblHeader") is not None
    (shape,) = word.inline_shapes
    section = word.sections[0]
    assert shape.width == section.page_width - section.left_margin - section.right_margin
    assert shape._inline.docPr.get("descr") == "一个红点"
    links = [one.target_ref for one in word.part.rels.values() if one.is_external]
    assert links == ["https://example.org/?a=1&b=2"]


# The order in which Word insists on the children of these elements (ECMA-376-1, CT_PPr, CT_RPr, CT_TblPr and so on).
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr kinsoku overflowPunct autoSpaceDE autoSpaceDN "
    "spacing ind jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs color kern sz szCs u vertAlign lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "trPr": "cantSplit tblHeader",
    "tcPr": "tcW vAlign",
    "style": "name aliases basedOn next link uiPriority semiHidden qFormat rsid pPr rPr tblPr",
    "lvl": "start numFmt lvlText lvlJc pPr rPr",
    "sectPr": "headerReference footerReference type pgSz pgMar cols docGrid",
}


def test_elements_stand_in_the_order_that_word_insists_on(written):
    for name in _names(written):
        if name.startswith("word/") and name.endswith(".xml"):
            for element in part(written, name).iter():
                order = ORDER.get(etree.QName(element).localname, "").split()
                found = [etree.QName(child).localname for child in element]
                if order:
                    assert found == sorted(found, key=order.index), (name, element.tag, found)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(meeting=MEETING)
def test_any_meeting_can_be_written_and_read(meeting):
    document = minutes.compose(meeting, SERIES, STYLE)
    read = Word(BytesIO(docx.write(document, STYLE)))
    assert read.paragraphs[0].text or meeting.classification or meeting.title
    assert txt.write(document, STYLE).decode().endswith("\n")


def test_text_that_xml_cannot_hold_is_left_out():
    bad = "a\x00b\x0bc\ud800d\ufffee]]>&<"
    document = Document((text(bad), Heading(spans(bad)), Table(((spans(bad),),))), title=bad * 99)
    read = Word(BytesIO(docx.write(document, STYLE)))
    assert [one.text for one in read.paragraphs] == ["ab\ncde]]>&<"] * 2
    assert len(read.core_properties.title) <= 255


def test_a_picture_that_is_missing_or_no_picture_is_named_instead():
    one = FULL.essays[0].body[12]
    for images in ({}, {PIXEL_NAME: b"not a picture"}):
        read = Word(BytesIO(docx.write(Document((one,), images=images), STYLE)))
        assert [paragraph.text for paragraph in read.paragraphs] == ["[图片：一个红点]", "图 1"]


def test_titles_and_openings_are_built_where_none_was_typed():
    meeting = Meeting(held_on=date(2025, 1, 7), number=3)
    assert minutes.title(meeting, Series(name="COPU例会"), STYLE) == "COPU会议纪要丨2025.01.07"
    assert (
        minutes.title(meeting, Series(name="会", title_pattern="第{number}次{series}{其他}"), STYLE) == "第3次会{其他}"
    )
    assert minutes.opening(meeting, Series(name="COPU例会"), STYLE) == "1月7日召开COPU例会。"
    assert minutes.opening(replace(meeting, opening="照旧。"), Series(), STYLE) == "照旧。"
    assert minutes.title(replace(meeting, title="照旧"), Series(), STYLE) == "照旧"


def test_the_first_lead_joins_the_opening_unless_something_stands_between():
    item = replace(FULL.agenda[1], section="")
    meeting = Meeting(held_on=date(2025, 1, 7), chair="甲", agenda=(item,))
    lines = txt.write(minutes.compose(meeting, SERIES, STYLE), STYLE).decode().splitlines()
    assert lines[1:] == ["1月7日甲主持召开远帆例会。会议听取了如下访谈:"]
    apart = replace(meeting, preamble=(text("插话。"),))
    lines = txt.write(minutes.compose(apart, SERIES, STYLE), STYLE).decode().splitlines()
    assert lines[1:] == ["1月7日甲主持召开远帆例会。", "插话。", "会议听取了如下访谈:"]


def test_numbers_and_patterns():
    assert [han(number) for number in (1, 10, 11, 20, 99, 100, 0)] == ["一", "十", "十一", "二十", "九十九", "100", "0"]
    assert fill("{a:02}-{b}-{c}-{a.b}", {"a": 5, "b": "x"}) == "05-x-{c}-{a.b}"
    assert "copu" in style_names()


@pytest.fixture
def folder(tmp_path):
    for path in STYLES.glob("copu.*"):
        shutil.copy(path, tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda words: words.replace('decision = "决议:"', ""), "缺少“decision”"),
        (lambda words: words + '\ncolour = "red"', "不认识的“colour”"),
        (lambda words: words.replace('"facts"', '"fakts"'), "不认识的部分“fakts”"),
        (lambda words: words.replace('decision = "决议:"', "decision = 5"), "“decision”写得不对"),
        (lambda words: words + "\n[[[", "读不懂"),
    ],
)
def test_a_broken_style_says_what_is_wrong(folder, change, words):
    path = folder / "copu.toml"
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(StyleError, match=words):
        house_style("copu", folder)


def test_a_style_or_template_that_is_not_there_or_lacks_a_style_says_so(folder):
    for name in ("没有", "../copu", ""):
        with pytest.raises(StyleError, match="没有名为"):
            house_style(name, folder)
    template = folder / "copu.docx"
    without = tuple(look for look in make_templates.COPU if look.name != "导语")
    template.write_bytes(make_templates.make(without))
    with pytest.raises(StyleError, match="缺少样式“导语”"):
        docx.write(composed(), house_style("copu", folder))
    template.write_bytes(b"not a document")
    with pytest.raises(StyleError, match="模板打不开"):
        docx.write(composed(), house_style("copu", folder))
    template.unlink()
    with pytest.raises(StyleError, match=r"缺少它的 Word 模板 copu\.docx"):
        house_style("copu", folder)


def test_each_role_and_kind_of_block_has_a_style_in_the_template():
    names = {one.name.lower() for one in Word(str(STYLE.template)).styles}
    assert {name.lower() for name in (*looks.PARAGRAPH_STYLES, *looks.CHARACTER_STYLES)} <= names


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed here")
def test_libreoffice_sets_the_pages_as_they_were_meant(written, tmp_path):
    (tmp_path / "a.docx").write_bytes(written)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "a.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    shown = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "a.pdf"), "-"], capture_output=True, text=True, check=True
    )
    pages = shown.stdout.split("\f")
    assert "远帆会议纪要丨2025.09.02" in pages[0].replace(" ", "")
    assert [page.strip().splitlines()[-1].replace(" ", "") for page in pages if page.strip()] == [
        f"—{number}—" for number in range(1, len([page for page in pages if page.strip()]) + 1)
    ]
