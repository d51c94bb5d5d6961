"""Over random configurations: removing a passage changes one arrow, and every number can be counted again by hand."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rcoder.analysis.counting import CaseProgress
from rcoder.analysis.roll_up import Sources, derive
from rcoder.domain.configuration import Assembled, Element
from rcoder.domain.passage import Passage
from rcoder.domain.review import with_status
from rcoder.domain.theory import Arrow, ChangeTheory, Tally, Witness
from rcoder.domain.words import Column, Effect, Kind, Scope, Stance, Status

PROGRESS = CaseProgress(frozenset("AB"), frozenset("C"), frozenset("D"))
quick = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@st.composite
def studies(draw: st.DrawFn, making: ModuleType, *, apart: bool) -> Sources:
    """Up to four configurations with shared elements, loops and conditions; passages `apart` never overlap."""
    nodes = [making.node(name, position=place) for place, name in enumerate("PQR")]
    contents = making.codebook(nodes=nodes, links=[making.arrow("P", "Q"), making.arrow("Q", "R", "hinders")])
    pool = {
        f"el{number}": Element(
            f"el{number}", f"el{number}", node_id=draw(st.sampled_from(["P", "Q", "R", None]))
        )
        for number in range(6)
    }
    configurations: list[Assembled] = []
    passages: dict[str, Passage] = {}
    for number in range(draw(st.integers(1, 4))):
        name = f"K0{number}"
        own = draw(st.lists(st.sampled_from(sorted(pool)), min_size=2, max_size=4, unique=True))
        links: list[tuple[str, ...]] = []
        for place, (source, target) in enumerate(
            draw(st.lists(st.tuples(*[st.sampled_from(own)] * 2), max_size=4))
        ):
            effect = draw(st.sampled_from(Effect))
            earlier = [each[0] for each in links]
            if effect is Effect.CONDITIONS and earlier:
                links.append((f"{name}l{place}", source, draw(st.sampled_from(earlier)), effect))
            elif source != target and effect is not Effect.CONDITIONS:
                links.append((f"{name}l{place}", source, target, effect))
        found = []
        for claim in [name, *(each[0] for each in links)]:
            for _ in range(draw(st.integers(0, 2))):
                start = 20 * len(passages) if apart else draw(st.integers(0, 40))
                passage = making.passage(
                    f"e{len(passages)}", start, start + draw(st.integers(1, 20)),
                    case_id=draw(st.sampled_from(["A", "B", "C", "D", None])),
                    scope=draw(st.sampled_from(Scope)), stance=draw(st.sampled_from(Stance)),
                    speaker_id=draw(st.sampled_from(["s1", "s2", None])), interviewer=draw(st.integers(0, 5)) == 0,
                    transcript_id=draw(st.sampled_from(["t1", "t2"])), coder_id=draw(st.sampled_from(["anne", "bo"])),
                )  # fmt: skip
                passages[passage.id] = passage
                found.append(
                    making.evidence(passage.id, claim, passage.start, passage.end, stance=passage.stance)
                )
        places = [(each, draw(st.sampled_from(Kind))) for each in own]
        into = draw(st.sampled_from([None, None, "K00", "K01"]))
        configurations.append(
            making.assembled(name, places, links, found, elements=pool, consolidated_in=into)
        )
    return Sources("Studie", contents, tuple(configurations), passages, {}, (), PROGRESS)


def every_arrow(theory: ChangeTheory) -> dict[tuple[str, str], Arrow]:
    """The arrows between boxes and inside them."""
    inner = {(box.id, each.id): each for box in theory.boxes for each in box.inner}
    return {("", each.id): each for each in theory.arrows} | inner


def without(sources: Sources, evidence_id: str) -> Sources:
    return replace(
        sources,
        configurations=tuple(
            replace(one, evidence=tuple(each for each in one.evidence if each.id != evidence_id))
            for one in sources.configurations
        ),
    )


def differences(one: ChangeTheory, other: ChangeTheory) -> Iterator[tuple[str, str]]:
    before, after = every_arrow(one), every_arrow(other)
    assert set(before) == set(after)
    yield from (each for each in before if before[each] != after[each])


@quick
@given(st.data())
def test_removing_a_passage_changes_exactly_one_arrow(making: ModuleType, data: st.DataObject) -> None:
    sources = data.draw(studies(making, apart=True))
    theory = derive(sources)
    drawn = {
        (each.transcript_id, each.start) for arrow in every_arrow(theory).values() for each in arrow.witnesses
    }
    for configuration in sources.configurations:
        for each in configuration.evidence:
            found = list(differences(theory, derive(without(sources, each.id))))
            passage = sources.evidence[each.id]
            on_arrow = (
                each.claim_id != configuration.configuration.id
                and (passage.transcript_id, passage.start) in drawn
            )
            assert len(found) == (1 if on_arrow else 0)


@quick
@given(st.data())
def test_removing_one_of_overlapping_passages_changes_no_other_arrow(
    making: ModuleType, data: st.DataObject
) -> None:
    sources = data.draw(studies(making, apart=False))
    theory = derive(sources)
    for configuration in sources.configurations:
        for each in configuration.evidence:
            assert len(list(differences(theory, derive(without(sources, each.id))))) <= 1


@quick
@given(st.data())
def test_removing_a_passage_of_an_accepted_configuration_changes_the_numbers_of_one_arrow(
    making: ModuleType, data: st.DataObject
) -> None:
    """The acceptance lapses (decision 12), so that its other arrows are dashed too; their numbers stay."""
    drafts = data.draw(studies(making, apart=True))
    accepted = tuple(with_status(each, Status.ACCEPTED, "eva") for each in drafts.configurations)
    sources = replace(drafts, configurations=accepted)
    before = every_arrow(derive(sources))
    for configuration in accepted:
        for each in configuration.evidence:
            after = every_arrow(derive(without(sources, each.id)))
            changed = [key for key in before if before[key].witnesses != after[key].witnesses]
            assert len(changed) <= 1
            for key in set(before) - set(changed):
                assert replace(after[key], state=before[key].state) == before[key]


def by_hand(found: tuple[Witness, ...], stance: Stance) -> Tally:
    """The numbers as a reader counts them from the passages an arrow opens."""
    passages = cases = further = without_interview = listed = 0
    seen: set[Any] = set()
    respondents = []
    for each in found:
        if each.stance is not stance:
            continue
        listed += each.counts == "listed"
        passages += each.counts != "listed"
        if each.counts == "respondent" and (each.speaker_id or each.transcript) not in respondents:
            respondents.append(each.speaker_id or each.transcript)
        if each.counts == "case" and each.case not in seen:
            seen.add(each.case)
            cases += each.case in "AB"
            further += each.case == "C"
            without_interview += each.case == "D"
    return Tally(passages, cases, further, len(respondents), listed, without_interview)


@quick
@given(st.data())
def test_every_number_can_be_counted_from_the_passages_the_arrow_opens(
    making: ModuleType, data: st.DataObject
) -> None:
    for arrow in every_arrow(derive(data.draw(studies(making, apart=False)))).values():
        assert arrow.supports == by_hand(arrow.witnesses, Stance.SUPPORTS)
        assert arrow.contradicts == by_hand(arrow.witnesses, Stance.CONTRADICTS)
        assert arrow.refines == by_hand(arrow.witnesses, Stance.REFINES)


@quick
@given(st.data(), st.randoms(use_true_random=False))
def test_the_same_study_gives_the_same_theory_in_whatever_order_it_is_read(
    making: ModuleType, data: st.DataObject, rng: random.Random
) -> None:
    sources = data.draw(studies(making, apart=False))
    theory = derive(sources)
    assert derive(sources) == theory
    shuffled = list(sources.configurations)
    rng.shuffle(shuffled)
    assert derive(replace(sources, configurations=tuple(shuffled))) == theory


@quick
@given(st.data())
def test_arrows_and_boxes_have_ids_of_their_own_and_ends_that_are_there(
    making: ModuleType, data: st.DataObject
) -> None:
    theory = derive(data.draw(studies(making, apart=False)))
    ids = [box.id for box in theory.boxes]
    assert len(set(ids)) == len(ids)
    assert len({arrow.id for arrow in theory.arrows}) == len(theory.arrows)
    assert all({arrow.source, arrow.target} <= set(ids) for arrow in theory.arrows)
    assert all(arrow.source != arrow.target for arrow in theory.arrows)
    assert all(box.column in Column for box in theory.boxes)
