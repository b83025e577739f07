"""Word documents in: structure, numbers, tables, pictures, boxes, controls, revisions, notes; and what was lost."""

from collections import Counter
from io import BytesIO

import pytest
import word_xml as xml
from docx import Document as Word
from hypothesis import given
from hypothesis import strategies as st
from meetings import FULL, PIXEL, PIXEL_NAME, SERIES
from word_xml import PNG, paragraph, run, word

from copu_desk.compose import minutes as composer
from copu_desk.document import Heading, ListItem, PageBreak, Paragraph, Picture, Span, Table, plain, plain_body, spans
from copu_desk.errors import ReadError
from copu_desk.readers import docx
from copu_desk.style import house_style
from copu_desk.writers import docx as writer

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="my"><w:name w:val="我的标题"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="q"><w:name w:val="Quote"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="caption"/></w:style>'
    '<w:style w:type="character" w:styleId="s"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
)
LEVELS = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2.%3"/>'
    "</w:lvl>"
    '</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
    "</w:lvlOverride></w:num>"
)


def numbered(words, level=0, identity=1, style=""):
    about = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{identity}"/></w:numPr>'
    return paragraph(words, style, about)


def read(*body, **parts):
    return docx.read(word(*body, **parts))


def lines(*body, **parts):
    return [plain(block) for block in read(*body, **parts).body]


def test_headings_faces_links_and_quotations_are_kept():
    found = read(
        paragraph("总则", "my"),
        paragraph(run("重") + run("要", "<w:b/>") + run("。", '<w:vertAlign w:val="superscript"/>')),
        paragraph('<w:hyperlink r:id="L">' + run("网站") + "</w:hyperlink>"),
        paragraph("引文", "q"),
        styles=STYLES,
        relations=[("L", "hyperlink", "https://example.org", "External")],
    )
    assert found.body == (
        Heading(spans("总则"), 1),
        Paragraph((Span("重"), Span("要", bold=True), Span("。", script="super"))),
        Paragraph((Span("网站", link="https://example.org"),)),
        Paragraph(spans("引文"), "quote"),
    )
    assert found.notes == ()


def test_automatic_numbers_are_kept_as_they_read():
    found = read(
        numbered("总体情况", style="1"),
        numbered("甲", 1),
        numbered("乙", 1),
        numbered("细", 2),
        numbered("第二"),
        numbered("丙", 1),
        numbered("点", 0, 2),
        numbered("另起", 0, 3),
        styles=STYLES,
        numbering=LEVELS,
    )
    assert [plain(block) for block in found.body] == [
        "一、总体情况", "（一）甲", "（二）乙", "1.2.1 细", "二、第二", "（一）丙", "点", "五、另起",
    ]  # fmt: skip
    assert isinstance(found.body[0], Heading)
    assert found.body[6] == ListItem(spans("点"), 0, ordered=False)


def test_a_numbered_paragraph_without_words_counts_as_in_word():
    assert lines(numbered("甲"), numbered(""), numbered("丙"), styles=STYLES, numbering=LEVELS) == ["一、甲", "三、丙"]


def test_struck_words_are_kept_and_told():
    found = read(
        paragraph(run("预算") + run("五万", "<w:strike/><w:dstrike w:val='0'/>") + run("三万", "<w:strike w:val='0'/>"))
    )
    assert plain(found.body[0]) == "预算五万三万"
    assert found.notes == ("删除线没有带进来，文字还在，请核对：第 1 段“五万”。",)


def test_lines_breaks_tabs_and_pages():
    assert read(
        paragraph(run("一\n二") + "<w:r><w:tab/></w:r>" + run("三")), paragraph("<w:r><w:br w:type='page'/></w:r>")
    ).body == (
        Paragraph(spans("一\n二\t三")),
        PageBreak(),
    )


def test_a_table_keeps_its_cells_and_tells_of_merged_ones():
    wide = f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("合计")}</w:tc></w:tr>'
    found = read(xml.table(("姓名", "单位"), ("苏棠", "远帆")), xml.table(("甲", "乙"), merged=wide))
    assert found.body[0] == Table((tuple(map(spans, ("姓名", "单位"))), tuple(map(spans, ("苏棠", "远帆")))), 0)
    assert found.body[1] == Table((tuple(map(spans, ("甲", "乙"))), (spans("合计"), ())), 0)
    assert found.notes == ("合并的单元格拆开了：表 2。",)


def test_a_picture_comes_with_its_words_width_and_caption():
    found = read(
        paragraph(run("前") + xml.picture("P", "会场") + run("后")),
        paragraph(xml.picture("P")),
        paragraph("图 1 会场", "c"),
        paragraph(xml.picture("E")),
        styles=STYLES,
        relations=[("P", "image", "media/a.png", "Internal"), ("E", "image", "https://example.org/a.png", "External")],
        files={"word/media/a.png": PNG},
    )
    first, second = (block for block in found.body if isinstance(block, Picture))
    assert found.images == {first.image: PNG}
    assert (first.alt, first.width, second.caption) == ("会场", 10, "图 1 会场")
    assert [plain(block) for block in found.body] == ["前", "", "后", "图 1 会场", "〔图片〕"]
    assert found.notes == ("图片只是一个链接，没有下载：第 4 段“https://example.org/a.png”。",)


def test_text_boxes_and_content_controls_are_not_dropped():
    found = read(
        paragraph(run("正文") + xml.text_box("框里一", "框里二")),
        xml.content_control(paragraph(run("控件") + xml.content_control(run("里")))),
        xml.table(("甲",)).replace(paragraph("甲"), xml.content_control(paragraph("格"))),
    )
    assert [plain(block) for block in found.body] == ["正文", "框里一", "框里二", "控件里", "格"]
    assert found.notes == ("文本框的文字放在了它所在段落的后面：第 1 段。",)


def test_deleted_revisions_are_left_out_and_inserted_ones_kept():
    joined = paragraph(run("前半"), properties="<w:rPr><w:del w:id='3'/></w:rPr>")
    found = read(paragraph(run("预算") + xml.deleted("五万") + xml.inserted(run("三万"))), joined, paragraph("后半"))
    assert [plain(block) for block in found.body] == ["预算三万", "前半后半"]
    assert found.notes == ("修订中删去的文字没有带进来：第 1 段“五万”。",)


def test_a_paragraph_whose_end_was_deleted_before_a_table_stays_before_it():
    joined = paragraph(run("前半"), properties="<w:rPr><w:del w:id='3'/></w:rPr>")
    assert lines(joined, xml.table(("格",)), paragraph("后")) == ["前半", "格", "后"]


def test_footnotes_stand_at_the_end_in_the_order_of_their_marks():
    note = '<w:footnote w:id="{}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{}</w:t></w:r></w:p></w:footnote>'
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    found = read(
        paragraph(run("甲") + mark.format(3) + run("乙") + mark.format(2)),
        footnotes=note.format(2, "出处二") + note.format(3, "出处一"),
    )
    assert found.body[0] == Paragraph(
        (Span("甲"), Span("[1]", script="super"), Span("乙"), Span("[2]", script="super"))
    )
    assert found.body[1:] == (Paragraph(spans("[1] 出处一"), "note"), Paragraph(spans("[2] 出处二"), "note"))


def test_what_cannot_be_carried_is_told_by_kind_and_place():
    chart = '<a:graphic><a:graphicData><c:chart r:id="C"/></a:graphicData></a:graphic>'
    chart = f"<w:r><w:drawing><wp:inline>{chart}</wp:inline></w:drawing></w:r>"
    over, under = (
        f"<m:{name}><m:r><m:t>{words}</m:t></m:r></m:{name}>" for name, words in (("num", "a+b"), ("den", "2"))
    )
    equation = f"<m:oMath><m:f>{over}{under}</m:f></m:oMath>"
    found = read(
        paragraph(run("增长") + chart),
        paragraph(run("均值") + equation),
        paragraph(run("密", "<w:vanish/>") + run("明")),
        paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + run("同意")),
        comments='<w:comment w:author="韩知远"><w:p><w:r><w:t>请核对</w:t></w:r></w:p></w:comment>',
        relations=[("H", "header", "header1.xml", "Internal")],
        files={"word/header1.xml": f"<w:hdr {xml.SPACES}>{paragraph('内部资料')}</w:hdr>"},
    )
    assert [plain(block) for block in found.body] == ["增长〔图表〕", "均值(a+b)/2", "明", "☑同意"]
    assert found.notes == (
        "图表没有带进来：第 1 段。",
        "公式写成了一行文字，请核对：第 2 段。",
        "隐藏的文字没有带进来：第 3 段“密”。",
        "批注没有带进来：韩知远“请核对”。",
        "页眉没有带进来：“内部资料”。",
    )


def test_fields_show_their_result_and_not_their_instruction():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "https://example.org" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("看这里")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert read(paragraph(field + run("。"))).body == (
        Paragraph((Span("看这里", link="https://example.org"), Span("。"))),
    )


HEI, FANG = '<w:rFonts w:eastAsia="黑体"/>', '<w:rFonts w:eastAsia="仿宋_GB2312"/>'


@pytest.mark.parametrize("look", ["<w:b/>", HEI])
def test_headings_are_known_where_only_bold_or_heavy_type_marks_them(look):
    text = "这一段是正文，写着会议上讨论的事情，比标题要长得多。"
    found = read(
        paragraph(run("一、总体情况", look)),
        paragraph(run(text, FANG)),
        paragraph(run("（一）进展", look)),
        paragraph(run(text, FANG) + run("重点。", look)),
        paragraph(run("这句加粗的话是一句完整的话。", look)),
    )
    kinds = [(type(block), getattr(block, "level", 0)) for block in found.body]
    assert kinds == [(Heading, 1), (Paragraph, 0), (Heading, 2), (Paragraph, 0), (Paragraph, 0)]
    assert found.body[0] == Heading(spans("一、总体情况"), 1)


def test_our_own_minutes_come_back_word_for_word():
    style = house_style()
    document = composer.compose(FULL, SERIES, style, {PIXEL_NAME: PIXEL})
    found = docx.read(writer.write(document, style))
    said = [plain(block) for block in document.blocks if not isinstance(block, PageBreak) and plain(block).strip()]
    there = "".join(plain_body(found.body).split())
    assert all("".join(line.split()) in there for line in said)
    assert Counter(there) - Counter("".join("".join(said).split())) == Counter("1.2.1.")  # the automatic numbers


def test_the_strict_form_of_the_standard_is_read_too():
    data = word(paragraph("严格"))
    strict = BytesIO()
    from zipfile import ZipFile

    with ZipFile(BytesIO(data)) as old, ZipFile(strict, "w") as new:
        for name in old.namelist():
            new.writestr(
                name,
                old.read(name).replace(
                    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
                ),
            )
    assert [plain(block) for block in docx.read(strict.getvalue()).body] == ["严格"]


def test_a_document_of_another_program_is_read(tmp_path):
    made = Word()
    made.add_heading("标题", 1)
    made.add_paragraph("甲", style="List Number")
    made.add_paragraph("乙", style="List Number")
    made.save(tmp_path / "a.docx")
    found = docx.read((tmp_path / "a.docx").read_bytes())
    assert [plain(block) for block in found.body] == ["标题", "1.甲", "2.乙"]


WORDS = st.text("会议纪要ab1，。 ", min_size=1, max_size=12)
PARAGRAPH = st.one_of(
    WORDS.map(paragraph),
    WORDS.map(lambda words: paragraph(xml.inserted(run(words)))),
    WORDS.map(lambda words: paragraph(xml.text_box(words))),
    WORDS.map(lambda words: paragraph(xml.content_control(run(words)))),
    WORDS.map(lambda words: paragraph("<w:smartTag>" + run(words) + "</w:smartTag>")),
    WORDS.map(lambda words: paragraph("<w:unknown>" + run(words) + "</w:unknown>")),
)
CONTENT = st.recursive(
    PARAGRAPH,
    lambda inner: st.one_of(
        inner.map(xml.content_control),
        inner.map(lambda one: f"<w:tbl><w:tr><w:tc>{one}</w:tc></w:tr></w:tbl>"),
        inner.map(lambda one: f"<w:customXml>{one}</w:customXml>"),
        inner.map(lambda one: f"<mc:AlternateContent><mc:Choice>{one}</mc:Choice></mc:AlternateContent>"),
        st.tuples(inner, inner).map("".join),
    ),
    max_leaves=6,
)


@given(body=CONTENT)
def test_no_character_of_a_document_is_lost(body):
    import re

    once = re.sub("<mc:Fallback>.*?</mc:Fallback>", "", body)
    said = Counter("".join("".join(re.findall("<w:t [^>]*>([^<]*)</w:t>", once)).split()))
    if not said:
        with pytest.raises(ReadError, match="没有文字"):
            read(body)
    else:
        assert Counter("".join(plain_body(read(body).body).split())) == said
