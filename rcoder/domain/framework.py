"""The framework matrix: cases by hypotheses, in each cell what persons wrote, and apart from it what there is to write from.

After Ritchie & Spencer's framework method (Gale et al. 2013): a summary is a person's, short, and tied to passages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from rcoder.domain.actions.sentences import several
from rcoder.domain.case import Case
from rcoder.domain.codebook import Code
from rcoder.domain.ids import made_at
from rcoder.domain.profile import Summary
from rcoder.domain.words import Stance


class Gap(StrEnum):
    """Why there is nothing to write from; the three are never merged (decision 10)."""

    NOTHING_SAID = "nothing said"
    """Every interview of the case is coded to the end."""
    NOT_YET_CODED = "not yet coded"
    NO_INTERVIEW = "no interview"


@dataclass(frozen=True, slots=True)
class Resting:
    """The passages in sight that something written rests on, and what became of them."""

    passages: int = 0
    earlier: int = 0
    """Of those: standing in an earlier text only, since the interview was corrected."""
    doubted: int = 0
    """Of those: changed inside by a correction, and not decided on."""
    uncoded: int = 0
    """Of those: no coding in sight and no claim has these words any more."""

    @property
    def words(self) -> str:
        """How many: "rests on 3 passages"."""
        return f"rests on {several(self.passages, 'passage')}" if self.passages else "rests on no passage"

    @property
    def changed(self) -> str:
        """What became of them since, in words with their denominator; "" where nothing did."""
        found = (
            (self.earlier, "in an earlier text only"),
            (self.doubted, "changed by a correction"),
            (self.uncoded, "not coded any more"),
        )
        return "; ".join(f"{number} of {self.passages} {words}" for number, words in found if number)


@dataclass(frozen=True, slots=True)
class Written:
    """A summary with whose it is and what it rests on."""

    summary: Summary
    coder: str
    own: bool = False
    """Whether it is the asker's."""
    rests: Resting = Resting()
    since: bool = False
    """Whether further passages have come since it was written."""

    @property
    def signs(self) -> str:
        """What a reader is to know of it, in words; "" for nothing."""
        later = "further passages have come since" if self.since else ""
        return "; ".join(each for each in (self.rests.changed, later) if each)


@dataclass(frozen=True, slots=True)
class Material:
    """What there is to write from in a cell: no summary, and never taken for one. Overlapping passages count once."""

    coded: int = 0
    """Coded passages of respondents about this case."""
    interviews: int = 0
    """Of the case's own interviews: how many have one."""
    elsewhere: int = 0
    """Of the coded passages: how many stand in other interviews."""
    stances: Mapping[Stance, int] = field(default_factory=dict)
    """Passages joined to configurations of the hypothesis, or to the hypothesis itself."""
    held: int = 0
    """Interviews of the case."""
    unfinished: int = 0
    """Of those: not coded to the end by anybody in sight."""
    latest: str = ""
    """The latest id, of those that tell the time, of a passage; "" for none."""

    @property
    def any(self) -> bool:
        """Whether there is a passage."""
        return bool(self.coded or any(self.stances.values()))

    @property
    def gap(self) -> Gap | None:
        """Why there is no passage; None where there is one."""
        if self.any:
            return None
        if not self.held:
            return Gap.NO_INTERVIEW
        return Gap.NOT_YET_CODED if self.unfinished else Gap.NOTHING_SAID


@dataclass(frozen=True, slots=True)
class FrameCell:
    """A hypothesis in a case."""

    case_id: str
    code_id: str
    written: tuple[Written, ...] = ()
    """The asker's own first, then others' in sight by name."""
    material: Material | None = None
    """None while it is not counted yet."""

    @property
    def own(self) -> Written | None:
        """The asker's own summary."""
        return next((each for each in self.written if each.own), None)

    def counted(self, material: Material) -> FrameCell:
        """The cell with what there is to write from, and with what came since told of each summary."""
        later = made_at(material.latest) if material.latest else ""
        written = tuple(
            replace(each, since=bool(each.summary.at) and later > each.summary.at) for each in self.written
        )
        return replace(self, written=written, material=material)


@dataclass(frozen=True, slots=True)
class Framework:
    """Cases by hypotheses."""

    study: str
    title: str
    """What the columns are: the hypotheses of a codebook, or what stands under a code."""
    columns: tuple[Code, ...]
    cases: tuple[Case, ...]
    """By outcome group and name."""
    cells: Mapping[tuple[str, str], FrameCell]
    """By case id and code id; there is one for each pair."""
    language: str = "da"

    def cell(self, case_id: str, code_id: str) -> FrameCell:
        """A hypothesis in a case."""
        return self.cells[case_id, code_id]

    def case(self, case_id: str) -> Case | None:
        """A case by id."""
        return next((each for each in self.cases if each.id == case_id), None)

    def column(self, code_id: str) -> Code | None:
        """A column by id."""
        return next((each for each in self.columns if each.id == code_id), None)

    def only(self, case_ids: frozenset[str]) -> Framework:
        """The same with some of the cases."""
        return replace(self, cases=tuple(each for each in self.cases if each.id in case_ids))

    def of(self, code_id: str) -> Framework:
        """The same with one column."""
        return replace(self, columns=tuple(each for each in self.columns if each.id == code_id))

    def counted(self, material: Mapping[tuple[str, str], Material]) -> Framework:
        """The same with what there is to write from in some cells."""
        told = {key: self.cells[key].counted(each) for key, each in material.items() if key in self.cells}
        return replace(self, cells={**self.cells, **told})

    @property
    def waiting(self) -> tuple[str, ...]:
        """Ids of the cases in which it is not counted yet what there is to write from."""
        return tuple(
            case.id
            for case in self.cases
            if any(self.cells[case.id, column.id].material is None for column in self.columns)
        )

    def filled(self) -> int:
        """How many cells have a summary."""
        cells = (self.cells[case.id, column.id] for case in self.cases for column in self.columns)
        return sum(bool(each.written) for each in cells)

    @property
    def size(self) -> int:
        """How many cells there are."""
        return len(self.cases) * len(self.columns)


def material_words(material: Material | None) -> str:
    """What there is to write from: "7 coded in 2 of 3 interviews, 1 not coded to the end; 4 support, 1 contradicts"."""
    if material is None:
        return "not counted yet"
    if material.gap is Gap.NO_INTERVIEW:
        return "no interview"
    parts = []
    if material.coded:
        elsewhere = f", {material.elsewhere} of them in other interviews" if material.elsewhere else ""
        parts.append(
            f"{several(material.coded, 'coded passage')} in {material.interviews} of {several(material.held, 'interview')}{elsewhere}"
        )
    else:
        parts.append(f"no coded passage in {several(material.held, 'interview')}")
    if material.unfinished:
        parts.append(f"{material.unfinished} of {several(material.held, 'interview')} not coded to the end")
    elif material.gap is Gap.NOTHING_SAID:
        parts.append("all coded to the end: nothing said")
    if said := stance_words(material.stances):
        parts.append(f"on its configurations: {said}")
    return "; ".join(parts)


_STANCES: dict[Stance, tuple[str, str]] = {
    Stance.SUPPORTS: ("supports", "support"),
    Stance.CONTRADICTS: ("contradicts", "contradict"),
    Stance.REFINES: ("refines", "refine"),
    Stance.NEW: ("is new", "are new"),
}


def stance_words(stances: Mapping[Stance, int]) -> str:
    """Passages by stance: "4 support, 1 contradicts"; "" for none."""
    found = ((stances.get(each, 0), *words) for each, words in _STANCES.items())
    return ", ".join(f"{number} {one if number == 1 else many}" for number, one, many in found if number)
