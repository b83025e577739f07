"""The other papers of a meeting: excerpt, notice, mail, folder; from the desk and from the command line."""

import email
import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from email.policy import default
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document as Word
from meetings import FULL, PIXEL, PIXEL_NAME, SERIES
from openpyxl import load_workbook

from copu_desk import desk, disk, exchange
from copu_desk.cli import main
from copu_desk.compose import notice
from copu_desk.document import plain
from copu_desk.errors import RequestError, WriteError
from copu_desk.library import Library
from copu_desk.model import Action, AgendaItem, Meeting, get
from copu_desk.progress import Cancelled
from copu_desk.style import house_style

STYLE = house_style()
NOW = datetime(2025, 8, 28, 8, 0, tzinfo=UTC)
MATERIAL = exchange.Material(FULL, SERIES, STYLE, (), {PIXEL_NAME: PIXEL}, NOW)
TEXT_KINDS = ("html", "md", "txt")


def lines(document):
    return [plain(block) for block in document.blocks if plain(block)]


def written(material, kind):
    return exchange.export(material, kind).decode()


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library.copu") as made:
        made.save_series((SERIES,), ())
        made.add_image(PIXEL)
        made.save(FULL)
        yield made


# The excerpt


def test_an_excerpt_is_one_item_with_all_that_belongs_to_it_and_who_was_there():
    made = lines(exchange.document(replace(MATERIAL, paper="excerpt", item="i1")))
    assert made[1] == "远帆会议纪要丨2025.09.02(摘录)"
    for words in ("年度计划", "汇报人:苏棠", "怎样写变更说明", "计划可行。", "决议:另行公布。"):
        assert words in made
    assert "参会人员:韩知远、张伟(北辰大学)、张伟(星河软件)(线上)。" in made
    for words in ("会前播放了短片。", "会议要求抓紧落实。", "因为。", "二、其他事项", "没有归到议程的"):
        assert words not in made
    assert not any("上次留下的事" in words for words in made)


@pytest.mark.parametrize("kind", exchange.EXPORTS)
def test_an_excerpt_comes_in_every_format(kind):
    material = replace(MATERIAL, paper="excerpt", item="i1")
    if kind == "json":
        with pytest.raises(WriteError, match="整次会议"):
            exchange.export(material, kind)
        return
    data = exchange.export(material, kind)
    if kind in TEXT_KINDS:
        assert "计划可行。" in data.decode()
        assert "会议要求抓紧落实" not in data.decode()
    assert len(data) > 200


def test_an_item_is_named_by_its_number_or_words():
    assert desk.item_named(FULL, "1") == "i1"
    assert desk.item_named(FULL, "其他") == "i3"
    assert desk.item_named(FULL, "印在") == "i2"
    with pytest.raises(RequestError, match="没有议程叫“九”"):
        desk.item_named(FULL, "九")
    with pytest.raises(RequestError, match=r"没有议程叫“9”.*1 年度计划"):
        desk.item_named(FULL, "9")
    with pytest.raises(RequestError, match="不止一项"):
        desk.item_named(replace(FULL, agenda=(AgendaItem(title="甲一"), AgendaItem(title="甲二"))), "甲")


# The notice


def coming():
    return replace(
        FULL,
        number=3,
        agenda=(replace(FULL.agenda[0], planned_minutes=20), *FULL.agenda[1:]),
        actions=(*FULL.actions, Action(what="订会场", owner="林未", due=date(2025, 9, 1), origin="a0")),
    )


def test_the_notice_is_as_it_was_looked_at(golden):
    material = replace(MATERIAL, meeting=coming(), paper="notice")
    golden("notice.txt", written(material, "txt"))


def test_the_notice_says_when_where_what_who_and_what_is_open():
    said = "\n".join(lines(notice.compose(coming(), SERIES, STYLE, NOW)))
    assert said.startswith(
        "关于召开远帆例会第3次会议的通知\n各位参会人员:\n定于2025年9月2日(星期二)09:30召开远帆例会第3次会议"
    )
    for words in (
        "地点:三楼会议室", "线上:腾讯会议", "会议链接:https://example.org/m/1", "主持人:韩知远",
        "1. 年度计划(苏棠,20分钟)", "2. 印在导语里", "3. 其他事项",
        "会前材料:《怎样写变更说明》苏棠;《没有归到议程的》",
        "待办:订会场(责任人:林未,9月1日前)", "向苏棠请假", "2025年8月28日",
    ):  # fmt: skip
        assert words in said, words
    for name in ("韩知远", "欧阳明月", "丁一", "林未", "贺兰", "Mira.AI"):
        assert name in said  # whoever is called, whatever has become of it
    for words in ("计划可行。", "同意计划", "起草细则", FULL.scratch, "写给后来的人"):
        assert words not in said  # nothing of what came out of the meeting


def test_who_a_notice_comes_from_and_when_are_on_one_page():
    word = Word(BytesIO(exchange.export(replace(MATERIAL, meeting=coming(), paper="notice"), "docx")))
    organ, day = word.paragraphs[-2:]
    assert day.text == "2025年8月28日"
    assert organ.style.name == day.style.name == "落款"
    assert organ.style.paragraph_format.keep_with_next


def test_a_notice_of_a_meeting_with_only_a_date_leaves_no_empty_lines():
    said = lines(notice.compose(Meeting(held_on=date(2025, 9, 2)), replace(SERIES, name="远帆例会"), STYLE))
    assert said == [
        "关于召开远帆例会的通知", "各位参会人员:",
        "定于2025年9月2日(星期二)召开远帆例会,现将有关事项通知如下。", "时间:2025年9月2日（星期二）",
        "请准时参加。因故不能参加的,请提前请假。", "远帆",
    ]  # fmt: skip


@pytest.mark.parametrize("paper", exchange.PAPERS)
def test_each_line_of_each_paper_leads_to_a_field_of_the_meeting(paper):
    material = replace(MATERIAL, meeting=coming(), paper=paper, item="i1")
    traced = exchange.PAPERS[paper].trace(material)
    assert tuple(one.block for one in traced) == exchange.document(material).blocks
    assert sum(bool(one.place) for one in traced) > len(traced) * 0.6
    for one in traced:
        if one.place:
            get(material.meeting, one.place)  # a place that is none raises


# The mail


@pytest.mark.parametrize(
    ("paper", "words"), [("minutes", "远帆会议纪要丨2025.09.02"), ("notice", "关于召开远帆例会的通知")]
)
def test_the_mail_opens_as_a_draft_with_the_paper_attached(paper, words):
    data = exchange.export(replace(MATERIAL, paper=paper), "eml")
    mail = email.message_from_bytes(data, policy=default)
    assert mail["X-Unsent"] == "1"
    assert mail["Subject"] == words
    assert mail["To"] == ""
    text = mail.get_body(("plain",)).get_content()
    assert f"附件是《{words}》" in text
    assert text.rstrip().endswith("苏棠")
    attached = {one.get_filename(): one.get_content() for one in mail.iter_attachments()}
    assert list(attached) == [f"{words}.docx", f"{words}.pdf"]
    assert [one.text for one in Word(BytesIO(attached[f"{words}.docx"])).paragraphs][:2]
    assert attached[f"{words}.pdf"].startswith(b"%PDF-")
    assert all(len(line) <= 998 for line in data.split(b"\r\n"))  # the longest line a mail may have
    assert data == exchange.export(replace(MATERIAL, paper=paper), "eml")


def test_a_subject_cannot_bring_a_header_of_its_own():
    material = replace(MATERIAL, meeting=replace(FULL, title="题\r\nBcc: a@example.org"))
    mail = email.message_from_bytes(exchange.export(material, "eml"), policy=default)
    assert mail["Bcc"] is None
    assert "Bcc: a@example.org" in mail["Subject"]


# The folder


def test_the_folder_holds_everything_and_comes_back_without_loss(library, tmp_path):
    made = desk.export_minutes(library, FULL.id, tmp_path, kind=desk.FOLDER)
    assert made.name == "2025-09-02 远帆例会"
    names = sorted(path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file())
    assert names == [
        "会议数据.json", "纪要.docx", "纪要.pdf", "考勤.xlsx", "附文/1 怎样写变更说明.docx", "附文/2 问_为什么？.docx",
        "附文/3 没有归到议程的.docx",
    ]  # fmt: skip
    assert Word(made / "附文/1 怎样写变更说明.docx").paragraphs[0].text == "怎样写变更说明"
    assert ZipFile(made / "附文/1 怎样写变更说明.docx").testzip() is None
    sheet = load_workbook(made / "考勤.xlsx")["考勤表"]
    assert "欧阳明月" in {row[1].value for row in sheet.iter_rows()}
    with Library(tmp_path / "other.copu") as other:
        desk.import_minutes(other, made / "会议数据.json")
        assert replace(other.load(FULL.id), series=FULL.series) == replace(FULL, scratch="")
        assert other.image(PIXEL_NAME) == PIXEL
    again = desk.export_minutes(library, FULL.id, tmp_path, kind=desk.FOLDER)
    assert again.name == "2025-09-02 远帆例会(2)"
    (made / "手记.txt").write_text("我的")
    (made / "纪要.docx").write_bytes(b"")
    assert desk.export_minutes(library, FULL.id, tmp_path, kind=desk.FOLDER, overwrite=True) == made
    assert Word(made / "纪要.docx").paragraphs
    assert (made / "手记.txt").read_text() == "我的"


def test_a_folder_that_cannot_be_written_or_is_cancelled_leaves_nothing(library, tmp_path, monkeypatch):
    def cancel(done, _total, _words=""):
        if done == 2:
            raise Cancelled

    target = tmp_path / "out"
    with pytest.raises(Cancelled):
        desk.export_folder(desk.material(library, FULL), target, cancel)
    write, count = disk.put_file, []

    def full(path, data):
        count.append(path)
        if len(count) == 3:
            raise WriteError("磁盘满了。")
        write(path, data)

    monkeypatch.setattr(disk, "put_file", full)
    with pytest.raises(WriteError, match="磁盘满了"):
        desk.export_folder(desk.material(library, FULL), target)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("out")] == []


def test_a_meeting_of_nothing_has_a_folder_too(tmp_path):
    with Library(tmp_path / "library.copu") as library:
        meeting = Meeting(held_on=date(2025, 9, 2))
        library.save(meeting)
        made = desk.export_minutes(library, meeting.id, tmp_path, kind=desk.FOLDER)
    assert sorted(path.name for path in made.iterdir()) == ["会议数据.json", "纪要.docx", "纪要.pdf"]


# The command line


def run(capsys, *arguments):
    status = main([str(one) for one in arguments], lambda _path: 0)
    told = capsys.readouterr()
    return status, told.out.strip(), told.err.strip()


def test_the_command_line_exports_every_paper_and_format(library, tmp_path, capsys):
    library.close()
    base = ("--library", tmp_path / "library.copu", "export", "2025-09-02", "-o")
    for kind in ("html", "md", "txt", "eml"):
        status, said, _ = run(capsys, *base, tmp_path / f"a.{kind}")
        assert (status, said) == (0, str(tmp_path / f"a.{kind}"))
    assert "计划可行。" in (tmp_path / "a.md").read_text(encoding="utf-8")
    status, said, _ = run(capsys, *base, tmp_path, "--format", "md", "--item", "1")
    assert said.endswith("2025-09-02 远帆例会纪要摘录.md")
    status, said, _ = run(capsys, *base, tmp_path, "--format", "docx", "--notice")
    assert Word(said).paragraphs[0].text == "关于召开远帆例会的通知"
    status, said, _ = run(capsys, *base, tmp_path, "--format", "folder")
    assert json.loads((tmp_path / "2025-09-02 远帆例会" / "会议数据.json").read_text(encoding="utf-8"))["meetings"]
    for paper in (("--item", "1"), ("--notice",)):  # another paper would lie there as if it were the minutes
        for kind, label in (("folder", "会议文件夹"), ("json", "数据文件（可再导入）")):
            status, _, said = run(capsys, *base, tmp_path / "whole", "--format", kind, *paper)
            assert (status, said) == (2, f"{label}里总是整次会议。请换用别的格式，或导出纪要。")
            assert not (tmp_path / "whole").exists()
    status, _, said = run(capsys, *base, tmp_path, "--item", "没有的")
    assert status == 2
    assert re.match("没有议程叫“没有的”。", said)
    status, _, said = run(capsys, *base, tmp_path / "a.doc")
    assert (status, "不能导出“doc”格式" in said) == (2, True)
