"""A study of 1,000 configurations over 100,000 codings, for what is asked of configurations; made once and kept.

python benchmarks/claims.py FOLDER [CONFIGURATIONS]      makes it
"""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rcoder.domain.actions.configuring import begin
from rcoder.domain.actions.reviewing import give_status
from rcoder.domain.codebook import Code
from rcoder.domain.coding import Coding
from rcoder.domain.configuration import (
    Assembled,
    Configuration,
    Element,
    Evidence,
    Grounding,
    Link,
    Place,
)
from rcoder.domain.ids import named_id
from rcoder.domain.journal import Deed, added
from rcoder.domain.words import Category, Claim, Effect, Kind, Stance, Status
from rcoder.project import Project, coder_id, open_project

sys.path.insert(0, str(Path(__file__).parent))

import study

KINDS = (Kind.CONTEXT, Kind.RESOURCE, Kind.REASONING, Kind.OUTCOME)
STANCES = (Stance.SUPPORTS, Stance.SUPPORTS, Stance.SUPPORTS, Stance.CONTRADICTS, Stance.REFINES)
STATUSES = (Status.ACCEPTED, Status.ACCEPTED, Status.ACCEPTED, Status.SUBMITTED, Status.DRAFT)
SHARED = 10
"""Every so manieth configuration begins at the outcome of the one before."""


@dataclass(frozen=True, slots=True)
class Stuff:
    """What configurations are made of."""

    codings: dict[Kind, list[Coding]]
    cases: dict[str, str | None]
    """Case of each transcript."""
    hypotheses: Sequence[Code]
    coder: str


def stuff(project: Project) -> Stuff:
    """The study's codings by kind, its cases and hypotheses."""
    rows = project.sight.records(Coding, "SELECT * FROM codings ORDER BY id LIMIT 40000")
    by_kind: dict[Kind, list[Coding]] = {kind: [] for kind in KINDS}
    for coding in rows:
        if coding.kind is not None:
            by_kind[coding.kind].append(coding)
    lines = project.transcript_lines()
    known = [each for each in project.codes().values() if each.category is Category.HYPOTHESIS]
    return Stuff(by_kind, {line.id: line.case_id for line in lines}, known, coder_id(study.CODER))


def configuration(made: Stuff, number: int, before: Element | None) -> tuple[Assembled, list[Element]]:
    """One configuration: four elements, three links and a condition, passages under and on them."""
    chance = random.Random(number)  # noqa: S311 - made-up claims
    identity = named_id("measured configuration", str(number))
    resting = {kind: chance.choice(made.codings[kind]) for kind in KINDS}
    own = [
        Element(
            named_id(identity, kind), f"Ord om {kind.value} {number % 97}", resting[kind].code_id, "borger"
        )
        for kind in KINDS
    ]
    fresh = list(own)
    if before is not None and number % SHARED == 0:
        own[1] = before
        fresh.pop(1)
    places = tuple(
        Place(named_id(identity, "place", kind), identity, element.id, kind, position)
        for position, (kind, element) in enumerate(zip(KINDS, own, strict=True))
    )
    links = tuple(
        Link(named_id(identity, "link", str(at)), identity, own[at].id, own[at + 1].id, Effect.PROMOTES, at)
        for at in (1, 2)
    )
    links += (Link(named_id(identity, "link", "c"), identity, own[0].id, links[0].id, Effect.CONDITIONS, 3),)
    groundings = tuple(
        Grounding(named_id(identity, "grounding", kind), element.id, resting[kind].id)
        for kind, element in zip(KINDS, own, strict=True)
        if element in fresh
    )
    evidence = tuple(_evidence(made, chance, identity, links))
    whole = Configuration(
        identity, f"K{number:02}", made.coder, f"Fortælling {number}", (chance.choice(made.hypotheses).id,),
        case_id=made.cases[resting[KINDS[2]].transcript_id], because=f"fordi det gav mening {number}",
    )  # fmt: skip
    return Assembled(whole, places, {each.id: each for each in own}, links, groundings, evidence), fresh


def _evidence(made: Stuff, chance: random.Random, identity: str, links: Sequence[Link]) -> Iterator[Evidence]:
    claims = [(Claim.LINK, link.id) for link in links] * 2 + [(Claim.CONFIGURATION, identity)]
    for at, (claim, claim_id) in enumerate(claims):
        coding = chance.choice(made.codings[Kind.REASONING])
        yield Evidence(
            named_id(identity, "evidence", str(at)), claim, claim_id, coding.transcript_id, coding.start, coding.end,
            chance.choice(STANCES), made.coder,
        )  # fmt: skip


def told(made: Stuff, count: int) -> Iterator[tuple[str, Deed]]:
    """The deeds that make them, in order; most are accepted."""
    last: Element | None = None
    for number in range(1, count + 1):
        assembled, fresh = configuration(made, number, last)
        last = next(each for each in assembled.of_kind(Kind.OUTCOME))
        begun = begin(assembled.configuration, fresh, assembled.places, assembled.groundings, assembled.links)
        yield made.coder, begun
        yield made.coder, Deed("Attached", added(*assembled.evidence))
        status = STATUSES[number % len(STATUSES)]
        if status is not Status.DRAFT:
            yield made.coder, give_status(assembled, status, made.coder)


def make(folder: Path, count: int = 1000, interviews: int = 1000) -> Path:
    """The study with so many configurations, where it is not there yet."""
    place = folder / f"claims-{count}.rcoder"
    if place.exists():
        return place
    begun = place.with_suffix(".begun.rcoder")
    shutil.copyfile(study.studies(folder, interviews)["large"], begun)
    with open_project(str(begun), coder=study.CODER) as project:
        project.tell(list(told(stuff(project), count)))
    begun.replace(place)
    return place


if __name__ == "__main__":
    print(make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1000))
