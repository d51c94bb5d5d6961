"""What passages are joined to, in words, as far as it is in sight."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from rcoder.domain.configuration import Evidence
from rcoder.domain.words import Claim
from rcoder.project.door import Project
from rcoder.project.entangled import CHUNK

TRAY = "the tray"

_WORDS: dict[Claim, str] = {
    Claim.CONFIGURATION: "SELECT id, number AS words FROM configurations WHERE id IN (:ids) AND {seen}",
    Claim.LINK: """SELECT l.id, f.number AS words FROM links l JOIN configurations f ON f.id = l.configuration_id
        WHERE l.id IN (:ids) AND {seen:f}""",
    Claim.ELEMENT: """SELECT DISTINCT p.element_id AS id, f.number AS words FROM places p
        JOIN configurations f ON f.id = p.configuration_id WHERE p.element_id IN (:ids) AND {seen:f} ORDER BY f.number""",
    Claim.CODE: "SELECT id, key AS words FROM codes WHERE id IN (:ids)",
    Claim.RIVAL: """SELECT r.id, f.number AS words FROM rivals r JOIN configurations f ON f.id = r.configuration_id
        WHERE r.id IN (:ids) AND {seen:r} AND {seen:f}""",
    Claim.STATE: """SELECT j.id, c.key || ' in ' || k.name AS words FROM condition_judgements j
        JOIN codes c ON c.id = j.condition_id JOIN cases k ON k.id = j.case_id WHERE j.id IN (:ids) AND {seen:j}""",
    Claim.SUMMARY: """SELECT s.id, c.key || ' in ' || k.name AS words FROM summaries s
        JOIN codes c ON c.id = s.code_id JOIN cases k ON k.id = s.case_id WHERE s.id IN (:ids) AND {seen:s}""",
    Claim.TURNING_POINT: """SELECT p.id, k.name AS words FROM turning_points p JOIN cases k ON k.id = p.case_id
        WHERE p.id IN (:ids) AND {seen:p}""",
}
"""What each sort of claim is called: the number of its configurations, a key, a case."""

_BEFORE: dict[Claim, str] = {
    Claim.RIVAL: "a rival of ",
    Claim.SUMMARY: "a summary of ",
    Claim.TURNING_POINT: "a turning point of ",
}


def claims_in_words(project: Project, evidence: Iterable[Evidence]) -> dict[str, str]:
    """What each piece of evidence is on, by its id: "K07", "H1", "a rival of K07", "the tray"; nothing for what is out of sight."""
    found: dict[str, str] = {}
    by_claim: dict[Claim, list[Evidence]] = defaultdict(list)
    for each in evidence:
        by_claim[each.claim].append(each)
    for claim, own in by_claim.items():
        if claim is Claim.TRAY:
            found |= {each.id: TRAY for each in own}
            continue
        words = _words(project, claim, sorted({each.claim_id for each in own}))
        found |= {
            each.id: _BEFORE.get(claim, "") + ", ".join(words[each.claim_id])
            for each in own
            if each.claim_id in words
        }
    return found


def _words(project: Project, claim: Claim, ids: list[str]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for first in range(0, len(ids), CHUNK):
        for row in project.sight.rows(_WORDS[claim], ids=ids[first : first + CHUNK]):
            found[row["id"]].append(row["words"])
    return dict(found)
