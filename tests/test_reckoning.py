"""A report of a platform comes into a meeting: as stories of the secretary's decisions, and on the command line."""

import json
from dataclasses import replace
from datetime import date, time

import pytest
import report_files as files

from copu_desk import bundle, cli
from copu_desk.bundle import Bundle
from copu_desk.connections import Window, stay
from copu_desk.desk import keep_report, open_report, read_report
from copu_desk.library import Library
from copu_desk.matching.nicknames import Way
from copu_desk.model import Attendee, Capacity, Meeting, Membership, Nickname, Person, Presence, Series, Status
from copu_desk.reckoning import Decision, Kind, Reckoner

DAY = date(2024, 12, 24)
SERIES = Series(name="例会", id="s1")
MEMBER = (Membership(SERIES.id),)
SU = Person(name="苏棠", organization="远帆协会", memberships=MEMBER)
LUO = Person(name="罗思琪", organization="星河软件", memberships=MEMBER)
HAN = Person(name="韩知远", organization="远帆协会", memberships=MEMBER)
LIN = Person(name="林未", organization="北辰大学", memberships=MEMBER)
PEOPLE = (HAN, SU, LUO, LIN)


def listed(person, **more):
    return Attendee(name=person.name, organization=person.organization, person=person.id, id="a" + person.id, **more)


MEETING = Meeting(
    DAY,
    SERIES.id,
    start=time(9),
    end=time(11),
    attendees=(listed(HAN), listed(SU, presence=Presence.ONSITE), listed(LUO), listed(LIN, presence=Presence.EXCUSED)),
)


def report(tmp_path, data=files.TENCENT, name="名单.xlsx", day=DAY):
    path = tmp_path / name
    path.write_bytes(data)
    return read_report(open_report(path), day)


class Desk:
    """A secretary who decides about a report."""

    def __init__(self, tmp_path, meeting=MEETING, people=PEOPLE, nicknames=(), **more):
        self.reckoner = Reckoner(meeting, people, nicknames)
        _, self.chosen = self.reckoner.choices(report(tmp_path, **more).connections)
        self.lines = self.reckoner.lines(self.chosen)
        self.decisions, self.marks, self.minimum = {}, {}, 0

    def line(self, name):
        return next(line for line in self.lines if line.name == name)

    def decide(self, name, kind, attendee=None):
        self.decisions[self.line(name).key] = Decision(kind, attendee)

    def done(self):
        return self.reckoner.reckon(self.lines, self.chosen, self.decisions, self.marks, self.minimum)

    def presence(self):
        return {one.name: one.presence for one in self.done().meeting.attendees}

    def nicknames(self):
        return self.reckoner.nicknames(self.lines, self.decisions, self.done().joining)


def test_the_four_lists(tmp_path):
    desk = Desk(tmp_path)
    assert [(line.written, line.name, line.found.way) for line in desk.lines] == [
        ("苏棠(苏棠)", "苏棠(苏棠)", Way.NORMALISED),
        ("小罗(罗思琪)", "小罗(罗思琪)", Way.NORMALISED),
        ("(韩知远&贺兰)", "韩知远", Way.EXACT),
        ("(韩知远&贺兰)", "贺兰", None),
        ("iPad(iPad)", "iPad(iPad)", None),
    ]
    done = desk.done()
    assert desk.presence() == {
        "韩知远": Presence.ONLINE,
        "苏棠": Presence.ONSITE,  # in the room and online: counts once, in the room
        "罗思琪": Presence.ONLINE,
        "林未": Presence.EXCUSED,
    }
    assert done.missing == ()
    assert {one.name: stay and stay.seconds for one in MEETING.attendees for stay in [done.stays.get(one.id)]} == {
        "韩知远": 110 * 60, "苏棠": 120 * 60, "罗思琪": 90 * 60, "林未": None,
    }  # fmt: skip
    assert len(done.meeting.connections) == 5
    assert done.meeting.connections[0].file == "名单.xlsx"


def test_late_comers_and_early_leavers_are_stamped_once(tmp_path):
    done = Desk(tmp_path).done().meeting
    times = {one.name: (one.arrived, one.left) for one in done.attendees}
    assert times["韩知远"] == (time(9, 10), None)
    assert times["罗思琪"] == (None, time(10, 40))
    assert times["苏棠"] == (None, None)
    stamped = replace(MEETING, attendees=(listed(HAN, presence=Presence.ONLINE, arrived=time(9, 5)),))
    assert Desk(tmp_path, stamped).done().meeting.attendees[0].arrived == time(9, 5)


def test_decisions_about_new_names(tmp_path):
    desk = Desk(tmp_path)
    desk.decide("贺兰", Kind.ROSTER, desk.line("贺兰").newcomer)
    desk.decide("iPad(iPad)", Kind.NOBODY)
    done = desk.done()
    guest = done.meeting.attendees[-1]
    assert (guest.name, guest.capacity, guest.presence) == ("贺兰", Capacity.OBSERVER, Presence.ONLINE)
    (person,) = done.joining
    assert (person.name, guest.person) == ("贺兰", person.id)
    shared = next(one for one in done.meeting.connections if one.name == "(韩知远&贺兰)")
    assert shared.attendees == ("a" + HAN.id, guest.id)
    keep, forget = desk.nicknames()
    assert keep == (Nickname("(韩知远&贺兰)", "", (HAN.id, person.id)), Nickname("iPad(iPad)"))
    assert forget == ()
    again = Desk(tmp_path, people=(*PEOPLE, person), nicknames=keep)
    assert [(line.name, line.found.way) for line in again.lines if line.remembered] == [
        ("韩知远", Way.REMEMBERED),
        ("贺兰", Way.REMEMBERED),
        ("iPad(iPad)", Way.REMEMBERED),
    ]
    assert again.done().meeting.attendees[-1].person == person.id


def test_a_guest_is_remembered_by_name(tmp_path):
    desk = Desk(tmp_path)
    desk.decide("iPad(iPad)", Kind.GUEST, desk.reckoner.guest("贺兰 星河软件"))
    keep, _ = desk.nicknames()
    assert keep == (Nickname("iPad(iPad)", "", (), ("贺兰",)),)
    again = Desk(tmp_path, nicknames=keep)
    assert ("iPad(iPad)", "贺兰") in [(line.written, line.name) for line in again.lines]
    assert "贺兰" in again.presence()


def test_a_decision_taken_back_is_forgotten(tmp_path):
    desk = Desk(tmp_path, nicknames=(Nickname("小罗(罗思琪)", "", (LIN.id,)),))
    assert desk.presence()["林未"] is Presence.ONLINE  # remembered goes first, though the name says otherwise
    desk.decisions[desk.line("林未").key] = None
    assert desk.presence()["林未"] is Presence.EXCUSED
    assert desk.nicknames() == ((), (Nickname("小罗(罗思琪)"),))


def test_people_who_left_the_roster_are_matched_anew(tmp_path):
    desk = Desk(tmp_path, nicknames=(Nickname("小罗(罗思琪)", "", ("gone",)),))
    assert desk.line("小罗(罗思琪)").found.way is Way.NORMALISED


def test_a_nickname_of_an_entry_that_became_one_with_another_means_that_one(tmp_path):
    people = (HAN, SU, LUO, replace(LIN, merged=("old",)))
    desk = Desk(tmp_path, people=people, nicknames=(Nickname("iPad(iPad)", "", ("old",)),))
    assert desk.presence()["林未"] is Presence.ONLINE


def test_the_missing_are_of_the_list_and_of_the_roster(tmp_path):
    meeting = replace(MEETING, attendees=(listed(SU, presence=Presence.ONSITE),))
    desk = Desk(tmp_path, meeting, data=files.TENCENT_SUMMARY_ONLY)
    assert [one.name for one in desk.done().missing] == ["林未"]
    desk.marks[desk.done().missing[0].id] = Presence.ABSENT
    assert desk.presence()["林未"] is Presence.ABSENT
    assert [one.name for one in desk.done().missing] == ["林未"]
    assert [one.name for one in desk.done().meeting.attendees] == ["韩知远", "苏棠", "罗思琪", "林未"]


def test_minimum_minutes_leave_out_only_who_surely_stayed_shorter(tmp_path):
    desk = Desk(tmp_path)
    desk.decide("iPad(iPad)", Kind.PERSON, desk.reckoner.pool.of_roster(LIN.id))
    desk.minimum = 100
    assert desk.presence() == {
        "韩知远": Presence.ONLINE,
        "苏棠": Presence.ONSITE,
        "罗思琪": Presence.UNMARKED,
        "林未": Presence.ONLINE,  # nobody knows how long
    }
    assert [one.name for one in desk.done().missing] == ["罗思琪"]
    assert len(desk.done().meeting.connections) == 5  # the lines are kept all the same


def test_the_same_file_again_changes_nothing_and_another_adds(tmp_path):
    first = Desk(tmp_path)
    first.decide("贺兰", Kind.GUEST, first.line("贺兰").newcomer)
    meeting = first.done().meeting
    again = Desk(tmp_path, meeting)
    assert again.done().meeting == meeting
    assert again.line("贺兰").found.way is Way.REMEMBERED
    more = files.lines(
        [["姓名", "入会时间", "退会时间"], ["小罗(罗思琪)", "2024-12-24 10:30", "2024-12-24 11:00"]]
    ).encode()
    second = Desk(tmp_path, meeting, data=more, name="续.csv").done().meeting
    assert len(second.connections) == 6
    luo = next(one for one in second.attendees if one.name == "罗思琪")
    assert luo.left is None  # left at 10:40 by the first file, at the end by both
    theirs = [one for one in second.connections if luo.id in one.attendees]
    assert stay(theirs, Window()).seconds == 110 * 60
    assert bundle.read(bundle.write(Bundle((second,)))).meetings == (second,)


def test_namesakes_wait_for_the_secretary(tmp_path):
    other = Person(name="罗思琪", organization="北辰大学")
    desk = Desk(tmp_path, people=(*PEOPLE, other))
    assert desk.presence()["罗思琪"] is Presence.UNMARKED
    assert len(desk.line("小罗(罗思琪)").found.candidates) == 2
    desk.decide("小罗(罗思琪)", Kind.PERSON, desk.line("小罗(罗思琪)").found.candidates[0])
    assert desk.presence()["罗思琪"] is Presence.ONLINE


def test_namesakes_at_once_are_told_apart(tmp_path):
    other = Person(name="罗思琪", organization="北辰大学")
    people = (*PEOPLE, other)
    rows = [["姓名", "入会时间", "退会时间"]]
    rows += [["罗思琪", "2024-12-24 09:00", "2024-12-24 10:00"], ["罗思琪", "2024-12-24 09:30", "2024-12-24 11:00"]]
    rows += [["罗思琪", "2024-12-24 10:10", "2024-12-24 10:30"]]
    data = files.lines(rows).encode()
    desk = Desk(tmp_path, people=people, data=data, name="a.csv")
    assert [(line.name, len(line.connections)) for line in desk.lines] == [("罗思琪 ①", 2), ("罗思琪 ②", 1)]
    first, second = (one for one in desk.lines[0].found.candidates)
    desk.decide("罗思琪 ①", Kind.PERSON, first)
    desk.decide("罗思琪 ②", Kind.PERSON, second)
    done = desk.done()
    assert {done.stays[one.id].seconds for one in (first, second)} == {80 * 60, 90 * 60}
    assert [one.attendees for one in done.meeting.connections] == [(first.id,), (second.id,), (first.id,)]
    assert desk.nicknames() == ((), ())  # at another meeting it may be another of the two
    again = Desk(tmp_path, done.meeting, people=people, data=data, name="a.csv")
    assert [line.found.way for line in again.lines] == [Way.REMEMBERED] * 2
    assert again.done().meeting == done.meeting
    desk.decide("罗思琪 ②", Kind.PERSON, first)  # two devices of one person
    assert desk.done().stays[first.id].seconds == 120 * 60


def test_a_meeting_whose_times_do_not_fit_is_not_clipped(tmp_path):
    desk = Desk(tmp_path, replace(MEETING, start=time(20), end=time(21)))
    assert desk.done().stays["a" + SU.id].seconds == 125 * 60


# --- on the command line --------------------------------------------------------------------------------------------


@pytest.fixture
def library(tmp_path):
    path = tmp_path / "l.copu"
    with Library(path) as made:
        made.save_people(PEOPLE)
        made.save_series((SERIES,))
        made.save(MEETING)
    return path


def run(library, *arguments):
    try:
        return cli.main(["--library", str(library), "report", "2024-12-24", *map(str, arguments)], lambda _library: 1)
    except SystemExit as end:
        return end.code


def load(path):
    with Library(path) as library:
        return library.load(MEETING.id)


@pytest.fixture
def tencent(tmp_path):
    path = tmp_path / "腾讯会议.xlsx"
    path.write_bytes(files.TENCENT)
    return path


def test_the_command_tells_and_changes_nothing(library, tencent, capsys):
    assert run(library, tencent) == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert rows[0] == ["对上", "苏棠(苏棠)", "苏棠（远帆协会）", "写法不同", "2 小时 0 分", "现场"]
    assert rows[3:] == [["新", "(韩知远&贺兰)", "贺兰"], ["新", "iPad(iPad)", "iPad"]]
    assert load(library) == MEETING


def test_the_command_applies_what_is_certain(library, tencent, capsys):
    assert run(library, tencent, "--apply", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["applied"]
    assert [one["attendee"]["name"] for one in told["matched"]] == ["苏棠", "罗思琪", "韩知远"]
    assert told["matched"][1]["seconds"] == 90 * 60
    assert [one["name"] for one in told["new"]] == ["贺兰", "iPad(iPad)"]
    after = load(library)
    assert [one.presence.value for one in after.attendees] == ["online", "onsite", "online", "excused"]
    assert len(after.connections) == 5
    with Library(library) as kept:
        assert kept.version(kept.versions(MEETING.id)[0].id) == replace(MEETING, originals=after.originals)  # before
    assert run(library, tencent, "--apply") == 0
    assert load(library) == after


def test_a_text_under_the_name_of_a_workbook_is_simply_read(library, capsys):
    path = library.with_name("名单.xlsx")
    path.write_bytes(files.CHINESE.encode("gb18030"))
    assert run(library, path) == 0
    assert "苏棠(主持人)\t苏棠" in capsys.readouterr().out


def test_what_is_missing_is_told(library, tmp_path, capsys):
    path = tmp_path / "a.csv"
    path.write_text("姓名,入会时间\n苏棠,2024-12-24 09:00\n", encoding="gb18030")
    assert run(library, path, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["name"] for one in told["missing"]] == ["韩知远", "罗思琪"]
    assert told["matched"][0]["seconds"] is None


@pytest.mark.parametrize(
    ("rows", "arguments", "words"),
    [
        (
            [["姓名", "入会时间", "退会时间"], ["苏棠", "2024-12-31 09:00", "2024-12-31 10:00"]],
            [],
            "没有 2024-12-24 的连接",
        ),
        ([["姓名", "入会时间"], ["苏棠", "7/8/2026 09:00"]], [], "两种读法"),
        ([["谁", "来"], ["苏棠", "9:00"]], [], "指明各列"),
        ([["姓名", "入会时间"], ["苏棠", "2024-12-24 09:00"]], ["--session", "3"], "没有第 3 场"),
        ([["姓名", "入会时间"], ["苏棠", "2024-12-24 09:00"]], ["--minimum", "x"], "不是数"),
    ],
)
def test_faults_are_one_sentence_and_status_two(library, capsys, rows, arguments, words):
    path = library.with_name("a.csv")
    path.write_text(files.lines(rows), encoding="utf-8")
    assert run(library, path, "--apply", *arguments) == 2
    said = capsys.readouterr().err
    assert words in said
    assert len(said.splitlines()) == 1
    assert load(library) == MEETING


def test_two_meetings_on_one_day_have_to_be_told_apart(library, tmp_path, capsys):
    with Library(library) as kept:
        kept.save(replace(MEETING, start=None, end=None))
    path = tmp_path / "a.csv"
    rows = [["姓名", "入会时间", "退会时间"]]
    rows += [["苏棠", "2024-12-24 09:00", "2024-12-24 10:00"], ["罗思琪", "2024-12-24 14:00", "2024-12-24 15:00"]]
    path.write_text(files.lines(rows), encoding="utf-8")
    assert run(library, path) == 2
    assert "2) 2024-12-24 14:00–15:00，1 人" in capsys.readouterr().err
    assert run(library, path, "--session", 2, "--apply") == 0
    assert [one.name for one in load(library).connections] == ["罗思琪"]


def test_final_minutes_are_not_touched(library, tencent, capsys):
    final = replace(MEETING, status=Status.FINAL)
    with Library(library) as kept:
        kept.save(final)
    assert run(library, tencent, "--apply") == 2
    assert "定稿" in capsys.readouterr().err
    assert load(library) == final
    assert run(library, tencent) == 0


def test_decisions_are_kept_with_the_library(library, tmp_path):
    desk = Desk(tmp_path)
    desk.decide("贺兰", Kind.ROSTER, desk.line("贺兰").newcomer)
    done = desk.done()
    with Library(library) as kept:
        keep_report(kept, MEETING, done, *desk.nicknames())
        assert kept.people()[-1].name == "贺兰"
        assert kept.nicknames()[0].people == (HAN.id, kept.people()[-1].id)
        keep_report(kept, MEETING, done, *desk.nicknames())
        assert len(kept.people()) == 5
