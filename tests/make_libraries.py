"""Make the library file of the present schema that later versions of the program must be able to open.

Run once when a schema is released: `python tests/make_libraries.py`. It writes tests/files/library-<schema>.copu and,
beside it, what is in it as JSON. Files of earlier schemas are never made again: they were written by the programs of
their time.
"""

import sys
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from copu_desk import bundle
from copu_desk.bundle import Bundle
from copu_desk.document import Heading, ListItem, Paragraph, Picture, Span, Table, Turn
from copu_desk.library import Library, VersionKind
from copu_desk.library.schema import NEWEST
from copu_desk.model import (
    Action,
    ActionStatus,
    AgendaItem,
    Attendee,
    Capacity,
    Connection,
    Decision,
    Essay,
    EssayKind,
    ItemKind,
    Meeting,
    Membership,
    Nickname,
    Original,
    OriginalKind,
    Person,
    Presence,
    Series,
    Status,
    Votes,
)

FOLDER = Path(__file__).parent / "files"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645"
    "400000000049454e44ae426082"
)
REPORT = "姓名,入会时间\n韩知远,2025-09-02 09:20".encode()


def spans(words: str) -> tuple[Span, ...]:
    return (Span(words[:2], bold=True), Span(words[2:]))


def original(library: Library, name: str, data: bytes) -> Original:
    moment = datetime(2025, 9, 2, 12, tzinfo=UTC)
    return Original(name, OriginalKind.REPORT, library.hold_original(data), len(data), moment)


def make(path: Path) -> Bundle:
    """Write a library with something in every table and every field, and return what is in it."""
    with Library(path) as library:
        picture = library.add_image(PIXEL)
        series = Series(
            "远帆例会",
            "copu",
            "{series}纪要丨{date}",
            True,
            "三楼",
            "腾讯会议",
            "https://a.example",
            "韩知远",
            "苏棠",
            "各成员单位",
        )
        person = Person(
            "韩知远", "远帆协会", "理事长", Capacity.MEMBER, ("老韩", "Han"), "hanzhiyuan", "备注",
            (Membership(series.id, date(2025, 1, 1), date(2026, 1, 1)),), ("f" * 32,),
        )  # fmt: skip
        library.save_series((series,))
        library.save_people((person, Person("苏棠𠮷")))
        item = AgendaItem(
            "年度计划", "一、报告", ItemKind.REPORT, "苏棠", 20, time(9, 40), time(10, 5), "会议听取了",
            (Paragraph(spans("讨论内容")), ListItem(spans("其一要点"), 1, True)),
            (Decision("同意计划", Votes(5, 1, 2)), Decision("再议")),
        )  # fmt: skip
        body = (
            Heading(spans("一、背景"), 2),
            Paragraph(spans("正文内容"), "quote"),
            Turn("韩知远", spans("大家好！"), "："),
            Table(((spans("姓名"), spans("单位")), (spans("苏棠"), spans("远帆"))), 1),
            Picture(picture, "图一", "替代文字", 80.0),
        )
        meeting = Meeting(
            date(2025, 9, 2), series.id, 17, "九月例会", time(9, 30), time(11, 0), "三楼", "腾讯会议", "https://b.example",
            "韩知远", "苏棠", "开场", (Paragraph(spans("导言导语")),), (Paragraph(spans("会议要求")),),
            (Paragraph(spans("附记附注")),), "内部", "备注", "市开源办", Status.FINAL,
            "速记：私人",
            (
                Attendee("韩知远", "远帆协会", "理事长", Capacity.MEMBER, Presence.ONSITE, time(9, 25), item.id, None,
                         "", "", person.id),
                Attendee("贺兰", capacity=Capacity.GUEST, presence=Presence.ONLINE, left=time(10, 30),
                         left_item=item.id),
            ),
            (item, AgendaItem("其他")),
            (Action("起草细则", "苏棠", date(2025, 9, 30), "月底", ActionStatus.DONE, "x" * 32, "y" * 32, item.id),),
            (Essay("变更说明", "苏棠", "2025年8月", "内刊", EssayKind.INTERVIEW, item.id, body),),
        )  # fmt: skip
        other = Meeting(date(2024, 12, 24), title="去年的会")
        line = Connection(
            "han 手机", "han@a.example", "远帆", "参会者", datetime(2025, 9, 2, 9, 20), datetime(2025, 9, 2, 11), 6000,
            "报告.xlsx", "0" * 64, "明细", 3, (meeting.attendees[0].id,),
        )  # fmt: skip
        meeting = replace(
            meeting, connections=(line, Connection("会议室")), originals=(original(library, "报告.xlsx", REPORT),)
        )
        library.remember_nicknames(
            (Nickname("han 手机", "han@a.example", (person.id,)), Nickname("游客", "", (), ("贺兰",)))
        )
        library.remember_columns("姓名|入会时间", {"name": 0, "joined": 1})
        gone = original(library, "删掉的原件.csv", b"gone")
        library.save(
            replace(meeting, essays=(*meeting.essays, Essay("删掉的附文")), originals=(*meeting.originals, gone))
        )
        library.keep_version(meeting, VersionKind.FINAL, "定稿")
        library.save(meeting)
        library.save_people((person, *library.people()[1:], Person("删掉的人")))
        library.save_people(library.people()[:2])
        library.save(other)
        library.set_setting("last_meeting", meeting.id)
        library.index(10)
        return Bundle((meeting, other), library.people(), library.series(), {picture: PIXEL},
                      {meeting.originals[0].digest: REPORT})  # fmt: skip


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    target = folder / f"library-{NEWEST}.copu"
    if target.exists():
        sys.exit(f"{target} is there already")
    target.with_suffix(".json").write_bytes(bundle.write(make(target)))
