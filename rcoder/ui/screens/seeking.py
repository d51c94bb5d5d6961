"""Where the next passage of some sort is; pure."""

from __future__ import annotations

from collections.abc import Sequence

from rcoder.domain.answers import Reading
from rcoder.domain.coding import Coding
from rcoder.domain.transcript import Span, turn_at


def uncoded_turn(reading: Reading, coder_id: str, position: int, direction: int) -> int | None:
    """Start of the next (1) or previous (-1) respondent's turn in which the coder has no coding; None for no more."""
    turns = reading.transcript.turns
    own = [each.span for each in reading.codings if each.coder_id == coder_id]
    here = turn_at(turns, position)
    start = (-1 if here is None else here) + direction
    indexes = range(start, len(turns)) if direction > 0 else range(start, -1, -1)
    for index in indexes:
        turn = turns[index]
        speaker = reading.speakers.get(turn.speaker_id or "")
        asks = speaker is not None and speaker.interviewer
        if (
            not asks
            and turn.span.of(reading.text).strip()
            and not any(span.overlaps(turn.span) for span in own)
        ):
            return turn.start + len(turn.span.of(reading.text)) - len(turn.span.of(reading.text).lstrip())
    return None


def coded_span(codings: Sequence[Coding], here: int | Span, direction: int) -> Span | None:
    """The passage of the next or previous coding, seen from a position or from the passage one is on."""
    spans = sorted({each.span for each in codings})
    if isinstance(here, Span):
        found = [each for each in spans if (each > here if direction > 0 else each < here)]
    else:
        found = [each for each in spans if (each.start >= here if direction > 0 else each.start < here)]
    if not found:
        return None
    return found[0] if direction > 0 else found[-1]
