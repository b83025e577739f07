"""Rows that came and went in the tables of the Word file: cells of a text, people, actions."""

from dataclasses import replace
from datetime import date

import pytest
from docx import Document as Word
from sent_minutes import MEETING, accepted, bring_back, exporting, library_in

from copu_desk.document import Table, plain, spans, text
from copu_desk.model import Action, Presence


@pytest.fixture
def library(tmp_path):
    with library_in(tmp_path) as opened:
        yield opened


@pytest.fixture
def export(library, tmp_path):
    return exporting(library, tmp_path)


def add_row(table, *cells, after=-1):
    row = table.add_row()
    for cell, words in zip(row.cells, cells, strict=True):
        cell.text = words
    if after >= 0:
        table.rows[after]._tr.addnext(row._tr)


def test_rows_of_a_table_that_came_and_went_are_brought_back(library, export):
    rows = (("项目", "数"), ("甲", "10"), ("乙", "20"), ("丙", "10"))
    table = Table(tuple(tuple(map(spans, row)) for row in rows))
    essay = replace(MEETING.essays[0], body=(text("前"), table, text("后")))
    library.save(replace(MEETING, essays=(essay,)), library.load("m1"))
    path = export()
    word = Word(str(path))
    add_row(word.tables[0], "丁", "10", after=0)
    word.tables[0]._tbl.remove(word.tables[0].rows[3]._tr)
    word.tables[0].rows[3].cells[1].text = "11"
    word.save(str(path))
    found, _ = bring_back(library, path)
    assert [(one.before, one.after) for one in found] == [("", "丁 | 10"), ("乙 | 20", ""), ("10", "11")]
    made = accepted(library, path)
    _, now, _ = made.essays[0].body
    assert plain(now) == "项目\t数\n丁\t10\n甲\t10\n丙\t11"
    library.save(made, library.load("m1"))
    assert bring_back(library, path)[0] == ()


def test_rows_of_attendees_and_actions_are_people_and_actions(library, export):
    path = export(style="plain")
    word = Word(str(path))
    people = next(one for one in word.tables if one.rows[0].cells[1].text == "姓名")
    actions = next(one for one in word.tables if one.rows[0].cells[1].text == "事项")
    heads = [cell.text for cell in people.rows[0].cells]
    values = {"序号": "5", "姓名": "高朋", "单位": "某局", "职务": "处长", "身份": "嘉宾", "到会": "线上"}
    add_row(people, *(values[head] for head in heads))
    people._tbl.remove(next(row for row in people.rows if "贺兰" in row.cells[1].text)._tr)
    heads = [cell.text for cell in actions.rows[0].cells]
    values = {"序号": "2", "事项": "通知各单位", "责任人": "贺兰", "期限": "10月8日", "状态": ""}
    add_row(actions, *(values[head] for head in heads))
    word.save(str(path))
    made = accepted(library, path)
    guest = next(one for one in made.attendees if one.name == "高朋")
    assert (guest.organization, guest.title, guest.presence) == ("某局", "处长", Presence.ONLINE)
    assert next(one for one in made.attendees if one.name == "贺兰").presence is Presence.UNMARKED
    assert [(one.what, one.owner, one.due) for one in made.actions][1:] == [("通知各单位", "贺兰", date(2025, 10, 8))]


def test_a_table_that_was_deleted_is_gone_and_no_empty_grid_is_left(library, export):
    path = export()
    word = Word(str(path))
    word.tables[0]._tbl.getparent().remove(word.tables[0]._tbl)
    word.save(str(path))
    found, _ = bring_back(library, path)
    assert [(one.before, one.after) for one in found] == [("项目 | 数", ""), ("甲 | 10", "")]
    made = accepted(library, path)
    assert made.essays[0].body == MEETING.essays[0].body[:2]
    library.save(made, library.load("m1"))
    assert bring_back(library, path)[0] == ()


def test_cells_that_were_empty_and_were_filled_in_are_brought_back(library, export):
    rows = (("项目", "数", "备注"), ("甲", "10", ""), ("乙", "", "待定"))
    essay = replace(MEETING.essays[0], body=(Table(tuple(tuple(map(spans, row)) for row in rows)),))
    actions = (*MEETING.actions, Action("通知各单位", id="a2"))
    library.save(replace(MEETING, essays=(essay,), actions=actions), library.load("m1"))
    path = export(style="plain")
    word = Word(str(path))
    written = next(one for one in word.tables if one.rows[0].cells[0].text == "项目")
    written.rows[1].cells[2].text, written.rows[2].cells[1].text = "已核", "20"
    written.rows[2].cells[2].text = ""  # which is not what became of the words before it
    due = next(one for one in word.tables if one.rows[0].cells[1].text == "事项")
    due.rows[2].cells[2].text, due.rows[2].cells[3].text = "贺兰", "10月8日前"
    people = next(one for one in word.tables if one.rows[0].cells[1].text == "姓名")
    people.rows[2].cells[3].text = "研究员"
    word.save(str(path))
    found, _ = bring_back(library, path)
    assert all(one.edits for one in found)
    made = accepted(library, path)
    assert plain(made.essays[0].body[0]) == "项目\t数\t备注\n甲\t10\t已核\n乙\t20\t"
    assert [(one.what, one.owner, one.due) for one in made.actions][1:] == [("通知各单位", "贺兰", date(2025, 10, 8))]
    assert [one.title for one in made.attendees] == ["理事长", "研究员", "", ""]
    library.save(made, library.load("m1"))
    assert bring_back(library, path)[0] == ()
