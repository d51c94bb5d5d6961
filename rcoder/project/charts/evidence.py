"""What speaks for and against each hypothesis, by role and by group of cases."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from rcoder.analysis.counting import counts_as
from rcoder.analysis.matrices.cells import NOTHING_COUNTED, Counted
from rcoder.domain.chart import CHARTS, Bar, Chart, Charted, Part
from rcoder.domain.counted import CASE, INTERVIEW, Unit
from rcoder.domain.counted import of as counted_of
from rcoder.domain.retrieval import Base
from rcoder.domain.review import DRAWN
from rcoder.domain.roles import in_role_order, role_name
from rcoder.domain.signs import STANCE_SIGNS
from rcoder.domain.terms import say
from rcoder.domain.words import Bilingual, Category, Stance
from rcoder.project.charts import wording
from rcoder.project.matrices.counting import ABOUT, Spread, cell_passages, counted
from rcoder.project.matrices.evidence import BEARING
from rcoder.project.matrices.ground import codes, ground
from rcoder.project.matrices.groups import parts as groups_of
from rcoder.project.matrices.selecting import role_columns, values

if TYPE_CHECKING:
    from rcoder.domain.passage import Passage
    from rcoder.project.door import Project


class _Voice(NamedTuple):
    """A role group, or a group of cases: a bar under every hypothesis."""

    id: str
    name: str
    base: Base


def evidence_chart(project: Project, of: Charted, split: str, language: str, content: str) -> Chart:
    """For each hypothesis a bar for each role group, or each group of cases. Raises Misuse where cases cannot be grouped so."""
    title, asks = CHARTS[of]
    voices = _roles(project, content) if of is Charted.ROLES else _groups(project, split, language)
    got = counted(project.sight, _spread(project, of, split), units="cases interviews", respondents=True)
    said = {sort for own in got.cells.values() for sort in own}
    shown = tuple(each for each in Stance if each is not Stance.NEW or each.value in said)
    bars = [
        _bar(each, voice, got.cells.get((each[0], voice.id), {}), shown, language)
        for each in _hypotheses(project, content)
        for voice in voices
    ]
    notes = (*wording.NOTES["shares"], *wording.NOTES["evidence"], *wording.NOTES[of.value])
    return Chart(
        of,
        language,
        title.say(language),
        asks.say(language),
        tuple(Part(each.value, STANCE_SIGNS[each], say(each, language)) for each in shown),
        tuple(bars),
        wording.PASSAGES.say(language),
        tuple(each.say(language) for each in notes),
    )


def _hypotheses(project: Project, language: str) -> list[tuple[str, str]]:
    known = codes(project.sight)
    return [
        (each.id, f"{each.key} {each.label.say(language)}") for each in known.of_category(Category.HYPOTHESIS)
    ]


def _roles(project: Project, language: str) -> list[_Voice]:
    found = ground(project)
    ids = [each for each in role_columns(project.sight, groups=True).ids if each]
    return [
        _Voice(each, role_name(each, language), found.base(found.with_role(each)))
        for each in in_role_order(ids)
    ]


def _groups(project: Project, split: str, language: str) -> list[_Voice]:
    found = ground(project)
    return [
        _Voice(each.id, wording.group_name(each.id, each.name, language), found.base(of=each.cases))
        for each in groups_of(project, split)
    ]


def _bar(
    hypothesis: tuple[str, str],
    voice: _Voice,
    said: Mapping[str, Counted],
    shown: tuple[Stance, ...],
    language: str,
) -> Bar:
    """A bar under a hypothesis: its id and name."""
    code, under = hypothesis
    each = {stance: said.get(stance.value, NOTHING_COUNTED) for stance in shown}
    counts = tuple(one.passages for one in each.values())
    of = (
        _of_cases(each, voice.base, language)
        if _has_cases(voice.base)
        else _of_interviews(each, voice.base, language)
    )
    blank = "" if any(counts) else _gap(voice.base).say(language)
    numbers = ", ".join(
        f"{say(stance, language)} {number}" for stance, number in zip(shown, counts, strict=True)
    )
    words = f"{under}, {voice.name}: {blank or f'{numbers} ({of})'}."
    return Bar(voice.id, voice.name, counts, "" if blank else of, words, under, code, blank)


def _has_cases(base: Base) -> bool:
    return bool(base.cases or base.cases_not_yet)


def _gap(base: Base) -> Bilingual:
    """Why nothing is there: not mentioned, not yet coded and no interview are three different things (rule 8)."""
    if base.cases or base.interviews:
        return wording.NOTHING
    return wording.NOT_YET if base.cases_not_yet or base.interviews_not_yet else wording.NO_INTERVIEW


def _of_cases(each: Mapping[Stance, Counted], base: Base, language: str) -> str:
    """In how many of the cases coded to the end something is said for, against or refining; further ones after a plus."""
    shares = {
        stance: (one.cases, one.cases_not_yet + one.no_interview)
        for stance, one in each.items()
        if one.passages
    }
    return _shares(shares, base.cases, CASE, language)


def _of_interviews(each: Mapping[Stance, Counted], base: Base, language: str) -> str:
    """The same for those who are interviewed about no single case."""
    shares = {
        stance: (one.interviews, one.interviews_not_yet) for stance, one in each.items() if one.passages
    }
    return _shares(shares, base.interviews, INTERVIEW, language)


def _shares(shares: Mapping[Stance, tuple[int, int]], of: int, unit: Unit, language: str) -> str:
    signs = " ".join(
        f"{STANCE_SIGNS[stance]}{number}{f'+{further}' if further else ''}"
        for stance, (number, further) in shares.items()
    )
    return counted_of(signs or "0", of, unit, language)


def _spread(project: Project, of: Charted, split: str) -> Spread:
    """The evidence on configurations by hypothesis, and by who says it or the group that the case is in."""
    own = values("lent", ("configuration_id", "column_id"), _bearing(project))
    if of is Charted.ROLES:
        table = role_columns(project.sight, groups=True).table
        column, joins = "r.column_id", "JOIN of_role r ON r.roles = COALESCE(s.roles, '[]')"
    else:
        pairs = [(case, part.id) for part in groups_of(project, split) for case in sorted(part.cases)]
        table = values("part_of", ("case_id", "part_id"), pairs)
        column, joins = "q.part_id", f"JOIN part_of q ON q.case_id = {ABOUT}"
    return Spread(
        "evidence",
        "b.column_id",
        column,
        "x.stance",
        before=own.text + BEARING + table.text,
        source="bearing b CROSS JOIN evidence x",
        joins=joins,
        where="AND x.claim_id = b.claim_id AND x.claim IN ('configuration', 'link', 'element')",
        near="AND a.stance = b.stance",
        params=own.params | table.params,
    )


def _bearing(project: Project) -> list[tuple[str, str]]:
    """Each configuration that is drawn with the hypotheses it bears on."""
    rows = project.sight.rows("SELECT id, hypotheses, status FROM configurations WHERE {seen} ORDER BY id")
    return [
        (row["id"], each) for row in rows if row["status"] in DRAWN for each in json.loads(row["hypotheses"])
    ]


def passages_of(
    project: Project, of: Charted, split: str, hypothesis: str, bar: str
) -> tuple[tuple[str, tuple[Passage, ...]], ...]:
    """The passages behind a bar by stance, what is listed and not counted last."""
    found = cell_passages(project.sight, _spread(project, of, split), hypothesis, bar)
    groups: dict[str, list[Passage]] = {say(each).capitalize(): [] for each in Stance}
    listed: list[Passage] = []
    for sort, passage in found:
        if counts_as(passage)[0] == "listed":
            listed.append(passage)
        else:
            groups[say(Stance(sort)).capitalize()].append(passage)
    return tuple((name, tuple(own)) for name, own in {**groups, "Listed, not counted": listed}.items() if own)
