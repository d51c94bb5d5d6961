"""What a version of the theory keeps: rows of codebooks, configurations and the passages behind them, as canonical JSON."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from rcoder.domain.configuration import Configuration
from rcoder.domain.errors import Damaged
from rcoder.domain.review import BINDING
from rcoder.project.sight import PASSAGE, PASSAGE_FROM, Sight

Row = Mapping[str, Any]
Tables = dict[str, list[Row]]
"""Rows by table; those of passages have the words, the case and the speaker beside them."""

FORMAT = "rcoder theory version 1"
BEGINNING = 60_000
"""Code points that hold what a version holds in numbers, which stands first in its text."""

_WHOLE = (
    "codebooks", "codes", "theories", "nodes", "theory_links",
)  # fmt: skip
"""Tables that belong to no layer."""

_PARTS: Mapping[str, str] = {
    "configurations": "SELECT * FROM configurations WHERE {seen} ORDER BY number, id",
    "places": """SELECT p.* FROM places p JOIN configurations f ON f.id = p.configuration_id
        WHERE {seen:f} ORDER BY p.position, p.id""",
    "links": """SELECT l.* FROM links l JOIN configurations f ON f.id = l.configuration_id
        WHERE {seen:f} ORDER BY l.position, l.id""",
    "elements": """SELECT e.* FROM elements e WHERE e.id IN (SELECT p.element_id FROM places p
        JOIN configurations f ON f.id = p.configuration_id WHERE {seen:f}) ORDER BY e.id""",
    "groundings": """SELECT g.* FROM groundings g CROSS JOIN codings x
        WHERE x.id = g.coding_id AND {seen:x} ORDER BY g.id""",
    "standins": "SELECT * FROM standins ORDER BY id",
    "rivals": "SELECT * FROM rivals WHERE {seen} ORDER BY configuration_id, position, id",
    "judgements": "SELECT * FROM judgements WHERE {seen} ORDER BY configuration_id, id",
    "bearings": "SELECT * FROM bearings WHERE {seen} ORDER BY id",
    "exhibits": "SELECT * FROM exhibits WHERE {seen} ORDER BY id",
    "evidence": f"""SELECT {PASSAGE}, x.claim, x.claim_id, x.stance, x.case_id AS own_case_id
        FROM evidence x {PASSAGE_FROM} WHERE {{seen:x}} AND x.claim IN ('configuration', 'link', 'element', 'code', 'rival')
        ORDER BY x.transcript_id, x.start, x."end", x.id""",  # noqa: S608 - constants of ours
    "codings": f"""SELECT {PASSAGE} FROM codings x {PASSAGE_FROM} WHERE {{seen:x}}
        AND x.id IN (SELECT coding_id FROM groundings) ORDER BY x.id""",  # noqa: S608 - constants of ours
    "cases": "SELECT id, name FROM cases ORDER BY id",
    "transcripts": "SELECT id, case_id FROM transcripts ORDER BY id",
    "finishes": "SELECT transcript_id, coder_id FROM finishes WHERE {seen} ORDER BY transcript_id, coder_id",
    "coders": "SELECT id, name FROM coders ORDER BY id",
    "study": "SELECT title, language, codebook_id FROM study",
}  # fmt: skip
"""What the asker sees of the rest."""


TABLES = frozenset({*_WHOLE, *_PARTS})
"""Tables that a version holds rows of."""


def tables_now(sight: Sight) -> Tables:
    """The theory as it stands, as far as the asker may see it."""
    tables: Tables = {name: list(sight.rows(f"SELECT * FROM {name} ORDER BY id")) for name in _WHOLE}  # noqa: S608 - names of ours
    tables |= {name: list(sight.rows(sql)) for name, sql in _PARTS.items()}
    tables["standings"] = _standings(sight, tables["configurations"])
    released = {row["id"] for row in sight.rows("SELECT id FROM coders WHERE released")}
    return as_seen(tables, released | {sight.coder_id})


def _standings(sight: Sight, configurations: Iterable[Row]) -> list[Row]:
    """Which accepted or settled configurations have changed since; it rests on hidden evidence too, so it is kept as it is."""
    from rcoder.project.standings import standings
    from rcoder.store import records_of

    binding = [row for row in configurations if row["status"] in {each.value for each in BINDING}]
    found = standings(sight, records_of(Configuration, binding))
    return [{"id": key, "changed_since": each.changed_since} for key, each in sorted(found.items())]


def as_seen(tables: Tables, seen: Collection[str]) -> Tables:
    """The tables without the rows of coders who are not among `seen`, and without what hung on those."""
    found = dict(tables)
    for name in (
        "configurations",
        "rivals",
        "judgements",
        "bearings",
        "exhibits",
        "evidence",
        "codings",
        "finishes",
    ):
        found[name] = [row for row in tables[name] if row["coder_id"] in seen]
    own = _ids(found["configurations"])
    for name in ("places", "links", "rivals", "judgements"):
        found[name] = [row for row in found[name] if row["configuration_id"] in own]
    found["standings"] = [row for row in tables["standings"] if row["id"] in own]
    standing = {row["element_id"] for row in found["places"]}
    found["elements"] = [row for row in tables["elements"] if row["id"] in standing]
    coded = _ids(found["codings"])
    found["groundings"] = [
        row for row in tables["groundings"] if row["element_id"] in standing and row["coding_id"] in coded
    ]
    rested = {row["coding_id"] for row in found["groundings"]}
    found["codings"] = [row for row in found["codings"] if row["id"] in rested]
    found["standins"] = [
        row for row in tables["standins"] if row["element_id"] in standing and row["member_id"] in standing
    ]
    claims = own | _ids(found["links"]) | standing | _ids(found["rivals"]) | _ids(tables["codes"])
    for name in ("evidence", "bearings"):
        found[name] = [row for row in found[name] if row["claim_id"] in claims]
    shown = {row["exhibit_id"] for row in found["bearings"]}
    found["exhibits"] = [row for row in found["exhibits"] if row["id"] in shown]
    return found


def _ids(rows: Iterable[Row]) -> set[str]:
    return {row["id"] for row in rows}


# -- as text ---------------------------------------------------------------------------------------------------------


def written(tables: Tables) -> str:
    """The tables as text: the same rows give the same text. What they hold in numbers stands first."""
    columns = {name: sorted(rows[0]) if rows else [] for name, rows in tables.items()}
    packed = {
        name: {"columns": columns[name], "rows": [[row[each] for each in columns[name]] for row in rows]}
        for name, rows in sorted(tables.items())
    }
    return json.dumps(
        {"format": FORMAT, "holds": holds(tables), "tables": packed},
        ensure_ascii=False,
        separators=(",", ":"),
    )


def read(text: str, seen: Collection[str]) -> Tables:
    """The tables of a text, without rows of coders who are not among `seen`. Raises Damaged where it is no such text."""
    kept = json.loads(text) if text.startswith("{") else {}
    if kept.get("format") != FORMAT:
        raise Damaged(
            "What this version of the theory held cannot be read.", "A newer rcoder may have written it."
        )
    tables: Tables = {
        name: [dict(zip(each["columns"], row, strict=True)) for row in each["rows"]]
        for name, each in kept["tables"].items()
    }
    for name in (*_WHOLE, *_PARTS, "standings"):
        tables.setdefault(name, [])
    return as_seen(tables, seen)


# -- in numbers ------------------------------------------------------------------------------------------------------


def holds(tables: Tables) -> dict[str, Any]:
    """What the tables hold in numbers: of the codebooks, and by coder of the rest."""
    binding = {each.value for each in BINDING}
    by_coder: dict[str, dict[str, int]] = {}
    for row in tables["configurations"]:
        own = by_coder.setdefault(row["coder_id"], {})
        own["configurations"] = own.get("configurations", 0) + 1
        own["accepted"] = own.get("accepted", 0) + (row["status"] in binding)
    for row in tables["evidence"]:
        own = by_coder.setdefault(row["coder_id"], {})
        own["passages"] = own.get("passages", 0) + 1
    overall = {row["id"] for row in tables["theories"] if row["key"] == "overall"}
    return {
        "by_coder": dict(sorted(by_coder.items())),
        "codes": sum(not row["retired"] for row in tables["codes"]),
        "boxes": sum(row["theory_id"] in overall for row in tables["nodes"]),
        "arrows": sum(row["theory_id"] in overall for row in tables["theory_links"]),
    }


def held_in(beginning: str) -> dict[str, Any]:
    """What a version holds in numbers, from the beginning of its text; nothing where that cannot be read."""
    head = f'{{"format":"{FORMAT}","holds":'
    if not beginning.startswith(head):
        return {}
    try:
        found, _ = json.JSONDecoder().raw_decode(beginning, len(head))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
