"""Plain text: one line for each block, as one reads it."""

from hypothesis import given, settings
from meetings import FULL, PIXEL, PIXEL_NAME, SERIES
from values import MEETING

from copu_desk.compose import minutes
from copu_desk.document import Document, ListItem, PageBreak, Picture, Table, plain, spans, text
from copu_desk.style import house_style
from copu_desk.writers import txt

STYLE = house_style()


def lines(*blocks):
    return txt.write(Document(blocks), STYLE).decode().split("\n")[:-1]


def test_the_text_is_as_it_was_looked_at(golden):
    golden("minutes.txt", txt.write(minutes.compose(FULL, SERIES, STYLE, {PIXEL_NAME: PIXEL}), STYLE).decode())


def item(words, ordered=False, level=0, marker=""):
    return ListItem(spans(words), level, ordered, marker)


def test_typed_numbers_stay_and_automatic_ones_are_counted():
    assert lines(item("甲", True), item("乙", True), text("隔开"), item("丙", True)) == [
        "1. 甲",
        "2. 乙",
        "隔开",
        "1. 丙",
    ]
    assert lines(item("甲", marker="（一）"), item("乙", True), item("丙", marker="2."), item("丁", True)) == [
        "（一）甲",
        "1. 乙",
        "2.丙",
        "1. 丁",
    ]


def test_levels_stand_further_in_and_count_on_their_own():
    assert lines(
        item("甲", True),
        item("乙", True, 1),
        item("丙", True, 1),
        item("丁", True),
        item("戊", True, 1),
        item("己", False, 2),
    ) == ["1. 甲", "    1. 乙", "    2. 丙", "2. 丁", "    1. 戊", "        • 己"]


def test_a_bullet_of_the_same_level_ends_the_count():
    assert lines(item("甲", True), item("乙"), item("丙", True)) == ["1. 甲", "• 乙", "1. 丙"]


def test_tables_pictures_and_breaks_are_words_or_nothing():
    table = Table((tuple(map(spans, ("项目", "数"))), tuple(map(spans, ("甲", "1")))))
    assert lines(table, PageBreak(), Picture("x", "图 1", "照片"), Picture("x", alt="照片"), Picture("x")) == [
        "项目\t数",
        "甲\t1",
        "[图片：图 1]",
        "[图片：照片]",
        "[图片]",
    ]


def test_nothing_makes_an_empty_file():
    assert txt.write(Document(()), STYLE) == b""


@settings(max_examples=40, deadline=None)
@given(MEETING)
def test_every_line_of_every_meeting_is_there(meeting):
    document = minutes.compose(meeting, SERIES, STYLE)
    written = txt.write(document, STYLE).decode()
    for block in document.blocks:
        if not isinstance(block, Picture | PageBreak):
            assert plain(block) in written
