"""What a library holds, in short: digests of its things, and which fields of the model an edit changed."""

from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass, replace
from enum import Enum
from hashlib import sha256
from typing import Any, get_args, get_type_hints

from copu_desk.document import Block
from copu_desk.errors import CopuError
from copu_desk.library import Library
from copu_desk.library.actions import EDITED
from copu_desk.model import Meeting, Nickname, Person, Series

ROOTS = (Meeting, Person, Series, Nickname)
COMMANDS = "命令行"  # what a command writes beside the window bears this word
WHOLE = "whole"  # all that a library holds, as one thing
NEVER_EDITED = {
    "Table.widths": "set by the composers of sheets, not in texts",
    "Table.row_height": "set by the composers of sheets, not in texts",
    "Table.form": "set by the composers of minutes, not in texts",
}
_MOST_KNOWN = 50_000
_known: dict[int, tuple[Any, bytes]] = {}  # of records, which are frozen; each entry holds what it is of


class Ties:
    """Which entries of the roster became one with which: an attendee tied to one of them is tied to all of them.

    Rows of meetings stay as they were written when two entries become one, and are tied anew when they are read.
    """

    def __init__(self) -> None:
        self._one: dict[str, str] = {}

    def join(self, old: str, new: str) -> bool:
        """Take in that two became one; return whether that is news."""
        kept, gone = sorted((self.of(old), self.of(new)))
        self._one = {one: kept if other == gone else other for one, other in self._one.items()}
        if kept != gone:
            self._one[gone] = kept
        return kept != gone

    def of(self, person: str) -> str:
        """Return the one id that stands for all those that a person has."""
        return self._one.get(person, person)

    def made(self, value: Any) -> Any:
        """Return a meeting (or several) with its attendees tied to the ids that stand for all."""
        if isinstance(value, tuple):
            return tuple(map(self.made, value))
        if not isinstance(value, Meeting) or not any(one.person in self._one for one in value.attendees):
            return value
        return replace(value, attendees=tuple(replace(one, person=self.of(one.person)) for one in value.attendees))


def digest(value: Any, ties: Ties, *, beside_commands: bool = False) -> str:
    """Return what equal values share and other ones do not.

    `beside_commands` passes over what a command added and over the order, which two writers may decide otherwise.
    """
    value = ties.made(value)
    return sha256(_sorted(_without_commands(value)) if beside_commands else _of(value)).hexdigest()[:16]


def _of(value: Any) -> bytes:
    if isinstance(value, tuple):
        return b"(%s)" % b"|".join(map(_of, value))
    if not is_dataclass(value):
        plain = value.value if isinstance(value, Enum) else float(value) if isinstance(value, int) else value
        return repr(plain).encode("utf-8", "surrogatepass")
    known = _known.get(id(value))
    if known is None:
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        made = b"|".join([type(value).__name__.encode(), *(_of(getattr(value, one.name)) for one in fields(value))])
        known = _known[id(value)] = value, sha256(made).digest() if len(made) > 64 else made
    return known[1]


def _sorted(value: Any) -> bytes:
    if isinstance(value, tuple) and value and hasattr(value[0], "id"):
        return b"(%s)" % b"|".join(sorted(map(_sorted, value)))
    if not is_dataclass(value) or isinstance(value, Block):
        return _of(value)
    return b"|".join(_sorted(getattr(value, one.name)) for one in fields(value))


def _without_commands(value: Any) -> Any:
    if isinstance(value, Meeting):
        return replace(
            value,
            connections=tuple(one for one in value.connections if COMMANDS not in one.file),
            originals=tuple(one for one in value.originals if COMMANDS not in one.name),
        )
    if isinstance(value, tuple):
        return tuple(one for one in value if not (isinstance(one, Person) and COMMANDS in one.name))
    return value


def shows_command(value: Any) -> bool:
    """Return whether a meeting or a roster holds what a command wrote."""
    return _without_commands(value) != value


def kept(library: Library, thing: str) -> Any:
    """Return what a library holds of a thing, by the name that the window tells it by; None if it is not there."""
    kind, _, name = thing.partition(":")
    match kind:
        case "roster":
            return library.people()
        case "series":
            return library.series()
        case "deleted":
            return deleted(library)
        case "setting":
            return library.setting(name)
        case "whole":  # WHOLE
            return whole(library)
        case "nickname":
            return next((one for one in library.nicknames() if nickname(one) == thing), None)
        case "action":
            meeting, action = name.split("/")
            found = next((one for one in getattr(_meeting(library, meeting), "actions", ()) if one.id == action), None)
            return action_line(found) if found else None
        case _:
            return _meeting(library, name)


def _meeting(library: Library, identity: str) -> Meeting | None:
    try:
        return library.load(identity)
    except CopuError:
        return None


def whole(library: Library) -> tuple[Any, ...]:
    """Return all that a library holds of what a window tells of."""
    ids = sorted(one.id for gone in (False, True) for one in library.entries(deleted=gone))
    meetings = tuple(_meeting(library, identity) for identity in ids)
    return (*meetings, library.people(), library.series(), library.nicknames(), deleted(library))


def deleted(library: Library) -> tuple[str, ...]:
    """Return the ids of the meetings in the trash, in order."""
    return tuple(sorted(entry.id for entry in library.entries(deleted=True)))


def nickname(one: Nickname) -> str:
    """Return how a nickname is called as a thing."""
    return "nickname:" + sha256(f"{one.name}\0{one.account}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def action_line(action: Any) -> tuple[Any, ...]:
    """Return of an action what can be edited in the list of all actions."""
    return tuple(getattr(action, name) for name in EDITED)


# Fields


def every_field() -> set[str]:
    """Return the fields of all records of the model, such as Meeting.venue, but those that nobody edits."""
    kinds: set[type] = set()
    waiting: list[Any] = [*ROOTS]
    while waiting:
        one = waiting.pop()
        if is_dataclass(one) and isinstance(one, type):
            if one not in kinds:
                kinds.add(one)
                waiting += get_type_hints(one).values()
        else:
            waiting += get_args(one)
    names = {f"{kind.__name__}.{one.name}" for kind in kinds for one in fields(kind) if one.name != "id"}
    return names - NEVER_EDITED.keys()


def edited(before: Any, after: Any) -> Iterator[str]:
    """Yield the fields in which a record became another; all that are not empty where there was none before."""
    for one in fields(after):
        new = getattr(after, one.name)
        old = getattr(before, one.name) if type(before) is type(after) else _default(one)
        if old is not new and old != new and one.name != "id":
            yield f"{type(after).__name__}.{one.name}"
            yield from _within(old, new)


def _default(one: Any) -> Any:
    return one.default if one.default is not MISSING else None


def _within(old: Any, new: Any) -> Iterator[str]:
    if is_dataclass(new):
        yield from edited(old, new)
    elif isinstance(new, tuple):
        then = old if isinstance(old, tuple) else ()
        same, known = set(map(id, then)), {getattr(one, "id", ""): one for one in then}
        for one in new:
            if is_dataclass(one) and id(one) not in same:
                yield from edited(known.get(getattr(one, "id", None)), one)
