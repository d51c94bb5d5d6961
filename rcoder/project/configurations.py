"""Questions about configurations, and the change theory derived from them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rcoder.analysis.roll_up import Sources
from rcoder.domain.answers import ConfigurationAnswer, ConfigurationLine
from rcoder.domain.codebook import CodebookContents
from rcoder.domain.configuration import Configuration, Judgement
from rcoder.domain.errors import NotFound
from rcoder.domain.passage import Passage
from rcoder.domain.review import Standing, standing
from rcoder.domain.words import Claim, Kind
from rcoder.project import codebooks, questions
from rcoder.project.assembling import assemble, reviewed
from rcoder.project.progress import progress
from rcoder.project.quotations import with_quotations
from rcoder.project.sight import PASSAGE, PASSAGE_FROM, Sight, passages
from rcoder.project.standings import standings
from rcoder.project.standins import standins_of

__all__ = [
    "answer",
    "assemble",
    "coding_passages",
    "evidence_passages",
    "found_by",
    "lines",
    "reviewed",
    "sources",
]


def lines(sight: Sight) -> tuple[ConfigurationLine, ...]:
    """Every configuration in sight, by number."""
    found = sight.records(Configuration, "SELECT * FROM configurations WHERE {seen} ORDER BY number, id")
    kinds: dict[str, dict[Kind, None]] = {}
    for row in sight.rows("SELECT configuration_id, kind FROM places ORDER BY position, id"):
        kinds.setdefault(row["configuration_id"], {})[Kind(row["kind"])] = None
    names, stands = _names(sight), standings(sight, found)
    return tuple(_line(each, stands[each.id], tuple(kinds.get(each.id, ())), names) for each in found)


def found_by(sight: Sight, name: str) -> str:
    """The id of the configuration in sight with that id or number (K07). Raises NotFound."""
    wanted = name.strip()
    row = sight.one("SELECT id FROM configurations WHERE id = :id AND {seen}", id=wanted.lower())
    row = row or sight.one(
        "SELECT id FROM configurations WHERE UPPER(number) = :number AND {seen} ORDER BY id",
        number=wanted.upper(),
    )
    if row is None:
        raise NotFound(f"There is no configuration {name}.", "See `rcoder configurations`.")
    return str(row["id"])


def answer(sight: Sight, configuration_id: str) -> ConfigurationAnswer:
    """One configuration by id or number, with the passages behind it. Raises NotFound."""
    (assembled,) = assemble(sight, [found_by(sight, configuration_id)])
    kinds = tuple(dict.fromkeys(place.kind for place in assembled.places))
    return ConfigurationAnswer(
        assembled,
        _line(assembled.configuration, standing(assembled), kinds, _names(sight)),
        coding_passages(sight, [each.coding_id for each in assembled.groundings]),
        {each.id: each for each in evidence_passages(sight, [each.id for each in assembled.evidence])},
    )


def sources(sight: Sight, contents: CodebookContents) -> Sources:
    """All that a change theory is derived from, as far as the asker may see."""
    found = evidence_passages(sight)
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
        progress=progress(sight),
        standins=standins_of(sight),
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
    """The configurations in sight that are consolidated in this one."""
    sql = "SELECT * FROM configurations WHERE consolidated_in = :id AND {seen} ORDER BY number, id"
    return tuple(sight.records(Configuration, sql, id=configuration_id))


def coding_passages(sight: Sight, ids: Sequence[str] | None = None) -> dict[str, Passage]:
    """The passages of the codings in sight that some element rests on, by coding id; all, or those with these ids."""
    which = "(SELECT coding_id FROM groundings)" if ids is None else "(:ids)"
    rows = sight.rows(
        f"SELECT {PASSAGE} FROM codings x {PASSAGE_FROM} WHERE {{seen:x}} AND x.id IN {which}",  # noqa: S608 - constants of ours
        ids=list(ids or ()),
    )
    return {each.id: each for each in with_quotations(sight, passages(rows))}


def evidence_passages(sight: Sight, ids: Sequence[str] | None = None) -> list[Passage]:
    """The passages of evidence in sight, by transcript and place; all, or those with these ids."""
    which = "" if ids is None else "AND x.id IN (:ids)"
    rows = sight.rows(
        f"""SELECT {PASSAGE}, x.stance FROM evidence x {PASSAGE_FROM} WHERE {{seen:x}} {which}
            ORDER BY t.title, x.start, x."end", x.id""",  # noqa: S608 - constants of ours
        ids=list(ids or ()),
    )
    return with_quotations(sight, passages(rows))


class _Names(NamedTuple):
    keys: dict[str, str]
    """Of hypotheses, by id."""
    cases: dict[str, str]
    coders: dict[str, str]


def _names(sight: Sight) -> _Names:
    return _Names(
        codebooks.keys(sight),
        {row["id"]: row["name"] for row in sight.rows("SELECT id, name FROM cases")},
        {coder.id: coder.name for coder in questions.coders(sight)},
    )


def _line(own: Configuration, stands: Standing, kinds: tuple[Kind, ...], names: _Names) -> ConfigurationLine:
    return ConfigurationLine(
        id=own.id,
        number=own.number,
        title=own.title,
        hypotheses=tuple(names.keys[each] for each in own.hypotheses if each in names.keys),
        status=stands.say("en"),
        kinds=kinds,
        case=names.cases.get(own.case_id or "", ""),
        coder=names.coders.get(own.coder_id, ""),
    )
