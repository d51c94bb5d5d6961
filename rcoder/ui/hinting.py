"""How suggestions are told: in few words beside the transcript, and with the whole reason in their window."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from rcoder.domain.suggestion import Ground, Hint, Reason, Suggestions
from rcoder.domain.transcript import Span
from rcoder.ui.lists import code_pieces, shortened
from rcoder.ui.study import Study
from rcoder.ui.widgets.strips import Pieces

REST = 0.25
"""Seconds that the cursor rests on a passage before suggestions for it are looked for."""
SHOWN = 4
"""Suggestions beside the transcript."""
MOST = 5
"""Suggestions in the window."""
WORKED_OUT = 9
"""Suggestions asked for: some may have been dismissed, or given already."""
ALIKE = 0.3
"""How like a passage coded before has to be to be the first reason named."""
NEAR = 0.5
"""The same for a cue."""
TELLING = 0.4
"""How much matching words have to tell to be reason enough."""
LIKELY = 0.05
"""How sure a suggestion has to be to be shown unasked."""
FAINT = "only small words tell so"
TITLE = "Suggestions"


def reason_words(hint: Hint) -> str:
    """Why a code is suggested, in few words: a passage coded so, else the cue it is like, else the words that match."""
    by_ground: dict[Ground, Reason] = {}
    for reason in hint.reasons:
        by_ground.setdefault(reason.ground, reason)
    passage, cue = by_ground.get(Ground.PASSAGE), by_ground.get(Ground.CUE)
    words = by_ground.get(Ground.WORDS)
    if passage is not None and passage.weight >= ALIKE:
        return f"coded so: “{_one_line(passage.text)}”"
    if cue is not None and (cue.weight >= NEAR or words is None):
        return f"like “{_one_line(cue.text)}”"
    if words is not None:
        return words.text
    return f"coded so: “{_one_line(passage.text)}”" if passage is not None else FAINT


def worth_showing(hint: Hint) -> bool:
    """Whether there is reason enough to show a suggestion that nobody asked for."""
    least = {Ground.WORDS: TELLING, Ground.CUE: NEAR, Ground.PASSAGE: ALIKE}
    return hint.score >= LIKELY and any(
        reason.weight >= least.get(reason.ground, 2.0) for reason in hint.reasons
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def hint_rows(study: Study, hints: Sequence[Hint], width: int) -> list[Pieces]:
    """Suggestions one under the other, each with its reason in a line below, for a narrow pane."""
    takes = " takes one" if hints else " looks"
    rows: list[Pieces] = [((f" {TITLE}  ", "-muted"), ("h", "-key"), (takes, "-muted"))]
    for number, hint in enumerate(hints[:SHOWN], 1):
        code = study.codes.get(hint.code_id)
        if code is not None:
            rows.append(((f"h{number} ", "-key"), *code_pieces(code, study.language)))
            rows.append(((f"   {shortened(reason_words(hint), max(8, width - 4))}", "-muted"),))
    return rows


def hint_lines(study: Study, hints: Sequence[Hint], room: int, width: int) -> list[Pieces]:
    """As many suggestions as there are rows for, each in one line with its reason."""
    rows: list[Pieces] = []
    for number, hint in enumerate(hints[:room], 1):
        code = study.codes.get(hint.code_id)
        if code is not None:
            rows.append(((f"h{number} ", "-key"), *wide_pieces(study, hint, width - 3)))
    return rows


def wide_pieces(study: Study, hint: Hint, width: int) -> Pieces:
    """Code and reason in one line; the label keeps half of it."""
    code = study.codes[hint.code_id]
    pieces = code_pieces(code, study.language)
    *head, (label, ink) = pieces
    taken = sum(len(words) for words, _ in head)
    label = shortened(label, max(12, width // 2 - taken))
    reason = shortened(reason_words(hint), max(0, width - taken - len(label) - 2))
    return (*head, (label, ink), (f"  {reason}" if reason else "", "-muted"))


def hypotheses_line(study: Study, found: Suggestions) -> Pieces:
    """The hypotheses that fit best, with how sure that is."""
    pieces: list[tuple[str, str]] = [(" Hypotheses: ", "-muted")]
    for hint in found.hypotheses[:3]:
        code = study.codes.get(hint.code_id)
        label = f" {shortened(code.label.say(study.language), 24)}" if code is not None else ""
        pieces += [(hint.key, "-strong"), (f"{label} {hint.score:.0%}   ", "-muted")]
    return tuple(pieces) if found.hypotheses else ()


def reason_rows(hint: Hint, width: int) -> list[Pieces]:
    """The whole reason, wrapped: what the code means, the matching words, the nearest cue and passages."""
    heads = {
        Ground.DEFINITION: "means",
        Ground.WORDS: "words",
        Ground.CUE: "cue",
        Ground.PASSAGE: "coded so",
    }
    order = (Ground.WORDS, Ground.CUE, Ground.PASSAGE, Ground.DEFINITION)
    rows: list[Pieces] = []
    for reason in sorted(hint.reasons, key=lambda each: order.index(each.ground)):
        said = _one_line(reason.text)
        if reason.ground in (Ground.CUE, Ground.PASSAGE):
            said = f"“{said}”"
        if reason.source:
            said += f"  {reason.source}"
        lines = textwrap.wrap(said, max(20, width - 12))
        for number, line in enumerate(lines):
            head = heads[reason.ground] if number == 0 else ""
            rows.append(((f" {head:<10}", "-muted"), (line, "")))
    return rows


def quoted_rows(words: str, width: int, most: int) -> list[Pieces]:
    """The words of a passage in so many rows at most."""
    said = textwrap.wrap(f"“{_one_line(words)}”", max(20, width - 2), max_lines=most, placeholder=" …”")
    return [((f" {row}", "-muted"),) for row in said]


def words_of(hints: Iterable[Hint], passage: Span) -> tuple[Span, ...]:
    """Where the words stand that suggestions rest on, in the transcript."""
    found = {
        Span(passage.start + each.start, passage.start + each.end) for hint in hints for each in hint.words
    }
    return tuple(sorted(found))
