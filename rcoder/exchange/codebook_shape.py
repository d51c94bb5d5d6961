"""The shape of a codebook file: its blocks and their keys, and the blocks of one file before they are put together."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rcoder.exchange.codebook_attributes import ATTRIBUTE
from rcoder.exchange.yaml_section import Section, Shape

FORMAT = 1
"""The format this rcoder reads and writes, as in "rcoder: codebook 1"."""

CODEBOOK_WORD = re.compile(r"[A-Za-z0-9_-]+")

ACTORS = {
    "borger": "citizen",
    "fagperson": "professional",
    "virksomhed": "company",
    "ledelse": "management",
    "system": "system",
    "alle": "all",
}
"""Who can be an actor, with the English word, which a mistaken one may be meant as."""

CODEBOOK = Shape(
    "a codebook",
    ("id", "version", "title", "codes"),
    ("rcoder", "description", "source", "licence", "hypotheses", "conditions", "theories", "attributes"),
)
_GUIDANCE = (
    "definition",
    "use",
    "avoid",
    "example",
    "aliases",
    "cues",
    "section",
    "basis",
    "note",
    "retired",
)
HYPOTHESIS = Shape("a hypothesis", ("id", "label"), ("title", *_GUIDANCE))
CONDITION = Shape("a support condition", ("id", "hypothesis", "label"), ("kind", "actors", *_GUIDANCE))
CODE = Shape("a code", ("id", "kind", "label"), ("parent", "sign", "actors", "horizon", "node", *_GUIDANCE))
THEORY = Shape("a theory", ("id", "title", "nodes"), ("hypothesis", "note", "basis", "links"))
NODE = Shape("a node", ("id", "column", "label"), ("hypotheses", "codes", "rolls_up_to"))
LINK = Shape("a link", ("from", "to", "effect"), ("hypotheses", "basis", "section", "note"))

OVERALL = "overall"
"""The id of the theory that the mini theories roll up to."""

NO_NODE = "none"
"""What a code has as its node when no node of the overall theory stands for it."""


@dataclass(frozen=True, slots=True)
class TheoryDraft:
    """The blocks of one theory."""

    top: Section
    key: str
    nodes: tuple[Section, ...]
    links: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """The blocks of one codebook file."""

    top: Section
    hypotheses: tuple[Section, ...]
    conditions: tuple[Section, ...]
    codes: tuple[Section, ...]
    theories: tuple[TheoryDraft, ...]
    attributes: tuple[Section, ...]


def draft_of(top: Section) -> Draft:
    """The blocks of a codebook."""
    return Draft(
        top=top,
        hypotheses=top.sections("hypotheses", HYPOTHESIS),
        conditions=top.sections("conditions", CONDITION),
        codes=top.sections("codes", CODE),
        theories=tuple(_theory_of(section) for section in top.sections("theories", THEORY)),
        attributes=top.sections("attributes", ATTRIBUTE),
    )


def _theory_of(section: Section) -> TheoryDraft:
    nodes, links = section.sections("nodes", NODE), section.sections("links", LINK)
    return TheoryDraft(section, section.text("id"), nodes, links)


def overall_of(draft: Draft) -> TheoryDraft | None:
    """The theory that the mini theories roll up to, if there is one."""
    return next((each for each in draft.theories if each.key == OVERALL), None)
