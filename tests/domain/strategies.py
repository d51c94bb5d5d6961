"""Records of any shape, built from the fields of their dataclasses."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any

from hypothesis import strategies as st

words = st.text(max_size=12)


def of_type(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a field annotated as `hint`."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return st.one_of(*(st.none() if each is types.NoneType else of_type(each) for each in arguments))
    if origin is tuple:
        return st.lists(of_type(arguments[0]), max_size=3).map(tuple)
    if origin is not None and issubclass(origin, Mapping):
        return st.dictionaries(of_type(arguments[0]), of_type(arguments[1]), max_size=3)
    if is_dataclass(hint):
        return record(hint)
    if issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    simple = {
        str: words,
        bool: st.booleans(),
        int: st.integers(0, 10**6),
        float: st.floats(allow_nan=False, allow_infinity=False),
    }
    return simple[hint]


def record(shape: type[Any]) -> st.SearchStrategy[Any]:
    """Records of one dataclass with every field drawn."""
    hints = typing.get_type_hints(shape)
    return st.builds(shape, **{each.name: of_type(hints[each.name]) for each in fields(shape)})
