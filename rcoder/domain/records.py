"""Stored things as plain rows and back; a row is what the journal holds before and after."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

Row = dict[str, Any]
"""Column names and plain values: str, int, float, bool, None, lists and dicts of those."""

R = TypeVar("R")


def to_row(record: object) -> Row:
    """The record as a row of plain values."""
    shape: Any = type(record)
    names, values = _names(shape)
    return {
        name: value if type(value) in _SIMPLE else plain(value)
        for name, value in zip(names, values(record), strict=True)
    }


def from_row(record: type[R], row: Mapping[str, Any]) -> R:
    """The row as a record; columns that the record does not have are left aside."""
    shape: Any = record
    return record(**{name: read(row[name]) for name, read in _readers(shape) if name in row})


_SIMPLE = frozenset({str, int, float, bool, types.NoneType})


@cache
def _names(record: Any) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """The names of a record's fields, and what gets all of their values at once."""
    names = tuple(each.name for each in fields(record))
    if len(names) == 1:
        return names, lambda each: (getattr(each, names[0]),)
    return names, attrgetter(*names)


def plain(value: Any) -> Any:
    """The value as a row holds it: str, int, float, bool, None, lists and dicts of those."""
    if type(value) in _SIMPLE:
        return value
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if is_dataclass(value) and not isinstance(value, type):
        return to_row(value)
    if isinstance(value, Mapping):
        return {key: plain(each) for key, each in value.items()}
    return value


@cache
def _readers(record: Any) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    hints = typing.get_type_hints(record)
    return tuple((each.name, _reader(hints[each.name])) for each in fields(record))


def _reader(hint: Any) -> Callable[[Any], Any]:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        inner = _reader(next(each for each in arguments if each is not types.NoneType))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        inner = _reader(arguments[0])
        return lambda value: tuple(inner(each) for each in value)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    if isinstance(hint, type) and is_dataclass(hint):
        return lambda value: from_row(hint, value)
    if hint is bool:
        return bool
    return lambda value: value
