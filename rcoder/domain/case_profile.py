"""A case on one page: what is known of it, who was interviewed, what is made of it, and how it went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rcoder.domain.case import Case
from rcoder.domain.codebook import Code
from rcoder.domain.conditions import Judged
from rcoder.domain.exhibit import Exhibit
from rcoder.domain.framework import FrameCell, Resting
from rcoder.domain.memo import Memo
from rcoder.domain.profile import TurningPoint
from rcoder.domain.words import Level, Stance


@dataclass(frozen=True, slots=True)
class KnownOf:
    """One thing a study wants to know of a case."""

    key: str
    name: str
    value: str = ""
    """In words; "" where it is unknown, which is not the same as no."""


@dataclass(frozen=True, slots=True)
class HeldWith:
    """An interview of the case."""

    id: str
    title: str
    roles: tuple[str, ...]
    date: str = ""
    wave: str = ""
    codings: int = 0
    """In sight."""
    finished_by: tuple[str, ...] = ()
    """Names of the coders in sight who have coded it to the end."""


@dataclass(frozen=True, slots=True)
class ConfigurationOf:
    """A configuration of the case, or one that passages about the case bear on."""

    id: str
    number: str
    level: Level
    status: str
    """Review status in words."""
    sentence: str = ""
    """Written out; of the case's own configurations alone."""
    stances: Mapping[Stance, int] = field(default_factory=dict)
    """Passages about this case that bear on it, by stance."""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Turning:
    """A turning point with whose it is and what it rests on."""

    point: TurningPoint
    coder: str
    own: bool = False
    rests: Resting = Resting()


@dataclass(frozen=True, slots=True)
class CaseProfile:
    """A case on one page, as far as the asker may see."""

    case: Case
    known: tuple[KnownOf, ...]
    """Municipality, outcome group and the study's attributes, in order, unknown ones among them; then others said of it."""
    interviews: tuple[HeldWith, ...]
    missing: tuple[str, ...]
    """Roles that other cases were interviewed in and this one was not."""
    configurations: tuple[ConfigurationOf, ...]
    """Of the case itself, by number."""
    others: tuple[ConfigurationOf, ...]
    """Other configurations that passages about the case bear on, by number."""
    conditions: tuple[tuple[Code, Judged], ...]
    """Judgements of support conditions, in the order of the codebook, the asker's own first in each."""
    condition_count: int
    """How many support conditions there are."""
    hypotheses: tuple[Code, ...]
    cells: Mapping[str, FrameCell]
    """By id of the hypothesis."""
    turning: tuple[Turning, ...]
    """The asker's own in order, then others' by name, each in theirs."""
    memos: tuple[tuple[Memo, str], ...]
    """With the name of who wrote each."""
    exhibits: tuple[tuple[Exhibit, str], ...]
    """With the name of who brought each in."""
    cases: tuple[Case, ...] = ()
    """Every case, to go on to."""
    language: str = "da"

    @property
    def unknown(self) -> int:
        """How many of the things to be known are not."""
        return sum(not each.value for each in self.known)

    @property
    def finished(self) -> int:
        """How many interviews are coded to the end by somebody in sight."""
        return sum(bool(each.finished_by) for each in self.interviews)

    @property
    def judged(self) -> int:
        """How many support conditions are judged, of the whole case or of a role's account."""
        return len({code.id for code, _ in self.conditions})

    @property
    def written(self) -> int:
        """How many hypotheses have a summary."""
        return sum(bool(each.written) for each in self.cells.values())
