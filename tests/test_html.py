"""What the clipboard brings from Word, WPS, WeChat, Google Docs and web pages."""

from hypothesis import given
from hypothesis import strategies as st

from copu_desk.document import Heading, ListItem, Paragraph, Span, Table, plain_body, spans, text, words_of
from copu_desk.readers.html import read

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head>
<body lang=ZH-CN><!--StartFragment--><h1>一、总体情况</h1>
<p class=MsoNormal style='text-indent:21.0pt;mso-char-indent-count:2.0'><span
style='font-family:宋体;mso-ascii-font-family:Calibri'>今年共发布</span><b><span lang=EN-US>12</span></b><span
style='font-family:宋体'>个版本。<o:p></o:p></span></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US>1.<span>&nbsp;</span>
</span><![endif]>先修复漏洞</p>
<table border=1><tr><th>项目</th><th>数量</th></tr><tr><td>补丁</td><td><p>三<br>个</p></td></tr></table>
<!--EndFragment--></body></html>"""
WECHAT = """<section style="font-size:16px"><section><p><strong><span style="color:#000">标题句</span></strong></p>
<p><img data-src="https://example.org/a.png" src="data:image/gif;base64,AAAA" alt="会场"></p>
<p>正文<span style="font-weight: bold;">加粗</span>，<a href="javascript:alert(1)">坏链接</a>
<a href="https://example.org">好链接</a></p><script>alert(1)</script></section></section>"""


def test_words_from_word_keep_their_structure_and_lose_its_looks():
    heading, paragraph, point, table = read(WORD)
    assert heading == Heading(spans("一、总体情况"), 1)
    assert paragraph == Paragraph((Span("今年共发布"), Span("12", bold=True), Span("个版本。")))
    assert plain_body([point]).replace("\xa0", "") == "1. 先修复漏洞"
    assert table == Table(((spans("项目"), spans("数量")), (spans("补丁"), spans("三\n个"))), 1)


def test_an_article_from_wechat_keeps_its_pictures_as_links_and_nothing_that_runs():
    first, picture, last = read(WECHAT)
    assert first == Paragraph((Span("标题句", bold=True),))
    assert picture == Paragraph((Span("〔图片会场〕", link="https://example.org/a.png"),))
    assert last.spans[:2] == (Span("正文"), Span("加粗", bold=True))
    assert [span.link for span in last.spans if span.link] == ["https://example.org"]
    assert "alert" not in plain_body(read(WECHAT))


def test_lists_quotes_and_scripts_of_web_pages():
    page = "<ul><li>甲<ol><li>乙</li></ol></li></ul><blockquote><p>引 \n 文</p></blockquote>"
    page += "<p>H<sub>2</sub>O<sup>+</sup></p>"
    assert read(page) == (
        ListItem(spans("甲"), 0),
        ListItem(spans("乙"), 1, ordered=True),
        Paragraph(spans("引 文"), "quote"),
        Paragraph((Span("H"), Span("2", script="sub"), Span("O"), Span("+", script="super"))),
    )


def test_google_docs_says_that_its_bold_is_not_bold():
    assert read('<b style="font-weight:normal"><p>甲<span style="font-weight:700">乙</span></p></b>') == (
        Paragraph((Span("甲"), Span("乙", bold=True))),
    )


def test_a_page_nested_beyond_reason_gives_its_words():
    assert "深" in plain_body(read("<div>" * 5000 + "深" + "</div>" * 5000))


@given(words=st.text(max_size=200))
def test_no_text_raises_and_what_is_read_is_fit_to_keep(words):
    for block in read(words):
        assert block == text("") or plain_body([block])


@given(lines=st.lists(st.text("会议纪要ab12，。", min_size=1, max_size=20), min_size=1, max_size=6))
def test_no_word_is_lost(lines):
    page = "".join(f"<p>{line}</p>" for line in lines)
    assert plain_body(read(page)).split("\n") == lines


def test_cells_that_reach_over_rows_leave_their_places_empty():
    page = (
        "<table><tr><th>部门</th><th>任务</th><th>责任人</th></tr>"
        "<tr><td rowspan=2>网络科</td><td>升级</td><td>云帆</td></tr>"
        "<tr><td>扩容</td><td rowspan='2'>桑榆</td></tr><tr><td>运维科</td><td>值班</td></tr>"
        "<tr><td colspan=3>以上</td></tr></table>"
    )
    (table,) = read(page)
    rows = [[words_of(cell) for cell in row] for row in table.rows]
    assert rows == [
        ["部门", "任务", "责任人"],
        ["网络科", "升级", "云帆"],
        ["", "扩容", "桑榆"],
        ["运维科", "值班", ""],
        ["以上", "", ""],
    ]


def test_a_table_within_a_cell_is_read_once():
    page = "<table><tr><td>外<table><tr><td>内一</td><td>内二</td></tr></table></td><td>旁</td></tr></table>"
    (table,) = read(page)
    assert [["".join(words_of(cell).split()) for cell in row] for row in table.rows] == [["外内一内二", "旁"]]
