"""What the indicators of strength are counted of: interviews, role groups and outcome groups of the study."""

from __future__ import annotations

import json

from rcoder.domain.strength import Coverage
from rcoder.domain.words import danish_order, role_group
from rcoder.project.kept import kept
from rcoder.project.sight import Sight


def coverage(sight: Sight) -> Coverage:
    """The study's interviews, by role group too, and its cases by outcome group; kept until one of these changes."""

    def asked() -> Coverage:
        groups: dict[str, set[str]] = {}
        for row in sight.rows("SELECT id, outcome_group FROM cases WHERE outcome_group <> ''"):
            groups.setdefault(row["outcome_group"], set()).add(row["id"])
        count = sight.one("SELECT COUNT(*) AS number FROM transcripts")
        return Coverage(
            count["number"] if count else 0,
            _by_role(sight),
            {name: frozenset(groups[name]) for name in sorted(groups, key=danish_order)},
        )

    return kept(sight, "coverage", frozenset({"cases", "transcripts", "speakers"}), asked)


def _by_role(sight: Sight) -> dict[str, int]:
    found: dict[str, set[str]] = {}
    for row in sight.rows("SELECT transcript_id, roles FROM speakers WHERE NOT interviewer"):
        for role in json.loads(row["roles"]):
            found.setdefault(role_group(role), set()).add(row["transcript_id"])
    return {role: len(found[role]) for role in sorted(found, key=danish_order)}
