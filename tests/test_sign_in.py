"""The sign-in sheet that lies on the table before the meeting: in Word and as PDF, read back."""

import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime, time
from io import BytesIO

import pytest
from docx import Document as Word
from docx.shared import Mm
from hypothesis import given
from hypothesis import strategies as st
from values import ATTENDEE

from copu_desk.compose import sign_in
from copu_desk.compose.sign_in import padded
from copu_desk.document import Table, dump, load, spans, words_of
from copu_desk.model import Attendee, Capacity, Meeting, Presence, Series
from copu_desk.style import house_style
from copu_desk.writers import docx, pdf

STYLE = house_style()
SERIES = Series(name="远帆例会", id="s1")
MEETING = Meeting(
    held_on=date(2025, 9, 2),
    series="s1",
    number=17,
    start=time(9, 30),
    end=time(11, 0),
    venue="三楼会议室",
    platform="腾讯会议",
    chair="韩知远",
    recorder="苏棠",
    attendees=(
        Attendee(name="韩知远", organization="远帆协会", title="理事长"),
        Attendee(name="何处来", organization="星河软件", capacity=Capacity.OBSERVER),
        Attendee(name="苏棠", organization="远帆协会", title="秘书长"),
        Attendee(name="林未", organization="北辰大学", title="教授", presence=Presence.ONLINE),
        Attendee(name="欧阳明月", presence=Presence.EXCUSED),
        Attendee(name=" "),
        Attendee(name="Mira", capacity=Capacity.GUEST),
    ),
)


def tables(data):
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in Word(BytesIO(data)).tables]


def test_people_stand_in_rank_order_with_room_to_sign_and_those_online_apart():
    data = docx.write(sign_in.compose(MEETING, SERIES, 2), STYLE)
    here, online = tables(data)
    assert here == [
        ["序号", "姓名", "单位", "职务", "身份", "签名"],
        ["1", "韩知远", "远帆协会", "理事长", "出席", ""],
        ["2", "苏\u3000棠", "远帆协会", "秘书长", "出席", ""],
        ["3", "何处来", "星河软件", "", "列席", ""],
        ["4", "Mira", "", "", "嘉宾", ""],
        ["5", "", "", "", "", ""],
        ["6", "", "", "", "", ""],
    ]
    assert online == [
        ["序号", "姓名", "单位", "职务", "身份", "入会核对"],
        ["1", "林\u3000未", "北辰大学", "教授", "出席", ""],
    ]
    lines = [one.text for one in Word(BytesIO(data)).paragraphs if one.text]
    assert lines == [
        "远帆例会第17次会议签到表",
        "时间：2025年9月2日（星期二）09:30—11:00",
        "地点：三楼会议室\u3000主持：韩知远\u3000记录：苏棠",
        "线上参会（腾讯会议）",
        "请假人员：欧阳明月。",
    ]


def test_the_heading_of_the_people_online_stays_with_their_table():
    word = Word(BytesIO(docx.write(sign_in.compose(MEETING, SERIES), STYLE)))
    heading = next(one for one in word.paragraphs if one.text.startswith("线上参会"))
    assert heading.style.paragraph_format.keep_with_next
    assert heading._p.getnext().tag.endswith("}tbl")


def test_a_row_is_high_enough_for_a_signature_and_the_head_comes_again_on_each_page():
    table = Word(BytesIO(docx.write(sign_in.compose(MEETING, SERIES), STYLE))).tables[0]
    assert [row.height for row in table.rows[:1]] == [None]
    assert all(abs(row.height - Mm(10)) < Mm(0.1) for row in table.rows[1:])
    assert table.rows[0]._tr.trPr.find("{*}tblHeader") is not None
    assert len(table.rows) == 1 + 4 + sign_in.BLANK_ROWS
    assert table.columns[5].width > table.columns[1].width * 1.5


def test_a_meeting_without_anything_is_a_sheet_of_blank_rows():
    document = sign_in.compose(Meeting(date(2025, 9, 2)), Series())
    (here,) = tables(docx.write(document, STYLE))
    assert document.title == "会议签到表"
    assert len(here) == 1 + sign_in.BLANK_ROWS


@given(st.lists(ATTENDEE, max_size=12).map(tuple), st.integers(0, 9))
def test_everybody_with_a_name_is_called_exactly_once(attendees, blank):
    document = sign_in.compose(replace(MEETING, attendees=attendees), SERIES, blank)
    found = [words_of(row[1]) for block in document.blocks if isinstance(block, Table) for row in block.rows[1:]]
    signing = [one for one in attendees if one.name.strip() and one.presence is not Presence.EXCUSED]
    assert sorted(found) == sorted([*(padded(one.name) for one in signing), *[""] * blank])


@pytest.mark.parametrize(
    ("name", "printed"),
    [("苏棠", "苏\u3000棠"), ("韩知远", "韩知远"), ("𠮷野", "𠮷\u3000野"), ("AB", "AB"), ("张3", "张3"), ("", "")],
)
def test_names_of_two_characters_are_set_as_wide_as_those_of_three(name, printed):
    assert padded(name) == printed


def test_widths_and_heights_of_a_table_are_kept():
    table = Table(((spans("甲"), spans("乙")),), 0, (1.0, 2.5), 9.0)
    assert load(dump((table,))) == (table,)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler's tools are not installed here")
def test_the_pdf_says_the_same_and_leaves_the_same_room(tmp_path):
    path = tmp_path / "签到表.pdf"
    path.write_bytes(pdf.write(sign_in.compose(MEETING, SERIES, 40, datetime(2025, 9, 1, tzinfo=UTC)), STYLE))
    command = ["pdftotext", "-layout", str(path), "-"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    pages = [page for page in shown.split("\f") if page.strip()]
    assert len(pages) == 3  # 44 rows of 10 mm and more do not go on two pages of 297 mm
    assert all("签名" in page for page in pages[:2])
    squeezed = "".join(shown.split())
    for words in (
        "远帆例会第17次会议签到表",
        "2025年9月2日（星期二）09:30—11:00",
        "苏棠",
        "入会核对",
        "请假人员：欧阳明月。",
    ):
        assert words in squeezed
