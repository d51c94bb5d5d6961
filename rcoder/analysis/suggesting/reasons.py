"""Why something is suggested: the matching words, the cue that comes nearest, passages coded so before, the definition."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from rcoder.analysis.suggesting.counted import Counted
from rcoder.analysis.suggesting.features import PAIR, STEM, Told
from rcoder.analysis.suggesting.weighing import Weights
from rcoder.domain.suggestion import Ground, Precedent, Reason
from rcoder.domain.transcript import Span

WORDS = 4
"""Matching words that are named at most."""
LEAST = 0.15
"""Of what the best word tells; words that tell less are not named."""
LEAST_LIKE = 0.25
"""How like a cue has to be to be named."""
PASSAGES = 2
SHARED = 0.3
"""What a cue has to have in common to be looked at more closely."""
ENOUGH = 3.0
"""What words have to tell together to be two thirds sure."""
LITTLE = frozenset(
    """og i jeg det at er en et til på som har med de den af for ikke der var så men han hun vi man mig sig om skal kan
    vil ville kunne skulle have havde være været blev bliver blive få får fik nu da når hvis fordi ud op ned ind over
    under efter fra hvad hvor hvordan også bare jo lige lidt meget mange noget nogen nogle alle andre andet anden her
    dér sin sit sine min mit mine dig du dit din dem hans hendes deres os ham hende selv nok ja nej altså to tre ved
    eller end kun ad hos uden mod hver ligesom egentlig måske måtte må går gik gå kom komme kommer gør gjorde gøre
    the and to of it is was that you he she we they not in for with have had a an on at be so but my me i his her""".split()  # noqa: SIM905 - it is read as words
)
"""Small words are weighed as all others are, and not named: a person learns nothing from them."""


def code_reasons(
    counted: Counted, told: Told, place: int, by_feature: dict[str, float], precedents: Sequence[Precedent]
) -> tuple[Reason, ...]:
    """Why a code is suggested; `by_feature` is what each feature told for it."""
    code = counted.codes[place]
    words = _matching(told, by_feature)
    cue = _nearest_said(counted, told, place)
    definition = code.definition.say(counted.language)
    return (
        *((words,) if words else ()),
        *((cue,) if cue else ()),
        *_passages(precedents, {code.id}),
        *((Reason(Ground.DEFINITION, definition),) if definition else ()),
    )


def root_reasons(
    weights: Weights, told: Told, place: int, precedents: Sequence[Precedent]
) -> tuple[Reason, ...]:
    """Why a hypothesis is suggested."""
    counted = weights.counted
    root = counted.roots[place]
    telling = {
        feature: weight
        for feature in told.counts
        if (found := weights.of_root(feature, place)) is not None and (weight := found) > 0
    }
    words = _matching(told, telling)
    under = {code.id for code, home in zip(counted.codes, counted.home, strict=True) if home == place}
    title = root.title.say(counted.language)
    return (
        *((words,) if words else ()),
        *_passages(precedents, under),
        *((Reason(Ground.DEFINITION, title),) if title else ()),
    )


def _matching(told: Told, by_feature: dict[str, float]) -> Reason | None:
    """The words that tell most, in text order."""
    by_place: dict[Span, float] = {}
    for feature, weight in by_feature.items():
        if feature[0] != PAIR:
            for place in told.places[feature][:1]:
                by_place[place] = by_place.get(place, 0.0) + weight
    said = dict(told.words)
    by_place = {
        place: weight for place, weight in by_place.items() if weight > 0 and said[place] not in LITTLE
    }
    if not by_place:
        return None
    most = max(by_place.values())
    best = sorted(
        (place for place, weight in by_place.items() if weight >= LEAST * most),
        key=lambda each: -by_place[each],
    )
    chosen = sorted(best[:WORDS])
    told_most = 1 - math.exp(-sum(by_place[place] for place in chosen) / ENOUGH)
    return Reason(Ground.WORDS, ", ".join(said[place] for place in chosen), told_most, tuple(chosen))


def _nearest_said(counted: Counted, told: Told, place: int) -> Reason | None:
    """The cue, alias or example of a code that has most of what is rare in common with the passage."""
    best, found = 0.0, None
    for said in counted.said[place]:
        common = said.features & told.counts.keys()
        shared = _rare(counted, common) if any(each[0] == STEM for each in common) else 0.0
        like = shared / _rare(counted, said.features) if shared > SHARED else 0.0
        if like >= LEAST_LIKE and like * math.log1p(shared) > best:
            best, found = like * math.log1p(shared), Reason(Ground.CUE, said.text, like)
    return found


def _rare(counted: Counted, features: Iterable[str]) -> float:
    return sum(counted.rareness(each) ** 2 for each in features)


def _passages(precedents: Sequence[Precedent], codes: set[str]) -> tuple[Reason, ...]:
    own = [each for each in precedents if each.code_id in codes][:PASSAGES]
    return tuple(
        Reason(
            Ground.PASSAGE,
            each.text,
            each.likeness,
            source=each.source,
            transcript_id=each.transcript_id,
            place=each.place,
        )
        for each in own
    )
