"""From a person's word for a part of a configuration to its id: K07, K07/R1, K07/R1-M1, K07/rival2."""

from __future__ import annotations

import re

from rcoder.domain.errors import NotFound
from rcoder.domain.part_names import place_names
from rcoder.domain.words import Claim
from rcoder.project.assembling import assemble
from rcoder.project.configurations import found_by
from rcoder.project.door import Project
from rcoder.project.rivals import rival_numbered


def claim_named(project: Project, name: str) -> tuple[str, Claim, str]:
    """Id of the configuration, what the part of it is, and the id of that. Raises NotFound, naming the parts there are.

    Elements are called as on the configurations screen: C1, R1, M1, O1; a link by its ends; a rival by its number.
    """
    number, _, part = name.strip().partition("/")
    configuration_id = found_by(project.sight, number)
    (assembled,) = assemble(project.sight, [configuration_id])
    if not part.strip():
        return configuration_id, Claim.CONFIGURATION, configuration_id
    rival = re.fullmatch(r"\s*rival\s*(\d+)\s*", part, re.IGNORECASE)
    if rival is not None:
        return configuration_id, Claim.RIVAL, rival_numbered(project, number, int(rival[1])).id
    called = place_names(assembled)
    names = {called[place.id]: place.element_id for place in assembled.places}
    ends = [names.get(each.strip().upper(), "") for each in re.split(r"-|→|>", part)]
    if len(ends) == 1 and ends[0]:
        return configuration_id, Claim.ELEMENT, ends[0]
    for link in assembled.links:
        if len(ends) > 1 and [link.source_id, link.target_id] == ends:
            return configuration_id, Claim.LINK, link.id
    raise NotFound(f"{number} has no part {part}.", f"Its elements are {', '.join(names) or 'none'}.")
