"""Meetings, people, series, pictures and originals together as one JSON text, which comes back without any loss.

The form, which `copu-desk export --format json` writes and `copu-desk import` reads:
`{"format": "copu-desk", "version": 1, "series": […], "people": […], "meetings": […], "images": {sha256: base64},
"originals": {sha256: base64}}`; the records have the field names of model.py, and fields with their default value are
left out (records.py).
"""

import json
import re
from base64 import b64decode, b64encode
from codecs import BOM_UTF8
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import islice
from typing import Any, TypeVar

from copu_desk import records
from copu_desk.document import Body, Picture
from copu_desk.errors import ReadError
from copu_desk.model import (
    Action,
    AgendaItem,
    Attendee,
    Connection,
    Decision,
    Essay,
    Meeting,
    Original,
    Person,
    Series,
    new_id,
)

R = TypeVar("R", Meeting, Person, Series, Attendee, AgendaItem, Decision, Action, Essay, Connection, Original)

FORMAT, VERSION = "copu-desk", 1
LARGEST = 200_000_000  # bytes; a year of meetings with pictures stays far below
MOST_VALUES = 2_000_000  # each takes some hundred bytes of memory, however short it is written
_BETWEEN = (b",", b"[", b"{")
_FOREIGN = re.compile(rb"[\x80-\xff]+")


@dataclass(frozen=True, slots=True)
class Bundle:
    """What travels together: images and originals are the bytes of each by the SHA-256 (hex) that names them."""

    meetings: tuple[Meeting, ...] = ()
    people: tuple[Person, ...] = ()
    series: tuple[Series, ...] = ()
    images: Mapping[str, bytes] = field(default_factory=dict)
    originals: Mapping[str, bytes] = field(default_factory=dict)


def image_names(meeting: Meeting) -> set[str]:
    """Return the names of all pictures in a meeting."""
    bodies: list[Body] = [meeting.preamble, meeting.closing, meeting.postscript]
    bodies += [item.discussion for item in meeting.agenda] + [essay.body for essay in meeting.essays]
    return {block.image for body in bodies for block in body if isinstance(block, Picture)}


def write(bundle: Bundle) -> bytes:
    """Return the JSON text (UTF-8, indented, the same for the same values)."""
    values: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "series": [records.dump(one) for one in bundle.series],
        "people": [records.dump(one) for one in bundle.people],
        "meetings": [records.dump(one) for one in bundle.meetings],
    }
    for name, files in (("images", bundle.images), ("originals", bundle.originals)):
        if files:
            values[name] = {digest: b64encode(data).decode("ascii") for digest, data in sorted(files.items())}
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()


def read(data: bytes) -> Bundle:
    """Return what `write` wrote; ReadError for anything else, for a newer version, and where a file is damaged."""
    if len(data) > LARGEST or sum(map(data.count, _BETWEEN)) > MOST_VALUES:
        raise ReadError("这个数据文件太大了，无法读入。请分批导出后再导入。")
    try:
        values = json.loads(_in_ascii(data.removeprefix(BOM_UTF8)))
    except (ValueError, RecursionError) as error:
        raise ReadError("这个文件不是完整的 JSON 数据。请换用 COPU Desk 导出的 .json 文件。") from error
    if not isinstance(values, dict) or values.get("format") != FORMAT:
        raise ReadError("这个 JSON 文件不是 COPU Desk 导出的。请换用 COPU Desk 导出的 .json 文件。")
    if values.get("version") != VERSION:
        raise ReadError("这个数据文件来自更新版本的 COPU Desk。请先升级程序，再导入。")
    try:
        return Bundle(
            tuple(_told_apart(records.load(Meeting, one)) for one in values.get("meetings", ())),
            _with_own_ids([records.load(Person, one) for one in values.get("people", ())]),
            _with_own_ids([records.load(Series, one) for one in values.get("series", ())]),
            _files(values.get("images", {})),
            _files(values.get("originals", {})),
        )
    except (TypeError, ValueError, KeyError, AttributeError, RecursionError) as error:
        raise ReadError("这个数据文件的内容不完整或被改动过，没有导入。请重新导出一份。") from error


def _in_ascii(data: bytes) -> str:
    """Return a JSON text with escapes for all signs but those of ASCII: one other would make all of it larger."""
    return _FOREIGN.sub(lambda found: json.dumps(found[0].decode())[1:-1].encode(), data).decode("ascii")


def _told_apart(meeting: Meeting) -> Meeting:
    """Return a meeting none of whose records is taken for another one, whoever wrote the same id twice."""
    parts = {name: _with_own_ids(getattr(meeting, name)) for name in ("attendees", "actions", "essays", "connections")}
    agenda = _with_own_ids(meeting.agenda)
    decisions = iter(_with_own_ids([one for item in agenda for one in item.decisions]))
    agenda = tuple(replace(item, decisions=tuple(islice(decisions, len(item.decisions)))) for item in agenda)
    originals = _with_own_ids(meeting.originals)
    return replace(*_with_own_ids((meeting,)), agenda=agenda, originals=originals, **parts)


def _with_own_ids(found: Sequence[R]) -> tuple[R, ...]:
    """Return records with a new id for each that has none, or one that another before it has."""
    taken = {""}
    made = []
    for one in found:
        made.append(replace(one, id=new_id()) if one.id in taken else one)
        taken.add(one.id)
    return tuple(made)


def _files(written: Mapping[str, str]) -> Mapping[str, bytes]:
    return {digest: _file(digest, words) for digest, words in written.items()}


def _file(name: str, words: str) -> bytes:
    data = b64decode(words, validate=True)
    if sha256(data).hexdigest() != name:
        raise ValueError(name)
    return data
