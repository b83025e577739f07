"""Attendance reports of platforms are read to the people, times and totals that stand in them."""

import io
import struct
import zipfile
from contextlib import suppress
from datetime import date, datetime, time, timedelta

import pytest
import report_files as files
from hypothesis import given
from hypothesis import strategies as st

from copu_desk import connections
from copu_desk.connections import Window
from copu_desk.errors import ReadError, UnknownColumnsError
from copu_desk.model import Meeting
from copu_desk.readers import grids
from copu_desk.recognize import reports as recognize
from copu_desk.recognize.columns import key
from copu_desk.recognize.moments import Order, moment, orders, seconds

DAY = date(2024, 12, 24)
JULY = date(2026, 7, 22)


def read(data, day=DAY, **more):
    return recognize.read(grids.read(data), day, **more)


def stays(report):
    """Return minutes by name, in the order of the lines."""
    found = {}
    for one in report.connections:
        found.setdefault(one.name, []).append(one)
    return {name: minutes(connections.stay(theirs, Window())) for name, theirs in found.items()}


def minutes(stay):
    return None if stay is None or stay.seconds is None else stay.seconds / 60


def test_tencent_details_go_before_the_summary_which_tells_the_roles():
    report = read(files.TENCENT)
    assert stays(report) == {"苏棠(苏棠)": 125, "小罗(罗思琪)": 90, "(韩知远&贺兰)": 110, "iPad(iPad)": None}
    first, luo, *_, pad = report.connections
    assert (first.role, first.sheet, first.row) == ("主持人", "成员参会明细", 10)
    assert (luo.joined, luo.left) == (datetime(2024, 12, 24, 9), datetime(2024, 12, 24, 9, 50))
    assert (pad.joined, pad.left, pad.seconds) == (datetime(2024, 12, 24, 9, 20), None, None)
    assert len(report.connections) == 5


def test_tencent_summary_alone_counts_its_total_not_the_hours_between():
    assert stays(read(files.TENCENT_SUMMARY_ONLY)) == {
        "苏棠(苏棠)": 125,
        "小罗(罗思琪)": 90,
        "(韩知远&贺兰)": 110,
        "iPad(iPad)": None,
    }


def test_webinar_with_shifted_columns():
    report = read(files.WEBINAR)
    assert stays(report) == {"苏棠(苏棠)": 125, "小罗(罗思琪)": 30}
    assert "138" not in str(report.connections)  # telephone numbers are not kept


def test_feishu_two_devices_count_once_and_other_zones_are_told_in_beijing_time():
    report = read(files.FEISHU, date(2022, 7, 21))
    assert stays(report) == {"苏棠": 90, "罗思琪": 118 / 60}
    assert report.connections[2].joined == datetime(2022, 7, 21, 9, 4, 52)
    assert {one.organization for one in report.connections} == {"秘书处", "星河软件"}
    assert report.connections[0].account == "su@example.org"
    assert "10.0.0" not in str(report.connections)
    assert "iPhone" not in str(report.connections)


@pytest.mark.parametrize("data", [files.TEAMS_NEW, files.TEAMS_GERMAN])
def test_teams_counts_each_person_once_in_any_language(data):
    report = read(data, JULY)
    assert stays(report) == {"Su Tang": 89.8, "Luo Siqi": 55}
    assert len(report.connections) == 3
    assert report.connections[0].joined == datetime(2026, 7, 22, 9, 0, 12)
    assert report.connections[0].account == "su@example.org"


def test_teams_of_2021():
    report = read(files.TEAMS_2021, date(2021, 7, 8))
    assert stays(report) == {"苏棠": 60, "Luo Siqi (Guest)": 30}
    assert report.connections[1].joined == datetime(2021, 7, 8, 9, 5)
    assert not report.doubtful


def test_teams_of_2020_pairs_comings_and_goings():
    report = read(files.TEAMS_2020, date(2020, 7, 22))
    assert stays(report) == {"苏棠": 60, "罗思琪": 40}
    assert [one.row for one in report.connections] == [2, 3, 5]


def test_teams_of_2020_in_another_language():
    assert stays(read(files.TEAMS_2020_SPANISH, date(2020, 7, 22))) == {"Su Tang": 60, "Luo Siqi": 20}


@pytest.mark.parametrize("data", [files.ZOOM, files.ZOOM_PLAIN, files.ZOOM_UNIQUE, files.ZOOM_LOWER])
def test_zoom_in_all_layouts(data):
    report = read(data)
    assert stays(report) == {"苏棠": 90, "小罗 (罗思琪)": 45}
    assert report.connections[0].account == "su@example.org"


def test_google_meet_names_come_together_and_times_are_of_the_day():
    report = read(files.MEET)
    assert stays(report) == {"Su Tang": 90, "罗思琪": 45}
    assert report.connections[0].joined == datetime(2024, 12, 24, 9)


def test_columns_that_nobody_knows_are_told_once_and_remembered():
    with pytest.raises(UnknownColumnsError, match="指明各列"):
        read(files.UNKNOWN)
    known = {key(("人", "来", "走", "多久")): {"name": 0, "joined": 1, "left": 2}}
    assert stays(read(files.UNKNOWN, known=known)) == {"苏棠": 90, "罗思琪": 45}


ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("between", [",", "\t", ";", "|"])
def test_bytes_of_every_encoding_and_delimiter(encoding, between):
    words = files.CHINESE.replace(",", between)
    report = read(words.encode(encoding))
    assert stays(report) == {"苏棠(主持人)": 90, "罗思琪（嘉宾）": 30}


def test_a_line_for_excel_names_the_delimiter():
    assert len(read(("sep=;\r\n" + files.CHINESE.replace(",", ";")).encode()).connections) == 2


def test_values_with_delimiters_and_line_ends_in_quotes():
    data = 'Name;Join Time;Leave Time\n"Tang, Su";2024-12-24 09:00;2024-12-24 10:00\n"两\n行";2024-12-24 09:00;\n'
    assert [one.name for one in read(data.encode()).connections] == ["Tang, Su", "两\n行"]


def test_a_page_under_the_name_of_a_workbook_is_simply_read():
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split(','))}</tr>"
                   for row in files.CHINESE.split("\r\n"))  # fmt: skip
    page = f"<html><head><style>td {{color: red}}</style></head><table><tr><td colspan=5>名单</td></tr>{rows}</table>"
    for encoding in ("utf-8", "gb18030"):
        assert stays(read(page.encode(encoding))) == {"苏棠(主持人)": 90, "罗思琪（嘉宾）": 30}


def test_true_moments_and_lengths_in_cells():
    data = files.workbook(
        {
            "签到": [
                ["姓名", "入会时间", "退会时间", "参会时长"],
                ["苏棠", datetime(2024, 12, 24, 9), datetime(2024, 12, 24, 10, 30), 0.0625],
                ["罗思琪", datetime(2024, 12, 24, 9), None, 0.0208333333],
            ]
        }
    )
    assert stays(read(data)) == {"苏棠": 90, "罗思琪": 30}


def _zip(**files):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, words in files.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), words)
    return made.getvalue()


def _far(data, sheet="xl/worksheets/sheet1.xml"):
    """Return a workbook with one more cell, in the last corner that a sheet has."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            words = old.read(name)
            if name == sheet:
                far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
                words = words.replace(b"</sheetData>", far)
            new.writestr(name, words)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "空的"),
        (b"\xef\xbb\xbf\n\n", "空的"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "旧版 Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "密码.*Excel"),
        (b"PK\x03\x04junk", "损坏"),
        (files.TENCENT[:-200], "损坏"),
        (_zip(word__document_xml="<a/>"), "不是 Excel"),
        (_zip(xl__workbook_xml="<a/>"), "损坏"),
        (_zip(xl__workbook_xml="<a/>", xl__bomb_xml="0" * 50_000_000), "太大"),
        (_far(files.TENCENT), "太大"),
        (bytes(range(256)) * 40, "编码有损坏|不是表格"),
        (struct.pack("<500I", *range(500)), "不是表格|损坏"),
        (b"<?xml version='1.0'?><Workbook></Workbook>", "没有表格"),
        ("姓名,入会时间\n".encode() + "张,2024\n".encode() * 100_001, "太大"),
        ("姓名,入会时间,退会时间\n".encode(), "一个人也没有"),
        (files.CHINESE.encode()[:20] + b"\xff\xfe\x00", "编码有损坏|不是表格"),
    ],
)
def test_bad_files_are_told_in_a_sentence(data, words):
    with pytest.raises(ReadError, match=words):
        read(data)


def test_a_day_that_reads_in_two_ways_is_read_near_the_meeting():
    assert read(files.TEAMS_2021, date(2021, 8, 7)).order is Order.DAY_FIRST
    assert read(files.TEAMS_2021, date(2021, 7, 8)).order is Order.MONTH_FIRST
    far = read(files.TEAMS_2021, date(2021, 1, 1))
    assert far.doubtful
    told = read(files.TEAMS_2021, date(2021, 1, 1), order=Order.DAY_FIRST)
    assert told.connections[0].joined == datetime(2021, 8, 7, 9)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2024-01-01 00:00:00", datetime(2024, 1, 1)),
        ("2022.07.21 11:04:52 (GMT+08:00)", datetime(2022, 7, 21, 11, 4, 52)),
        ("2024-01-01T09:00:00Z", datetime(2024, 1, 1, 17)),
        ("2024-01-01T09:00:00+05:30", datetime(2024, 1, 1, 11, 30)),
        ("12/24/2024 12:00:01 AM", datetime(2024, 12, 24, 0, 0, 1)),
        ("2024年1月1日 下午2:05:33", datetime(2024, 1, 1, 14, 5, 33)),
        ("2021/7/8 上午 9:05", datetime(2021, 7, 8, 9, 5)),
        ("Jul 22, 2021 9:58 PM", datetime(2021, 7, 22, 21, 58)),
        ("22.07.2021 09:58:12", datetime(2021, 7, 22, 9, 58, 12)),
        ("９：０１", datetime.combine(DAY, time(9, 1))),
        ("2024-02-30 10:00", None),
        ("2024-01-01", None),
        ("--", None),
        ("", None),
        ("25:00", None),
    ],
)
def test_moments(words, expected):
    assert moment(words, Order.MONTH_FIRST, DAY) == expected


@pytest.mark.parametrize(
    ("words", "unit", "expected"),
    [
        ("0:30:00", 0, 1800), ("00:48:00", 0, 2880), ("30分钟", 0, 1800), ("1小时2分钟", 0, 3720), ("45秒", 0, 45),
        ("0.0208333333", 0, 1800), ("1h 2m 3s", 0, 3723), ("1 hr 5 min", 0, 3900), ("1 Std. 2 Min. 3 Sek.", 0, 3723),
        ("90", 60, 5400), ("90", 0, None), ("--", 0, None), ("", 60, None), ("30:15", 0, None), ("很久", 0, None),
        ("99999999", 3600, None),
    ],
)  # fmt: skip
def test_lengths(words, unit, expected):
    assert seconds(words, unit) == expected


def test_which_orders_a_day_allows():
    assert orders(["7/8/2026", "--"]) == tuple(Order)
    assert orders(["7/22/26 9:00"]) == (Order.MONTH_FIRST,)
    assert orders(["2026-07-08", "22.07.2021"]) == ()


def test_two_meetings_in_one_file_are_parted():
    rows = [["姓名", "入会时间", "退会时间"]]
    rows += [["苏棠", "2024-12-24 09:00", "2024-12-24 10:00"], ["罗思琪", "2024-12-24 09:30", "2024-12-24 10:20"]]
    rows += [["韩知远", "2024-12-24 14:00", "2024-12-24 15:00"], ["苏棠", "2024-12-31 09:00", "2024-12-31 10:00"]]
    found = connections.sessions(read(files.lines(rows).encode()).connections)
    assert [[one.name for one in session.connections] for session in found] == [
        ["苏棠", "罗思琪"],
        ["韩知远"],
        ["苏棠"],
    ]
    meeting = Meeting(DAY)
    assert connections.of_meeting(found, connections.window(meeting), DAY) == found[:2]
    afternoon = Meeting(DAY, start=time(14), end=time(15, 30))
    assert connections.of_meeting(found, connections.window(afternoon), DAY) == found[1:2]
    assert connections.of_meeting(found, Window(), date(2024, 12, 25)) == ()


def test_several_meetings_stacked_in_one_zoom_file():
    later = [[cell.replace("12/24", "12/31") for cell in row] for row in [*files.ZOOM_TOP, *files.ZOOM_ROWS]]
    report = read(files.lines([*files.ZOOM_TOP, *files.ZOOM_ROWS, [], *later]).encode())
    assert len(report.connections) == 6
    found = connections.sessions(report.connections)
    assert [one.since.date() for one in found] == [DAY, date(2024, 12, 31)]
    assert [one.row for one in found[1].connections] == [13, 14, 15]


def test_line_ends_written_twice_part_nothing():
    assert stays(read(files.CHINESE.replace("\r\n", "\r\n\r\n").encode())) == {"苏棠(主持人)": 90, "罗思琪（嘉宾）": 30}


def test_a_gap_ends_a_table_of_one_line():
    rows = [*files.ZOOM_TOP, *files.ZOOM_ROWS[:2], [], *files.ZOOM_TOP, *files.ZOOM_ROWS[:2]]
    assert [one.name for one in read(files.lines(rows).encode()).connections] == ["苏棠", "苏棠"]


LAYOUTS = (files.TENCENT, files.FEISHU, files.TEAMS_NEW, files.TEAMS_GERMAN, files.TEAMS_2020_SPANISH, files.ZOOM)


@given(st.sampled_from(LAYOUTS), st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=4)), max_size=4))
def test_damaged_files_are_told_or_read_but_never_break(data, damages):
    for where, bits in damages:
        at = int(where * len(data))
        data = data[:at] + bits + data[at + len(bits) :]
    with suppress(ReadError):
        assert read(data).connections


def test_a_row_longer_than_its_headings():
    rows = [["人", "几点"], *[["甲", "2024-12-24 9:00", "2024-12-24 10:00", "1:00:00"]] * 3]
    assert stays(read(files.lines(rows).encode())) == {"甲": 60}


LOG = st.lists(
    st.tuples(st.sampled_from(["苏棠", "罗思琪", "贺兰 (Guest)"]), st.integers(-40, 140), st.integers(0, 90)),
    min_size=1,
)


@given(LOG, st.randoms(use_true_random=False), st.sampled_from([",", "\t", ";"]), st.booleans())
def test_any_log_in_any_order_is_read_to_the_minutes_in_which_somebody_was_there(log, random, between, with_lengths):
    start = datetime(2024, 12, 24, 9)
    rows = []
    for name, joined, length in log:
        ends = [f"{start + timedelta(minutes=minute):%Y-%m-%d %H:%M:%S}" for minute in (joined, joined + length)]
        rows.append([name, *ends, f"{length}分钟"] if with_lengths else [name, *ends])
    random.shuffle(rows)
    headings = ["姓名", "入会时间", "退会时间", "参会时长"][: len(rows[0])]
    found = {}
    for one in read(files.lines([headings, *rows], between).encode("gb18030")).connections:
        found.setdefault(one.name, []).append(one)
    assert set(found) == {name for name, *_ in log}
    within = Window(start, start + timedelta(minutes=100))
    for name, lines in found.items():
        stay = connections.stay(lines, within)
        there = {
            m for who, joined, length in log if who == name for m in range(joined, joined + length) if 0 <= m < 100
        }
        assert (stay.seconds if stay else 0) == 60 * len(there)


def test_who_was_asked_and_did_not_come_is_no_connection():
    lines = [
        "姓名,参会状态,首次入会时间,最后离会时间,参会时长",
        "苏棠,已参会,2024-12-24 13:58:21,2024-12-24 15:31:02,1小时32分钟41秒",
        "贺兰,已参会,2024-12-24 14:03:10,--,--",
        "程式,未参会,-,-,-",
        "韩知远,,--,--,0",
        "罗思琪,缺席,,,0:00:00",
        "方舟,,,,40分钟",
    ]
    report = read("\n".join(lines).encode())
    assert stays(report) == {"苏棠": 92 + 41 / 60, "贺兰": None, "方舟": 40}
