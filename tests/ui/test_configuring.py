from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.screen import Screen

from rcoder.domain.actions import configuring
from rcoder.domain.answers import ConfigurationAnswer, ConfigurationLine
from rcoder.domain.codebook import Code, Codebook, CodebookContents, Node, Theory
from rcoder.domain.coding import Coding
from rcoder.domain.configuration import Assembled, Configuration, Element, Evidence, Grounding, Link, Place
from rcoder.domain.errors import Misuse, Stale
from rcoder.domain.journal import Deed
from rcoder.domain.passage import Passage
from rcoder.domain.transcript import Span, Speaker, Transcript, Turn
from rcoder.domain.words import (
    Activation,
    Bilingual,
    Category,
    Claim,
    Column,
    Directness,
    Effect,
    Kind,
    Polarity,
    Scope,
    Stance,
    Status,
)
from rcoder.project.bench import Bench, CaseProgress
from rcoder.ui.commands import Where, commands, footer
from rcoder.ui.configuring import choices, deeds, forms, listing, making
from rcoder.ui.configuring.asks import asks
from rcoder.ui.configuring.bench import a_kind, box_words, link_name, passages_words, place_names, tally_words
from rcoder.ui.configuring.rows import about, lines
from rcoder.ui.configuring.seen import also_in, as_seen
from rcoder.ui.offer import Offer
from rcoder.ui.screens.choosing import ChooserScreen, StanceScreen
from rcoder.ui.screens.configurations import ConfigurationsScreen
from rcoder.ui.screens.offering import ClaimsScreen

TRANSCRIPT = Transcript("t", "Mette", "da", "", 500, "", "", "txt", case_id="sag-1")
MANAGER = Transcript("u", "Leder", "da", "", 500, "", "", "txt")


def code(
    key: str,
    kind: Kind | None,
    category: Category = Category.CODE,
    parent: str | None = "H1",
    sign: str = "+",
) -> Code:
    return Code(key, "book", key, category, parent, kind=kind, sign=sign, label=Bilingual(f"{key} på dansk"))


CODES = {
    each.id: each
    for each in (
        code("H1", None, Category.HYPOTHESIS, None),
        code("SC1.1", Kind.RESOURCE, Category.CONDITION),
        code("R1", Kind.RESOURCE),
        code("M1", Kind.REASONING),
        code("O1", Kind.OUTCOME, sign="-"),
        code("X1", None),
    )
}
NODES = (
    Node("K", "overall", "K1", Column.CORE, Bilingual("Roller"), codes=("R1",)),
    Node("M", "overall", "M1", Column.MECHANISM, Bilingual("Tryg"), codes=("M1",)),
)
CONTENTS = CodebookContents(
    Codebook("book", "book", "1", Bilingual()),
    tuple(CODES.values()),
    (Theory("overall", "book", "overall"),),
    NODES,
)


def coding(name: str, code_id: str, **flags: object) -> Coding:
    return Coding(name, "t", 0, 5, code_id, "anne", **flags)  # type: ignore[arg-type] # flags are the record's fields


def passage(name: str, start: int = 0, **about_it: object) -> Passage:
    shown = Passage(
        name,
        "t",
        "Mette",
        start,
        start + 5,
        f"ord {name}",
        "sag-1",
        "Sag 01",
        "s",
        "METTE",
        ("borger",),
        False,
        "anne",
        "Anne",
    )
    return replace(shown, **about_it)  # type: ignore[arg-type] # the record's own fields


def offer(*codings: Coding, transcript: Transcript = TRANSCRIPT) -> Offer:
    return Offer(transcript, Span(0, 5), "ordene", codings)


def assembled(
    *elements: tuple[str, Kind], links: tuple[Link, ...] = (), evidence: tuple[Evidence, ...] = ()
) -> Assembled:
    places = [Place(f"p-{name}", "k", name, kind, index) for index, (name, kind) in enumerate(elements)]
    known = {name: Element(name, f"ord om {name}") for name, _ in elements}
    return Assembled(Configuration("k", "K01", "anne"), tuple(places), known, links, (), evidence)


def bench(made: Assembled, *passages: Passage, progress: CaseProgress = CaseProgress()) -> Bench:  # noqa: B008 - frozen
    line = ConfigurationLine("k", "K01", "", (), "draft", (), "", "Anne")
    own = {each.id: each for each in passages}
    return Bench(ConfigurationAnswer(made, line, own, own), CONTENTS, progress=progress)


def evidence(name: str, claim: str, stance: Stance = Stance.SUPPORTS) -> Evidence:
    return Evidence(name, Claim.LINK, claim, "t", 0, 5, stance, "anne")


FULL = assembled(
    ("c", Kind.CONTEXT), ("r", Kind.RESOURCE), ("m", Kind.REASONING), ("n", Kind.REASONING), ("o", Kind.OUTCOME),
    links=(Link("l", "k", "r", "m"), Link("d", "k", "c", "l", Effect.CONDITIONS)),
)  # fmt: skip


# -- out of passages -------------------------------------------------------------------------------------------------


def test_codings_of_one_code_by_two_coders_are_one_element_with_two_passages() -> None:
    found = making.drawn([coding("a", "M1"), coding("b", "M1")], CODES, "da")
    assert [(each.element.wording, each.codings) for each in found] == [("M1 på dansk", ("a", "b"))]


def test_the_kind_of_the_coding_comes_before_that_of_its_code() -> None:
    found = making.drawn([coding("a", "M1", kind=Kind.OUTCOME), coding("b", "R1")], CODES, "da")
    assert [each.kind for each in found] == [Kind.RESOURCE, Kind.OUTCOME]


@pytest.mark.parametrize(("polarity", "words"), [(Polarity.ABSENT, "fraværende"), (Polarity.WEAK, "svag")])
def test_what_is_said_to_be_absent_is_worded_so_and_meets_nothing_in_a_box(
    polarity: Polarity, words: str
) -> None:
    found = making.drawn([coding("a", "M1", polarity=polarity)], CODES, "da")[0].element
    assert found.wording == f"M1 på dansk ({words})"
    finder = bench(FULL).finder()
    assert finder is not None
    assert finder.settled(found) is None


def test_a_barrier_gives_a_negative_outcome() -> None:
    assert making.drawn([coding("a", "O1")], CODES, "da")[0].element.sign == "-"


def test_conditions_and_hypotheses_give_hypotheses_and_no_elements() -> None:
    codings = [coding("a", "SC1.1"), coding("b", "H1")]
    assert making.drawn(codings, CODES, "da") == ()
    assert making.hypotheses_of(codings, CODES) == ("H1",)


def test_a_passage_tied_to_another_case_gives_that_case() -> None:
    made, _ = making.begun(
        offer(coding("a", "M1", case_id="sag-2")), CODES, "da", number="K01", coder_id="anne"
    )
    assert made.case_id == "sag-2"


def test_a_passage_of_someone_without_a_case_is_about_the_general() -> None:
    assert making.usual_scope(offer(transcript=MANAGER)) is Scope.GENERAL
    assert (
        making.usual_scope(offer(coding("a", "M1", case_id="sag-2"), transcript=MANAGER)) is Scope.THIS_CASE
    )


def test_extending_puts_new_elements_last() -> None:
    deed = making.extended(FULL, offer(coding("a", "M1"), coding("b", "R1")), CODES, "da")
    places = [change.after for change in deed.changes if change.table == "places"]
    assert [each["position"] for each in places if each] == [5, 6]


# -- what is said ----------------------------------------------------------------------------------------------------


def test_elements_are_called_by_letter_and_number_within_their_kind() -> None:
    assert list(place_names(FULL).values()) == ["C1", "R1", "M1", "M2", "O1"]


def test_a_condition_is_called_by_the_link_it_is_on() -> None:
    assert [link_name(FULL, link) for link in FULL.links] == ["R1 → M1", "C1 on R1 → M1"]


def test_cases_are_counted_with_the_cases_coded_to_the_end_beside_them() -> None:
    made = replace(FULL, evidence=(evidence("a", "l"), evidence("b", "l", Stance.CONTRADICTS)))
    passages = (
        passage("a", stance=Stance.SUPPORTS),
        passage("b", 20, stance=Stance.CONTRADICTS, case_id="sag-3", case="Sag 03"),
    )
    progress = CaseProgress(frozenset({"sag-1", "sag-2"}), frozenset({"sag-3"}))
    said = tally_words(bench(made, *passages, progress=progress), "l")
    assert said == "supports 1 (1 of 2 cases) · contradicts 1 (0 of 2 cases, 1 case not yet coded to the end)"


def test_normative_talk_is_listed_and_not_counted() -> None:
    made = replace(FULL, evidence=(evidence("a", "l"),))
    said = tally_words(bench(made, passage("a", stance=Stance.SUPPORTS, scope=Scope.NORMATIVE)), "l")
    assert said == "supports 0 (1 listed, not counted)"


def test_overlapping_codings_of_two_coders_are_one_passage() -> None:
    made = replace(FULL, groundings=(Grounding("g", "m", "a"), Grounding("h", "m", "b")))
    assert passages_words(bench(made, passage("a"), passage("b", 2)), "m") == "1 passage, 2 codings"
    assert passages_words(bench(made, passage("a"), passage("b", 20)), "m") == "2 passages"


def test_a_box_is_a_question_until_wording_or_a_person_settles_it() -> None:
    shown = bench(FULL)
    assert box_words(shown, Element("m", "noget andet", "M1")) == "box? Tryg"
    assert box_words(shown, Element("m", "Tryg", "M1")) == "box Tryg"
    assert box_words(shown, Element("m", "noget andet", "M1", node_id="M")) == "box Tryg"
    assert box_words(shown, Element("m", "noget andet", "M1", new=True)) == "a box of its own"


def _sentences(made: Bench) -> list[str]:
    return [each.sentence for each in asks(made)]


def test_an_empty_configuration_is_asked_about_and_nothing_more() -> None:
    assert _sentences(bench(assembled())) == [
        "Partial: no context yet, no resource yet, no reasoning yet, no outcome yet.",
        "Why would it work? There is no because yet.",
        "It belongs to no hypothesis yet.",
    ]


def test_only_supporting_passages_raise_the_question_of_counter_evidence() -> None:
    made = replace(FULL, evidence=(evidence("a", "l"),))
    asked = "No counter-evidence yet; has it been looked for?"
    assert asked in _sentences(bench(made, passage("a", stance=Stance.SUPPORTS)))
    made = replace(FULL, evidence=(evidence("a", "l", Stance.CONTRADICTS),))
    assert asked not in _sentences(bench(made, passage("a", stance=Stance.CONTRADICTS)))


def test_a_reasoning_that_names_an_activity_is_asked_about() -> None:
    made = replace(FULL, elements={**FULL.elements, "m": Element("m", "samtaler hver uge", actor="borger")})
    assert "M1 names an activity; is it how a person responds?" in _sentences(bench(made))
    assert "Whose reasoning is M2?" in _sentences(bench(made))


def test_what_is_only_inferred_is_asked_about() -> None:
    made = replace(FULL, groundings=(Grounding("g", "m", "a"),))
    inferred = bench(made, passage("a", directness=Directness.INFERRED))
    assert "M1 is inferred from every passage behind it; does anyone say it?" in _sentences(inferred)
    assert "No passage behind M1." not in _sentences(inferred)


def test_every_prompt_is_about_a_line_that_is_there() -> None:
    made = replace(FULL, evidence=(evidence("a", "l"), evidence("b", "l")))
    for shown in (
        bench(made, passage("a"), passage("b", 20)),
        bench(assembled()),
        bench(assembled(("c", Kind.CONTEXT))),
    ):
        ids = {line.id for line in lines(shown, 80)}
        assert {each.row for each in asks(shown)} <= ids


# -- lines -----------------------------------------------------------------------------------------------------------


@given(st.text(max_size=300), st.text(max_size=60), st.integers(60, 130))
def test_no_line_is_wider_than_its_pane(words: str, title: str, width: int) -> None:
    made = replace(
        FULL,
        configuration=replace(FULL.configuration, because=words, title=title, memo=words),
        elements={
            **FULL.elements,
            "m": Element("m", words or "?", "M1", actor="borger", activation=Activation.WEAK),
        },
        groundings=(Grounding("g", "m", "a"),),
        evidence=(evidence("b", "l"), evidence("c", "d")),
    )
    shown = bench(
        made, passage("a", text=words), passage("b", text=words, memo=words), passage("c", text=words)
    )
    for line in lines(shown, width):
        text = "".join(piece for piece, _ in line.pieces)
        beside = cell_len(line.right) + 2 if line.right else 1
        if line.id != "title":
            assert 2 * line.depth + 2 * line.folds + cell_len(text) + beside <= width


def test_lines_have_names_of_their_own() -> None:
    made = replace(FULL, groundings=(Grounding("g", "m", "a"),), evidence=(evidence("b", "l"),))
    ids = [line.id for line in lines(bench(made, passage("a"), passage("b")), 80)]
    assert len(ids) == len(set(ids))


def test_what_a_line_is_about_is_in_its_name() -> None:
    assert about("ground:p-m:g") == ("ground", "g")
    assert about("because") == ("because", "")


def test_a_context_is_shown_under_the_link_it_conditions() -> None:
    shown = [(line.id, line.depth) for line in lines(bench(FULL), 80) if line.id in ("link:l", "link:d")]
    assert shown == [("link:l", 0), ("link:d", 1)]


# -- deeds -----------------------------------------------------------------------------------------------------------


def test_terms_come_in_turn_with_none_between_last_and_first() -> None:
    seen = [None]
    for _ in range(4):
        seen.append(deeds.in_turn(tuple(Activation), seen[-1], none=True))
    assert seen == [None, Activation.WEAK, Activation.MIDDLE, Activation.STRONG, None]


def test_moving_an_element_leaves_the_other_kinds_in_their_order() -> None:
    deed = deeds.moved(bench(FULL), "place:p-n", -1)
    moved = {change.id: change.after["position"] for change in deed.changes if change.after}
    assert moved == {"p-n": 2, "p-m": 3}


@pytest.mark.parametrize("row", ["title", "claim", "because", "ask:0", ""])
def test_a_deed_on_the_wrong_line_is_refused_in_a_sentence(row: str) -> None:
    shown = bench(FULL)
    for deed in (deeds.removal, deeds.turned, deeds.with_scope, deeds.other_kind, deeds.other_activation):
        with pytest.raises(Misuse):
            deed(shown, row)


@pytest.mark.parametrize("deed", [deeds.other_sign, deeds.other_horizon])
def test_only_an_outcome_has_a_sign_and_a_term(deed: object) -> None:
    with pytest.raises(Misuse, match="Only an outcome"):
        deed(bench(FULL), "place:p-m")  # type: ignore[operator] # one of the two deeds


def test_a_context_that_conditions_a_link_stays_a_context() -> None:
    with pytest.raises(Misuse, match="only a context does"):
        deeds.other_kind(bench(FULL), "place:p-c")


def test_a_context_is_offered_links_first_and_other_elements_are_not() -> None:
    loose = replace(FULL, links=FULL.links[:1])
    assert [each.id for each in choices.targets(bench(loose), "c")] == ["l", "r", "m", "n", "o"]
    assert [each.id for each in choices.targets(bench(loose), "m")] == ["c", "r", "n", "o"]


def test_the_boxes_of_the_elements_kind_come_before_the_others() -> None:
    found = [each.id for each in choices.boxes(bench(FULL), FULL.elements["m"])]
    assert found == ["new", "M", "K"]


def test_the_cursor_lands_on_what_a_deed_brought() -> None:
    _, deed = deeds.tied(bench(FULL), "m", "o")
    assert listing.landing(deed.changes) == f"link:{deed.changes[0].id}"
    assert listing.landing(deeds.removal(bench(FULL), "link:d").changes) == ""


# -- what others did meanwhile ---------------------------------------------------------------------------------------


def test_a_deed_is_made_from_the_configuration_as_it_stands_where_its_rows_are_as_seen() -> None:
    present = replace(FULL, configuration=replace(FULL.configuration, title="andet"))
    deed = as_seen(lambda shown: deeds.turned(shown, "link:l"), bench(FULL), bench(present))
    assert [(each.id, each.after and each.after["effect"]) for each in deed.changes] == [("l", "hinders")]


@pytest.mark.parametrize(
    "present",
    [
        replace(FULL, links=(replace(FULL.links[0], effect=Effect.HINDERS), FULL.links[1])),
        replace(FULL, links=()),
    ],
    ids=["changed", "removed"],
)
def test_a_deed_on_a_row_that_is_no_longer_as_seen_is_refused(present: Assembled) -> None:
    with pytest.raises(Stale, match="K01 has been changed meanwhile, so nothing was done"):
        as_seen(lambda shown: deeds.turned(shown, "link:l"), bench(FULL), bench(present))


def test_a_removal_does_not_take_along_what_nobody_saw() -> None:
    present = replace(FULL, links=(*FULL.links, Link("e", "k", "m", "o")))
    with pytest.raises(Stale):
        as_seen(lambda shown: deeds.removal(shown, "place:p-m"), bench(FULL), bench(present))
    shared = replace(bench(FULL), homes=frozenset({"m"}))
    with pytest.raises(Stale):
        as_seen(lambda shown: deeds.removal(shown, "place:p-m"), bench(FULL), shared)


def test_what_is_given_a_status_is_what_was_seen() -> None:
    present = replace(FULL, links=())

    def accepted(shown: Bench) -> Deed:
        return configuring.give_status(shown.assembled, Status.ACCEPTED, "eva")

    with pytest.raises(Stale):
        as_seen(accepted, bench(FULL), bench(present))
    assert as_seen(accepted, bench(FULL), bench(FULL)).changes


def test_words_are_compared_field_by_field() -> None:
    elsewhere = replace(FULL, configuration=replace(FULL.configuration, title="andet"))
    assert forms.BECAUSE.filled({"words": ""}, bench(elsewhere), {"words": "fordi"}).changes
    there = replace(FULL, configuration=replace(FULL.configuration, because="andres"))
    with pytest.raises(Stale):
        forms.BECAUSE.filled({"words": ""}, bench(there), {"words": "fordi"})


def test_a_changed_element_names_the_other_configurations_it_stands_in() -> None:
    other = replace(FULL, configuration=Configuration("k8", "K08", "anne"))
    shown = replace(bench(FULL), others=(other,))
    assert also_in(deeds.with_words(shown, "place:p-m", "nye ord").changes, shown) == "K08"
    assert also_in(deeds.rested(shown, "place:p-m", "x").changes, shown) == "K08"
    assert also_in(deeds.other_kind(shown, "place:p-m").changes, shown) == "", "the kind is this one's own"
    assert also_in(deeds.with_words(shown, "place:p-m", "nye ord").changes, bench(FULL)) == ""


def test_elements_to_share_come_last_those_of_the_kind_first_and_by_their_own_words_only() -> None:
    other = replace(
        assembled(("n1", Kind.REASONING), ("n2", Kind.OUTCOME)),
        configuration=Configuration("k8", "K08", "anne"),
    )
    found = choices.elsewhere(replace(bench(assembled()), others=(other,)), Kind.OUTCOME)
    assert [each.id for each in found] == ["share:n2", "share:n1"]
    assert [each.exact for each in found] == ["ord om n2", "ord om n1"]


def test_kinds_have_their_article() -> None:
    assert [a_kind(kind) for kind in Kind] == ["a context", "a resource", "a reasoning", "an outcome"]


def test_a_chain_goes_on_from_the_end_of_a_link_or_of_the_link_that_is_conditioned() -> None:
    assert [deeds.end_at(bench(FULL), row) for row in ("link:l", "link:d", "title")] == ["m", "m", ""]


def test_nothing_is_attached_to_a_link_that_is_gone() -> None:
    with pytest.raises(Misuse, match="no longer in K01"):
        making.attached(FULL, "gone", offer(), Stance.SUPPORTS, coder_id="anne")


def test_only_what_respondents_say_is_taken_along() -> None:
    spoken = replace(TRANSCRIPT, turns=(Turn(0, 10, "asks"), Turn(10, 90, "answers")))
    speakers = {
        "asks": Speaker("asks", "t", "I", interviewer=True),
        "answers": Speaker("answers", "t", "METTE"),
    }
    answer = replace(coding("b", "M1"), start=20, end=30)
    both = offer(coding("a", "M1"), answer, transcript=spoken)
    assert making.answered(both, speakers).codings == (answer,)
    with pytest.raises(Misuse, match="interviewer's words are not evidence"):
        making.answered(offer(coding("a", "M1"), transcript=spoken), speakers)


# -- keys ------------------------------------------------------------------------------------------------------------


SCREENS = [
    (Where.CONFIGURATIONS, ConfigurationsScreen),
    (Where.CHOOSER, ChooserScreen),
    (Where.CLAIMS, ClaimsScreen),
    (Where.STANCE, StanceScreen),
]


@pytest.mark.parametrize(("where", "screen"), SCREENS)
def test_every_command_has_words_and_does_something(where: Where, screen: type[Screen[object]]) -> None:
    for command in commands(where):
        assert callable(getattr(screen, f"action_{command.id}", None)), command.id
        assert command.words.en
        assert command.help.endswith(".")


def test_the_footer_holds_seven_keys_at_most() -> None:
    assert len(footer(Where.CONFIGURATIONS, Where.EVERYWHERE)) <= 7


def test_every_sort_of_line_offers_only_commands_there_are() -> None:
    known = {each.id for each in commands(Where.CONFIGURATIONS)}
    for wanted in (*listing.FITS.values(), *listing.BY_KIND.values()):
        assert set(wanted) <= known
