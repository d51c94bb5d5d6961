"""The passages behind a prompt on the whole set: what is cited of one respondent, or about one case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.project.sight import PASSAGE, PASSAGE_FROM, passages

if TYPE_CHECKING:
    from rcoder.domain.passage import Passage
    from rcoder.project.door import Project


def cited_by(project: Project, about_id: str, *, of_case: bool) -> list[tuple[str, list[Passage]]]:
    """The passages in sight that configurations rest on, by interview, each once: of a respondent, or about a case."""
    whose = "COALESCE(x.case_id, t.case_id) = :about" if of_case else "(s.person = :about OR s.id = :about)"
    grounded = """x.id IN (SELECT g.coding_id FROM groundings g JOIN places p ON p.element_id = g.element_id
        JOIN configurations f ON f.id = p.configuration_id WHERE {seen:f})"""
    joined = "x.claim IN ('configuration', 'link', 'element')"
    found: dict[tuple[str, int, int], Passage] = {}
    for table, stance, cited in (("codings", "", grounded), ("evidence", ", x.stance", joined)):
        rows = project.sight.rows(
            f"""SELECT {PASSAGE} {stance} FROM {table} x {PASSAGE_FROM}
                WHERE {whose} AND {cited} AND {{seen:x}} ORDER BY t.title, x.start, x.id""",  # noqa: S608 - constants of ours
            about=about_id,
        )
        for each in passages(rows):
            if not each.earlier and not each.interviewer:
                found[each.transcript_id, each.start, each.end] = each
    by_interview: dict[str, list[Passage]] = {}
    for each in sorted(found.values(), key=lambda passage: (passage.transcript, passage.start, passage.end)):
        by_interview.setdefault(each.transcript, []).append(each)
    return list(by_interview.items())
