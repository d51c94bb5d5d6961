"""Version 0: the codebooks as they came into the study, from the journal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rcoder.domain.errors import NotFound
from rcoder.project.version_snapshot import Tables

if TYPE_CHECKING:
    from rcoder.project.door import Project

_CODEBOOK = ("codebooks", "codes", "theories", "nodes", "theory_links")
_EMPTY = (
    "configurations", "places", "links", "elements", "groundings", "standins", "rivals", "judgements", "bearings",
    "exhibits", "evidence", "codings", "cases", "transcripts", "finishes", "coders", "standings",
)  # fmt: skip


def initial_tables(project: Project) -> Tables:
    """The rows of the main codebook, and of those that came with it, as they came in. Raises NotFound where there is none."""
    sight = project.sight
    study = sight.rows("SELECT title, language, codebook_id FROM study")
    main = study[0]["codebook_id"] if study else ""
    row = sight.one(
        """SELECT CAST(changes AS TEXT) AS changes FROM entries WHERE CAST(changes AS TEXT) LIKE :table
           AND CAST(changes AS TEXT) LIKE :id ORDER BY seq LIMIT 1""",
        table='%"codebooks"%',
        id=f'%"{main}"%',
    )
    if not main or row is None:
        raise NotFound(
            "The study has no codebook, so there is no theory to compare.", "Give it one with --codebook."
        )
    tables: Tables = {name: [] for name in (*_CODEBOOK, *_EMPTY)}
    for change in json.loads(row["changes"]):
        if change["table"] in _CODEBOOK and change["before"] is None:
            tables[change["table"]].append(change["after"])
    tables["study"] = list(study)
    return tables
