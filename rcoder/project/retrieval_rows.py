"""The passages a query is about, read as plain rows: codings and evidence in sight, with all that is stored beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from rcoder.domain.retrieval import All, Node, Not, Related, Term, selects, terms
from rcoder.project.sight import Sight

Row = Mapping[str, Any]

_SHARED = """x.id, x.transcript_id, x.start, x."end", x.quote, x.turn, x.speaker_id, x.coder_id, x.scope, x.case_id,
    x.directness, x.prompting, x.memo, x.revision"""
_CODINGS = f"""SELECT {_SHARED}, x.code_id, x.kind, x.actor, x.polarity, x.counterfactual
    FROM codings x WHERE {{seen:x}}"""  # noqa: S608 - a constant of ours
_EVIDENCE = f"SELECT {_SHARED}, x.stance, x.claim, x.claim_id FROM evidence x WHERE {{seen:x}}"  # noqa: S608 - a constant of ours


def codings(sight: Sight, codes: Sequence[str] | None, most: int = 0) -> list[Row]:
    """Codings in sight with these codes (ids), or all where None; with `most`, only so many, in no order."""
    among = "" if codes is None else " AND x.code_id IN (:codes)"
    limit = f" LIMIT {int(most)}" if most else ""
    return list(sight.rows(f"{_CODINGS}{among}{limit}", **({} if codes is None else {"codes": codes})))


def evidence(sight: Sight) -> list[Row]:
    """All evidence in sight."""
    return list(sight.rows(_EVIDENCE))


def wants_all(node: Node) -> bool:
    """Whether a query is about every passage, as it is where a property stands for the passages that have it."""
    if not selects(node):
        return True
    if isinstance(node, Term):
        return False
    if isinstance(node, All):
        return any(wants_all(each) if selects(each) else _deep(each) for each in node.parts)
    parts = (
        (node.left, node.right) if isinstance(node, Related) else () if isinstance(node, Not) else node.parts
    )
    return any(wants_all(each) for each in parts)


def _deep(node: Node) -> bool:
    """The same of a property that only keeps or drops results: what is selected within `not` may want every passage."""
    if isinstance(node, Term):
        return False
    parts = (node.part,) if isinstance(node, Not) else () if isinstance(node, Related) else node.parts
    return any(wants_all(each) if selects(each) else _deep(each) for each in parts)


def wants_evidence(node: Node) -> bool:
    """Whether a query is about evidence as well."""
    return wants_all(node) or any(each.name == "stance" for each in terms(node))


class Claims(NamedTuple):
    """What codings and evidence belong to."""

    resting: Mapping[str, tuple[str, ...]]
    """Numbers of the configurations in sight that rest on a coding, by its id."""
    numbers: Mapping[str, tuple[str, ...]]
    """Numbers of the configurations in sight that a claim is or belongs to, by the claim's id: several of a shared element."""


_NUMBERED = """
    SELECT id, number FROM configurations WHERE {seen}
    UNION SELECT l.id, f.number FROM links l JOIN configurations f ON f.id = l.configuration_id WHERE {seen:f}
    UNION SELECT e.claim_id AS id, f.number FROM evidence e JOIN places p ON p.element_id = e.claim_id
      JOIN configurations f ON f.id = p.configuration_id WHERE e.claim = 'element' AND {seen:f}
    UNION SELECT r.id, f.number FROM rivals r JOIN configurations f ON f.id = r.configuration_id WHERE {seen:f}
    ORDER BY number
"""


def claims(sight: Sight) -> Claims:
    """What codings and evidence belong to, as far as in sight."""
    resting: dict[str, list[str]] = defaultdict(list)
    for row in sight.rows(
        """SELECT DISTINCT g.coding_id, f.number FROM groundings g JOIN places p ON p.element_id = g.element_id
           JOIN configurations f ON f.id = p.configuration_id WHERE {seen:f} ORDER BY f.number"""
    ):
        resting[row["coding_id"]].append(row["number"])
    numbers: dict[str, list[str]] = defaultdict(list)
    for row in sight.rows(_NUMBERED):
        numbers[row["id"]].append(row["number"])
    return Claims(
        {each: tuple(own) for each, own in resting.items()},
        {each: tuple(own) for each, own in numbers.items()},
    )
