"""Who speaks in a corrected text: the voices of the text before where they are the same, new ones beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rcoder.analysis.anchoring import Block
from rcoder.analysis.voices import folded, same_voices, shared_words
from rcoder.domain.actions.sentences import listed
from rcoder.domain.ids import named_id
from rcoder.domain.transcript import Span, Speaker, Transcript, Turn

if TYPE_CHECKING:
    from rcoder.exchange.interviews import Interview


@dataclass(frozen=True, slots=True)
class Cast:
    """The voices and turns of a corrected text, and what became of the voices in sentences."""

    speakers: tuple[Speaker, ...]
    """In order of first speaking; those who speak in earlier texts only come last."""
    turns: tuple[Turn, ...]
    messages: tuple[str, ...]


def cast(
    before: Transcript,
    voices: Sequence[Speaker],
    interview: Interview,
    blocks: Sequence[Block],
    *,
    appointed: bool,
    needed: frozenset[str],
) -> Cast:
    """The voices of a corrected text.

    A known voice keeps its id, roles and person and takes the name it has in the file. It keeps its mark as interviewer,
    too, unless a person has `appointed` who that is. Silent voices stay where an earlier text needs them.
    """
    names = [(each.name, each.interviewer) for each in interview.speakers]
    if any(turn.speaker is None for turn in interview.turns):
        names.append(("", False))
    spoken = [
        (Span(turn.start, turn.end), len(names) - 1 if turn.speaker is None else turn.speaker)
        for turn in interview.turns
    ]
    shared = shared_words(
        blocks, [(turn.span, turn.speaker_id) for turn in before.turns if turn.speaker_id is not None], spoken
    )
    known = same_voices(voices, [name for name, _ in names], shared)
    silent = [each for each in voices if each not in known.values()]
    given = _roles_of_nobody(silent)
    speakers = [
        _known(known[position], name, position, asks=asks if appointed else known[position].interviewer)
        if position in known
        else Speaker(
            named_id(before.id, "speaker", str(before.revision + 1), str(position)),
            before.id,
            name,
            () if asks else given,
            asks,
            position,
        )
        for position, (name, asks) in enumerate(names)
    ]
    turns = tuple(
        Turn(span.start, span.end, speakers[voice].id, turn.time)
        for (span, voice), turn in zip(spoken, interview.turns, strict=True)
    )
    kept = [each for each in silent if each.id in needed]
    last = [replace(each, position=len(names) + place) for place, each in enumerate(kept)]
    messages = tuple(_messages(speakers, {each.id: each for each in voices}, silent))
    return Cast((*speakers, *last), turns, messages)


def _known(speaker: Speaker, name: str, position: int, *, asks: bool) -> Speaker:
    roles = () if asks else speaker.roles
    return replace(speaker, name=name, position=position, interviewer=asks, roles=roles)


def _roles_of_nobody(silent: Sequence[Speaker]) -> tuple[str, ...]:
    """The roles of the voice without a name that a file without names had, for those whom the new one names."""
    return next((each.roles for each in silent if not each.name and not each.interviewer), ())


def _messages(
    speakers: Sequence[Speaker], before: dict[str, Speaker], silent: Sequence[Speaker]
) -> Iterator[str]:
    for each in speakers:
        was = before.get(each.id)
        if was is None:
            yield _new(each)
        elif folded(was.name) != folded(each.name):
            yield f"{was.name or 'The voice without a name'} is called {each.name} in this text."
    if silent:
        names = listed(each.name or "the voice without a name" for each in silent)
        verb = "speaks" if len(silent) == 1 else "speak"
        yield f"{names[0].upper()}{names[1:]} {verb} in the earlier text only."


def _new(speaker: Speaker) -> str:
    if not speaker.name:
        return "The file does not say everywhere who speaks: that voice has no name and no role."
    if speaker.interviewer:
        return f"{speaker.name} is a new voice, taken for the interviewer."
    if speaker.roles:
        return f"{speaker.name} is a new voice, with the role {listed(speaker.roles)}."
    return f"{speaker.name} is a new voice, without a role."
