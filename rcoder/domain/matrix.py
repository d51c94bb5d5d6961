"""A comparison: rows, columns, and in each cell what is said, with what it is counted of (docs/comparison.md).

Not mentioned, said to be absent, not yet coded and no interview are never the same cell.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from rcoder.domain.actions.sentences import several
from rcoder.domain.retrieval import Base


class Question(StrEnum):
    """What is compared with what."""

    EVIDENCE = "evidence"
    CODES_ROLES = "codes-roles"
    CODES_CASES = "codes-cases"
    CONDITIONS_CASES = "conditions-cases"
    KINDS_HYPOTHESES = "kinds-hypotheses"
    CO_OCCURRENCE = "co-occurrence"
    KINDS_TOGETHER = "co-occurrence-kinds"
    GROUPS = "groups"
    PERSPECTIVES = "perspectives"


class Said(NamedTuple):
    """A question in words."""

    name: str
    asks: str
    """The question it answers."""
    row: str
    """What stands over the names of the rows."""


QUESTIONS: dict[Question, Said] = {
    Question.EVIDENCE: Said("Evidence", "Which cases speak for and against each configuration?", "Case"),
    Question.CODES_ROLES: Said("Codes by role", "Who speaks of what?", "Code"),
    Question.CODES_CASES: Said("Codes by case", "What is said to be there, and to be absent, in each case?", "Code"),
    Question.CONDITIONS_CASES: Said("Support conditions by case", "Which conditions are met where?", "Condition"),
    Question.KINDS_HYPOTHESES: Said("Kinds by hypothesis", "Which kinds is each hypothesis coded with?", "Hypothesis"),
    Question.CO_OCCURRENCE: Said("Codes that are linked", "Which codes are linked to which, in configurations?", "From"),
    Question.KINDS_TOGETHER: Said("Kinds that are linked", "Which kinds are linked to which, in configurations?", "From"),
    Question.GROUPS: Said("Groups side by side", "What differs between groups of cases?", "Code"),
    Question.PERSPECTIVES: Said("Perspectives", "Do citizen, professional and company say the same?", "Code"),
}  # fmt: skip
"""Every question in words, in the order they are offered."""


class Of(StrEnum):
    """What groups are compared on."""

    CODES = "codes"
    CONFIGURATIONS = "configurations"
    CONDITIONS = "conditions"


HYPOTHESES = "hypotheses"
"""Instead of a key: a row for each hypothesis with everything under it."""

USUAL_SPLIT = "outcome_group"


@dataclass(frozen=True, slots=True)
class Ask:
    """A question, and what it is narrowed to."""

    question: Question = Question.EVIDENCE
    rows: str = ""
    """Key of a hypothesis or code: only what stands under it, or bears on it; `HYPOTHESES`; "" for everything."""
    of: Of = Of.CODES
    split: str = USUAL_SPLIT
    """A group, an attribute of cases or a condition such as "ledighed_aar >= 5"; of groups alone."""
    role: str = ""
    """Only what people of this role or role group say."""
    level: str = ""
    """A level of configurations; "all"; "" for those that are drawn, consolidated ones instead of their members."""
    status: str = ""
    """A status of configurations; "all"; "" for all but superseded and rejected ones."""
    only: tuple[str, ...] = ()
    """Ids of the rows that are counted, where a comparison is counted a part at a time; () for all."""


class Blank(StrEnum):
    """What a cell without anything in it means."""

    NOTHING = "nothing"
    NOT_MENTIONED = "not mentioned"
    NOT_ASKED = "not asked"
    NOT_JUDGED = "not judged"
    NOT_YET_CODED = "not yet coded"
    NO_INTERVIEW = "no interview"


BLANKS: dict[Blank, str] = {
    Blank.NOTHING: "",
    Blank.NOT_MENTIONED: "",
    Blank.NOT_ASKED: "",
    Blank.NOT_JUDGED: "",
    Blank.NOT_YET_CODED: "·",
    Blank.NO_INTERVIEW: "▨",
}
"""The sign of each; blank where the material is coded to the end and nothing is said."""


class Figure(NamedTuple):
    """A number with what it is a number of: supports: 2 passages; in 3 of 12 interviews coded to the end."""

    name: str
    """What is counted: "supports"; "" where the unit says it all."""
    number: int
    unit: str = "passage"
    of: int | None = None
    """Of how many that are coded to the end, or of all of a group; None where it is of nothing."""
    such: str = " coded to the end"
    """Which those are that it is of; "" for all."""

    @property
    def words(self) -> str:
        """The figure as a person says it."""
        count = several(self.number, self.unit)
        if self.of is not None:
            count = f"{self.number} of {several(self.of, self.unit)}{self.such}"
        return f"{self.name}: {count}" if self.name else count


class Cell(NamedTuple):
    """What stands in a cell."""

    shown: str
    """Signs and numbers, as the table has them."""
    figures: tuple[Figure, ...] = ()
    note: str = ""
    """What there is to say besides."""

    @property
    def words(self) -> str:
        """The cell without signs."""
        return "; ".join((*(each.words for each in self.figures), *((self.note,) if self.note else ())))


@dataclass(frozen=True, slots=True)
class Line:
    """A row or a column."""

    id: str
    name: str
    """In full."""
    short: str = ""
    """Where there is little room: K07, H1.M1."""
    heading: str = ""
    """What it stands under: an outcome group."""
    base: Base = Base()
    """What its numbers are of."""
    of: str = ""
    """That in a few letters: "12 int.", "5 cases"; "" where nothing in it is counted of anything."""
    blank: Blank | None = None
    """What an empty cell in it means; None where the other side says it."""
    depth: int = 0
    """How far in a tree."""

    @property
    def title(self) -> str:
        """What it is called where there is little room."""
        return self.short or self.name


NO_CELL = Cell("")


@dataclass(frozen=True, slots=True)
class Matrix:
    """A question answered."""

    ask: Ask
    title: str
    study: str
    row_title: str
    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    cells: Mapping[tuple[str, str], Cell] = field(default_factory=dict)
    """By id of row and column; what is not there is blank."""
    legend: tuple[tuple[str, str], ...] = ()
    """Signs and what they mean."""
    notes: tuple[str, ...] = ()
    """What the numbers are of, and what is left out."""
    warnings: tuple[str, ...] = ()
    """What a reader may go wrong about."""
    empty: str = ""
    """Why there is nothing, and what would fill it."""

    def blank(self, row: Line, column: Line) -> Blank:
        """What it means that nothing stands there."""
        return column.blank or row.blank or Blank.NOTHING

    def cell(self, row: Line, column: Line) -> Cell:
        """What stands in a cell, a sign for what is missing included."""
        found = self.cells.get((row.id, column.id))
        if found is not None:
            return found
        blank = self.blank(row, column)
        return NO_CELL if blank is Blank.NOTHING else Cell(BLANKS[blank], note=blank.value)

    def words(self, row: Line, column: Line) -> str:
        """A cell in a sentence, for those who do not see the table."""
        said = self.cell(row, column).words or "nothing"
        return f"{row.name} · {column.name}: {said}"
