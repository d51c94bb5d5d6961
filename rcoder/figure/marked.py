"""Arrows and boxes of two versions drawn together, each with what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from rcoder.domain.theory import Arrow, Box
from rcoder.domain.theory_difference import Sort


@dataclass(frozen=True, slots=True)
class MarkedArrow(Arrow):
    """An arrow of either version, or of both."""

    sort: Sort = Sort.KEPT
    badge: tuple[str, ...] = ()
    """Its mark and word, and what it counts in the later version."""


@dataclass(frozen=True, slots=True)
class MarkedBox(Box):
    """A box of either version, or of both."""

    sort: Sort = Sort.KEPT
