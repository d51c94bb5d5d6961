"""A chart: bars of counted parts, each with what it is of (docs/charts.md)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from rcoder.domain.words import Bilingual


class Charted(StrEnum):
    """What there are charts of."""

    PROGRESS = "progress"
    ROLES = "roles"
    GROUPS = "groups"


CHARTS: dict[Charted, tuple[Bilingual, Bilingual]] = {
    Charted.PROGRESS: (
        Bilingual("Fremdrift efter koder", "Progress by coder"),
        Bilingual("Hvor langt er hver enkelt med interviewene?", "How far is each with the interviews?"),
    ),
    Charted.ROLES: (
        Bilingual("Belæg efter rolle", "Evidence by role"),
        Bilingual("Hvem taler for og imod hver hypotese?", "Who speaks for and against each hypothesis?"),
    ),
    Charted.GROUPS: (
        Bilingual("Belæg efter gruppe", "Evidence by group"),
        Bilingual(
            "Taler den ene gruppe af sager anderledes end den anden?",
            "Does one group of cases speak otherwise than the other?",
        ),
    ),
}
"""Each with its name and the question it answers."""


class Part(NamedTuple):
    """A part of every bar."""

    key: str
    sign: str
    """One letter or sign, so that colour alone never tells."""
    name: str


class Bar(NamedTuple):
    """A bar of a chart."""

    id: str
    name: str
    counts: tuple[int, ...]
    """One number for each part of the chart, in their order."""
    of: str
    """What its numbers are of: "2 af 3 sager kodet til ende"; said beside the bar."""
    words: str
    """All of it in a sentence."""
    under: str = ""
    """The heading it stands under."""
    under_id: str = ""
    blank: str = ""
    """Why there is no bar: "lag ikke frigivet", "intet interview"; "" where there is one."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars one below the other, those of one heading together."""

    of: Charted
    language: str
    title: str
    asks: str
    parts: tuple[Part, ...]
    bars: tuple[Bar, ...]
    unit: str
    """What the length of a bar counts: "interview", "passager"."""
    notes: tuple[str, ...] = ()
    source: str = ""

    @property
    def longest(self) -> int:
        """The most that a bar comes to; at least 1."""
        return max((sum(each.counts) for each in self.bars), default=0) or 1
