"""A change theory narrowed to what is asked for, and counted anew where passages are left out (decision 7)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from rcoder.analysis.counting import CaseProgress, case_progress, tally
from rcoder.analysis.cut_paths import leading
from rcoder.analysis.cut_words import narrowed_to
from rcoder.domain.cut import CaseGroup, Cut
from rcoder.domain.theory import Arrow, Box, ChangeTheory, Membership, Tally, WholeEvidence, Witness
from rcoder.domain.words import Column, Horizon, Stance, role_group

COLUMNS: dict[Horizon, Column] = {
    Horizon.SHORT: Column.SHORT,
    Horizon.MEDIUM: Column.MEDIUM,
    Horizon.LONG: Column.LONG,
}


class Interviewed(NamedTuple):
    """An interview, as far as denominators need it."""

    case_id: str | None
    roles: frozenset[str]
    """Roles and role groups of its respondents, case set aside."""
    finished: bool
    """Whether somebody in sight has coded it to the end."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a cut counts of."""

    progress: CaseProgress = CaseProgress()
    """The cases of the whole study."""
    interviews: tuple[Interviewed, ...] = ()
    groups: Mapping[str, CaseGroup] = field(default_factory=dict)
    """The cases of each group that a cut names, by what the cut calls it."""
    under: Mapping[str, str] = field(default_factory=dict)
    """Keys of hypotheses and support conditions with the key of the hypothesis they belong to."""

    def counted(self, cuts: Iterable[Cut]) -> CaseProgress:
        """The cases that are counted of: of a group its own, for roles by the interviews with people of these roles."""
        own = [each for each in cuts if each.recounts]
        if not own:
            return self.progress
        known = self.progress
        every = known.coded | known.not_yet_coded | known.no_interview
        for each in own:
            if each.group:
                every &= self.within(each)
        if not any(each.roles for each in own):
            return CaseProgress(known.coded & every, known.not_yet_coded & every, known.no_interview & every)
        asked = [each.roles for each in own if each.roles]
        found = [each for each in self.interviews if all(_meet(each.roles, roles) for roles in asked)]
        return case_progress(
            every,
            {str(place): each.case_id for place, each in enumerate(found)},
            (str(place) for place, each in enumerate(found) if each.finished),
        )

    def within(self, wanted: Cut) -> frozenset[str]:
        """The cases of a cut's group, or those outside it; the group is one of `groups`."""
        group = self.groups[wanted.group]
        return group.outside if wanted.outside else group.inside


def cut(theory: ChangeTheory, wanted: Cut, ground: Ground | None = None) -> ChangeTheory:
    """The theory narrowed, on top of what it is narrowed to; the same theory where nothing is asked for.

    It never adds anything. Arrows that fulfil the cut stay with the boxes at their ends and the core elements of those; a
    box without an arrow stays where it fulfils the cut itself. Numbers are counted anew where people or cases are left out.
    """
    if wanted.empty or wanted in theory.narrowed:
        return theory
    return _Cutting(theory, (*theory.narrowed, wanted), ground or Ground()).result()


class _Cutting:
    """One theory being narrowed by cuts that must all hold."""

    def __init__(self, theory: ChangeTheory, cuts: tuple[Cut, ...], ground: Ground) -> None:
        self.theory, self.cuts, self.ground = theory, cuts, ground
        self.recounts = any(each.recounts for each in cuts)
        self.progress = ground.counted(cuts)

    def result(self) -> ChangeTheory:
        """What is left."""
        theory = self.theory
        arrows = self._arrows(theory.arrows)
        columns = {box.id: box.column for box in theory.boxes}
        wanted = [{COLUMNS[each] for each in cut.horizons} for cut in self.cuts if cut.horizons]
        arrows = leading(arrows, columns, wanted)
        boxes = self._boxes(arrows)
        return replace(
            theory,
            boxes=boxes,
            arrows=arrows,
            memberships=memberships_of(theory.memberships, boxes),
            whole=self._whole(arrows),
            denominator=self.progress.denominator if self.recounts else theory.denominator,
            cut=narrowed_to(self.cuts, self.ground.groups, self.progress),
            narrowed=self.cuts,
        )

    def _arrows(self, arrows: Iterable[Arrow]) -> tuple[Arrow, ...]:
        """The arrows that fulfil every cut, with the passages that are left."""
        counted = (self._counted(each) for each in arrows)
        return tuple(each for each in counted if all(self._fulfils(each, cut) for cut in self.cuts))

    def _counted(self, arrow: Arrow) -> Arrow:
        if not self.recounts:
            return arrow
        found = self._heard(arrow.witnesses)
        return replace(
            arrow,
            witnesses=found,
            supports=tally(found, Stance.SUPPORTS, self.progress),
            contradicts=tally(found, Stance.CONTRADICTS, self.progress),
            refines=tally(found, Stance.REFINES, self.progress),
        )

    def _heard(self, found: Iterable[Witness]) -> tuple[Witness, ...]:
        return tuple(each for each in found if all(self._admits(cut, each) for cut in self.cuts))

    def _admits(self, wanted: Cut, witness: Witness) -> bool:
        """Whether a passage is of people and cases that are asked for."""
        if wanted.roles and not _meet(role_names(witness.roles), wanted.roles):
            return False
        return not wanted.group or witness.case_id in self.ground.within(wanted)

    def _fulfils(self, arrow: Arrow, wanted: Cut) -> bool:
        """Whether an arrow fulfils everything of a cut but its horizon."""
        if wanted.hypotheses and not set(arrow.hypotheses) & set(wanted.hypotheses):
            return False
        if wanted.states and arrow.state not in wanted.states:
            return False
        if wanted.recounts and not arrow.witnesses:
            return False
        if (wanted.stances or wanted.evidence) and not self._passages(arrow, wanted):
            return False
        if wanted.least_passages and self._passages(arrow, wanted) < wanted.least_passages:
            return False
        return not wanted.least_cases or self._cases(arrow, wanted) >= wanted.least_cases

    def _passages(self, arrow: Arrow, wanted: Cut) -> int:
        return sum(tally_of(arrow, stance).passages for stance in wanted.weighed)

    def _cases(self, arrow: Arrow, wanted: Cut) -> int:
        """Cases coded to the end with a passage of the stances asked for."""
        return len(
            {
                each.case_id
                for each in arrow.witnesses
                if each.stance in wanted.weighed
                and each.counts == "case"
                and each.case_id in self.progress.coded
            }
        )

    def _boxes(self, arrows: Iterable[Arrow]) -> tuple[Box, ...]:
        ends = {end for arrow in arrows for end in (arrow.source, arrow.target)}
        boxes = [self._narrowed(box) for box in self.theory.boxes]
        kept = {box.id for box in boxes if box.id in ends or all(self._holds(box, cut) for cut in self.cuts)}
        kept |= {each.core for each in self.theory.memberships if each.box in kept}
        return tuple(box for box in boxes if box.id in kept)

    def _narrowed(self, box: Box) -> Box:
        """The box with the passages and inner links that are left."""
        inner, found = self._arrows(box.inner), self._heard(box.witnesses)
        return (
            box
            if (inner, found) == (box.inner, box.witnesses)
            else replace(box, inner=inner, witnesses=found)
        )

    def _holds(self, box: Box, wanted: Cut) -> bool:
        """Whether a box fulfils a cut of its own; what is asked of arrows, by a link within it."""
        if wanted.hypotheses and not set(box.hypotheses) & set(wanted.hypotheses):
            return False
        if wanted.horizons and box.column not in {COLUMNS[each] for each in wanted.horizons}:
            return False
        if wanted.stances or wanted.states or wanted.evidence or wanted.least_passages or wanted.least_cases:
            return bool(box.inner)
        return not wanted.recounts or bool(box.witnesses or box.inner)

    def _whole(self, arrows: Iterable[Arrow]) -> tuple[WholeEvidence, ...]:
        """Evidence on what is still shown, as far as people and cases are asked for."""
        shown = {number for arrow in arrows for number in arrow.configurations}
        found = (replace(each, witnesses=self._heard(each.witnesses)) for each in self.theory.whole)
        return tuple(each for each in found if each.witnesses and self._bears(each, shown))

    def _bears(self, whole: WholeEvidence, shown: set[str]) -> bool:
        hypothesis = self.ground.under.get(whole.configuration)
        if hypothesis is None:
            return whole.configuration in shown
        return all(not each.hypotheses or hypothesis in each.hypotheses for each in self.cuts)


def tally_of(arrow: Arrow, stance: Stance) -> Tally:
    """What one stance comes to on an arrow."""
    if stance is Stance.SUPPORTS:
        return arrow.supports
    if stance is Stance.CONTRADICTS:
        return arrow.contradicts
    return arrow.refines if stance is Stance.REFINES else Tally()


def role_names(roles: Iterable[str]) -> frozenset[str]:
    """Roles with the groups of those, case set aside; "" where there is none."""
    names = {name.casefold() for role in roles for name in (role, role_group(role))}
    return frozenset(names or {""})


def _meet(names: Iterable[str], wanted: Iterable[str]) -> bool:
    return not {each.casefold() for each in wanted}.isdisjoint(names)


def memberships_of(memberships: Iterable[Membership], boxes: Iterable[Box]) -> tuple[Membership, ...]:
    """The memberships whose two ends are among the boxes."""
    known = {box.id for box in boxes}
    return tuple(each for each in memberships if {each.core, each.box} <= known)
