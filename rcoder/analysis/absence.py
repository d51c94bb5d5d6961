"""The names of absence: what it means that a code is not found in a case (decision 10). They are never merged."""

from __future__ import annotations

from rcoder.domain.absence import TIED, Heard, Saying
from rcoder.domain.words import Absence, Polarity, Scope, Stance


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
