"""What an arrow rests on, and the sign of what is not said outright: the same in figure, terminal and text."""

from __future__ import annotations

from rcoder.domain.theory import Arrow
from rcoder.domain.words import Basis, Directness, Stance

BASIS_SIGNS: dict[Basis, str] = {Basis.INFERRED: "?", Basis.RECONSTRUCTED: "≈"}
"""Of what is inferred or reconstructed; what is stated needs none."""


def rests_on(arrow: Arrow) -> Basis | None:
    """Whether an arrow is stated, inferred or reconstructed.

    Where passages support it, they tell: it is inferred where none of them says it outright. Where none does, the link of
    the initial theory tells; None where there is neither.
    """
    counted = [each for each in arrow.witnesses if each.stance is Stance.SUPPORTS and each.counts != "listed"]
    if not counted:
        return arrow.basis
    inferred = all(each.directness is Directness.INFERRED for each in counted)
    return Basis.INFERRED if inferred else Basis.STATED


def basis_sign(arrow: Arrow) -> str:
    """The sign of an arrow that is inferred or reconstructed; "" for others."""
    found = rests_on(arrow)
    return BASIS_SIGNS.get(found, "") if found else ""


def gathered(arrow: Arrow) -> str:
    """How many links of configurations an arrow stands for, as "×3"; "" for one alone."""
    return f"×{len(arrow.links)}" if len(arrow.links) > 1 else ""
