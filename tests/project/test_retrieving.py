"""Passages retrieved from a project: what is found, what it comes to, and nothing of hidden layers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rcoder.domain.actions.coding import attach, finish
from rcoder.domain.actions.configuring import begin
from rcoder.domain.actions.studying import release
from rcoder.domain.coding import Finish
from rcoder.domain.configuration import Configuration, Element, Evidence, Grounding, Place
from rcoder.domain.errors import Misuse
from rcoder.domain.excerpt import Excerpt
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed, added
from rcoder.domain.retrieval import Grouping, Retrieved
from rcoder.domain.transcript import Span
from rcoder.domain.words import Claim, Kind, Scope, Stance
from rcoder.project import Project, open_project
from rcoder.project.codebook_use import usage
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.importing import Bringing, import_files
from rcoder.project.reimporting import Wanted, reimport
from rcoder.project.retrieval_context import heard, offers
from rcoder.project.retrieval_groups import gathered
from rcoder.project.retrieving import Retrieval, code_query, first_of_code, retrieve

SECRET = "Annes hemmelige arbejde"  # noqa: S105 - a phrase to look for, no password


def code(project: Project, words: str, key: str, flags: CodingFlags | None = None) -> str:
    """Codes the first place of some words; the id of the coding."""
    transcript = project.transcript("interview.txt")
    start = project.text(transcript).index(words)
    span = Span(start, start + len(words))
    return code_passage(project, transcript.id, span, key, flags or CodingFlags())[0].id


@pytest.fixture
def coded(new_project: Callable[..., Project], interview_file: Path) -> str:
    """A project of two interviews, in the first of which Anne, unreleased, has coded, configured and kept words."""
    with new_project(coder="Anne") as project:
        other = interview_file.with_name("leder.txt")
        other.write_text("INTERVIEWER: Nå?\n\nOLE: Alle siger det.\n", encoding="utf-8")
        bringing = [
            Bringing(interview_file, case="Sag 01", roles=("borger",)),
            Bringing(other, roles=("projektleder",)),
        ]
        list(import_files(project, bringing))
        contact = code(project, "den samme hele vejen", "H1.R1", CodingFlags(memo=SECRET))
        code(project, "så vidste jeg, hvem jeg skulle ringe til", "H1.M1")
        code(project, "vidste jeg, hvem jeg skulle ringe til. Så turde jeg", "H1.O1")
        code(project, "hvem jeg skulle ringe til. Så turde jeg", "H1.M1")
        code(project, "Da skiftede de hele tiden", "H1.C1", CodingFlags(scope=Scope.GENERAL))
        transcript = project.transcript("interview.txt")
        configuration = Configuration(new_id(), project.next_number(), project.coder_id, SECRET)
        element = Element(new_id(), SECRET)
        place = Place(new_id(), configuration.id, element.id, Kind.RESOURCE, 0)
        project.do(begin(configuration, [element], [place], [Grounding(new_id(), element.id, contact)], []))
        evidence = Evidence(
            new_id(), Claim.CONFIGURATION, configuration.id, transcript.id, 75, 95, Stance.CONTRADICTS,
            project.coder_id, memo=SECRET,
        )  # fmt: skip
        project.do(attach(evidence, SECRET, transcript))
        start = project.text(transcript).index("så vidste jeg, hvem")
        kept = Excerpt(
            new_id(),
            project.coder_id,
            transcript.id,
            start,
            start + 40,
            edited="[Jeg] vidste …",
            translation=SECRET,
        )
        project.do(Deed(SECRET, added(kept)))
        project.do(finish(Finish(new_id(), transcript.id, project.coder_id), transcript))
        return project.location


@pytest.fixture
def anne(coded: str) -> Project:
    return open_project(coded, coder="Anne")


def passages(found: Retrieval) -> list[tuple[Retrieved, ...]]:
    return [tuple(found[place] for place in result) for result in found.results]


def codes(found: Retrieval) -> list[tuple[str, ...]]:
    return [tuple(each.code for each in result) for result in passages(found)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("H1.M1", [("H1.M1",), ("H1.M1",)]),
        ("h1.m1", [("H1.M1",), ("H1.M1",)]),
        ("H1", []),
        ("H1.M1 and H1.O1", [("H1.M1", "H1.O1"), ("H1.M1", "H1.O1")]),
        ("H1.M1 overlapping H1.M1", [("H1.M1", "H1.M1")]),
        ("H1* and not H1.M1", [("H1.R1",), ("H1.C1",)]),
        ("H1.O1 near:2 H1.C1", [("H1.O1", "H1.C1")]),
        ("H1.O1 near:1 H1.C1", []),
        ("H1* and code:H1.O1", [("H1.O1",)]),
        ("H1* kind:context", [("H1.C1",)]),
        ("H1* kind:K", [("H1.C1",)]),
        ("H1* is:counted role:borger", [("H1.M1",), ("H1.O1",), ("H1.M1",), ("H1.C1",)]),
        ("H1* is:listed", [("H1.R1",)]),
        ('H1* words:"turde jeg"', [("H1.O1",), ("H1.M1",)]),
        ("H1* scope:general or H1.R1", [("H1.R1",), ("H1.C1",)]),
        ("H1* on:K01", [("H1.R1",)]),
        ("H1* role:projektleder", []),
        ("H1* outcome:x", None),
        ("H1* coder:Anne kind:resource", [("H1.R1",)]),
        ("stance:contradicts", [("K01",)]),
        ("stance:any on:K01", [("K01",)]),
        ("stance:supports", []),
        ('case:"sag 01" is:coding kind:outcome', [("H1.O1",)]),
        ("interview:interview H1.R1", [("H1.R1",)]),
        ("H9", None),
        ("H1 role:baker", None),
        ("H1 kind:x", None),
        ("on:K99", None),
    ],
)
def test_a_query_finds(anne: Project, query: str, expected: list[tuple[str, ...]] | None) -> None:
    with anne as project:
        if expected is None:
            with pytest.raises(Misuse, match=r"^Character \d+ of the query: ") as wrong:
                retrieve(project, query)[0] if query == "" else retrieve(project, query).results
            assert "\n" not in str(wrong.value)
        else:
            assert codes(retrieve(project, query)) == expected


def test_a_passage_has_everything_that_is_known_of_it(anne: Project) -> None:
    with anne as project:
        ((contact,),) = passages(retrieve(project, "H1.R1"))
        first = passages(retrieve(project, "H1.M1"))[0][0]
    assert (contact.passage.interviewer, contact.counts, contact.why_listed) == (
        True,
        "listed",
        "interviewer",
    )
    assert (contact.configurations, contact.passage.memo, contact.turn) == (("K01",), SECRET, 0)
    assert (first.passage.case, first.passage.roles, first.label) == ("Sag 01", ("borger",), "Tryghed")
    assert (first.edited, first.translation, first.translated_to) == ("[Jeg] vidste …", SECRET, "en")
    assert first.passage.text == "så vidste jeg, hvem jeg skulle ringe til"


def test_counts_are_those_of_the_codebook(anne: Project) -> None:
    with anne as project:
        used = usage(project)
        for each in project.codes().values():
            count = retrieve(project, code_query(each.key)).count
            use = used.uses.get(each.id)
            known = (
                (use.passages, use.cases, use.not_yet_coded, use.no_interview, use.listed)
                if use
                else (0,) * 5
            )
            assert (
                count.passages,
                count.cases,
                count.cases_not_yet,
                count.no_interview,
                count.listed,
            ) == known
            assert count.base.cases == used.denominator.coded


def test_overlapping_passages_count_once_and_groups_have_their_own_denominators(anne: Project) -> None:
    with anne as project:
        found = retrieve(project, "H1*")
        assert (found.count.passages, found.count.listed, found.count.results) == (2, 1, 5)
        assert (found.count.interviews, found.count.base.interviews, found.count.base.interviews_not_yet) == (
            1,
            1,
            1,
        )
        for by in Grouping:
            groups = gathered(found, by)
            assert {one for each in groups for one in each.results} == set(found.results), by
            assert all(each.count.base.interviews <= found.count.base.interviews for each in groups)
        by_role = {each.key: each for each in gathered(found, Grouping.ROLE)}
        assert by_role["borger"].count.base.interviews == 1
        assert by_role["(interviewer)"].count.passages == 0
        assert retrieve(project, "H1* role:projektleder").count.base.interviews == 0


def test_the_first_passages_of_a_code_are_among_all_of_them(anne: Project) -> None:
    with anne as project:
        own = project.code("H1.M1")
        every = {each.passage.id for (each,) in passages(retrieve(project, "H1.M1"))}
        (one,) = passages(first_of_code(project, own.id, 1))
    assert one[0].passage.id in every


def test_what_was_said_round_a_passage_has_it_marked(anne: Project) -> None:
    with anne as project:
        result = passages(retrieve(project, "H1.M1 and H1.O1"))[0]
        turns = heard(project, result)
    assert [each.number for each in turns] == [1, 2, 3]
    marked = turns[1]
    assert [marked.words[start:end] for start, end, _ in marked.marks] == [
        each.passage.text for each in result
    ]


def test_a_deed_shows_in_the_next_answer(anne: Project) -> None:
    with anne as project:
        before = len(retrieve(project, "H1.C1").results)
        code(project, "det første halve år", "H1.C1")
        assert len(retrieve(project, "H1.C1").results) == before + 1
        project.undo()
        assert len(retrieve(project, "H1.C1").results) == before


QUERIES = ("H1*", "stance:any", "role:borger", "is:coding", "not H1.M1", "H1.M1 or stance:contradicts")


def test_another_coder_sees_nothing_of_a_hidden_layer(coded: str) -> None:
    with open_project(coded, coder="Jonas") as project:
        for query in QUERIES:
            found = retrieve(project, query)
            assert found.results == (), query
            assert SECRET not in repr(found.rows)
            assert all(not gathered(found, by) for by in Grouping)
            assert found.count.base.interviews == 0
        with pytest.raises(Misuse):
            retrieve(project, "on:K01").results  # noqa: B018 - it is worked out when asked for
        assert (offers(project).values or {})["on"] == ()
        assert first_of_code(project, project.code("H1.R1").id).results == ()


def test_another_coders_words_on_the_same_passage_show_nothing_hidden(coded: str) -> None:
    with open_project(coded, coder="Jonas") as project:
        code(project, "så vidste jeg, hvem jeg skulle ringe til", "H1.M1")
        ((own,),) = passages(retrieve(project, "H1*"))
        assert (own.passage.quotations, own.configurations, own.passage.memo) == ((), (), "")
        assert retrieve(project, "H1.M1 and H1.O1").results == ()


def test_a_released_layer_is_seen(coded: str) -> None:
    with open_project(coded, coder="Anne") as project:
        project.do(release(next(each for each in project.coders() if each.name == "Anne")))
    with open_project(coded, coder="Jonas") as project:
        assert len(retrieve(project, "H1*").results) == 5
        assert retrieve(project, "H1*").count.base.interviews == 1


def test_words_that_only_an_earlier_text_has_are_listed_and_not_counted(
    anne: Project, interview_file: Path
) -> None:
    text = interview_file.read_text(encoding="utf-8")
    file = interview_file.with_name("rettet.txt")
    file.write_text(text.replace(" Da skiftede de hele tiden.", ""), encoding="utf-8")
    with anne as project:
        reimport(project, "interview.txt", Wanted(file))
        found = retrieve(project, "H1.C1")
        ((gone,),) = passages(found)
        turns = heard(project, (gone,))
        assert retrieve(project, "H1.O1 near:2 H1.C1").results == ()
    assert (gone.passage.earlier, gone.counts, gone.why_listed) == (True, "listed", "earlier text")
    assert gone.passage.text == "Da skiftede de hele tiden"
    assert (found.count.passages, found.count.listed) == (0, 1)
    assert any("Da skiftede de hele tiden" in each.words for each in turns)
