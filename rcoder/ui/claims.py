"""What the passages of an interview are for and against, in the short names of the configurations screen."""

from __future__ import annotations

from collections.abc import Sequence

from rcoder.domain.configuration import Assembled, Evidence
from rcoder.domain.words import Claim
from rcoder.project import Project
from rcoder.project.assembling import assemble
from rcoder.project.claims import claims_in_words
from rcoder.ui.configuring.bench import element_name, link_name, link_of

PARTS = (Claim.CONFIGURATION, Claim.LINK, Claim.ELEMENT)


def named_claims(project: Project, evidence: Sequence[Evidence]) -> dict[str, str]:
    """What each piece of evidence is on, by its id: "K01, whole", "K01, R1 → M1", "K01, M1", "H1"; nothing out of sight."""
    found = claims_in_words(project, evidence)
    wanted = [each for each in evidence if each.claim in PARTS and each.id in found]
    numbers = {number for each in wanted for number in found[each.id].split(", ")}
    if not numbers:
        return found
    rows = project.sight.rows(
        "SELECT id FROM configurations WHERE number IN (:numbers) AND {seen}", numbers=sorted(numbers)
    )
    known = assemble(project.sight, [row["id"] for row in rows])
    for each in wanted:
        names = [name for one in known if (name := _part(one, each.claim_id))]
        found[each.id] = "; ".join(names) or found[each.id]
    return found


def _part(assembled: Assembled, claim_id: str) -> str:
    """A part of a configuration by id, "" where it has no such part."""
    own = assembled.configuration
    if claim_id == own.id:
        return f"{own.number}, whole"
    if claim_id in assembled.elements:
        return f"{own.number}, {element_name(assembled, claim_id)}"
    link = link_of(assembled, claim_id)
    return f"{own.number}, {link_name(assembled, link)}" if link is not None else ""
