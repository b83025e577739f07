"""Files of every kind come in as blocks and notes, also those that are not what their name says."""

from base64 import b64encode

import pytest
import word_xml as xml
from hypothesis import given
from hypothesis import strategies as st

from copu_desk import incoming
from copu_desk.document import Heading, ListItem, Paragraph, Picture, Span, Table, plain, plain_body, spans, text
from copu_desk.errors import ReadError
from copu_desk.readers import html, legacy, md

MARKDOWN = """---
title: 月度例会
author: 苏棠
weather: 晴
---
# 会议纪要

时间：2025年9月2日
地点：**301 室**

1. 预算
2. 计划
   - 细目

> 引文

| 姓名 | 单位 |
|---|---|
| 苏棠 | 远帆 |

![会场](https://example.org/a.png) 投资 5000~8000MW，见[网站](https://example.org)<br>H<sub>2</sub>O
"""


def test_markdown_keeps_footnotes_and_cells_beyond_the_columns():
    table = "| 项 | 数 |\n|--|--|\n| 甲 | 乙 | 丙\\|丁 |\n| 戊 |\n"
    words = f"脚[^1]与[链][a]\n\n[^1]: 脚注的话\n\n[a]: https://example.org\n\n{table}"
    read = incoming.read(words.encode(), "a.md")
    assert list(map(plain, read.body)) == ["脚[^1]与链", "[^1]: 脚注的话", "项\t数\t\n甲\t乙\t丙|丁\n戊\t\t"]
    assert read.notes == ()


def test_markdown_keeps_lines_numbers_tables_and_tells_of_pictures():
    found = md.read(MARKDOWN.encode())
    assert (found.title, found.author) == ("月度例会", "苏棠")
    assert found.body[:7] == (
        Heading(spans("会议纪要"), 1),
        Paragraph((Span("时间：2025年9月2日\n地点："), Span("301 室", bold=True))),
        ListItem(spans("预算"), 0, ordered=True, marker="1."),
        ListItem(spans("计划"), 0, ordered=True, marker="2."),
        ListItem(spans("细目"), 1),
        Paragraph(spans("引文"), "quote"),
        Table((tuple(map(spans, ("姓名", "单位"))), tuple(map(spans, ("苏棠", "远帆")))), 1),
    )
    assert plain(found.body[7]) == "〔图片会场〕 投资 5000~8000MW，见网站\nH2O"
    assert [span.link for span in found.body[7].spans if span.link] == [
        "https://example.org/a.png",
        "https://example.org",
    ]
    assert found.notes == (
        "文件头的这些内容没有放进正文：weather：晴。",
        "图片只带来了链接：“https://example.org/a.png”。",
        "HTML 标记没有带进来，文字保留了（2 处）：第 7 段。",
    )


@given(lines=st.lists(st.text("会议纪要abA1，。", min_size=1, max_size=20), min_size=1, max_size=8))
def test_no_line_of_markdown_without_marks_is_lost(lines):
    assert plain_body(md.read("\n\n".join(lines).encode()).body).split("\n") == lines


@given(words=st.text(max_size=300))
def test_markdown_keeps_every_letter_of_any_text(words):
    data = words.encode("utf-8", "ignore")
    try:
        found = md.read(data)
    except ReadError:
        return
    said = plain_body(found.body) + found.title + found.author + "".join(found.notes)
    assert {sign for sign in data.decode() if sign.isalpha() and "\u4e00" <= sign <= "\u9fff"} <= set(said)


def page(body, head=""):
    return f"<!DOCTYPE html><html><head><title>例会纪要</title>{head}</head><body>{body}</body></html>".encode()


def test_a_page_brings_its_own_pictures_and_tells_of_those_on_the_web():
    inside = b64encode(xml.PNG).decode()
    found = html.read_file(
        page(
            f'<p>前<img src="data:image/png;base64,{inside}" alt="会场">后</p>'
            '<p><img data-src="https://example.org/b.png"></p><video src="https://example.org/c.mp4"></video>',
            '<meta name="author" content="苏棠">',
        )
    )
    assert [plain(block) for block in found.body] == ["前", "", "后", "〔图片〕"]
    (picture,) = (block for block in found.body if isinstance(block, Picture))
    assert found.images == {picture.image: xml.PNG}
    assert (found.title, found.author) == ("例会纪要", "苏棠")
    assert found.notes == ("图片只带来了链接：“https://example.org/b.png”。", "视频、音频没有带进来。")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16", "big5"])
def test_a_page_in_any_encoding(encoding):
    head = '<meta charset="Big5">' if encoding == "big5" else ""
    data = page("<p>例會記錄</p>", head).decode().encode(encoding, "ignore")
    assert html.read_file(data).body == (text("例會記錄"),)


def test_a_page_that_names_another_encoding_than_it_has():
    assert html.read_file(page("<p>例会</p>", '<meta charset="gb2312">')).body[-1] == text("例会")


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (xml.word(xml.paragraph("甲")), "a.doc", "docx"),
        (page("<p>甲</p>"), "a.doc", "html"),
        ("甲".encode("gb18030"), "a.docx", "txt"),
        (b"{\\rtf1 a}", "a.doc", "rtf"),
        ("# 甲".encode(), "a.markdown", "markdown"),
    ],
)
def test_the_first_bytes_tell_what_a_file_is(data, name, kind):
    assert incoming.kind_of(data, name) == kind
    if kind != "rtf":
        assert plain_body(incoming.read(data, name).body) == "甲"


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"%PDF-1.7", "a.pdf", "PDF"),
        (b"\x89PNG\r\n", "a.docx", "图片"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "a.doc", "单个文件网页"),
        (b"", "a.docx", "空的"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "a.docx", "密码"),
        (b"PK\x03\x04rubbish", "a.docx", "损坏"),
        (page("<script>1</script>"), "a.html", "没有文字"),
    ],
)
def test_what_is_no_text_is_said_in_a_sentence(data, name, words):
    with pytest.raises(ReadError, match=words):
        incoming.read(data, name)


def test_old_word_needs_libreoffice_and_says_so(monkeypatch):
    monkeypatch.setattr(legacy, "program", lambda: "")
    with pytest.raises(ReadError, match=r"LibreOffice.*另存为 \.docx"):
        incoming.read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc")


@pytest.mark.skipif(not legacy.program(), reason="LibreOffice is not installed")
def test_libreoffice_converts_an_old_document():
    words = "".join(f"\\u{ord(sign)}?" for sign in "例会纪要")
    found = incoming.read(b"{\\rtf1\\ansi " + words.encode() + b"\\par}", "a.doc")
    assert plain_body(found.body) == "例会纪要"
