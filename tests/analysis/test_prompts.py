"""What is asked of one configuration, by what stands there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.analysis.prompts.of_evidence import negative_search, of_one
from rcoder.analysis.prompts.outline import CodeBrief, Outline, Part, Rivalry, Setting, Tie, Voice
from rcoder.domain.prompt_table import ORDER, PROMPTS
from rcoder.domain.prompting import Prompt
from rcoder.domain.retrieval_query import parse
from rcoder.domain.words import Kind

C = Part("c", Kind.CONTEXT, "mange år uden arbejde", "H1.C1")
R = Part("r", Kind.RESOURCE, "en aftalt kontaktperson", "H1.R1")
M = Part("m", Kind.REASONING, "tør sige, når det går skidt", "H1.M1", "borger")
OUT = Part("o", Kind.OUTCOME, "problemer løses i tide", "H1.O1", horizon="short")
TIES = (Tie("rm", "r", "m"), Tie("mo", "m", "o"), Tie("c-rm", "c", "rm"))


def voice(claim: str, start: int = 0, **about: object) -> Voice:
    plain = Voice(
        claim,
        "",
        ("t1", start, start + 9),
        "sag-1",
        "mette",
        "METTE",
        ("borger",),
        this_case=True,
        inferred=False,
        prompted=False,
    )
    return plain._replace(**about)  # type: ignore[arg-type] # the record's own fields


SECOND = {"case_id": "sag-2", "respondent": "bo", "name": "BO", "roles": ("mentor",)}
WHOLE = (
    *(voice(claim, start) for start, claim in enumerate(("c", "r", "m", "o", "rm", "mo", "c-rm"))),
    voice("k", 50, stance="contradicts", **SECOND),
)
SOUND = Outline(
    "k", "K07", "hun skal ikke starte forfra hver gang", ("H1",), parts=(C, R, M, OUT), ties=TIES, voices=WHOLE,
    rivals=(Rivalry("x", "det var chefen", open=False),),
)  # fmt: skip
SETTING = Setting(
    codes={
        "H1.C1": CodeBrief("H1.C1", Kind.CONTEXT), "H1.R1": CodeBrief("H1.R1", Kind.RESOURCE),
        "H1.M1": CodeBrief("H1.M1", Kind.REASONING), "H1.O1": CodeBrief("H1.O1", Kind.OUTCOME, "+"),
    },
    cases={"sag-1": ("Sag 01", "with"), "sag-2": ("Sag 02", "without"), "sag-3": ("Sag 03", "with")},
    roles=("borger", "mentor"),
    names=frozenset({"mette"}),
)  # fmt: skip


def asked(own: Outline, setting: Setting = SETTING) -> dict[str, Prompt]:
    return {each.key: each for each in of_one(own, setting)}


def with_part(part: Part) -> Outline:
    """The sound configuration with one element otherwise."""
    return replace(
        SOUND, parts=tuple(part if each.element_id == part.element_id else each for each in SOUND.parts)
    )


def test_of_a_sound_configuration_nothing_is_asked() -> None:
    assert asked(SOUND) == {}


def test_an_empty_one_is_asked_for_its_places_and_its_hypothesis() -> None:
    found = of_one(Outline("k", "K01"), SETTING)
    assert [(each.key, each.about_id) for each in found] == [
        *(("missing_slot", kind) for kind in ("context", "resource", "reasoning", "outcome")),
        ("no_hypothesis", ""),
    ]
    assert found[3].say() == "Partial: no outcome yet."
    assert found[3].say("da") == "Delvis: der er endnu ikke et udfald."


@pytest.mark.parametrize(
    ("part", "key", "words"),
    [
        (M._replace(wording="samtaler hver uge"), "activity_as_reasoning", "M1 “samtaler hver uge” names an activity: “samtaler”."),
        (M._replace(wording="Tryghed"), "label_as_reasoning", "M1 is one word: “Tryghed”."),
        (M._replace(actor=" "), "actor_missing", "It is not said whose reasoning M1 “tør sige, når det går skidt” is."),
        (R._replace(code_id="H1.M1"), "response_as_resource", "R1 “en aftalt kontaktperson” sounds like a person's response (its code H1.M1 is a reasoning)."),
        (R._replace(code_id="", wording="tillid til mentor"), "response_as_resource", "R1 “tillid til mentor” sounds like a person's response."),
        (C._replace(wording="den aftalte kontaktperson"), "context_is_resource", "C1 “den aftalte kontaktperson” and R1 “en aftalt kontaktperson” are nearly the same words."),
        (OUT._replace(wording="tør sige når det går skidt"), "outcome_is_reasoning", "O1 “tør sige når det går skidt” and M1 “tør sige, når det går skidt” are nearly the same words."),
        (OUT._replace(code_id="H1.M1"), "outcome_is_reasoning", "O1 “problemer løses i tide” and M1 “tør sige, når det går skidt” are of the same code."),
        (OUT._replace(horizon=""), "outcome_term", "It is not said when O1 “problemer løses i tide” comes."),
        (OUT._replace(sign="-"), "outcome_sign", "O1 “problemer løses i tide” stands with −, but its code H1.O1 has +."),
        (C._replace(wording="Mettes lange vej"), "names_someone", "C1 “Mettes lange vej” names Mettes."),
    ],
)  # fmt: skip
def test_each_fault_of_an_element_is_asked_about_where_it_stands(part: Part, key: str, words: str) -> None:
    found = asked(with_part(part))
    assert found[key].say() == words
    assert found[key].about_id == part.element_id


def test_one_element_in_two_places_is_the_same_element() -> None:
    twice = replace(SOUND, parts=(*SOUND.parts[:3], M._replace(kind=Kind.OUTCOME, horizon="short")))
    assert asked(twice)["outcome_is_reasoning"].say().endswith("are the same element.")


def test_the_outcome_of_another_configuration_is_offered_here() -> None:
    chained = with_part(R._replace(code_id="", wording="oplever timer som noget værd", elsewhere=True))
    assert "response_as_resource" not in asked(chained)


def test_actors_that_change_are_named_with_their_elements() -> None:
    more = replace(
        SOUND, parts=(*SOUND.parts, Part("m2", Kind.REASONING, "ser mulighederne", actor="mentor"))
    )
    assert (
        asked(more)["actors_change"].say()
        == "The reasonings have different actors: borger (M1), mentor (M2)."
    )
    alike = replace(
        SOUND, parts=(*SOUND.parts, Part("m2", Kind.REASONING, "ser mulighederne", actor="Borger "))
    )
    assert "actors_change" not in asked(alike)


@pytest.mark.parametrize(
    ("because", "key"),
    [("  ", "because_empty"), ("fordi hun tør sige, når det går skidt", "because_repeats"), ("problemer løses", "because_repeats")],
)  # fmt: skip
def test_a_because_that_is_empty_or_repeats_is_asked_about(because: str, key: str) -> None:
    assert key in asked(replace(SOUND, because=because))


def test_a_context_that_goes_nowhere_and_a_loose_element_are_asked_about() -> None:
    assert "context_idle" in asked(replace(SOUND, ties=TIES[:2]))
    loose = asked(replace(SOUND, ties=(TIES[0], TIES[2])))
    assert loose["element_untied"].about_id == "o"
    untied = asked(replace(SOUND, ties=()))
    assert untied["nothing_tied"].say() == "The 4 elements are not tied: what leads to what?"
    assert "element_untied" not in untied


@pytest.mark.parametrize(
    ("about", "key"),
    [({"inferred": True}, "only_inferred"), ({"prompted": True}, "only_prompted"), ({"this_case": False}, "only_general")],
)  # fmt: skip
def test_weak_support_of_an_element_is_asked_about_with_its_number(about: dict[str, bool], key: str) -> None:
    weak = tuple(each._replace(**about) if each.claim_id == "m" else each for each in WHOLE)
    found = asked(replace(SOUND, voices=weak))
    assert found[key].about_id == "m"
    assert "1 passage" in found[key].say()
    assert key not in asked(replace(SOUND, voices=(*weak, voice("m", 90))))


def test_an_element_without_a_passage_is_asked_about_unless_it_is_said_to_be_inferred() -> None:
    bare = replace(SOUND, voices=tuple(each for each in WHOLE if each.claim_id != "o"))
    assert asked(bare)["no_passage"].about_id == "o"
    said = replace(bare, parts=(C, R, M, OUT._replace(inferred=True)))
    assert "no_passage" not in asked(said)


def test_a_link_without_a_passage_is_named_by_its_ends() -> None:
    bare = replace(SOUND, voices=tuple(each for each in WHOLE if each.claim_id not in ("rm", "c-rm")))
    found = [each.say() for each in of_one(bare, SETTING) if each.key == "link_without_passage"]
    assert found == ["No passage on R1 → M1 yet.", "No passage on C1 on R1 → M1 yet."]


def test_what_comes_from_one_case_one_role_and_one_respondent_is_said_with_denominators() -> None:
    found = asked(replace(SOUND, voices=WHOLE[:-1]))
    assert found["one_case"].say() == "One case of 3 only: Sag 01, with 7 passages."
    assert found["one_role"].say() == "One role of 2 only: borger, with 7 passages."
    assert found["one_respondent"].say() == "One respondent only: METTE, with 7 passages."


def test_a_member_of_a_consolidated_configuration_is_not_asked_for_more_cases() -> None:
    assert "one_case" not in asked(replace(SOUND, voices=WHOLE[:-1], member=True))


def test_a_person_joins_voices_of_several_interviews() -> None:
    other = voice("k", 70, place=("t2", 3, 9), name="Mette", stance="contradicts")
    assert "one_respondent" in asked(replace(SOUND, voices=(*WHOLE[:-1], other)))


def test_cases_of_one_outcome_group_are_asked_about() -> None:
    third = WHOLE[-1]._replace(case_id="sag-3")
    assert asked(replace(SOUND, voices=(*WHOLE[:-1], third)))["one_outcome_group"].say() == (
        "The 2 cases it rests on are of one outcome group of 2: with."
    )


def test_counter_evidence_is_asked_for_until_something_contradicts() -> None:
    supported = replace(SOUND, voices=(*WHOLE[:-1], WHOLE[-1]._replace(stance="supports")))
    assert asked(supported)["counter_evidence"].say() == (
        "Nothing it rests on (8 passages) contradicts it; has counter-evidence been looked for?"
    )
    assert "counter_evidence" not in asked(replace(supported, countered=True))


def test_rivals_are_asked_for_and_then_for_what_became_of_them() -> None:
    assert "no_rival" in asked(replace(SOUND, rivals=()))
    undecided = asked(replace(SOUND, rivals=(Rivalry("x", "det var chefen", open=True),)))
    assert undecided["rival_open"].about_id == "x"
    assert "no_rival" not in undecided


def test_the_search_for_counter_evidence_is_a_query_that_can_be_read() -> None:
    query = negative_search(SOUND, SETTING)
    assert query == "H1.M1 (polarity:weak or polarity:absent) or H1.R1 not near:3 H1.M1"
    assert parse(query).root
    two = replace(SOUND, parts=(*SOUND.parts, M._replace(element_id="n", code_id="H1.O1")))
    assert parse(negative_search(two, SETTING)).root
    assert negative_search(replace(SOUND, parts=(R,)), SETTING) == "H1.R1"
    assert negative_search(replace(SOUND, parts=(M._replace(code_id=""),)), SETTING) == ""


# -- whatever stands there ---------------------------------------------------------------------------------------------

PARTS = st.lists(
    st.builds(
        Part,
        st.sampled_from("abcd"),
        st.sampled_from(Kind),
        st.text(max_size=12),
        st.sampled_from(["", "H1.M1", "H1.O1", "gone"]),
        st.sampled_from(["", "borger", "mentor"]),
        st.sampled_from("+-"),
        st.sampled_from(["", "short"]),
        st.booleans(),
        st.booleans(),
    ),
    max_size=6,
)
LINKED = st.lists(
    st.builds(Tie, st.sampled_from("xyz"), st.sampled_from("abcd"), st.sampled_from("abcdxyz")), max_size=4
)
VOICES = st.lists(
    st.builds(
        voice,
        st.sampled_from(["a", "b", "x", "k"]),
        st.integers(0, 3),
        stance=st.sampled_from(["", "supports", "contradicts"]),
        case_id=st.sampled_from(["", "sag-1", "sag-9"]),
        roles=st.sampled_from([(), ("borger",), ("leder",)]),
        inferred=st.booleans(),
    ),
    max_size=6,
)


@given(PARTS, LINKED, VOICES, st.text(max_size=20))
def test_whatever_stands_there_each_prompt_is_asked_once_in_order_and_says_both_languages(
    parts: list[Part], ties: list[Tie], voices: list[Voice], because: str
) -> None:
    own = Outline(
        "k",
        "K1",
        because,
        parts=tuple(parts),
        ties=tuple({each.id: each for each in ties}.values()),
        voices=tuple(voices),
    )
    found = of_one(own, SETTING)
    assert len({each.at for each in found}) == len(found)
    assert [ORDER[each.key] for each in found] == sorted(ORDER[each.key] for each in found)
    for each in found:
        assert each.say("en").strip()
        assert each.say("da").strip()


def test_every_prompt_teaches_and_says_what_answers_it_in_both_languages() -> None:
    for kind in PROMPTS.values():
        for words in (kind.title, kind.found, kind.teaches, kind.answers, kind.of):
            assert words.da.strip(), kind.key
            assert words.en.strip(), kind.key
        assert kind.teaches.da != kind.teaches.en
