"""Which of the voices asks the questions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rcoder.exchange.interviews.labels import key
from rcoder.exchange.interviews.lexicon import INTERVIEWERS, SHORT_INTERVIEWERS

_NAMED = re.compile(
    r"(?:interviewer(?:en)?|intervjuer|interviewed|interviewet)[ \t*_]*(?::|\bis\b|\ber\b|\bby\b|\baf\b|\bav\b)[ \t*_]*"
    r"(?P<name>[^\W\d_][\w'’.-]*(?:[ \t]+[A-ZÆØÅ][\w'’.-]*){0,4})",
    re.IGNORECASE,
)
_HEADING = 10_000
_LEGEND = re.compile(
    r"^[ \t*_]*(?P<name>[^\s:=][^\n:=]{0,30}?)[ \t*_]*[:=][^\n:=]*\b(?:interviewer(?:en)?|intervjuer)\b",
    re.IGNORECASE | re.MULTILINE,
)
"""LH: Lene Holm, interviewer."""
_WORDS = re.compile(r"[^\W\d_]+")


def interviewers(names: Sequence[str], given: str | None, heading: str) -> frozenset[int]:
    """Indexes of the interviewers among `names`: the one given, else those whose label or heading says so."""
    if given is not None:
        return frozenset(_same(names, given))
    full = {index for index, name in enumerate(names) if _is_interviewer(name)}
    if full:
        return frozenset(full)
    if (named := _NAMED.search(heading)) and (found := _same(names, named["name"])):
        return frozenset(found)
    legend = {key(each["name"]) for each in _LEGEND.finditer(heading[:_HEADING])}
    if told := {index for index, name in enumerate(names) if key(name) in legend}:
        return frozenset(told)
    return frozenset(_short(names))


def _same(names: Sequence[str], wanted: str) -> set[int]:
    """The voice of that name; else the only one whose label holds it as whole words, or is its first word or initials."""
    goal = key(wanted)
    exact = {index for index, name in enumerate(names) if key(name) == goal}
    if exact or not goal:
        return exact
    parts = goal.split()
    short = {parts[0], "".join(part[0] for part in parts)}
    near = {
        index
        for index, name in enumerate(names)
        if f" {goal} " in f" {' '.join(_WORDS.findall(key(name)))} " or key(name) in short
    }
    return near if len(near) == 1 else set()


def _is_interviewer(name: str) -> bool:
    return any(word in INTERVIEWERS for word in _WORDS.findall(key(name)))


def _short(names: Sequence[str]) -> set[int]:
    """Labels I, Int, Q, with or without a number; I1 and I2 alone are informants as likely as not."""
    plain = {index for index, name in enumerate(names) if key(name) in SHORT_INTERVIEWERS}
    if plain:
        return plain
    numbered = {
        index for index, name in enumerate(names) if re.fullmatch(r"(?:i|int|iv|q)[ .]?\d", key(name))
    }
    return numbered if len(numbered) < len(names) else set()
