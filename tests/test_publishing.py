"""Exports as a series is used to: names, choices that are remembered, files that replace nothing, what they bear."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document as Word
from lxml import etree
from meetings import FULL, SERIES

from copu_desk import exchange
from copu_desk.desk import finality, publishing
from copu_desk.desk.naming import file_stem
from copu_desk.desk.publishing import Choices
from copu_desk.desk.stamping import MEETING_MARK, PAPER_MARK, PARTS_MARK, STYLE_MARK, VERSION_MARK
from copu_desk.errors import RequestError, StyleError, WriteError
from copu_desk.library import Library, VersionKind
from copu_desk.model import ActionStatus, Meeting, Status
from copu_desk.progress import Cancelled
from copu_desk.style import house_style

MEETING = replace(FULL, number=3)


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library.copu") as opened:
        opened.save_series((SERIES,))
        opened.add_image(b"")
        opened.save(MEETING)
        yield opened


@pytest.fixture
def meeting(library):
    """A meeting without pictures, which the library of these tests does not have."""
    made = replace(MEETING, essays=MEETING.essays[1:])
    library.save(made, MEETING)
    return made


def custom(path):
    """The custom properties of a Word file."""
    with ZipFile(path) as file:
        root = etree.fromstring(file.read("docProps/custom.xml"))
    return {one.get("name"): one[0].text for one in root}


@pytest.mark.parametrize(
    ("pattern", "number", "name"),
    [
        ("{date} {series}第{number}次纪要", 3, "2025-09-02 远帆例会第3次纪要"),
        ("{date} {series}第{number}次纪要", 0, "2025-09-02 远帆例会纪要"),
        ("{日期} {系列}第{次数}次纪要", 3, "2025-09-02 远帆例会第3次纪要"),
        ("{年}.{月:02}.{day} {系列}第{次数}次纪要", 0, "2025.09.2 远帆例会纪要"),
        ("{series}〔{year}〕{number:02}号", 7, "远帆例会〔2025〕07号"),
        ("[{series}]{date}", 3, "[远帆例会]2025-09-02"),
        ("{year}{month:02}{day:02}", 3, "20250902"),
        ("{title}", 3, "远帆会议纪要丨2025.09.02"),
        ("a/b:c*?{nothing}", 3, "a_b_c__{nothing}"),
        ("", 3, "未命名"),
    ],
)
def test_a_pattern_is_filled_in_and_every_system_takes_the_name(library, meeting, pattern, number, name):
    assert file_stem(library, replace(meeting, number=number), pattern) == name


def test_what_was_chosen_is_remembered_for_each_series(library, tmp_path):
    chosen = Choices("notice", "plain", ("remarks",), ("docx", "pdf"), str(tmp_path), "{date}", overwrite=True)
    publishing.remember(library, "s1", chosen)
    assert publishing.choices(library, "s1") == chosen
    assert publishing.choices(library, "s2") == Choices()


@pytest.mark.parametrize("kept", ["", "[]", "{", '{"kinds": "docx"}', '{"new": 1}', '{"kinds": ["odt"]}'])
def test_choices_that_are_not_understood_are_as_at_first(library, kept):
    library.set_setting("export:s1", kept)
    assert publishing.choices(library, "s1") == Choices()


def test_parts_on_demand_are_printed_when_they_are_chosen(library, meeting, tmp_path):
    chosen = Choices(style="gbt9704", kinds=("txt",), folder=str(tmp_path))
    usual = publishing.publish(publishing.prepare(library, meeting, chosen))[0].read_text(encoding="utf-8")
    assert "第3期" not in usual
    more = replace(chosen, added=("issue", "rule"), without=("imprint",))
    publishing.remember(library, "s1", more)
    assert publishing.choices(library, "s1") == more
    words = publishing.publish(publishing.prepare(library, meeting, more))[0].read_text(encoding="utf-8").split("\n")
    assert words[words.index("第3期") - 1].endswith("会议纪要")
    assert not any(line.endswith("印发") for line in words)
    assert usual.rstrip().endswith("印发")


def test_several_formats_go_out_at_once_and_replace_nothing_unless_told(library, meeting, tmp_path):
    folder = tmp_path / "new" / "folder"
    chosen = Choices(kinds=("docx", "txt"), folder=str(folder), without=("attendance", "remarks"))
    first = publishing.publish(publishing.prepare(library, meeting, chosen))
    assert [path.name for path in first] == ["2025-09-02 远帆例会第3次纪要.docx", "2025-09-02 远帆例会第3次纪要.txt"]
    words = first[1].read_text(encoding="utf-8")
    assert "计划可行" in words
    assert "参会人员" not in words
    assert "录音" not in words
    lines = [one.text for one in Word(str(first[0])).paragraphs]
    assert "计划可行。" in lines
    assert not any(line.startswith("参会人员") for line in lines)
    before = first[0].read_bytes()
    second = publishing.publish(publishing.prepare(library, meeting, chosen))
    assert [path.stem[-3:] for path in second] == ["(2)", "(2)"]
    assert first[0].read_bytes() == before
    library.save(replace(meeting, title="另一份"), meeting)
    third = publishing.prepare(library, library.load(meeting.id), replace(chosen, overwrite=True))
    assert publishing.publish(third) == first
    assert Word(str(first[0])).core_properties.title == "另一份"
    assert sorted(path.suffix for path in folder.iterdir()) == [".docx"] * 2 + [".txt"] * 2


def test_other_papers_have_names_of_their_own_and_go_out_too(library, meeting, tmp_path):
    chosen = Choices(paper="excerpt", folder=str(tmp_path))
    with pytest.raises(RequestError, match="请选一项"):
        publishing.prepare(library, meeting, chosen)
    with pytest.raises(WriteError, match="会议文件夹里总是整次会议"):
        publishing.prepare(library, meeting, replace(chosen, kinds=("docx", "folder")), "i1")
    (path,) = publishing.publish(publishing.prepare(library, meeting, chosen, "i1"))
    assert path.name == "2025-09-02 远帆例会第3次纪要摘录.docx"
    excerpt = [one.text for one in Word(str(path)).paragraphs]
    assert "计划可行。" in excerpt
    assert not any("其他事项" in line for line in excerpt)
    assert custom(path)[PAPER_MARK] == "excerpt i1"
    whole = replace(chosen, paper="minutes", kinds=("folder", "json"))
    folder, data = publishing.publish(publishing.prepare(library, meeting, whole))
    assert (folder.name, data.name) == ("2025-09-02 远帆例会第3次", "2025-09-02 远帆例会第3次纪要.json")
    lines = [one.text for one in Word(str(folder / "纪要.docx")).paragraphs]
    assert any("其他事项" in line for line in lines)
    notice = Choices(paper="notice", kinds=("txt",), folder=str(tmp_path), pattern="{date}")
    (path,) = publishing.publish(publishing.prepare(library, meeting, notice))
    assert path.name == "2025-09-02会议通知.txt"


def test_cancelled_before_all_is_made_nothing_is_written(library, meeting, tmp_path):
    told = []

    def progress(done, total, words=""):
        told.append((done, total, words))
        if done == 1:
            raise Cancelled

    folder = tmp_path / "out"
    chosen = Choices(kinds=("txt", "json"), folder=str(folder))
    with pytest.raises(Cancelled):
        publishing.publish(publishing.prepare(library, meeting, chosen), progress)
    assert not folder.exists()
    assert [done for done, _, _ in told] == [0, 1]
    assert told[0][1] == 3
    assert ".txt" in told[0][2]


def test_what_cannot_go_out_says_why(library, meeting, tmp_path):
    with pytest.raises(WriteError, match="至少勾选一种"):
        publishing.prepare(library, meeting, Choices(kinds=(), folder=str(tmp_path)))
    with pytest.raises(StyleError, match="没有名为“none”的版式"):
        publishing.prepare(library, meeting, Choices(style="none", folder=str(tmp_path)))
    (tmp_path / "file").write_bytes(b"")
    stuck = publishing.prepare(library, meeting, Choices(folder=str(tmp_path / "file")))
    with pytest.raises(WriteError, match="file"):
        publishing.publish(stuck)


def test_a_file_bears_the_state_it_shows(library, meeting, tmp_path):
    (draft,) = publishing.publish(publishing.prepare(library, meeting, Choices(folder=str(tmp_path))))
    (version,) = library.versions(meeting.id)
    assert version.kind is VersionKind.EXPORT
    assert version.reason == "Word 纪要"
    properties = Word(str(draft)).core_properties
    assert (properties.content_status, properties.version, properties.identifier) == ("草稿", "", version.hash)
    assert custom(draft) == {
        MEETING_MARK: meeting.id,
        STYLE_MARK: "copu",
        PAPER_MARK: "minutes",
        PARTS_MARK: ",".join(house_style().parts),
        VERSION_MARK: str(version.id),
    }
    final = replace(meeting, status=Status.FINAL)
    library.save(final, meeting)
    kept = library.keep_version(final, VersionKind.FINAL, "")
    (path,) = publishing.publish(publishing.prepare(library, final, Choices(folder=str(tmp_path))))
    properties = Word(str(path)).core_properties
    assert (properties.content_status, properties.version, properties.identifier) == ("定稿", "第1稿", kept.hash)
    library.save(meeting, final)
    stamp = publishing.prepare(library, meeting, Choices(folder=str(tmp_path))).material.stamp
    assert (stamp.status, stamp.version) == ("草稿", "第1稿之后的修改稿")


def test_a_pdf_says_its_state_among_its_keywords(library, meeting, tmp_path):
    final = replace(meeting, status=Status.FINAL)
    library.save(final, meeting)
    kept = library.keep_version(final, VersionKind.FINAL, "")
    (path,) = publishing.publish(publishing.prepare(library, final, Choices(kinds=("pdf",), folder=str(tmp_path))))
    words = path.read_bytes()
    assert f"SHA-256 {kept.hash}".encode() in words or kept.hash.encode("utf-16-be") in words


def test_minutes_without_a_stamp_have_no_custom_properties(tmp_path):
    made = exchange.export(exchange.Material(Meeting(date(2025, 9, 2)), SERIES, house_style()), "docx")
    path = Path(tmp_path / "a.docx")
    path.write_bytes(made)
    with ZipFile(path) as file:
        assert "docProps/custom.xml" not in file.namelist()


def test_final_minutes_go_out_as_they_were_made_final(library, meeting, tmp_path):
    final = finality.make_final(library, meeting)
    done = replace(final, actions=tuple(replace(one, status=ActionStatus.DONE) for one in final.actions))
    library.save(done, final)  # an action is done in a later meeting
    chosen = Choices(kinds=("docx", "txt"), folder=str(tmp_path))
    word, words = publishing.publish(publishing.prepare(library, library.load(meeting.id), chosen))
    assert words.read_text(encoding="utf-8").count("已完成") == 1  # which it was already
    kept = next(one for one in library.versions(meeting.id) if one.kind is VersionKind.FINAL)
    assert Word(str(word)).core_properties.identifier == kept.hash
    draft = finality.reopen(library, library.load(meeting.id), "办完了")
    assert draft.actions == done.actions
    words = publishing.publish(publishing.prepare(library, draft, replace(chosen, kinds=("txt",))))[0]
    assert words.read_text(encoding="utf-8").count("已完成") == len(final.actions)
