"""The sheets 明细 (every mark as it was recorded) and 说明 (the definition, and everybody who is left out and why)."""

from collections.abc import Iterator
from datetime import datetime

from copu_desk.attendance import DEFINITION, Exclusion, Period, Row
from copu_desk.compose.attendance.matrix import people_widths
from copu_desk.compose.attendance.summaries import COUNTS, MEETINGS, PEOPLE, TOP
from copu_desk.model import Presence
from copu_desk.roster import CAPACITY_WORDS
from copu_desk.sheet import Area, Cell, Formula, Sheet, cell_name

DETAIL, NOTES = "明细", "说明"
_DETAIL = ("日期", "会议", "姓名", "单位", "职务", "身份", "到会", "到会时间", "离会时间", "备注")
_PRESENCES = {
    Presence.UNMARKED: "未登记",
    Presence.ONSITE: "现场",
    Presence.ONLINE: "线上",
    Presence.EXCUSED: "请假",
    Presence.ABSENT: "缺席",
}
_EXCLUDED = ("日期", "会议", "姓名", "单位", "登记为", "原因")
_OF_THE_WORKBOOK = (
    "在“考勤表”里改一个标记，各张汇总和图表都会跟着改；“明细”是导出时资料库里的记录，不会跟着改。",
    "“单位汇总”按人员现在的单位归类；“明细”写的是当次会议时的单位和职务。",
)


def detail(period: Period) -> Sheet:
    """Return the sheet of a row for each person and meeting."""
    rows: list[tuple[Cell, ...]] = [tuple(Cell(word, "head") for word in _DETAIL)]
    for place, meeting in enumerate(period.meetings):
        day, title = Cell(meeting.held_on, "day"), Cell(period.titles[place])
        rows += [(day, title, *_detail_cells(row, place)) for row in period.rows if row.marks[place]]
    return Sheet(
        DETAIL,
        tuple(rows),
        widths=(12, 30, *people_widths(period), 16, 7, 9, 10, 10, 24),
        fixed=3,
        filtered=Area(0, 0, len(rows) - 1, len(_DETAIL) - 1),
    )


def _detail_cells(row: Row, place: int) -> tuple[Cell, ...]:
    listed = row.listed[place]
    if listed is None:
        mark = row.marks[place]
        words = ("出席", str(mark))
        note = "不在当次名单里，按人员名册应到"
        return (
            Cell(row.name),
            Cell(row.organization),
            Cell(row.title),
            *(Cell(word, "mark") for word in words),
            *[Cell(None, "clock")] * 2,
            Cell(note),
        )
    return (
        Cell(row.name),
        Cell(listed.organization),
        Cell(listed.title),
        Cell(CAPACITY_WORDS[listed.capacity], "mark"),
        Cell(_PRESENCES[listed.presence], "mark"),
        Cell(listed.arrived, "clock"),
        Cell(listed.left, "clock"),
        Cell(listed.note),
    )


def notes(period: Period, title: str, created: datetime | None) -> Sheet:
    """Return the sheet of the definition and of everybody who is left out of the rates, with the reason."""
    words = [*_facts(period, created), *DEFINITION, *_OF_THE_WORKBOOK]
    people, meetings = (
        f"{sheet}!{cell_name(TOP + count, COUNTS + 4)}"
        for sheet, count in ((PEOPLE, len(period.rows)), (MEETINGS, len(period.meetings)))
    )
    check = Formula(
        f'=IF({people}={meetings},"核对：人员汇总与会议汇总的应到合计一致。","核对：人员汇总与会议汇总的应到合计不一致，请检查。")',
        "核对：人员汇总与会议汇总的应到合计一致。",
    )
    count = len(period.exclusions)
    above: list[tuple[Cell, ...]] = [
        (Cell(f"{title}：{NOTES}", "title"),),
        *((Cell(line, "words"),) for line in words),
        (Cell(check, "words"),),
        (),
        (Cell(f"没有计入计算基数的，共 {count} 人次" if count else "没有不计入的人次", "title"),),
    ]
    head = len(above)
    rows = [*above, tuple(Cell(word, "head") for word in _EXCLUDED)]
    rows += [_excluded(period, one) for one in period.exclusions]
    return Sheet(
        NOTES,
        tuple(rows),
        widths=(12, 34, *people_widths(period), 9, 36),
        top=head,
        head=head,
        filtered=Area(head, 0, len(rows) - 1, len(_EXCLUDED) - 1),
    )


def _facts(period: Period, created: datetime | None) -> Iterator[str]:
    people = len(period.rows)
    yield f"范围：{period.series_name or '全部系列'}，{len(period.meetings)} 次会议，{people} 人。"
    if created:
        moment = created.astimezone() if created.tzinfo else created
        yield f"生成于 {moment:%Y-%m-%d %H:%M}。"


def _excluded(period: Period, one: Exclusion) -> tuple[Cell, ...]:
    return (
        Cell(period.meetings[one.column].held_on, "day"),
        Cell(period.titles[one.column]),
        Cell(one.name),
        Cell(one.organization),
        Cell(_PRESENCES[one.presence] if one.presence else "不在名单", "mark"),
        Cell(str(one.reason)),
    )
