"""Files that were made to do harm, or are broken: one sentence in Chinese, nothing changed, nothing fetched."""

import os
import re
import socket
import struct
import zlib
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import word_xml as xml
from hypothesis import given, settings
from hypothesis import strategies as st

from copu_desk import exchange, incoming, limits, roster
from copu_desk.desk import past
from copu_desk.document import clean, plain_body
from copu_desk.errors import ReadError
from copu_desk.library import Library
from copu_desk.readers import docx, grids, html, md
from copu_desk.recognize import ledger, minutes, reports

FILES = Path(__file__).parent / "files"
GOOD = xml.word(xml.paragraph("例会纪要 2025.9.2"), xml.paragraph("参会人员：韩知远、苏棠"), xml.paragraph("同意。"))


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Reading a file never opens a connection."""

    def refuse(*_args, **_kwargs):
        raise AssertionError("the network was asked for")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def archive(parts):
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return made.getvalue()


def rewritten(change):
    """A good file with its document changed."""
    with ZipFile(BytesIO(GOOD)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    parts["word/document.xml"] = change(parts["word/document.xml"])
    return archive(parts)


def document(body, before=""):
    return rewritten(lambda _old: f"{before}<w:document {xml.SPACES}><w:body>{body}</w:body></w:document>".encode())


LAUGHS = "<!DOCTYPE l [<!ENTITY a 'haha'>" + "".join(
    f"<!ENTITY {chr(98 + row)} '{f'&{chr(97 + row)};' * 10}'>" for row in range(9)
) + "]>"  # fmt: skip
OUTSIDE = "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"


def lying_size():
    """An archive whose directory says that a part is small while its data unpack to much more."""
    good = bytearray(archive({"word/document.xml": b"a" * 5_000_000}))
    at = good.rindex(b"PK\x01\x02")
    good[at + 24 : at + 28] = struct.pack("<I", 10)
    at = good.index(b"PK\x03\x04")
    good[at + 22 : at + 26] = struct.pack("<I", 10)
    return bytes(good)


HOSTILE_WORD = {
    "zip bomb": lambda: archive({"word/document.xml": b" " * 100_000_000}),
    "six million paragraphs": lambda: document("<w:p/>" * 6_000_000),
    "runs without end": lambda: document(f"<w:p>{'<w:r><w:t>a</w:t></w:r>' * 400_000}</w:p>"),
    "a thousand parts too many": lambda: archive({f"word/{row}.xml": b"" for row in range(5_000)}),
    "billion laughs": lambda: document("<w:p><w:r><w:t>&j;</w:t></w:r></w:p>", LAUGHS),
    "a file of the system": lambda: document("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", OUTSIDE),
    "nested": lambda: document("<w:sdt><w:sdtContent>" * 2_000 + "</w:sdtContent></w:sdt>" * 2_000),
    "truncated": lambda: GOOD[: len(GOOD) // 2],
    "no text": lambda: archive({"word/other.xml": b"<a/>"}),
    "not xml": lambda: rewritten(lambda _old: b"\x00\xff<w"),
    "encrypted": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
    "an encrypted part": lambda: bytes(flagged(bytearray(GOOD))),
    "a size that lies": lying_size,
    "a text of 30 MB in one": lambda: document(f"<w:p><w:r><w:t>{'字' * 10_000_000}</w:t></w:r></w:p>"),
    "empty": lambda: b"PK\x03\x04",
}


def flagged(data):
    """An archive whose parts all say that they are encrypted."""
    for mark, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = data.find(mark)
        while place >= 0:
            data[place + at] |= 1
            place = data.find(mark, place + 4)
    return data


@pytest.mark.parametrize("name", HOSTILE_WORD)
def test_a_hostile_word_file_is_refused_in_a_sentence(name):
    data = HOSTILE_WORD[name]()
    with pytest.raises(ReadError) as told:
        incoming.read(data, "a.docx")
    assert re.fullmatch("它[^\\n]{5,120}。", str(told.value))


def test_pictures_and_templates_outside_are_never_fetched():
    found = docx.read(
        xml.word(
            xml.paragraph(xml.run("正文") + xml.picture("P")),
            relations=[
                ("P", "image", "https://example.org/a.png", "External"),
                ("T", "attachedTemplate", "https://example.org/t.dotm", "External"),
                ("F", "image", "file:///etc/passwd", "External"),
            ],
        )
    )
    assert plain_body(found.body) == "正文〔图片〕"
    assert found.images == {}


@pytest.mark.parametrize("target", ["../../../etc/passwd", "/etc/passwd", "C:\\CON", "..%2f..%2fa.png", "a" * 300])
def test_names_that_are_paths_lead_nowhere(target):
    found = docx.read(
        xml.word(xml.paragraph(xml.run("正文") + xml.picture("P")), relations=[("P", "image", target, "Internal")])
    )
    assert found.images == {}
    assert "图片" in found.notes[0]


@pytest.mark.parametrize("name", ["../../x.docx", "CON.docx", "a" * 200 + ".docx", "\u202etxt.docx", "a\nb.docx"])
def test_odd_names_of_files_are_only_names(name):
    assert plain_body(incoming.read(GOOD, name).body).startswith("例会纪要")


PAGES = {
    "10 MB of attributes": lambda: f"<html><p title='{'a' * 10_000_000}'>x</p>",
    "elements without end": lambda: "<html>" + "<p>a" * 200_000,
    "nested": lambda: "<html>" + "<div>" * 5_000 + "x",
    "nothing but scripts": lambda: "<html><script>alert(1)</script><style>p{}</style>",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_is_refused_in_a_sentence(name):
    with pytest.raises(ReadError, match="它"):
        incoming.read(PAGES[name]().encode(), "a.html")


def test_scripts_frames_and_remote_pictures_of_a_page_do_nothing():
    words = (
        "<html><p onclick='alert(1)'>正文<img src='https://example.org/a.png' onerror='x()'></p>"
        "<iframe src='https://example.org'></iframe><link rel=stylesheet href='https://example.org/a.css'>"
        "<a href='javascript:alert(1)'>链</a><svg onload='x()'></svg><meta http-equiv=refresh content='0;url=//x'>"
    )
    found = incoming.read(words.encode(), "a.html")
    assert "alert" not in plain_body(found.body)
    assert {span.link for block in found.body for span in block.spans} <= {"", "https://example.org/a.png"}


@pytest.mark.parametrize(
    "words",
    ["[" * 500_000, "> " * 50 + "甲", "![" * 300_000, "- " * 5_000 + "甲", "*_" * 300_000, "甲\n" * 200_000],
    ids=["brackets", "quotations", "pictures", "lists", "stress", "lines"],
)
def test_markdown_that_would_take_for_ever_is_read_as_plain_text(words):
    found = md.read(words.encode())
    assert found.notes == ("它的 Markdown 标记太多或套得太深，按纯文本带入。",)
    assert plain_body(found.body) == words


@pytest.mark.parametrize(
    "words",
    [
        "参会人员：" + "张三、" * 300_000,
        "参会人员：" + "(" * 300_000,
        "参会人员：" + " " * 1_000_000,
        "会" * 3_000_000,
        "：" * 1_000_000,
        "2025年1月1日 " * 200_000,
        "会议讨论了：\n" * 5_000,
        "参会人员：\n" + "张三\n" * 5_000,
        "待办：\n" + "".join(f"{row}. 做事，责任人：张三\n" for row in range(1, 3_000)),
    ],
    ids=["list", "brackets", "spaces", "line", "colons", "days", "leads", "names", "actions"],
)
def test_minutes_of_one_thing_without_end_are_read_and_nothing_of_them_is_lost(words):
    (found,) = minutes.meetings(incoming.read(words.encode(), "a.txt").body, "2025-01-01")
    there = [found.meeting.preamble, found.meeting.postscript, *(item.discussion for item in found.meeting.agenda)]
    told = "".join(map(plain_body, there)) + "".join(item.lead for item in found.meeting.agenda)
    told += "".join(one.name for one in found.meeting.attendees) + "".join(
        one.what + one.owner for one in found.meeting.actions
    )
    assert set(words) - set("，。\n0123456789. 责任人：参会员待办、") <= set(told)


def test_too_many_lines_are_refused():
    with pytest.raises(ReadError, match="行"):
        minutes.meetings(incoming.read("甲\n".encode() * 50_000, "a.txt").body, "2025-01-01")


@pytest.mark.parametrize(
    "words", ["甲\x00\x01乙\ufffe", "\u202e甲\u2066乙", "甲\ud800乙"], ids=["control", "bidi", "surrogate"]
)
def test_signs_that_cannot_be_kept_go_and_the_rest_stays(words, tmp_path):
    body = xml.word(
        xml.paragraph(
            words.encode("utf-8", "ignore").decode("utf-8", "ignore").translate({0: None, 1: None, 0xFFFE: None})
        )
    )
    found = incoming.read(body, "a.docx")
    assert {"甲", "乙"} <= set(plain_body(found.body))
    assert clean(plain_body(found.body)) == plain_body(found.body)
    (meeting,) = (one.meeting for one in minutes.meetings(found.body, "2025-01-01"))
    with Library(tmp_path / "a.copu") as library:
        library.save(meeting)
        assert library.load(meeting.id) == meeting


def test_a_hostile_file_among_others_changes_nothing_and_the_others_come(tmp_path):
    (tmp_path / "a.docx").write_bytes(HOSTILE_WORD["six million paragraphs"]())
    (tmp_path / "b.docx").write_bytes(GOOD)
    (tmp_path / "c.json").write_text("[" * 100_000, encoding="utf-8")
    bad, good, odd = past.look_into(past.files_of([tmp_path]))
    assert bad.fault.startswith("“a.docx”没有导入：它展开后太大")
    assert (good.fault, len(good.meeting.attendees)) == ("", 2)
    assert "没有导入" in odd.fault


@pytest.mark.skipif(os.name == "nt", reason="a folder cannot be opened as a file there in any way")
def test_what_is_no_file_is_said(tmp_path):
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(ReadError, match="打不开"):
        exchange.read(tmp_path / "a.docx")
    with pytest.raises(ReadError, match="找不到"):
        exchange.read(tmp_path / "没有.docx")


@pytest.mark.parametrize(
    "data",
    [
        b"a" * 30_000_000,
        b"a," * 5_000_000,
        archive({"xl/workbook.xml": b"<" * 70_000_000}),
        archive({"xl/workbook.xml": b"<a/>"}),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512,
        b"",
    ],
    ids=["one line", "one row", "bomb", "no sheet", "old", "empty"],
)
def test_a_hostile_table_is_refused_or_read_in_bounds(data):
    found = accepted_by(grids.read, data) or ()
    assert sum(len(grid.rows) for grid in found) <= 100_000


# --- generated harm -------------------------------------------------------------------------------------------------


@settings(max_examples=60)
@given(flips=st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_word_file_with_flipped_bytes_is_read_or_refused(flips):
    data = bytearray(GOOD)
    for place, value in flips:
        data[place] = value
    accepted(bytes(data), "a.docx")


@settings(max_examples=60)
@given(
    parts=st.lists(
        st.sampled_from(
            [
                *re.findall(r"<[^>]+>", xml.paragraph(xml.run("甲") + xml.text_box("乙")) + xml.table(("丙",))),
                "甲",
                "<w:fldChar w:fldCharType='begin'/>",
                "<w:fldChar w:fldCharType='end'/>",
                "<w:footnoteReference/>",
                "<w:sym w:char='FFFFFF'/>",
                "<w:numPr><w:ilvl w:val='99999999999'/><w:numId w:val='-1'/></w:numPr>",
            ]
        ),
        max_size=30,
    )
)
def test_any_order_of_the_elements_of_word_is_read_or_refused(parts):
    stack, made = [], []
    for part in parts:  # close what is open, in order: the file is well-formed, its meaning is not
        name = re.match(r"<(/?)([\w:]+)[^>]*?(/?)>", part)
        if not name:
            made.append(f"<w:t>{part}</w:t>")
        elif name[1]:
            made.append(f"</{stack.pop()}>" if stack else "")
        else:
            made.append(part)
            stack += [] if name[3] else [name[2]]
    made += [f"</{name}>" for name in reversed(stack)]
    accepted(document("".join(made)), "a.docx")


@settings(max_examples=60)
@given(data=st.binary(max_size=400), name=st.sampled_from(["a.docx", "a.html", "a.md", "a.txt", "a.wps2", "a"]))
def test_any_bytes_are_read_or_refused(data, name):
    accepted(data, name)


def accepted(data, name):
    """Read a file and recognise it, or be refused in a sentence; old formats need another program."""
    if data.startswith((b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf")):
        return
    if found := accepted_by(incoming.read, data, name):
        accepted_by(minutes.meetings, found.body, name)


def accepted_by(read, *arguments):
    """Return what is read, or None if it is refused; the refusal must be in Chinese."""
    said = ""
    try:
        return read(*arguments)
    except ReadError as told:
        said = str(told)
    assert re.search("[一-龥]", said)
    return None


@pytest.mark.parametrize(
    "path", sorted(FILES.glob("crash-*")) or [None], ids=lambda path: path.name if path else "none"
)
def test_what_once_crashed_a_reader_is_read_or_refused(path):
    if path is None:
        pytest.skip("no reader has crashed")
    if path.suffix == ".csv":
        if found := accepted_by(grids.read, path.read_bytes()):
            accepted_by(reports.read, found, date(2025, 9, 2))
            accepted_by(ledger.read, found, 2025)
            accepted_by(roster.understood, tuple(grid.rows for grid in found))
        return
    accepted(path.read_bytes(), path.name.replace("crash-", "a-"))


def test_the_limits_are_checked_before_anything_is_unpacked(monkeypatch):
    monkeypatch.setattr(ZipFile, "read", lambda *_args: pytest.fail("a part was unpacked"))
    with pytest.raises(ReadError):
        docx.read(HOSTILE_WORD["zip bomb"]())
    assert limits.LARGEST_XML < 100_000_000
    assert len(zlib.compress(b" " * 1_000_000)) < 2_000
    assert html.LONGEST_PAGE <= limits.LONGEST_PAGE
