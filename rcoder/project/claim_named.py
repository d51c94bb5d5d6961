"""From a person's word for a part of a configuration to its id: K07, K07/R1, K07/R1-M1."""

from __future__ import annotations

import re

from rcoder.domain.configuration import Assembled
from rcoder.domain.errors import NotFound
from rcoder.domain.terms import letter
from rcoder.domain.words import Claim
from rcoder.project.assembling import assemble
from rcoder.project.configurations import found_by
from rcoder.project.door import Project

LANGUAGE = "en"


def claim_named(project: Project, name: str) -> tuple[str, Claim, str]:
    """Id of the configuration, what the part of it is, and the id of that. Raises NotFound, naming the parts there are.

    Elements are called as on the configurations screen: C1, R1, M1, O1; a link by its ends.
    """
    number, _, part = name.strip().partition("/")
    configuration_id = found_by(project.sight, number)
    (assembled,) = assemble(project.sight, [configuration_id])
    if not part.strip():
        return configuration_id, Claim.CONFIGURATION, configuration_id
    names = _elements(assembled)
    ends = [names.get(each.strip().upper(), "") for each in re.split(r"-|→|>", part)]
    if len(ends) == 1 and ends[0]:
        return configuration_id, Claim.ELEMENT, ends[0]
    for link in assembled.links:
        if len(ends) > 1 and [link.source_id, link.target_id] == ends:
            return configuration_id, Claim.LINK, link.id
    raise NotFound(f"{number} has no part {part}.", f"Its elements are {', '.join(names) or 'none'}.")


def _elements(assembled: Assembled) -> dict[str, str]:
    """Ids of the elements by their short names."""
    counts: dict[str, int] = {}
    found: dict[str, str] = {}
    for place in assembled.places:
        sign = letter(place.kind, LANGUAGE)
        counts[sign] = counts.get(sign, 0) + 1
        found[f"{sign}{counts[sign]}"] = place.element_id
    return found
