"""A case on one page in words: the same for the screen, a terminal and a file. Numbers stand with what they are of."""

from __future__ import annotations

from rcoder.domain.actions.sentences import listed, several
from rcoder.domain.case_profile import CaseProfile, ConfigurationOf, HeldWith, Turning
from rcoder.domain.codebook import Code
from rcoder.domain.conditions import SIGNS, Judged
from rcoder.domain.exhibit import Exhibit
from rcoder.domain.framework import Written, stance_words
from rcoder.domain.profile import TurningPoint
from rcoder.domain.roles import role_name
from rcoder.domain.terms import say

SIGN_MARKS = {"+": "+", "-": "−", "": "·"}
"""The sign of a turning point as it is shown: better, worse, neither."""
SIGN_NAMES = {"+": "for the better", "-": "for the worse", "": "neither better nor worse"}


def known_words(found: CaseProfile) -> str:
    """How much is known: "6 of 9 known"."""
    of = len(found.known)
    return f"{of - found.unknown} of {of} known"


def interviews_words(found: CaseProfile) -> str:
    """How many interviews, how far they are, and which roles are missing."""
    if not found.interviews:
        return "no interview"
    words = f"{several(len(found.interviews), 'interview')}, {found.finished} of {len(found.interviews)} coded to the end"
    missing = listed(role_name(each, found.language) for each in found.missing)
    return words + (f"; no interview with {missing}" if missing else "")


def interview_words(held: HeldWith, language: str) -> str:
    """How far one interview is, when it was, and in which wave."""
    roles = ", ".join(role_name(each, language) for each in held.roles) or "no role"
    done = f"coded to the end by {listed(held.finished_by)}" if held.finished_by else "not coded to the end"
    when = " ".join(
        each for each in (held.date or "no date", f"wave {held.wave}" if held.wave else "") if each
    )
    return f"{roles} · {when} · {several(held.codings, 'coding')}, {done}"


def configurations_words(found: CaseProfile) -> str:
    """How many configurations are of the case, and how many others passages about it bear on."""
    own = several(len(found.configurations), "configuration") if found.configurations else "none"
    others = several(len(found.others), "other")
    return f"{own} of the case" + (f"; {others} with passages about it" if found.others else "")


def configuration_words(found: ConfigurationOf) -> str:
    """Level, status, and what passages about the case say of it."""
    said = stance_words(found.stances) or "no passage about this case"
    return f"{say(found.level)} · {found.status} · {said}"


def conditions_words(found: CaseProfile) -> str:
    """How many support conditions are judged."""
    if not found.condition_count:
        return "the codebook has none"
    return f"{found.judged} of {found.condition_count} judged"


def condition_words(judged: Judged, language: str) -> str:
    """One judgement, whose, of which role's account, and why."""
    own = judged.judgement
    who = "you" if judged.own else judged.coder
    role = f"as the {role_name(own.role, language)} tells it: " if own.role else ""
    followed = f"; {say(own.followed)}" if own.followed is not None else ""
    rests = f"rests on {several(judged.passages, 'passage')}" if judged.passages else "rests on no passage"
    reason = " ".join(own.reason.split())
    why = f" – {reason}" if reason else ""
    return f"{role}{SIGNS[own.state]} {say(own.state)}{followed} ({who}; {rests}){why}"


def summaries_words(found: CaseProfile) -> str:
    """How many hypotheses have a summary."""
    return f"{found.written} of {several(len(found.hypotheses), 'hypothesis', 'hypotheses')} summed up"


def written_words(written: Written) -> str:
    """Whose a summary is, what it rests on, and what became of that."""
    who = "you" if written.own else written.coder
    return "; ".join(each for each in (who, written.rests.words, written.signs) if each)


def turning_words(found: CaseProfile) -> str:
    """How many turning points, by sign."""
    if not found.turning:
        return "none"
    signs = [each.point.sign for each in found.turning]
    split = ", ".join(f"{signs.count(each)} {SIGN_NAMES[each]}" for each in SIGN_NAMES if each in signs)
    return f"{len(signs)}: {split}"


def point_words(point: TurningPoint) -> str:
    """A turning point on one line: "uge 6: Hun fik en ny sagsbehandler"."""
    return f"{point.when}: {point.wording}" if point.when else point.wording


def point_facts(turning: Turning) -> str:
    """Whose it is, which way it went, what it rests on, and what became of that."""
    who = "you" if turning.own else turning.coder
    facts = (who, SIGN_NAMES[turning.point.sign], turning.rests.words, turning.rests.changed)
    return "; ".join(each for each in facts if each)


def exhibit_words(exhibit: Exhibit) -> str:
    """What a piece of other material says: its figure with its base, its words, its place."""
    figure = f"{exhibit.value} ({exhibit.base})" if exhibit.value else ""
    said = "; ".join(each for each in (figure, " ".join(exhibit.words.split()), exhibit.where) if each)
    return f"{say(exhibit.material)}: {said}"


def code_words(code: Code, language: str) -> str:
    """A code by key and label."""
    return f"{code.key} {code.label.say(language)}".strip()
