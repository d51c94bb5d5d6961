"""What a key does to the configuration itself: its level, what it belongs to, and a judgement of its strength."""

from __future__ import annotations

from dataclasses import replace

from rcoder.domain.actions import configuring
from rcoder.domain.configuration import Judgement
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed
from rcoder.domain.words import Level
from rcoder.project.bench import Bench
from rcoder.ui.configuring.deeds import in_turn


def with_level(bench: Bench) -> Deed:
    """The configuration at the next level."""
    own = bench.assembled.configuration
    return configuring.edit(bench.assembled, level=in_turn(tuple(Level), own.level))


def strength_of(bench: Bench, coder_id: str) -> dict[str, str]:
    """What a coder said of its strength: the words and the reason, "" where they said nothing."""
    own = next((each for each in bench.judgements if each.coder_id == coder_id), None)
    return {"words": own.words if own else "", "reason": own.reason if own else ""}


def judged(bench: Bench, coder_id: str, words: str, reason: str) -> Deed:
    """My judgement of its strength, in place of the one I gave before."""
    before = next((each for each in bench.judgements if each.coder_id == coder_id), None)
    own = bench.assembled.configuration
    fresh = Judgement(new_id(), own.id, coder_id, words.strip(), reason.strip())
    judgement = replace(before, words=fresh.words, reason=fresh.reason) if before else fresh
    return configuring.judge_strength(judgement, own.number, before)


def with_hypothesis(bench: Bench, code_id: str) -> Deed:
    """The configuration in a further hypothesis, or out of one it is in."""
    own = bench.assembled.configuration.hypotheses
    after = tuple(each for each in own if each != code_id) if code_id in own else (*own, code_id)
    return configuring.edit(bench.assembled, hypotheses=after)


def with_condition(bench: Bench, code_id: str) -> Deed:
    """The configuration bearing on a further support condition, or no longer on one."""
    own = bench.assembled.configuration.conditions
    after = tuple(each for each in own if each != code_id) if code_id in own else (*own, code_id)
    return configuring.edit(bench.assembled, conditions=after)
