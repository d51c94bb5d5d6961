"""What configurations are as one coder sees them: what hidden layers put there makes no difference to it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from rcoder.domain.review import digest
from rcoder.project.assembling import assemble
from rcoder.project.digests import digests
from rcoder.project.sight import Sight


def digests_in_sight(sight: Sight, ids: Collection[str]) -> dict[str, str]:
    """The digests of these configurations as the asker sees them, by id; "" for those that are gone."""
    known = digests(sight, ids)
    found = {each: known.get(each, "") for each in ids}
    if touched := _with_hidden_parts(sight, ids):
        found |= {
            each.configuration.id: digest(replace(each, digest="")) for each in assemble(sight, touched)
        }
    return found


def _with_hidden_parts(sight: Sight, ids: Collection[str]) -> set[str]:
    """Those of these configurations on which something of a hidden layer stands."""
    if sight.one("SELECT id FROM coders WHERE id <> :me AND NOT released", me=sight.coder_id) is None:
        return set()
    rows = sight.rows(f"{_ON_PARTS} UNION SELECT claim_id AS id FROM ({_HIDDEN}) h")  # noqa: S608 - constants of ours
    return {row["id"] for row in rows}.intersection(ids)


_HIDDEN = """
    SELECT claim_id FROM evidence x WHERE claim IN ('configuration', 'link', 'element') AND NOT {seen:x}
    UNION SELECT claim_id FROM bearings x WHERE NOT {seen:x}
    UNION SELECT g.element_id FROM groundings g JOIN codings x ON x.id = g.coding_id WHERE NOT {seen:x}
"""
_ON_PARTS = f"""
    SELECT p.configuration_id AS id FROM places p WHERE p.element_id IN (SELECT claim_id FROM ({_HIDDEN}) h)
    UNION SELECT l.configuration_id FROM links l WHERE l.id IN (SELECT claim_id FROM ({_HIDDEN}) h)
"""  # noqa: S608 - constants of ours
