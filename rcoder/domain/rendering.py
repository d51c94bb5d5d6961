"""A configuration written out: as a sentence and as labelled parts, in each rendering, in Danish and English.

One stored model, several renderings (realist-practice §1 and §4). The links give the order in which things are said, a
context that conditions a link is said at that link, and every element is said as often as it has places.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rcoder.domain.configuration import Assembled, Element, Place
from rcoder.domain.course import Course, Step, course
from rcoder.domain.rendering_words import PART_LABELS, PARTS, THAT, Lead, Manner, frame, is_clause
from rcoder.domain.words import Directness, Kind, Rendering

MISSING = "…"
"""Stands for what is not there yet; partial configurations are normal."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A few words of the sentence."""

    text: str
    place: Place | None = None
    """The place whose element it words; None for the words of the frame, the because and the marks."""


@dataclass(frozen=True, slots=True)
class PartLine:
    """One line of a part."""

    words: str
    marks: tuple[str, ...] = ()
    """What stands in brackets behind it: whose, inferred, negative."""
    place: Place | None = None
    """None for an actor, who is no element."""

    @property
    def text(self) -> str:
        """The words with their marks."""
        return f"{self.words}{_bracketed(self.marks)}"


@dataclass(frozen=True, slots=True)
class Part:
    """One labelled part of a configuration: "M", "mechanism" and what stands there, in the order of the sentence."""

    letter: str
    label: str
    lines: tuple[PartLine, ...]
    """None where nothing stands there yet."""


def sentence(
    assembled: Assembled, language: str = "da", rendering: Rendering = Rendering.RESOURCE_REASONING
) -> str:
    """The configuration as one sentence, When … is offered … then … because …, with an ellipsis for what is missing."""
    return "".join(each.text for each in phrases(assembled, language, rendering))


def phrases(
    assembled: Assembled, language: str = "da", rendering: Rendering = Rendering.RESOURCE_REASONING
) -> tuple[Phrase, ...]:
    """The sentence in its pieces, each wording with the place it belongs to."""
    return _Writer(assembled, language, rendering).written()


def parts(
    assembled: Assembled, language: str = "da", rendering: Rendering = Rendering.RESOURCE_REASONING
) -> tuple[Part, ...]:
    """The configuration as labelled parts: C R M O, C M O, or I C A M O."""
    found = []
    for name, kinds in PARTS[rendering]:
        letter, label = PART_LABELS[name]
        lines = _lines(assembled, kinds, language) or tuple(
            PartLine(each) for each in actors(assembled) if not kinds
        )
        found.append(Part(letter.say(language), label.say(language), lines))
    return tuple(found)


def actors(assembled: Assembled) -> tuple[str, ...]:
    """Whose reasonings it has, each once, in the order of the sentence."""
    return _actors(assembled, course(assembled))


def _actors(assembled: Assembled, order: Course) -> tuple[str, ...]:
    own = (assembled.elements[each.element_id] for each in order.places if each.kind is Kind.REASONING)
    return tuple(dict.fromkeys(each.actor for each in own if each.actor))


def _places(assembled: Assembled, kinds: Sequence[Kind]) -> list[Place]:
    """The places of these kinds, one kind after another, each in the order of the sentence."""
    order = course(assembled).places
    return [place for kind in kinds for place in order if place.kind is kind]


def _lines(assembled: Assembled, kinds: Sequence[Kind], language: str) -> tuple[PartLine, ...]:
    found = []
    for place in _places(assembled, kinds):
        actor = assembled.elements[place.element_id].actor if place.kind is Kind.REASONING else ""
        marks = _marks(assembled, place, language)
        found.append(PartLine(_worded(assembled, place), (actor, *marks) if actor else marks, place))
    return tuple(found)


def _worded(assembled: Assembled, place: Place) -> str:
    words = " ".join(assembled.elements[place.element_id].wording.split())
    return (_without(words, "when") if place.kind is Kind.CONTEXT else words) or MISSING


def _without(words: str, part: str) -> str:
    """Words without the word of the frame that they may begin with, in either language: it is not said twice."""
    first, _, rest = words.partition(" ")
    said = {getattr(frame(Rendering.RESOURCE_REASONING, each), part) for each in ("da", "en")}
    return rest if rest and first.casefold() in said else words


def _marks(assembled: Assembled, place: Place, language: str) -> tuple[str, ...]:
    element, words = assembled.elements[place.element_id], frame(Rendering.RESOURCE_REASONING, language)
    found = [words.inferred] if element.directness is Directness.INFERRED else []
    if place.kind is Kind.OUTCOME and element.sign == "-":
        found.append(words.negative)
    return tuple(found)


def _is_outcome(element: Element) -> bool:
    """Whether it was worded as an outcome: one has a time at which it comes, or speaks against the wish."""
    return element.horizon is not None or element.sign == "-"


def _bracketed(marks: Sequence[str]) -> str:
    return f" ({', '.join(marks)})" if marks else ""


def _names(wording: str, actor: str) -> bool:
    """Whether the words name the actor themselves: "føler borgeren sig set" for borger."""
    stem = actor.casefold()
    return any(word.strip("“”\"'(),.;:").startswith(stem) for word in wording.casefold().split())


class _Writer:
    """Writes one sentence, step by step."""

    def __init__(self, assembled: Assembled, language: str, rendering: Rendering) -> None:
        self.assembled = assembled
        self.language = language
        self.words = frame(rendering, language)
        self.course = course(assembled)
        self.actors = _actors(assembled, self.course)
        self.actor_known = rendering is Rendering.ICAMO and len(self.actors) == 1
        """Whether the frame says whose reasonings they are."""
        self.found: list[Phrase] = []
        self.because_said = False
        self.responded = False
        """Whether a reasoning was said."""
        self.before: tuple[Kind, bool] | None = None
        """Kind of the step before, and whether it was only hindered."""

    def written(self) -> tuple[Phrase, ...]:
        """The whole sentence."""
        steps, kinds = self.course.rest, [step.place.kind for step in self.course.rest]
        self._open()
        if Kind.REASONING not in kinds:
            self._say(self._lead(Kind.REASONING, Manner.FIRST).around("") + MISSING)
            self.responded = True
        for step in steps:
            if step.place.kind is Kind.OUTCOME and self.responded:
                self._because()
            self._step(step)
        self._because()
        if Kind.OUTCOME not in kinds:
            self._say(self._lead(Kind.OUTCOME, Manner.ONWARD).around("") + MISSING)
        if not self.found[-1].text.endswith(MISSING):
            self._say(".")
        return tuple(self.found)

    # -- what it begins with -------------------------------------------------------------------------------------

    def _open(self) -> None:
        contexts = [step for step in self.course.opening if step.place.kind is Kind.CONTEXT]
        resources = [step for step in self.course.opening if step.place.kind is not Kind.CONTEXT]
        later = any(place.kind is Kind.CONTEXT for place in self.course.places) and not contexts
        template = self.words.opening_bare if later else self.words.opening
        for index, text in enumerate(re.split(r"\{(\w)\}", template)):
            if index % 2 == 0:
                self._say(text)
            elif text == "A":
                self._say(f" {self.words.both} ".join(self.actors) or MISSING)
            else:
                self._several(contexts if text == "C" else resources)

    def _several(self, steps: Sequence[Step]) -> None:
        """Contexts or resources one after another, what comes of those before it as such."""
        for index, step in enumerate(steps):
            if step.promoted or step.hindered or step.conditions:
                self._conditions(step, Lead(self._joint(), self._then(step)) if index else Lead(""))
            elif index:
                self._say(f"{self._joint()} ")
            self._word(step)
        if not steps:
            self._say(MISSING)

    def _then(self, step: Step) -> str:
        onward = self._lead(Kind.REASONING, Manner.ONWARD).before.rsplit(" ", 1)[-1]
        return onward if step.promoted else ""

    def _joint(self) -> str:
        """And, after a comma where what was said before has one or ends in brackets."""
        last = next((each.text for each in reversed(self.found) if each.place is not None), "")
        return f", {self.words.both}" if "," in last else f" {self.words.both}"

    # -- what comes of it ----------------------------------------------------------------------------------------

    def _step(self, step: Step) -> None:
        kind, only_hindered = step.place.kind, step.hindered and not step.promoted
        manner = self._manner(step)
        if manner is Manner.BESIDE and kind is not Kind.REASONING:
            lead = Lead(self._joint())
        else:
            lead = self._lead(kind, manner)
        self._conditions(step, lead)
        self._word(step)
        self.before = (kind, only_hindered)
        self.responded = self.responded or kind is Kind.REASONING

    def _manner(self, step: Step) -> Manner:
        """How a step is joined to what was said before."""
        kind, only_hindered = step.place.kind, step.hindered and not step.promoted
        run = self.before is not None and self.before[0] is kind
        if kind is Kind.REASONING:
            return self._responding(step, run=run)
        if run and kind not in step.follows and self.before == (kind, only_hindered):
            return Manner.BESIDE
        if run and kind is Kind.OUTCOME and kind not in step.follows:
            return Manner.HINDERED_BESIDE if only_hindered else Manner.OTHERWISE
        if only_hindered:
            return Manner.HINDERED
        if kind is Kind.OUTCOME and not self.responded:
            return Manner.FIRST
        return Manner.UNTIED if kind is Kind.RESOURCE and not step.follows else Manner.ONWARD

    def _responding(self, step: Step, *, run: bool) -> Manner:
        if run and step.hinders:
            return Manner.HINDERING
        if step.hindered and not step.promoted:
            return Manner.HINDERED
        if self.before is None:
            return Manner.FIRST
        tied = run and not step.follows & {Kind.REASONING, Kind.OUTCOME}
        return Manner.BESIDE if tied else Manner.ONWARD

    def _lead(self, kind: Kind, manner: Manner) -> Lead:
        return self.words.leads[kind, manner]

    def _conditions(self, step: Step, lead: Lead) -> None:
        """The words before a step, with the contexts that change a link to it."""
        if not step.conditions:
            self._say(lead.around(""))
            return
        before, _, after = lead.around("\0").partition("\0")
        self._say(f"{before}{self.words.when} ")
        for index, place in enumerate(step.conditions):
            if index:
                self._say(f", {self.words.both} ")
            self._word(Step(place))
        self._say(after)

    def _word(self, step: Step) -> None:
        place, element = step.place, self.assembled.elements[step.place.element_id]
        wording = self._as_context(step, _worded(self.assembled, place))
        self.found.append(Phrase(wording, place))
        marks = list(_marks(self.assembled, place, self.language))
        if place.kind is Kind.REASONING and element.actor and self._to_be_named(wording, element.actor):
            marks.insert(0, element.actor)
        if step.promoted and step.hindered:
            marks.append(self.words.also_hindered)
        if step.feeds_back:
            marks.append(self.words.feeds_back)
        self._say(_bracketed(marks))

    def _as_context(self, step: Step, wording: str) -> str:
        """The wording; what names an outcome, and is a context here, gets the words before it that make a clause of it."""
        place, element = step.place, self.assembled.elements[step.place.element_id]
        if place.kind is not Kind.CONTEXT or wording == MISSING or not _is_outcome(element):
            return wording
        first, _, rest = wording.partition(" ")
        if first.casefold() in THAT and rest:
            return rest
        if not is_clause(wording) and " ".join(element.wording.split()) == wording:
            self._say(f"{self.words.coming if step.promoted or step.hindered else self.words.there} ")
        return wording

    def _to_be_named(self, wording: str, actor: str) -> bool:
        """Whether it is to be said whose reasoning it is: where there are several actors, else with the first."""
        if self.actor_known or (self.responded and len(self.actors) == 1):
            return False
        return not _names(wording, actor)

    def _because(self) -> None:
        if not self.because_said:
            said = " ".join(self.assembled.configuration.because.split()).rstrip(".")
            because = _without(said, "because") or MISSING
            self._say(f", {self.words.because} {because}")
            self.because_said = True

    def _say(self, text: str) -> None:
        if text:
            self.found.append(Phrase(text))
