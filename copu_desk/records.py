"""The records of the model as plain JSON values, and back to equal records.

A record is an object with its fields' names; a field that has its default value is left out, except the id. Enums are
their values, days and times are ISO 8601, bodies are what `document.dump` makes.
"""

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from copu_desk import document
from copu_desk.errors import ReadError

T = TypeVar("T")
LARGEST_NUMBER = 2**53  # of what is counted in a record: what every reader of JSON takes for the same


def dump(record: Any) -> dict[str, Any]:
    """Return a record of the model as JSON values."""
    values = {}
    for member in fields(record):
        value = getattr(record, member.name)
        if member.name == "id" or value != member.default:
            values[member.name] = to_plain(value)
    return values


def to_plain(value: Any) -> Any:
    """Return a field's value as JSON values."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, tuple):
        if value and isinstance(value[0], document.Block):
            return document.dump(value)
        return [to_plain(one) for one in value]
    return dump(value) if is_dataclass(value) else value


def load(kind: type[T], values: Mapping[str, Any]) -> T:
    """Return the record that `dump` made into JSON values; ReadError if they are not of that kind."""
    try:
        record: T = _load(kind, values)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise ReadError("这份数据不完整或被改动过，读不出来。请重新导出一份。") from error
    return record


def from_plain(kind: Any, value: Any) -> Any:
    """Return a value of a field's type from JSON values; TypeError, ValueError or KeyError if it is not one."""
    return _converter(kind)(value)


def _load(kind: Any, values: Mapping[str, Any]) -> Any:
    types_of = field_types(kind)
    return kind(**{name: _converter(types_of[name])(value) for name, value in values.items()})


@cache
def field_types(kind: type) -> Mapping[str, Any]:
    """Return the types of a record's fields by their names."""
    return get_type_hints(kind)


def defaults(kind: Any) -> dict[str, Any]:
    """Return the fields of a record that have a plain default, with it."""
    return {member.name: member.default for member in fields(kind) if member.default is not MISSING}


@cache
def _converter(kind: Any) -> Callable[[Any], Any]:
    if kind == document.Body:
        return document.load
    if get_origin(kind) in (Union, types.UnionType):
        (inner,) = (one for one in get_args(kind) if one is not type(None))
        convert = _converter(inner)
        return lambda value: None if value is None else convert(value)
    if get_origin(kind) is tuple:
        return _tuple_of(_converter(get_args(kind)[0]))
    if is_dataclass(kind) and isinstance(kind, type):
        return lambda value: _load(kind, value)
    if kind in (date, datetime, time):
        made: Callable[[str], Any] = kind.fromisoformat
        return made
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return lambda value: _checked(kind, value)


def _tuple_of(convert: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def made(value: Any) -> Any:
        if not isinstance(value, list):
            raise TypeError(value)
        return tuple(map(convert, value))

    return made


def _checked(kind: Any, value: Any) -> Any:
    if type(value) is not kind or (kind is int and abs(value) > LARGEST_NUMBER):
        raise TypeError(value)
    return document.clean(value) if kind is str else value
