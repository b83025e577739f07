"""Who was there, corrected in the Word file: lists of names, tables, lists by organization."""

from dataclasses import replace
from datetime import date

import pytest
from docx import Document as Word
from sent_minutes import MEETING, accepted, bring_back, edit, exporting, insert_after, library_in, remove

from copu_desk.model import (
    Capacity,
    Presence,
)


@pytest.fixture
def library(tmp_path):
    with library_in(tmp_path) as opened:
        yield opened


@pytest.fixture
def export(library, tmp_path):
    return exporting(library, tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "people"),
    [
        ("苏堂、", "", {"p2": Presence.UNMARKED}),
        ("贺兰(线上)", "贺兰", {"p3": Presence.ONSITE}),
        ("苏堂、", "苏堂(线上)、", {"p2": Presence.ONLINE}),
        ("贺兰(线上)。", "贺兰(线上)、丁一。", {"p4": Presence.ONSITE}),
        ("请假人员:丁一", "请假人员:丁一、苏堂", {"p2": Presence.EXCUSED}),
        ("请假人员:丁一", "请假人员:贺兰", {"p3": Presence.EXCUSED, "p4": Presence.UNMARKED}),
    ],
)
def test_the_list_of_attendees_is_corrected_by_its_names(library, export, old, new, people):
    path = export()
    edit(path, old, new)
    made = accepted(library, path)
    expected = tuple(replace(one, presence=people.get(one.id, one.presence)) for one in MEETING.attendees)
    assert made.attendees == expected


def test_somebody_who_moves_from_one_list_to_another_ends_in_the_new_one(library, export):
    path = export()
    edit(path, "苏堂、", "")
    edit(path, "请假人员:丁一", "请假人员:丁一、苏堂")
    assert [one.presence for one in accepted(library, path).attendees] == [
        Presence.ONSITE, Presence.EXCUSED, Presence.ONLINE, Presence.EXCUSED,
    ]  # fmt: skip
    other = export()
    edit(other, "韩知远、", "韩知远、丁一、")
    remove(other, "请假人员:丁一")
    assert [one.presence for one in accepted(library, other).attendees][3] is Presence.ONSITE


def test_a_table_of_attendees_and_of_actions_is_corrected_cell_by_cell(library, export):
    path = export(style="plain")
    edit(path, "苏堂", "苏棠")
    edit(path, "青禾实验室", "青禾研究院")
    word = Word(str(path))
    rows = {row.cells[1].text: row for table in word.tables for row in table.rows if len(row.cells) > 3}
    rows["贺兰"].cells[-1].paragraphs[0].runs[0].text = "请假"
    rows["起草细则"].cells[2].paragraphs[0].runs[0].text = "贺兰"
    rows["起草细则"].cells[3].paragraphs[0].runs[0].text = "10月15日前"
    word.save(str(path))
    made = accepted(library, path)
    assert [(one.name, one.organization, one.presence) for one in made.attendees] == [
        ("韩知远", "远帆协会", Presence.ONSITE),
        ("苏棠", "远帆协会", Presence.ONSITE),
        ("贺兰", "青禾研究院", Presence.EXCUSED),
        ("丁一", "北辰大学", Presence.EXCUSED),
    ]
    assert (made.actions[0].owner, made.actions[0].due) == ("贺兰", date(2025, 10, 15))


def test_official_lists_by_organization_are_corrected(library, export):
    path = export(style="gbt9704")
    edit(path, "苏堂", "苏棠")
    edit(path, "青禾实验室", "青禾研究院")
    edit(path, "丁一", "丁一、林未")
    made = accepted(library, path)
    assert [(one.name, one.organization, one.presence) for one in made.attendees] == [
        ("韩知远", "远帆协会", Presence.ONSITE),
        ("苏棠", "远帆协会", Presence.ONSITE),
        ("贺兰", "青禾研究院", Presence.ONLINE),
        ("丁一", "北辰大学", Presence.EXCUSED),
        ("林未", "北辰大学", Presence.EXCUSED),
    ]


def test_a_stranger_in_the_list_and_a_list_that_is_new_come_in(library, export):
    path = export()
    edit(path, "韩知远、", "韩知远、欧阳明月、")
    insert_after(path, "参会人员", "列席人员:林未、Mira.AI(线上)。")
    made = accepted(library, path)
    assert [
        (one.name, one.capacity, one.presence) for one in made.attendees if one.id not in ("p1", "p2", "p3", "p4")
    ] == [
        ("欧阳明月", Capacity.MEMBER, Presence.ONSITE),
        ("林未", Capacity.OBSERVER, Presence.ONSITE),
        ("Mira.AI", Capacity.OBSERVER, Presence.ONLINE),
    ]
    assert made.attendees[1].name == "欧阳明月"


def test_latin_words_of_an_organization_and_a_name_are_parted(library, export):
    who = replace(MEETING.attendees[0], name="Eric Yuan", organization="Open Source Foundation")
    library.save(replace(MEETING, attendees=(who, *MEETING.attendees[1:])), library.load("m1"))
    path = export(style="gbt9704")
    assert any("Open Source Foundation Eric Yuan" in one.text for one in Word(str(path)).paragraphs)
    assert bring_back(library, path)[0] == ()
    edit(path, "Eric Yuan", "Erik Yuan")
    changed = accepted(library, path).attendees[0]
    assert (changed.name, changed.organization) == ("Erik Yuan", "Open Source Foundation")
