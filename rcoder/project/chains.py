"""Chains of configurations: how one stands to the others, and every chain in sight."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from rcoder.analysis import chains as ways
from rcoder.domain.actions import kinship as kinships_
from rcoder.domain.actions.configuring import begin
from rcoder.domain.chain import TURNED, Chained, Chains, Lead, Neighbour, Standing, Tie
from rcoder.domain.configuration import Configuration, Place
from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed
from rcoder.domain.passage import Passage
from rcoder.domain.rival import Kinship
from rcoder.domain.words import Kin, Kind
from rcoder.project.configurations import coding_passages, evidence_passages, found_by, next_number
from rcoder.project.door import Project
from rcoder.project.sight import Sight
from rcoder.project.standings import standings

_ENDS = """p.kind = 'reasoning'
    AND NOT EXISTS (SELECT 1 FROM links l WHERE l.configuration_id = p.configuration_id
      AND l.source_id = p.element_id AND l.effect <> 'conditions')
    AND (EXISTS (SELECT 1 FROM links l WHERE l.configuration_id = p.configuration_id AND l.target_id = p.element_id)
      OR NOT EXISTS (SELECT 1 FROM places o WHERE o.configuration_id = p.configuration_id AND o.kind = 'outcome'))"""
"""A reasoning that nothing follows from: the last of what is tied, or of a configuration without an outcome."""

_STANDINGS = f"""
    SELECT p.configuration_id, p.element_id, p.kind, p.position, CASE WHEN {_ENDS} THEN 1 ELSE 0 END AS ends
    FROM places p JOIN configurations f ON f.id = p.configuration_id WHERE {{seen:f}} AND p.element_id IN (@)
    UNION ALL
    SELECT p.configuration_id, s.member_id, p.kind, p.position, CASE WHEN {_ENDS} THEN 1 ELSE 0 END AS ends
    FROM standins s JOIN places p ON p.element_id = s.element_id JOIN configurations f ON f.id = p.configuration_id
    WHERE {{seen:f}} AND s.member_id IN (@)
    ORDER BY 1, 4, 2, 3"""  # noqa: S608 - constants of ours

_OF_ONE = """SELECT element_id FROM places WHERE configuration_id = :id
    UNION SELECT s.member_id FROM standins s JOIN places p ON p.element_id = s.element_id WHERE p.configuration_id = :id"""

_SEVERAL = """SELECT element_id FROM places GROUP BY element_id HAVING COUNT(*) > 1
    UNION SELECT member_id FROM standins"""
"""The elements by which anything can be tied."""


def neighbours(project: Project, name: str) -> tuple[Neighbour, ...]:
    """How a configuration, by id or number, stands to others: what it follows from, leads to, shares, nests, contradicts.

    Raises NotFound.
    """
    sight = project.sight
    own = found_by(sight, name)
    found = _standings(sight, _OF_ONE, id=own)
    into = _into(sight)
    tied = [each for each in ways.leads(found, into) if own in (each.source_id, each.target_id)]
    kin = _kinships(sight, own)
    others = {each.configuration_id for each in found} | {end for each in kin for end in _ends(each)}
    known = _chained(sight, others)
    words = _wordings(sight, {each.element_id for each in found})
    ties = [
        *_leading(own, tied, found, known),
        *_sharing(own, tied, found, into, known),
        *_related(own, kin, known),
    ]
    order = list(Tie)
    return tuple(
        sorted(
            (replace(each, wording=words.get(each.element_id, "")) for each in ties),
            key=lambda each: (order.index(each.tie), each.other.number, each.wording),
        )
    )


def all_chains(project: Project, *, members: bool = False) -> Chains:
    """Every chain in sight; without `members`, a consolidated configuration stands for those made one in it."""
    sight = project.sight
    known = _chained(sight)
    hidden = set() if members else {each.id for each in known.values() if each.consolidated_in}
    found = [each for each in _standings(sight, _SEVERAL) if each.configuration_id not in hidden]
    tied = ways.leads(found, _into(sight))
    drawn = ways.graph(tied, list(known))
    return Chains(
        {name: each for name, each in known.items() if name not in hidden},
        tied,
        tuple(each for each in _kinships(sight) if not hidden.intersection(_ends(each))),
        _wordings(sight, {each.element_id for each in tied}),
        ways.loops(drawn),
        ways.longest(drawn),
        ways.tree(drawn, tied),
    )


def _standings(sight: Sight, which: str, **params: str) -> list[Standing]:
    """Where elements stand in sight: those that a query names."""
    rows = sight.rows(_STANDINGS.replace("@", which), **params)
    return [
        Standing(row["configuration_id"], row["element_id"], Kind(row["kind"]), bool(row["ends"]))
        for row in rows
    ]


def _into(sight: Sight) -> dict[str, str | None]:
    rows = sight.rows("SELECT id, consolidated_in FROM configurations WHERE consolidated_in IS NOT NULL")
    return {row["id"]: row["consolidated_in"] for row in rows}


def _kinships(sight: Sight, own: str = "") -> list[Kinship]:
    """What somebody in sight has said of configurations in sight: of one, or of all."""
    which = "AND (x.configuration_id = :own OR x.other_id = :own)" if own else ""
    return sight.records(
        Kinship,
        f"""SELECT x.* FROM kinships x JOIN configurations a ON a.id = x.configuration_id
            JOIN configurations b ON b.id = x.other_id
            WHERE {{seen:x}} AND {{seen:a}} AND {{seen:b}} {which} ORDER BY x.id""",  # noqa: S608 - constants of ours
        **({"own": own} if own else {}),
    )


def _ends(kinship: Kinship) -> tuple[str, str]:
    return kinship.configuration_id, kinship.other_id


def _chained(sight: Sight, ids: Iterable[str] | None = None) -> dict[str, Chained]:
    """Configurations in sight by id, in order of number: all, or those with these ids."""
    sql = "SELECT * FROM configurations WHERE {seen} ORDER BY number, id"
    if ids is not None:
        sql = "SELECT * FROM configurations WHERE id IN (:ids) AND {seen} ORDER BY number, id"
    found = sight.records(Configuration, sql, **({} if ids is None else {"ids": sorted(ids)}))
    stands = standings(sight, found)
    cases = {row["id"]: row["name"] for row in sight.rows("SELECT id, name FROM cases")}
    wanted = sorted({each.consolidated_in for each in found if each.consolidated_in})
    rows = (
        sight.rows("SELECT id FROM configurations WHERE id IN (:ids) AND {seen}", ids=wanted)
        if wanted
        else ()
    )
    drawn = {row["id"] for row in rows}
    return {
        each.id: Chained(
            each.id,
            each.number,
            each.title,
            stands[each.id].say("en"),
            cases.get(each.case_id or "", ""),
            each.consolidated_in if each.consolidated_in in drawn and each.consolidated_in else "",
        )
        for each in found
    }


def _wordings(sight: Sight, ids: set[str]) -> dict[str, str]:
    rows = sight.rows("SELECT id, wording FROM elements WHERE id IN (:ids)", ids=sorted(ids)) if ids else ()
    return {row["id"]: row["wording"] for row in rows}


def _leading(
    own: str, tied: Iterable[Lead], found: Iterable[Standing], known: Mapping[str, Chained]
) -> Iterable[Neighbour]:
    """What it leads to and follows from; a loop onto itself is both."""
    kinds: dict[tuple[str, str], Kind] = {}
    for place in found:
        if place.leaves:
            kinds.setdefault((place.configuration_id, place.element_id), place.kind)
    for each in tied:
        name, leaving = each.element_id, kinds[each.source_id, each.element_id]
        if each.source_id == own:
            yield Neighbour(Tie.LEADS_TO, known[each.target_id], name, here=leaving, there=each.there)
        if each.target_id == own:
            yield Neighbour(Tie.FOLLOWS_FROM, known[each.source_id], name, here=each.there, there=leaving)


def _sharing(
    own: str,
    tied: Iterable[Lead],
    found: Iterable[Standing],
    into: Mapping[str, str | None],
    known: Mapping[str, Chained],
) -> Iterable[Neighbour]:
    for here, there in ways.shared(found, tied, into, own):
        yield Neighbour(
            Tie.SHARES, known[there.configuration_id], here.element_id, here=here.kind, there=there.kind
        )


def _related(own: str, kin: Iterable[Kinship], known: Mapping[str, Chained]) -> Iterable[Neighbour]:
    for each in kin:
        tie = Tie(each.kin.value)
        if each.configuration_id == own:
            yield Neighbour(tie, known[each.other_id], kinship=each)
        else:
            yield Neighbour(TURNED[tie], known[each.configuration_id], kinship=each)


# -- passages ----------------------------------------------------------------------------------------------------


def passages_of(project: Project, element_ids: Iterable[str]) -> tuple[tuple[str, tuple[Passage, ...]], ...]:
    """The passages that elements rest on and those for and against them, by wording of the element."""
    sight, ids = project.sight, sorted(set(element_ids))
    groundings = sight.rows(
        "SELECT element_id, coding_id FROM groundings WHERE element_id IN (:ids)", ids=ids
    )
    evidence = sight.rows("SELECT id, claim_id FROM evidence WHERE claim_id IN (:ids) AND {seen}", ids=ids)
    codings = coding_passages(sight, [row["coding_id"] for row in groundings])
    attached = {each.id: each for each in evidence_passages(sight, [row["id"] for row in evidence])}
    found: dict[str, list[Passage]] = {each: [] for each in ids}
    for row in groundings:
        if row["coding_id"] in codings:
            found[row["element_id"]].append(codings[row["coding_id"]])
    for row in evidence:
        found[row["claim_id"]].append(attached[row["id"]])
    words = _wordings(sight, set(ids))
    return tuple(
        (words.get(each, ""), tuple(sorted(own, key=lambda one: (one.transcript, one.start, one.id))))
        for each, own in found.items()
    )


# -- deeds -------------------------------------------------------------------------------------------------------


def going_on(project: Project, configuration_id: str, element_id: str, kind: Kind) -> tuple[str, Deed]:
    """A new configuration that starts from an element of another one, as its context or resource: its id, and the deed.

    It is about the same case and hypotheses. Raises NotFound, and Misuse for another kind.
    """
    sight = project.sight
    own = found_by(sight, configuration_id)
    if kind not in (Kind.CONTEXT, Kind.RESOURCE):
        raise Misuse(
            "A configuration starts from a context or a resource.", "Share the element as one of these."
        )
    before = sight.records(Configuration, "SELECT * FROM configurations WHERE id = :id", id=own)[0]
    there = sight.one(
        "SELECT e.wording FROM places p JOIN elements e ON e.id = p.element_id"
        " WHERE p.configuration_id = :id AND p.element_id = :element",
        id=own,
        element=element_id,
    )
    if there is None:
        raise NotFound(
            f"That element is no longer in {before.number}.", "Look again, and choose another one."
        )
    after = Configuration(
        new_id(),
        next_number(sight),
        project.coder_id,
        hypotheses=before.hypotheses,
        level=before.level,
        case_id=before.case_id,
    )
    place = Place(new_id(), after.id, element_id, kind)
    made = begin(after, places=[place])
    sentence = (
        f"Went on from {before.number}: {after.number} starts from “{there['wording']}” as {kind.value}"
    )
    return after.id, Deed(sentence, made.changes)


def relating(project: Project, one: str, kin: Kin, other: str, reason: str = "") -> Deed:
    """Says that one configuration is nested in or contradicts another; said already, gives it this reason.

    Raises NotFound, Misuse for one configuration twice, Unchanged where it is said already in the same words.
    """
    sight = project.sight
    ids = found_by(sight, one), found_by(sight, other)
    first, second = (
        sight.records(Configuration, "SELECT * FROM configurations WHERE id = :id", id=each)[0]
        for each in ids
    )
    known = _said(project, ids[0], kin, ids[1])
    if known is not None:
        return kinships_.reason(known, reason, first.number, second.number)
    kinship = Kinship(new_id(), ids[0], kin, ids[1], project.coder_id, reason.strip())
    return kinships_.relate(kinship, first, second)


def unrelating(project: Project, one: str, kin: Kin, other: str) -> Deed:
    """Takes back what the asker said of two configurations. Raises NotFound where they have not."""
    sight = project.sight
    ids = found_by(sight, one), found_by(sight, other)
    known = _said(project, ids[0], kin, ids[1])
    numbers = {
        row["id"]: row["number"]
        for row in sight.rows("SELECT id, number FROM configurations WHERE id IN (:ids)", ids=list(ids))
    }
    words = f"{numbers[ids[0]]} {kinships_.SAID[kin]} {numbers[ids[1]]}"
    if known is None:
        raise NotFound(f"You have not said that {words}.", "Only who said it takes it back.")
    return kinships_.unrelate(known, numbers[known.configuration_id], numbers[known.other_id])


def _said(project: Project, one: str, kin: Kin, other: str) -> Kinship | None:
    """What the asker has said of two already; contradicting goes both ways."""
    pairs = [(one, other), *([(other, one)] if kin is Kin.CONTRADICTS else [])]
    own = [each for each in _kinships(project.sight, one) if each.coder_id == project.coder_id]
    return next((each for each in own if each.kin is kin and _ends(each) in pairs), None)
