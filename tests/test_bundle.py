"""The JSON bundle: what goes out comes back equal, and anything else is refused in words."""

import json
from datetime import date
from hashlib import sha256

import pytest

from copu_desk import bundle
from copu_desk.bundle import Bundle
from copu_desk.document import Heading, ListItem, Picture, Span, Table, plain, text
from copu_desk.errors import ReadError
from copu_desk.model import Attendee, Essay, Meeting, Membership, Person, Presence, Series

IMAGE = b"\x89PNG not really"
NAME = sha256(IMAGE).hexdigest()
SERIES = Series(name="例会", number_by_year=True)
PERSON = Person(name="韩知远", aliases=("小韩",), memberships=(Membership(SERIES.id, date(2025, 1, 1)),))
MEETING = Meeting(
    held_on=date(2025, 9, 2),
    series=SERIES.id,
    attendees=(Attendee(name="韩知远", presence=Presence.ONLINE, person=PERSON.id),),
    essays=(Essay(title="图", body=(text("如下"), Picture(NAME, caption="图 1"))),),
)
WHOLE = Bundle((MEETING,), (PERSON,), (SERIES,), {NAME: IMAGE})


def test_what_goes_out_comes_back_equal():
    assert bundle.read(bundle.write(WHOLE)) == WHOLE


def test_the_text_is_readable_json_and_the_same_each_time():
    data = bundle.write(WHOLE)
    assert json.loads(data)["people"][0]["name"] == "韩知远"
    assert "韩知远".encode() in data
    assert data == bundle.write(WHOLE)


def test_the_pictures_of_a_meeting_are_found():
    assert bundle.image_names(MEETING) == {NAME}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "不是完整的 JSON"),
        (b"\xff\xfe\x00", "不是完整的 JSON"),
        (b"[" * 100_000, "不是完整的 JSON"),
        (b'{"format": "other"}', "不是 COPU Desk 导出的"),
        (b"[1]", "不是 COPU Desk 导出的"),
        (b'{"format": "copu-desk", "version": 2}', "先升级程序"),
        (b'{"format": "copu-desk", "version": 1, "meetings": [{"id": "x"}]}', "读不出来"),
        (b'{"format": "copu-desk", "version": 1, "meetings": 7}', "没有导入"),
        (b'{"format": "copu-desk", "version": 1, "meetings": [{"held_on": "2025-13-01"}]}', "读不出来"),
        (b'{"format": "copu-desk", "version": 1, "images": {"00": "aGVsbG8="}}', "没有导入"),
        (b'{"format": "copu-desk", "version": 1, "images": {"00": "%%"}}', "没有导入"),
    ],
)
def test_anything_else_is_refused_in_words(data, words):
    with pytest.raises(ReadError, match=words):
        bundle.read(data)


_WORDS = {"block": "paragraph", "spans": [{"text": "前文"}]}


def _with_block(**block):
    values = json.loads(bundle.write(WHOLE))
    values["meetings"][0]["essays"][0]["body"] = [_WORDS | block if block.get("block") != "table" else block]
    return json.dumps(values).encode()


def test_texts_of_a_data_file_are_cleaned_like_any_text_that_comes_in():
    (meeting,) = bundle.read(
        _with_block(spans=[{"text": "一\x01二\r\n三\u2029四", "bold": True}, {"text": "\x00五"}])
    ).meetings
    assert plain(meeting.essays[0].body[0]) == "一二\n三\n四五"


@pytest.mark.parametrize(
    ("block", "made"),
    [
        ({"role": "nobody's"}, text("前文")),
        ({"spans": [{"text": "前文", "script": "middle"}]}, text("前文")),
        ({"block": "heading", "level": 9}, Heading((Span("前文"),), 4)),
        ({"block": "heading", "level": 0}, Heading((Span("前文"),), 1)),
        ({"block": "list_item", "level": -1}, ListItem((Span("前文"),))),
        ({"block": "table", "rows": [[[]]], "widths": [0], "form": "x", "row_height": -1}, Table((((),),))),
        ({"block": "table", "rows": [[[]]], "widths": [1, 2], "header_rows": -1}, Table((((),),), header_rows=0)),
    ],
)
def test_a_block_of_a_data_file_that_cannot_be_becomes_the_nearest_that_can(block, made):
    (meeting,) = bundle.read(_with_block(**block)).meetings
    assert meeting.essays[0].body == (made,)


@pytest.mark.parametrize(
    "block",
    [
        {"spans": [{"text": 5}]},
        {"spans": [{"text": "前文", "bold": "yes"}]},
        {"spans": "前文"},
        {"block": "heading", "level": "1"},
        {"block": "turn", "speaker": None},
        {"role": 3},
    ],
)
def test_a_block_of_a_data_file_that_is_none_is_refused_in_words(block):
    with pytest.raises(ReadError, match="不完整或被改动过"):
        bundle.read(_with_block(**block))
