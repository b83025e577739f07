"""The JSON forms of the command line: a contract that scripts depend on, so fields are added but never changed."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from copu_desk.attendance import DEFINITION, Counts, Period
from copu_desk.connections import length
from copu_desk.desk import Imported, ReportResult
from copu_desk.document import plain_body
from copu_desk.library import Entry
from copu_desk.matching.nicknames import Way
from copu_desk.model import (
    Action,
    AgendaItem,
    Attendee,
    Connection,
    Essay,
    Meeting,
    Original,
    OriginalKind,
    Person,
    Presence,
    Series,
)
from copu_desk.reckoning import Line
from copu_desk.roster import CAPACITY_WORDS, Arriving, changes


def entry_values(entry: Entry, title: str) -> dict[str, Any]:
    """Return one line of a list of meetings."""
    return {
        "id": entry.id,
        "series": entry.series_name,
        "number": entry.number,
        "title": title,
        "date": entry.held_on.isoformat(),
        "status": str(entry.status),
    }


def meeting_values(meeting: Meeting, series: Series, title: str, opening: str) -> dict[str, Any]:
    """Return a whole meeting; title and opening are as printed. The private scratch pad is left out."""
    return {
        "id": meeting.id,
        "series": series.name,
        "number": meeting.number,
        "title": title,
        "date": meeting.held_on.isoformat(),
        "start": meeting.start.strftime("%H:%M") if meeting.start else "",
        "end": meeting.end.strftime("%H:%M") if meeting.end else "",
        "venue": meeting.venue,
        "platform": meeting.platform,
        "link": meeting.link,
        "chair": meeting.chair,
        "recorder": meeting.recorder,
        "opening": opening,
        "preamble": plain_body(meeting.preamble),
        "closing": plain_body(meeting.closing),
        "postscript": plain_body(meeting.postscript),
        "classification": meeting.classification,
        "remarks": meeting.remarks,
        "copies": meeting.copies,
        "status": str(meeting.status),
        "attendees": [
            {
                "id": one.id,
                "name": one.name,
                "organization": one.organization,
                "title": one.title,
                "capacity": str(one.capacity),
                "presence": str(one.presence),
                "arrived": one.arrived.strftime("%H:%M") if one.arrived else "",
                "left": one.left.strftime("%H:%M") if one.left else "",
                "note": one.note,
            }
            for one in meeting.attendees
        ],
        "agenda": [_item_values(item, meeting) for item in meeting.agenda],
        "actions": [_action_values(action) for action in meeting.actions],
        "essays": [_essay_values(essay) for essay in meeting.essays],
        "connections": [_connection_values(one) | {"attendees": list(one.attendees)} for one in meeting.connections],
        "originals": [original_values(one) for one in meeting.originals],
    }


def _item_values(item: AgendaItem, meeting: Meeting) -> dict[str, Any]:
    return {
        "title": item.title,
        "section": item.section,
        "kind": str(item.kind),
        "presenter": item.presenter,
        "lead": item.lead,
        "discussion": plain_body(item.discussion),
        "decisions": [
            {
                "text": decision.text,
                "votes": decision.votes
                and {
                    "ayes": decision.votes.ayes,
                    "noes": decision.votes.noes,
                    "abstentions": decision.votes.abstentions,
                },
            }
            for decision in item.decisions
        ],
        "actions": [_action_values(action) for action in meeting.actions if action.item == item.id],
        "essays": [essay.title for essay in meeting.essays if essay.item == item.id],
    }


def _action_values(action: Action) -> dict[str, Any]:
    return {
        "what": action.what,
        "owner": action.owner,
        "due": action.due.isoformat() if action.due else action.due_words,
        "status": str(action.status),
    }


def _essay_values(essay: Essay) -> dict[str, Any]:
    return {
        "title": essay.title,
        "author": essay.author,
        "date": essay.date,
        "source": essay.source,
        "kind": str(essay.kind),
        "body": plain_body(essay.body),
    }


ORIGINAL_WORDS = {
    OriginalKind.MINUTES: "纪要",
    OriginalKind.COLLECTION: "纪要合集",
    OriginalKind.ESSAY: "附文",
    OriginalKind.REPORT: "平台名单",
    OriginalKind.LEDGER: "考勤台账",
    OriginalKind.RETURNED: "修改稿",
}
"""What a file was imported as, in words."""


def original_values(one: Original) -> dict[str, Any]:
    """Return a file that something of a meeting was imported from; `sha256` is that of its bytes."""
    return {
        "name": one.name,
        "kind": str(one.kind),
        "size": one.size,
        "sha256": one.digest,
        "imported": one.moment.isoformat() if one.moment else "",
    }


def imported_values(one: Imported, again: bool) -> dict[str, Any]:
    """Return what came in of one meeting; it is skipped if it was there already, unless taken again."""
    return {
        "id": one.meeting.id,
        "date": one.meeting.held_on.isoformat(),
        "series": one.series.name,
        "title": one.meeting.title,
        "attendees": len(one.meeting.attendees),
        "matched": sum(bool(attendee.person) for attendee in one.meeting.attendees),
        "names": [attendee.name for attendee in one.meeting.attendees],
        "items": len(one.meeting.agenda),
        "essays": len(one.meeting.essays),
        "notes": list(one.notes),
        "skipped": one.duplicate is not None and not again,
    }


def ledger_values(one: Imported) -> dict[str, Any]:
    """Return what came in of one day of a ledger: how many stand how, and what was unsure."""
    counted = Counter(str(attendee.presence) for attendee in one.meeting.attendees)
    return {
        "id": one.meeting.id,
        "date": one.meeting.held_on.isoformat(),
        "series": one.series.name,
        "attendees": len(one.meeting.attendees),
        **{str(presence): counted[presence] for presence in Presence},
        "notes": list(one.notes),
        "skipped": one.duplicate is not None,
    }


def person_values(person: Person, series: Mapping[str, str]) -> dict[str, Any]:
    """Return an entry of the roster; `series` are the names of the series by their ids."""
    return {
        "id": person.id,
        "name": person.name,
        "organization": person.organization,
        "title": person.title,
        "capacity": str(person.capacity),
        "capacity_word": CAPACITY_WORDS[person.capacity],
        "aliases": list(person.aliases),
        "pinyin": person.pinyin,
        "note": person.note,
        "memberships": [
            {
                "series": series.get(one.series, one.series),
                "since": one.since.isoformat() if one.since else "",
                "until": one.until.isoformat() if one.until else "",
            }
            for one in person.memberships
        ],
    }


def arriving_values(found: Arriving, series: Mapping[str, str]) -> dict[str, Any]:
    """Return what a list brought to the roster."""
    return {
        "new": [person_values(one.after, series) for one in found.arrivals if one.before is None],
        "changed": [
            {"name": one.after.name, "changes": [list(told) for told in changes(one, series)]}
            for one in found.arrivals
            if one.before
        ],
        "same": found.same,
        "series": [one.name for one in found.series],
        "notes": list(found.notes),
    }


def attendance_values(period: Period) -> dict[str, Any]:
    """Return what was counted in a period: each person, meeting and organization, who is left out, and the definition.

    `marks` has a mark for each meeting in order, null where the person has nothing to do with it.
    """
    return {
        "series": period.series_name,
        "people": [
            {
                "name": row.name,
                "organization": row.organization,
                **_count_values(row.counts),
                "person": row.person,
                "marks": [mark and str(mark) for mark in row.marks],
            }
            for row in period.rows
        ],
        "meetings": [
            {"id": meeting.id, "date": meeting.held_on.isoformat(), "title": title}
            | _count_values(period.meeting_counts(column))
            for column, (meeting, title) in enumerate(zip(period.meetings, period.titles, strict=True))
        ],
        "organizations": [
            {"organization": name, **_count_values(period.organization_counts(name))} for name in period.organizations
        ],
        "exclusions": [
            {
                "meeting": period.meetings[one.column].id,
                "date": period.meetings[one.column].held_on.isoformat(),
                "name": one.name,
                "organization": one.organization,
                "presence": str(one.presence) if one.presence else "",
                "reason": str(one.reason),
            }
            for one in period.exclusions
        ],
        "definition": list(DEFINITION),
    }


def _count_values(counts: Counts) -> dict[str, Any]:
    return {
        "onsite": counts.onsite,
        "online": counts.online,
        "excused": counts.excused,
        "absent": counts.absent,
        "expected": counts.expected,
        "came": counts.came,
        "base": counts.base,
        "rate": counts.rate,
        "online_share": counts.online_share,
    }


def _connection_values(one: Connection) -> dict[str, Any]:
    return {
        "name": one.name,
        "account": one.account,
        "joined": one.joined.isoformat(" ") if one.joined else "",
        "left": one.left.isoformat(" ") if one.left else "",
        "seconds": one.seconds,
        "file": one.file,
        "sheet": one.sheet,
        "row": one.row,
    }


def report_values(result: ReportResult) -> dict[str, Any]:
    """Return what a report means for a meeting: who is matched, to be decided, new, and missing.

    `seconds` is how long somebody was in the meeting, null if that is unknown; without `whole` it was at least so long.
    """
    return {
        "matched": [
            _line_values(line)
            | {"attendee": _who(line.settled.attendee), "way": str(line.found.way)}
            | _stay_values(result, line.settled.attendee)
            for line in result.lines
            if line.settled and line.settled.attendee
        ],
        "undecided": [
            _line_values(line) | {"candidates": [_who(one) for one in line.found.candidates]}
            for line in result.lines
            if line.settled is None and line.found.candidates
        ],
        "new": [_line_values(line) for line in result.lines if line.settled is None and not line.found.candidates],
        "nobody": [_line_values(line) for line in result.lines if line.settled and line.settled.attendee is None],
        "missing": [_who(one) for one in result.reckoned.missing],
        "applied": result.taken,
        "notes": [result.note] if result.note else [],
    }


def _line_values(line: Line) -> dict[str, Any]:
    return {
        "written": line.written,
        "account": line.account,
        "name": line.name,
        "connections": [_connection_values(one) for one in line.connections],
    }


def _who(attendee: Attendee) -> dict[str, str]:
    return {"name": attendee.name, "organization": attendee.organization}


def _stay_values(result: ReportResult, attendee: Attendee) -> dict[str, Any]:
    how = result.reckoned.stays.get(attendee.id)
    return {
        "seconds": how.seconds if how else 0,
        "whole": how.whole if how else True,
        "presence": str(_after(result, attendee).presence),
    }


def _after(result: ReportResult, attendee: Attendee) -> Attendee:
    return next((one for one in result.reckoned.meeting.attendees if one.id == attendee.id), attendee)


_PRESENCES = {
    Presence.ONSITE: "现场",
    Presence.ONLINE: "线上",
    Presence.EXCUSED: "请假",
    Presence.ABSENT: "缺席",
    Presence.UNMARKED: "未到",
}
_WAYS = {Way.REMEMBERED: "记得", Way.EXACT: "同名", Way.NORMALISED: "写法不同", Way.PINYIN: "拼音", None: ""}


def report_rows(result: ReportResult) -> list[tuple[str, ...]]:
    """Return what a report means for a meeting as rows of words: the kind, the name as written, who that is, more."""
    rows: list[tuple[str, ...]] = []
    for line in result.lines:
        settled = line.settled
        if settled and settled.attendee:
            stays = length(result.reckoned.stays.get(settled.attendee.id))
            after = _PRESENCES[_after(result, settled.attendee).presence]
            rows.append(("对上", line.written, _named(settled.attendee), _WAYS[line.found.way], stays, after))
        elif settled:
            rows.append(("不计", line.written))
        elif line.found.candidates:
            rows.append(("待定", line.written, "可能是：" + "；".join(map(_named, line.found.candidates))))
        else:
            rows.append(("新", line.written, _named(line.newcomer)))
    return [*rows, *(("未到", "", _named(one)) for one in result.reckoned.missing)]


def _named(attendee: Attendee) -> str:
    return f"{attendee.name}（{attendee.organization}）" if attendee.organization else attendee.name
