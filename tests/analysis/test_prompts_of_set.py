"""What is asked of the whole set of configurations."""

from __future__ import annotations

from rcoder.analysis.prompts.of_set import CodeUse, InterviewUse, RoleUse, Standing, bases, of_set
from rcoder.analysis.prompts.outline import Voice
from rcoder.domain.words import Bilingual

LABEL = Bilingual("Klare roller", "Clear roles")


def cited(respondent: str, case: str, number: int, start: int = 0) -> tuple[Voice, ...]:
    return tuple(
        Voice("k", "", (respondent, start + each, start + each + 1), case, respondent, respondent.upper(), ("borger",), this_case=True, inferred=False, prompted=False)
        for each in range(number)
    )  # fmt: skip


def said(found: Standing) -> dict[str, str]:
    return {each.key: each.say() for each in of_set(found)}


def test_a_set_without_anything_is_asked_nothing() -> None:
    assert of_set(Standing()) == ()


def test_untested_hypotheses_bare_conditions_and_orphan_codes_are_named() -> None:
    found = said(
        Standing(
            hypotheses=(CodeUse("h", "H1", LABEL, 12), CodeUse("g", "H2", LABEL, 1, used=True)),
            conditions=(CodeUse("s", "SC1.1", LABEL),),
            codes=(CodeUse("c", "H1.M1", LABEL, 1),),
        )
    )
    assert found == {
        "hypothesis_untested": "H1 Klare roller: no configuration belongs to it; 12 codings.",
        "condition_without_evidence": "SC1.1 Klare roller: no passage, no judgement and no configuration.",
        "orphan_code": "H1.M1 Klare roller: 1 coding, and in no configuration.",
    }


def test_interviews_and_roles_that_nothing_rests_on_are_named() -> None:
    found = Standing(
        interviews=(InterviewUse("t", "Sag 01", 3, cited=False), InterviewUse("u", "Sag 02", 3, cited=True)),
        roles=(RoleUse("mentor", 2, cited=False), RoleUse("borger", 2, cited=True)),
    )
    assert said(found) == {
        "interview_uncited": "Sag 01: 3 codings, and nothing rests on a passage of it.",
        "role_uncited": "mentor: 2 respondents, none cited.",
    }
    assert bases(found)["interview_uncited"] == 2


def test_a_respondent_with_more_than_a_third_of_the_passages_is_said_with_the_numbers() -> None:
    voices = (*cited("mette", "a", 4), *cited("bo", "b", 3), *cited("ida", "c", 2))
    assert said(Standing(cited=voices))["respondent_dominates"] == (
        "METTE gives 4 of 9 cited passages, more than a third; there are 2 others who are cited."
    )
    even = (*cited("mette", "a", 3), *cited("bo", "b", 3), *cited("ida", "c", 3))
    assert "respondent_dominates" not in said(Standing(cited=even))


def test_the_same_words_cited_twice_are_one_passage() -> None:
    voices = (*cited("mette", "a", 3), *cited("mette", "a", 3), *cited("bo", "b", 3), *cited("ida", "c", 3))
    assert "respondent_dominates" not in said(Standing(cited=voices))


def test_a_case_far_above_the_others_is_said_with_their_median() -> None:
    cases = (("a", "Sag A"), ("b", "Sag B"), ("c", "Sag C"))
    voices = (*cited("mette", "a", 9), *cited("bo", "b", 2), *cited("ida", "c", 1))
    assert said(Standing(cited=voices, cases=cases))["case_dominates"] == (
        "Sag A gives 9 of 12 cited passages about cases; the median of 3 cases is 2."
    )
    assert "case_dominates" not in said(Standing(cited=voices[:6], cases=cases[:2]))


def test_double_coding_is_asked_about_below_a_tenth_of_the_coded_interviews() -> None:
    assert said(Standing(coded=19, double=1))["single_coded"] == (
        "1 of 19 interviews with codings are coded by more than one person."
    )
    assert said(Standing(coded=19, double=2)) == {}


def test_what_was_accepted_and_changed_and_cells_of_one_person_are_said() -> None:
    found = said(
        Standing(binding=3, lapsed=(("k", "K07", Bilingual("godkendt", "accepted")),), cells=12, lone=3)
    )
    assert found["accepted_changed"].startswith("K07 was accepted and has changed since")
    assert found["small_cell"] == "3 of 12 combinations of municipality and role are one person."
