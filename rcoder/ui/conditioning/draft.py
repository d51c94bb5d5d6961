"""A judgement of a support condition as it is being made, and how its window shows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from rcoder.domain.absence import SAID, Saying
from rcoder.domain.actions.sentences import several
from rcoder.domain.answers import CodingLine
from rcoder.domain.conditions import DECIDED, SIGNS
from rcoder.domain.journal import Deed
from rcoder.domain.roles import role_name
from rcoder.domain.terms import say
from rcoder.domain.words import Absence, ConditionState, Directness, Followed, Prompting, Stance
from rcoder.project import Project
from rcoder.project.judging import Judging, Offered, judge
from rcoder.ui.conditioning.signs import heard_words, judged_words, letter_of
from rcoder.ui.configuring.bench import LANGUAGE
from rcoder.ui.widgets.lines import Line, Piece

STATE, FOLLOWED, REASON = "state", "followed", "reason"
"""Ids of the lines over the passages."""
PASSAGE = "passage:"
TICKED, UNTICKED, CLOSED = "☑", "☐", " "

HINTS: dict[Saying, str] = {
    Saying.PRESENT: "It was there. Where the reasoning followed, that supports the theory; where it did not, it contradicts it, or refines it if a context explains why.",
    Saying.WEAK: "It was there, but weak: look at whether the reasoning was weak too.",
    Saying.COUNTERFACTUAL: "“Had I not had …”: it was there, and what its absence would have meant supports the theory.",
    Saying.ABSENT: "It was absent. Where the reasoning was absent too, that supports the theory; an outcome without it points to a rival; where it was never delivered, nothing was tested.",
    Saying.ASKED: "A question, which is no evidence. Nobody answering it is “not mentioned”, not “not met”.",
    Saying.WAITING: "A question in an interview that is not coded to the end.",
    Saying.LISTED: "Not about this case: general, normative or anticipated. It can be rested on, and is listed, never counted.",
    Saying.EARLIER: "It stands in an earlier text only, since the interview was corrected.",
    Saying.BENEATH: "It is about a code under the condition.",
}
"""What decision 9 says of such a passage; a stance is set by a person all the same."""

NAMED: dict[Absence, str] = {
    Absence.NOT_MENTIONED: "It was asked of and not mentioned: “not mentioned” is not “not met”.",
    Absence.NOT_ASKED: "Nobody was asked and nobody spoke of it: that is no sign that it was missing.",
    Absence.NOT_YET_CODED: "An interview is not coded to the end: what is not found may still be there.",
    Absence.NO_INTERVIEW: "There is no interview: nothing can be said by it, neither met nor not met.",
}
"""What a name of absence means for a judgement."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What is being said; nothing of it is kept until it is done."""

    about: Judging
    state: ConditionState | None = None
    followed: Followed | None = None
    reason: str = ""
    stances: Mapping[str, Stance] = field(default_factory=dict)
    """By passage id: what it is to rest on."""
    further: tuple[Offered, ...] = ()
    """Other passages of the case that were brought in."""

    @property
    def offered(self) -> dict[str, Offered]:
        """Every passage that is shown, by id."""
        return {each.passage.id: each for each in (*self.about.offered, *self.further)}

    @property
    def touched(self) -> bool:
        """Whether anything is another thing than what is kept."""
        begun = drafted(self.about)
        return (self.state, self.followed, self.reason, dict(self.stances)) != (
            begun.state,
            begun.followed,
            begun.reason,
            dict(begun.stances),
        )

    def with_stance(self, passage_id: str, stance: Stance | None) -> Draft:
        """The draft resting on a passage with a stance, or not on it for None."""
        stances = {name: each for name, each in self.stances.items() if name != passage_id}
        return replace(self, stances=stances if stance is None else {**stances, passage_id: stance})

    def with_passage(self, line: CodingLine) -> Draft:
        """The draft with another passage of the case to tick."""
        return replace(self, further=(*self.further, Offered(line.passage)))

    @property
    def words(self) -> str:
        """Which condition, which case, and whose account."""
        condition = self.about.condition
        told = (
            f"as the {role_name(self.about.role, self.about.language)} tells it"
            if self.about.role
            else "the case as a whole"
        )
        return f"{condition.key} {condition.label.say(self.about.language)} · {self.about.case.name}, {told}"


def drafted(about: Judging) -> Draft:
    """The draft to begin with: what is kept."""
    own = about.own
    return Draft(
        about,
        own.state if own else None,
        own.followed if own else None,
        own.reason if own else "",
        {each.passage.id: each.stance for each in about.offered if each.stance is not None},
    )


def deed_of(draft: Draft) -> Callable[[Project], Deed]:
    """The deed that keeps the draft."""
    about, state = draft.about, draft.state
    assert state is not None  # noqa: S101 - the window asks for one first

    def made(project: Project) -> Deed:
        return judge(
            project,
            about.condition.id,
            about.case.id,
            state,
            role=about.role,
            followed=draft.followed,
            reason=draft.reason,
            passages=draft.stances,
        )

    return made


def next_of(terms: tuple[ConditionState | Followed | None, ...], now: object, step: int) -> object:
    """The term after one in a circle."""
    return terms[(terms.index(now) + step) % len(terms)]


def lines(draft: Draft) -> tuple[Line, ...]:
    """The judgement over its passages, then what others and single roles are judged to say."""
    own = draft.state
    state = f"{SIGNS[own]} {say(own, LANGUAGE)}" if own else "not said yet: a letter or ← →"
    followed = say(draft.followed, LANGUAGE) or "not said: f, whether the mechanism followed"
    reason = " ".join(draft.reason.split()) or "no reason yet: w writes it"
    letters = [f"{letter_of(each)} {say(each, LANGUAGE)}" for each in ConditionState]
    found = [
        Line(STATE, (("State      ", "-muted"), (state, "-strong" if own else "-key"))),
        Line("letters", ((f"           {'  '.join(letters[: len(DECIDED)])}", "-muted"),), inert=True),
        Line("silences", ((f"           {'  '.join(letters[len(DECIDED) :])}", "-muted"),), inert=True),
        Line(FOLLOWED, (("Mechanism  ", "-muted"), (followed, "" if draft.followed else "-muted"))),
        Line(REASON, (("Why        ", "-muted"), (reason, "" if draft.reason else "-muted"))),
        Line("head", ((_head(draft), "-strong"),), inert=True),
        *(_passage(draft, each) for each in draft.offered.values()),
    ]
    if not draft.offered:
        heard = heard_words(draft.about.heard, draft.about.absences)
        found.append(Line("none", ((f"  none: {heard}", "-muted"),), inert=True))
    return (*found, *_beside(draft.about))


def _head(draft: Draft) -> str:
    number = len(draft.offered)
    return (
        f"{several(number, 'passage')}; it rests on {len(draft.stances)} of {number}"
        if number
        else "Passages"
    )


def _passage(draft: Draft, offered: Offered) -> Line:
    passage = offered.passage
    stance = draft.stances.get(passage.id)
    tick = TICKED if stance else UNTICKED if offered.usable else CLOSED
    flags = [say(passage.directness, LANGUAGE)] if passage.directness is not Directness.SAID else []
    flags += [say(passage.prompting, LANGUAGE)] if passage.prompting is not Prompting.VOLUNTEERED else []
    who = ", ".join(passage.roles) or passage.speaker
    said = "/".join(
        SAID[each].say(LANGUAGE).split(":")[0].removeprefix("said to be ") for each in offered.sayings
    )
    pieces: tuple[Piece, ...] = (
        (f"{tick} ", "-strong" if stance else ""),
        (f"{say(stance, LANGUAGE)} " if stance else "", "-strong"),
        (f"{said} " if said else "other code ", "-muted"),
        ("since " if offered.since else "", "-key"),
        (f"“{' '.join(passage.text.split())}”", ""),
    )
    return Line(f"{PASSAGE}{passage.id}", pieces, " · ".join(each for each in (who, *flags) if each))


def _beside(about: Judging) -> tuple[Line, ...]:
    rows = [("Others judged", about.others)] if about.others else []
    rows += [("As roles tell it", about.told)] if about.told else []
    found: list[Line] = []
    for heading, judged in rows:
        found.append(Line(heading, ((heading, "-strong"),), inert=True))
        for each in judged:
            role = f"{role_name(each.judgement.role, about.language)} · " if each.judgement.role else ""
            words = f"  {role}{judged_words(each)}"
            found.append(Line(each.judgement.id, ((words, ""),), inert=True))
    return tuple(found)


def hint(draft: Draft, line_id: str) -> str:
    """What the method says of the line under the cursor."""
    about = draft.about
    if line_id.startswith(PASSAGE):
        offered = draft.offered.get(line_id.removeprefix(PASSAGE))
        said = [HINTS[each] for each in offered.sayings if each in HINTS] if offered else []
        return " ".join(said) or "Joined to the judgement because you say so; its own codes stay."
    if line_id == FOLLOWED:
        return "Whether the mechanism followed is judged apart: a condition can be met and nothing follow, and the other way round."
    if line_id == REASON:
        return "Why you judge so: what decides it, and what speaks against."
    if about.roles_differ:
        return "Roles are judged apart, met and not met: “roles disagree” (D) may be what to say of the case. Nobody sets it for you."
    named = [NAMED[each] for each in about.absences if each in NAMED]
    return " ".join(named) or (about.condition.definition.say(about.language))
