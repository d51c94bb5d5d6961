"""Judgements by sign and letter, and in parentheses what passages come to: nobody takes the one for the other."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from rcoder.domain.absence import SAID, STANCES, Heard, Saying
from rcoder.domain.actions.sentences import several
from rcoder.domain.board import Whose
from rcoder.domain.conditions import FOLLOWED_SIGNS, LETTERS, SIGNS, Cell, Judged
from rcoder.domain.terms import say
from rcoder.domain.words import Absence, ConditionState
from rcoder.ui.configuring.bench import LANGUAGE
from rcoder.ui.widgets.strips import Pieces

SINCE = "*"
"""Further passages have come since it was judged."""

SIGN_ROWS = 2
"""Rows of the legend where columns are roomy."""
ROOMY = 16
"""Cells of a column in which every name of absence stands whole."""

MARKS: dict[Saying, str] = {
    Saying.PRESENT: "+",
    Saying.WEAK: "~",
    Saying.ABSENT: "−",
    Saying.COUNTERFACTUAL: "if",
    Saying.SUPPORTS: "S",
    Saying.CONTRADICTS: "C",
    Saying.REFINES: "R",
    Saying.NEW: "N",
    Saying.BENEATH: "u",
}
"""What stands after the number of passages that say it."""

SHORT: dict[Absence, str] = {
    Absence.SAID_ABSENT: "said absent",
    Absence.COUNTERFACTUAL: "if not",
    Absence.NOT_MENTIONED: "asked",
    Absence.NOT_ASKED: "none",
    Absence.NOT_YET_CODED: "todo",
    Absence.NO_INTERVIEW: "▨",
}
"""The names of absence where there is little room."""


def cell_pieces(cell: Cell, whose: Whose, room: int) -> Pieces:
    """A cell: what was judged; where nobody has judged, in parentheses what the passages come to."""
    judged = cell.by(whose)
    return judged_pieces(judged, room) if judged else ((material(cell.heard, cell.absences, room), "-muted"),)


def judged_pieces(judged: Sequence[Judged], room: int) -> Pieces:
    """Judgements by sign and word, or letter where there is little room; a star where passages have come since."""
    states = list(dict.fromkeys(each.judgement.state for each in judged))
    followed = list(dict.fromkeys(each.judgement.followed for each in judged if each.judgement.followed))
    after = FOLLOWED_SIGNS[followed[0]] if len(followed) == 1 else "→≠" if followed else ""
    star = SINCE if any(each.since for each in judged) else ""
    if len(states) > 1:
        words = " ".join(f"{SIGNS[state]}{letter_of(state)}" for state in states)
        return ((words, "-strong"), (star, "-key"))
    (state,) = states
    times = f" ×{len(judged)}" if len(judged) > 1 else ""
    tail = "".join(f" {each}" for each in (after,) if each) + times + star
    long = f"{SIGNS[state]} {say(state, LANGUAGE)}"
    if len(long) + len(tail) > room:
        long, tail = f"{SIGNS[state]}{letter_of(state)}", f"{after}{times}"
        return ((long, "-strong"), (tail, ""), (star, "-key"))
    return ((long, "-strong"), (tail.removesuffix(SINCE), ""), (star, "-key"))


def letter_of(state: ConditionState) -> str:
    """The letter of a state."""
    return LETTERS[LANGUAGE][state]


def material(heard: Heard, absences: Iterable[Absence], room: int) -> str:
    """What passages come to, or the name of absence; always in parentheses, since it is no judgement."""
    counts = [f"{heard.of(saying)}{mark}" for saying, mark in MARKS.items() if heard.of(saying)]
    if counts:
        for joint in (" ", ""):
            words = f"({joint.join(counts)})"
            if len(words) <= room:
                return words
        return f"({''.join(counts)}"[: room - 2] + "…)"
    names = list(absences)
    for said in ([say(each, LANGUAGE) for each in names], [SHORT[each] for each in names]):
        words = f"({', '.join(said)})"
        if len(words) <= room:
            return words
    return f"({SHORT[names[0]]}+)" if len(names) > 1 else f"({SHORT[names[0]]})"


def heard_words(heard: Heard, absences: Iterable[Absence]) -> str:
    """What passages come to in words: "2 said to be there, 1 said to be absent; 3 interviews, 1 not coded to the end"."""
    said = [
        f"{heard.of(each)} {SAID[each].say(LANGUAGE).split(':')[0]}"
        for each in MARKS
        if each not in STANCES and heard.of(each)
    ]
    said += [f"{heard.of(each)} {SAID[each].say(LANGUAGE)}" for each in STANCES if heard.of(each)]
    named = [say(each, LANGUAGE) for each in absences] if not heard.answers else []
    questions = heard.of(Saying.ASKED, Saying.WAITING)
    beside = [several(questions, "question")] if questions else []
    listed = heard.of(Saying.LISTED, Saying.EARLIER)
    beside += [f"{several(listed, 'passage')} listed only"] if listed else []
    held = several(heard.interviews, "interview")
    left = f", {heard.unfinished} not coded to the end" if heard.unfinished else ""
    return "; ".join(each for each in (", ".join([*said, *named]), *beside, f"{held}{left}") if each)


def judged_words(judged: Judged) -> str:
    """One judgement in words: "You: ✓ met; the mechanism followed; rests on 2 passages"."""
    own = judged.judgement
    who = "You" if judged.own else judged.coder
    rests = f"rests on {several(judged.passages, 'passage')}" if judged.passages else "rests on no passage"
    since = "further passages have come since" if judged.since else ""
    parts = (f"{SIGNS[own.state]} {say(own.state, LANGUAGE)}", say(own.followed, LANGUAGE), rests, since)
    said = "; ".join(each for each in parts if each)
    reason = " ".join(own.reason.split())
    return f"{who}: {said}" + (f" – {reason}" if reason else "")


def wrapped(words: str, width: int, most: int = 2, ink: str = "") -> list[Pieces]:
    """Words broken into so many rows at most."""
    broken = textwrap.wrap(words, max(20, width - 2), max_lines=most, placeholder=" …")
    return [((f" {each}", ink),) for each in broken]


ABSENCES = ("none: not asked", "todo: not coded to the end", "▨ no interview")
"""What the short names of absence mean, but for that of what was asked about."""


def in_row(signs: Sequence[str], short: str, width: int) -> Pieces:
    """Signs with what they mean in a row; where there is less room, closer together and one of them `short`, "here=instead"."""
    roomy = f" {'  '.join(signs)}"
    here, _, instead = short.partition("=")
    close = f" {' '.join(signs)}".replace(here, instead)
    return ((roomy if len(roomy) <= width else close, "-muted"),)


def legend(width: int, column: int) -> list[Pieces]:
    """What the signs mean, in two rows; in narrow columns a third for the short names of absence."""
    no_interview = say(ConditionState.NO_INTERVIEW, LANGUAGE)
    states = "  ".join(f"{SIGNS[each]}{letter_of(each)} {say(each, LANGUAGE)}" for each in ConditionState)
    if len(states) + 20 <= width:
        first = f"{states}  {SINCE} passages since"
        marks = "→+ mechanism followed  →− did not  →? unclear   (no judgement: + there  ~ weak  − absent  if counterfactual)"
    else:
        first = states.replace("  ", " ").replace(f" {no_interview}", "")
        marks = f"→+ followed →− not {SINCE} since (no judgement: + there ~ weak − absent if counterf.)"
    rows: list[Pieces] = [((f" {first}", "-muted"),), ((f" {marks}", "-muted"),)]
    if column < ROOMY:
        asked = "asked: asked, not mentioned"
        rows.append(in_row((asked, *ABSENCES), "asked: asked, =asked: ", width))
    return rows
