"""Coding a passage by name, as commands and scripts do."""

from __future__ import annotations

from dataclasses import dataclass

from rcoder.domain.actions.coding import code_passage as coded
from rcoder.domain.coding import Coding
from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Entry
from rcoder.domain.transcript import Span
from rcoder.domain.words import Directness, Kind, Polarity, Prompting, Scope
from rcoder.project.codebooks import books
from rcoder.project.door import Project


@dataclass(frozen=True, slots=True)
class CodingFlags:
    """The flags of a coding, with the case by its name."""

    kind: Kind | None = None
    actor: str = ""
    polarity: Polarity = Polarity.PRESENT
    counterfactual: bool = False
    scope: Scope = Scope.THIS_CASE
    case: str = ""
    directness: Directness = Directness.SAID
    prompting: Prompting = Prompting.VOLUNTEERED
    memo: str = ""


def code_passage(
    project: Project, transcript: str, span: Span, code: str, flags: CodingFlags
) -> tuple[Coding, Entry]:
    """Codes a span of a transcript (by title, file or id) with a code (by key).

    Raises NotFound for a name that is not there and Misuse for a span outside the text or a retired code.
    """
    place, chosen = project.transcript(transcript), project.code(code)
    if chosen.retired:
        raise Misuse(
            f"{chosen.key} is retired and no longer given.",
            f"Choose another, or bring it back: rcoder codebook bring-back PROJECT {chosen.key}.",
        )
    versions = {book.id: book.version for book in books(project.sight)}
    coding = Coding(
        id=new_id(),
        transcript_id=place.id,
        start=span.start,
        end=span.end,
        code_id=chosen.id,
        coder_id=project.coder_id,
        kind=flags.kind or chosen.kind,
        actor=flags.actor,
        polarity=flags.polarity,
        counterfactual=flags.counterfactual,
        scope=flags.scope,
        case_id=case_id(project, flags.case),
        directness=flags.directness,
        prompting=flags.prompting,
        memo=flags.memo,
        codebook_version=versions[chosen.codebook_id],
        revision=place.revision,
    )
    return coding, project.do(coded(coding, chosen, place))


def case_id(project: Project, name: str) -> str | None:
    """The id of a case by its name, None for no name. Raises NotFound."""
    if not name:
        return None
    for case in project.cases():
        if case.name.casefold() == name.casefold():
            return case.id
    known = ", ".join(case.name for case in project.cases()) or "none"
    raise NotFound(f"There is no case called {name}.", f"The study has: {known}.")
