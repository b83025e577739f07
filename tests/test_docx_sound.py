"""Whether Word would take the file that is written: its order, its references, what it says of itself, any text."""

import shutil
import subprocess
from datetime import timedelta, timezone
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document as Word
from hypothesis import given, settings
from lxml import etree
from meetings import LINES
from values import BODY
from written_word import MOMENT, STYLE, W, check_order, composed, libreoffice, lines, part, parts, write

from copu_desk.document import (
    Heading,
    ListItem,
    Picture,
    Table,
    Turn,
    spans,
    text,
)
from copu_desk.paths import STYLES
from copu_desk.style import house_style, style_names
from copu_desk.writers import docx


@pytest.fixture(scope="module")
def written():
    return docx.write(composed(), STYLE)


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
    blocks = (text(bad), Heading(spans(bad)), Turn(bad, spans(bad), bad), ListItem(spans(bad), marker=bad))
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
