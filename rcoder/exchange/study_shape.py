"""The shape of a study file: its blocks and their keys, and the blocks of one file before they are put together."""

from __future__ import annotations

from dataclasses import dataclass

from rcoder.domain.words import Relation, Status
from rcoder.exchange.study_tested import BLOCKS, EVIDENCE, PASSAGE, TestedDraft, tested_draft
from rcoder.exchange.yaml_section import Section, Shape

FORMAT = 1
"""The format this rcoder reads, as in "rcoder: study 1"."""

STATUSES = (
    Status.DRAFT,
    Status.SUBMITTED,
    Status.RETURNED,
    Status.ACCEPTED,
    Status.SETTLED,
    Status.REJECTED,
)
"""Where a configuration of a study file may be in review."""

STUDY = Shape(
    "a study",
    ("title", "codebook", "manifest", "coders"),
    (
        "rcoder",
        "description",
        "finished",
        "codings",
        "configurations",
        "excerpts",
        "memos",
        "groups",
        "corrections",
        *BLOCKS,
    ),
)
CODER = Shape("a coder", ("name",), ("released",))
FINISH = Shape("a finished transcript", ("transcript", "coder"))
CODING = Shape(
    "a coding",
    ("id", "transcript", "coder", "quote", "code"),
    ("kind", "actor", "polarity", "counterfactual", *PASSAGE),
)
CONFIGURATION = Shape(
    "a configuration",
    ("id", "title", "coder", "elements"),
    (
        "hypotheses",
        "conditions",
        "level",
        "case",
        "core",
        "status",
        "reviewer",
        "because",
        "memo",
        "members",
        "later",
        "links",
        "evidence",
        "rivals",
        "strength",
    ),
)
ELEMENT = Shape(
    "an element",
    ("id", "kind", "wording"),
    ("code", "actor", "sign", "horizon", "activation", "directness", "codings", "stands-for", "evidence"),
)
SHARED = Shape("a shared element", ("share", "id", "kind"))
LINK = Shape("a link", ("id", "from", "to", "effect"), ("evidence",))
EXCERPT = Shape(
    "an excerpt",
    ("id", "transcript", "coder", "quote"),
    ("occurrence", "edited", "translation", "language", "mark"),
)
MEMO = Shape("a memo", ("id", "coder", "about", "text"), ("kind", "of", "title", "links"))
GROUP = Shape("a group", ("id", "name", "where"))
CRITERION = Shape("a condition", ("attribute",), tuple(each.value for each in Relation))
CORRECTION = Shape("a corrected transcript", ("transcript", "with", "coder"), ("why",))


@dataclass(frozen=True, slots=True)
class ConfigurationDraft:
    """The blocks of one configuration."""

    top: Section
    elements: tuple[Section, ...]
    links: tuple[tuple[Section, tuple[Section, ...]], ...]
    """Each link with the evidence on it."""
    evidence: tuple[Section, ...]

    @property
    def key(self) -> str:
        """Its id."""
        return self.top.text("id")

    @property
    def every_passage(self) -> tuple[Section, ...]:
        """The evidence on it, on its links and on its elements."""
        on_links = (each for _, evidence in self.links for each in evidence)
        on_elements = (each for element in self.elements for each in element.sections("evidence", EVIDENCE))
        return (*self.evidence, *on_links, *on_elements)


@dataclass(frozen=True, slots=True)
class Draft:
    """The blocks of one study file."""

    top: Section
    coders: tuple[Section, ...]
    finished: tuple[Section, ...]
    codings: tuple[Section, ...]
    configurations: tuple[ConfigurationDraft, ...]
    excerpts: tuple[Section, ...]
    memos: tuple[Section, ...]
    groups: tuple[tuple[Section, tuple[Section, ...]], ...]
    """Each group with its conditions."""
    corrections: tuple[Section, ...]
    tested: TestedDraft


def draft_of(top: Section) -> Draft:
    """The blocks of a study."""
    configurations = tuple(_configuration(each) for each in top.sections("configurations", CONFIGURATION))
    return Draft(
        top=top,
        coders=top.sections("coders", CODER),
        finished=top.sections("finished", FINISH),
        codings=top.sections("codings", CODING),
        configurations=configurations,
        excerpts=top.sections("excerpts", EXCERPT),
        memos=top.sections("memos", MEMO),
        groups=tuple((each, each.sections("where", CRITERION)) for each in top.sections("groups", GROUP)),
        corrections=top.sections("corrections", CORRECTION),
        tested=tested_draft(
            top, ((each.top, each.elements, (link for link, _ in each.links)) for each in configurations)
        ),
    )


def _configuration(section: Section) -> ConfigurationDraft:
    return ConfigurationDraft(
        top=section,
        elements=section.sections("elements", ELEMENT, ("share", SHARED)),
        links=tuple((link, link.sections("evidence", EVIDENCE)) for link in section.sections("links", LINK)),
        evidence=section.sections("evidence", EVIDENCE),
    )
