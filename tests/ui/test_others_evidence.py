"""What another coder joined to a configuration is read by all and changed by that coder alone; it is said whose it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from benches import FULL, TRANSCRIPT, bench, evidence, passage
from rcoder.domain.belongings import Belongings
from rcoder.domain.errors import Misuse
from rcoder.domain.exhibit import Bearing, Exhibit
from rcoder.domain.journal import Deed
from rcoder.domain.rival import Rival
from rcoder.domain.words import Claim, Material, Stance
from rcoder.project.bench import Bench
from rcoder.ui.configuring import deeds
from rcoder.ui.configuring.rival_rows import rivals
from rcoder.ui.evidencing.bench_deeds import part_at

ROW = "evidence:e"
WAYS: tuple[Callable[[Bench, str], Deed], ...] = (
    deeds.turned,
    deeds.with_scope,
    lambda shown, row: deeds.with_memo(shown, row, "notat"),
    deeds.removal,
)


def attached(coder: str) -> Bench:
    """The configuration with a passage of that coder's on a link."""
    made = replace(FULL, evidence=(replace(evidence("e", "l"), coder_id=coder),))
    return replace(bench(made, passage("e")), transcripts={"t": TRANSCRIPT})


def material(coder: str, claim: Claim = Claim.LINK, claim_id: str = "l") -> Bench:
    """The configuration with a rival, and a piece of material that a coder joined to a part of it."""
    bearing = Bearing("b", "x", claim, claim_id, Stance.SUPPORTS, coder)
    on_rival = claim is Claim.RIVAL
    shown = bench(FULL if on_rival else replace(FULL, bearings=(bearing,)))
    own = Belongings(
        rivals=(Rival("v", "k", "anne", "lønnen"),), material_on_rivals=(bearing,) if on_rival else ()
    )
    return replace(
        shown, belongings=own, exhibits={"x": Exhibit("x", "anne", Material.DOCUMENT, "Årsrapport", "ord")}
    )


@pytest.mark.parametrize("way", WAYS)
def test_a_passage_of_another_coder_is_left_as_it_is(way: Callable[[Bench, str], Deed]) -> None:
    assert way(attached("anne"), ROW).changes
    with pytest.raises(Misuse, match="That passage is Bo's"):
        way(attached("bo"), ROW)


@pytest.mark.parametrize("way", [deeds.turned, deeds.removal])
def test_material_that_another_coder_joined_is_left_as_it_is(way: Callable[[Bench, str], Deed]) -> None:
    assert way(material("anne"), "bearing:b").changes
    with pytest.raises(Misuse, match="That material is Bo's"):
        way(material("bo"), "bearing:b")


def test_material_stands_under_its_rival_and_further_is_joined_to_it() -> None:
    shown = material("anne", Claim.RIVAL, "v")
    rows = {line.id: "".join(words for words, _ in line.pieces) for line in rivals(shown, 100)}
    assert "Årsrapport" in rows["bearing:b"]
    assert [part_at(shown, row) for row in ("rival:v", "bearing:b")] == ["v", "v"]
    assert "the rival “lønnen” of K01" in deeds.removal(shown, "bearing:b").sentence
