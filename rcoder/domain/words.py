"""The field's terms: what a value may be; `terms.py` says them in Danish and English."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Bilingual:
    """The same text in Danish and English; either may be empty."""

    da: str = ""
    en: str = ""

    def say(self, language: str = "da") -> str:
        """The text in `language` ("da" or "en"), or in the other language where that is empty."""
        first, second = (self.en, self.da) if language == "en" else (self.da, self.en)
        return first or second


class Kind(StrEnum):
    """The place an element has in a configuration; a code has only a usual kind."""

    CONTEXT = "context"
    RESOURCE = "resource"
    REASONING = "reasoning"
    OUTCOME = "outcome"


class Polarity(StrEnum):
    """Whether a passage says that the thing was there."""

    PRESENT = "present"
    WEAK = "weak"
    ABSENT = "absent"


class Effect(StrEnum):
    """What a link does: to an element, or (conditions) to another link."""

    PROMOTES = "promotes"
    HINDERS = "hinders"
    CONDITIONS = "conditions"


class Stance(StrEnum):
    """How a passage bears on a claim; set by a person."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    REFINES = "refines"
    NEW = "new"
    """It fits nothing in the theory yet, and brings something of its own."""


class Scope(StrEnum):
    """What a passage is about. Only this_case counts cases, general counts respondents, the others are listed."""

    THIS_CASE = "this_case"
    GENERAL = "general"
    NORMATIVE = "normative"
    ANTICIPATED = "anticipated"


class Directness(StrEnum):
    """Whether the words say it or the coder infers it."""

    SAID = "said"
    INFERRED = "inferred"


class Prompting(StrEnum):
    """Whether the respondent came with it or agreed to what the interviewer said."""

    VOLUNTEERED = "volunteered"
    PROMPTED = "prompted"


class Horizon(StrEnum):
    """When a result comes."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


class Activation(StrEnum):
    """How strongly a reasoning fired; a property of the reasoning, not of the evidence."""

    WEAK = "weak"
    MIDDLE = "middle"
    STRONG = "strong"


class Basis(StrEnum):
    """Where a code or a link of the initial theory comes from."""

    STATED = "stated"
    INFERRED = "inferred"
    RECONSTRUCTED = "reconstructed"


class Column(StrEnum):
    """A column of the change theory, in drawing order; context and negative stand beside the others."""

    CORE = "core"
    MECHANISM = "mechanism"
    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"
    CONTEXT = "context"
    NEGATIVE = "negative"


class Level(StrEnum):
    """How far a configuration reaches."""

    CASE = "case"
    CONSOLIDATED = "consolidated"
    MIDDLE_RANGE = "middle_range"


class Status(StrEnum):
    """Where a configuration is in review; acceptance is no judgement of strength."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    SETTLED = "settled"
    SUPERSEDED = "superseded"
    REJECTED = "rejected"


class Absence(StrEnum):
    """The names of absence, never merged."""

    SAID_ABSENT = "said_absent"
    COUNTERFACTUAL = "counterfactual"
    NOT_MENTIONED = "not_mentioned"
    NOT_ASKED = "not_asked"
    NOT_YET_CODED = "not_yet_coded"
    NO_INTERVIEW = "no_interview"


class ConditionState(StrEnum):
    """A person's judgement of a support condition in one case."""

    MET = "met"
    NOT_MET = "not_met"
    UNCLEAR = "unclear"
    ROLES_DISAGREE = "roles_disagree"
    NOT_MENTIONED = "not_mentioned"
    NOT_CODED = "not_coded"
    NO_INTERVIEW = "no_interview"


class Claim(StrEnum):
    """What a passage may be joined to. Conditions and hypotheses are codes of their category."""

    CONFIGURATION = "configuration"
    LINK = "link"
    ELEMENT = "element"
    CODE = "code"
    RIVAL = "rival"
    """Another explanation that was considered."""
    STATE = "state"
    """A judgement of a support condition in a case."""
    SUMMARY = "summary"
    """What a person wrote of a hypothesis in a case."""
    TURNING_POINT = "turning_point"
    TRAY = "tray"
    """Nothing yet: it waits in the tray of passages that fit nowhere."""


class Rendering(StrEnum):
    """The way configurations are written out; one stored model, several renderings (realist-practice §1)."""

    RESOURCE_REASONING = "resource_reasoning"
    """Context, resource, reasoning, outcome (Dalkin et al. 2015)."""
    CMO = "cmo"
    """Context, mechanism, outcome (Pawson & Tilley 1997)."""
    ICAMO = "icamo"
    """Intervention, context, actor, mechanism, outcome (Mukumbang et al. 2018)."""


class Kin(StrEnum):
    """How a configuration stands to another where they share no element; chains come of shared elements alone."""

    NESTED_IN = "nested_in"
    CONTRADICTS = "contradicts"


class Fate(StrEnum):
    """What became of a rival explanation."""

    OPEN = "open"
    KEPT = "kept"
    DROPPED = "dropped"


class Followed(StrEnum):
    """Whether the mechanism followed where a support condition was met or not; apart from the condition's state."""

    FOLLOWED = "followed"
    NOT_FOLLOWED = "not_followed"
    UNCLEAR = "unclear"


class Answered(StrEnum):
    """How a person answered a prompt."""

    DONE = "done"
    NOT_APPLICABLE = "not_applicable"


class Material(StrEnum):
    """What stands as evidence beside passages."""

    SURVEY = "survey"
    REGISTER = "register"
    """Measurements of progression and other registers."""
    DOCUMENT = "document"


class Category(StrEnum):
    """The three things a coding may point at."""

    CODE = "code"
    CONDITION = "condition"
    HYPOTHESIS = "hypothesis"


class MemoKind(StrEnum):
    """What a memo is for."""

    ANALYTIC = "analytic"
    THEORETICAL = "theoretical"
    METHOD = "method"
    REFLEXIVE = "reflexive"


class Subject(StrEnum):
    """What a memo is about. Hypotheses and conditions are codes of their category."""

    PROJECT = "project"
    INTERVIEW = "interview"
    CASE = "case"
    CODE = "code"
    CODING = "coding"
    CONFIGURATION = "configuration"
    PASSAGE = "passage"


class AttributeType(StrEnum):
    """What the values of an attribute are."""

    YES_NO = "yes_no"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"
    TEXT = "text"


class Relation(StrEnum):
    """How the value of an attribute is compared where a group is made from it."""

    IS = "is"
    IS_NOT = "is_not"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Verdict(StrEnum):
    """What became of a passage when its transcript was corrected."""

    MOVED = "moved"
    CHANGED = "changed"
    LOST = "lost"


class Decision(StrEnum):
    """What a person decided about a passage that a correction changed or lost."""

    KEPT = "kept"
    PLACED = "placed"
    REMOVED = "removed"


ROLE_GROUPS: dict[str, str] = {
    "borger": "borger",
    "sagsbehandler": "fagperson",
    "virksomhedskonsulent": "fagperson",
    "mentor": "fagperson",
    "personlig jobformidler": "fagperson",
    "jobformidler": "fagperson",
    "socialrådgiver": "fagperson",
    "koordinerende sagsbehandler": "fagperson",
    "fagperson": "fagperson",
    "virksomhedskontaktperson": "virksomhed",
    "virksomhed": "virksomhed",
    "projektleder": "ledelse",
    "ledelse": "ledelse",
}
"""Role group of each role (decision 15); a role that is not listed is its own group."""


def role_group(role: str) -> str:
    """The group a role belongs to: borger, fagperson, virksomhed or ledelse."""
    return ROLE_GROUPS.get(role.casefold(), role)


_DANISH = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})


def danish_order(text: str) -> str:
    """Sort key in Danish order: case set aside, æ ø å after z, aa as å."""
    return text.casefold().replace("aa", "å").translate(_DANISH)
