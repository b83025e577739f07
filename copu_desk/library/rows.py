"""Records of the model as rows of the library, and back."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import Any

from sqlite_utils import Database

from copu_desk import records
from copu_desk.document import Block, Body, clean, dump, searched
from copu_desk.errors import LibraryError
from copu_desk.model import Votes

PLAIN = "_plain"


@cache
def _columns(kind: Any) -> Mapping[str, Any]:
    """Return the fields of a record that are columns of its own table, with their types."""
    return {name: of for name, of in records.field_types(kind).items() if not _has_own_table(of)}


def _has_own_table(of: Any) -> bool:
    parts: tuple[Any, ...] = getattr(of, "__args__", ())
    return len(parts) > 0 and "id" in getattr(parts[0], "__dataclass_fields__", ())


def row(record: Any, *, with_lists: bool = False) -> dict[str, Any]:
    """Return the columns of a record; with_lists puts records that have an id of their own in a column, as JSON."""
    kind: Any = type(record)
    types_of = records.field_types(kind) if with_lists else _columns(kind)
    values: dict[str, Any] = {}
    for name, of in types_of.items():
        value = getattr(record, name)
        if of == Body:
            values[name], values[name + PLAIN] = stored_body(value)
        else:
            values[name] = _stored(of, value)
    return values


# What was stored of the blocks and bodies that were seen last, by their identity: they are frozen, and a key typed in a
# long text then costs the one block it changed. Each entry holds what it is of, so that no identity is used again.
_blocks: dict[int, tuple[Block, str, str]] = {}
_bodies: dict[int, tuple[Body, str, str]] = {}
_MOST_BLOCKS, _MOST_BODIES = 16_384, 8


def stored_body(body: Body) -> tuple[str, str]:
    """Return a body as JSON, and the text that it is found by."""
    known = _bodies.get(id(body))
    if known is None:
        if len(_bodies) >= _MOST_BODIES:
            _bodies.clear()
        blocks = [_stored_block(block) for block in body]
        whole = f"[{','.join(words for _, words, _ in blocks)}]" if blocks else ""
        known = _bodies[id(body)] = body, whole, "\n".join(found_by for _, _, found_by in blocks)
    return known[1], known[2]


def body_of(stored: str) -> Body:
    """Return the body that `stored_body` made into JSON; TypeError, ValueError or KeyError if it is not one."""
    body: Body = _loaded(Body, stored)
    return body


def _stored_block(block: Block) -> tuple[Block, str, str]:
    known = _blocks.get(id(block))
    if known is None:
        if len(_blocks) >= _MOST_BLOCKS:
            _blocks.clear()
        known = _blocks[id(block)] = block, _json(dump((block,))[0]), clean(searched(block))
    return known


def put(db: Database, table: str, values: Sequence[Mapping[str, Any]], key: Sequence[str]) -> None:
    """Write rows of one table, each in the place of one with the same key: one statement, nothing asked before.

    sqlite-utils' own `upsert_all` passes over a full disk in silence.
    """
    if values:
        names = list(values[0])
        columns, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
        new = ", ".join(f'"{name}" = excluded."{name}"' for name in names if name not in key)
        into = f'INSERT INTO "{table}" ({columns}) VALUES ({marks})'  # noqa: S608 - our own names
        instead = f"ON CONFLICT ({', '.join(key)}) DO UPDATE SET {new}"
        db.conn.executemany(f"{into} {instead}", [tuple(row.values()) for row in values])


def close_ranks(db: Database, table: str, among: Mapping[str, str]) -> None:
    """Give each row of a table, among those with the same values in some columns, a place of its own, in order."""
    within = " AND ".join([f"{name} = ?" for name in among] or ["1"])
    found = db.execute(f"SELECT position, id FROM {table} WHERE {within} ORDER BY position, id", [*among.values()])  # noqa: S608
    wrong = [(place, *among.values(), one) for place, (there, one) in enumerate(found.fetchall()) if there != place]
    db.conn.executemany(f"UPDATE {table} SET position = ? WHERE {within} AND id = ?", wrong)  # noqa: S608


def remove(db: Database, table: str, keys: Sequence[tuple[str, ...]], key: Sequence[str]) -> None:
    """Delete rows of one table by their keys; one that another program deleted already is gone as wished."""
    where = " AND ".join(f'"{name}" = ?' for name in key)
    db.conn.executemany(f'DELETE FROM "{table}" WHERE {where}', keys)  # noqa: S608 - our own names


def record(kind: Any, values: Mapping[str, Any], **more: Any) -> Any:
    """Return the record of a row; `more` are the fields that have a table of their own.

    LibraryError if a value is of another kind than its field: the file is damaged, or somebody else wrote into it.
    """
    types_of = records.field_types(kind)
    known = {member.name for member in fields(kind)}
    try:
        made = {name: _loaded(types_of[name], value) for name, value in values.items() if name in known}
    except WRONG as error:
        raise unreadable() from error
    return kind(**made, **more)


WRONG = (TypeError, ValueError, KeyError, AttributeError, RecursionError)
"""What is raised for a stored value that is none of its kind."""


def unreadable() -> LibraryError:
    """Return the error that says that a row cannot be read."""
    return LibraryError("资料库里有一条记录损坏了，读不出来。请从备份恢复。")


def _is_json(of: Any) -> bool:
    return getattr(of, "__origin__", None) is tuple or of == Votes | None


def _stored(of: Any, value: Any) -> Any:
    if value is None:
        return None
    if _is_json(of):
        return _json(records.to_plain(value)) if value else ""
    made = records.to_plain(value)
    return clean(made) if isinstance(made, str) else made


def _json(value: Any) -> str:
    # A lone surrogate cannot be stored; cleaning the whole text would put line feeds where JSON allows none.
    words = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return words.encode("utf-8", "ignore").decode()


def _loaded(of: Any, value: Any) -> Any:
    if _is_json(of):
        empty: Any = None if of == Votes | None else ()
        return records.from_plain(of, json.loads(value)) if value else empty
    return bool(value) if of is bool else records.from_plain(of, value)
