"""What was understood of a past meeting, as a page: facts, people, items, decisions, actions, essays."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QCoreApplication

from copu_desk.document import plain_body
from copu_desk.gui.sentences import aside, listed, said
from copu_desk.gui.words import choices
from copu_desk.model import Action, Capacity, Meeting, Presence, essay_label, item_label

translate = QCoreApplication.translate


def told(meeting: Meeting, series: str, notes: str) -> str:
    """Return the page of a meeting, as HTML; `notes` are what is to be looked at."""
    parts = [f"<p><b>⚠ {escape(notes)}</b></p>" if notes else "", _facts(meeting, series), _people(meeting)]
    parts += [_item(meeting, number) for number in range(len(meeting.agenda))]
    parts += [_actions(one for one in meeting.actions if not one.item)]
    parts += [_essays(meeting, "")]
    end = "\n".join(filter(None, (plain_body(meeting.closing), plain_body(meeting.postscript))))
    parts += [f"<p>{_lines(end)}</p>" if end else ""]
    return "".join(parts)


def _facts(meeting: Meeting, series: str) -> str:
    hours = "—".join(moment.strftime("%H:%M") for moment in (meeting.start, meeting.end) if moment)
    facts = (
        (translate("past_page", "标题"), meeting.title),
        (translate("past_page", "系列"), series),
        (translate("past_page", "时间"), hours),
        (translate("past_page", "地点"), meeting.venue),
        (translate("past_page", "平台"), meeting.platform),
        (translate("past_page", "主持"), meeting.chair),
        (translate("past_page", "记录"), meeting.recorder),
        (translate("past_page", "密级"), meeting.classification),
        (translate("past_page", "备注"), meeting.remarks),
        (translate("past_page", "抄送"), meeting.copies),
        (translate("past_page", "开头"), meeting.opening),
        (translate("past_page", "其他"), plain_body(meeting.preamble)),
    )
    rows = "".join(f"<tr><td>{name}&nbsp;&nbsp;</td><td>{_lines(words)}</td></tr>" for name, words in facts if words)
    return f"<table>{rows}</table>" if rows else ""


def _people(meeting: Meeting) -> str:
    words = {**choices(Presence), Presence.ONSITE: "", Presence.UNMARKED: ""}
    kinds = {**choices(Capacity), Capacity.MEMBER: ""}
    people = []
    for one in meeting.attendees:
        about = [one.organization, one.title, words[one.presence], kinds[one.capacity], one.note]
        inside = aside(listed(filter(None, about)))
        people.append(escape(f"{one.name}{inside}{'✓' if one.person else ''}"))
    head = translate("past_page", "参会人员 {}（✓ 名册里的人）").format(len(people))
    return f"<p><b>{head}</b><br>{listed(people)}</p>" if people else ""


def _item(meeting: Meeting, number: int) -> str:
    item = meeting.agenda[number]
    parts = [f"<p><b>{number + 1}. {escape(said(item_label(item)))}</b>"]
    if item.presenter:
        parts.append("<br>" + translate("past_page", "汇报人：{}").format(escape(item.presenter)))
    if item.discussion:
        parts.append(f"<br>{_lines(plain_body(item.discussion))}")
    parts += ["</p>", _list(translate("past_page", "决议"), (one.text for one in item.decisions))]
    parts += [_actions(one for one in meeting.actions if one.item == item.id), _essays(meeting, item.id)]
    return "".join(parts)


def _actions(actions: Iterable[Action]) -> str:
    lines = (
        "\u3000".join(filter(None, (one.what, one.owner, one.due.isoformat() if one.due else one.due_words)))
        for one in actions
    )
    return _list(translate("past_page", "待办"), lines)


def _essays(meeting: Meeting, item: str) -> str:
    return _list(translate("past_page", "附文"), (said(essay_label(one)) for one in meeting.essays if one.item == item))


def _list(name: str, lines: Iterable[str]) -> str:
    rows = "".join(f"<li>{_lines(line)}</li>" for line in lines)
    return f"<p>{name}</p><ul>{rows}</ul>" if rows else ""


def _lines(words: str) -> str:
    return escape(words).replace("\n", "<br>")
