"""Theories derived from configurations, as the tests of the roll-up read them."""

from __future__ import annotations

from collections.abc import Iterable
from types import ModuleType
from typing import Any

from rcoder.analysis.counting import CaseProgress
from rcoder.analysis.roll_up import Sources, derive
from rcoder.domain.codebook import CodebookContents
from rcoder.domain.configuration import Assembled
from rcoder.domain.passage import Passage
from rcoder.domain.theory import Arrow, Box, ChangeTheory


class Desk:
    """Derives theories from configurations whose evidence stands in the one text."""

    def __init__(self, making: ModuleType, contents: CodebookContents) -> None:
        self.making, self.contents = making, contents

    def sources(
        self,
        *configurations: Assembled,
        codings: Iterable[Passage] = (),
        on_codes: Iterable[tuple[str, Passage]] = (),
    ) -> Sources:
        return Sources(
            "Studie",
            self.contents,
            configurations,
            {each.id: self.making.passage_of(each) for one in configurations for each in one.evidence},
            {each.id: each for each in codings},
            tuple(on_codes),
            CaseProgress(coded=frozenset("AB")),
        )

    def derive(self, *configurations: Assembled, key: str = "overall", **more: Any) -> ChangeTheory:
        return derive(self.sources(*configurations, **more), key)


def arrows(theory: ChangeTheory) -> dict[str, Arrow]:
    return {each.id: each for each in theory.arrows}


def boxes(theory: ChangeTheory) -> dict[str, Box]:
    return {each.id: each for each in theory.boxes}


PLACES = [("m", "reasoning"), ("s", "outcome"), ("c", "context")]
