"""The difference between two versions of a theory: every thing in one class, mirrored, and just what was edited."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from types import ModuleType
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desks import Desk
from rcoder.analysis.difference_matching import arrows_of
from rcoder.analysis.differences import Stand, compare
from rcoder.analysis.roll_up import Sources
from rcoder.domain.configuration import Assembled, Configuration, Element
from rcoder.domain.review import with_status
from rcoder.domain.rival import Standin
from rcoder.domain.theory_difference import About, Compared, Difference, Sort, What
from rcoder.domain.words import Bilingual, Stance, Status, Subject

quick = settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)
EDITS = ("keep", "passage", "stance", "effect", "drop")


def stand(sources: Sources, name: str = "v", **more: Any) -> Stand:
    return Stand(Bilingual(name, name), sources, **more)


def one(difference: Difference, about: About, name: str) -> Compared:
    return next(each for each in difference.compared if each.id == f"{about.value}:{name}")


def whats(compared: Compared) -> set[What]:
    return {each.what for each in compared.turns}


def comparable(compared: Compared) -> str:
    """All of it but its id, which is the later version's."""
    return repr((compared.about, compared.sort, compared.before, compared.after, compared.turns))


# -- properties --------------------------------------------------------------------------------------------------------


def row_of(making: ModuleType, edits: list[str], extra: int, *, edited: bool) -> tuple[Assembled, ...]:
    """One configuration whose links each go between two elements of their own; edited, each link as its edit says."""
    places: list[tuple[str, str]] = []
    links: list[tuple[str, ...]] = []
    found = []
    for number, edit in enumerate(edits):
        ends = f"a{number}", f"b{number}"
        places += [(ends[0], "reasoning"), (ends[1], "outcome")]
        if edited and edit == "drop":
            continue
        links.append((f"l{number}", *ends, "hinders" if edited and edit == "effect" else "promotes"))
        stance = Stance.CONTRADICTS if edited and edit == "stance" else Stance.SUPPORTS
        found.append(making.evidence(f"e{number}", f"l{number}", number * 9, number * 9 + 5, stance=stance))
        if edited and edit == "passage":
            found.append(making.evidence(f"f{number}", f"l{number}", number * 9 + 6, number * 9 + 8))
    links += [(f"x{number}", f"a{number}", f"b{number + 1}") for number in range(extra if edited else 0)]
    return (making.assembled("K01", places, links, found),)


@quick
@given(edits=st.lists(st.sampled_from(EDITS), min_size=2, max_size=7), extra=st.integers(0, 1))
def test_editing_links_gives_just_those_classes(
    desk: Desk, making: ModuleType, edits: list[str], extra: int
) -> None:
    before = desk.sources(*row_of(making, edits, extra, edited=False))
    after = desk.sources(*row_of(making, edits, extra, edited=True))
    found = compare(stand(before), stand(after))
    initial = 3
    wanted = Counter({"keep": Sort.KEPT, "drop": Sort.DROPPED}.get(each, Sort.CHANGED) for each in edits)
    wanted += Counter({Sort.NEW: extra, Sort.KEPT: initial})
    assert Counter(each.sort for each in found.of(About.ARROW)) == +wanted


@st.composite
def versions(draw: st.DrawFn, making: ModuleType) -> tuple[tuple[Assembled, ...], tuple[Assembled, ...]]:
    """Two versions of up to four configurations over shared elements, many of whose parts they have in common."""
    pool = {
        name: Element(name, name, node_id=draw(st.sampled_from(["K", "M", None, None])))
        for name in ("u", "v", "w", "m", "s")
    }
    other = {
        key: replace(
            each,
            node_id=draw(st.sampled_from([each.node_id, "M", None])),
            wording=draw(st.sampled_from([key, f"{key}!"])),
        )
        for key, each in pool.items()
    }
    sides: list[list[Assembled]] = [[], []]
    for number in range(draw(st.integers(1, 4))):
        name = f"K0{number}"
        for side, elements in zip(sides, (pool, other), strict=True):
            if not draw(st.booleans()) and side:
                continue
            own = draw(st.lists(st.sampled_from(sorted(pool)), min_size=2, max_size=4, unique=True))
            links = [
                (f"{name}{one}{two}", one, two, draw(st.sampled_from(["promotes", "hinders"])))
                for one, two in draw(
                    st.lists(st.tuples(*[st.sampled_from(own)] * 2), max_size=3, unique=True)
                )
                if one != two
            ]
            found = [
                making.evidence(
                    f"{link[0]}e{each}", link[0], each * 9, each * 9 + 5, stance=draw(st.sampled_from(Stance))
                )
                for link in links
                for each in range(draw(st.integers(0, 2)))
            ]
            assembled = making.assembled(
                name, [(each, "outcome") for each in own], links, found, elements=elements
            )
            side.append(with_status(assembled, draw(st.sampled_from(Status)), "anne"))
    return tuple(sides[0]), tuple(sides[1])


@quick
@given(drawn=st.data())
def test_a_version_does_not_differ_from_itself(desk: Desk, making: ModuleType, drawn: st.DataObject) -> None:
    own = stand(desk.sources(*drawn.draw(versions(making))[0]))
    again = stand(desk.sources(*own.sources.configurations))
    for other in (own, again):
        found = compare(own, other)
        assert found.differing == ()
        assert len(found.of(About.ARROW)) == len(arrows_of(found.after))


@quick
@given(drawn=st.data())
def test_the_difference_the_other_way_is_its_mirror(
    desk: Desk, making: ModuleType, drawn: st.DataObject
) -> None:
    old, new = (stand(desk.sources(*each)) for each in drawn.draw(versions(making)))
    forth, back = compare(old, new), compare(new, old)
    assert Counter(map(comparable, forth.compared)) == Counter(map(comparable, back.mirrored))


@quick
@given(drawn=st.data())
def test_every_arrow_of_both_is_in_exactly_one_class(
    desk: Desk, making: ModuleType, drawn: st.DataObject
) -> None:
    found = compare(*(stand(desk.sources(*each)) for each in drawn.draw(versions(making))))
    for theory, name in ((found.before, "before"), (found.after, "after")):
        sorts: dict[str, set[Sort]] = {}
        for each in found.of(About.ARROW):
            side = getattr(each, name)
            if side is not None:
                sorts.setdefault(side.arrow.id, set()).add(each.sort)
        assert sorts.keys() == arrows_of(theory).keys()
        assert all(len(each) == 1 for each in sorts.values()), sorts


# -- one by one --------------------------------------------------------------------------------------------------------


def chain(making: ModuleType, coded: dict[str, Element], *evidence: Any, **fields: Any) -> Assembled:
    return making.assembled(
        "K01", [("m", "reasoning"), ("s", "outcome")], [("l", "m", "s")], evidence, elements=coded, **fields
    )  # type: ignore[no-any-return]  # the module is loaded by path


def test_an_arrow_that_gets_its_first_configuration_says_state_and_passages(
    desk: Desk, making: ModuleType, coded: dict[str, Element]
) -> None:
    after = desk.sources(chain(making, coded, making.evidence("e", "l")))
    found = one(compare(stand(desk.sources()), stand(after)), About.ARROW, "M-S-promotes")
    assert found.sort is Sort.CHANGED
    assert whats(found) == {What.STATE, What.CONFIGURATIONS, What.SUPPORTS}
    assert found.gained == {"e"}
    assert found.lost == frozenset()
    assert found.subjects == {(Subject.CONFIGURATION, "K01")}
    assert found.asks_why


def test_accepting_changes_the_state_of_the_arrow_and_of_the_configuration(
    desk: Desk, making: ModuleType, coded: dict[str, Element]
) -> None:
    draft = chain(making, coded)
    found = compare(
        stand(desk.sources(draft)), stand(desk.sources(with_status(draft, Status.ACCEPTED, "anne")))
    )
    assert whats(one(found, About.ARROW, "M-S-promotes")) == {What.STATE}
    assert whats(one(found, About.CONFIGURATION, "K01")) == {What.STATE}
    assert found.of(About.ELEMENT, Sort.CHANGED) == ()


def test_a_case_coded_to_the_end_changes_no_arrow(
    desk: Desk, making: ModuleType, coded: dict[str, Element]
) -> None:
    before = desk.sources(chain(making, coded, making.evidence("e", "l")))
    after = replace(before, progress=replace(before.progress, coded=frozenset("ABC")))
    found = compare(stand(before), stand(after))
    assert found.differing == ()
    assert (found.before.denominator.coded, found.after.denominator.coded) == (2, 3)


def test_an_arrow_that_was_drawn_in_boxes_of_its_own_and_is_confirmed_is_no_drop(
    desk: Desk, making: ModuleType
) -> None:
    places, links = [("p", "reasoning"), ("q", "outcome")], [("l", "p", "q")]
    boxed = {name: Element(name, name, node_id=node) for name, node in (("p", "M"), ("q", "K"))}
    before = desk.sources(making.assembled("K01", places, links))
    after = desk.sources(making.assembled("K01", places, links, elements=boxed))
    found = compare(stand(before), stand(after))
    assert Counter(each.sort for each in found.of(About.ARROW)) == {Sort.KEPT: 3, Sort.CHANGED: 1}
    (moved,) = found.of(About.ARROW, Sort.CHANGED)
    assert What.ENDS in whats(moved)


def test_a_link_that_joins_an_arrow_with_others_is_followed_there(
    desk: Desk, making: ModuleType, coded: dict[str, Element]
) -> None:
    own = chain(making, coded)
    apart = making.assembled("K02", [("p", "reasoning"), ("s", "outcome")], [("x", "p", "s")], elements=coded)
    confirmed = making.assembled(
        "K02", [("p", "reasoning"), ("s", "outcome")], [("x", "p", "s")],
        elements={**coded, "p": Element("p", "p", node_id="M")},
    )  # fmt: skip
    found = compare(stand(desk.sources(own, apart)), stand(desk.sources(own, confirmed)))
    assert found.of(About.ARROW, Sort.DROPPED) == ()
    joined = [each for each in found.of(About.ARROW, Sort.CHANGED) if What.JOINED in whats(each)]
    assert {each.before.name.en for each in joined if each.before} == {
        "p → promotes → S S box",
        "M M box → promotes → S S box",
    }


def test_an_element_under_a_merged_code_is_kept_and_the_code_is_merged_not_dropped(
    desk: Desk, making: ModuleType, coded: dict[str, Element]
) -> None:
    codes = desk.contents.codes
    gone = making.code("old")
    before = replace(desk.sources(), contents=replace(desk.contents, codes=(*codes, gone)))
    after_codes = (*codes, replace(gone, retired=True, note="merged into m"))
    after = replace(desk.sources(), contents=replace(desk.contents, codes=after_codes))
    places = [("m", "reasoning")]
    before = replace(
        before, configurations=(making.assembled("K01", places, elements={"m": Element("m", "w", "old")}),)
    )
    after = replace(
        after, configurations=(making.assembled("K01", places, elements={"m": Element("m", "w", "m")}),)
    )
    found = compare(stand(before), stand(after))
    assert one(found, About.ELEMENT, "m").sort is Sort.KEPT
    code = one(found, About.CODE, "old")
    assert (code.sort, whats(code)) == (Sort.CHANGED, {What.MERGED})


def test_a_retired_code_is_dropped_and_one_retired_in_both_is_not_compared(
    desk: Desk, making: ModuleType
) -> None:
    def with_code(*, retired: bool) -> Sources:
        extra = making.code("x", retired=retired)
        return replace(desk.sources(), contents=replace(desk.contents, codes=(*desk.contents.codes, extra)))

    found = compare(stand(with_code(retired=False)), stand(with_code(retired=True)))
    assert one(found, About.CODE, "x").sort is Sort.DROPPED
    twice = compare(stand(with_code(retired=True)), stand(with_code(retired=True)))
    assert not [each for each in twice.compared if each.id == "code:x"]


def test_a_renamed_and_redefined_code_says_what_it_was(desk: Desk) -> None:
    codes = tuple(
        replace(each, key="m2", label=Bilingual("nyt", "new"), definition=Bilingual("d", "d"))
        if each.id == "m"
        else each
        for each in desk.contents.codes
    )
    after = replace(desk.sources(), contents=replace(desk.contents, codes=codes))
    found = one(compare(stand(desk.sources()), stand(after)), About.CODE, "m")
    assert whats(found) == {What.KEY, What.LABEL, What.DEFINITION}
    assert (found.turns[0].before.da, found.turns[0].after.da) == ("m", "m2")


def test_a_consolidated_arrow_is_the_same_as_those_of_its_members(desk: Desk, making: ModuleType) -> None:
    members = [
        making.assembled(f"K0{n}", [(f"p{n}", "reasoning"), (f"q{n}", "outcome")], [(f"l{n}", f"p{n}", f"q{n}")],
                         [making.evidence(f"e{n}", f"l{n}", n * 9, n * 9 + 5)])
        for n in (1, 2)
    ]  # fmt: skip
    whole = making.assembled("K09", [("P", "reasoning"), ("Q", "outcome")], [("L", "P", "Q")])
    into = [
        replace(each, configuration=replace(each.configuration, consolidated_in="K09")) for each in members
    ]
    standins = tuple(Standin(f"{name}{n}", name.upper(), f"{name}{n}") for n in (1, 2) for name in ("p", "q"))
    after = replace(desk.sources(*into, whole), standins=standins)
    found = compare(stand(desk.sources(*members)), stand(after, standins=standins))
    assert found.of(About.ARROW, Sort.DROPPED, Sort.NEW) == ()
    assert len(found.of(About.ARROW, Sort.CHANGED)) == 2
    assert found.of(About.BOX, Sort.DROPPED) == ()
    changed = one(found, About.CONFIGURATION, "K01")
    assert next(each.after.en for each in changed.turns if each.what is What.CONSOLIDATED) == "K09"


def test_the_mini_theory_of_a_hypothesis_compares_what_belongs_to_it(
    desk: Desk, making: ModuleType, coded: dict[str, Element]
) -> None:
    own = chain(making, coded, hypotheses=("H1",))
    other = making.assembled("K02", [("z", "outcome")], hypotheses=("H2",))
    found = compare(stand(desk.sources()), stand(desk.sources(own, other)), "H1")
    assert [each.after.name.da for each in found.of(About.CONFIGURATION) if each.after] == ["K01"]
    assert {each.side.name.da for each in found.of(About.ELEMENT)} == {"m", "s"}


def test_a_passage_that_counts_otherwise_changes_its_arrow(
    desk: Desk, making: ModuleType, coded: dict[str, Element]
) -> None:
    before = desk.sources(chain(making, coded, making.evidence("e", "l")))
    passages = {key: replace(each, interviewer=True) for key, each in before.evidence.items()}
    found = one(
        compare(stand(before), stand(replace(before, evidence=passages))), About.ARROW, "M-S-promotes"
    )
    assert What.COUNTED in whats(found)


def test_configurations_keep_their_class_where_nothing_of_theirs_changed(
    desk: Desk, making: ModuleType
) -> None:
    own = Configuration("K01", "K01", "anne")
    kept = making.assembled("K01", [("a", "context")])
    assert kept.configuration == own
    changed = making.assembled("K02", [("b", "context")])
    other = replace(changed, configuration=replace(changed.configuration, title="Nyt navn"))
    found = compare(stand(desk.sources(kept, changed)), stand(desk.sources(kept, other)))
    assert found.count(About.CONFIGURATION) == {Sort.KEPT: 1, Sort.CHANGED: 1, Sort.NEW: 0, Sort.DROPPED: 0}
