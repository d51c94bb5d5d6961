"""Questions about configurations, and the change theory derived from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rcoder.analysis.counting import case_progress
from rcoder.analysis.roll_up import Sources
from rcoder.domain.answers import ConfigurationAnswer, ConfigurationLine
from rcoder.domain.codebook import CodebookContents
from rcoder.domain.configuration import (
    Assembled,
    Configuration,
    Element,
    Evidence,
    Grounding,
    Judgement,
    Link,
    Place,
)
from rcoder.domain.errors import NotFound
from rcoder.domain.passage import Passage
from rcoder.domain.review import BINDING, digest, standing
from rcoder.domain.words import Claim
from rcoder.project import codebooks, questions
from rcoder.project.quotations import with_quotations
from rcoder.project.sight import PASSAGE, PASSAGE_FROM, Sight, passages


def assemble(sight: Sight) -> tuple[Assembled, ...]:
    """Every configuration in sight with what belongs to it; evidence and codings of hidden layers are left out."""
    hidden = _hidden_codings(sight)
    seen = {coder.id for coder in questions.coders(sight) if coder.released} | {sight.coder_id}
    found = sight.records(Configuration, "SELECT * FROM configurations WHERE {seen} ORDER BY number, id")
    return tuple(_as_seen(each, seen, hidden) for each in _whole(sight, found))


def reviewed(sight: Sight) -> tuple[Assembled, ...]:
    """Every configuration that is accepted or settled, whole: also those of hidden layers, and what these put there.

    For deeds that change rows of everybody's alike; never to be shown.
    """
    found = sight.records(
        Configuration,
        "SELECT * FROM configurations WHERE status IN (:binding) ORDER BY number, id",
        binding=sorted(each.value for each in BINDING),
    )
    return tuple(_whole(sight, found)) if found else ()


def _whole(sight: Sight, configurations: Iterable[Configuration]) -> Iterator[Assembled]:
    """Configurations with everything that belongs to them, in sight or not."""
    elements = {each.id: each for each in sight.records(Element, "SELECT * FROM elements")}
    places: dict[str, list[Place]] = {}
    for place in sight.records(Place, "SELECT * FROM places ORDER BY position, id"):
        places.setdefault(place.configuration_id, []).append(place)
    links: dict[str, list[Link]] = {}
    for link in sight.records(Link, "SELECT * FROM links ORDER BY position, id"):
        links.setdefault(link.configuration_id, []).append(link)
    groundings: dict[str, list[Grounding]] = {}
    for grounding in sight.records(Grounding, "SELECT * FROM groundings ORDER BY id"):
        groundings.setdefault(grounding.element_id, []).append(grounding)
    evidence: dict[str, list[Evidence]] = {}
    for each in sight.records(Evidence, 'SELECT * FROM evidence ORDER BY transcript_id, start, "end", id'):
        evidence.setdefault(each.claim_id, []).append(each)
    for configuration in configurations:
        own = places.get(configuration.id, [])
        tied = links.get(configuration.id, [])
        claims = (configuration.id, *(link.id for link in tied))
        yield Assembled(
            configuration,
            tuple(own),
            {place.element_id: elements[place.element_id] for place in own},
            tuple(tied),
            tuple(
                each
                for element in dict.fromkeys(place.element_id for place in own)
                for each in groundings.get(element, ())
            ),
            tuple(each for claim in claims for each in evidence.get(claim, ())),
        )


def _as_seen(whole: Assembled, seen: set[str], hidden: set[str]) -> Assembled:
    """The configuration without what hidden layers put there, but with the digest of the whole: it stands the same for all."""
    evidence = tuple(each for each in whole.evidence if each.coder_id in seen)
    groundings = tuple(each for each in whole.groundings if each.coding_id not in hidden)
    if (len(evidence), len(groundings)) == (len(whole.evidence), len(whole.groundings)):
        return whole
    return replace(whole, evidence=evidence, groundings=groundings, digest=digest(whole))


def _hidden_codings(sight: Sight) -> set[str]:
    """Ids of codings in layers out of sight that some element rests on."""
    rows = sight.rows(
        """SELECT g.coding_id FROM groundings g
           WHERE NOT EXISTS (SELECT 1 FROM codings x WHERE x.id = g.coding_id AND {seen:x})"""
    )
    return {row["coding_id"] for row in rows}


def lines(sight: Sight) -> tuple[ConfigurationLine, ...]:
    """Every configuration in sight, by number."""
    names = _names(sight)
    return tuple(_line(each, *names) for each in assemble(sight))


def answer(sight: Sight, configuration_id: str) -> ConfigurationAnswer:
    """One configuration by id or number. Raises NotFound."""
    wanted = configuration_id.casefold()
    for assembled in assemble(sight):
        own = assembled.configuration
        if wanted in (own.id, own.number.casefold()):
            return ConfigurationAnswer(
                assembled,
                _line(assembled, *_names(sight)),
                coding_passages(sight),
                {each.id: each for each in _evidence_passages(sight)},
            )
    raise NotFound(f"There is no configuration {configuration_id}.", "See `rcoder configurations`.")


def sources(sight: Sight, contents: CodebookContents) -> Sources:
    """All that a change theory is derived from, as far as the asker may see."""
    rows = sight.rows("SELECT id, case_id FROM transcripts")
    found = _evidence_passages(sight)
    on_codes = sight.rows(
        "SELECT id, claim_id FROM evidence WHERE claim = :claim AND {seen} ORDER BY claim_id, id",
        claim=Claim.CODE.value,
    )
    by_id = {each.id: each for each in found}
    return Sources(
        study=questions.study(sight).title,
        contents=contents,
        configurations=assemble(sight),
        evidence=by_id,
        codings=coding_passages(sight),
        code_evidence=tuple((row["claim_id"], by_id[row["id"]]) for row in on_codes),
        progress=case_progress(
            (case.id for case in questions.cases(sight)),
            {row["id"]: row["case_id"] for row in rows},
            (each.transcript_id for each in questions.finishes(sight)),
        ),
    )


def next_number(sight: Sight) -> str:
    """The next number for a configuration: K01, K02, …; hidden ones count too, so that no number is given twice."""
    taken = [row["number"][1:] for row in sight.rows("SELECT number FROM configurations")]
    return f"K{max((int(each) for each in taken if each.isdigit()), default=0) + 1:02}"


def element_homes(sight: Sight, configuration_id: str) -> frozenset[str]:
    """Ids of the elements that stand in other configurations than this one."""
    rows = sight.rows(
        "SELECT DISTINCT element_id FROM places WHERE configuration_id <> :id", id=configuration_id
    )
    return frozenset(row["element_id"] for row in rows)


def judgements(sight: Sight, configuration_id: str) -> tuple[Judgement, ...]:
    """What has been judged of its strength, in sight."""
    sql = "SELECT * FROM judgements WHERE configuration_id = :id AND {seen} ORDER BY id"
    return tuple(sight.records(Judgement, sql, id=configuration_id))


def members(sight: Sight, configuration_id: str) -> tuple[Configuration, ...]:
    """The configurations that are consolidated in this one."""
    sql = "SELECT * FROM configurations WHERE consolidated_in = :id ORDER BY number, id"
    return tuple(sight.records(Configuration, sql, id=configuration_id))


def coding_passages(sight: Sight) -> dict[str, Passage]:
    """The passages of the codings in sight that some element rests on, by coding id."""
    rows = sight.rows(
        f"""SELECT {PASSAGE} FROM codings x {PASSAGE_FROM}
            WHERE {{seen:x}} AND x.id IN (SELECT coding_id FROM groundings)"""  # noqa: S608 - constants of ours
    )
    return {each.id: each for each in with_quotations(sight, passages(rows))}


def _evidence_passages(sight: Sight) -> list[Passage]:
    rows = sight.rows(
        f"""SELECT {PASSAGE}, x.stance FROM evidence x {PASSAGE_FROM} WHERE {{seen:x}}
            ORDER BY t.title, x.start, x."end", x.id"""  # noqa: S608 - constants of ours
    )
    return with_quotations(sight, passages(rows))


def _names(sight: Sight) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    return (
        codebooks.keys(sight),
        {case.id: case.name for case in questions.cases(sight)},
        {coder.id: coder.name for coder in questions.coders(sight)},
    )


def _line(
    assembled: Assembled, keys: dict[str, str], cases: dict[str, str], coders: dict[str, str]
) -> ConfigurationLine:
    own = assembled.configuration
    return ConfigurationLine(
        id=own.id,
        number=own.number,
        title=own.title,
        hypotheses=tuple(keys[each] for each in own.hypotheses if each in keys),
        status=standing(assembled).say("en"),
        kinds=tuple(dict.fromkeys(place.kind for place in assembled.places)),
        case=cases.get(own.case_id or "", ""),
        coder=coders.get(own.coder_id, ""),
    )
