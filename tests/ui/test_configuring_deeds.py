"""What the keys of a configuration do, in order and where others were at work meanwhile."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.screen import Screen

from benches import (
    FULL,
    TRANSCRIPT,
    assembled,
    bench,
    coding,
    offer,
)
from rcoder.domain.actions.reviewing import give_status
from rcoder.domain.configuration import Assembled, Configuration, Link
from rcoder.domain.errors import Misuse, Stale
from rcoder.domain.journal import Deed
from rcoder.domain.transcript import Speaker, Turn
from rcoder.domain.words import (
    Activation,
    Effect,
    Kind,
    Stance,
    Status,
)
from rcoder.project.bench import Bench
from rcoder.ui.commands import Where, commands, footer
from rcoder.ui.configuring import choices, deeds, forms, listing, making
from rcoder.ui.configuring.bench import a_kind
from rcoder.ui.configuring.seen import also_in, as_seen
from rcoder.ui.screens.choosing import ChooserScreen, StanceScreen
from rcoder.ui.screens.configurations import ConfigurationsScreen
from rcoder.ui.screens.offering import ClaimsScreen

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
        return give_status(shown.assembled, Status.ACCEPTED, "eva")

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
