"""Minutes as offices of all kinds write them: each word of a past meeting comes in, and stands where it belongs."""

from datetime import date, time

import pytest

from copu_desk import incoming
from copu_desk.document import plain
from copu_desk.recognize import minutes
from copu_desk.recognize.leads import read_opening


def read_all(words, kind="txt", held_on=None):
    body = incoming.read(words.encode(), f"纪要.{kind}").body
    return minutes.meetings(body, f"纪要.{kind}", held_on, needs_day=False)


def read(words, kind="txt", held_on=None):
    (found,) = read_all(words, kind, held_on)
    return found.meeting


def said(body):
    return [plain(block) for block in body]


WEEKLY = """\
# 启明智联科技经营周例会纪要

- **时间**：2024-11-29 10:00–11:45
- **地点**：18F 大会议室
- **主持人**：Kevin Zhou
- **参会人**：Kevin Zhou、苏敏、Lily（产品）、王磊（研发，线上）
- **记录**：苏敏

## 一、审议上次会议纪要

上周 7 项待办完成 5 项。

## 二、研发汇报

进展顺利。

下次会议：2024-12-06 10:00

记录人：苏敏
"""


def test_what_is_done_with_the_minutes_of_last_time_is_an_item_and_facts_may_be_bulleted():
    meeting = read(WEEKLY, "md")
    assert (meeting.held_on, meeting.start, meeting.end) == (date(2024, 11, 29), time(10), time(11, 45))
    assert (meeting.venue, meeting.chair, meeting.recorder) == ("18F 大会议室", "Kevin Zhou", "苏敏")
    assert [item.title for item in meeting.agenda] == ["审议上次会议纪要", "研发汇报"]
    assert said(meeting.agenda[0].discussion) == ["上周 7 项待办完成 5 项。"]
    assert said(meeting.closing) == ["下次会议：2024-12-06 10:00"]
    assert meeting.preamble == meeting.postscript == ()


@pytest.mark.parametrize("heading", ["确认上次会议纪要", "通过会议记录", "Approval of last minutes", "上期纪要"])
def test_a_heading_about_other_minutes_begins_no_other_meeting(heading):
    meeting = read(f"# 例会纪要 2025-05-09\n\n## {heading}\n\n无异议。\n\n## 其他\n\n无。", "md")
    assert [item.title for item in meeting.agenda] == [heading, "其他"]


@pytest.mark.parametrize("title", ["预算审议会议纪要", "关于审议预算的会议纪要", "项目前期工作会议纪要"])
def test_what_a_meeting_was_about_stays_in_its_title(title):
    found = read_all(f"{title}\n2025年1月7日\n谈了预算。\n\n{title}\n2025年2月7日\n又谈了预算。")
    assert [one.meeting.title for one in found] == [title, title]


@pytest.mark.parametrize(
    "line", ["下次会议时间：2025年1月20日 14:00", "Next meeting: 2025-01-20", "上次会议：2025年1月6日"]
)
def test_the_day_of_another_meeting_begins_none(line):
    meeting = read(f"2025年1月13日 项目周会纪要\n参会：苏棠、贺兰\n进展顺利。\n{line}\n记录人：苏棠")
    assert (meeting.held_on, meeting.recorder) == (date(2025, 1, 13), "苏棠")
    assert line in said((*meeting.preamble, *meeting.closing, *meeting.postscript))


def test_notes_in_square_brackets_are_text_and_addresses_of_links_are_none():
    words = "# 例会纪要 2025-03-05\n\n[遗留]: 王磊跟进\n[备注]: 无\n\n详见[工单][1]。\n\n[1]: https://example.org/1\n"
    body = incoming.read(words.encode(), "a.md").body
    assert said(body) == ["例会纪要 2025-03-05", "[遗留]: 王磊跟进\n[备注]: 无", "详见工单。"]
    assert [span.link for span in body[-1].spans] == ["", "https://example.org/1", ""]


@pytest.mark.parametrize(
    ("opening", "chair"),
    [
        ("12月24日例会由陆鸣主持召开。", "陆鸣"),
        ("本次会议由会长苏棠主持。", "会长苏棠"),
        ("会议由贺兰主持。", "贺兰"),
        ("12月24日陆主席主持召开远帆例会。", "陆主席"),
    ],
)
def test_who_was_in_the_chair(opening, chair):
    assert read_opening(opening, 2024).chair == chair


def test_who_called_a_meeting_together_is_no_part_of_its_place():
    opening = "4月3日，区政府办副主任谈笑在区政府三楼第二会议室组织召开专题会议，协调有关问题。"
    assert read_opening(opening, 2025).venue == "区政府三楼第二会议室"


def test_three_points_are_no_time_of_day():
    meeting = read("例会纪要\n2025年3月5日陆鸣主持召开例会，提出3点要求：\n一、抓进度\n正常。\n二、抓质量\n正常。")
    assert meeting.start is None
    assert read("例会纪要\n2025年3月5日下午3点陆鸣主持召开例会。\n一、抓进度\n正常。").start == time(15)
