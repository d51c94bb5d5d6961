"""Co-occurrence from the links of configurations, never from passages that overlap."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rcoder.analysis.matrices.cells import SIGNS, Counted
from rcoder.domain.matrix import QUESTIONS, Ask, Blank, Cell, Figure, Line, Matrix, Question
from rcoder.domain.retrieval import Base
from rcoder.domain.signs import STANCE_SIGNS
from rcoder.domain.terms import say
from rcoder.domain.words import Effect, Kind, Stance
from rcoder.project.door import Project
from rcoder.project.matrices import evidence
from rcoder.project.matrices.counting import Spread, counted
from rcoder.project.matrices.ground import codes, ground
from rcoder.project.matrices.selecting import only_role, values
from rcoder.project.sight import Sight

NO_CODE = "no code"
"""Id of the row and column of elements without a code."""
NO_LINKS = "No configuration here has a link. In the configurations, l makes one."

_ENDS = """
    ends(link_id, target_id) AS (
      SELECT l.id, l.target_id FROM links l JOIN counted_in n ON n.configuration_id = l.configuration_id
      UNION SELECT e.link_id, m.target_id FROM ends e JOIN links m ON m.id = e.target_id),
    tie(claim_id, configuration_id, effect, from_id, to_id) AS (
      SELECT DISTINCT l.id, l.configuration_id, l.effect, {source}, {target}
      FROM ends d JOIN links l ON l.id = d.link_id
      JOIN places a ON a.element_id = l.source_id AND a.configuration_id = l.configuration_id
      JOIN places b ON b.element_id = d.target_id AND b.configuration_id = l.configuration_id
      JOIN elements y ON y.id = l.source_id JOIN elements z ON z.id = d.target_id),
"""
"""The two ends of each link; a condition on a link goes to what that link goes to."""


def _ties(question: Question) -> str:
    if question is Question.KINDS_TOGETHER:
        return _ENDS.format(source="a.kind", target="b.kind")
    return _ENDS.format(
        source=f"COALESCE(y.code_id, '{NO_CODE}')", target=f"COALESCE(z.code_id, '{NO_CODE}')"
    )


def spread(project: Project, ask: Ask) -> Spread:
    """The evidence on links, by what they go from and to."""
    own = values("counted_in", ("configuration_id",), _counted_in(project, ask))
    role = only_role(project.sight, ground(project), ask.role)
    return Spread(
        "evidence",
        "b.from_id",
        "b.to_id",
        "x.stance",
        before=own.text + _ties(ask.question),
        source="tie b CROSS JOIN evidence x",
        where=f"AND x.claim_id = b.claim_id AND x.claim = 'link' {role.text}",
        near="AND a.stance = b.stance",
        params=own.params | role.params,
    )


def _counted_in(project: Project, ask: Ask) -> list[tuple[str]]:
    """The configurations that count: no other is consolidated in them, unless a level is asked for."""
    lines = evidence.chosen(
        project, Ask(ask.question, ask.rows, level=ask.level or evidence.EVERY, status=ask.status)
    )
    if ask.level:
        return [(each.id,) for each in lines]
    sql = "SELECT DISTINCT consolidated_in AS id FROM configurations WHERE consolidated_in IS NOT NULL AND {seen}"
    whole = {row["id"] for row in project.sight.rows(sql)}
    return [(each.id,) for each in lines if each.id not in whole]


def co_occurrence(project: Project, ask: Ask) -> Matrix:
    """What is linked to what: configurations, and the cases that passages on the links are about."""
    found, configurations = ground(project), _counted_in(project, ask)
    got = counted(project.sight, spread(project, ask), units="cases").cells
    ties = _tied(project.sight, ask, configurations)
    base = found.base(found.with_role(ask.role) if ask.role else None)
    cells = {key: _cell(own, got.get(key, {}), len(configurations), base.cases) for key, own in ties.items()}
    rows = _lines(project, ask, {key[0] for key in ties}, base)
    columns = _lines(project, ask, {key[1] for key in ties}, base)
    words = QUESTIONS[ask.question]
    return Matrix(
        ask,
        words.name,
        found.study,
        words.row,
        rows,
        columns,
        cells,
        (
            (
                "3 · 2/5",
                "in 3 configurations; passages on the links support it in 2 of 5 cases coded to the end",
            ),
            ("−", "hinders in some"),
            (STANCE_SIGNS[Stance.CONTRADICTS], "a passage contradicts"),
        ),
        (
            f"From links of {len(configurations)} configurations, never from passages that overlap.",
            "A condition on a link counts towards what that link goes to.",
            "A consolidated configuration is counted by its members.",
        ),
        (),
        "" if cells else NO_LINKS,
    )


def _tied(
    sight: Sight, ask: Ask, configurations: list[tuple[str]]
) -> dict[tuple[str, str], list[Mapping[str, Any]]]:
    """How many configurations have links of each effect from and to; and how many have one at all, as effect ""."""
    own = values("counted_in", ("configuration_id",), configurations)
    sql = f"""WITH RECURSIVE {own.text} {_ties(ask.question)} unused AS (SELECT 1)
        SELECT from_id, to_id, effect, COUNT(DISTINCT configuration_id) AS n FROM tie GROUP BY from_id, to_id, effect
        UNION ALL SELECT from_id, to_id, '', COUNT(DISTINCT configuration_id) FROM tie GROUP BY from_id, to_id"""  # noqa: S608 - parts of ours
    found: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for row in sight.rows(sql, **own.params):
        found.setdefault((row["from_id"], row["to_id"]), []).append(row)
    return found


def _cell(own: list[Mapping[str, Any]], said: Mapping[str, Counted], of: int, cases: int) -> Cell:
    numbers = {row["effect"]: int(row["n"]) for row in own}
    supports = said.get(Stance.SUPPORTS.value, Counted())
    figures = [Figure("linked in", numbers[""], "configuration")]
    figures += [
        Figure(say(effect), numbers[effect.value], "configuration")
        for effect in Effect
        if effect.value in numbers
    ]
    figures.append(Figure("passages on the links support it in", supports.cases, "case", cases))
    figures += [
        Figure(say(Stance(stance)), said[stance].passages)
        for stance in SIGNS
        if stance in said and said[stance].passages
    ]
    listed = sum(each.listed for each in said.values())
    if listed:
        figures.append(Figure("listed, not counted", listed))
    signs = ("−" if Effect.HINDERS.value in numbers else "") + (
        STANCE_SIGNS[Stance.CONTRADICTS] if _contradicted(said) else ""
    )
    return Cell(
        f"{numbers['']} · {supports.cases}/{cases}{f' {signs}' if signs else ''}",
        tuple(figures),
        f"of {of} configurations",
    )


def _contradicted(said: Mapping[str, Counted]) -> bool:
    return said.get(Stance.CONTRADICTS.value, Counted()).passages > 0


def _lines(project: Project, ask: Ask, ids: set[str], base: Base) -> tuple[Line, ...]:
    """Kinds in their order, or those codes that stand at one end of a link."""
    if ask.question is Question.KINDS_TOGETHER:
        return tuple(Line(each.value, say(each), base=base, blank=Blank.NOTHING) for each in Kind)
    known, language = codes(project.sight), ground(project).language
    found = [known.line(each, language) for each in known.depths if each in ids]
    lines = [Line(each.id, each.name, each.short, blank=Blank.NOTHING) for each in found]
    if NO_CODE in ids:
        lines.append(Line(NO_CODE, NO_CODE, blank=Blank.NOTHING))
    return tuple(lines)
