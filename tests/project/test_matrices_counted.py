"""What comparisons count, against a plain count of the same passages: overlaps once, cases, respondents, hidden layers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compared import CASES, INTERVIEWS, as_passage, coding, evidence
from compared_drawn import CODED, DONE, SEEN, filled, without_passages
from compared_drawn import joined as drawn_on
from compared_drawn import slow as often
from rcoder.analysis.counting import counts_as
from rcoder.analysis.matrices.cells import Counted
from rcoder.analysis.retrieval_counts import Fact, count, ground
from rcoder.domain.case import Attribute
from rcoder.domain.coding import Coding
from rcoder.domain.configuration import Evidence
from rcoder.domain.journal import Deed, added
from rcoder.domain.matrix import HYPOTHESES, Ask, Of, Question
from rcoder.domain.passage import Passage
from rcoder.domain.retrieval import Count
from rcoder.domain.terms import say
from rcoder.domain.words import AttributeType, Stance, role_group
from rcoder.project import Project
from rcoder.project.matrices import codes, groups, links
from rcoder.project.matrices import evidence as evidence_matrix
from rcoder.project.matrices.counting import Spread, counted

YEARS = Attribute("a", "aar", type=AttributeType.NUMBER)
RANK = {"case": 0, "respondent": 1, "listed": 2}
ON = ("k1", "k2", "k3", "k4", "l1", "l2", "l3", "l4", "e1", "e2")
OF_CLAIM: dict[str, set[str]] = {
    "k1": {"k1"}, "k2": {"k2"}, "k3": {"k3"}, "l1": {"k1"}, "l2": {"k1"}, "l3": {"k1"}, "l4": {"k2"},
    "e1": {"k1", "k2"}, "e2": {"k1", "k2", "k6"},
}  # fmt: skip
"""The configurations Anne sees that each claim bears on, before those they are consolidated in."""

coded, joined = CODED, drawn_on(ON)
slow = often(40)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return without_passages(tmp_path_factory.mktemp("compared"))


def plain(found: Iterable[Passage]) -> Counted:
    """What passages come to, one after the other."""
    facts = [
        Fact(
            each.transcript_id,
            each.revision,
            each.start,
            each.end,
            each.case_id or "",
            RANK[counts_as(each)[0]],
            each.person or each.speaker_id or each.transcript_id,
        )
        for each in found
    ]
    of = ground((each.id for each in CASES), dict(INTERVIEWS), DONE)
    whole: Count = count([(place,) for place in range(len(facts))], facts.__getitem__, of)
    return Counted(
        passages=whole.passages,
        listed=whole.listed,
        interviews=whole.interviews,
        interviews_not_yet=whole.interviews_not_yet,
        cases=whole.cases,
        cases_not_yet=whole.cases_not_yet,
        no_interview=whole.no_interview,
        respondents=whole.respondents,
    )


Keys = Callable[[Coding | Evidence, Passage], Iterable[tuple[str, str, str]]]


def naive(records: Iterable[Coding | Evidence], keys: Keys) -> dict[tuple[str, str, str], Counted]:
    """A plain count of every cell and sort."""
    cells: dict[tuple[str, str, str], list[Passage]] = {}
    for each in records:
        if each.coder_id in SEEN:
            passage = as_passage(each)
            for key in set(keys(each, passage)):
                cells.setdefault(key, []).append(passage)
    return {key: plain(own) for key, own in cells.items()}


def counted_by(project: Project, spread: Spread) -> dict[tuple[str, str, str], Counted]:
    """The project's count, without what a plain one has not."""
    found = counted(project.sight, spread, units="interviews cases", respondents=True)
    return {
        (*key, sort): each._replace(about_case=0, asked=0)
        for key, own in found.cells.items()
        for sort, each in own.items()
    }


def sort_of(each: Coding | Evidence, passage: Passage) -> str:
    assert isinstance(each, Coding)
    return (
        "asked" if passage.interviewer else "counterfactual" if each.counterfactual else each.polarity.value
    )


@slow
@given(drawn=st.lists(coded, max_size=14))
def test_codes_are_counted_by_role_as_a_plain_count_says(
    empty: Path, drawn: list[tuple[object, ...]]
) -> None:
    records = [coding(number, each) for number, each in enumerate(drawn)]  # type: ignore[arg-type]

    def keys(each: Coding | Evidence, passage: Passage) -> Iterable[tuple[str, str, str]]:
        assert isinstance(each, Coding)
        return [(each.code_id, role, "") for role in passage.roles or ("",) if not passage.interviewer]

    with filled(empty, records) as project:
        found = counted_by(project, codes.spread(project, Ask(Question.CODES_ROLES)))
    assert found == naive(records, keys)


@slow
@given(drawn=st.lists(coded, max_size=14))
def test_codes_are_counted_by_case_and_polarity_as_a_plain_count_says(
    empty: Path, drawn: list[tuple[object, ...]]
) -> None:
    records = [coding(number, each) for number, each in enumerate(drawn)]  # type: ignore[arg-type]
    with filled(empty, records) as project:
        found = counted_by(project, codes.spread(project, Ask(Question.CODES_CASES)))
    assert found == naive(
        records,
        lambda each, passage: [(each.code_id, passage.case_id or "", sort_of(each, passage))],  # type: ignore[union-attr]
    )


@slow
@given(drawn=st.lists(coded, max_size=14))
def test_hypotheses_are_counted_with_what_stands_under_them(
    empty: Path, drawn: list[tuple[object, ...]]
) -> None:
    records = [coding(number, each) for number, each in enumerate(drawn)]  # type: ignore[arg-type]
    above = {"h": "h", "s": "h", "r": "h", "m": "h", "o": "h2"}

    def by_kind(each: Coding | Evidence, passage: Passage) -> Iterable[tuple[str, str, str]]:
        assert isinstance(each, Coding)
        return [] if passage.interviewer else [(above[each.code_id], str(each.kind), "")]

    def by_group(each: Coding | Evidence, passage: Passage) -> Iterable[tuple[str, str, str]]:
        assert isinstance(each, Coding)
        roles = {role_group(role) for role in passage.roles} or {""}
        return (
            []
            if passage.interviewer
            else [(above[each.code_id], role, sort_of(each, passage)) for role in roles]
        )

    with filled(empty, records) as project:
        kinds = counted_by(project, codes.spread(project, Ask(Question.KINDS_HYPOTHESES)))
        voices = counted_by(project, codes.spread(project, Ask(Question.PERSPECTIVES, rows=HYPOTHESES)))
    assert kinds == naive(records, by_kind)
    assert voices == naive(records, by_group)


@slow
@given(drawn=st.lists(joined, max_size=14))
def test_evidence_is_counted_by_case_and_configuration_with_that_of_members(
    empty: Path, drawn: list[tuple[object, ...]]
) -> None:
    records = [evidence(number, each) for number, each in enumerate(drawn)]  # type: ignore[arg-type]

    def keys(each: Coding | Evidence, passage: Passage) -> Iterable[tuple[str, str, str]]:
        assert isinstance(each, Evidence)
        own = OF_CLAIM.get(each.claim_id, set())
        lent = {"k3"} if own & {"k1", "k2"} else set()
        return [(passage.case_id or "", column, each.stance.value) for column in own | lent]

    with filled(empty, records) as project:
        found = counted_by(project, evidence_matrix.spread(project, Ask(level="all")))
        drawn_only = counted_by(project, evidence_matrix.spread(project, Ask()))
        shown = evidence_matrix.evidence(project, Ask(level="all"))
        heard = counted(project.sight, evidence_matrix.spread(project, Ask(level="all"))).general
    assert found == naive(records, keys)
    speaking: dict[tuple[str, str], set[str]] = {}
    for (_, column, stance), voices in heard.items():
        speaking.setdefault((column, say(Stance(stance))), set()).update(voices)
    assert {key: len(voices) for key, voices in speaking.items()} == {
        (column, each.name): each.number
        for (row, column), cell in shown.cells.items()
        if row == evidence_matrix.GENERAL
        for each in cell.figures
        if each.unit == "respondent"
    }
    assert {key[1] for key in drawn_only} <= {"k3", "k6"}
    assert drawn_only == {key: each for key, each in found.items() if key[1] in ("k3", "k6")}


@slow
@given(drawn=st.lists(joined, max_size=14))
def test_links_are_counted_by_the_codes_at_their_ends(empty: Path, drawn: list[tuple[object, ...]]) -> None:
    records = [evidence(number, each) for number, each in enumerate(drawn)]  # type: ignore[arg-type]
    ends = {"l1": ("r", "m"), "l2": ("m", "o"), "l3": ("no code", "m"), "l4": ("m", "o")}

    def keys(each: Coding | Evidence, _: Passage) -> Iterable[tuple[str, str, str]]:
        assert isinstance(each, Evidence)
        return [(*ends[each.claim_id], each.stance.value)] if each.claim_id in ends else []

    with filled(empty, records) as project:
        found = counted_by(project, links.spread(project, Ask(Question.CO_OCCURRENCE)))
        matrix = links.co_occurrence(project, Ask(Question.CO_OCCURRENCE))
    assert found == naive(records, keys)
    numbers = {key: cell.figures[0].number for key, cell in matrix.cells.items()}
    assert numbers == {("r", "m"): 1, ("m", "o"): 2, ("no code", "m"): 1}


@slow
@given(drawn=st.lists(coded, max_size=14), of=st.sampled_from(["outcome_group", "aar >= 5", "municipality"]))
def test_groups_are_counted_as_a_plain_count_says(
    empty: Path, drawn: list[tuple[object, ...]], of: str
) -> None:
    records = [coding(number, each) for number, each in enumerate(drawn)]  # type: ignore[arg-type]
    with filled(empty, records) as project:
        if of.startswith("aar"):
            project.do(Deed("Define", added(YEARS)))
        parts = groups.parts(project, of)
        found = counted_by(project, groups.spread(project, Ask(Question.GROUPS, split=of, of=Of.CODES)))
    part_of = {case: part.id for part in parts for case in part.cases}
    assert sorted(part_of) == [each.id for each in CASES]
    assert found == naive(
        records,
        lambda each, passage: [
            (each.code_id, part_of.get(passage.case_id or "", groups.ELSEWHERE), sort_of(each, passage))  # type: ignore[union-attr]
        ],
    )
