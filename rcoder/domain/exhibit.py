"""Other material than interviews that stands as evidence: a survey figure, a register, a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rcoder.domain.words import Claim, Material, Stance


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A row of a survey, a figure of a register or a place in a document, said so that it can be found again."""

    table: ClassVar[str] = "exhibits"

    id: str
    coder_id: str
    material: Material
    title: str
    """What it is: "Borgersurvey, bølge 2, spm. 14"."""
    words: str = ""
    """What it says, in words or verbatim."""
    value: str = ""
    """The figure as it stands in the source: "68 %", "3,4 → 3,9"."""
    base: str = ""
    """What the figure is of: "112 af 164 borgere". A figure without it is refused."""
    where: str = ""
    """Where it is found: a report with its page, a file with its row."""
    case_id: str | None = None
    """The case it is about, where it is about one."""


@dataclass(frozen=True, slots=True)
class Bearing:
    """An exhibit joined to a claim with a stance, set by a person."""

    table: ClassVar[str] = "bearings"

    id: str
    exhibit_id: str
    claim: Claim
    claim_id: str
    """Id of what it is joined to; "" in the tray."""
    stance: Stance
    coder_id: str
    memo: str = ""
