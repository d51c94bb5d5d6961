"""The interviews that a query is about as a whole: what its counts are of."""

from __future__ import annotations

from rcoder.domain.retrieval import All, Node, Term, selects
from rcoder.project.retrieval_surroundings import Surroundings
from rcoder.project.retrieval_terms import coder_called, interviews_called


def scope_of(root: Node, around: Surroundings) -> tuple[frozenset[str] | None, str]:
    """The interviews that can hold results, None for all, and the id of the one coder whose passages they are, "" for all.

    Terms that must hold of every result say so: role, case, group, outcome, interview, coder. A case's interviews are its
    own, though others may speak of it.
    """
    within: frozenset[str] | None = None
    coder = ""
    for term in required(root):
        if term.name == "coder":
            coder = coder_called(term, around)
        elif (own := _interviews(term, around)) is not None:
            within = own if within is None else within & own
    return within, coder


def required(root: Node) -> tuple[Term, ...]:
    """The terms that must hold of every passage of every result."""
    if isinstance(root, Term):
        return () if root.selects else (root,)
    if not isinstance(root, All):
        return ()
    selecting = [each for each in root.parts if selects(each)]
    alone = len(selecting) == 1
    return tuple(term for each in root.parts if alone or not selects(each) for term in required(each))


def _interviews(term: Term, around: Surroundings) -> frozenset[str] | None:
    wanted = term.value.casefold()
    if term.name == "interview":
        return interviews_called(term, around)
    if term.name == "role":
        return around.interviews_of_role(wanted)
    if term.name == "case":
        cases = {each.id for each in around.cases.values() if each.name.casefold() == wanted}
    elif term.name == "group":
        cases = set(around.groups.get(wanted, ()))
    elif term.name == "outcome":
        plain = "_".join(wanted.replace("-", " ").split())
        cases = {each.id for each in around.cases.values() if each.outcome_group.casefold() == plain}
    else:
        return None
    return frozenset(each.id for each in around.interviews.values() if each.case_id in cases)
