"""Markdown is read back by a reader that is not ours: every character is there, and headings are headings."""

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import html as page
from markdown_it import MarkdownIt
from meetings import FULL, PIXEL, PIXEL_NAME, SERIES
from values import BODY

from copu_desk.compose import minutes
from copu_desk.document import (
    Document,
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Picture,
    Span,
    Table,
    Turn,
    clean,
    plain,
    spans,
    text,
)
from copu_desk.style import house_style
from copu_desk.writers import md

STYLE = house_style()


def written(*blocks, images=None):
    return md.write(Document(blocks, images=images or {}), STYLE).decode()


def read(markdown):
    """Return what a reader of Markdown shows, as an element."""
    shown = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown)
    return page.fromstring(f"<div>{shown}</div>")


def squeezed(words):
    return "".join(clean(words).split())


def test_the_minutes_are_as_they_were_looked_at(golden):
    golden("minutes.md", md.write(minutes.compose(FULL, SERIES, STYLE, {PIXEL_NAME: PIXEL}), STYLE).decode())


@pytest.mark.parametrize(
    "words",
    [
        "5000~8000MW",
        "3 * 4 * 5",
        "*不是斜体* _也不是_ **更不是** ~~没有删~~",
        "# 不是标题",
        "- 不是列表\n+ 也不是\n1. 更不是\n2) 不是",
        "> 不是引文",
        "a\\b \\* \\\\",
        "`代码` ``` ~~~",
        "[不是](链接) ![图](x) [注]: y",
        "<b>不是</b> <!-- 注 --> <script>",
        "&lt; &amp; &#32; &nbsp;",
        "$x^2$ ^上^ ==标== | 竖 |",
        "===\n---\n***\n___",
        "    缩进不是代码",
        "\u3000\u3000全角空格开头",
        "\t制表",
        "a\n\nb\n",
        "\n开头空行",
        "末尾反斜杠\\",
        "结尾空格  ",
        "https://example.org/?a=1&b=2*3*",
        "snake_case_word",
    ],
)
def test_no_sign_of_the_text_is_taken_for_markdown(words):
    root = read(written(text(words)))
    assert squeezed(root.text_content()) == squeezed(words)
    assert {one.tag for one in root.iterdescendants()} <= {"p", "br"}
    inside_table = read(written(Table(((spans(words),), (spans("乙"),)), 1)))
    assert squeezed(inside_table.find(".//th").text_content()) == squeezed(words)
    heading = read(written(Heading(spans(words), 1)))
    assert squeezed(heading.find(".//h4").text_content()) == squeezed(words)


def test_breaks_and_blanks_at_the_ends_stay():
    root = read(written(text(" \u3000头\n\n尾 ")))
    assert root.text_content().strip("\n") == " \u3000头\n\n尾 "
    assert len(root.findall(".//br")) == 2


def test_emphasis_works_beside_chinese_punctuation():
    root = read(written(Paragraph((Span("决议:", bold=True), Span("同意")), "decision"), Turn("甲", spans("好"), "：")))
    assert [one.text for one in root.iter("strong")] == ["决议", "甲"]
    assert squeezed(root.text_content()) == "决议:同意甲：好"
    root = read(
        written(Paragraph((Span("前"), Span("“引”", bold=True), Span("后"), Span("粗", True), Span("斜", italic=True))))
    )
    assert [one.text for one in root.iter("strong")] == ["引", "粗"]
    assert [one.text for one in root.iter("em")] == ["斜"]
    assert squeezed(root.text_content()) == "前“引”后粗斜"


def test_faces_without_signs_are_html():
    root = read(written(Paragraph((Span("x"), Span("2", script="super"), Span("线", underline=True)))))
    assert (root.find(".//sup").text, root.find(".//u").text) == ("2", "线")


def test_links_keep_their_address_and_only_safe_ones_are_links():
    address = "https://example.org/?a=1&b=(2)*3*"
    root = read(written(Paragraph((Span("看[这]里", link=address), Span("坏", link="javascript:x")))))
    assert [(one.text_content(), one.get("href")) for one in root.iter("a")] == [("看[这]里", address)]


def test_lists_count_and_nest():
    def item(words, ordered=False, level=0):
        return ListItem(spans(words), level, ordered)

    root = read(
        written(
            item("甲", True), item("子\n行", True, 1), item("孙", False, 2), item("乙", True), item("点"), text("段"),
            item("又", True), item("深", level=5),
        )
    )  # fmt: skip
    lists = [(one.tag, [li.text_content().split() for li in one.findall("li")]) for one in root.findall("*")]
    assert lists[0] == ("ol", [["甲", "子", "行", "孙"], ["乙"]])
    assert lists[1] == ("ul", [["点"]])
    assert lists[3] == ("ol", [["又", "深"]])
    assert squeezed(read(written(ListItem(spans("不自动"), marker="1.")))[0].text_content()) == "1.不自动"


def test_tables_have_a_head_and_every_cell():
    table = Table((tuple(map(spans, ("项目", "数|量"))), (spans("甲\n乙"),)), 1)
    root = read(written(table))
    assert [one.text_content() for one in root.iter("th")] == ["项目", "数|量"]
    assert [squeezed(one.text_content()) for one in root.iter("td")] == ["甲乙", ""]
    assert [one.text_content() for one in read(written(Table((tuple(map(spans, "甲乙")),), 0))).iter("td")] == [
        "甲",
        "乙",
    ]


def test_pictures_travel_at_the_end_and_missing_ones_are_named():
    markdown = written(
        Picture(PIXEL_NAME, "图 1", "红[点]"),
        text("后"),
        Picture("x", alt="照片"),
        PageBreak(),
        images={PIXEL_NAME: PIXEL},
    )
    root = read(markdown)
    assert root.find(".//img").get("src").startswith("data:image/png;base64,iVBOR")
    assert root.find(".//img").get("alt") == "红[点]"
    assert [one.text_content() for one in root.iter("p")] == ["", "图 1", "后", "[图片：照片]"]
    assert root.find(".//hr") is not None
    assert markdown.index("后") < markdown.index("base64")


def test_quotes_in_a_row_are_one_quotation_of_several_paragraphs():
    root = read(written(Paragraph(spans("一\n行"), "quote"), Paragraph(spans("二"), "quote")))
    assert [len(one.findall("p")) for one in root.iter("blockquote")] == [2]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(body=BODY)
def test_every_character_of_any_body_is_read_back(body):
    root = read(written(*body))
    said = squeezed(root.text_content())
    at = 0
    for block in body:
        if not isinstance(block, Picture):
            words = squeezed(plain(block))
            at = said.find(words, at)
            assert at >= 0, (words, written(*body))
            at += len(words)
