"""The names of absence: what it means that a code is not found in a case (decision 10). They are never merged."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from rcoder.domain.absence import TIED, Heard, Saying
from rcoder.domain.coding import Coding
from rcoder.domain.words import Absence, Polarity, Scope, Stance


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


def saying(
    polarity: Polarity,
    scope: Scope,
    *,
    counterfactual: bool = False,
    interviewer: bool = False,
    finished: bool = False,
    earlier: bool = False,
    beneath: bool = False,
    stance: Stance | None = None,
) -> Saying:
    """What one passage says of a code in a case; `project/absence.py` says the same in SQL, and a test compares them.

    `finished` says that its transcript is coded to the end, `beneath` that it carries a code under this one, `stance`
    that it is no coding but evidence on the code.
    """
    if earlier:
        return Saying.EARLIER
    if interviewer:
        return Saying.ASKED if finished else Saying.WAITING
    if scope is not Scope.THIS_CASE:
        return Saying.LISTED
    if stance is not None:
        return Saying(stance.value)
    if beneath:
        return Saying.BENEATH
    return Saying.COUNTERFACTUAL if counterfactual else Saying(polarity.value)


def names(heard: Heard) -> tuple[Absence, ...]:
    """Every name of absence that holds, in the order of `Absence`; none where it was there.

    Respondents' words about this case go before everything else: what says present or weak is no absence, and does not
    silence one that says absent. A counterfactual says that the thing was there, whatever its polarity. Talk in
    general, normative or anticipated talk says nothing of the case. An interviewer's words mean that it was asked; a
    question in an interview that is not coded to the end still waits for its answer.
    """
    if heard.answers:
        held = (Absence.SAID_ABSENT, Absence.COUNTERFACTUAL)
        return tuple(each for each in held if heard.of(TIED[each]))
    found = []
    if heard.of(Saying.ASKED):
        found.append(Absence.NOT_MENTIONED)
    if heard.of(Saying.WAITING) or heard.unfinished:
        found.append(Absence.NOT_YET_CODED)
    if not heard.interviews:
        found.append(Absence.NO_INTERVIEW)
    return tuple(found) or (Absence.NOT_ASKED,)


def absences(
    about: Iterable[Said], interviews: Collection[str], finished: Collection[str]
) -> tuple[NamedAbsence, ...]:
    """Every name of absence that holds for one code in one case, with the codings it is tied to, as `names` has it.

    `about` has the codings of the code about the case, wherever they stand; `interviews` the ids of the case's
    transcripts; `finished` the ids of all transcripts that are coded to the end.
    """
    done = set(finished)
    by_saying: dict[Saying, list[Coding]] = {}
    for each in sorted(about, key=_by_place):
        own = each.coding
        said = saying(
            own.polarity,
            own.scope,
            counterfactual=own.counterfactual,
            interviewer=each.interviewer,
            finished=own.transcript_id in done,
        )
        by_saying.setdefault(said, []).append(own)
    counts = {said: len(codings) for said, codings in by_saying.items()}
    held = set(interviews)
    return tuple(
        NamedAbsence(each, tuple(by_saying.get(TIED[each], ())) if each in TIED else ())
        for each in names(Heard(counts, len(held), len(held - done)))
    )


def _by_place(said: Said) -> tuple[str, int, int, str]:
    own = said.coding
    return own.transcript_id, own.start, own.end, own.id
