"""Minutes as offices of all kinds write them: each word of a past meeting comes in, and stands where it belongs."""

from datetime import date, time

import pytest

from copu_desk import dates, exchange, incoming
from copu_desk.document import plain
from copu_desk.model import Capacity, Presence
from copu_desk.recognize import leads, minutes, names
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
    assert [one.since for one in dates.hours("上午9点工作例会，提出3点要求")] == [time(9)]
    assert read("例会纪要\n2025年3月5日下午3点陆鸣主持召开例会。\n一、抓进度\n正常。").start == time(15)


# --- people ---------------------------------------------------------------------------------------------------------


def people(words):
    return [(one.name, one.title) for one in names.read(words).attendees]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "党委书记方正明，党委副书记、院长罗文涛，副院长邓子健、韩雪梅，组织员许国栋",
            [
                ("方正明", "党委书记"),
                ("罗文涛", "党委副书记、院长"),
                ("邓子健", "副院长"),
                ("韩雪梅", ""),
                ("许国栋", "组织员"),
            ],
        ),
        (
            "董事长、总经理牛志远，项目经理、总工程师李响",
            [("牛志远", "董事长、总经理"), ("李响", "项目经理、总工程师")],
        ),
        ("局党组书记、局长 郝建国、副局长 潘伟", [("郝建国", "局党组书记、局长"), ("潘伟", "副局长")]),
        ("工会主席、副院长何俊（线上）", [("何俊", "工会主席、副院长")]),
        ("安全员 游侠、技术负责人霍明", [("游侠", "安全员"), ("霍明", "技术负责人")]),
        ("常务副院长常青、高级工程师高翔", [("常青", "常务副院长"), ("高翔", "高级工程师")]),
        ("司马主任、李处长、院长司马光", [("司马主任", ""), ("李处长", ""), ("司马光", "院长")]),
        ("各系主任、教学秘书、教务处处长李响", [("各系主任", ""), ("教学秘书", ""), ("李响", "教务处处长")]),
        ("居民代表 龚玉珍、社区书记兼主任 马秀兰", [("龚玉珍", "居民代表"), ("马秀兰", "社区书记兼主任")]),
    ],
)
def test_posts_that_stand_before_a_name_are_nobody_else(words, found):
    assert people(words) == found
    assert all(one.organization == "" for one in names.read(words).attendees)


def test_what_a_bracket_says_of_somebody():
    said = "张三（议题三）、李四（列席第一、二议题）、王五（现代汽车）、赵六（代钱七）"
    found = [(one.organization, one.note) for one in names.read(said).attendees]
    assert found == [("", "议题三"), ("", "列席第一、二议题"), ("现代汽车", ""), ("", "代钱七")]
    listed = names.read("张三、李四（11位委员中5位到会）")
    assert ([one.organization for one in listed.attendees], listed.rest) == (["", ""], ("11位委员中5位到会",))
    (away,) = names.attendees("请假：副院长武刚（外出学习）")
    assert (away.presence, away.organization, away.note) == (Presence.EXCUSED, "", "外出学习")


def test_how_colleagues_call_each_other_is_a_list_of_people():
    assert names.is_list("老周，小陈，Tony，阿May，刘工")


@pytest.mark.parametrize(
    ("label", "capacity"),
    [
        ("出席理事", Capacity.MEMBER),
        ("列席监事", Capacity.OBSERVER),
        ("👥 与会", Capacity.MEMBER),
        ("参加", Capacity.MEMBER),
    ],
)
def test_lists_under_other_labels(label, capacity):
    meeting = read(f"理事会会议纪要\n2024年12月28日\n{label}：苏棠、贺兰\n一、预算\n同意。\n二、其他\n无。")
    assert [(one.name, one.capacity) for one in meeting.attendees] == [("苏棠", capacity), ("贺兰", capacity)]


# --- what was decided and given to do -------------------------------------------------------------------------------


def test_what_stands_behind_a_list_at_the_head_is_not_put_at_the_end():
    meeting = read(
        "社区会议记录\n2025年3月6日上午9时30分\n第3期\n参会：苏棠、贺兰\n苏棠：今天商量装电梯的事，请大家都谈一谈。\n散会。"
    )
    assert "苏棠：今天商量装电梯的事，请大家都谈一谈。" in said(meeting.preamble)


def test_a_label_with_decisions_below_is_no_lead_of_an_item():
    meeting = read("例会纪要 2025-03-06\n谈了电梯。\n会议决议：\n1、通过方案。\n2、另行协商。\n与会人员签字：")
    (item,) = meeting.agenda
    assert (item.lead, [one.text for one in item.decisions]) == ("", ["通过方案。", "另行协商。"])


def test_a_number_far_on_is_the_next_item_and_no_decision():
    (item,) = read("例会纪要 2025-03-06\n决议：通过章程\n3. 其他\n无").agenda
    assert [one.text for one in item.decisions] == ["通过章程"]
    assert said(item.discussion) == ["3. 其他", "无"]


TASKS = """\
例会纪要{day}
一、工作安排
1.开展检查（责任部门：安全部；完成时间：{due}）；
2.组织演练（责任部门：综合部；配合部门：各车间；完成时间：11月9日）；
二、其他
无。
TODO
@苏棠 11月9日前出文档
@贺兰 埋点评审"""


def test_actions_of_a_department_are_whole_and_wait_for_the_day_of_the_meeting():
    check, drill, *todo = read(TASKS.format(day=" 2024-09-27", due="11月底")).actions
    assert (check.what, check.owner, check.due, check.due_words) == (
        "开展检查；",
        "安全部",
        date(2024, 11, 30),
        "11月底",
    )
    assert drill.what == "组织演练（责任部门：综合部；配合部门：各车间；完成时间：11月9日）；"
    assert [one.owner for one in todo] == ["苏棠", "贺兰"]
    check, *_ = read(TASKS.format(day="", due="11月底")).actions
    assert (check.due, check.due_words) == (None, "11月底")


def test_the_meeting_closes_above_the_table_of_its_actions():
    words = (
        "# 例会纪要 2025-03-05\n\n## 一、预算\n\n决议：同意。\n\n会议强调，要抓紧落实。\n\n待办事项\n\n"
        "| 序号 | 事项 | 责任人 | 状态 |\n|---|---|---|---|\n| 1 | 下达预算 | 苏棠 | 未开始 |\n"
    )
    meeting = read(words, "md")
    assert said(meeting.closing) == ["会议强调，要抓紧落实。"]
    assert [(one.what, one.owner) for one in meeting.actions] == [("下达预算（未开始）", "苏棠")]


def test_a_line_that_says_a_fact_is_no_heading():
    meeting = read(
        "例会纪要 2025-03-05\n一、购置设备\n汇报部门：设备科\n会议听取了设备科的汇报，认为确有必要。\n二、其他\n无。"
    )
    assert [type(block).__name__ for block in meeting.agenda[0].discussion] == ["Paragraph", "Paragraph"]


def test_a_notice_with_a_day_begins_no_meeting():
    meeting = read(
        "董事会会议纪要\n会议时间：2025年4月22日\n会议通知：2025年4月12日以邮件方式发出\n出席董事：苏棠、贺兰"
    )
    assert (meeting.held_on, len(meeting.attendees)) == (date(2025, 4, 22), 2)


# --- the day, the number, the series --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "series", "number"),
    [
        ("启明科技第48周经营周例会", "启明科技经营周例会", 0),
        ("2024年9月份安全生产委员会会议", "安全生产委员会会议", 0),
        ("第三届理事会第五次会议", "理事会会议", 5),
        ("第十二届年会", "年会", 12),
        ("二届四次职代会", "二届职代会", 4),
        ("清源中学2024—2025学年第一学期第6次校务会议", "清源中学校务会议", 6),
        ("2024年第四季度党员大会", "党员大会", 0),
        ("COPU 2024年第3次例会", "COPU例会", 3),
    ],
)
def test_a_series_has_one_name_in_every_period(name, series, number):
    assert (leads.series(name), leads.count(name)) == (series, number)


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("上午九点", time(9), None),
        ("下午三点半至五点", time(15, 30), time(17)),
        ("下午两点一刻到四点二十分", time(14, 15), time(16, 20)),
        ("晚八点", time(20), None),
    ],
)
def test_hours_in_chinese_numerals(words, since, until):
    meeting = read(f"理事会会议纪要\n时间：二〇二四年十二月二十八日{words}\n谈了预算。")
    assert (meeting.held_on, meeting.start, meeting.end) == (date(2024, 12, 28), since, until)
    assert said((*meeting.preamble, *meeting.postscript)) == ["谈了预算。"]
    assert dates.hours("会议提出三点要求") == ()


def test_the_name_of_a_meeting_stays_where_series_and_number_do_not_say_it_all():
    words = "支部党员大会记录\n会议名称：{name}\n时间：2024年10月25日\n一、学习\n正常。\n二、其他\n无。"
    for name in ("2024年第四季度党员大会", "第三届理事会第五次会议"):
        assert said(read(words.format(name=name)).preamble) == [f"会议名称：{name}"]
    meeting = read("会议名称：文学院学术委员会2025年第三次会议\n时间：2025年6月12日\n一、学习\n正常。\n二、其他\n无。")
    assert (meeting.number, meeting.preamble) == (3, ())


def test_the_year_of_the_title_is_meant_and_asked_about():
    (found,) = read_all(
        "2024年9月份安委会会议纪要\n9月27日，陆鸣主持召开9月份安委会会议。\n一、总结\n正常。\n二、安排\n无。"
    )
    assert (found.meeting.held_on, found.series) == (date(2024, 9, 27), "安委会会议")
    assert "会议日期按2024年9月27日登记，正文没有写明年份，请核对。" in found.notes
    (found,) = read_all("2024年度工作会议纪要\n1月10日，陆鸣主持召开会议。\n一、总结\n正常。")  # held in 2025
    assert found.meeting.held_on == minutes.UNKNOWN_DAY


def test_the_only_day_above_the_agenda_is_the_meetings():
    (found,) = read_all(
        "家长委员会会议记录\n班级 三（2）班，2024.10.18 晚上\n1. 秋游\n同意。\n2. 班费\n结余 312.5 元。"
    )
    assert found.meeting.held_on == date(2024, 10, 18)
    assert "会议日期取自“班级 三（2）班，2024.10.18 晚上”，请核对。" in found.notes


# --- lists of people and what is none -------------------------------------------------------------------------------


def test_items_below_an_empty_list_are_no_people():
    meeting = read("例会纪要 2025-03-05\n参会：苏棠、贺兰\n缺席：\n一、工作通报\n正常。\n二、人事任免\n无。")
    assert [one.name for one in meeting.attendees] == ["苏棠", "贺兰"]
    assert [item.title for item in meeting.agenda] == ["工作通报", "人事任免"]
    assert read("例会纪要 2025-03-05\n请假人员：\n1、工作通报\n2、人事任免").attendees == ()
    listed = read("例会纪要 2025-03-05\n请假人员：\n1、苏棠\n2、贺兰").attendees
    assert [(one.name, one.presence) for one in listed] == [("苏棠", Presence.EXCUSED), ("贺兰", Presence.EXCUSED)]


def test_who_takes_part_in_what_an_item_plans_did_not_attend():
    meeting = read(
        "办公会纪要 2025-02-21\n一、预算\n同意。\n二、主题活动\n时间：2025年3月1日\n地点：烈士陵园\n"
        "参加人员：毕文超、邱思雨\n"
        "三、其他\n无。\n出席：苏棠、贺兰\n列席：韩知远\n记录：罗思琪"
    )
    assert [one.name for one in meeting.attendees] == ["苏棠", "贺兰", "韩知远"]
    assert "参加人员：毕文超、邱思雨" in said(meeting.agenda[1].discussion)
    assert (meeting.venue, meeting.recorder) == ("", "罗思琪")


def test_how_a_list_is_ordered_is_said_before_it():
    meeting = read(
        "主席团会议纪要\n2025.1.8\n"
        "出席：（按姓氏笔画排序）\n丁一鸣　于 谦　王　朔\n司马光　刘 星\n一、选举\n通过。\n二、其他\n无。"
    )
    assert [one.name for one in meeting.attendees] == ["丁一鸣", "于谦", "王朔", "司马光", "刘星"]
    assert meeting.remarks == "参会人员按姓氏笔画排序"


def test_numbered_lines_below_the_head_are_items():
    meeting = read("2025年1月13日 项目周会纪要\n参会：苏棠、贺兰\n1. 进度\n- 权限已完成\n2. 风险\n服务器延迟")
    assert [item.title for item in meeting.agenda] == ["进度", "风险"]
    assert read("例会纪要 2025-03-05\n谈了预算，要求：追加。\n1. 追加50万\n2. 月底下达").agenda == ()


# --- forms, tables and lists as they are copied ---------------------------------------------------------------------


def test_the_subject_above_the_time_is_of_the_same_meeting():
    words = "产品评审会纪要\n会议编号：17\n会议主题：需求评审\n会议时间：2025年7月8日 10:00\n会议地点：{}\n一切正常。"
    (found,) = read_all(words.format("二号会议室"))
    assert (found.meeting.title, found.series) == ("产品评审会纪要", "产品评审会")
    assert (found.meeting.held_on, found.meeting.venue) == (date(2025, 7, 8), "二号会议室")
    two = "会议时间：2025年7月{}日\n会议地点：二号会议室\n参会：苏棠、贺兰\n一切正常。\n"
    assert [one.meeting.held_on.day for one in read_all(two.format(8) + two.format(15))] == [8, 15]


def test_lines_parted_by_tabs_are_forms_and_tables():
    meeting = read(
        "会议纪要\n会议时间\t2025-06-27 15:00-17:00\t会议地点\t二号会议室\n"
        "主持人\t钟离\t记录人\t蓝采\n参会人员\t钟离、吕岩\n"
        "一、上月跟踪\n序号\t事项\t责任人\t计划完成时间\t状态\n1\t扣款单签认\t吕岩\t6/20\t已完成\n2\t库存模型\t钟离\t7/30\t进行中\n"
        "二、其他\n地区\t数量\t金额\n华东\t3\t5万\n"
    )
    assert (meeting.held_on, meeting.start, meeting.end) == (date(2025, 6, 27), time(15), time(17))
    assert (meeting.venue, meeting.chair, meeting.recorder) == ("二号会议室", "钟离", "蓝采")
    assert [(one.what, one.owner, one.due) for one in meeting.actions] == [
        ("扣款单签认", "吕岩", date(2025, 6, 20)),
        ("库存模型（进行中）", "钟离", date(2025, 7, 30)),
    ]
    (table,) = meeting.agenda[1].discussion
    assert plain(table) == "地区\t数量\t金额\n华东\t3\t5万"
    assert meeting.postscript == ()


def test_bulleted_decisions_and_actions_are_no_items():
    meeting = read(
        "Weekly Sync 会议记录 2025/07/07\nAttendees: Ada Lin, 王小波\nAbsent: None\nNotes:\n- Roadmap\n- Hiring\n"
        "Decisions:\n- Freeze v2.3\n- 预算 +5%\nAction Items:\n- 王小波: draft RFC\n"
    )
    assert [item.title for item in meeting.agenda] == ["Roadmap", "Hiring"]
    assert [one.text for one in meeting.agenda[1].decisions] == ["Freeze v2.3", "预算 +5%"]
    assert [(one.what, one.owner) for one in meeting.actions] == [("draft RFC", "王小波")]
    assert [one.name for one in meeting.attendees] == ["Ada Lin", "王小波"]


def test_owners_in_square_brackets():
    meeting = read("评审会纪要 2025-07-08\n一切正常。\n下一步计划：\n【高远】给出技术方案\n【白石】完成测试用例")
    assert [(one.what, one.owner) for one in meeting.actions] == [("给出技术方案", "高远"), ("完成测试用例", "白石")]


def test_what_was_agreed_is_decided_and_what_a_board_resolved_are_items():
    (item,) = read(
        "筹备组会议纪要 2025-05-18\n大家谈了方案。\n会议达成以下共识：\n1.大会于6月召开。\n2.书面投票。"
    ).agenda
    assert [one.text for one in item.decisions] == ["大会于6月召开。", "书面投票。"]
    board = read("董事会决议 2025-04-22\n经审议，形成如下决议：\n一、通过预案\n7票同意。\n二、续聘\n7票同意。")
    assert [item.title for item in board.agenda] == ["通过预案", "续聘"]


@pytest.mark.parametrize("day", ["二0二五年三月十二日", "二O二五年三月十二日", "二〇二五年三月十二日"])
def test_years_with_the_zero_of_the_keyboard(day):
    assert read(f"村民代表会议记录\n时间：{day}晚七点\n谈了流转。").held_on == date(2025, 3, 12)


def test_what_a_markdown_file_says_above_its_text_comes_in(tmp_path):
    file = "---\ntitle: 架构组周会\nauthor: 远志\n---\n\n**会议时间：** 2025年7月1日 15:00\n\n进展顺利。\n"
    path = tmp_path / "a.md"
    path.write_text(file, encoding="utf-8")
    (meeting,) = exchange.read(path).bundle.meetings
    assert (meeting.title, meeting.held_on) == ("架构组周会", date(2025, 7, 1))
    assert "作者：远志" in said(meeting.preamble)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("财务部 张伟经理、技术部 李娜副主任", [("张伟", "财务部", "经理"), ("李娜", "技术部", "副主任")]),
        ("王主任 张伟经理", [("王主任", "", ""), ("张伟", "", "经理")]),
        (
            "李娜副教授、张强总经理、王志高主任",
            [("李娜", "", "副教授"), ("张强", "", "总经理"), ("王志高", "", "主任")],
        ),
        ("李雪梅副主任、欧阳明常务副会长", [("李雪梅", "", "副主任"), ("欧阳明", "", "常务副会长")]),
    ],
)
def test_an_office_before_somebody_with_a_post(words, found):
    assert [(one.name, one.organization, one.title) for one in names.read(words).attendees] == found


def test_who_is_on_leave_within_a_bracket():
    found = names.attendees("全体教师（请假3人：李兰、王霞、张博）")
    assert [(one.name, one.organization, one.presence) for one in found[1:]] == [
        (name, "", Presence.EXCUSED) for name in ("李兰", "王霞", "张博")
    ]


def test_a_form_under_headings_and_results_above_the_first_item():
    meeting = read(
        "# 【纪要】招聘复盘会 | 2025.08.20\n\n| 项目 | 内容 |\n|---|---|\n| 时间 | 2025.08.20 14:00-15:00 |\n"
        "| 主持 | 云中 |\n| 与会 | 云中、贺兰 |\n\n## 结论\n1. 名额冻结\n\n"
        "## 待办\n- [ ] 更新说明 —— @贺兰，8/25\n\n## 附\n数据见共享盘。\n",
        "md",
    )
    assert (meeting.start, meeting.chair, len(meeting.attendees)) == (time(14), "云中", 2)
    results, other = meeting.agenda
    assert [one.text for one in results.decisions] == ["名额冻结"]
    assert [(one.what, one.owner, one.due) for one in meeting.actions] == [("更新说明", "贺兰", date(2025, 8, 25))]
    assert (other.title, said(other.discussion)) == ("附", ["数据见共享盘。"])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("李校长、王副校长、张书记", [("李校长", ""), ("王副校长", ""), ("张书记", "")]),
        ("县委常委、宣传部部长王伟，副县长李娜", [("王伟", "县委常委、宣传部部长"), ("李娜", "副县长")]),
        (
            "县政府党组成员、副县长张强、赵敏，驻村工作队员王五",
            [("张强", "县政府党组成员、副县长"), ("赵敏", ""), ("王五", "驻村工作队员")],
        ),
        ("1.王伟（组长） 2.李娜 3.张强", [("王伟", "组长"), ("李娜", ""), ("张强", "")]),
    ],
)
def test_deputies_members_and_numbers_are_no_part_of_names(words, found):
    assert people(words) == found


def test_who_came_by_which_platform_was_online():
    found = names.attendees("王五(企业微信接入)、赵六（电话）、李娜（钉钉）、张强")
    assert [one.presence for one in found] == [Presence.ONLINE] * 3 + [Presence.ONSITE]
    assert [one.note for one in found] == ["企业微信接入", "电话", "钉钉", ""]
