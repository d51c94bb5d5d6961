"""What every row of a study points at, and the rows that point at nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator

from rcoder.project import Project

POINTS = (
    ("places", "configuration_id", "configurations"), ("places", "element_id", "elements"),
    ("links", "configuration_id", "configurations"), ("links", "source_id", "elements"),
    ("groundings", "element_id", "elements"), ("groundings", "coding_id", "codings"),
    ("judgements", "configuration_id", "configurations"), ("configurations", "case_id", "cases"),
    ("configurations", "consolidated_in", "configurations"), ("configurations", "superseded_by", "configurations"),
    ("elements", "code_id", "codes"), ("codings", "code_id", "codes"), ("codings", "case_id", "cases"),
    ("codings", "transcript_id", "transcripts"), ("evidence", "transcript_id", "transcripts"), ("evidence", "case_id", "cases"),
    ("condition_judgements", "condition_id", "codes"), ("condition_judgements", "case_id", "cases"),
    ("bearings", "exhibit_id", "exhibits"), ("exhibits", "case_id", "cases"),
    ("rivals", "configuration_id", "configurations"), ("rivals", "other_id", "configurations"),
    ("kinships", "configuration_id", "configurations"), ("kinships", "other_id", "configurations"),
    ("standins", "element_id", "elements"), ("standins", "member_id", "elements"),
    ("comments", "configuration_id", "configurations"), ("comments", "reply_to", "comments"),
    ("prompt_answers", "configuration_id", "configurations"),
    ("summaries", "case_id", "cases"), ("summaries", "code_id", "codes"), ("turning_points", "case_id", "cases"),
    ("theory_versions", "checksum", "texts"),
)  # fmt: skip
"""Table, column, and the table it points into; an empty column points nowhere."""

CLAIMS = {
    "configuration": "configurations", "link": "links", "element": "elements", "code": "codes", "rival": "rivals",
    "state": "condition_judgements", "summary": "summaries", "turning_point": "turning_points",
}  # fmt: skip
PARTS = {"element": "elements", "link": "links", "evidence": "evidence", "grounding": "groundings"}
ABOUT = ("elements", "links", "rivals", "codes", "transcripts", "cases", "speakers", "configurations")
"""What an answer to a prompt may be about, beside a role and a person."""


def hanging(project: Project) -> list[str]:
    """Every row that points at something that is not there, and what does not hang together, in words."""
    return [*_pointing(project), *_claimed(project), *_said(project), *_named(project), *_tied(project)]


def _ids(project: Project, table: str) -> set[str]:
    column = "checksum" if table == "texts" else "id"
    return {row[column] for row in project.store.reader.rows(f"SELECT {column} FROM {table}")}  # noqa: S608 - ours


def _pointing(project: Project) -> Iterator[str]:
    for table, column, into in POINTS:
        known = _ids(project, into)
        for row in project.store.reader.rows(f"SELECT id, {column} AS at FROM {table}"):  # noqa: S608 - ours
            if row["at"] and row["at"] not in known:
                yield f"{table} {row['id']}: {column} {row['at']}"


def _claimed(project: Project) -> Iterator[str]:
    known = {claim: _ids(project, table) for claim, table in CLAIMS.items()}
    for table in ("evidence", "bearings"):
        for row in project.store.reader.rows(f"SELECT id, claim, claim_id FROM {table}"):  # noqa: S608 - ours
            if row["claim"] == "tray":
                if row["claim_id"]:
                    yield f"{table} {row['id']}: in the tray and on {row['claim_id']}"
            elif row["claim_id"] not in known[row["claim"]]:
                yield f"{table} {row['id']}: {row['claim']} {row['claim_id']}"


def _said(project: Project) -> Iterator[str]:
    parts = {part: _ids(project, table) for part, table in PARTS.items()}
    for row in project.store.reader.rows("SELECT id, about, about_id FROM comments"):
        if row["about"] in parts and row["about_id"] not in parts[row["about"]]:
            yield f"comment {row['id']}: {row['about']} {row['about_id']}"
    known = set().union(*(_ids(project, table) for table in ABOUT))
    for row in project.store.reader.rows("SELECT id, prompt, about_id FROM prompt_answers"):
        if len(row["about_id"]) == len(row["id"]) and row["about_id"] not in known:
            yield f"answer {row['id']} to {row['prompt']}: {row['about_id']}"


def _named(project: Project) -> Iterator[str]:
    codes = {
        row["id"]: row["category"] for row in project.store.reader.rows("SELECT id, category FROM codes")
    }
    for row in project.store.reader.rows("SELECT id, hypotheses, conditions FROM configurations"):
        for column, category in (("hypotheses", "hypothesis"), ("conditions", "condition")):
            for each in json.loads(row[column]):
                if codes.get(each) != category:
                    yield f"configuration {row['id']}: {column} {each}"


def _tied(project: Project) -> Iterator[str]:
    """Links end in their own configuration, and every element stands somewhere."""
    reader = project.store.reader
    standing = {
        (row["configuration_id"], row["element_id"])
        for row in reader.rows("SELECT configuration_id, element_id FROM places")
    }
    links = {
        row["id"]: row["configuration_id"] for row in reader.rows("SELECT id, configuration_id FROM links")
    }
    for row in reader.rows("SELECT id, configuration_id, source_id, target_id, effect FROM links"):
        own = row["configuration_id"]
        if (own, row["source_id"]) not in standing:
            yield f"link {row['id']}: source {row['source_id']}"
        there = (
            links.get(row["target_id"]) == own
            if row["effect"] == "conditions"
            else (own, row["target_id"]) in standing
        )
        if not there:
            yield f"link {row['id']}: target {row['target_id']}"
    placed = {element for _, element in standing}
    for name in _ids(project, "elements") - placed:
        yield f"element {name} stands nowhere"
