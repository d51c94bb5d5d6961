"""Screens that are open under others."""

from __future__ import annotations

from typing import Any, TypeVar

from textual.app import App
from textual.screen import Screen

S = TypeVar("S", bound=Screen[Any])


def come_back(app: App[Any], kind: type[S]) -> S | None:
    """Goes back to the screen of a kind that is open under others; None where none is."""
    there = next((each for each in app.screen_stack if isinstance(each, kind)), None)
    while there is not None and app.screen is not there:
        app.pop_screen()
    return there
