"""Made-up change theories for the tests of cuts, drawn by Hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from rcoder.analysis.counting import CaseProgress, tally
from rcoder.analysis.cutting import Ground, Interviewed
from rcoder.domain.cut import CaseGroup, Cut
from rcoder.domain.theory import (
    Arrow,
    ArrowState,
    Box,
    ChangeTheory,
    Membership,
    WholeEvidence,
    Witness,
)
from rcoder.domain.words import Bilingual, Column, Effect, Horizon, Stance

CASES = ("A", "B", "C", "D")
ROLES = ("borger", "mentor", "sagsbehandler", "virksomhed")
KEYS = ("H1", "H2", "H3")
PROGRESS = CaseProgress(frozenset("AB"), frozenset("C"), frozenset("D"))
GROUND = Ground(
    PROGRESS,
    (
        Interviewed("A", frozenset({"borger"}), finished=True),
        Interviewed("A", frozenset({"mentor", "fagperson"}), finished=True),
        Interviewed("B", frozenset({"borger"}), finished=True),
        Interviewed("C", frozenset({"borger"}), finished=True),
        Interviewed("C", frozenset({"sagsbehandler", "fagperson"}), finished=False),
        Interviewed(None, frozenset({"projektleder", "ledelse"}), finished=True),
    ),
    {"long": CaseGroup(Bilingual("lange", "long"), frozenset("AC"), frozenset("B"), frozenset("D"))},
    {"H1": "H1", "SC1": "H1", "H2": "H2"},
)
stances = st.sampled_from([Stance.SUPPORTS, Stance.CONTRADICTS, Stance.REFINES, Stance.NEW])
states = st.sampled_from([ArrowState.ACCEPTED, ArrowState.DRAFT, ArrowState.INITIAL])
keys = st.lists(st.sampled_from(KEYS), max_size=2, unique=True).map(tuple)


@st.composite
def witnesses(draw: st.DrawFn) -> tuple[Witness, ...]:
    found = []
    for place in range(draw(st.integers(0, 4))):
        case = draw(st.sampled_from([*CASES, None]))
        counts = draw(st.sampled_from(["case", "respondent", "listed"]))
        roles = tuple(draw(st.lists(st.sampled_from(ROLES), max_size=2, unique=True)))
        found.append(
            Witness(
                "t", "T", 10 * place, 10 * place + 5, "ord", case, case or "", draw(st.sampled_from(["s1", "s2"])),
                "S", roles, draw(stances), counts if case else "respondent", "", (), (),
            )
        )  # fmt: skip
    return tuple(found)


@st.composite
def arrows(draw: st.DrawFn, names: list[str], place: int) -> Arrow:
    source, target = draw(st.tuples(*[st.sampled_from(names)] * 2))
    found = draw(witnesses())
    counted = [tally(found, each, PROGRESS) for each in (Stance.SUPPORTS, Stance.CONTRADICTS, Stance.REFINES)]
    return Arrow(
        f"a{place}", source, target, draw(st.sampled_from(Effect)), draw(states), draw(keys),
        configurations=(f"K0{place}",), witnesses=found, supports=counted[0], contradicts=counted[1], refines=counted[2],
    )  # fmt: skip


@st.composite
def theories(draw: st.DrawFn) -> ChangeTheory:
    """Up to eight boxes in any columns, and arrows any way between them, circles and loose boxes included."""
    names = [f"b{place}" for place in range(draw(st.integers(1, 8)))]
    boxes = tuple(
        Box(
            name, name, draw(st.sampled_from(Column)), Bilingual(name, name), draw(keys), witnesses=draw(witnesses()),
            inner=(draw(arrows([name], 90 + place)),) if draw(st.booleans()) else (),
        )
        for place, name in enumerate(names)
    )  # fmt: skip
    drawn = tuple(draw(arrows(names, place)) for place in range(draw(st.integers(0, 10))))
    belong = draw(st.lists(st.tuples(*[st.sampled_from(names)] * 2), max_size=2))
    return ChangeTheory(
        "overall", Bilingual("T"), Bilingual(), boxes, drawn, PROGRESS.denominator,
        tuple(Membership(*each) for each in belong),
        tuple(WholeEvidence(key, key, draw(witnesses())) for key in ("H1", "K01", "SC1")),
    )  # fmt: skip


FIELDS = {
    "hypotheses": st.lists(st.sampled_from(KEYS), min_size=1, max_size=2, unique=True).map(tuple),
    "horizons": st.lists(st.sampled_from(Horizon), min_size=1, max_size=2, unique=True).map(tuple),
    "roles": st.lists(st.sampled_from([*ROLES, "fagperson"]), min_size=1, max_size=2, unique=True).map(tuple),
    "group": st.just("long"),
    "stances": st.lists(stances, min_size=1, max_size=2, unique=True).map(tuple),
    "least_passages": st.integers(1, 3),
    "least_cases": st.integers(1, 2),
    "states": st.lists(states, min_size=1, max_size=2, unique=True).map(tuple),
    "evidence": st.just(value=True),
}


@st.composite
def cuts(draw: st.DrawFn, among: tuple[str, ...] = tuple(FIELDS)) -> Cut:
    """A cut of some of these fields."""
    chosen = draw(st.lists(st.sampled_from(among), max_size=3, unique=True)) if among else []
    found = {name: draw(FIELDS[name]) for name in chosen}
    return Cut(outside="group" in found and draw(st.booleans()), **found)
