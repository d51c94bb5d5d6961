"""Codes, passages and configurations at hand, made without a project."""

from __future__ import annotations

from dataclasses import replace

from rcoder.domain.answers import ConfigurationAnswer, ConfigurationLine
from rcoder.domain.codebook import Code, Codebook, CodebookContents, Node, Theory
from rcoder.domain.coding import Coding
from rcoder.domain.configuration import Assembled, Configuration, Element, Evidence, Link, Place
from rcoder.domain.passage import Passage
from rcoder.domain.transcript import Span, Transcript
from rcoder.domain.words import (
    Bilingual,
    Category,
    Claim,
    Column,
    Effect,
    Kind,
    Stance,
)
from rcoder.project.bench import Bench, CaseProgress
from rcoder.ui.offer import Offer

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
    coders = {"anne": "Anne", "bo": "Bo"}
    return Bench(
        ConfigurationAnswer(made, line, own, own), CONTENTS, coders=coders, progress=progress, coder_id="anne"
    )


def evidence(name: str, claim: str, stance: Stance = Stance.SUPPORTS) -> Evidence:
    return Evidence(name, Claim.LINK, claim, "t", 0, 5, stance, "anne")


FULL = assembled(
    ("c", Kind.CONTEXT), ("r", Kind.RESOURCE), ("m", Kind.REASONING), ("n", Kind.REASONING), ("o", Kind.OUTCOME),
    links=(Link("l", "k", "r", "m"), Link("d", "k", "c", "l", Effect.CONDITIONS)),
)  # fmt: skip
