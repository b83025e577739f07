"""What is imported keeps its file: from every way in, into the folder of the meeting, the data file, and out again."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
import report_files
from docx import Document as Word
from hypothesis import given
from hypothesis import strategies as st
from meetings import MINUTES
from office_ledger import book
from office_ledger import data as ledger_bytes

from copu_desk import bundle, desk, limits
from copu_desk.cli import main
from copu_desk.desk import originals, past, publishing, taking
from copu_desk.desk.essays import read_essay
from copu_desk.errors import CopuError
from copu_desk.exchange import ORIGINAL_KINDS
from copu_desk.file_names import safe_names
from copu_desk.library import Library, verify
from copu_desk.model import Meeting, Original, OriginalKind, Person
from copu_desk.reading import File

DAY = date(2024, 12, 24)


def word(words):
    made, file = Word(), BytesIO()
    for line in words.splitlines():
        made.add_paragraph(line)
    made.save(file)
    return file.getvalue()


def held(day=DAY, title="远帆协会会议纪要"):
    """Past minutes of a day, as a Word file."""
    return word(f"{title}丨{day:%Y.%m.%d}\n参会人员:韩知远、苏棠(线上)。\n一、年度计划\n同意年度计划。")


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library.copu") as opened:
        yield opened


@pytest.fixture
def put(tmp_path):
    """Put a file into the folder that the secretary imports from."""
    folder = tmp_path / "来"
    folder.mkdir()

    def put_it(name, data):
        path = folder / name
        path.write_bytes(data)
        return path

    return put_it


def tree(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def kept(library, meeting):
    return [(one.kind, one.name, library.original(one.digest)) for one in library.load(meeting).originals]


def imported(library, put):
    """Import minutes and a report of their meeting, and return the meeting's id and both files."""
    minutes, report = put("岁末例会.docx", held()), put("参会名单.csv", report_files.ZOOM)
    (came,) = desk.import_minutes(library, minutes)
    desk.import_report(library, came.meeting.id, report, apply=True)
    return came.meeting.id, minutes.read_bytes(), report.read_bytes()


def test_minutes_and_a_report_are_kept_and_lie_in_the_folder_byte_for_byte(library, put, tmp_path):
    meeting, minutes, report = imported(library, put)
    assert kept(library, meeting) == [
        (OriginalKind.MINUTES, "岁末例会.docx", minutes),
        (OriginalKind.REPORT, "参会名单.csv", report),
    ]
    whole = tree(desk.export_whole(library, meeting, tmp_path / "全部", internal=True))
    assert whole["原件/岁末例会.docx"] == minutes
    assert whole["原件/参会名单.csv"] == report
    library.close()
    with Library(tmp_path / "library.copu") as again:
        assert kept(again, meeting)[1][2] == report
    assert verify(tmp_path / "library.copu") == []


KILLED = """
import sys
from pathlib import Path
from copu_desk import desk
from copu_desk.library import Library
library = Library(Path(sys.argv[1]))
library.hold_original(b"never taken")
desk.import_minutes(library, Path(sys.argv[2]))
print("saved", flush=True)
sys.stdin.read()
"""


def test_what_was_imported_is_whole_after_the_program_is_killed(put, tmp_path):
    path, minutes = tmp_path / "library.copu", put("岁末例会.docx", held())
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, path, minutes], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout.readline().strip() == b"saved"
        process.kill()
    with Library(path) as again:
        (entry,) = again.entries()
        assert kept(again, entry.id) == [(OriginalKind.MINUTES, "岁末例会.docx", minutes.read_bytes())]
        assert again._db.execute("SELECT count(*) FROM original_files").fetchone() == (1,)
    assert verify(path) == []


def test_saved_elsewhere_while_the_disk_is_full_an_imported_file_is_not_lost(library, tmp_path):
    meeting, note = originals.with_original(library, Meeting(held_on=DAY), File("a.docx", held()), OriginalKind.ESSAY)
    assert note is None
    desk.rescue(library, (meeting,), (), tmp_path / "救.json")  # it was never saved
    with Library(tmp_path / "other.copu") as other:
        desk.import_minutes(other, tmp_path / "救.json")
        assert kept(other, meeting.id) == [(OriginalKind.ESSAY, "a.docx", held())]


def test_the_data_file_of_the_folder_brings_everything_back(library, put, tmp_path):
    meeting, minutes, report = imported(library, put)
    made = desk.export_whole(library, meeting, tmp_path / "全部", internal=True)
    alone = desk.export_minutes(library, meeting, tmp_path / "单独.json")
    assert alone.read_bytes() == (made / "会议数据.json").read_bytes()
    for name in ("a.copu", "b.copu"):
        with Library(tmp_path / name) as other:
            if name == "a.copu":
                desk.import_minutes(other, alone)
            else:
                past.take(other, past.look_into(past.files_of([made])))  # of the folder, only the data file
            (entry,) = other.entries()
            back = other.load(meeting)
            assert replace(back, series="") == replace(library.load(meeting), series="")
            assert [data for _kind, _name, data in kept(other, entry.id)] == [minutes, report]
        assert verify(tmp_path / name) == []


def test_a_folder_that_goes_round_holds_nothing_internal_unless_it_is_asked_for(library, put, tmp_path):
    meeting, minutes, report = imported(library, put)
    library.save_people((*library.people(), guest := Person(name="苏棠", note="手机13900001111")))
    before = library.load(meeting)
    at = next(one for one in before.attendees if one.name == "苏棠")
    tied = tuple(replace(one, person=guest.id) if one is at else one for one in before.attendees)
    library.save(replace(before, attendees=tied), before)
    whole = library.load(meeting)
    accounts = {one.account for one in whole.connections if one.account}
    assert accounts
    made = tree(desk.export_minutes(library, meeting, tmp_path / "传阅", kind="folder"))
    assert made["原件/岁末例会.docx"] == minutes
    assert [name for name in made if name.startswith("原件/")] == ["原件/岁末例会.docx"]
    for account in (*accounts, "13900001111"):
        assert not any(account.encode() in data for data in made.values())
    came = bundle.read(made["会议数据.json"]).meetings[0]
    assert came.connections == tuple(replace(one, account="") for one in whole.connections)
    chosen = publishing.Choices(kinds=("folder", "json"), folder=str(tmp_path), internal=True)
    folder, data = publishing.publish(publishing.prepare(library, whole, chosen))
    assert tree(folder)["原件/参会名单.csv"] == report
    assert bundle.read(data.read_bytes()).meetings == (whole,)  # a data file is always whole
    usual, data = publishing.publish(publishing.prepare(library, whole, replace(chosen, internal=False)))
    assert "原件/参会名单.csv" not in tree(usual)
    assert bundle.read(data.read_bytes()).meetings == (whole,)


def test_what_is_taken_from_a_folder_keeps_the_file_of_each_meeting(library, put):
    both = "远帆协会会议纪要丨2025.09.02\n参会人员:韩知远。\n\n远帆协会会议纪要丨2025.09.16\n参会人员:苏棠。\n"
    two, one = put("两次.txt", both.encode("gb18030")), put("一次.docx", held())
    taken = past.take(library, past.look_into([two, one]))
    assert len(taken.meetings) == 3
    assert [kept(library, meeting)[0][1:] for meeting in taken.meetings] == [
        ("两次.txt", two.read_bytes()),
        ("两次.txt", two.read_bytes()),
        ("一次.docx", one.read_bytes()),
    ]
    assert library._db.execute("SELECT count(*) FROM original_files").fetchone() == (2,)
    taking.take_back(library, taken)
    assert kept(library, taken.meetings[0])[0][2] == two.read_bytes()  # in the trash, with its file
    taking.take_again(library, taken)
    assert kept(library, taken.meetings[2])[0][2] == one.read_bytes()


def test_minutes_of_other_meetings_do_not_go_out_with_those_of_one(library, put, tmp_path):
    both = "远帆协会会议纪要丨2025.09.02\n参会人员:韩知远。\n\n远帆协会会议纪要丨2025.09.16\n参会人员:苏棠。\n"
    first = desk.import_minutes(library, put("两次.txt", both.encode()))[0].meeting.id
    assert kept(library, first)[0][0] is OriginalKind.COLLECTION
    outside = tree(desk.export_whole(library, first, tmp_path / "传阅"))
    assert not any(name.startswith("原件/") for name in outside)
    assert bundle.read(outside["会议数据.json"]).originals == {}
    whole = tree(desk.export_whole(library, first, tmp_path / "全部", internal=True))
    assert whole["原件/两次.txt"] == both.encode()


def test_an_essay_a_ledger_and_an_old_file_bring_their_files_too(library, put):
    path = put("文章.md", "# 变更说明\n\n正文。\n".encode())
    assert read_essay(path).file.data == path.read_bytes()
    ledger = put("台账.xlsx", ledger_bytes(book()))
    found = desk.import_ledger(library, ledger)
    assert len(found) == 3
    for one in found:
        assert kept(library, one.meeting.id) == [(OriginalKind.LEDGER, "台账.xlsx", ledger.read_bytes())]


def test_the_same_file_again_is_the_same_original(library, put):
    meeting, *_ = imported(library, put)
    report = put("另一个名字.csv", report_files.ZOOM)
    desk.import_report(library, meeting, report, minimum=1, apply=True)
    assert len(library.load(meeting).originals) == 2


def test_whoever_wishes_so_keeps_no_files(library, put):
    assert originals.keeps(library)
    originals.choose_keeping(library, keep=False)
    meeting, *_ = imported(library, put)
    assert kept(library, meeting) == []
    originals.choose_keeping(library, keep=True)
    (came,) = desk.import_minutes(library, put("八月.docx", held(date(2026, 8, 5))))
    assert len(kept(library, came.meeting.id)) == 1


def test_what_would_make_the_data_file_too_large_to_be_read_is_told_of(library, put, monkeypatch):
    monkeypatch.setattr(originals, "LARGEST_ORIGINALS", len(held()) + 1000)
    (came,) = desk.import_minutes(library, put("岁末例会.docx", held()))
    assert came.notes == ()
    result = desk.import_report(library, came.meeting.id, put("名单.xlsx", report_files.TENCENT), session=1, apply=True)
    assert "“名单.xlsx”没有留存原件" in result.note
    assert [one.name for one in library.load(came.meeting.id).originals] == ["岁末例会.docx"]
    assert library.load(came.meeting.id).connections
    assert limits.LARGEST_ORIGINALS * 4 / 3 < bundle.LARGEST


def test_an_original_whose_bytes_are_gone_stays_away_from_what_goes_out_and_comes_in(library, put, tmp_path):
    meeting, minutes, _report = imported(library, put)
    before = library.load(meeting)
    library.save(replace(before, originals=before.originals[:1]), before)
    library.purge(library.trash()[0])
    library.save(before, replace(before, originals=before.originals[:1]))  # undone too late
    made = tree(desk.export_whole(library, meeting, tmp_path / "全部", internal=True))
    assert [name for name in made if name.startswith("原件/")] == ["原件/岁末例会.docx"]
    with Library(tmp_path / "other.copu") as other:
        (path := tmp_path / "a.json").write_bytes(made["会议数据.json"])
        desk.import_minutes(other, path)
        assert [data for _kind, _name, data in kept(other, meeting)] == [minutes]


def test_hostile_names_in_a_data_file_are_harmless_in_the_folder(library, tmp_path):
    names = [
        "../../x.docx", "CON.docx", "会" * 300 + ".docx", "a.DOCX", "A.docx", "x\u202ecod.exe", ".bashrc", "a/b.txt",
        "",
    ]  # fmt: skip
    files = {str(place): f"{place}".encode() for place in range(len(names))}
    digests = [library.hold_original(data) for data in files.values()]
    made = tuple(Original(name, digest=digest, size=1) for name, digest in zip(names, digests, strict=True))
    meeting = Meeting(held_on=DAY, originals=made)
    library.save(meeting)
    folder = desk.export_whole(library, meeting.id, tmp_path / "out", internal=True)
    inside = {name.removeprefix("原件/"): data for name, data in tree(folder).items() if name.startswith("原件/")}
    assert sorted(inside.values()) == sorted(files.values())
    assert not (tmp_path.parent / "x.docx").exists()
    assert {name.rpartition(".")[2].lower() for name in inside} == {"docx", "txt", "bin"}
    assert {"_.._x.docx", "_CON.docx", "a.DOCX", "A(2).docx", "xcod.exe.bin", "bashrc.bin", "a_b.txt"} <= inside.keys()
    saved = originals.save(library, meeting, tmp_path / "出")
    assert sorted(path.read_bytes() for path in saved) == sorted(files.values())


@given(st.lists(st.text(st.characters(), max_size=260), max_size=6))
def test_any_names_become_as_many_that_no_system_takes_for_one(names):
    made = safe_names(names, ORIGINAL_KINDS)
    assert len({name.casefold() for name in made}) == len(names)
    for name in made:
        assert len(name.encode()) <= 220
        assert "/" not in name
        assert "\\" not in name
        assert name.rpartition(".")[2].lower() in {*ORIGINAL_KINDS, "bin"}


def test_a_damaged_data_file_brings_nothing_in(library, put, tmp_path):
    meeting, *_ = imported(library, put)
    path = desk.export_minutes(library, meeting, tmp_path / "a.json")
    values = json.loads(path.read_bytes())
    digest = next(iter(values["originals"]))
    values["originals"][digest] = "AAAA"
    path.write_text(json.dumps(values), encoding="utf-8")
    with Library(tmp_path / "other.copu") as other, pytest.raises(CopuError, match="没有导入"):
        desk.import_minutes(other, path)


def test_the_command_line_lists_and_saves_them(put, tmp_path, capsys):
    def run(*arguments):
        status = main(["--library", str(tmp_path / "library.copu"), *map(str, arguments)], lambda _path: 0)
        told = capsys.readouterr()
        return status, told.out, told.err

    minutes, report = put("纪要.txt", MINUTES.encode()), put("名单.csv", report_files.ZOOM)
    assert run("import", minutes)[0] == 0
    assert run("import", put("岁末.docx", held()))[0] == 0
    assert run("report", "2024-12-24", report, "--apply")[0] == 0
    status, out, _ = run("originals", "2024-12-24")
    assert status == 0
    first, second = (line.split("\t") for line in out.splitlines())
    assert first[:3] == ["纪要", "岁末.docx", str(len(put("岁末.docx", held()).read_bytes()))]
    assert second[:2] == ["平台名单", "名单.csv"]
    listed = json.loads(run("originals", "2025-09-02", "--json")[1])
    assert [(one["name"], one["kind"], one["size"]) for one in listed] == [
        ("纪要.txt", "minutes", len(MINUTES.encode()))
    ]
    assert json.loads(run("show", "2025-09-02", "--json")[1])["originals"] == listed
    status, out, _ = run("originals", "2025-09-02", "-o", tmp_path / "出")
    assert (status, (tmp_path / "出" / "纪要.txt").read_bytes()) == (0, minutes.read_bytes())
    assert out == f"{tmp_path / '出' / '纪要.txt'}\n"
    assert run("originals", "2025-09-02", "-o", tmp_path / "出")[1].endswith("纪要(2).txt\n")  # nothing is replaced
    status, _, err = run("export", "2024-12-24", "--format", "folder", "-o", tmp_path / "传阅")
    assert (status, "请加 --internal" in err) == (0, True)
    assert [path.name for path in (tmp_path / "传阅" / "原件").iterdir()] == ["岁末.docx"]
    status, _, err = run("export", "2024-12-24", "--format", "folder", "-o", tmp_path / "全部", "--internal")
    assert (status, err) == (0, "")
    assert (tmp_path / "全部" / "原件" / "名单.csv").read_bytes() == report.read_bytes()
    assert run("export", "2024-12-24", "--internal", "-o", tmp_path / "a.docx")[0] == 2
    assert not (tmp_path / "a.docx").exists()
    status, _, err = run("export", "2025-09-02", "--format", "folder", "-o", tmp_path / "旧")
    assert (status, err) == (0, "")  # nothing internal in it
