"""The board of cases: which interviews there are of each case and role, how far they are, and where there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rcoder.domain.case import Attribute, Case
from rcoder.domain.groups import USUAL, Belonging, GroupCount, Sorted


class Whose(StrEnum):
    """Whose work the board shows."""

    MINE = "mine"
    SEEN = "seen"
    """Everybody's whose layer the asker may see, the asker's own included."""


class Mark(StrEnum):
    """How far an interview is, in one sign."""

    DONE = "✓"
    BEGUN = "◐"
    UNTOUCHED = "·"
    NO_INTERVIEW = "▨"


@dataclass(frozen=True, slots=True)
class Held:
    """An interview that was held, and how far it is, as far as the asker may see."""

    id: str
    title: str
    case_id: str | None = None
    roles: tuple[str, ...] = ()
    """Roles of everyone but the interviewer, in order of first speaking."""
    municipality: str = ""
    """Of an interview without a case."""
    date: str = ""
    wave: str = ""
    finished: bool = False
    """Whether the asker has coded it to the end."""
    finished_by: tuple[str, ...] = ()
    """Names of the coders in sight who have."""
    own_codings: int = 0
    codings: int = 0
    """In sight, the asker's own included."""
    turns: int = 0
    """Turns of respondents."""
    own_uncoded: int = 0
    """Those of them that no coding of the asker's touches."""
    uncoded: int = 0
    """Those that no coding in sight touches."""
    doubts: int = 0
    """Passages in sight that a corrected text changed or lost, and that nobody has decided on."""

    def mark(self, whose: Whose) -> Mark:
        """Coded to the end, begun or untouched."""
        done, codings = (
            (self.finished, self.own_codings) if whose is Whose.MINE else (self.finished_by, self.codings)
        )
        return Mark.DONE if done else Mark.BEGUN if codings else Mark.UNTOUCHED

    def left(self, whose: Whose) -> int:
        """Turns of respondents that are not coded."""
        return self.own_uncoded if whose is Whose.MINE else self.uncoded


@dataclass(frozen=True, slots=True)
class Whole:
    """What the project answers: every case and interview, in no order yet."""

    cases: tuple[Case, ...]
    interviews: tuple[Held, ...]
    attributes: tuple[Attribute, ...] = ()
    """Of cases, in order."""
    groups: tuple[GroupCount, ...] = ()
    usual: tuple[GroupCount, ...] = ()
    """The outcome groups, as groups that are not stored."""
    language: str = "da"
    """Language of the content: "da" or "en"."""
    counted: bool = True
    """Whether turns are counted yet."""

    def group_called(self, name: str) -> GroupCount | None:
        """A group by id or name, or an outcome group by its value; None for no such one."""
        wanted = name.strip().casefold()
        for count in (*self.groups, *self.usual):
            own = count.group
            names = (own.id, own.id.removeprefix(USUAL), own.name.da, own.name.en)
            if wanted and wanted in (each.casefold() for each in names):
                return count
        return None

    @property
    def whose(self) -> Whose:
        """Whose work is shown to begin with: the asker's own, or where they have done nothing what is in sight."""
        own = any(each.own_codings or each.finished for each in self.interviews)
        return (
            Whose.MINE
            if own or not any(each.codings or each.finished_by for each in self.interviews)
            else Whose.SEEN
        )


class Order(StrEnum):
    """What the rows of the board go by; the name comes last in each."""

    NAME = "name"
    OUTCOME_GROUP = "outcome_group"
    MUNICIPALITY = "municipality"
    LEFT = "left"
    """Most of the asker's uncoded turns first."""


@dataclass(frozen=True, slots=True)
class Row:
    """A case with its interviews by role; a role that is missing has no interview."""

    case: Case
    cells: Mapping[str, tuple[Held, ...]] = field(default_factory=dict)
    sorted: Sorted | None = None
    """Where it stands by the group that the board is filtered by."""

    @property
    def interviews(self) -> tuple[Held, ...]:
        """Its interviews, each once, in order of role."""
        found = {held.id: held for cell in self.cells.values() for held in cell}
        return tuple(found.values())

    @property
    def unsure(self) -> bool:
        """Whether it is not known if it belongs to the group."""
        return self.sorted is not None and self.sorted.belonging is Belonging.UNKNOWN


@dataclass(frozen=True, slots=True)
class RoleTotal:
    """What a role comes to over the cases shown, each count with what it is of."""

    role: str
    cases: int
    """Cases with an interview in this role."""
    of: int
    """Cases shown."""
    interviews: int
    finished: int
    """Of its interviews: coded to the end by the asker."""
    finished_by_any: int
    """Of its interviews: coded to the end by a coder in sight."""


@dataclass(frozen=True, slots=True)
class Board:
    """Cases by role, in order, with what they come to."""

    roles: tuple[str, ...]
    """Columns: every role that an interview of a case was held in."""
    rows: tuple[Row, ...]
    """The cases shown; with a group, those that are in it."""
    unsure: tuple[Row, ...]
    """With a group: the cases that are neither in it nor out; they count nowhere."""
    apart: tuple[Held, ...]
    """Interviews without a case; not shown with a group, which is one of cases."""
    totals: Mapping[str, RoleTotal]
    """By role."""
    whole: Whole
    order: Order = Order.NAME
    group: GroupCount | None = None
    """What it is filtered by."""

    @property
    def interviews(self) -> tuple[Held, ...]:
        """Every interview of the cases shown, and those without a case, each once."""
        found = {held.id: held for row in self.rows for held in row.interviews}
        return (*found.values(), *self.apart)
