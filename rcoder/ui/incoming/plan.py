"""What is known and decided of each file on its way in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from rcoder.domain.words import role_group


class State(StrEnum):
    """How far a file is."""

    READING = "reading"
    READY = "ready"
    LEFT_OUT = "left out"
    THERE = "there already"
    REFUSED = "cannot be read"
    COMING = "coming in"
    IMPORTED = "imported"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker of a file."""

    name: str
    interviewer: bool
    turns: int
    words: int


@dataclass(frozen=True, slots=True)
class Incoming:
    """One file."""

    file: str
    state: State = State.READING
    why: str = ""
    """Why it is refused, where it is already, or why it failed."""
    alike: str = ""
    format: str = ""
    words: int = 0
    voices: tuple[Voice, ...] = ()
    beginning: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    known: Mapping[str, Any] = field(default_factory=dict)
    """What the import is told of it, as in the plan."""
    transcript: str = ""
    """Id of the transcript it became."""

    @property
    def name(self) -> str:
        """The file's name without folders."""
        return Path(self.file).name

    def said(self, key: str) -> str:
        """What is known under a key, in words."""
        value = self.known.get(key, "")
        return ", ".join(value) if isinstance(value, list | tuple) else str(value)


CHANGEABLE = frozenset({State.READY, State.LEFT_OUT, State.READING, State.REFUSED, State.FAILED})
"""States in which something can still be decided."""


def waiting(file: str) -> Incoming:
    """A file that is being read."""
    return Incoming(file)


def read(answer: Mapping[str, Any], before: Incoming | None = None) -> Incoming:
    """A file as `rcoder preview --json` gives it; what was decided of it before stays."""
    known = {key: value for key, value in answer["known"].items() if value}
    if before is not None:
        known |= {key: value for key, value in before.known.items() if value}
    state, why = State.READY, ""
    if answer["refused"]:
        state, why = State.REFUSED, answer["refused"]
    elif answer["there"]:
        state, why = State.THERE, f"It is in the study already, as {answer['there']}."
    elif before is not None and before.state is State.LEFT_OUT:
        state = State.LEFT_OUT
    return Incoming(
        file=answer["file"],
        state=state,
        why=why,
        alike=answer["alike"] or "",
        format=answer["format"] or "",
        words=answer["words"],
        voices=tuple(Voice(**each) for each in answer["speakers"]),
        beginning=tuple((each["speaker"], each["text"]) for each in answer["beginning"]),
        notes=tuple(answer["notes"]),
        known=known,
    )


def told(incoming: Incoming, key: str, value: Any) -> Incoming:
    """The file with something decided of it; an empty value is unknown again."""
    known = {name: each for name, each in incoming.known.items() if name != key}
    if key == "roles":
        known.pop("roles_of", None)
    if key == "interviewer":
        known.pop("interviewers", None)
    return replace(incoming, known={**known, key: value} if value else known)


def interviewers(incoming: Incoming) -> tuple[str, ...]:
    """Labels of who asks the questions, as decided, else as found."""
    said = incoming.known.get("interviewer") or ""
    if said:
        return (said,)
    several = incoming.known.get("interviewers")
    return tuple(several) if several else tuple(each.name for each in incoming.voices if each.interviewer)


def turned(incoming: Incoming) -> Incoming:
    """The file taken in where it was left out, and the other way."""
    other = {State.READY: State.LEFT_OUT, State.LEFT_OUT: State.READY}.get(incoming.state)
    return replace(incoming, state=other) if other is not None else incoming


def on_its_way(incoming: Incoming) -> Incoming:
    """The file once its import has begun."""
    return replace(incoming, state=State.COMING) if incoming.state is State.READY else incoming


def held_up(incoming: Incoming) -> Incoming:
    """The file where its import came to no result."""
    return replace(incoming, state=State.READY) if incoming.state is State.COMING else incoming


def became(incoming: Incoming, answer: Mapping[str, Any]) -> Incoming:
    """The file after the import said what became of it."""
    state = {"imported": State.IMPORTED, "duplicate": State.THERE}.get(answer["status"], State.FAILED)
    why = "" if state is State.IMPORTED else " ".join(answer["messages"])
    return replace(incoming, state=state, why=why, transcript=answer["transcript"] or "")


def to_bring(incomings: Iterable[Incoming]) -> list[dict[str, Any]]:
    """The plan for the import: every file that is ready, with what is known of it."""
    return [{"file": each.file, **each.known} for each in incomings if each.state is State.READY]


def summed(incomings: Sequence[Incoming]) -> str:
    """How many files there are of each state, in words."""
    counts = {state: sum(each.state is state for each in incomings) for state in State}
    return ", ".join(f"{count} {state}" for state, count in counts.items() if count) or "no files"


def missing(incomings: Iterable[Incoming]) -> str:
    """What is not known of files that are ready, in a sentence; "" where nothing is missing."""
    ready = [each for each in incomings if each.state is State.READY]
    no_role = sum(not each.known.get("roles") and not each.known.get("roles_of") for each in ready)
    no_case = sum(not each.known.get("case") and not _manages(each) for each in ready)
    parts = [
        f"{count} of {len(ready)} without a {what}"
        for count, what in ((no_case, "case"), (no_role, "role"))
        if count
    ]
    return f"{', '.join(parts)}; that can be put right later too." if parts else ""


def _manages(incoming: Incoming) -> bool:
    """Whether the respondent is of a role that needs no case, such as a project manager."""
    return any(role_group(role) == "ledelse" for role in incoming.known.get("roles", ()))
