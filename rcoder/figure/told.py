"""What the HTML figure says of a theory, as words ready to be shown: of passages, arrows, boxes and whole views."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PassageTold:
    """A passage and whose words it is."""

    text: str
    by: tuple[str, ...]
    """Lines about it: case, role, speaker, transcript and turn; coders; memos; how it is to be quoted."""
    key: tuple[str, int, int, int]
    """Transcript, revision, start and end: the same words behind several arrows have the same key."""
    stance: str = ""
    """Key of the stance, "" for none."""
    roles: tuple[str, ...] = ()
    """In words."""
    case_id: str = ""
    counted: bool = False
    """Whether it counts a case or a respondent."""


@dataclass(frozen=True, slots=True)
class Group:
    """Passages under one heading."""

    heading: str
    words: str
    """What they come to, with its denominator."""
    passages: tuple[PassageTold, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """A heading with lines under it."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArrowTold:
    """An arrow in words."""

    element: str
    """Id of its drawing, without the figure's prefix."""
    source: str
    target: str
    ends: tuple[str, str]
    """Ids of the boxes at its ends."""
    effect: str
    state: str
    state_key: str
    meaning: str = ""
    hypotheses: tuple[str, ...] = ()
    configurations: str = ""
    origin: str = ""
    note: str = ""
    cells: tuple[str, str, str] = ("", "", "")
    """For, against and refining with their denominators."""
    counted: int = 0
    """Passages that count, of every stance."""
    plain: bool = False
    """Left out by "only with evidence" (between versions: by "only what became other")."""
    told: tuple[Lines, ...] = ()
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class BoxTold:
    """A box in words."""

    id: str
    element: str
    name: str
    column: str
    kind: str = ""
    new: str = ""
    hypotheses: tuple[str, ...] = ()
    told: tuple[Lines, ...] = ()
    inner: tuple[ArrowTold, ...] = ()
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class ViewTold:
    """One figure of the page in words."""

    prefix: str
    key: str
    title: str
    note: str
    arrows: tuple[ArrowTold, ...]
    boxes: tuple[BoxTold, ...]
    whole: tuple[Group, ...] = ()
    horizons: tuple[tuple[str, str, frozenset[str]], ...] = ()
    """Key and name of each horizon, with the elements of the arrows on the way to it."""
