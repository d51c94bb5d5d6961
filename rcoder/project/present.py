"""The present state of a study as a manifest: put right from it, nothing changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rcoder.domain.case import Attribute, Case
from rcoder.domain.errors import Misuse
from rcoder.domain.transcript import Speaker, Transcript
from rcoder.domain.words import Subject
from rcoder.project.attributes import attributes
from rcoder.project.door import Project
from rcoder.project.exports.leaving import Leaving, of_file

if TYPE_CHECKING:
    from rcoder.exchange.manifests import ManifestLine

SUFFIX = ".csv"


@dataclass(frozen=True, slots=True)
class Written:
    """A manifest that was written."""

    file: Path
    interviews: int
    left_out: tuple[str, ...]
    """Attributes that no column can hold."""


def ready_present(project: Project, file: Path) -> Leaving[Written]:
    """What the study says of every interview as a CSV manifest. Raises Misuse for another ending."""
    from rcoder.exchange.manifest_writing import left_out, write_manifest

    if file.suffix.casefold() != SUFFIX:
        raise Misuse(f"{file.name} is no manifest rcoder can write.", "Give a name that ends in .csv.")
    lines = present(project)
    written = Written(file, len(lines), left_out(lines))
    made = of_file(write_manifest(lines).encode(), SUFFIX)
    return Leaving(file, made, "exported manifest", file.name, written)


def present(project: Project) -> tuple[ManifestLine, ...]:
    """Every interview as a line of a manifest, by case and title."""
    from rcoder.exchange.manifest_writing import holds
    from rcoder.exchange.neutral import UNKNOWN

    found = project.sight.records(Transcript, "SELECT * FROM transcripts ORDER BY id")
    cases = {each.id: each for each in project.cases()}
    order = {line.id: place for place, line in enumerate(project.transcript_lines())}
    speakers: dict[str, list[Speaker]] = {}
    for each in project.sight.records(Speaker, "SELECT * FROM speakers ORDER BY transcript_id, position"):
        speakers.setdefault(each.transcript_id, []).append(each)
    names = Counter(each.source.casefold() for each in found)
    known = attributes(project.sight)
    lines = []
    for transcript in sorted(found, key=lambda transcript: order[transcript.id]):
        source = transcript.source
        alone = names[source.casefold()] == 1
        sure = alone and holds(source) and Path(source).name == source not in ("", UNKNOWN)
        line = _line(transcript, cases.get(transcript.case_id or ""), speakers.get(transcript.id, ()), known)
        lines.append(line if sure else replace(line, transcript_id=transcript.id))
    return tuple(lines)


def _line(
    transcript: Transcript, case: Case | None, speakers: Sequence[Speaker], known: Sequence[Attribute]
) -> ManifestLine:
    from rcoder.exchange.manifests import LANGUAGES, ManifestLine

    own = dict(transcript.attributes)
    facts = case or Case("", "", own.pop("municipality", ""), own.pop("outcome_group", ""))
    of_interviews = {each.key for each in known if each.about is Subject.INTERVIEW}
    plain = {key: value for key, value in own.items() if case is None or key in of_interviews}
    of_case = {key: value for key, value in facts.attributes.items() if key not in of_interviews}
    roles, roles_of = _roles_of(speakers)
    person, person_of = _persons_of(speakers)
    labels = _interviewers(speakers)
    return ManifestLine(
        file=transcript.source,
        line=0,
        title=transcript.title,
        case=case.name if case else "",
        roles=roles,
        municipality=facts.municipality,
        outcome_group=facts.outcome_group,
        date=_as_date(transcript.date),
        wave=transcript.wave,
        language=transcript.language if transcript.language in LANGUAGES else "",
        interviewer=labels[0] if labels else "",
        attributes={**of_case, **plain},
        own={key: value for key, value in own.items() if key not in plain},
        roles_of=roles_of,
        person=person,
        person_of=person_of,
        interviewers=labels if len(labels) > 1 else (),
    )


def _as_date(text: str) -> str:
    """The date where it is one that a manifest can say, else nothing."""
    from datetime import date

    try:
        return text if date.fromisoformat(text).isoformat() == text else ""
    except ValueError:
        return ""


def _interviewers(speakers: Sequence[Speaker]) -> tuple[str, ...]:
    """Labels of the interviewers; none where they cannot be told apart by label."""
    labels = tuple(each.name for each in speakers if each.interviewer)
    return labels if all(labels) and _told_apart(speakers) else ()


def _roles_of(speakers: Sequence[Speaker]) -> tuple[tuple[str, ...], Mapping[str, tuple[str, ...]]]:
    """The roles that every respondent has, or each one's own by label."""
    respondents = [each for each in speakers if not each.interviewer]
    if any(tuple(dict.fromkeys(filter(None, each.roles))) != each.roles for each in respondents):
        return (), {}
    if len({each.roles for each in respondents}) <= 1:
        return (respondents[0].roles if respondents else ()), {}
    return (), ({each.name: each.roles for each in respondents} if _told_apart(speakers) else {})


def _persons_of(speakers: Sequence[Speaker]) -> tuple[str, Mapping[str, str]]:
    """Who the one respondent is, or each voice by label."""
    named = [each for each in speakers if each.person]
    respondents = [each for each in speakers if not each.interviewer]
    if named == respondents and len(named) == 1 and not set(named[0].person) & set('=;,\n"'):
        return named[0].person, {}
    return "", ({each.name: each.person for each in named} if _told_apart(speakers) else {})


def _told_apart(speakers: Sequence[Speaker]) -> bool:
    names = [each.name.casefold() for each in speakers]
    return len(set(names)) == len(names)
