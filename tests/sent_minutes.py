"""A meeting whose minutes went out as a Word file, and what somebody does to that file before it comes back."""

from contextlib import contextmanager
from datetime import date, time

from docx import Document as Word

from copu_desk import corrections, exchange
from copu_desk.desk import corrections as bringing
from copu_desk.desk import publishing
from copu_desk.document import Heading, ListItem, Paragraph, Span, Table, Turn, spans, text
from copu_desk.library import Library
from copu_desk.model import Action, AgendaItem, Attendee, Decision, Essay, Meeting, Presence, Series, Votes

SERIES = Series(name="远帆例会", id="s1")
MEETING = Meeting(
    held_on=date(2025, 9, 2),
    series="s1",
    number=3,
    start=time(9, 30),
    venue="三楼会议室",
    chair="韩知远",
    recorder="苏棠",
    preamble=(text("会前播放了短片。"),),
    closing=(text("会议要求抓紧落实。"),),
    attendees=(
        Attendee("韩知远", "远帆协会", "理事长", presence=Presence.ONSITE, id="p1"),
        Attendee("苏堂", "远帆协会", presence=Presence.ONSITE, id="p2"),
        Attendee("贺兰", "青禾实验室", presence=Presence.ONLINE, id="p3"),
        Attendee("丁一", "北辰大学", presence=Presence.EXCUSED, id="p4"),
    ),
    agenda=(
        AgendaItem(
            "年度计划",
            presenter="苏棠",
            discussion=(
                Paragraph((Span("计划"), Span("可行", bold=True), Span("，经费要再算一遍。"))),
                text("各部门下周报数。"),
                ListItem(spans("第一件事"), marker="1."),
                Turn("贺兰", spans("我赞成。"), "："),
            ),
            decisions=(Decision("同意计划。", Votes(5, 0, 1), id="d1"), Decision("另行公布。", id="d2")),
            id="i1",
        ),
        AgendaItem("其他事项", id="i2"),
    ),
    actions=(Action("起草细则", "苏棠", date(2025, 9, 30), item="i1", id="a1"),),
    essays=(
        Essay(
            "怎样写变更说明",
            "苏棠",
            "2025年8月30日",
            body=(
                Heading(spans("一、背景"), 1),
                text("写给后来的人看。"),
                Table(((spans("项目"), spans("数")), (spans("甲"), spans("10")))),
            ),
            item="i1",
            id="e1",
        ),
    ),
    id="m1",
)


@contextmanager
def library_in(folder):
    """A library with the meeting in it."""
    with Library(folder / "library.copu") as opened:
        opened.save_series((SERIES,))
        opened.save(MEETING)
        yield opened


def exporting(library, folder):
    """Return what exports the meeting as it is, and says where the Word file lies."""

    def make(**choices):
        chosen = publishing.Choices(folder=str(folder), **choices)
        return publishing.publish(publishing.prepare(library, library.load("m1"), chosen))[0]

    return make


def edit(path, old, new):
    """Change words of a paragraph as a person in Word does: runs stay, new words go into the first one they touch."""
    word = Word(str(path))
    cells = [cell for table in word.tables for row in table.rows for cell in row.cells]
    everything = [*word.paragraphs, *(line for cell in cells for line in cell.paragraphs)]
    line = next(one for one in everything if old in one.text)
    begin, at = "".join(one.text for one in line.runs).index(old), 0
    for one in line.runs:
        words, start, end = one.text, begin - at, begin + len(old) - at
        if start < len(words) and end > 0:
            one.text = words[: max(start, 0)] + (new if start >= 0 else "") + words[end:]
        at += len(words)
    word.save(str(path))


def insert_after(path, old, words):
    word = Word(str(path))
    line = next(one for one in word.paragraphs if old in one.text)
    line._element.addnext(word.add_paragraph(words)._element)
    word.save(str(path))


def remove(path, old):
    word = Word(str(path))
    line = next(one for one in word.paragraphs if old in one.text)
    line._element.getparent().remove(line._element)
    word.save(str(path))


def bring_back(library, path):
    """Return the corrections of a file, and the meeting as it was exported."""
    returned = exchange.read_returned(path)
    now = library.load("m1")
    sent = bringing.exported(library, now, returned)
    return bringing.compare(returned, sent, now), sent


def accepted(library, path):
    """Return the meeting with every correction of a file accepted."""
    found, sent = bring_back(library, path)
    made, left = corrections.accept(library.load("m1"), sent.material.meeting, found)
    assert not [one for one in left if one.edits]
    return made
