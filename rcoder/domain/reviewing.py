"""Which steps a review usually takes from where, and what the others need (realist-practice §7, decision 12)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rcoder.domain.errors import Misuse
from rcoder.domain.review import Standing
from rcoder.domain.words import Status

VERBS: Mapping[Status, str] = {
    Status.DRAFT: "Took up again",
    Status.SUBMITTED: "Submitted",
    Status.RETURNED: "Returned",
    Status.ACCEPTED: "Accepted",
    Status.SETTLED: "Settled",
    Status.SUPERSEDED: "Superseded",
    Status.REJECTED: "Rejected",
}
"""What was done where a configuration got a status."""
_TO_DO: Mapping[Status, str] = {
    Status.DRAFT: "Take up again",
    Status.SUBMITTED: "Submit",
    Status.RETURNED: "Return",
    Status.ACCEPTED: "Accept",
    Status.SETTLED: "Settle",
    Status.SUPERSEDED: "Supersede",
    Status.REJECTED: "Reject",
}

MEANINGS: Mapping[Status, str] = {
    Status.DRAFT: "it is being worked on",
    Status.SUBMITTED: "its maker asks somebody to look at it",
    Status.RETURNED: "it goes back to its maker, with a reason or comments",
    Status.ACCEPTED: "whoever looked at it stands by it as it is",
    Status.SETTLED: "its maker stands by it, working alone",
    Status.SUPERSEDED: "another configuration took its place; both are kept",
    Status.REJECTED: "it does not hold; it is kept and not drawn",
}
"""What each status says of a configuration."""

_USUAL: Mapping[Status, tuple[Status, ...]] = {
    Status.DRAFT: (Status.SUBMITTED, Status.SETTLED),
    Status.SUBMITTED: (Status.ACCEPTED, Status.RETURNED, Status.REJECTED, Status.DRAFT),
    Status.RETURNED: (Status.SUBMITTED,),
    Status.ACCEPTED: (Status.SUPERSEDED, Status.REJECTED),
    Status.SETTLED: (Status.SUBMITTED, Status.SUPERSEDED, Status.REJECTED),
    Status.SUPERSEDED: (),
    Status.REJECTED: (),
}
_AGAIN = (Status.ACCEPTED, Status.RETURNED, Status.SUBMITTED)
"""What an accepted configuration that has changed since may become besides."""
_MAKERS = frozenset({Status.SUBMITTED, Status.SETTLED, Status.DRAFT})
"""Steps that are its maker's."""
_OTHERS = frozenset({Status.ACCEPTED, Status.RETURNED})
"""Steps that are somebody else's."""


@dataclass(frozen=True, slots=True)
class Step:
    """A status a configuration may get next."""

    status: Status
    unusual: str = ""
    """Why it is not the usual step, in words; "" for a usual one. An unusual one needs a reason."""

    @property
    def verb(self) -> str:
        """What is about to be done: "Accept"."""
        return _TO_DO[self.status]


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who is about to give a status, as far as it matters for what is usual."""

    maker: bool
    """Whether the configuration is their own."""
    alone: bool
    """Whether nobody else has joined the study."""


def steps(standing: Standing, reviewer: Reviewer) -> tuple[Step, ...]:
    """Every status that can be given, the usual ones first. None is barred: an unusual one needs a reason."""
    usual = _usual(standing)
    found = [
        Step(each, _unusual(each, standing, reviewer))
        for each in (*usual, *(each for each in Status if each not in usual))
        if each is not standing.status or standing.changed_since
    ]
    return tuple(sorted(found, key=lambda each: bool(each.unusual)))


def check(step: Step, why: str, *, commented: bool = False) -> None:
    """Raises Misuse where a step lacks what it needs: an unusual one a reason, returning a reason or a comment of one's own."""
    if why.strip():
        return
    if step.unusual:
        raise Misuse(f"{step.unusual} It can be done all the same, with a reason.", "Say why.")
    if step.status is Status.RETURNED and not commented:
        raise Misuse(
            "Whoever gets it back needs to know what is wanted.", "Give a reason, or write a comment first."
        )


def _usual(standing: Standing) -> tuple[Status, ...]:
    found = _USUAL[standing.status]
    if standing.changed_since:
        again = _AGAIN if standing.status is Status.ACCEPTED else (Status.SETTLED,)
        found = (*again, *(each for each in found if each not in again))
    return found


def _unusual(status: Status, standing: Standing, reviewer: Reviewer) -> str:
    now = standing.say("en")
    others, alone = not reviewer.maker, reviewer.alone
    reasons = (
        (
            status not in _usual(standing),
            f"It is {now}, and does not usually become {status.value} from there.",
        ),
        (status is Status.SETTLED and others, "Settling is usually for its own maker."),
        (
            status is Status.SETTLED and not alone,
            "Settling is for who works alone; others have joined this study.",
        ),
        (status in _MAKERS and others, "That step is usually its maker's."),
        (
            status in _OTHERS and not others and not alone,
            "It is your own; somebody else usually looks at it.",
        ),
        (status in _OTHERS and not others, "It is your own and you work alone; you can settle it."),
    )
    return next((words for holds, words in reasons if holds), "")
