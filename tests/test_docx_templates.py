"""The Word template of a house style: changed looks show in the minutes, a spoiled one is refused in words."""

import shutil
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import make_templates
import pytest
from docx import Document as Word
from meetings import LINES
from written_word import check_order, composed, libreoffice, lines, style_of

from copu_desk.errors import StyleError
from copu_desk.paths import STYLES
from copu_desk.style import ALL_STYLES, house_style, name_in_word, style_names
from copu_desk.writers import docx


@pytest.mark.parametrize("name", style_names(STYLES))
def test_the_template_shows_each_style_that_can_be_changed(name):
    word = Word(str(STYLES / f"{name}.docx"))
    cells = [cell for table in word.tables for row in table.rows for cell in row.cells]
    shown = [one.style.element.name_val for one in (*word.paragraphs, *(cell.paragraphs[0] for cell in cells))]
    shown += [table.style.element.name_val for table in word.tables]
    shown += [run.style.element.name_val for one in word.paragraphs for run in one.runs]
    assert {one.lower() for one in ALL_STYLES} - {one.lower() for one in shown} == {"hyperlink"}
    check_order((STYLES / f"{name}.docx").read_bytes())


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


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed here")
def test_a_template_saved_again_by_another_program_still_serves(folder):
    saved = libreoffice(folder, "docx", folder / "copu.docx")
    shutil.move(saved, folder / "copu.docx")
    data = docx.write(composed(), house_style("copu", folder))
    assert [line.strip("\n") for line in lines(data)] == LINES
    assert style_of(data, "会议听取了如下访谈:") == "导语"
