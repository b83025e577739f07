"""Word files that come back: revisions, comments, text boxes, notes, fields, as hand-made XML and by python-docx."""

from io import BytesIO

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree
from word_xml import SPACES, replaced

from copu_desk.errors import ReadError
from copu_desk.readers.docx import returned
from copu_desk.reading import Said

WHO = 'w:author="韩知远" w:date="2025-09-03T09:00:00Z" w:id="1"'


def run(words):
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def gone(words):
    return f"<w:del {WHO}><w:r><w:delText>{words}</w:delText></w:r></w:del>"


def come(words):
    return f"<w:ins {WHO}>{run(words)}</w:ins>"


def file(body, parts=()):
    """Return a Word file with a body of XML, and other parts (kind of relation, name, XML)."""
    word = docx.Document()
    section = word.element.body[-1]
    for child in etree.fromstring(f"<w:body {SPACES}>{body}</w:body>"):
        section.addprevious(child)
    for kind, name, xml in parts:
        type_ = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"
        part = Part(PackURI(f"/word/{name}.xml"), type_, xml.encode(), word.part.package)
        word.part.relate_to(part, getattr(RELATIONSHIP_TYPE, kind))
    saved = BytesIO()
    word.save(saved)
    return saved.getvalue()


def read(body, parts=()):
    return list(returned.read(file(body, parts)).paragraphs)


@pytest.mark.parametrize(
    ("paragraph", "words"),
    [
        (run("会议讨论了") + gone("年度") + come("两年") + run("计划。"), "会议讨论了两年计划。"),
        (f"<w:moveFrom {WHO}>{run('走')}</w:moveFrom><w:moveTo {WHO}>{run('来')}</w:moveTo>", "来"),
        (f'<w:hyperlink r:id="x">{run("链")}{come("接")}</w:hyperlink>', "链接"),
        (f"<w:sdt><w:sdtContent>{run('控件里')}</w:sdtContent></w:sdt>{run('外')}", "控件里外"),
        (f"<w:smartTag><w:smartTag>{run('标记')}</w:smartTag></w:smartTag>", "标记"),
        ("<w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:br/><w:t>三</w:t></w:r>", "一\t二\n三"),
        ('<w:r><w:t>前</w:t><w:br w:type="page"/><w:t>后</w:t></w:r>', "前后"),
        ('<w:r><w:sym w:font="Symbol" w:char="2264"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "≤□"),
        ("<w:r><w:t>不</w:t><w:softHyphen/><w:noBreakHyphen/><w:t>断</w:t></w:r>", "不\u2011断"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + run("7")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            + run("页"),
            "页",
        ),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + run("网址")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "网址",
        ),
        ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>hàn</w:t></w:r></w:rt><w:rubyBase>"
            + run("汉")
            + "</w:rubyBase></w:ruby></w:r>",
            "汉",
        ),
    ],
)
def test_a_paragraph_reads_as_if_every_revision_was_accepted(paragraph, words):
    (said,) = read(f"<w:p>{paragraph}</w:p>")
    assert said.words == words
    assert said.authors in ((), ("韩知远",))
    assert bool(said.authors) == (WHO in paragraph)


def test_a_paragraph_whose_mark_was_deleted_runs_on_into_the_next():
    mark = f"<w:pPr><w:rPr><w:del {WHO}/></w:rPr></w:pPr>"
    assert [one.words for one in read(f"<w:p>{mark}{run('前一段。')}</w:p><w:p>{run('后一段。')}</w:p>")] == [
        "前一段。后一段。"
    ]
    whole = read(f"<w:p>{run('甲')}</w:p><w:p>{mark}{gone('删掉的一段')}</w:p><w:p>{run('乙')}</w:p>")
    assert [one.words for one in whole] == ["甲", "乙"]
    assert [one.words for one in read(f"<w:p>{mark}{run('最后')}</w:p>")] == ["最后"]


def test_a_paragraph_whose_mark_was_deleted_before_a_table_stays_before_it():
    mark = f"<w:pPr><w:rPr><w:del {WHO}/></w:rPr></w:pPr>"
    table = f"<w:tbl><w:tr>{{}}<w:tc><w:p>{run('格')}</w:p></w:tc></w:tr></w:tbl>"
    body = f"<w:p>{mark}{run('前一段。')}</w:p>{table}<w:p>{run('后')}</w:p>"
    assert [(one.words, one.where) for one in read(body.format(""))] == [
        ("前一段。", "text"), ("格", "table"), ("后", "text"),
    ]  # fmt: skip
    deleted = body.format(f"<w:trPr><w:del {WHO}/></w:trPr>")
    assert [one.words for one in read(deleted)] == ["前一段。后"]


def test_tables_boxes_and_blocks_within_blocks_are_read_in_their_order():
    box = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>"
        f"<w:p>{run('框里')}</w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p>{run('框里')}</w:p></w:txbxContent></v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    body = (
        f"<w:p>{run('段')}{box}</w:p>"
        f"<w:tbl><w:tr><w:tc><w:p>{run('一')}</w:p></w:tc><w:tc><w:p>{run('二')}</w:p></w:tc></w:tr>"
        f"<w:tr><w:trPr><w:del {WHO}/></w:trPr><w:tc><w:p>{gone('三')}</w:p></w:tc></w:tr></w:tbl>"
        f"<w:sdt><w:sdtContent><w:p>{run('控件段')}</w:p></w:sdtContent></w:sdt>"
        f"<w:ins {WHO}><w:p>{run('新段')}</w:p></w:ins>"
    )
    assert [(one.words, one.where) for one in read(body)] == [
        ("段", "text"),
        ("框里", "box"),
        ("一", "table"),
        ("二", "table"),
        ("控件段", "text"),
        ("新段", "text"),
    ]


def test_comments_and_footnotes_come_with_their_paragraph():
    comments = (
        f'<w:comments {SPACES}><w:comment w:id="3" w:author="苏棠"><w:p>{run("请核对")}</w:p><w:p>{run("日期")}</w:p>'
        "</w:comment></w:comments>"
    )
    notes = f'<w:footnotes {SPACES}><w:footnote w:id="2"><w:p>{run("见附件")}</w:p></w:footnote></w:footnotes>'
    body = (
        '<w:p><w:commentRangeStart w:id="3"/>' + run("九月二日") + '<w:commentRangeEnd w:id="3"/>'
        '<w:r><w:commentReference w:id="3"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    )
    parts = (("COMMENTS", "comments", comments), ("FOOTNOTES", "footnotes", notes))
    assert read(body, parts) == [Said("九月二日", comments=("苏棠：请核对\n日期",)), Said("见附件", "note")]


def test_a_page_number_that_is_one_element_is_no_text():
    body = f"<w:p>{run('— ')}<w:fldSimple w:instr=' PAGE  \\* MERGEFORMAT '>{run('3')}</w:fldSimple>{run(' —')}</w:p>"
    assert [one.words for one in read(body)] == ["—  —"]
    assert [one.words for one in read(body.replace("PAGE ", "REF 甲 "))] == ["— 3 —"]


def test_automatic_numbers_are_told_beside_the_words():
    listed = "<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='{}'/></w:numPr></w:pPr>"
    levels = (
        f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="90"><w:lvl w:ilvl="0"><w:start w:val="3"/>'
        '<w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="91"><w:abstractNumId w:val="90"/></w:num></w:numbering>'
    )
    word = docx.Document()
    word.part.numbering_part.element.append(etree.fromstring(levels)[0])
    word.part.numbering_part.element.append(etree.fromstring(levels)[1])
    for words in ("甲", "乙"):
        paragraph = word.add_paragraph(words)._p
        paragraph.insert(0, etree.fromstring(f"<w:x {SPACES}>{listed.format(91)}</w:x>")[0])
    word.add_paragraph("丙", style="List Number")
    saved = BytesIO()
    word.save(saved)
    found = returned.read(saved.getvalue()).paragraphs
    assert [(one.words, one.number) for one in found] == [("甲", "三、"), ("乙", "四、"), ("丙", "")]


def test_a_comment_on_a_row_that_was_deleted_is_not_lost():
    comment = f'<w:comment w:id="3" w:author="苏棠"><w:p>{run("并入上一行")}</w:p></w:comment>'
    parts = (("COMMENTS", "comments", f"<w:comments {SPACES}>{comment}</w:comments>"),)
    mark = '<w:r><w:commentReference w:id="3"/></w:r>'
    row = f"<w:tr>{{}}<w:tc><w:p>{run('甲')}</w:p></w:tc></w:tr>"
    deleted = f"<w:tr><w:trPr><w:del {WHO}/></w:trPr><w:tc><w:p>{gone('乙')}{mark}</w:p></w:tc></w:tr>"
    told = ("苏棠：并入上一行",)
    assert [(one.words, one.comments) for one in read(f"<w:tbl>{row.format('')}{deleted}</w:tbl>", parts)] == [
        ("甲", ()), ("", told),
    ]  # fmt: skip
    body = f"<w:p>{run('前')}</w:p><w:tbl>{deleted}{row.format('')}</w:tbl>"
    assert [(one.words, one.comments) for one in read(body, parts)] == [("前", ()), ("甲", told)]


def test_headers_are_read_without_their_page_numbers():
    word = docx.Document()
    word.add_paragraph("正文")
    word.sections[0].header.paragraphs[0].text = "送审稿"
    saved = BytesIO()
    word.save(saved)
    found = returned.read(saved.getvalue())
    assert found.paragraphs == (Said("正文"), Said("送审稿", "margin"))
    assert found.marks == {}


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, b"text"])
def test_what_is_no_word_file_is_told_in_words(data):
    with pytest.raises(ReadError, match=r"[\u4e00-\u9fff]"):
        returned.read(data)


@pytest.mark.parametrize(("depth", "fine"), [(110, True), (400, False)])
def test_what_is_nested_beyond_reason_is_told_in_words(depth, fine):
    deep = "<w:sdt><w:sdtContent>" * depth + f"<w:p>{run('深处')}</w:p>" + "</w:sdtContent></w:sdt>" * depth
    data = replaced(file(f"<w:p>{run('这里')}</w:p>"), f"<w:p>{run('这里')}</w:p>", deep)
    if fine:
        assert [one.words for one in returned.read(data).paragraphs] == ["深处"]
    else:
        with pytest.raises(ReadError, match=r"[\u4e00-\u9fff]"):
            returned.read(data)
