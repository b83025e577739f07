"""The command line as a script uses it: what it prints, its exit status, and that faults change nothing."""

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document as Word
from meetings import MINUTES
from openpyxl import Workbook, load_workbook

from copu_desk import __version__, cli, exchange
from copu_desk.errors import LibraryError
from copu_desk.library import Library


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "past.txt"
    path.write_text(MINUTES, encoding="utf-8")
    return path


def test_a_secretary_imports_shows_and_exports(run, source, tmp_path):
    status, out, err = run("import", source)
    assert (status, err) == (0, "")
    assert out.startswith("已导入\t2025-09-02\t远帆例会\t远帆协会会议纪要丨2025.09.02\t3 人\t1 项议程\n")

    status, out, _ = run("list")
    assert status == 0
    assert out.split("\t")[:2] == ["2025-09-02", "远帆例会"]

    status, out, _ = run("show", "2025-09-02")
    assert status == 0
    assert out == MINUTES

    status, out, _ = run("export", "2025.09.02", "-o", tmp_path / "a.docx")
    assert (status, out.strip()) == (0, str(tmp_path / "a.docx"))
    assert [one.text for one in Word(str(tmp_path / "a.docx")).paragraphs] == MINUTES.splitlines()

    status, out, _ = run("export", "2025-09-02", "--format", "txt", "-o", tmp_path)
    assert Path(out.strip()).read_text(encoding="utf-8") == MINUTES

    status, out, _ = run("attendance", "-o", tmp_path / "a.xlsx")
    assert (status, out.strip()) == (0, str(tmp_path / "a.xlsx"))
    book = load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames[0] == "考勤表"
    assert "贺兰" in {cell.value for row in book["考勤表"].iter_rows() for cell in row}


def test_attendance_as_json_needs_no_file_and_says_who_is_left_out(run, source):
    run("import", source)
    status, out, _ = run("attendance", "--json")
    counted = json.loads(out)
    assert status == 0
    assert "file" not in counted
    assert {"series", "people", "meetings", "organizations", "exclusions", "definition"} <= counted.keys()
    assert [one["date"] for one in counted["meetings"]] == ["2025-09-02"]
    for slices in ("people", "meetings", "organizations"):
        assert sum(one["came"] for one in counted[slices]) == counted["meetings"][0]["came"]
    assert counted["people"][0]["marks"] == ["现场"]
    assert counted["definition"][0].startswith("出席率")


def test_a_sign_in_sheet_is_made_as_word_or_pdf_and_never_over_another_file(run, source, tmp_path):
    run("import", source)
    status, out, _ = run("sign-in", "2025-09-02", "-o", tmp_path, "--blank", "3")
    assert (status, Path(out.strip()).name) == (0, "2025-09-02 远帆例会签到表.docx")
    table = Word(out.strip()).tables[0]
    assert [cell.text for cell in table.rows[1].cells][:2] == ["1", "韩知远"]
    assert [cell.text for cell in table.rows[-1].cells][1:] == [""] * 5
    assert Path(run("sign-in", "2025-09-02", "-o", tmp_path)[1].strip()).name.endswith("签到表(2).docx")
    status, out, _ = run("sign-in", "2025-09-02", "-o", tmp_path / "a.pdf")
    assert Path(out.strip()).read_bytes().startswith(b"%PDF")
    for wrong in (("-o", tmp_path / "a.txt"), ("-o", tmp_path / "b.docx", "--blank", "-1")):
        status, out, err = run("sign-in", "2025-09-02", *wrong)
        assert (status, out, err.count("\n")) == (2, "", 1)


def test_a_ledger_comes_in_and_takes_a_meeting_in(run, source, tmp_path):
    book = Workbook()
    for row in (("姓名", "2025-08-05", "8月19日"), ("韩知远", "√", "线上"), ("贺兰", "请假", "？")):
        book.active.append(row)
    book.save(tmp_path / "台账2025年.xlsx")
    ledger = tmp_path / "台账2025年.xlsx"
    status, out, _ = run("ledger", "import", ledger, "--series", "远帆例会", "--dry-run")
    assert (status, out.splitlines()[0]) == (
        0, "将导入\t2025-08-05\t远帆例会\t现场 1\t线上 0\t请假 1\t缺席 0\t未登记 0",
    )  # fmt: skip
    assert "贺兰“？”" in out
    assert run("list")[1] == ""
    status, out, _ = run("ledger", "import", ledger, "--series", "远帆例会", "--json")
    assert [(one["date"], one["online"], one["skipped"]) for one in json.loads(out)] == [
        ("2025-08-05", 0, False), ("2025-08-19", 1, False),
    ]  # fmt: skip
    assert len(run("list")[1].splitlines()) == 2
    run("import", source)
    status, out, _ = run("ledger", "add", "2025-09-02", ledger, "-o", tmp_path / "新.xlsx")
    assert (status, out.splitlines()[0]) == (0, str(tmp_path / "新.xlsx"))
    assert load_workbook(tmp_path / "新.xlsx").active["D1"].value == "9月2日"
    for wrong in (
        ("ledger", "add", "2025-09-02", tmp_path / "新.xlsx", "-o", tmp_path / "三.xlsx"),
        ("ledger", "import", source),
        ("ledger", "import", ledger, "--year", "25"),
    ):
        status, out, err = run(*wrong)
        assert (status, out, err.count("\n")) == (2, "", 1), wrong
    assert not (tmp_path / "三.xlsx").exists()


def test_show_as_json_keeps_the_contract(run, source):
    run("import", source)
    status, out, _ = run("show", "2025-09-02", "--json")
    shown = json.loads(out)
    assert status == 0
    assert {
        "id",
        "series",
        "number",
        "title",
        "date",
        "chair",
        "opening",
        "status",
        "attendees",
        "agenda",
        "essays",
    } <= (shown.keys())
    assert (shown["series"], shown["date"], shown["chair"]) == ("远帆例会", "2025-09-02", "韩理事长")
    assert shown["opening"] == "9月2日韩理事长主持召开远帆例会。"
    assert [(one["name"], one["presence"]) for one in shown["attendees"]] == [
        ("韩知远", "onsite"),
        ("苏棠", "onsite"),
        ("贺兰", "online"),
    ]
    assert shown["attendees"][0].keys() >= {"name", "organization", "title", "capacity", "presence"}
    assert shown["agenda"][0]["lead"] == "本次会议发布如下一文供大家讨论:"
    assert shown["agenda"][0].keys() >= {"title", "lead", "decisions", "actions", "essays"}
    (essay,) = shown["essays"]
    assert (essay["title"], essay["author"], essay["date"]) == ("为什么要写好变更说明", "苏棠", "2025年8月30日")
    assert essay["body"] == "\n".join(MINUTES.splitlines()[5:7])


def test_search_and_check_answer(run, source):
    run("import", source)
    status, out, _ = run("search", "变更", "后来", "--json")
    assert status == 0
    assert {one["date"] for one in json.loads(out)} == {"2025-09-02"}
    assert run("search", "不存在的词") == (0, "", "")
    status, out, _ = run("check", "2025-09-02")
    assert (status, out) == (0, "没有发现问题。\n")


def test_a_dry_run_and_a_second_import_change_nothing(run, source):
    status, out, _ = run("import", "--dry-run", source)
    assert (status, out.split("\t")[0]) == (0, "将导入")
    assert run("list") == (0, "", "")
    run("import", source)
    before = run("list")
    status, out, _ = run("import", source)
    assert (status, out.split("\t")[0]) == (0, "已有，跳过")
    assert run("list") == before


def test_the_day_can_be_named_where_the_text_names_none(run, tmp_path):
    path = tmp_path / "undated.txt"
    path.write_text("远帆协会会议纪要\n会议讨论了年度计划。\n参会人员:韩知远、苏棠。\n", encoding="utf-8")
    status, out, err = run("import", path)
    assert (status, out) == (2, "")
    assert "日期" in err
    status, _, err = run("import", path, "--date", "2025-09-02")
    assert (status, err) == (0, "")
    assert run("list")[1].startswith("2025-09-02")


FAULTS = [
    ("import", "missing.txt"),
    ("import", "past.txt", "missing.txt"),
    ("import", "picture.png"),
    ("show", "2020-01-01"),
    ("show", "没有这个标题"),
    ("export", "2020-01-01"),
    ("attendance", "-o", "a.csv"),
    ("attendance", "-o", "a.xlsx", "--series", "没有"),
    ("attendance",),
    ("attendance", "--json", "--from", "2030-01-01"),
    ("sign-in", "2020-01-01", "-o", "a.docx"),
    ("list", "--from", "昨天"),
    ("list", "--series", "没有"),
    ("unknown",),
    ("export",),
]


@pytest.mark.parametrize("arguments", FAULTS, ids=" ".join)
def test_a_fault_of_the_user_gets_one_chinese_sentence_and_status_2(run, source, tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n")
    assert source.exists()
    files = sorted(path.name for path in tmp_path.iterdir())
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert len(err.strip().splitlines()) == 1
    assert any("\u4e00" <= sign <= "\u9fff" for sign in err)
    assert sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith("library.copu")) == files
    assert run("list") == (0, "", "")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("show",), "缺少 REF"),
        (("list", "甲"), "不认识 甲"),
        (("list", "--from"), "--from 后面还要写"),
        (("export", "1", "--item", "1", "--notice"), "--notice 不能和 --item 一起用"),
        (("sign-in", "1", "-o", "a.pdf", "--blank", "几"), "--blank 要写一个数"),
        (("report", "1", "a.csv", "--dates", "ymd"), "--dates 没有 'ymd' 这一种"),
        (("report", "1", "a.csv", "--minimum", "几"), "--minimum：“几”不是数"),
    ],
)
def test_what_is_wrong_with_a_command_is_said_in_chinese(run, arguments, words):
    status, _, err = run(*arguments)
    assert status == 2
    assert err.startswith(f"命令写得不对（{words}")


@pytest.mark.parametrize("command", ["list", "search 甲", "people list", "attendance --json", "verify --rebuild-index"])
def test_a_library_that_is_not_there_is_told_of_and_none_is_made(run, tmp_path, command):
    missing = tmp_path / "拼错了.copu"
    status, _, err = run("--library", missing, *command.split())
    assert (status, err.strip()) == (2, f"没有找到资料库“{missing}”。请检查文件名。")
    assert not list(tmp_path.glob("拼错了*"))


def test_what_comes_in_may_be_the_first_of_a_library(run, source, tmp_path):
    assert run("--library", tmp_path / "新的.copu", "import", source)[0] == 0
    assert run("--library", tmp_path / "新的.copu", "list")[1].startswith("2025-09-02")


def test_files_that_cannot_all_be_kept_leave_nothing(run, source, tmp_path, monkeypatch):
    other = tmp_path / "other.txt"
    other.write_text(MINUTES.replace("9月2日", "9月9日").replace("09.02", "09.09"), encoding="utf-8")
    save, kept = Library.save, []

    def full(library, now, before=None):
        if kept:
            raise LibraryError("磁盘满了。")
        kept.append(now.id)
        save(library, now, before)

    with monkeypatch.context() as patch:
        patch.setattr(Library, "save", full)
        assert run("import", source, other) == (2, "", "磁盘满了。\n")
    assert kept
    assert run("list") == (0, "", "")
    assert run("import", source, other)[0] == 0
    assert run("list")[1].count("\n") == 2


def commands(parser, name=()):
    """Return the names of all commands, each as the words to write."""
    found = [one.choices.items() for one in parser._actions if isinstance(one, argparse._SubParsersAction)]
    inner = [words for some in found for one, its in some for words in commands(its, (*name, one))]
    return [name, *inner]


@pytest.mark.parametrize("command", commands(cli.parser()), ids=" ".join)
def test_each_command_and_each_of_its_options_is_explained_in_chinese(run, command):
    status, said, _ = run(*command, "--help")
    assert status == 0
    assert said.startswith("用法：copu-desk")
    assert not re.findall(r"usage|options:|arguments|show this", said)
    told = re.sub(r"\n {3,}(?! *-)", " ", said.split("选项:")[1])  # what goes on in the next line
    options = [line for line in told.split("\n命令:")[0].split("\n做什么:")[0].splitlines() if line.strip()]
    assert all(re.search("[\u4e00-\u9fff]", line) for line in options), options


def test_without_a_command_the_window_is_opened_on_the_library(tmp_path):
    opened = []
    assert cli.main(["--library", str(tmp_path / "a.copu")], lambda path: opened.append(path) or 0) == 0
    assert opened == [tmp_path / "a.copu"]


def test_demo_writes_its_files_and_says_why_there_is_no_window(run, tmp_path):
    status, out, err = run("demo", tmp_path / "demo")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert [Path(line).name for line in lines[:4]] == ["sample.copu", "minutes.docx", "minutes.pdf", "attendance.xlsx"]
    assert "没有打开窗口" in lines[-1]
    assert len(Word(str(tmp_path / "demo" / "minutes.docx")).paragraphs) > 20
    again = run("demo", tmp_path / "demo", "--no-window")[1].splitlines()
    assert Path(again[1]).name == "minutes(2).docx"


def fresh(*arguments, **more):
    return subprocess.run(
        [sys.executable, "-X", "utf8", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        **more,
    )


def test_the_version_is_told_without_importing_what_it_does_not_need():
    code = "import sys; from copu_desk import cli\ntry: cli.main(['--version'], None)\nexcept SystemExit: pass\n"
    loaded = fresh("-c", code + "print(*sys.modules)")
    version, modules = loaded.stdout.splitlines()
    assert version == f"copu-desk {__version__}"
    heavy = {
        "PySide6",
        "docx",
        "lxml",
        "xlsxwriter",
        "openpyxl",
        "sqlite_utils",
        "sqlite3",
        "typst",
        "uuid",
        "pypinyin",
    }
    assert heavy & set(modules.split()) == set()


def test_no_command_imports_qt(tmp_path, source):
    code = (
        "import sys; from copu_desk import cli\n"
        f"for words in (['import', {str(source)!r}], ['list'], ['show', '2025-09-02'], ['check', '2025-09-02'],\n"
        f"    ['search', '变更'], ['export', '2025-09-02', '-o', {str(tmp_path / 'b.docx')!r}],\n"
        f"    ['attendance', '-o', {str(tmp_path / 'b.xlsx')!r}]):\n"
        f"    assert cli.main(['--library', {str(tmp_path / 'b.copu')!r}, *words], None) == 0, words\n"
        "assert not [name for name in sys.modules if name.startswith('PySide6')]"
    )
    done = fresh("-c", code)
    assert done.returncode == 0, done.stderr


def test_the_installed_program_answers_in_its_own_process(tmp_path):
    done = fresh("-m", "copu_desk", "--library", str(tmp_path), "list")
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1


def test_import_of_a_folder_tells_first_what_would_come(run, tmp_path):
    place = tmp_path / "往年"
    place.mkdir()
    (place / "a.txt").write_text(
        "例会纪要 2025.9.2\n参会人员：韩知远、苏棠等12人\n会议讨论了预算：\n同意。", encoding="utf-8"
    )
    (place / "照片.png").write_bytes(b"x")
    code, out, _ = run("import", "--dry-run", place)
    assert code == 0
    assert out.split("\n")[:3] == [
        "将导入\t2025-09-02\t例会\t例会纪要 2025.9.2\t2 人\t1 项议程",
        "\t名册里有其中 0 人：韩知远、苏棠",
        "\t请留意：名单里还写着“等12人”，读出 2 人，请核对。",
    ]
    code, out, _ = run("list")
    assert "2025-09-02" not in out


def test_each_file_is_read_once(run, source, monkeypatch):
    read, seen = exchange.read, []
    monkeypatch.setattr(exchange, "read", lambda path, *rest, **more: seen.append(path) or read(path, *rest, **more))
    assert run("import", source)[0] == 0
    assert seen == [source]


def test_a_format_that_is_unknown_is_answered_with_all_there_are(run, source, tmp_path):
    run("import", source)
    status, _, said = run("export", "2025-09-02", "--format", "doc", "-o", tmp_path)
    assert status == 2
    assert "docx、pdf、html、md、txt、eml、json、folder" in said
