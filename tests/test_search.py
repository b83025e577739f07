"""The search: what a plain look through the text finds, the index finds too, at every moment."""

import sqlite3
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from values import MEETING

from copu_desk.document import Body, PageBreak, Paragraph, Picture, Span, Table, plain, searched, spans, text
from copu_desk.library import Library
from copu_desk.library.search import PER_MEETING
from copu_desk.model import AgendaItem, Attendee, Connection, Essay, Meeting, Original, Series

SERIES = (Series("技术例会"), Series("Board 理事会"), Series("无名"))
RELAXED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "a.copu") as library:
        yield library


# What of a meeting nobody looks for: what the program made up, and what stands in every line of a report.
NOT_SEARCHED = {
    "id", "Meeting.series", "Attendee.arrived_item", "Attendee.left_item", "Attendee.person", "Action.closed_in",
    "Action.origin", "Action.item", "Essay.item", "Connection.role", "Connection.file", "Connection.digest",
    "Connection.sheet", "Connection.attendees", "Original.digest",
}  # fmt: skip


def said_in(record):
    """Every text of a meeting, read from its value: the search is compared with a look through these."""
    for member in fields(record):
        value = getattr(record, member.name)
        if NOT_SEARCHED & {member.name, f"{type(record).__name__}.{member.name}"} or isinstance(value, Enum):
            continue
        if isinstance(value, str):
            yield value
        elif member.type is Body:
            for block in value:
                yield plain(block)
                yield from behind(block)
        elif isinstance(value, tuple):
            for one in value:
                yield from said_in(one)
    if isinstance(record, Meeting) and record.number:
        yield f"第{record.number}次"


def behind(part):
    """Every link and alternative text in a block, whatever block it is."""
    if isinstance(part, tuple):
        for one in part:
            yield from behind(one)
    elif is_dataclass(part):
        yield from (getattr(part, name) for name in ("link", "alt") if hasattr(part, name))
        for member in fields(part):
            yield from behind(getattr(part, member.name))


def small(words):
    return "".join(sign.lower() if sign.isascii() else sign for sign in words)


def forget(library):
    for table in ("meetings", "series"):
        library._db.execute(f"DELETE FROM {table}")  # noqa: S608
    library._db.conn.commit()


@RELAXED
@given(meetings=st.lists(MEETING, min_size=1, max_size=3), data=st.data(), indexed=st.booleans(), walk=st.booleans())
def test_the_index_finds_what_a_look_through_the_text_finds(library, meetings, data, indexed, walk):
    forget(library)
    named = data.draw(st.lists(st.sampled_from(SERIES), min_size=len(meetings), max_size=len(meetings)))
    meetings = [replace(meeting, series=one.id) for meeting, one in zip(meetings, named, strict=True)]
    library.save_series(SERIES)
    for meeting in meetings:
        library.save(meeting)
    while indexed and library.index(10):
        pass
    said = {meeting.id: [*said_in(meeting), one.name] for meeting, one in zip(meetings, named, strict=True)}
    words = " ".join(data.draw(a_piece_of(text)) for text in data.draw(some_of(said)))
    expected = {
        identity
        for identity, there in said.items()
        if all(any(small(word) in small(text) for text in there) for word in words.split())
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("copu_desk.library.search._FEW", -1 if walk else 500)
        assert {hit.meeting.id for hit in library.search(words, private=True)} == (expected if words.strip() else set())


def some_of(said):
    return st.lists(st.sampled_from([text for there in said.values() for text in there]), min_size=1, max_size=3)


@st.composite
def a_piece_of(draw, text):
    start = draw(st.integers(0, len(text)))
    return draw(st.sampled_from([str.lower, str]))(text[start : start + draw(st.integers(1, 8))])


@given(words=st.text(max_size=12))
@RELAXED
def test_no_query_raises(library, words):
    library.search(words)


@pytest.mark.parametrize(
    "words", ['"', "*", "AND", "NEAR(", "%", "_", "\\", "'", "会*", "a OR b", "\ud800", "𠮷", "👩‍👧"]
)
def test_signs_that_mean_something_elsewhere_are_only_themselves(library, words):
    library.save(Meeting(date(2025, 1, 1), title=f"甲{words}乙".encode("utf-8", "ignore").decode()))
    library.save(Meeting(date(2025, 1, 2), title="无关"))
    library.index(10)
    fit = words.encode("utf-8", "ignore").decode()
    assert [hit.meeting.held_on.day for hit in library.search(words)] == ([1] if fit else [])


@pytest.mark.parametrize("indexed", [False, True])
def test_capitals_that_are_not_plain_latin_are_found_as_written(library, indexed):
    library.save(Meeting(date(2025, 9, 2), title="ＡＩ芯片、CAFÉ 与 Дом"))
    if indexed:
        library.index(10)
    for words in ("ＡＩ", "CAFÉ", "cafÉ", "É", "Дом", "ai芯"):
        assert [hit.match.lower() for hit in library.search(words)] == ([] if words == "ai芯" else [words.lower()])


def test_words_of_any_length_are_found_after_each_change(library):
    meeting = Meeting(
        date(2025, 3, 4),
        agenda=(AgendaItem(title="供应链", discussion=(text("讨论了开源治理"),)),),
        essays=(Essay(body=(Table(((spans("补丁"), spans("三个")),)),)),),
        attendees=(Attendee("苏棠", "青禾"),),
    )
    library.save(meeting)
    for _ in range(2):  # before it is in the index, and after
        for words in ("供", "应链", "开源治理", "苏棠 供应", "青禾", "三个"):
            assert len(library.search(words)) >= 1, words
        assert library.search("开治") == []
        assert library.search("苏棠 没有") == []
        library.index(10)
    assert library.index(10) == 0
    changed = replace(meeting, title="新的标题")
    library.save(changed, meeting)
    assert library.search("新的标")
    library.index(10)
    assert library.search("新的标")
    library.delete(meeting.id)
    assert library.search("新的标") == []
    library.restore(meeting.id)
    assert library.search("新的标")


def test_a_series_is_found_by_the_name_it_has_now(library):
    series = Series("例会")
    library.save_series((series,))
    library.save(Meeting(date(2025, 3, 4), series=series.id))
    library.index(10)
    library.save_series((replace(series, name="月度会"),), (series,))
    assert len(library.search("月度")) == 1
    assert library.search("例会") == []


EVERYWHERE = Meeting(
    date(2025, 9, 2),
    number=17,
    scratch="会后找青禾谈",
    agenda=(AgendaItem(discussion=(Table(((spans("补丁"), (Span("名单", link="https://list.example/补丁"),)),)),)),),
    essays=(
        Essay(
            body=(
                Picture("", "图一 架构", "三层结构的示意图"),
                text("见 https://same.example 和主页"),
                Paragraph(
                    (Span("主"), Span("页", link="mailto:home@a.example"), Span("。", link="mailto:home@a.example"))
                ),
                Paragraph((Span("https://same.example", link="https://same.example"),)),
            )
        ),
    ),
    connections=(Connection("阿苏的手机", "su@mail.example", "青禾科技", role="参会者", file="报告.xlsx"),),
    originals=(Original("关于召开例会的通知.docx"),),
)
ITEM, ESSAY = EVERYWHERE.agenda[0].id, EVERYWHERE.essays[0].id


@pytest.mark.parametrize("indexed", [False, True])
@pytest.mark.parametrize(
    ("words", "places", "context"),
    [
        ("阿苏的手", [("connections", EVERYWHERE.connections[0].id, "name")], "【阿苏的手】机"),
        ("SU@mail", [("connections", EVERYWHERE.connections[0].id, "account")], "【su@mail】.example"),
        ("青禾科", [("connections", EVERYWHERE.connections[0].id, "organization")], "【青禾科】技"),
        ("的通知", [("originals", EVERYWHERE.originals[0].id, "name")], "关于召开例会【的通知】.docx"),
        ("架构", [("essays", ESSAY, "body")], "图一 【架构】 三层结构的示意图"),
        ("层结构", [("essays", ESSAY, "body")], "图一 架构 三【层结构】的示意图"),
        ("home@", [("essays", ESSAY, "body")], "和主页 主页。 mailto:【home@】a.example"),
        ("主页。", [("essays", ESSAY, "body")], "example 和主页 【主页。】 mailto"),
        ("example/补", [("agenda", ITEM, "discussion")], "名单 https://list.【example/补】丁"),
        ("17次", [("number",)], "第【17次】"),
        ("谈", [("scratch",)], "会后找青禾【谈】"),
        ("参会者", [], ""),
        ("报告", [], ""),
    ],
)  # fmt: skip
def test_whatever_was_typed_or_read_is_found_with_its_place(library, indexed, words, places, context):
    library.save(EVERYWHERE)
    if indexed:
        library.index(10)
    hits = library.search(words, private=True)
    assert [hit.place for hit in hits] == places
    assert all(context in f"{hit.before}【{hit.match}】{hit.after}".replace("\t", " ") for hit in hits)


def test_an_address_that_is_read_in_the_text_is_not_repeated_behind_it():
    address = "https://a.example"
    links = (Span(address, link=address), Span("甲", link="mailto:b@a.example"), Span("乙", link="mailto:b@a.example"))
    assert searched(Paragraph(links)) == "https://a.example甲乙\nmailto:b@a.example"
    assert [searched(block) for block in (text("甲"), Picture("", "图一"), PageBreak())] == ["甲", "图一", ""]


def test_the_scratch_pad_is_told_only_to_whom_it_belongs(library):
    library.save(EVERYWHERE)
    for _ in range(2):
        assert library.search("会后找") == []
        assert [hit.place[0] for hit in library.search("青禾")] == ["connections"]
        library.index(10)


def test_a_change_of_connections_or_originals_alone_is_found(library):
    library.save(EVERYWHERE)
    library.index(10)
    renamed = tuple(replace(one, name="小苏的平板") for one in EVERYWHERE.connections)
    changed = replace(EVERYWHERE, connections=renamed, originals=())
    library.save(changed, EVERYWHERE)
    for _ in range(2):
        assert library.search("的平板")
        assert library.search("的手机") == library.search("的通知") == []
        library.index(10)


def test_the_newest_come_first_and_no_more_than_are_wanted(library):
    for day in range(1, 29):
        attendees = tuple(Attendee(f"开源{number}") for number in range(5))
        library.save(Meeting(date(2025, 2, day), title="开源", attendees=attendees))
    library.index(100)
    hits = library.search("开源", 10)
    assert len(hits) == 10
    assert [hit.meeting.held_on.day for hit in hits] == sorted((hit.meeting.held_on.day for hit in hits), reverse=True)
    assert hits[0].meeting.held_on.day == 28
    assert len(library.search("开源")) == 28 * PER_MEETING


def test_dead_weight_is_thrown_out_in_time(library, monkeypatch):
    monkeypatch.setattr("copu_desk.library.grams._SLACK", 3)
    meeting = Meeting(date(2025, 3, 4), title="标题0")
    library.save(meeting)
    for number in range(1, 12):
        changed = replace(meeting, title=f"标题{number}")
        library.save(changed, meeting)
        meeting = changed
        library.index(10)
    assert library._db.execute("SELECT max(document) FROM indexed").fetchone()[0] <= 6
    assert library.search("标题11")
    assert library.search("标题10") == []


def test_a_library_of_the_first_version_is_searched_as_before_and_gets_its_index(tmp_path):
    path = tmp_path / "old.copu"
    with Library(path) as library:
        library.save(Meeting(date(2025, 3, 4), title="旧的会议"))
    old = sqlite3.connect(path)
    for (trigger,) in old.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        old.execute(f"DROP TRIGGER {trigger}")
    old.execute("DROP INDEX meetings_newest")
    old.execute("DROP TABLE grams")
    old.execute("DROP TABLE indexed")
    old.execute("DELETE FROM _sqlite_migrations WHERE name = 'm002_index'")
    old.execute("PRAGMA user_version = 1")
    old.commit()
    old.close()
    with Library(path) as library:
        assert library.search("旧的会")
        assert library.index(10) == 0
        assert library.search("旧的会")
