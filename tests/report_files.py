"""Attendance reports in every layout of the platforms, byte for byte as they come; their people are invented."""

import io

import xlsxwriter


def workbook(sheets):
    """Return an .xlsx with sheets {name: rows}."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "default_date_format": "yyyy-mm-dd hh:mm:ss"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, row)
    book.close()
    return file.getvalue()


def lines(rows, between=","):
    """Return rows as lines; a value that holds the delimiter stands in quotes."""
    return "\r\n".join(
        between.join(f'"{value}"' if between in value or '"' in value else value for value in row) for row in rows
    )


TENCENT_TOP = [
    ["会议主题:", "远帆例会"],
    ["会议号:", "123 456 789"],
    ["会议创建者:", "苏棠"],
    ["预定开始时间:", "2024-12-24 09:00:00"],
    ["预定结束时间:", "2024-12-24 11:00:00"],
    ["累计会议时长:", "2:05:00"],
    ["参会用户总数:", "4"],
    [],
]
TENCENT_SUMMARY = [
    *TENCENT_TOP,
    ["用户昵称（入会昵称）", "首次入会时间", "最后退会时间", "入会次数", "累计参会时长", "身份"],
    ["苏棠(苏棠)", "2024-12-24 08:55:00", "2024-12-24 11:00:00", "1", "2:05:00", "主持人"],
    ["小罗(罗思琪)", "2024-12-24 09:00:00", "2024-12-24 10:40:00", "2", "1:30:00", "普通参会者"],
    ["(韩知远&贺兰)", "2024-12-24 09:10:00", "2024-12-24 11:00:00", "1", "1:50:00", "普通参会者"],
    ["iPad(iPad)", "2024-12-24 09:20:00", "--", "1", "--", "普通参会者"],
]
TENCENT_DETAIL = [
    *TENCENT_TOP,
    ["用户昵称（入会昵称）", "入会时间", "退会时间", "单次参会时长", "房间类型"],
    ["苏棠(苏棠)", "2024-12-24 08:55:00", "2024-12-24 11:00:00", "2:05:00", "主会场"],
    ["小罗(罗思琪)", "2024-12-24 09:00:00", "2024-12-24 09:50:00", "0:50:00", "主会场"],
    ["小罗(罗思琪)", "2024-12-24 10:00:00", "2024-12-24 10:40:00", "0:40:00", "主会场"],
    ["(韩知远&贺兰)", "2024-12-24 09:10:00", "2024-12-24 11:00:00", "1:50:00", "主会场"],
    ["iPad(iPad)", "2024-12-24 09:20:00", "--", "--", "主会场"],
]
TENCENT = workbook({"成员参会概况": TENCENT_SUMMARY, "成员参会明细": TENCENT_DETAIL})
TENCENT_SUMMARY_ONLY = workbook({"成员参会概况": TENCENT_SUMMARY})
WEBINAR = workbook(
    {
        "成员观看明细": [
            *TENCENT_TOP,
            ["序号", "用户昵称（入会昵称）", "手机号", "进入直播时间", "离开直播时间", "观看时长"],
            ["1", "苏棠(苏棠)", "13800000000", "2024-12-24 08:55:00", "2024-12-24 11:00:00", "2:05:00"],
            ["2", "小罗(罗思琪)", "13900000000", "2024-12-24 09:00:00", "2024-12-24 09:30:00", "30分钟"],
        ]
    }
)
FEISHU = workbook(
    {
        "Sheet1": [
            ["会议主题", "远帆例会"],
            ["会议ID", "123456789"],
            [],
            ["参会人", "部门", "用户ID", "工号", "电话", "邮箱", "设备", "IP地址", "入会时间", "离会时间", "参会时长", "离会原因"],
            ["苏棠", "秘书处", "u1", "001", "138", "su@example.org", "Mac", "10.0.0.1",
             "2022.07.21 09:00:00 (GMT+08:00)", "2022.07.21 10:00:00 (GMT+08:00)", "01:00:00", "主动离会"],
            ["苏棠", "秘书处", "u1", "001", "138", "su@example.org", "iPhone", "10.0.0.2",
             "2022.07.21 09:30:00 (GMT+08:00)", "2022.07.21 10:30:00 (GMT+08:00)", "01:00:00", "主动离会"],
            ["罗思琪", "星河软件", "u2", "002", "139", "luo@example.org", "Win", "10.0.0.3",
             "2022.07.21 01:04:52 (GMT+00:00)", "2022.07.21 01:06:50 (GMT+00:00)", "00:01:58", "会议结束"],
        ]
    }
)  # fmt: skip
TEAMS_NEW_ROWS = [
    ["1. Summary"],
    ["Meeting title", "Weekly"],
    ["Attended participants", "2"],
    ["Start time", "7/22/26, 9:00:12 AM"],
    ["End time", "7/22/26, 10:30:00 AM"],
    ["Meeting duration", "1h 29m 48s"],
    [],
    ["2. Participants"],
    ["Name", "First Join", "Last Leave", "In-Meeting Duration", "Email", "Participant ID (UPN)", "Role"],
    ["Su Tang", "7/22/26, 9:00:12 AM", "7/22/26, 10:30:00 AM", "1h 29m 48s", "su@example.org", "su@example.org", "Organizer"],
    ["Luo Siqi", "7/22/26, 9:05:00 AM", "7/22/26, 10:10:00 AM", "55m", "luo@example.org", "luo@example.org", "Presenter"],
    [],
    ["3. In-Meeting Activities"],
    ["Name", "Join Time", "Leave Time", "Duration", "Email", "Role"],
    ["Su Tang", "7/22/26, 9:00:12 AM", "7/22/26, 10:30:00 AM", "1h 29m 48s", "su@example.org", "Organizer"],
    ["Luo Siqi", "7/22/26, 9:05:00 AM", "7/22/26, 9:35:00 AM", "30m", "luo@example.org", "Presenter"],
    ["Luo Siqi", "7/22/26, 9:45:00 AM", "7/22/26, 10:10:00 AM", "25m", "luo@example.org", "Presenter"],
]  # fmt: skip
TEAMS_NEW = lines(TEAMS_NEW_ROWS, "\t").encode("utf-16")
TEAMS_GERMAN = lines(
    [
        ["1. Zusammenfassung"],
        ["Titel der Besprechung", "Wöchentlich"],
        ["Startzeit", "22.07.26, 09:00:12"],
        [],
        ["2. Teilnehmer"],
        ["Bezeichnung", "Erster Beitritt", "Letzter Austritt", "Besprechungsdauer", "E-Mail-Adresse", "UPN", "Rolle"],
        ["Su Tang", "22.07.26, 09:00:12", "22.07.26, 10:30:00", "1 Std. 29 Min. 48 Sek.", "su@example.org", "su@example.org", "Organisator"],
        ["Luo Siqi", "22.07.26, 09:05:00", "22.07.26, 10:10:00", "55 Min.", "luo@example.org", "luo@example.org", "Referent"],
        [],
        ["3. Aktivitäten"],
        ["Bezeichnung", "Beitrittszeit", "Austrittszeit", "Dauer", "E-Mail-Adresse", "Rolle"],
        ["Su Tang", "22.07.26, 09:00:12", "22.07.26, 10:30:00", "1 Std. 29 Min. 48 Sek.", "su@example.org", "Organisator"],
        ["Luo Siqi", "22.07.26, 09:05:00", "22.07.26, 09:35:00", "30 Min.", "luo@example.org", "Referent"],
        ["Luo Siqi", "22.07.26, 09:45:00", "22.07.26, 10:10:00", "25 Min.", "luo@example.org", "Referent"],
    ],
    "\t",
).encode("utf-16-le")  # fmt: skip
TEAMS_2021 = lines(
    [
        ["Meeting Summary"],
        ["Total Number of Participants", "2"],
        ["Meeting Title", "Weekly"],
        ["Meeting Start Time", "7/8/2021, 9:00:00 AM"],
        [],
        ["Full Name", "Join Time", "Leave Time", "Duration", "Email", "Role", "Participant ID (UPN)"],
        [
            "苏棠",
            "7/8/2021, 9:00:00 AM",
            "7/8/2021, 10:00:00 AM",
            "1h",
            "su@example.org",
            "Organizer",
            "su@example.org",
        ],
        ["Luo Siqi (Guest)", "7/8/2021, 9:05:00 AM", "7/8/2021, 9:35:00 AM", "30m", "", "Attendee", ""],
    ],
    "\t",
).encode("utf-16-le")
TEAMS_2020 = lines(
    [
        ["Full Name", "User Action", "Timestamp"],
        ["苏棠", "Joined before", "22/07/2020, 09:00:00"],
        ["罗思琪", "Joined", "22/07/2020, 09:10:00"],
        ["罗思琪", "Left", "22/07/2020, 09:30:00"],
        ["罗思琪", "Joined", "22/07/2020, 09:40:00"],
        ["苏棠", "Left", "22/07/2020, 10:00:00"],
        ["罗思琪", "Left", "22/07/2020, 10:00:00"],
    ],
    "\t",
).encode("utf-16")
TEAMS_2020_SPANISH = lines(
    [
        ["Nombre completo", "Acción del usuario", "Marca de tiempo"],
        ["Su Tang", "Se unió antes", "22/7/2020 9:00:00"],
        ["Luo Siqi", "Unido", "22/7/2020 9:10:00"],
        ["Luo Siqi", "Salió", "22/7/2020 9:30:00"],
        ["Su Tang", "Salió", "22/7/2020 10:00:00"],
    ],
    "\t",
).encode("utf-16-be")
ZOOM_ROWS = [
    ["Name (Original Name)", "User Email", "Join Time", "Leave Time", "Duration (Minutes)", "Guest"],
    ["苏棠", "su@example.org", "12/24/2024 09:00:00 AM", "12/24/2024 10:30:00 AM", "90", "No"],
    ["小罗 (罗思琪)", "", "12/24/2024 09:05:00 AM", "12/24/2024 09:35:00 AM", "30", "Yes"],
    ["小罗 (罗思琪)", "", "12/24/2024 09:20:00 AM", "12/24/2024 09:50:00 AM", "30", "Yes"],
]
ZOOM_TOP = [
    ["Meeting ID", "Topic", "Start Time", "End Time", "User Email", "Duration (Minutes)", "Participants"],
    ["123 456 789", "例会", "12/24/2024 09:00:00 AM", "12/24/2024 10:30:00 AM", "su@example.org", "90", "3"],
    [],
]
ZOOM = lines([*ZOOM_TOP, *ZOOM_ROWS]).encode("utf-8-sig")
ZOOM_PLAIN = lines(ZOOM_ROWS).encode()
ZOOM_UNIQUE = lines(
    [
        ["Name (Original Name)", "User Email", "Total Duration (Minutes)", "Guest"],
        ["苏棠", "su@example.org", "90", "No"],
        ["小罗 (罗思琪)", "", "45", "Yes"],
    ]
).encode()
ZOOM_LOWER = lines(
    [
        ["Name (original name)", "Email", "Join time", "Leave time", "Duration (minutes)", "Guest", "In waiting room"],
        ["苏棠", "su@example.org", "12/24/2024 09:00:00 AM", "12/24/2024 10:30:00 AM", "90", "No", "No"],
        ["小罗 (罗思琪)", "", "12/24/2024 09:05:00 AM", "12/24/2024 09:50:00 AM", "45", "Yes", "No"],
    ]
).encode()
MEET = lines(
    [
        ["First name", "Last name", "Email", "Duration", "Time joined", "Time exited"],
        ["Su", "Tang", "su@example.org", "1 hr 30 min", "09:00", "10:30"],
        ["思琪", "罗", "", "45 min", "09:05", "09:50"],
    ]
).encode()
CHINESE = lines(
    [
        ["成员名称", "手机号", "加入时间", "离开时间", "参会时长"],
        ["苏棠(主持人)", "138", "2024/12/24 9:00", "2024/12/24 10:30", "1小时30分钟"],
        ["罗思琪（嘉宾）", "139", "2024/12/24 9:05", "", "30分钟"],
    ]
)
UNKNOWN = lines(
    [
        ["某平台导出"],
        ["人", "来", "走", "多久"],
        ["苏棠", "9:00", "10:30", "90"],
        ["罗思琪", "9:05", "9:50", "45"],
    ]
).encode()
