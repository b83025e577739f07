"""File a note of the scratch pad where it belongs in the meeting: as discussion, decision or action of an item."""

import re
from dataclasses import replace

from copu_desk import dates
from copu_desk.document import text
from copu_desk.model import Action, AgendaItem, Decision, Meeting

_AT = r"(?<![A-Za-z0-9._%+-])@"  # before a name: that of an e-mail address stands behind a letter
_MENTION = re.compile(_AT + r"([^\s@，,。；;]+)\s*")
_STAMP = re.compile(r"^\s*\d{1,2}[:：]\d{2}\s+")


def discuss(meeting: Meeting, item: AgendaItem, note: str) -> Meeting:
    """Return the meeting with a note as the last paragraph of an item's discussion; `@` before names goes."""
    return _with_item(meeting, replace(item, discussion=(*item.discussion, text(_plain(note)))))


def decide(meeting: Meeting, item: AgendaItem, note: str) -> Meeting:
    """Return the meeting with a note as an item's last decision; a time stamp before it goes."""
    return _with_item(meeting, replace(item, decisions=(*item.decisions, Decision(text=_plain(_unstamped(note))))))


def act(meeting: Meeting, item: AgendaItem | None, note: str) -> Meeting:
    """Return the meeting with a note as an action: `@name` is the owner, a last word that means a day the due date."""
    words = _unstamped(note)
    owners = _MENTION.findall(words)
    words = _MENTION.sub("", words).strip()
    head, _, last = words.rpartition(" ")
    due = dates.meant(last, meeting.held_on) if head else None
    action = Action(
        what=head.rstrip(" ，,") if due else words,
        owner="、".join(dict.fromkeys(owners)),
        due=due,
        due_words=last if due else "",
        item=item.id if item else "",
    )
    return replace(meeting, actions=(*meeting.actions, action))


def take_out(pad: str, position: int) -> tuple[str, str, int]:
    """Return the paragraph of a scratch pad at a position, the pad without it, and where the next note begins in that.

    Of an empty paragraph it is the one before. Positions count characters from 0. The next note never begins behind an
    older one in its line: where the last paragraph goes, an empty one stays. Without any paragraph there, the note is
    empty and the pad as it was.
    """
    lines = pad.split("\n")
    row = pad[:position].count("\n")
    while row > 0 and not lines[row].strip():
        row -= 1
    note = lines[row].strip()
    if not note:
        return "", pad, position
    before, after = lines[:row], lines[row + 1 :]
    return note, "\n".join([*before, *(after or ([""] if before else []))]), len("\n".join([*before, ""]))


def _with_item(meeting: Meeting, item: AgendaItem) -> Meeting:
    return replace(meeting, agenda=tuple(item if one.id == item.id else one for one in meeting.agenda))


def _plain(note: str) -> str:
    return re.sub(_AT + r"(?=[^\s@])", "", note)


def _unstamped(note: str) -> str:
    return _STAMP.sub("", note)
