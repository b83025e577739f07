"""The page is read back by a parser that is not ours: all words are there, its looks stand in its elements."""

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import html as page
from meetings import FULL, PIXEL, PIXEL_NAME, SERIES
from values import BODY

from copu_desk import exchange
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
    plain_body,
    spans,
    text,
)
from copu_desk.style import house_style
from copu_desk.writers import html

STYLE = house_style()


def written(*blocks, images=None, **about):
    return page.fromstring(html.write(Document(blocks, images=images or {}, **about), STYLE).decode()).find("body")


def squeezed(words):
    return "".join(clean(words).split())


def test_the_page_is_as_it_was_looked_at(golden):
    golden("minutes.html", html.write(minutes.compose(FULL, SERIES, STYLE, {PIXEL_NAME: PIXEL}), STYLE).decode())


def test_looks_stand_in_each_element_and_nothing_else_carries_them():
    made = html.write(minutes.compose(FULL, SERIES, STYLE, {PIXEL_NAME: PIXEL}), STYLE).decode()
    assert "<style" not in made
    assert "class=" not in made
    assert "<script" not in made
    for one in page.fromstring(made).find("body").iter("p", "h1", "h2", "h3", "h4", "table", "td", "th", "li", "ul"):
        assert one.get("style"), page.tostring(one)


def test_it_says_what_it_is():
    root = page.fromstring(html.write(Document((), "题<目>", '苏"棠', "例会", ("甲", "乙")), STYLE).decode())
    assert root.find(".//title").text == "题<目>"
    assert {one.get("name"): one.get("content") for one in root.iter("meta") if one.get("name") != "viewport"} == {
        None: None, "author": '苏"棠', "description": "例会", "keywords": "甲,乙",
    }  # fmt: skip


@pytest.mark.parametrize("words", ["<b>&amp;</b>", "a  b", "一\n二", "<script>alert(1)</script>", "\u3000\u3000首行"])
def test_text_stays_text(words):
    body = written(text(words))
    assert squeezed(body.text_content()) == squeezed(words)
    assert body.find(".//b") is None
    assert body.find(".//script") is None


def test_faces_links_and_turns():
    faces = Paragraph(
        (
            Span("粗", bold=True),
            Span("斜", italic=True),
            Span("线", underline=True),
            Span("2", script="super"),
            Span("链", link="https://example.org/?a=1&b=2"),
            Span("坏", link="javascript:alert(1)"),
        )
    )
    body = written(faces, Turn("甲", spans("好"), "："))
    assert [body.find(f".//{tag}").text_content() for tag in ("strong", "em", "u", "sup", "a")] == list("粗斜线2链")
    assert [one.get("href") for one in body.iter("a")] == ["https://example.org/?a=1&b=2"]
    assert body.findall(".//p")[-1].text_content() == "甲：好"


def test_lists_nest_and_count():
    def item(words, ordered=False, level=0):
        return ListItem(spans(words), level, ordered)

    body = written(
        item("甲", True), item("子", True, 1), item("孙", False, 2), item("乙", True), item("点"), text("段"),
        item("深", level=2), item("丙", True),
    )  # fmt: skip
    lists = body.find("section").findall("*")
    assert [one.tag for one in lists] == ["ol", "ul", "p", "ul", "ol"]
    assert [one.text.strip() for one in lists[0].findall("li")] == ["甲", "乙"]
    assert [one.text.strip() for one in lists[0].findall("li/ol/li")] == ["子"]
    assert [one.text.strip() for one in lists[0].findall("li/ol/li/ul/li")] == ["孙"]
    assert [one.text.strip() for one in lists[3].findall("li/ul/li/ul/li")] == ["深"]


def test_tables_and_pictures():
    table = Table((tuple(map(spans, ("项目", "数"))), (spans("甲"),)), 1)
    body = written(
        table, Picture(PIXEL_NAME, "图 1", '红"点', 40), Picture("x", alt="照片"), images={PIXEL_NAME: PIXEL}
    )
    assert [one.text_content() for one in body.findall(".//thead//th")] == ["项目", "数"]
    assert [one.text_content() for one in body.findall(".//tbody//td")] == ["甲", ""]
    image = body.find(".//img")
    assert image.get("src").startswith("data:image/png;base64,iVBOR")
    assert (image.get("alt"), "width:40mm" in image.get("style")) == ('红"点', True)
    assert body.text_content().split() == ["项目数甲", "图", "1", "[图片：照片]"]


def test_a_page_pasted_into_the_editor_is_the_same_text_again():
    blocks = minutes.compose(FULL, SERIES, STYLE).blocks
    brought = exchange.from_html(html.fragment(blocks, {PIXEL_NAME: PIXEL}))
    back = brought.body
    assert PIXEL in brought.images.values()
    assert any(isinstance(block, Table) for block in back)
    assert any(isinstance(block, Heading) for block in back)
    said = squeezed(plain_body(back))
    for block in blocks:
        assert squeezed(plain(block)) in said


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(body=BODY)
def test_every_character_of_any_body_is_there(body):
    said, at = squeezed(written(*body).text_content()), 0
    for block in body:
        if not isinstance(block, Picture | PageBreak):
            words = squeezed(plain(block))
            at = said.find(words, at)
            assert at >= 0, words
            at += len(words)
