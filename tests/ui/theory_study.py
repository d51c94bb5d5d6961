"""The narrative with K01 and passages for and against its link: a theory of four boxes with one arrow in draft."""

from __future__ import annotations

from narrative import CALM, DOUBT
from rcoder.domain.actions.coding import attach
from rcoder.domain.configuration import Evidence
from rcoder.domain.words import Claim, Stance
from rcoder.project import open_project


def argue(configured: str) -> str:
    """Gives the link of K01 a passage that supports and one that contradicts."""
    with open_project(configured, coder="Tester") as project:
        place = project.transcript("Mette")
        text = project.text(place)
        for name, words, stance in (("e1", CALM, Stance.SUPPORTS), ("e2", DOUBT, Stance.CONTRADICTS)):
            start = text.index(words)
            own = Evidence(
                name, Claim.LINK, "l1", place.id, start, start + len(words), stance, project.coder_id
            )
            project.do(attach(own, "K01", place))
    return configured
