"""What was said round a retrieved passage, and what a query can be filtered by; asked by the screen of retrieving."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rcoder.domain.errors import NotFound
from rcoder.domain.passage import Passage
from rcoder.domain.retrieval import Retrieved
from rcoder.domain.roles import in_role_order
from rcoder.domain.transcript import Span, Turn, turn_at
from rcoder.domain.words import Directness, Kind, Polarity, Prompting, Scope, Stance, role_group
from rcoder.project import questions
from rcoder.project.door import Project
from rcoder.project.retrieval_surroundings import surroundings
from rcoder.project.revisions import in_revision

MOST = 1500
"""Characters shown of a turn, on either side of the passage."""


@dataclass(frozen=True, slots=True)
class Said:
    """A turn, and where the passages stand in it."""

    number: int
    """From 1."""
    speaker: str
    interviewer: bool
    words: str
    marks: tuple[tuple[int, int, int], ...] = ()
    """Start and end in `words`, and which passage of the result."""


def heard(project: Project, result: tuple[Retrieved, ...]) -> tuple[Said, ...]:
    """The turns that the passages of a result stand in, with one before and one after. Raises NotFound and Damaged."""
    return said_round(project, tuple(each.passage for each in result))


def said_round(project: Project, result: Sequence[Passage]) -> tuple[Said, ...]:
    """The turns that passages of one interview stand in, with one before and one after. Raises NotFound and Damaged."""
    first = result[0]
    found = questions.transcript(project.sight, first.transcript_id)
    if found is None:
        raise NotFound("That interview is no longer in the study.")
    transcript = in_revision(project, found, first.revision)
    text = project.text(transcript)
    speakers = project.speakers(transcript.id)
    turns = transcript.turns or (Turn(0, len(text)),)
    starts = [turn_at(turns, each.span.start) or 0 for each in result]
    ends = [turn_at(turns, each.span.end - 1) or 0 for each in result]
    wanted = sorted(
        {n for a, b in zip(starts, ends, strict=True) for n in range(a - 1, b + 2) if 0 <= n < len(turns)}
    )
    said = []
    for number in wanted:
        turn = turns[number]
        speaker = speakers.get(turn.speaker_id or "")
        own = [(place, each.span) for place, each in enumerate(result) if each.span.overlaps(turn.span)]
        shown = _shown(turn.span, [span for _, span in own])
        marks = tuple(
            (max(span.start, shown.start) - shown.start, min(span.end, shown.end) - shown.start, place)
            for place, span in own
        )
        name, asks = (speaker.name, speaker.interviewer) if speaker else ("", False)
        said.append(Said(number + 1, name, asks, shown.of(text), marks))
    return tuple(said)


def _shown(turn: Span, marked: list[Span]) -> Span:
    """A turn as far as it is shown: so much on either side of what is marked, or of its beginning."""
    if not marked:
        return Span(turn.start, min(turn.end, turn.start + MOST))
    first, last = min(each.start for each in marked), max(each.end for each in marked)
    return Span(max(turn.start, first - MOST), min(turn.end, last + MOST))


@dataclass(frozen=True, slots=True)
class Offers:
    """What a query of this study can be written with."""

    codes: tuple[tuple[str, str], ...] = ()
    """Keys and labels, retired ones too."""
    values: Mapping[str, tuple[str, ...]] | None = None
    """By name of a term: what can follow it."""


def offers(project: Project) -> Offers:
    """The codes of the study, and the values that terms can have."""
    around = surroundings(project)
    roles = {role for each in around.speakers.values() for role in each.roles}
    configurations = (each.number for each in project.configuration_lines())
    values: dict[str, tuple[str, ...]] = {
        "role": tuple(
            dict.fromkeys((*in_role_order(roles), *(role_group(each) for each in in_role_order(roles))))
        ),
        "case": tuple(dict.fromkeys(each.name for each in around.cases.values())),
        "group": around.group_names,
        "outcome": tuple(
            sorted({each.outcome_group for each in around.cases.values() if each.outcome_group})
        ),
        "kind": tuple(each.value for each in Kind),
        "stance": (*(each.value for each in Stance), "any"),
        "coder": tuple(around.coders.values()),
        "interview": tuple(each.title for each in around.interviews.values()),
        "polarity": tuple(each.value for each in Polarity),
        "scope": tuple(each.value for each in Scope),
        "directness": tuple(each.value for each in Directness),
        "prompting": tuple(each.value for each in Prompting),
        "is": ("coding", "evidence", "counterfactual", "counted", "listed"),
        "on": tuple(configurations),
    }
    codes = tuple((each.key, each.label.say(around.language)) for each in around.codes.values())
    return Offers(codes, values)
