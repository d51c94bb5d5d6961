"""What a study knows of the people in it, for the check before anything leaves."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from rcoder.analysis.leaving.checking import look_through
from rcoder.analysis.leaving.known_names import names_in_titles, names_of_cases, names_of_people
from rcoder.analysis.leaving.removed import removed_names
from rcoder.domain.attributes import attribute_name, say_value
from rcoder.domain.case import Attribute, Case
from rcoder.domain.leaving import FEW, Facet, Findings, Known, KnownCase
from rcoder.domain.outgoing import Outgoing
from rcoder.domain.roles import role_name
from rcoder.domain.words import AttributeType, Subject
from rcoder.project.attributes import attributes

if TYPE_CHECKING:
    from rcoder.project.door import Project

_ALONE = 4
"""Letters of the shortest value that says something without its attribute's name."""


def check(project: Project, outgoing: Outgoing, *, few: int = FEW) -> Findings:
    """What in a file about to be written may point at a person, the most serious first; `few` is below how many a cell is small."""
    return look_through(outgoing.said, known_of(project), few, broken=outgoing.broken)


def known_of(project: Project) -> Known:
    """Names of speakers, persons, cases, interviews and files, those of before among them, and what is known of each case."""
    cases = project.cases()
    titles = [
        value for row in _transcripts(project) for value in (row["title"], row["source"].rsplit(".", 1)[0])
    ]
    earlier = tuple(_earlier(project))
    voices = [*_voices(project), *(words for table, words in earlier if table == "speakers")]
    called = [*(each.name for each in cases), *(words for table, words in earlier if table == "cases")]
    titles += [words for table, words in earlier if table in ("transcripts", "revisions")]
    names = names_of_people(voices) | names_in_titles(titles) | names_of_cases(called)
    roles, language = _roles(project), project.study().language
    of_cases = [each for each in attributes(project.sight) if each.about is Subject.CASE]
    return Known(
        names=names,
        removed=_removed(project) - names,
        coders=frozenset(each.name for each in project.coders()),
        places=frozenset(each.municipality for each in cases if each.municipality),
        cases=tuple(_known_case(each, of_cases, language, roles.get(each.id, frozenset())) for each in cases),
        roles={role: (role_name(role, "en"),) for every in roles.values() for role in every},
    )


def _transcripts(project: Project) -> list[Any]:
    sql = "SELECT title, source FROM transcripts UNION SELECT '' AS title, source FROM revisions"
    return list(project.sight.rows(sql))


def _voices(project: Project) -> Iterator[str]:
    for row in project.sight.rows("SELECT DISTINCT name, person FROM speakers"):
        yield from (row["name"] or "", row["person"] or "")


def _earlier(project: Project) -> Iterator[tuple[str, str]]:
    """Table and words of names that were put right since: they are in earlier texts still."""
    rows = project.sight.rows(
        "SELECT CAST(changes AS TEXT) AS changes FROM entries WHERE (CAST(changes AS TEXT) LIKE :tight"
        " OR CAST(changes AS TEXT) LIKE :wide) AND (CAST(changes AS TEXT) LIKE :speakers OR CAST(changes AS TEXT) LIKE :cases"
        " OR CAST(changes AS TEXT) LIKE :transcripts)",
        tight='%"before":{%',
        wide='%"before": {%',
        speakers='%"speakers"%',
        cases='%"cases"%',
        transcripts='%"transcripts"%',
    )
    for row in rows:
        for change in json.loads(row["changes"]):
            before = change.get("before") or {}
            if change["table"] in ("speakers", "cases", "transcripts"):
                for field in ("name", "person", "title", "source"):
                    yield change["table"], str(before.get(field) or "")


def _removed(project: Project) -> frozenset[str]:
    """Names in earlier texts that their corrected texts no longer have."""
    found: set[str] = set()
    rows = project.sight.rows(
        "SELECT r.checksum AS before, t.checksum AS now FROM revisions r JOIN transcripts t ON t.id = r.transcript_id"
    )
    for row in rows:
        found |= removed_names(project.store.text(row["before"]), project.store.text(row["now"]))
    return frozenset(found)


def _roles(project: Project) -> dict[str, frozenset[str]]:
    """Roles of those interviewed about each case, by its id."""
    rows = project.sight.rows(
        "SELECT t.case_id, s.roles FROM speakers s JOIN transcripts t ON t.id = s.transcript_id"
        " WHERE t.case_id IS NOT NULL AND NOT s.interviewer"
    )
    found: dict[str, frozenset[str]] = {}
    for row in rows:
        roles = row["roles"] if not isinstance(row["roles"], str) else json.loads(row["roles"])
        found[row["case_id"]] = found.get(row["case_id"], frozenset()) | frozenset(roles)
    return found


def _known_case(case: Case, known: Sequence[Attribute], language: str, roles: frozenset[str]) -> KnownCase:
    facets = tuple(
        _facet(each, case.attributes[each.key], language) for each in known if case.attributes.get(each.key)
    )
    return KnownCase(case.id, case.name, case.municipality, roles, facets)


def _facet(attribute: Attribute, value: str, language: str) -> Facet:
    said = say_value(attribute, value, language, terms=language)
    ways = {value, *(say_value(attribute, value, each, terms=each) for each in ("da", "en"))}
    plain = attribute.type in (AttributeType.YES_NO, AttributeType.NUMBER) or len(value) < _ALONE
    names = {attribute.key, attribute.label.da, attribute.label.en}
    name = attribute_name(attribute, language)
    return Facet(name, said, tuple(sorted(ways - {said})), plain, tuple(sorted(names - {name, ""})))
