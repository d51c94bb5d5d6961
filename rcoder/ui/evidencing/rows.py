"""Passages by heading as lines, and one of them in its surroundings."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from rcoder.domain.actions.sentences import several
from rcoder.domain.passage import Passage
from rcoder.domain.signs import STANCE_SIGNS
from rcoder.domain.terms import say
from rcoder.domain.words import Directness, Prompting, Scope
from rcoder.project.retrieval_context import Said
from rcoder.ui.retrieving.rows import MARGIN, turn_rows
from rcoder.ui.widgets.lines import Line, Piece

QUOTED = 400
"""Characters of a passage that can be of use in one line."""
MOST = 3000
"""Passages that are listed; more are said."""
LIT = "-lit-no-kind"
"""Ground of the passage's own words among those round it."""

Group = tuple[str, Sequence[Passage]]
"""A heading, and the passages under it."""


def sign(passage: Passage) -> str:
    """The sign of its stance; a dot for a coding, which has none."""
    return STANCE_SIGNS[passage.stance] if passage.stance is not None else "·"


def whose(passage: Passage) -> str:
    """The case it is about and who speaks: "Sag 03 · borger"."""
    speaker = "interviewer" if passage.interviewer else ", ".join(passage.roles) or passage.speaker
    return " · ".join(each for each in (passage.case, speaker) if each)


def where(passage: Passage) -> str:
    """The interview and turn: "Sag 03: Mette, turn 18"."""
    return ", ".join(each for each in (passage.transcript, turn_words(passage)) if each)


def turn_words(passage: Passage) -> str:
    """The turn it stands in, from 1; "" where it is in none."""
    return f"turn {passage.turn + 1}" if passage.turn is not None else ""


def about(passage: Passage) -> str:
    """All that is told of a passage in a row under its words, what matters most first."""
    told = (whose(passage), turn_words(passage), *known(passage), passage.transcript, passage.coder)
    return " · ".join(each for each in told if each)


def known(passage: Passage) -> Iterator[str]:
    """What is not as usual with it, in words: directness and prompting first, then scope and what is not counted."""
    if passage.directness is not Directness.SAID:
        yield say(passage.directness)
    if passage.prompting is not Prompting.VOLUNTEERED:
        yield say(passage.prompting)
    if passage.scope is not Scope.THIS_CASE:
        yield say(passage.scope)
    if passage.earlier:
        yield "in an earlier text, not counted"
    if passage.interviewer:
        yield "interviewer, not counted"


def counted_words(found: Iterable[Passage]) -> str:
    """How many passages, each once; and how many stretches of words where some overlap, which is what cells count."""
    every = {each.id: each for each in found}
    return _counted(len(every), _stretches(every.values()))


def counted_in(groups: Sequence[Group]) -> str:
    """The same for every group together: words that stand under two headings are a stretch of each."""
    listed: dict[str, int] = {}
    for number, (_, found) in enumerate(groups):
        for each in found:
            listed.setdefault(each.id, number)
    alone = [
        [each for each in found if listed[each.id] == number] for number, (_, found) in enumerate(groups)
    ]
    return _counted(len(listed), sum(_stretches(each) for each in alone))


def _counted(number: int, stretches: int) -> str:
    counted = several(number, "passage") if number else "no passage"
    return (
        f"{counted}, {several(stretches, 'stretch of words', 'stretches of words')}"
        if stretches < number
        else counted
    )


def _stretches(found: Iterable[Passage]) -> int:
    """Passages of one text on one case, those that overlap counted as one (decision 7)."""
    number, here, reach = 0, None, 0
    places = ((each.transcript_id, each.revision, each.case_id or "", each.start, each.end) for each in found)
    for *text, start, end in sorted(places):
        if text != here or start >= reach:
            number, here, reach = number + 1, text, end
        reach = max(reach, end)
    return number


def passage_lines(groups: Sequence[Group]) -> Iterator[Line]:
    """The groups, each passage with where it is said beneath; one group alone has its heading too."""
    left = MOST
    for number, (heading, found) in enumerate(groups):
        counted = counted_words(found)
        yield Line(f"group:{number}", ((heading, "-strong"), (f"  {counted}", "-muted")), folds=bool(found))
        for each in found[:left]:
            yield from _passage(f"{number}|{each.id}", each)
        left = max(0, left - len(found))
    total = sum(len(found) for _, found in groups)
    if total > MOST:
        yield Line("more", ((f"The first {MOST:,} of {total:,} are listed.", "-muted"),), inert=True)


def _passage(row: str, passage: Passage) -> Iterator[Line]:
    quote = " ".join(passage.text[:QUOTED].split())
    stance = f"{say(passage.stance)} " if passage.stance is not None else ""
    pieces: tuple[Piece, ...] = (
        (f"{sign(passage)} ", "-key"),
        (stance, "-muted"),
        (f"“{quote}”", ""),
    )
    yield Line(row, pieces, depth=1)
    yield Line(f"{row}#", ((f"  {about(passage)}", "-muted"),), depth=1, goes_on=True, inert=True)


def passage_of(groups: Sequence[Group], row: str) -> Passage | None:
    """The passage that a line shows, None for a heading."""
    number, _, wanted = row.partition("|")
    if not wanted or not number.isdigit() or int(number) >= len(groups):
        return None
    return next((each for each in groups[int(number)][1] if each.id == wanted), None)


def renewed(groups: Sequence[Group], there: dict[str, Passage]) -> tuple[Group, ...]:
    """The groups with their passages as they stand, without those that are gone."""
    return tuple(
        (heading, tuple(there[each.id] for each in found if each.id in there)) for heading, found in groups
    )


def round_rows(passage: Passage, said: Iterable[Said], width: int) -> tuple[Line, ...]:
    """The turns round a passage, its own words lit; its memo and what is known of it first."""
    room = max(20, width - MARGIN)
    facts = [whose(passage), f"{say(passage.directness)}, {say(passage.prompting)} · {say(passage.scope)}"]
    facts += textwrap.wrap(f"✎ “{passage.memo}”", room) if passage.memo else []
    rows = [Line("head", ((f" {where(passage)}", "-strong"),), passage.coder)]
    rows += [Line("fact", ((f"   {each}", "-muted"),), goes_on=True) for each in facts]
    rows.append(Line("blank", ((" ", ""),), inert=True))
    for turn in said:
        rows += turn_rows(turn, [LIT], room)
    return tuple(rows)


def lit_row(rows: Sequence[Line]) -> int:
    """Index of the first row that shows words of the passage itself, 0 for none."""
    return next((at for at, line in enumerate(rows) if any(ink == LIT for _, ink in line.pieces)), 0)
