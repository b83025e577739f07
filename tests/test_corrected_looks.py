"""Looks that were corrected in the Word file: words made bold, paragraphs made headings, apart from their words."""

from shutil import which

import pytest
from docx import Document as Word
from sent_minutes import MEETING, accepted, bring_back, edit, exporting, library_in
from written_word import libreoffice

from copu_desk import corrections
from copu_desk.document import Heading, Span, spans


@pytest.fixture
def library(tmp_path):
    with library_in(tmp_path) as opened:
        yield opened


@pytest.fixture
def export(library, tmp_path):
    return exporting(library, tmp_path)


def test_looks_alone_that_were_changed_are_told_and_taken(library, export):
    path = export()
    word = Word(str(path))
    line = next(one for one in word.paragraphs if "各部门下周报数" in one.text)
    line.runs[0].text = "各部门"
    line.add_run("下周").bold = True
    line.add_run("报数。")
    next(one for one in word.paragraphs if one.text == "写给后来的人看。").style = word.styles["heading 4"]
    next(one for one in word.paragraphs if "韩知远主持" in one.text).runs[0].italic = True
    word.save(str(path))
    found, _ = bring_back(library, path)
    assert sorted(str(look) for one in found for look in one.looks) == [
        "倾斜：9月2日韩知远主持召开远帆例会。",
        "加粗：下周",
        "改为2级标题",
    ]
    assert [bool(one.edits) for one in found].count(False) == 1  # how the opening looks is the house style's
    made = accepted(library, path)
    assert made.agenda[0].discussion[1].spans == (Span("各部门"), Span("下周", bold=True), Span("报数。"))
    assert made.agenda[0].discussion[0] == MEETING.agenda[0].discussion[0]
    assert made.essays[0].body[1] == Heading(spans("写给后来的人看。"), 2)


def test_where_words_and_looks_of_a_paragraph_changed_both_are_told_and_taken_apart(library, export):
    path = export()
    edit(path, "各部门下周报数", "各部门本周五报数")
    word = Word(str(path))
    line = next(one for one in word.paragraphs if "各部门本周五报数" in one.text)
    line.runs[0].text = "各部门"
    line.add_run("本周五").bold = True
    line.add_run("报数。")
    heading = next(one for one in word.paragraphs if one.text == "写给后来的人看。")
    heading.style, heading.runs[0].text = word.styles["heading 4"], "写给后来人看"
    decision = next(one for one in word.paragraphs if "同意计划" in one.text)
    decision.runs[-1].text, decision.runs[-1].italic = decision.runs[-1].text.replace("同意", "原则同意"), True
    word.save(str(path))
    found, sent = bring_back(library, path)
    assert [(one.after[:4], one.before == one.after, bool(one.edits), len(one.looks)) for one in found] == [
        ("写给后来", False, True, 0),
        ("写给后来", True, True, 1),
        ("各部门本", False, True, 0),
        ("各部门本", True, True, 1),
        ("决议:原", False, True, 0),
        ("决议:原", True, False, 1),  # that is the house style's
    ]
    assert [str(one.looks[0])[:7] for one in found[1::2]] == ["改为2级标题", "加粗：本周五", "倾斜：原则同意"]
    base = library.load("m1")
    words, left = corrections.accept(base, sent.material.meeting, [one for one in found if one.before != one.after])
    assert left == ()
    assert words.agenda[0].discussion[1].spans == (Span("各部门本周五报数。"),)
    looks, _ = corrections.accept(base, sent.material.meeting, found[3:4])
    assert looks.agenda[0].discussion[1].spans[1] == Span("下周", bold=True)  # that which 本周五 stands for
    made = accepted(library, path)
    assert made.agenda[0].discussion[1].spans == (Span("各部门"), Span("本周五", bold=True), Span("报数。"))
    assert made.essays[0].body[1] == Heading(spans("写给后来人看"), 2)
    library.save(made, base)
    assert [str(one.looks[0])[:7] for one in bring_back(library, path)[0]] == [
        "倾斜：原则同意"
    ]  # what the house style looks after


def test_words_that_take_the_looks_of_those_around_them_are_no_change_of_looks(library, export):
    path = export()
    edit(path, "可行", "可以实行")
    assert [one.looks for one in bring_back(library, path)[0]] == [()]
    assert Span("可以实行", bold=True) in accepted(library, path).agenda[0].discussion[0].spans


def test_bold_words_before_bold_ones_are_told_and_taken(library, export):
    path = export()
    edit(path, "可行", "切实可行")
    assert [[*map(str, one.looks)] for one in bring_back(library, path)[0]] == [[], ["加粗：切实"]]
    assert Span("切实可行", bold=True) in accepted(library, path).agenda[0].discussion[0].spans


def test_a_file_that_another_program_saved_brings_no_looks(library, export, tmp_path):
    if not which("soffice"):
        pytest.skip("LibreOffice is not installed here")
    for style in ("copu", "gbt9704", "plain"):
        path = export(style=style)
        assert bring_back(library, libreoffice(tmp_path, "docx", path))[0] == ()


def test_words_that_were_struck_out_instead_of_deleted_are_told(library, export):
    path = export()
    word = Word(str(path))
    line = next(one for one in word.paragraphs if "各部门下周报数" in one.text)
    line.runs[0].font.strike = True
    word.save(str(path))
    (one,) = bring_back(library, path)[0]
    assert ([*map(str, one.looks)], one.edits, one.is_struck) == (["加删除线：各部门下周报数。"], (), True)
    assert one.place == ("agenda", "i1", "discussion")
    assert accepted(library, path) == MEETING
