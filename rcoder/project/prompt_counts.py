"""What the checks of the whole set look at, counted by the database as far as the asker may see."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from rcoder.analysis.prompts.of_set import CodeUse, InterviewUse, RoleUse, Standing, cited_roles
from rcoder.analysis.prompts.outline import Outline, Voice
from rcoder.domain.codebook import Code, hypothesis_of
from rcoder.domain.configuration import Configuration
from rcoder.domain.review import BINDING
from rcoder.domain.terms import say
from rcoder.domain.words import Bilingual, Category
from rcoder.project import codebooks, questions
from rcoder.project.kept import kept
from rcoder.project.prompt_outlines import setting, speaking
from rcoder.project.sight import Sight
from rcoder.project.standings import standings

_CODING = frozenset({"codings", "coders", "transcripts", "speakers", "cases"})


def counted(sight: Sight, own: Sequence[Outline]) -> Standing:
    """What stands there of the whole set; `own` are the configurations."""
    contents = codebooks.everything(sight)
    codes = {code.id: code for code in contents.codes} if contents is not None else {}
    cited = tuple(voice for outline in own for voice in outline.voices)
    codings, double, interviews = kept(sight, "prompt_codings", _CODING, lambda: _codings(sight))
    cells = kept(
        sight, "prompt_cells", frozenset({"speakers", "transcripts", "cases"}), lambda: _cells(sight)
    )
    binding, lapsed = _lapsed(sight)
    known = setting(sight)
    return Standing(
        hypotheses=_hypotheses(codes, codings, own),
        conditions=_conditions(sight, codes, codings),
        codes=_used(sight, codes, codings),
        interviews=_interviews(sight, interviews, cited),
        roles=_roles(sight, known.roles, cited_roles(cited)),
        cited=cited,
        cases=tuple((id_, name) for id_, (name, _) in known.cases.items()),
        binding=binding,
        lapsed=lapsed,
        coded=len(interviews),
        double=double,
        cells=cells[0],
        lone=cells[1],
        language=questions.study(sight).language,
    )


_BY = """WITH x AS MATERIALIZED (SELECT {column}, coder_id, COUNT(*) AS n FROM codings GROUP BY coder_id, {column})
    SELECT {column}, n FROM x WHERE {{seen:x}}"""
"""Codings in sight by something and coder: counted in the index first, since the condition would read every row."""


def _codings(sight: Sight) -> tuple[dict[str, int], int, dict[str, int]]:
    """Codings by code, interviews coded by several, codings by interview."""
    by_code: dict[str, int] = {}
    for row in sight.rows(_BY.format(column="code_id")):
        by_code[row["code_id"]] = by_code.get(row["code_id"], 0) + int(row["n"])
    by_interview: dict[str, int] = {}
    coders: dict[str, int] = {}
    for row in sight.rows(_BY.format(column="transcript_id")):
        by_interview[row["transcript_id"]] = by_interview.get(row["transcript_id"], 0) + int(row["n"])
        coders[row["transcript_id"]] = coders.get(row["transcript_id"], 0) + 1
    return by_code, sum(number > 1 for number in coders.values()), by_interview


def _under(codes: Mapping[str, Code], codings: Mapping[str, int]) -> dict[str, int]:
    """How many codings there are on each hypothesis and on what stands under it."""
    found: dict[str, int] = {}
    by_id = dict(codes)
    for code in codes.values():
        hypothesis = hypothesis_of(code, by_id)
        if hypothesis is not None:
            found[hypothesis.id] = found.get(hypothesis.id, 0) + codings.get(code.id, 0)
    return found


def _hypotheses(
    codes: Mapping[str, Code], codings: Mapping[str, int], own: Iterable[Outline]
) -> tuple[CodeUse, ...]:
    tested = {each for outline in own for each in outline.hypotheses}
    under = _under(codes, codings)
    return tuple(
        CodeUse(code.id, code.key, code.label, under.get(code.id, 0), code.id in tested)
        for code in codes.values()
        if code.category is Category.HYPOTHESIS and not code.retired
    )


def _conditions(sight: Sight, codes: Mapping[str, Code], codings: Mapping[str, int]) -> tuple[CodeUse, ...]:
    borne = {
        row["id"]
        for row in sight.rows(
            """SELECT claim_id AS id FROM evidence WHERE claim = 'code' AND {seen}
               UNION SELECT condition_id FROM condition_judgements WHERE {seen}
               UNION SELECT code_id FROM elements WHERE id IN (SELECT p.element_id FROM places p
                 JOIN configurations f ON f.id = p.configuration_id WHERE {seen:f})"""
        )
    }
    named = sight.rows(
        "SELECT conditions FROM configurations WHERE {seen} AND CAST(conditions AS TEXT) <> '[]'"
    )
    borne |= {each for row in named for each in json.loads(row["conditions"])}
    return tuple(
        CodeUse(
            code.id, code.key, code.label, codings.get(code.id, 0), code.id in borne or code.id in codings
        )
        for code in codes.values()
        if code.category is Category.CONDITION and not code.retired
    )


def _used(sight: Sight, codes: Mapping[str, Code], codings: Mapping[str, int]) -> tuple[CodeUse, ...]:
    """The codes that something is coded with, and whether an element has them or rests on a coding of theirs."""
    used = {
        row["code_id"]
        for row in sight.rows(
            """SELECT DISTINCT e.code_id FROM elements e JOIN places p ON p.element_id = e.id
                 JOIN configurations f ON f.id = p.configuration_id WHERE {seen:f}
               UNION SELECT DISTINCT x.code_id FROM groundings g CROSS JOIN codings x
                 JOIN places p ON p.element_id = g.element_id JOIN configurations f ON f.id = p.configuration_id
                 WHERE x.id = g.coding_id AND {seen:x} AND {seen:f}"""
        )
    }
    return tuple(
        CodeUse(code.id, code.key, code.label, codings[code.id], code.id in used)
        for code in codes.values()
        if code.category is Category.CODE and code.id in codings
    )


def _interviews(sight: Sight, codings: Mapping[str, int], cited: Iterable[Voice]) -> tuple[InterviewUse, ...]:
    """Every interview, and whether anything but the tray rests on a passage of it."""
    there = {voice.place[0] for voice in cited}
    others = sight.rows(
        "SELECT DISTINCT transcript_id FROM evidence WHERE claim NOT IN ('tray', 'configuration', 'link', 'element') AND {seen}"
    )
    there |= {row["transcript_id"] for row in others}
    return tuple(
        InterviewUse(row["id"], row["title"], codings.get(row["id"], 0), row["id"] in there)
        for row in sight.rows("SELECT id, title FROM transcripts ORDER BY title, id")
    )


def _roles(sight: Sight, roles: Iterable[str], cited: frozenset[str]) -> tuple[RoleUse, ...]:
    people: dict[str, set[str]] = {}
    for respondent, _, own, interviewer in speaking(sight).known.values():
        for role in own if not interviewer else ():
            people.setdefault(role, set()).add(respondent)
    return tuple(RoleUse(role, len(people.get(role, ())), role in cited) for role in roles)


def _lapsed(sight: Sight) -> tuple[int, tuple[tuple[str, str, Bilingual], ...]]:
    """How many configurations are accepted or settled, and those of them that have changed since."""
    found = sight.records(
        Configuration,
        "SELECT * FROM configurations WHERE {seen} AND status IN (:binding) ORDER BY number, id",
        binding=sorted(each.value for each in BINDING),
    )
    standing = standings(sight, found)
    return len(found), tuple(
        (each.id, each.number, Bilingual(say(each.status, "da"), say(each.status, "en")))
        for each in found
        if standing[each.id].changed_since
    )


def _cells(sight: Sight) -> tuple[int, int]:
    """How many combinations of municipality and role there are, and how many of them are one person."""
    people: dict[tuple[str, str], set[str]] = {}
    for row in sight.rows(
        """SELECT DISTINCT k.municipality, s.roles, s.person, s.id FROM speakers s JOIN transcripts t ON t.id = s.transcript_id
           JOIN cases k ON k.id = t.case_id WHERE NOT s.interviewer AND k.municipality <> ''"""
    ):
        for role in json.loads(row["roles"]):
            people.setdefault((row["municipality"], role), set()).add(row["person"] or row["id"])
    return len(people), sum(len(own) == 1 for own in people.values())
