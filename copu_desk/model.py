"""Meetings, people and series as plain, frozen values: no Qt, no SQL, no files."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any
from uuid import uuid4

from copu_desk.document import Body, plain
from copu_desk.sentences import Sentence


def new_id() -> str:
    """Return an identity for a new record: 32 hexadecimal digits."""
    return uuid4().hex


class Capacity(StrEnum):
    """In what capacity somebody attends: 出席, 列席, 嘉宾."""

    MEMBER = "member"
    OBSERVER = "observer"
    GUEST = "guest"


class Presence(StrEnum):
    """Whether somebody came: 未到, 现场, 线上, 请假, 缺席."""

    UNMARKED = "unmarked"
    ONSITE = "onsite"
    ONLINE = "online"
    EXCUSED = "excused"
    ABSENT = "absent"

    @property
    def came(self) -> bool:
        """Whether the person was there, in the room or online."""
        return self in (Presence.ONSITE, Presence.ONLINE)


class Status(StrEnum):
    """How far the minutes are: 草稿, 定稿."""

    DRAFT = "draft"
    FINAL = "final"


class ItemKind(StrEnum):
    """What is done with an agenda item: 报告, 讨论, 审议, 通报."""

    REPORT = "report"
    DISCUSSION = "discussion"
    REVIEW = "review"
    BRIEFING = "briefing"


class EssayKind(StrEnum):
    """What kind of text was laid before the meeting: 文章, 访谈, 通报."""

    ARTICLE = "article"
    INTERVIEW = "interview"
    BULLETIN = "bulletin"


class ActionStatus(StrEnum):
    """What became of an action: 未完成, 已完成, 不再办理, 转下次."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"
    CARRIED = "carried"


@dataclass(frozen=True, slots=True)
class Membership:
    """That a person belongs to a series from one day to another; no day means from the first or without end."""

    series: str = ""
    since: date | None = None
    until: date | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Person:
    """An entry of the roster; the roster is a tuple of them in rank order.

    `merged` are the ids of entries that became one with this: meetings that name them mean this person.
    """

    name: str = ""
    organization: str = ""
    title: str = ""
    capacity: Capacity = Capacity.MEMBER
    aliases: tuple[str, ...] = ()
    pinyin: str = ""
    note: str = ""
    memberships: tuple[Membership, ...] = ()
    merged: tuple[str, ...] = ()
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Series:
    """A row of regular meetings (例会系列), and what a new meeting of it starts with."""

    name: str = ""
    style: str = "copu"
    title_pattern: str = ""
    number_by_year: bool = False
    venue: str = ""
    platform: str = ""
    link: str = ""
    chair: str = ""
    recorder: str = ""
    copies: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody called to a meeting; organization and title are as of that day, person is the roster's id or empty."""

    name: str = ""
    organization: str = ""
    title: str = ""
    capacity: Capacity = Capacity.MEMBER
    presence: Presence = Presence.UNMARKED
    arrived: time | None = None
    arrived_item: str = ""
    left: time | None = None
    left_item: str = ""
    note: str = ""
    person: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Votes:
    """A counted vote: 同意, 反对, 弃权 (each 0 or more)."""

    ayes: int = 0
    noes: int = 0
    abstentions: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided on an agenda item; votes only where they were counted."""

    text: str = ""
    votes: Votes | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of the agenda; a section is a heading printed before it, minutes are planned (0: not planned)."""

    title: str = ""
    section: str = ""
    kind: ItemKind = ItemKind.DISCUSSION
    presenter: str = ""
    planned_minutes: int = 0
    started: time | None = None
    ended: time | None = None
    lead: str = ""
    discussion: Body = ()
    decisions: tuple[Decision, ...] = ()
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Action:
    """Something to be done: item is the agenda item's id or empty, due_words the date as it was said (月底)."""

    what: str = ""
    owner: str = ""
    due: date | None = None
    due_words: str = ""
    status: ActionStatus = ActionStatus.OPEN
    closed_in: str = ""
    origin: str = ""
    item: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Essay:
    """A text laid before the meeting; item is the agenda item's id or empty, date is as printed."""

    title: str = ""
    author: str = ""
    date: str = ""
    source: str = ""
    kind: EssayKind = EssayKind.ARTICLE
    item: str = ""
    body: Body = ()
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Connection:
    """A line of a platform's attendance report: somebody's coming and going, as written.

    `name` is as written, `account` an e-mail address or user id where there is one. What was not written or could not
    be read is unknown: None. Moments are Beijing time, `seconds` is the length that the report gives. `file`, `digest`
    (SHA-256 of its bytes), `sheet` and `row` (from 1) say where it stands; `attendees` are the ids of those it means,
    several where they share an account, none where nobody of the list is meant.
    """

    name: str = ""
    account: str = ""
    organization: str = ""
    role: str = ""
    joined: datetime | None = None
    left: datetime | None = None
    seconds: int | None = None
    file: str = ""
    digest: str = ""
    sheet: str = ""
    row: int = 0
    attendees: tuple[str, ...] = ()
    id: str = field(default_factory=new_id)


class OriginalKind(StrEnum):
    """What a file was imported as: 纪要, 纪要合集 (of several meetings), 附文, 平台名单, 考勤台账, 修改稿."""

    MINUTES = "minutes"
    COLLECTION = "collection"
    ESSAY = "essay"
    REPORT = "report"
    LEDGER = "ledger"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Original:
    """A file that something of a meeting was imported from (原件); the library keeps its bytes by their digest.

    `name` is the file's own, without a folder; `digest` is the SHA-256 (hex) of its bytes, `size` their number;
    `moment` is when it was imported (UTC).
    """

    name: str = ""
    kind: OriginalKind = OriginalKind.MINUTES
    digest: str = ""
    size: int = 0
    moment: datetime | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Nickname:
    """Whom a name on a platform (with an account, where there is one) meant the last time somebody decided.

    `people` are ids of the roster, `guests` names of people who are not in it; several share the account. Neither:
    it is nobody, such as the screen of a room.
    """

    name: str = ""
    account: str = ""
    people: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """Everything the minutes are made from.

    An empty title or opening is built by the house style. `preamble` stands between the opening and the first item,
    `closing` after the last one, `postscript` at the very end; `copies` is who gets a copy (抄送). `scratch` is private
    and never leaves the program.
    """

    held_on: date
    series: str = ""
    number: int = 0
    title: str = ""
    start: time | None = None
    end: time | None = None
    venue: str = ""
    platform: str = ""
    link: str = ""
    chair: str = ""
    recorder: str = ""
    opening: str = ""
    preamble: Body = ()
    closing: Body = ()
    postscript: Body = ()
    classification: str = ""
    remarks: str = ""
    copies: str = ""
    status: Status = Status.DRAFT
    scratch: str = ""
    attendees: tuple[Attendee, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    actions: tuple[Action, ...] = ()
    essays: tuple[Essay, ...] = ()
    connections: tuple[Connection, ...] = ()
    originals: tuple[Original, ...] = ()
    id: str = field(default_factory=new_id)


Place = tuple[str, ...]
"""The way to a value in a meeting: ("title",), or ("agenda", "<id>", "decisions", "<id>", "text")."""


def get(value: Any, place: Place) -> Any:
    """Return the value at a place, or None if a record on the way is gone."""
    for step in place:
        if isinstance(value, tuple):
            value = next((record for record in value if record.id == step), None)
        elif value is not None:
            value = getattr(value, step)
    return value


def put(value: Any, place: Place, new: Any) -> Any:
    """Return a copy with another value at a place; everything off the way is shared."""
    if not place:
        return new
    step, rest = place[0], place[1:]
    if isinstance(value, tuple):
        return tuple(put(record, rest, new) if record.id == step else record for record in value)
    return replace(value, **{step: put(getattr(value, step), rest, new)})


LABEL_LENGTH = 20
UNTITLED = Sentence("（无题）")


def essay_label(essay: Essay) -> str:
    """Return what an essay is called in lists: its title, else the beginning of its text."""
    first = next((words for block in essay.body if (words := plain(block).strip())), "")
    return essay.title or (first[:LABEL_LENGTH] + "…" if len(first) > LABEL_LENGTH else first) or UNTITLED


def item_label(item: AgendaItem) -> str:
    """Return what an agenda item is called in lists: its title, else its lead sentence."""
    return item.title or item.lead or UNTITLED
