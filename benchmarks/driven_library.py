"""The library that a driven window is shown, and the files that it brings in: for benchmarks/durability.py."""

import sys
from datetime import date, time
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

import report_files
import word_xml
from docx import Document as Word
from PySide6.QtGui import QImage
from states import COMMANDS

from copu_desk.desk import publishing
from copu_desk.document import text
from copu_desk.library import Library
from copu_desk.model import (
    Action,
    AgendaItem,
    Attendee,
    Decision,
    Essay,
    Meeting,
    Membership,
    Person,
    Series,
    Status,
)

LONG = 100_000  # characters of a long essay
MEETINGS = 4
CORRECTED = 4  # places in which a file that is brought back was changed
_IN_A_PARAGRAPH = 200
_HAN = [chr(sign) for sign in range(0x4E00, 0x9FA5)]
MINUTES = """# 远帆例会纪要

时间：2025年2月11日 14:00-15:30
地点：301 会议室

一、预算
会议讨论了年度预算。
决议：同意。
待办：修改预算，责任人：苏棠，完成时间：月底

参会人员：韩知远、苏棠（线上）
"""
ESSAY = """# 调研报告

第一段，**要点**。

- 其一
- 其二

1. 甲
2. 乙

（一）会场

| 项目 | 金额 |
|---|---|
| 会场 | 300 |
"""


def make(path: Path, *, long: bool = False) -> None:
    """Make a library with some meetings and people; with a long essay in the newest meeting if that is wished."""
    chance = Random(1)
    long_body = tuple(text("".join(chance.choices(_HAN, k=_IN_A_PARAGRAPH))) for _ in range(LONG // _IN_A_PARAGRAPH))
    with Library(path) as library:
        series = Series(name="远帆例会")
        library.save_series((series,))
        people = [
            Person(name="韩知远", organization="远帆协会", memberships=(Membership(series.id, date(2024, 1, 1)),)),
            *(Person(name=name) for name in ("苏棠", "张伟", "张伟", "罗思琪")),
        ]
        library.save_people(tuple(people))
        for number in range(MEETINGS):
            library.save(
                Meeting(
                    held_on=date(2025, 1, 7 + number),
                    start=time(9),
                    series=series.id,
                    attendees=(Attendee(name="韩知远", person=people[0].id),),
                    agenda=(AgendaItem(title="一", discussion=(text("讨论"),), decisions=(Decision("同意"),)),),
                    essays=(
                        Essay(title="附文", body=long_body if long and number == MEETINGS - 1 else (text("附文"),)),
                    ),
                    actions=(Action(what="起草", owner="苏棠", due=date(2025, 2, 1)),),
                    status=Status.DRAFT if number else Status.FINAL,
                )
            )


def make_files(folder: Path) -> None:
    """Make the files that a window or a command brings in."""
    folder.mkdir(exist_ok=True)
    (folder / "report.xlsx").write_bytes(report_files.TENCENT)
    (folder / "report.csv").write_bytes(report_files.TEAMS_NEW)
    (folder / "feishu.xlsx").write_bytes(report_files.FEISHU)
    QImage(4, 3, QImage.Format.Format_RGB32).save(str(folder / "picture.png"))
    (folder / "minutes.md").write_text(MINUTES, encoding="utf-8")
    (folder / "essay.md").write_text(ESSAY, encoding="utf-8")
    (folder / "essay.docx").write_bytes(word_xml.word(*map(word_xml.paragraph, ("调研报告", "第一段。", "第二段。"))))
    (folder / "people.csv").write_text("姓名,单位,职务\n林未,北辰大学,讲师\n苏棠,远帆协会,秘书\n", encoding="utf-8-sig")


def make_commands_files(folder: Path, number: int) -> tuple[Path, Path]:
    """Make what a command brings in: people, and an attendance report; both bear the word by which they are known."""
    people, report = folder / f"{COMMANDS}人员{number}.csv", folder / f"{COMMANDS}名单{number}.csv"
    people.write_text(f"姓名,单位\n{COMMANDS}{number},北辰大学\n", encoding="utf-8-sig")
    lines = ["成员名称,手机号,加入时间,离开时间,参会时长"]
    lines.append(f"{COMMANDS}{number},138,2025/1/8 9:00,2025/1/8 10:30,1小时30分钟")
    report.write_text("\n".join(lines), encoding="utf-8")
    return people, report


def make_returned(library: Library, meeting: Meeting, folder: Path, chance: Random) -> Path:
    """Export a meeting, and change some words of the Word file, as somebody who corrects the minutes does."""
    chosen = publishing.Choices(folder=str(folder), overwrite=True)
    (path,) = publishing.publish(publishing.prepare(library, meeting, chosen))
    word = Word(str(path))
    runs = [run for line in word.paragraphs for run in line.runs if run.text.strip()]
    for run in chance.sample(runs, min(CORRECTED, len(runs))):
        run.text = chance.choice((run.text[: len(run.text) // 2], f"{run.text}另议", "原则同意"))
    line = chance.choice(word.paragraphs)
    line._element.addnext(word.add_paragraph("经费另行安排。")._element)
    word.save(str(path))
    return path
