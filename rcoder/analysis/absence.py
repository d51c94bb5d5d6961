"""The names of absence: what it means that a code is not found in a case (decision 10). They are never merged."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from rcoder.domain.coding import Coding
from rcoder.domain.words import Absence, Polarity, Scope


@dataclass(frozen=True, slots=True)
class Said:
    """A coding of the code about the case, and whether it stands on an interviewer's words."""

    coding: Coding
    interviewer: bool = False


@dataclass(frozen=True, slots=True)
class NamedAbsence:
    """One name of absence, and the codings it is tied to."""

    absence: Absence
    codings: tuple[Coding, ...] = ()
    """The words that say so, or the questions that were asked; by transcript and place."""


def absences(
    about: Iterable[Said], interviews: Collection[str], finished: Collection[str]
) -> tuple[NamedAbsence, ...]:
    """Every name of absence that holds for one code in one case, in the order of `Absence`; none where it was there.

    `about` has the codings of the code about the case, wherever they stand; `interviews` the ids of the case's
    transcripts; `finished` the ids of all transcripts that are coded to the end. Respondents' words about this case
    go before everything else: a coding that says present or weak is no absence, and does not silence one that says
    absent. A counterfactual coding says that the thing was there, whatever its polarity. Talk in general, normative
    or anticipated talk says nothing of the case. An interviewer's words mean that it was asked; a question in an
    interview that is not coded to the end still waits for its answer.
    """
    said = sorted(
        about,
        key=lambda each: (each.coding.transcript_id, each.coding.start, each.coding.end, each.coding.id),
    )
    answers = [each.coding for each in said if not each.interviewer and each.coding.scope is Scope.THIS_CASE]
    if answers:
        return _said(answers)
    return _unsaid([each.coding for each in said if each.interviewer], interviews, finished)


def _said(answers: list[Coding]) -> tuple[NamedAbsence, ...]:
    absent = [each for each in answers if each.polarity is Polarity.ABSENT and not each.counterfactual]
    supposed = [each for each in answers if each.counterfactual]
    return _named((Absence.SAID_ABSENT, absent), (Absence.COUNTERFACTUAL, supposed))


def _unsaid(
    questions: list[Coding], interviews: Collection[str], finished: Collection[str]
) -> tuple[NamedAbsence, ...]:
    """What holds where nobody said anything of it: asked, still to be coded, without interview, else not asked."""
    done = set(finished)
    found = _named((Absence.NOT_MENTIONED, [each for each in questions if each.transcript_id in done]))
    waiting = tuple(each for each in questions if each.transcript_id not in done)
    if waiting or not done.issuperset(interviews):
        found += (NamedAbsence(Absence.NOT_YET_CODED, waiting),)
    if not interviews:
        found += (NamedAbsence(Absence.NO_INTERVIEW),)
    return found or (NamedAbsence(Absence.NOT_ASKED),)


def _named(*pairs: tuple[Absence, list[Coding]]) -> tuple[NamedAbsence, ...]:
    return tuple(NamedAbsence(absence, tuple(codings)) for absence, codings in pairs if codings)
