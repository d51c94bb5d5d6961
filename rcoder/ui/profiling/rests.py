"""The passages that something being written may rest on, as lines to tick."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from rcoder.domain.actions.sentences import several
from rcoder.domain.answers import CodingLine
from rcoder.project.framework import Offer
from rcoder.ui.conditioning.signs import wrapped
from rcoder.ui.evidencing.rows import known, turn_words
from rcoder.ui.widgets.lines import Line, Piece
from rcoder.ui.widgets.strips import Pieces

TICKED, UNTICKED, CLOSED = "☑", "☐", " "
NONE_HERE = "e, here, finds a coded passage of the case."


def passage_lines(offered: Iterable[Offer], ticked: Collection[str]) -> tuple[Line, ...]:
    """Each passage with whether it is rested on, under its interview."""
    found: list[Line] = []
    before = ""
    for each in offered:
        passage = each.passage
        if passage.transcript_id != before:
            before = passage.transcript_id
            found.append(
                Line(f"interview:{before}:{len(found)}", ((passage.transcript, "-strong"),), inert=True)
            )
        found.append(_line(each, ticked=passage.id in ticked))
    return tuple(found)


def _line(offer: Offer, *, ticked: bool) -> Line:
    passage = offer.passage
    tick = TICKED if ticked else UNTICKED if offer.usable else CLOSED
    said = " ".join((*offer.stances, *offer.codes))
    pieces: tuple[Piece, ...] = (
        (f"{tick} ", "-strong" if ticked else ""),
        (f"“{' '.join(passage.text.split())}”", "" if offer.usable or ticked else "-muted"),
        (f"  {said}" if said else "", "-muted"),
    )
    return Line(passage.id, pieces, turn_words(passage))


def counted(offered: Sequence[Offer], ticked: Collection[str]) -> str:
    """How many passages, and on how many it rests."""
    if not offered:
        return "Rests on no passage yet"
    return f"{several(len(offered), 'passage')}; rests on {len(ticked)} of {len(offered)}"


def about(offer: Offer | None, width: int, height: int) -> list[Pieces]:
    """The passage under the cursor in full, with who says it and what is to be known before resting on it."""
    if offer is None:
        return []
    passage = offer.passage
    if passage.interviewer:
        facts = "interviewer: read here and never rested on; the answer is"
    else:
        who = ", ".join(passage.roles) or passage.speaker
        facts = " · ".join(each for each in (who, *known(passage), *offer.stances, *offer.codes) if each)
    return [
        *wrapped(facts, width, 1, "-muted"),
        *wrapped(" ".join(passage.text.split()), width, max(1, height - 1)),
    ]


def of_line(line: CodingLine) -> Offer:
    """Another coded passage of the case."""
    return Offer(line.passage, (line.code,))
