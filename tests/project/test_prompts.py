"""Prompts on stored configurations, their answers, and what becomes of those."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rcoder.domain.actions.coding import attach
from rcoder.domain.actions.configuring import begin, edit, reword
from rcoder.domain.actions.studying import release
from rcoder.domain.configuration import Configuration, Element, Evidence, Grounding, Link, Place
from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.journal import Deed, added, changed
from rcoder.domain.prompt_table import PROMPTS
from rcoder.domain.prompting import Asked
from rcoder.domain.rival import Rival, Standin
from rcoder.domain.transcript import Span
from rcoder.domain.words import Answered, Claim, Kind, Level, Stance, Status
from rcoder.project import Project, open_project
from rcoder.project.arranging import merge_cases
from rcoder.project.belongings import belongings
from rcoder.project.codebook_merging import merge
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.importing import Bringing, import_files
from rcoder.project.prompt_passages import cited_by
from rcoder.project.prompts import answer, prompts_of, search_for, survey, take_back

R, M, CALM = Span(70, 95), Span(96, 120), Span(121, 150)
AT = ("counter_evidence", "k", "")


@pytest.fixture
def project(new_project: Callable[..., Project], interview_file: Path) -> Iterator[Project]:
    """Anne's K01: a resource and a reasoning that each rest on a passage of Mette's, tied; Anne has released her layer."""
    with new_project(coder="Anne") as made:
        list(import_files(made, [Bringing(interview_file, case="Sag 01", roles=("borger",))]))
        configure(made)
        made.do(release(next(each for each in made.coders() if each.id == made.coder_id)))
        yield made


def configure(made: Project) -> None:
    transcript = made.transcript("interview.txt").id
    codings = [
        code_passage(made, transcript, span, key, CodingFlags())[0]
        for span, key in ((R, "H1.R1"), (M, "H1.M1"))
    ]
    elements = (
        Element("r", "en aftalt kontaktperson", made.code("H1.R1").id),
        Element("m", "ved, hvem hun skal ringe til", made.code("H1.M1").id, "borger"),
    )
    places = (Place("pr", "k", "r", Kind.RESOURCE), Place("pm", "k", "m", Kind.REASONING, 1))
    groundings = (Grounding("gr", "r", codings[0].id), Grounding("gm", "m", codings[1].id))
    own = Configuration("k", "K01", made.coder_id, because="hun skal ikke starte forfra")
    made.do(begin(own, elements, places, groundings, [Link("l", "k", "r", "m")]))


def keys(found: tuple[Asked, ...], *, waiting: bool = True) -> list[str]:
    return [each.prompt.key for each in found if each.open is waiting]


def test_a_stored_configuration_is_asked_about_what_it_lacks(project: Project) -> None:
    assert set(keys(prompts_of(project, "k"))) == {
        "missing_slot", "link_without_passage", "one_respondent", "counter_evidence", "no_hypothesis",
    }  # fmt: skip
    found = {each.prompt.key: each.prompt.say() for each in prompts_of(project, "k")}
    assert found["link_without_passage"] == "No passage on R1 → M1 yet."
    assert (
        found["counter_evidence"]
        == "Nothing it rests on (2 passages) contradicts it; has counter-evidence been looked for?"
    )
    assert found["one_respondent"] == "One respondent only: METTE, with 2 passages."
    assert "no_passage" not in found


def test_the_prompts_of_one_are_those_of_the_survey(project: Project) -> None:
    whole = survey(project)
    of_it = tuple(each for each in whole.asked if each.prompt.configuration_id == "k")
    assert [each.prompt.at for each in of_it] == [each.prompt.at for each in prompts_of(project, "k")]


def test_a_change_is_seen_by_the_next_survey(project: Project) -> None:
    def asked() -> set[str]:
        return {each.prompt.key for each in survey(project).asked if each.prompt.configuration_id == "k"}

    assert "activity_as_reasoning" not in asked()
    element = project.configuration("K01").assembled.elements["m"]
    project.do(reword(element, replace(element, wording="samtaler hver uge")))
    assert "activity_as_reasoning" in asked()
    project.do(Deed("rival", added(Rival("x", "k", project.coder_id, "det var chefen"))))
    assert "rival_open" in asked()
    project.undo()
    project.undo()
    assert not asked() & {"activity_as_reasoning", "rival_open"}


def test_the_set_is_asked_about_what_nothing_rests_on(project: Project) -> None:
    whole = survey(project)
    found = {each.prompt.key: each.prompt.say() for each in whole.asked if not each.prompt.configuration_id}
    assert found["hypothesis_untested"] == "H1 Klare roller: no configuration belongs to it; 2 codings."
    assert found["condition_without_evidence"].startswith("SC1.1 Én kontaktperson: no passage")
    assert found["single_coded"] == "0 of 1 interview with codings are coded by more than one person."
    assert whole.bases["condition_without_evidence"] == 1
    assert "orphan_code" not in found
    code_passage(project, project.transcript("interview.txt").id, CALM, "H1.O1", CodingFlags())
    orphan = next(each.prompt for each in survey(project).asked if each.prompt.key == "orphan_code")
    assert orphan.say() == "H1.O1 Godt samarbejde: 1 coding, and in no configuration."


def test_an_answer_stands_with_its_name_and_reason_until_the_configuration_changes(project: Project) -> None:
    project.do(answer(project, AT, Answered.DONE, "  søgt i  sager med timer "))
    answered = next(each for each in prompts_of(project, "k") if each.prompt.at == AT)
    assert answered.answer is not None
    assert (answered.open, answered.by, answered.answer.why) == (False, "Anne", "søgt i sager med timer")
    project.do(edit(project.configuration("K01").assembled, because="der er én at ringe til"))
    again = next(each for each in prompts_of(project, "k") if each.prompt.at == AT)
    assert (again.open, again.outdated) == (True, True)
    project.do(answer(project, AT, Answered.DONE))
    assert AT[0] in keys(prompts_of(project, "k"), waiting=False)
    assert len(project.sight.rows("SELECT id FROM prompt_answers")) == 1


def test_a_title_and_a_hypothesis_are_nothing_that_an_answer_rests_on(project: Project) -> None:
    project.do(answer(project, AT, Answered.DONE))
    project.do(
        edit(project.configuration("K01").assembled, title="Ét nummer", hypotheses=(project.code("H1").id,))
    )
    assert AT[0] in keys(prompts_of(project, "k"), waiting=False)


def test_not_applicable_needs_a_reason_and_done_needs_none(project: Project) -> None:
    with pytest.raises(Misuse, match="Say why it does not apply"):
        answer(project, AT, Answered.NOT_APPLICABLE, "  ")
    deed = answer(project, AT, Answered.NOT_APPLICABLE, "kun én sag i studiet")
    assert deed.sentence == "Answered “No counter-evidence searched” of K01: not applicable"


def test_what_is_not_asked_cannot_be_answered(project: Project) -> None:
    for at in (("no_passage", "k", "r"), ("no_such_check", "k", ""), ("counter_evidence", "gone", "")):
        with pytest.raises(NotFound):
            answer(project, at, Answered.DONE)


def test_an_answer_is_taken_back_by_who_gave_it_alone(project: Project) -> None:
    project.do(answer(project, AT, Answered.DONE))
    with open_project(project.location, coder="Bo") as bo:
        with pytest.raises(Misuse, match="Who answered takes it back"):
            take_back(bo, AT)
        assert next(each.by for each in prompts_of(bo, "k") if each.prompt.at == AT) == "Anne"
    deed = take_back(project, AT)
    assert deed.sentence == "Took back the answer to “No counter-evidence searched” of K01"
    project.do(deed)
    assert AT[0] in keys(prompts_of(project, "k"))
    project.undo()
    assert AT[0] in keys(prompts_of(project, "k"), waiting=False)


def test_the_latest_answer_in_sight_is_the_one_shown(project: Project) -> None:
    project.do(answer(project, AT, Answered.DONE, "Annes"))
    with open_project(project.location, coder="Bo") as bo:
        bo.do(answer(bo, AT, Answered.NOT_APPLICABLE, "Bos"))
        shown = {each.prompt.at: each for each in prompts_of(bo, "k")}[AT]
        assert {"Annes", "Bos"} >= {shown.answer.why if shown.answer else ""}
    hidden = {each.prompt.at: each for each in prompts_of(project, "k")}[AT]
    assert hidden.by == "Anne"


def test_a_prompt_on_the_set_is_answered_and_stays_so(project: Project) -> None:
    at = ("condition_without_evidence", "", project.code("SC1.1").id)
    deed = answer(project, at, Answered.NOT_APPLICABLE, "ingen af sagerne er i gang")
    assert deed.sentence == "Answered “Support conditions without evidence” of SC1.1: not applicable"
    project.do(deed)
    project.do(edit(project.configuration("K01").assembled, because="noget andet"))
    assert not next(each.open for each in survey(project).asked if each.prompt.at == at)


def test_answers_go_with_what_they_are_about_and_come_back_with_it(project: Project) -> None:
    from rcoder.domain.actions.configuring import drop

    project.do(answer(project, AT, Answered.DONE))
    assembled = project.configuration("K01").assembled
    project.do(drop(assembled, frozenset(), belongings(project.sight, assembled)))
    assert not project.sight.rows("SELECT id FROM prompt_answers")
    assert all(each.prompt.configuration_id is None for each in survey(project).asked)
    project.undo()
    assert AT[0] in keys(prompts_of(project, "k"), waiting=False)


def test_an_answer_about_an_element_goes_with_the_element(project: Project) -> None:
    from rcoder.domain.actions.configuring import take_out

    element = project.configuration("K01").assembled.elements["m"]
    project.do(reword(element, replace(element, actor="")))
    project.do(answer(project, ("actor_missing", "k", "m"), Answered.NOT_APPLICABLE, "alle"))
    assembled = project.configuration("K01").assembled
    place = next(each for each in assembled.places if each.element_id == "m")
    project.do(take_out(assembled, place, elsewhere=False))
    assert not project.sight.rows("SELECT id FROM prompt_answers")
    project.undo()
    assert "actor_missing" in keys(prompts_of(project, "k"), waiting=False)


def test_answers_follow_a_code_that_is_merged_and_a_case_that_is(project: Project) -> None:
    code_passage(project, project.transcript("interview.txt").id, CALM, "H1.O1", CodingFlags())
    project.do(
        answer(project, ("orphan_code", "", project.code("H1.O1").id), Answered.NOT_APPLICABLE, "ikke vores")
    )
    into = project.code("H1.C1").id
    project.do(merge(project, "H1.O1", "H1.C1"))
    assert "orphan_code" in keys(survey(project).asked, waiting=False)
    assert [row["about_id"] for row in project.sight.rows("SELECT about_id FROM prompt_answers")] == [into]


def test_a_deed_that_merges_cases_takes_their_answers_along(project: Project) -> None:
    from rcoder.domain.case import Case
    from rcoder.domain.prompt_answer import PromptAnswer

    case = project.cases()[0]
    project.do(Deed("case", added(Case("c2", "Sag 02"))))
    held = PromptAnswer(
        "a", "case_dominates", None, case.id, project.coder_id, Answered.DONE, at="2026-11-22T10:00:00Z"
    )
    project.do(Deed("answered", added(held)))
    project.do(merge_cases(project, case.name, "Sag 02"))
    assert [row["about_id"] for row in project.sight.rows("SELECT about_id FROM prompt_answers")] == ["c2"]


def test_a_superseded_configuration_is_asked_nothing(project: Project) -> None:
    before = project.configuration("K01").assembled.configuration
    project.do(Deed("rejected", changed(before, replace(before, status=Status.REJECTED))))
    assert prompts_of(project, "k") == ()
    assert not any(each.prompt.configuration_id for each in survey(project).asked)


def test_what_contradicts_settles_the_search_and_the_search_is_a_query_of_its_codes(project: Project) -> None:
    from rcoder.project.retrieving import retrieve

    query = search_for(project, "k")
    assert query == "H1.M1 (polarity:weak or polarity:absent) or H1.R1 not near:3 H1.M1"
    assert retrieve(project, query).results is not None
    transcript = project.transcript("interview.txt")
    against = Evidence(
        "e", Claim.CONFIGURATION, "k", transcript.id, *_of(CALM), Stance.CONTRADICTS, project.coder_id
    )
    project.do(attach(against, "K01", transcript))
    assert AT[0] not in keys(prompts_of(project, "k"))


def _of(span: Span) -> tuple[int, int]:
    return span.start, span.end


def test_passages_of_a_hidden_layer_settle_nothing_for_others(project: Project) -> None:
    with open_project(project.location, coder="Bo") as bo:
        transcript = bo.transcript("interview.txt")
        against = Evidence(
            "e", Claim.CONFIGURATION, "k", transcript.id, *_of(CALM), Stance.CONTRADICTS, bo.coder_id
        )
        bo.do(attach(against, "K01", transcript))
        assert AT[0] not in keys(prompts_of(bo, "k"))
    assert AT[0] in keys(prompts_of(project, "k"))
    assert AT in {each.prompt.at for each in survey(project).asked}


def test_a_hidden_configuration_is_asked_about_by_its_owner_alone(
    new_project: Callable[..., Project], interview_file: Path
) -> None:
    with new_project(coder="Anne") as anne:
        list(import_files(anne, [Bringing(interview_file, case="Sag 01", roles=("borger",))]))
        configure(anne)
        assert prompts_of(anne, "k")
        with open_project(anne.location, coder="Bo") as bo:
            assert prompts_of(bo, "k") == ()
            seen = survey(bo)
            assert not any(each.prompt.configuration_id for each in seen.asked)
            assert "orphan_code" not in {each.prompt.key for each in seen.asked}


def test_the_passages_behind_a_respondent_and_a_case_are_the_cited_ones_each_once(project: Project) -> None:
    speaker = next(
        each
        for each in project.speakers(project.transcript("interview.txt").id).values()
        if not each.interviewer
    )
    code_passage(project, project.transcript("interview.txt").id, CALM, "H1.O1", CodingFlags())
    of_case = cited_by(project, project.cases()[0].id, of_case=True)
    assert [(name, len(found)) for name, found in of_case] == [("Sag 01 · borger", 2)]
    assert cited_by(project, speaker.id, of_case=False) == of_case


def test_what_is_in_the_journal_of_an_answer_is_words(project: Project) -> None:
    project.do(answer(project, AT, Answered.DONE))
    assert project.journal()[-1].sentence == "Answered “No counter-evidence searched” of K01: done"
    assert PROMPTS["counter_evidence"].title.en == "No counter-evidence searched"


def test_a_consolidated_configuration_rests_on_its_members(project: Project) -> None:
    def bare() -> set[str]:
        return {each.prompt.key for each in prompts_of(project, "whole")} & {
            "no_passage",
            "link_without_passage",
        }

    whole = Configuration("whole", "K02", project.coder_id, because="andet", level=Level.CONSOLIDATED)
    parts = (Element("R", "en aftale"), Element("M", "ved, hvem hun skal ringe til", actor="borger"))
    places = (Place("pR", "whole", "R", Kind.RESOURCE), Place("pM", "whole", "M", Kind.REASONING, 1))
    project.do(begin(whole, parts, places, (), [Link("L", "whole", "R", "M")]))
    assert bare() == {"no_passage", "link_without_passage"}
    survey(project)
    before = project.configuration("K01").assembled.configuration
    into = changed(before, replace(before, consolidated_in="whole"))
    project.do(Deed("joined", (*into, *added(Standin("s1", "R", "r"), Standin("s2", "M", "m")))))
    assert bare() == {"link_without_passage"}
    asked = {each.prompt.at for each in survey(project).asked}
    assert ("no_passage", "whole", "R") not in asked
    transcript = project.transcript("interview.txt")
    project.do(
        attach(
            Evidence("e", Claim.LINK, "l", transcript.id, *_of(CALM), Stance.CONTRADICTS, project.coder_id),
            "K01",
            transcript,
        )
    )
    assert bare() == set()
    assert ("counter_evidence", "whole", "") not in {each.prompt.at for each in survey(project).asked}
